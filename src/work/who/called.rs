//! Whether a document is called what is asked about: by the words themselves, or by another name that the glossary has for them.

use crate::model::query::ast::{Query, Reason};
use crate::model::query::card::Card;
use crate::text::words::surfaces;
use crate::work::telling::{Word, telling};

/// Words of so many letters can be told from longer ones that begin so.
const STEM: usize = 4;

/// What some of the words may be called otherwise.
#[derive(Clone, Debug)]
pub(super) struct Otherwise {
    instead: Vec<Word>,
    name: Vec<Word>,
}

/// What the words of a query may be called otherwise: by the glossary, or because they were mistyped. A compound is another thing.
pub(super) fn otherwise(query: &Query) -> Vec<Otherwise> {
    let names = query.also.iter().filter(|also| also.reason != Reason::Compound);
    let both = names.map(|also| Otherwise { instead: telling(&also.instead), name: telling(&also.words) });
    both.filter(|both| !both.instead.is_empty() && !both.name.is_empty()).collect()
}

/// What is asked about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    /// Its words.
    pub(super) words: &'a [Word],
    /// What they may be called otherwise.
    pub(super) otherwise: &'a [Otherwise],
}

impl Asked<'_> {
    /// Whether all of it stands in what a document is called: its title, other names and tags. A longer word that begins with one has it too,
    /// as a `Dockerfile` has Docker.
    pub(super) fn is_called(self, card: &Card) -> bool {
        let names = std::iter::once(&card.title).chain(&card.aliases).chain(&card.tags);
        let own: Vec<Word> = names.flat_map(|name| surfaces(name)).map(|word| Word::of(&word)).collect();
        let begins = |own: &Word, word: &Word| word.surface.chars().count() >= STEM && own.surface.starts_with(&word.surface);
        let is_there = |word: &Word| own.iter().any(|own| own.is_near(word) || begins(own, word));
        let is_otherwise = |word: &Word| self.otherwise.iter().any(|one| one.instead.contains(word) && one.name.iter().all(is_there));
        !self.words.is_empty() && self.words.iter().all(|word| is_there(word) || is_otherwise(word))
    }

    /// Whether a document is called by all of it and no other word that tells, by its title or another name.
    pub(super) fn is_whole(self, card: &Card) -> bool {
        let is_all = |wanted: &[Word], own: &[Word]| {
            !wanted.is_empty() && own.len() == wanted.len() && wanted.iter().all(|word| own.iter().any(|own| own.is_near(word)))
        };
        let stands_for_all = |one: &&Otherwise| !self.words.is_empty() && self.words.iter().all(|word| one.instead.contains(word));
        std::iter::once(&card.title).chain(&card.aliases).any(|name| {
            let own = telling(name);
            is_all(self.words, &own) || self.otherwise.iter().filter(stands_for_all).any(|one| is_all(&one.name, &own))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Otherwise, telling};
    use crate::model::query::card::Card;

    #[test]
    fn a_document_is_called_so_by_another_name_too() {
        let otherwise = [Otherwise { instead: telling("dr"), name: telling("decision record") }];
        for (asked, title, called, whole) in [
            ("dr", "Decision records", true, true),
            ("dr", "DR", true, true),
            ("dr", "Write a decision record early", true, false),
            ("dr template", "Template of a decision record", true, false),
            ("dr template", "Decision record", false, false),
            ("dr", "Records of a meeting", false, false),
            ("template", "Decision record", false, false),
        ] {
            let (words, card) = (telling(asked), Card { title: title.into(), ..Card::default() });
            let asked_about = Asked { words: &words, otherwise: &otherwise };
            assert_eq!((asked_about.is_called(&card), asked_about.is_whole(&card)), (called, whole), "{asked}: {title}");
        }
    }
}
