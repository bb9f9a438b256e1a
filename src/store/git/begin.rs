//! A repository where there is none, and what git knows before there is one.

use std::path::Path;

use git2::{Config, Repository, RepositoryInitOptions};

use super::open::{Head, Repo};
use super::who;
use crate::base::environment::Who;
use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;

/// The branch of a new repository where git is not told of another.
const BRANCH: &str = "main";

/// Who a person is by what the environment says and by their git, a half that neither has being `None`: name and address.
pub fn identity(repo: Option<&Repo>, said: &Who) -> (Option<String>, Option<String>) {
    super::switches::set();
    let config = match repo {
        Some(repo) => repo.raw().config(),
        None => Config::open_default(),
    };
    let Ok(config) = config.and_then(|mut config| config.snapshot()) else { return (None, None) };
    who::author(&config, said)
}

/// Makes a repository in a folder, as `git init` does, with the user's own template and name for the branch.
///
/// # Errors
/// The folder can't be written.
pub fn make(dir: &Path) -> Result<()> {
    super::switches::set();
    let mut options = RepositoryInitOptions::new();
    options.initial_head(&new_branch()).no_reinit(true);
    let failed = |error: git2::Error| Error::new(ErrorKind::Git, msg!("init-no-repository")).because(error.message());
    Repository::init_opts(dir, &options).map(drop).map_err(failed)
}

/// What the branch of a new repository is called.
pub fn new_branch() -> String {
    let said = Config::open_default().and_then(|config| config.get_string("init.defaultBranch")).ok();
    said.filter(|name| git2::Branch::name_is_valid(name).unwrap_or_default()).unwrap_or_else(|| BRANCH.to_owned())
}

/// The address of the remote `origin`, if there is one.
pub fn origin(repo: &Repo) -> Option<String> {
    let remote = repo.raw().find_remote("origin").ok()?;
    remote.url().ok().map(str::to_owned).filter(|address| !address.is_empty())
}

/// The branch that others see: the one that `origin` shows first, else the one that is checked out.
pub fn shared_branch(repo: &Repo) -> String {
    let shown = repo.raw().find_reference("refs/remotes/origin/HEAD").ok();
    let shown = shown.and_then(|head| head.symbolic_target().ok().flatten().map(str::to_owned));
    let shown = shown.and_then(|target| target.strip_prefix("refs/remotes/origin/").map(str::to_owned));
    shown.unwrap_or_else(|| match repo.head() {
        Head::Branch(name, _) | Head::Unborn(name) => name.clone(),
        Head::Detached(_) | Head::Broken(_) => BRANCH.to_owned(),
    })
}
