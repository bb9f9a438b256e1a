//! Front matter: where it is, and every key and value of it with its place and its text as written.
//!
//! Nothing here guesses types: `no` is the text `no`, `1.10` is `1.10`. A kind's fields say what a text means.

pub mod nodes;
pub mod split;
