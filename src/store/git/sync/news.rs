//! What is different between two commits, and whose work that was.

use std::collections::BTreeMap;
use std::path::Path;

use git2::{Commit, Delta, Diff, DiffFindOptions, DiffOptions, Repository, Tree};

use crate::base::error::Result;
use crate::base::path::last;
use crate::model::history::{Identity, ObjectId};
use crate::store::git::open::{Repo, id, oid};
use crate::store::git::write::unreadable;

/// So many commits are looked through for who changed what.
const COMMITS: usize = 500;

/// So many merges are looked at for what they brought together.
const MERGES: usize = 50;

/// So much of a file, in percents, is the same where git's user takes it for the same file under another name.
const ALIKE: u16 = 60;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    New,
    /// It is another than it was.
    Changed,
    /// It is gone.
    Gone,
}

/// A file that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Different {
    /// From the repository's root.
    pub path: String,
    /// What became of it.
    pub fate: Fate,
    /// What it holds, or held.
    pub blob: ObjectId,
    /// Who did it, in the order of their names; empty where history is too long to tell.
    pub by: Vec<Identity>,
}

/// What is different in `to` from what was in `from`, in the order of the paths; `None` is a commit with nothing in it.
///
/// # Errors
/// The repository can't be read.
pub fn between(repo: &Repo, from: Option<ObjectId>, to: Option<ObjectId>) -> Result<Vec<Different>> {
    let (diff, new) = trees(repo, from, to)?;
    let who = authors(repo, from, to).unwrap_or_default();
    let mut all = Vec::new();
    for delta in diff.deltas() {
        let (file, fate) = match delta.status() {
            Delta::Added => (delta.new_file(), Fate::New),
            Delta::Deleted => (delta.old_file(), Fate::Gone),
            _ => (delta.new_file(), Fate::Changed),
        };
        let Some(path) = file.path_bytes().map(|path| String::from_utf8_lossy(path).into_owned()) else { continue };
        let by = who.get(&path).or_else(|| brought(&who, new.as_ref()?, &path)).cloned().unwrap_or_default();
        all.push(Different { path, fate, blob: id(file.id()), by });
    }
    Ok(all)
}

/// The trees of two commits and what is different in the second; `None` is a commit with nothing in it.
fn trees(repo: &Repo, from: Option<ObjectId>, to: Option<ObjectId>) -> Result<(Diff<'_>, Option<Tree<'_>>)> {
    let raw = repo.raw();
    let tree = |tip: Option<ObjectId>| tip.map(|tip| raw.find_commit(oid(tip)).and_then(|commit| commit.tree())).transpose();
    let read = || -> Result<_, git2::Error> {
        let (old, new) = (tree(from)?, tree(to)?);
        Ok((raw.diff_tree_to_tree(old.as_ref(), new.as_ref(), Some(&mut quick()))?, new))
    };
    read().map_err(unreadable)
}

/// The commits that only `to` has, the newest first, and no more of them than are looked through.
fn only(
    raw: &Repository,
    from: Option<ObjectId>,
    to: ObjectId,
) -> Result<impl Iterator<Item = Result<Commit<'_>, git2::Error>>, git2::Error> {
    let mut walk = raw.revwalk()?;
    walk.push(oid(to))?;
    from.map_or(Ok(()), |from| walk.hide(oid(from)))?;
    Ok(walk.take(COMMITS).map(|commit| raw.find_commit(commit?)))
}

/// Who made what only a merge put where it is: the file has its name still, and is not where it was any more.
fn brought<'w>(who: &'w BTreeMap<String, Vec<Identity>>, tree: &Tree<'_>, path: &str) -> Option<&'w Vec<Identity>> {
    let is_gone = |old: &str| tree.get_path(Path::new(old)).is_err();
    who.iter().find(|(old, _)| last(old) == last(path) && is_gone(old)).map(|(_, people)| people)
}

/// The files that `to` has under another name than `from`, by what is in them: the old path and the new.
///
/// # Errors
/// The repository can't be read.
pub fn alike(repo: &Repo, from: Option<ObjectId>, to: Option<ObjectId>) -> Result<Vec<(String, String)>> {
    let (mut diff, _) = trees(repo, from, to)?;
    let has = |fate: Delta| diff.deltas().any(|delta| delta.status() == fate);
    if !has(Delta::Added) || !has(Delta::Deleted) {
        return Ok(Vec::new());
    }
    diff.find_similar(Some(DiffFindOptions::new().renames(true).rename_threshold(ALIKE))).map_err(unreadable)?;
    let path = |file: git2::DiffFile<'_>| file.path_bytes().map(|path| String::from_utf8_lossy(path).into_owned());
    let renamed = diff.deltas().filter(|delta| delta.status() == Delta::Renamed);
    Ok(renamed.filter_map(|delta| Some((path(delta.old_file())?, path(delta.new_file())?))).collect())
}

