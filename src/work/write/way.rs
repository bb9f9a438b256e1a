//! The way from one file to another, as a link says it.

use crate::base::path::relative;
use crate::base::percent::encoded;

/// The way from one file to another, as the target of a link.
pub(super) fn way(from: &str, to: &str) -> String {
    let way = relative(from, to);
    // Not what would end the target, begin something else, or be read as what was encoded already.
    let is_plain = |letter: char| !letter.is_control() && !r#" ()<>\"%#?&*_`[]{}"#.contains(letter);
    let safe = encoded(&way, is_plain);
    // A colon in the first part would be read as a scheme.
    let is_scheme = safe.split('/').next().is_some_and(|first| first.contains(':'));
    if is_scheme { format!("./{safe}") } else { safe }
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
