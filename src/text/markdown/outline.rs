//! Headings, the sections they open, and the names under which a git host lets people link to them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::base::fold;

/// Whose rules make the id of a heading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HeadingIds {
    /// GitHub, and what follows it: Forgejo, Gitea, most editors.
    #[default]
    GitHub,
    /// GitLab since 17.0.
    GitLab,
    /// `MkDocs`, that is Python-Markdown's `toc` with its own `slugify`.
    MkDocs,
}

impl HeadingIds {
    /// The way that settings name; `None` for another word.
    pub fn parse(name: &str) -> Option<Self> {
        match name.trim().to_ascii_lowercase().as_str() {
            "github" => Some(Self::GitHub),
            "gitlab" => Some(Self::GitLab),
            "mkdocs" => Some(Self::MkDocs),
            _ => None,
        }
    }
}

/// A heading, written with `#`, with an underline, or as an HTML element of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its plain text; empty where it holds only a template tag.
    pub text: String,
    /// What a link's fragment says to reach it; empty where the host makes none.
    pub id: String,
    /// Its line or lines, without the last line end.
    pub span: Range<usize>,
    /// From its first byte to the next heading of the same or a higher level, or the end of the text.
    pub section: Range<usize>,
    /// Whether it stands inside a quote, a list item or a footnote, where it opens no section of the document.
    pub nested: bool,
}

impl Heading {
    /// What stands under it, without its own line.
    pub fn content(&self) -> Range<usize> {
        self.span.end.min(self.section.end)..self.section.end
    }
}

/// Gives every heading its section.
pub(super) fn set_sections(headings: &mut [Heading], end: usize) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..headings.len() {
        let (level, start) = (headings[at].level, headings[at].span.start);
        // A nested heading's section ends at any heading; it closes none that is not nested itself.
        let nested = headings[at].nested;
        while let Some(last) = open.last().copied().filter(|last| headings[*last].nested || (!nested && headings[*last].level >= level)) {
            headings[last].section = headings[last].span.start..start;
            open.pop();
        }
        open.push(at);
    }
    for at in open {
        headings[at].section = headings[at].span.start..end.max(headings[at].span.start);
    }
}

/// The id that the first heading with this text gets.
pub fn heading_id(text: &str, style: HeadingIds) -> String {
    match style {
        HeadingIds::GitHub | HeadingIds::GitLab => {
            let kept = |letter: &char| match letter {
                ' ' | '-' => true,
                _ if letter.is_ascii() => letter.is_ascii_alphanumeric() || *letter == '_',
                _ if is_other_number(*letter) => style == HeadingIds::GitLab,
                _ => letter.is_alphanumeric() || fold::is_mark(*letter) || is_connector(*letter),
            };
            let kept = text.chars().flat_map(char::to_lowercase).filter(kept);
            kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
        }
        HeadingIds::MkDocs => {
            let ascii = fold::ascii(text);
            let kept = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-') || letter.is_ascii_whitespace();
            let kept: String = ascii.chars().filter(kept).collect();
            let mut id = String::with_capacity(kept.len());
            for letter in kept.trim().chars() {
                let dash = letter == '-' || letter.is_ascii_whitespace();
                match (dash, id.ends_with('-')) {
                    (true, true) => {}
                    (true, false) => id.push('-'),
                    (false, _) => id.push(letter.to_ascii_lowercase()),
                }
            }
            id
        }
    }
}

/// Whether a character joins words as `_` does (Unicode's Connector Punctuation).
fn is_connector(letter: char) -> bool {
    matches!(letter, '_' | '\u{203f}' | '\u{2040}' | '\u{2054}' | '\u{fe33}' | '\u{fe34}' | '\u{fe4d}'..='\u{fe4f}' | '\u{ff3f}')
}

/// Whether a character is a number but neither a digit nor a letter: superscripts, fractions, circled numbers.
fn is_other_number(letter: char) -> bool {
    matches!(letter,
        '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{bc}'..='\u{be}' | '\u{2070}' | '\u{2074}'..='\u{2079}' | '\u{2080}'..='\u{2089}'
        | '\u{2150}'..='\u{215f}' | '\u{2189}' | '\u{2460}'..='\u{249b}' | '\u{24ea}'..='\u{24ff}' | '\u{2776}'..='\u{2793}'
        | '\u{3192}'..='\u{3195}' | '\u{3220}'..='\u{3229}' | '\u{3248}'..='\u{324f}' | '\u{3251}'..='\u{325f}'
        | '\u{3280}'..='\u{3289}' | '\u{32b1}'..='\u{32bf}' | '\u{1f100}'..='\u{1f10c}')
}

/// The ids of one document, each given once.
pub(super) struct Ids {
    style: HeadingIds,
    taken: HashSet<String>,
    /// The last number that was added to a name, so that a thousand equal headings are not a million look-ups.
    last: HashMap<String, u64>,
    /// How many more names may be tried: only headings that were made to collide need many.
    tries: u32,
}

impl Ids {
    pub(super) fn new(style: HeadingIds) -> Self {
        Self { style, taken: HashSet::new(), last: HashMap::new(), tries: 1_000_000 }
    }

