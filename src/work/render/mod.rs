//! Forms that leave the community for other programs: what people keep in front of them all day.

pub mod calendar;
pub mod feed;
pub mod html;
pub mod mail;
