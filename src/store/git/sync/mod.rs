//! What others sent, fetched and merged; what is here, sent: each step of it, by the user's own git.

use std::path::PathBuf;

use git2::{Direction, Oid, RepositoryState, Status, StatusOptions};

use super::merge::for_one_run;
use super::open::{Repo, id, oid};
use super::program::{Program, Ran};
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::base::shell::quoted;
use crate::model::history::ObjectId;
use crate::msg;

pub mod mend;
pub mod news;
pub mod push;

/// Where a branch is fetched from and sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The branch here: `main`.
    pub branch: String,
    /// The remote that it is fetched from: `origin`.
    pub remote: String,
    /// What the branch is called there.
    pub upstream: String,
    /// The remote that it is sent to; nearly always the same.
    pub push_remote: String,
    /// Whether git has not been told yet that these belong together.
    pub is_new: bool,
}

impl Route {
    /// The branch there, as people say it: `origin/main`.
    pub fn name(&self) -> String {
        format!("{}/{}", self.remote, self.upstream)
    }

    /// What the branch was there when it was last looked at.
    pub fn tracking(&self) -> String {
        format!("refs/remotes/{}/{}", self.remote, self.upstream)
    }

    /// The branch's name where it is sent.
    pub fn target(&self) -> &str {
        if self.push_remote == self.remote { &self.upstream } else { &self.branch }
    }
}

fn failure(msg: Msg, hint: Msg) -> Error {
    Error::new(ErrorKind::Git, msg).hint(hint)
}

/// Where the branch that is checked out is fetched from and sent to.
///
/// # Errors
/// No branch is checked out, there is no remote, or there are several and git was not told which.
pub fn route(repo: &Repo) -> Result<Route> {
    let raw = repo.raw();
    let head = raw.find_reference("HEAD").ok().and_then(|head| head.symbolic_target().ok().flatten().map(str::to_owned));
    let branch = head.and_then(|target| target.strip_prefix("refs/heads/").map(str::to_owned));
    let branch = branch.ok_or_else(|| failure(msg!("write-detached"), msg!("write-detached-hint")))?;
    let config = raw.config().and_then(|mut config| config.snapshot());
    let said = |key: &str| config.as_ref().ok().and_then(|config| config.get_string(key).ok()).filter(|text| !text.is_empty());
    let remotes: Vec<String> =
        raw.remotes().map(|names| names.iter().filter_map(|name| name.ok().flatten().map(str::to_owned)).collect()).unwrap_or_default();
    if remotes.is_empty() {
        return Err(failure(msg!("sync-no-remote"), msg!("sync-no-remote-help")));
    }
    let (upstream, remote) = (said(&format!("branch.{branch}.merge")), said(&format!("branch.{branch}.remote")));
    let upstream = upstream.as_deref().and_then(|name| name.strip_prefix("refs/heads/")).map(str::to_owned);
    let (remote, upstream, is_new) = match (remote, upstream) {
        (Some(remote), Some(upstream)) if remotes.contains(&remote) => (remote, upstream, false),
        (Some(remote), Some(_)) => {
            return Err(failure(msg!("sync-odd-remote", remote = remote, branch = &branch), set_upstream(&remotes[0], &branch)));
        }
        _ => {
            if let [only] = remotes.as_slice() {
                (only.clone(), branch.clone(), true)
            } else {
                let error = Error::new(ErrorKind::Git, msg!("sync-no-upstream", branch = &branch));
                return Err(remotes.iter().fold(error, |error, remote| error.hint(set_upstream(remote, &branch))));
            }
        }
    };
    let elsewhere = said(&format!("branch.{branch}.pushRemote")).or_else(|| said("remote.pushDefault"));
    let push_remote = elsewhere.filter(|name| remotes.contains(name)).unwrap_or_else(|| remote.clone());
    Ok(Route { branch, remote, upstream, push_remote, is_new })
}

