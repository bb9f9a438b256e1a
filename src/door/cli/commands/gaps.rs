//! `cop gaps`

use clap::{Args, ValueEnum};

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::{gaps, unfound};

use super::Door;
use crate::door::cli::arguments::Filters;

/// Show what is lacking: what hangs on one person, what is asked and not written down, what nobody uses
#[derive(Debug, Args)]
#[command(after_help = "\
A topic hangs on one person if most of what shows who knows about it comes from them: what they made, keep, answered, reviewed and use, less the longer ago it was.
Most is six parts in ten, of at least three documents. Who is no member and was not seen for a year counts as gone; who only moved a document's review date does not keep it from being told as one whose people are gone. People who commit under the same whole name are taken for one.
The gaps come first on which most documents lean; -v shows all.
Beside that: topics with questions and nothing that holds, goals to which no question leads, topics in which nothing was done for a year, what nobody says they use where others say so, and abbreviations that nothing explains.
Searches that find nothing, or with a word that is nowhere, are remembered only if you say so, and then in all communities on this machine: each stays in its own clone, nobody else sees it, and it leaves the list as soon as it is found.
cop gaps\n\
cop gaps -t rhythm\n\
cop gaps -k practice -f csv
\
cop gaps --remember")]
pub(crate) struct Gaps {
    /// Remember searches in vain, in all communities on this machine and for you alone; no stops that
    #[arg(long, value_name = "yes|no", num_args = 0..=1, default_missing_value = "yes", conflicts_with = "forget")]
    remember: Option<Answer>,
    /// Forget what was searched for here and not found
    #[arg(long)]
    forget: bool,
    #[command(flatten)]
    filters: Filters,
}

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Answer {
    #[value(aliases = ["ja", "true"])]
    Yes,
    #[value(aliases = ["nee", "false"])]
    No,
}

impl Gaps {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.session()?;
        let config = door.config();
        if self.forget {
            return door.show(&unfound::forget(session, config)?);
        }
        if let Some(answer) = self.remember {
            return door.show(&unfound::remember(session, config, answer == Answer::Yes)?);
        }
        let filters = self.filters.read()?;
        let gaps = gaps::of(session, &filters)?;
        // A search is about no part of the documents.
        let searches = if filters.keys.is_empty() { unfound::still(session, config.personal().remember_searches) } else { None };
        // Nor are words.
        let gaps = if filters.keys.is_empty() { gaps.with_words(session) } else { gaps };
        door.show(&gaps.with_searches(searches))
    }
}
