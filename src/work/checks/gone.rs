//! Documents that history knows and that are no longer there: what a reference to one is told instead of the nearest name.

use std::collections::HashMap;
use std::sync::Arc;

use crate::base::lang::Msg;
use crate::base::path::last;
use crate::base::shell::from_top;
use crate::base::slug::slug;
use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::history::{ChangeKind, CommitView, ObjectId};
use crate::msg;
use crate::work::same_people::Past;

use super::paths::{relative, without_endings};

/// So many letters of a commit's name are told.
const SHORT: usize = 7;
/// So many times a document is followed from name to name.
const NAMES: usize = 32;

/// What became of the paths that history knows, from the repository's root.
pub(super) struct Gone<'a> {
    by_path: HashMap<&'a str, What<'a>>,
    /// The paths by the name at their end, as documents have it.
    by_name: HashMap<String, Vec<&'a str>>,
}

/// What became of one.
#[derive(Clone, Copy)]
enum What<'a> {
    Deleted(CommitView<'a>),
    /// It has another path since.
    Moved(CommitView<'a>, &'a str),
    /// No commit took it away.
    Kept,
}

impl<'a> Gone<'a> {
    /// What history tells.
    pub(super) fn of(past: &Past<'a, '_>) -> Self {
        let mut by_path: HashMap<&str, What<'_>> = HashMap::new();
        let history = past.history;
        let mut note = |path: u32, what: What<'a>| {
            let known = by_path.entry(history.path(path)).or_insert(what);
            // A branch that kept it may come later in the order than the one that took it away.
            if matches!(known, What::Kept) {
                *known = what;
            }
        };
        for commit in history.commits().rev() {
            for change in commit.changes() {
                match (change.kind, change.from) {
                    (ChangeKind::Deleted, _) => note(change.path, What::Deleted(commit)),
                    (ChangeKind::Renamed, Some(from)) => note(from, What::Moved(commit, history.path(change.path))),
                    _ => {}
                }
                if change.kind != ChangeKind::Deleted {
                    note(change.path, What::Kept);
                }
            }
        }
        let mut by_name: HashMap<String, Vec<&str>> = HashMap::new();
        for path in by_path.keys() {
            by_name.entry(slug(last(without_endings(path)))).or_default().push(path);
        }
        Self { by_path, by_name }
    }

    /// What to say of a link from a document to a path of the community at which nothing stands, and whether it is where that went.
    pub(super) fn path(&self, past: &Past<'_, '_>, here: &Here<'_>, from: &str, path: &str) -> Option<(Msg, bool)> {
        let mut at = format!("{}{path}", past.prefix);
        for _ in 0..NAMES {
            let (known, what) = self.by_path.get_key_value(at.as_str())?;
            if let Some(content) = (here.newest)(known) {
                let moved = here.with(content).map(|document| (moved(relative(from, &document.path)), true));
                return Some(moved.unwrap_or_else(|| (kept(known), false)));
            }
            match what {
                What::Deleted(commit) => return Some((deleted(*commit, known), false)),
                What::Kept => return None,
                What::Moved(commit, to) => {
                    let own = to.strip_prefix(past.prefix);
                    if let Some(own) = own.filter(|own| here.community.exists(own)) {
                        let (day, commit) = (day(*commit), short(*commit));
                        return Some((msg!("check-gone-moved", day = day, commit = commit, path = relative(from, own)), true));
                    }
                    (*to).clone_into(&mut at);
                }
            }
        }
        None
    }

    /// What to say of a name that nothing has, where exactly one document was called so.
    pub(super) fn name(&self, past: &Past<'_, '_>, here: &Here<'_>, name: &str) -> Option<Msg> {
        let community = here.community;
        let known = self.by_name.get(&slug(last(without_endings(name))))?;
        let below = |path: &&&str| path.strip_prefix(past.prefix).is_some_and(|own| !community.exists(own));
        let mut gone = known.iter().filter(below);
        let (only, None) = (gone.next()?, gone.next()) else { return None };
        if let Some(content) = (here.newest)(only) {
            return Some(here.with(content).map_or_else(|| kept(only), |document| moved(document.reference.clone())));
        }
        match self.by_path.get(only)? {
            What::Deleted(commit) => Some(deleted(*commit, only)),
            What::Kept => None,
            What::Moved(commit, to) => {
                let at = community.names().by_path(to.strip_prefix(past.prefix)?)?;
                let reference = &community.documents().get(at)?.reference;
                Some(msg!("check-gone-moved", day = day(*commit), commit = short(*commit), path = reference))
            }
        }
    }
}

/// What is there now, and what the newest commit has.
pub(super) struct Here<'h> {
    pub(super) community: &'h Community,
    /// What the newest commit holds at a path, from the repository's root. History alone can't tell: one branch may have brought back what
    /// another took away.
    pub(super) newest: &'h (dyn Fn(&str) -> Option<ObjectId> + Sync),
    /// The place of the document that no commit has and that says this to the byte.
    pub(super) uncommitted: &'h dyn Fn(ObjectId) -> Option<usize>,
}

impl Here<'_> {
    fn with(&self, content: ObjectId) -> Option<&Document> {
        (self.uncommitted)(content).and_then(|at| self.community.documents().get(at)).map(Arc::as_ref)
    }
}

/// It has another path, in no commit so far.
fn moved(path: String) -> Msg {
    msg!("check-gone-staged", path = path)
}

/// The newest commit has it.
fn kept(path: &str) -> Msg {
    msg!("check-gone-kept", path = from_top(path))
}

fn deleted(commit: CommitView<'_>, path: &str) -> Msg {
    msg!("check-gone-deleted", day = day(commit), commit = short(commit), path = from_top(path))
}

fn day(commit: CommitView<'_>) -> String {
    commit.day().map(|day| day.to_string()).unwrap_or_default()
}

fn short(commit: CommitView<'_>) -> String {
    commit.id().to_string().chars().take(SHORT).collect()
}
