//! What a text leads to, so that one that follows a document to its new name is no other text.
//!
//! Whoever renames a page has to change what leads to it, also in what was decided. A link to what is gone from one place and came to
//! another in the same commit says what it said: whoever may put another page there could as well have written it in the old place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::base::path::{folder, last};
use crate::model::document::{Document, number_of};
use crate::model::targets::{is_external, join};
use crate::store::git::mainline::FileChange;
use crate::text::markdown::decode;

/// A place in a body that names a file.
#[derive(Clone)]
struct Lead {
    /// The bytes of the name in the body.
    span: Range<usize>,
    name: String,
    form: Form,
}

/// How a place names a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// By its path from the document.
    Path,
    /// By what it is called.
    Name,
    /// A member, by their handle.
    Member,
}

/// A body with all that it leads to.
#[derive(Clone)]
pub(super) struct Led {
    path: String,
    body: String,
    leads: Vec<Lead>,
}

/// What a commit took away, and what it put in some place.
#[derive(Default)]
pub(super) struct Moves {
    gone: BTreeSet<String>,
    came: BTreeSet<String>,
    /// Of what rules are about: to where each went.
    known: BTreeMap<String, String>,
    /// Of members who are called otherwise: the handle that each had, and has, in small letters.
    members: BTreeMap<String, String>,
    /// The paths of all files before and after, where something went elsewhere: a name of several leads to none of them.
    all: [Vec<String>; 2],
}

impl Led {
    pub(super) fn of(document: &Document) -> Self {
        let whole = document.body();
        let body = whole.trim();
        let start = document.text.len() - whole.len() + (whole.len() - whole.trim_start().len());
        let links = document.markdown.links.iter().filter(|link| !link.opaque && (link.form.is_wiki() || !is_external(&link.target)));
        let links =
            links.map(|link| (link.target_span.clone(), link.target.as_str(), if link.form.is_wiki() { Form::Name } else { Form::Path }));
        let mentions = document.markdown.mentions.iter().map(|mention| (mention.span.clone(), mention.handle.as_str(), Form::Member));
        let mut leads: Vec<Lead> = links
            .chain(mentions)
            .filter(|(span, ..)| span.start >= start && span.end <= start + body.len())
            .map(|(span, name, form)| Lead { span: span.start - start..span.end - start, name: name.trim().to_owned(), form })
            .collect();
        leads.sort_by_key(|lead| lead.span.start);
        // Several links can share one definition; and what stands in another stands with that.
        let mut end = 0;
        leads.retain(|lead| {
            let is_next = lead.span.start >= end;
            end = end.max(lead.span.end);
            is_next
        });
        Self { path: document.path.clone(), body: body.to_owned(), leads }
    }

    pub(super) fn body(&self) -> &str {
        &self.body
    }

    /// The folder that it stands in.
    pub(super) fn folder(&self) -> &str {
        folder(&self.path)
    }

    /// Whether both say the same, but for what follows a file to its new place.
    pub(super) fn says_as(&self, new: &Self, moves: &Moves) -> bool {
        if self.body == new.body {
            return true;
        }
        let follows = |(old, other): (&Lead, &Lead)| {
            let same = || self.body.get(old.span.clone()) == new.body.get(other.span.clone());
            old.form == other.form && (same() || moves.lead(&self.path, old, &new.path, other))
        };
        self.leads.len() == new.leads.len() && self.between() == new.between() && self.leads.iter().zip(&new.leads).all(follows)
    }

    /// The pieces of the body between what it leads to.
    fn between(&self) -> Vec<&str> {
        let ends = self.leads.iter().map(|lead| lead.span.start).chain([self.body.len()]);
        let starts = [0].into_iter().chain(self.leads.iter().map(|lead| lead.span.end));
        starts.zip(ends).map(|(start, end)| self.body.get(start..end).unwrap_or_default()).collect()
    }
}

impl Moves {
    pub(super) fn of(changes: &[FileChange]) -> Self {
        let mut moves = Self::default();
        for change in changes {
            match (change.old, change.new) {
                (Some(_), None) => drop(moves.gone.insert(change.path.clone())),
                (None, Some(_)) => drop(moves.came.insert(change.path.clone())),
                _ => {}
            }
        }
        moves
    }

    /// Notes that what stood in a place rules are about stands in another now; or, in none, that it is no other's.
    pub(super) fn goes(&mut self, from: Option<&str>, to: &str) {
        match from {
            Some(from) => drop(self.known.insert(from.to_owned(), to.to_owned())),
            None => drop(self.came.remove(to)),
        }
    }

    /// Notes that what stood in a place is gone for good.
    pub(super) fn ends(&mut self, path: &str) {
        self.gone.remove(path);
    }

    /// Whether anything went from one place to another.
    pub(super) fn is_any(&self) -> bool {
        !self.gone.is_empty() && !self.came.is_empty()
    }

    /// Notes what files there were before, and are after.
    pub(super) fn among(&mut self, before: Vec<String>, after: Vec<String>) {
        self.all = [before, after];
    }

    /// Notes that a member who was known by something of it before is called otherwise.
    pub(super) fn is_called(&mut self, old: &str, new: &str) {
        self.members.insert(old.to_owned(), new.to_owned());
    }

    /// Whether a name of what stood in one place became that of what stands in another, for a document in this folder.
    pub(super) fn renames(&self, place: &str, old: &str, new: &str) -> bool {
        let called = |name: &str, path: &str| {
            let (name, path) = (name.strip_suffix(".md").unwrap_or(name), path.strip_suffix(".md").unwrap_or(path));
            let number = || name.parse().ok().is_some_and(|number: u32| folder(path) == place && number_of(last(path)) == Some(number));
            !name.is_empty() && (path == name || last(path) == last(name) || number())
        };
        let [before, after] = &self.all;
        let is_one = |name: &str, files: &[String]| files.iter().filter(|path| called(name, path)).take(2).count() < 2;
        let mut gone = self.gone.iter().filter(|path| called(old, path));
        gone.any(|from| self.came.iter().any(|to| called(new, to) && self.pairs(from, to))) && is_one(old, before) && is_one(new, after)
    }

    fn lead(&self, old_path: &str, old: &Lead, new_path: &str, new: &Lead) -> bool {
        let parted = |lead: &Lead| {
            lead.name.split_once('#').map_or((lead.name.clone(), None), |(name, part)| (name.to_owned(), Some(part.to_owned())))
        };
        let ((old_name, old_part), (new_name, new_part)) = (parted(old), parted(new));
        if old_part != new_part {
            return false;
        }
        match old.form {
            // A page that is called as a member is not who is meant.
            Form::Member => return self.members.get(&old_name.to_lowercase()).is_some_and(|known| *known == new_name.to_lowercase()),
            Form::Name => return self.renames(folder(old_path), &old_name, &new_name),
            Form::Path => {}
        }
        let place = |path: &str, name: &str| join(path, &decode(name));
        match (place(old_path, &old_name), place(new_path, &new_name)) {
            (Some(from), Some(to)) => self.gone.contains(&from) && self.came.contains(&to) && self.pairs(&from, &to),
            _ => false,
        }
    }

    fn pairs(&self, from: &str, to: &str) -> bool {
        match self.known.get(from) {
            Some(known) => known == to,
            None => !self.known.values().any(|known| known == to),
        }
    }
}
