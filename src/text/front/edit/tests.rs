//! Whatever is set, every other byte stays.

use proptest::prelude::*;

use super::{New, Refusal, Scalar, set};
use crate::base::lang::Lang;
use crate::base::limits::Limits;
use crate::text::front::read;

fn put(text: &str, key: &str, new: &New) -> Result<String, Refusal> {
    set(text, key, new, &Limits::default())
}

fn one(text: &str) -> New {
    New::One(Scalar::text(text))
}

fn list(items: &[&str]) -> New {
    New::List(items.iter().map(|item| Scalar::text(*item)).collect())
}

#[test]
fn a_value_is_set_where_it_stands() {
    for (before, key, new, after) in [
        // Scalars of every style, with what stands around them.
        ("---\na: x # why\nb: y\n---\n", "a", one("z"), "---\na: z # why\nb: y\n---\n"),
        ("---\na: 'it''s' # why\n---\nText", "a", one("that's"), "---\na: 'that''s' # why\n---\nText"),
        ("---\na: \"x\"\n---\n", "a", one("no"), "---\na: \"no\"\n---\n"),
        ("---\na:\n---\n", "a", one("x"), "---\na: x\n---\n"),
        ("---\na: # why\n---\n", "a", one("x"), "---\na: x # why\n---\n"),
        ("---\na: |\n  one\n  two\nb: y\n---\n", "a", one("x"), "---\na: x\nb: y\n---\n"),
        ("---\na: >-\n  one\n  two\n\nb: y\n---\n", "a", one("1\n2\n"), "---\na: |\n  1\n  2\n\nb: y\n---\n"),
        ("---\na: x\n---\n", "a", one("why: because"), "---\na: \"why: because\"\n---\n"),
        ("---\na: x\n---\n", "a", New::One(Scalar::typed("2026-11-22")), "---\na: 2026-11-22\n---\n"),
        ("---\na: x\n---\n", "a", one("2026-11-22"), "---\na: \"2026-11-22\"\n---\n"),
        // Line ends, byte order mark, indentation and braces stay.
        ("\u{feff}---\r\na: x\r\nb: y\r\n---\r\nText\r\n", "b", one("z"), "\u{feff}---\r\na: x\r\nb: z\r\n---\r\nText\r\n"),
        ("\u{feff}---\r\na: x\r\n---\r\n", "c", one("z"), "\u{feff}---\r\na: x\r\nc: z\r\n---\r\n"),
        ("---\n  a: x\n  b: y\n---\n", "c", one("z"), "---\n  a: x\n  b: y\n  c: z\n---\n"),
        ("---\n{a: x, b: y}\n---\n", "b", one("p, q"), "---\n{a: x, b: \"p, q\"}\n---\n"),
        ("---\n{a: x}\n---\n", "b", one("z"), "---\n{a: x, b: z}\n---\n"),
        // Keys that are not there yet.
        ("---\n# Only a comment\n---\n", "a", one("x"), "---\n# Only a comment\na: x\n---\n"),
        ("---\n---\nText\n", "a", one("x"), "---\na: x\n---\nText\n"),
        ("# Title\n", "a", one("x"), "---\na: x\n---\n\n# Title\n"),
        ("", "a", one("x"), "---\na: x\n---\n"),
        ("\r\nText\r\n", "a", one("x"), "---\r\na: x\r\n---\r\n\r\nText\r\n"),
        // Lists.
        ("---\ntags: [a, b] # mine\n---\n", "tags", list(&["a", "b", "c, d"]), "---\ntags: [a, b, \"c, d\"] # mine\n---\n"),
        ("---\ntags: [a, 'b', c]\n---\n", "tags", list(&["b", "c"]), "---\ntags: ['b', c]\n---\n"),
        ("---\ntags: []\n---\n", "tags", list(&["a"]), "---\ntags: [a]\n---\n"),
        ("---\ntags: [\n  a, # first\n  b,\n]\n---\n", "tags", list(&["a", "b", "c"]), "---\ntags: [\n  a, # first\n  b, c,\n]\n---\n"),
        ("---\ntags:\n- a # first\n- b\nx: y\n---\n", "tags", list(&["a", "b", "c"]), "---\ntags:\n- a # first\n- b\n- c\nx: y\n---\n"),
        (
            "---\ntags:\n  - a\n  # second\n  - b # it\n  - c\n---\n",
            "tags",
            list(&["a", "c"]),
            "---\ntags:\n  - a\n  # second\n  - c\n---\n",
        ),
        ("---\ntags:\n  - a\n  - b\nx: y\n---\n", "tags", list(&[]), "---\ntags: []\nx: y\n---\n"),
        ("---\ntags:\n  - a\n  - b\nx: y\n---\n", "tags", list(&["b", "a"]), "---\ntags:\n  - b\n  - a\nx: y\n---\n"),
        ("---\ntags: a\n---\n", "tags", list(&["a", "b"]), "---\ntags: [a, b]\n---\n"),
        ("---\ntags:\n---\n", "tags", list(&["a"]), "---\ntags: [a]\n---\n"),
        ("---\ntags:\n  - a\nx: y\n---\n", "tags", one("b"), "---\ntags: b\nx: y\n---\n"),
        ("---\nx: y\n---\n", "tags", list(&["a", "no"]), "---\nx: y\ntags: [a, \"no\"]\n---\n"),
        // A fault elsewhere that leaves no doubt.
        ("---\na: x\nb: !t y\nc: y\nc: z\n---\n", "a", one("z"), "---\na: z\nb: !t y\nc: y\nc: z\n---\n"),
        // Keys that go.
        ("---\na: x\nb: |\n  one\n\n  two\nc: z\n---\n", "b", New::Nothing, "---\na: x\nc: z\n---\n"),
        ("---\na: x\ntags:\n  - a\n  - b\n---\n", "tags", New::Nothing, "---\na: x\n---\n"),
        ("---\na: x\n---\n", "b", New::Nothing, "---\na: x\n---\n"),
    ] {
        assert_eq!(put(before, key, &new).as_deref(), Ok(after), "{before:?} {key} {new:?}");
    }
}

