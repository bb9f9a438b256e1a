//! A place for new members: their files, and the letters that go with them.

use std::collections::BTreeSet;
use std::fmt::Write;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::fold;
use crate::base::lang::{Lang, Msg};
use crate::base::nearest::nearest;
use crate::base::path::{is_device, last};
use crate::base::place::Place;
use crate::base::shell::quoted;
use crate::base::slug::slug;
use crate::model::document::Document;
use crate::model::field::{FieldType, typed};
use crate::model::history::Identity;
use crate::model::identity::account;
use crate::model::kind::Capability;
use crate::model::person::Member;
use crate::msg;
use crate::show::look::Look;
use crate::show::view::{Block, Rows, View};
use crate::work::letter::{Letter, To, letters};
use crate::work::session::Session;

use super::add::{demanded, spot, text_of};
use super::draft::Draft;
use super::guests::Guest;
use super::handle::{handles, is_reserved};
use super::outcome::{About, Outcome, Written};
use super::{Assignment, How, behalf, write};

/// Who is invited, and how.
#[derive(Clone, Debug, Default)]
pub struct Invitation {
    /// The people.
    pub guests: Vec<Guest>,
    /// The file that they come from, for errors.
    pub file: Option<String>,
    /// Their addresses go into their files.
    pub with_email: bool,
    /// Their letters are wanted.
    pub letters: bool,
}

/// What `invite` answers with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Invited {
    #[serde(flatten)]
    outcome: Outcome,
    /// The letters, with `--letter`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letters: Option<Vec<Letter>>,
    #[serde(skip)]
    says: Vec<Msg>,
}

/// Makes the files of people who are invited, in one commit; who is a member already keeps theirs.
///
/// # Errors
/// A name, address, account or handle that can't be one, a handle that is taken, or git says no. Then nothing is changed.
pub fn invite(session: &Session, invitation: &Invitation, how: &How) -> Result<Invited> {
    let kind = session.settings().kinds.all().iter().position(|kind| kind.has(Capability::Person));
    let Some(kind) = kind else { return Err(Error::new(ErrorKind::Settings, msg!("invite-no-kind"))) };
    let many = invitation.file.is_some();
    let mut list = List {
        session,
        invitation,
        kind,
        draft: if many { Draft::of_many(session) } else { Draft::new(session) },
        taken: taken(session),
        seen: Vec::new(),
        met: BTreeSet::new(),
        all: Vec::new(),
        new: Vec::new(),
        says: Vec::new(),
    };
    for guest in &invitation.guests {
        list.take(guest).map_err(|error| match &invitation.file {
            Some(file) => error.at(Place::at(file, (guest.line, 1))),
            None => error,
        })?;
    }
    let List { draft, all, new, mut says, .. } = list;
    let subject = match new.as_slice() {
        [one] => msg!("commit-invite", name = one),
        more => msg!("commit-invite-many", count = more.len()),
    };
    let outcome = if new.is_empty() {
        let about = if many { About::Many(Vec::new()) } else { draft.about() };
        Outcome::silent(about)
    } else {
        write(session, &draft, &subject, how)?
    };
    if !invitation.letters && !new.is_empty() && all.iter().any(|to| !to.is_known) {
        says.push(msg!("invite-unknown"));
    }
    let inviter = match behalf(session, how)? {
        Some(member) => member.name.clone(),
        None => session.identity().0.unwrap_or_default(),
    };
    let letters = invitation.letters.then(|| letters(session, &all, &inviter));
    Ok(Invited { outcome, letters, says })
}

/// The people who are invited, as far as they were gone through.
struct List<'s> {
    session: &'s Session,
    invitation: &'s Invitation,
    /// The kind that people are of.
    kind: usize,
    draft: Draft<'s>,
    taken: BTreeSet<String>,
    /// Name, address and organisation of those before.
    seen: Vec<(String, Option<String>, Option<String>)>,
    /// The members who were among them.
    met: BTreeSet<String>,
    /// To whom there are letters.
    all: Vec<To>,
    /// The names of those who get a page.
    new: Vec<String>,
    says: Vec<Msg>,
}

