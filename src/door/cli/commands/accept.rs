//! `cop accept`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::write::accept;

use super::Door;
use crate::door::cli::arguments::Writing;

/// Choose the answer that helped: its question is answered
#[derive(Debug, Args)]
#[command(after_help = "\
cop accept how-often-should-we-meet/anna")]
pub(crate) struct Accept {
    /// The answer, or the question if it has only one
    #[arg(value_name = "REF")]
    answer: String,
    #[command(flatten)]
    writing: Writing,
}

impl Accept {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        door.wrote(&accept::accept(session, &self.answer, &self.writing.how())?)
    }
}
