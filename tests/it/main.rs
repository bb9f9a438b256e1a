//! The integration tests: one binary, because every further one would cost a link of the whole program.
//!
//! A file in this folder that is not listed here, or in its folder's `mod.rs`, fails a test.
#![allow(clippy::unwrap_used, reason = "a test that meets what it does not expect should stop there")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

mod architecture;
mod cases;
mod check_corpus;
mod circumstances;
mod commands;
mod docs;
mod front_malformed;
mod governance;
mod hostile;
mod licences;
mod messages;
mod named;
mod real;
mod reference;
mod repository;
mod safety;
mod support;
