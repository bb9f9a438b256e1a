//! `cop` alone

use crate::base::error::{ErrorKind, Result};
use crate::show::view::Status;
use crate::work::overview::{self, WaysIn};

use super::Door;

/// Shows the community; outside one, the ways in.
pub(crate) fn run(door: &Door<'_>) -> Result<Status> {
    let session = match door.session() {
        Err(error) if error.kind() == ErrorKind::NoCommunity && door.is_wherever() => return door.show(&WaysIn {}),
        session => session?,
    };
    door.show(&overview::of(session)?)
}
