//! `cop completions`

use clap::Args;
use clap_complete::{Shell, generate};

use crate::base::error::Result;
use crate::show::view::Status;

use super::Door;
use crate::door::cli::command;

/// Print completions for a shell
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// bash, elvish, fish, powershell or zsh
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let mut text = Vec::new();
        generate(self.shell, &mut command(door.lang()), "cop", &mut text);
        door.ui().raw(&String::from_utf8_lossy(&text))?;
        Ok(Status::Done)
    }
}
