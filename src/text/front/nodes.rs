//! YAML as it was written: the text, style and bytes of every value, untyped.

use std::ops::Range;

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What stands there.
    pub value: Value,
    /// Its bytes in the whole file, without comments or line end, anchor or tag.
    ///
    /// A block scalar begins at its `|` or `>`. An absent value is an empty span right after the colon or the dash. What came in by an
    /// alias or a merge has, with all that is in it, the span of the alias.
    pub span: Range<usize>,
    /// It carries an anchor or a tag, came in by an alias or a merge, or could not be read: not to be edited in place.
    pub indirect: bool,
}

/// What a node holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, in whatever quotes; an absent value is plain empty text.
    Scalar {
        /// The text that the notation stands for.
        text: String,
        /// How it was written.
        style: Style,
    },
    /// A list, `[a, b]` if `flow`.
    List {
        /// The items.
        items: Vec<Node>,
        /// Whether it was written in brackets.
        flow: bool,
    },
    /// A mapping in its order, `{a: b}` if `flow`; of a key given twice both entries stand here and the first counts.
    Map {
        /// The entries.
        entries: Vec<Entry>,
        /// Whether it was written in braces.
        flow: bool,
    },
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// `'…'`
    Single,
    /// `"…"`
    Double,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key's text; a key that is no scalar is shown as it was written.
    pub key: String,
    /// The key's bytes.
    pub key_span: Range<usize>,
    /// The value.
    pub value: Node,
}

impl Node {
    /// Whether nothing, `~` or `null` was written, without quotes.
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, style: Style::Plain } if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// What was written, quotes and all.
    pub fn raw<'s>(&self, source: &'s str) -> &'s str {
        source.get(self.span.clone()).unwrap_or_default()
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The items of a list.
    pub fn items(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List { items, .. } => Some(items),
            _ => None,
        }
    }

    /// The entries of a mapping.
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.value {
            Value::Map { entries, .. } => Some(entries),
            _ => None,
        }
    }

    /// The value under a key of a mapping.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries()?.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The same as JSON, every scalar as the text that it is; an absent value is null.
    pub fn to_json(&self) -> serde_json::Value {
        match &self.value {
            Value::Scalar { .. } if self.is_null() => serde_json::Value::Null,
            Value::Scalar { text, .. } => serde_json::Value::String(text.clone()),
            Value::List { items, .. } => items.iter().map(Self::to_json).collect(),
            Value::Map { entries, .. } => {
                let mut map = serde_json::Map::new();
                for entry in entries {
                    map.entry(entry.key.clone()).or_insert_with(|| entry.value.to_json());
                }
                serde_json::Value::Object(map)
            }
        }
    }
}
