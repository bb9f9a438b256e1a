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

use super::session::Session;
use super::write::join;

/// The file in cop's own folder that says when the person last looked.
const FILE: &str = "seen";
/// Whoever looks again within so many seconds still looks.
const VISIT: i64 = 30 * 60;

/// How the community stood at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    tip: ObjectId,
    seconds: i64,
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
        let (tip, seconds) = line.split_once(' ')?;
        Some(Self { tip: ObjectId::parse(tip)?, seconds: seconds.parse().ok()? })
    }
}

/// How the community stood when the person last looked, before this visit; and notes that they look now. It is kept in the git folder,
/// for this work tree only, and nobody minds if it can't be.
pub fn look(session: &Session) -> Option<Seen> {
    let repo = session.repo()?;
    let folder = repo.own_folder(session.dir());
    let path = folder.path().join(FILE);
    let text = if folder.is_there() { files::read(&path, 1000).ok().and_then(|bytes| String::from_utf8(bytes).ok()) } else { None };
    let mut lines = text.as_deref().unwrap_or_default().lines().map(Seen::parse);
    let (latest, before) = (lines.next().flatten(), lines.next().flatten());
    let now = session.now().seconds();
    let is_same_visit = latest.as_ref().is_some_and(|latest| (0..VISIT).contains(&now.saturating_sub(latest.seconds)));
    let seen = if is_same_visit { before } else { latest };
    if let Some(tip) = repo.tip().ok().flatten() {
        let line = |seen: &Seen| format!("{} {}\n", seen.tip, seen.seconds);
        let text = line(&Seen { tip, seconds: now }) + &seen.as_ref().map(line).unwrap_or_default();
        if folder.make().is_ok() {
            let _ = files::replace(&path, text.as_bytes());
        }
    }
    seen
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
}

impl News {
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
    /// What is to be done: accept, review or question; or what they are to hear: accepted, thanked, used or settled.
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
    #[serde(skip)]
    pub(super) why: Why,
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
}

/// Why a person is to know of it; what comes first is told first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    Answered,
    Flagged,
    Accepted,
    Thanked,
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
            why,
        }
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
            Why::Overdue => msg!("home-overdue"),
            Why::Unanswered => msg!("home-question"),
        }
    }

    /// `Fatima: for the drawing`, of what is to be heard.
    pub(super) fn heard(&self) -> Option<String> {
        let first = self.by.as_deref()?.split_whitespace().next()?;
        Some(self.words.as_ref().map_or_else(|| first.to_owned(), |words| format!("{first}: {words}")))
    }
}
