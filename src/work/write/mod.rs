//! Writing: what all commands that change a community share, and a file for each of them.
//!
//! A command makes a draft: documents as they are to be. What differs from the disk becomes one set of changes, is carried
//! out wholly or not at all, and is one commit.

pub mod accept;
pub mod add;
pub mod baseline;
mod draft;
pub mod edit;
mod fields;
pub mod fixes;
pub mod flag;
pub mod guests;
pub mod handle;
pub mod invite;
pub mod join;
pub mod like;
pub mod mark;
pub mod meet;
pub mod mend;
mod outcome;
pub mod own;
mod record;
mod relations;
pub mod rename;
pub mod review;
pub mod rm;
pub mod save;
pub mod set;
pub(super) mod spoken;
mod states;
mod stewards;
pub mod tag;
pub mod undo;
mod values;
mod which;

use std::io;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::{self, Unread};
use crate::base::lang::Msg;
use crate::base::nearest::several;
use crate::base::place::Place;
use crate::model::change::{Author, ChangeSet, Message};
use crate::model::identity::account;
use crate::model::person::Member;
use crate::msg;
use crate::store::git::write::diff::diff;
use crate::store::git::write::{Options, carry_out};

use super::catalogue;
use super::session::Session;

use draft::Draft;
use outcome::About;
pub use outcome::{
    Accepted, Added, Answered, Asked, Changed, Edited, Fate, Flagged, Followed, Marked, Met, Outcome, Removed, Renamed, Reviewed, Set,
    Tagged, Thanked, Used, Written,
};
pub use values::Assignment;
pub(super) use values::demand_visible;
pub use which::Which;

/// A file of so many bytes at most is moved, deleted or kept.
const LARGEST: u64 = 1 << 30;

/// How a person wants something written.
#[derive(Clone, Debug, Default)]
pub struct How {
    /// Why, in a sentence: the commit's body.
    pub message: Option<String>,
    /// The member on whose behalf, as typed.
    pub author: Option<String>,
    /// The files are written and nothing is committed.
    pub no_commit: bool,
    /// What the person has changed in the same files is committed with it.
    pub with_my_edits: bool,
    /// Only what would be done is shown.
    pub dry_run: bool,
}

/// Carries out a draft: every file and the commit, or nothing. `subject` says it in the commit, in the community's language.
fn write(session: &Session, draft: &Draft<'_>, subject: &Msg, how: &How) -> Result<Outcome> {
    let author = author_of(session, how)?;
    write_as(session, draft, subject, how, author)
}

/// The same for an author who is known already.
fn write_as(session: &Session, draft: &Draft<'_>, subject: &Msg, how: &How, author: Option<Author>) -> Result<Outcome> {
    let changed = draft.changed();
    if changed.is_empty() {
        return Ok(Outcome::new(draft.about(), Fate::Unchanged));
    }
    let set = draft.add_to(ChangeSet::new(message(session, subject, how)))?;
    carry(session, set, draft.about(), how, author)
}

/// The bytes of any file of the community that is to be moved, deleted or kept.
fn whole(session: &Session, path: &str) -> std::result::Result<Vec<u8>, Unread> {
    files::read(&session.dir().join(path), LARGEST)
}

/// The same of a file that need not be there; `None` where it is not.
///
/// # Errors
/// It can't be read.
fn whole_if_any(session: &Session, path: &str) -> Result<Option<Vec<u8>>> {
    match whole(session, path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(Unread::Io(cause)) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(Error::new(ErrorKind::Io, msg!("file-not-regular")).because(io::Error::from(cause)).at(Place::file(path))),
    }
}

/// What the commit says, in the community's language.
fn message(session: &Session, subject: &Msg, how: &How) -> Message {
    Message { subject: subject.text(session.settings().tongue()), body: how.message.clone(), trailers: Vec::new() }
}

/// Carries out a set of changes, on behalf of whom the person names.
fn send(session: &Session, set: ChangeSet, about: About, how: &How) -> Result<Outcome> {
    let author = author_of(session, how)?;
    carry(session, set, about, how, author)
}

