//! Who wrote the lines that a document has: what `history REF --lines` answers with.

use std::ops::RangeInclusive;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::model::contribution::Authors;
use crate::model::document::Document;
use crate::model::history::{CommitView, History};
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Rows, Table, View};
use crate::store::git::lines::living::{Living, Origin};

use super::session::Session;

/// Which lines are asked for, counted from 1.
pub type Range = RangeInclusive<usize>;

/// Someone who wrote a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Writer {
    /// The handle; null for who is no member.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
}

/// What is known of where a line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Since {
    /// The commit wrote it.
    Commit,
    /// It is at least as old as the commit, with which the history at hand begins; nobody is known to have written it.
    Older,
    /// It is not committed yet.
    Uncommitted,
    /// Part of the history is not at hand.
    Unknown,
}

/// A line of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LivingLine {
    /// Its number, from 1.
    pub line: usize,
    /// What is known of where it comes from.
    pub since: Since,
    /// The commit, in full.
    pub commit: Option<String>,
    /// The author's day.
    pub date: Option<Date>,
    /// Who wrote it, co-authors of the commit included.
    pub people: Vec<Writer>,
    /// What it says.
    pub text: String,
}

/// The lines of a document, and who wrote them.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DocumentLines {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// The lines that were asked for, in order.
    pub lines: Vec<LivingLine>,
    #[serde(skip)]
    title: String,
    /// How many lines the document has.
    #[serde(skip)]
    count: usize,
}

/// The lines of a document as it stands in the work tree; of a range only those in it.
///
/// # Errors
/// There is no history.
pub fn of(session: &Session, document: &Document, range: Option<&Range>) -> Result<DocumentLines> {
    let (repo, history, authors) = (session.demand_repo()?, session.history()?, session.authors()?);
    let whole = format!("{}{}", session.prefix(), document.path);
    let text = &document.text;
    let origins = Living::of(repo, history).map(|living| living.standing(&whole, text.as_bytes())).unwrap_or_default();
    let texts = text.split_inclusive('\n').map(|line| line.trim_end_matches(['\r', '\n']));
    let count = text.split_inclusive('\n').count();
    let lines = (1..).zip(texts).zip(origins.into_iter().chain(std::iter::repeat(Origin::Unknown)));
    let wanted = lines.filter(|((line, _), _)| range.is_none_or(|range| range.contains(line)));
    let lines = wanted.map(|((line, text), origin)| LivingLine::of(history, authors, line, text, origin)).collect();
    Ok(DocumentLines { reference: document.reference.clone(), path: document.path.clone(), lines, title: document.title.clone(), count })
}

/// A range as it is typed: `10,20`, `10,`, `,20` or `10`.
///
/// # Errors
/// It is none, or has no line.
pub fn range(typed: &str) -> Result<Range> {
    let (first, last) = typed.split_once(',').unwrap_or((typed, typed));
    let number = |text: &str, otherwise: usize| if text.trim().is_empty() { Some(otherwise) } else { text.trim().parse().ok() };
    let both = number(first, 1).zip(number(last, usize::MAX)).filter(|(first, last)| *first > 0 && first <= last);
    let both = both.filter(|_| typed.chars().any(|letter| letter.is_ascii_digit()));
    let (first, last) =
        both.ok_or_else(|| Error::new(ErrorKind::Usage, msg!("lines-range", text = typed)).hint(msg!("lines-range-help")))?;
    Ok(first..=last)
}

impl LivingLine {
    fn of(history: &History, authors: &Authors, line: usize, text: &str, origin: Origin) -> Self {
        let (since, commit) = match origin {
            Origin::In(commit) => (Since::Commit, Some(commit)),
            Origin::Before(commit) => (Since::Older, Some(commit)),
            Origin::Uncommitted => (Since::Uncommitted, None),
            Origin::Unknown => (Since::Unknown, None),
        };
        let commit = commit.and_then(|commit| history.commit(commit));
        let writers = commit.filter(|_| since == Since::Commit).map(|commit| authors.writers(commit)).unwrap_or_default();
        let people = writers.into_iter().filter_map(|who| authors.all().get(who));
        Self {
            line,
            since,
            commit: commit.map(|commit| commit.id().to_string()),
            date: commit.and_then(CommitView::day),
            people: people.map(|author| Writer { handle: author.handle.clone(), name: author.name.clone() }).collect(),
            text: text.to_owned(),
        }
    }

