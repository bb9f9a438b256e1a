//! `cop sync`

use std::io::{IsTerminal, stdin};

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::show::view::Status;
use crate::work::session::Session;
use crate::work::sync::{How, finish, sync};
use crate::work::write::{self, save};

use super::Door;

/// Bring in what others sent, and send what is here
#[derive(Debug, Args)]
#[command(after_help = "\
Your own git fetches, merges and sends, with your keys and settings. Documents are merged field by field; what two people really \
contradict each other about is left for you, with both values. Commits are merged and never rebased: a rebase would rewrite commits \
that other clones or the history of a document already name.
cop sync
cop sync --dry-run")]
pub(crate) struct Sync {
    /// Only fetch, and show what would come in and go out
    #[arg(long = "dry-run")]
    only: bool,
    /// Save first what was changed by hand, without a question
    #[arg(short, long, conflicts_with = "only")]
    yes: bool,
}

impl Sync {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let program = door.environment.program.as_deref();
        let program = program.ok_or_else(|| Error::new(ErrorKind::Internal, msg!("sync-no-program")))?;
        let ui = door.ui();
        let is_text = door.global.format() == "text";
        let tell = |msg: &crate::base::lang::Msg| {
            if is_text {
                ui.tell(msg);
            }
        };
        let talks = stdin().is_terminal() && ui.is_interactive();
        let how = How { dry_run: self.only, talks, program, tell: &tell };
        if !self.only && (self.yes || door.asks()) {
            // Nothing can be saved before that.
            finish(&Session::open(door.opening()?)?, how)?;
        }
        self.save_first(door)?;
        let session = door.writable()?;
        let (synced, failed) = sync(session, how)?;
        if is_text {
            synced.heard().iter().for_each(|said| ui.pass_on(said));
            synced.says().iter().for_each(|msg| ui.tell(msg));
        }
        match failed {
            Some(error) if synced.received.is_empty() => Err(error),
            failed => {
                let status = door.show(&synced)?;
                synced.next().iter().for_each(|msg| ui.hint(msg));
                failed.map_or(Ok(status), Err)
            }
        }
    }

    /// Keeps what was changed by hand, if the person wants that.
    fn save_first(&self, door: &Door<'_>) -> Result<()> {
        if self.only || !(self.yes || door.asks()) {
            return Ok(());
        }
        // A session of its own: the one that syncs has to see what this one wrote.
        let session = Session::open(door.opening()?)?;
        session.demand_settings()?;
        if session.repo().is_none() {
            return Ok(());
        }
        let would = save::save(&session, &[], &write::How { dry_run: true, ..write::How::default() })?;
        let ui = door.ui();
        if would.is_empty() {
            return Ok(());
        }
        if !self.yes {
            would.said().iter().for_each(|msg| ui.tell(msg));
            if !door.ask_whether(&msg!("sync-ask-save"), true)? {
                return Ok(());
            }
        }
        let saved = save::save(&session, &[], &write::How::default())?;
        if door.talks() {
            saved.heard().iter().for_each(|text| ui.pass_on(text));
            saved.said().iter().for_each(|msg| ui.tell(msg));
        }
        for error in saved.refused() {
            ui.error(error);
        }
        Ok(())
    }
}
