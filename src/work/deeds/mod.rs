//! What people did for a community, deed by deed: who made, changed, reviewed, answered, decided, used or was thanked for what, and when.
//!
//! Counts, evidence of who knows, and what hangs on whom are all made of these. They come from the history where there is one, and from what
//! documents say of people; they can be told of a part of a community as well as of the whole.

pub mod cast;
mod past;
pub mod seen;
pub mod weigh;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::base::date::Date;
use crate::base::fold::fold;
use crate::model::community::Community;
use crate::model::contribution::{Authors, steps};
use crate::model::document::Document;
use crate::model::history::{CommitView, History, TrailerKind};
use crate::model::kind::Capability;
use crate::model::targets::{Target, of_link, of_relation};

use self::cast::Cast;
use self::past::Past;
use super::reviews;
use super::session::Session;
use crate::model::said::{self, About, Verb};

/// A commit to so many documents is still about each of them.
const FEW: f64 = 2.0;

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// They made it.
    Created,
    /// They changed it after it was made, and not only its review date, or typed what another made.
    Edited,
    /// A commit of theirs moved its review date, and not those of very many others.
    Reviewed,
    /// A commit names them as its reviewer.
    Vouched,
    /// A commit names them as having been consulted.
    Consulted,
    /// A question came to accept it, which they made.
    Accepted,
    /// It names them as a decider, and is decided.
    Decided,
    /// It names them as its steward: a standing deed, without a day.
    Keeps,
    /// They say in their own file that they use it.
    Used,
    /// Another member thanks them in theirs.
    Thanked,
}

/// One thing that somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed {
    /// Who, as a place in [`Cast::all`].
    pub who: usize,
    /// What.
    pub what: What,
    /// With which document, by its place in the community; `None` for thanks that name none.
    pub document: Option<usize>,
    /// When, as far as that is known.
    pub day: Option<Date>,
    /// The commit that it was done in, by its place in history.
    pub commit: Option<u32>,
}

/// Tells the deeds in a community.
pub struct Deeds<'a> {
    session: &'a Session,
    community: &'a Community,
    told: Option<(&'a History, &'a Authors)>,
    /// From the repository's root to the community's, with its slash.
    prefix: String,
    cast: Cast,
    /// Of each answer that is accepted, the question that does.
    accepted: BTreeMap<usize, usize>,
    past: Past<'a>,
    is_bulk: RefCell<HashMap<u32, bool>>,
    /// Whether days are worked out that take reading old versions.
    exact: bool,
    /// Of whom reviews are looked for; of everyone where that is nobody.
    only: Vec<usize>,
}

impl<'a> Deeds<'a> {
    /// Over a community, which may be a part of the session's.
    pub fn of(session: &'a Session, community: &'a Community) -> Self {
        let told = session.history_if_any().zip(session.authors().ok());
        let mut accepted = BTreeMap::new();
        for (at, document) in community.documents().iter().enumerate() {
            for relation in document.related("accepted") {
                if let Target::Document(answer, _) = of_relation(community, document, relation) {
                    accepted.insert(answer, at);
                }
            }
        }
        Self {
            session,
            community,
            told,
            prefix: session.prefix(),
            cast: Cast::of(community, told.map(|(_, authors)| authors)),
            accepted,
            past: Past::of(session),
            is_bulk: RefCell::default(),
            exact: true,
            only: Vec::new(),
        }
    }

    /// The same without the days on which an answer was accepted or something was decided, where finding them takes reading old versions.
    #[must_use]
    pub fn without_days(mut self) -> Self {
        self.exact = false;
        self
    }

    /// The same for who wants to know of one person, under all their names: the reviews of others, which are found by reading old versions, may
    /// be missing.
    #[must_use]
    pub fn only(mut self, who: &[usize]) -> Self {
        self.only = who.to_vec();
        self
    }

    /// Who appears.
    pub fn cast(&self) -> &Cast {
        &self.cast
    }

