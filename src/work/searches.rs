//! The searches that a community has given a name: what `list searches` answers with.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::fold::fold;
use crate::model::query::order::Order;
use crate::model::searches::Search;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Rows, Table, View};

use super::page::Page;
use super::session::Session;

/// A search that has a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Named {
    /// The name, to be typed behind `search:`.
    pub name: String,
    /// What it searches for.
    pub query: String,
    /// What it is called for readers, where the community says so.
    pub label: Option<String>,
}

/// The searches that have a name, in the order of `community.yaml`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Searches {
    /// How many there are in all.
    pub total: usize,
    /// Those on this page.
    pub searches: Vec<Named>,
    #[serde(skip)]
    offset: usize,
}

/// The searches of the community.
pub fn searches(session: &Session, page: Page) -> Searches {
    let lang = session.lang();
    let mut all: Vec<&Search> = session.settings().searches.all().iter().collect();
    if page.order == Some(Order::Title) {
        all.sort_by_cached_key(|search| fold(&search.name).into_owned());
    }
    let shown = all.iter().skip(page.offset).take(page.limit.unwrap_or(usize::MAX));
    let named = shown.map(|search| {
        let label = Some(search.label.text(lang, "")).filter(|label| !label.is_empty());
        Named { name: search.name.clone(), query: one_line(&search.query), label }
    });
    Searches { total: all.len(), searches: named.collect(), offset: page.offset }
}

fn one_line(query: &str) -> String {
    query.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl View for Searches {
    const SCHEMA: &'static str = "searches";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let all = msg!("count-searches", count = self.total);
        if self.searches.is_empty() {
            let line = match (self.total, self.offset < self.total) {
                (0, _) => msg!("list-no-searches"),
                // `-n 0` asks for nothing but the number.
                (_, true) => all,
                (_, false) => msg!("hits-page-beyond", all = all),
            };
            return vec![Block::Line(Line::new().plain(look.say(&line)))];
        }
        let mut table = Table::new([Column::new(), Column::new().min(16).spare(1), Column::new().spare(1)]);
        for search in &self.searches {
            let label = search.label.as_deref().unwrap_or_default();
            table.row([Line::new().strong(&search.name), Line::new().plain(&search.query), Line::new().dim(label)]);
        }
        let count = if self.searches.len() < self.total {
            msg!("list-page", all = all, first = self.offset + 1, last = self.offset + self.searches.len())
        } else {
            all
        };
        let first = self.searches.first().map(|search| search.name.as_str()).unwrap_or_default();
        let quoted = if first.contains(char::is_whitespace) {
            format!("cop search 'search:\"{first}\"'")
        } else {
            format!("cop search search:{first}")
        };
        let head = format!("{}; {quoted}", look.say(&count));
        vec![Block::Line(Line::new().dim(head)), Block::Table(table)]
    }

    fn rows(&self) -> Option<Rows<'_>> {
        let rows = Rows::of(&["name", "query", "label"], &self.searches, |search| {
            let cells = vec![search.name.as_str().into(), search.query.as_str().into(), search.label.as_deref().unwrap_or_default().into()];
            ("".into(), cells)
        });
        Some(rows.of_no_files())
    }
}
