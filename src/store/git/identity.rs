//! The mailmap of the work tree.

use std::path::Path;

use crate::base::files;

/// A larger file is no mailmap.
const LIMIT: u64 = 8 << 20;

/// The text of `.mailmap` at the top of the work tree; empty if there is none, or if it is anything but a file of a sensible size.
///
/// As git does, a symbolic link is not followed: a repository could point it anywhere.
pub fn mailmap(root: &Path) -> String {
    let bytes = files::read(&root.join(".mailmap"), LIMIT).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}
