//! The file in which a person says to cop what holds for them on this machine, read and changed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::{self, Unread};
use crate::base::lines::Lines;
use crate::base::place::Place;
use crate::model::personal::{Listed, Personal};
use crate::model::reading::{Fault, Weight};
use crate::msg;
use crate::text::front::edit::Refusal;

use super::held;

/// How long one waits for another who changes it.
const PATIENCE: Duration = Duration::from_secs(2);

/// The largest file that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// The file, and what it says; one that is not there says nothing.
#[derive(Clone, Debug)]
pub struct Config {
    path: Option<PathBuf>,
    home: Option<PathBuf>,
    text: String,
    personal: Personal,
    faults: Vec<Fault>,
    unread: Option<Error>,
}

impl Config {
    /// Reads the file at a path, given the person's home folder. This never fails: what is wrong is told by [`Self::errors`] and
    /// [`Self::demand`].
    pub fn read(path: Option<&Path>, home: Option<&Path>) -> Self {
        let (text, unread) = match path.map(text_of) {
            None => (String::new(), None),
            Some(Ok(text)) => (text, None),
            Some(Err(error)) => (String::new(), Some(error)),
        };
        let (personal, faults) = Personal::read(&text, &path.map(shown).unwrap_or_default());
        Self { path: path.map(Path::to_owned), home: home.map(Path::to_owned), text, personal, faults, unread }
    }

    /// What the person says, as far as it could be read.
    pub fn personal(&self) -> &Personal {
        &self.personal
    }

    /// The same, where the file could be read, whatever stands in it.
    ///
    /// # Errors
    /// It can't be read.
    pub fn readable(&self) -> Result<&Personal> {
        self.unread.clone().map_or(Ok(&self.personal), Err)
    }

    /// The same, where nothing in it is an error.
    ///
    /// # Errors
    /// The file can't be read, or something in it can't be meant; the error names the line.
    pub fn demand(&self) -> Result<&Personal> {
        match self.errors().into_iter().find(|(weight, _)| *weight == Weight::Error) {
            Some((_, error)) => Err(error),
            None => Ok(&self.personal),
        }
    }

    /// All that is wrong, each with how much it matters.
    pub fn errors(&self) -> Vec<(Weight, Error)> {
        let unread = self.unread.iter().map(|error| (Weight::Error, error.clone()));
        unread.chain(self.faults.iter().map(|fault| (fault.weight, self.error(fault)))).collect()
    }

    fn error(&self, fault: &Fault) -> Error {
        let error = self.error_at(fault.problem.span.start, fault.problem.msg.clone());
        fault.problem.help.iter().fold(error, |error, help| error.hint(help.clone()))
    }

    fn error_at(&self, at: usize, msg: crate::base::lang::Msg) -> Error {
        let lines = Lines::new(&self.text);
        let position = lines.position(&self.text, at);
        let place = Place::at(self.file(), position);
        Error::new(ErrorKind::Settings, msg).at(place).line(lines.text(&self.text, position.0))
    }

    /// The path of the file, as people read it; empty where there is no place for one.
    pub fn file(&self) -> String {
        self.path.as_deref().map(shown).unwrap_or_default()
    }

    /// The folder that a community on the list is in, `~` being the person's home.
    pub fn folder(&self, listed: &Listed) -> PathBuf {
        match (listed.path.strip_prefix('~'), &self.home) {
            (Some(rest), Some(home)) => home.join(rest.trim_start_matches('/')),
            _ => PathBuf::from(&listed.path),
        }
    }

    /// A folder as it is written on the list: from `~` where it is below the person's home.
    pub fn written(&self, folder: &Path) -> String {
        let home = self.home.as_ref().and_then(|home| home.canonicalize().ok());
        match home.and_then(|home| folder.strip_prefix(home).ok().map(shown)) {
            Some(below) if !below.is_empty() => format!("~/{below}"),
            _ => shown(folder),
        }
    }

