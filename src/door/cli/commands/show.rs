//! `cop show`

use clap::Args;

use crate::base::error::{ErrorKind, Result};
use crate::show::view::Status;
use crate::work::{document, member, named};

use super::Door;

/// Show a document with its relations, answers and people
#[derive(Debug, Args)]
#[command(after_help = "\
cop show fetch-and-bring\n\
cop show 4\n\
cop show \"How often should we meet?\"\n\
cop show anna")]
pub(crate) struct Show {
    /// A ref, the last part of one, a number, a path, a title, or somebody's handle or name
    #[arg(value_name = "REF|HANDLE")]
    document: String,
}

impl Show {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.session()?;
        match session.document(&self.document) {
            Ok(at) => door.show(&document::show(session, at)),
            // Somebody without a page can be known by what they did.
            Err(error) if error.kind() == ErrorKind::NotFound => match member::person(session, &self.document) {
                Some(person) => door.show(&person),
                None => Err(named::refused(session, &self.document, error)),
            },
            Err(error) => Err(error),
        }
    }
}
