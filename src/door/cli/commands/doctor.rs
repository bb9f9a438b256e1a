//! `cop doctor`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::show::view::Status;
use crate::work::doctor;

use super::Door;

/// Show what cop sees, and what to do about each problem
#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// Let git leave the merging of documents to cop, and check a commit before it is made, in this clone
    #[arg(long)]
    fix: bool,
    /// Do it without asking
    #[arg(short, long, requires = "fix")]
    yes: bool,
}

impl Doctor {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        if self.fix {
            self.mend(door)?;
        }
        let diagnosis = doctor::diagnose(&door.opening()?, door.lenient_session(), door.environment.program.as_deref());
        door.show(&diagnosis)
    }

    /// Says what would be changed, asks, and does it.
    fn mend(&self, door: &Door<'_>) -> Result<()> {
        let session = door.writable()?;
        let program = door.environment.program.as_deref();
        let remedies = program.map(|program| doctor::remedies(session, program)).unwrap_or_default();
        let Some(program) = program.filter(|_| !remedies.is_empty()) else {
            door.ui().tell(&msg!("doctor-nothing-to-fix"));
            return Ok(());
        };
        let asks = !self.yes && door.asks();
        for (remedy, does) in remedies {
            door.ui().tell(&does);
            if self.yes || asks && door.ask_whether(&msg!("doctor-fix-ask"), true)? {
                doctor::remedied(session, program, remedy)?;
                door.ui().tell(&msg!("doctor-fixed"));
            }
        }
        if !self.yes && !asks {
            return Err(Error::new(ErrorKind::Usage, msg!("doctor-fix-asks")).hint(msg!("doctor-fix-asks-help")));
        }
        Ok(())
    }
}
