//! `cop schema`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::show::view::Status;
use crate::work::schemas;

use super::Door;
use crate::door::cli::schemas::every;

/// Print the JSON Schema of what a command answers with
#[derive(Debug, Args)]
#[command(after_help = "\
It says which fields the JSON of that command has and what they mean; in English, whatever the language of the screen.
cop schema search\n\
cop search rhythm --json")]
pub(crate) struct Schema {
    /// The command; without it, the schemas of all
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

impl Schema {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let every = every();
        let names: Vec<&str> = every.iter().map(|(name, _)| *name).collect();
        let text = schemas::text(every, self.command.as_deref()).ok_or_else(|| {
            let name = self.command.clone().unwrap_or_default();
            Error::new(ErrorKind::Usage, msg!("schema-unknown", name = name)).hint(msg!("usage-values", values = names.join(", ")))
        })?;
        door.ui().raw(&text)?;
        Ok(Status::Done)
    }
}