    /// An id that the author gave.
    pub(super) fn take(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// The id of the next heading with this text.
    pub(super) fn next(&mut self, text: &str) -> String {
        let id = heading_id(text, self.style);
        if id.is_empty() && self.style != HeadingIds::MkDocs {
            return id;
        }
        if !id.is_empty() && self.taken.insert(id.clone()) {
            return id;
        }
        let (stem, from, join) = match self.style {
            HeadingIds::MkDocs => {
                let counted = id.rsplit_once('_').and_then(|(stem, number)| Some((stem, number.parse::<u64>().ok()?)));
                let (stem, from) = counted.unwrap_or((&id, 0));
                (stem, from, '_')
            }
            HeadingIds::GitHub | HeadingIds::GitLab => (id.as_str(), 0, '-'),
        };
        let last = self.last.entry(id.clone()).or_insert(from);
        loop {
            *last = last.saturating_add(1);
            let next = format!("{stem}{join}{last}");
            self.tries = self.tries.saturating_sub(1);
            if self.taken.insert(next.clone()) || self.tries == 0 {
                return next;
            }
        }
    }
}

/// A heading's own attributes, `{#id .class}` or `{: #id }`, that end its line.
pub(super) struct Attributes {
    /// The byte in the text that was given at which they begin.
    pub(super) at: usize,
    /// The id, where there is one.
    pub(super) id: Option<String>,
}

/// Finds the attributes at the end of a heading's line; braces with anything else in them are text.
pub(super) fn attributes(line: &str) -> Option<Attributes> {
    let inner = line.trim_end().strip_suffix('}')?;
    let at = inner.rfind('{')?;
    let inner = &inner[at + 1..];
    let mut id = None;
    let mut marked = false;
    for word in inner.strip_prefix(':').unwrap_or(inner).split_whitespace() {
        if let Some(name) = word.strip_prefix('#').filter(|name| !name.is_empty()) {
            id = Some(name.to_owned());
        } else if !word.starts_with('.') && !word.contains('=') {
            return None;
        }
        marked |= word.starts_with(['#', '.']);
    }
    marked.then_some(Attributes { at, id })
}

#[cfg(test)]
mod tests {
    use super::{HeadingIds, Ids, attributes, heading_id};

    /// What GitHub itself made of these, as recorded by the authors of github-slugger.
    #[test]
    fn ids_are_those_of_github() {
        let mut ids = Ids::new(HeadingIds::GitHub);
        for (text, id) in [
            ("alpha", "alpha"),
            ("alpha", "alpha-1"),
            ("bravoCharlieDelta", "bravocharliedelta"),
            ("__proto__", "__proto__"),
            ("echo", "echo"),
            ("echo", "echo-1"),
            ("echo 1", "echo-1-1"),
            ("echo-1", "echo-1-2"),
            ("echo", "echo-2"),
            ("foxtrot-1", "foxtrot-1"),
            ("foxtrot", "foxtrot"),
            ("foxtrot", "foxtrot-2"),
            ("heading with a - dash", "heading-with-a---dash"),
            ("heading with a period.txt", "heading-with-a-periodtxt"),
            ("exchange.bind_headers(exchange, routing [, bindCallback])", "exchangebind_headersexchange-routing--bindcallback"),
            (" a ", "-a-"),
            ("apostrophe’s should be trimmed", "apostrophes-should-be-trimmed"),
            ("I ♥ unicode", "i--unicode"),
            ("en–dash", "endash"),
            ("😄 unicode emoji", "-unicode-emoji"),
            ("😄_😄 unicode emoji", "_-unicode-emoji"),
            (":smile: - a gemoji", "smile---a-gemoji"),
            ("Привет non-latin 你好", "привет-non-latin-你好"),
            ("a0 ١ ２ Ⅷ ² ½ ① ‿b", "a0-١-２-ⅷ----‿b"),
            ("Coördinatie van één beleid: ’s ochtends", "coördinatie-van-één-beleid-s-ochtends"),
            ("⚙️ Settings", "\u{fe0f}-settings"),
        ] {
            assert_eq!(ids.next(text), id, "{text}");
        }
    }

    #[test]
    fn ids_are_those_of_gitlab() {
        for (text, id) in [
            ("This heading has spaces in it", "this-heading-has-spaces-in-it"),
            ("This heading has Unicode in it: 한글", "this-heading-has-unicode-in-it-한글"),
            ("This heading has 3.5 in it (and parentheses)", "this-heading-has-35-in-it-and-parentheses"),
            ("This heading has  multiple spaces and --- hyphens", "this-heading-has--multiple-spaces-and-----hyphens"),
            ("m²", "m²"),
        ] {
            assert_eq!(heading_id(text, HeadingIds::GitLab), id, "{text}");
        }
    }

    #[test]
    fn ids_are_those_of_mkdocs() {
        let mut ids = Ids::new(HeadingIds::MkDocs);
        ids.take("taken");
        for (text, id) in [
            ("Één  beleid - voor_allen!", "een-beleid-voor_allen"),
            ("Part", "part"),
            ("Part", "part_1"),
            ("Part_1", "part_2"),
            ("Taken", "taken_1"),
            ("你好", "_1"),
            ("你好", "_2"),
        ] {
            assert_eq!(ids.next(text), id, "{text}");
        }
    }

    #[test]
    fn only_attributes_are_attributes() {
        let id = |line: &str| attributes(line).map(|found| found.id.unwrap_or_default());
        assert_eq!(id("A {#b}"), Some("b".to_owned()));
        assert_eq!(id("A {: #b .c d=e }  "), Some("b".to_owned()));
        assert_eq!(id("A {.c}"), Some(String::new()));
        assert_eq!(id("{short title of the problem}"), None);
        assert_eq!(id("A {b=c}"), None);
        assert_eq!(id("A {}"), None);
        assert_eq!(id("A }"), None);
    }
}
