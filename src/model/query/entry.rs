//! What there is to find: a document as words in zones and as filter terms.
//!
//! It knows nothing of how documents are read: whoever has one fills an entry, and the index and the in-memory scan consume it.

use std::collections::BTreeSet;

use crate::base::date::Date;
use crate::text::words::{self, Language};

use super::ast::Filter;
use super::card::Card;
use super::kin::{Kin, Sharing};
use super::term::{self, ValueType};
use super::zone::Zone;

/// How far apart two blocks of one zone stand, so that no phrase reaches from one into the next.
const GAP: u32 = 16;

/// A document, ready to be found.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What a list shows.
    pub card: Card,
    /// Whose stems its words have.
    pub language: Language,
    /// Its words, in the order of [`Zone::ALL`].
    pub zones: [ZoneWords; Zone::COUNT],
    /// Its filter terms, as [`term`] describes them, but for those of its names, which [`each_name`] gives.
    pub terms: BTreeSet<String>,
    /// The names by which it finds what it stands below.
    pub kin: Kin,
    /// Whether what stands below it stands below its translations too.
    pub sharing: Sharing,
}

impl Entry {
    /// An entry with what its card says: the title and tags as words, and every field of the card as terms.
    pub fn new(card: Card, language: Language) -> Self {
        let kin = Kin { reference: card.reference.clone(), ..Kin::default() };
        let mut entry = Self { card, language, zones: Default::default(), terms: BTreeSet::new(), kin, sharing: Sharing::default() };
        let card = Card { stems: language, ..std::mem::take(&mut entry.card) };
        entry.text(Zone::Title, &card.title);
        for tag in &card.tags {
            entry.text(Zone::Label, tag);
        }
        entry.field("kind", ValueType::Text, [&card.kind]);
        entry.field("status", ValueType::Text, &card.state);
        entry.field("tag", ValueType::Tag, &card.tags);
        entry.field("steward", ValueType::Person, &card.steward);
        // What a path, a ref and a title say is asked otherwise; that there is one can be asked too.
        for (key, text) in [("path", &card.path), ("ref", &card.reference), ("title", &card.title)] {
            if !text.trim().is_empty() {
                entry.terms.insert(term::has(key));
            }
        }
        entry.language_terms(&card.lang);
        entry.terms.extend(term::stems(language));
        let dates = [("created", card.created), ("updated", card.updated), ("reviewed", card.reviewed), ("next_review", card.next_review)];
        for (key, date) in dates {
            entry.date(key, date);
        }
        let flags = [("open", card.open), ("retired", card.retired), ("unanswered", card.answers == Some(0) && !card.retired)];
        entry.terms.extend(flags.into_iter().filter(|(_, holds)| *holds).map(|(flag, _)| term::is(flag)));
        if card.answers.is_some_and(|answers| answers > 0) {
            entry.terms.insert(term::has("answer"));
        }
        entry.card = card;
        entry
    }

    /// Adds a block of text, such as a paragraph, a heading or an alias, to a zone.
    pub fn text(&mut self, zone: Zone, text: &str) {
        self.zones[zone.place()].push(text);
    }

    /// Adds the values of a key as terms: `key=value`, `key#value` for dates and numbers, and `has=key` if there is a value.
    pub fn field(&mut self, key: &str, kind: ValueType, values: impl IntoIterator<Item = impl AsRef<str>>) {
        let key = term::key(key);
        if term::DERIVED.contains(&key.as_str()) {
            return;
        }
        let mut filled = false;
        for text in values {
            let text = text.as_ref().trim();
            if text.is_empty() {
                continue;
            }
            filled = true;
            self.terms.insert(term::value(&key, kind, text));
            match kind {
                ValueType::Date => self.terms.extend(Date::parse(text).map(|date| term::date(&key, date))),
                ValueType::Number => self.terms.extend(term::read_number(text).map(|number| term::number(&key, number))),
                ValueType::Text | ValueType::Tag | ValueType::Person => {}
            }
        }
        if filled {
            self.terms.insert(term::has(&key));
        }
    }

    /// Whether one of its terms or names meets a filter.
    pub fn meets(&self, filter: &Filter) -> bool {
        let mut is_called_so = false;
        each_name(&self.card.reference, &self.card.path, |name| is_called_so |= filter.is_met_by(name));
        is_called_so || filter.meets(&self.terms)
    }

    /// How long each zone is, as the ranking takes it.
    pub fn lengths(&self) -> [u32; Zone::COUNT] {
        Zone::ALL.map(|zone| self.zones[zone.place()].length())
    }

