//! Reading a piece of YAML: nodes with their places, and what is wrong.

use std::ops::Range;

use super::build::{Piece, build};
use super::nodes::Node;
use crate::base::limits::Limits;
use crate::base::problem::Problem;
use crate::msg;

/// Reads the YAML in some bytes of a file; `None` where nothing but blanks and comments stands there, or more than the limit.
///
/// It never fails: what can't be read is a problem, and the rest is read all the same. Of several documents the first counts.
/// Spans are bytes of `source`. A range that does not fit `source` reads nothing.
pub fn parse(source: &str, range: Range<usize>, limits: &Limits) -> (Option<Node>, Vec<Problem>) {
    let Some(yaml) = source.get(range.clone()) else { return (None, Vec::new()) };
    if yaml.len() > limits.front {
        let msg = msg!("front-too-large", size = yaml.len(), limit = limits.front);
        return (None, vec![Problem::new("front-too-large", range, msg).help(msg!("front-too-large-help"))]);
    }
    let piece = Piece { source, yaml, base: range.start, filled: &[] };
    match build(&piece, limits) {
        Ok(read) => read,
        Err(fault) => (None, vec![Problem::new("yaml-syntax", fault.at..fault.at, msg!("front-yaml-syntax"))]),
    }
}

#[cfg(test)]
mod tests {
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
}
