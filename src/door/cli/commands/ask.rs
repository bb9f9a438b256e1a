//! `cop ask`

use std::iter::once;

use clap::Args;

use crate::base::error::Result;
use crate::msg;
use crate::show::view::Status;
use crate::work::write::Asked;
use crate::work::write::add::{Place, QUESTION};
use crate::work::write::own::{self, Topic};

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
        let brought = self.content.brought(session)?;
        let near = Content::near(door, session, &self.title, &brought, true);
        let (people, near) = (near.people, near.documents);
        if !near.is_empty() && door.asks() && !self.writing.yes && !self.writing.dry_run {
            // Enter does what the command says.
            let choices: Vec<String> =
                once(msg!("from-ask-anyway").text(door.lang())).chain(near.iter().map(|similar| similar.choice(&near))).collect();
            let chosen = door.ask_which(&msg!("from-follow-instead"), &choices)?;
            if let Some(known) = chosen.and_then(|at| at.checked_sub(1)).and_then(|at| near.get(at)) {
                let status = door.wrote(&own::follow(session, &Topic::Any(known.reference.clone()), &self.writing.how())?)?;
                door.ui().tell(&msg!("from-followed-instead"));
                return Ok(status);
            }
        }
        let asked = self.content.add(door, session, place, Some(self.title.clone()), brought, &self.writing)?;
        door.wrote(&Asked { outcome: asked, people })
    }
}
