//! `cop man`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::show::view::Status;

use super::Door;
use crate::door::cli::command;

/// Print the manual page, for man(1)
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// The page of one command; without it, of cop itself
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

impl Man {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let mut whole = command(door.lang());
        whole.build();
        let page = match &self.command {
            None => whole,
            Some(name) => {
                let found = whole.find_subcommand(name).cloned();
                found.ok_or_else(|| Error::new(ErrorKind::Usage, msg!("usage-unknown-command", name = name)).hint(msg!("usage-help")))?
            }
        };
        let mut text = Vec::new();
        clap_mangen::Man::new(page).render(&mut text).map_err(|error| Error::new(ErrorKind::Io, msg!("man-failed")).because(error))?;
        door.ui().raw(&String::from_utf8_lossy(&text))?;
        Ok(Status::Done)
    }
}
