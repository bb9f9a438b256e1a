//! Becoming a member: one's own file, from what git knows, and a way in.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::fold;
use crate::base::lang::Msg;
use crate::base::place::Place;
use crate::base::shell::quoted;
use crate::model::document::Document;
use crate::model::graph::Graph;
use crate::model::history::Identity;
use crate::model::identity::account;
use crate::model::kind::{Capability, Kind};
use crate::model::person::Member;
use crate::msg;
use crate::show::look::Look;
use crate::show::view::{Block, Rows, View};
use crate::work::found::person;
use crate::work::session::Session;

use super::add::{demanded, spot, text_of};
use super::draft::Draft;
use super::fields::assign;
use super::handle::handles;
use super::invite::{taken, wanted};
use super::outcome::{Outcome, Written};
use super::relations::Mode;
use super::{Assignment, How, write};

/// So many documents are proposed to read first.
const READ: usize = 3;
/// So many pages that wait are named.
const NAMED: usize = 8;

/// Something to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Step {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// Its title.
    pub title: String,
    /// What to type.
    pub command: String,
}

/// What somebody who joins has said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish<'a> {
    /// What they want to be called.
    pub handle: Option<&'a str>,
    /// The page that is theirs, from [`waiting`] or [`unclaimed`].
    pub own: Option<&'a Member>,
    /// None of the pages that wait is theirs.
    pub is_sure: bool,
}

/// What `join` answers with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Joined {
    #[serde(flatten)]
    outcome: Outcome,
    /// What to read first.
    pub read: Vec<Step>,
    /// A question that waits for an answer.
    pub answer: Option<Step>,
    #[serde(skip)]
    says: Vec<Msg>,
    #[serde(skip)]
    next: Vec<Msg>,
}

/// The page that was made for somebody who is called so, and that nobody has taken yet; `None` where there is none, or where history
/// knows the person already.
pub fn waiting(session: &Session) -> Result<Option<Member>> {
    let (name, email) = person(session.identity())?;
    let people = session.people();
    if people.by_identity(&Identity { name: name.clone(), email }).is_some() {
        return Ok(None);
    }
    let mut same = people.members().iter().filter(|member| is_unclaimed(member) && fold(&member.name) == fold(&name));
    Ok(same.next().filter(|_| same.next().is_none()).cloned())
}

/// The pages that nobody has taken yet, for who is known by none: perhaps one of them is theirs under another name. Those whose name has a word
/// of theirs come first.
///
/// # Errors
/// Git does not know who runs cop.
pub fn unclaimed(session: &Session) -> Result<Vec<Member>> {
    let (name, email) = person(session.identity())?;
    let people = session.people();
    if people.by_identity(&Identity { name: name.clone(), email }).is_some() {
        return Ok(Vec::new());
    }
    let mut pages: Vec<Member> = people.members().iter().filter(|member| is_unclaimed(member)).cloned().collect();
    pages.sort_by_key(|member| !is_like(&member.name, &name));
    Ok(pages)
}

/// Whether two names have a word in common that is more than an initial.
fn is_like(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let folded = fold(name).into_owned();
        let words = folded.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| word.chars().count() > 1).map(str::to_owned).collect()
    };
    let others = words(other);
    words(one).iter().any(|word| others.contains(word))
}

fn is_unclaimed(member: &Member) -> bool {
    member.emails.is_empty() && member.accounts.is_empty() && !member.left
}

