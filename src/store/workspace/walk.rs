//! All files of a community that git does not ignore.
//!
//! Only regular files are files: links are not followed, nothing else is ever opened, and a repository inside the repository is
//! not entered. Names that begin with `.` are not read.

use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::rules::{FILE as RULE_FILE, Outside, RuleFile, RulePlaces, RuleTrouble, Rules};
use super::stat::Stat;

/// What stands below a community's root. All paths count from there, with forward slashes; all lists are in the order of their bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The regular files.
    pub files: Vec<Seen>,
    /// The folders, the root (an empty path) among them.
    pub folders: Vec<Folder>,
    /// What is neither, or could not be read.
    pub odd: Vec<(String, OddFile)>,
    /// The files below the root that say what git ignores.
    pub rules: Vec<RuleFile>,
    /// Those outside it that were looked for, by their whole paths, the weakest first.
    pub outside: Vec<RuleFile>,
}

/// A regular file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The path from the community's root.
    pub path: String,
    /// What the file system says of it.
    pub stat: Stat,
}

/// A folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// The path from the community's root; empty for the root.
    pub path: String,
    /// What the file system said of it before it was listed.
    pub stat: Stat,
}

/// Why something below a community's root is not read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum OddFile {
    /// A symbolic link: what it leads to may lie outside the root.
    Symlink,
    /// A pipe, socket or device.
    NotRegular,
    /// A file or folder that can't be looked at, with what the system said.
    Unreadable(String),
    /// The name is no UTF-8; the path shows what is not as `�`.
    NotUtf8Name,
    /// A folder that is a git repository of its own.
    Repository,
    /// A folder in which anything might be what git ignores, because a file of rules can't be read whole.
    Hidden,
}

/// Finds all files below a community's root, on all cores.
pub fn walk(root: &Path, places: &RulePlaces) -> Tree {
    walked(root, places, false, &|_| true)
}

/// Finds their names alone: nothing is asked of the files and folders themselves, which costs half. No `stat` means anything.
///
/// Only the folders are entered that `enter` takes by their paths.
pub fn names(root: &Path, places: &RulePlaces, enter: &dyn Fn(&str) -> bool) -> Tree {
    walked(root, places, true, enter)
}

fn walked(root: &Path, places: &RulePlaces, names: bool, enter: &dyn Fn(&str) -> bool) -> Tree {
    let outside = Outside::read(root, places);
    let look = fs::metadata(root).as_ref().map(Stat::of).unwrap_or_default();
    let start = |outside: &Outside| vec![Pending { path: String::new(), stat: look, rules: outside.rules.clone(), names }];
    let tree = levels(start(&outside), enter, |level| together(root, &outside, level));
    if !outside.is_spent() {
        return Tree { outside: outside.files, ..tree };
    }
    // There are more rules than are read, and which ones were must not be chance: once more, one folder after the other.
    let outside = Outside::read(root, places);
    let tree = levels(start(&outside), enter, |mut level| {
        level.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        level.into_iter().map(|folder| list(root, &outside, folder)).collect()
    });
    Tree { outside: outside.files, ..tree }
}

/// A folder that is to be listed.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    /// The path from the community's root.
    pub path: String,
    /// What it was before.
    pub stat: Stat,
    /// The rules of the folder that it stands in.
    pub rules: Option<Arc<Rules>>,
    /// Whether names are all that is wanted of it.
    pub names: bool,
}

/// Lists folders and everything below them.
pub(super) fn below(root: &Path, outside: &Outside, start: Vec<Pending>) -> Tree {
    levels(start, &|_| true, |level| together(root, outside, level))
}

fn together(root: &Path, outside: &Outside, level: Vec<Pending>) -> Vec<Listing> {
    level.into_par_iter().map(|folder| list(root, outside, folder)).collect()
}

fn levels(start: Vec<Pending>, enter: &dyn Fn(&str) -> bool, list: impl Fn(Vec<Pending>) -> Vec<Listing>) -> Tree {
    let mut tree = Tree::default();
    let mut level = start;
    // Level by level, so that no depth of folders is a depth of calls.
    while !level.is_empty() {
        for listing in list(std::mem::take(&mut level)) {
            tree.files.extend(listing.files);
            tree.odd.extend(listing.odd);
            tree.rules.extend(listing.rules);
            tree.folders.push(listing.folder);
            level.extend(listing.folders.into_iter().filter(|folder| enter(&folder.path)));
        }
    }
    tree.files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    tree.folders.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    tree.odd.sort_by(|a, b| a.0.cmp(&b.0));
    tree.rules.sort_by(|a, b| a.path.cmp(&b.path));
    tree
}

