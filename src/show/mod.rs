//! Floor 3, beside the store: how a result looks. Reads nothing and decides nothing.
//!
//! A result says what it consists of ([`view`]), in words with a meaning ([`label`]) and never in colours or columns;
//! the formats turn that into bytes.

pub mod clean;
pub mod dates;
pub mod label;
pub mod line;
pub mod look;
pub mod numbers;
pub mod view;
