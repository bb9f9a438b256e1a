//! Floor 3: where things are kept: files, git, the index. It reads and writes; it does not decide or show.

pub mod workspace;
