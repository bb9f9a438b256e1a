//! What was typed, said back: enough of it to know it again.

use std::borrow::Cow;

use crate::base::width::{truncate, width};

/// So much of a whole query is said back, in cells: some lines of a terminal.
const QUERY: usize = 200;

/// So much of one value in it.
const VALUE: usize = 60;

/// The longest command that anybody would type or copy, in cells.
const COMMAND: usize = 400;

/// A query, or its words, as they are said back.
pub(super) fn query(typed: &str) -> Cow<'_, str> {
    truncate(typed.trim(), QUERY)
}

/// A value of a query, as it is said back.
pub(super) fn value(typed: &str) -> Cow<'_, str> {
    truncate(typed.trim(), VALUE)
}

/// Whether a command is proposed: a part of one would mean something else, and so a very long one is not told at all.
pub(super) fn is_typable(command: &str) -> bool {
    width(command) <= COMMAND
}