    /// Whether the line before comes from the same place.
    fn goes_on(&self, before: &Self) -> bool {
        (self.since, &self.commit) == (before.since, &before.commit)
    }

    /// Where it comes from, in words: a day, the people and the commit.
    fn says(&self, look: &Look) -> Line {
        let day = self.date.map(|day| day.to_string());
        let commit = self.commit.as_deref().and_then(|id| id.get(..7)).unwrap_or_default();
        let say = |msg: &Msg| Line::new().dim(look.say(msg));
        match (self.since, day) {
            (Since::Commit, day) => {
                let names: Vec<_> = self.people.iter().map(|person| person.name.as_str()).collect();
                let parts = [Line::new().dim(day.unwrap_or_default()), Line::new().person(names.join(", ")), Line::new().dim(commit)];
                Line::join(parts.into_iter().filter(|part| !part.is_empty()), "  ")
            }
            (Since::Older, Some(day)) => say(&msg!("lines-older", day = day)),
            (Since::Older, None) => say(&msg!("lines-older-unknown")),
            (Since::Uncommitted, _) => say(&msg!("lines-uncommitted")),
            (Since::Unknown, _) => say(&msg!("lines-unknown")),
        }
    }
}

impl View for DocumentLines {
    const SCHEMA: &'static str = "lines";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut blocks = vec![Block::Title(Line::new().strong(&self.title).dim("  ").path(look.path(&self.path)))];
        if self.lines.is_empty() {
            let nothing = if self.count == 0 { msg!("lines-none") } else { msg!("lines-beyond", count = self.count) };
            blocks.push(Block::Line(Line::new().plain(look.say(&nothing))));
        }
        // The numbers of all groups stand below one another.
        let widest = self.lines.last().map_or(0, |last| last.line.to_string().len());
        for group in self.lines.chunk_by(|before, line| line.goes_on(before)) {
            let Some(first) = group.first() else { continue };
            blocks.push(Block::Line(first.says(look)));
            let mut table = Table::new([Column::new(), Column::new().min(20)]);
            for line in group {
                table.row([Line::new().dim(format!("{:>1$}", line.line, widest + 2)), Line::new().plain(&line.text)]);
            }
            blocks.push(Block::Table(table));
        }
        blocks
    }

    fn rows(&self) -> Option<Rows<'_>> {
        let rows = Rows::of(&["line", "date", "people", "commit", "since", "text"], &self.lines, |line| {
            let people: Vec<_> = line.people.iter().map(|person| person.handle.clone().unwrap_or_else(|| person.name.clone())).collect();
            let since = serde_json::to_value(line.since).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
            let cells = vec![
                line.line.to_string().into(),
                line.date.map(|date| date.to_string()).unwrap_or_default().into(),
                people.join(" ").into(),
                line.commit.as_deref().unwrap_or_default().into(),
                since.into(),
                line.text.as_str().into(),
            ];
            (self.path.as_str().into(), cells)
        });
        Some(rows.of_no_files())
    }
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn a_range_is_typed_as_people_type_it() {
        let cases =
            [("10,20", Some(10..=20)), ("7", Some(7..=7)), ("7,", Some(7..=usize::MAX)), (",3", Some(1..=3)), (" 2 , 4 ", Some(2..=4))];
        for (typed, expected) in cases {
            assert_eq!(range(typed).ok(), expected, "{typed}");
        }
        for wrong in ["", ",", "0", "4,3", "a", "1,b", "-3", "1,2,3", "99999999999999999999"] {
            assert!(range(wrong).is_err(), "{wrong}");
        }
    }
}
