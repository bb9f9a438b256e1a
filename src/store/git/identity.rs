//! The mailmap of the work tree.

use std::fs;
use std::path::Path;

/// A larger file is no mailmap.
const LIMIT: u64 = 8 << 20;

/// The text of `.mailmap` at the top of the work tree; empty if there is none, or if it is anything but a file of a sensible size.
///
/// As git does, a symbolic link is not followed: a repository could point it anywhere.
pub fn mailmap(root: &Path) -> String {
    let path = root.join(".mailmap");
    let fine = fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_file() && meta.len() <= LIMIT);
    let bytes = if fine { fs::read(&path).unwrap_or_default() } else { Vec::new() };
    String::from_utf8_lossy(&bytes).into_owned()
}
