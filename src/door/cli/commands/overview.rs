//! `cop` alone

use crate::base::error::{ErrorKind, Result};
use crate::show::view::Status;
use crate::work::home::Visit;
use crate::work::overview::{self, WaysIn};

use super::Door;

/// Shows the community; outside one, the ways in.
pub(crate) fn run(door: &Door<'_>) -> Result<Status> {
    let session = match door.session() {
        Err(error) if error.kind() == ErrorKind::NoCommunity && door.is_wherever() => return door.show(&WaysIn {}),
        session => session?,
    };
    // A program that asks has not looked.
    let visit = (door.global.format() == "text").then(|| Visit::of(session));
    let mut overview = overview::of(session, visit.as_ref())?;
    if door.global.demo {
        // Nobody joins the example.
        overview.join = None;
    }
    let status = door.show(&overview)?;
    if let Some(visit) = visit {
        // What is left out for want of room is still news the next time.
        let look = door.ui().look(door.today(), door.here());
        visit.note(session, overview.seen(&look), &overview.told_once());
    }
    Ok(status)
}
