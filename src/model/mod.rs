//! Floor 2: what things are and mean, without disk, git, index or terminal.

pub mod history;
pub mod identity;
pub mod lives;