/// Carries out a set of changes: every file and the commit, or nothing.
fn carry(session: &Session, set: ChangeSet, about: About, how: &How, author: Option<Author>) -> Result<Outcome> {
    demand_visible("-m", how.message.as_deref().unwrap_or_default())?;
    // Whoever wants a commit is not left with half of it because git can't be read just now.
    if let (Err(reason), false) = (session.repository(), how.no_commit) {
        return Err(reason.error().hint(msg!("write-hook-hint")));
    }
    let name = author.as_ref().map(|author| author.name.clone());
    let set = author.into_iter().fold(set, ChangeSet::on_behalf_of);
    let usual = Options::at(session.now().into());
    let options = Options { no_commit: how.no_commit, with_my_edits: how.with_my_edits, dry_run: how.dry_run, ..usual };
    let done = carry_out(session.repo(), session.dir(), &set, &options)?;
    if how.dry_run {
        let text = String::from_utf8_lossy(&diff(&set)).into_owned();
        return Ok(Outcome::new(about, Fate::Shown(text)));
    }
    let fate = match (&done.commit, session.repository()) {
        (Some(commit), _) => Fate::Committed { commit: commit.clone(), on_behalf: name },
        (None, Ok(Some(_))) => Fate::Left,
        (None, Ok(None)) => Fate::NoGit,
        (None, Err(reason)) => Fate::Unread(reason.msg()),
    };
    let heard = done.said.into_iter().map(|said| said.text).filter(|text| !text.trim().is_empty());
    Ok(Outcome::new(about, fate).hearing(heard))
}

/// The author in git, if it is not the person who runs cop.
fn author_of(session: &Session, how: &How) -> Result<Option<Author>> {
    let Some(member) = behalf(session, how)? else { return Ok(None) };
    author(member).map(Some).ok_or_else(|| no_address(member))
}

/// The member on whose behalf something is written, if it is not the person who runs cop.
fn behalf<'s>(session: &'s Session, how: &How) -> Result<Option<&'s Member>> {
    let Some(typed) = how.author.as_deref() else { return Ok(None) };
    member(session, typed).map(Some)
}

/// The member whom a person names.
fn member<'s>(session: &'s Session, typed: &str) -> Result<&'s Member> {
    let bare = typed.trim().trim_start_matches('@');
    let handle = if bare == "me" { catalogue::me(session) } else { catalogue::handle_of(session, bare) };
    let known = handle.as_deref().and_then(|handle| session.people().by_handle(handle));
    known.ok_or_else(|| if bare == "me" { nobody() } else { unknown_member(session, bare) })
}

/// Nobody knows who runs cop.
fn nobody() -> Error {
    Error::new(ErrorKind::NotFound, msg!("query-nobody")).hint(msg!("query-nobody-help"))
}

/// There is no such member; whoever is called nearly so is proposed.
fn unknown_member(session: &Session, typed: &str) -> Error {
    let members = session.people().members();
    let handles = members.iter().map(|member| member.handle.as_str());
    let names = members.iter().map(|member| member.name.as_str());
    let near = several(typed, handles.chain(names), 1);
    let error = Error::new(ErrorKind::NotFound, msg!("change-no-member", name = typed));
    let handle = |near: &str| session.people().named(near).map_or_else(|| near.to_owned(), |member| member.handle.clone());
    near.into_iter().fold(error, |error, near| error.hint(msg!("usage-nearest", name = handle(near))))
}

/// The name and address that stand for a member in a commit: their own address, else the one that a host gives an account.
fn author(member: &Member) -> Option<Author> {
    let of_account = |name: &String| {
        let (host, user) = name.split_once(':')?;
        let address = match host {
            "github" => format!("{user}@users.noreply.github.com"),
            "codeberg" => format!("{user}@noreply.codeberg.org"),
            _ => return None,
        };
        account(&address).filter(|read| read == name).map(|_| address)
    };
    let address = member.emails.first().cloned().or_else(|| member.accounts.iter().find_map(of_account))?;
    Some(Author { name: member.name.clone(), email: address })
}

fn no_address(member: &Member) -> Error {
    let error = Error::new(ErrorKind::Usage, msg!("change-no-address", name = &member.name));
    error.hint(msg!("change-no-address-help", path = &member.path))
}