/// The command that tells git where a branch belongs.
fn set_upstream(remote: &str, branch: &str) -> Msg {
    let key = |name: &str| quoted(&format!("branch.{branch}.{name}")).into_owned();
    let merge = quoted(&format!("refs/heads/{branch}")).into_owned();
    let command = format!("git config {} {} && git config {} {merge}", key("remote"), quoted(remote), key("merge"));
    msg!("sync-set-upstream", command = command)
}

/// The commit of a reference, if it is there.
pub fn tip(repo: &Repo, reference: &str) -> Option<ObjectId> {
    let commit = repo.raw().find_reference(reference).ok()?.peel_to_commit().ok()?;
    Some(id(commit.id()))
}

/// How many commits are only in the first, and only in the second.
pub fn apart(repo: &Repo, one: Option<ObjectId>, other: Option<ObjectId>) -> (usize, usize) {
    let all = |tip: ObjectId| {
        let mut walk = repo.raw().revwalk()?;
        walk.push(oid(tip))?;
        Ok::<_, git2::Error>(walk.count())
    };
    match (one, other) {
        (Some(one), Some(other)) => repo.raw().graph_ahead_behind(oid(one), oid(other)).unwrap_or((1, 1)),
        (Some(one), None) => (all(one).unwrap_or(1), 0),
        (None, Some(other)) => (0, all(other).unwrap_or(1)),
        (None, None) => (0, 0),
    }
}

/// The commit where two histories began to differ.
pub fn common(repo: &Repo, one: ObjectId, other: ObjectId) -> Option<ObjectId> {
    repo.raw().merge_base(oid(one), oid(other)).ok().map(id)
}

/// Whether two commits hold the same files.
pub fn are_alike(repo: &Repo, one: ObjectId, other: ObjectId) -> bool {
    let tree = |tip: ObjectId| repo.raw().find_commit(oid(tip)).map(|commit| commit.tree_id()).ok();
    tree(one).is_some_and(|one| Some(one) == tree(other))
}

/// The files that differ from what is committed: paths from the repository's root, and whether git knows them at all.
///
/// # Errors
/// The repository can't be read.
pub fn unsaved(repo: &Repo) -> Result<Vec<(String, bool)>> {
    let mut options = StatusOptions::new();
    options.include_untracked(true).recurse_untracked_dirs(true).exclude_submodules(true);
    let statuses = repo.raw().statuses(Some(&mut options)).map_err(super::write::unreadable)?;
    let all = statuses.iter().filter(|entry| !entry.status().is_empty() && entry.status() != Status::IGNORED);
    Ok(all.map(|entry| (String::from_utf8_lossy(entry.path_bytes()).into_owned(), entry.status() != Status::WT_NEW)).collect())
}

/// The words for what kept git from reaching a remote, and what to do about it.
fn unreachable(remote: &str, said: &str) -> Error {
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    let (msg, hint) = if has(&["Could not resolve", "onnection refused", "imed out", "unreachable", "Failed to connect", "onnection reset"])
    {
        (msg!("sync-offline", remote = remote), msg!("sync-offline-help"))
    } else if has(&[
        "uthentication failed",
        "Permission denied",
        "could not read Username",
        "could not read Password",
        "prompts disabled",
        "error: 403",
        "error: 401",
        "Host key verification",
        "access denied",
        "403 Forbidden",
    ]) {
        (msg!("sync-no-access", remote = remote), msg!("sync-no-access-help", remote = quoted(remote).into_owned()))
    } else if has(&["does not appear to be a git repository", "not found", "does not exist", "No such file"]) {
        (msg!("sync-gone", remote = remote), msg!("sync-gone-help", remote = quoted(remote).into_owned()))
    } else {
        (msg!("sync-unreached", remote = remote), msg!("sync-try-help", remote = quoted(remote).into_owned()))
    };
    failure(msg, hint).because(said.trim())
}

