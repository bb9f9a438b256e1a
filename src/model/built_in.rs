//! The kinds that cop brings, read when cop was built: parsing their YAML at every start took longer than a search.

use std::sync::LazyLock;

use crate::text::front::nodes::{Entry, Node, Style, Value};

use super::kind::Kind;
use super::kind_file::{Layer, apply};
use super::reading::{Fault, Reader};

/// The kinds that cop brings, in the order in which they are shown.
pub const BUILT_IN: [&str; 10] = ["practice", "question", "answer", "decision", "term", "meeting", "story", "resource", "flag", "member"];

/// YAML as `build.rs` found it.
#[derive(Debug)]
enum Fixed {
    Text(&'static str),
    List(&'static [Fixed]),
    Map(&'static [(&'static str, Fixed)]),
}

// `FILES`: every kind's name, and `common` for what all have, with what its file says.
include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// What cop brings itself: the same whatever a community allows its files.
pub(super) struct BuiltIn {
    /// What every kind has.
    pub(super) common: Kind,
    /// The kinds, in the order of [`BUILT_IN`].
    pub(super) kinds: Vec<Kind>,
    /// What is wrong with them, which a test sees to being nothing.
    #[cfg_attr(not(test), expect(dead_code, reason = "only the test that it is empty asks"))]
    pub(super) faults: Vec<Fault>,
}

pub(super) static READ: LazyLock<BuiltIn> = LazyLock::new(|| {
    let mut faults = Vec::new();
    let mut common = Kind::new("");
    lay(&mut common, "common", &mut faults);
    let mut kinds = Vec::with_capacity(BUILT_IN.len());
    for name in BUILT_IN {
        let mut kind = Kind { name: name.to_owned(), ..common.clone() };
        lay(&mut kind, name, &mut faults);
        kinds.push(kind);
    }
    BuiltIn { common, kinds, faults }
});

/// Lays what a file says over a kind.
fn lay(kind: &mut Kind, name: &str, faults: &mut Vec<Fault>) {
    if let Some((_, fixed)) = FILES.iter().find(|(file, _)| *file == name) {
        apply(kind, &fixed.node(), Layer::Own, &mut Reader::new(name, faults));
    }
}

impl Fixed {
    /// The same as nodes, which stand nowhere.
    fn node(&self) -> Node {
        let value = match self {
            Self::Text(text) => Value::Scalar { text: (*text).to_owned(), style: Style::Double },
            Self::List(items) => Value::List { items: items.iter().map(Self::node).collect(), flow: true },
            Self::Map(entries) => Value::Map { entries: entries.iter().map(|(key, value)| entry(key, value)).collect(), flow: true },
        };
        Node { value, span: 0..0, indirect: false }
    }
}

fn entry(key: &str, value: &Fixed) -> Entry {
    Entry { key: key.to_owned(), key_span: 0..0, value: value.node() }
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, FILES, READ};
    use crate::base::embedded::template;
    use crate::base::limits::Limits;
    use crate::text::front::parse::parse;

    #[test]
    fn the_kinds_are_without_fault() {
        assert_eq!(READ.faults, []);
        assert_eq!(READ.kinds.len(), BUILT_IN.len());
        assert_eq!(READ.common.name, "");
    }

    #[test]
    fn what_was_built_in_is_what_the_files_say() {
        assert_eq!(FILES.len(), BUILT_IN.len() + 1);
        for (name, fixed) in &FILES {
            let path = if *name == "common" { "kinds/common.yaml".to_owned() } else { format!("kinds/{name}/kind.yaml") };
            let yaml = template(&path).expect(&path);
            let (node, problems) = parse(&yaml, 0..yaml.len(), &Limits::of_settings());
            assert_eq!(problems, [], "{path}");
            assert_eq!(node.expect("a mapping").to_json(), fixed.node().to_json(), "{path}");
        }
    }
}
