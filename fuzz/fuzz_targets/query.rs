//! Queries: whatever is typed is a query, or an error whose place is in it.
#![no_main]

use cop::base::date::Date;
use cop::model::query::parse::parse;
use cop::model::query::term::ValueType;
use cop::model::query::vocabulary::{Unknown, Vocabulary};
use libfuzzer_sys::fuzz_target;

/// A community with a kind, a state and a date.
struct Words;

impl Vocabulary for Words {
    fn today(&self) -> Date {
        Date::new(2026, 11, 22).expect("a day")
    }

    fn me(&self) -> Option<String> {
        Some("ada".to_owned())
    }

    fn kind(&self, typed: &str) -> Result<String, Unknown> {
        if typed == "practice" { Ok(typed.to_owned()) } else { Err(Unknown::default()) }
    }

    fn states(&self, typed: &str) -> Result<Vec<String>, Unknown> {
        if typed == "open" { Ok(vec![typed.to_owned()]) } else { Err(Unknown::default()) }
    }

    fn key(&self, key: &str) -> Option<ValueType> {
        match key {
            "reviewed" => Some(ValueType::Date),
            "cost" => Some(ValueType::Number),
            _ => None,
        }
    }

    fn keys(&self) -> Vec<String> {
        vec!["reviewed".to_owned(), "cost".to_owned()]
    }
}

fuzz_target!(|text: &str| {
    match parse(text, &Words) {
        Ok(query) => {
            let _ = query.is_unranked();
        }
        Err(error) => {
            assert!(text.get(error.span.clone()).is_some(), "{error:?}");
            let _ = error.into_error(text);
        }
    }
});
