//! Two people who, each in their own clone, gave two documents one name: the one that nobody else has yet gets the next, and both stand.

use crate::base::error::Result;
use crate::model::history::Identity;
use crate::model::kind::Capability;
use crate::model::reading::Weight;
use crate::store::git::open::Repo;
use crate::store::git::sync::mend::held;
use crate::store::git::sync::news::{self, Different, Fate};
use crate::work::merge::contents;
use crate::work::session::Session;
use crate::work::write::rename::aside::aside;

use super::renamed::Sides;

/// A document that has its name on both sides, in the community's paths.
pub(super) struct Twice {
    pub(super) path: String,
    /// Who made the other.
    pub(super) by: Vec<Identity>,
}

/// The documents that are new on both sides under one path, with other contents that can't be made one.
///
/// # Errors
/// The repository can't be read.
pub(super) fn find(session: &Session, repo: &Repo, sides: Sides) -> Result<(Vec<Twice>, Vec<String>)> {
    let new = |tip| -> Result<Vec<Different>> {
        let different = news::between(repo, Some(sides.base), Some(tip))?;
        Ok(different.into_iter().filter(|different| different.fate == Fate::New).collect())
    };
    let (ours, theirs) = (new(sides.ours)?, new(sides.theirs)?);
    let prefix = session.prefix();
    let mut all = Vec::new();
    for own in &ours {
        let Ok(at) = theirs.binary_search_by(|other| other.path.cmp(&own.path)) else { continue };
        let Some(path) = own.path.strip_prefix(&prefix).filter(|_| theirs[at].blob != own.blob) else { continue };
        let exists = |path: &str| session.dir().join(path).is_file();
        let Some(claim) = session.settings().kinds.claim(path, &exists) else { continue };
        let kind = session.settings().kinds.at(claim.kind);
        // Of a person or a term there is one.
        if kind.has(Capability::Person) || kind.has(Capability::Glossary) {
            continue;
        }
        let both = held(repo, sides.ours, &own.path).zip(held(repo, sides.theirs, &own.path));
        let Some((one, other)) = both.filter(|(one, other)| one.is_file() && other.is_file()) else { continue };
        if contents(repo.root(), [b"", &one.bytes, &other.bytes], &own.path).is_some_and(|(_, conflicts)| conflicts > 0) {
            all.push(Twice { path: path.to_owned(), by: theirs[at].by.clone() });
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
pub(super) fn make_room(session: &Session, repo: &Repo, sides: Sides) -> Result<Vec<(Twice, String)>> {
    let (all, taken) = find(session, repo, sides)?;
    let mut done = Vec::new();
    for twice in all {
        // Each is found in what the one before left.
        let session = session.anew()?;
        if session.faults().iter().any(|fault| fault.weight == Weight::Error) {
            break;
        }
        if let Ok(Some(to)) = aside(&session, &twice.path, &taken) {
            done.push((twice, to));
        }
    }
    Ok(done)
}