#[test]
fn what_can_not_be_done_safely_is_refused_where_it_stands() {
    for (before, key, new, at) in [
        ("---\na: x\na: y\n---\n", "a", one("z"), "a"),
        ("---\na: &n x\nb: *n\n---\n", "b", one("z"), "*n"),
        ("---\na: !t x\n---\n", "a", one("z"), "!t"),
        ("---\na: x\nb: [\n---\n", "a", one("z"), "["),
        ("---\na: {b: c}\n---\n", "a", one("z"), "{b: c}"),
        ("---\na: [x, # why\n  y]\n---\n", "a", list(&["y"]), ", # why\n  "),
        ("---\na: [[x], y]\n---\n", "a", list(&["y"]), "[x]"),
        ("---\na: x # why\n---\n", "a", New::Nothing, " # why\n"),
        ("---\na: | # why\n  x\n---\n", "a", one("z"), "| # why"),
        ("---\na:\n  # why\n  - x\n---\n", "a", New::Nothing, "\n  # why\n  "),
        ("---\n- a\n---\n", "a", one("z"), "- a"),
    ] {
        let refused = put(before, key, &new).map_err(|refusal| before[refusal.span].to_owned());
        assert_eq!(refused, Err(at.to_owned()), "{before:?} {key} {new:?}");
    }
    let refusal = put("---\na: x\na: y\n---\n", "a", &one("z")).unwrap_err();
    assert!(!refusal.msg.text(Lang::En).is_empty() && refusal.msg.text(Lang::En) != refusal.msg.text(Lang::Nl));
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zé0-9 ]{0,12}",
        2 => "[ -~]{0,16}",
        1 => "(?s).{0,12}",
        1 => prop::sample::select(&["yes", "null", "~", "1.0", "2026-01-01", "- a", "a: b", "#x", "a #b", "---", "|", "'", "\"", "\\", "a\nb\n", "\n"][..])
            .prop_map(str::to_owned),
    ]
}

fn new() -> impl Strategy<Value = New> {
    prop_oneof![
        4 => value().prop_map(|text| New::One(Scalar::text(text))),
        3 => prop::collection::vec(value(), 0..4).prop_map(|items| New::List(items.into_iter().map(Scalar::text).collect())),
        1 => Just(New::Nothing),
    ]
}

