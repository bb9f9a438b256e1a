//! How much of a list is wanted, and in what order.

use crate::base::error::{Error, ErrorKind, Result};
use crate::model::query::order::Order;
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
    /// With what the score of each is made of.
    pub explain: bool,
}

/// The order of a name.
///
/// # Errors
/// There is no such order; the error names those there are.
pub fn order(name: &str) -> Result<Order> {
    Order::meant_by(name).ok_or_else(|| {
        let values = Order::NAMES.map(|(name, _)| name).join(", ");
        Error::new(ErrorKind::Usage, msg!("flag-value", flag = "--sort", value = name)).hint(msg!("usage-values", values = values))
    })
}
