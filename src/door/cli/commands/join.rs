//! `cop join`

use std::iter::once;

use clap::Args;

use crate::base::error::Result;
use crate::msg;
use crate::show::view::Status;
use crate::work::write::join::{self, Wish};

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
        let (was_asked, mut said) = (own.is_some() && door.asks(), false);
        if let Some(member) = own.as_ref().filter(|_| door.asks() && !self.writing.dry_run)
            && !door.ask_whether(&msg!("join-is-it-me", path = &member.path), true)?
        {
            own = None;
        }
        // Git may know them by another name than the one they were invited by.
        if own.is_none() && !was_asked && self.handle.is_none() && door.asks() && !self.writing.dry_run {
            let pages = join::unclaimed(session)?;
            if !pages.is_empty() {
                let named = pages.iter().map(|member| format!("{} (@{})", member.name, member.handle));
                let choices: Vec<String> = once(msg!("join-none-of-these").text(door.lang())).chain(named).collect();
                let chosen = door.ask_which(&msg!("join-which"), &choices)?;
                own = chosen.and_then(|at| at.checked_sub(1)).and_then(|at| pages.get(at)).cloned();
                said = own.is_none();
            }
        }
        let wish = Wish { handle: self.handle.as_deref(), own: own.as_ref(), is_sure: said };
        let joined = join::join(session, &wish, &self.writing.how())?;
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
