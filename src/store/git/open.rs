//! Which repository a folder is in, and why there may be no history to read in it.

use std::ffi::OsStr;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use git2::{ErrorCode, Odb, Repository, RepositoryOpenFlags};

use super::who;
use crate::base::environment::Who;
use crate::base::error::{Error, ErrorKind};
use crate::base::files::{self, OwnFolder};
use crate::base::lang::Msg;
use crate::base::shell::quoted;
use crate::model::history::ObjectId;
use crate::msg;

/// Where `HEAD` points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Head {
    /// To a branch, by its short name, with its newest commit.
    Branch(String, ObjectId),
    /// To a commit that no branch name stands for.
    Detached(ObjectId),
    /// To a branch that has no commit yet.
    Unborn(String),
    /// To nothing that can be understood; libgit2 says why.
    Broken(String),
}

/// Why there is no history, although there is a repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The folder belongs to somebody else, and git does not read it either before it is told to.
    Owner(PathBuf),
    /// References are stored in a way that libgit2 can't read.
    Reftable,
    /// Objects have SHA-256 names.
    Sha256,
    /// The repository needs an extension that libgit2 does not know.
    Extension(String),
    /// There is no work tree, or the folder is in the git folder itself.
    Bare,
    /// `core.worktree` names a folder that this one is not in.
    Elsewhere(PathBuf),
    /// `HEAD` is damaged.
    Head,
    /// The repository is damaged, or can't be read.
    Unreadable,
}

/// Why there is no history, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoHistory {
    /// The reason, for code that goes on differently.
    pub reason: Reason,
    /// What libgit2 said, if it said anything.
    pub cause: Option<String>,
}

impl NoHistory {
    fn new(reason: Reason) -> Self {
        Self { reason, cause: None }
    }

    fn because(reason: Reason, error: &git2::Error) -> Self {
        Self { reason, cause: Some(error.message().to_owned()) }
    }

    /// What is the matter.
    pub fn msg(&self) -> Msg {
        match &self.reason {
            Reason::Owner(folder) => msg!("git-no-owner", folder = shown(folder)),
            Reason::Reftable => msg!("git-no-reftable"),
            Reason::Sha256 => msg!("git-no-sha256"),
            Reason::Extension(name) => msg!("git-no-extension", name = name.as_str()),
            Reason::Bare => msg!("git-no-bare"),
            Reason::Elsewhere(folder) => msg!("git-no-elsewhere", folder = shown(folder)),
            Reason::Head => msg!("git-no-head"),
            Reason::Unreadable => msg!("git-no-readable"),
        }
    }

    /// What to type next, if there is something.
    pub fn hint(&self) -> Option<Msg> {
        match &self.reason {
            Reason::Owner(folder) => Some(msg!("git-no-owner-hint", folder = quoted(&shown(folder)).into_owned())),
            Reason::Reftable => Some(msg!("git-no-reftable-hint")),
            Reason::Elsewhere(_) => Some(msg!("git-no-elsewhere-hint")),
            Reason::Head => Some(msg!("git-no-head-hint")),
            Reason::Unreadable => Some(msg!("git-no-readable-hint")),
            Reason::Sha256 | Reason::Extension(_) => Some(msg!("git-no-history-hint")),
            Reason::Bare => Some(msg!("git-no-bare-hint")),
        }
    }

