//! What a query's words may mean in one community.

use crate::base::date::Date;
use crate::base::lang::Lang;
use crate::text::words::Language;

use super::ast::{Node, Reason};
use super::term::ValueType;

/// A name that means nothing here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown {
    /// The nearest names that do, nearest first.
    pub nearest: Vec<String>,
    /// Whether none is near, so that these are all there are.
    pub are_all: bool,
}

/// Other words of the community for one that is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wider {
    /// The compounds with it.
    pub compounds: Vec<String>,
    /// The two words that it is a compound of.
    pub parts: Option<[String; 2]>,
    /// What may have been meant, where no document has it; the likeliest first.
    pub corrections: Vec<String>,
}

/// Another name of something, by the glossary or the list of tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherName {
    /// The name.
    pub name: String,
    /// Whether it is one that should not be said, and is all the same.
    pub avoided: bool,
    /// Who says so.
    pub reason: Reason,
}

/// What the parser asks about the community.
pub trait Vocabulary {
    /// What day it is there.
    fn today(&self) -> Date;

    /// The language of who asks, in whose words names are proposed.
    fn lang(&self) -> Lang {
        Lang::En
    }

    /// The handle of who asks, if they are a member.
    fn me(&self) -> Option<String>;

    /// The name of the kind that is meant, in any language cop knows, singular or plural.
    fn kind(&self, typed: &str) -> Result<String, Unknown>;

    /// The names of the states that are meant, of whatever kinds; in any language, in any spelling a kind allows.
    fn states(&self, typed: &str) -> Result<Vec<String>, Unknown>;

    /// How the values of a front-matter key are compared, given as [`term::key`](super::term::key) folds it; `None` for a key
    /// that no document has and no kind knows.
    fn key(&self, key: &str) -> Option<ValueType>;

    /// All those keys, to propose the nearest.
    fn keys(&self) -> Vec<String>;

    /// The key of the field that is called so for readers, in any language; given folded, as in [`Vocabulary::key`].
    fn labelled(&self, label: &str) -> Option<String> {
        let _ = label;
        None
    }

    /// The languages with stems in which a word is one, where that can be told; `None` where any will do.
    fn languages(&self, surface: &str) -> Option<Vec<Language>> {
        let _ = surface;
        None
    }

    /// The tags that count as the one that is meant: the tag itself, what its synonyms lead to, and the narrower ones below it.
    fn tags(&self, typed: &str) -> Vec<String> {
        vec![typed.to_owned()]
    }

    /// Other words for a word; of a query of few words also those that are compounds with it.
    fn wider(&self, surface: &str, few: bool) -> Wider {
        let _ = (surface, few);
        Wider::default()
    }

    /// What else each of some names is called, by the glossary.
    fn other_names(&self, names: &[String]) -> Vec<Vec<OtherName>> {
        vec![Vec::new(); names.len()]
    }

    /// The documents that stand in a relation, given as [`term::key`](super::term::key) folds its name, to the one that is called so;
    /// of `*` those that stand in it to any. `None` for a key that is no relation, and where what is typed is rather the beginning of what
    /// stands there, or something that no document is and that stands there all the same.
    fn related(&self, key: &str, typed: &str) -> Option<Result<Node, Unknown>> {
        let _ = (key, typed);
        None
    }

    /// Whether a key, given as [`term::key`](super::term::key) folds it, is the name of a relation between documents.
    fn is_relation(&self, key: &str) -> bool {
        let _ = key;
        false
    }

    /// Whether a key is a relation and a document is called so: by any name that is one word, by its whole title where it is more.
    fn is_called(&self, key: &str, typed: &str) -> bool {
        let _ = (key, typed);
        false
    }

    /// Whether a document has this whole value under a key, or the community agreed on it as a tag.
    fn has_value(&self, key: &str, typed: &str) -> bool {
        let _ = (key, typed);
        false
    }

    /// The name and the query of a search that the community has given a name.
    fn search(&self, typed: &str) -> Result<(&str, &str), Unknown> {
        let _ = typed;
        Err(Unknown::default())
    }

    /// The handle of a member whose handle or name is meant; `None` leaves what was typed.
    fn person(&self, typed: &str) -> Option<String> {
        let _ = typed;
        None
    }
}
