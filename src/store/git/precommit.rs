//! The hooks by which git has a commit checked before it is made: git runs one before a commit and another before that of a merge.

use std::path::{Path, PathBuf};

use git2::Repository;

use crate::base::error::{Error, Result};
use crate::base::files;
use crate::base::lang::Lang;
use crate::base::shell::quoted;
use crate::msg;

use super::open::Repo;

/// Set for the hooks of a commit that cop itself makes, which has been looked at.
pub const COMMITS: &str = "COP_COMMITS";

/// What stands in the hook that cop writes, by which it is known again.
const MARK: &str = "# Written by cop doctor --fix";

/// What git calls them: the one that it runs before a commit, and the one before that of a merge.
const NAMES: [&str; 2] = ["pre-commit", "pre-merge-commit"];

/// A hook is a small program; more of one is not read.
const LONGEST: u64 = 1 << 20;

/// What git runs before a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hook {
    /// Cop, this one, for this community.
    Installed,
    /// A hook that cop wrote, of another cop or another community.
    Elsewhere,
    /// Nothing.
    Absent,
    /// A hook of the person's own, or one that is shared; and whether it runs `cop check`.
    Own {
        /// Where it stands, or would stand.
        path: PathBuf,
        /// Whether cop is in it.
        checks: bool,
    },
}

/// What git runs before a commit, and as long as that is cop before the commit of a merge; `prefix` leads from the repository's root to the
/// community's folder.
pub fn hook(repo: &Repo, program: &Path, prefix: &str) -> Hook {
    let [first, merging] = places(repo).map(|path| hook_at(repo, path, program, prefix));
    match (first, merging) {
        // Not all that this cop would write.
        (Hook::Installed, Hook::Elsewhere | Hook::Absent) => Hook::Elsewhere,
        (first, _) => first,
    }
}

fn hook_at(repo: &Repo, path: PathBuf, program: &Path, prefix: &str) -> Hook {
    let text = files::read(&path, LONGEST).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    match text {
        Ok(text) if Lang::ALL.iter().any(|lang| text == script(program, prefix, *lang)) => Hook::Installed,
        Ok(text) if text.contains(MARK) => Hook::Elsewhere,
        Ok(text) => Hook::Own { checks: text.contains("cop check"), path },
        // Hooks in a folder of the work tree are shared with others.
        Err(_) if path.symlink_metadata().is_ok() || !path.starts_with(repo.common_dir()) => Hook::Own { checks: false, path },
        Err(_) => Hook::Absent,
    }
}

/// Where git looks for them.
fn places(repo: &Repo) -> [PathBuf; 2] {
    NAMES.map(|name| hooks(repo.raw(), repo.root(), repo.common_dir()).join(name))
}

/// Where [`install`] writes: what a person has there of their own stays.
pub fn written(repo: &Repo, program: &Path, prefix: &str) -> Vec<PathBuf> {
    let is_own = |path: &PathBuf| matches!(hook_at(repo, path.clone(), program, prefix), Hook::Own { .. });
    places(repo).into_iter().filter(|path| !is_own(path)).collect()
}

/// The folder in which git looks for hooks: where `core.hooksPath` says, else in the git folder that all work trees share.
pub(super) fn hooks(raw: &Repository, root: &Path, common: &Path) -> PathBuf {
    let said = raw.config().and_then(|config| config.get_path("core.hooksPath")).ok();
    said.map_or_else(|| common.join("hooks"), |said| root.join(said))
}

/// Writes the hooks, where there is none or one that cop wrote. When one stops a commit it says so in a language.
///
/// # Errors
/// It can't be written.
pub fn install(repo: &Repo, program: &Path, prefix: &str, lang: Lang) -> Result<()> {
    for path in written(repo, program, prefix) {
        let unwritten = |error: &std::io::Error| Error::io(msg!("hook-not-installed"), &path, error);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).map_err(|error| unwritten(&error))?;
        files::replace(&path, script(program, prefix, lang).as_bytes()).map_err(|error| unwritten(&error))?;
        runnable(&path).map_err(|error| unwritten(&error))?;
    }
    Ok(())
}

/// What a hook says to the shell: this cop is asked, where it is gone the one that the shell finds. A commit goes on where there is none, and it
/// is said that nothing was checked.
fn script(program: &Path, prefix: &str, lang: Lang) -> String {
    let program = program.to_string_lossy().replace('\\', "/");
    let folder = if prefix.is_empty() { "." } else { prefix.trim_end_matches('/') };
    // A branch without the community, as one for a site, has nothing to check.
    let community = quoted(&format!("{folder}/community.yaml")).into_owned();
    let (told, gone) = (msg!("hook-stopped").text(lang), msg!("hook-gone").text(lang));
    let (program, folder, told, gone) = (quoted(&program), quoted(folder), quoted(&told), quoted(&gone));
    format!(
        "#!/bin/sh\n{MARK}: tells what a commit would cause before it is made. git commit --no-verify goes past it.\n\
         test -n \"${COMMITS}\" && exit 0\ntest -f {community} || exit 0\ncop={program}\ntest -x \"$cop\" || cop=$(command -v cop) || {{ echo {gone} >&2; exit 0; }}\n\
         \"$cop\" -C {folder} check --staged -q && exit 0\n\
         status=$?\necho {told} >&2\nexit $status\n"
    )
}

#[cfg(unix)]
fn runnable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn runnable(_: &Path) -> std::io::Result<()> {
    Ok(())
}
