//! What is looked at before anything is done: libgit2 would commit in the middle of a merge, write a name that it can't read back
//! and overwrite what is in the way, so none of that is left to it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use git2::{Index, Oid, RepositoryState};

use super::blobs::{self, Way};
use super::ground::{Entry, FILE, Ground, PROGRAM, Step, Tip, refusal, unreadable};
use super::message::{Stamp, clean};
use super::names::Names;
use super::{Options, hooks, place, private, tree};
use crate::base::environment::Who;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::moment;
use crate::base::place::Place;
use crate::base::shell::{from_top, quoted};
use crate::model::change::ChangeSet;
use crate::msg;
use crate::store::git::who::{self, Known, Part};

/// What was found, and what follows from it.
pub(super) struct Plan {
    pub(super) steps: Vec<Step>,
    /// What no other path may begin with, from the top of the work tree.
    pub(super) alone: Vec<String>,
    pub(super) tip: Tip,
    pub(super) author: Stamp,
    pub(super) committer: Stamp,
}

/// Whether git is in the middle of something that a commit would become part of, or has a hook that only git can ask.
pub(super) fn state(ground: &Ground<'_>) -> Result<()> {
    // libgit2 looks at the commit that a cherry-pick is at; between two, there is only the list of those to come.
    let between = || ground.git_dir.join("sequencer").symlink_metadata().is_ok();
    let (what, hint) = match ground.raw.state() {
        RepositoryState::Clean if !between() => return hooks::references_are_free(ground),
        RepositoryState::Clean => (msg!("write-state-sequence"), msg!("write-state-sequence-hint")),
        RepositoryState::Merge => (msg!("write-state-merge"), msg!("write-state-merge-hint")),
        RepositoryState::Revert | RepositoryState::RevertSequence => (msg!("write-state-revert"), msg!("write-state-revert-hint")),
        RepositoryState::CherryPick | RepositoryState::CherryPickSequence => (msg!("write-state-pick"), msg!("write-state-pick-hint")),
        RepositoryState::Bisect => (msg!("write-state-bisect"), msg!("write-state-bisect-hint")),
        RepositoryState::ApplyMailbox => (msg!("write-state-apply"), msg!("write-state-apply-hint")),
        _ => (msg!("write-state-rebase"), msg!("write-state-rebase-hint")),
    };
    Err(Error::new(ErrorKind::Git, what).hint(hint))
}

/// Who commits, and on whose behalf.
pub(super) fn people(ground: &Ground<'_>, set: &ChangeSet, options: &Options) -> Result<(Stamp, Stamp)> {
    let config = ground.raw.config().and_then(|mut config| config.snapshot()).map_err(unreadable)?;
    let stamp = |(name, email): (Known, Known), part| -> Result<Stamp> {
        let refused = |msg, hint| Error::new(ErrorKind::Git, msg).hint(hint);
        let (name, name_from) = name.ok_or_else(|| refused(msg!("write-no-name"), msg!("write-no-name-hint")))?;
        let (email, email_from) = email.ok_or_else(|| refused(msg!("write-no-email"), msg!("write-no-email-hint")))?;
        let hint = |from: Option<&str>, usual| from.map_or(usual, |name| msg!("write-odd-variable", name = name));
        let (seconds, offset) = when(&ground.who, part, options)?;
        if name.trim().is_empty() {
            return Err(refused(msg!("write-no-name"), hint(name_from, msg!("write-no-name-hint"))));
        }
        if email.trim().is_empty() {
            return Err(refused(msg!("write-no-email"), hint(email_from, msg!("write-no-email-hint"))));
        }
        match (clean(&name), clean(&email)) {
            (Some(name), Some(email)) => Ok(Stamp { name, email, seconds, offset }),
            (None, _) => Err(refused(msg!("write-odd-name", text = name), hint(name_from, msg!("write-no-name-hint")))),
            (_, None) => Err(refused(msg!("write-odd-email", text = email), hint(email_from, msg!("write-no-email-hint")))),
        }
    };
    let committer = stamp(who::of(&config, &ground.who, Part::Committer), Part::Committer)?;
    let author = match set.author() {
        Some(author) => stamp((Some((author.name.clone(), None)), Some((author.email.clone(), None))), Part::Author)?,
        None => stamp(who::of(&config, &ground.who, Part::Author), Part::Author)?,
    };
    Ok((author, committer))
}

/// When somebody does their part, in seconds and minutes ahead of UTC: as the environment says, else now.
fn when(said: &Who, part: Part, options: &Options) -> Result<(i64, i32)> {
    let (name, said) = match part {
        Part::Author => ("GIT_AUTHOR_DATE", &said.author_date),
        Part::Committer => ("GIT_COMMITTER_DATE", &said.committer_date),
    };
    let Some(text) = said.as_deref().filter(|text| !text.is_empty()) else {
        return Ok((options.when.seconds, options.when.offset_minutes));
    };
    let odd = || Error::new(ErrorKind::Git, msg!("write-odd-date", name = name, text = text)).hint(msg!("write-odd-date-hint"));
    moment::parse(text).ok_or_else(odd)
}

