//! cop's last commit taken back: the files, git's index and the branch as they were before, as if it had never been.
//!
//! Only as long as nobody else can have it: it is the newest commit, it was not pushed, and its files are unchanged since. What was
//! written by hand before the commit, or since, stays: a file that cop only committed is not touched, and one that it wrote over
//! somebody's work gets that work back.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use git2::build::CheckoutBuilder;
use git2::{ObjectType, Oid};

use super::blobs::{self, Way};
use super::commit::{Goal, Write};
use super::ground::{Entry, Ground, Moment, PROGRAM, Step, Watch, refusal, unreadable, unwritable};
use super::last::{self, Disk, Note};
use super::look::{self, Committed};
use super::message::Stamp;
use super::{Options, own, private, recover, tree};
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::{self, Scratch, Unread};
use crate::base::shell::from_top;
use crate::model::change::{ChangeSet, Message};
use crate::msg;
use crate::store::git::commits::RawCommit;
use crate::store::git::open::{Repo, oid};

/// What was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The commit, which still is an object for a while: `git reset --keep COMMIT` brings it back, where nothing was written by hand.
    pub commit: String,
    /// Its first line.
    pub subject: String,
    /// The files that are as before, from the top of the work tree.
    pub paths: Vec<String>,
    /// Whether some of them have what somebody wrote by hand, which no commit has any more.
    pub by_hand: bool,
}

/// Takes cop's last commit in this work tree back.
pub fn undo(repo: &Repo, options: &Options) -> Result<Undone> {
    undone(&Ground::of(repo), repo, options, &|_| Ok(()))
}

pub(super) fn undone(ground: &Ground<'_>, repo: &Repo, options: &Options, watch: Watch<'_>) -> Result<Undone> {
    recover::recover(repo)?;
    own::make(ground)?;
    look::state(ground)?;
    let tip = ground.tip()?;
    let nothing = || Error::new(ErrorKind::Git, msg!("write-undo-nothing")).hint(msg!("write-undo-nothing-hint"));
    let note = tip.commit.and_then(|tip| last::newest(ground, tip)).ok_or_else(nothing)?;
    let last = note.commit().ok_or_else(nothing)?;
    let odb = ground.odb()?;
    let commit = odb.read(last).ok().and_then(|object| RawCommit::parse(object.data())).ok_or_else(nothing)?;
    // That others may have it says more than that something came after it.
    if let Some(remote) = pushed(ground, last)? {
        let error = Error::new(ErrorKind::Git, msg!("write-undo-pushed", subject = &*commit.subject, remote = remote));
        return Err(error.hint(msg!("write-undo-revert-hint", commit = short(last))));
    }
    if tip.commit != Some(last) {
        let error = Error::new(ErrorKind::Git, msg!("write-undo-not-last", subject = &*commit.subject));
        return Err(error.hint(msg!("write-undo-revert-hint", commit = short(last))));
    }
    let [parent] = commit.parents.as_slice() else {
        return Err(Error::new(ErrorKind::Git, msg!("write-undo-first")).hint(msg!("write-undo-first-hint")));
    };
    let parent = oid(*parent);
    let steps = steps(ground, &note, last, parent)?;
    let paths = steps.iter().map(|step| step.path.clone()).collect();
    let by_hand = steps.iter().any(|step| step.is_apart);
    let subject = commit.subject.clone();
    if !options.dry_run {
        watch(Moment::Looked)?;
        // Nobody signs or writes anything: the name is for the reflog.
        let nobody = ChangeSet::new(Message::default());
        let (_, committer): (Stamp, Stamp) = look::people(ground, &nobody, options)?;
        let goal = Goal::Back(parent);
        Write { ground, steps, alone: Vec::new(), tip, committer, goal, options, watch }.carry_out()?;
        last::forget(ground, last);
    }
    Ok(Undone { commit: last.to_string(), subject, paths, by_hand })
}

/// Forgets the newest commit, which cop made on its own account and nobody asked for: what is taken back is the last that somebody did.
pub fn disown(repo: &Repo) {
    let ground = Ground::of(repo);
    if let Some(commit) = ground.tip().ok().and_then(|tip| tip.commit) {
        last::forget(&ground, commit);
    }
}

fn short(commit: Oid) -> String {
    commit.to_string().chars().take(10).collect()
}

/// A branch of a server that has the commit, as this clone knows it.
fn pushed(ground: &Ground<'_>, commit: Oid) -> Result<Option<String>> {
    for reference in ground.raw.references_glob("refs/remotes/*").map_err(unreadable)? {
        let Ok(reference) = reference else { continue };
        let Some(tip) = reference.target() else { continue };
        if recover::contains(ground, tip, commit)? {
            return Ok(Some(String::from_utf8_lossy(reference.shorthand_bytes()).into_owned()));
        }
    }
    Ok(None)
}