impl List<'_> {
    /// The next one: told of, or with a page.
    fn take(&mut self, guest: &Guest) -> Result<()> {
        let (session, invitation, many) = (self.session, self.invitation, self.invitation.file.is_some());
        let lang = session.settings().tongue();
        let guest = sound(session, guest)?;
        let key = (fold(&guest.name).into_owned(), guest.email.as_deref().map(str::to_lowercase), guest.organisation.clone());
        if self.seen.contains(&key) {
            self.says.push(msg!("invite-twice", name = &guest.name));
            return Ok(());
        }
        let is_namesake = guest.handle.is_none() && self.seen.iter().any(|(name, ..)| *name == key.0);
        self.seen.push(key);
        if let Some(member) = already(session, &guest, &self.met, lang) {
            self.met.insert(member.handle.clone());
            if !invitation.letters {
                self.says.push(msg!("invite-already", name = &member.name, path = &member.path));
            }
            if !many && let Some(command) = unsaid(session, member, &guest) {
                self.says.push(msg!("invite-unsaid", command = command));
            }
            draft_about(&mut self.draft, session, member, many);
            self.all.push(to(member, &guest));
            return Ok(());
        }
        if invitation.letters && !many {
            known_nearly(session, &guest)?;
        }
        let handle = handle(session, &guest, &self.taken, lang)?;
        self.taken.insert(handle.clone());
        if is_namesake {
            let row = format!("{}:{}", invitation.file.as_deref().unwrap_or_default(), guest.line);
            self.says.push(msg!("invite-namesake", row = row, name = &guest.name, handle = &handle));
        }
        if invitation.letters && guest.email.as_deref().is_some_and(takes_no_mail) {
            self.says.push(msg!("invite-no-mail", name = &guest.name, email = guest.email.as_deref().unwrap_or_default()));
        }
        self.lay(guest, handle)
    }

    /// The page of somebody new.
    fn lay(&mut self, guest: Guest, handle: String) -> Result<()> {
        let own_account = guest.account.clone().or_else(|| guest.email.as_deref().and_then(account));
        let says_email = self.invitation.with_email && own_account.is_none() && guest.email.is_some();
        let mut assignments = Vec::new();
        let given = [("organisation", &guest.organisation), ("accounts", &own_account), ("emails", &guest.email)];
        for (key, value) in given.into_iter().filter(|(key, _)| *key != "emails" || says_email) {
            assignments.extend(value.iter().map(|value| Assignment::one(key, value)));
        }
        let text = text_of(self.session, self.kind, &guest.name, &assignments)?;
        let (path, claim) = spot(self.session, self.kind, &handle)?;
        self.draft.create(&path, &claim, &text);
        self.all.push(To {
            is_known: own_account.is_some() || says_email,
            says_workplace: guest.organisation.is_some(),
            handle,
            name: guest.name.clone(),
            email: guest.email,
            path,
            says_email,
        });
        self.new.push(guest.name);
        Ok(())
    }
}

impl Invited {
    /// What is said beside the answer, above what became of the files.
    pub fn remarks(&self) -> &[Msg] {
        &self.says
    }

    /// What to type next, `again` being how this was typed.
    pub fn hint(&self, again: &str) -> Option<Msg> {
        let is_done = self.letters.is_none() && self.outcome.diff().is_none();
        is_done.then(|| msg!("invite-next", command = again))
    }
}

impl View for Invited {
    const SCHEMA: &'static str = "invite";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let Some(letters) = self.letters.as_ref().filter(|_| self.outcome.diff().is_none()) else { return self.outcome.shown(look) };
        let mut blocks = Vec::new();
        for (at, letter) in letters.iter().enumerate() {
            if at > 0 {
                blocks.extend([Block::Blank, Block::Bare("-".repeat(72).into()), Block::Blank]);
            }
            let to = match &letter.email {
                Some(email) => format!("{} <{email}>", letter.name),
                None => letter.name.clone(),
            };
            blocks.push(Block::Bare(look.say(&msg!("letter-to", name = to)).into()));
            blocks.push(Block::Bare(look.say(&msg!("letter-about", subject = &letter.subject)).into()));
            blocks.push(Block::Blank);
            let line = |line: &str| if line.is_empty() { Block::Blank } else { Block::Bare(line.into()) };
            blocks.extend(letter.text.trim_end().lines().map(line));
        }
        blocks
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(self.outcome.listed())
    }
}

impl Written for Invited {
    fn outcome(&self) -> &Outcome {
        &self.outcome
    }
}