/// What stands in one folder.
#[derive(Debug)]
pub(super) struct Listing {
    /// The folder itself.
    pub folder: Folder,
    /// The files in it.
    pub files: Vec<Seen>,
    /// The folders in it.
    pub folders: Vec<Pending>,
    /// What is neither.
    pub odd: Vec<(String, OddFile)>,
    /// Its own rules.
    pub rules: Option<RuleFile>,
}

/// Lists one folder.
pub(super) fn list(root: &Path, outside: &Outside, folder: Pending) -> Listing {
    let Pending { path, stat, mut rules, names } = folder;
    let place = root.join(&path);
    let mut listing = Listing { folder: Folder { path, stat }, files: Vec::new(), folders: Vec::new(), odd: Vec::new(), rules: None };
    let entries = fs::read_dir(&place).and_then(Iterator::collect::<io::Result<Vec<DirEntry>>>);
    // Another folder, or a link to one, may have taken its place since it was seen: then it is listed again next time, and what stands
    // behind a link is not here.
    let after = if names { None } else { fs::symlink_metadata(&place).ok() };
    if after.as_ref().map(Stat::of) != Some(stat) {
        listing.folder.stat = Stat::default();
    }
    let entries = match entries {
        Ok(_) if !names && !after.is_some_and(|after| after.is_dir()) => return listing,
        Ok(entries) => entries,
        Err(error) => {
            if error.kind() != io::ErrorKind::NotFound || listing.folder.path.is_empty() {
                listing.odd.push((listing.folder.path.clone(), OddFile::Unreadable(error.to_string())));
            }
            return listing;
        }
    };
    if outside.hides {
        listing.odd.push((listing.folder.path.clone(), OddFile::Hidden));
        return listing;
    }
    let has = |name: &str| entries.iter().any(|entry| entry.file_name() == name);
    if !listing.folder.path.is_empty() && has(".git") {
        listing.odd.push((listing.folder.path.clone(), OddFile::Repository));
        return listing;
    }
    if has(RULE_FILE) {
        let read = outside.below(&place.join(RULE_FILE), &listing.folder.path, rules);
        rules = read.rules;
        listing.rules = Some(RuleFile { path: below_folder(&listing.folder.path, RULE_FILE), stat: read.stat, trouble: read.trouble });
        if read.trouble.is_some_and(RuleTrouble::hides) {
            listing.odd.push((listing.folder.path.clone(), OddFile::Hidden));
            return listing;
        }
    }
    listing.fill(&entries, &outside.prefix, rules.as_ref(), names);
    listing
}

impl Listing {
    /// Takes up what is neither hidden nor ignored; `prefix` leads from the work tree's root to the community's.
    fn fill(&mut self, entries: &[DirEntry], prefix: &str, rules: Option<&Arc<Rules>>, names: bool) {
        // A path as the rules take it, from the work tree's root; only the name at its end changes.
        let mut full = prefix.to_owned() + &below_folder(&self.folder.path, "");
        let start = full.len();
        for entry in entries {
            let name = entry.file_name();
            let shown = name.to_string_lossy();
            if shown.starts_with('.') {
                continue;
            }
            full.truncate(start);
            full.push_str(&shown);
            let Ok(file_type) = entry.file_type() else { continue };
            if rules.is_some_and(|rules| rules.ignores(&full, file_type.is_dir())) {
                continue;
            }
            let path = full[prefix.len()..].to_owned();
            if name.to_str().is_none() {
                self.odd.push((path, OddFile::NotUtf8Name));
            } else if names && file_type.is_dir() {
                self.folders.push(Pending { path, stat: Stat::default(), rules: rules.cloned(), names });
            } else if names && file_type.is_file() {
                self.files.push(Seen { path, stat: Stat::default() });
            } else {
                self.add(path, entry, file_type, rules);
            }
        }
    }

