//! `cop man`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::show::view::Status;

use super::Door;
use crate::door::cli::{help, manpage};

/// Print the manual page, for man(1)
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// The page of one command; without it, of cop itself
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

impl Man {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let name = self.command.as_deref().unwrap_or("cop");
        let page = help::page(name, door.lang());
        let page = page.ok_or_else(|| Error::new(ErrorKind::Usage, msg!("usage-unknown-command", name = name)).hint(msg!("usage-help")))?;
        door.ui().raw(&manpage::of(&page, door.lang()))?;
        Ok(Status::Done)
    }
}
