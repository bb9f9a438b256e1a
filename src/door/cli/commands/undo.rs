//! `cop undo`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::write::undo;

use super::Door;

/// Take cop's last commit back, as if it had never been
#[derive(Debug, Args)]
#[command(after_help = "\
Only the newest commit, and only as long as it was not pushed and its files are unchanged.
cop undo --dry-run")]
pub(crate) struct Undo {
    /// Only show what would be taken back
    #[arg(long)]
    dry_run: bool,
}

impl Undo {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let undone = undo::take_back(session, self.dry_run)?;
        if door.talks() {
            door.ui().tell(&undone.says());
            undone.way_back().iter().for_each(|msg| door.ui().tell(msg));
        }
        door.show(&undone)
    }
}
