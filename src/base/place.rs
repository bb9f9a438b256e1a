//! A place in a file, as an editor counts.

use std::fmt;

/// A file, and a line and column in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The path with forward slashes; whose root it counts from is said where the place is made.
    pub path: String,
    /// The line, from 1; 0 means the file as a whole.
    pub line: u32,
    /// The column in characters, from 1; 0 means the line as a whole.
    pub column: u32,
}

impl Place {
    /// A file as a whole.
    pub fn file(path: impl Into<String>) -> Self {
        Self { path: path.into(), line: 0, column: 0 }
    }

    /// A line and column of a file.
    pub fn at(path: impl Into<String>, (line, column): (u32, u32)) -> Self {
        Self { path: path.into(), line, column }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (0, _) => write!(out, "{}", self.path),
            (line, 0) => write!(out, "{}:{line}", self.path),
            (line, column) => write!(out, "{}:{line}:{column}", self.path),
        }
    }
}
