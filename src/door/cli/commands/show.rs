//! `cop show`

use clap::Args;

use crate::base::error::{ErrorKind, Result};
use crate::show::view::Status;
use crate::work::{asked, document, member, named};

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
        if let Some(error) = asked::no_member(session, &self.document) {
            return Err(error);
        }
        let me = asked::myself(session, &self.document).map(|handle| format!("@{handle}"));
        match session.document(me.as_ref().unwrap_or(&self.document)) {
            Ok(at) => door.show(&document::show(session, at)),
            // Somebody without a page can be known by what they did.
            Err(error) if error.kind() == ErrorKind::NotFound => match member::person(session, &self.document) {
                Some(person) => door.show(&person),
                // Or somebody with one, by another name that git has.
                None if let Some(handle) = asked::member(session, &self.document) => {
                    door.show(&document::show(session, session.document(&format!("@{handle}"))?))
                }
                None => {
                    let error = named::refused(session, &self.document, error);
                    Err(asked::as_typed(session, &error, &self.document, "cop show"))
                }
            },
            Err(error) => Err(error),
        }
    }
}
