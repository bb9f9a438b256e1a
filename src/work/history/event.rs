//! One thing that happened, as programs get it and as people read it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::lang::Msg;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;

use super::changes::FieldChange;

/// Someone who took part in an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Actor {
    /// The handle; null for who is no member.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
    /// They are a member who left; absent for who did not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left: bool,
}

/// What happened: of several things at once, the most telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// It was made.
    Created,
    /// It was there where the history at hand begins.
    Present,
    /// It got another path; `from` and `to` are the paths.
    Renamed,
    /// It went from one state to another; `from` and `to` are the states.
    Status,
    /// It was looked at and its review date moved; `from` and `to` are the dates, and `outcome` says what came of it.
    Reviewed,
    /// Its review date moved with those of very many others in one commit, which is no review; `from` and `to` are the dates.
    Redated,
    /// Another answer was accepted; `from` and `to` are the answers. The first one moves the state, and is told with that.
    Accepted,
    /// Somebody else keeps it true; `from` and `to` are the stewards.
    Handed,
    /// It is called otherwise; `from` and `to` are the titles.
    Retitled,
    /// Its tags changed and nothing else did.
    Tagged,
    /// A member says in their file that they used something; `to` is what.
    Used,
    /// A member thanks somebody in their file; `from` is whom they thank, and `to` for what.
    Thanked,
    /// A member says in their file that they follow something; `to` is what.
    Followed,
    /// Its text or fields changed.
    Edited,
    /// It was taken away.
    Deleted,
    /// It was brought back.
    Restored,
    /// It was answered; the event has the answer's ref.
    Answered,
    /// Something about it was reported; `to` is what is the matter, and the event has the report's ref.
    Flagged,
    /// A report about it was dealt with; the event has the report's ref.
    Settled,
}

/// What came of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The text is as it was.
    StillTrue,
    /// The text changed with it.
    Revised,
}

/// One thing that happened to a document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Event {
    /// The commit, in full.
    pub commit: String,
    /// The author's day.
    pub date: Option<Date>,
    /// Who wrote the commit, co-authors included.
    pub people: Vec<Actor>,
    /// Who reviewed it before it was written down, as the commit says; absent where it names nobody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviewers: Vec<Actor>,
    /// What happened.
    pub action: Action,
    /// What came of a review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// What it was before.
    pub from: Option<String>,
    /// What it is since.
    pub to: Option<String>,
    /// Every field and relation that changed, the one that `action` tells of too.
    pub changes: Vec<FieldChange>,
    /// Whether the text below the front matter changed.
    pub text_changed: bool,
    /// The first line of the commit's message.
    pub message: String,
    /// Why, as far as the commit says: the first paragraph below that line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What it happened to, where that is not the document that was asked about.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub subject: Option<About>,
    /// What happened, in the reader's words.
    #[serde(skip)]
    pub(super) what: Msg,
    /// What changed besides, in the reader's words.
    #[serde(skip)]
    pub(super) details: Vec<Msg>,
    /// The commit's place in history.
    #[serde(skip)]
    pub(super) order: u32,
}

/// What an event happened to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct About {
    /// `kind/slug`: as it is now, or was last.
    #[serde(rename = "ref")]
    pub reference: String,
    /// Its path from the community's root.
    pub path: String,
    /// Its kind.
    pub kind: String,
    /// Its title, or the one that it had when it was taken away.
    pub title: String,
    /// What a reader knows it by, which of an answer is its question.
    #[serde(skip)]
    pub(super) name: String,
}

impl Event {
    /// The first two of those who wrote it, and how many more there were.
    pub(super) fn who(&self, look: &Look) -> Line {
        let name = |person: &Actor| {
            let left = if person.left { format!(" ({})", look.say(&msg!("contributors-left"))) } else { String::new() };
            Line::new().person(&person.name).dim(left)
        };
        let line = Line::join(self.people.iter().take(2).map(name), ", ");
        match self.people.len().saturating_sub(2) {
            0 => line,
            more => line.person(format!(" +{more}")),
        }
    }

    /// The message without the document's own name before it, where that stands beside it already: its ref, or an earlier one.
    pub(super) fn message_about(&self, references: &[String]) -> &str {
        let slug = |reference: &'_ String| reference.split_once('/').map(|(_, slug)| slug.to_owned());
        let mut names = references.iter().flat_map(|reference| [Some(reference.clone()), slug(reference)]).flatten();
        let after = names.find_map(|name| self.message.strip_prefix(name.as_str())?.strip_prefix(':'));
        after.map(str::trim_start).filter(|rest| !rest.is_empty()).unwrap_or(&self.message)
    }

    /// The day on which it is told.
    pub(super) fn day(&self) -> String {
        self.date.map(|date| date.to_string()).unwrap_or_default()
    }

    /// What happened, in the words of the language that history was told in.
    pub fn what(&self) -> &Msg {
        &self.what
    }

    /// The word that programs know the action by.
    pub(super) fn action_name(&self) -> String {
        serde_json::to_value(self.action).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// The handles of who wrote it, and the names of who has none.
    pub(super) fn people_names(&self) -> String {
        let people: Vec<_> = self.people.iter().map(|person| person.handle.as_deref().unwrap_or(&person.name)).collect();
        people.join(" ")
    }
}

/// The reason in what a commit says below its subject: its first paragraph on one line, unless that only names people.
pub(super) fn reason(body: &str) -> Option<String> {
    let first = body.split("\n\n").map(str::trim).find(|text| !text.is_empty())?;
    let is_trailer = |line: &str| {
        let key = line.split_once(": ").map(|(key, _)| key);
        key.is_some_and(|key| key.contains('-') && key.chars().all(|letter| letter.is_ascii_alphabetic() || letter == '-'))
    };
    if first.lines().all(is_trailer) {
        return None;
    }
    Some(first.split_whitespace().collect::<Vec<_>>().join(" "))
}
