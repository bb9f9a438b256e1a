//! The parts of a query that decide and do not rank, as they were typed: for who wants to know which of them leaves nothing.

use std::ops::Range;

use super::lex::{Kind, Token, tone};
use super::reach::tokens;
use super::vocabulary::Vocabulary;

/// The straight and the curved quotes, of which people mix one kind with the other.
pub const QUOTES: [char; 4] = ['"', '“', '”', '„'];

/// Where the conditions of a query stand: fields, phrases and what is excluded. None of a query with choices or parentheses, in which
/// a part can't be left out without changing what the rest means.
pub fn conditions(text: &str, vocabulary: &dyn Vocabulary) -> Vec<Range<usize>> {
    let (tokens, left_out) = tokens(text, vocabulary);
    let says = |token: &Token, words: &[&str]| token.kind == Kind::Text && words.contains(&&text[token.span.clone()]);
    let is_group = |token: &Token| matches!(token.kind, Kind::Open | Kind::Close) || says(token, &["OR", "OF"]);
    if left_out || tokens.iter().any(is_group) {
        return Vec::new();
    }
    let (sentence, _) = tone(text, &tokens);
    let mut found = Vec::new();
    let mut not: Option<usize> = None;
    for token in &tokens {
        if says(token, &["NOT", "NIET"]) {
            not = not.or(Some(token.span.start));
            continue;
        }
        let decides = match token.kind {
            Kind::Field { .. } => true,
            Kind::Quote(_) => !sentence,
            _ => token.minus && !sentence,
        };
        if decides || not.is_some() {
            found.push(not.unwrap_or(token.span.start)..token.span.end);
        }
        not = None;
    }
    found
}

/// A text without some parts of it.
pub fn without(text: &str, parts: &[Range<usize>]) -> String {
    let mut left = String::new();
    let mut at = 0;
    for part in parts {
        left.push_str(text.get(at..part.start).unwrap_or_default());
        left.push(' ');
        at = part.end;
    }
    left.push_str(text.get(at..).unwrap_or_default());
    left.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::samples::Sample;
    use super::{conditions, without};

    #[test]
    fn fields_phrases_and_what_is_excluded_can_be_left_out() {
        for (text, expected, rest) in [
            ("mail kind:practice", vec!["kind:practice"], "mail"),
            ("\"old mail\" box -draft", vec!["\"old mail\"", "-draft"], "box"),
            ("mail NOT kind:practice box", vec!["NOT kind:practice"], "mail box"),
            ("mail box", vec![], "mail box"),
            ("mail OR kind:practice", vec![], "mail OR kind:practice"),
            ("(mail) kind:practice", vec![], "(mail) kind:practice"),
        ] {
            let found = conditions(text, &Sample);
            assert_eq!(found.iter().map(|part| &text[part.clone()]).collect::<Vec<_>>(), expected, "{text}");
            assert_eq!(without(text, &found), rest, "{text}");
        }
    }
}
