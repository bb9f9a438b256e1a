//! Which folder is the community: upwards from where a person stands, or as they say.

use std::path::{Path, PathBuf};
use std::{fs, io};

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
        io::ErrorKind::NotFound if start.is_relative() => Error::new(ErrorKind::Usage, msg!("folder-gone")).hint(msg!("folder-gone-help")),
        io::ErrorKind::NotFound => Error::new(ErrorKind::Usage, msg!("no-such-folder", path = shown(start))),
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
    let unreadable = |error: &io::Error| Error::io(msg!("settings-unreadable"), path, error);
    let inside = path.canonicalize().map_err(|error| unreadable(&error))?;
    let about = fs::metadata(&inside).map_err(|error| unreadable(&error))?;
    let place = crate::base::place::Place::file(shown(path));
    if !about.is_file() || !inside.starts_with(folder) {
        return Err(Error::new(ErrorKind::Settings, msg!("settings-not-a-file")).at(place));
    }
    if about.len() > LARGEST {
        return Err(Error::new(ErrorKind::Settings, msg!("settings-too-large", limit = "1 MiB")).at(place));
    }
    let bytes = files::read(&inside, LARGEST).map_err(|error| Error::io(msg!("settings-unreadable"), path, &error.into()))?;
    String::from_utf8(bytes)
        .map_err(|_| Error::new(ErrorKind::Settings, msg!("settings-not-utf8")).at(place).hint(msg!("settings-not-utf8-help")))
}

/// Every `.cop/kinds/KIND/kind.yaml` that is there, by name; what can't be read on the way to one is an error, since without its
/// kind a document would silently be none.
fn own_kinds(folder: &Path) -> Result<Vec<OwnKind>> {
    let (above, kinds) = (folder.join(".cop"), folder.join(".cop/kinds"));
    if !is_folder(&above)? || !is_folder(&kinds)? {
        return Ok(Vec::new());
    }
    own(&above)?;
    own(&kinds)?;
    let mut files = Vec::new();
    for entry in WalkDir::new(&kinds).min_depth(1).max_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let at = error.path().unwrap_or(&kinds).to_owned();
            unreadable(&at, &error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into()))
        })?;
        let Some(name) = entry.file_name().to_str().filter(|name| !name.starts_with('.')) else { continue };
        let path = format!(".cop/kinds/{name}/kind.yaml");
        if let Some(about) = there(&folder.join(&path), entry.path())? {
            is_folder(entry.path())?;
            own(entry.path())?;
            if about.is_symlink() {
                let place = crate::base::place::Place::file(shown(&folder.join(&path)));
                return Err(Error::new(ErrorKind::Settings, msg!("kinds-file-linked")).at(place).hint(msg!("kinds-file-linked-help")));
            }
            files.push((path, name.to_owned()));
        }
    }
    // One more than there may be is enough to say that there are too many.
    let there = files.into_iter().take(KINDS + 1);
    there.map(|(path, name)| Ok(OwnKind { text: text(&folder.join(&path), folder)?, name, path })).collect()
}

/// Whether a folder of kinds is there. A link is an error: what it leads to may lie outside the community.
fn is_folder(path: &Path) -> Result<bool> {
    match there(path, path)? {
        Some(about) if about.is_symlink() => {
            let place = crate::base::place::Place::file(shown(path));
            Err(Error::new(ErrorKind::Settings, msg!("kinds-folder-linked")).at(place).hint(msg!("kinds-folder-linked-help")))
        }
        about => Ok(about.is_some_and(|about| about.is_dir())),
    }
}

/// A folder of kinds that is a repository of its own is an error: what it holds changes without this one's history telling of it.
fn own(path: &Path) -> Result<()> {
    if there(&path.join(".git"), path)?.is_none() {
        return Ok(());
    }
    let place = crate::base::place::Place::file(shown(path));
    Err(Error::new(ErrorKind::Settings, msg!("kinds-folder-apart")).at(place).hint(msg!("kinds-folder-linked-help")))
}

/// What stands at a path, if anything does; `named` is what an error is about.
fn there(path: &Path, named: &Path) -> Result<Option<fs::Metadata>> {
    match path.symlink_metadata() {
        Ok(about) => Ok(Some(about)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(unreadable(named, &error)),
    }
}

fn unreadable(folder: &Path, error: &io::Error) -> Error {
    Error::io(msg!("kinds-folder-unreadable"), folder, error).hint(msg!("kinds-folder-unreadable-help"))
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

    #[cfg(unix)]
    #[test]
    fn kinds_do_not_come_through_a_link() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir_all(at("in/elsewhere/kinds/recipe")).unwrap();
        fs::write(at("in/community.yaml"), "name: A\n").unwrap();
        fs::write(at("in/elsewhere/kinds/recipe/kind.yaml"), "label: {en: [recipe, recipes]}\n").unwrap();
        std::os::unix::fs::symlink("elsewhere", at("in/.cop")).unwrap();
        assert_eq!(find(&at("in")).unwrap_err().kind(), ErrorKind::Settings);
        fs::remove_file(at("in/.cop")).unwrap();
        fs::create_dir(at("in/.cop")).unwrap();
        std::os::unix::fs::symlink("../elsewhere/kinds", at("in/.cop/kinds")).unwrap();
        assert_eq!(find(&at("in")).unwrap_err().kind(), ErrorKind::Settings);
        fs::remove_file(at("in/.cop/kinds")).unwrap();
        fs::write(at("in/.cop/kinds"), "a file").unwrap();
        assert_eq!(find(&at("in")).unwrap().kinds.len(), 0);
        fs::remove_file(at("in/.cop/kinds")).unwrap();
        fs::create_dir(at("in/.cop/kinds")).unwrap();
        std::os::unix::fs::symlink("../../elsewhere/kinds/recipe", at("in/.cop/kinds/recipe")).unwrap();
        assert_eq!(find(&at("in")).unwrap_err().kind(), ErrorKind::Settings);
        fs::remove_file(at("in/.cop/kinds/recipe")).unwrap();
        fs::create_dir(at("in/.cop/kinds/recipe")).unwrap();
        std::os::unix::fs::symlink("../../../elsewhere/kinds/recipe/kind.yaml", at("in/.cop/kinds/recipe/kind.yaml")).unwrap();
        assert_eq!(find(&at("in")).unwrap_err().kind(), ErrorKind::Settings);
        fs::remove_dir_all(at("in/.cop/kinds")).unwrap();
        fs::rename(at("in/elsewhere/kinds"), at("in/.cop/kinds")).unwrap();
        for folder in ["in/.cop", "in/.cop/kinds", "in/.cop/kinds/recipe"] {
            let git = at(folder).join(".git");
            fs::write(&git, "gitdir: elsewhere").unwrap();
            assert_eq!(find(&at("in")).unwrap_err().kind(), ErrorKind::Settings);
            fs::remove_file(git).unwrap();
        }
        fs::write(at("in/.cop/kinds/README.md"), "a file").unwrap();
        assert_eq!(find(&at("in")).unwrap().kinds.len(), 1);
    }
}
