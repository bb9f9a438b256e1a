//! What a file says never steers a terminal: control, bidirectional and invisible characters are shown, not sent.
//!
//! Every [`Piece`](crate::show::line::Piece) passes here when it is made and every other format when it is written, so that no
//! result has to think of it.

use std::borrow::Cow;
use std::fmt::Write;

/// A text on one line: line ends and tabs become a space, whatever else hides or steers is shown as `\u{1b}`.
pub fn line(text: &str) -> Cow<'_, str> {
    clean(text, |letter| matches!(letter, '\t' | '\n' | '\x0b' | '\x0c' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}').then_some(" "))
}

/// A name of a file: a line end in it is shown too, because a space would name another file.
pub fn path(text: &str) -> Cow<'_, str> {
    clean(text, |_| None)
}

/// A path that a line begins with: what runs a check takes a line that begins with `::` or `##[` for a command.
pub fn first(path: &str) -> Cow<'_, str> {
    if path.starts_with(['#', ':']) { Cow::Owned(format!("./{path}")) } else { Cow::Borrowed(path) }
}

/// A text of several lines: `\n` ends them, a tab is four spaces.
pub fn lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        let unix = text.replace("\r\n", "\n").replace('\r', "\n");
        return Cow::Owned(lines(&unix).into_owned());
    }
    clean(text, |letter| match letter {
        '\n' => Some("\n"),
        '\t' => Some("    "),
        _ => None,
    })
}

/// A text that is for another program and has every byte, as long as nothing in it steers the terminal that it may end on after all:
/// then that is shown. `None` where the text can stay as it is.
pub fn unsteering(text: &str) -> Option<String> {
    let mut letters = text.chars().peekable();
    let mut safe = String::new();
    let mut any = false;
    while let Some(letter) = letters.next() {
        let is_plain = match letter {
            '\n' | '\t' => true,
            '\r' => letters.peek() == Some(&'\n'),
            _ => !letter.is_control() && !matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'),
        };
        if is_plain {
            safe.push(letter);
        } else {
            any = true;
            safe.extend(letter.escape_unicode());
        }
    }
    any.then_some(safe)
}

/// JSON that a serialiser wrote, with the escapes of JSON for what its own rules let through.
///
/// Such characters stand only inside strings there, so it stays the same JSON.
pub fn json(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|letter| letter >= '\x7f' && is_hidden(letter)) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if letter >= '\x7f' && is_hidden(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(letter);
        }
    }
    Cow::Owned(safe)
}

/// Whether a character steers a terminal, turns the order of reading, or can't be seen at all.
///
/// The two joiners, which Persian and emoji need, the sixteen variation selectors of emoji and the soft hyphen are left; the other 240
/// can carry a text that nobody sees.
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e01ef}')
}

fn clean(text: &str, instead: impl Fn(char) -> Option<&'static str>) -> Cow<'_, str> {
    let printable = |byte: u8| (b' '..=b'~').contains(&byte);
    if text.bytes().all(printable) || !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match instead(letter) {
            Some(" ") if letter == '\r' && letters.peek() == Some(&'\n') => {}
            Some(other) => safe.push_str(other),
            None if is_hidden(letter) => safe.extend(letter.escape_unicode()),
            None => safe.push(letter),
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_hidden, json, line, lines, path, unsteering};

    #[test]
    fn what_hides_is_shown() {
        assert_eq!(line("a\x1b[31mb"), "a\\u{1b}[31mb");
        assert_eq!(line("two\r\nlines\tand \u{202e}more"), "two lines and \\u{202e}more");
        assert_eq!(line("\u{9b}31m"), "\\u{9b}31m");
        assert_eq!(line("Zoë 👩‍👧 می‌خواهم"), "Zoë 👩‍👧 می‌خواهم");
        for letter in ['\u{34f}', '\u{115f}', '\u{1160}', '\u{3164}', '\u{ffa0}', '\u{e0100}', '\u{e01ef}'] {
            assert_eq!(line(&format!("a{letter}")), format!("a{}", letter.escape_unicode()));
        }
        assert_eq!(path("a\nb"), "a\\u{a}b");
        assert_eq!(lines("a\r\n\tb\x07"), "a\n    b\\u{7}");
    }

    #[test]
    fn a_diff_keeps_its_bytes_unless_they_steer() {
        assert_eq!(unsteering("-a\r\n+\tb \u{200b}\u{feff} می\u{200c}خواهم\n"), None);
        assert_eq!(unsteering("+\x1b[2J\rx\u{202e}\r\n").as_deref(), Some("+\\u{1b}[2J\\u{d}x\\u{202e}\r\n"));
    }

    #[test]
    fn json_keeps_its_meaning() {
        let value = "x\u{202e}\u{7f}\u{e0041}\x1b";
        let written = serde_json::to_string(value).unwrap();
        let safe = json(&written);
        assert_eq!(safe, r#""x\u202e\u007f\udb40\udc41\u001b""#);
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), value);
    }

    proptest! {
        #[test]
        fn nothing_hidden_comes_through(text: String) {
            prop_assert!(!line(&text).chars().any(is_hidden));
            prop_assert!(!path(&text).chars().any(is_hidden));
            prop_assert!(!lines(&text).chars().any(|letter| letter != '\n' && is_hidden(letter)));
            let written = serde_json::to_string(&text).unwrap();
            prop_assert!(!json(&written).chars().any(is_hidden));
        }
    }
}
