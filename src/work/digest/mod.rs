//! What happened lately, as a letter: `cop digest`.
//!
//! It opens with a result, for a count tells nobody why they came; then what was answered, made and decided, what needs whoever reads, and
//! when they meet. What is told is for a member, a steward, a newcomer or a sponsor, or for one member with what they follow.

mod forms;
mod ground;
mod sections;
mod shown;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::fold_tag;
use crate::base::lang::Lang;
use crate::base::nearest::nearest;
use crate::base::timespan::Timespan;
use crate::model::history::CommitView;
use crate::msg;

use self::ground::Ground;
use super::catalogue;
use super::kept_report;
use super::letter;
use super::session::Session;
use super::window::Window;

pub use self::forms::{DigestForm, find, names};

/// What is told where nobody says since when, and to a sponsor, who reads rarely.
const USUAL: (Timespan, Timespan) = (Timespan { months: 1, days: 0 }, Timespan { months: 3, days: 0 });
/// So many days before a community ends, what it leaves behind is told.
const CLOSING: i32 = 30;
/// The name under which the last one is kept.
const KEPT: &str = "digest";
/// So many entries a section has at most; a letter is read, a list is not.
const SHOWN: usize = 7;

/// For whom it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// For all members.
    Member,
    /// For who keeps knowledge true.
    Steward,
    /// For who has just come.
    Newcomer,
    /// For who wants to see what it yields.
    Sponsor,
    /// For one member, by handle.
    Person(String),
}

/// The words for those who are not one person, in each language.
const AUDIENCES: [(Audience, &[&str]); 4] = [
    (Audience::Member, &["member", "members", "lid", "leden"]),
    (Audience::Steward, &["steward", "stewards", "beheerder", "beheerders"]),
    (Audience::Newcomer, &["newcomer", "newcomers", "nieuwkomer", "nieuwkomers"]),
    (Audience::Sponsor, &["sponsor", "sponsors", "stakeholder", "opdrachtgever", "opdrachtgevers"]),
];

impl Audience {
    /// Whom a person means: `me`, a member, or one of those there are.
    ///
    /// # Errors
    /// There is no such audience or member, or who asks is none.
    pub fn parse(session: &Session, typed: &str) -> Result<Self> {
        let folded = fold_tag(typed.trim());
        if let Some((audience, _)) = AUDIENCES.into_iter().find(|(_, words)| words.contains(&folded.as_str())) {
            return Ok(audience);
        }
        if ["me", "mij"].contains(&folded.as_str()) {
            let me = catalogue::me(session).ok_or_else(|| Error::new(ErrorKind::Usage, msg!("due-no-member")));
            return me.map(Self::Person).map_err(|error| error.hint(msg!("do-this", command = "cop join")));
        }
        if let Some(member) = session.people().named(typed) {
            return Ok(Self::Person(member.handle.clone()));
        }
        let error = Error::new(ErrorKind::NotFound, msg!("digest-nobody", typed = typed));
        let handles = session.people().members().iter().map(|member| member.handle.as_str());
        let known = AUDIENCES.iter().map(|(_, words)| words[0]).chain(handles);
        Err(match nearest(&typed.to_lowercase(), known) {
            Some(near) => error.hint(msg!("usage-nearest", name = near)),
            None => error.hint(msg!("digest-nobody-hint")),
        })
    }

    /// What programs call it.
    fn name(&self) -> &str {
        match self {
            Self::Member => "member",
            Self::Steward => "steward",
            Self::Newcomer => "newcomer",
            Self::Sponsor => "sponsor",
            Self::Person(handle) => handle,
        }
    }
}

/// What is told of one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// What it is called; null where there is nothing to call.
    pub title: Option<String>,
    /// `kind/slug`, of a document.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// The path from the community's root, of a document.
    pub path: Option<String>,
    /// Where it is read on the git host, if that is known.
    pub url: Option<String>,
    /// What is to be said, in the letter's language.
    pub says: String,
    /// The first sentences of it, or what somebody said of it.
    pub quote: Option<String>,
    /// Of what the first sentences are to be quoted once it is known that it is told: a document, and its section.
    #[serde(skip)]
    quote_of: Option<(usize, Option<&'static str>)>,
    /// The day.
    pub date: Option<Date>,
    /// What to type, where it waits for somebody.
    pub command: Option<String>,
}

