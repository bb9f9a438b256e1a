//! The one error type that reaches the door: what is wrong, where, why, and what to type next.

use super::lang::{Lang, Msg};
use super::place::Place;
use crate::msg;

/// The result of anything that can fail to do its job.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What sort of failure it was; scripts read it as `error.kind` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorKind {
    /// The command line asks for something that does not exist or fit together.
    Usage,
    /// There is no community here.
    NoCommunity,
    /// `community.yaml` or a kind can't be used.
    Settings,
    /// A document, member, kind or other named thing does not exist.
    NotFound,
    /// A name means more than one thing.
    Ambiguous,
    /// A query can't be understood.
    Query,
    /// Git, or the repository, says no.
    Git,
    /// There is no history to answer from.
    NoHistory,
    /// A file or folder can't be read or written.
    Io,
    /// Another process holds what is needed.
    Busy,
    /// cop itself did something that it should not.
    Internal,
}

/// A failure to do the job that was asked for.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}", .0.msg.text(Lang::En))]
pub struct Error(Box<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    kind: ErrorKind,
    msg: Msg,
    place: Option<Place>,
    line: Option<String>,
    cause: Option<Msg>,
    hints: Vec<Msg>,
}

impl Error {
    /// A failure that says what is wrong.
    pub fn new(kind: ErrorKind, msg: Msg) -> Self {
        Self(Box::new(Inner { kind, msg, place: None, line: None, cause: None, hints: Vec::new() }))
    }

    /// With the place where it went wrong.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.0.place = Some(place);
        self
    }

    /// With the text of the line that the place names.
    #[must_use]
    pub fn line(mut self, text: impl Into<String>) -> Self {
        self.0.line = Some(text.into());
        self
    }

    /// With what a library or the operating system said.
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "errors are handed over, and a closure can name this")]
    pub fn because(mut self, cause: impl ToString) -> Self {
        self.0.cause = Some(Msg::literal(cause.to_string()));
        self
    }

    /// With why the operating system said no.
    #[must_use]
    pub fn because_io(mut self, cause: &std::io::Error) -> Self {
        self.0.cause = Some(told(cause));
        self
    }

    /// With one more piece of advice.
    #[must_use]
    pub fn hint(mut self, hint: Msg) -> Self {
        self.0.hints.push(hint);
        self
    }

    /// A file or folder that could not be read or written.
    pub fn io(msg: Msg, path: &std::path::Path, cause: &std::io::Error) -> Self {
        Self::new(ErrorKind::Io, msg).at(Place::file(path.to_string_lossy().replace('\\', "/"))).because_io(cause)
    }

    /// The sort of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What is wrong.
    pub fn msg(&self) -> &Msg {
        &self.0.msg
    }

    /// Where.
    pub fn place(&self) -> Option<&Place> {
        self.0.place.as_ref()
    }

    /// The line at that place.
    pub fn source_line(&self) -> Option<&str> {
        self.0.line.as_deref()
    }

    /// What a library or the operating system said: in its own words, but for what happens every day.
    pub fn cause(&self) -> Option<&Msg> {
        self.0.cause.as_ref()
    }

    /// What to do next, most useful first.
    pub fn hints(&self) -> &[Msg] {
        &self.0.hints
    }
}

/// Why the operating system says no, in the reader's language where it is one of the everyday reasons.
pub fn told(cause: &std::io::Error) -> Msg {
    use std::io::ErrorKind as Io;
    match cause.kind() {
        Io::NotFound => msg!("io-not-found"),
        Io::PermissionDenied => msg!("io-denied"),
        Io::IsADirectory => msg!("io-is-folder"),
        Io::NotADirectory => msg!("io-no-folder"),
        Io::StorageFull | Io::QuotaExceeded => msg!("io-full"),
        Io::ReadOnlyFilesystem => msg!("io-read-only"),
        _ => Msg::literal(cause.to_string()),
    }
}
