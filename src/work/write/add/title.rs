//! The title of a new document: its first heading, so that nobody has to quote it for YAML.

use crate::base::error::{Error, ErrorKind, Result};
use crate::model::document::Document;
use crate::model::kind::{Capability, Kind};
use crate::model::settings::Settings;
use crate::msg;
use crate::show::clean::is_hidden;

use super::with_key;

/// What a template has where the title goes.
const PLACES: [&str; 2] = ["{{ title }}", "{{title}}"];
/// What the template of a person has where the name goes, in its front matter.
const NAMES: [&str; 2] = [" \"{{ name }}\"", " {{ name }}"];

/// A text as a title: one line without anything hidden, and not too long to be one.
///
/// # Errors
/// It is none.
pub(in crate::work::write) fn demand(text: &str, settings: &Settings) -> Result<String> {
    let refused = |msg| Err(Error::new(ErrorKind::Usage, msg));
    let text = text.trim();
    if text.is_empty() {
        return refused(msg!("title-empty"));
    }
    if text.contains(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']) {
        return refused(msg!("title-lines"));
    }
    // A tab is white space like any other.
    if let Some(letter) = text.chars().find(|letter| *letter != '\t' && (letter.is_control() || is_hidden(*letter))) {
        return refused(msg!("title-hidden", letter = format!("U+{:04X}", u32::from(letter))));
    }
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = line.chars().count();
    if count > settings.limits.title {
        return refused(msg!("title-long", count = count, limit = settings.limits.title));
    }
    Ok(line)
}

/// The text with its title, so written that it is read as it was meant.
pub(super) fn put(text: &str, title: &str, kind: &Kind, settings: &Settings, read: &dyn Fn(&str) -> Document) -> Result<String> {
    let named = if kind.has(Capability::Person) { with_name(text, title, settings)? } else { text.to_owned() };
    let is_heading = read(&named).markdown.first_heading().is_some_and(|heading| !PLACES.contains(&heading.text.as_str()));
    let says_it = |text: &str| read(text).title == title;
    if is_heading && says_it(&named) {
        return Ok(named);
    }
    let with = |heading: &str| PLACES.iter().fold(named.clone(), |text, place| text.replace(place, heading));
    // Both the title and the heading, or there would be another title for whoever reads it elsewhere.
    let is_so = |heading: &str| {
        let text = with(heading);
        says_it(&text) && read(&text).markdown.first_heading().is_some_and(|heading| one_line(&heading.text) == title)
    };
    match sparingly(title, &is_so) {
        Some(heading) => Ok(with(&heading)),
        None => with_key(&with(&escaped(title)), "title", title, settings),
    }
}

/// The text with nothing where the title goes: its own heading gives it, or a person fills it in.
pub(super) fn without(text: &str) -> String {
    PLACES.iter().chain(&NAMES).fold(text.to_owned(), |text, place| text.replace(place, ""))
}

fn with_name(text: &str, name: &str, settings: &Settings) -> Result<String> {
    let has = NAMES.iter().any(|place| text.contains(place));
    // Without the space before it, which would be left behind the name.
    let text = NAMES.iter().fold(text.to_owned(), |text, place| text.replace(&format!(" {place}"), "").replace(place, ""));
    if has { with_key(&text, "name", name, settings) } else { Ok(text) }
}

pub(in crate::work::write) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// So many signs of a text are looked at one by one; of one with more all are escaped.
const SIGNS: usize = 40;

/// A text in which only those signs are escaped that would mean something in Markdown; `None` if that does not make it so.
pub(in crate::work::write) fn sparingly(text: &str, is_so: &dyn Fn(&str) -> bool) -> Option<String> {
    if is_so(text) {
        return Some(text.to_owned());
    }
    let mut safe = Some(escaped(text)).filter(|safe| is_so(safe))?;
    let mut at = safe.len();
    for _ in 0..SIGNS {
        // A backslash that is meant stands behind the one that escapes it.
        let Some(found) = escapes(&safe).into_iter().rev().find(|found| *found < at) else { break };
        at = found;
        let mut without = safe.clone();
        without.remove(at);
        if is_so(&without) {
            safe = without;
        }
    }
    Some(safe)
}

/// Where the backslashes stand that escape what is behind them.
fn escapes(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' && letters.next().is_some() {
            found.push(at);
        }
    }
    found
}

/// A text in which nothing means anything in Markdown.
pub(in crate::work::write) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if letter.is_ascii_punctuation() && !matches!(letter, ',' | '.' | '\'' | '?' | ';' | '/' | '%') {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::sparingly;

    #[test]
    fn only_what_would_be_read_otherwise_is_escaped() {
        // What is written is read back without its backslashes, if every one of these signs has one before it.
        for (title, signs, written) in [
            ("Plain (and -) \"so\"", "", Some("Plain (and -) \"so\"")),
            ("Say \"yes\" to <b> (short) - now", "<", Some("Say \"yes\" to \\<b> (short) - now")),
            ("*a* and *b*", "*", Some("\\*a\\* and \\*b\\*")),
            ("a\\b", "\\", Some("a\\\\b")),
        ] {
            let is_so = |text: &str| {
                let (mut read, mut letters) = (String::new(), text.chars().peekable());
                while let Some(letter) = letters.next() {
                    if letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation) {
                        read.extend(letters.next());
                    } else if signs.contains(letter) {
                        return false;
                    } else {
                        read.push(letter);
                    }
                }
                read == title
            };
            assert_eq!(sparingly(title, &is_so).as_deref(), written, "{title}");
        }
        assert_eq!(sparingly("a", &|_| false), None);
    }
}
