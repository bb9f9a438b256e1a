//! What a result list shows of a document without opening its file.

use crate::base::date::Date;
use crate::text::words::Language;

use super::standing::{Standing, age};

/// A document in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Card {
    /// Its ref, `practice/export-a-mailbox`.
    pub reference: String,
    /// Its path from the community's root, with forward slashes.
    pub path: String,
    /// The name of its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// The name of its state, derived where the kind says so; `None` for a kind without states.
    pub state: Option<String>,
    /// Whether that state is one in which it no longer holds.
    pub retired: bool,
    /// Whether that state is one in which something is still to be decided or answered.
    pub open: bool,
    /// Whether that state comes before the one in which it holds: a draft, a proposal.
    pub unsettled: bool,
    /// Its tags, as they are written.
    pub tags: Vec<String>,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Its language, a BCP 47 tag.
    pub lang: String,
    /// Who keeps it true: a handle or a team's name, without `@`.
    pub steward: Option<String>,
    /// When it was made.
    pub created: Option<Date>,
    /// When its text last changed.
    pub updated: Option<Date>,
    /// When it was last reviewed.
    pub reviewed: Option<Date>,
    /// When it is to be reviewed next.
    pub next_review: Option<Date>,
    /// Who knows about it, those who did most first; at most [`Card::PEOPLE`].
    pub people: Vec<Person>,
    /// How many answers it has; `None` for a kind that is not answered.
    pub answers: Option<u32>,
    /// What replaced it, as its file names it: a ref, or any other name.
    pub successor: Option<String>,
    /// Whose stems its words have: of the language that its text is in, where it does not say one.
    pub stems: Language,
}

impl Card {
    /// How many people a card names.
    pub const PEOPLE: usize = 3;

    /// How the document stands on a day, as far as the card tells.
    pub fn standing(&self, today: Option<Date>) -> Standing {
        let age = age(today.map(Date::days), [self.updated, self.reviewed].map(|day| day.map(Date::days)));
        Standing { retired: self.retired, unsettled: self.unsettled, age, ..Standing::default() }
    }
}

/// Someone who had a hand in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Person {
    /// The handle; `None` for who is no member.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
    /// What they did, of [`Person::ROLES`] in their order.
    pub roles: Vec<String>,
}

impl Person {
    /// Every role there is, in the order in which a person's are told.
    pub const ROLES: [&str; 6] = ["created", "answered", "asked", "edited", "reviewed", "consulted"];
}
