//! Renamings on one side of a merge that git does not know from an addition and a removal: of a short page, or of one that much else was
//! changed in. What cop renames keeps its old name among its aliases, and by that it is found again.
//!
//! What the other side wrote in the old file goes to the new one, and so do the answers that were given under the old name.

use std::path::Path;

use crate::base::error::Result;
use crate::base::fold::fold;
use crate::base::path::{folder, last};
use crate::base::slug::slug;
use crate::model::document::Document;
use crate::model::history::ObjectId;
use crate::model::kinds::folders_of_children;
use crate::store::git::open::Repo;
use crate::store::git::program::Program;
use crate::store::git::sync::mend::{Held, bring, give_path, held, is_known, is_saved, listed};
use crate::store::git::sync::news::{self, Different, Fate};
use crate::work::merge::contents;
use crate::work::session::Session;

/// So many names are tried for an answer.
const NAMES: usize = 1000;

/// What two histories have.
#[derive(Clone, Copy)]
pub(super) struct Sides {
    /// Where they began to differ.
    pub(super) base: ObjectId,
    pub(super) ours: ObjectId,
    pub(super) theirs: ObjectId,
}

/// A document that has another path on one side; paths are from the repository's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Renamed {
    pub(super) from: String,
    pub(super) to: String,
    is_ours: bool,
}

/// What was renamed on either side, with the answers that moved along.
///
/// # Errors
/// The repository can't be read.
pub(super) fn find(session: &Session, repo: &Repo, sides: Sides) -> Result<Vec<Renamed>> {
    let mut all = Vec::new();
    for (tip, is_ours) in [(sides.ours, true), (sides.theirs, false)] {
        let different = news::between(repo, Some(sides.base), Some(tip))?;
        for (from, to) in pairs(session, &different) {
            let is_new = |path: &str| different.iter().any(|new| new.fate == Fate::New && new.path == path);
            for (old, new) in folders_of_children(&from).zip(folders_of_children(&to)) {
                let gone = different.iter().filter(|gone| gone.fate == Fate::Gone);
                let inside = gone.filter_map(|gone| Some((gone, gone.path.strip_prefix(old)?.strip_prefix('/')?)));
                let moved = inside.map(|(gone, rest)| (gone.path.clone(), format!("{new}/{rest}"))).filter(|(_, to)| is_new(to));
                all.extend(moved.map(|(from, to)| Renamed { from, to, is_ours }));
            }
            all.push(Renamed { from, to, is_ours });
        }
    }
    Ok(all)
}

/// Of what is different on one side, each document that is gone with the one that is called as it was among its aliases.
pub(super) fn pairs(session: &Session, different: &[Different]) -> Vec<(String, String)> {
    let read = |fate: Fate| -> Vec<(&str, Document)> {
        let of_fate = different.iter().filter(|different| different.fate == fate);
        of_fate.filter_map(|different| Some((different.path.as_str(), document(session, different)?))).collect()
    };
    if !different.iter().any(|different| different.fate == Fate::Gone) {
        return Vec::new();
    }
    let new: Vec<_> = read(Fate::New).into_iter().filter(|(_, document)| !document.values("aliases").is_empty()).collect();
    if new.is_empty() {
        return Vec::new();
    }
    let gone = read(Fate::Gone);
    let fits = |old: &(&str, Document), new: &(&str, Document)| {
        old.1.kind == new.1.kind
            && folder(old.0) == folder(new.0)
            && new.1.values("aliases").iter().any(|alias| is_called(&old.1, &alias.text))
    };
    let pair = |old: &(&str, Document)| {
        let mut fitting = new.iter().filter(|new| fits(old, new));
        let only = fitting.next().filter(|_| fitting.next().is_none())?;
        // Two pages that became one are no renaming.
        let is_sure = gone.iter().filter(|old| fits(old, only)).count() == 1;
        is_sure.then(|| (old.0.to_owned(), only.0.to_owned()))
    };
    gone.iter().filter_map(pair).collect()
}

fn is_called(document: &Document, alias: &str) -> bool {
    let name = slug(alias);
    !name.is_empty() && (fold(alias) == fold(&document.title) || name == slug(document.handle()))
}