    /// The community that they are told of.
    pub fn community(&self) -> &'a Community {
        self.community
    }

    /// Reads the old versions that [`Self::of_document`] will ask for of all of these documents, which is quicker than one by one.
    pub fn read_ahead(&self, places: impl Iterator<Item = usize>) {
        let Some((history, _)) = self.told else { return };
        let documents = places.map(|at| (&*self.community.documents()[at], self.path(at)));
        let reviewed = documents.filter(|(document, _)| document.value("reviewed").is_some());
        self.past.read_ahead(history, reviewed, "reviewed", &|commit| self.is_asked_of(commit));
    }

    /// Everything that was done in the community: document by document, and then what members say.
    pub fn all(&self) -> Vec<Deed> {
        let places = 0..self.community.documents().len();
        self.read_ahead(places.clone());
        let mut all: Vec<Deed> = places.clone().flat_map(|at| self.of_document(at)).collect();
        all.extend(places.flat_map(|at| self.said(at)));
        all
    }

    /// Everything that was done for the document at a place, but for what members say of it in their own files.
    pub fn of_document(&self, at: usize) -> Vec<Deed> {
        let document = &self.community.documents()[at];
        let mut deeds = Vec::new();
        let made = self.steps(at, &mut deeds);
        self.made(at, &made, &mut deeds);
        if document.value("reviewed").is_some() {
            self.reviewed(at, &mut deeds);
        }
        self.decided(at, made.created, &mut deeds);
        if let Some(who) = document.value("steward").and_then(|steward| self.cast.member(self.community, steward)) {
            deeds.push(Deed { who, what: What::Keeps, document: Some(at), day: None, commit: None });
        }
        deeds.retain(|deed| !self.cast.all()[deed.who].is_bot);
        deeds
    }

    /// What each commit on a document was, and who began it.
    fn steps(&self, at: usize, deeds: &mut Vec<Deed>) -> Made {
        let mut made = Made::default();
        let Some((history, authors)) = self.told else { return made };
        for step in steps(history, &self.path(at)) {
            let (day, commit) = (step.commit.day(), step.commit);
            let deed = |what| move |who| Deed { who, what, document: Some(at), day, commit: Some(step.at) };
            let writers = authors.writers(commit);
            if step.is_new {
                made.created = day;
                made.commit = Some(step.at);
                made.typists = writers;
            } else {
                deeds.extend(writers.into_iter().map(deed(What::Edited)));
            }
            deeds.extend(authors.named(commit, TrailerKind::Reviewed).into_iter().map(deed(What::Vouched)));
            deeds.extend(authors.named(commit, TrailerKind::Acked).into_iter().map(deed(What::Consulted)));
        }
        made
    }

    /// Who made a document: `authors:` says who made what another typed, and who typed it had a hand in it.
    fn made(&self, at: usize, made: &Made, deeds: &mut Vec<Deed>) {
        let document = &self.community.documents()[at];
        let day = made.created.or_else(|| document.date("created"));
        let credited = document.values("authors");
        // A name that is no member's may be that of whoever typed or changed it.
        let editors = deeds.iter().filter(|deed| deed.what == What::Edited).map(|deed| deed.who);
        let hands: Vec<usize> = made.typists.iter().copied().chain(editors).collect();
        let of_git = |name: &str| {
            let name = fold(name.trim());
            hands.iter().copied().find(|who| fold(&self.cast.all()[*who].name) == name)
        };
        let named = |text: &str| self.cast.member(self.community, text).or_else(|| of_git(text)).or_else(|| self.cast.by_name(text));
        let makers: BTreeSet<usize> = credited.iter().filter_map(|value| named(&value.text)).collect();
        let typists = made.typists.iter().copied();
        let makers = if credited.is_empty() {
            typists.collect()
        } else {
            let helpers = typists.filter(|who| !makers.contains(who));
            let edited = |who| Deed { who, what: What::Edited, document: Some(at), day: made.created, commit: made.commit };
            deeds.extend(helpers.map(edited));
            makers
        };
        for who in makers {
            deeds.push(Deed { who, what: What::Created, document: Some(at), day, commit: made.commit });
            if let Some(question) = self.accepted.get(&at) {
                let day = self.exact.then(|| self.settled(*question, "accepted")).flatten();
                deeds.push(Deed { who, what: What::Accepted, document: Some(at), day, commit: None });
            }
        }
    }

    /// Commits that moved a document's review date; one that names the reviewer as such is told already. Where nothing else of it was changed,
    /// that is a review and no change.
    fn reviewed(&self, at: usize, deeds: &mut Vec<Deed>) {
        let Some((history, authors)) = self.told else { return };
        let mut moved = self.moved(at, "reviewed", &|commit| self.is_asked_of(commit));
        moved.retain(|commit| !self.is_bulk(*commit));
        let places = moved.iter().copied().collect();
        let only = self.past.only(history, &self.community.documents()[at], "reviewed", &self.path(at), places);
        deeds.retain(|deed| deed.what != What::Edited || deed.commit.is_none_or(|commit| !only.contains(&commit)));
        for place in moved {
            let Some(commit) = history.commit(place) else { continue };
            let named = authors.named(commit, TrailerKind::Reviewed);
            let writers = authors.writers(commit).into_iter().filter(|who| !named.contains(who));
            let deed = |who| Deed { who, what: What::Reviewed, document: Some(at), day: commit.day(), commit: Some(place) };
            deeds.extend(writers.map(deed));
        }
    }

    /// Of each document with a date of review the commit that last moved it, however many others it moved: by their places.
    pub fn dates_of_review(&self) -> Vec<(usize, u32)> {
        let Some((history, _)) = self.told else { return Vec::new() };
        let documents = self.community.documents().iter().enumerate();
        let dated: Vec<usize> = documents.filter(|(_, document)| document.value("reviewed").is_some()).map(|(at, _)| at).collect();
        let asked = dated.iter().map(|at| (&*self.community.documents()[*at], self.path(*at)));
        self.past.read_ahead(history, asked, "reviewed", &|_| true);
        dated.into_iter().filter_map(|at| Some((at, *self.moved(at, "reviewed", &|_| true).last()?))).collect()
    }

    /// Whether a commit's reviews are asked for: all are, or only those by somebody.
    fn is_asked_of(&self, commit: u32) -> bool {
        let commit = || self.told.and_then(|(history, authors)| Some(authors.writers(history.commit(commit)?)));
        self.only.is_empty() || commit().is_some_and(|writers| writers.iter().any(|who| self.only.contains(who)))
    }

    /// Who decided it, once it is decided: on its date, else when its state last changed.
    fn decided(&self, at: usize, created: Option<Date>, deeds: &mut Vec<Deed>) {
        let document = &self.community.documents()[at];
        let state = document.state.as_deref().and_then(|state| self.community.kind(document).state(state));
        if state.is_some_and(|state| state.open) {
            return;
        }
        let named = document.values("deciders").iter().filter_map(|value| self.cast.member(self.community, &value.text));
        let deciders: BTreeSet<usize> = named.collect();
        if deciders.is_empty() {
            return;
        }
        let moved = || if self.exact { self.last_moved(at, "status").or(created) } else { None };
        let day = document.date("date").or_else(moved);
        deeds.extend(deciders.into_iter().map(|who| Deed { who, what: What::Decided, document: Some(at), day, commit: None }));
    }

    /// What a member says in their own file: what they use, and whom they thank. Nothing for what is no member's.
    pub fn said(&self, at: usize) -> Vec<Deed> {
        let document = &self.community.documents()[at];
        let kind = self.community.kind(document);
        let owner = self.cast.by_handle(document.handle()).filter(|_| kind.has(Capability::Person));
        let Some(owner) = owner else { return Vec::new() };
        let about = |about: Option<&About>| match about.map(|about| (about, document)) {
            Some((About::Link(target), document)) => match of_link(self.community, document, target) {
                Target::Document(at, _) => Some(at),
                _ => None,
            },
            _ => None,
        };
        let deed = |said: said::Said| {
            let (who, what) = match said.verb {
                Verb::Uses => (owner, What::Used),
                Verb::Thanks => {
                    let whom = self.cast.member(self.community, said.whom.as_deref()?)?;
                    (whom, What::Thanked)
                }
                Verb::Follows => return None,
            };
            // Who thanks themselves is thanked by nobody.
            (what == What::Used || who != owner).then(|| Deed {
                who,
                what,
                document: about(said.about.as_ref()),
                day: said.day,
                commit: None,
            })
        };
        said::of(document, kind).into_iter().filter_map(deed).collect()
    }

    /// When a field of a document got the value that it has: with the last commit that moved it, else when it was made.
    fn settled(&self, at: usize, field: &'static str) -> Option<Date> {
        self.last_moved(at, field).or_else(|| {
            let (history, _) = self.told?;
            steps(history, &self.path(at)).next().filter(|step| step.is_new).and_then(|step| step.commit.day())
        })
    }

    /// When a commit last gave a field or relation of a document another value than it was made with.
    pub fn last_moved(&self, at: usize, field: &'static str) -> Option<Date> {
        let (history, _) = self.told?;
        self.moved(at, field, &|_| true).last().and_then(|commit| history.commit(*commit)).and_then(CommitView::day)
    }

    /// Those of some commits that gave a field or relation of a document another value, by their place in history.
    fn moved(&self, at: usize, field: &'static str, of: &dyn Fn(u32) -> bool) -> Vec<u32> {
        let Some((history, _)) = self.told else { return Vec::new() };
        self.past.moved(history, &self.community.documents()[at], field, &self.path(at), of)
    }

    /// How much of a deed is about its document, from 0 to 1: whoever changes many at once does little with each. What was made was made, with
    /// whatever else.
    pub fn share(&self, deed: &Deed) -> f64 {
        if deed.what == What::Created {
            return 1.0;
        }
        let commit = self.told.zip(deed.commit).and_then(|((history, _), commit)| history.commit(commit));
        let pages = commit.map_or(1, |commit| commit.changes().len());
        (FEW / pages.max(1) as f64).min(1.0).sqrt()
    }

    /// Whether a commit, by its place in history, moves so many dates of review that it is none.
    pub fn is_bulk(&self, commit: u32) -> bool {
        let Some((history, _)) = self.told else { return false };
        let date = |id, kind| self.past.value(id, kind, "reviewed");
        let look = || reviews::is_bulk(self.session.settings(), history, commit, &self.prefix, &date);
        *self.is_bulk.borrow_mut().entry(commit).or_insert_with(look)
    }

    fn path(&self, at: usize) -> String {
        let document: &Document = &self.community.documents()[at];
        format!("{}{}", self.prefix, document.path)
    }
}

/// How a document began, as history tells it.
#[derive(Default)]
struct Made {
    created: Option<Date>,
    commit: Option<u32>,
    typists: Vec<usize>,
}
