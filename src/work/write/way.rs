//! The way from one file to another, as a link says it.

use std::fmt::Write;

use crate::base::path::folder;

/// The way from one file to another, as the target of a link.
pub(super) fn way(from: &str, to: &str) -> String {
    let way = relative(from, to);
    let mut safe = String::with_capacity(way.len());
    for letter in way.chars() {
        match letter {
            // What would end the target, begin something else, or be read as what was encoded already.
            ' ' | '(' | ')' | '<' | '>' | '\\' | '"' | '%' | '#' | '?' | '&' | '*' | '_' | '`' | '[' | ']' | '{' | '}' => {
                safe.push_str(&encoded(letter));
            }
            letter if letter.is_control() => safe.push_str(&encoded(letter)),
            letter => safe.push(letter),
        }
    }
    // A colon in the first part would be read as a scheme.
    let is_scheme = safe.split('/').next().is_some_and(|first| first.contains(':'));
    if is_scheme { format!("./{safe}") } else { safe }
}

/// The same as a path: both files are named from the root.
pub(super) fn relative(from: &str, to: &str) -> String {
    let up: Vec<&str> = folder(from).split('/').filter(|part| !part.is_empty()).collect();
    let down: Vec<&str> = to.split('/').collect();
    let shared = up.iter().zip(&down[..down.len() - 1]).take_while(|(one, other)| one == other).count();
    "../".repeat(up.len() - shared) + &down[shared..].join("/")
}

/// A letter with percent signs, as an address has it.
pub(super) fn encoded(letter: char) -> String {
    let (mut bytes, mut said) = ([0; 4], String::new());
    for byte in letter.encode_utf8(&mut bytes).bytes() {
        let _ = write!(said, "%{byte:02X}");
    }
    said
}

#[cfg(test)]
mod tests {
    use super::way;

    #[test]
    fn a_way_leads_from_a_file_to_another() {
        for (from, to, expected) in [
            ("members/ada.md", "practices/a.md", "../practices/a.md"),
            ("members/ada.md", "members/bo.md", "bo.md"),
            ("members/ada.md", "a.md", "../a.md"),
            ("ada.md", "practices/a.md", "practices/a.md"),
            ("a/b/ada.md", "a/c/d.md", "../c/d.md"),
            ("members/ada.md", "practices/a (b) 100%.md", "../practices/a%20%28b%29%20100%25.md"),
            ("ada.md", "a:b.md", "./a:b.md"),
            ("members/ada.md", "praktijken/één.md", "../praktijken/één.md"),
        ] {
            assert_eq!(way(from, to), expected, "{from} {to}");
        }
    }
}
