//! The files of a community: where it is, which there are, what they say, and which have changed.

pub mod discover;
pub mod freshness;
pub mod load;
pub mod rules;
pub mod stat;
pub mod table;
pub mod walk;
