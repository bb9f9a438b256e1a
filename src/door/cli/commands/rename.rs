//! `cop rename`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::write::{Written, rename};

use super::Door;
use crate::door::cli::arguments::Writing;

/// Give a document another title; file and references follow
#[derive(Debug, Args)]
#[command(after_help = "\
Numbers, dates, folders and languages in the file's name stay. The old title stays as an alias.
Of a member: a name, or a handle such as @anne.
cop rename fetch-and-bring \"Ask, and bring something\"
cop rename 4 \"Meet every month\"
cop rename @anna @anne")]
pub(crate) struct Rename {
    /// The document
    #[arg(value_name = "REF")]
    document: String,
    /// Its new title
    #[arg(value_name = "TITLE")]
    title: String,
    #[command(flatten)]
    writing: Writing,
}

impl Rename {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let (renamed, rewritten) = rename::rename(session, &self.document, &self.title, &self.writing.how())?;
        if door.talks() && renamed.outcome().diff().is_none() {
            rewritten.says().iter().for_each(|msg| door.ui().tell(msg));
        }
        door.wrote(&renamed)
    }
}
