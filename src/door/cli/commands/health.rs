//! `cop health`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Lang;
use crate::door::cli::arguments;
use crate::msg;
use crate::show::formats;
use crate::show::look::Look;
use crate::show::view::Status;
use crate::work::health::{self, HTML, Letter};
use crate::work::window::Window;

use super::Door;

/// Show how the community is doing: who takes part, how soon questions are answered, what is out of date
#[derive(Debug, Args)]
#[command(after_help = "\
Signals of the domain, the community and the practice, each with what it means and what to do; none is of a person, and nobody is named. -v tells of each how it is counted, why, from where it is good, and where the method comes from.\n\
Without --since it is about the last two years, or since the community began. Up to thirteen months are shown by month, up to ten years by quarter, more by year. The last whole period is set beside the median of those before it, where there are four; the one under way is drawn and not compared. What differs by less than a quarter is as usual.\n\
A median of days reckons with what is still waited for (Kaplan and Meier): \"not reached\" says that more than half still is. Commits whose day can't be right are left out.\n\
-f html writes a page with charts to send, -f md one for a repository, both in the community's language.\n\
cop health\n\
cop health --since 2025-01 --until 2025-12 --compare\n\
cop health -f html -o health.html")]
pub(crate) struct Health {
    /// Only since then: 2025-01, 90d, "last year"
    #[arg(long, value_name = "WHEN")]
    since: Option<String>,
    /// Only until then
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    /// With as long a time before it
    #[arg(long)]
    compare: bool,
}

impl Health {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let name = door.global.format();
        if name != HTML && formats::find(name, true).is_err() {
            let names: Vec<&str> = formats::names(true).chain([HTML]).collect();
            let error = Error::new(ErrorKind::Usage, msg!("format-unknown", name = name));
            return Err(error.hint(msg!("format-choose", names = names.join(", "))));
        }
        let session = door.session()?;
        let time = Window {
            since: self.since.as_deref().map(|text| arguments::since(text, door.today())).transpose()?,
            until: self.until.as_deref().map(|text| arguments::until(text, door.today())).transpose()?,
        };
        let health = health::of(session, time, self.compare)?;
        let theirs: Lang = session.settings().tongue();
        match name {
            HTML => door.write(&health, |look| health::html(&health, &Look { lang: theirs, ..look.clone() })),
            "md" => door.send(&Letter(&health)),
            _ => door.show(&health),
        }
    }
}
