//! What concerns the person who looks at their community: what is new since they last did, and what waits for them.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::files;
use crate::base::lang::Msg;
use crate::base::path::last;
use crate::model::document::Document;
use crate::model::history::{ChangeKind, Identity, ObjectId};
use crate::model::kind::Capability;
use crate::model::query::card::Card;
use crate::msg;
use crate::show::look::Look;
use crate::store::workspace::load;

use super::catalogue;
use super::session::Session;
use super::write::{flag, join};

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

/// What others made and changed since a moment; `None` where history can't tell.
pub fn news(session: &Session, cards: &[Card], seen: &Seen) -> Option<Vec<News>> {
    let (history, authors) = (session.history_if_any()?, session.authors().ok()?);
    let commits: Vec<_> = history.commits().collect();
    let mut known = vec![false; commits.len()];
    let at = commits.iter().position(|commit| commit.id() == seen.tip)?;
    known[at] = true;
    // Parents stand before their children, so one pass from there on finds all that led to it.
    for at in (0..=at).rev() {
        if known[at] {
            commits[at].parents().iter().filter_map(|parent| usize::try_from(*parent).ok()).for_each(|parent| known[parent] = true);
        }
    }
    let me = catalogue::me(session);
    let by_path: HashMap<&str, &Card> = cards.iter().map(|card| (card.path.as_str(), card)).collect();
    let (kinds, prefix) = (&session.settings().kinds, session.prefix());
    let mut news: Vec<News> = Vec::new();
    for (commit, _) in commits.iter().zip(&known).rev().filter(|(_, known)| !**known) {
        let writers: Vec<_> = authors.writers(*commit).into_iter().filter_map(|at| authors.all().get(at)).collect();
        let is_mine = me.is_some() && writers.iter().any(|author| author.handle == me);
        let Some(author) = writers.iter().find(|author| !author.is_bot).filter(|_| !is_mine) else { continue };
        for change in commit.changes() {
            let card = history.path(change.path).strip_prefix(&prefix).and_then(|path| by_path.get(path));
            let Some((card, kind)) = card.and_then(|card| Some((card, kinds.named(&card.kind)?))) else { continue };
            let is_new = change.kind == ChangeKind::Added;
            // What people note in their own files is told where it counts, and what they flag to whom it concerns.
            if kind.name == flag::KIND || !is_new && kind.has(Capability::Person) {
                continue;
            }
            match news.iter_mut().find(|known| known.path == card.path) {
                Some(known) => {
                    if is_new {
                        known.is_new = true;
                        known.by.clone_from(&author.name);
                    }
                }
                None => news.push(News {
                    reference: card.reference.clone(),
                    path: card.path.clone(),
                    title: card.title.clone(),
                    is_new,
                    by: author.name.clone(),
                    date: commit.day(),
                    label: kind.label(session.lang()),
                }),
            }
        }
    }
    Some(news)
}

/// Something that waits for a person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ForMe {
    /// What is to be done: review or question.
    #[serde(rename = "type")]
    pub kind: Todo,
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// The title.
    pub title: String,
    /// The command that does it.
    pub command: String,
    #[serde(skip)]
    why: Why,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Todo {
    /// Look whether it is still true.
    Review,
    /// Answer it.
    Question,
}

#[derive(Clone, Copy, Debug)]
enum Why {
    Flagged,
    Overdue,
    Unanswered,
}

impl ForMe {
    /// Why it waits, in a word.
    pub(super) fn says(&self) -> Msg {
        match self.why {
            Why::Flagged => msg!("home-flagged"),
            Why::Overdue => msg!("home-overdue"),
            Why::Unanswered => msg!("home-question"),
        }
    }
}

/// What waits for the person who asks: what was flagged of what they keep, what of it is past its day, and questions that nobody answered
/// and that are about what they care for. Nothing for who is no member.
pub fn for_me(session: &Session, cards: &[Card]) -> Vec<ForMe> {
    let Some(me) = catalogue::me(session) else { return Vec::new() };
    let is_mine = |card: &Card| {
        let steward = card.steward.as_deref().and_then(|steward| session.people().named(steward));
        steward.is_some_and(|member| member.handle == me)
    };
    let mut waiting: Vec<ForMe> = Vec::new();
    let mut add = |card: &Card, kind: Todo, verb: &str, why: Why| {
        if !waiting.iter().any(|known| known.path == card.path) {
            let command = format!("cop {verb} {}", short(cards, card));
            let (reference, path, title) = (card.reference.clone(), card.path.clone(), card.title.clone());
            waiting.push(ForMe { kind, reference, path, title, command, why });
        }
    };
    for flagged in cards.iter().filter(|card| card.kind == flag::KIND && card.open) {
        let Some(flag) = read(session, &flagged.path) else { continue };
        let about = flag.related("about").find_map(|value| {
            let name = value.target.trim_start_matches("../");
            cards.iter().find(|card| card.reference == name || card.path == name || short(cards, card) == name)
        });
        if let Some(card) = about.filter(|card| is_mine(card)) {
            add(card, Todo::Review, "review", Why::Flagged);
        }
    }
    let today = session.today();
    let mut overdue: Vec<(Date, &Card)> =
        cards.iter().filter(|card| is_mine(card)).filter_map(|card| Some((card.next_review.filter(|day| *day < today)?, card))).collect();
    overdue.sort_by_key(|(day, _)| *day);
    for (_, card) in overdue {
        add(card, Todo::Review, "review", Why::Overdue);
    }
    let settings = session.settings();
    let member = session.people().by_handle(&me).and_then(|member| read(session, &member.path));
    let interests: Vec<String> =
        member.iter().flat_map(|member| member.values("interests")).map(|value| settings.tag_name(&value.text)).collect();
    let asked_by_me = |card: &Card| {
        card.people.iter().any(|person| person.handle.as_deref() == Some(&me) && person.roles.iter().any(|role| role == "asked"))
    };
    let fits = |card: &Card| card.tags.iter().any(|tag| interests.contains(&settings.tag_name(tag)));
    for card in cards.iter().filter(|card| card.open && card.answers == Some(0) && fits(card) && !asked_by_me(card)) {
        add(card, Todo::Question, "answer", Why::Unanswered);
    }
    waiting
}

/// The shortest name of a document that only it has.
fn short<'c>(cards: &[Card], card: &'c Card) -> &'c str {
    let own = last(&card.reference);
    let others = cards.iter().filter(|other| last(&other.reference) == own).count();
    if others == 1 { own } else { &card.reference }
}

fn read(session: &Session, path: &str) -> Option<Document> {
    let settings = session.settings();
    let claim = settings.kinds.claim(path, &|_| false)?;
    let text = load::text(&session.dir().join(path), settings.limits.file).ok()?;
    Some(Document::read(path, text, &claim, settings))
}
