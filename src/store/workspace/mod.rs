//! The files of a community: which there are, and which have changed.

pub mod freshness;
pub mod rules;
pub mod stat;
pub mod table;
pub mod walk;
