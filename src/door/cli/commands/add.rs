//! `cop add`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::write::Added;
use crate::work::write::add::Place;

use super::Door;
use crate::door::cli::arguments::Writing;
use crate::door::cli::content::Content;

/// Add a document, from the template of its kind
#[derive(Debug, Args)]
#[command(after_help = "\
cop add practice \"Export a mailbox to EML\" -t email
cop add decision \"Keep mail for ten years\" --set deciders=anna,bram -F notes.md
cop add term Appraisal -b \"Choosing what is kept.\"")]
pub(crate) struct Add {
    /// The kind, in any language: practice, vraag, …
    kind: String,
    /// The title; without one the text has to have a heading
    title: Option<String>,
    #[command(flatten)]
    content: Content,
    #[command(flatten)]
    writing: Writing,
}

impl Add {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let place = Place::Kind(self.kind.clone());
        let added = self.content.add(door, session, place, self.title.clone(), &self.writing.how())?;
        door.wrote(&Added(added))
    }
}