    /// The failure of a command that can't do without history.
    pub fn error(&self) -> Error {
        let error = Error::new(ErrorKind::NoHistory, self.msg());
        let error = self.hint().into_iter().fold(error, Error::hint);
        self.cause.iter().fold(error, Error::because)
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().trim_end_matches('/').to_owned()
}

/// A repository with a work tree that can be read.
pub struct Repo {
    raw: Repository,
    root: PathBuf,
    git_dir: PathBuf,
    common_dir: PathBuf,
    head: Head,
    partial: bool,
    who: Who,
}

impl Repo {
    /// The repository that a folder is in, found as git finds it but without asking the environment; `None` outside any.
    pub fn discover(dir: &Path) -> Result<Option<Self>, NoHistory> {
        super::switches::set();
        let dir = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
        if let Some(file) = held_up(&dir) {
            return Err(NoHistory { reason: Reason::Unreadable, cause: Some(format!("{} is no regular file", shown(&file))) });
        }
        match Repository::open_ext(&dir, RepositoryOpenFlags::empty(), &[] as &[&OsStr]) {
            Ok(raw) => Self::of(raw, &dir).map(Some),
            // Something is there, but it names a git folder which is not, or may not be looked into: that is not "no repository".
            Err(error) if error.code() == ErrorCode::NotFound => {
                if dir.ancestors().any(has_git) {
                    Err(NoHistory::because(Reason::Unreadable, &error))
                } else {
                    Ok(None)
                }
            }
            Err(error) => Err(refusal(&dir, &error)),
        }
    }

    fn of(raw: Repository, dir: &Path) -> Result<Self, NoHistory> {
        let root = raw.workdir().filter(|_| !raw.is_bare()).ok_or_else(|| NoHistory::new(Reason::Bare))?.to_owned();
        let root = root.canonicalize().unwrap_or(root);
        if raw.path().canonicalize().is_ok_and(|git_dir| dir.starts_with(git_dir)) {
            return Err(NoHistory::new(Reason::Bare));
        }
        if !dir.starts_with(&root) {
            return Err(NoHistory::new(Reason::Elsewhere(root)));
        }
        let (git_dir, common_dir) = (raw.path().to_owned(), raw.commondir().to_owned());
        let (head, partial) = (head(&raw), is_partial(&raw));
        Ok(Self { raw, root, git_dir, common_dir, head, partial, who: Who::default() })
    }

    /// The same, for somebody of whom the environment says who they are.
    #[must_use]
    pub fn by(self, who: Who) -> Self {
        Self { who, ..self }
    }

    /// What the environment says of who commits.
    pub(super) fn who(&self) -> &Who {
        &self.who
    }

    /// The top folder of the work tree, absolute and without symbolic links.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The git folder of this work tree.
    pub(super) fn git_dir(&self) -> &Path {
        &self.git_dir
    }

    /// The git folder that all work trees share.
    pub fn common_dir(&self) -> &Path {
        &self.common_dir
    }

    /// Where `HEAD` points, as it was when the repository was opened.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The newest commit: `None` before the first.
    pub fn tip(&self) -> Result<Option<ObjectId>, NoHistory> {
        match &self.head {
            Head::Branch(_, tip) | Head::Detached(tip) => Ok(Some(*tip)),
            Head::Unborn(_) => Ok(None),
            Head::Broken(cause) => Err(NoHistory { reason: Reason::Head, cause: Some(cause.clone()) }),
        }
    }

    /// The branch that is checked out and has no commit yet, where others do have some: nothing that they hold is part of it.
    pub fn unborn_beside_others(&self) -> Option<&str> {
        let Head::Unborn(name) = &self.head else { return None };
        let mut others = self.raw.references_glob("refs/heads/*").ok()?.flatten();
        others.next().map(|_| name.as_str())
    }

    /// Whether git fetches objects of this clone only when it needs them.
    pub fn is_partial(&self) -> bool {
        self.partial
    }

    /// The user's own list of what git ignores: `core.excludesFile`, else its usual place.
    pub fn excludes_file(&self) -> Option<PathBuf> {
        let config = self.raw.config().ok()?;
        let said = config.get_path("core.excludesFile").ok();
        said.or_else(|| git2::Config::find_xdg().ok().map(|config| config.with_file_name("ignore")))
    }

    /// Whether paths that differ only in case are one: `core.ignoreCase`.
    pub fn ignores_case(&self) -> bool {
        self.raw.config().and_then(|config| config.get_bool("core.ignoreCase")).unwrap_or_default()
    }

    /// The editor that the user's git is told to use: `core.editor`.
    pub fn editor(&self) -> Option<String> {
        self.raw.config().and_then(|config| config.get_string("core.editor")).ok().filter(|editor| !editor.trim().is_empty())
    }

