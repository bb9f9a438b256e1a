//! Words: how a text is cut, folded and stemmed, the same for the index, a query and the site.
//!
//! A word of a text is found by up to two terms:
//!
//! | term | form | finds |
//! | --- | --- | --- |
//! | surface | the folded word, `mailboxes` | the word as it was typed, whatever its case and accents |
//! | stem | [`STEM`], then `e` or `n`, then the stem: `␁emailbox` | every inflection of the word, in texts of that language |
//!
//! Every word of an English or Dutch text has both; a word of a text in another language has its surface only. The mark keeps an English
//! stem from meeting a Dutch one, or a surface.

mod cut;
pub mod function;
mod identifiers;
mod signed;
mod stems;

use std::borrow::Cow;
use std::ops::Range;

use crate::base::fold::fold;
use crate::base::lines::floor_char_boundary;

/// What a stem term begins with; no surface contains it.
pub const STEM: char = '\u{1}';

/// The longest a surface is, in bytes; of a longer word the beginning counts.
pub const LONGEST: usize = 80;

/// Counts up whenever a text can come out in other terms than before, so that an index made earlier is made again.
pub const VERSION: u32 = 4;

/// How much of a text its language is guessed from, in bytes.
const GUESSED_FROM: usize = 1_000;

/// A language as far as words are concerned: which stems its words have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Language {
    /// English stems.
    English,
    /// Dutch stems.
    Dutch,
    /// No stems: words count as they are written.
    #[default]
    Other,
}

impl Language {
    /// Those that have stems.
    pub const STEMMED: [Self; 2] = [Self::English, Self::Dutch];

    /// The language of a BCP 47 tag.
    pub fn of(tag: &str) -> Self {
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        match first.to_ascii_lowercase().as_str() {
            "en" | "eng" => Self::English,
            "nl" | "nld" | "dut" => Self::Dutch,
            _ => Self::Other,
        }
    }

    /// The language that the beginning of a text seems to be in; of a text without letters, `None`.
    pub fn guess(text: &str) -> Option<Self> {
        let beginning = &text[..floor_char_boundary(text, GUESSED_FROM)];
        if !beginning.contains(char::is_alphabetic) {
            return None;
        }
        Some(match whichlang::detect_language(beginning) {
            whichlang::Lang::Eng => Self::English,
            whichlang::Lang::Nld => Self::Dutch,
            _ => Self::Other,
        })
    }

    /// The language whose stem a stem term is.
    pub fn of_stem_term(term: &str) -> Option<Self> {
        let mark = term.strip_prefix(STEM)?.chars().next();
        Self::STEMMED.into_iter().find(|language| language.mark() == mark)
    }

    /// The letter that marks its stems.
    fn mark(self) -> Option<char> {
        match self {
            Self::English => Some('e'),
            Self::Dutch => Some('n'),
            Self::Other => None,
        }
    }
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word, folded.
    pub surface: &'a str,
    /// Its stem, without a mark; `None` in a language that has none.
    pub stem: Option<&'a str>,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// How many words stand before it, parts not counted.
    pub position: u32,
    /// Whether it is a part of the word before it that is none (`case` in `camelCase`), or that word with its sign (`c++`), whose place it shares.
    pub is_part: bool,
}

