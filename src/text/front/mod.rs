//! Front matter: where it is, and every key and value of it with its place and its text as written.
//!
//! Nothing here guesses types: `no` is the text `no`, `1.10` is `1.10`. A kind's fields say what a text means.

use std::ops::Range;

use crate::base::limits::Limits;
use crate::base::problem::Problem;
use crate::msg;

mod build;
pub mod nodes;
pub mod parse;
pub mod split;

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

/// Finds and reads the front matter of a file.
pub fn read(text: &str, limits: &Limits) -> Front {
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
