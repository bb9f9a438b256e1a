//! Words as Markdown that says them and nothing else.

/// As code, between as many backticks as it takes.
pub fn code(text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// Words as words: no markup, and nothing that calls a person or becomes a link by itself. No backslash or entity keeps a host from
/// that, since it looks when those are gone; a comment that says nothing does.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + letter.len_utf8()..]);
        if letter == '.' && before.get(before.len().saturating_sub(3)..).is_some_and(|last| last.eq_ignore_ascii_case("www")) {
            safe.push_str(APART);
        }
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$') {
            safe.push('\\');
        }
        safe.push(letter);
        if is_apart(letter, before, after) {
            safe.push_str(APART);
        }
    }
    safe
}

/// A comment that says nothing.
const APART: &str = "<!-- -->";

/// Whether a letter and what follows would become a link, a call or a picture: a person (`@anna`), an address, an issue or whatever
/// else a host numbers (`#1`, `GH-1`, `!1`, `$1`, `%1`, `&1`), a label (`~bug`), a picture by its name (`:tada:`).
fn is_apart(letter: char, before: &str, after: &str) -> bool {
    let follows = |what: fn(char) -> bool| after.starts_with(what);
    match letter {
        '@' => follows(|next| !next.is_whitespace()),
        ':' => after.starts_with("//") || is_picture(after),
        '#' | '!' | '$' | '%' | '&' => follows(|next| next.is_alphanumeric() || next == '"'),
        '~' | '^' => follows(|next| next.is_alphabetic() || next == '"'),
        '-' => follows(|next| next.is_ascii_digit()) && before.ends_with(|last: char| last.is_ascii_uppercase()),
        _ => false,
    }
}

/// Whether a colon before this opens the name of a picture.
fn is_picture(after: &str) -> bool {
    let name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '+' | '-');
    after.find(|letter| !name(letter)).is_some_and(|end| end > 0 && after[end..].starts_with(':'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{APART, code, escaped};
    use crate::base::limits::Limits;
    use crate::text::markdown::{HeadingIds, read};

    #[test]
    fn what_a_host_would_link_or_call_is_taken_apart() {
        for text in ["@|anna", "a@|b.nl", "http:|//x", "www|.x.nl", "see #|12", "GH-|3", "MDTO-|3", "%|2", "!|2", ":|tada:"] {
            let (before, after) = text.split_once('|').unwrap();
            assert_eq!(escaped(&format!("{before}{after}")), format!("{before}{APART}{after}"));
        }
        assert_eq!(escaped("~\"a b\" &1 $2"), format!("\\~{APART}\"a b\" \\&{APART}1 \\${APART}2"));
    }

    #[test]
    fn words_stay_words() {
        for text in [
            "no such document: scan-letter",
            "the 1st of 3: 12:30",
            "a # b, 100% and !",
            "2026-11-22",
            "1234",
            "added",
            "it's 20-30",
            "deadbeef",
        ] {
            assert_eq!(escaped(text), text);
        }
    }

    #[test]
    fn code_has_a_longer_fence_than_it_holds() {
        assert_eq!([code("a"), code("a`b"), code("`a``")], ["`a`", "``a`b``", "``` `a`` ```"]);
    }

    proptest! {
        #[test]
        fn no_words_become_links_mentions_or_html(text in "[-a-z0-9 @#:/.<>|`*_\\[\\]()!&$~\\\\^%]{0,40}") {
            let read = read(&format!("- x {}\n", escaped(&text)), 0, HeadingIds::GitHub, &Limits::default());
            prop_assert_eq!((read.links, read.mentions), (vec![], vec![]));
        }
    }
}
