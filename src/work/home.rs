//! What concerns the person who looks at their community: what is new since they last did, and what waits for them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::files;
use crate::base::lang::Msg;
use crate::model::history::{Identity, ObjectId};
use crate::model::query::card::Card;
use crate::msg;
use crate::show::look::Look;

use super::catalogue;
use super::session::Session;
use super::write::join;

/// The file in cop's own folder that says when the person last looked, and what of the news they have been shown.
const FILE: &str = "seen";
/// It is not read beyond this.
const MOST: u64 = 1 << 20;
/// Whoever looks again within so many seconds still looks.
const VISIT: i64 = 30 * 60;

/// How the community stood at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    tip: ObjectId,
    seconds: i64,
    /// Who looked then, if a member.
    handle: Option<String>,
}

impl Seen {
    /// The newest commit then.
    pub(super) fn tip(&self) -> ObjectId {
        self.tip
    }

    /// The day of it.
    pub fn day(&self) -> Option<Date> {
        Date::of_seconds(self.seconds, 0)
    }

    fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let (tip, seconds) = (ObjectId::parse(words.next()?)?, words.next()?.parse().ok()?);
        Some(Self { tip, seconds, handle: words.next().map(str::to_owned) })
    }

    fn line(&self) -> String {
        let start = format!("{} {}", self.tip, self.seconds);
        self.handle.iter().fold(start, |line, handle| line + " " + handle) + "\n"
    }
}

/// What the person knows of the community who looks at it.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// How it stood when they last looked, before this visit. What they were not shown of what is newer is still news.
    seen: Option<Seen>,
    /// How it stood when they looked in this visit, or else at the latest.
    latest: Option<Seen>,
    /// What they were shown of the news before this visit, by its mark.
    told: Vec<String>,
    /// What they were shown of it in this visit.
    shown: Vec<String>,
}

impl Visit {
    /// The visit of who looks now. Whoever looks again soon is still at it.
    pub fn of(session: &Session) -> Self {
        let Some(repo) = session.repo() else { return Self::default() };
        let folder = repo.own_folder(session.dir());
        let path = folder.path().join(FILE);
        let text = if folder.is_there() { files::read(&path, MOST).ok().and_then(|bytes| String::from_utf8(bytes).ok()) } else { None };
        let Some(mut visit) = text.as_deref().map(Self::parse) else { return Self::default() };
        let Some(latest) = visit.latest.clone() else { return Self::default() };
        if (0..VISIT).contains(&session.now().seconds().saturating_sub(latest.seconds)) {
            return visit;
        }
        let is_all_told = text.as_deref().is_some_and(|text| text.lines().any(|line| line == "all"));
        visit.told.append(&mut visit.shown);
        visit.seen = match visit.seen.take() {
            // What they were not shown yet is looked for from where it was.
            Some(seen) if !is_all_told => Some(Seen { seconds: latest.seconds, ..seen }),
            None if !is_all_told => Some(Seen { handle: None, ..latest }),
            _ => {
                visit.told.clear();
                Some(latest)
            }
        };
        visit
    }

    fn parse(text: &str) -> Self {
        let mut visit = Self::default();
        for line in text.lines() {
            match line.split_once(' ') {
                Some(("told", mark)) => visit.told.push(mark.to_owned()),
                Some(("shown", mark)) => visit.shown.push(mark.to_owned()),
                _ => {
                    let Some(seen) = Seen::parse(line) else { continue };
                    if visit.latest.is_none() { visit.latest = Some(seen) } else { visit.seen = Some(seen) }
                }
            }
        }
        visit
    }

    /// How the community stood when the person last looked.
    pub(super) fn seen(&self) -> Option<&Seen> {
        self.seen.as_ref()
    }

    /// Whether the person looked before as the member that they are now.
    pub(super) fn knew(&self, handle: &str) -> bool {
        self.seen.as_ref().is_some_and(|seen| seen.handle.as_deref() == Some(handle))
    }

    /// Whether they were shown it before this visit.
    pub(super) fn is_told(&self, mark: &str) -> bool {
        self.told.iter().any(|told| told == mark)
    }

    /// Notes what of all the news they are shown now. It is kept in the git folder, for this work tree only, and nobody minds if it
    /// can't be.
    pub fn note(mut self, session: &Session, shown: Vec<String>, all: &[String]) {
        let Some(repo) = session.repo() else { return };
        let Some(tip) = repo.tip().ok().flatten() else { return };
        self.shown.extend(shown);
        self.shown.sort();
        self.shown.dedup();
        let latest = Seen { tip, seconds: session.now().seconds(), handle: catalogue::me(session) };
        let is_all_told = all.iter().all(|mark| self.shown.binary_search(mark).is_ok());
        let marks = |word: &str, marks: &[String]| marks.iter().fold(String::new(), |text, mark| text + word + " " + mark + "\n");
        let text = latest.line()
            + &self.seen.as_ref().map(Seen::line).unwrap_or_default()
            + if is_all_told { "all\n" } else { "" }
            + &marks("told", &self.told)
            + &marks("shown", &self.shown);
        let folder = repo.own_folder(session.dir());
        if folder.make().is_ok() {
            let _ = files::replace(&folder.path().join(FILE), text.as_bytes());
        }
    }
}

/// A mark by which what was shown is known again, made of what tells it from all else.
fn mark(parts: &[&str]) -> String {
    let mut hash = blake3::Hasher::new();
    for part in parts {
        hash.update(part.as_bytes()).update(&[0]);
    }
    hash.finalize().to_hex().chars().take(16).collect()
}

