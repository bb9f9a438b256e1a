//! Meetings and tasks as a calendar (iCalendar, RFC 5545) that people import, or have their own calendar fetch now and then.
//!
//! It is written here and not by the crate `icalendar`: that one folds long lines by the number of a letter where the number of a byte is
//! meant, and never ends on some titles with many letters beyond ASCII.

use crate::base::clock::{Now, in_utc, moment, moment_in};
use crate::base::coming;
use crate::base::date::Date;
use crate::base::slug::slug;
use crate::model::history::Created;
use crate::work::session::Session;

/// The form that a list of days has beside the usual ones, as it is typed behind `-f`.
pub const ICS: &str = "ics";

/// A line is this many bytes at most, without its end; a longer one goes on in the next, behind a space.
const LINE: usize = 75;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// People come together: it stands in the calendar on its day.
    Meeting,
    /// Somebody is to do something: its day is the last on which it is in time.
    Task,
}

/// When something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On that day, all of it.
    Day(Date),
    /// At that moment, in seconds since 1970.
    At(i64),
}

impl When {
    /// What a field of front matter says: a day, or a time on the clocks of the community in its zone, or with an offset of its own.
    pub fn read(text: &str, zone: &str) -> Option<Self> {
        let day = Date::parse(text)?;
        let at = moment(text).map(|(seconds, _)| seconds);
        let at = at.or_else(|| coming::time_of(text).and_then(|(hour, minute)| moment_in(zone, day, hour, minute)));
        Some(at.map_or(Self::Day(day), Self::At))
    }
}

/// Something with a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name for calendars, by which they know it again: see [`uid`].
    pub uid: String,
    /// What it is.
    pub sort: Sort,
    /// When it is; a task may have no day.
    pub when: Option<When>,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub place: Option<String>,
    /// More about it, in as many lines as it takes.
    pub description: Option<String>,
    /// The page that tells all of it; nothing but an address of the web counts.
    pub url: Option<String>,
    /// When it was last changed, in seconds since 1970. Of two versions a calendar keeps the one that is changed later: a meeting that moved
    /// does not stand there twice.
    pub modified: Option<i64>,
    /// It takes place no longer. It is told all the same, or it would stay in the calendars that have it.
    pub cancelled: bool,
}

/// The name of a document, or of something in it, for calendars: the same on every machine, and for as long as the document lives.
///
/// `first` is the path from the community's folder under which it was made ([`Past`]), so that a meeting with another title or day is still
/// the same one. A community is known by its name: of two calendars with equal documents neither takes the other's for its own. `part` says
/// what is meant in the document, where that is not the whole: the text of a task, say.
pub fn uid(community: &str, first: &str, part: Option<&str>) -> String {
    let name: Vec<String> = first.strip_suffix(".md").unwrap_or(first).split('/').map(slug).collect();
    let part = part.map(|part| format!(".{}", &blake3::hash(part.trim().as_bytes()).to_hex()[..12])).unwrap_or_default();
    format!("{}{part}@{}.cop", name.join("."), slug(community))
}

/// What a calendar has to know of a document's past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// Its first path, from the community's folder; where history does not tell, the one that it has.
    pub first: String,
    /// When it was last changed, in seconds since 1970, as far as history tells.
    pub modified: Option<i64>,
}

impl Past {
    /// The past of the document at a path from the community's folder.
    pub fn of(session: &Session, path: &str) -> Self {
        let prefix = session.prefix();
        let Some(history) = session.history_if_any() else { return Self { first: path.to_owned(), modified: None } };
        let whole = format!("{prefix}{path}");
        let first = match history.created(&whole) {
            Created::In(change) => history.path(change.path),
            Created::Before(_) | Created::Unknown => &whole,
        };
        let last = history.last(&whole).and_then(|change| history.commit(change.commit));
        Self { first: first.strip_prefix(&prefix).unwrap_or(first).to_owned(), modified: last.map(|commit| commit.facts().author_time) }
    }
}

/// A calendar of these entries, in their order. All times are written in UTC, so that whoever reads it needs no table of zones. Tasks are what
/// calendars call so, and many show them apart. Nothing in it depends on more than its arguments.
pub fn calendar(name: &str, entries: &[Entry], now: Now) -> String {
    let mut out = Lines(String::new());
    out.plain("BEGIN", "VCALENDAR");
    out.plain("VERSION", "2.0");
    out.plain("PRODID", "-//cop//cop//EN");
    out.plain("CALSCALE", "GREGORIAN");
    out.plain("METHOD", "PUBLISH");
    // The one is the standard's, the other what most calendars read.
    out.text("NAME", name);
    out.text("X-WR-CALNAME", name);
    for entry in entries {
        entry.write(&mut out, now);
    }
    out.plain("END", "VCALENDAR");
    out.0
}