    /// The name and address that the user's git would write into a commit as its author's; `None` where one is not set.
    pub fn identity(&self) -> Option<(String, String)> {
        let config = self.raw.config().and_then(|mut config| config.snapshot()).ok()?;
        let (name, email) = who::author(&config, &self.who);
        Some((name?, email?))
    }

    /// The repository in libgit2's hands.
    pub(super) fn raw(&self) -> &Repository {
        &self.raw
    }

    /// The repository's objects once more, for a thread of that number.
    ///
    /// libgit2 knows a pack by its path, and threads that use the same pack wait for each other more than they work: each
    /// thread takes another way to the folder. None takes the repository's own, so that what is mapped for them goes with them.
    pub(super) fn objects(&self, thread: usize) -> Result<Odb<'_>, git2::Error> {
        let Some(folder) = self.common_dir.join("objects").to_str().map(str::to_owned) else { return self.raw.odb() };
        let odb = Odb::new()?;
        odb.add_disk_alternate(&(folder + &"/.".repeat(thread + 1)))?;
        Ok(odb)
    }

    /// The folder for what is derived from a community, given its folder in the work tree. Each work tree has its own.
    pub fn own_folder(&self, community: &Path) -> OwnFolder {
        OwnFolder::new(&self.git_dir, Path::new("cop").join(self.id(community)))
    }

    /// The name of a community inside the git folder: `root`, or its path with `/` as `%2F`.
    fn id(&self, community: &Path) -> String {
        let folder = community.canonicalize().unwrap_or_else(|_| community.to_owned());
        let below = folder.strip_prefix(&self.root).unwrap_or(Path::new(""));
        if below.as_os_str().is_empty() {
            return "root".to_owned();
        }
        let mut id = String::new();
        for byte in below.as_os_str().as_encoded_bytes() {
            match byte {
                byte if char::from(*byte) == std::path::MAIN_SEPARATOR => id.push_str("%2F"),
                byte if byte.is_ascii_graphic() && !br#"%\:*?"<>|"#.contains(byte) => id.push(char::from(*byte)),
                byte => drop(write!(id, "%{byte:02X}")),
            }
        }
        match id.as_str() {
            // These names are taken: by the community at the top, and by what writing needs.
            "root" | "lock" | "journal" | "journal.new" | "write" => format!("%{:02X}{}", id.as_bytes()[0], &id[1..]),
            // A file name may have 255 bytes.
            long if long.len() > 200 => format!("{}~{}", &long[..120], blake3::hash(long.as_bytes()).to_hex()),
            _ => id,
        }
    }
}

/// Whether a folder holds something called `.git` that is, or may be, a repository.
fn has_git(folder: &Path) -> bool {
    let git = folder.join(".git");
    let denied = |error: &std::io::Error| error.kind() == std::io::ErrorKind::PermissionDenied;
    git.is_file() || git.join("HEAD").symlink_metadata().map_or_else(|error| denied(&error), |_| true)
}

/// The files that libgit2 opens as soon as it opens a repository, and of which it waits for whatever stands in their place.
const OPENED: [&str; 8] = ["HEAD", "config", "commondir", "gitdir", "packed-refs", "shallow", "info/grafts", "objects/info/alternates"];

/// A file of the repository that a folder is in on which libgit2 would wait, because it is a pipe or a device.
fn held_up(dir: &Path) -> Option<PathBuf> {
    let waits = |file: &PathBuf| file.metadata().is_ok_and(|about| !about.is_file() && !about.is_dir());
    let git = dir.ancestors().map(|folder| folder.join(".git")).find(|git| git.symlink_metadata().is_ok())?;
    if waits(&git) {
        return Some(git);
    }
    let linked = || -> Option<PathBuf> {
        let text = String::from_utf8(files::read(&git, 1 << 16).ok()?).ok()?;
        git.parent().map(|folder| folder.join(text.strip_prefix("gitdir:").unwrap_or_default().trim()))
    };
    let git_dir = if git.is_dir() { git.clone() } else { linked()? };
    let found = OPENED.iter().map(|name| git_dir.join(name)).find(waits);
    found.or_else(|| {
        let common = String::from_utf8(files::read(&git_dir.join("commondir"), 1 << 16).ok()?).ok()?;
        let common = git_dir.join(common.trim());
        OPENED.iter().map(|name| common.join(name)).find(waits)
    })
}