    fn date(&mut self, key: &str, date: Option<Date>) {
        self.field(key, ValueType::Date, date.map(|date| date.to_string()));
    }

    /// `en-GB` is also `en`.
    fn language_terms(&mut self, tag: &str) {
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        self.field("lang", ValueType::Text, [tag, first]);
    }
}

/// Calls `each` for the terms of a document's path and ref: the ref whole and without its first parts, since `practice/git/rebasing` is
/// also `git/rebasing` and `rebasing`.
///
/// They follow from the card, and no two documents share them, so an index need not keep them.
pub fn each_name(reference: &str, path: &str, mut each: impl FnMut(&str)) {
    let mut name = String::new();
    let mut of = |key: &str, text: &str| {
        if text.is_empty() {
            return;
        }
        name.clear();
        if is_plain(text) {
            name.extend([key, "=", text]);
        } else {
            name.push_str(&term::value(key, ValueType::Text, text));
        }
        each(&name);
    };
    of("path", path.trim());
    let mut rest = reference.trim();
    of("ref", rest);
    while let Some((_, tail)) = rest.split_once('/') {
        of("ref", tail.trim());
        rest = tail;
    }
}

/// Whether a name is its own fold, as most are.
fn is_plain(text: &str) -> bool {
    text.len() <= term::LONGEST && text.bytes().all(|byte| byte.is_ascii_graphic() && !byte.is_ascii_uppercase())
}

/// Whether a document is called by one of some terms, as [`each_name`] gives them; of a few quicker than by making the names.
pub fn is_called(reference: &str, path: &str, terms: &[String]) -> bool {
    if !is_plain(reference) || !is_plain(path) {
        let mut is_called = false;
        each_name(reference, path, |name| is_called |= terms.iter().any(|term| term == name));
        return is_called;
    }
    let ends = |name: &str| reference.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('/'));
    terms.iter().any(|term| match term.split_once('=') {
        Some(("path", name)) => path == name && !name.is_empty(),
        Some(("ref", name)) => !name.is_empty() && ends(name),
        _ => false,
    })
}

/// What stands in [`ZoneWords::packed`] in place of a word's length where a place follows, up to a line end; no word is so long.
const PLACE: char = '\u{7f}';
const _: () = assert!(words::LONGEST < PLACE as usize, "a length is told from a place");

/// The words of one zone, with their places.
///
/// They are kept in the form in which an index takes them, because most of its work is to hand words on.
#[derive(Clone, Debug, Default)]
pub struct ZoneWords {
    packed: String,
    words: u32,
    /// The place of the next word, if it follows the last one.
    follows: u32,
}

/// A word of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence<'a> {
    /// The folded word, an index term as it stands.
    pub surface: &'a str,
    /// Its place among the words of the zone; there is a gap between blocks, and the parts of an identifier stand where it does.
    pub position: u32,
}

impl ZoneWords {
    fn push(&mut self, text: &str) {
        let first = if self.words == 0 { 0 } else { self.follows.saturating_add(GAP - 1) };
        self.packed.reserve(text.len());
        // Stems follow from the words and the language; who needs them makes them.
        words::words(text, Language::Other, |word| {
            let position = first.saturating_add(word.position);
            if position != self.follows {
                self.packed.push(PLACE);
                self.packed.push_str(&position.to_string());
                self.packed.push('\n');
            }
            self.packed.push(char::from(word.surface.len() as u8));
            self.packed.push_str(word.surface);
            self.words += u32::from(!word.is_part);
            self.follows = position.saturating_add(1);
        });
    }

    /// The words one after the other, before each its length in bytes as a character, and where the next word stands if it does not follow the
    /// last; [`Occurrences`] reads them.
    pub fn packed(&self) -> &str {
        &self.packed
    }

    /// The words, in order.
    pub fn iter(&self) -> Occurrences<'_> {
        Occurrences::of(&self.packed)
    }

    /// How long the zone is: the number of its words, their parts not counted.
    pub fn length(&self) -> u32 {
        self.words
    }
}

impl<'a> IntoIterator for &'a ZoneWords {
    type Item = Occurrence<'a>;
    type IntoIter = Occurrences<'a>;

    fn into_iter(self) -> Occurrences<'a> {
        self.iter()
    }
}

/// Reads the words of [`ZoneWords::packed`].
#[derive(Clone, Debug)]
pub struct Occurrences<'a> {
    rest: &'a str,
    next: u32,
}

impl<'a> Occurrences<'a> {
    /// The words of a zone, as it gives them.
    pub fn of(packed: &'a str) -> Self {
        Self { rest: packed, next: 0 }
    }

