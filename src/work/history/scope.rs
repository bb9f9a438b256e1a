//! Which events are told.

use std::collections::HashSet;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::lang::Msg;
use crate::model::contribution::Author;
use crate::model::history::History;
use crate::msg;

use super::event::Event;
use crate::work::asked::{self, Asked};
use crate::work::catalogue;
use crate::work::page::Page;
use crate::work::search::{self, Filters};
use crate::work::session::Session;
use crate::work::window::{Empty, Window};

/// What is asked for; everything where nothing is said.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Only in this time.
    pub time: Window,
    /// At most so many.
    pub limit: Option<usize>,
    /// Only of these kinds, by name.
    pub kinds: Vec<String>,
    /// Only of documents at these paths, as they are now.
    pub paths: Option<HashSet<String>>,
    /// Only below this folder, from the community's root and with its slash.
    pub folder: Option<String>,
    /// Only by these people.
    pub people: Asked,
}

impl Scope {
    /// Takes in kinds and tags, as they were typed.
    ///
    /// # Errors
    /// There is no such kind; the error says which there are.
    pub fn of_documents(&mut self, session: &Session, kinds: &[String], tags: &[String]) -> Result<()> {
        let filters = |key: &str, values: &[String]| Filters { keys: vec![(key.to_owned(), values.to_vec())] };
        if !kinds.is_empty() {
            search::of_filters(session, &filters("kind", kinds))?;
            let known = &session.settings().kinds;
            self.kinds = kinds.iter().filter_map(|typed| known.meant_by(typed)).map(|kind| kind.name.clone()).collect();
        }
        if !tags.is_empty() {
            let query = search::of_filters(session, &filters("tag", tags))?;
            let found = catalogue::find(session, &query, Page::default())?;
            self.paths = Some(found.cards.into_iter().map(|(card, _)| card.path).collect());
        }
        Ok(())
    }

    /// Takes in people, as they were typed: `me`, a handle, a name, or a part of one that nobody else has.
    ///
    /// # Errors
    /// Nobody is called so.
    pub fn of_people(&mut self, session: &Session, typed: &[String]) -> Result<()> {
        for name in typed {
            let name = name.trim();
            let handle = if name == "me" { catalogue::me(session) } else { catalogue::handle_of(session, name.trim_start_matches('@')) };
            let nobody = || asked::as_typed(session, &asked::nobody(session, name), name, "--by");
            match handle.or_else(|| asked::member(session, name)) {
                Some(handle) => self.people.add(Some(&handle), ""),
                None => self.people.add(None, &asked::guest(session, name).ok_or_else(nobody)?),
            }
        }
        Ok(())
    }

    /// Whether an event is in its time and by who is asked about.
    pub(super) fn holds(&self, event: &Event) -> bool {
        let by = |handle: Option<&String>, name: &str| self.people.names(handle.map(String::as_str), name);
        self.time.holds(event.date)
            && (self.people.is_everyone()
                || event.people.iter().chain(&event.reviewers).any(|person| by(person.handle.as_ref(), &person.name)))
    }

    /// Whether this is somebody who is asked about.
    pub(super) fn wants(&self, author: &Author) -> bool {
        self.people.is_everyone() || self.people.names(author.handle.as_deref(), &author.name)
    }

    /// Whether a limit is said, or a time that ends it.
    pub(super) fn is_bounded(&self) -> bool {
        self.limit.is_some() || self.time.is_part()
    }

    /// Why nothing lies between its days: they are the wrong way round, or still to come, or nothing happened then.
    pub(super) fn why_nothing(&self, history: &History, today: Date) -> Option<Msg> {
        Some(match self.time.why_nothing(history, today)? {
            Empty::Backwards(since, until) => msg!("contributors-backwards", since = since.to_string(), until = until.to_string()),
            Empty::Future(since) => msg!("history-future", since = since.to_string()),
            Empty::Between(first, last) => msg!("history-nothing-between", first = first.to_string(), last = last.to_string()),
        })
    }
}
