//! What a query means, whatever it was typed as.
//!
//! A query has two parts. What is *wanted* ranks: a document that has every wanted thing comes first, one that has any is
//! found. What it *must* meet decides alone: filters, phrases in quotes, what is excluded.

use crate::base::date::Date;
use crate::base::lang::Msg;
use crate::text::words::{self, Language};

use super::order::Order;
use super::zone::Zone;

/// A query, ready to be asked of an index or of entries in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Every word, phrase and prefix in it, to which [`Node::Leaf`] points.
    pub leaves: Vec<Leaf>,
    /// The ranked things, one a word that was typed; a document is found if any leaf with [`Leaf::wanted`] matches.
    pub wanted: Vec<Node>,
    /// No word of it was chosen, as in a text that others are to be like: none has to be there, however few they are.
    pub loose: bool,
    /// What a document must meet to be found at all.
    pub must: Vec<Node>,
    /// Leaves that stand beside one another in what was typed, by their numbers: documents in which they stand close together come first.
    pub pairs: Vec<(usize, usize)>,
    /// The day on which it is asked, from which it is told how fresh a document is; `None` where that does not count.
    pub today: Option<Date>,
    /// What is looked for beside what was typed.
    pub also: Vec<Also>,
    /// The leaves that are looked for beside what was typed, by their numbers, and why.
    pub reasons: Vec<(usize, Reason)>,
    /// In what order the documents are to come, where it says so.
    pub order: Option<Order>,
    /// What a person should know about how it was understood.
    pub notes: Vec<Msg>,
}

impl Query {
    /// Whether nothing is asked, so that every document answers.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.must.is_empty()
    }

    /// Whether nothing in it ranks, so that documents come newest first.
    pub fn is_unranked(&self) -> bool {
        !self.leaves.iter().any(|leaf| leaf.weight > 0.0)
    }
}

/// Something that is looked for beside what was typed, because it may say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// Its words.
    pub words: String,
    /// Why.
    pub reason: Reason,
    /// What was typed that it stands for, folded.
    pub instead: String,
    /// Whether the community would rather not say it, so that nobody is told of it.
    pub avoided: bool,
}

/// Why something is looked for that was not typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The community's glossary says that it means the same.
    Glossary,
    /// It is the tag that the community has for it.
    Tag,
    /// It is a compound with a word, or a part of a compound.
    Compound,
    /// What was typed is nowhere, and this is written nearly so.
    Spelling,
}

impl Reason {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Glossary => "glossary",
            Self::Tag => "tag",
            Self::Compound => "compound",
            Self::Spelling => "spelling",
        }
    }
}

/// Something that is looked for in the text of documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// What.
    pub form: Form,
    /// Where; `None` is anywhere.
    pub zone: Option<Zone>,
    /// How much it counts in the score; 0 where it only decides, as under a `NOT`.
    pub weight: f64,
    /// Whether a document that matches it is found because of it.
    pub wanted: bool,
}

/// What a leaf looks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// One word.
    Word(Slot),
    /// Words one after the other in one block of a zone.
    Phrase(Vec<Slot>),
    /// Every word whose surface begins so.
    Prefix(String),
}

/// One word that is looked for: any of its terms will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The folded word.
    pub surface: String,
    /// The stem terms by which other inflections are found, one a language, and other words that count for it; empty where only the word
    /// itself will do.
    pub stems: Vec<String>,
}

impl Slot {
    /// A word in all its inflections, in every language that has stems.
    pub fn any(surface: &str) -> Self {
        let stems = Language::STEMMED.iter().filter_map(|language| words::stem_term(surface, *language)).collect();
        Self { surface: surface.to_owned(), stems }
    }

    /// Exactly this word, but for case and accents.
    pub fn exact(surface: &str) -> Self {
        Self { surface: surface.to_owned(), stems: Vec::new() }
    }

    /// Any of some words, as they are written; `None` without words.
    pub fn any_of(words: &[String]) -> Option<Self> {
        let (first, others) = words.split_first()?;
        Some(Self { surface: first.clone(), stems: others.to_vec() })
    }

    /// The index terms that it is found by.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.surface).chain(&self.stems).map(String::as_str)
    }
}