    /// Takes in a place, which the rest begins with.
    fn take_place(&mut self) {
        let (place, rest) = self.rest[PLACE.len_utf8()..].split_once('\n').unwrap_or_default();
        self.rest = rest;
        self.next = place.parse().unwrap_or(self.next);
    }
}

impl<'a> Iterator for Occurrences<'a> {
    type Item = Occurrence<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.starts_with(PLACE) {
            self.take_place();
        }
        let long = usize::from(*self.rest.as_bytes().first()?);
        let surface = self.rest.get(1..=long)?;
        self.rest = self.rest.get(1 + long..)?;
        let position = self.next;
        self.next = position.saturating_add(1);
        Some(Occurrence { surface, position })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Card, Entry, Filter, GAP, Language, ValueType, Zone};

    fn sample() -> Entry {
        let card = Card {
            reference: "practice/git/rebasing".into(),
            path: "practices/git/rebasing.md".into(),
            kind: "practice".into(),
            title: "Rebasing without Fear".into(),
            tags: vec!["Version Control".into()],
            lang: "en-GB".into(),
            created: crate::base::date::Date::parse("2026-03-01"),
            answers: Some(0),
            ..Card::default()
        };
        Entry::new(card, Language::English)
    }

    #[test]
    fn a_card_gives_terms_and_words() {
        let entry = sample();
        for term in [
            "kind=practice",
            "tag=version-control",
            "lang=en",
            "lang=en-gb",
            "created#2026-03-01",
            "created=2026-03-01",
            "has=created",
            "is=unanswered",
        ] {
            assert!(entry.terms.contains(term), "{term} in {:?}", entry.terms);
        }
        for (name, is_its) in
            [("ref=rebasing", true), ("ref=git/rebasing", true), ("path=practices/git/rebasing.md", true), ("ref=git", false)]
        {
            assert_eq!(entry.meets(&Filter::OneOf(vec![name.into()])), is_its, "{name}");
        }
        for term in ["has=steward", "has=status", "is=open", "has=answer"] {
            assert!(!entry.terms.contains(term), "{term}");
        }
        let title: Vec<_> = entry.zones[Zone::Title.place()].iter().map(|word| (word.surface, word.position)).collect();
        assert_eq!(title, [("rebasing", 0), ("without", 1), ("fear", 2)]);
        assert_eq!(entry.lengths(), [3, 0, 2, 0, 0]);
    }

    #[test]
    fn blocks_stand_apart() {
        let mut entry = sample();
        entry.text(Zone::Body, "one two");
        entry.text(Zone::Body, " ");
        entry.text(Zone::Body, "three");
        let positions: Vec<_> = entry.zones[Zone::Body.place()].iter().map(|word| (word.surface, word.position)).collect();
        assert_eq!(positions, [("one", 0), ("two", 1), ("three", 1 + GAP)]);
    }

    #[test]
    fn the_parts_of_an_identifier_stand_where_it_does() {
        let mut entry = sample();
        entry.text(Zone::Body, "use snake_case here");
        let body = &entry.zones[Zone::Body.place()];
        let positions: Vec<_> = body.iter().map(|word| (word.surface, word.position)).collect();
        assert_eq!(positions, [("use", 0), ("snake_case", 1), ("snake", 1), ("case", 1), ("here", 2)]);
        assert_eq!(body.length(), 3, "parts make nothing longer");
    }

    #[test]
    fn fields_become_terms_of_their_type() {
        let mut entry = sample();
        entry.field("Review_By", ValueType::Date, ["2027-01-01T10:00", "soon"]);
        entry.field("votes", ValueType::Number, ["3,5"]);
        entry.field("empty", ValueType::Text, [" "]);
        for term in ["review-by#2027-01-01", "review-by=soon", "votes=3,5", "has=votes"] {
            assert!(entry.terms.contains(term), "{term} in {:?}", entry.terms);
        }
        assert!(entry.terms.contains(&super::term::number("votes", 3.5)));
        assert!(!entry.terms.contains("has=empty"));
    }

    proptest! {
        #[test]
        fn who_is_called_so_has_such_a_name(
            reference in "[aA \u{e9}/]{0,6}",
            path in "[aA /.]{0,4}",
            terms in prop::collection::vec("(path=|ref=|tag=)[a e/.]{0,4}", 0..4),
        ) {
            let mut expected = false;
            super::each_name(&reference, &path, |name| expected |= terms.iter().any(|term| term == name));
            prop_assert_eq!(super::is_called(&reference, &path, &terms), expected);
        }
    }
}
