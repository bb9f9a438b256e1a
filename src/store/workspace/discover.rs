//! Which folder is the community: upwards from where a person stands, or as they say.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files;
use crate::base::limits::settings::KINDS;
use crate::model::kinds::OwnKind;
use crate::model::settings::FILE;
use crate::msg;

/// A community's folder and the files that make its settings.
#[derive(Clone, Debug)]
pub struct Root {
    /// The folder, absolute and without symlinks.
    pub dir: PathBuf,
    /// The text of its `community.yaml`.
    pub settings: String,
    /// Its own kinds, by name.
    pub kinds: Vec<OwnKind>,
}

/// The largest `community.yaml` or `kind.yaml` that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// Finds the community that `start` is in: the nearest folder upwards with a `community.yaml`.
pub fn find(start: &Path) -> Result<Root> {
    let absolute = start.canonicalize().map_err(|error| match error.kind() {
        // Only where the folder that the person stands in is gone there is no whole path.
        std::io::ErrorKind::NotFound if start.is_relative() => {
            Error::new(ErrorKind::Usage, msg!("folder-gone")).hint(msg!("folder-gone-help"))
        }
        std::io::ErrorKind::NotFound => Error::new(ErrorKind::Usage, msg!("no-such-folder", path = shown(start))),
        _ => Error::io(msg!("folder-unreadable"), start, &error),
    })?;
    if !absolute.is_dir() {
        return Err(Error::new(ErrorKind::Usage, msg!("not-a-folder", path = shown(start))));
    }
    let found = absolute.ancestors().find(|folder| folder.join(FILE).symlink_metadata().is_ok());
    match found {
        Some(folder) => read(folder),
        None => Err(none(&absolute)),
    }
}

fn read(folder: &Path) -> Result<Root> {
    let path = folder.join(FILE);
    let settings = text(&path, folder)?;
    Ok(Root { dir: folder.to_owned(), settings, kinds: own_kinds(folder)? })
}

/// The text of a file of settings: regular, inside the community, not too large, UTF-8.
fn text(path: &Path, folder: &Path) -> Result<String> {
    let unreadable = |error: &std::io::Error| Error::io(msg!("settings-unreadable"), path, error);
    let inside = path.canonicalize().map_err(|error| unreadable(&error))?;
    let about = fs::metadata(&inside).map_err(|error| unreadable(&error))?;
    let place = crate::base::place::Place::file(shown(path));
    if !about.is_file() || !inside.starts_with(folder) {
        return Err(Error::new(ErrorKind::Settings, msg!("settings-not-a-file")).at(place));
    }
    if about.len() > LARGEST {
        return Err(Error::new(ErrorKind::Settings, msg!("settings-too-large", limit = "1 MiB")).at(place));
    }
    let bytes =
        files::read(&inside, LARGEST).map_err(|error| Error::io(msg!("settings-unreadable"), path, &std::io::Error::other(error)))?;
    String::from_utf8(bytes)
        .map_err(|_| Error::new(ErrorKind::Settings, msg!("settings-not-utf8")).at(place).hint(msg!("settings-not-utf8-help")))
}

/// Every `.cop/kinds/KIND/kind.yaml` that is there, by name; one that can't be read is an error.
fn own_kinds(folder: &Path) -> Result<Vec<OwnKind>> {
    let entries = WalkDir::new(folder.join(".cop/kinds")).min_depth(1).max_depth(1).sort_by_file_name().into_iter().flatten();
    let names = entries.filter_map(|entry| entry.file_name().to_str().map(str::to_owned)).filter(|name| !name.starts_with('.'));
    let files = names.map(|name| (format!(".cop/kinds/{name}/kind.yaml"), name));
    let there = files.filter(|(path, _)| folder.join(path).symlink_metadata().is_ok());
    // One more than there may be is enough to say that there are too many.
    there.take(KINDS + 1).map(|(path, name)| Ok(OwnKind { text: text(&folder.join(&path), folder)?, name, path })).collect()
}

/// There is no community here: what to do instead.
fn none(start: &Path) -> Error {
    Error::new(ErrorKind::NoCommunity, msg!("no-community", path = shown(start)))
        .hint(msg!("no-community-init"))
        .hint(msg!("no-community-dir"))
        .hint(msg!("no-community-demo"))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::find;
    use crate::base::error::ErrorKind;

    #[test]
    fn the_nearest_folder_upwards_counts() {
        let root = tempfile::tempdir().unwrap();
        let deep = root.path().join("club/practices/git");
        fs::create_dir_all(&deep).unwrap();
        assert_eq!(find(&deep).unwrap_err().kind(), ErrorKind::NoCommunity);
        fs::write(root.path().join("club/community.yaml"), "name: A\n").unwrap();
        assert_eq!(find(&deep).unwrap().dir, root.path().join("club").canonicalize().unwrap());
        fs::create_dir_all(root.path().join("club/.cop/kinds/recipe")).unwrap();
        fs::write(root.path().join("club/.cop/kinds/recipe/kind.yaml"), "label: {en: [recipe, recipes]}\n").unwrap();
        assert_eq!(find(&deep).unwrap().kinds.len(), 1);
    }

    #[test]
    fn what_is_no_text_is_said_so() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("community.yaml"), b"name: \xff\xfe\n").unwrap();
        assert_eq!(find(root.path()).unwrap_err().kind(), ErrorKind::Settings);
        fs::remove_file(root.path().join("community.yaml")).unwrap();
        fs::create_dir(root.path().join("community.yaml")).unwrap();
        assert_eq!(find(root.path()).unwrap_err().kind(), ErrorKind::Settings);
        assert_eq!(find(&root.path().join("nowhere")).unwrap_err().kind(), ErrorKind::Usage);
    }

    #[cfg(unix)]
    #[test]
    fn settings_do_not_come_from_elsewhere() {
        let root = tempfile::tempdir().unwrap();
        let (inside, outside) = (root.path().join("in"), root.path().join("out.yaml"));
        fs::create_dir(&inside).unwrap();
        fs::write(&outside, "name: A\n").unwrap();
        std::os::unix::fs::symlink(&outside, inside.join("community.yaml")).unwrap();
        assert_eq!(find(&inside).unwrap_err().kind(), ErrorKind::Settings);
    }
}