/// Fetches what is new at the remote.
///
/// # Errors
/// The remote can't be reached, or says no.
pub fn fetch(program: &Program<'_>, route: &Route) -> Result<()> {
    let fetch = ["fetch", "--no-progress", "--", &route.remote];
    // Afterwards it may be too late to know: git can be told to forget what is gone there.
    let was_there = tip(program.repo, &route.tracking()).is_some();
    let fetched = || if was_there { still_there(program.repo, route) } else { Ok(()) };
    // A clone of one other branch would not fetch this one.
    if !is_covered(program.repo, route) {
        let own = format!("remote.{}.fetch=+refs/heads/{}:{}", route.remote, route.upstream, route.tracking());
        if program.run(["-c", &own].into_iter().chain(fetch))?.fine {
            return fetched();
        }
    }
    let ran = program.run(fetch)?;
    if ran.fine {
        return fetched();
    }
    let is_gone = was_there && ran.said.contains("couldn't find remote ref");
    Err(if is_gone { gone(route) } else { unreachable(&route.remote, &ran.said) })
}

/// Whether the remote still has the branch that was there once: git goes on showing what it was when it was last there.
fn still_there(repo: &Repo, route: &Route) -> Result<()> {
    // One line for each branch that was fetched just now, whether or not anything in it is new.
    let Ok(fetched) = std::fs::read(repo.git_dir().join("FETCH_HEAD")) else { return Ok(()) };
    let named = format!("branch '{}' of ", route.upstream);
    if String::from_utf8_lossy(&fetched).contains(&named) { Ok(()) } else { Err(gone(route)) }
}

/// The branch is not at the remote any more.
fn gone(route: &Route) -> Error {
    let error =
        failure(msg!("sync-branch-gone", name = route.name()), msg!("sync-branch-gone-look", remote = quoted(&route.remote).into_owned()));
    let branches = quoted(&format!("{}:{}", route.branch, route.upstream)).into_owned();
    error.hint(msg!("sync-branch-gone-again", command = format!("git push {} {branches}", quoted(&route.remote))))
}

/// Whether what git was told to fetch has the branch, under the name that is looked at.
fn is_covered(repo: &Repo, route: &Route) -> bool {
    let Ok(remote) = repo.raw().find_remote(&route.remote) else { return true };
    let source = format!("refs/heads/{}", route.upstream);
    remote.refspecs().filter(|spec| spec.direction() == Direction::Fetch && spec.src_matches(&source)).any(|spec| {
        let there = spec.transform(&source);
        there.is_ok_and(|name| name.as_str().is_ok_and(|name| name == route.tracking()))
    })
}

/// What came of a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The branch has all that they have.
    Merged,
    /// These files are left for a person.
    Conflicts(Vec<Conflict>),
}

/// Merges what was fetched. What the user has changed and not committed stays as it is, or nothing is done. Without `commits` a merge of two
/// histories waits for [`mend::commit`].
///
/// # Errors
/// git refuses: files that are not committed are in the way, a hook says no, or the histories have nothing in common.
pub fn merge(program: &Program<'_>, route: &Route, cop: &std::path::Path, message: &str, commits: bool) -> Result<Outcome> {
    let tracking = route.tracking();
    let mut args = settings(program, cop)?;
    args.extend(
        [
            "-c",
            "merge.autoStash=false",
            "merge",
            "--ff",
            if commits { "--commit" } else { "--no-commit" },
            "--no-squash",
            "--no-edit",
            "--quiet",
            "-m",
            message,
        ]
        .map(str::to_owned),
    );
    args.push(tracking);
    let ran = program.run(&args)?;
    let conflicts = conflicts(program.repo);
    if !conflicts.is_empty() {
        return Ok(Outcome::Conflicts(conflicts));
    }
    if ran.fine {
        return Ok(Outcome::Merged);
    }
    Err(refused(program.repo, &ran))
}

/// The settings with which git leaves documents to cop.
fn settings(program: &Program<'_>, cop: &std::path::Path) -> Result<Vec<String>> {
    let own = own_attributes(program)?;
    let failed = |error| Error::new(ErrorKind::Io, msg!("sync-no-room")).because(error);
    let mut settings = for_one_run(cop, program.scratch(), own.as_deref()).map_err(failed)?;
    // What is new in a folder that was renamed goes along with it.
    settings.extend(["-c", "merge.directoryRenames=true"].map(str::to_owned));
    Ok(settings)
}

