//! Lines of `.gitattributes` that git and its library may read differently: quoted patterns, lines too long or with names that git does
//! not take, and more. Where there is one, what any line says by which a file is made another counts, whatever other lines take back.

use std::collections::BTreeSet;

use crate::store::git::mainline::checkout::CONVERTING;
use crate::store::workspace::rules::{Lines, Said};

/// How a name for several attributes begins.
const MACRO: &str = "[attr]";
/// Git passes over a line that is as long as this, in bytes.
const LONGEST: usize = 2048;

/// What the files of attributes say of the files in one folder.
#[derive(Default)]
pub(super) struct Attributes {
    /// The patterns by which an attribute is set, with the folder that they count from, from the top of the repository.
    patterns: Vec<(&'static str, String, Lines)>,
    /// An attribute that may be set for every file, by what can't be read.
    any: Option<&'static str>,
    /// Whether the library may read a line differently.
    is_odd: bool,
}

impl Attributes {
    /// Reads them, each with its folder, from the top down; one that is too large or no UTF-8 has no text.
    pub(super) fn of(files: &[(String, Option<String>)]) -> Self {
        let lines = |text: &'_ Option<String>| text.as_deref().unwrap_or_default().trim_start_matches('\u{feff}').replace('\0', "\n");
        let texts: Vec<(&str, String)> = files.iter().map(|(folder, text)| (folder.as_str(), lines(text))).collect();
        let rows: Vec<(&str, Row)> = texts.iter().flat_map(|(folder, text)| text.split('\n').map(|line| (*folder, row(line)))).collect();
        let defined = rows.iter().filter_map(|(_, row)| row.pattern.strip_prefix(MACRO));
        let macros: BTreeSet<String> = defined.map(|name| name.trim().to_lowercase()).collect();
        let has_nul = files.iter().any(|(_, text)| text.as_ref().is_none_or(|text| text.contains('\0')));
        let mut said = Self { is_odd: has_nul || rows.iter().any(|(_, row)| row.is_odd), ..Self::default() };
        for (folder, _) in files {
            for name in CONVERTING {
                let of_these = rows.iter().filter(|(of, row)| of == folder && row.sets(name, &macros));
                let patterns: Vec<&str> = of_these.map(|(_, row)| row.pattern.as_str()).filter(|text| !text.starts_with(MACRO)).collect();
                if !patterns.is_empty() {
                    let text = patterns.into_iter().map(loosely).collect::<Vec<_>>().join("\n");
                    said.patterns.push((name, folder.clone(), Lines::of(&text)));
                }
            }
        }
        said.any = files.iter().any(|(_, text)| text.is_none()).then_some("filter");
        said
    }

    /// By which of them git may make another file of the one at this path, from the top of the repository, where that is not for the library
    /// to say.
    pub(super) fn may_convert(&self, path: &str) -> Option<&'static str> {
        if !self.is_odd {
            return None;
        }
        let path = path.to_lowercase();
        let is_meant = |folder: &str, lines: &Lines| {
            let below = path.strip_prefix(&folder.to_lowercase());
            below.is_some_and(|below| matches!(lines.of_path(below), Said::Ignored(_)))
        };
        let found = self.patterns.iter().find(|(_, folder, lines)| is_meant(folder, lines));
        self.any.or(found.map(|(name, ..)| *name))
    }
}

/// A line of attributes.
struct Row {
    /// Without quotes.
    pattern: String,
    /// What is set, in small letters.
    set: Vec<String>,
    /// Whether git's library may read it differently.
    is_odd: bool,
}

impl Row {
    /// Whether it sets an attribute, maybe by a name for several.
    fn sets(&self, attribute: &str, macros: &BTreeSet<String>) -> bool {
        self.set.iter().any(|set| {
            let (name, value) = set.split_once('=').unwrap_or((set, ""));
            let is_harmless = value == "utf-8" || name == "filter" && set == "filter";
            name == attribute && !is_harmless || macros.contains(name)
        })
    }
}

