//! The hooks that git itself would run for a commit, run as git runs them.
//!
//! They see a private index: what `HEAD` has, and the change. The files are not in the work tree yet, so a hook that refuses
//! leaves nothing behind, and nobody waits for a lock while one runs.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use git2::Index;

use super::ground::{Entry, Ground, unreadable, unwritable};
use super::message::{Stamp, tidy};
use super::private;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::{self, Scratch};
use crate::base::place::Place;
use crate::msg;
use crate::store::git::precommit::{COMMITS, hooks};

/// Variables that a git which runs cop, in a hook or an alias, has set for itself: they name its repository, and not ours.
pub(in crate::store::git) const THEIRS: [&str; 12] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_NAMESPACE",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// So much of what a hook says is kept.
const SAID: usize = 4000;

/// What a program of the user's said, for showing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Which hook.
    pub hook: String,
    /// Both of its outputs, as they came.
    pub text: String,
    /// Whether it ended well.
    pub fine: bool,
}

/// The hooks of a commit, and what they are told.
pub(super) struct Hooks<'a> {
    ground: &'a Ground<'a>,
    author: &'a Stamp,
    pub(super) said: Vec<Said>,
}

impl<'a> Hooks<'a> {
    pub(super) fn new(ground: &'a Ground<'a>, author: &'a Stamp) -> Self {
        Self { ground, author, said: Vec::new() }
    }

    /// Runs what may refuse the commit or change its message; the message that comes of it.
    pub(super) fn agree(&mut self, changes: &[(&str, Option<Entry>)], message: &str) -> Result<String> {
        let names = ["pre-commit", "prepare-commit-msg", "commit-msg"];
        let cleanup = self.cleanup();
        if names.iter().all(|name| self.find(name).is_none()) {
            return tidy(message, &cleanup);
        }
        let own = self.ground.own();
        let scratch = Scratch::new_in(own.path()).map_err(|error| unwritable(own.path(), &error))?;
        let (index, file) = (scratch.path().join("index"), scratch.path().join("COMMIT_EDITMSG"));
        let mut draft = self.index(&index, changes)?;
        let tree = draft.write_tree_to(self.ground.raw).map_err(unreadable)?;
        self.run("pre-commit", &[], &index, scratch.path())?;
        // git commits what a hook put into the index. The set of changes is all that cop commits, so here that is the end.
        let mut after = Index::open(&index).map_err(unreadable)?;
        if after.write_tree_to(self.ground.raw).map_err(unreadable)? != tree {
            return Err(Error::new(ErrorKind::Git, msg!("write-hook-changed")).hint(msg!("write-hook-changed-hint")));
        }
        fs::write(&file, tidy(message, &cleanup)?).map_err(|error| unwritable(&file, &error))?;
        let name = file.to_string_lossy().into_owned();
        self.run("prepare-commit-msg", &[&name, "message"], &index, scratch.path())?;
        self.run("commit-msg", &[&name], &index, scratch.path())?;
        let text = fs::read_to_string(&file).map_err(|error| unwritable(&file, &error))?;
        tidy(&text, &cleanup)
    }

    /// Runs what is told of a commit. It is too late to refuse.
    pub(super) fn tell(&mut self) {
        let own = self.ground.own();
        if self.find("post-commit").is_some()
            && let Ok(scratch) = Scratch::new_in(own.path())
        {
            let _ = self.run("post-commit", &[], &private::place(self.ground), scratch.path());
        }
    }

    fn cleanup(&self) -> String {
        self.ground.raw.config().and_then(|config| config.get_string("commit.cleanup")).unwrap_or_default()
    }

    /// What `HEAD` has and the change, as an index. What git knows about the files of the work tree is kept, or a hook would read them all.
    fn index(&self, path: &Path, changes: &[(&str, Option<Entry>)]) -> Result<Index> {
        let mut index = Index::open(path).map_err(unreadable)?;
        if let Some(tip) = self.ground.tip()?.commit {
            let tree = self.ground.raw.find_commit(tip).and_then(|commit| commit.tree()).map_err(unreadable)?;
            index.read_tree(&tree).map_err(unreadable)?;
        }
        let is = |index: &Index, entry: &git2::IndexEntry| {
            let found = std::str::from_utf8(&entry.path).ok().and_then(|path| index.get_path(Path::new(path), 0));
            found.is_some_and(|found| found.id == entry.id && found.mode == entry.mode)
        };
        for entry in private::read(self.ground)?.iter() {
            if entry.flags & 0x3000 == 0 && is(&index, &entry) {
                index.add(&entry).map_err(unreadable)?;
            }
        }
        for (path, entry) in changes {
            match entry {
                Some(entry) => index.add(&private::index_entry(path, *entry, None)).map_err(unreadable)?,
                None => index.remove(Path::new(path), 0).map_err(unreadable)?,
            }
        }
        index.write().map_err(unreadable)?;
        Ok(index)
    }

