//! `cop man`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::show::view::Status;

use super::Door;
use crate::door::cli::{command, help};

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
        let usage = help::usage_of(&page, door.lang());
        // Lines of their own, which man would fill to a paragraph.
        let more = page.get_after_help().map(|more| more.to_string().lines().collect::<Vec<_>>().join("\n\n")).unwrap_or_default();
        let page = page.override_usage(usage).after_help(more);
        let mut text = Vec::new();
        let source = concat!("cop ", env!("CARGO_PKG_VERSION"));
        clap_mangen::Man::new(page)
            .source(source)
            .render(&mut text)
            .map_err(|error| Error::new(ErrorKind::Io, msg!("man-failed")).because(error))?;
        door.ui().raw(&String::from_utf8_lossy(&text).replace("\n.SH EXTRA\n", "\n.SH NOTES\n"))?;
        Ok(Status::Done)
    }
}
