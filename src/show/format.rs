//! What a format is, and what it says when a result does not fit in it.

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::msg;

use super::look::Look;
use super::view::{Remark, Shown};

/// A way to write a result down.
pub trait Format: Sync {
    /// What is typed behind `-f`.
    fn name(&self) -> &'static str;

    /// Whether only a list can be had in it.
    fn needs_list(&self) -> bool {
        false
    }

    /// Whether people read it, so that a long one goes through a pager and what was met on the way is said beside it.
    fn is_for_people(&self) -> bool {
        false
    }

    /// What is said on stderr of what a format could not hold.
    fn left_out(&self, _: &dyn Shown, _: &Look) -> Option<Msg> {
        None
    }

    /// The whole of the result, with a line end at its end unless it is empty.
    fn write(&self, result: &dyn Shown, remarks: &[Remark], look: &Look) -> Result<String>;
}

/// A result that has no rows although it is asked for them.
pub(super) fn no_list(format: &dyn Format) -> Error {
    Error::new(ErrorKind::Usage, msg!("format-not-a-list", name = format.name()))
}

/// A result that does not serialise, which no test of it has seen.
pub(super) fn not_written(format: &dyn Format, cause: &serde_json::Error) -> Error {
    Error::new(ErrorKind::Internal, msg!("result-not-serialised", format = format.name())).because(cause)
}
