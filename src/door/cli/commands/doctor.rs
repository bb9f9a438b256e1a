//! `cop doctor`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::doctor;

use super::Door;

/// Show what cop sees, and what to do about each problem
#[derive(Debug, Args)]
pub(crate) struct Doctor {}

impl Doctor {
    #[allow(clippy::unused_self, reason = "every command is carried out the same way")]
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let diagnosis = doctor::diagnose(&door.opening()?, door.lenient_session());
        door.show(&diagnosis)
    }
}
