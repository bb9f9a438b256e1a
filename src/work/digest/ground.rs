//! What all parts of a letter look at.

use std::collections::{HashMap, HashSet};

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::lang::{Lang, Msg};
use crate::base::width::truncate;
use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::host::Host;
use crate::model::kind::{Capability, Kind};
use crate::model::said::{self, About, Said, Verb};
use crate::model::targets::{Target, of_link};
use crate::msg;
use crate::show::look::Look;
use crate::text::markdown::Zone;
use crate::work::due::{self, Item};
use crate::work::history::community::of as life;
use crate::work::history::event::{Action, Actor, Event};
use crate::work::history::scope::Scope;
use crate::work::letter;
use crate::work::session::Session;
use crate::work::window::Window;

use super::{Audience, Entry};

/// So much of a text is quoted, in cells of a screen: two or three sentences.
const GIST: usize = 220;
/// So many people are named of those who did something together.
const NAMES: usize = 3;

/// What somebody says in their file.
pub(super) struct Word {
    /// Who.
    pub(super) who: String,
    /// Their handle.
    pub(super) handle: String,
    /// What.
    pub(super) said: Said,
    /// The document that it is about, by its place.
    pub(super) about: Option<usize>,
}

/// A community over a time.
pub(super) struct Ground<'s> {
    pub(super) session: &'s Session,
    pub(super) community: &'s Community,
    pub(super) window: Window,
    pub(super) audience: &'s Audience,
    pub(super) lang: Lang,
    pub(super) look: Look,
    /// What happened, newest first.
    pub(super) events: Vec<Event>,
    /// With which event a document came into being, by its place.
    made: HashMap<usize, usize>,
    /// What members say in their files, whenever they did.
    pub(super) words: Vec<Word>,
    has_history: bool,
    at_least: bool,
    host: Option<Host>,
    prefix: String,
}

impl<'s> Ground<'s> {
    pub(super) fn of(session: &'s Session, window: Window, audience: &'s Audience, lang: Lang) -> Result<Self> {
        let community = session.community();
        let has_history = session.history_if_any().is_some();
        let scope = Scope { time: window, limit: Some(usize::MAX), ..Scope::default() };
        let told = if has_history { Some(life(session, &scope)?) } else { None };
        let at_least = told.as_ref().is_some_and(|told| told.at_least);
        let events = told.map(|told| told.events).unwrap_or_default();
        let made = events.iter().enumerate().filter(|(_, event)| event.action == Action::Created);
        let made = made.filter_map(|(at, event)| Some((community.names().by_path(&event.subject.as_ref()?.path)?, at))).collect();
        Ok(Self {
            session,
            community,
            window,
            audience,
            lang,
            look: Look::plain(lang, session.today()),
            at_least,
            events,
            made,
            words: words(community),
            has_history,
            host: letter::host(session),
            prefix: session.prefix(),
        })
    }

    /// A message in the letter's language.
    pub(super) fn say(&self, msg: &Msg) -> String {
        self.look.say(msg)
    }

