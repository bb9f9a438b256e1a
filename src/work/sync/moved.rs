//! What is told of files that have another name: renamings by hand too, and who wrote in a file under its old name.

use std::collections::BTreeMap;

use crate::base::error::Result;
use crate::model::history::ObjectId;
use crate::store::git::open::Repo;
use crate::store::git::sync::news::{self, Different, Fate};
use crate::work::session::Session;

use super::renamed::{claim, moves};

/// Of what is different between two commits, everything that is called otherwise: what cop renamed, and what somebody else did and git takes
/// for the same file. Old and new path, from the repository's root.
///
/// # Errors
/// The repository can't be read.
pub(super) fn all(
    session: &Session,
    repo: &Repo,
    [from, to]: [Option<ObjectId>; 2],
    different: &[Different],
) -> Result<Vec<(String, String)>> {
    let mut known = moves(session, different);
    let has = |fate: Fate| different.iter().any(|different| different.fate == fate);
    if !has(Fate::Gone) || !has(Fate::New) {
        return Ok(known);
    }
    for (old, new) in news::alike(repo, from, to)? {
        let is_told = known.iter().any(|(from, to)| *from == old || *to == new);
        // Of what is no document only the number is told.
        let is_one = claim(session, &old).zip(claim(session, &new)).is_some_and(|(old, new)| old.name == new.name);
        if is_one && !is_told {
            known.push((old, new));
        }
    }
    Ok(known)
}

/// Adds who wrote in a file under its old name, where a merge brought that to the new one and nobody else is known.
///
/// # Errors
/// The repository can't be read.
pub(super) fn writers(session: &Session, repo: &Repo, [from, to]: [Option<ObjectId>; 2], different: &mut [Different]) -> Result<()> {
    let is_nobodys = |different: &Different| different.by.is_empty() && different.fate == Fate::Changed;
    let Some(to) = to.filter(|_| different.iter().any(is_nobodys)) else { return Ok(()) };
    let who = news::writers(repo, from, Some(to))?;
    let mut old_names: BTreeMap<String, String> = BTreeMap::new();
    for (base, side) in news::joined(repo, from, to)? {
        let sides = [Some(base), Some(side)];
        let renamed = all(session, repo, sides, &news::between(repo, sides[0], sides[1])?)?;
        old_names.extend(renamed.into_iter().map(|(old, new)| (new, old)));
    }
    for different in different.iter_mut().filter(|different| is_nobodys(different)) {
        different.by = old_names.get(&different.path).and_then(|old| who.get(old)).cloned().unwrap_or_default();
    }
    Ok(())
}
