//! Fields: what a kind says about a front-matter key, and what a text means as a field's type.

use std::ops::Range;

use crate::base::date::Date;
use crate::base::lang::Lang;
use crate::base::timespan::Timespan;

use super::reading::yes_no;

/// A name in each language of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// In English, if it was given.
    pub en: Option<String>,
    /// In Dutch, if it was given.
    pub nl: Option<String>,
}

impl Label {
    /// The name in a language, else `fallback` with `_` as spaces.
    pub fn text(&self, lang: Lang, fallback: &str) -> String {
        let own = match lang {
            Lang::En => &self.en,
            Lang::Nl => &self.nl,
        };
        own.clone().unwrap_or_else(|| fallback.replace('_', " "))
    }
}

/// What sort of value a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldType {
    /// One line of text.
    Line,
    /// Text of any length.
    Text,
    /// A word of letters, digits, `-` and `_`.
    Name,
    /// A day.
    Date,
    /// A day with or without a time.
    DateTime,
    /// A length of time.
    Duration,
    /// A number.
    Number,
    /// Yes or no.
    YesNo,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A BCP 47 language tag.
    Language,
    /// A handle, or a person's or team's name.
    Person,
    /// A tag.
    Tag,
    /// A reference to a document.
    Ref,
    /// One of the field's `values`.
    OneOf,
}

impl FieldType {
    /// All types with the names they have in `kind.yaml`.
    pub const NAMES: [(&'static str, Self); 15] = [
        ("line", Self::Line),
        ("text", Self::Text),
        ("name", Self::Name),
        ("date", Self::Date),
        ("datetime", Self::DateTime),
        ("duration", Self::Duration),
        ("number", Self::Number),
        ("yes-no", Self::YesNo),
        ("url", Self::Url),
        ("email", Self::Email),
        ("language", Self::Language),
        ("person", Self::Person),
        ("tag", Self::Tag),
        ("ref", Self::Ref),
        ("one of", Self::OneOf),
    ];

    /// The type of a name.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim().replace(['_', '-'], " ");
        Self::NAMES.iter().find(|(known, _)| known.replace('-', " ") == name).map(|(_, kind)| *kind)
    }
}

/// A field of a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Our name for it, under which results and queries show it.
    pub name: String,
    /// What it holds.
    pub kind: FieldType,
    /// Whether it may hold several values.
    pub list: bool,
    /// Whether a document without it is a finding.
    pub required: bool,
    /// Whether it holds a mapping from a language to a text.
    pub map: bool,
    /// The front-matter keys that it is read from, in the order in which they are preferred for writing.
    pub keys: Vec<String>,
    /// What a `one of` field may hold.
    pub values: Vec<String>,
    /// A regular expression that a value must match whole.
    pub pattern: Option<String>,
    /// Its name for readers.
    pub label: Label,
}

impl Field {
    /// A field of one type under its own name.
    pub fn new(name: &str, kind: FieldType) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            list: false,
            required: false,
            map: false,
            keys: vec![name.to_owned()],
            values: Vec::new(),
            pattern: None,
            label: Label::default(),
        }
    }
}

/// One value of a field in a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The text as it is meant: trimmed, a handle without `@`, never typed by YAML.
    pub text: String,
    /// The key of a value in a mapping field, such as the language of a translation.
    pub part: Option<String>,
    /// Its bytes in the file.
    pub span: Range<usize>,
    /// What the text means as the field's type; `None` where it means nothing of that type.
    pub typed: Option<Typed>,
}

/// What a text means.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// Nothing more than its text.
    Text,
    /// A day.
    Date(Date),
    /// A length of time.
    Duration(Timespan),
    /// A number.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
}

/// What `text` means as a type; `None` where it means nothing of it.
pub fn typed(kind: FieldType, values: &[String], text: &str) -> Option<Typed> {
    let plain = |holds: bool| holds.then_some(Typed::Text);
    match kind {
        FieldType::Text | FieldType::Person | FieldType::Tag | FieldType::Ref => plain(true),
        FieldType::Line => plain(!text.contains('\n')),
        FieldType::Name => {
            plain(!text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ' ')))
        }
        FieldType::Date | FieldType::DateTime => Date::parse(text).map(Typed::Date),
        FieldType::Duration => Timespan::parse_recurring(text).map(Typed::Duration),
        FieldType::Number => text.parse().ok().filter(|number: &f64| number.is_finite()).map(Typed::Number),
        FieldType::YesNo => yes_no(text).map(Typed::YesNo),
        FieldType::Url => plain(is_url(text)),
        FieldType::Email => plain(is_email(text)),
        FieldType::Language => plain(is_language(text)),
        FieldType::OneOf => plain(values.iter().any(|value| value.eq_ignore_ascii_case(text))),
    }
}

fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let scheme_fits = scheme.len() > 1 && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'));
    scheme_fits && !rest.trim_matches('/').is_empty() && !text.contains(char::is_whitespace)
}

fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let clean = |part: &str| !part.is_empty() && !part.contains(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '@'));
    clean(local) && clean(host)
}

fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let subtag = |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|letter| letter.is_ascii_alphanumeric());
    (2..=3).contains(&first.len()) && first.chars().all(|letter| letter.is_ascii_alphabetic()) && parts.all(subtag)
}

#[cfg(test)]
mod tests {
    use super::{FieldType, typed};

    #[test]
    fn a_text_means_what_its_type_allows() {
        let cases = [
            (FieldType::Date, "2026-03-01", true),
            (FieldType::Date, "01-03-2026", false),
            (FieldType::Duration, "6 maanden", true),
            (FieldType::Duration, "soon", false),
            (FieldType::Url, "https://example.org/a", true),
            (FieldType::Url, "example.org", false),
            (FieldType::Url, "https://a b", false),
            (FieldType::Email, "zoë@example.org", true),
            (FieldType::Email, "Zoë <zoe@example.org>", false),
            (FieldType::Language, "nl-BE", true),
            (FieldType::Language, "Dutch", false),
            (FieldType::YesNo, "nee", true),
            (FieldType::Number, "1.10", true),
            (FieldType::Number, "NaN", false),
            (FieldType::Line, "a\nb", false),
        ];
        for (kind, text, holds) in cases {
            assert_eq!(typed(kind, &[], text).is_some(), holds, "{kind:?} {text}");
        }
        assert!(typed(FieldType::OneOf, &["unclear".to_owned()], "Unclear").is_some());
    }

    #[test]
    fn every_type_has_a_name() {
        for (name, kind) in FieldType::NAMES {
            assert_eq!(FieldType::parse(name), Some(kind));
        }
        assert_eq!(FieldType::parse("one-of"), Some(FieldType::OneOf));
    }
}
