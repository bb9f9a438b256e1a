//! News as a feed (Atom, RFC 4287) that readers and other programs fetch.
//!
//! It is written here: the crate for it, `atom_syndication`, brings chrono along, and cop has one crate for dates.

use crate::base::date::Date;

use super::html::escaped;

/// A piece of news.
#[derive(Clone, Debug)]
pub struct News {
    /// What it is known by, for ever: an address or `urn:`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What is to be said, in HTML.
    pub html: String,
    /// Where it is read.
    pub url: Option<String>,
    /// The day.
    pub date: Option<Date>,
}

/// A feed of news, newest first. `id` is what the feed is known by, `updated` its day where no news has one.
pub fn feed(id: &str, title: &str, language: &str, home: Option<&str>, updated: Date, news: &[News]) -> String {
    let newest = news.iter().filter_map(|one| one.date).max().unwrap_or(updated);
    let title = escaped(title);
    let mut lines = vec![
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>".to_owned(),
        format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">", escaped(language)),
        format!("<title>{title}</title>"),
        format!("<id>{}</id>", escaped(id)),
        format!("<updated>{}</updated>", moment(newest)),
        format!("<author><name>{title}</name></author>"),
    ];
    lines.extend(home.map(link));
    lines.extend(news.iter().map(|one| entry(one, updated)));
    lines.push("</feed>\n".to_owned());
    lines.join("\n")
}

fn entry(news: &News, otherwise: Date) -> String {
    let mut lines = vec![
        "<entry>".to_owned(),
        format!("<title>{}</title>", escaped(&news.title)),
        format!("<id>{}</id>", escaped(&news.id)),
        format!("<updated>{}</updated>", moment(news.date.unwrap_or(otherwise))),
    ];
    lines.extend(news.url.as_deref().map(link));
    lines.push(format!("<content type=\"html\">{}</content>", escaped(&news.html)));
    lines.push("</entry>".to_owned());
    lines.join("\n")
}

fn link(href: &str) -> String {
    format!("<link rel=\"alternate\" href=\"{}\"/>", escaped(href))
}

/// A day as the moment that feeds want: its noon in UTC, which is that day nearly everywhere.
fn moment(day: Date) -> String {
    format!("{day}T12:00:00Z")
}
