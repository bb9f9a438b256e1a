//! Floor 3, beside `show`: the disk, git, and what is derived from them. It reads and writes; nothing here prints or decides.

pub mod git;
mod held;
pub mod index;
pub mod kept;
pub mod personal;
pub mod searches;
pub mod workspace;
