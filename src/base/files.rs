//! Files and folders of cop's own, and files of others, without being led elsewhere or held up by what stands in their place.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// It is a link, a folder, a pipe or a device.
    #[error("this is no regular file")]
    NotRegular,
    /// It has more bytes than are read.
    #[error("the file is too large")]
    TooLarge,
    /// The system says no.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl From<Unread> for io::Error {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Io(error) => error,
            other => Self::other(other),
        }
    }
}

/// Opens a regular file for reading. A link is not followed and a pipe not waited for, even if it took the file's place a moment ago.
pub fn open(path: &Path) -> Result<(File, Metadata), Unread> {
    // A device may do something when it is opened, so it is looked at first.
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(Unread::NotRegular);
    }
    let file = itself(File::options().read(true), path)?;
    let about = file.metadata()?;
    if about.is_file() { Ok((file, about)) } else { Err(Unread::NotRegular) }
}

/// The bytes of a regular file that has at most `limit` of them, opened as by [`open`].
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Unread> {
    let (file, about) = open(path)?;
    read_open(file, &about, limit)
}

/// The bytes of a file that is open, if it has at most `limit` of them.
pub fn read_open(file: File, about: &Metadata, limit: u64) -> Result<Vec<u8>, Unread> {
    if about.len() > limit {
        return Err(Unread::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default().saturating_add(1));
    // It may have grown since.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(Unread::TooLarge) } else { Ok(bytes) }
}

/// Opens the file whose lock stands for something, which is made if it is not there. The same holds as for [`open`].
pub fn open_lock(path: &Path) -> io::Result<File> {
    let file = itself(File::options().create(true).append(true), path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::Error::other(Unread::NotRegular)) }
}

/// Opens what stands at a path and nothing that it leads to, without waiting for anybody.
#[cfg(unix)]
fn itself(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let opened = options.custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK | libc::O_NOCTTY).open(path);
    opened.map_err(|error| if error.raw_os_error() == Some(libc::ELOOP) { io::Error::other(Unread::NotRegular) } else { error })
}

/// Opens what stands at a path and nothing that it leads to, as far as a look beforehand can tell.
#[cfg(not(unix))]
fn itself(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    match fs::symlink_metadata(path) {
        Ok(about) if !about.is_file() => Err(io::Error::other(Unread::NotRegular)),
        _ => options.open(path),
    }
}

/// Replaces a file's content in one step, so that a reader sees the old one or the new one, never half of either.
///
/// The content is written beside the file and renamed over it, so a link in its place is replaced too. Nothing is forced to the disk: this is for derived data.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    beside(path, content, 0o666)?.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// As [`replace`], in a file that only its owner may read and write.
pub fn replace_private(path: &Path, content: &[u8]) -> io::Result<()> {
    beside(path, content, 0o600)?.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// As [`replace`], and a regular file that stands there keeps who may read, write and run it.
pub fn rewrite(path: &Path, content: &[u8]) -> io::Result<()> {
    let file = beside(path, content, 0o666)?;
    if let Some(about) = fs::symlink_metadata(path).ok().filter(Metadata::is_file) {
        file.as_file().set_permissions(about.permissions())?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A temporary file with this in it, in the folder of another, for whom the mode allows.
fn beside(path: &Path, content: &[u8], mode: u32) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".cop-");
    // Mostly readable for whom the umask allows, as a file that is made in the ordinary way; a temporary file is its owner's alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    let mut file = builder.tempfile_in(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(content)?;
    Ok(file)
}

/// A folder of cop's own below one that is given.
///
/// On the way from there to it nothing is followed: where a link stands, or anything that is no folder, there is no such
/// folder, and what a link leads to is neither read nor written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFolder {
    base: PathBuf,
    path: PathBuf,
}

/// Why a folder of cop's own can't be made.
#[derive(Debug, thiserror::Error)]
pub enum NoFolder {
    /// Something else stands there, or on the way.
    #[error("{} is a link, or no folder", .0.display())]
    InTheWay(PathBuf),
    /// The system says no.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl OwnFolder {
    /// The folder so far below another, whether or not it is there.
    pub fn new(base: &Path, below: impl AsRef<Path>) -> Self {
        Self { base: base.to_owned(), path: base.join(below) }
    }

