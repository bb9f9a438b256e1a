//! The integration tests, one binary.

mod front_malformed;

fn main() {}
