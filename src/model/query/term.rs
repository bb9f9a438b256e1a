//! Filter terms: what a front-matter value is found by, whole.
//!
//! | term | of | example |
//! | --- | --- | --- |
//! | `key=value` | every value of every key | `organisation=city of utrecht` |
//! | `key#value` | a date or a number, in an order that text has too | `created#2026-03-01` |
//! | `has=key` | every key that has a value | `has=steward` |
//! | `stems#en` | a language whose stems its words have, whatever language it says it is in | `stems#nl` |
//! | `is=flag` | what follows from several fields | `is=open`, `is=unanswered`, `is=retired` |

use std::borrow::Cow;

use crate::base::date::Date;
use crate::base::fold::{fold, fold_tag};
use crate::text::words::Language;

/// The longest value that is a term of its own, in bytes; of a longer one the beginning counts.
pub const LONGEST: usize = 200;

/// The keys of terms that follow from other things, which no file can say of itself.
pub const DERIVED: [&str; 4] = ["is", "has", "called", "stems"];

/// How the values of a key are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum ValueType {
    /// Folded text, whole.
    Text,
    /// A tag: space, `_` and `-` are one.
    Tag,
    /// A handle, with or without `@`.
    Person,
    /// A day; also by range.
    Date,
    /// A number; also by range.
    Number,
}

/// A key as it is compared: `Last reviewed_on` is `last-reviewed-on`.
pub fn key(key: &str) -> String {
    // Most keys are as they are compared.
    if key.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return key.to_owned();
    }
    fold_tag(key).replace(['=', '#'], "-")
}

/// The term of a value under a key, which is folded already.
pub fn value(key: &str, kind: ValueType, text: &str) -> String {
    let text = match kind {
        ValueType::Tag => Cow::Owned(fold_tag(text)),
        ValueType::Person => fold(text.trim().trim_start_matches('@')),
        ValueType::Text | ValueType::Date | ValueType::Number => fold(text),
    };
    let mut term = String::with_capacity(key.len() + 1 + text.len().min(LONGEST));
    term.push_str(key);
    term.push('=');
    let longest = term.len() + LONGEST;
    for (nth, word) in text.split_whitespace().enumerate() {
        if nth > 0 {
            term.push(' ');
        }
        term.push_str(word);
        if term.len() > longest {
            break;
        }
    }
    while term.len() > longest || term.ends_with(' ') {
        term.pop();
    }
    term
}

/// The term of a day under a key.
pub fn date(key: &str, date: Date) -> String {
    format!("{key}#{date}")
}

/// The term of the language whose stems the words of a document have; none for a language without.
pub fn stems(language: Language) -> Option<String> {
    match language {
        Language::English => Some("stems#en".to_owned()),
        Language::Dutch => Some("stems#nl".to_owned()),
        Language::Other => None,
    }
}

/// The term of a number under a key: in text order as in number order.
pub fn number(key: &str, number: f64) -> String {
    // Negative numbers turned over wholly, others in their sign, so that the bits count upward.
    let bits = if number == 0.0 { 0 } else { number.to_bits() };
    let ordered = if bits >> 63 == 1 { !bits } else { bits | 1 << 63 };
    format!("{key}#{ordered:016x}")
}

/// A number as people write it, with a point or a comma; `None` for what is none, or infinite.
pub fn read_number(text: &str) -> Option<f64> {
    let text = text.trim();
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b'+'));
    if !plain {
        return None;
    }
    text.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

/// The term of a key that has a value.
pub fn has(key: &str) -> String {
    ["has=", key].concat()
}

/// The term of a flag.
pub fn is(flag: &str) -> String {
    ["is=", flag].concat()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, ValueType, key, number, read_number, value};

    #[test]
    fn values_are_folded_whole() {
        for (name, kind, text, term) in [
            ("Organisation", ValueType::Text, " City  of\nUtrecht ", "organisation=city of utrecht"),
            ("last_reviewed on", ValueType::Text, "2026-03-01", "last-reviewed-on=2026-03-01"),
            ("tag", ValueType::Tag, "Born_Digital", "tag=born-digital"),
            ("by", ValueType::Person, "@Anna", "by=anna"),
            ("a=b", ValueType::Text, "", "a-b="),
        ] {
            assert_eq!(value(&key(name), kind, text), term);
        }
        assert!(value("k", ValueType::Text, &"é ".repeat(500)).len() <= LONGEST + 2);
        assert!(value("k", ValueType::Text, &"漢".repeat(500)).len() <= LONGEST + 2);
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [("3", Some(3.0)), ("3,5", Some(3.5)), ("-1.25", Some(-1.25)), ("1e400", None), ("inf", None), ("x", None)]
        {
            assert_eq!(read_number(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn numbers_sort_as_text(a in -1e12_f64..1e12, b in -1e12_f64..1e12) {
            let terms = number("k", a).cmp(&number("k", b));
            prop_assert_eq!(Some(terms), a.partial_cmp(&b));
        }
    }
}
