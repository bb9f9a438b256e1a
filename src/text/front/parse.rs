//! Reading a piece of YAML: nodes with their places, and what is wrong.

use std::borrow::Cow;
use std::ops::Range;

use super::build::{MOST_PROBLEMS, Piece, build};
use super::nodes::Node;
use super::recover::recover;
use crate::base::limits::Limits;
use crate::base::problem::Problem;
use crate::msg;

/// Reads the YAML in some bytes of a file; `None` where nothing but blanks and comments stands there, or more than the limit.
///
/// It never fails: what can't be read is a problem, and the rest is read all the same. Of several documents the first counts.
/// Spans are bytes of `source`. A range that does not fit `source` reads nothing.
pub fn parse(source: &str, range: Range<usize>, limits: &Limits) -> (Option<Node>, Vec<Problem>) {
    let Some(yaml) = source.get(range.clone()) else { return (None, Vec::new()) };
    if yaml.len() > limits.front && limits.fixed {
        return (
            None,
            vec![Problem::new("front-too-large", range, msg!("front-settings-too-large", size = yaml.len(), limit = limits.front))],
        );
    }
    if yaml.len() > limits.front {
        let msg = msg!("front-too-large", size = yaml.len(), limit = limits.front);
        let higher = limits.front < Limits::HIGHEST.front;
        let help = if higher { msg!("front-too-large-help") } else { msg!("front-too-large-highest") };
        return (None, vec![Problem::new("front-too-large", range, msg).help(help)]);
    }
    let (clean, mut problems) = without_controls(source, &range);
    let source: &str = &clean;
    let piece = Piece { source, yaml: &source[range.clone()], base: range.start, filled: &[] };
    let (root, found) = build(&piece, limits).unwrap_or_else(|_| recover(source, range, limits));
    problems.extend(found);
    problems.sort_by_key(|problem| problem.span.start);
    (root, problems)
}

/// The text with a blank for every control character in the range, of the same length: YAML allows none, and a terminal obeys them.
fn without_controls<'s>(source: &'s str, range: &Range<usize>) -> (Cow<'s, str>, Vec<Problem>) {
    let yaml = &source[range.clone()];
    let bare = yaml.strip_prefix('\u{feff}').unwrap_or(yaml);
    if !bare.bytes().any(|byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0x7f || byte >= 0xc2)
        || !bare.contains(is_control)
    {
        return (Cow::Borrowed(source), Vec::new());
    }
    let mut problems = Vec::new();
    let mut clean = source.to_owned();
    let start = range.end - bare.len();
    for (at, letter) in bare.char_indices().filter(|(_, letter)| is_control(*letter)) {
        let span = start + at..start + at + letter.len_utf8();
        if problems.len() < MOST_PROBLEMS {
            let msg = msg!("front-yaml-control", code = format!("U+{:04X}", u32::from(letter)));
            problems.push(Problem::new("yaml-control", span.clone(), msg).help(msg!("front-yaml-control-help")));
        }
        clean.replace_range(span.clone(), &" ".repeat(span.len()));
    }
    (Cow::Owned(clean), problems)
}

