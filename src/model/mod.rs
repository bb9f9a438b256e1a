//! Floor 2: what a community is: kinds, documents, people, and how they hang together. Pure: no disk, no git, no clock.

pub mod built_in;
pub mod change;
pub mod community;
pub mod contribution;
pub mod document;
pub mod field;
mod file_name;
pub mod finding;
pub mod governance;
pub mod graph;
pub mod history;
pub mod host;
pub mod identity;
pub mod kind;
pub mod kind_file;
pub mod kinds;
pub mod merge;
pub mod names;
pub mod person;
pub mod personal;
pub mod query;
pub mod reading;
pub mod review;
pub mod same_person;
pub mod searches;
pub mod settings;
pub mod targets;
