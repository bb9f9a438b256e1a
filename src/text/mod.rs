//! Floor 1: what a text says, whatever a community makes of it. Pure, and never fails: a value and its problems.

pub mod front;
pub mod markdown;
pub mod words;
