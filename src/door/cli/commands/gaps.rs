//! `cop gaps`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::gaps;

use super::Door;
use crate::door::cli::arguments::Filters;

/// Show what hangs on one person, or on people who left, and who could be the second
#[derive(Debug, Args)]
#[command(after_help = "\
A topic hangs on one person if most of what shows who knows about it comes from them: what they made, keep, answered, reviewed and use, less the longer ago it was.
Most is six parts in ten, of at least three documents. Who is no member and was not seen for a year counts as gone; who only moved a document's review date does not keep it from being told as one whose people are gone. People who commit under the same whole name are taken for one.
The gaps come first on which most documents lean; -v shows all.
cop gaps\n\
cop gaps -t rhythm\n\
cop gaps -k practice -f csv")]
pub(crate) struct Gaps {
    #[command(flatten)]
    filters: Filters,
}

impl Gaps {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.session()?;
        door.show(&gaps::of(session, &self.filters.read()?)?)
    }
}
