//! The person's own editor, for a text that is about to be written.

use std::fs;
use std::io::{self, IsTerminal, stdin};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::{OwnFolder, Scratch};
use crate::base::place::Place;
use crate::base::shell::quoted;
use crate::msg;
use crate::work::session::Session;
use crate::work::write::add::UNCHANGED;

use super::Door;

/// A file that a person edits a text in.
pub(crate) struct Desk {
    folder: Scratch,
    editor: String,
}

impl Desk {
    /// A desk with the editor that git would take; `None` where there is no terminal to edit on.
    ///
    /// # Errors
    /// There is no place for the file.
    pub(crate) fn of(door: &Door<'_>, session: &Session) -> Result<Option<Self>> {
        if !stdin().is_terminal() || !door.ui().is_interactive() {
            return Ok(None);
        }
        let variable = |name: &str| door.environment.look(name).map(str::to_owned);
        let configured = || session.repo().and_then(crate::store::git::open::Repo::editor);
        let usual = if cfg!(windows) { "notepad" } else { "vi" };
        let said = variable("GIT_EDITOR").or_else(configured).or_else(|| variable("VISUAL")).or_else(|| variable("EDITOR"));
        let editor = said.unwrap_or_else(|| usual.to_owned());
        Ok(Some(Self { folder: place(session)?, editor }))
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("new.md")
    }

    /// What the person makes of a text.
    ///
    /// # Errors
    /// The editor can't be run, or does not end well: then nothing is to be written.
    pub(crate) fn edit(&self, text: &str) -> Result<String> {
        let file = self.file();
        fs::write(&file, text).map_err(|cause| Error::io(msg!("editor-no-file"), &file, &cause))?;
        let failed = || Error::new(ErrorKind::Io, msg!("editor-failed", editor = &self.editor)).hint(msg!("editor-failed-help"));
        let ended = command(&self.editor, &file).status().map_err(|cause| failed().because_io(&cause))?;
        if !ended.success() {
            return Err(failed());
        }
        let bytes = fs::read(&file).map_err(|cause| match cause.kind() {
            io::ErrorKind::NotFound => Error::new(ErrorKind::Io, msg!("editor-gone")).hint(msg!("editor-gone-help", editor = &self.editor)),
            _ => Error::io(msg!("editor-no-file"), &file, &cause),
        })?;
        String::from_utf8(bytes).map_err(|_| Error::new(ErrorKind::Usage, msg!("add-not-text")))
    }

    /// The same for a text that stood there before: one that is as it was need not be kept.
    pub(crate) fn keep_changed(self, error: Error, before: &str) -> Error {
        let is_same = fs::read(self.file()).is_ok_and(|now| now == before.as_bytes());
        if is_same { error } else { self.keep(error) }
    }

    /// The same for a new text, with what to type to go on with it; one in which the person wrote nothing need not be kept.
    pub(crate) fn keep_to_go_on(self, error: Error) -> Error {
        if error.msg().key() == UNCHANGED {
            return error;
        }
        let file = self.file();
        let kept = self.keep(error);
        if !file.exists() {
            return kept;
        }
        kept.hint(msg!("editor-kept-again", path = quoted(&file.to_string_lossy()).into_owned()))
    }

    /// An error after the text was edited: the text is kept, and the error says where.
    pub(crate) fn keep(self, error: Error) -> Error {
        let file = self.file();
        if !fs::metadata(&file).is_ok_and(|about| about.len() > 0) {
            return error;
        }
        self.folder.keep();
        error.hint(msg!("editor-kept", path = file.to_string_lossy().into_owned()))
    }
}

/// A folder in the git folder, where nobody meets it; outside git, in the community.
fn place(session: &Session) -> Result<Scratch> {
    let own: Option<OwnFolder> = session.repo().map(|repo| repo.own_folder(session.dir()));
    let made = own.filter(|folder| folder.make().is_ok());
    let parent = made.as_ref().map_or_else(|| session.dir(), OwnFolder::path);
    Scratch::new_in(parent)
        .map_err(|cause| Error::new(ErrorKind::Io, msg!("editor-no-file")).at(Place::file(parent.to_string_lossy())).because_io(&cause))
}

/// An editor may be given with arguments, and quoted as for a shell.
#[cfg(unix)]
fn command(editor: &str, file: &Path) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg(editor).arg(file);
    command
}

/// An editor may be given with arguments.
#[cfg(not(unix))]
fn command(editor: &str, file: &Path) -> Command {
    if Path::new(editor).is_file() {
        let mut command = Command::new(editor);
        command.arg(file);
        return command;
    }
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or("notepad"));
    command.args(words.map(|word| word.trim_matches('"'))).arg(file);
    command
}
