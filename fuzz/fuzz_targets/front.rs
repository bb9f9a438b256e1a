//! Front matter: any text is read, and every place that it gives is a place in that text.
#![no_main]

use std::ops::Range;

use cop::base::limits::Limits;
use cop::text::front::nodes::{Node, Value};
use cop::text::front::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let front = read(text, &Limits::default());
    assert!(text.is_char_boundary(front.body));
    if let Some(range) = front.range.clone() {
        assert!(text.get(range).is_some());
    }
    for problem in &front.problems {
        assert!(text.get(problem.span.clone()).is_some(), "{problem:?}");
    }
    if let Some(root) = &front.root {
        each(root, &mut |span| assert!(text.get(span.clone()).is_some(), "{span:?}"));
    }
});

fn each(node: &Node, seen: &mut impl FnMut(&Range<usize>)) {
    seen(&node.span);
    match &node.value {
        Value::Scalar { .. } => {}
        Value::List { items, .. } => items.iter().for_each(|item| each(item, seen)),
        Value::Map { entries, .. } => entries.iter().for_each(|entry| each(&entry.value, seen)),
    }
}
