//! The index: finds documents without reading them, and is never stale.
//!
//! It is derived data, kept in the git folder: whatever is wrong with it, it is made anew, and whoever asks gets the right answer. Postings,
//! positions and dictionaries are tantivy's. Which documents are there, what they score and in what order they come is
//! ours, so that an index that was updated a hundred times answers like one that was made at once, and both like a
//! [scan](crate::model::query::scan) in memory.
//!
//! | file | holds |
//! | --- | --- |
//! | `volume-N` | some documents as a tantivy segment, with their cards; never changed |
//! | `catalogue-N` | what was in the work tree, and where in which volume each document stands |
//! | `stamp` | what the index was made from and by, and what the other files are; written last |
//! | `lock` | nothing; held by who updates |

mod bits;
mod broken;
mod build;
mod candidates;
mod catalogue;
mod compounds;
mod dictionary;
mod explain;
mod filter;
mod find;
mod folder;
mod forms;
mod leaf;
mod lift;
mod long_words;
mod open;
mod schema;
mod shelf;
mod source;
mod stamp;
mod state;
mod tidy;
mod update;
mod volume;
mod within;

pub use candidates::{Page, Sort};
pub use dictionary::{LOOKED_UP, Tally};
pub use find::{Hit, Hits};
pub use open::{Index, Report, Trouble};
pub use source::{NoPast, Pasts, Source};
pub use within::Within;

#[cfg(test)]
mod tests;
