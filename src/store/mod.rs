//! Floor 3, beside `show`: the disk, git, and what is derived from them. Nothing here prints or decides.

pub mod workspace;