/// Looks at everything that a commit of these changes needs.
pub(super) fn plan(ground: &Ground<'_>, community: &Path, set: &ChangeSet, options: &Options) -> Result<Plan> {
    state(ground)?;
    let tip = ground.tip()?;
    let (author, committer) = people(ground, set, options)?;
    let index = private::read(ground)?;
    if private::has_conflicts(&index) {
        return Err(Error::new(ErrorKind::Git, msg!("write-unmerged")).hint(msg!("write-unmerged-hint")));
    }
    // libgit2 looks into its own copy of the index for line ends that are to stay.
    let _ = ground.raw.index().and_then(|mut index| index.read(false));
    let mut steps = steps(&ground.root, community, set)?;
    Names::of(ground, tip.commit)?.are_free(&steps)?;
    let known = Committed::of(ground, tip.commit, &index)?;
    for step in &mut steps {
        known.look(step, options)?;
    }
    let below = below(&ground.root, community)?;
    let alone = set.beginnings().map(|beginning| format!("{below}{beginning}")).collect();
    Ok(Plan { steps, alone, tip, author, committer })
}

/// The steps of a set, each looked at on the disk: what is to be there is there, and reached by no link.
pub(super) fn steps(root: &Path, community: &Path, set: &ChangeSet) -> Result<Vec<Step>> {
    let below = below(root, community)?;
    let mut steps = Vec::with_capacity(set.changes().len());
    let sources: HashMap<&str, &str> = set.moves().iter().map(|(from, to)| (to.as_str(), from.as_str())).collect();
    for (given, change) in set.changes() {
        if !is_path(given) {
            return Err(refusal(msg!("write-path"), given));
        }
        let path = format!("{below}{given}");
        let full = root.join(&path);
        way_is_clear(root, &path)?;
        let from = sources.get(given).map(|from| format!("{below}{from}"));
        let runs = change.before.is_none() && from.as_ref().is_some_and(|from| is_program(&root.join(from)));
        let step = Step {
            path,
            full,
            before: change.before.clone(),
            after: change.after.clone(),
            committed: None,
            staged: None,
            new: None,
            from,
            runs,
            is_apart: false,
        };
        if !place::is(&step.full, step.before.as_deref()) {
            let there = fs::symlink_metadata(&step.full);
            return Err(match (&step.before, there) {
                (None, _) => refusal(msg!("write-taken"), &step.path).hint(msg!("write-taken-hint")),
                (Some(_), Ok(about)) if !about.is_file() => refusal(msg!("write-not-regular"), &step.path),
                _ => place::changed(&step.path),
            });
        }
        steps.push(step);
    }
    Ok(steps)
}

/// From the top of the work tree to the community's folder, with its slash; empty where they are the same.
fn below(root: &Path, community: &Path) -> Result<String> {
    let folder = community.canonicalize().unwrap_or_else(|_| community.to_owned());
    let outside = || Error::new(ErrorKind::Git, msg!("write-outside")).at(Place::file(community.to_string_lossy()));
    let below = folder.strip_prefix(root).map_err(|_| outside())?;
    let parts = below.components().map(|part| part.as_os_str().to_str()).collect::<Option<Vec<_>>>().ok_or_else(outside)?;
    Ok(parts.into_iter().flat_map(|part| [part, "/"]).collect())
}

/// Whether a path is one that git and every system can have, inside the community.
fn is_path(path: &str) -> bool {
    let good = |part: &str| {
        let name = part.to_lowercase();
        !matches!(name.as_str(), "" | "." | ".." | ".git" | "git~1")
            && !name.contains(|letter: char| letter.is_control() || letter == '\\' || letter == ':')
            && name.trim_end_matches(['.', ' ']) != ".git"
            && part.len() <= 255
    };
    path.len() <= 4000 && path.split('/').count() <= 64 && path.split('/').all(good)
}

/// Whether the folders on the way are folders, of this repository.
pub(super) fn way_is_clear(root: &Path, path: &str) -> Result<()> {
    for (at, _) in path.match_indices('/') {
        let folder = root.join(&path[..at]);
        match fs::symlink_metadata(&folder) {
            Ok(about) if !about.is_dir() => return Err(refusal(msg!("write-not-folder"), &path[..at])),
            Ok(_) if folder.join(".git").symlink_metadata().is_ok() => return Err(refusal(msg!("write-nested"), &path[..at])),
            Ok(_) => {}
            Err(_) => break,
        }
    }
    Ok(())
}

/// What the newest commit and git's index say about files.
pub(super) struct Committed<'g, 'a> {
    ground: &'g Ground<'a>,
    odb: git2::Odb<'a>,
    tree: Option<Oid>,
    index: &'g Index,
}

impl<'g, 'a> Committed<'g, 'a> {
    pub(super) fn of(ground: &'g Ground<'a>, tip: Option<Oid>, index: &'g Index) -> Result<Self> {
        let odb = ground.odb()?;
        let tree = tip.map(|tip| tree::of(&odb, tip)).transpose()?;
        Ok(Self { ground, odb, tree, index })
    }

