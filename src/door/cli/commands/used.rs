//! `cop used`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::write::own;

use super::Door;
use crate::door::cli::arguments::Writing;

/// Say that I used something, and what it gave
#[derive(Debug, Args)]
#[command(after_help = "\
It stands in my own member file, under Uses. Said again on the same day it is one line; on another day it is another.
cop used fetch-and-bring \"It saved us two days\"")]
pub(crate) struct Used {
    /// What I used
    #[arg(value_name = "REF")]
    document: String,
    /// What it gave, in a few words
    #[arg(value_name = "WHAT")]
    gave: Vec<String>,
    #[command(flatten)]
    writing: Writing,
}

impl Used {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        door.wrote(&own::used(session, &self.document, &self.gave.join(" "), &self.writing.how())?)
    }
}