/// How to take part, for a person whom git knows and who is no member; that a page waits, where one does.
pub fn join(session: &Session) -> Option<Msg> {
    let (name, email) = session.repo()?.identity()?;
    // Where nobody is one, being a member is not what it is about.
    if session.people().members().is_empty() || session.people().by_identity(&Identity { name, email }).is_some() {
        return None;
    }
    let waiting = join::waiting(session).ok().flatten();
    Some(waiting.map_or_else(|| msg!("home-no-member"), |member| msg!("home-page-waits", path = member.path)))
}

/// Something that others did.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct News {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// The title.
    pub title: String,
    /// Whether it was made; else it was changed.
    pub is_new: bool,
    /// Who did it.
    pub by: String,
    /// The author's day.
    pub date: Option<Date>,
    #[serde(skip)]
    pub(super) label: String,
    /// The newest commit of it.
    #[serde(skip)]
    pub(super) commit: ObjectId,
}

impl News {
    /// What tells it from all that was news before.
    pub(super) fn mark(&self) -> String {
        mark(&["news", &self.path, &self.commit.to_string()])
    }

    /// `Fatima, yesterday`
    pub(super) fn says(&self, look: &Look) -> String {
        let first = self.by.split_whitespace().next().unwrap_or_default();
        let who = if self.is_new { first.to_owned() } else { look.say(&msg!("home-changed-by", name = first)) };
        [Some(who), self.date.map(|day| look.day(day))].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// Something that waits for a person, or that they are to hear.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ForMe {
    /// What is to be done: accept, review or question; or what they are to hear: accepted, thanked, used, settled, handed or retired.
    #[serde(rename = "type")]
    pub kind: Todo,
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// The title.
    pub title: String,
    /// The command that does it, or that shows what it is about.
    pub command: String,
    /// Who did what is to be heard.
    pub by: Option<String>,
    /// What they said of it.
    pub words: Option<String>,
    /// Whose it is now, of what was theirs.
    pub to: Option<String>,
    #[serde(skip)]
    pub(super) why: Why,
    /// The day on which it was said.
    #[serde(skip)]
    pub(super) day: Option<Date>,
    /// The state into which it was brought, as readers call it.
    #[serde(skip)]
    pub(super) state: Option<String>,
}

/// What is to be done or heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Todo {
    /// Choose an answer.
    Accept,
    /// Look whether it is still true.
    Review,
    /// Answer it.
    Question,
    /// Their answer to it was chosen.
    Accepted,
    /// They were thanked for it.
    Thanked,
    /// It was used.
    Used,
    /// What they reported of it was settled.
    Settled,
    /// It was theirs to keep, and is another's now.
    Handed,
    /// It was theirs, and was closed or retired.
    Retired,
}

/// Why a person is to know of it; what comes first is told first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    Answered,
    Flagged,
    Accepted,
    Thanked,
    Handed,
    Retired,
    Used,
    Settled,
    Overdue,
    Unanswered,
}

impl ForMe {
    /// What somebody did with what a person did for a document.
    pub(super) fn echo(kind: Todo, about: &Card, by: &str, words: &str) -> Self {
        let why = match kind {
            Todo::Accepted => Why::Accepted,
            Todo::Thanked => Why::Thanked,
            Todo::Used => Why::Used,
            Todo::Handed => Why::Handed,
            Todo::Retired => Why::Retired,
            _ => Why::Settled,
        };
        Self {
            kind,
            reference: about.reference.clone(),
            path: about.path.clone(),
            title: about.title.clone(),
            command: format!("cop show {}", about.reference),
            by: Some(by.to_owned()),
            words: Some(words.to_owned()).filter(|words| !words.is_empty()),
            to: None,
            why,
            day: None,
            state: None,
        }
    }

    /// What tells what is to be heard from all that was heard before; `None` for what waits until it is done.
    pub(super) fn mark(&self) -> Option<String> {
        let by = self.by.as_deref()?;
        let (words, to) = (self.words.as_deref().unwrap_or_default(), self.to.as_deref().unwrap_or_default());
        let day = self.day.map(|day| day.to_string()).unwrap_or_default();
        Some(mark(&[&format!("{:?}", self.kind), &self.path, by, words, to, &day, self.state.as_deref().unwrap_or_default()]))
    }

    /// Why it waits, in a word.
    pub(super) fn says(&self) -> Msg {
        match self.why {
            Why::Answered => msg!("echo-answered"),
            Why::Flagged => msg!("home-flagged"),
            Why::Accepted => msg!("echo-accepted"),
            Why::Thanked => msg!("echo-thanked"),
            Why::Used => msg!("echo-used"),
            Why::Settled => msg!("echo-settled"),
            Why::Handed => msg!("echo-handed"),
            Why::Retired => self.state.as_deref().map_or_else(|| msg!("echo-retired"), Msg::literal),
            Why::Overdue => msg!("home-overdue"),
            Why::Unanswered => msg!("home-question"),
        }
    }

    /// `Fatima: for the drawing`, of what is to be heard.
    pub(super) fn heard(&self, look: &Look) -> Option<String> {
        let first = self.by.as_deref()?.split_whitespace().next()?;
        let handed = self.to.as_ref().map(|to| look.say(&msg!("echo-handed-by", name = first, to = to)));
        let first = handed.as_deref().unwrap_or(first);
        Some(self.words.as_ref().map_or_else(|| first.to_owned(), |words| format!("{first}: {words}")))
    }
}
