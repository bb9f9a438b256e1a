//! What all sources of what waits look at.

use std::collections::{BTreeSet, HashMap};

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::fold::fold_tag;
use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::kind::{Capability, Kind, State};
use crate::model::query::ast::Query;
use crate::model::query::card::Card;
use crate::model::said::{self, About, Verb};
use crate::model::settings::Settings;
use crate::model::targets::{Target, of_link};
use crate::work::catalogue;
use crate::work::page::Page;
use crate::work::session::Session;
use crate::work::waiting::{self, Waiting};

/// A community on a day.
pub(super) struct Ground<'s> {
    pub(super) session: &'s Session,
    pub(super) community: &'s Community,
    pub(super) today: Date,
    /// The documents that wait for a review.
    pub(super) waiting: Vec<Waiting>,
    cards: HashMap<String, Card>,
    /// Who follows a document, by its place.
    followers: HashMap<usize, BTreeSet<String>>,
    /// Who follows a tag or says that it interests them, by its folded name.
    interested: HashMap<String, BTreeSet<String>>,
}

impl<'s> Ground<'s> {
    pub(super) fn of(session: &'s Session) -> Result<Self> {
        let found = catalogue::find(session, &Query::default(), Page::default())?;
        let cards = found.cards.into_iter().map(|(card, _)| (card.path.clone(), card)).collect();
        let community = session.community();
        let waiting = waiting::all(session)?;
        let mut ground =
            Self { session, community, today: session.today(), waiting, cards, followers: HashMap::new(), interested: HashMap::new() };
        for document in community.documents() {
            ground.listen(document);
        }
        Ok(ground)
    }

    /// Notes what a member follows and is interested in.
    fn listen(&mut self, document: &Document) {
        let kind = self.community.kind(document);
        let is_here =
            self.community.people().by_handle(document.handle()).is_some_and(|member| !member.left && member.path == document.path);
        if !kind.has(Capability::Person) || !is_here {
            return;
        }
        let handle = document.handle();
        for said in said::of(document, kind).into_iter().filter(|said| said.verb == Verb::Follows) {
            match said.about {
                Some(About::Tag(tag)) => self.interests(handle, &tag),
                Some(About::Link(target)) => {
                    if let Target::Document(at, _) = of_link(self.community, document, &target) {
                        self.followers.entry(at).or_default().insert(handle.to_owned());
                    }
                }
                None => {}
            }
        }
        for value in document.values("interests") {
            self.interests(handle, &value.text);
        }
    }

    fn interests(&mut self, handle: &str, tag: &str) {
        for name in self.settings().tags_below(tag) {
            self.interested.entry(fold_tag(&name)).or_default().insert(handle.to_owned());
        }
    }

    pub(super) fn settings(&self) -> &'s Settings {
        self.session.settings()
    }

    /// The documents with their places and kinds.
    pub(super) fn documents(&self) -> impl Iterator<Item = (usize, &'s Document, &'s Kind)> + use<'s> {
        let community = self.community;
        community.documents().iter().enumerate().map(move |(at, document)| (at, &**document, community.kind(document)))
    }

    /// The card of a document.
    pub(super) fn card(&self, document: &Document) -> Option<&Card> {
        self.cards.get(&document.path)
    }

    /// When a document was made.
    pub(super) fn created(&self, document: &Document) -> Option<Date> {
        // What is in no commit yet has a day that is none.
        let told = self.card(document).and_then(|card| card.created).filter(|day| *day < Date::LAST);
        document.date("created").or(told)
    }

    /// How many days ago that was; none where a clock was wrong.
    pub(super) fn age(&self, since: Option<Date>) -> i32 {
        since.map_or(0, |day| (self.today.days() - day.days()).max(0))
    }

    /// The members whom a document names in a field, and who are here.
    pub(super) fn members(&self, document: &Document, field: &str) -> Vec<String> {
        self.here(document.values(field).iter().map(|value| value.text.as_str()))
    }

    /// Those of some people, by handle or name, who are members and are here.
    pub(super) fn here<'n>(&self, names: impl Iterator<Item = &'n str>) -> Vec<String> {
        let members = names.filter_map(|name| self.community.people().named(name)).filter(|member| !member.left);
        let mut handles: Vec<String> = Vec::new();
        for member in members {
            if !handles.contains(&member.handle) {
                handles.push(member.handle.clone());
            }
        }
        handles
    }

    /// The members who did something of a document and are here, by one of [`crate::model::query::card::Person::ROLES`].
    pub(super) fn who(&self, document: &Document, role: &str) -> Vec<String> {
        let people = self.card(document).map(|card| card.people.as_slice()).unwrap_or_default();
        let handles =
            people.iter().filter(|person| person.roles.iter().any(|own| own == role)).filter_map(|person| person.handle.as_deref());
        self.here(handles)
    }

    /// Who follows a document.
    pub(super) fn followers(&self, at: usize) -> BTreeSet<String> {
        self.followers.get(&at).cloned().unwrap_or_default()
    }

    /// Who follows one of a document's tags, or says that it interests them.
    pub(super) fn interested(&self, document: &Document) -> BTreeSet<String> {
        let tags = document.values("tags").iter().map(|value| self.settings().tag_name(&value.text));
        tags.filter_map(|tag| self.interested.get(&tag)).flatten().cloned().collect()
    }
}

/// The state of a document, if its kind has states.
pub(super) fn state<'k>(document: &Document, kind: &'k Kind) -> Option<&'k State> {
    document.state.as_deref().and_then(|name| kind.state(name))
}

/// Whether a document is in a state in which something is waited for.
pub(super) fn is_open(document: &Document, kind: &Kind) -> bool {
    state(document, kind).is_some_and(|state| state.open)
}

/// Whether it is in one in which it holds.
pub(super) fn holds(document: &Document, kind: &Kind) -> bool {
    state(document, kind).is_none_or(|state| !state.open && !state.retired)
}
