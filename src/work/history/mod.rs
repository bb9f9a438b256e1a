//! What happened, told as a story: to one document, and to the community. What `history` answers with.
//!
//! Git's changes become events (`past.rs`), each with what it changed from what to what (`changes.rs`) and in the reader's words (`words.rs`).

mod changes;
pub mod community;
pub mod document;
pub mod event;
mod lines;
mod past;
pub mod scope;
mod visits;
mod words;
