//! What stands behind the keys of a query: for whoever has to change a name in it.

use std::ops::Range;

use super::fields::known;
use super::lex::Kind;
use super::reach::tokens;
use super::vocabulary::Vocabulary;

/// A value of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The key that is meant, as keys are compared: `trefwoord:x` is of `tag`.
    pub key: String,
    /// The bytes of the value, without its quotes.
    pub span: Range<usize>,
}

/// Every value that stands behind a known key, in order.
pub fn values(text: &str, vocabulary: &dyn Vocabulary) -> Vec<Said> {
    let (tokens, _) = tokens(text, vocabulary);
    let mut all = Vec::new();
    for token in tokens {
        let Kind::Field { key, values } = token.kind else { continue };
        let Some(key) = known(&text[key], vocabulary) else { continue };
        all.extend(values.into_iter().map(|span| Said { key: key.clone(), span }));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::values;
    use crate::model::query::samples::Sample;

    #[test]
    fn every_value_has_the_key_that_is_meant() {
        let text = "mail -trefwoord:a,\"b c\" (steward:@kees OR ref:practice/x) so:y \"by:z\"";
        let found: Vec<String> = values(text, &Sample).into_iter().map(|said| format!("{}={}", said.key, &text[said.span])).collect();
        assert_eq!(found, ["tag=a", "tag=b c", "steward=@kees", "ref=practice/x"]);
    }
}
