//! What was last measured, kept in cop's own folder: where neither files nor settings, history or day are others since, it is told again.

use serde::{Deserialize, Serialize};

use crate::base::error::Result;
use crate::work::kept_report;
use crate::work::session::Session;
use crate::work::window::Window;

use super::periods::Periods;
use super::signal::Reading;

/// The name of the file.
const FILE: &str = "health";

/// What was measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Measured {
    pub periods: Periods,
    /// Of each signal, in the order of [`super::signals::ALL`].
    pub readings: Vec<Reading>,
    /// The time before, and the same of it.
    pub before: Option<(Periods, Vec<Reading>)>,
    pub odd: usize,
    pub has_history: bool,
    pub at_least: bool,
}

/// What was measured last of some time, if nothing changed since; else what is measured now, which is kept for the next time.
pub(super) fn or(session: &Session, time: Window, measure: impl FnOnce() -> Result<Measured>) -> Result<Measured> {
    kept_report::or(session, FILE, &format!("{:?} {:?}", time.since, time.until), measure)
}
