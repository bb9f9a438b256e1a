//! `cop search`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::model::query::args::from_args;
use crate::msg;
use crate::show::view::Status;
use crate::work::session::Opening;
use crate::work::several::{self, Asked};
use crate::work::{communities, results, unfound};

use super::Door;
use crate::door::cli::arguments::{Filters, Paging};

/// Find documents by words, fields and people
#[derive(Debug, Args)]
#[command(after_help = "\
Also tag: by: steward: creator: lang: title: created: updated: status: kind:, and every front-matter key as key:value, has:key and \
no:key.
is:open: something is waited for (questions, proposals, proposed terms, planned meetings); is:unanswered: a question without an answer; \
is:stale: its review is overdue; is:mine: you made, changed or keep it; is:retired: it no longer holds.
links-to:X: what links to X in its text or fields; linked-by:X: what X links to; answers:X, supersedes:X, related:X and every other \
relation. X is whatever you call a document.
search:NAME: a search of community.yaml (cop list searches). sort:newest, oldest, updated, title or best: the order.
A tag finds the tags below it too. A time is what you say: created:2025, updated:\"last month\", updated:\"since march\".
One argument is the whole question; of several, each with a space in it is a phrase.
Put < and > between quotes, or the shell makes a file of them: 'updated:>2025'.
cop search rhythm meetings
cop search \"quiet members\" --kind question
cop search 'tag:rhythm -quarterly updated:>2026-01'
cop search answers:how-to-end sort:oldest
cop search --all minutes")]
pub(crate) struct Search {
    /// Words, "phrases", NOT, OR, prefix*, key:value
    #[arg(value_name = "QUERY", required = true)]
    query: Vec<String>,
    /// In these communities on your list, together; cop communities shows it
    #[arg(long = "in", value_name = "NAME", value_delimiter = ',')]
    within: Vec<String>,
    /// In all communities on your list, together
    #[arg(long, conflicts_with = "within")]
    all: bool,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    paging: Paging,
}

impl Search {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        if self.all || !self.within.is_empty() {
            return self.run_in_several(door);
        }
        let session = door.session()?;
        let (text, filters) = (from_args(&self.query), self.filters.read()?);
        let hits = results::search(session, &text, &filters, self.paging.read()?)?;
        if hits.total == 0 && filters.keys.is_empty() && !door.global.demo && door.config().personal().remember_searches {
            unfound::note(session, &text);
        }
        door.show(&hits)
    }

    fn run_in_several(&self, door: &Door<'_>) -> Result<Status> {
        let flag = if self.all { "--all" } else { "--in" };
        // An option of every command may stand before this one, where clap sees no conflict.
        let other = [("-C", door.global.dir.is_some()), ("--demo", door.global.demo)].into_iter().find(|(_, given)| *given);
        if let Some((other, _)) = other {
            return Err(Error::new(ErrorKind::Usage, msg!("usage-conflict", one = flag, other = other)));
        }
        let communities = communities::meant(door.config(), &self.within)?;
        let asked = Asked {
            communities: &communities,
            all: self.all,
            opening: &Opening { folder: door.environment.folder.clone(), ..door.opening()? },
            text: &from_args(&self.query),
            filters: &self.filters.read()?,
            page: self.paging.read()?,
        };
        let found = several::search(&asked)?;
        let remarks: Vec<_> = found.remarks.into_iter().chain(communities::remarks(door.config())).collect();
        door.show_apart(found.lang, found.today, &found.hits, &remarks)
    }
}
