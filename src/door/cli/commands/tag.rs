//! `cop tag`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::write::tag;

use super::Door;
use crate::door::cli::arguments::{Filters, Writing};

/// Give a document tags, or take tags from it
#[derive(Debug, Args)]
#[command(after_help = "\
With filters instead of a REF: all documents that meet them, in one commit.
cop tag fetch-and-bring rhythm meetings
cop tag fetch-and-bring --remove rhythm
cop tag --tag mail email --remove mail")]
pub(crate) struct Tag {
    /// A document, and tags that it gets
    #[arg(value_name = "REF TAG", num_args = 1..)]
    typed: Vec<String>,
    /// Take this tag away
    #[arg(long, value_name = "TAG")]
    remove: Vec<String>,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    writing: Writing,
}

impl Tag {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let (which, added) = self.filters.which(&self.typed)?;
        self.writing.demand_word(door, session, &which)?;
        door.wrote(&tag::tag(session, &which, &added, &self.remove, &self.writing.how())?)
    }
}
