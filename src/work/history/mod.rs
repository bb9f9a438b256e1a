//! What happened, told as a story: to one document, and to the community. What `history` answers with.
//!
//! Git's changes become events (`tell.rs`), each with what it changed from what to what (`changes.rs`) and in the reader's words (`words.rs`).
//! What old versions held is read in `past.rs`; a document's story has what others tell of it (`visits.rs`), the community's what belongs
//! together on one line (`lines.rs`).

mod changes;
pub mod community;
pub mod document;
pub mod event;
mod lines;
mod past;
pub mod scope;
mod tell;
mod visits;
mod words;
