//! An item of a member's list: `@fatima [Short branches](../practices/short-branches.md) 2026-11-22 for the drawing`.

use crate::base::date::Date;
use crate::base::fold::{fold, fold_tag};
use crate::base::path::way;
use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::targets::{Target, of_link};
use crate::text::markdown;
use crate::work::session::Session;
use crate::work::write::add::title::escaped;

/// What a person says about a document.
#[derive(Clone, Copy)]
pub(super) struct Said<'s> {
    /// Whom they thank for it.
    pub(super) whom: Option<&'s str>,
    /// The document.
    pub(super) target: &'s Document,
    /// What it gave; empty if they don't say.
    pub(super) text: &'s str,
}

/// What an item says.
#[derive(Debug)]
pub(super) struct Read {
    whom: Option<String>,
    /// The document's place, if its link leads to one.
    pub(super) target: Option<usize>,
    path: Option<String>,
    day: Option<Date>,
}

impl Read {
    /// Whether it says the same of the same day, in whatever words.
    pub(super) fn is(&self, said: &Said<'_>, day: Date) -> bool {
        let same_person = self.whom.as_deref().map(str::to_lowercase) == said.whom.map(str::to_lowercase);
        same_person && self.day == Some(day) && self.path.as_deref() == Some(said.target.path.as_str())
    }
}

/// What the text of an item in a document says; `None` where there is no link in it.
pub(super) fn read(community: &Community, document: &Document, text: &str) -> Option<Read> {
    let settings = &community.settings;
    let read = markdown::read(text, 0, settings.heading_ids, &settings.limits);
    let link = read.links.first()?;
    let target = match of_link(community, document, &link.target) {
        Target::Document(at, _) => Some(at),
        _ => None,
    };
    let path = target.map(|at| community.documents()[at].path.clone());
    let whom = text.strip_prefix('@').and_then(|rest| rest.split_whitespace().next()).map(str::to_owned);
    Some(Read { whom, target, path, day: day_of(text.get(link.span.end..).unwrap_or_default()) })
}

/// The first day that is written in a text.
pub(super) fn day_of(text: &str) -> Option<Date> {
    text.split_whitespace().find_map(Date::parse)
}

/// What has to come behind an item for it to say this too; nothing if it does already.
pub(super) fn more(item: &str, text: &str) -> Option<String> {
    if text.is_empty() || fold(item).contains(&*fold(text)) {
        return None;
    }
    let says_nothing_yet = item.split_whitespace().next_back().is_some_and(|word| Date::parse(word).is_some());
    Some(if says_nothing_yet { format!(" {text}") } else { format!("; {text}") })
}

/// A tag as an item has it.
pub(super) fn of_tag(tag: &str) -> String {
    let tag = tag.trim().trim_start_matches('#');
    let is_word = !tag.contains(char::is_whitespace);
    format!("#{}", if is_word { tag.to_owned() } else { fold_tag(tag) })
}

/// A link from a file to a document, that shows its title.
pub(super) fn link(session: &Session, from: &str, target: &Document) -> String {
    let settings = session.settings();
    let title = target.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let way = way(from, &target.path);
    let shows_it = |text: &str| {
        let read = markdown::read(text, 0, settings.heading_ids, &settings.limits);
        let is_whole = |link: &markdown::Link| link.span == (0..text.len()) && link.text == title && !link.opaque;
        matches!(read.links.as_slice(), [link] if is_whole(link)) && read.html.is_empty() && read.code.is_empty()
    };
    let plain = format!("[{title}]({way})");
    if shows_it(&plain) { plain } else { format!("[{}]({way})", escaped(&title)) }
}

#[cfg(test)]
mod tests {
    use super::{more, of_tag};

    #[test]
    fn what_is_said_already_is_not_said_again() {
        for (item, text, expected) in [
            ("[A](a.md) 2026-11-22", "it helped", Some(" it helped")),
            ("[A](a.md) 2026-11-22 it helped", "it helped", None),
            ("[A](a.md) 2026-11-22 it helped", "Helped", None),
            ("[A](a.md) 2026-11-22 it helped", "twice", Some("; twice")),
            ("[A](a.md) 2026-11-22", "", None),
        ] {
            assert_eq!(more(item, text).as_deref(), expected, "{item}");
        }
    }

    #[test]
    fn a_tag_is_one_word() {
        assert_eq!((of_tag("#email"), of_tag("Old mail")), ("#email".to_owned(), "#old-mail".to_owned()));
    }
}
