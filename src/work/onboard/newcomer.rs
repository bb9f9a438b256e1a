//! Who comes in, and what there is to come into.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::nearest::several;
use crate::base::shell::quoted;
use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::graph::Graph;
use crate::model::kind::Capability;
use crate::model::targets::{Target, of_relation};
use crate::msg;
use crate::work::asked;
use crate::work::catalogue;
use crate::work::deeds::cast::Cast;
use crate::work::deeds::seen::is_lately;
use crate::work::deeds::{Deed, Deeds, What};
use crate::work::session::Session;
use crate::work::topics::{is_asked, is_knowledge, is_living, tags};

/// A community as a newcomer meets it.
pub(super) struct Welcome<'a> {
    pub session: &'a Session,
    pub community: &'a Community,
    pub cast: &'a Cast,
    pub told: &'a Deeds<'a>,
    pub today: Date,
    /// The newcomer, as a place in the cast.
    pub who: usize,
    /// Their page, as a place in the community.
    pub page: usize,
    /// What they care for: agreed names of tags, what was asked for now first.
    pub cares: Vec<String>,
    /// What they made, changed, reviewed or use already.
    pub knows: BTreeSet<usize>,
    /// All that was done.
    pub deeds: Vec<Deed>,
    /// By document: how many others that still hold build on it.
    pub links: Vec<usize>,
    /// By document: how many people say they use it.
    pub uses: Vec<usize>,
    /// By document: who worked on it.
    pub work: Vec<Work>,
    /// Of each person the last day that they did anything.
    pub seen: Vec<Option<Date>>,
    /// By document: its translations, and what it is one of.
    translations: BTreeMap<usize, BTreeSet<usize>>,
}

/// A change that goes with so many others says nothing of a document: all got another link, or another date.
const LITTLE: f64 = 0.4;

/// How many people worked on a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Work {
    /// Within a year.
    pub lately: usize,
    /// Ever.
    pub hands: usize,
    /// When it was made.
    pub made: Option<Date>,
}

/// The handle of the newcomer: who was named, else who asks.
///
/// # Errors
/// They are no member; the error says how they become one.
pub(super) fn handle(session: &Session, typed: Option<&str>) -> Result<String> {
    let Some(typed) = typed else {
        let unknown = || Error::new(ErrorKind::NotFound, msg!("onboard-not-you")).hint(msg!("onboard-join")).hint(msg!("onboard-name"));
        return catalogue::me(session).ok_or_else(unknown);
    };
    let me = || asked::myself(session, typed);
    catalogue::handle_of(session, typed).or_else(me).ok_or_else(|| {
        let error = Error::new(ErrorKind::NotFound, msg!("onboard-no-member", name = typed));
        let handles = session.people().members().iter().map(|member| member.handle.as_str());
        let near = several(typed.trim_start_matches('@'), handles, 2);
        let error = near.into_iter().fold(error, |error, near| error.hint(msg!("usage-nearest", name = near)));
        error.hint(msg!("onboard-invite", name = quoted(typed.trim_start_matches('@')).into_owned())).hint(msg!("onboard-join"))
    })
}

impl<'a> Welcome<'a> {
    /// The community as the member with a handle meets it, who is asked to look at some tags too.
    pub(super) fn of(session: &'a Session, told: &'a Deeds<'a>, handle: &str, asked: &[String]) -> Option<Self> {
        let (community, cast) = (told.community(), told.cast());
        let who = cast.by_handle(handle)?;
        let page = community.names().by_path(&cast.all()[who].path)?;
        let settings = &community.settings;
        let interests = community.documents()[page].values("interests").iter().map(|value| value.text.as_str());
        let mut cares: Vec<String> = Vec::new();
        for tag in asked.iter().map(String::as_str).chain(interests).map(|tag| settings.tag_name(tag)) {
            if !tag.is_empty() && !cares.contains(&tag) {
                cares.push(tag);
            }
        }
        let deeds: Vec<Deed> = told.all().into_iter().map(|deed| Deed { who: cast.credited(deed.who), ..deed }).collect();
        let mut uses = vec![0; community.documents().len()];
        let mut knows = BTreeSet::new();
        for deed in &deeds {
            let Some(at) = deed.document else { continue };
            uses[at] += usize::from(deed.what == What::Used);
            if deed.who == who && !matches!(deed.what, What::Thanked | What::Consulted) {
                knows.insert(at);
            }
        }
        let mut welcome = Self {
            session,
            community,
            cast,
            told,
            today: session.today(),
            who,
            page,
            cares,
            knows,
            deeds,
            links: vec![0; community.documents().len()],
            uses,
            work: Vec::new(),
            seen: vec![None; cast.all().len()],
            translations: BTreeMap::new(),
        };
        welcome.follow_links();
        welcome.follow_work();
        Some(welcome)
    }

