//! Queries: what a person types, what it means, and how documents are found and ranked by it.
//!
//! - [`parse`] turns what is typed into an [`ast::Query`], with a [`vocabulary::Vocabulary`] that knows the community;
//! - [`entry`] is what there is to find: a document as words in zones and filter terms, with the [`card`] that a list shows;
//! - [`rank`] gives the score, from counts and lengths, and a little from how a document stands ([`standing`]), with the numbers of [`tuning`];
//! - [`lift`] looks at the best of them more closely, and [`explain`] tells what a score is made of;
//! - [`scan`] is the whole of it in memory, the reference that the index is compared with;
//! - [`snippet`] picks the lines to show.

pub mod args;
pub mod ast;
pub mod card;
mod chunk;
pub mod conditions;
pub mod entry;
pub mod error;
pub mod explain;
pub mod feedback;
pub mod fields;
mod inner;
pub mod kin;
pub mod language;
pub mod length;
mod lex;
pub mod lift;
pub mod named;
pub mod of_document;
pub mod of_kinds;
pub mod order;
pub mod parse;
pub mod rank;
mod reach;
pub mod related;
pub mod relations;
#[cfg(test)]
mod samples;
pub mod scan;
pub mod snippet;
pub mod standing;
pub mod term;
pub mod ties;
pub mod tuning;
pub mod vocabulary;
pub mod zone;
