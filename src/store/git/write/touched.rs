//! What the user has changed by hand and not committed.

use std::fs::Metadata;
use std::path::Path;

use git2::{Oid, StatusOptions};

use super::ground::{Entry, Ground, unreadable};
use super::{blobs, look, private, recover, tree};
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files;
use crate::base::place::Place;
use crate::msg;
use crate::store::git::open::Repo;

/// A file that is not as in the newest commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// The path from the community's folder.
    pub path: String,
    /// What the commit has; `None`: the file is new.
    pub before: Option<Vec<u8>>,
    /// Whether it is there now.
    pub is_there: bool,
    /// Whether something stands in its place that is no file: a link, or a folder.
    pub is_taken: bool,
}

/// Every file below a community's folder that is not as in the newest commit, staged or not, but for those that git ignores; by path.
///
/// # Errors
/// git can't be read, or is in the middle of something.
pub fn touched(repo: &Repo, community: &Path) -> Result<Vec<Touched>> {
    recover::recover(repo)?;
    let ground = Ground::of(repo);
    look::state(&ground)?;
    let folder = community.canonicalize().unwrap_or_else(|_| community.to_owned());
    let outside = || Error::new(ErrorKind::Git, msg!("write-outside")).at(Place::file(community.to_string_lossy()));
    let below = folder.strip_prefix(&ground.root).map_err(|_| outside())?;
    let below: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    let prefix = if below.is_empty() { String::new() } else { below.join("/") + "/" };
    let odb = ground.odb()?;
    let tree: Option<Oid> = ground.tip()?.commit.map(|tip| tree::of(&odb, tip)).transpose()?;
    // What another git has staged since this process began is seen too.
    let _ = ground.raw.index().and_then(|mut index| index.read(false));
    let mut options = StatusOptions::new();
    options.include_untracked(true).recurse_untracked_dirs(true).exclude_submodules(true).disable_pathspec_match(true);
    if !prefix.is_empty() {
        options.pathspec(&prefix);
    }
    let index = private::read(&ground)?;
    let statuses = ground.raw.statuses(Some(&mut options)).map_err(unreadable)?;
    let mut found = Vec::new();
    for entry in statuses.iter() {
        let path = String::from_utf8(entry.path_bytes().to_vec()).ok().filter(|path| !path.ends_with('/'));
        let Some((whole, path)) = path.as_deref().and_then(|whole| Some((whole, whole.strip_prefix(&prefix)?))) else { continue };
        // What a sparse checkout leaves out is not gone.
        if private::staged(&index, whole).1 {
            continue;
        }
        // Where the commit has a file that is a folder now, it has nothing below it.
        let entry = tree.and_then(|tree| tree::find(&odb, tree, whole).ok().flatten());
        let full = ground.root.join(whole);
        if entry.is_some_and(|entry| is_as_committed(&ground, whole, &full, entry)) {
            continue;
        }
        let before = entry.and_then(|entry| odb.read(entry.id).ok()).map(|object| object.data().to_vec());
        let about = full.symlink_metadata().ok();
        let is_there = about.as_ref().is_some_and(Metadata::is_file);
        if before.is_some() || is_there {
            found.push(Touched { path: path.to_owned(), before, is_there, is_taken: about.is_some() && !is_there });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found.dedup_by(|a, b| a.path == b.path);
    Ok(found)
}

/// Whether a file on the disk is what the commit has, and as it has it; only git's index is not, as after `git rm --cached`.
fn is_as_committed(ground: &Ground<'_>, path: &str, full: &Path, entry: Entry) -> bool {
    let same = |bytes: Vec<u8>| blobs::way(ground, path).and_then(|way| blobs::is(ground, path, way, &bytes, entry.id)).unwrap_or(false);
    let mode = look::disk_mode(ground, full).unwrap_or(entry.mode);
    mode == entry.mode && files::read(full, 1 << 32).is_ok_and(same)
}
