//! `cop due`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::show::formats;
use crate::show::view::Status;
use crate::work::due;
use crate::work::render::calendar::ICS;

use super::Door;

/// Show what is waiting, what matters soonest first, each with why and what to type
#[derive(Debug, Args)]
#[command(after_help = "\
First what somebody waits for or was promised: meetings, what was agreed in them, what was flagged, questions without an answer, proposals that wait too long, errors of a check. Then what there is a reason for: something nearby changed, whoever kept it true has left, the day of a goal or of a decision comes near. Last what nothing but a date says; -v shows all of that.
What is nobody's is for those who have the role of steward or facilitator.
cop due
cop due --for me
cop due --for steward
cop due --for @anna -f md
cop due --for me -f ics -o todo.ics")]
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
        let name = door.global.format();
        if name != ICS && formats::find(name, true).is_err() {
            let names: Vec<&str> = formats::names(true).chain([ICS]).collect();
            let error = Error::new(ErrorKind::Usage, msg!("format-unknown", name = name));
            return Err(error.hint(msg!("format-choose", names = names.join(", "))));
        }
        let session = door.session()?;
        let due = due::of(session, self.whom.as_deref(), self.limit.filter(|limit| *limit > 0))?;
        if name == ICS { door.write(&due, |_| due.calendar(session)) } else { door.send(&due) }
    }
}
