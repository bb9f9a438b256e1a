//! Two people who, each in their own clone, gave two documents one name or one number: the one that nobody else has yet gets the next, and both stand.

use crate::base::error::Result;
use crate::model::document::number_of;
use crate::model::history::Identity;
use crate::model::kind::Capability;
use crate::model::reading::Weight;
use crate::store::git::open::Repo;
use crate::store::git::sync::mend::held;
use crate::store::git::sync::news::{self, Different, Fate};
use crate::store::git::write::undo;
use crate::work::merge::contents;
use crate::work::session::Session;
use crate::work::write::rename::aside::{Same, aside};

use super::both;
use super::renamed::{Renamed, Sides};

/// A document that has its name or its number on both sides, in the community's paths.
pub(super) struct Twice {
    pub(super) path: String,
    /// What they have in common.
    pub(super) same: Same,
    /// Who made the other.
    pub(super) by: Vec<Identity>,
}

/// The documents that are new on both sides under one path, with other contents that can't be made one, or with one number. What was renamed
/// to the same on both sides is one document.
///
/// # Errors
/// The repository can't be read.
pub(super) fn find(session: &Session, repo: &Repo, sides: Sides, renamed: &[Renamed]) -> Result<(Vec<Twice>, Vec<String>)> {
    let new = |tip| -> Result<Vec<Different>> {
        let different = news::between(repo, Some(sides.base), Some(tip))?;
        Ok(different.into_iter().filter(|different| different.fate == Fate::New).collect())
    };
    let (ours, theirs) = (new(sides.ours)?, new(sides.theirs)?);
    let prefix = session.prefix();
    let mut all = Vec::new();
    let pairs = both::pairs(renamed);
    let is_one = |own: &Different, other: &Different| pairs.iter().any(|(ours, theirs)| ours.to == own.path && theirs.to == other.path);
    for own in &ours {
        let exists = |path: &str| session.dir().join(path).is_file();
        let Some(path) = own.path.strip_prefix(&prefix) else { continue };
        let Some(claim) = session.settings().kinds.claim(path, &exists) else { continue };
        let Ok(at) = theirs.binary_search_by(|other| other.path.cmp(&own.path)) else {
            let number = session.settings().kinds.at(claim.kind).numbered.as_ref().and_then(|_| number_of(&claim.slug));
            let has_it = |other: &&Different| {
                let claim_of = |path: &str| session.settings().kinds.claim(path, &exists);
                let other_claim = other.path.strip_prefix(&prefix).and_then(claim_of).filter(|other| other.kind == claim.kind);
                number.is_some() && other_claim.is_some_and(|claim| number_of(&claim.slug) == number) && !is_one(own, other)
            };
            let other = theirs.iter().find(has_it);
            all.extend(other.map(|other| Twice { path: path.to_owned(), same: Same::Number, by: other.by.clone() }));
            continue;
        };
        if theirs[at].blob == own.blob || is_one(own, &theirs[at]) {
            continue;
        }
        let kind = session.settings().kinds.at(claim.kind);
        // Of a person or a term there is one.
        if kind.has(Capability::Person) || kind.has(Capability::Glossary) {
            continue;
        }
        let both = held(repo, sides.ours, &own.path).zip(held(repo, sides.theirs, &own.path));
        let Some((one, other)) = both.filter(|(one, other)| one.is_file() && other.is_file()) else { continue };
        if contents(repo.root(), [b"", &one.bytes, &other.bytes], &own.path).is_some_and(|(_, conflicts)| conflicts > 0) {
            all.push(Twice { path: path.to_owned(), same: Same::Path, by: theirs[at].by.clone() });
        }
    }
    let taken = theirs.into_iter().filter_map(|other| Some(other.path.strip_prefix(&prefix)?.to_owned())).collect();
    Ok((all, taken))
}

/// Gives ours another name, with all that points at it: a commit of its own before the merge. What can't be, because it is being edited or
/// its name is given by something else, is left to the merge. Each with the name that it has now.
///
/// # Errors
/// As [`find`].
pub(super) fn make_room(session: &Session, repo: &Repo, sides: Sides, renamed: &[Renamed]) -> Result<Vec<(Twice, String)>> {
    let (all, taken) = find(session, repo, sides, renamed)?;
    let mut done = Vec::new();
    for twice in all {
        // Each is found in what the one before left.
        let session = session.anew()?;
        if session.faults().iter().any(|fault| fault.weight == Weight::Error) {
            break;
        }
        if let Ok(Some(to)) = aside(&session, &twice.path, twice.same, &taken) {
            undo::disown(repo);
            done.push((twice, to));
        }
    }
    Ok(done)
}