/// Calls `each` for every word of a text, in order.
///
/// Words are what Unicode's word boundaries make of the text, with these choices:
///
/// - an apostrophe inside a word belongs to it (`foto's`, `it's`), as does `_` (`snake_case`), but not at its edges;
/// - a point holds a number together (`v1.2`, `3.14`) and parts everything else (`example.com`, `e.g.`), as do `-`, `/`, `,` and `:`;
/// - a Chinese character or a kana is a word of its own;
/// - an identifier (`camelCase`, `HTTPServer`, `snake_case`) is a word, and after it come its parts, each a word **at the same place**. So what stands
///   around it keeps its distance, and `"use camelCase here"` is a phrase, whatever its capitals; that the parts are none of `"camel case"` is the price;
/// - after the letter of `C++` or `C#`, and the word of `.NET`, comes the name with its sign, at the same place.
pub fn words(text: &str, language: Language, mut each: impl FnMut(Word<'_>)) {
    let mut position = 0;
    let mut surface = String::with_capacity(LONGEST);
    stems::with(language, |stems| {
        cut::cut(text, |range, plain| {
            if plain && range.len() <= LONGEST {
                let surface = &text[range.clone()];
                let stem = stems.as_mut().map(|stems| stems.stem(surface));
                each(Word { surface, stem, range: range.clone(), position, is_part: false });
                with_sign(text, &range, stems, position, &mut each);
                position += 1;
                return;
            }
            surface.clear();
            push_surface(&mut surface, &text[range.clone()]);
            if surface.is_empty() {
                return;
            }
            let stem = stems.as_mut().map(|stems| stems.stem(&surface));
            each(Word { surface: &surface, stem, range: range.clone(), position, is_part: false });
            with_sign(text, &range, stems, position, &mut each);
            if range.len() <= LONGEST && identifiers::may_have_parts(&text[range.clone()]) {
                parts(text, &range, |surface, range| {
                    let stem = stems.as_mut().map(|stems| stems.stem(surface));
                    each(Word { surface, stem, range, position, is_part: true });
                });
            }
            position += 1;
        });
    });
}

/// Calls `each` for the name that a word is with the signs around it, if it is one.
fn with_sign(text: &str, range: &Range<usize>, stems: &mut Option<Box<stems::Stems>>, position: u32, each: &mut impl FnMut(Word<'_>)) {
    // Asked of every word of every text, so what is none is told apart at once.
    if range.len() != 1 && range.len() != 3 {
        return;
    }
    let Some((before, behind)) = signed::signs(text, range) else { return };
    let name = format!("{before}{}{behind}", text[range.clone()].to_ascii_lowercase());
    let stem = stems.as_mut().map(|stems| stems.stem(&name));
    each(Word { surface: &name, stem, range: range.clone(), position, is_part: true });
}

/// Calls `each` for the parts of a word, each once, with its surface and its bytes in the text.
fn parts(text: &str, word: &Range<usize>, mut each: impl FnMut(&str, Range<usize>)) {
    let mut seen: Vec<String> = Vec::new();
    identifiers::each_part(&text[word.clone()], |part| {
        let range = word.start + part.start..word.start + part.end;
        let mut surface = String::new();
        push_surface(&mut surface, &text[range.clone()]);
        if !surface.is_empty() && !seen.contains(&surface) {
            each(&surface, range);
            seen.push(surface);
        }
    });
}

/// The surfaces of the words of a text, in order; those of identifiers whole.
pub fn surfaces(text: &str) -> Vec<String> {
    let mut surfaces = Vec::new();
    words(text, Language::Other, |word| {
        if !word.is_part {
            surfaces.push(word.surface.to_owned());
        }
    });
    surfaces
}

/// The stem term of a surface in a language that has stems.
pub fn stem_term(surface: &str, language: Language) -> Option<String> {
    let mut term = String::with_capacity(surface.len() + 2);
    // Words that are asked for one by one are hardly ever the same, so what is remembered for texts would be made for nothing.
    stems::with(language, |stems| push_stem_term(&mut term, stems.as_mut()?.stem_once(surface), language));
    (!term.is_empty()).then_some(term)
}

/// Whether a folded word is a Dutch one that says only where, when or how much, and so shares a stem with no other word.
pub fn stands_alone(surface: &str) -> bool {
    stems::is_alone(surface)
}

/// Whether a word could have a stem, told from how both begin: a stemmer keeps the first letter of a word, but for the Dutch
/// `ge`, and for a `v` or `z` that is all that is left (of `v's`) and is spelled as it sounds.
pub fn may_have_stem(surface: &str, stem_term: &str) -> bool {
    let bare = stem_term.get(2..).unwrap_or_default();
    let first = surface.chars().next();
    surface.starts_with("ge") || first == bare.chars().next() || matches!((first, bare), (Some('v'), "f") | (Some('z'), "s"))
}

/// Adds the term of a stem to a text; nothing for a language without stems.
pub fn push_stem_term(out: &mut String, stem: &str, language: Language) -> Option<()> {
    let mark = language.mark()?;
    out.push(STEM);
    out.push(mark);
    out.push_str(stem);
    Some(())
}

/// Adds what a word is folded to.
fn push_surface(out: &mut String, word: &str) {
    if word.is_ascii() {
        out.push_str(&word[..word.len().min(LONGEST)]);
        out.make_ascii_lowercase();
        return;
    }
    // Compatibility forms can fold into spaces, and what nobody sees (soft hyphens, joiners) nobody types.
    let folded: Cow<'_, str> = fold(word);
    out.extend(folded.chars().filter(|letter| !is_unseen(*letter) && !letter.is_whitespace() && !letter.is_control()));
    out.truncate(floor_char_boundary(out, LONGEST));
}

/// Whether a letter only steers how others are shown.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, Language, STEM, may_have_stem, stem_term, surfaces, words};

    #[test]
    fn texts_become_words() {
        for (text, expected) in [
            ("Export a Mailbox", "export a mailbox"),
            ("foto's, it’s 'quoted' 's ochtends", "foto's it's quoted s ochtends"),
            ("e-mail/PST v1.2, 3.14 and 1,000", "e mail pst v1.2 3.14 and 1 000"),
            ("2026-03-01 12:30", "2026 03 01 12 30"),
            ("snake_case camelCase __init__ _", "snake_case camelcase init"),
            ("README.md example.com e.g. title:foo", "readme md example com e g title foo"),
            ("Één café, naïef", "een cafe naief"),
            ("漢字かな カタカナ", "漢 字 か な カタカナ"),
            ("soft\u{ad}hyphen zero\u{200b}width", "softhyphen zero width"),
            ("C++ & C# 🎉", "c c"),
            ("-67.6 f", "67.6 f"),
            ("", ""),
        ] {
            assert_eq!(surfaces(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn an_identifier_is_found_by_its_parts_too() {
        let mut seen = Vec::new();
        let text = "Use getURL2 or snake_cases here";
        words(text, Language::English, |word| {
            seen.push((word.position, word.surface.to_owned(), word.stem.unwrap_or_default().to_owned(), &text[word.range]));
        });
        let seen: Vec<_> = seen.iter().map(|(at, surface, stem, written)| (*at, surface.as_str(), stem.as_str(), *written)).collect();
        assert_eq!(
            seen,
            [
                (0, "use", "use", "Use"),
                (1, "geturl2", "geturl2", "getURL2"),
                (1, "get", "get", "get"),
                (1, "url2", "url2", "URL2"),
                (1, "url", "url", "URL"),
                (2, "or", "or", "or"),
                (3, "snake_cases", "snake_cases", "snake_cases"),
                (3, "snake", "snake", "snake"),
                (3, "cases", "case", "cases"),
                (4, "here", "here", "here"),
            ]
        );
        assert_eq!(surfaces(text).join(" "), "use geturl2 or snake_cases here");
    }

    #[test]
    fn inflections_share_a_stem() {
        let same = |language, forms: &[&str]| {
            let stems: Vec<_> = forms.iter().map(|form| stem_term(form, language)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?}: {stems:?}");
        };
        same(Language::English, &["mailbox", "mailboxes"]);
        same(Language::English, &["export", "exports", "exported", "exporting"]);
        same(Language::English, &["practice", "practices", "practice's"]);
        same(Language::Dutch, &["vraag", "vragen"]);
        same(Language::Dutch, &["praktijk", "praktijken"]);
        same(Language::Dutch, &["foto", "foto's"]);
        same(Language::Dutch, &["besluit", "besluiten"]);
        assert_eq!(stem_term("mailboxes", Language::English).as_deref(), Some("\u{1}emailbox"));
        assert_eq!(stem_term("mailboxes", Language::Other), None);
    }

    #[test]
    fn every_word_of_a_stemmed_language_has_a_stem() {
        let mut seen = Vec::new();
        words("de v1.2 漢", Language::Dutch, |word| seen.push((word.surface.to_owned(), word.stem.map(str::to_owned), word.position)));
        let expected = [("de", 0), ("v1.2", 1), ("漢", 2)].map(|(word, at)| (word.to_owned(), Some(word.to_owned()), at));
        assert_eq!(seen, expected);
    }

    #[test]
    fn languages_have_tags_and_can_be_guessed() {
        assert_eq!(Language::of("nl-BE"), Language::Dutch);
        assert_eq!(Language::of("EN"), Language::English);
        assert_eq!(Language::of("fr"), Language::Other);
        assert_eq!(Language::guess("Hoe lang bewaren we de berichten van onze collega's?"), Some(Language::Dutch));
        assert_eq!(Language::guess("How long do we keep the messages of our colleagues?"), Some(Language::English));
        assert_eq!(Language::guess("1234 --- ?"), None);
    }

    #[test]
    fn a_stem_that_is_one_letter_may_be_another() {
        for word in ["v's", "z's", "geven", "foto's"] {
            let term = stem_term(word, Language::Dutch).unwrap();
            assert!(may_have_stem(word, &term), "{word} {term}");
        }
    }

    proptest! {
        #[test]
        fn a_stem_begins_as_its_word_does(word in "(ge|be|ver|on|y|i|ij)?[a-z]{1,9}(en|s|ing|ed|heid|lijk|de|te|d|t|'s)?") {
            for language in Language::STEMMED {
                let term = stem_term(&word, language).unwrap_or_default();
                prop_assert!(may_have_stem(&word, &term), "{} {}", word, term);
            }
        }

        #[test]
        fn words_lie_in_the_text_in_order(text in "(\\PC|[a-c]{1,3}[A-C_][a-c]{1,3}[0-9]?){0,30}", dutch: bool) {
            let language = if dutch { Language::Dutch } else { Language::English };
            let mut whole = 0..0;
            let mut position = 0;
            words(&text, language, |word| {
                assert!(word.range.end <= text.len());
                assert!(text.is_char_boundary(word.range.start) && text.is_char_boundary(word.range.end));
                assert!(!word.surface.is_empty() && word.surface.len() <= LONGEST && !word.surface.contains(STEM));
                if word.is_part {
                    assert!(word.range.start >= whole.start && word.range.end <= whole.end);
                    assert_eq!(word.position + 1, position);
                } else {
                    assert!(word.range.start >= whole.end);
                    assert_eq!(word.position, position);
                    whole = word.range;
                    position += 1;
                }
            });
        }

        #[test]
        fn stemming_never_fails(word in "[a-z']{1,30}") {
            for language in Language::STEMMED {
                prop_assert!(stem_term(&word, language).is_some());
            }
        }
    }
}
