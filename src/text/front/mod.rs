//! Front matter: where it is, and every key and value of it with its place and its text as written.
//!
//! Nothing here guesses types: `no` is the text `no`, `1.10` is `1.10`. A kind's fields say what a text means.

use std::ops::Range;

use crate::base::limits::Limits;
use crate::base::problem::Problem;
use crate::msg;

mod build;
pub mod edit;
pub mod nodes;
pub mod parse;
mod recover;
mod rows;
pub mod split;
pub mod typed;

use nodes::{Node, Value};

/// What the front matter of a file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Front {
    /// The bytes between the fences, without them; `None` where a file has no front matter.
    pub range: Option<Range<usize>>,
    /// The byte at which the text begins.
    pub body: usize,
    /// The mapping that was read; `None` where there is no front matter or it is empty.
    pub root: Option<Node>,
    /// All that is wrong with it, in the order of the file.
    pub problems: Vec<Problem>,
}

impl Front {
    /// The value under a key, if there is one.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.root.as_ref()?.get(key)
    }
}

/// So many fixes of one file are looked at.
const FIXES: usize = 16;

/// Finds and reads the front matter of a file.
pub fn read(text: &str, limits: &Limits) -> Front {
    let mut front = read_once(text, limits);
    if front.problems.iter().any(|problem| problem.fix.is_some()) {
        keep_right_fixes(text, limits, &mut front);
    }
    front
}

/// Leaves those fixes away with which something else would be read, as where a line belongs to the value above it.
fn keep_right_fixes(text: &str, limits: &Limits, front: &mut Front) {
    let says = |front: &Front| front.root.as_ref().map(Node::to_json);
    let (before, count) = (says(front), front.problems.len());
    let mut looked_at = 0;
    for problem in &mut front.problems {
        let is_right = problem.fix.as_ref().is_some_and(|fix| {
            looked_at += 1;
            let parts = [text.get(..fix.span.start), Some(fix.with.as_str()), text.get(fix.span.end..)];
            let fixed = parts.into_iter().flatten().collect::<String>();
            let after = if looked_at <= FIXES { Some(read_once(&fixed, limits)) } else { None };
            after.is_some_and(|after| after.problems.len() < count && says(&after) == before)
        });
        if !is_right {
            problem.fix = None;
        }
    }
}

fn read_once(text: &str, limits: &Limits) -> Front {
    let split::Split { front: range, body, mut problems } = split::split(text);
    let Some(yaml) = range.clone() else { return Front { range, body, root: None, problems } };
    let (root, found) = parse::parse(text, yaml, limits);
    let explained = found.iter().any(|problem| problem.rule.starts_with("yaml-"));
    problems.extend(found);
    if let Some(node) = &root
        && !matches!(node.value, Value::Map { .. })
        && !node.is_null()
        && !explained
    {
        problems.push(Problem::new("front-not-mapping", node.span.clone(), msg!("front-not-mapping")).help(msg!("front-not-mapping-help")));
    }
    let root = root.filter(|node| !node.is_null());
    Front { range, body, root, problems }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::base::limits::Limits;

    #[test]
    fn a_file_is_read_as_far_as_it_can_be() {
        let rules = |text: &str| read(text, &Limits::default()).problems.iter().map(|problem| problem.rule).collect::<Vec<_>>();
        assert_eq!(rules("---\na: b\n---\n# Title\n"), Vec::<&str>::new());
        assert_eq!(rules("no front matter"), Vec::<&str>::new());
        assert_eq!(rules("---\n---\n"), Vec::<&str>::new());
        assert_eq!(rules("---\n# comment\n---\n"), Vec::<&str>::new());
        assert_eq!(rules("---\njust text\n---\n"), ["front-not-mapping"]);
        assert_eq!(rules("---\n- a\n---\n"), ["front-not-mapping"]);
        assert_eq!(rules("---\n- @a\n---\n"), ["yaml-syntax"]);
        assert_eq!(rules("\n---\na: @b\na: c\n---\n"), ["front-not-first", "yaml-syntax", "duplicate-key"]);
        assert_eq!(rules("---\na: #tag\nb: \u{1b}x\n---\n"), ["yaml-comment", "yaml-control"]);
    }

    #[test]
    fn places_count_from_the_beginning_of_the_file() {
        let text = "\u{feff}---\r\ntitle: é: x # c\r\nlist: [één]\r\n---\r\nText";
        let front = read(text, &Limits::default());
        let raw = |key: &str| front.get(key).map(|node| node.raw(text));
        assert_eq!((raw("title"), raw("list"), raw("other")), (Some("é: x"), Some("[één]"), None));
        assert_eq!(&text[front.body..], "Text");
        assert_eq!(&text[front.problems[0].span.clone()], ": x");
    }
}