/// Front matter as people write it, in pieces that fit in any order.
fn front() -> impl Strategy<Value = String> {
    let line = prop::sample::select(
        &[
            "title: Export a mailbox # for all",
            "title: 'It''s: here'",
            "status: \"draft\"",
            "tags: [mail, 'export, too'] # both",
            "tags:\n  - mail # one\n  # and\n  - export",
            "tags:\n- mail\n- \"export\"",
            "summary: |\n  One.\n\n  Two.",
            "summary: >-\n  One\n  two.\n",
            "steward:",
            "steward: ~ # nobody",
            "# a comment: with a colon",
            "",
            "nested: {a: b}",
            "nested:\n  a: b",
        ][..],
    );
    (prop::collection::vec(line, 0..5), any::<bool>(), "(Text|\n# Title\n|)").prop_map(|(lines, crlf, body)| {
        let text = format!("---\n{}\n---\n{body}", lines.join("\n"));
        if crlf { text.replace('\n', "\r\n") } else { text }
    })
}

/// What another program reads in front matter.
fn elsewhere(text: &str) -> Option<serde_json::Map<String, serde_json::Value>> {
    let range = read(text, &Limits::default()).range?;
    let yaml = &text[range];
    if yaml.trim().is_empty() {
        Some(serde_json::Map::new())
    } else {
        serde_yaml::from_str::<Option<_>>(yaml).ok().map(Option::unwrap_or_default)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn all_else_stays(text in front(), key in "(title|status|tags|summary|steward|nested|new)", new in new()) {
        let Ok(changed) = put(&text, &key, &new) else { return Ok(()) };
        let limits = Limits::default();
        let (before, after) = (read(&text, &limits), read(&changed, &limits));
        let (old_body, body) = (&text[before.body..], &changed[after.body..]);
        let stays = body == old_body || before.range.is_none() && body.trim_start_matches(['\r', '\n']) == old_body;
        prop_assert!(stays, "{:?} became {:?}", text, changed);
        // Lines that are in the old file and not in the new one belong to the key.
        let own = before.get(&key).map(|node| node.span.clone()).unwrap_or_default();
        for line in text.split_inclusive('\n').filter(|line| line.contains('#') && !line.starts_with(&key)) {
            let at = line.as_ptr() as usize - text.as_ptr() as usize;
            let is_own = own.contains(&at) || own.contains(&(at + line.find('-').unwrap_or_default() + 2));
            prop_assert!(is_own || changed.contains(line), "{:?} is gone from {:?}", line, changed);
        }
        // A reader that is not ours finds the same under every other key, and the text under this one.
        if let (Some(mut old), Some(mut now)) = (elsewhere(&text), elsewhere(&changed)) {
            let value = now.remove(&key);
            old.remove(&key);
            prop_assert_eq!(old, now);
            match (&new, value) {
                (New::Nothing, value) => prop_assert_eq!(value, None),
                (New::One(scalar), value) => prop_assert_eq!(value, Some(serde_json::Value::from(scalar.text.as_str()))),
                (New::List(items), value) => {
                    let items: Vec<_> = items.iter().map(|item| item.text.as_str()).collect();
                    prop_assert_eq!(value, Some(serde_json::Value::from(items)));
                }
            }
        } else {
            prop_assert!(elsewhere(&text).is_none(), "{:?} can be read, {:?} can't", text, changed);
        }
    }

    #[test]
    fn setting_what_is_there_changes_nothing(text in front()) {
        let front = read(&text, &Limits::default());
        for entry in front.root.iter().flat_map(|root| root.entries().unwrap_or_default()) {
            let new = match (entry.value.text(), entry.value.items()) {
                (Some(value), _) if !entry.value.is_null() && !value.contains('\n') => New::One(Scalar::typed(value)),
                (_, Some(items)) => New::List(items.iter().map(|item| Scalar::text(item.text().unwrap_or_default())).collect()),
                _ => continue,
            };
            if let Ok(changed) = put(&text, &entry.key, &new) {
                prop_assert!(changed == text || entry.value.raw(&text).starts_with('>'), "{:?} became {:?}", text, changed);
            }
        }
    }
}

#[test]
fn a_key_does_not_go_with_a_comment() {
    for text in [
        "summary: | # ask Bram\n  text\n",
        "summary: >- # ask\n  text\n",
        "summary: # ask Ann\n  bram\n",
        "summary: # ask\n  - a\n",
        "summary: a # ask\n",
    ] {
        let text = format!("---\n{text}title: x\n---\n");
        let refusal = set(&text, "summary", &New::Nothing, &Limits::default()).map(drop).map_err(|refusal| refusal.msg.key());
        assert_eq!(refusal, Err("edit-comment"), "{text}");
    }
    let plain = "---\nsummary: |\n  # no comment\ntitle: x\n---\n";
    assert_eq!(set(plain, "summary", &New::Nothing, &Limits::default()).as_deref(), Ok("---\ntitle: x\n---\n"));
}