/// What YAML does not count as printable.
fn is_control(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{85}')) || matches!(letter, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{Strategy, prop_oneof, proptest};

    use super::parse;
    use crate::base::limits::Limits;
    use crate::text::front::nodes::{Node, Value};

    fn good(yaml: &str) -> Node {
        let (root, problems) = parse(yaml, 0..yaml.len(), &Limits::default());
        assert_eq!(problems, Vec::new(), "{yaml}");
        root.expect("a node")
    }

    fn seen(yaml: &str) -> String {
        let (root, problems) = parse(yaml, 0..yaml.len(), &Limits::default());
        let rules: Vec<&str> = problems.iter().map(|problem| problem.rule).collect();
        format!("{} {}", root.map(|node| node.to_json()).unwrap_or_default(), rules.join(" ")).trim_end().to_owned()
    }

    #[test]
    fn values_are_the_text_that_stands_there() {
        for (yaml, json) in [
            ("a: no\nb: 1.10\nc: 0012\nd: 2024-01-01\n", r#"{"a":"no","b":"1.10","c":"0012","d":"2024-01-01"}"#),
            ("a: b # c\nurl: https://x.y/#z\n", r#"{"a":"b","url":"https://x.y/#z"}"#),
            ("a:\nb: ~\nc: ''\nd: '~'\n", r#"{"a":null,"b":null,"c":"","d":"~"}"#),
            ("a: [x, 'y, z', {k: v}, ]\n", r#"{"a":["x","y, z",{"k":"v"}]}"#),
            ("tags:\n- a\n-\n- b: c\n  d: e\n", r#"{"tags":["a",null,{"b":"c","d":"e"}]}"#),
            ("a: |\n  x\n\n  y\nb: >-\n  x\n  y\n# c\nc: z", r#"{"a":"x\n\ny\n","b":"x y","c":"z"}"#),
            ("a: multi\n  line  # c\n", r#"{"a":"multi line"}"#),
            ("a: \"\\u00e9\\n\"\n'b c': d\n", r#"{"a":"é\n","b c":"d"}"#),
            ("? [a, b]\n: c\n", r#"{"[a, b]":"c"}"#),
            ("\u{feff}a: b\r\nc:\r\n  - d\r\n", r#"{"a":"b","c":["d"]}"#),
            ("a: &x b\nc: *x\n", r#"{"a":"b","c":"b"}"#),
            ("b: &b {x: 1, y: 2}\na:\n  <<: *b\n  y: 3\n", r#"{"b":{"x":"1","y":"2"},"a":{"y":"3","x":"1"}}"#),
            ("a: {{ x }}\nb: <% y %>\n", r#"{"a":{"{ x }":null},"b":"<% y %>"}"#),
            ("", "null"),
            ("# only\n", "null"),
            ("- a\n", r#"["a"]"#),
            ("a: !x b\n", r#"{"a":"!x b"} yaml-tag"#),
            ("a: !!str 12\n", r#"{"a":"12"} yaml-tag"#),
            ("a: !x\n  b: c\n", r#"{"a":{"b":"c"}} yaml-tag"#),
            ("a: *.md\n", r#"{"a":"*.md"} yaml-syntax"#),
            ("a: &c. and so on\n", r#"{"a":"and so on"} yaml-anchor"#),
            ("a: &a [*a]\n", r#"{"a":["*a"]} yaml-aliases"#),
            ("a: b\nc: d\na: e\n", r#"{"a":"b","c":"d"} duplicate-key"#),
            ("a: b\n---\nc: d\n", r#"{"a":"b"} yaml-documents"#),
        ] {
            assert_eq!(seen(yaml), json, "{yaml}");
        }
    }

    #[test]
    fn spans_are_the_bytes_of_the_value_alone() {
        let yaml = "één: b  # c\nlist:\n  - x   \n  - 'y'\nempty:\nflow: [a, {b: c}]  # k\nlit: |-  # h\n  eén\n\n  two\n\nfold: >\n  | x\nkeep: |+\n  x\n\nlast: multi\n  line  \nnone: |\nend: &z \"z\"\ny: !y\nz: # c\n";
        let root = good(&yaml.replace(" !y", "").replace("&z ", ""));
        assert!(root.indirect || root.entries().is_some());
        let (root, _) = parse(yaml, 0..yaml.len(), &Limits::default());
        let root = root.expect("a mapping");
        let raw: Vec<(&str, &str)> =
            root.entries().expect("entries").iter().map(|entry| (&yaml[entry.key_span.clone()], entry.value.raw(yaml))).collect();
        assert_eq!(
            raw,
            [
                ("één", "b"),
                ("list", "- x   \n  - 'y'"),
                ("empty", ""),
                ("flow", "[a, {b: c}]"),
                ("lit", "|-  # h\n  eén\n\n  two"),
                ("fold", ">\n  | x"),
                ("keep", "|+\n  x\n"),
                ("last", "multi\n  line"),
                ("none", "|"),
                ("end", "\"z\""),
                ("y", "!y"),
                ("z", ""),
            ]
        );
        let after_colon = |key: &str| root.get(key).map(|node| yaml[..node.span.start].ends_with(':'));
        assert_eq!((after_colon("empty"), after_colon("z")), (Some(true), Some(true)));
        assert!(matches!(root.get("flow").expect("flow").value, Value::List { flow: true, .. }));
    }

    /// A value as a person may write it: the text of it, and the lines of it below a given indentation.
    #[derive(Clone, Debug)]
    enum Made {
        Scalar(&'static str, &'static str),
        Block(&'static str, &'static str, &'static [&'static str]),
        FlowList(Vec<(&'static str, &'static str)>),
        FlowMap(Vec<(&'static str, &'static str)>),
        List(Vec<Made>),
        Map(Vec<Made>),
    }

    const SCALARS: &[(&str, &str)] = &[
        ("", ""),
        ("no", "no"),
        ("één twee", "één twee"),
        ("a#b:c", "a#b:c"),
        ("'it''s: #1'", "it's: #1"),
        ("\"tab\\t \\u00e9 \\\"x\\\"\"", "tab\t é \"x\""),
        ("''", ""),
        ("\"日本 # 語\"", "日本 # 語"),
        ("-1", "-1"),
        ("~", "~"),
    ];

    impl Made {
        fn write(&self, out: &mut String, indent: usize, end: &str, comment: &str) {
            let pad = " ".repeat(indent);
            match self {
                Self::Scalar(raw, _) => {
                    let space = if raw.is_empty() { "" } else { " " };
                    out.extend([space, raw, comment, end]);
                }
                Self::Block(header, _, lines) => {
                    out.extend([" ", header, comment, end]);
                    for line in *lines {
                        out.extend([if line.is_empty() { "" } else { &pad }, line, end]);
                    }
                }
                Self::FlowList(items) => {
                    let items: Vec<&str> = items.iter().map(|(raw, _)| if raw.is_empty() { "''" } else { raw }).collect();
                    out.extend([" [", &items.join(" , "), "]", comment, end]);
                }
                Self::FlowMap(items) => {
                    let items: Vec<String> = items.iter().enumerate().map(|(at, (raw, _))| format!("k{at}: {raw}")).collect();
                    out.extend([" {", &items.join(", "), "}", comment, end]);
                }
                Self::List(items) => {
                    out.extend([comment, end]);
                    for item in items {
                        out.extend([&pad, "-"]);
                        item.write(out, indent + 2, end, comment);
                    }
                }
                Self::Map(values) => {
                    out.extend([comment, end]);
                    for (at, value) in values.iter().enumerate() {
                        out.extend([&pad, "sleutel é", &at.to_string(), ":"]);
                        value.write(out, indent + 2, end, comment);
                    }
                }
            }
        }

        fn check(&self, node: &Node, source: &str, within: &std::ops::Range<usize>) {
            assert!(within.start <= node.span.start && node.span.end <= within.end, "{:?} in {within:?}", node.span);
            assert!(source.get(node.span.clone()).is_some() && !node.indirect);
            let raw = node.raw(source);
            match self {
                Self::Scalar(written, text) => assert_eq!((raw, node.text()), (*written, Some(*text))),
                Self::Block(header, text, _) => {
                    assert_eq!(node.text(), Some(*text));
                    assert!(raw.starts_with(header));
                }
                Self::FlowList(items) => {
                    let found: Vec<&str> = node.items().expect("a list").iter().filter_map(Node::text).collect();
                    assert_eq!(found, items.iter().map(|(_, text)| *text).collect::<Vec<_>>());
                    assert!(raw.starts_with('[') && raw.ends_with(']'));
                }
                Self::FlowMap(items) => {
                    let found: Vec<&str> = node.entries().expect("a mapping").iter().filter_map(|entry| entry.value.text()).collect();
                    assert_eq!(found, items.iter().map(|(_, text)| *text).collect::<Vec<_>>());
                    assert!(raw.starts_with('{') && raw.ends_with('}'));
                }
                Self::List(items) => {
                    let mut last = node.span.start;
                    assert_eq!(node.items().expect("a list").len(), items.len());
                    for (item, found) in items.iter().zip(node.items().expect("a list")) {
                        assert!(last <= found.span.start);
                        last = found.span.end;
                        item.check(found, source, &node.span);
                    }
                }
                Self::Map(values) => {
                    let mut last = node.span.start;
                    assert_eq!(node.entries().expect("a mapping").len(), values.len());
                    for (at, (value, entry)) in values.iter().zip(node.entries().expect("a mapping")).enumerate() {
                        assert_eq!(source[entry.key_span.clone()], format!("sleutel é{at}"));
                        assert!(last <= entry.key_span.start && entry.key_span.end < entry.value.span.start);
                        last = entry.value.span.end;
                        value.check(&entry.value, source, &node.span);
                    }
                }
            }
            if let Value::Scalar { text, .. } = &node.value {
                let alone = format!("{raw}\n");
                let (again, _) = parse(&alone, 0..alone.len(), &Limits::default());
                let lost = again.is_none() && text.is_empty();
                assert!(lost || again.as_ref().and_then(Node::text) == Some(text), "{raw:?} is {again:?}");
            }
        }
    }

    fn made() -> impl Strategy<Value = Made> {
        let scalar = || proptest::sample::select(SCALARS);
        let block = proptest::sample::select(&[
            ("|", "één\n\n  twee \n", &["één", "", "  twee "] as &[&str]),
            ("|-", "# x", &["# x", "", ""]),
            ("|+", "x\n\n", &["x", ""]),
            (">", "a b\nc\n", &["a", "b", "", "c"]),
            (">-", "| >", &["| >"]),
        ]);
        let leaf = prop_oneof![
            4 => scalar().prop_map(|(raw, text)| Made::Scalar(raw, text)),
            1 => block.prop_map(|(header, text, lines)| Made::Block(header, text, lines)),
            1 => vec(scalar(), 0..4).prop_map(Made::FlowList),
            1 => vec(scalar(), 0..4).prop_map(Made::FlowMap),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![vec(inner.clone(), 1..4).prop_map(Made::List), vec(inner, 1..4).prop_map(Made::Map)]
        })
    }

    fn spans(node: &Node, text: &str) {
        assert!(text.get(node.span.clone()).is_some(), "{node:?}");
        for node in node.items().into_iter().flatten() {
            spans(node, text);
        }
        for entry in node.entries().into_iter().flatten() {
            assert!(text.get(entry.key_span.clone()).is_some());
            spans(&entry.value, text);
        }
    }

    proptest! {
        #[test]
        fn every_value_is_read_back_from_its_own_bytes(
            values in vec(made(), 1..6),
            end in proptest::sample::select(&["\n", "\r\n"]),
            comment in proptest::sample::select(&["", " # wat é", "   "]),
            before in proptest::sample::select(&["", "# é\n", "---\n"]),
        ) {
            let map = Made::Map(values);
            let mut source = before.to_owned();
            let mut body = String::new();
            map.write(&mut body, 0, end, "");
            source += body.strip_prefix(end).unwrap_or(&body);
            let mut commented = String::new();
            map.write(&mut commented, 0, end, comment);
            for source in [source, commented] {
                let start = if source.starts_with("---") { 4 } else { 0 };
                let (root, problems) = parse(&source, start..source.len(), &Limits::default());
                assert_eq!(problems, Vec::new());
                map.check(&root.expect("a mapping"), &source, &(start..source.len()));
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "(?s)([a-c]:|- |[\\[\\]{}'\"|>&*!%@#?:,\t\r\n ]|\u{feff}|\u{1}|é|<<|---|x){0,40}") {
            let (root, problems) = parse(&text, 0..text.len(), &Limits::default());
            for problem in &problems {
                assert!(text.get(problem.span.clone()).is_some(), "{problem:?}");
                problem.msg.text(crate::base::lang::Lang::Nl);
            }
            assert!(root.is_some() || !problems.is_empty() || text.trim().is_empty() || text.contains(['#', '\u{feff}', '-']), "{text:?}");
            if let Some(root) = root {
                spans(&root, &text);
            }
        }

        #[test]
        fn any_text_at_all_is_read(text in "\\PC*(\n\\PC*){0,5}") {
            parse(&text, 0..text.len(), &Limits::default());
        }
    }
}
