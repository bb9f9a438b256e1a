//! What members say in their own files: what they use, whom they thank and for what, and what they follow.

use std::ops::Range;

use crate::base::date::Date;

use super::document::Document;
use super::kind::Kind;

/// Under which heading somebody says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// They use it.
    Uses,
    /// They thank somebody for it.
    Thanks,
    /// They follow it.
    Follows,
}

/// What it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Where a link leads, as written in the file.
    Link(String),
    /// A tag, without its sign.
    Tag(String),
}

/// An item of a list in a member's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Under which heading.
    pub verb: Verb,
    /// Whom they thank, as written, without the sign.
    pub whom: Option<String>,
    /// What it is about; `None` for words without a link or a tag.
    pub about: Option<About>,
    /// When they said it.
    pub day: Option<Date>,
    /// What they said besides; empty if nothing.
    pub words: String,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

impl Said {
    /// Whether another item says the same, wherever it stands.
    pub fn is(&self, other: &Self) -> bool {
        let what = |said: &Self| (said.verb, said.whom.clone(), said.about.clone(), said.day, said.words.clone());
        what(self) == what(other)
    }
}

/// All that a member's file says, in its order.
pub fn of(document: &Document, kind: &Kind) -> Vec<Said> {
    let mut all = Vec::new();
    for heading in document.markdown.headings.iter().filter(|heading| !heading.nested) {
        let section = kind.sections.iter().find(|section| section.is_headed_by(&heading.text));
        let verb = match section.map(|section| section.name.as_str()) {
            Some("uses") => Verb::Uses,
            Some("thanks") => Verb::Thanks,
            Some("follows") => Verb::Follows,
            _ => continue,
        };
        let mut at = heading.span.end;
        for line in document.text.get(at..heading.section.end).unwrap_or_default().split_inclusive('\n') {
            let span = at..at + line.len();
            at = span.end;
            all.extend(line.trim_start().strip_prefix(['-', '*', '+']).and_then(|item| read(document, verb, item.trim(), span)));
        }
    }
    all
}

fn read(document: &Document, verb: Verb, item: &str, span: Range<usize>) -> Option<Said> {
    let first = item.split_whitespace().next()?;
    let links = &document.markdown.links;
    let behind = &links[links.partition_point(|link| link.span.start < span.start)..];
    let link = behind.iter().take_while(|link| link.span.start < span.end).find(|link| link.span.end <= span.end);
    let whom = first.strip_prefix('@').filter(|_| verb == Verb::Thanks).map(str::to_owned);
    let (about, tail) = match (link, first.strip_prefix('#')) {
        (Some(link), _) => (Some(About::Link(link.target.clone())), document.text.get(link.span.end..span.end)?),
        (None, Some(tag)) => (Some(About::Tag(tag.to_owned())), item.get(first.len()..)?),
        (None, None) if whom.is_some() => (None, item.get(first.len()..)?),
        (None, None) => (None, item),
    };
    let tail = tail.trim();
    let (word, rest) = tail.split_once(char::is_whitespace).unwrap_or((tail, ""));
    let (day, words) = day(word).map_or((None, tail), |day| (Some(day), rest.trim()));
    // A day that a person wrote somewhere else in it is the day all the same.
    let day = day.or_else(|| tail.split_whitespace().find_map(self::day));
    Some(Said { verb, whom, about, day, words: words.to_owned(), span })
}

/// The day that a word is, with or without parentheses or a comma.
fn day(word: &str) -> Option<Date> {
    Date::parse(word.trim_matches(['(', ')', ',', ';']))
}

#[cfg(test)]
mod tests {
    use super::{About, Verb, of};
    use crate::model::document::Document;
    use crate::model::settings::Settings;

    #[test]
    fn what_stands_in_the_lists_is_read() {
        let (settings, _) = Settings::read("name: A\n", &[]);
        let claim = settings.kinds.claim("members/ada.md", &|_| false).unwrap();
        let text = "# Ada\n\n- [A](../practices/a.md)\n\n## Gebruikt\n\n- [A](../practices/a.md) 2026-11-22 two days\n- nothing but words (2026-11-20)\n\n\
                    ## Thanks\n\n- @bo [B](b.md) for it\n- @bo for coming\n\n## Follows\n\n- #mail 2026-11-01\n";
        let document = Document::read("members/ada.md", text.into(), &claim, &settings);
        let said = of(&document, settings.kinds.at(claim.kind));
        let link = |target: &str| Some(About::Link(target.to_owned()));
        let short: Vec<_> = said.iter().map(|said| (said.verb, said.whom.as_deref(), said.about.clone(), said.words.as_str())).collect();
        assert_eq!(
            short,
            [
                (Verb::Uses, None, link("../practices/a.md"), "two days"),
                (Verb::Uses, None, None, "nothing but words (2026-11-20)"),
                (Verb::Thanks, Some("bo"), link("b.md"), "for it"),
                (Verb::Thanks, Some("bo"), None, "for coming"),
                (Verb::Follows, None, Some(About::Tag("mail".to_owned())), ""),
            ]
        );
        let days: Vec<_> = said.iter().map(|said| said.day.map(|day| day.to_string()).unwrap_or_default()).collect();
        assert_eq!(days, ["2026-11-22", "2026-11-20", "", "", "2026-11-01"]);
    }
}