/// A guest whose name, address and account can be ones.
fn sound(session: &Session, guest: &Guest) -> Result<Guest> {
    let wrong =
        |what: Msg, value: &str, help: Msg| Err(Error::new(ErrorKind::Usage, msg!("flag-value", flag = what, value = value)).hint(help));
    if guest.name.trim().is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("invite-no-name")).hint(msg!("invite-name-help")));
    }
    let name = demanded(&guest.name, session.settings())?;
    if let Some(email) = guest.email.as_deref().filter(|email| typed(FieldType::Email, &[], email).is_none()) {
        return wrong(msg!("invite-email"), email, msg!("invite-email-help"));
    }
    if name.contains('@') {
        return wrong(msg!("invite-name"), &name, msg!("invite-name-help"));
    }
    let is_account = |text: &str| {
        text.split_once(':').is_some_and(|(host, user)| !host.is_empty() && !user.is_empty() && !user.contains(char::is_whitespace))
    };
    if let Some(account) = guest.account.as_deref().filter(|account| !is_account(account)) {
        return wrong(Msg::literal("--account"), account, msg!("invite-account-help"));
    }
    let organisation =
        guest.organisation.as_deref().filter(|text| !text.trim().is_empty()).map(|text| demanded(text, session.settings())).transpose()?;
    Ok(Guest { name, organisation, ..guest.clone() })
}

/// The member whom a guest is already: by account or address; by the handle that was asked for together with the name; else by name, if no
/// handle was asked for to tell the two apart.
///
/// Of several who are called the same each is met once, in the order in which their handles are given out, so that every row of a table has a
/// page of its own.
fn already<'s>(session: &'s Session, guest: &Guest, met: &BTreeSet<String>, lang: Lang) -> Option<&'s Member> {
    let people = session.people();
    let same_name = |member: &&Member| fold(&member.name) == fold(&guest.name);
    let email = guest.email.clone().unwrap_or_default();
    let by_email = people.by_identity(&Identity { name: guest.name.clone(), email }).filter(|_| guest.email.is_some());
    let by_account = guest.account.as_deref().and_then(|account| {
        let account = account.to_lowercase();
        people.members().iter().find(|member| member.accounts.contains(&account))
    });
    let by_name = || {
        if let Some(handle) = &guest.handle {
            return people.by_handle(handle).filter(same_name);
        }
        let free: Vec<&Member> = people.members().iter().filter(|member| same_name(member) && !met.contains(&member.handle)).collect();
        let order: Vec<String> = handles(&guest.name, guest.account.as_deref(), lang).take(free.len() + 2).collect();
        let rank = |member: &&&Member| order.iter().position(|handle| *handle == member.handle).unwrap_or(usize::MAX);
        let said = |member: &&&Member| !works_at(session, member, guest);
        free.iter().min_by_key(|member| (said(member), rank(member))).copied().or_else(|| people.by_handle(&guest.name))
    };
    by_account.or(by_email).or_else(by_name)
}

fn page<'s>(session: &'s Session, member: &Member) -> Option<&'s Document> {
    session.community().documents().iter().find(|document| document.path == member.path).map(|document| &**document)
}

/// Whether a member's page says the workplace that a guest has.
fn works_at(session: &Session, member: &Member, guest: &Guest) -> bool {
    let said = page(session, member).and_then(|page| page.value("organisation"));
    guest.organisation.as_deref().is_some_and(|wanted| said.is_some_and(|said| fold(said) == fold(wanted)))
}

/// What to type to write down what was said of somebody who has a page already.
fn unsaid(session: &Session, member: &Member, guest: &Guest) -> Option<String> {
    let mut command = format!("cop set {}", quoted(&format!("@{}", member.handle)));
    let before = command.len();
    if let Some(organisation) = guest.organisation.as_deref().filter(|_| !works_at(session, member, guest)) {
        let _ = write!(command, " {}", quoted(&format!("organisation={organisation}")));
    }
    if let Some(account) = guest.account.as_deref().filter(|account| !member.accounts.contains(&account.to_lowercase())) {
        let all = member.accounts.iter().map(String::as_str).chain([account]).collect::<Vec<_>>().join(",");
        let _ = write!(command, " {}", quoted(&format!("accounts={all}")));
    }
    (command.len() > before).then_some(command)
}

/// Refuses a name of which nothing else is said and that is nearly a member's: whoever wants a letter again may have mistyped it.
fn known_nearly(session: &Session, guest: &Guest) -> Result<()> {
    if guest.email.is_some() || guest.account.is_some() || guest.organisation.is_some() || guest.handle.is_some() {
        return Ok(());
    }
    let members = session.people().members();
    let known = members.iter().flat_map(|member| [member.handle.as_str(), member.name.as_str()]);
    match nearest(&guest.name, known) {
        Some(near) => {
            let error = Error::new(ErrorKind::NotFound, msg!("invite-no-member", name = &guest.name));
            Err(error
                .hint(msg!("usage-nearest", name = near))
                .hint(msg!("invite-no-member-help", command = quoted(&guest.name).into_owned())))
        }
        None => Ok(()),
    }
}

