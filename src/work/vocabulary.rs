//! The tags and words of a community with how many documents have them: what `list tags` and `list words` answer with.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::Result;
use crate::base::fold::fold_tag;
use crate::base::lang::Lang;
use crate::model::kind::Capability;
use crate::model::query::ast::{Filter, Node};
use crate::model::query::order::Order;
use crate::model::query::term::{self, ValueType};
use crate::model::settings::Settings;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Rows, Table, View};
use crate::store::index::Tally;
use crate::text::words::function::is_function_word;

use super::catalogue;
use super::page::Page;
use super::search::{Filters, list, of_filters};
use super::session::Session;

/// A tag or word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counted {
    /// The tag or word.
    pub name: String,
    /// In how many documents it stands; of a tag how many have the tag itself.
    pub count: usize,
    /// What it is for, where the community says so.
    pub description: Option<String>,
    /// How many documents a search for the tag finds: those that have it or a tag below it, each once. Absent for a word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with_below: Option<usize>,
    #[serde(skip)]
    label: Option<String>,
}

/// Tags, those of most documents first, with those of the tags below them, or words, the most telling first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Vocabulary {
    /// How many there are in all.
    pub total: usize,
    /// Those on this page.
    pub words: Vec<Counted>,
    #[serde(skip)]
    offset: usize,
    #[serde(skip)]
    is_tags: bool,
    #[serde(skip)]
    by_name: bool,
}

/// The tags that documents carry and those the community has agreed on.
///
/// # Errors
/// A filter that can't be meant.
pub fn tags(session: &Session, filters: &Filters, page: Page) -> Result<Vocabulary> {
    let settings = session.settings();
    let above = above(settings);
    // Of each how many documents have it, and how many have it or one below it.
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    if filters.keys.is_empty() {
        counts.extend(settings.tags.iter().map(|tag| (fold_tag(&tag.name), (0, 0))));
    }
    for hit in list(session, filters, Page::default())?.hits {
        let own: BTreeSet<String> = hit.tags.iter().map(|tag| settings.tag_name(tag)).collect();
        let wider: BTreeSet<&String> = own.iter().chain(own.iter().filter_map(|tag| above.get(tag)).flatten()).collect();
        for tag in wider {
            let (itself, with_below) = counts.entry(tag.clone()).or_default();
            *itself += usize::from(own.contains(tag));
            *with_below += 1;
        }
    }
    let mut counts: Vec<(String, (usize, usize))> = counts.into_iter().collect();
    counts.sort_by(|(one, (itself, all)), (other, (others, others_all))| (others_all, others, one).cmp(&(all, itself, other)));
    if page.order == Some(Order::Title) {
        counts.sort();
    }
    let lang = session.lang();
    let describe = |name: &str| settings.tags.iter().find(|tag| fold_tag(&tag.name) == name);
    let counts = counts.into_iter().map(|(name, (itself, all))| (name, itself, Some(all))).collect();
    let tags = vocabulary(counts, page, |name| {
        let tag = describe(name);
        let label = tag.and_then(|tag| if lang == Lang::Nl { tag.label.nl.clone() } else { tag.label.en.clone() });
        (tag.and_then(|tag| tag.description.clone()), label)
    });
    Ok(Vocabulary { is_tags: true, by_name: page.order == Some(Order::Title), ..tags })
}

/// Of each tag that has some, those above it: a search for any of them finds it too.
fn above(settings: &Settings) -> BTreeMap<String, BTreeSet<String>> {
    let mut above: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for tag in settings.tags.iter().map(|tag| fold_tag(&tag.name)) {
        // Its own name comes first, and what follows those below it are other words for any of them.
        for below in settings.tags_below(&tag).iter().map(|name| settings.tag_name(name)).filter(|below| *below != tag) {
            above.entry(below).or_default().insert(tag.clone());
        }
    }
    above
}

