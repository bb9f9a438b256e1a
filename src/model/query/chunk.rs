//! A stretch of a query between spaces, as the words in it.

use crate::text::words::{self, Language};

/// What `mail*` begins with; `None` for anything else that has an asterisk.
pub(super) fn prefix(chunk: &str) -> Option<String> {
    let start = chunk.strip_suffix('*')?;
    let surfaces = words::surfaces(start);
    let whole = start.starts_with(char::is_alphanumeric) && start.ends_with(char::is_alphanumeric);
    match surfaces.as_slice() {
        [only] if whole => Some(only.clone()),
        _ => None,
    }
}

/// The words of a chunk; those that are one word with a sign in it (`e-mail`, `example.com`, `1,000`, `漢字`) together.
pub(super) fn units(chunk: &str) -> Vec<Vec<String>> {
    let mut units: Vec<Vec<String>> = Vec::new();
    let mut end = 0;
    words::words(chunk, Language::Other, |word| {
        let between = &chunk[end..word.range.start];
        let digits = chunk[..end].ends_with(|letter: char| letter.is_ascii_digit())
            && word.surface.starts_with(|letter: char| letter.is_ascii_digit());
        let together = matches!(between, "" | "-" | "." | "@" | "'" | "’" | "\u{2010}" | "\u{2011}") || (between == "," && digits);
        match units.last_mut() {
            Some(unit) if together => unit.push(word.surface.to_owned()),
            _ => units.push(vec![word.surface.to_owned()]),
        }
        end = word.range.end;
    });
    units
}
