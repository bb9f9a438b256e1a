//! Something that waits, as it is found: for whom, why, since when, and how soon it matters.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::date::Date;
use crate::base::lang::Msg;
use crate::model::document::Document;
use crate::msg;
use crate::show::look::Look;
use crate::work::write::flag;

/// What sort of thing waits; among what is as urgent, what comes first is told first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// A meeting to prepare, to write down or to plan.
    Meeting,
    /// Something that somebody promised in a meeting.
    Action,
    /// A document to look at: is it still true?
    Review,
    /// What somebody reported of a document that is not there any more.
    Flag,
    /// A question to answer, or whose answer is to be chosen.
    Question,
    /// A file in which a check finds errors.
    Check,
    /// A proposal to decide on.
    Proposal,
    /// A decision to look at again.
    Decision,
    /// A goal whose day comes near.
    Goal,
}

impl Sort {
    /// What it is called in a list.
    pub(super) fn says(self) -> Msg {
        match self {
            Self::Meeting => msg!("due-meeting"),
            Self::Action => msg!("due-action"),
            Self::Review => msg!("due-review"),
            Self::Flag => msg!("due-flag"),
            Self::Question => msg!("due-question"),
            Self::Check => msg!("due-check"),
            Self::Proposal => msg!("due-proposal"),
            Self::Decision => msg!("due-decision"),
            Self::Goal => msg!("due-goal"),
        }
    }

    /// Its name for programs.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Action => "action",
            Self::Review => "review",
            Self::Flag => "flag",
            Self::Question => "question",
            Self::Check => "check",
            Self::Proposal => "proposal",
            Self::Decision => "decision",
            Self::Goal => "goal",
        }
    }
}

/// How soon it matters.
///
/// What somebody waits for, or was promised, comes before what evidence says may be wrong, and a date that has passed alone comes last: lists
/// by date are not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Urgency {
    /// Somebody waits for it, or its day is here.
    Now,
    /// There is a reason, and time.
    Soon,
    /// Nothing but a date says so.
    Later,
}

/// Who is to do what nobody in particular has to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Duty {
    /// Who keeps knowledge true.
    Steward,
    /// Who brings people together.
    Facilitator,
}

/// Why it waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Why {
    /// Somebody flagged it: what they say is the matter, who, and how many more do.
    Flagged { what: Option<String>, by: Option<String>, more: usize },
    /// What it leads to changed.
    Nearby(Vec<String>),
    /// Who kept it true, by name, has left.
    Left(String),
    /// Its day is past.
    Overdue(Date),
    /// The date of its review was moved together with so many others.
    Bumped { day: Option<Date>, others: usize },
    /// What it was about is not there.
    Lost,
    /// So many days without an answer, and so many follow it.
    Unanswered { days: i32, following: usize },
    /// So many answers, of which none was chosen.
    Unchosen(usize),
    /// So many days without a decision.
    Undecided(i32),
    /// Its day, and how many of its questions are open.
    Goal { until: Date, open: usize },
    /// The day on which the community ends.
    Ends(Date),
    /// The day on which it was to be looked at again.
    Revisit(Date),
    /// It is on a day, and has an agenda or none.
    Prepare { day: Date, has_agenda: bool },
    /// It was on a day, and nobody wrote down what came of it.
    Unminuted(Date),
    /// By the rhythm there would be one around a day, and none is planned.
    Unplanned(Date),
    /// Promised by a day, in a meeting.
    Promised { by: Option<Date>, meeting: String },
    /// So many errors of these rules.
    Errors { count: usize, rules: Vec<String> },
}

/// Something that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Waits {
    pub(super) sort: Sort,
    pub(super) urgency: Urgency,
    /// `kind/slug`, where it is a document.
    pub(super) reference: Option<String>,
    /// The path from the community's root, where it is in a file.
    pub(super) path: Option<String>,
    /// What it is called; `None` for a meeting that is not there yet.
    pub(super) title: Option<String>,
    pub(super) why: Why,
    /// Since when it waits.
    pub(super) since: Option<Date>,
    /// By when it is to be done.
    pub(super) by: Option<Date>,
    /// The handles of those who are to do it.
    pub(super) people: Vec<String>,
    /// A team that is to do it, as it is written.
    pub(super) team: Option<String>,
    /// Who is to do it where that is nobody.
    pub(super) duty: Duty,
    /// The handles of others whom it concerns.
    pub(super) watchers: Vec<String>,
    /// What to type.
    pub(super) command: String,
}

/// So many titles of what changed are said.
const TITLES: usize = 2;

impl Why {
    /// In a few words.
    pub(super) fn says(&self, look: &Look) -> String {
        let on = |day: Date| look.on(day);
        let msg = match self {
            Self::Flagged { what, by, more } => {
                let what = what.as_deref().map_or_else(|| Msg::literal(""), flag::called);
                match by {
                    Some(by) => msg!("due-flagged-by", what = what, by = by, more = *more),
                    None => msg!("due-flagged", what = what),
                }
            }
            Self::Nearby(titles) => {
                let more = titles.len().saturating_sub(TITLES);
                msg!("due-nearby", titles = titles.iter().take(TITLES).cloned().collect::<Vec<_>>().join(", "), more = more)
            }
            Self::Left(name) => msg!("due-left", name = name),
            Self::Overdue(day) => msg!("due-overdue", day = look.day(*day)),
            Self::Bumped { day, others } => {
                msg!("due-bumped", day = day.map(on).unwrap_or_default(), count = *others)
            }
            Self::Lost => msg!("due-lost"),
            Self::Unanswered { days, following } => msg!("due-unanswered", days = *days, count = *following),
            Self::Unchosen(count) => msg!("due-unchosen", count = *count),
            Self::Undecided(days) => msg!("due-undecided", days = *days),
            Self::Goal { until, open } => msg!("due-goal-by", day = look.day(*until), past = past(*until < look.today), count = *open),
            Self::Ends(day) => msg!("due-ends", day = look.day(*day), past = past(*day < look.today)),
            Self::Revisit(day) => msg!("due-revisit", day = look.day(*day), past = past(*day < look.today)),
            Self::Prepare { day, has_agenda } => {
                let days = day.days() - look.today.days();
                msg!("due-prepare", days = days, agenda = if *has_agenda { "yes" } else { "no" })
            }
            Self::Unminuted(day) => msg!("due-unminuted", day = on(*day)),
            Self::Unplanned(day) => msg!("due-unplanned", day = on(*day)),
            Self::Promised { by: Some(day), meeting } => {
                msg!("due-promised", day = look.day(*day), past = past(*day < look.today), meeting = meeting)
            }
            Self::Promised { by: None, meeting } => msg!("due-promised-undated", meeting = meeting),
            Self::Errors { count, rules } => msg!("due-errors", count = *count, rules = rules.join(", ")),
        };
        look.say(&msg).trim().to_owned()
    }
}

fn past(is_past: bool) -> &'static str {
    if is_past { "yes" } else { "no" }
}

impl Waits {
    /// Something that waits, and is about no file.
    pub(super) fn new(sort: Sort, urgency: Urgency, why: Why, duty: Duty, command: String) -> Self {
        Self {
            sort,
            urgency,
            reference: None,
            path: None,
            title: None,
            why,
            since: None,
            by: None,
            people: Vec::new(),
            team: None,
            duty,
            watchers: Vec::new(),
            command,
        }
    }

    /// The same about a document.
    pub(super) fn about(self, document: &Document) -> Self {
        Self { reference: Some(document.reference.clone()), path: Some(document.path.clone()), title: Some(document.title.clone()), ..self }
    }
}
