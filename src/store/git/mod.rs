//! Git, read: where the repository is, what its history says, what a file held.
//!
//! Everything goes through libgit2 and none of it runs a program: a repository's configuration can name many.

pub mod blobs;
pub mod cache;
pub mod identity;
pub mod open;
pub mod walk;

mod codec;
mod commits;
mod reader;
mod renames;
pub mod replay;
mod switches;
mod trees;