impl Entry {
    fn write(&self, out: &mut Lines, now: Now) {
        let (component, day_key) = match self.sort {
            Sort::Meeting => ("VEVENT", "DTSTART"),
            Sort::Task => ("VTODO", "DUE"),
        };
        // What happens has a day; without one there is nothing to put into a calendar.
        if self.sort == Sort::Meeting && self.when.is_none() {
            return;
        }
        out.plain("BEGIN", component);
        out.text("UID", &self.uid);
        out.plain("DTSTAMP", &in_utc(now.seconds()));
        if let Some(seconds) = self.modified {
            out.plain("LAST-MODIFIED", &in_utc(seconds));
            out.plain("SEQUENCE", &revision(seconds).to_string());
        }
        match self.when {
            Some(When::At(seconds)) => out.plain(day_key, &in_utc(seconds)),
            Some(When::Day(day)) => out.plain(&format!("{day_key};VALUE=DATE"), &day.to_string().replace('-', "")),
            None => {}
        }
        out.text("SUMMARY", &self.title);
        let texts = [("LOCATION", &self.place), ("DESCRIPTION", &self.description)];
        for (key, text) in texts {
            text.iter().filter(|text| !text.trim().is_empty()).for_each(|text| out.text(key, text));
        }
        let is_address =
            |url: &&String| (url.starts_with("https://") || url.starts_with("http://")) && url.bytes().all(|byte| byte.is_ascii_graphic());
        self.url.iter().filter(is_address).for_each(|url| out.plain("URL", url));
        out.plain(
            "STATUS",
            match (self.cancelled, self.sort) {
                (true, _) => "CANCELLED",
                (false, Sort::Meeting) => "CONFIRMED",
                (false, Sort::Task) => "NEEDS-ACTION",
            },
        );
        // A whole day on which people meet is not a day on which nobody has time.
        if self.sort == Sort::Meeting && matches!(self.when, Some(When::Day(_))) {
            out.plain("TRANSP", "TRANSPARENT");
        }
        out.plain("END", component);
    }
}

/// The number of a version: it grows with the time of the change, and fits where calendars keep it until long after 4000.
fn revision(seconds: i64) -> i64 {
    const FROM: i64 = 1_577_836_800;
    ((seconds - FROM) / 60).clamp(0, i64::from(i32::MAX))
}

/// The lines of a calendar.
struct Lines(String);

