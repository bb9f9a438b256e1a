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
use crate::work::session::Opening;
use crate::work::several::{self, Asked};
use crate::work::{alike, browse, communities, results, unfound};

use super::Door;
use crate::door::cli::arguments::{Filters, Paging};

/// Find documents by words, fields and people
#[derive(Debug, Args)]
#[command(after_help = "\
Also tag: by: steward: creator: lang: title: created: updated: next-review: status: kind:, and every front-matter key as key:value, has:key and \
no:key.
is:open: something is waited for (questions, proposals, proposed terms, planned meetings); is:unanswered: a question without an answer; \
is:stale: its review is overdue; is:mine: you made, changed or keep it; is:retired: it no longer holds.
links-to:X: what links to X in its text or fields; linked-by:X: what X links to; answers:X, supersedes:X, related:X and every other \
relation; uses:X: members who say they use X. X is whatever you call a document.
search:NAME: a search of community.yaml (cop list searches). sort:newest, oldest, updated, reviewed, title or best: the order.
A tag finds the tags below it too. A time is what you say: created:2025, updated:\"last month\", updated:\"since march\".
One argument is the whole question; of several, each with a space in it is a phrase.
-i searches at every key and shows the chosen document beside what is found. Up and Down choose, Tab takes one kind, Enter edits, \
Ctrl-Y copies the ref, Ctrl-P prints the path and leaves, Esc leaves. $(cop search -i) is the path that Enter takes.
Put < and > between quotes, or the shell makes a file of them: 'updated:>2025'.
cop search rhythm meetings
cop search \"quiet members\" --kind question
cop search 'tag:rhythm -quarterly updated:>2026-01'
cop search answers:how-often-should-we-meet sort:oldest
cop search --all minutes
cop search -i quiet
cop search quiet members --explain
cop search --like how-often-should-we-meet")]
pub(crate) struct Search {
    /// Words, "phrases", NOT, OR, prefix*, key:value
    #[arg(value_name = "QUERY", required_unless_present_any = ["interactive", "like", "kind", "tag", "status", "steward", "lang", "fields", "created", "updated", "by"])]
    query: Vec<String>,
    /// While you type, on the whole terminal; F1 there shows the keys
    #[arg(short, long, conflicts_with_all = ["within", "all"])]
    interactive: bool,
    /// What is like a document, or like the text that is piped in for -
    #[arg(long, value_name = "REF|-", conflicts_with_all = ["query", "interactive", "within", "all"])]
    like: Option<String>,
    /// In these communities on your list, together; cop communities shows it
    #[arg(long = "in", value_name = "NAME", value_delimiter = ',')]
    within: Vec<String>,
    /// In all communities on your list, together
    #[arg(long, conflicts_with = "within")]
    all: bool,
    /// Why each stands where it does: what its score is made of
    #[arg(long, conflicts_with = "interactive")]
    explain: bool,
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
        if self.all || !self.within.is_empty() {
            return self.run_in_several(door);
        }
        let session = door.session()?;
        if let Some(like) = &self.like {
            return door.show(&alike::like(session, like, &self.filters.read()?, self.page()?)?);
        }
        let (text, filters) = (from_args(&self.query), self.filters.read()?);
        let hits = results::search(session, &text, &filters, self.page()?)?;
        let is_missed = hits.total == 0 || !hits.nowhere.is_empty();
        if is_missed && filters.keys.is_empty() && !door.global.demo && door.config().personal().remember_searches {
            unfound::note(session, &text);
        }
        door.show(&hits)
    }

    fn page(&self) -> Result<Page> {
        Ok(Page { explain: self.explain, ..self.paging.read()? })
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
            page: self.page()?,
        };
        let found = several::search(&asked)?;
        let remarks: Vec<_> = found.remarks.into_iter().chain(communities::remarks(door.config())).collect();
        door.show_apart(found.lang, found.today, &found.hits, &remarks)
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
