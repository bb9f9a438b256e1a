//! Another search for one that found nothing.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::lang::Msg;
use crate::base::shell::quoted;
use crate::msg;

/// A search that finds something where the one that was typed finds nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Instead {
    /// What to search for, with everything that was given as an option in it.
    pub query: String,
    /// The conditions that leave nothing, as a query has them; absent where words were mistyped.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub without: Vec<String>,
    /// How many documents it finds.
    pub total: usize,
    /// The best of them.
    pub documents: Vec<Nearest>,
}

/// A document that comes near to what was searched for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Nearest {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The title.
    pub title: String,
}

impl Instead {
    /// What to say of it: why, what to type, and what that finds.
    pub(super) fn says(&self) -> Vec<Msg> {
        let command = format!("cop search {}", quoted(&self.query));
        let first = if self.without.is_empty() {
            msg!("search-did-you-mean", words = &self.query, command = command)
        } else {
            msg!("search-without", conditions = self.without.join(" "), count = self.total, command = command)
        };
        let titles = self.documents.iter().map(|one| format!("{} ({})", one.title, one.reference)).collect::<Vec<_>>().join("; ");
        vec![first, msg!("search-nearest", documents = titles)]
    }
}
