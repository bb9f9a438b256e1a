//! `cop completions`

use clap::Args;
use clap_complete::Shell;

use crate::base::error::Result;
use crate::show::view::Status;

use super::Door;
use crate::door::cli::complete;

/// Print completions for a shell
#[derive(Debug, Args)]
#[command(after_help = "\
bash, in ~/.bashrc: source <(cop completions bash)
zsh, in ~/.zshrc, below compinit: source <(cop completions zsh)
fish: cop completions fish >~/.config/fish/completions/cop.fish")]
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