/// Reads a line.
fn row(line: &str) -> Row {
    let blank = [' ', '\t', '\r'];
    let text = line.trim_matches(blank);
    if text.is_empty() || text.starts_with('#') {
        return Row { pattern: String::new(), set: Vec::new(), is_odd: false };
    }
    let quoted = text.strip_prefix('"').and_then(unquoted);
    let plain = || text.split_once(blank).map_or((text.to_owned(), ""), |(pattern, rest)| (pattern.to_owned(), rest));
    // A name for several stands before its blank or behind it.
    let is_macro = text.trim_start_matches('"').starts_with(MACRO);
    let (pattern, rest) = quoted.unwrap_or_else(plain);
    let words: Vec<&str> = rest.split(blank).filter(|word| !word.is_empty()).collect();
    let set = words.iter().filter(|word| !word.starts_with(['-', '!'])).map(|word| word.to_lowercase()).collect();
    let is_odd = text.starts_with(['"', '!'])
        || is_macro
        || line.len() >= LONGEST
        || pattern.contains('\\')
        || text.contains(|letter: char| letter.is_control() && letter != '\t')
        || words.iter().any(|word| !is_name(word));
    Row { pattern, set, is_odd }
}

/// Whether git takes a word for an attribute: for any other it passes over the whole line.
fn is_name(word: &str) -> bool {
    let name = word.strip_prefix(['-', '!']).unwrap_or(word);
    let name = name.split('=').next().unwrap_or_default();
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_');
    !name.is_empty() && !name.starts_with('-') && !name.starts_with("builtin_") && name.chars().all(is_letter)
}

/// What stands in quotes, up to the closing one, and what stands behind it.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let (mut bytes, mut at) = (Vec::new(), 0);
    let all = text.as_bytes();
    loop {
        match all.get(at)? {
            b'"' => break,
            b'\\' => {
                let octal = text.get(at + 1..at + 4).and_then(|digits| u8::from_str_radix(digits, 8).ok());
                bytes.push(octal.or_else(|| all.get(at + 1).copied())?);
                at += if octal.is_some() { 4 } else { 2 };
            }
            byte => {
                bytes.push(*byte);
                at += 1;
            }
        }
    }
    Some((String::from_utf8_lossy(&bytes).into_owned(), text.get(at + 1..)?))
}

/// A pattern that means whatever this one means, and maybe more.
fn loosely(pattern: &str) -> String {
    let pattern = pattern.to_lowercase();
    let cut = if pattern.starts_with(['!', '#', ' ']) { Some(0) } else { pattern.find(['[', '\\', '\u{fffd}']) };
    cut.map_or_else(|| pattern.clone(), |at| format!("{}*", pattern.get(..at).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_library_may_read_differently_counts() {
        let path = "decisions/0002-use-pst.md";
        let says = |text: &str| Attributes::of(&[(String::new(), Some(text.to_owned()))]).may_convert(path);
        for text in [
            "\"decisions/0002-use-pst.md\" text working-tree-encoding=UTF-16BE",
            "  \"decisions/0002\\055use-pst.md\" working-tree-encoding=UTF-16BE",
            "decisions/* working-tree-encoding=UTF-16BE\n* -working-tree-encoding -%bad",
            "decisions/* working-tree-encoding=UTF-16BE\n* \u{c}-working-tree-encoding",
            "x\0\n* working-tree-encoding=UTF-16BE",
            &format!("* working-tree-encoding=UTF-16BE\n* -working-tree-encoding {}", "x ".repeat(1100)),
            "\"[attr]odd\" working-tree-encoding=UTF-16BE\ndecisions/0002* odd",
        ] {
            assert_eq!(says(text), Some("working-tree-encoding"), "{text:?}");
        }
        assert_eq!(says("[attr]odd -ident\n* ident\n* !odd"), Some("ident"));
        for text in
            ["", "\"a b.psd\" filter=lfs", "\"decisions/0002-use-pst.md\" text -filter", "\"*\" working-tree-encoding=UTF-8", "* ident"]
        {
            assert_eq!(says(text), None, "{text:?}");
        }
    }
}
