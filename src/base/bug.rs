//! Bugs of cop itself: a panic becomes an error like any other, instead of Rust's own words on stderr.

use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Mutex, PoisonError};

use super::error::{Error, ErrorKind, Result};
use crate::msg;

/// What the last panic said, and where.
static LAST: Mutex<Option<String>> = Mutex::new(None);

/// From now on a panic prints nothing. Some are caught and mended, as those of a damaged index, and nobody need know.
pub fn keep_quiet() {
    panic::set_hook(Box::new(|panic| *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(said(panic))));
}

fn said(panic: &PanicHookInfo<'_>) -> String {
    let payload = panic.payload();
    let text = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let place = panic.location().map(|place| format!(" ({}:{})", place.file(), place.line()));
    format!("{}{}", text.unwrap_or("a panic"), place.unwrap_or_default())
}

/// Does a job. A panic in it is an error that says how to report it.
pub fn caught<T>(job: impl FnOnce() -> T) -> Result<T> {
    panic::catch_unwind(AssertUnwindSafe(job)).map_err(|_| {
        let error = Error::new(ErrorKind::Internal, msg!("bug-met")).hint(msg!("bug-report"));
        let last = LAST.lock().unwrap_or_else(PoisonError::into_inner).take();
        last.into_iter().fold(error, Error::because)
    })
}

#[cfg(test)]
mod tests {
    use super::{ErrorKind, caught};

    #[test]
    fn a_panic_is_an_error() {
        assert_eq!(caught(|| 1).unwrap(), 1);
        let empty: [u8; 0] = [];
        let error = caught(|| empty.iter().map(|byte| u32::from(*byte)).max().expect("a number")).unwrap_err();
        assert_eq!((error.kind(), error.hints().len()), (ErrorKind::Internal, 1));
    }
}
