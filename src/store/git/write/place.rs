//! Files put in their places: whole, and never over what somebody else wrote meanwhile.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::ground::{Moment, Step, Watch, unwritable};
use super::journal::{Journal, remove};
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::{self, Unread};
use crate::base::fold::fold;
use crate::base::place::Place;
use crate::msg;

/// The order in which files are written: what is new or changed first, so that no moment has less than before; only where two
/// names may be one file, as in a change of case alone, the old one goes first.
pub(super) fn order(steps: &mut [Step]) {
    let made: Vec<_> = steps.iter().filter(|step| step.after.is_some()).map(|step| fold(&step.path).into_owned()).collect();
    steps.sort_by_cached_key(|step| match step.after {
        Some(_) => 1,
        None if made.contains(&fold(&step.path).into_owned()) => 0,
        None => 2,
    });
}

/// Writes every file of the steps, as the journal says; it is on the disk already.
pub(super) fn all(root: &Path, steps: &[Step], journal: &Journal, watch: Watch<'_>) -> Result<()> {
    for folder in &journal.folders {
        let folder = root.join(folder);
        match fs::create_dir(&folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(unwritable(&folder, &error)),
            _ => {}
        }
    }
    for (number, (step, written)) in steps.iter().zip(&journal.files).enumerate() {
        if step.writes() {
            let temporary = root.join(&written.temporary);
            if let Some(after) = &step.after {
                let rights = match (&step.before, written.permissions) {
                    (Some(_), Some(mode)) => Rights::Exactly(mode),
                    (None, _) if step.runs => Rights::Program,
                    _ => Rights::Usual,
                };
                put(&temporary, after, rights).map_err(|error| unwritable(&step.full, &error))?;
                watch(Moment::Put(number))?;
            }
            place(step, &temporary)?;
        }
        watch(Moment::Placed(number + 1))?;
    }
    for step in steps.iter().filter(|step| step.after.is_none()) {
        remove_empty(root, &step.full);
    }
    Ok(())
}

/// Who may do what with a file that is written (Unix).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rights {
    /// What the account's habit is.
    Usual,
    /// The same, and whoever may read it may run it.
    Program,
    /// What the file had.
    Exactly(u32),
}

impl From<Option<u32>> for Rights {
    fn from(mode: Option<u32>) -> Self {
        mode.map_or(Self::Usual, Self::Exactly)
    }
}

/// Writes a temporary file and forces it to the disk.
pub(super) fn put(path: &Path, bytes: &[u8], rights: Rights) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    allow(&file, rights)?;
    file.sync_all()
}

#[cfg(unix)]
fn allow(file: &fs::File, rights: Rights) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = match rights {
        Rights::Usual => return Ok(()),
        Rights::Program => {
            let mode = file.metadata()?.permissions().mode();
            mode | (mode & 0o444) >> 2
        }
        Rights::Exactly(mode) => mode,
    };
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn allow(_: &fs::File, _: Rights) -> io::Result<()> {
    Ok(())
}

/// Puts a temporary file where it belongs, or takes a file away; only if what stands there is still what was read.
fn place(step: &Step, temporary: &Path) -> Result<()> {
    if !is(&step.full, step.before.as_deref()) {
        return Err(changed(&step.path));
    }
    let done = match (&step.before, &step.after) {
        // A link is not made over a file that came in between, as a rename would be.
        (None, Some(_)) => claim(temporary, &step.full),
        (Some(_), Some(_)) => fs::rename(temporary, &step.full),
        (_, None) => fs::remove_file(&step.full),
    };
    done.map_err(|error| if error.kind() == io::ErrorKind::AlreadyExists { changed(&step.path) } else { unwritable(&step.full, &error) })
}

/// Gives a temporary file its name, unless that is taken.
pub(super) fn claim(temporary: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(temporary, path) {
        Ok(()) => fs::remove_file(temporary),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Some disks know no links: there, looking first has to do.
        Err(_) if fs::symlink_metadata(path).is_err() => fs::rename(temporary, path),
        Err(_) => Err(io::ErrorKind::AlreadyExists.into()),
    }
}

/// Whether a file has these bytes; `None`: whether there is nothing of that name.
pub(super) fn is(path: &Path, bytes: Option<&[u8]>) -> bool {
    match (bytes, files::read(path, bytes.map_or(0, |bytes| bytes.len() as u64))) {
        (Some(bytes), Ok(found)) => found == bytes,
        (None, Err(Unread::Io(error))) => matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory),
        _ => false,
    }
}

/// Somebody wrote to a file since it was read.
pub(super) fn changed(path: &str) -> Error {
    Error::new(ErrorKind::Io, msg!("write-changed")).at(Place::file(path)).hint(msg!("write-changed-hint"))
}

/// Removes the folders that a file leaves empty, as git does; never the top.
pub(super) fn remove_empty(root: &Path, file: &Path) {
    let folders = file.ancestors().skip(1).take_while(|folder| *folder != root && folder.starts_with(root));
    for folder in folders {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
}

/// Removes a journal's temporary files.
pub(super) fn sweep(root: &Path, journal: &Journal) -> Result<()> {
    for written in &journal.files {
        let path = root.join(&written.temporary);
        match remove(&path) {
            // Its folder may be none any more.
            Err(error) if error.kind() != io::ErrorKind::NotADirectory => return Err(unwritable(&path, &error)),
            _ => {}
        }
    }
    Ok(())
}
