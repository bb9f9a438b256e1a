//! How far a value reaches that has no quotes around it.
//!
//! A shell takes the quotes of `updated:"last month"` before cop sees them, and many people type a space behind the colon. So the words
//! behind a value belong to it where all together are something that is known here: a period, a person's whole name, the whole title of a
//! document, any value that stands in a file. Of several the longest counts; else a value ends at the space, as it always did.

use std::ops::Range;

use crate::base::when::DateRange;

use super::fields;
use super::lex::{self, Kind, Token, tone};
use super::order::Order;
use super::term::ValueType;
use super::vocabulary::Vocabulary;

/// So many words are looked at behind a value.
const MOST_WORDS: usize = 16;

/// The pieces of a query, each field with its whole value. The second value is whether something had to be left out.
pub(super) fn tokens(text: &str, vocabulary: &dyn Vocabulary) -> (Vec<Token>, bool) {
    let (tokens, left_out) = lex::lex(text, |key| fields::is_key(key, vocabulary));
    let reader = Reader { text, vocabulary, sentence: tone(text, &tokens).0 };
    let mut whole = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let behind = &tokens[at + 1..];
        let (token, pieces) = match &token.kind {
            Kind::Field { key, values } => reader.longer(token, key, values, behind),
            Kind::Text => reader.spaced(token, behind),
            Kind::Open | Kind::Close | Kind::Quote(_) => None,
        }
        .unwrap_or_else(|| (token.clone(), 0));
        whole.push(token);
        at += 1 + pieces;
    }
    (whole, left_out)
}

/// The key of a piece of text that is a known key and its colon, and nothing else.
pub(super) fn lone_key<'t>(chunk: &'t str, vocabulary: &dyn Vocabulary) -> Option<&'t str> {
    chunk.strip_suffix(':').filter(|key| fields::is_key(key, vocabulary))
}

/// The value of a field that stands on a span, without quotes and what ends a sentence.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let length = text[span.clone()].trim_end_matches(['?', '!', ';', ':', ',', '.']).len();
    span.start..span.start + length
}

struct Reader<'a> {
    text: &'a str,
    vocabulary: &'a dyn Vocabulary,
    sentence: bool,
}

