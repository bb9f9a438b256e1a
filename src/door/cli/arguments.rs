//! Arguments that several commands share, and that mean the same in all of them.

use std::path::PathBuf;

use clap::{ArgAction, Args, ValueEnum};

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::when::DateRange;
use crate::msg;
use crate::work::session::Session;
use crate::work::write::{How, Which};
use crate::work::{page, search};

use super::Door;

/// When output is in colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What every command takes.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Global {
    /// The community's folder, or any below it, instead of the current one
    #[arg(short = 'C', value_name = "DIR", global = true)]
    pub dir: Option<PathBuf>,
    /// The form of the answer: text, json, …
    #[arg(short, long, value_name = "FORMAT", global = true)]
    pub format: Option<String>,
    /// The same as -f json
    #[arg(long, global = true, conflicts_with = "format")]
    pub json: bool,
    /// A file for the answer
    #[arg(short, long, value_name = "FILE", global = true)]
    pub output: Option<PathBuf>,
    /// When in colour: auto, always, never
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto", hide_default_value = true, hide_possible_values = true)]
    pub color: When,
    /// The answer and errors only
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// More than the answer: lists with their paths, documents with all links
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,
    /// On the example community, with its members' history
    #[arg(long, global = true, conflicts_with = "dir")]
    pub demo: bool,
    /// This help
    #[arg(short, long, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
}

impl Global {
    /// The name of the form that was asked for.
    pub(crate) fn format(&self) -> &str {
        if self.json { "json" } else { self.format.as_deref().unwrap_or("text") }
    }
}

/// Which documents.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Filters {
    /// Of this kind, in any language: practice, vragen, …
    #[arg(short, long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// With this tag
    #[arg(short, long, value_name = "TAG")]
    pub tag: Vec<String>,
    /// In this state: open, adopted, voorgesteld, … (cop help kinds has them all)
    #[arg(long, value_name = "STATE")]
    pub status: Vec<String>,
    /// Kept true by this person or team; me is you
    #[arg(long, value_name = "HANDLE")]
    pub steward: Vec<String>,
    /// In this language
    #[arg(long, value_name = "LANG")]
    pub lang: Vec<String>,
    /// With this value of a front-matter key
    #[arg(long = "where", value_name = "KEY=VALUE")]
    pub fields: Vec<String>,
    /// Made then: 2025-01, 30d.., "vorige maand"
    #[arg(long, value_name = "WHEN")]
    pub created: Vec<String>,
    /// Last changed then
    #[arg(long, value_name = "WHEN")]
    pub updated: Vec<String>,
    /// That this person contributed to; me is you
    #[arg(long, value_name = "HANDLE")]
    pub by: Vec<String>,
}

/// How something is written.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Writing {
    /// Why, in a sentence: it stands in the commit
    #[arg(short, long, value_name = "WHY")]
    pub message: Option<String>,
    /// On behalf of this member, who is the author in git
    #[arg(long, value_name = "HANDLE")]
    pub author: Option<String>,
    /// Only show what would change
    #[arg(long)]
    pub dry_run: bool,
    /// Write the files and commit nothing
    #[arg(long)]
    pub no_commit: bool,
    /// Commit my own changes of the same files with it
    #[arg(long, conflicts_with = "no_commit")]
    pub with_my_edits: bool,
    /// Ask nothing: take what is usual
    #[arg(short, long)]
    pub yes: bool,
}

impl Writing {
    /// Asks whether so many documents are meant, where filters find more than one and somebody can answer.
    ///
    /// # Errors
    /// They are not, or a filter that can't be meant.
    pub(crate) fn demand_word(&self, door: &Door<'_>, session: &Session, which: &Which) -> Result<()> {
        if self.yes || self.dry_run || !door.asks() {
            return Ok(());
        }
        let titles = which.titles(session)?;
        if titles.len() < 2 {
            return Ok(());
        }
        let first = titles.iter().take(FIRST).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = if titles.len() > FIRST { ", …" } else { "" };
        door.ui().tell(&msg!("which-many", titles = format!("{first}{more}")));
        if door.ask_whether(&msg!("which-many-ask", count = titles.len()), false)? {
            return Ok(());
        }
        Err(Error::new(ErrorKind::Usage, msg!("ask-stopped")))
    }