    fn add(&mut self, path: String, entry: &DirEntry, file_type: FileType, rules: Option<&Arc<Rules>>) {
        if file_type.is_symlink() {
            self.odd.push((path, OddFile::Symlink));
        } else if !file_type.is_file() && !file_type.is_dir() {
            self.odd.push((path, OddFile::NotRegular));
        } else {
            // The look itself, not the listing, has the last word on what it is.
            match entry.metadata() {
                Ok(metadata) if metadata.is_dir() => {
                    self.folders.push(Pending { path, stat: Stat::of(&metadata), rules: rules.cloned(), names: false });
                }
                Ok(metadata) if metadata.is_file() => self.files.push(Seen { path, stat: Stat::of(&metadata) }),
                Ok(metadata) if metadata.is_symlink() => self.odd.push((path, OddFile::Symlink)),
                Ok(_) => self.odd.push((path, OddFile::NotRegular)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => self.odd.push((path, OddFile::Unreadable(error.to_string()))),
            }
        }
    }
}

/// The path of a name in a folder.
pub(super) fn below_folder(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::process::Command;

    use super::{OddFile, Outside, Pending, RulePlaces, RuleTrouble, Stat, Tree, list, names, walk};

    fn lay(root: &Path, files: &[(&str, &str)]) {
        for (path, text) in files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
    }

    fn paths(tree: &Tree) -> Vec<&str> {
        tree.files.iter().map(|file| file.path.as_str()).collect()
    }

    #[test]
    fn what_git_ignores_is_not_there() {
        let root = tempfile::tempdir().expect("a folder");
        lay(
            root.path(),
            &[
                (".gitignore", "\u{feff}*.tmp\nbuild/\n/top.md\n!keep.tmp\na{b,c}.md\n"),
                ("community.yaml", ""),
                ("top.md", ""),
                ("ab.md", ""),
                ("a{b,c}.md", ""),
                ("x.tmp", ""),
                ("keep.tmp", ""),
                ("build/a.md", ""),
                ("a/top.md", ""),
                ("a/build", "a file of that name"),
                ("a/b/.gitignore", "*\n!*.md\n"),
                ("a/b/x.txt", ""),
                ("a/b/x.md", ""),
                ("a/b/c/x.md", ""),
                (".hidden/x.md", ""),
                ("a/.x.md", ""),
                ("local.md", ""),
                ("mine.md", ""),
                ("other/exclude", "/local.md\n"),
                ("other/mine", "mine.md\n!ab.md\n"),
            ],
        );
        let places = RulePlaces {
            exclude: Some(root.path().join("other/exclude")),
            excludes_file: Some(root.path().join("other/mine")),
            ..RulePlaces::default()
        };
        let tree = walk(root.path(), &places);
        let expected = ["a/b/x.md", "a/build", "a/top.md", "ab.md", "community.yaml", "keep.tmp", "other/exclude", "other/mine"];
        assert_eq!(paths(&tree), expected);
        assert_eq!(paths(&names(root.path(), &places, &|_| true)), expected);
        assert_eq!(paths(&names(root.path(), &places, &|folder| folder != "a/b")), expected[1..]);
        assert_eq!(tree.folders.iter().map(|folder| folder.path.as_str()).collect::<Vec<_>>(), ["", "a", "a/b", "other"]);
        assert!(tree.odd.is_empty());
        let inner = walk(&root.path().join("a"), &RulePlaces { work_tree: Some(root.path().to_owned()), ..RulePlaces::default() });
        assert_eq!(paths(&inner), ["b/x.md", "build", "top.md"]);
        assert_eq!((inner.outside.len(), inner.rules.len()), (1, 1));
    }

    #[test]
    fn a_repository_inside_is_not_entered() {
        let root = tempfile::tempdir().expect("a folder");
        lay(
            root.path(),
            &[
                ("a.md", ""),
                (".git/HEAD", ""),
                ("clone/.git/HEAD", ""),
                ("clone/x.md", ""),
                ("module/.git", "gitdir: x"),
                ("module/x.md", ""),
            ],
        );
        let tree = walk(root.path(), &RulePlaces::default());
        assert_eq!(paths(&tree), ["a.md"]);
        assert_eq!(tree.odd, [("clone".to_owned(), OddFile::Repository), ("module".to_owned(), OddFile::Repository)]);
    }

    #[cfg(unix)]
    #[test]
    fn only_regular_files_are_files() {
        use std::os::unix::ffi::OsStrExt;
        use std::os::unix::fs::symlink;
        let root = tempfile::tempdir().expect("a folder");
        lay(root.path(), &[("a.md", "")]);
        symlink("a.md", root.path().join("link.md")).expect("linked");
        symlink(".", root.path().join("loop")).expect("linked");
        symlink("/etc", root.path().join("out")).expect("linked");
        let _socket = std::os::unix::net::UnixListener::bind(root.path().join("socket.md")).expect("bound");
        let fifo = Command::new("mkfifo").arg(root.path().join("pipe.md")).status().expect("run");
        assert!(fifo.success());
        fs::write(root.path().join(std::ffi::OsStr::from_bytes(b"b\xff.md")), "").expect("written");
        let tree = walk(root.path(), &RulePlaces::default());
        assert_eq!(paths(&tree), ["a.md"]);
        let odd: Vec<_> = tree.odd.iter().map(|(path, odd)| (path.as_str(), odd.clone())).collect();
        let expected = [
            ("b\u{fffd}.md", OddFile::NotUtf8Name),
            ("link.md", OddFile::Symlink),
            ("loop", OddFile::Symlink),
            ("out", OddFile::Symlink),
            ("pipe.md", OddFile::NotRegular),
            ("socket.md", OddFile::NotRegular),
        ];
        assert_eq!(odd, expected);
    }

    #[test]
    fn rules_that_are_not_read_hide_what_they_may_mean() {
        let root = tempfile::tempdir().expect("a folder");
        let large = "*.secret\n".repeat((256 << 10) / 9);
        lay(root.path(), &[("a/.gitignore", &format!("{large}\n#too large")), ("a/x.secret", ""), ("b/x.secret", "")]);
        let tree = walk(root.path(), &RulePlaces::default());
        assert_eq!((paths(&tree), tree.rules[0].trouble), (vec!["b/x.secret"], Some(RuleTrouble::TooLarge)));
        assert_eq!(tree.odd, [("a".to_owned(), OddFile::Hidden)]);
        for folder in "abcdefgh".chars() {
            let name = |rest: &str| format!("{folder}/{rest}");
            lay(root.path(), &[(&name(".gitignore"), &large), (&name("x.secret"), ""), (&name("x.md"), "")]);
        }
        let tree = walk(root.path(), &RulePlaces::default());
        assert_eq!(paths(&tree), ["a/x.md", "b/x.md", "c/x.md", "d/x.md"]);
        assert_eq!(tree.rules.iter().filter(|file| file.trouble == Some(RuleTrouble::TooMany)).count(), 4);
        let places = RulePlaces { excludes_file: Some(root.path().join("list")), ..RulePlaces::default() };
        lay(root.path(), &[("list", &format!("{large}{large}"))]);
        assert_eq!(paths(&walk(root.path(), &places)), [""; 0]);
    }

    #[test]
    fn a_folder_that_is_another_than_was_seen_is_looked_at_again() {
        let root = tempfile::tempdir().expect("a folder");
        lay(root.path(), &[("a/x.md", ""), ("b/y.md", "")]);
        let outside = Outside::read(root.path(), &RulePlaces::default());
        let seen = |path: &str| Stat::of(&fs::symlink_metadata(root.path().join(path)).expect("there"));
        let listed = |path: &str, stat| list(root.path(), &outside, Pending { path: path.to_owned(), stat, rules: None, names: false });
        assert_eq!(listed("a", seen("a")).folder.stat, seen("a"));
        let other = listed("a", seen("b"));
        assert_eq!((other.folder.stat, other.files.len()), (Stat::default(), 1));
        assert_eq!(listed("c", seen("b")).folder.stat, Stat::default());
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("a", root.path().join("link")).expect("linked");
            let link = listed("link", seen("a"));
            assert_eq!((link.folder.stat, link.files.len()), (Stat::default(), 0));
        }
    }

    #[test]
    fn a_root_that_is_not_there_is_odd() {
        let tree = walk(Path::new("/no/such/folder"), &RulePlaces::default());
        assert!(matches!(tree.odd.as_slice(), [(path, OddFile::Unreadable(_))] if path.is_empty()));
    }
}
