//! `cop set`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::write::{Assignment, set};

use super::Door;
use crate::door::cli::arguments::{Filters, Writing};

/// Set fields of a document, and change nothing else in it
#[derive(Debug, Args)]
#[command(after_help = "\
With filters instead of a REF: of all documents that meet them, in one commit.
A key given twice has two values; one without a value is taken away. KEY+=VALUE keeps what a list has.
cop set @anna emails+=anna@example.org
cop set fetch-and-bring steward=anna review_every=\"6 months\"
cop set 4 revisit=2027-01-01 -m \"Because the law changes\"
cop set --steward bram --kind practice steward=anna")]
pub(crate) struct Set {
    /// A document, and what its fields become
    #[arg(value_name = "REF KEY=VALUE", num_args = 1..)]
    typed: Vec<String>,
    /// Take this field away
    #[arg(long, value_name = "KEY")]
    remove: Vec<String>,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    writing: Writing,
}

impl Set {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let (which, typed) = self.filters.which(&self.typed)?;
        let assignments = Assignment::read(&typed, &self.remove)?;
        self.writing.demand_word(door, session, &which)?;
        door.wrote(&set::set(session, &which, &assignments, &self.writing.how())?)
    }
}
