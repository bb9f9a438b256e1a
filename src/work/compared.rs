//! What a change caused: a check of a community as it is against the same at another moment.
//!
//! All of both is checked, so that what a change does to files which it did not touch is found too: a link to a document that it deleted.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::problem::Problem;
use crate::model::kinds::OwnKind;
use crate::model::settings::{FILE, Settings};
use crate::msg;
use crate::store::git::snapshot::{NoSnapshot, Snapshot, parting};
use crate::store::workspace::load::community_of;
use crate::store::workspace::walk::OddFile;

use super::checking::{Files, Lived, look};
use super::checks::Outside;
use super::checks::baseline::Baseline;
use super::checks::report::Report;
use super::checks::selection::Selection;
use super::session::Session;
use super::went;

/// What a change is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// What differs between the files as they are and the last commit that `HEAD` has in common with what this names.
    Since(String),
    /// What is staged: what `git commit` would keep now, against the last commit; in the index that git names to a hook, else the usual one.
    Staged(Option<PathBuf>),
}

/// Checks a community and leaves out what was wrong before the change.
///
/// # Errors
/// There is no such commit in this repository, or no repository.
pub fn caused(session: &Session, selection: &Selection, change: &Change) -> Result<Report> {
    let repo = session.demand_repo()?;
    let before = match change {
        Change::Since(name) => Some(parting(repo, name).map_err(|none| error(none, Some(name)))?),
        Change::Staged(_) => repo.tip().map_err(|none| none.error())?,
    };
    let prefix = session.prefix();
    let before = before.map(|commit| Snapshot::of_commit(repo, commit, &prefix)).transpose().map_err(|none| error(none, None))?;
    let lived = Lived::of(session);
    let report = before.as_ref().and_then(|before| look_back(session, before, selection, &lived));
    let mut known = report.map(|report| Baseline::of(&report.findings)).unwrap_or_default();
    let report = match change {
        Change::Since(_) => {
            went::follow(session, &mut known);
            Report { prefix, ..look(session, session.community(), selection, &lived, &Files::of(session)) }
        }
        Change::Staged(index) => {
            let staged = Snapshot::of_index(repo, &prefix, index.as_deref()).map_err(|none| error(none, None))?;
            if let Some(before) = &before {
                known.follow(&staged.moved_since(before));
            }
            let report = look_back(session, &staged, selection, &lived).map(|report| Report { prefix, ..report });
            report.ok_or_else(|| {
                Error::new(ErrorKind::NotFound, msg!("compared-not-staged", file = FILE))
                    .hint(msg!("compared-not-staged-help", file = FILE))
            })?
        }
    };
    Ok(report.without(&mut known))
}

/// Checks a community as git keeps it; `None` where it was none yet.
fn look_back(session: &Session, snapshot: &Snapshot<'_>, selection: &Selection, lived: &Lived<'_>) -> Option<Report> {
    let limit = session.settings().limits.file;
    let text = |path: &str| snapshot.text(path, limit).and_then(std::result::Result::ok);
    let said = text(FILE)?;
    let own_kind = |path: &str| {
        let name = OwnKind::name_at(path)?;
        Some(OwnKind { name: name.to_owned(), path: path.to_owned(), text: text(path)?.to_string() })
    };
    let own: Vec<OwnKind> = snapshot.starting(".cop/kinds/").into_iter().filter_map(own_kind).collect();
    let (settings, faults) = Settings::read(&said, &own);
    let paths: Vec<String> = snapshot.paths().map(str::to_owned).collect();
    let missing = || Err(Problem::new("unreadable-file", 0..0, msg!("file-not-here")));
    let community = community_of(Arc::new(settings), faults, &paths, |path| snapshot.text(path, limit).unwrap_or_else(missing));
    let settings: Vec<(String, Arc<str>)> =
        std::iter::once((FILE.to_owned(), said)).chain(own.into_iter().map(|kind| (kind.path, Arc::from(kind.text)))).collect();
    let odd: Vec<(String, OddFile)> = snapshot.links().map(|path| (path.to_owned(), OddFile::Symlink)).collect();
    let prefix = session.prefix();
    let files = Files { settings, odd, outside: Box::new(|path| stands(snapshot, &prefix, path)), text: Box::new(text) };
    Some(look(session, &community, selection, lived, &files))
}

/// What stands at a path from the community's folder that leads out of it, or to a name that begins with `.`.
fn stands(snapshot: &Snapshot<'_>, prefix: &str, path: &str) -> Outside {
    let mut parts: Vec<&str> = Vec::new();
    let whole = format!("{prefix}{path}");
    for part in Path::new(&whole).components() {
        match part {
            Component::ParentDir if parts.pop().is_none() => return Outside::LeavesRepository,
            Component::Normal(part) => parts.extend(part.to_str()),
            _ => {}
        }
    }
    if snapshot.has(&parts.join("/")) { Outside::Exists } else { Outside::Missing }
}

fn error(none: NoSnapshot, name: Option<&str>) -> Error {
    let name = name.unwrap_or("HEAD");
    match none {
        NoSnapshot::Unknown => Error::new(ErrorKind::NotFound, msg!("compared-unknown", name = name)).hint(msg!("compared-unknown-help")),
        NoSnapshot::Cut => Error::new(ErrorKind::NotFound, msg!("compared-cut", name = name)).hint(msg!("compared-cut-help")),
        NoSnapshot::Apart => Error::new(ErrorKind::NotFound, msg!("compared-apart", name = name)),
        NoSnapshot::Merging => Error::new(ErrorKind::Git, msg!("compared-merging")).hint(msg!("compared-merging-help")),
        NoSnapshot::Damaged => Error::new(ErrorKind::Git, msg!("compared-damaged")).hint(msg!("compared-damaged-help")),
    }
}
