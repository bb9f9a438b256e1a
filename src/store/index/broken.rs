//! Why an index can't be used. No person sees it: it is made anew.

use std::fmt;

/// Something in the index is not as it was written, or tantivy fails with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Broken(String);

impl Broken {
    /// With what is wrong, in whatever words.
    pub(super) fn new(why: impl fmt::Display) -> Self {
        Self(why.to_string())
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Broken {}

macro_rules! from {
    ($($error:ty),*) => { $(impl From<$error> for Broken {
        fn from(error: $error) -> Self {
            Self::new(error)
        }
    })* };
}
from!(
    tantivy::TantivyError,
    tantivy::directory::error::OpenReadError,
    tantivy::directory::error::DeleteError,
    postcard::Error,
    std::io::Error,
    crate::base::files::Unread
);
