//! `cop list`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::hits::Listed;
use crate::work::{search, searches, vocabulary};

use super::Door;
use crate::door::cli::arguments::{Filters, Paging};

/// List documents, newest first; or the tags, the words, the searches
#[derive(Debug, Args)]
#[command(after_help = "\
cop list questions --status open\n\
cop list practices --tag rhythm --sort title\n\
cop list tags\n\
cop list searches")]
pub(crate) struct List {
    /// A kind, in any language; tags, words or searches for those
    #[arg(value_name = "KIND|tags|words|searches")]
    what: Option<String>,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    paging: Paging,
}

impl List {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.session()?;
        let page = self.paging.read()?;
        let mut filters = self.filters.clone();
        match self.what.as_deref() {
            Some("tags" | "trefwoorden") => return door.show(&vocabulary::tags(session, &filters.read()?, page)?),
            Some("words" | "woorden") => return door.show(&vocabulary::words(session, &filters.read()?, page)?),
            // Filters choose among documents.
            Some("searches" | "zoekvragen") => return door.show(&searches::searches(session, page)),
            Some(kind) => filters.kind.push(kind.to_owned()),
            None => {}
        }
        door.show(&Listed(search::list(session, &filters.read()?, page)?))
    }
}
