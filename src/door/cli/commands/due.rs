//! `cop due`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::due;

use super::Door;

/// Show what is waiting, what matters soonest first, each with why and what to type
#[derive(Debug, Args)]
#[command(after_help = "\
First what somebody waits for or was promised: meetings, what was agreed in them, what was flagged, questions without an answer, proposals that wait too long, errors of a check. Then what there is a reason for: something nearby changed, whoever kept it true has left, the day of a goal or of a decision comes near. Last what nothing but a date says; -v shows all of that.
What is nobody's is for those who have the role of steward or facilitator.
cop due
cop due --for me
cop due --for steward
cop due --for @anna -f md")]
pub(crate) struct Due {
    /// For whom: me, a member, a role or a team
    #[arg(long = "for", value_name = "WHO")]
    whom: Option<String>,
    /// So many at most
    #[arg(short = 'n', long, value_name = "NUMBER")]
    limit: Option<usize>,
}

impl Due {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.session()?;
        door.show(&due::of(session, self.whom.as_deref(), self.limit.filter(|limit| *limit > 0))?)
    }
}
