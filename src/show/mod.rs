//! Floor 3, beside the store: how a result looks. Reads nothing and decides nothing.
//!
//! A result says what it consists of ([`view`]), in words with a meaning ([`label`]) and never in colours or columns;
//! [`formats`] turn that into bytes and [`ui`] is the only one that prints them.

pub mod clean;
pub mod dates;
pub mod error;
pub mod format;
pub mod formats;
pub mod label;
pub mod layout;
pub mod line;
pub mod look;
pub mod numbers;
mod paint;
pub mod screen;
pub mod ui;
pub mod view;