    /// Writes what `edit` makes of the file, which is made if it is not there. A link leads to the file that is meant, as in folders of
    /// settings that are kept elsewhere.
    ///
    /// # Errors
    /// It can't be changed without touching something else, was changed by somebody else in the meantime, or can't be written.
    pub fn change(&self, edit: impl FnOnce(&str) -> Result<String, Refusal>) -> Result<Self> {
        let Some(path) = &self.path else {
            return Err(Error::new(ErrorKind::Io, msg!("personal-nowhere")).hint(msg!("personal-nowhere-help")));
        };
        if let Some(error) = &self.unread {
            return Err(error.clone());
        }
        let text = edit(&self.text).map_err(|refusal| self.error_at(refusal.span.start, refusal.msg))?;
        let unwritable = |cause: io::Error| Error::io(msg!("personal-not-written"), path, &cause);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(unwritable)?;
        }
        let meant = path.canonicalize().unwrap_or_else(|_| path.clone());
        // Between the look and the write nobody else may write.
        let _held = held::hold(&meant.with_extension("lock"), PATIENCE).map_err(unwritable)?;
        if text_of(path)? != self.text {
            return Err(Error::new(ErrorKind::Busy, msg!("personal-meanwhile")).at(Place::file(shown(path))));
        }
        files::rewrite(&meant, text.as_bytes()).map_err(unwritable)?;
        Ok(Self::read(Some(path), self.home.as_deref()))
    }
}

/// The text of the file; empty where there is none.
fn text_of(path: &Path) -> Result<String> {
    let unreadable = |cause: io::Error| Error::io(msg!("personal-unreadable"), path, &cause);
    let meant = match path.canonicalize() {
        Ok(meant) => meant,
        Err(cause) if matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(String::new()),
        Err(cause) => return Err(unreadable(cause)),
    };
    let place = || Place::file(shown(path));
    let bytes = files::read(&meant, LARGEST).map_err(|unread| match unread {
        Unread::TooLarge => Error::new(ErrorKind::Settings, msg!("settings-too-large", limit = "1 MiB")).at(place()),
        other => unreadable(other.into()),
    })?;
    let text = String::from_utf8(bytes);
    text.map_err(|_| Error::new(ErrorKind::Settings, msg!("settings-not-utf8")).at(place()).hint(msg!("settings-not-utf8-help")))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::Config;
    use crate::model::personal::COMMUNITIES;
    use crate::text::front::edit::below;

    #[test]
    fn a_change_is_made_to_what_a_link_leads_to_and_not_over_what_others_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config/cop/config.yaml");
        let empty = Config::read(Some(&path), Some(folder.path()));
        let put = |name: &'static str| move |text: &str| below::put(text, COMMUNITIES, name, "~/club");
        let one = empty.change(put("a")).unwrap();
        assert_eq!(one.personal().communities.len(), 1);
        assert_eq!(one.folder(&one.personal().communities[0]), folder.path().join("club"));
        assert!(empty.change(put("b")).is_err(), "it was changed in the meantime");
        #[cfg(unix)]
        {
            std::fs::rename(&path, folder.path().join("kept.yaml")).unwrap();
            std::os::unix::fs::symlink(folder.path().join("kept.yaml"), &path).unwrap();
            assert_eq!(Config::read(Some(&path), None).change(put("b")).unwrap().personal().communities.len(), 2);
            assert!(std::fs::symlink_metadata(&path).unwrap().is_symlink());
        }
    }

    #[test]
    fn a_folder_is_written_from_the_home_where_it_is_below_it() {
        let home = tempfile::tempdir().unwrap();
        let config = Config::read(None, Some(home.path()));
        let real = home.path().canonicalize().unwrap();
        assert_eq!(config.written(&real.join("work/club")), "~/work/club");
        assert_eq!(config.written(&real), real.to_string_lossy());
        assert!(config.change(|text| Ok(text.to_owned())).is_err(), "there is no place for it");
    }
}
