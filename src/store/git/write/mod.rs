//! Git, written: a set of changes carried out, all or nothing, and committed.
//!
//! What is looked at first, what is made before anybody has to wait, and what happens under the lock stand in `look`, here, and in
//! `commit`; `recover` finishes or takes back what was cut off. A commit has exactly the set's files: what the user has staged
//! stays staged, and what they edit stays as it is.

use std::path::Path;
use std::time::Duration;

use self::commit::{Goal, Write};
use self::ground::{Ground, Moment, Watch};
use self::hooks::{Hooks, Said};
use crate::base::clock::Now;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::place::Place;
use crate::model::change::ChangeSet;
use crate::msg;
use crate::store::git::open::Repo;

mod blobs;
mod branch;
mod commit;
pub mod diff;
mod ground;
pub mod hooks;
mod journal;
mod last;
mod lock;
mod look;
mod loose;
mod message;
mod names;
mod own;
mod place;
mod private;
pub mod recover;
mod share;
mod sign;
pub mod touched;
mod tree;
pub mod undo;

#[cfg(test)]
mod tests;

/// How a set of changes is carried out.
#[derive(Clone, Debug)]
pub struct Options {
    /// The files are written, and nothing is committed.
    pub no_commit: bool,
    /// What the user has already changed in the set's files is committed with it.
    pub with_my_edits: bool,
    /// Everything is looked at and nothing done.
    pub dry_run: bool,
    /// When it is committed.
    pub when: When,
    /// How long another process is waited for.
    pub wait: Duration,
}

/// A moment, and how far the clock on the wall is ahead of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// Seconds since 1970.
    pub seconds: i64,
    /// Minutes; west of Greenwich they are negative.
    pub offset_minutes: i32,
}

impl From<Now> for When {
    fn from(now: Now) -> Self {
        Self { seconds: now.seconds(), offset_minutes: now.offset_minutes() }
    }
}

impl Options {
    /// The usual: commit, now, and wait ten seconds at most.
    pub fn at(when: When) -> Self {
        Self { no_commit: false, with_my_edits: false, dry_run: false, when, wait: Duration::from_secs(10) }
    }
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The commit; `None` if the files were only written, or nothing was.
    pub commit: Option<String>,
    /// The files of the set, from the community's folder.
    pub paths: Vec<String>,
    /// What the user's hooks said.
    pub said: Vec<Said>,
}

/// Carries out a set of changes in a community: every file and the commit, or nothing.
///
/// Without a repository, or one that can't be opened here, the files are written and nothing is committed.
pub fn carry_out(repo: Option<&Repo>, community: &Path, set: &ChangeSet, options: &Options) -> Result<Done> {
    watched(repo, community, set, options, &|_| Ok(())).map_err(|error| seen_from(community, repo, error))
}

/// An error about a file names it from the top of the work tree, as git does; whoever called counts from the community's folder.
fn seen_from(community: &Path, repo: Option<&Repo>, error: Error) -> Error {
    let folder = community.canonicalize().ok();
    let below = repo.and_then(|repo| folder.as_deref()?.strip_prefix(repo.root()).ok());
    let Some((below, place)) = below.zip(error.place().cloned()) else { return error };
    match Path::new(&place.path).strip_prefix(below) {
        Ok(path) if !path.as_os_str().is_empty() => error.at(Place { path: path.to_string_lossy().replace('\\', "/"), ..place }),
        _ => error,
    }
}

/// Demands that git is in the middle of nothing: no merge, rebase or conflict that waits to be finished.
///
/// # Errors
/// It is; the error says in the middle of what, and the command of git's that goes on.
pub fn demand_rest(repo: &Repo) -> Result<()> {
    let ground = Ground::of(repo);
    look::state(&ground)?;
    if private::has_conflicts(&private::read(&ground)?) {
        return Err(Error::new(ErrorKind::Git, msg!("write-unmerged")).hint(msg!("write-unmerged-hint")));
    }
    Ok(())
}

/// A repository that can't be read.
#[allow(clippy::needless_pass_by_value, reason = "errors are handed over, and `map_err` can name this")]
pub(super) fn unreadable(error: git2::Error) -> Error {
    ground::unreadable(error)
}

fn watched(repo: Option<&Repo>, community: &Path, set: &ChangeSet, options: &Options, watch: Watch<'_>) -> Result<Done> {
    if set.is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("write-nothing")));
    }
    let paths = set.paths().map(str::to_owned).collect();
    let Some(repo) = repo else {
        let root = community.canonicalize().map_err(|error| ground::unwritable(community, &error))?;
        let steps = loose::steps(&root, &root, set)?;
        if !options.dry_run {
            loose::outside_git(&root, steps, watch)?;
        }
        return Ok(Done { commit: None, paths, said: Vec::new() });
    };
    let ground = Ground::of(repo);
    if !community.canonicalize().is_ok_and(|folder| folder.starts_with(&ground.root)) {
        return Err(Error::new(ErrorKind::Git, msg!("write-outside")).at(Place::file(community.to_string_lossy())));
    }
    // What was cut off before is put right first, or its half would be looked at as if it were somebody's work.
    recover::recover(repo)?;
    if options.no_commit {
        let steps = loose::steps(&ground.root, community, set)?;
        if !options.dry_run {
            loose::in_work_tree(&ground, steps, options, watch)?;
        }
        return Ok(Done { commit: None, paths, said: Vec::new() });
    }
    let plan = look::plan(&ground, community, set, options)?;
    if options.dry_run {
        return Ok(Done { commit: None, paths, said: Vec::new() });
    }
    watch(Moment::Looked)?;
    own::make(&ground)?;
    let mut hooks = Hooks::new(&ground, &plan.author);
    let changes: Vec<_> = plan.steps.iter().map(|step| (step.path.as_str(), step.new)).collect();
    let message = hooks.agree(&changes, &set.message().text())?;
    watch(Moment::Agreed)?;
    let goal = Goal::Commit { author: plan.author.clone(), message };
    let write = Write {
        ground: &ground,
        steps: plan.steps.clone(),
        alone: plan.alone,
        tip: plan.tip.clone(),
        committer: plan.committer,
        goal,
        options,
        watch,
    };
    let commit = write.carry_out()?;
    last::remember(&ground, commit, &plan.steps);
    share::open(&ground, commit, &plan.steps, &plan.tip.reference);
    hooks.tell();
    Ok(Done { commit: Some(commit.to_string()), paths, said: hooks.said })
}
