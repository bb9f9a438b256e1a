//! Floor 4: what cop is used for: one use case a file or folder, from the snapshot, history and index to a plain result.

pub mod answers;
pub mod catalogue;
pub mod checking;
pub mod checks;
pub mod contributors;
pub mod demo;
pub mod doctor;
pub mod document;
pub mod hits;
pub mod home;
mod knowers;
pub mod life;
pub mod named;
pub mod overview;
pub mod page;
pub mod past;
mod reason;
pub mod reviews;
pub mod schemas;
pub mod search;
pub mod session;
pub mod unclaimed;
mod unknown;
pub mod vocabulary;
pub mod waiting;
pub mod write;
