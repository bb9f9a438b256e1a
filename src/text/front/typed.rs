//! YAML of a fixed shape, such as a history to replay, read straight into a type.
//!
//! What people write by hand goes through [`parse`](super::parse::parse), which reads on after a fault; this stops at the first.

use serde::de::DeserializeOwned;

/// Why a text is not the YAML that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct YamlError {
    /// The line, from 1; 0 if it concerns the text as a whole.
    pub line: u32,
    /// The column in characters, from 1; 0 if it concerns the text as a whole.
    pub column: u32,
    /// What the parser says, in English.
    pub message: String,
}

/// Reads a YAML text into a type; fails at the first thing that does not fit.
///
/// Only `true` and `false` are yes and no, a text field takes any plain value as it stands, and aliases, depth and size are limited.
pub fn typed<T: DeserializeOwned>(text: &str) -> Result<T, YamlError> {
    let options = serde_yaml::options! { strict_booleans: true, with_snippet: false, emit_comments: false };
    serde_yaml::from_str_with_options(text, options).map_err(|error| {
        let place = error.location();
        let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let rendered = error.to_string();
        // The place stands in fields of its own.
        let message = rendered.split(" at line ").next().unwrap_or(&rendered);
        let message = message.strip_prefix("error: ").unwrap_or(message).to_owned();
        YamlError { line: place.map_or(0, |place| number(place.line())), column: place.map_or(0, |place| number(place.column())), message }
    })
}

#[cfg(test)]
mod tests {
    use super::{YamlError, typed};

    #[derive(Debug, PartialEq, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Commit {
        who: String,
        #[serde(default)]
        files: Vec<String>,
        day: Option<u32>,
    }

    #[test]
    fn a_fixed_shape_is_read() {
        let commits: Vec<Commit> = typed("- who: no\n  files: [0012, 2024-01-01]\n- {who: 'b', day: 3}\n").expect("good");
        assert_eq!(commits[0], Commit { who: "no".into(), files: vec!["0012".into(), "2024-01-01".into()], day: None });
        assert_eq!(commits[1].day, Some(3));
    }

    #[test]
    fn what_does_not_fit_has_its_place() {
        let places = ["- who: a\n  file: b\n", "- who: a\n  day: x\n", "- who: a\n  who: b\n", "- who: [\n"].map(|text| {
            let YamlError { line, column, message } = typed::<Vec<Commit>>(text).expect_err(text);
            assert!(!message.is_empty() && !message.contains("line"), "{message}");
            (line, column)
        });
        assert_eq!(places[..3], [(2, 3), (2, 8), (2, 3)]);
    }
}
