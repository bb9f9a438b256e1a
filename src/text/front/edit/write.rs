//! Writing a scalar so that every reader of YAML reads the text that was meant.

use std::fmt::Write;

use crate::text::front::nodes::Style;

/// A text that is to stand as one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// What it is to be read as.
    pub text: String,
    /// Whether it is a date, a number or a truth, which stands without quotes; a text that looks like one gets them.
    pub typed: bool,
}

impl Scalar {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), typed: false }
    }

    /// A date, a number, or `true` and `false`, as it is to stand there.
    pub fn typed(text: impl Into<String>) -> Self {
        Self { text: text.into(), typed: true }
    }
}

/// Where a scalar stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// After a colon or a dash, to the end of the line.
    Block,
    /// Between brackets or braces.
    Flow,
}

/// The notations of a scalar on one line that could do, the best first: the one it had, else as plain as can be.
pub(super) fn notations(scalar: &Scalar, had: Option<Style>, around: Around) -> Vec<String> {
    let text = &scalar.text;
    let mut notations = Vec::new();
    let is_line = !text.chars().any(|letter| letter.is_control() || is_break(letter));
    let single = || format!("'{}'", text.replace('\'', "''"));
    match had {
        Some(Style::Single) if is_line => notations.push(single()),
        Some(Style::Double) => notations.push(double(text)),
        _ => {}
    }
    if is_plain(text, around) && (scalar.typed || !is_read_otherwise(text)) {
        notations.push(text.clone());
    }
    // What has quotes in it reads best in the others.
    if is_line && text.contains('"') {
        notations.push(single());
    }
    notations.push(double(text));
    notations
}

/// A list in brackets; in the notation in which its items are plain where they can be, else all quoted as they must be.
pub(super) fn flow_lists(items: &[Scalar]) -> Vec<String> {
    let written = |item: &Scalar| notations(item, None, Around::Flow).swap_remove(0);
    let quoted = |item: &Scalar| notations(item, Some(Style::Double), Around::Flow).swap_remove(0);
    let whole = |items: Vec<String>| format!("[{}]", items.join(", "));
    vec![whole(items.iter().map(written).collect()), whole(items.iter().map(quoted).collect())]
}

/// A text of several lines as a literal block, indented so much; `None` for a text that a block can't hold.
pub(super) fn literal(text: &str, indent: usize, end_of_line: &str) -> Option<String> {
    let clipped = text.trim_end_matches('\n');
    let newlines = text.len() - clipped.len();
    let odd = |letter: char| letter != '\n' && (letter.is_control() || is_break(letter));
    if clipped.is_empty() || !clipped.contains('\n') || clipped.starts_with([' ', '\n']) || clipped.chars().any(odd) {
        return None;
    }
    let header = match newlines {
        0 => "|-",
        1 => "|",
        _ => "|+",
    };
    let mut out = header.to_owned();
    for line in clipped.split('\n').chain(std::iter::repeat_n("", newlines.saturating_sub(1))) {
        out.push_str(end_of_line);
        if !line.is_empty() {
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(line);
        }
    }
    Some(out)
}

