//! `cop thank`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::write::own;

use super::Door;
use crate::door::cli::arguments::Writing;

/// Thank somebody for their part in a document
#[derive(Debug, Args)]
#[command(after_help = "\
It stands in my own member file, under Thanks, and is counted for them.
cop thank fatima fetch-and-bring \"for the drawing\"")]
pub(crate) struct Thank {
    /// Whom I thank
    #[arg(value_name = "HANDLE")]
    whom: String,
    /// The document
    #[arg(value_name = "REF")]
    document: String,
    /// What for, in a few words
    #[arg(value_name = "WHAT")]
    why: Vec<String>,
    #[command(flatten)]
    writing: Writing,
}

impl Thank {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        door.wrote(&own::thank(session, &self.whom, &self.document, &self.why.join(" "), &self.writing.how())?)
    }
}