/// Whether nothing that is sent to an address arrives, as with those that hosts give instead of the real one.
fn takes_no_mail(email: &str) -> bool {
    let machine = email.rsplit_once('@').map_or("", |(_, machine)| machine).to_lowercase();
    machine.split('.').any(|part| part == "noreply" || part == "no-reply")
}

/// What the answer is about where nothing is written: the member who was named.
fn draft_about(draft: &mut Draft<'_>, session: &Session, member: &Member, many: bool) {
    let community = session.community();
    if let Some(document) = community.documents().iter().find(|document| document.path == member.path).filter(|_| !many) {
        draft.ask(document);
    }
}

fn to(member: &Member, guest: &Guest) -> To {
    To {
        handle: member.handle.clone(),
        name: member.name.clone(),
        email: guest.email.clone().or_else(|| member.emails.first().cloned()),
        path: member.path.clone(),
        says_workplace: false,
        says_email: !member.emails.is_empty(),
        is_known: !member.emails.is_empty() || !member.accounts.is_empty(),
    }
}

/// The folder in which member files stand: where there are some, else one that is there, else that of the community's language.
fn member_folder(session: &Session) -> String {
    let settings = session.settings();
    let Some(kind) = settings.kinds.all().iter().find(|kind| kind.has(Capability::Person)) else { return String::new() };
    let folders = || kind.folders.iter().map(|(_, folder)| folder);
    let known =
        session.people().members().iter().find_map(|member| folders().find(|folder| member.path.starts_with(&format!("{folder}/"))));
    let there = || folders().find(|folder| session.dir().join(folder.as_str()).is_dir());
    let spoken = || kind.folders.iter().find(|(lang, _)| *lang == settings.language).map(|(_, folder)| folder);
    known.or_else(there).or_else(spoken).or_else(|| folders().next()).cloned().unwrap_or_default()
}

/// The handles that are taken: those of members, and of whatever else stands where their files do.
pub(super) fn taken(session: &Session) -> BTreeSet<String> {
    let folder = member_folder(session) + "/";
    let left_out = session.left_out();
    let paths = session.tree().files.iter().map(|seen| seen.path.as_str()).chain(left_out.keys().map(String::as_str));
    let files = paths.filter_map(|path| path.strip_prefix(&folder).map(str::to_lowercase));
    let names = files.map(|path| last(&path).split('.').next().unwrap_or_default().to_owned());
    names.chain(session.people().members().iter().map(|member| member.handle.to_lowercase())).collect()
}

/// The handle that a guest gets: the one that was asked for if it is free, else the first that is.
fn handle(session: &Session, guest: &Guest, taken: &BTreeSet<String>, lang: Lang) -> Result<String> {
    let own_account = guest.account.clone();
    let proposed = || handles(&guest.name, own_account.as_deref(), lang).find(|handle| !taken.contains(handle));
    let Some(said) = guest.handle.as_deref() else {
        return proposed().ok_or_else(|| Error::new(ErrorKind::Internal, msg!("bug-met")));
    };
    wanted(session, said, taken, proposed().unwrap_or_default())
}

/// A handle as typed, if it can be one and is free; else another is proposed.
pub(super) fn wanted(session: &Session, said: &str, taken: &BTreeSet<String>, proposed: String) -> Result<String> {
    let bare = said.trim().trim_start_matches('@').to_lowercase();
    let error = |msg| Error::new(ErrorKind::Usage, msg);
    if slug(&bare) != bare || bare.is_empty() {
        let near = Some(slug(&bare)).filter(|near| !near.is_empty() && !taken.contains(near)).unwrap_or(proposed);
        return Err(error(msg!("flag-value", flag = "--handle", value = said)).hint(msg!("invite-handle-help", near = near)));
    }
    if is_reserved(&bare) {
        return Err(error(msg!("invite-reserved", handle = &bare)).hint(msg!("invite-taken-help", near = proposed)));
    }
    if is_device(&bare) {
        return Err(error(msg!("invite-device", handle = &bare)).hint(msg!("invite-taken-help", near = proposed)));
    }
    if taken.contains(&bare) {
        let whose = session.people().by_handle(&bare);
        let said = match whose {
            Some(member) => error(msg!("invite-taken", handle = &bare, name = &member.name)).at(Place::file(&member.path)),
            None => error(msg!("invite-taken-here", handle = &bare)),
        };
        return Err(said.hint(msg!("invite-taken-help", near = proposed)));
    }
    Ok(bare)
}