/// A part of the letter.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Part {
    /// What sort of part: `answered`, `new`, `decided` and others.
    #[serde(rename = "type")]
    pub name: String,
    /// What stands above it, in the letter's language.
    pub heading: String,
    /// What is told.
    pub entries: Vec<Entry>,
    /// How many more there are.
    pub more: usize,
}

/// What happened, as a letter.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Digest {
    /// The community's name.
    pub community: String,
    /// For whom: member, steward, newcomer, sponsor, or a handle.
    #[serde(rename = "for")]
    pub audience: String,
    /// The language that it is written in.
    pub language: &'static str,
    /// The first day that it tells of.
    pub since: Date,
    /// The last.
    pub until: Date,
    /// What it opens with: a result; null where there was none.
    pub result: Option<Entry>,
    /// Its parts.
    pub parts: Vec<Part>,
    #[serde(skip)]
    lang: Lang,
    /// Whether it is the last one, of all that there was.
    #[serde(skip)]
    is_closing: bool,
    #[serde(skip)]
    greeting: String,
    #[serde(skip)]
    notes: Vec<String>,
    #[serde(skip)]
    home: Option<String>,
    #[serde(skip)]
    written: i64,
}

/// What a letter tells, as it is kept.
#[derive(Serialize, Deserialize)]
struct Told {
    result: Option<Entry>,
    parts: Vec<Part>,
    greeting: String,
    notes: Vec<String>,
    home: Option<String>,
}

/// The letter about a time, for somebody, in the community's language unless another is asked for.
///
/// # Errors
/// What there is can't be had; the days are the wrong way round.
pub fn of(session: &Session, window: Window, audience: &Audience, lang: Option<Lang>) -> Result<Digest> {
    let today = session.today();
    let until = window.until.unwrap_or(today);
    let is_sponsor = *audience == Audience::Sponsor;
    let is_over = session.settings().ends.is_some_and(|ends| ends.days() - until.days() <= CLOSING);
    // When it ends, a sponsor is told of all of it.
    let is_closing = is_sponsor && is_over && window.since.is_none();
    let usual = if is_sponsor { USUAL.1 } else { USUAL.0 };
    let began = if is_closing { began(session) } else { None };
    let since = window.since.or(began).unwrap_or_else(|| usual.before(until.min(today)));
    if since > until {
        let msg = msg!("contributors-backwards", since = since.to_string(), until = until.to_string());
        return Err(Error::new(ErrorKind::Usage, msg));
    }
    let lang = lang.unwrap_or_else(|| session.settings().tongue());
    let window = Window { since: Some(since), until: Some(until) };
    // Where it is read may change without anything else that it rests on.
    let host = letter::host(session).map(|host| format!("{} {}", host.home, host.branch));
    let which = format!("{since} {until} {audience:?} {} {host:?}", lang.tag());
    let Told { result, parts, greeting, notes, home } = kept_report::or(session, KEPT, &which, || {
        let ground = Ground::of(session, window, audience, lang)?;
        let result = sections::result(&ground);
        let parts = sections::of(&ground, result.as_ref());
        Ok(Told { result, parts, greeting: ground.greeting(), notes: ground.notes(), home: ground.home() })
    })?;
    Ok(Digest {
        community: session.settings().name.clone(),
        audience: audience.name().to_owned(),
        language: lang.tag(),
        since,
        until,
        result,
        parts,
        lang,
        is_closing,
        greeting,
        notes,
        home,
        written: session.now().seconds(),
    })
}

/// When a community began: the day of its first commit.
fn began(session: &Session) -> Option<Date> {
    let today = session.today();
    session.history_if_any()?.commits().filter_map(CommitView::day).find(|day| *day <= today)
}
