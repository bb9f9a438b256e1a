//! A new repository with a given history: for the example community.

use std::collections::BTreeMap;
use std::path::Path;

use git2::{Index, IndexEntry, IndexTime, Oid, Repository, RepositoryInitOptions, Signature, StatusOptions, Time, build::CheckoutBuilder};

use crate::base::error::{Error, ErrorKind, Result};
use crate::model::history::Identity;
use crate::msg;

/// A commit to be made.
#[derive(Clone, Debug)]
pub struct Step {
    /// Who wrote it.
    pub author: Identity,
    /// Who committed it.
    pub committer: Identity,
    /// When, in seconds since 1970.
    pub time: i64,
    /// The offset from UTC, in minutes.
    pub offset: i32,
    /// The whole message, trailers included.
    pub message: String,
    /// The paths that it changes with their new content; `None` takes a path away.
    pub changes: BTreeMap<String, Option<Vec<u8>>>,
}

/// Makes a repository in an empty folder and plays the steps into it, on a branch `main`; the work tree is as after the last.
pub fn replay(dir: &Path, steps: &[Step]) -> Result<()> {
    super::switches::set();
    let failed = |error: git2::Error| Error::new(ErrorKind::Git, msg!("replay-failed")).because(error.message());
    let mut options = RepositoryInitOptions::new();
    // No template: nothing of the user's own setting, such as hooks, belongs in an example.
    options.initial_head("main").no_reinit(true).external_template(false);
    let repo = Repository::init_opts(dir, &options).map_err(failed)?;
    play(&repo, steps).map_err(failed)
}

/// Lets whoever works in a repository do so as this person, whoever they are elsewhere.
pub fn be(dir: &Path, who: &Identity) -> Result<()> {
    let failed = |error: git2::Error| Error::new(ErrorKind::Git, msg!("replay-failed")).because(error.message());
    let config = dir.join(".git").join("config");
    let mut own = git2::Config::open(&config).map_err(failed)?;
    own.set_str("user.name", &who.name).map_err(failed)?;
    own.set_str("user.email", &who.email).map_err(failed)
}

/// Whether a repository has at most so many commits, and nothing in its work tree that is not in the newest; no where that can't be told.
pub fn has_at_most(dir: &Path, commits: usize) -> bool {
    let look = || {
        let repo = Repository::open(dir)?;
        let mut walk = repo.revwalk()?;
        walk.push_head()?;
        let mut options = StatusOptions::new();
        let is_clean = repo.statuses(Some(options.include_untracked(true).include_ignored(false)))?.is_empty();
        Ok::<_, git2::Error>(is_clean && walk.take(commits + 1).count() <= commits)
    };
    look().unwrap_or(false)
}

fn play(repo: &Repository, steps: &[Step]) -> std::result::Result<(), git2::Error> {
    let mut index = Index::new()?;
    let mut tip: Option<Oid> = None;
    for step in steps {
        for (path, content) in &step.changes {
            match content {
                Some(content) => index.add(&entry(path, repo.blob(content)?, content.len()))?,
                None => index.remove(Path::new(path), 0)?,
            }
        }
        let tree = repo.find_tree(index.write_tree_to(repo)?)?;
        let time = Time::new(step.time, step.offset);
        let signature = |who: &Identity| Signature::new(&who.name, &who.email, &time);
        let parents = tip.map(|tip| repo.find_commit(tip)).transpose()?;
        let parents: Vec<_> = parents.iter().collect();
        tip = Some(repo.commit(Some("HEAD"), &signature(&step.author)?, &signature(&step.committer)?, &step.message, &tree, &parents)?);
    }
    repo.checkout_head(Some(CheckoutBuilder::new().force()))
}

fn entry(path: &str, id: Oid, size: usize) -> IndexEntry {
    let never = IndexTime::new(0, 0);
    IndexEntry {
        ctime: never,
        mtime: never,
        dev: 0,
        ino: 0,
        mode: 0o100_644,
        uid: 0,
        gid: 0,
        file_size: u32::try_from(size).unwrap_or_default(),
        id,
        flags: 0,
        flags_extended: 0,
        path: path.as_bytes().to_vec(),
    }
}
