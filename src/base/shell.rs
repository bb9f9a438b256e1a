//! Words as they can be typed in a shell: what is proposed to be typed must be one word there, and no command.

use std::borrow::Cow;

/// Whether a text stands on a command line as it is: as one word that is no option and means nothing to the shell.
pub fn is_plain(text: &str) -> bool {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./:@,+".contains(letter);
    !text.is_empty() && !text.starts_with('-') && text.chars().all(is_plain)
}

/// A text as one word of a command line, between quotes if it needs them. A leading dash stays one: what would be an option still is.
pub fn quoted(text: &str) -> Cow<'_, str> {
    if is_plain(text) { text.into() } else { format!("'{}'", text.replace('\'', r"'\''")).into() }
}

/// A path from the top of a work tree as one word of a git command, which means that file in whatever folder it is typed.
pub fn from_top(path: &str) -> String {
    let begins_plainly = path.starts_with(|letter: char| letter.is_alphanumeric() || letter == '.' || letter == '_');
    // What else it begins with could be one of git's signs, and what has stars many files.
    let magic = if begins_plainly && !path.contains(['*', '?', '[', '\\']) { ":/" } else { ":(top,literal)" };
    quoted(&format!("{magic}{path}")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{from_top, is_plain, quoted};

    #[test]
    fn a_path_is_the_same_one_from_any_folder() {
        for (path, expected) in [
            ("practices/x.md", ":/practices/x.md"),
            (".gitignore", ":/.gitignore"),
            ("x;touch PWN$(id).md", "':/x;touch PWN$(id).md'"),
            ("!x.md", "':(top,literal)!x.md'"),
            ("a[1].md", "':(top,literal)a[1].md'"),
        ] {
            assert_eq!(from_top(path), expected);
        }
    }

    #[test]
    fn what_is_plain_is_typed_as_it_is() {
        for plain in ["rebasing", "practice/één-2.0", "@anna", "kind:practice", "a_b+c,d", "/home/zoë/club", "IJsland", "café"] {
            assert!(is_plain(plain), "{plain}");
            assert_eq!(quoted(plain), plain);
        }
    }

    #[test]
    fn what_the_shell_would_read_otherwise_is_quoted() {
        for (odd, expected) in [
            ("", "''"),
            ("two words", "'two words'"),
            ("a\nb", "'a\nb'"),
            ("foto's", r"'foto'\''s'"),
            ("'", r"''\'''"),
            ("\"a\"", "'\"a\"'"),
            ("$(rm)", "'$(rm)'"),
            ("$HOME", "'$HOME'"),
            ("`x`", "'`x`'"),
            ("a;b", "'a;b'"),
            ("a|b", "'a|b'"),
            ("a&b", "'a&b'"),
            ("~/x", "'~/x'"),
            ("*.md", "'*.md'"),
            (r"a\b", r"'a\b'"),
            ("#a", "'#a'"),
            ("-rf", "'-rf'"),
            ("a\x1b[2J", "'a\x1b[2J'"),
        ] {
            assert!(!is_plain(odd), "{odd}");
            assert_eq!(quoted(odd), expected, "{odd}");
        }
    }
}