    /// Fills in what is committed, staged and to be committed, and refuses what git would not commit, or what would commit
    /// somebody's edits without their asking.
    fn look(&self, step: &mut Step, options: &Options) -> Result<()> {
        let path = step.path.as_str();
        let committed = self.tree.map(|tree| tree::find(&self.odb, tree, path)).transpose();
        step.committed = committed.map_err(|error| error.at(Place::file(path)))?.flatten();
        let (staged, is_left_out) = private::staged(self.index, path);
        step.staged = staged;
        if is_left_out {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            // What stands at the top belongs to no folder that could be added.
            let hint = match folder {
                "" => msg!("do-this", command = "git sparse-checkout disable"),
                folder => msg!("write-sparse-hint", folder = quoted(folder).into_owned()),
            };
            return Err(refusal(msg!("write-sparse"), path).hint(hint));
        }
        if step.committed.or(staged).is_some_and(|entry| entry.mode & 0o170_000 != 0o100_000) {
            return Err(refusal(msg!("write-not-regular"), path));
        }
        let way = blobs::way(self.ground, path)?;
        if step.committed.is_none() && staged.is_none() && self.ground.raw.is_path_ignored(path).map_err(unreadable)? {
            return Err(refusal(msg!("write-ignored"), path).hint(msg!("write-ignored-hint", path = from_top(path))));
        }
        if !options.with_my_edits && !self.is_clean(step, way)? {
            return Err(refusal(msg!("write-own-edits"), path).hint(msg!("write-own-edits-hint")));
        }
        let mode = self.mode(step);
        if options.dry_run {
            return Ok(());
        }
        let new = step.after.as_deref().map(|after| blobs::write(self.ground, path, way, after)).transpose()?;
        step.new = new.map(|id| Entry { id, mode });
        Ok(())
    }

    /// The mode that is committed: what cop writes keeps the one it had, also under another name, and what is committed as it stands has
    /// its own.
    fn mode(&self, step: &Step) -> u32 {
        let runs = |mode: u32| if mode & 0o111 == 0 { FILE } else { PROGRAM };
        let known = if step.writes() { step.committed.or(step.staged) } else { step.staged.or(step.committed) };
        let on_disk = if step.writes() { None } else { disk_mode(self.ground, &step.full) };
        let source = || step.from.as_deref().and_then(|from| self.mode_of(from));
        on_disk.or(known.map(|entry| entry.mode)).or_else(source).map_or(FILE, runs)
    }

    /// The mode that a file has for git, or would have.
    fn mode_of(&self, path: &str) -> Option<u32> {
        let committed = self.tree.and_then(|tree| tree::find(&self.odb, tree, path).ok().flatten());
        let known = committed.or_else(|| private::staged(self.index, path).0);
        known.map(|entry| entry.mode).or_else(|| disk_mode(self.ground, &self.ground.root.join(path)))
    }

    /// Whether commit, index and work tree say the same of a file, so that nothing but the change would be committed.
    pub(super) fn is_clean(&self, step: &Step, way: Way) -> Result<bool> {
        if step.committed != step.staged {
            return Ok(false);
        }
        match (&step.before, step.committed) {
            (None, None) => Ok(true),
            (Some(before), Some(entry)) => blobs::is(self.ground, &step.path, way, before, entry.id),
            _ => Ok(false),
        }
    }
}

/// The mode of a file on the disk; `None` where a disk has none, or git is told not to look at it.
#[cfg(unix)]
pub(super) fn disk_mode(ground: &Ground<'_>, full: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    let counts = ground.raw.config().and_then(|config| config.get_bool("core.fileMode")).unwrap_or(true);
    let about = fs::symlink_metadata(full).ok().filter(|about| counts && about.is_file())?;
    Some(if about.permissions().mode() & 0o100 == 0 { FILE } else { PROGRAM })
}

/// Whether a file on the disk can be run.
#[cfg(unix)]
fn is_program(full: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::symlink_metadata(full).is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o100 != 0)
}

#[cfg(not(unix))]
fn is_program(_: &Path) -> bool {
    false
}

#[cfg(not(unix))]
pub(super) fn disk_mode(_: &Ground<'_>, _: &Path) -> Option<u32> {
    None
}

#[cfg(test)]
mod tests {
    use super::is_path;

    #[test]
    fn a_path_stays_inside_and_can_be_written_everywhere() {
        for path in ["a.md", "practices/één.md", "a/b c/d.md", "...a", ".cop/kinds/x.yaml"] {
            assert!(is_path(path), "{path}");
        }
        for path in
            ["", "/a", "a/", "a//b", "../a", "a/../b", "./a", ".git/config", "a/.GIT/x", "GIT~1/x", "a\\b", "a\nb", "a:b", ".git. /x"]
        {
            assert!(!is_path(path), "{path}");
        }
    }
}
