//! `cop completions`

use clap::Args;
use clap_complete::Shell;

use crate::base::error::Result;
use crate::show::view::Status;

use super::Door;
use crate::door::cli::complete;

/// Print completions for a shell
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// bash, elvish, fish, powershell or zsh
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        door.ui().raw(&complete::script(&self.shell.to_string())?)?;
        Ok(Status::Done)
    }
}
