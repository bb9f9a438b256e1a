//! `cop show`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::{document, named};

use super::Door;

/// Show a document with its relations, answers and people
#[derive(Debug, Args)]
#[command(after_help = "\
cop show fetch-and-bring\n\
cop show 4\n\
cop show \"How often should we meet?\"\n\
cop show anna")]
pub(crate) struct Show {
    /// A ref, the last part of one, a number, a path, a title, or a member's handle
    #[arg(value_name = "REF|HANDLE")]
    document: String,
}

impl Show {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.session()?;
        let at = named::document(session, &self.document)?;
        door.show(&document::show(session, at))
    }
}
