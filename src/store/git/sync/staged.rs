//! What a merge that is not committed yet would commit.

use std::collections::HashSet;
use std::path::Path;

use crate::base::error::Result;
use crate::store::git::open::Repo;
use crate::store::git::program::Program;

/// The files that would be otherwise than on either side: what cop, git or a person made of two versions.
///
/// # Errors
/// git can't be started.
pub fn made(program: &Program<'_>) -> Result<Vec<String>> {
    let different = |from: &str| -> Result<Vec<String>> {
        let ran = program.run(["diff", "--cached", "--name-only", "--no-renames", "--diff-filter=d", "-z", from, "--"])?;
        let names = ran.out.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Ok(names.map(|name| String::from_utf8_lossy(name).into_owned()).collect())
    };
    let theirs: HashSet<String> = different("MERGE_HEAD")?.into_iter().collect();
    Ok(different("HEAD")?.into_iter().filter(|path| theirs.contains(path)).collect())
}

/// What the index has of a file, by its path from the repository's root; `None` where there is none, or a conflict.
pub fn staged(repo: &Repo, path: &str) -> Option<Vec<u8>> {
    let mut index = repo.raw().index().ok()?;
    index.read(true).ok()?;
    let entry = index.get_path(Path::new(path), 0)?;
    repo.raw().find_blob(entry.id).ok().map(|blob| blob.content().to_vec())
}

/// Gives git a file as it is on disk; whether it took it.
///
/// # Errors
/// git can't be started.
pub fn stage(program: &Program<'_>, path: &str) -> Result<bool> {
    Ok(program.run(["--literal-pathspecs", "add", "--", path])?.fine)
}
