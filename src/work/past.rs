//! What history tells of documents, as the index asks it.

use std::collections::BTreeSet;

use crate::base::date::Date;
use crate::model::contribution::{Authors, Life, Part, life};
use crate::model::history::{History, ObjectId};
use crate::model::identity::Mailmap;
use crate::model::kind::Kind;
use crate::model::person::People;
use crate::model::query::card::Person;
use crate::model::query::of_document::{CREATED, Past};
use crate::model::settings::Settings;
use crate::store::index::Pasts;
use crate::store::workspace::table::Rows;

/// A history with everything that is needed to ask it about files of the community.
pub struct Told<'s> {
    /// The history.
    pub history: &'s History,
    /// Its authors.
    pub authors: &'s Authors,
    /// By what they are told apart, beside the settings.
    pub mailmap: Mailmap,
    /// The members.
    pub people: &'s People,
    /// From the repository's root to the community's.
    pub prefix: String,
    /// The community's settings.
    pub settings: &'s Settings,
    /// The files of the community, by which children are known.
    pub files: Rows,
    /// What names the history.
    pub key: String,
}

/// A history that could not be read, although there is a repository: it is asked again every time.
pub struct Unread;

impl Pasts for Unread {
    fn past(&self, _: &str) -> Past {
        Past::default()
    }

    fn key(&self) -> Option<String> {
        Some("unread".to_owned())
    }
}

/// What names a history: its newest commit, what it was read by, and the mailmap by which its authors are known.
pub fn key(tip: Option<ObjectId>, standing: &str, mailmap: &str) -> String {
    let tip = tip.map(|tip| tip.to_string()).unwrap_or_default();
    let mailmap = blake3::hash(mailmap.as_bytes()).as_bytes()[..8].iter().fold(0, |number: u64, byte| number << 8 | u64::from(*byte));
    format!("{tip} {standing} {mailmap:016x}")
}

impl Pasts for Told<'_> {
    fn past(&self, path: &str) -> Past {
        let life = life(self.history, self.authors, &format!("{}{path}", self.prefix));
        let kinds = &self.settings.kinds;
        let kind = kinds.claim(path, &|path| self.files.find(path).is_ok()).map(|claim| kinds.at(claim.kind));
        of_kind(&life, self.authors, kind, !self.history.gaps().at_least())
    }

    fn key(&self) -> Option<String> {
        Some(self.key.clone())
    }

    fn touched(&self, earlier: &str) -> Option<BTreeSet<String>> {
        let (tip, read_by) = earlier.split_once(' ')?;
        let tip = ObjectId::parse(tip)?;
        // Another mailmap, and anybody may be somebody else; other parents or more objects, and any page may have another past.
        if self.key.split_once(' ').is_none_or(|(_, now)| now != read_by) {
            return None;
        }
        let commits: Vec<_> = self.history.commits().collect();
        let mut known = vec![false; commits.len()];
        let at = commits.iter().position(|commit| commit.id() == tip)?;
        known[at] = true;
        // Parents stand before their children, so one pass from the newest on finds all that led to the earlier tip.
        for at in (0..=at).rev() {
            if known[at] {
                commits[at].parents().iter().for_each(|parent| known[*parent as usize] = true);
            }
        }
        // Who is no member goes by the newest name that there is, and a new commit may give another to what they did before.
        let before = commits.iter().zip(&known).filter(|(_, known)| **known).map(|(commit, _)| *commit);
        if !Authors::among(before, &self.mailmap, self.people, &self.settings.bots).are_still(self.authors) {
            return None;
        }
        let new = commits.iter().zip(&known).filter(|(_, known)| !**known).map(|(commit, _)| commit);
        let paths = new.flat_map(|commit| commit.changes()).flat_map(|change| std::iter::once(change.path).chain(change.from));
        Some(paths.filter_map(|path| self.history.path(path).strip_prefix(&self.prefix)).map(str::to_owned).collect())
    }
}

/// A document's past from its life, by its kind. `whole` tells that no part of history is missing.
pub fn of_kind(life: &Life, authors: &Authors, kind: Option<&Kind>, whole: bool) -> Past {
    let answers = kind.is_some_and(|kind| kind.parent.is_some());
    let asks = kind.is_some_and(|kind| kind.relation("accepted").is_some());
    let mut past = of(life, authors, answers, asks);
    // A whole history that does not know the file: it is in no commit yet, and newer than all that are.
    if life.parts.is_empty() && life.updated.is_none() && whole {
        past.updated = Some(Date::LAST);
    }
    past
}

/// A document's past from its life. `answers` tells that it stands below another, so that whoever made it answered.
pub fn of(life: &Life, authors: &Authors, answers: bool, asks: bool) -> Past {
    let person = |part: &Part| {
        let author = authors.all().get(part.who)?;
        let mut roles = Vec::new();
        if part.created {
            roles.push(CREATED.to_owned());
            roles.extend(answers.then(|| "answered".to_owned()));
            roles.extend(asks.then(|| "asked".to_owned()));
        }
        let did = [(part.edits > 0, "edited"), (part.reviewed > 0, "reviewed"), (part.consulted > 0, "consulted")];
        roles.extend(did.into_iter().filter(|(holds, _)| *holds).map(|(_, role)| role.to_owned()));
        Some(Person { handle: author.handle.clone(), name: author.name.clone(), roles })
    };
    Past { created: life.created, updated: life.updated, people: life.parts.iter().filter_map(person).collect() }
}
