//! What members say in their own files: what they use, whom they thank and for what, and what they follow.

use std::ops::Range;

use crate::base::date::Date;
use crate::model::document::Document;
use crate::model::kind::Kind;

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
    /// What it is about.
    pub about: About,
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
    let link = document.markdown.links.iter().find(|link| span.start <= link.span.start && link.span.end <= span.end);
    let (about, tail) = match link {
        Some(link) => (About::Link(link.target.clone()), document.text.get(link.span.end..span.end)?),
        None => (About::Tag(first.strip_prefix('#')?.to_owned()), item.get(first.len()..)?),
    };
    let tail = tail.trim();
    let (word, rest) = tail.split_once(char::is_whitespace).unwrap_or((tail, ""));
    let (day, words) = Date::parse(word).map_or((None, tail), |day| (Some(day), rest.trim()));
    let whom = first.strip_prefix('@').filter(|_| verb == Verb::Thanks).map(str::to_owned);
    Some(Said { verb, whom, about, day, words: words.to_owned(), span })
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
        let text = "# Ada\n\n- [A](../practices/a.md)\n\n## Gebruikt\n\n- [A](../practices/a.md) 2026-11-22 two days\n- nothing\n\n\
                    ## Thanks\n\n- @bo [B](b.md) for it\n\n## Follows\n\n- #mail 2026-11-01\n";
        let document = Document::read("members/ada.md", text.into(), &claim, &settings);
        let said = of(&document, settings.kinds.at(claim.kind));
        let short: Vec<_> = said.iter().map(|said| (said.verb, said.whom.as_deref(), said.about.clone(), said.words.as_str())).collect();
        assert_eq!(
            short,
            [
                (Verb::Uses, None, About::Link("../practices/a.md".to_owned()), "two days"),
                (Verb::Thanks, Some("bo"), About::Link("b.md".to_owned()), "for it"),
                (Verb::Follows, None, About::Tag("mail".to_owned()), ""),
            ]
        );
        assert!(said[0].day.is_some() && said[1].day.is_none());
    }
}