/// Where git looks for the person's own attributes, whether or not there are any.
fn own_attributes(program: &Program<'_>) -> Result<Option<PathBuf>> {
    // The second is for a git that is older than the first.
    let ask = |args: &[&str]| {
        let ran = program.run(args)?;
        let path = String::from_utf8_lossy(&ran.out).trim_end_matches(['\r', '\n']).to_owned();
        Ok(Some(PathBuf::from(path)).filter(|path| ran.fine && !path.as_os_str().is_empty()))
    };
    match ask(&["var", "GIT_ATTR_GLOBAL"])? {
        Some(path) => Ok(Some(path)),
        None => ask(&["config", "--type=path", "--default=~/.config/git/attributes", "--get", "core.attributesFile"]),
    }
}

/// The files that a merge would leave for a person; `None` where this git can't tell beforehand.
///
/// # Errors
/// git can't be started.
pub fn foreseen(program: &Program<'_>, route: &Route, cop: &std::path::Path) -> Result<Option<Vec<String>>> {
    let mut args = settings(program, cop)?;
    args.extend(["merge-tree", "--write-tree", "--no-messages", "--name-only", "-z", "HEAD"].map(str::to_owned));
    args.push(route.tracking());
    let ran = program.run(&args)?;
    if ran.code != Some(0) && ran.code != Some(1) {
        return Ok(None);
    }
    let names = ran.out.split(|byte| *byte == 0).skip(1).filter(|name| !name.is_empty());
    let mut names: Vec<String> = names.map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    names.dedup();
    Ok(Some(names))
}

/// Why git did not merge.
fn refused(repo: &Repo, ran: &Ran) -> Error {
    let said = format!("{}\n{}", ran.said.trim(), String::from_utf8_lossy(&ran.out).trim());
    // git names the files each behind a tab; the rest of what it says is English.
    let files: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix('\t')).map(str::trim).collect();
    let is_touched = ["would be overwritten", "would be removed", "local changes"].iter().any(|words| said.contains(words));
    if is_touched && !files.is_empty() && repo.raw().state() != RepositoryState::Merge {
        return failure(msg!("sync-touched-files", names = files.join(", "), count = files.len()), msg!("sync-touched-help"));
    }
    let (msg, hint) = if said.contains("unrelated histories") {
        (msg!("sync-unrelated"), msg!("sync-unrelated-help"))
    } else if repo.raw().state() == RepositoryState::Merge {
        (msg!("sync-merge-stopped"), msg!("write-state-merge-hint"))
    } else if is_touched {
        (msg!("sync-touched"), msg!("sync-touched-help"))
    } else {
        (msg!("sync-not-merged"), msg!("sync-not-merged-help"))
    };
    failure(msg, hint).because(said.trim())
}

/// The files that git's index says two versions of, or one that the other side took away.
pub fn conflicts(repo: &Repo) -> Vec<Conflict> {
    let Ok(mut index) = repo.raw().index() else { return Vec::new() };
    if index.read(true).is_err() {
        return Vec::new();
    }
    let Ok(conflicts) = index.conflicts() else { return Vec::new() };
    let mut all: Vec<Conflict> = conflicts
        .flatten()
        .filter_map(|conflict| {
            let has_both = conflict.our.is_some() && conflict.their.is_some();
            let is_ours_gone = conflict.our.is_none();
            let entry = conflict.our.or(conflict.their).or(conflict.ancestor)?;
            Some(Conflict { path: String::from_utf8_lossy(&entry.path).into_owned(), has_both, is_ours_gone })
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

/// A file that is left for a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// From the repository's root.
    pub path: String,
    /// Whether both sides have it, so that both versions stand in it; else one took it away.
    pub has_both: bool,
    /// Whether our side is the one that took it away.
    pub is_ours_gone: bool,
}

/// A commit's name as libgit2 has it, or nothing.
fn maybe(tip: Option<ObjectId>) -> Option<Oid> {
    tip.map(oid)
}