/// Makes the person who runs cop a member: completes the page that waits for them, or makes one.
///
/// # Errors
/// Git does not know them, the handle can't be one or is another's, somebody of their name is a member with another address, or git says no.
pub fn join(session: &Session, wish: &Wish<'_>, how: &How) -> Result<Joined> {
    let Wish { handle, own, is_sure } = *wish;
    let (name, email) = person(session.identity())?;
    let name = demanded(&name, session.settings())?;
    if how.author.is_some() {
        return Err(Error::new(ErrorKind::Usage, msg!("join-author")).hint(msg!("join-author-help")));
    }
    let people = session.people();
    if let Some(member) = people.by_identity(&Identity { name: name.clone(), email: email.clone() }) {
        let other = handle.and_then(|handle| people.by_handle(handle)).filter(|other| is_unclaimed(other));
        let says = vec![match other {
            Some(other) => msg!("join-already-other", handle = &member.handle, other = &other.handle, name = &other.name),
            None => msg!("join-already", handle = &member.handle),
        }];
        return Ok(answer(session, unchanged(session, member), says, &member.path, false));
    }
    let lang = session.settings().tongue();
    let account = account(&email);
    let known = account.as_ref().map_or(Assignment::one("emails", &email), |account| Assignment::one("accounts", account));
    let asked = handle.and_then(|handle| people.by_handle(handle)).filter(|member| is_unclaimed(member));
    let mut says = Vec::new();
    let mut draft = Draft::new(session);
    let path = if let Some(member) = asked.or(own) {
        let is_called_so = fold(&member.name) == fold(&name);
        says.push(if is_called_so {
            msg!("join-waiting", path = &member.path)
        } else {
            msg!("join-other-name", path = &member.path, name = &member.name)
        });
        let document = session.community().documents().iter().find(|document| document.path == member.path);
        let document = document.ok_or_else(|| Error::new(ErrorKind::Internal, msg!("bug-met")).at(Place::file(&member.path)))?;
        let path = draft.ask(document);
        assign(&mut draft, &path, &known, Mode::Replace)?;
        path
    } else {
        let taken = taken(session);
        let proposed = handles(&name, account.as_deref(), lang).find(|handle| !taken.contains(handle)).unwrap_or_default();
        if let Some(same) = people.members().iter().find(|member| handle.is_none() && fold(&member.name) == fold(&name)) {
            return Err(namesake(same, &email, &proposed));
        }
        let said = handle;
        let handle = handle.map_or_else(|| Ok(proposed.clone()), |said| wanted(session, said, &taken, proposed.clone()))?;
        let at = session.settings().kinds.all().iter().position(|kind| kind.has(Capability::Person));
        let Some(at) = at else { return Err(Error::new(ErrorKind::Settings, msg!("invite-no-kind"))) };
        let text = text_of(session, at, &name, &[known])?;
        let (path, claim) = spot(session, at, &handle)?;
        draft.create(&path, &claim, &text);
        if said.is_none() && !is_sure && !how.dry_run {
            says.extend(others(&unclaimed(session)?, how));
        }
        path
    };
    if account.is_none() && !how.dry_run {
        says.push(msg!("join-address", email = &email));
    }
    let outcome = write(session, &draft, &msg!("commit-join", name = &name), how)?;
    Ok(answer(session, outcome, says, &path, true))
}

/// What is said of pages that wait, to who just got another one without having been asked.
fn others(pages: &[Member], how: &How) -> Option<Msg> {
    let first = pages.first()?;
    let mut names: Vec<String> = pages.iter().take(NAMED).map(|member| format!("{} (@{})", member.name, member.handle)).collect();
    if pages.len() > NAMED {
        names.push("…".to_owned());
    }
    let names = names.join(", ");
    let handle = &first.handle;
    Some(if how.no_commit {
        msg!("join-others-left", names = names, handle = handle)
    } else {
        msg!("join-others", names = names, handle = handle)
    })
}

/// Somebody of that name is a member, and history knows them by another address.
fn namesake(member: &Member, email: &str, proposed: &str) -> Error {
    let error = Error::new(ErrorKind::Usage, msg!("join-namesake", name = &member.name)).at(Place::file(&member.path));
    let all = member.emails.iter().map(String::as_str).chain([email]).collect::<Vec<_>>().join(",");
    let command = format!("cop set {} emails={}", quoted(&format!("@{}", member.handle)), quoted(&all));
    error.hint(msg!("join-namesake-me", command = command)).hint(msg!("join-namesake-other", handle = proposed))
}

