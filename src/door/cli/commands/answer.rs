//! `cop answer`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::write::Answered;
use crate::work::write::add::Place;

use super::Door;
use crate::door::cli::arguments::Writing;
use crate::door::cli::content::Content;

/// Answer a question, in a file of your own
#[derive(Debug, Args)]
#[command(after_help = "\
cop answer how-often-should-we-meet -b \"Every six weeks works for us.\"
cop answer how-often-should-we-meet \"Let the work decide\" -F answer.md")]
pub(crate) struct Answer {
    /// The question
    #[arg(value_name = "REF")]
    question: String,
    /// The answer in one sentence; without one the title of the question
    title: Option<String>,
    #[command(flatten)]
    content: Content,
    #[command(flatten)]
    writing: Writing,
}

impl Answer {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let place = Place::Below(self.question.clone());
        let answered = self.content.add(door, session, place, self.title.clone(), self.content.brought(session)?, &self.writing)?;
        door.wrote(&Answered(answered))
    }
}