/// The way back for every file of a commit; an error if one is not as the commit left it.
fn steps(ground: &Ground<'_>, note: &Note, commit: Oid, parent: Oid) -> Result<Vec<Step>> {
    let odb = ground.odb()?;
    let (old, new) = (tree::of(&odb, parent)?, tree::of(&odb, commit)?);
    let index = private::read(ground)?;
    let committed = Committed::of(ground, Some(commit), &index)?;
    // What was in no commit and went all the same, such as the old name of a file that was never committed, differs in neither tree.
    let mut paths: BTreeSet<String> = different(ground, old, new)?.into_iter().collect();
    paths.extend(note.paths().map(str::to_owned));
    let mut steps = Vec::new();
    for path in paths {
        let full = ground.root.join(&path);
        look::way_is_clear(&ground.root, &path)?;
        let find = |tree| tree::find(&odb, tree, &path);
        let (now, then) = (find(new)?, find(old)?);
        let way = blobs::way(ground, &path)?;
        let before = read(&full).map_err(|_| changed(&path))?;
        let noted = note.file(&path).ok_or_else(|| changed(&path))?;
        let after = match &noted.disk {
            Disk::Same => before.clone(),
            Disk::Was(bytes) => bytes.clone(),
            Disk::Committed => then.map(|entry| on_disk(ground, &odb, old, &path, way, entry)).transpose()?,
        };
        let staged = private::staged(&index, &path).0;
        let new = noted.staged(&odb, then);
        // Where the disk is what somebody wrote, or was staged by halves, git reads the file again.
        let is_by_hand = match (&noted.disk, then) {
            (Disk::Committed, _) | (Disk::Was(None), None) => false,
            // What git's filters make the same was not changed, however its lines end.
            (Disk::Was(Some(bytes)), Some(entry)) => !blobs::is(ground, &path, way, bytes, entry.id)?,
            _ => true,
        };
        let is_apart = is_by_hand || new != then;
        let runs = new.or(then).is_some_and(|entry| entry.mode == PROGRAM);
        let step = Step { path, full, before, after, committed: now, staged, new, from: None, runs, is_apart };
        // What cop never wrote stays as it is now, whatever that is; but what was staged since is somebody's.
        let is_as_left = if noted.disk == Disk::Same { step.staged == step.committed } else { committed.is_clean(&step, way)? };
        if !is_as_left {
            return Err(changed(&step.path));
        }
        steps.push(step);
    }
    Ok(steps)
}

/// What is on the disk under a name; `None`: nothing.
fn read(full: &Path) -> std::result::Result<Option<Vec<u8>>, Unread> {
    match files::read(full, 1 << 32) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(Unread::Io(error)) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

fn changed(path: &str) -> Error {
    refusal(msg!("write-undo-changed"), path).hint(msg!("write-undo-changed-hint", path = from_top(path)))
}

/// The paths that differ between two trees.
fn different(ground: &Ground<'_>, old: Oid, new: Oid) -> Result<Vec<String>> {
    let find = |id| ground.raw.find_tree(id).map_err(unreadable);
    let diff = ground.raw.diff_tree_to_tree(Some(&find(old)?), Some(&find(new)?), None).map_err(unreadable)?;
    let path = |delta: git2::DiffDelta<'_>| delta.new_file().path_bytes().and_then(|path| String::from_utf8(path.to_vec()).ok());
    diff.deltas().map(|delta| path(delta).ok_or_else(|| refusal(msg!("write-path"), ""))).collect()
}

/// What a file of a tree has on the disk: its content, after git's own filters the other way round.
fn on_disk(ground: &Ground<'_>, odb: &git2::Odb<'_>, tree: Oid, path: &str, way: Way, entry: Entry) -> Result<Vec<u8>> {
    if way == Way::Plain {
        return match odb.read(entry.id).map_err(unreadable)? {
            object if object.kind() == ObjectType::Blob => Ok(object.data().to_vec()),
            _ => Err(refusal(msg!("write-not-regular"), path)),
        };
    }
    // libgit2 has the filters, and git2 no way to them but a checkout: into a folder that goes away.
    let own = ground.own();
    let scratch = Scratch::new_in(own.path()).map_err(|error| unwritable(own.path(), &error))?;
    let tree = ground.raw.find_object(tree, Some(ObjectType::Tree)).map_err(unreadable)?;
    let mut checkout = CheckoutBuilder::new();
    checkout.target_dir(scratch.path()).path(path).disable_pathspec_match(true).update_index(false).force();
    ground.raw.checkout_tree(&tree, Some(&mut checkout)).map_err(unreadable)?;
    let file: &Path = &scratch.path().join(path);
    fs::read(file).map_err(|error| unwritable(file, &error))
}
