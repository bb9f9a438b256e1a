//! A field set in any text: it is refused, or read back as it was set, and the text below the front matter stays.
#![no_main]

use cop::base::limits::Limits;
use cop::text::front::edit::{New, Scalar, set};
use cop::text::front::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|given: (&str, &str, &str)| {
    let (text, key, value) = given;
    let limits = Limits::default();
    let Ok(changed) = set(text, key, &New::One(Scalar::text(value)), &limits) else { return };
    let (before, after) = (read(text, &limits), read(&changed, &limits));
    assert_eq!(after.get(key).and_then(|node| node.text()), Some(value));
    let body = &changed[after.body..];
    assert!(body == &text[before.body..] || before.range.is_none() && body.trim_start_matches(['\r', '\n']) == &text[before.body..]);
});
