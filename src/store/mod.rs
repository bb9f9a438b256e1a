//! Floor 3: where things are kept: files, git, the index. It reads and writes; it does not decide or show.
//! Floor 3, beside `show`: the disk, git, and what is derived from them. Nothing here prints or decides.

pub mod workspace;
