//! Floor 3, beside `show`: the disk, git, and what is derived from them. It reads and writes; nothing here prints or decides.

pub mod workspace;
//! Floor 3, the half that reads and writes: the work tree, git and the index.
pub mod git;
