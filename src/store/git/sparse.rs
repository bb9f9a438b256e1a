//! Files that git leaves out of the work tree: a sparse checkout. They are absent, and not deleted.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use git2::{TreeWalkMode, TreeWalkResult};

use super::blobs::{Blobs, Content};
use super::open::{Repo, id, oid};
use crate::base::files;
use crate::base::limits::settings as limits;
use crate::model::history::ObjectId;
use crate::model::kinds::OwnKind;

/// The folder of a community's own kinds.
const KINDS: &str = ".cop/kinds";

/// The largest file of a kind that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// The mark of a file in git's index that is not to be in the work tree.
const SKIP_WORKTREE: u16 = 1 << 14;

/// The paths from the repository's root that are left out, with what they hold; none where git's index can't be read.
pub fn left_out(repo: &Repo) -> Vec<(String, ObjectId)> {
    if !may_mark(repo) {
        return Vec::new();
    }
    let Ok(index) = repo.raw().index() else { return beside_folders(repo) };
    let left_out = index.iter().filter(|entry| entry.flags_extended & SKIP_WORKTREE != 0);
    left_out.filter_map(|entry| Some((String::from_utf8(entry.path.clone()).ok()?, id(entry.id)))).collect()
}

/// Whether git's index has room for the mark at all: nearly none has, and of those the first bytes are all that is read
/// (<https://git-scm.com/docs/index-format>).
fn may_mark(repo: &Repo) -> bool {
    let mut head = [0; 8];
    let read = files::open(&repo.raw().path().join("index")).and_then(|(mut file, _)| Ok(file.read_exact(&mut head)?));
    read.is_err() || head != *b"DIRC\0\0\0\x02"
}

/// The same where git's index names whole folders that are left out, which libgit2 does not read: all that is committed and not there.
fn beside_folders(repo: &Repo) -> Vec<(String, ObjectId)> {
    let is_so = |name: &str| repo.raw().config().and_then(|config| config.get_bool(name)).unwrap_or(false);
    let tip = repo.tip().ok().flatten().filter(|_| is_so("core.sparseCheckout") && is_so("index.sparse"));
    let tree = tip.and_then(|tip| repo.raw().find_commit(oid(tip)).ok()?.tree().ok());
    let mut left_out = Vec::new();
    let walked = tree.map(|tree| {
        tree.walk(TreeWalkMode::PreOrder, |folder, entry| {
            let is_file = entry.filemode() & 0o170_000 == 0o100_000;
            if let (Ok(name), true) = (std::str::from_utf8(entry.name_bytes()), is_file) {
                let path = format!("{folder}{name}");
                if repo.root().join(&path).symlink_metadata().is_err() {
                    left_out.push((path, id(entry.id())));
                }
            }
            TreeWalkResult::Ok
        })
    });
    if walked.is_some_and(|walked| walked.is_ok()) { left_out } else { Vec::new() }
}

/// Those below a community's folder that are not there all the same, by their paths from it; names that begin with `.` are not read and
/// not among them.
pub fn absent(repo: &Repo, dir: &Path) -> BTreeMap<String, ObjectId> {
    let Ok(below) = dir.strip_prefix(repo.root()) else { return BTreeMap::new() };
    let prefix: String = below.iter().map(|part| part.to_string_lossy().into_owned() + "/").collect();
    let own = left_out(repo).into_iter().filter_map(|(path, id)| Some((path.strip_prefix(&prefix)?.to_owned(), id)));
    let is_read = |path: &str| !path.split('/').any(|part| part.starts_with('.'));
    own.filter(|(path, _)| is_read(path) && dir.join(path).symlink_metadata().is_err()).collect()
}

/// The community's own kinds, where a sparse checkout leaves out the folder in which they stand.
pub fn own_kinds(repo: &Repo, dir: &Path) -> Vec<OwnKind> {
    // Nearly nobody has one, and git's index need not be read to see that.
    if dir.join(KINDS).symlink_metadata().is_ok() || repo.git_dir().join("info/sparse-checkout").symlink_metadata().is_err() {
        return Vec::new();
    }
    let (Some(blobs), Ok(below)) = (Blobs::of(repo), dir.strip_prefix(repo.root())) else { return Vec::new() };
    let prefix: String = below.iter().map(|part| part.to_string_lossy().into_owned() + "/").collect();
    let kind = |(path, id): (String, ObjectId)| {
        let path = path.strip_prefix(&prefix)?.to_owned();
        let name = path.strip_prefix(KINDS)?.strip_prefix('/')?.strip_suffix("/kind.yaml")?.to_owned();
        let Content::Bytes(bytes) = blobs.read(id, LARGEST) else { return None };
        (!name.contains('/') && !name.starts_with('.')).then_some(OwnKind { text: String::from_utf8(bytes).ok()?, name, path })
    };
    left_out(repo).into_iter().filter_map(kind).take(limits::KINDS + 1).collect()
}
