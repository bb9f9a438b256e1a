//! `cop search`

use std::io::{IsTerminal, stdin};

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::base::shell::quoted;
use crate::door::next::{Browse, Next};
use crate::model::query::args::from_args;
use crate::msg;
use crate::show::view::Status;
use crate::work::page::Page;
use crate::work::{browse, results};

use super::Door;
use crate::door::cli::arguments::{Filters, Paging};

/// Find documents by words, fields and people
#[derive(Debug, Args)]
#[command(after_help = "\
Also tag: by: steward: creator: lang: title: created: updated: status: kind:, and every front-matter key as key:value, has:key and \
no:key.
is:open: something is waited for (questions, proposals, proposed terms, planned meetings); is:unanswered: a question without an answer; \
is:stale: its review is overdue; is:mine: you made, changed or keep it; is:retired: it no longer holds.
One argument is the whole question; of several, each with a space in it is a phrase.
-i searches at every key and shows the chosen document beside what is found. Up and Down choose, Tab takes one kind, Enter edits, \
Ctrl-Y copies the ref, Ctrl-P prints the path and leaves, Esc leaves. $(cop search -i) is the path that Enter takes.
Put < and > between quotes, or the shell makes a file of them: 'updated:>2025'.
cop search rhythm meetings
cop search \"quiet members\" --kind question
cop search 'tag:rhythm -quarterly updated:>2026-01'
cop search -i quiet")]
pub(crate) struct Search {
    /// Words, "phrases", NOT, OR, prefix*, key:value
    #[arg(value_name = "QUERY", required_unless_present = "interactive")]
    query: Vec<String>,
    /// While you type, on the whole terminal; F1 there shows the keys
    #[arg(short, long)]
    interactive: bool,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    paging: Paging,
}

impl Search {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        if self.interactive {
            return self.browse(door);
        }
        let session = door.session()?;
        let hits = results::search(session, &from_args(&self.query), &self.filters.read()?, self.paging.read()?)?;
        door.show(&hits)
    }
    /// Leads to the door where the question is typed.
    fn browse(&self, door: &Door<'_>) -> Result<Status> {
        let ui = door.ui();
        if door.global.format() != "text" {
            let flag = if door.global.json { "--json" } else { "--format" };
            return Err(Error::new(ErrorKind::Usage, msg!("usage-conflict", one = "--interactive", other = flag)));
        }
        if !stdin().is_terminal() || ui.canvas().is_none() {
            let words = if self.query.is_empty() {
                msg!("search-words")
            } else {
                Msg::literal(self.query.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" "))
            };
            let error = Error::new(ErrorKind::Usage, msg!("search-no-terminal"));
            return Err(error.hint(msg!("search-no-terminal-help", words = words)));
        }
        let session = door.session()?;
        let (filters, page) = (self.filters.read()?, self.paging.read()?);
        // What is wrong with a filter is said before the screen is taken.
        browse::find(session, "", &filters, Page { limit: Some(0), ..page })?;
        let place = if door.global.demo { vec!["--demo".into()] } else { vec!["-C".into(), session.dir().into()] };
        let edit = [vec!["cop".into()], place, vec!["edit".into(), "--".into()]].concat();
        let look = ui.look(door.today(), door.here());
        let (opening, dir) = (door.opening()?, session.dir().to_owned());
        door.next.set(Some(Next::Browse(Box::new(Browse { opening, dir, ui, look, query: from_args(&self.query), filters, page, edit }))));
        Ok(Status::Done)
    }
}
