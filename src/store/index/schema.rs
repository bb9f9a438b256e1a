//! What tantivy is told: a field for each zone with the places of its words, and one for filter terms.
//!
//! The words of an entry are cut and folded already. They are handed over as they lie there, one behind the other, so that nothing is cut
//! again and no string is made for a word.

use std::sync::LazyLock;

use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

use crate::model::query::entry::{Entry, Occurrence, Occurrences};
use crate::model::query::zone::Zone;

const WORDS: &str = "words";
const TERMS: &str = "terms";

/// The fields of every volume.
#[derive(Debug)]
pub(super) struct Fields {
    /// The schema that they are in.
    pub schema: Schema,
    /// The words, a field a zone, in the order of [`Zone::ALL`].
    pub zones: [Field; Zone::COUNT],
    /// The filter terms.
    pub terms: Field,
}

/// The fields of every volume.
pub(super) static FIELDS: LazyLock<Fields> = LazyLock::new(|| {
    let mut builder = Schema::builder();
    let options = |name, option| {
        let indexing = TextFieldIndexing::default().set_tokenizer(name).set_index_option(option).set_fieldnorms(false);
        TextOptions::default().set_indexing_options(indexing)
    };
    let words = options(WORDS, IndexRecordOption::WithFreqsAndPositions);
    let zones = Zone::ALL.map(|zone| builder.add_text_field(zone.name(), words.clone()));
    let terms = builder.add_text_field(TERMS, options(TERMS, IndexRecordOption::Basic));
    Fields { schema: builder.build(), zones, terms }
});

/// The readers of what an entry's zones are, and of the lines that [`terms`] writes.
pub(super) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::new();
    manager.register(WORDS, Packed::default());
    manager.register(TERMS, Lines::default());
    manager
}

/// Writes the filter terms of an entry, a line each; those of its names are found through its card.
pub(super) fn terms(out: &mut String, entry: &Entry) {
    out.clear();
    for term in &entry.terms {
        // White space in values is single spaces, so no term has a line end in it.
        out.push_str(term);
        out.push('\n');
    }
}

/// Reads the words of a zone as tokens.
#[derive(Clone, Debug, Default)]
struct Packed {
    token: Token,
}

impl Tokenizer for Packed {
    type TokenStream<'a> = Stream<'a, Occurrences<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        self.token.reset();
        Stream { words: Occurrences::of(text), token: &mut self.token }
    }
}

/// Reads lines as tokens, whose places nobody asks for.
#[derive(Clone, Debug, Default)]
struct Lines {
    token: Token,
}

impl Tokenizer for Lines {
    type TokenStream<'a> = Stream<'a, Terms<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        self.token.reset();
        Stream { words: Terms(text.split_terminator('\n')), token: &mut self.token }
    }
}

/// The lines that [`terms`] wrote.
struct Terms<'a>(std::str::SplitTerminator<'a, char>);

impl<'a> Iterator for Terms<'a> {
    type Item = Occurrence<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|surface| Occurrence { surface, position: 0 })
    }
}

struct Stream<'a, W> {
    words: W,
    token: &'a mut Token,
}

impl<'a, W: Iterator<Item = Occurrence<'a>>> TokenStream for Stream<'a, W> {
    fn advance(&mut self) -> bool {
        let Some(word) = self.words.next() else { return false };
        self.token.position = word.position as usize;
        self.token.text.clear();
        self.token.text.push_str(word.surface);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use tantivy::tokenizer::{TokenStream, Tokenizer};

    use super::Packed;
    use crate::model::query::card::Card;
    use crate::model::query::entry::Entry;
    use crate::model::query::zone::Zone;
    use crate::text::words::Language;

    #[test]
    fn words_arrive_with_their_places() {
        let mut entry = Entry::new(Card::default(), Language::English);
        for text in ["The mailboxes", "", "1 2.5"] {
            entry.text(Zone::Body, text);
        }
        let zone = &entry.zones[Zone::Body.place()];
        let expected: Vec<(String, usize)> = zone.iter().map(|word| (word.surface.to_owned(), word.position as usize)).collect();
        let mut packed = Packed::default();
        let mut stream = packed.token_stream(zone.packed());
        let mut found = Vec::new();
        while stream.advance() {
            found.push((stream.token().text.clone(), stream.token().position));
        }
        assert_eq!(found, expected);
        assert!(found.len() == 4 && found.iter().any(|(_, place)| *place > 16));
    }
}
