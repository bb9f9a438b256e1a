//! Who did what, as git history tells it: facts seen with today's members, mailmap and bots.

use std::collections::HashMap;

use crate::base::date::Date;
use crate::base::width::truncate;

use super::history::{ChangeKind, CommitView, History, Identity, TrailerKind};
use super::identity::{Mailmap, without_addresses};
use super::person::People;

/// A longer name is cut, in columns: nobody has one, and it would fill the screen.
pub const NAME: usize = 100;

/// Someone who appears in history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The handle of a member's file; `None` for who has none.
    pub handle: Option<String>,
    /// What they are called: by their file, else the newest name that git has.
    pub name: String,
    /// Every name that they used, in order of appearance.
    pub names: Vec<String>,
    /// Every address that they used, lower case, in order of appearance.
    pub emails: Vec<String>,
    /// They are a program.
    pub is_bot: bool,
    /// They are a member who left.
    pub left: bool,
}

/// Which author each identity of a history is.
#[derive(Debug, Default)]
pub struct Authors {
    list: Vec<Author>,
    of_identity: HashMap<Identity, usize>,
}

impl Authors {
    /// Tells the authors of a history apart.
    ///
    /// An identity is a member by account or whole address, never by name alone: as it stands in the commit, else as the mailmap has it. Who is
    /// no member is told apart by address.
    pub fn of(history: &History, mailmap: &Mailmap, people: &People, bots: &[String]) -> Self {
        Self::among(history.commits(), mailmap, people, bots)
    }

    /// The same for some of a history's commits, in its order.
    pub fn among<'h>(commits: impl Iterator<Item = CommitView<'h>>, mailmap: &Mailmap, people: &People, bots: &[String]) -> Self {
        let mut authors = Self::default();
        let mut by_key: HashMap<String, usize> = HashMap::new();
        // Later commits come later, so that the newest name is the one that stays.
        for commit in commits {
            let trailers = commit.trailers().map(|(_, who)| who);
            for who in std::iter::once(commit.author()).chain(trailers) {
                authors.meet(who, mailmap, people, bots, &mut by_key);
            }
        }
        authors
    }

    fn meet(&mut self, who: &Identity, mailmap: &Mailmap, people: &People, bots: &[String], by_key: &mut HashMap<String, usize>) {
        let resolved = resolved(who, mailmap, people);
        let at = if let Some(at) = self.of_identity.get(who) {
            *at
        } else {
            let member = people.by_identity(&resolved);
            let email = resolved.email.trim().to_lowercase();
            let key = match member {
                Some(member) => format!("@{}", member.handle),
                None if email.is_empty() => format!("={}", resolved.name.to_lowercase()),
                None => email,
            };
            let at = *by_key.entry(key).or_insert_with(|| {
                let is_bot = is_bot(&resolved, bots);
                let (handle, left) = (member.map(|member| member.handle.clone()), member.is_some_and(|member| member.left));
                let name = member.map_or_else(String::new, |member| member.name.clone());
                self.list.push(Author { handle, name, names: Vec::new(), emails: Vec::new(), is_bot, left });
                self.list.len() - 1
            });
            self.of_identity.insert(who.clone(), at);
            at
        };
        let author = &mut self.list[at];
        if !resolved.name.trim().is_empty() && !author.names.iter().any(|name| name == resolved.name.trim()) {
            author.names.push(resolved.name.trim().to_owned());
        }
        if author.handle.is_none() && !resolved.name.trim().is_empty() {
            author.name = truncate(&without_addresses(resolved.name.trim()), NAME).into_owned();
        }
        let email = resolved.email.trim().to_lowercase();
        if author.name.is_empty() {
            // Without a name there is nothing to show but the part before the @.
            email.split('@').next().unwrap_or_default().clone_into(&mut author.name);
        }
        if !email.is_empty() && !author.emails.contains(&email) {
            author.emails.push(email);
        }
    }

    /// Everyone, in order of appearance.
    pub fn all(&self) -> &[Author] {
        &self.list
    }

    /// The author that an identity is, as a place in [`Authors::all`].
    pub fn of_identity(&self, who: &Identity) -> Option<usize> {
        self.of_identity.get(who).copied()
    }

    /// Whether all of these authors are among later ones under the same names, and in the same order, so that what they did reads as it did.
    pub fn are_still(&self, later: &Self) -> bool {
        let mut places = vec![None; self.list.len()];
        for (who, at) in &self.of_identity {
            let Some(now) = later.of_identity(who) else { return false };
            let (then, is) = (&self.list[*at], &later.list[now]);
            let same = (&then.handle, &then.name, then.is_bot) == (&is.handle, &is.name, is.is_bot);
            if !same || places[*at].is_some_and(|place| place != now) {
                return false;
            }
            places[*at] = Some(now);
        }
        // Of two who did as much for a document the one comes first who came first.
        places.is_sorted_by(|one, next| one < next)
    }

    /// Who wrote a commit: its author, and everyone named as co-author, each once; programs left out.
    pub fn writers(&self, commit: CommitView<'_>) -> Vec<usize> {
        let named = commit.trailers().filter(|(kind, _)| *kind == TrailerKind::CoAuthor).map(|(_, who)| who);
        self.known(std::iter::once(commit.author()).chain(named))
    }

    /// Who a commit names for one thing, each once; programs left out.
    pub fn named(&self, commit: CommitView<'_>, kind: TrailerKind) -> Vec<usize> {
        self.known(commit.trailers().filter(|(found, _)| *found == kind).map(|(_, who)| who))
    }

    fn known<'a>(&self, identities: impl Iterator<Item = &'a Identity>) -> Vec<usize> {
        let mut found = Vec::new();
        for at in identities.filter_map(|who| self.of_identity(who)) {
            if !found.contains(&at) && !self.list[at].is_bot {
                found.push(at);
            }
        }
        found
    }
}