impl Lines {
    /// A line with a text that people wrote.
    fn text(&mut self, key: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len() + 8);
        let text = text.trim().replace("\r\n", "\n");
        for letter in text.chars() {
            match letter {
                '\\' | ';' | ',' => escaped.extend(['\\', letter]),
                '\n' | '\r' => escaped.push_str("\\n"),
                '\t' => escaped.push(' '),
                letter if letter.is_control() => {}
                letter => escaped.push(letter),
            }
        }
        self.plain(key, &escaped);
    }

    /// A line with a value that needs no escaping.
    fn plain(&mut self, key: &str, value: &str) {
        let line = format!("{key}:{value}");
        let mut rest = line.as_str();
        let mut room = LINE;
        while rest.len() > room {
            let end = (1..=room).rev().find(|end| rest.is_char_boundary(*end)).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            self.0.push_str(part);
            self.0.push_str("\r\n ");
            rest = after;
            room = LINE - 1;
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Entry, LINE, Sort, When, calendar, uid};
    use crate::base::clock::Now;

    fn entry(title: &str) -> Entry {
        Entry {
            uid: "meeting.2026-12-10-looking-back@the-long-table.cop".to_owned(),
            sort: Sort::Meeting,
            when: When::read("2026-12-10T14:00", "Europe/Amsterdam"),
            title: title.to_owned(),
            place: None,
            description: None,
            url: None,
            modified: None,
            cancelled: false,
        }
    }

    fn written(entries: &[Entry]) -> String {
        calendar("The Long Table", entries, Now::parse("2026-11-22T09:00:00Z").expect("a moment"))
    }

    /// What a calendar reads: the values of a key, with the lines put together again and the escapes undone.
    fn read(text: &str, key: &str) -> Vec<String> {
        let unfolded = text.replace("\r\n ", "");
        let values = unfolded.split("\r\n").filter_map(|line| line.split_once(':')).filter(|(name, _)| name.split(';').next() == Some(key));
        let unescaped = |value: &str| {
            let mut letters = value.chars();
            let mut out = String::new();
            while let Some(letter) = letters.next() {
                match letter {
                    '\\' => out.extend(letters.next().map(|next| if next == 'n' { '\n' } else { next })),
                    letter => out.push(letter),
                }
            }
            out
        };
        values.map(|(_, value)| unescaped(value)).collect()
    }

    #[test]
    fn a_meeting_and_a_task_are_written_as_calendars_read_them() {
        let meeting = Entry {
            place: Some("Reading room, Stadsarchief; first floor".to_owned()),
            description: Some("1. Round\n2. \\o/".to_owned()),
            url: Some("https://github.com/us/notes/blob/main/meetings/2026-12-10-looking-back.md".to_owned()),
            modified: Some(1_795_338_000),
            ..entry("Looking back, two years on")
        };
        let task = Entry { sort: Sort::Task, when: When::read("2026-12-10", "UTC"), uid: "a".to_owned(), ..entry("Bring soup") };
        assert_eq!(
            written(&[meeting, task]).replace("\r\n", "\n"),
            "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//cop//cop//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
NAME:The Long Table
X-WR-CALNAME:The Long Table
BEGIN:VEVENT
UID:meeting.2026-12-10-looking-back@the-long-table.cop
DTSTAMP:20261122T090000Z
LAST-MODIFIED:20261122T090000Z
SEQUENCE:3625020
DTSTART:20261210T130000Z
SUMMARY:Looking back\\, two years on
LOCATION:Reading room\\, Stadsarchief\\; first floor
DESCRIPTION:1. Round\\n2. \\\\o/
URL:https://github.com/us/notes/blob/main/meetings/2026-12-10-looking-back.
 md
STATUS:CONFIRMED
END:VEVENT
BEGIN:VTODO
UID:a
DTSTAMP:20261122T090000Z
DUE;VALUE=DATE:20261210
SUMMARY:Bring soup
STATUS:NEEDS-ACTION
END:VTODO
END:VCALENDAR
"
        );
    }

    #[test]
    fn a_day_without_an_hour_is_whole_and_what_is_off_says_so() {
        let text = written(&[Entry { when: When::read("2026-12-10", "UTC"), cancelled: true, ..entry("Off") }]);
        assert!(text.contains("DTSTART;VALUE=DATE:20261210\r\n") && text.contains("STATUS:CANCELLED\r\n"), "{text}");
        let text = written(&[Entry { when: None, ..entry("Some day") }, Entry { when: None, sort: Sort::Task, ..entry("Tidy up") }]);
        assert!(!text.contains("VEVENT") && text.contains("SUMMARY:Tidy up\r\n"), "{text}");
        // A later change has a higher number.
        let number =
            |seconds| read(&written(&[Entry { modified: Some(seconds), ..entry("a") }]), "SEQUENCE")[0].parse::<i64>().expect("a number");
        assert!(number(1_795_338_000) < number(1_795_338_060) && number(0) == 0 && number(i64::MAX / 2) == i64::from(i32::MAX));
    }

    #[test]
    fn a_time_is_on_the_clocks_of_the_community_or_says_whose() {
        for (text, expected) in [
            ("2026-12-10", "DTSTART;VALUE=DATE:20261210"),
            ("2026-12-10T14:00", "DTSTART:20261210T130000Z"),
            ("2026-07-10 14:00", "DTSTART:20260710T120000Z"),
            ("2026-12-10T14:00:00Z", "DTSTART:20261210T140000Z"),
            ("2026-12-10T14:00-05:00", "DTSTART:20261210T190000Z"),
            ("2026-12-10T99:00", "DTSTART;VALUE=DATE:20261210"),
        ] {
            let text_of = written(&[Entry { when: When::read(text, "Europe/Amsterdam"), ..entry("a") }]);
            assert!(text_of.contains(&format!("{expected}\r\n")), "{text}\n{text_of}");
        }
        assert_eq!(When::read("soon", "UTC"), None);
    }

    #[test]
    fn only_an_address_of_the_web_is_told() {
        for (url, told) in [("https://a.example/x", true), ("javascript:x", false), ("https://a.example/x\r\nX-EVIL:1", false)] {
            let text = written(&[Entry { url: Some(url.to_owned()), ..entry("a") }]);
            assert_eq!(text.contains("URL:"), told, "{url}");
        }
    }

    #[test]
    fn a_name_for_calendars_tells_documents_and_tasks_apart() {
        let path = "meetings/2026-12-10-looking-back.md";
        assert_eq!(uid("The Long Table", path, None), "meetings.2026-12-10-looking-back@the-long-table.cop");
        assert_ne!(uid("A", path, None), uid("B", path, None));
        let (one, other) = (uid("A", path, Some("bring soup")), uid("A", path, Some("bring bread")));
        assert!(one != other && one.starts_with("meetings.2026-12-10-looking-back."), "{one}");
        let odd = uid("Ünder\r\n", "a b/ç\u{7}.nl.md", Some("x"));
        assert!(odd.bytes().all(|byte| byte.is_ascii_graphic()), "{odd}");
    }

    proptest! {
        #[test]
        fn whatever_a_title_says_lines_are_short_and_are_read_back(title in "\\PC{0,300}", more in any::<String>()) {
            let text = written(&[Entry { description: Some(more), ..entry(&title) }]);
            prop_assert!(text.ends_with("\r\n") && text.split("\r\n").all(|line| line.len() <= LINE && !line.contains(['\n', '\r'])));
            prop_assert_eq!(&read(&text, "SUMMARY")[..], &[title.trim().to_owned()][..]);
            prop_assert_eq!(read(&text, "BEGIN").len(), 2);
        }

        #[test]
        fn letters_of_any_width_and_blanks_fold(letters in 0_usize..400, blanks in 0_usize..200) {
            let title = format!("{}{}z", "é".repeat(letters), " a".repeat(blanks));
            prop_assert_eq!(&read(&written(&[entry(&title)]), "SUMMARY")[..], &[title.trim().to_owned()][..]);
        }
    }
}
