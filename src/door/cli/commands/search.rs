//! `cop search`

use clap::Args;

use crate::base::error::Result;
use crate::model::query::args::from_args;
use crate::show::view::Status;
use crate::work::results;

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
cop search answers:how-to-end sort:oldest")]
pub(crate) struct Search {
    /// Words, "phrases", NOT, OR, prefix*, key:value
    #[arg(value_name = "QUERY", required = true)]
    query: Vec<String>,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    paging: Paging,
}

impl Search {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.session()?;
        let hits = results::search(session, &from_args(&self.query), &self.filters.read()?, self.paging.read()?)?;
        door.show(&hits)
    }
}
