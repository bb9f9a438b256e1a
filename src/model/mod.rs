//! Floor 2: what a community is. Pure: no disk, no git, no terminal.

pub mod query;
