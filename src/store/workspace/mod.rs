//! The files of a community: where it is, what is in it, what a file says.

pub mod discover;
pub mod load;
