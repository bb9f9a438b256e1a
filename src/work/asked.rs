//! People who are asked about: members, and those who are none and are known by what they did.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::error::{Error, ErrorKind};
use crate::base::fold::fold;
use crate::base::lang::Msg;
use crate::base::nearest::several;
use crate::base::shell::quoted;
use crate::model::contribution::Author;
use crate::msg;

use super::catalogue;
use super::deeds::cast::Cast;
use super::session::Session;

/// So many near names are proposed.
const PROPOSED: usize = 3;

/// Some people, or everyone where nobody is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Handles with their sign, and folded names of those who have none.
    keys: Vec<String>,
}

impl Asked {
    /// Whether everyone is asked about.
    pub fn is_everyone(&self) -> bool {
        self.keys.is_empty()
    }

    /// Takes in somebody: a member by the handle, anybody else by the name.
    pub fn add(&mut self, handle: Option<&str>, name: &str) {
        self.keys.push(key(handle, name));
    }

    /// Whether somebody is named.
    pub fn names(&self, handle: Option<&str>, name: &str) -> bool {
        self.keys.contains(&key(handle, name))
    }
}

fn key(handle: Option<&str>, name: &str) -> String {
    handle.map_or_else(|| fold(name.trim()).into_owned(), |handle| format!("@{}", handle.to_lowercase()))
}

/// What somebody is called who is no member and whom history or documents know by a name, or by a part of it that nobody else there has.
/// `None` too for what begins as a handle does: only members have those.
pub fn guest(session: &Session, typed: &str) -> Option<String> {
    if typed.starts_with('@') {
        return None;
    }
    let (names, wanted) = (guests(session), fold(typed.trim()).into_owned());
    if let Some(name) = names.iter().find(|name| fold(name) == wanted) {
        return Some(name.clone());
    }
    let same: Vec<&String> = names.iter().filter(|name| fold(name).split_whitespace().any(|part| part == wanted)).collect();
    if let [one] = same.as_slice() {
        return Some((*one).clone());
    }
    match earlier(session, &wanted)? {
        Earlier::Guest(name) => Some(name),
        Earlier::Member(_) => None,
    }
}

/// The handle of the member whom history also knows by that whole name, which is not the one on their page.
pub fn member(session: &Session, typed: &str) -> Option<String> {
    match earlier(session, &fold(typed.trim()))? {
        Earlier::Member(handle) => Some(handle),
        Earlier::Guest(_) => None,
    }
}

/// The handle of who asks, where that is what `me` means, because no document is called so.
pub fn myself(session: &Session, typed: &str) -> Option<String> {
    if means_me(session, typed) { catalogue::me(session) } else { None }
}

/// Whether who asks is meant: with `me`, where no document is called so.
fn means_me(session: &Session, typed: &str) -> bool {
    typed == "me" && session.community().documents().iter().all(|document| document.slug != "me" && fold(&document.title) != "me")
}

/// What is said to who asks for `me` and is no member; `None` where that is no question, or `me` means somebody or something.
pub fn no_member(session: &Session, typed: &str) -> Option<Error> {
    let is_nobody = means_me(session, typed) && catalogue::me(session).is_none();
    is_nobody.then(|| Error::new(ErrorKind::NotFound, msg!("onboard-not-you")).hint(msg!("onboard-join")))
}

/// Who is known by a name of before.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Earlier {
    /// A member, by their handle.
    Member(String),
    /// Who is none, by the name of today.
    Guest(String),
}

/// The one person whom git knows by a whole name, also one that nobody is called by any more.
fn earlier(session: &Session, wanted: &str) -> Option<Earlier> {
    let all = session.authors().ok()?.all().iter().filter(|author| !author.is_bot);
    let called = all.filter(|author| author.names.iter().any(|name| fold(name.trim()) == *wanted));
    let today = |author: &Author| author.handle.clone().map_or_else(|| Earlier::Guest(author.name.trim().to_owned()), Earlier::Member);
    let found: BTreeSet<Earlier> = called.map(today).collect();
    if found.len() == 1 { found.into_iter().next() } else { None }
}

/// How many commits name each who is no member, by folded name.
fn commits(session: &Session) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let (Some(history), Ok(authors)) = (session.history_if_any(), session.authors()) else { return counts };
    for who in history.commits().flat_map(|commit| authors.writers(commit)) {
        let name = authors.all().get(who).map(|author| fold(author.name.trim()).into_owned());
        *counts.entry(name.unwrap_or_default()).or_default() += 1;
    }
    counts
}

/// The names of all who are no members and no programs; people of one name are told once.
fn guests(session: &Session) -> Vec<String> {
    let cast = Cast::of(session.community(), session.authors().ok());
    let mut known = BTreeSet::new();
    let guests = cast.all().iter().filter(|someone| someone.handle.is_none() && !someone.is_bot);
    guests.filter(|someone| known.insert(fold(someone.name.trim()).into_owned())).map(|someone| someone.name.trim().to_owned()).collect()
}

/// That nobody is called so, and who might be meant: members by their handles, others by their names.
pub fn nobody(session: &Session, typed: &str) -> Error {
    let wanted = fold(typed.trim().trim_start_matches('@')).into_owned();
    let error = Error::new(ErrorKind::NotFound, msg!("history-nobody-called", name = typed.trim()));
    let handles: Vec<&str> = session.people().members().iter().map(|member| member.handle.as_str()).collect();
    let mut near: Vec<String> = catalogue::handle_of(session, &wanted).into_iter().collect();
    for handle in several(&wanted, handles, PROPOSED) {
        if !near.iter().any(|known| known == handle) {
            near.push(handle.to_owned());
        }
    }
    let near = near.into_iter().map(|handle| format!("@{handle}")).chain(near_guests(session, typed)).take(PROPOSED);
    near.fold(error, |error, near| error.hint(session.propose(&near))).hint(msg!("history-nobody-help"))
}

/// An error about a name that can be a person's as well as a document's, for a command that takes both: what is near in the form of that command,
/// and that nobody has the name either. `command` is what stands before the name.
pub fn as_typed(session: &Session, error: &Error, typed: &str, command: &'static str) -> Error {
    let near = |hint: &Msg| match hint.arg("name").filter(|_| hint.key() == "document-near") {
        Some(name) => msg!("asked-near", command = command, name = name),
        None => hint.clone(),
    };
    let is_persons = error.msg().key() == "document-unknown" && (typed.trim().contains(' ') || !near_guests(session, typed).is_empty());
    let says = if is_persons { msg!("asked-neither", name = typed.trim()) } else { error.msg().clone() };
    error.hints().iter().fold(Error::new(error.kind(), says), |error, hint| error.hint(near(hint)))
}

/// The names, as they are typed, of those who are no members and have a name that is near or of which this is a part, who did most first:
/// they are meant most likely. Nobody where something is about to be written: that is done to members.
pub fn near_guests(session: &Session, typed: &str) -> Vec<String> {
    if session.is_writing() {
        return Vec::new();
    }
    let wanted = fold(typed.trim().trim_start_matches('@')).into_owned();
    let is_near = |name: &String| {
        let name = fold(name).into_owned();
        name.split_whitespace().any(|part| part == wanted) || !several(&wanted, [name.as_str()], 1).is_empty()
    };
    let mut near: Vec<String> = guests(session).into_iter().filter(is_near).collect();
    if near.len() > 1 {
        let commits = commits(session);
        near.sort_by_key(|name| Reverse(commits.get(&*fold(name)).copied().unwrap_or_default()));
    }
    near.into_iter().take(PROPOSED).map(|name| quoted(&name).into_owned()).collect()
}
