//! `cop help`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;

use super::Door;
use crate::door::cli::{help, usage, words};

/// Say what can be asked, and how
#[derive(Debug, Args)]
#[command(after_help = "\
As JSON its fields have the same names in every language; what is said in them is in yours.
cop help search\n\
cop help search --json")]
pub(crate) struct Help {
    /// A command; or words, for what people try and what it is here
    #[arg(value_name = "COMMAND|words")]
    topic: Option<String>,
}

impl Help {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let lang = door.guessed_lang();
        let topic = self.topic.as_deref().unwrap_or("cop");
        if matches!(topic, "words" | "woorden") {
            return door.show(&words::all());
        }
        let page = help::page(topic, lang).ok_or_else(|| usage::unknown_command(topic, ""))?;
        door.show(&page)
    }
}
