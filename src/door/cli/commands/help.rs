//! `cop help`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;

use super::Door;
use crate::door::cli::{help, manual, topics, usage, words};

/// Say what can be asked, and how
#[derive(Debug, Args)]
#[command(after_help = "\
As JSON its fields have the same names in every language; what is said in them is in yours.
cop help search\n\
cop help kinds\n\
cop help practice\n\
cop help settings\n\
cop help governance\n\
cop help privacy\n\
cop help search --json")]
pub(crate) struct Help {
    /// A command; kinds, or a kind, for fields and states; settings, for community.yaml; governance; privacy; words, for what people try
    #[arg(value_name = "COMMAND|KIND|settings|governance|privacy|words")]
    topic: Option<String>,
}

impl Help {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let lang = door.guessed_lang();
        let topic = self.topic.as_deref().unwrap_or("cop");
        if matches!(topic, "words" | "woorden") {
            return door.show(&words::all());
        }
        let page = help::page(topic, lang).or_else(|| topics::page(topic, lang)).or_else(|| manual::page(topic, &door.kinds(), lang));
        let page = page.ok_or_else(|| usage::unknown_command(topic, ""))?;
        door.show(&page)
    }
}
