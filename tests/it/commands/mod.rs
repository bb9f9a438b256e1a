//! The commands, run as a person runs them: one file each, named as in `src/door/cli/commands/`.
//!
//! Only the wiring is tested here: that arguments reach the use case, that its result comes out in the form that was asked for,
//! and what a refusal says. What an answer should be is tested where it is made.

mod check;
mod completions;
mod contributors;
mod demo;
mod doctor;
mod help;
mod history;
mod list;
mod man;
mod overview;
mod schema;
mod search;
mod show;
