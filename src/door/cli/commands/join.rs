//! `cop join`

use clap::Args;

use crate::base::error::Result;
use crate::msg;
use crate::show::view::Status;
use crate::work::write::join;

use super::Door;
use crate::door::cli::arguments::Writing;

/// Become a member: my own file from what git knows of me, and my way in
#[derive(Debug, Args)]
#[command(after_help = "\
If somebody made a page for you, it becomes yours. Your account on a git host, or else the address in your commits, is written into it: that is how history knows what you do.
cop join
cop join --handle anna")]
pub(crate) struct Join {
    /// The short name by which others mention me
    #[arg(long, value_name = "HANDLE")]
    handle: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

impl Join {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let mut own = if self.handle.is_none() { join::waiting(session)? } else { None };
        if let Some(member) = own.as_ref().filter(|_| door.asks() && !self.writing.dry_run)
            && !door.ask_whether(&msg!("join-is-it-me", path = &member.path), true)?
        {
            own = None;
        }
        let joined = join::join(session, self.handle.as_deref(), own.as_ref(), &self.writing.how())?;
        if door.talks() {
            joined.remarks().iter().for_each(|msg| door.ui().tell(msg));
        }
        let status = door.wrote(&joined)?;
        if door.talks() {
            joined.next().iter().for_each(|msg| door.ui().tell(msg));
        }
        Ok(status)
    }
}
