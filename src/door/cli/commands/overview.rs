//! `cop` alone

use crate::base::error::{ErrorKind, Result};
use crate::show::view::Status;
use crate::work::home;
use crate::work::overview::{self, WaysIn};

use super::Door;

/// Shows the community; outside one, the ways in.
pub(crate) fn run(door: &Door<'_>) -> Result<Status> {
    let session = match door.session() {
        Err(error) if error.kind() == ErrorKind::NoCommunity && door.is_wherever() => return door.show(&WaysIn {}),
        session => session?,
    };
    // A program that asks has not looked.
    let seen = if door.global.format() == "text" { home::look(session) } else { None };
    let mut overview = overview::of(session, seen.as_ref())?;
    if door.global.demo {
        // Nobody joins the example.
        overview.join = None;
    }
    door.show(&overview)
}
