//! Whether what a community keeps hangs together: rules look at a snapshot and say what they object to.
//!
//! Nothing here reads a disk, git or a clock: what a check has to know of them stands in its [`Context`]. A rule is a file in
//! [`rules`], an output format a file in [`formats`].

mod addresses;
mod advice;
mod allow;
mod bare;
pub mod baseline;
mod engine;
pub mod explain;
mod fate;
mod fix;
pub mod formats;
mod gone;
mod holders;
mod near;
pub(super) mod numbers;
mod options;
mod own;
mod own_words;
mod page;
mod paths;
mod problems;
pub mod report;
pub mod rule;
pub mod rules;
mod scope;
mod searches;
pub mod selection;
mod site;
mod strangers;
mod terms;
#[cfg(test)]
pub(super) mod testing;
mod weights;
mod words;

pub use engine::{check, severity_of};
pub use options::patience;
pub use scope::{Context, Outside};
