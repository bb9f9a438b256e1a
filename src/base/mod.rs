//! Floor 0: what every other floor stands on, and what stands on nothing of ours.
//!
//! Errors and places, dates, names, languages and messages, files that are opened and written with care.

pub mod bug;
pub mod clock;
pub mod coming;
pub mod composed;
pub mod date;
pub mod embedded;
pub mod encoding;
pub mod environment;
pub mod error;
pub mod files;
pub mod fold;
pub mod glob;
pub mod lang;
pub mod limits;
pub mod lines;
pub mod moment;
pub mod nearest;
pub mod path;
pub mod pattern;
pub mod percent;
pub mod place;
pub mod problem;
pub mod shell;
pub mod slips;
pub mod slug;
pub mod timespan;
pub mod typing_error;
pub mod when;
pub mod width;