impl Reader<'_> {
    /// A field with the words behind it that belong to its last value, and how many those are.
    fn longer(&self, token: &Token, key: &Range<usize>, values: &[Range<usize>], behind: &[Token]) -> Option<(Token, usize)> {
        let last = values.last()?;
        let is_quoted = |text: &str| text.ends_with(['"', '“', '”', '„', '«', '»']);
        if is_quoted(&self.text[..last.start]) || is_quoted(&self.text[last.clone()]) {
            return None;
        }
        let key_meant = fields::known(&self.text[key.clone()], self.vocabulary)?;
        // Of a tag or a state one word is most often all of it.
        if !self.is_of_words(&key_meant) && self.knows(&key_meant, &self.text[last.clone()]) {
            return None;
        }
        let (value, end, pieces) = self.whole(&key_meant, last.start, behind)?;
        let mut values = values.to_vec();
        *values.last_mut()? = value;
        Some((Token { kind: Kind::Field { key: key.clone(), values }, span: token.span.start..end, ..token.clone() }, pieces))
    }

    /// A key with a space behind its colon, where what follows is a value of it; and how many pieces those are.
    fn spaced(&self, token: &Token, behind: &[Token]) -> Option<(Token, usize)> {
        let start = token.span.start + usize::from(token.minus);
        let typed = lone_key(&self.text[start..token.span.end], self.vocabulary).filter(|_| !self.sentence)?;
        let (key, key_meant) = (start..start + typed.len(), fields::known(typed, self.vocabulary)?);
        let next = behind.first().filter(|next| !next.minus)?;
        let (value, end, pieces) = match &next.kind {
            Kind::Quote(inner) => (inner.clone(), next.span.end, 1),
            Kind::Text => match self.whole(&key_meant, next.span.start, &behind[1..]) {
                Some((value, end, more)) => (value, end, more + 1),
                None => (trimmed(self.text, next.span.clone()), next.span.end, 1),
            },
            Kind::Open | Kind::Close | Kind::Field { .. } => return None,
        };
        let kind = Kind::Field { key, values: vec![value.clone()] };
        self.knows(&key_meant, &self.text[value]).then_some((Token { kind, span: token.span.start..end, minus: token.minus }, pieces))
    }

    /// The longest value that begins somewhere and goes on behind it, where the field ends with it, and how many pieces it takes.
    fn whole(&self, key: &str, start: usize, behind: &[Token]) -> Option<(Range<usize>, usize, usize)> {
        let is_plain = |token: &&Token| {
            let operator = ["AND", "EN", "OR", "OF", "NOT", "NIET"].contains(&&self.text[token.span.clone()]);
            token.kind == Kind::Text && !token.minus && !operator
        };
        let words = behind.iter().take(MOST_WORDS).take_while(is_plain).count();
        (0..words).rev().find_map(|last| {
            let end = behind[last].span.end;
            let tries = [start..end, trimmed(self.text, start..end)];
            let value = tries.into_iter().find(|value| self.knows(key, &self.text[value.clone()]))?;
            Some((value, end, last + 1))
        })
    }

    /// Whether the values of a key are most often more than one word, so that one of them alone says nothing against the others.
    fn is_of_words(&self, key: &str) -> bool {
        self.is_date(key) || self.is_person(key) || self.vocabulary.is_relation(key)
    }

    fn is_date(&self, key: &str) -> bool {
        matches!(key, "created" | "updated") || self.vocabulary.key(key) == Some(ValueType::Date)
    }

    fn is_person(&self, key: &str) -> bool {
        matches!(key, "by" | "creator" | "steward" | "author") || self.vocabulary.key(key) == Some(ValueType::Person)
    }

    /// Whether a value is one that a key can have here.
    fn knows(&self, key: &str, value: &str) -> bool {
        let value = value.trim();
        match key {
            "kind" => self.vocabulary.kind(value).is_ok(),
            "status" => self.vocabulary.states(value).is_ok(),
            "is" => fields::is_flag(value),
            "sort" => Order::meant_by(value).is_some(),
            "search" => self.vocabulary.search(value).is_ok(),
            "title" | "path" | "ref" | "has" | "no" => false,
            _ if self.is_date(key) => DateRange::parse(value, self.vocabulary.today()).is_ok(),
            _ if self.is_person(key) => {
                let name = value.trim_start_matches('@');
                self.vocabulary.person(name).is_some() || self.vocabulary.has_value(key, name)
            }
            _ => self.vocabulary.is_called(key, value) || self.vocabulary.has_value(if key == "tags" { "tag" } else { key }, value),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::lex::Kind;
    use super::super::samples::Sample;
    use super::tokens;

    /// The pieces of a query: a field as its key and values, anything else as it stands.
    fn shown(text: &str) -> Vec<String> {
        let (tokens, _) = tokens(text, &Sample);
        let show = |token: &super::Token| match &token.kind {
            Kind::Field { key, values } => {
                let values: Vec<_> = values.iter().map(|value| &text[value.clone()]).collect();
                format!("{}{}={}", if token.minus { "-" } else { "" }, &text[key.clone()], values.join("|"))
            }
            _ => text[token.span.clone()].to_owned(),
        };
        tokens.iter().map(show).collect()
    }

    #[test]
    fn words_behind_a_value_belong_to_it_where_all_are_known_together() {
        for (text, pieces) in [
            ("updated:last month", &["updated=last month"][..]),
            ("mail updated:since march box", &["mail", "updated=since march", "box"]),
            ("updated:last month?", &["updated=last month?"]),
            ("updated:>last month", &["updated=>last month"]),
            ("(updated:last month) mail", &["(", "updated=last month", ")", "mail"]),
            ("created:2025 mailbox", &["created=2025", "mailbox"]),
            ("created:2025 OR mail", &["created=2025", "OR", "mail"]),
            ("created:\"2025\" mailbox", &["created=2025", "mailbox"]),
            ("revisit:between march and may x", &["revisit=between march and may", "x"]),
            ("by:anna mailbox", &["by=anna", "mailbox"]),
            ("by:Anna de Vries mailbox", &["by=Anna de Vries", "mailbox"]),
            ("-steward:Anna de Vries", &["-steward=Anna de Vries"]),
            ("answers:How do we stop? mail", &["answers=How do we stop?", "mail"]),
            ("answers:How mail", &["answers=How", "mail"]),
            ("organisation:City of Utrecht", &["organisation=City of Utrecht"]),
            ("organisation:Utrecht mail", &["organisation=Utrecht", "mail"]),
            ("kind:practice practices", &["kind=practice", "practices"]),
            ("title:old mail", &["title=old", "mail"]),
        ] {
            assert_eq!(shown(text), pieces, "{text}");
        }
    }

    #[test]
    fn a_space_behind_the_colon_is_no_matter_where_the_value_is_known() {
        for (text, pieces) in [
            ("kind: practice mail", &["kind=practice", "mail"][..]),
            ("-kind: practice", &["-kind=practice"]),
            ("updated: last month", &["updated=last month"]),
            ("by: Anna de Vries", &["by=Anna de Vries"]),
            ("kind: mail", &["kind:", "mail"]),
            ("title: mail", &["title:", "mail"]),
            ("kind:", &["kind:"]),
            ("kind: -practice", &["kind:", "-practice"]),
        ] {
            assert_eq!(shown(text), pieces, "{text}");
        }
        let sentence = "one two three four five six seven eight nine kind: practice";
        assert_eq!(shown(sentence).len(), 11, "in a sentence a colon is punctuation");
    }

    proptest! {
        #[test]
        fn no_piece_is_lost(text in "((updated|by|kind|x|a|last|month|\\(|\\)|,|:|-|\"|é)[: ]?){0,30}") {
            let (tokens, _) = tokens(&text, &Sample);
            let mut end = 0;
            for token in tokens {
                prop_assert!(token.span.start >= end && text.get(token.span.clone()).is_some());
                end = token.span.end;
                if let Kind::Field { key, values } = token.kind {
                    prop_assert!(values.into_iter().chain([key]).all(|span| text.get(span).is_some()));
                }
            }
        }
    }
}
