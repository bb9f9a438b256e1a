//! The files of a community: where it is, what is in it, what a file says.

pub mod discover;
pub mod load;
//! The files of a community: which there are, and which have changed.
pub mod rules;
pub mod stat;
pub mod walk;
