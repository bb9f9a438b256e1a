//! Git: where the repository is, what its history says, what a file held, and how all of that is added to.
//!
//! Reading goes through libgit2 and runs no program: a repository's configuration can name many. Only writing runs those that git itself
//! would: hooks, and what signs; and only sending and fetching runs git. Proving who decided what has signatures verified, by the system's own
//! programs at fixed places.

pub mod begin;
pub mod blobs;
pub mod cache;
pub mod identity;
pub mod lines;
pub mod mainline;
pub mod merge;
pub mod open;
pub mod precommit;
pub mod program;
pub mod signature;
pub mod snapshot;
pub mod sparse;
pub mod sync;
pub mod walk;
pub mod write;

mod assemble;
mod bends;
mod codec;
mod commits;
mod genuine;
mod graph;
mod merges;
mod reader;
mod renames;
pub mod replay;
mod rewritten;
mod sshkey;
mod switches;
mod trees;
mod who;

#[cfg(test)]
mod differential;
#[cfg(test)]
mod generated;
#[cfg(test)]
mod testing;