/// The words that tell most of what the documents are about: those in their titles, headings and labels, and those that some of them
/// return to, unless they stand nearly everywhere or in one document only. What people wrote of themselves is left out.
///
/// # Errors
/// A filter that can't be meant.
pub fn words(session: &Session, filters: &Filters, page: Page) -> Result<Vocabulary> {
    let mut query = of_filters(session, filters)?;
    // A member's file is about a person: what it names in passing is not what the community talks about.
    let people = session.settings().kinds.all().iter().filter(|kind| kind.has(Capability::Person));
    let people = people.map(|kind| term::value("kind", ValueType::Text, &kind.name)).collect();
    query.must.push(Node::Not(Box::new(Node::Filter(Filter::OneOf(people)))));
    let documents = catalogue::find(session, &query, Page { limit: Some(0), ..Page::default() })?.total;
    let words = catalogue::words(session, &query)?.into_iter().filter(|(word, _)| is_telling(word));
    let mut words: Vec<(f64, String, usize)> =
        words.map(|(word, tally)| (telling(tally, documents), word, tally.documents as usize)).collect();
    words.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.2.cmp(&a.2)).then_with(|| a.1.cmp(&b.1)));
    if page.order == Some(Order::Title) {
        words.sort_by(|a, b| a.1.cmp(&b.1));
    }
    let words = words.into_iter().map(|(_, word, count)| (word, count, None)).collect();
    let shown = Page { limit: page.limit.or(Some(WORDS)), ..page };
    Ok(Vocabulary { by_name: page.order == Some(Order::Title), ..vocabulary(words, shown, |_| (None, None)) })
}

/// How many words are shown where no number is asked for.
const WORDS: usize = 20;

/// How much a word tells, of so many documents: nothing if it stands in all of them, little if in one. What stands in titles weighs most;
/// and to return to a word is to be about it.
fn telling(tally: Tally, all: usize) -> f64 {
    let (all, holding) = (all as f64, f64::from(tally.documents));
    let rarity = ((all + 1.0) / (holding + 0.5)).ln().max(0.0);
    let alone = if tally.documents > 1 { 1.0 } else { 0.1 };
    f64::from(3 * tally.titles + tally.labels + tally.often) * rarity * alone
}

/// Whether a word is one that people read: no number, no letter alone, none that every text is full of.
fn is_telling(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().any(char::is_alphabetic) && !is_function_word(word)
}

fn vocabulary(
    counts: Vec<(String, usize, Option<usize>)>,
    page: Page,
    describe: impl Fn(&str) -> (Option<String>, Option<String>),
) -> Vocabulary {
    let total = counts.len();
    let shown = counts.into_iter().skip(page.offset).take(page.limit.unwrap_or(usize::MAX));
    let words = shown
        .map(|(name, count, with_below)| {
            let (description, label) = describe(&name);
            Counted { name, count, description, with_below, label }
        })
        .collect();
    Vocabulary { total, words, offset: page.offset, is_tags: false, by_name: false }
}

impl View for Vocabulary {
    const SCHEMA: &'static str = "words";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let all = if self.is_tags { msg!("count-tags", count = self.total) } else { msg!("count-words", count = self.total) };
        if self.words.is_empty() {
            let nothing = match (self.total, self.offset < self.total) {
                (0, _) => msg!("list-nothing-such"),
                // `-n 0` asks for nothing but the number.
                (_, true) => all,
                (_, false) => msg!("hits-page-beyond", all = all),
            };
            return vec![Block::Line(Line::new().plain(look.say(&nothing)))];
        }
        let mut table = Table::new([Column::new(), Column::new().right(), Column::new().spare(2).lost(), Column::new().min(16).spare(1)]);
        for word in &self.words {
            let label = word.label.iter().chain(&word.description).cloned().collect::<Vec<_>>().join(": ");
            let count = Line::new().dim(look.count(word.with_below.unwrap_or(word.count)));
            let has_below = word.with_below.is_some_and(|all| all > word.count);
            let itself = if has_below { Line::new().dim(look.say(&msg!("tags-itself", count = word.count))) } else { Line::new() };
            table.row([Line::new().strong(&word.name), count, itself, Line::new().plain(label)]);
        }
        let count = if self.words.len() < self.total {
            msg!("list-page", all = all, first = self.offset + 1, last = self.offset + self.words.len())
        } else {
            all
        };
        let order = match (self.by_name, self.is_tags) {
            (true, _) => msg!("words-by-name"),
            (false, true) => msg!("words-by-count"),
            (false, false) => msg!("words-by-telling"),
        };
        let numbers = if self.is_tags { msg!("tags-numbers") } else { msg!("words-numbers") };
        let head = format!("{}, {}; {}", look.say(&count), look.say(&order), look.say(&numbers));
        vec![Block::Line(Line::new().dim(head)), Block::Table(table)]
    }

    fn rows(&self) -> Option<Rows<'_>> {
        let columns: &[&str] =
            if self.is_tags { &["name", "count", "description", "with_below"] } else { &["name", "count", "description"] };
        let rows = Rows::of(columns, &self.words, |word| {
            let cells = [word.name.as_str().into(), word.count.to_string().into(), word.description.as_deref().unwrap_or_default().into()];
            let with_below = word.with_below.map(|count| count.to_string().into());
            ("".into(), cells.into_iter().chain(with_below).collect())
        });
        Some(rows.of_no_files())
    }
}