fn refusal(dir: &Path, error: &git2::Error) -> NoHistory {
    let said = error.message();
    let reason = if error.code() == ErrorCode::Owner {
        // git names the folder in its own advice by the work tree, or by the git folder of a bare repository.
        let found = Repository::discover_path(dir, &[] as &[&OsStr]).unwrap_or_else(|_| dir.to_owned());
        let folder = dir.ancestors().find(|folder| folder.join(".git").exists()).map_or(found, Path::to_owned);
        Reason::Owner(folder)
    } else if said.contains("extensions.refstorage") {
        Reason::Reftable
    } else if said.contains("object format") {
        Reason::Sha256
    } else if let Some((_, name)) = said.split_once("unsupported extension name extensions.") {
        Reason::Extension(name.to_owned())
    } else {
        Reason::Unreadable
    };
    NoHistory::because(reason, error)
}

pub(super) fn head(raw: &Repository) -> Head {
    let broken = |error: git2::Error| Head::Broken(error.message().to_owned());
    match raw.head() {
        Ok(reference) => match tip(raw, &reference) {
            Ok(tip) if reference.is_branch() => Head::Branch(String::from_utf8_lossy(reference.shorthand_bytes()).into_owned(), tip),
            Ok(tip) => Head::Detached(tip),
            Err(error) => broken(error),
        },
        Err(error) if error.code() == ErrorCode::UnbornBranch => {
            let head = raw.find_reference("HEAD");
            let target = head.ok().and_then(|head| head.symbolic_target_bytes().map(|name| String::from_utf8_lossy(name).into_owned()));
            let target = target.unwrap_or_default();
            // libgit2 finds a branch by halving the sorted list: one damaged line hides those that stand there.
            let packed = std::fs::read(raw.commondir().join("packed-refs")).unwrap_or_default();
            if packed.split(|byte| *byte == b'\n').any(|line| line.ends_with(format!(" {target}").as_bytes())) {
                return Head::Broken("packed-refs is damaged".to_owned());
            }
            Head::Unborn(target.strip_prefix("refs/heads/").unwrap_or(&target).to_owned())
        }
        Err(error) => broken(error),
    }
}

/// The commit of a reference, whether or not libgit2 would read what it says.
fn tip(raw: &Repository, reference: &git2::Reference<'_>) -> Result<ObjectId, git2::Error> {
    let target = reference.target().unwrap_or(git2::Oid::ZERO_SHA1);
    match raw.odb()?.read_header(target)? {
        (_, git2::ObjectType::Commit) => Ok(id(target)),
        _ => reference.peel_to_commit().map(|commit| id(commit.id())),
    }
}

fn is_partial(raw: &Repository) -> bool {
    let Ok(config) = raw.config() else { return false };
    if config.get_string("extensions.partialclone").is_ok() {
        return true;
    }
    let Ok(mut entries) = config.entries(Some(r"^remote\..*\.promisor$")) else { return false };
    while let Some(entry) = entries.next() {
        if entry.is_ok_and(|entry| entry.value().is_ok_and(|value| value == "true")) {
            return true;
        }
    }
    false
}

/// A name of libgit2's as one of ours.
pub(super) fn id(oid: git2::Oid) -> ObjectId {
    let mut bytes = [0; 20];
    bytes.iter_mut().zip(oid.as_bytes()).for_each(|(to, from)| *to = *from);
    ObjectId(bytes)
}

/// One of our names as libgit2's.
pub(super) fn oid(id: ObjectId) -> git2::Oid {
    git2::Oid::from_bytes(&id.0).unwrap_or(git2::Oid::ZERO_SHA1)
}
