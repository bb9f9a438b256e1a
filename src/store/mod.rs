//! Floor 3, the half that reads and writes: the work tree, git and the index.

pub mod git;
