//! The parts of a query as they were typed: those that decide and do not rank, for who wants to know which of them leaves nothing; and the
//! words that are looked for, for who may have mistyped one.

use std::ops::Range;

use super::lex::{Kind, Token, tone};
use super::reach::tokens;
use super::vocabulary::Vocabulary;
use crate::text::words::{self, Language};

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

/// A word of a query that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Where it stands.
    pub span: Range<usize>,
    /// The word, folded.
    pub surface: String,
    /// Whether the query means the same but for this word if that is taken out: nothing hangs on it, no quote, sign or operator.
    pub is_loose: bool,
}

/// The words that a query looks for, in their order, those in quotes too; what is excluded and the values of fields are none.
pub fn wanted(text: &str, vocabulary: &dyn Vocabulary) -> Vec<Wanted> {
    let (tokens, _) = tokens(text, vocabulary);
    let (sentence, shouted) = tone(text, &tokens);
    let operator = |token: &Token| {
        let typed = &text[token.span.clone()];
        (token.kind == Kind::Text && !shouted).then_some(typed).filter(|typed| OPERATORS.contains(typed) || NOT.contains(typed))
    };
    let is_tied = tokens.iter().any(|token| operator(token).is_some() || matches!(token.kind, Kind::Open | Kind::Close | Kind::Quote(_)));
    let mut found = Vec::new();
    let mut not = false;
    let mut excluded = vec![false];
    for token in &tokens {
        if let Some(operator) = operator(token) {
            not ^= NOT.contains(&operator);
            continue;
        }
        let is_out = excluded.last().is_some_and(|around| *around) ^ not ^ (token.minus && !sentence);
        not = false;
        let inner = match &token.kind {
            Kind::Open => {
                excluded.push(is_out);
                continue;
            }
            Kind::Close => {
                excluded.pop();
                continue;
            }
            Kind::Field { .. } => continue,
            Kind::Quote(inner) => inner.clone(),
            Kind::Text => token.span.clone(),
        };
        words::words(&text[inner.clone()], Language::Other, |word| {
            let span = inner.start + word.range.start..inner.start + word.range.end;
            if !is_out && !word.is_part {
                let is_loose = !is_tied && span == token.span;
                found.push(Wanted { span, surface: word.surface.to_owned(), is_loose });
            }
        });
    }
    found
}

/// The words between two operands, and those before one that exclude it.
const OPERATORS: [&str; 4] = ["AND", "EN", "OR", "OF"];
const NOT: [&str; 2] = ["NOT", "NIET"];

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
    use super::{conditions, wanted, without};

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

    #[test]
    fn what_is_looked_for_is_told_from_what_is_excluded() {
        for (text, expected) in [
            ("mail kind:practice box,", "mail? box"),
            ("\"old mail\" -draft camelCase", "old mail camelcase"),
            ("mail NOT draft NOT (a b OR \"c d\") box", "mail box"),
            ("NOT NOT mail -(draft -box)", "mail box"),
            ("mail,box AND eml", "mail box eml"),
            ("one two three four five six seven eight -nine", "one? two? three? four? five? six? seven? eight? nine"),
        ] {
            let shown = |word: &super::Wanted| format!("{}{}", word.surface, if word.is_loose { "?" } else { "" });
            let found = wanted(text, &Sample);
            assert_eq!(found.iter().map(shown).collect::<Vec<_>>().join(" "), expected, "{text}");
            assert!(found.iter().all(|word| text[word.span.clone()].to_lowercase() == word.surface), "{text}");
        }
    }
}
