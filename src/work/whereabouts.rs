//! Where a document stands that was found in one of several communities.

use schemars::JsonSchema;
use serde::Serialize;

/// A community in which was searched together with others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Searched {
    /// What the person calls it.
    pub name: String,
    /// Its folder; absolute.
    pub folder: String,
    /// How many documents there are in it, counted as all together are.
    pub total: usize,
}

/// Where a document stands that was found in one of several communities.
#[derive(Clone, Debug)]
pub(super) struct Whereabouts {
    /// What the person calls the community.
    pub community: String,
    /// The file; absolute.
    pub file: String,
    /// The file as it is opened from where the person stands.
    pub way: String,
}
