//! What a person is told of a query that can't be meant.

use std::ops::Range;

use crate::base::error::{Error, ErrorKind};
use crate::base::lang::Msg;
use crate::base::place::Place;

/// A value that a field can't have.
#[derive(Clone, Debug, PartialEq)]
pub struct QueryError {
    /// Where in the query, in bytes.
    pub span: Range<usize>,
    /// What is wrong.
    pub msg: Msg,
    /// What to type instead.
    pub help: Option<Msg>,
}

impl QueryError {
    /// The error that a command ends with; it shows the query with the place.
    pub fn into_error(self, typed: &str) -> Error {
        let before = typed.get(..self.span.start).unwrap_or_default();
        let place = Place::at("query", (1, before.chars().count() as u32 + 1));
        let error = Error::new(ErrorKind::Query, self.msg).at(place).line(typed);
        match self.help {
            Some(help) => error.hint(help),
            None => error,
        }
    }
}
