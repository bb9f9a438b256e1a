//! The user's own git, run as a program: for the network, and for merging, where their settings, keys and hooks are wanted.
//!
//! Nothing that only reads a community comes here.

use std::ffi::OsStr;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};

use super::open::Repo;
use super::write::hooks::THEIRS;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::{self, OwnFolder, Scratch};
use crate::msg;

/// So many bytes of what git says are read.
const SAID: u64 = 16 << 20;

/// git, in a repository.
pub struct Program<'r> {
    pub(super) repo: &'r Repo,
    scratch: Scratch,
    /// Whether somebody sits at a terminal and can be asked for a password.
    talks: bool,
}

/// What came of a run.
#[derive(Clone, Debug)]
pub(super) struct Ran {
    pub(super) fine: bool,
    /// Its exit status; `None` where a signal ended it.
    pub(super) code: Option<i32>,
    pub(super) out: Vec<u8>,
    /// What it said beside that, in English.
    pub(super) said: String,
}

impl<'r> Program<'r> {
    /// git in a repository; `talks` says whether it can ask for a password.
    ///
    /// # Errors
    /// There is no place in the git folder for what it says.
    pub fn new(repo: &'r Repo, talks: bool) -> Result<Self> {
        let own = OwnFolder::new(repo.git_dir(), "cop/write");
        let failed = |cause: &dyn std::fmt::Display| Error::new(ErrorKind::Io, msg!("sync-no-room")).because(cause);
        own.make().map_err(|error| failed(&error))?;
        let scratch = Scratch::new_in(own.path()).map_err(|error| failed(&error))?;
        Ok(Self { repo, scratch, talks })
    }

    /// Where it runs.
    pub fn repository(&self) -> &'r Repo {
        self.repo
    }

    /// A folder that is there as long as this is.
    pub(super) fn scratch(&self) -> &Path {
        self.scratch.path()
    }

    /// Runs git. That it says no is no error.
    ///
    /// # Errors
    /// It can't be started.
    pub(super) fn run<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Result<Ran> {
        self.carry_out(args, Stdio::null())
    }

    /// Runs git, which reads this.
    ///
    /// # Errors
    /// It can't be started.
    pub(super) fn run_with<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>, input: &[u8]) -> Result<Ran> {
        let path = self.scratch().join("in");
        let file = std::fs::write(&path, input).and_then(|()| File::open(&path));
        let file = file.map_err(|error| Error::new(ErrorKind::Io, msg!("sync-no-room")).because(error))?;
        self.carry_out(args, Stdio::from(file))
    }

    fn carry_out<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>, input: Stdio) -> Result<Ran> {
        let (out, said) = (self.scratch().join("out"), self.scratch().join("said"));
        let failed = |error: &std::io::Error| {
            let error = Error::new(ErrorKind::Git, msg!("sync-no-git")).because(error);
            error.hint(msg!("sync-no-git-help"))
        };
        let mut command = Command::new("git");
        command.args(args).current_dir(self.repo.root()).stdin(input);
        // Into files and not pipes: a pipe ends with the last process that holds it, and ssh may leave one running.
        command.stdout(File::create(&out).map_err(|error| failed(&error))?);
        command.stderr(File::create(&said).map_err(|error| failed(&error))?);
        for name in THEIRS {
            command.env_remove(name);
        }
        command.env_remove("GIT_INDEX_FILE").env("LC_ALL", "C").env("LANGUAGE", "C").env("GIT_EDITOR", ":").env("GIT_MERGE_AUTOEDIT", "no");
        if !self.talks {
            command.env("GIT_TERMINAL_PROMPT", "0");
        }
        let status = command.status().map_err(|error| failed(&error))?;
        let read = |path: &Path| files::read(path, SAID).unwrap_or_default();
        let said = String::from_utf8_lossy(&read(&said)).into_owned();
        Ok(Ran { fine: status.success(), code: status.code(), out: read(&out), said })
    }
}