/// In double quotes, with everything that is not to be seen written as an escape.
fn double(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            letter if letter.is_control() || is_break(letter) => {
                let code = u32::from(letter);
                let _ = if code <= 0xff { write!(out, "\\x{code:02x}") } else { write!(out, "\\u{code:04x}") };
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// What some readers take for the end of a line, or drop.
fn is_break(letter: char) -> bool {
    matches!(letter, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a text can stand without quotes.
fn is_plain(text: &str, around: Around) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let ends = |letter: char| letter.is_whitespace();
    if text.starts_with(ends) || text.ends_with(ends) || text.ends_with(':') {
        return false;
    }
    if text.chars().any(|letter| letter.is_control() || is_break(letter)) || text.contains(": ") || text.contains(" #") {
        return false;
    }
    if matches!(first, '!' | '&' | '*' | '|' | '>' | '\'' | '"' | '%' | '@' | '`' | '#' | '[' | ']' | '{' | '}' | ',' | '=') {
        return false;
    }
    if matches!(first, '-' | '?' | ':') && text[1..].chars().next().is_none_or(char::is_whitespace) {
        return false;
    }
    // A fence would end the front matter, a conflict mark looks like what git leaves.
    if text.starts_with("---") || text.starts_with("...") || text.starts_with("<<") {
        return false;
    }
    around == Around::Block || !text.contains([',', '[', ']', '{', '}']) && !text.contains(':')
}

/// Whether some reader of YAML takes a text for something else: nothing, a truth, a number or a date.
fn is_read_otherwise(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let words = ["~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "-.inf", "+.inf"];
    let first = lower.trim_start_matches(['-', '+', '.']).chars().next();
    // Numbers in every notation (1_000, 0x1f, 0o17, 1:30, 1e3) and dates begin with a digit and have nothing but these in them.
    let numeric = |letter: char| letter.is_ascii_hexdigit() || matches!(letter, '_' | '.' | ':' | '-' | '+' | 'x' | 'o' | 't' | 'z' | ' ');
    words.contains(&lower.as_str()) || first.is_some_and(|digit| digit.is_ascii_digit()) && lower.chars().all(numeric)
}

#[cfg(test)]
mod tests {
    use super::{Around, Scalar, Style, literal, notations};

    #[test]
    fn a_text_is_written_as_plainly_as_it_can_be() {
        for (text, block, flow) in [
            ("Meet every six weeks", "Meet every six weeks", "Meet every six weeks"),
            ("Why: because", "\"Why: because\"", "\"Why: because\""),
            ("a, b", "a, b", "\"a, b\""),
            ("no", "\"no\"", "\"no\""),
            ("1.10", "\"1.10\"", "\"1.10\""),
            ("2026-11-22", "\"2026-11-22\"", "\"2026-11-22\""),
            ("3 dingen", "3 dingen", "3 dingen"),
            ("", "\"\"", "\"\""),
            (" x", "\" x\"", "\" x\""),
            ("- x", "\"- x\"", "\"- x\""),
            ("-x", "-x", "-x"),
            ("@anna", "\"@anna\"", "\"@anna\""),
            ("she said \"no\"", "she said \"no\"", "she said \"no\""),
            ("\"no\"", "'\"no\"'", "'\"no\"'"),
            ("a #b", "\"a #b\"", "\"a #b\""),
            ("---", "\"---\"", "\"---\""),
            ("\u{1b}[1m", "\"\\x1b[1m\"", "\"\\x1b[1m\""),
            ("é \u{2028}", "\"é \\u2028\"", "\"é \\u2028\""),
        ] {
            let first = |around| notations(&Scalar::text(text), None, around).remove(0);
            assert_eq!((first(Around::Block), first(Around::Flow)), (block.to_owned(), flow.to_owned()), "{text}");
        }
        assert_eq!(notations(&Scalar::typed("2026-11-22"), None, Around::Block)[0], "2026-11-22");
        assert_eq!(notations(&Scalar::text("it's"), Some(Style::Single), Around::Block)[0], "'it''s'");
        assert_eq!(notations(&Scalar::text("x"), Some(Style::Double), Around::Block)[0], "\"x\"");
    }

    #[test]
    fn several_lines_stand_in_a_block() {
        assert_eq!(literal("a\n\nb", 2, "\n").as_deref(), Some("|-\n  a\n\n  b"));
        assert_eq!(literal("a\nb\n", 2, "\r\n").as_deref(), Some("|\r\n  a\r\n  b"));
        for text in ["", "a", "a\n", " a\nb", "a\tb\nc"] {
            assert_eq!(literal(text, 2, "\n"), None, "{text:?}");
        }
    }
}
