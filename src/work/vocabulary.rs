//! The tags and words of a community with how many documents have them: what `list tags` and `list words` answer with.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::Result;
use crate::base::fold::fold_tag;
use crate::base::lang::Lang;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Rows, Table, View};
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
    /// In how many documents it stands.
    pub count: usize,
    /// What it is for, where the community says so.
    pub description: Option<String>,
    #[serde(skip)]
    label: Option<String>,
}

/// Tags or words, those of most documents first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Vocabulary {
    /// How many there are in all.
    pub total: usize,
    /// Those on this page.
    pub words: Vec<Counted>,
}

/// The tags that documents carry and those the community has agreed on.
///
/// # Errors
/// A filter that can't be meant.
pub fn tags(session: &Session, filters: &Filters, page: Page) -> Result<Vocabulary> {
    let settings = session.settings();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    if filters.keys.is_empty() {
        counts.extend(settings.tags.iter().map(|tag| (fold_tag(&tag.name), 0)));
    }
    for hit in list(session, filters, Page::default())?.hits {
        let mut tags: Vec<String> = hit.tags.iter().map(|tag| settings.tag_name(tag)).collect();
        tags.sort();
        tags.dedup();
        for tag in tags {
            *counts.entry(tag).or_default() += 1;
        }
    }
    let lang = session.lang();
    let describe = |name: &str| settings.tags.iter().find(|tag| fold_tag(&tag.name) == name);
    Ok(vocabulary(counts, page, |name| {
        let tag = describe(name);
        let label = tag.and_then(|tag| if lang == Lang::Nl { tag.label.nl.clone() } else { tag.label.en.clone() });
        (tag.and_then(|tag| tag.description.clone()), label)
    }))
}

/// The words of the documents, without those that every text is full of.
///
/// # Errors
/// A filter that can't be meant.
pub fn words(session: &Session, filters: &Filters, page: Page) -> Result<Vocabulary> {
    let is_telling = |word: &str| word.chars().count() > 1 && word.chars().any(char::is_alphabetic) && !is_function_word(word);
    let words = catalogue::words(session, &of_filters(session, filters)?)?;
    let counts = words.into_iter().filter(|(word, _)| is_telling(word)).map(|(word, count)| (word, count as usize)).collect();
    Ok(vocabulary(counts, page, |_| (None, None)))
}

fn vocabulary(counts: BTreeMap<String, usize>, page: Page, describe: impl Fn(&str) -> (Option<String>, Option<String>)) -> Vocabulary {
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let total = counts.len();
    let shown = counts.into_iter().skip(page.offset).take(page.limit.unwrap_or(usize::MAX));
    let words = shown
        .map(|(name, count)| {
            let (description, label) = describe(&name);
            Counted { name, count, description, label }
        })
        .collect();
    Vocabulary { total, words }
}

impl View for Vocabulary {
    const SCHEMA: &'static str = "words";
    const LIST: bool = true;

    fn blocks(&self, look: &Look) -> Vec<Block> {
        if self.words.is_empty() {
            return vec![Block::Line(Line::new().plain(look.say(&msg!("list-nothing-such"))))];
        }
        let mut table = Table::new([Column::new(), Column::new().right(), Column::new().min(16).spare(1)]);
        for word in &self.words {
            let label = word.label.iter().chain(&word.description).cloned().collect::<Vec<_>>().join(": ");
            table.row([Line::new().strong(&word.name), Line::new().dim(look.count(word.count)), Line::new().plain(label)]);
        }
        vec![Block::Table(table)]
    }

    fn rows(&self) -> Option<Rows<'_>> {
        let rows = Rows::of(&["name", "count", "description"], &self.words, |word| {
            let cells =
                vec![word.name.as_str().into(), word.count.to_string().into(), word.description.as_deref().unwrap_or_default().into()];
            ("".into(), cells)
        });
        Some(rows.of_no_files())
    }
}
