//! `cop ask`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::write::Asked;
use crate::work::write::add::{Place, QUESTION};

use super::Door;
use crate::door::cli::arguments::Writing;
use crate::door::cli::content::Content;

/// Ask the community a question
#[derive(Debug, Args)]
#[command(after_help = "\
cop ask \"Who has used MDTO?\" -b \"We want to begin in May.\" -t metadata")]
pub(crate) struct Ask {
    /// The question in one sentence
    title: String,
    #[command(flatten)]
    content: Content,
    #[command(flatten)]
    writing: Writing,
}

impl Ask {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let place = Place::Kind(QUESTION.to_owned());
        let asked = self.content.add(door, session, place, Some(self.title.clone()), &self.writing.how())?;
        door.wrote(&Asked(asked))
    }
}