fn answer(session: &Session, outcome: Outcome, mut says: Vec<Msg>, path: &str, is_new: bool) -> Joined {
    let (read, question) = (first_reading(session), first_question(session));
    let mut next = Vec::new();
    if is_new && outcome.diff().is_none() {
        next.push(msg!("join-introduce", path = path));
    }
    if outcome.diff().is_none() {
        let titled = |step: &Step| msg!("join-step", title = &step.title, command = &step.command);
        if !read.is_empty() {
            next.push(msg!("join-read"));
            next.extend(read.iter().map(titled));
        }
        match &question {
            Some(step) => {
                next.push(msg!("join-answer"));
                next.push(titled(step));
            }
            None => next.push(msg!("join-ask")),
        }
        next.push(msg!("join-onboard"));
    }
    says.dedup();
    Joined { outcome, read, answer: question, says, next }
}

/// The documents that others lean on most: they hold, and are read before the rest.
fn first_reading(session: &Session) -> Vec<Step> {
    let community = session.community();
    let graph = Graph::of(community);
    let kinds = &community.settings.kinds;
    let is_read = |kind: &Kind, document: &Document| {
        let state = document.state.as_deref().and_then(|state| kind.state(state));
        let holds = state.is_none_or(|state| {
            !state.retired && !state.open && kind.first_state().is_none_or(|first| first.name != state.name || kind.states.len() < 3)
        });
        holds && kind.parent.is_none() && !kind.has(Capability::Person) && !kind.has(Capability::Dated) && !is_asked(session, kind)
    };
    let documents = community.documents().iter().enumerate();
    let mut found: Vec<(usize, &Document)> = documents
        .filter(|(_, document)| is_read(kinds.at(document.kind), document))
        .map(|(at, document)| (graph.around(community, at).len(), &**document))
        .collect();
    found.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.path.cmp(&other.path)));
    found.into_iter().take(READ).map(|(_, document)| step(document, "cop show")).collect()
}

/// A question that is open: one without any answer before the others.
fn first_question(session: &Session) -> Option<Step> {
    let community = session.community();
    let open = community.documents().iter().enumerate().filter(|(_, document)| {
        let kind = community.kind(document);
        let state = document.state.as_deref().and_then(|state| kind.state(state));
        is_asked(session, kind) && state.is_some_and(|state| state.open)
    });
    let first = open.min_by_key(|(at, document)| (community.children(*at).count(), document.path.clone()));
    first.map(|(_, document)| step(document, "cop answer"))
}

/// Whether documents of a kind can be answered.
fn is_asked(session: &Session, kind: &Kind) -> bool {
    session.settings().kinds.all().iter().any(|other| other.parent.as_deref() == Some(kind.name.as_str()))
}

fn step(document: &Document, command: &str) -> Step {
    let command = format!("{command} {}", quoted(&document.reference));
    Step { reference: document.reference.clone(), title: document.title.clone(), command }
}

/// The answer about a member whose file stays as it is.
fn unchanged(session: &Session, member: &Member) -> Outcome {
    let mut draft = Draft::new(session);
    if let Some(document) = session.community().documents().iter().find(|document| document.path == member.path) {
        draft.ask(document);
    }
    Outcome::silent(draft.about())
}

impl Joined {
    /// What is said beside the answer, above what became of the file.
    pub fn remarks(&self) -> &[Msg] {
        &self.says
    }

    /// The way in, a line each.
    pub fn next(&self) -> &[Msg] {
        &self.next
    }
}

impl View for Joined {
    const SCHEMA: &'static str = "join";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        self.outcome.shown(look)
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(self.outcome.listed())
    }
}

impl Written for Joined {
    fn outcome(&self) -> &Outcome {
        &self.outcome
    }
}

#[cfg(test)]
mod tests {
    use super::is_like;

    #[test]
    fn names_are_alike_that_share_more_than_an_initial() {
        for (one, other, expected) in [
            ("Bram Smit", "B. Smit", true),
            ("Bram Jansen", "bram", true),
            ("Zoë Klein", "zoe", true),
            ("Bram B. Smit", "Anna B. Klein", false),
            ("", "", false),
        ] {
            assert_eq!(is_like(one, other), expected, "{one} {other}");
        }
    }
}