    /// The documents with their places and kinds.
    pub(super) fn documents(&self) -> impl Iterator<Item = (usize, &'s Document, &'s Kind)> + use<'s> {
        let community = self.community;
        community.documents().iter().enumerate().map(move |(at, document)| (at, &**document, community.kind(document)))
    }

    /// The document that an event happened to, if it is still there, by its place.
    pub(super) fn subject(&self, event: &Event) -> Option<usize> {
        self.community.names().by_path(&event.subject.as_ref()?.path)
    }

    /// The events of a sort, the newest of each document first, with what they happened to.
    pub(super) fn of_action(&self, wanted: impl Fn(Action) -> bool) -> Vec<(&Event, usize)> {
        let mut seen = HashSet::new();
        let told = self.events.iter().filter(|event| wanted(event.action)).filter_map(|event| Some((event, self.subject(event)?)));
        told.filter(|(event, at)| seen.insert((*at, event.action))).collect()
    }

    /// The state that an event brought a document into, if it is in it still.
    pub(super) fn state_of<'k>(&self, event: &Event, at: usize) -> Option<&'k crate::model::kind::State>
    where
        's: 'k,
    {
        let document = &self.community.documents()[at];
        let state = self.community.kind(document).state(event.to.as_deref()?)?;
        (document.state.as_deref() == Some(&state.name)).then_some(state)
    }

    /// An entry about a document.
    pub(super) fn entry(&self, at: usize) -> Entry {
        let document = &self.community.documents()[at];
        Entry {
            title: Some(document.title.clone()),
            reference: Some(document.reference.clone()),
            path: Some(document.path.clone()),
            url: self.url(&document.path),
            ..Entry::default()
        }
    }

    /// Where a file is read on the host.
    pub(super) fn url(&self, path: &str) -> Option<String> {
        self.host.as_ref().map(|host| host.view(&format!("{}{path}", self.prefix)))
    }

    /// Where the community is at home.
    pub(super) fn home(&self) -> Option<String> {
        self.host.as_ref().map(|host| host.home.clone())
    }

    /// The names of who did something.
    pub(super) fn names(&self, people: &[Actor]) -> String {
        self.listed(people.iter().map(|person| person.name.as_str()).collect())
    }

    /// `Anna, Bram and Kees`.
    pub(super) fn listed(&self, mut names: Vec<&str>) -> String {
        let more = names.len().saturating_sub(NAMES);
        names.truncate(NAMES);
        match (names.split_last(), more) {
            (None, _) => self.say(&msg!("digest-somebody")),
            (Some((last, [])), 0) => (*last).to_owned(),
            (Some((last, others)), 0) => self.say(&msg!("digest-and", others = others.join(", "), last = *last)),
            (Some(_), more) => self.say(&msg!("digest-and-more", names = names.join(", "), count = more)),
        }
    }

    /// What somebody is called by.
    pub(super) fn called(&self, handle_or_name: &str) -> String {
        self.community.people().named(handle_or_name).map_or_else(|| handle_or_name.to_owned(), |member| member.name.clone())
    }

    /// Who made a document: as it says, else as history does.
    pub(super) fn maker(&self, at: usize) -> String {
        let document = &self.community.documents()[at];
        let authors = document.values("authors");
        if !authors.is_empty() {
            let called: Vec<String> = authors.iter().map(|value| self.called(&value.text)).collect();
            return self.listed(called.iter().map(String::as_str).collect());
        }
        if let Some(event) = self.made.get(&at).and_then(|made| self.events.get(*made)) {
            return self.names(&event.people);
        }
        // An answer's file is called as who wrote it.
        let kind = self.community.kind(document);
        if kind.has(Capability::Acceptable) { self.called(document.handle()) } else { self.listed(Vec::new()) }
    }

    /// What a document begins with, or a section of it: a sentence or two.
    pub(super) fn gist(&self, at: usize, section: Option<&str>) -> Option<String> {
        let document = &self.community.documents()[at];
        let kind = self.community.kind(document);
        let headings = &document.markdown.headings;
        let own = section.and_then(|name| kind.sections.iter().find(|section| section.name == name));
        let from = own.and_then(|section| headings.iter().find(|heading| section.is_headed_by(&heading.text)));
        let title = document.markdown.first_heading().filter(|heading| heading.text == document.title);
        let start = from.or(title).map_or(document.front.body, |heading| heading.span.end);
        // Headings and what stands in for pictures say nothing of it.
        let first = document.markdown.runs.iter().find(|run| run.span.start >= start && run.zone == Zone::Body)?;
        let last = document.markdown.runs.iter().rfind(|run| run.block == first.block)?;
        let text = document.markdown.plain(&document.text, first.span.start..last.span.end);
        Some(sentences(&text))
    }

    /// What somebody said, in the marks for that.
    pub(super) fn quoted(&self, words: &str) -> String {
        self.say(&msg!("digest-quoted", words = words))
    }

    /// Quotes what an entry is to quote.
    pub(super) fn quote(&self, entry: &mut Entry) {
        if let Some((at, section)) = entry.quote_of {
            entry.quote = self.gist(at, section);
        }
    }

    /// The days of a time that is told.
    pub(super) fn is_told(&self, day: Option<Date>) -> bool {
        self.window.holds(day)
    }

    /// What waits for somebody.
    pub(super) fn waiting(&self, whom: Option<&str>) -> Vec<Item> {
        // Nobody who is not here waits for anything.
        due::of(self.session, whom, None).map(|due| due.items).unwrap_or_default()
    }

    /// What the letter begins with.
    pub(super) fn greeting(&self) -> String {
        match self.audience {
            Audience::Person(handle) => {
                let name = self.called(handle);
                let first = name.split_whitespace().next().unwrap_or(&name).to_owned();
                self.say(&msg!("digest-dear", name = first))
            }
            Audience::Newcomer => self.say(&msg!("digest-welcome")),
            Audience::Member | Audience::Steward | Audience::Sponsor => String::new(),
        }
    }

    /// What has to be known of it.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.has_history {
            notes.push(self.say(&msg!("digest-no-history")));
        } else if self.at_least {
            notes.push(self.say(&msg!("contributors-at-least")));
        }
        notes
    }
}

/// What members say in their files.
fn words(community: &Community) -> Vec<Word> {
    let mut words = Vec::new();
    for document in community.documents() {
        let kind = community.kind(document);
        let member = community.people().by_handle(document.handle()).filter(|member| member.path == document.path);
        let Some(member) = member.filter(|_| kind.has(Capability::Person)) else { continue };
        for said in said::of(document, kind) {
            let about = match &said.about {
                Some(About::Link(target)) => match of_link(community, document, target) {
                    Target::Document(at, _) => Some(at),
                    _ => None,
                },
                _ => None,
            };
            words.push(Word { who: member.name.clone(), handle: member.handle.clone(), said, about });
        }
    }
    // The newest first.
    words.sort_by_key(|word| std::cmp::Reverse(word.said.day));
    words
}

/// The sentences that fit, whole where there are any.
fn sentences(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let short = truncate(&text, GIST).into_owned();
    if short == text {
        return text;
    }
    let end = short.match_indices(['.', '?', '!']).map(|(at, _)| at + 1).rfind(|at| short[*at..].starts_with(' ') && *at > GIST / 4);
    end.map_or(short.clone(), |end| short[..end].to_owned())
}

impl Word {
    /// Whether it was said within a time and is of a sort.
    pub(super) fn is(&self, ground: &Ground<'_>, verb: Verb) -> bool {
        self.said.verb == verb && self.said.day.is_some() && ground.is_told(self.said.day)
    }
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn whole_sentences_are_quoted_where_they_fit() {
        assert_eq!(sentences("Short.  And\nsweet"), "Short. And sweet");
        let long = format!("{} {}", "A sentence that says something about a thing that matters to somebody.".repeat(2), "x".repeat(300));
        assert!(sentences(&long).ends_with("somebody."));
        assert!(sentences(&"x".repeat(300)).ends_with('…'));
    }
}
