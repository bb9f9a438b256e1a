//! The forms in which a letter is sent: a page of its own, a message, and a feed.

use crate::msg;
use crate::show::look::Look;
use crate::work::render::feed::{self, News};
use crate::work::render::html::escaped;
use crate::work::render::mail;

use super::{Digest, Entry, Part};

/// A form that only letters have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigestForm {
    /// A page that needs nothing else.
    Html,
    /// A message that a mail program opens as a draft.
    Eml,
    /// A feed.
    Atom,
}

/// After so many days no day of it is yesterday any more.
const A_WEEK: i32 = 7;

const FORMS: [(&str, DigestForm); 3] = [("html", DigestForm::Html), ("eml", DigestForm::Eml), ("atom", DigestForm::Atom)];

/// The form of a name.
pub fn find(name: &str) -> Option<DigestForm> {
    FORMS.iter().find(|(known, _)| *known == name).map(|(_, form)| *form)
}

/// The names of all.
pub fn names() -> impl Iterator<Item = &'static str> {
    FORMS.iter().map(|(name, _)| *name)
}

/// How a page looks: as letters do, in any light and on paper.
const STYLE: &str = "body{font:1rem/1.55 Georgia,serif;max-width:38rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}\
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.1rem;margin-top:2rem}p,li{margin:.5rem 0}ul{padding-left:1.2rem}\
blockquote{margin:.25rem 0 .25rem 0;padding-left:.75rem;border-left:3px solid #bbb;color:#444}a{color:#0b5394}small{color:#595959}\
@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#161616}blockquote{color:#cfcfcf;border-color:#666}a{color:#8ab4f8}\
small{color:#b0b0b0}}";

impl Digest {
    /// The letter in a form of its own.
    pub fn written_as(&self, form: DigestForm) -> String {
        match form {
            DigestForm::Html => self.html(),
            DigestForm::Eml => {
                let text = self.text();
                mail::draft(&self.title(), &text, &self.html(), self.language, self.written)
            }
            DigestForm::Atom => self.atom(),
        }
    }

    /// What the letter is called: the community and the days.
    pub(super) fn title(&self) -> String {
        // A letter is read on another day than it is written.
        let look = Look::plain(self.lang, self.until.add_days(A_WEEK));
        let (from, to) = (look.day(self.since), look.day(self.until));
        let days = if self.is_closing { msg!("digest-closing", from = from, to = to) } else { msg!("digest-days", from = from, to = to) };
        format!("{}: {}", self.community, look.say(&days))
    }

    /// How days and words are said in it, seen from its last day, so that a letter says the same whenever it is read.
    pub(super) fn look(&self) -> Look {
        Look::plain(self.lang, self.until)
    }

    fn html(&self) -> String {
        let title = escaped(&self.title());
        let mut body = vec![format!("<h1>{title}</h1>")];
        body.extend(Some(&self.greeting).filter(|said| !said.is_empty()).map(|said| format!("<p>{}</p>", escaped(said))));
        body.push(format!("<p>{}</p>", self.result.as_ref().map_or_else(|| escaped(&self.quiet()), entry_html)));
        for part in &self.parts {
            body.extend([format!("<h2>{}</h2>", escaped(&part.heading)), "<ul>".to_owned()]);
            body.extend(part.entries.iter().map(|entry| format!("<li>{}</li>", entry_html(entry))));
            body.extend(self.more(part).map(|more| format!("<li>{}</li>", escaped(&more))));
            body.push("</ul>".to_owned());
        }
        body.extend(self.notes.iter().map(|note| format!("<p><small>{}</small></p>", escaped(note))));
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{title}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n{}\n</body>\n</html>\n",
            self.language,
            body.join("\n")
        )
    }

    /// The letter as plain text, for mail programs that show no pages.
    fn text(&self) -> String {
        let greeting = Some(self.greeting.clone()).filter(|greeting| !greeting.is_empty());
        let mut blocks = vec![self.title()];
        blocks.extend(greeting);
        blocks.push(self.result.as_ref().map_or_else(|| self.quiet(), entry_text));
        for part in &self.parts {
            let entries = part.entries.iter().map(entry_text).chain(self.more(part));
            blocks.extend([part.heading.clone(), entries.map(|entry| format!("- {entry}")).collect::<Vec<_>>().join("\n")]);
        }
        blocks.extend(self.notes.iter().cloned());
        blocks.join("\n\n") + "\n"
    }

    /// How much more there is in a part.
    pub(super) fn more(&self, part: &Part) -> Option<String> {
        (part.more > 0).then(|| self.look().say(&msg!("due-more", count = part.more)))
    }

    fn atom(&self) -> String {
        let parts = self.parts.iter().flat_map(|part| &part.entries);
        // What waits and what is yet to come is no news.
        let is_news = |entry: &&Entry| entry.command.is_none() && entry.date.is_some_and(|date| date <= self.until);
        let news = self.result.iter().chain(parts).filter(is_news).map(|entry| {
            let about = entry.reference.as_deref().or(entry.title.as_deref()).unwrap_or_default();
            let day = entry.date.map(|day| day.to_string()).unwrap_or_default();
            let quote = entry.quote.as_ref().map(|quote| format!("<blockquote>{}</blockquote>", escaped(quote))).unwrap_or_default();
            News {
                // What a letter opened with once is told further down in the next.
                id: urn(&[&self.community, about, &day, &entry.says]),
                title: entry.title.clone().unwrap_or_else(|| entry.says.clone()),
                html: format!("<p>{}</p>{quote}", escaped(&entry.says)),
                url: entry.url.clone(),
                date: entry.date,
            }
        });
        let mut news: Vec<News> = news.collect();
        news.sort_by(|one, other| (other.date, &one.id).cmp(&(one.date, &other.id)));
        news.dedup_by(|one, other| one.id == other.id);
        feed::feed(&urn(&[&self.community]), &self.community, self.language, self.home.as_deref(), self.until, &news)
    }

    /// What is said where there was no result.
    pub(super) fn quiet(&self) -> String {
        self.look().say(&if self.parts.is_empty() { msg!("digest-nothing") } else { msg!("digest-no-result") })
    }
}

/// A name that stays the same as long as what it names does.
fn urn(parts: &[&str]) -> String {
    let hash = blake3::hash(parts.join("\0").as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    // A UUID of version 8, which is made of whatever its maker likes (RFC 9562).
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = format!("{:032x}", u128::from_be_bytes(bytes));
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

fn entry_html(entry: &Entry) -> String {
    let title = entry.title.as_ref().map(|title| {
        let title = escaped(title);
        match &entry.url {
            Some(url) => format!("<a href=\"{}\"><strong>{title}</strong></a>", escaped(url)),
            None => format!("<strong>{title}</strong>"),
        }
    });
    let says = Some(&entry.says).filter(|says| !says.is_empty()).map(|says| escaped(says));
    let line: Vec<String> = title.into_iter().chain(says).collect();
    let quote = entry.quote.as_ref().map(|quote| format!("\n<blockquote>{}</blockquote>", escaped(quote))).unwrap_or_default();
    line.join(" – ") + &quote
}

fn entry_text(entry: &Entry) -> String {
    let says = Some(&entry.says).filter(|says| !says.is_empty());
    let line: Vec<&str> = entry.title.iter().chain(says).map(String::as_str).collect();
    let first = line.join(" – ");
    std::iter::once(first.as_str()).chain(entry.quote.as_deref()).chain(entry.url.as_deref()).collect::<Vec<_>>().join("\n  ")
}
