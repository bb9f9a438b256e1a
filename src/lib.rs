//! cop keeps what a community of practice knows.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod base;
pub mod model;
pub mod show;
pub mod text;