    fn follow_links(&mut self) {
        let community = self.community;
        let mut ties: BTreeSet<(usize, usize)> = BTreeSet::new();
        for edge in Graph::of(community).edges() {
            if is_knowledge(community, edge.from) && is_living(community, edge.from) {
                ties.insert((edge.from, edge.to));
            }
        }
        for (_, to) in ties {
            self.links[to] += 1;
        }
        for (at, document) in community.documents().iter().enumerate() {
            for relation in document.related("translation_of") {
                if let Target::Document(of, _) = of_relation(community, document, relation) {
                    self.translations.entry(at).or_default().insert(of);
                    self.translations.entry(of).or_default().insert(at);
                }
            }
        }
    }

    fn follow_work(&mut self) {
        let mut hands: Vec<BTreeMap<usize, bool>> = vec![BTreeMap::new(); self.community.documents().len()];
        self.work = vec![Work::default(); hands.len()];
        for deed in &self.deeds {
            self.seen[deed.who] = self.seen[deed.who].max(deed.day);
            let Some(at) = deed.document.filter(|_| matches!(deed.what, What::Created | What::Edited | What::Reviewed)) else { continue };
            if deed.what == What::Created {
                self.work[at].made = deed.day;
            }
            if self.told.share(deed) > LITTLE {
                *hands[at].entry(deed.who).or_default() |= self.is_lately(deed.day);
            }
        }
        for (work, hands) in self.work.iter_mut().zip(hands) {
            work.hands = hands.len();
            work.lately = hands.values().filter(|is_lately| **is_lately).count();
        }
    }

    /// Whether a day is within a year from today.
    fn is_lately(&self, day: Option<Date>) -> bool {
        day.is_some_and(|day| is_lately(day, self.today))
    }

    /// Whether somebody did anything within a year.
    pub(super) fn is_seen(&self, who: usize) -> bool {
        self.is_lately(self.seen.get(who).copied().flatten())
    }

    /// A document by its place.
    pub(super) fn document(&self, at: usize) -> &'a Document {
        &self.community.documents()[at]
    }

    /// The language that they write in.
    pub(super) fn tongue(&self) -> &str {
        &self.document(self.page).lang
    }

    /// The first of the tags that they care for that a document has.
    pub(super) fn fit(&self, at: usize) -> Option<&str> {
        let own = tags(self.community, at);
        self.cares.iter().find(|tag| own.contains(tag)).map(String::as_str)
    }

    /// A document and its translations.
    pub(super) fn translations(&self, at: usize) -> BTreeSet<usize> {
        let others = self.translations.get(&at).into_iter().flatten().copied();
        others.chain([at]).collect()
    }

    /// The same document in their language, where there is one that holds.
    pub(super) fn in_tongue(&self, at: usize) -> usize {
        let speaks = |at: &usize| self.document(*at).lang == self.tongue();
        if speaks(&at) {
            return at;
        }
        self.translations(at).into_iter().find(|other| speaks(other) && self.holds(*other)).unwrap_or(at)
    }

    /// Whether a document is settled: neither a draft, nor open, nor past.
    pub(super) fn holds(&self, at: usize) -> bool {
        let document = self.document(at);
        let kind = self.community.kind(document);
        let state = document.state.as_deref().and_then(|state| kind.state(state));
        // Files that were there before cop say nothing of states unless they do.
        let is_silent = kind.is_adopted() && document.said_state.is_none();
        let is_first = |name: &str| !is_silent && kind.states.len() > 2 && kind.first_state().is_some_and(|first| first.name == name);
        state.is_none_or(|state| !state.retired && (is_silent || !state.open) && !is_first(&state.name))
    }

    /// Whether a document is a text to be read by itself: no person, meeting, flag, question or answer.
    pub(super) fn is_text(&self, at: usize) -> bool {
        let kind = self.community.kind(self.document(at));
        is_knowledge(self.community, at) && kind.parent.is_none() && !is_asked(kind)
    }

    /// Whether a document is a person's page.
    pub(super) fn is_person(&self, at: usize) -> bool {
        self.community.kind(self.document(at)).has(Capability::Person)
    }

    /// Whether a document is a word of the common language.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.community.kind(self.document(at)).has(Capability::Glossary)
    }

    /// Whether a document settles what binds others: nothing to begin with.
    pub(super) fn is_decision(&self, at: usize) -> bool {
        self.community.kind(self.document(at)).field("deciders").is_some()
    }

    /// Whether a document is a question.
    pub(super) fn is_question(&self, at: usize) -> bool {
        is_asked(self.community.kind(self.document(at)))
    }

    /// Whether a question is open.
    pub(super) fn is_open_question(&self, at: usize) -> bool {
        let document = self.document(at);
        let kind = self.community.kind(document);
        self.is_question(at) && document.state.as_deref().and_then(|state| kind.state(state)).is_some_and(|state| state.open)
    }
}
