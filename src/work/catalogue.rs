//! What there is to find, asked through the session.

use std::cmp::Ordering;

use crate::base::error::Result;
use crate::base::fold::fold;
use crate::base::nearest::several;
use crate::model::contribution::life;
use crate::model::history::Identity;
use crate::model::query::ast::Query;
use crate::model::query::card::Card;
use crate::model::query::entry::Entry;
use crate::model::query::of_document::{Past, entry, value_type};
use crate::model::query::scan::scan;
use crate::model::query::term::{self, ValueType};
use crate::text::words::surfaces;

use super::past;
use super::search::{Order, Page};
use super::session::Session;

/// A page of what was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// How many documents there are in all.
    pub total: usize,
    /// No document has every word.
    pub relaxed: bool,
    /// The documents of the page with their scores; without a score where nothing ranks.
    pub cards: Vec<(Card, Option<f64>)>,
}

/// Everything there is to find in a community, read from its files.
pub fn entries(session: &Session) -> Vec<Entry> {
    let community = session.community();
    let history = session.history_if_any();
    let authors = session.authors().ok();
    let prefix = session.prefix();
    let read = |(at, document): (usize, &std::sync::Arc<crate::model::document::Document>)| {
        let kind = community.kind(document);
        let past = match (history, authors) {
            (Some(history), Some(authors)) => {
                let life = life(history, authors, &format!("{prefix}{}", document.path));
                past::of(&life, authors, kind.parent.is_some(), kind.relation("accepted").is_some())
            }
            _ => Past::default(),
        };
        let has_children = community.settings.kinds.all().iter().any(|child| child.parent.as_deref() == Some(kind.name.as_str()));
        let answers = has_children.then(|| community.children(at).count() as u32);
        entry(document, &community.settings, &past, answers)
    };
    community.documents().iter().enumerate().map(read).collect()
}

impl Session {
    /// The documents that a query finds.
    ///
    /// # Errors
    /// What there is to find can't be had.
    pub fn find(&self, query: &Query, page: Page) -> Result<Found> {
        let entries = self.entries();
        let found = scan(query, entries);
        let ranked = !query.is_unranked();
        let mut cards: Vec<(&Card, f64)> = found.hits.iter().map(|hit| (&entries[hit.entry].card, hit.score)).collect();
        let order = page.order.unwrap_or(if ranked { Order::Score } else { Order::Newest });
        if order != Order::Score {
            cards.sort_by(|a, b| compare(order, a.0, b.0));
        }
        let cards = cards.into_iter().skip(page.offset).take(page.limit.unwrap_or(usize::MAX));
        let cards = cards.map(|(card, score)| (card.clone(), ranked.then_some(score))).collect();
        Ok(Found { total: if found.relaxed { found.hits.len() } else { found.total }, relaxed: found.relaxed, cards })
    }

    /// The front-matter keys that can be asked for, with how their values are compared.
    ///
    /// # Errors
    /// What there is to find can't be had.
    pub fn keys(&self) -> Result<Vec<(String, ValueType)>> {
        let mut keys: Vec<(String, ValueType)> = Vec::new();
        for kind in self.settings().kinds.all() {
            for field in &kind.fields {
                for name in field.keys.iter().chain([&field.name]) {
                    keys.push((term::key(name), value_type(field.kind)));
                }
            }
            keys.extend(kind.relations.iter().map(|relation| (term::key(&relation.name), ValueType::Text)));
        }
        for entry in self.entries() {
            let has = entry.terms.iter().filter_map(|term| term.strip_prefix("has="));
            keys.extend(has.map(|key| (key.to_owned(), ValueType::Text)));
        }
        let mut known: Vec<(String, ValueType)> = Vec::with_capacity(keys.len());
        for (key, kind) in keys {
            if !known.iter().any(|(other, _)| *other == key) {
                known.push((key, kind));
            }
        }
        Ok(known)
    }

    /// Whether any document has a value under a key.
    pub fn has_value(&self, key: &str, value: &str) -> bool {
        let wanted = term::value(&term::key(key), ValueType::Text, value);
        self.entries().iter().any(|entry| entry.terms.contains(&wanted))
    }

    /// The handle of who asks, by what their git says.
    pub fn me(&self) -> Option<String> {
        let (name, email) = self.repo()?.identity()?;
        self.community().people().by_identity(&Identity { name, email }).map(|member| member.handle.clone())
    }

    /// The handle of a member who is meant by a handle or a name.
    pub fn handle_of(&self, typed: &str) -> Option<String> {
        let people = self.community().people();
        if let Some(member) = people.by_handle(typed) {
            return Some(member.handle.clone());
        }
        let wanted = fold(typed.trim()).into_owned();
        let named: Vec<_> = people
            .members()
            .iter()
            .filter(|member| fold(&member.name).split_whitespace().any(|part| part == wanted) || fold(&member.name) == wanted)
            .collect();
        if let [one] = named.as_slice() { Some(one.handle.clone()) } else { None }
    }

    /// The title of the document with a ref, or with a name that only it has.
    pub fn title_of(&self, reference: &str) -> Option<String> {
        let community = self.community();
        match community.find(reference) {
            crate::model::names::Found::One(at) => Some(community.documents()[at].title.clone()),
            _ => None,
        }
    }

    /// Words of the community that are nearly those of a text which are not among them.
    ///
    /// # Errors
    /// What there is to find can't be had.
    pub fn near_words(&self, text: &str) -> Result<Vec<String>> {
        let mut known = std::collections::BTreeSet::new();
        for entry in self.entries() {
            known.extend(entry.zones.iter().flat_map(|zone| zone.iter().map(|word| word.surface.to_owned())));
        }
        let strangers = surfaces(text).into_iter().filter(|word| word.chars().count() > 3 && !known.contains(word));
        let near = strangers.filter_map(|word| several(&word, known.iter().map(String::as_str), 1).first().map(|near| (*near).to_owned()));
        Ok(near.take(5).collect())
    }
}

/// Which of two documents comes first in an order; equals in the order of their paths.
fn compare(order: Order, a: &Card, b: &Card) -> Ordering {
    let newest = |a: &Card, b: &Card| b.created.or(b.updated).cmp(&a.created.or(a.updated));
    let first = match order {
        Order::Score | Order::Newest => newest(a, b),
        Order::Oldest => newest(b, a),
        Order::Updated => b.updated.cmp(&a.updated),
        Order::Title => fold(&a.title).cmp(&fold(&b.title)),
    };
    first.then_with(|| a.path.cmp(&b.path))
}