/// A file that is different, if it is a document.
fn document(session: &Session, different: &Different) -> Option<Document> {
    let settings = session.settings();
    let path = different.path.strip_prefix(&session.prefix())?;
    let claim = settings.kinds.claim(path, &|path| session.dir().join(path).is_file())?;
    Some(Document::read(path, session.blob(different.blob)?, &claim, settings))
}

/// The three versions of a file that one side renamed and the other changed: base, ours, theirs.
fn versions(repo: &Repo, sides: Sides, renamed: &Renamed) -> Option<[Held; 3]> {
    let (ours, theirs) = if renamed.is_ours { (&renamed.to, &renamed.from) } else { (&renamed.from, &renamed.to) };
    let all = [held(repo, sides.base, &renamed.from)?, held(repo, sides.ours, ours)?, held(repo, sides.theirs, theirs)?];
    all.iter().all(Held::is_file).then_some(all)
}

fn merged(repo: &Repo, renamed: &Renamed, all: &[Held; 3]) -> Option<(Vec<u8>, usize)> {
    contents(repo.root(), all.each_ref().map(|held| held.bytes.as_slice()), &renamed.to)
}

/// Whether nothing would be left for a person of a file that one side renamed and the other changed.
pub(super) fn is_clean(repo: &Repo, sides: Sides, renamed: &Renamed) -> bool {
    let all = versions(repo, sides, renamed);
    all.and_then(|all| merged(repo, renamed, &all)).is_some_and(|(_, conflicts)| conflicts == 0)
}

/// Puts in order what a merge that is not committed yet made of renamings. What can't be is left as git left it.
///
/// # Errors
/// git can't be started, or a file can't be written.
pub(super) fn mend(session: &Session, program: &Program<'_>, sides: Sides, all: &[Renamed], conflicts: &[String]) -> Result<()> {
    let repo = program.repository();
    for renamed in all.iter().filter(|renamed| conflicts.contains(&renamed.from) && !conflicts.contains(&renamed.to)) {
        let Some(versions) = versions(repo, sides, renamed) else { continue };
        let Some((bytes, left)) = merged(repo, renamed, &versions) else { continue };
        if is_saved(program, &renamed.to)? {
            let [base, ours, theirs] = &versions;
            bring(program, &renamed.from, &renamed.to, &bytes, (left > 0).then_some([base, ours, theirs]))?;
        }
    }
    for renamed in all.iter().filter(|renamed| !is_known(repo, &renamed.from)) {
        let side = if renamed.is_ours { sides.ours } else { sides.theirs };
        for (old, new) in folders_of_children(&renamed.from).zip(folders_of_children(&renamed.to)) {
            let is_others = |path: &String| held(repo, sides.base, path).is_none() && held(repo, side, path).is_none();
            for path in listed(repo, old).into_iter().filter(is_others).filter(|path| is_child(session, path)) {
                if let Some(to) = path.strip_prefix(old).and_then(|rest| free(repo, &format!("{new}{rest}"))) {
                    give_path(program, &path, &to)?;
                }
            }
        }
    }
    Ok(())
}

/// Whether a file is one of those that belong to the document whose folder they are in, or stands by with them.
fn is_child(session: &Session, path: &str) -> bool {
    let kinds = &session.settings().kinds;
    let Some(own) = path.strip_prefix(&session.prefix()) else { return false };
    // The document that they belonged to is gone from disk already.
    kinds.claim(own, &|_| true).is_none_or(|claim| kinds.at(claim.kind).parent.is_some())
}

/// The path, or the same with a number, that is not taken.
fn free(repo: &Repo, path: &str) -> Option<String> {
    let name = last(path);
    let dot = path.len() - name.len() + name.find('.').unwrap_or(name.len());
    let (stem, ending) = path.split_at(dot);
    let is_free = |path: &String| !is_known(repo, path) && !repo.root().join(Path::new(path)).exists();
    (1..NAMES).map(|count| if count == 1 { path.to_owned() } else { format!("{stem}-{count}{ending}") }).find(is_free)
}
