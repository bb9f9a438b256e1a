//! `cop help`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;

use super::Door;
use crate::door::cli::{help, manual, usage, words};

/// Say what can be asked, and how
#[derive(Debug, Args)]
#[command(after_help = "\
As JSON its fields have the same names in every language; what is said in them is in yours.
cop help search\n\
cop help kinds\n\
cop help practice\n\
cop help settings\n\
cop help search --json")]
pub(crate) struct Help {
    /// A command; kinds, or a kind, for fields and states; settings, for community.yaml; words, for what people try
    #[arg(value_name = "COMMAND|KIND|settings|words")]
    topic: Option<String>,
}

impl Help {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let lang = door.guessed_lang();
        let topic = self.topic.as_deref().unwrap_or("cop");
        if matches!(topic, "words" | "woorden") {
            return door.show(&words::all());
        }
        let page = help::page(topic, lang).or_else(|| manual::page(topic, &door.kinds(), lang));
        let page = page.ok_or_else(|| usage::unknown_command(topic, ""))?;
        door.show(&page)
    }
}