    /// The same in the words of the use cases.
    pub(crate) fn how(&self) -> How {
        How {
            message: self.message.clone(),
            author: self.author.clone(),
            no_commit: self.no_commit,
            with_my_edits: self.with_my_edits,
            dry_run: self.dry_run,
        }
    }
}

/// So many of the documents that are about to change are named.
const FIRST: usize = 3;

/// How much of a list, and in what order.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Paging {
    /// At most so many; 0 tells only how many there are
    #[arg(short = 'n', long, value_name = "COUNT", allow_negative_numbers = true)]
    pub limit: Option<usize>,
    /// Leave out so many first
    #[arg(long, value_name = "COUNT", default_value_t = 0, hide_default_value = true)]
    pub offset: usize,
    /// In this order: best, newest, oldest, updated, reviewed, title
    #[arg(short, long, value_name = "ORDER")]
    pub sort: Option<String>,
}

/// The first day of what `--since` says.
pub(crate) fn since(text: &str, today: Date) -> Result<Date> {
    let range = period("--since", text, today)?;
    range.from.or(range.to).ok_or_else(|| Error::new(ErrorKind::Usage, msg!("flag-no-day", flag = "--since", text = text)))
}

/// The last day of what `--until` says.
pub(crate) fn until(text: &str, today: Date) -> Result<Date> {
    let range = period("--until", text, today)?;
    range.to.or(range.from).ok_or_else(|| Error::new(ErrorKind::Usage, msg!("flag-no-day", flag = "--until", text = text)))
}

fn period(flag: &str, text: &str, today: Date) -> Result<DateRange> {
    DateRange::parse(text, today).map_err(|msg| Error::new(ErrorKind::Usage, msg!("flag-value", flag = flag, value = text)).hint(msg))
}

impl Filters {
    /// The filters as keys with their values.
    ///
    /// # Errors
    /// A `--where` without `=`.
    pub(crate) fn read(&self) -> Result<search::Filters> {
        let named = [
            ("kind", &self.kind),
            ("tag", &self.tag),
            ("status", &self.status),
            ("steward", &self.steward),
            ("lang", &self.lang),
            ("created", &self.created),
            ("updated", &self.updated),
            ("by", &self.by),
        ];
        let mut keys: Vec<(String, Vec<String>)> = named.into_iter().map(|(key, values)| (key.to_owned(), values.clone())).collect();
        for field in &self.fields {
            let split = field.split_once('=').filter(|(key, value)| !key.trim().is_empty() && !value.trim().is_empty());
            let (key, value) = split.ok_or_else(|| {
                Error::new(ErrorKind::Usage, msg!("flag-value", flag = "--where", value = field)).hint(msg!("filter-where-help"))
            })?;
            match keys.iter_mut().find(|(known, _)| known == key.trim()) {
                Some((_, values)) => values.push(value.trim().to_owned()),
                None => keys.push((key.trim().to_owned(), vec![value.trim().to_owned()])),
            }
        }
        keys.retain(|(_, values)| !values.is_empty());
        Ok(search::Filters { keys })
    }
}

impl Filters {
    /// The documents that a command is to change, and what else was typed: with filters all that meet them, else the one that the
    /// first word names.
    ///
    /// # Errors
    /// Neither is there.
    pub(crate) fn which(&self, typed: &[String]) -> Result<(Which, Vec<String>)> {
        let filters = self.read()?;
        if !filters.keys.is_empty() {
            return Ok((Which::Many(filters), typed.to_vec()));
        }
        let (first, rest) =
            typed.split_first().ok_or_else(|| Error::new(ErrorKind::Usage, msg!("which-nothing")).hint(msg!("which-nothing-help")))?;
        Ok((Which::One(first.clone()), rest.to_vec()))
    }
}

impl Paging {
    /// The page.
    ///
    /// # Errors
    /// An order that does not exist.
    pub(crate) fn read(&self) -> Result<page::Page> {
        Ok(page::Page { limit: self.limit, offset: self.offset, order: self.sort.as_deref().map(page::order).transpose()?, explain: false })
    }
}