/// What the merges that only `to` has brought together: where the sides of each began to differ, with each side.
///
/// # Errors
/// The repository can't be read.
pub fn joined(repo: &Repo, from: Option<ObjectId>, to: ObjectId) -> Result<Vec<(ObjectId, ObjectId)>> {
    let raw = repo.raw();
    let read = || -> Result<Vec<(ObjectId, ObjectId)>, git2::Error> {
        let mut all = Vec::new();
        let mut merges = 0;
        for commit in only(raw, from, to)? {
            let commit = commit?;
            let parents: Vec<_> = commit.parent_ids().collect();
            let [one, other] = parents[..] else { continue };
            let Ok(base) = raw.merge_base(one, other) else { continue };
            all.extend([(id(base), id(one)), (id(base), id(other))]);
            merges += 1;
            if merges == MERGES {
                break;
            }
        }
        Ok(all)
    };
    read().map_err(unreadable)
}

/// Who changed which file, by its path then, in the commits that only `to` has.
///
/// # Errors
/// The repository can't be read.
pub fn writers(repo: &Repo, from: Option<ObjectId>, to: Option<ObjectId>) -> Result<BTreeMap<String, Vec<Identity>>> {
    authors(repo, from, to).map_err(unreadable)
}

/// Who wrote one of these lines into a file under any of these paths, in the commits that only `to` has; in the order of their names.
///
/// # Errors
/// The repository can't be read.
pub fn wrote(repo: &Repo, from: Option<ObjectId>, to: Option<ObjectId>, paths: &[String], lines: &[String]) -> Result<Vec<Identity>> {
    let raw = repo.raw();
    let text = |tree: &Tree<'_>, path: &str| -> String {
        let blob = tree.get_path(Path::new(path)).ok().and_then(|entry| raw.find_blob(entry.id()).ok());
        blob.map_or_else(String::new, |blob| String::from_utf8_lossy(blob.content()).into_owned())
    };
    let mut people: Vec<Identity> = Vec::new();
    let mut read = || -> Result<(), git2::Error> {
        let Some(to) = to else { return Ok(()) };
        for commit in only(raw, from, to)? {
            let commit = commit?;
            if commit.parent_count() > 1 {
                continue;
            }
            let tree = commit.tree()?;
            let before = commit.parent(0).ok().map(|parent| parent.tree()).transpose()?;
            // A renaming writes nothing that was not there under the other name.
            let old: String = before.iter().flat_map(|before| paths.iter().map(move |path| text(before, path))).collect();
            let new: String = paths.iter().map(|path| text(&tree, path)).collect();
            let has = |all: &str, line: &str| all.lines().any(|other| other.trim() == line);
            let author = author(&commit);
            if old != new && !people.contains(&author) && lines.iter().any(|line| has(&new, line) && !has(&old, line)) {
                people.push(author);
            }
        }
        Ok(())
    };
    read().map_err(unreadable)?;
    people.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(people)
}

fn author(commit: &Commit<'_>) -> Identity {
    let author = commit.author();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Identity { name: text(author.name_bytes()), email: text(author.email_bytes()) }
}

fn quick() -> DiffOptions {
    let mut options = DiffOptions::new();
    options.skip_binary_check(true).ignore_submodules(true).context_lines(0);
    options
}

/// Who changed which file in the commits that only the second has.
fn authors(repo: &Repo, from: Option<ObjectId>, to: Option<ObjectId>) -> Result<BTreeMap<String, Vec<Identity>>, git2::Error> {
    let raw = repo.raw();
    let mut who: BTreeMap<String, Vec<Identity>> = BTreeMap::new();
    let Some(to) = to else { return Ok(who) };
    for commit in only(raw, from, to)? {
        let commit = commit?;
        // What a merge brings is told of by the commits that it merges.
        if commit.parent_count() > 1 {
            continue;
        }
        let before = commit.parent(0).ok().map(|parent| parent.tree()).transpose()?;
        let diff = raw.diff_tree_to_tree(before.as_ref(), Some(&commit.tree()?), Some(&mut quick()))?;
        let author = author(&commit);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        for delta in diff.deltas() {
            let Some(path) = delta.new_file().path_bytes().or(delta.old_file().path_bytes()) else { continue };
            let people = who.entry(text(path)).or_default();
            if !people.contains(&author) {
                people.push(author.clone());
            }
        }
    }
    for people in who.values_mut() {
        people.sort_by(|a, b| a.name.cmp(&b.name));
    }
    Ok(who)
}
