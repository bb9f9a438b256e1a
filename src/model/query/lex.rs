//! What is typed, cut into words, quotes, fields and signs.
//!
//! A sign is one only where it can't be punctuation of a sentence: a quote that is closed, a parenthesis that has its other
//! half, a `-` right before a word and after a space, a `key:` that is known and has a value. Everything else is text.

use std::ops::Range;

/// The most pieces that are looked at; the rest of a longer query is left out.
pub(super) const MOST: usize = 1_000;

/// How deep parentheses count; deeper ones are left out, what is in them is not.
const DEEPEST: usize = 24;

/// A query of more words is a sentence.
const SENTENCE: usize = 8;

/// A piece of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
    /// A `-` stands before it.
    pub(super) minus: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(` that has its `)`.
    Open,
    /// `)` that has its `(`.
    Close,
    /// Anything between spaces: words with their punctuation, `OR`.
    Text,
    /// The span between two quotes.
    Quote(Range<usize>),
    /// A known key, and the spans of its values without quotes.
    Field { key: Range<usize>, values: Vec<Range<usize>> },
}

/// Cuts a query; `is_key` tells known keys. The second value is whether something had to be left out.
pub(super) fn lex(text: &str, is_key: impl Fn(&str) -> bool) -> (Vec<Token>, bool) {
    let (mut tokens, cut) = pieces(text, is_key);
    let too_deep = pair(&mut tokens);
    (tokens, cut || too_deep)
}

/// The first parenthesis, or quote before a word, that lacks its other half; nothing where a query is too long for all of it to be seen.
pub(super) fn unpaired(text: &str, is_key: impl Fn(&str) -> bool) -> Option<Range<usize>> {
    let (tokens, cut) = pieces(text, is_key);
    let mut open: Vec<Range<usize>> = Vec::new();
    for token in tokens {
        let sign = token.span.start + usize::from(token.minus)..token.span.end;
        let first = text.get(sign.clone()).and_then(|sign| sign.chars().next());
        match token.kind {
            Kind::Open => open.push(sign),
            Kind::Close => {
                // What closes nothing comes before whatever is left open after it.
                if open.pop().is_none() {
                    return Some(sign).filter(|_| !cut);
                }
            }
            Kind::Text if first.is_some_and(|first| closing(first).is_some()) => {
                open.push(sign.start..sign.start + first.map_or(0, char::len_utf8));
                break;
            }
            Kind::Text | Kind::Quote(_) | Kind::Field { .. } => {}
        }
    }
    open.into_iter().next().filter(|_| !cut)
}

/// All pieces as they stand, and whether there are more than are looked at.
fn pieces(text: &str, is_key: impl Fn(&str) -> bool) -> (Vec<Token>, bool) {
    let mut lexer = Lexer { text, at: 0, is_key, unclosed: Vec::new() };
    let mut tokens = Vec::new();
    while tokens.len() < MOST {
        match lexer.next() {
            Some(token) => tokens.push(token),
            None => break,
        }
    }
    let cut = tokens.len() == MOST && !text[lexer.at..].trim().is_empty();
    (tokens, cut)
}

struct Lexer<'t, F> {
    text: &'t str,
    at: usize,
    is_key: F,
    unclosed: Vec<char>,
}

impl<F: Fn(&str) -> bool> Lexer<'_, F> {
    fn next(&mut self) -> Option<Token> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        let start = self.at;
        let after_gap = self.text[..start].chars().next_back().is_none_or(|before| before.is_whitespace() || before == '(');
        let minus = after_gap && self.is_minus();
        self.at += usize::from(minus);
        let first = self.peek()?;
        let kind = match first {
            '(' => self.sign(Kind::Open),
            ')' => self.sign(Kind::Close),
            _ => self.quote().or_else(|| self.field()).unwrap_or_else(|| self.chunk()),
        };
        Some(Token { kind, span: start..self.at, minus })
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn sign(&mut self, kind: Kind) -> Kind {
        self.at += 1;
        kind
    }

    /// Whether a `-` stands here that excludes what follows: `-67.6` and `--help` are text.
    fn is_minus(&self) -> bool {
        let follows = |after: char| after.is_alphabetic() || after == '(' || closing(after).is_some();
        self.text[self.at..].strip_prefix('-').and_then(|rest| rest.chars().next()).is_some_and(follows)
    }

    /// Text in quotes that are closed, and its end.
    fn quoted(&mut self) -> Option<(Range<usize>, usize)> {
        let open = self.peek()?;
        let closing = closing(open).filter(|_| !self.unclosed.contains(&open))?;
        let start = self.at + open.len_utf8();
        let close = self.text[start..].char_indices().find(|(_, letter)| closing.contains(letter));
        if close.is_none() {
            // Nor will it be closed further on: it need not be looked for again.
            self.unclosed.push(open);
        }
        let (at, close) = close?;
        Some((start..start + at, start + at + close.len_utf8()))
    }

    fn quote(&mut self) -> Option<Kind> {
        let (inner, end) = self.quoted()?;
        self.at = end;
        Some(Kind::Quote(inner))
    }

    /// `key:value`, `key:"two words"`, `key:a,b`, if the key is known and a value follows at once.
    fn field(&mut self) -> Option<Kind> {
        let rest = &self.text[self.at..];
        let length = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '-')?;
        let key = self.at..self.at + length;
        if length == 0 || !rest[length..].starts_with(':') || !(self.is_key)(&self.text[key.clone()]) {
            return None;
        }
        let before = self.at;
        self.at = key.end + 1;
        let mut values = Vec::new();
        loop {
            let value = self.value();
            if !self.text[value.clone()].is_empty() {
                values.push(value);
            }
            match self.peek() {
                Some(',') => self.at += 1,
                _ => break,
            }
        }
        if values.is_empty() {
            self.at = before;
            return None;
        }
        Some(Kind::Field { key, values })
    }

    /// One value of a field: quoted, or up to a space, a comma or the end of the parentheses around it.
    fn value(&mut self) -> Range<usize> {
        let signs = self.text[self.at..].len() - self.text[self.at..].trim_start_matches(['<', '>', '=']).len();
        let start = self.at;
        self.at += signs;
        if let Some((inner, end)) = self.quoted() {
            self.at = end;
            // `>"last month"` keeps its sign: the span holds the quotes then, and who reads it takes them off.
            return if signs == 0 { inner } else { start..end };
        }
        self.at = start;
        let end = self.chunk_end(|letter| letter == ',');
        self.at = end;
        let value = &self.text[start..end];
        let trimmed = value.trim_end_matches(['?', '!', ';', ':']);
        let trimmed = match trimmed.strip_suffix('.') {
            Some(shorter) if !shorter.ends_with('.') => shorter,
            _ => trimmed,
        };
        start..start + trimmed.len()
    }

    /// Goes on to the end of what stands between spaces.
    fn chunk(&mut self) -> Kind {
        let end = self.chunk_end(|_| false);
        let first = self.peek().map_or(0, char::len_utf8);
        self.at = end.max(self.at + first);
        Kind::Text
    }

    /// Where what begins here ends: at a space, at a `)` whose `(` is not part of it, at a quote that opens, or where told.
    fn chunk_end(&self, ends: impl Fn(char) -> bool) -> usize {
        let mut open = 0_usize;
        let mut before = None;
        for (at, letter) in self.text[self.at..].char_indices() {
            let opens = closing(letter).is_some() && at > 0 && before.is_some_and(|before: char| !before.is_alphanumeric());
            match letter {
                '(' => open += 1,
                ')' if open == 0 => return self.at + at,
                ')' => open -= 1,
                _ if letter.is_whitespace() || opens || ends(letter) => return self.at + at,
                _ => {}
            }
            before = Some(letter);
        }
        self.text.len()
    }
}

/// Whether a query is a sentence, in which quotes and minus are punctuation; and whether it is one in capitals.
pub(super) fn tone(text: &str, tokens: &[Token]) -> (bool, bool) {
    let plain = tokens.iter().filter(|token| matches!(token.kind, Kind::Text | Kind::Quote(_)));
    let sentence = plain.map(|token| text[token.span.clone()].split_whitespace().count()).sum::<usize>() > SENTENCE;
    (sentence, sentence && !text.contains(char::is_lowercase))
}

/// What closes a quote that this letter opens.
fn closing(open: char) -> Option<&'static [char]> {
    match open {
        '"' => Some(&['"']),
        '“' | '”' | '„' => Some(&['”', '“', '"']),
        '«' => Some(&['»']),
        _ => None,
    }
}

/// Takes out every parenthesis without its other half, and those that lie too deep; tells whether there were any of those.
fn pair(tokens: &mut Vec<Token>) -> bool {
    let mut keep = vec![true; tokens.len()];
    let mut open = Vec::new();
    let mut too_deep = false;
    for (place, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => {
                keep[place] = false;
                open.push(place);
            }
            Kind::Close => {
                keep[place] = false;
                if let Some(begin) = open.pop() {
                    let deep = open.len() >= DEEPEST;
                    too_deep |= deep;
                    keep[begin] = !deep;
                    keep[place] = !deep;
                }
            }
            Kind::Text | Kind::Quote(_) | Kind::Field { .. } => {}
        }
    }
    let mut kept = keep.into_iter();
    tokens.retain(|_| kept.next().unwrap_or(true));
    too_deep
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Kind, lex, unpaired};

    #[test]
    fn what_lacks_its_other_half_is_found() {
        for (text, place) in [
            ("(a b) \"c d\" kind:x (y)", None),
            ("kind:x (a OR b", Some("(")),
            ("kind:x (a OR (b)", Some("(")),
            ("kind:x a OR b) c", Some(")")),
            ("-(a b", Some("(")),
            ("kind:x \"old mail", Some("\"")),
            ("a 5\" disk, f(x) and O'Brien", None),
        ] {
            let found = unpaired(text, |key| key == "kind");
            assert_eq!(found.and_then(|span| text.get(span)), place, "{text}");
        }
    }

    fn shown(text: &str) -> String {
        let (tokens, _) = lex(text, |key| ["kind", "created"].contains(&key));
        let show = |token: &super::Token| {
            let minus = if token.minus { "-" } else { "" };
            let kind = match &token.kind {
                Kind::Open => "(".to_owned(),
                Kind::Close => ")".to_owned(),
                Kind::Text => text[token.span.clone()].trim_start_matches(minus).to_owned(),
                Kind::Quote(inner) => format!("[{}]", &text[inner.clone()]),
                Kind::Field { key, values } => {
                    let values: Vec<_> = values.iter().map(|value| &text[value.clone()]).collect();
                    format!("{}={}", &text[key.clone()], values.join("|"))
                }
            };
            format!("{minus}{kind}")
        };
        tokens.iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn signs_are_told_from_punctuation() {
        for (text, pieces) in [
            ("old mail box", "old mail box"),
            ("\"old mail\" box", "[old mail] box"),
            ("“old mail” „oude post” «vieux»", "[old mail] [oude post] [vieux]"),
            ("a \"b", "a \"b"),
            ("5\" disk", "5\" disk"),
            ("(a OR b) c", "( a OR b ) c"),
            ("a) b (c", "a b c"),
            ("f(x) and (TSS), or", "f(x) and ( TSS ) , or"),
            ("-draft -67.6 --help - a-b -\"x y\" -(a b)", "-draft -67.6 --help - a-b -[x y] -( a b )"),
            ("kind:practice, foo:bar kind: x", "kind=practice foo:bar kind: x"),
            ("kind:a,\"b c\",d (kind:e)", "kind=a|b c|d ( kind=e )"),
            ("-kind:a", "-kind=a"),
            ("created:30d.. created:>2025. created:2025?", "created=30d.. created=>2025 created=2025"),
            ("created:>\"last month\"", "created=>\"last month\""),
            ("foo:\"a b\"", "foo: [a b]"),
        ] {
            assert_eq!(shown(text), pieces, "{text}");
        }
    }

    #[test]
    fn too_much_is_left_out() {
        assert!(lex(&"(".repeat(5_000), |_| true).0.is_empty());
        let deep = format!("{}a{}", "(".repeat(500), ")".repeat(500));
        let (tokens, too_much) = lex(&deep, |_| true);
        assert!(too_much && tokens.len() < 100);
        assert!(lex(&"a ".repeat(5_000), |_| true).1);
    }

    proptest! {
        #[test]
        fn every_piece_lies_in_the_query(text in "[a(): \",>.*-]{0,40}|\\PC{0,60}") {
            let (tokens, _) = lex(&text, |_| true);
            let mut end = 0;
            for token in tokens {
                prop_assert!(token.span.start >= end && text.get(token.span.clone()).is_some());
                end = token.span.end;
                match token.kind {
                    Kind::Quote(inner) => prop_assert!(text.get(inner).is_some()),
                    Kind::Field { key, values } => prop_assert!(values.into_iter().chain([key]).all(|span| text.get(span).is_some())),
                    _ => {}
                }
            }
        }
    }
}
