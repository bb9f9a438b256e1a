//! Git, read: where the repository is, what its history says, what a file held.
//!
//! Everything goes through libgit2 and none of it runs a program: a repository's configuration can name many.

pub mod blobs;
pub mod cache;
pub mod identity;
pub mod open;
pub mod sparse;
pub mod walk;

mod assemble;
mod bends;
mod codec;
mod commits;
mod graph;
mod reader;
mod renames;
pub mod replay;
mod switches;
mod trees;

#[cfg(test)]
mod differential;
#[cfg(test)]
mod testing;