    /// A folder in this one.
    #[must_use]
    pub fn inside(&self, name: &str) -> Self {
        Self { base: self.base.clone(), path: self.path.join(name) }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it is there.
    pub fn is_there(&self) -> bool {
        self.parts().iter().all(|part| fs::symlink_metadata(part).is_ok_and(|about| about.is_dir()))
    }

    /// Makes it, with the folders on the way.
    pub fn make(&self) -> Result<(), NoFolder> {
        fs::create_dir_all(&self.base)?;
        for part in self.parts() {
            match fs::create_dir(&part) {
                Err(error) if fs::symlink_metadata(&part).is_err() => return Err(error.into()),
                Err(_) if !fs::symlink_metadata(&part)?.is_dir() => return Err(NoFolder::InTheWay(part)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Every folder on the way from the base, less that, to this one.
    fn parts(&self) -> Vec<PathBuf> {
        let mut parts: Vec<_> = self.path.ancestors().take_while(|part| *part != self.base).map(Path::to_owned).collect();
        parts.reverse();
        parts
    }
}

/// A folder that goes away with everything in it, unless that was moved elsewhere.
#[derive(Debug)]
pub struct Scratch(tempfile::TempDir);

impl Scratch {
    /// A new folder of this kind in another; its name begins with `.`.
    pub fn new_in(parent: &Path) -> io::Result<Self> {
        tempfile::Builder::new().prefix(".cop-").tempdir_in(parent).map(Self)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Lets it stay.
    pub fn keep(self) {
        let _ = self.0.keep();
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{OwnFolder, Unread, read, replace};

    #[test]
    fn the_last_content_stands() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("b.txt");
        replace(&path, b"one").expect("written");
        replace(&path, b"two").expect("written");
        assert_eq!(fs::read(&path).expect("read"), b"two");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        fs::write(&path, "four").expect("written");
        assert_eq!(read(&path, 4).expect("read"), b"four");
        assert!(matches!(read(&path, 3), Err(Unread::TooLarge)));
        assert!(matches!(read(folder.path(), 3), Err(Unread::NotRegular)));
        assert!(matches!(read(&folder.path().join("b"), 3), Err(Unread::Io(_))));
    }

    #[cfg(unix)]
    #[test]
    fn what_leads_elsewhere_or_holds_up_is_not_opened() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("secret"), "x").expect("written");
        std::os::unix::fs::symlink(at("secret"), at("link")).expect("linked");
        assert!(std::process::Command::new("mkfifo").arg(at("pipe")).status().expect("run").success());
        for name in ["link", "pipe"] {
            assert!(matches!(read(&at(name), 10), Err(Unread::NotRegular)), "{name}");
            assert!(
                super::itself(fs::File::options().read(true), &at(name))
                    .and_then(|file| file.metadata())
                    .is_ok_and(|about| !about.is_file())
                    == (name == "pipe")
            );
            assert!(super::open_lock(&at(name)).is_err(), "{name}");
        }
        assert!(super::open_lock(&at("lock")).is_ok() && super::open_lock(&at("lock")).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn an_own_folder_is_never_behind_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let own = OwnFolder::new(folder.path(), "a/b").inside("c");
        assert!(!own.is_there());
        own.make().expect("made");
        own.make().expect("made already");
        assert!(own.is_there() && own.path() == at("a/b/c"));
        fs::rename(at("a/b"), at("moved")).expect("renamed");
        std::os::unix::fs::symlink(at("moved"), at("a/b")).expect("linked");
        assert!(!own.is_there());
        assert!(matches!(own.make(), Err(super::NoFolder::InTheWay(path)) if path == at("a/b")));
        fs::remove_file(at("a/b")).expect("removed");
        fs::write(at("a/b"), "").expect("written");
        assert!(matches!(own.make(), Err(super::NoFolder::InTheWay(path)) if path == at("a/b")));
    }
}
