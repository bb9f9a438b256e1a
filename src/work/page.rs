//! How much of a list is wanted, and in what order.

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;

/// How much of what was found, and in what order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Page {
    /// At most so many; `None` for all.
    pub limit: Option<usize>,
    /// So many are left out first.
    pub offset: usize,
    /// In what order; `None` for the best first, or the newest where nothing ranks.
    pub order: Option<Order>,
}

/// An order of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Best first.
    Score,
    /// Last made first.
    Newest,
    /// First made first.
    Oldest,
    /// Last changed first.
    Updated,
    /// By title.
    Title,
}

impl Order {
    /// All of them, with what people type.
    pub const NAMES: [(&'static str, Self); 5] =
        [("score", Self::Score), ("newest", Self::Newest), ("oldest", Self::Oldest), ("updated", Self::Updated), ("title", Self::Title)];

    /// The order of a name.
    ///
    /// # Errors
    /// There is no such order; the error names those there are.
    pub fn parse(name: &str) -> Result<Self> {
        let known = Self::NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        known.map(|(_, order)| *order).ok_or_else(|| {
            let values = Self::NAMES.map(|(name, _)| name).join(", ");
            Error::new(ErrorKind::Usage, msg!("flag-value", flag = "--sort", value = name)).hint(msg!("usage-values", values = values))
        })
    }
}
