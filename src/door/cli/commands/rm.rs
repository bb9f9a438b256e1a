//! `cop rm`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::write::rm;

use super::Door;
use crate::door::cli::arguments::Writing;

/// Take a document away to which nothing refers
#[derive(Debug, Args)]
#[command(after_help = "\
What was once good is better kept: cop mark REF retired.
cop rm quarterly-review-list -m \"Written by mistake\"")]
pub(crate) struct Rm {
    /// The document
    #[arg(value_name = "REF")]
    document: String,
    #[command(flatten)]
    writing: Writing,
}

impl Rm {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        door.wrote(&rm::rm(session, &self.document, &self.writing.how())?)
    }
}
