//! Writing a file so that a reader sees the old one or the new one, never half of either.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Replaces a file's content in one step.
///
/// The content is written beside the file and renamed over it. With `durable` it is first forced to the disk, and so is the
/// folder afterwards; derived data, which can be made again, does without.
pub fn replace(path: &Path, content: &[u8], durable: bool) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".cop-");
    // Readable for whom the umask allows, as a file that is made in the ordinary way; a temporary file is its owner's alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(content)?;
    if durable {
        file.as_file().sync_all()?;
    }
    file.persist(path).map_err(|error| error.error)?;
    if durable {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
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
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_last_content_stands() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a/b.txt");
        super::replace(&path, b"one", true).expect("written");
        super::replace(&path, b"two", false).expect("written");
        assert_eq!(std::fs::read(&path).expect("read"), b"two");
        assert_eq!(std::fs::read_dir(folder.path().join("a")).expect("listed").count(), 1);
    }
}