/// A condition.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// The leaf with this number matches.
    Leaf(usize),
    /// A filter.
    Filter(Filter),
    /// All of them; without any, everything.
    And(Vec<Self>),
    /// Any of them; without any, nothing.
    Or(Vec<Self>),
    /// Not this.
    Not(Box<Self>),
}

impl Node {
    /// Whether it holds, given which leaves match and which filters are met.
    pub fn holds(&self, leaf: &impl Fn(usize) -> bool, filter: &impl Fn(&Filter) -> bool) -> bool {
        match self {
            Self::Leaf(number) => leaf(*number),
            Self::Filter(one) => filter(one),
            Self::And(nodes) => nodes.iter().all(|node| node.holds(leaf, filter)),
            Self::Or(nodes) => nodes.iter().any(|node| node.holds(leaf, filter)),
            Self::Not(node) => !node.holds(leaf, filter),
        }
    }

    /// The leaf that a word was typed as; of other ways to say it the first. `None` for what is more than a word.
    pub fn first_leaf(&self) -> Option<usize> {
        match self {
            Self::Leaf(number) => Some(*number),
            Self::Or(nodes) => nodes.first().and_then(Self::first_leaf),
            Self::Filter(_) | Self::And(_) | Self::Not(_) => None,
        }
    }

    /// Calls `each` for every filter in it.
    pub fn each_filter<'a>(&'a self, each: &mut impl FnMut(&'a Filter)) {
        match self {
            Self::Leaf(_) => {}
            Self::Filter(filter) => each(filter),
            Self::And(nodes) | Self::Or(nodes) => nodes.iter().for_each(|node| node.each_filter(each)),
            Self::Not(node) => node.each_filter(each),
        }
    }
}

/// A condition on a document's filter terms, which [`super::term`] describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// It has one of these terms.
    OneOf(Vec<String>),
    /// It has a term that begins with this.
    StartsWith(String),
    /// It has a term from the one to the other, both included, in the order of their bytes.
    Between(String, String),
}

impl Filter {
    /// Whether a document's terms meet it.
    pub fn meets(&self, terms: &std::collections::BTreeSet<String>) -> bool {
        match self {
            Self::OneOf(wanted) => wanted.iter().any(|term| terms.contains(term)),
            Self::StartsWith(start) => terms.range(start.clone()..).next().is_some_and(|term| term.starts_with(start.as_str())),
            Self::Between(from, to) => from <= to && terms.range(from.clone()..=to.clone()).next().is_some(),
        }
    }

    /// Whether one term meets it.
    pub fn is_met_by(&self, term: &str) -> bool {
        match self {
            Self::OneOf(wanted) => wanted.iter().any(|wanted| wanted == term),
            Self::StartsWith(start) => term.starts_with(start.as_str()),
            Self::Between(from, to) => from.as_str() <= term && term <= to.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Filter, Node, Slot};

    #[test]
    fn filters_look_at_terms() {
        let terms = ["created#2026-03-01", "kind=practice", "path=a/b.md"].map(str::to_owned).into();
        for (filter, expected) in [
            (Filter::OneOf(vec!["kind=question".into(), "kind=practice".into()]), true),
            (Filter::OneOf(vec![]), false),
            (Filter::StartsWith("path=a/".into()), true),
            (Filter::StartsWith("path=b".into()), false),
            (Filter::Between("created#2026-03-01".into(), "created#2026-03-31".into()), true),
            (Filter::Between("created#2026-03-02".into(), "created#9".into()), false),
            (Filter::Between("created#9".into(), "created#1".into()), false),
        ] {
            assert_eq!(filter.meets(&terms), expected, "{filter:?}");
        }
    }

    #[test]
    fn conditions_combine() {
        let leaf = |number| number == 1;
        let filter = |_: &Filter| false;
        let holds = |node: Node| node.holds(&leaf, &filter);
        assert!(holds(Node::And(vec![])) && !holds(Node::Or(vec![])));
        assert!(holds(Node::And(vec![Node::Leaf(1), Node::Not(Box::new(Node::Leaf(0)))])));
        assert!(holds(Node::Or(vec![Node::Leaf(0), Node::Leaf(1)])));
    }

    #[test]
    fn a_word_is_looked_for_in_every_language() {
        assert_eq!(Slot::any("vragen").terms().collect::<Vec<_>>(), ["vragen", "\u{1}evragen", "\u{1}nvraag"]);
        assert_eq!(Slot::exact("vragen").terms().count(), 1);
    }
}