    fn find(&self, name: &str) -> Option<PathBuf> {
        find(self.ground, name)
    }

    fn run(&mut self, name: &str, args: &[&str], index: &Path, scratch: &Path) -> Result<()> {
        let Some(path) = self.find(name) else { return Ok(()) };
        let output = scratch.join("said");
        let failed = |error: &std::io::Error| {
            Error::new(ErrorKind::Git, msg!("write-hook-start", name = name)).because(error).hint(msg!("write-hook-hint"))
        };
        // Into a file and not a pipe: a pipe ends with the last process that holds it, and a hook may leave one running.
        let run = |program: &Path, first: Option<&Path>| -> std::io::Result<ExitStatus> {
            let file = File::create(&output)?;
            let mut command = Command::new(program);
            command.args(first).args(args).current_dir(&self.ground.root);
            command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
            self.surround(&mut command, index);
            command.status()
        };
        let status = if cfg!(windows) { run(Path::new("sh"), Some(&path)) } else { run(&path, None) };
        let status = match status {
            // A script that does not say by what it is to be read is one for the shell, as in git.
            Err(error) if error.kind() == std::io::ErrorKind::InvalidInput || is_no_program(&error) => run(Path::new("sh"), Some(&path)),
            other => other,
        };
        let status = status.map_err(|error| failed(&error))?;
        let text =
            String::from_utf8_lossy(&files::read(&output, 1 << 26).unwrap_or_default()).trim().chars().take(SAID).collect::<String>();
        if !text.is_empty() || !status.success() {
            self.said.push(Said { hook: name.to_owned(), text: text.clone(), fine: status.success() });
        }
        if status.success() {
            return Ok(());
        }
        let error = Error::new(ErrorKind::Git, msg!("write-hook-refused", name = name)).hint(msg!("write-hook-hint"));
        Err(if text.is_empty() { error.because(status) } else { error.because(text) })
    }

    fn surround(&self, command: &mut Command, index: &Path) {
        for name in THEIRS {
            command.env_remove(name);
        }
        command.env("GIT_INDEX_FILE", index).env("GIT_EDITOR", ":").env("GIT_PREFIX", "").env(COMMITS, "1");
        command.env("GIT_AUTHOR_NAME", &self.author.name).env("GIT_AUTHOR_EMAIL", &self.author.email);
        command.env("GIT_AUTHOR_DATE", format!("@{}", self.author.when()));
        if self.ground.git_dir != self.ground.common {
            command.env("GIT_DIR", &self.ground.git_dir);
        }
    }
}

/// The program of a hook: where `core.hooksPath` says, and only if it can be run.
fn find(ground: &Ground<'_>, name: &str) -> Option<PathBuf> {
    let path = hooks(ground.raw, &ground.root, &ground.common).join(name);
    path.metadata().is_ok_and(|about| about.is_file() && can_run(&about)).then_some(path)
}

/// Refuses where a hook watches over references: git asks it in the middle of moving one, and cop moves them otherwise.
pub(super) fn references_are_free(ground: &Ground<'_>) -> Result<()> {
    let Some(path) = find(ground, "reference-transaction") else { return Ok(()) };
    let error = Error::new(ErrorKind::Git, msg!("write-hook-references")).at(Place::file(path.to_string_lossy()));
    Err(error.hint(msg!("write-hook-hint")))
}

#[cfg(unix)]
fn can_run(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    about.permissions().mode() & 0o111 != 0
}

#[cfg(not(unix))]
fn can_run(_: &fs::Metadata) -> bool {
    true
}

/// Whether the system did not know what to do with a program: `ENOEXEC`, which has no name here.
fn is_no_program(error: &std::io::Error) -> bool {
    cfg!(unix) && error.raw_os_error() == Some(8)
}