/// Whether an identity is a program: `name[bot]`, GitHub itself, or one that the community lists.
fn is_bot(who: &Identity, bots: &[String]) -> bool {
    let marked = who.name.trim_end().ends_with("[bot]") || who.email.split('@').next().is_some_and(|local| local.ends_with("[bot]"));
    // What GitHub itself commits, such as a merge on its page; people's own addresses there have another domain.
    let is_host = who.email.eq_ignore_ascii_case("noreply@github.com") && who.name.eq_ignore_ascii_case("GitHub");
    marked || is_host || bots.iter().any(|bot| bot.eq_ignore_ascii_case(who.name.trim()) || bot.eq_ignore_ascii_case(who.email.trim()))
}

/// What one person did for one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Who, as a place in [`Authors::all`].
    pub who: usize,
    /// They made it.
    pub created: bool,
    /// How many later commits of theirs changed it.
    pub edits: u32,
    /// How often they are named as having reviewed it.
    pub reviewed: u32,
    /// How often they are named as having been consulted.
    pub consulted: u32,
    /// When they last did something for it.
    pub last: Option<Date>,
}

/// A document's life in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Life {
    /// When it was made; `None` where history does not say.
    pub created: Option<Date>,
    /// When it last changed.
    pub updated: Option<Date>,
    /// Who had a part in it, those who did most first.
    pub parts: Vec<Part>,
}

/// One commit in the life of a document.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    /// The commit.
    pub commit: CommitView<'a>,
    /// Its place in history.
    pub at: u32,
    /// It made the document; every other one changed it.
    pub is_new: bool,
}

/// The commits that somebody worked on the document with that is now at a path from the repository's root, oldest first.
///
/// A merge is nobody's work on the text but where it changes it against all parents; history counts it there only.
pub fn steps<'a>(history: &'a History, path: &str) -> impl Iterator<Item = Step<'a>> {
    let changes = history.of_path(path).filter(|change| change.kind.is_work());
    changes.enumerate().filter_map(|(at, change)| {
        let commit = history.commit(change.commit)?;
        Some(Step { commit, at: change.commit, is_new: at == 0 && change.kind == ChangeKind::Added })
    })
}

/// The life of the document that is now at a path, from the repository's root.
pub fn life(history: &History, authors: &Authors, path: &str) -> Life {
    let mut life = Life::default();
    for Step { commit, is_new, .. } in steps(history, path) {
        let day = commit.day();
        if is_new {
            life.created = day;
        }
        life.updated = day.or(life.updated);
        for who in authors.writers(commit) {
            let part = part(&mut life.parts, who);
            part.created |= is_new;
            part.edits += u32::from(!is_new);
            part.last = part.last.max(day);
        }
        for who in authors.named(commit, TrailerKind::Reviewed) {
            let part = part(&mut life.parts, who);
            part.reviewed += 1;
            part.last = part.last.max(day);
        }
        for who in authors.named(commit, TrailerKind::Acked) {
            let part = part(&mut life.parts, who);
            part.consulted += 1;
            part.last = part.last.max(day);
        }
    }
    sort(&mut life.parts);
    life
}

/// Those who did most first: making a document counts as three edits; of equals, the later.
fn sort(parts: &mut [Part]) {
    let weight = |part: &Part| 3 * u32::from(part.created) + part.edits + part.reviewed + part.consulted;
    parts.sort_by(|a, b| weight(b).cmp(&weight(a)).then(b.last.cmp(&a.last)).then(a.who.cmp(&b.who)));
}

fn part(parts: &mut Vec<Part>, who: usize) -> &mut Part {
    let at = parts.iter().position(|part| part.who == who).unwrap_or_else(|| {
        parts.push(Part { who, created: false, edits: 0, reviewed: 0, consulted: 0, last: None });
        parts.len() - 1
    });
    &mut parts[at]
}

/// Who a commit names, as the mailmap has it. What stands in a member's own file goes before that: anybody writes a line of `.mailmap`.
fn resolved(who: &Identity, mailmap: &Mailmap, people: &People) -> Identity {
    let mapped = mailmap.resolve(who);
    let handle = |who: &Identity| people.by_identity(who).map(|member| member.handle.as_str());
    match handle(who) {
        own @ Some(_) if handle(&mapped) != own => who.clone(),
        _ => mapped,
    }
}
