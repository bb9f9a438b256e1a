//! A place for new members: their files, and the letters that go with them.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::fold;
use crate::base::lang::{Lang, Msg};
use crate::base::path::last;
use crate::base::place::Place;
use crate::base::slug::slug;
use crate::model::field::{FieldType, typed};
use crate::model::history::Identity;
use crate::model::identity::account;
use crate::model::kind::Capability;
use crate::model::person::Member;
use crate::msg;
use crate::show::look::Look;
use crate::show::view::{Block, Rows, View};
use crate::store::git::begin;
use crate::work::letter::{Letter, To, letters};
use crate::work::session::Session;

use super::add::{demanded, spot, text_of};
use super::draft::Draft;
use super::guests::Guest;
use super::handle::handles;
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
    let settings = session.settings();
    let lang = Lang::of(&settings.language).unwrap_or_default();
    let kind = settings.kinds.all().iter().position(|kind| kind.has(Capability::Person));
    let Some(at) = kind else { return Err(Error::new(ErrorKind::Settings, msg!("invite-no-kind"))) };
    let many = invitation.file.is_some();
    let mut draft = if many { Draft::of_many(session) } else { Draft::new(session) };
    let mut taken = taken(session);
    let (mut all, mut says, mut new) = (Vec::new(), Vec::new(), Vec::new());
    let mut seen: Vec<(String, Option<String>)> = Vec::new();
    for guest in &invitation.guests {
        let placed = |error: Error| match &invitation.file {
            Some(file) => error.at(Place::at(file, (guest.line, 1))),
            None => error,
        };
        let guest = sound(session, guest).map_err(placed)?;
        if let Some(member) = already(session, &guest) {
            if !invitation.letters {
                says.push(msg!("invite-already", name = &member.name, path = &member.path));
            }
            draft_about(&mut draft, session, member, many);
            all.push(to(member, &guest));
            continue;
        }
        let key = (fold(&guest.name).into_owned(), guest.email.as_deref().map(str::to_lowercase));
        if seen.contains(&key) {
            says.push(msg!("invite-twice", name = &guest.name));
            continue;
        }
        seen.push(key);
        let handle = handle(session, &guest, &taken, lang).map_err(placed)?;
        taken.insert(handle.clone());
        let own_account = guest.account.clone().or_else(|| guest.email.as_deref().and_then(account));
        let says_email = invitation.with_email && own_account.is_none() && guest.email.is_some();
        let mut assignments = Vec::new();
        let given = [("organisation", &guest.organisation), ("accounts", &own_account), ("emails", &guest.email)];
        for (key, value) in given.into_iter().filter(|(key, _)| *key != "emails" || says_email) {
            assignments.extend(value.iter().map(|value| Assignment::one(key, value)));
        }
        let text = text_of(session, at, &guest.name, &assignments).map_err(placed)?;
        let (path, claim) = spot(session, at, &handle).map_err(placed)?;
        draft.create(&path, &claim, &text);
        all.push(To {
            is_known: own_account.is_some() || says_email,
            says_workplace: guest.organisation.is_some(),
            handle,
            name: guest.name.clone(),
            email: guest.email.clone(),
            path,
            says_email,
        });
        new.push(guest.name);
    }
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
        None => begin::identity(session.repo()).0.unwrap_or_default(),
    };
    let letters = invitation.letters.then(|| letters(session, &all, &inviter));
    Ok(Invited { outcome, letters, says })
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
    let wrong = |flag: &'static str, value: &str, help: Msg| {
        Err(Error::new(ErrorKind::Usage, msg!("flag-value", flag = flag, value = value)).hint(help))
    };
    let name = demanded(&guest.name, session.settings())?;
    if let Some(email) = guest.email.as_deref().filter(|email| typed(FieldType::Email, &[], email).is_none()) {
        return wrong("EMAIL", email, msg!("invite-email-help"));
    }
    if name.contains('@') {
        return wrong("NAME", &name, msg!("invite-name-help"));
    }
    let is_account = |text: &str| {
        text.split_once(':').is_some_and(|(host, user)| !host.is_empty() && !user.is_empty() && !user.contains(char::is_whitespace))
    };
    if let Some(account) = guest.account.as_deref().filter(|account| !is_account(account)) {
        return wrong("--account", account, msg!("invite-account-help"));
    }
    let organisation = guest.organisation.as_deref().map(|text| demanded(text, session.settings())).transpose()?;
    Ok(Guest { name, organisation, ..guest.clone() })
}

/// The member whom a guest is already: by account or address; by the handle that was asked for together with the name; else by name, if no
/// handle was asked for to tell the two apart.
fn already<'s>(session: &'s Session, guest: &Guest) -> Option<&'s Member> {
    let people = session.people();
    let same_name = |member: &&Member| fold(&member.name) == fold(&guest.name);
    let email = guest.email.clone().unwrap_or_default();
    let by_email = people.by_identity(&Identity { name: guest.name.clone(), email }).filter(|_| guest.email.is_some());
    let by_account = guest.account.as_deref().and_then(|account| {
        let account = account.to_lowercase();
        people.members().iter().find(|member| member.accounts.contains(&account))
    });
    let by_name = || match &guest.handle {
        Some(handle) => people.by_handle(handle).filter(same_name),
        None => people.members().iter().find(same_name).or_else(|| people.by_handle(&guest.name)),
    };
    by_account.or(by_email).or_else(by_name)
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

/// The handles that are taken: those of members, and of whatever else stands where their files do.
pub(super) fn taken(session: &Session) -> BTreeSet<String> {
    let folder = session.member_folder() + "/";
    let files = session.tree().files.iter().filter_map(|seen| seen.path.strip_prefix(&folder).map(str::to_lowercase));
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
