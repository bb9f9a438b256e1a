//! What the sections of `gaps` look at: who did what, who is here, and what it is about.

use std::collections::BTreeSet;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::fold::fold_tag;
use crate::base::lang::Msg;
use crate::base::shell::quoted;
use crate::model::community::Community;
use crate::model::field::Label;
use crate::model::said::{self, About, Verb};
use crate::msg;
use crate::work::deeds::cast::Cast;
use crate::work::deeds::seen::{Seen, is_lately};
use crate::work::deeds::weigh::{Knower, weigh};
use crate::work::deeds::{Deed, Deeds, What};
use crate::work::did::{Proof, has_own_title, known_by};
use crate::work::page::Page;
use crate::work::search::{self, Filters};
use crate::work::session::Session;
use crate::work::topics::{Topic, Topics, is_knowledge, is_living, tells};

use super::{Gap, Holder, Reason, Second, Small, Title};

/// So many people are named who could be the second.
const SECONDS: usize = 2;
/// Of a topic with fewer documents it is no news that it hangs on one person.
pub(super) const JUDGED: usize = 3;
/// So many documents are named.
const TITLES: usize = 3;
/// So many of the documents that show that somebody could be the second are named.
const PROOFS: usize = 1;

/// What is looked at, once for all sections.
pub(super) struct Ground<'a> {
    pub community: &'a Community,
    pub cast: &'a Cast,
    pub topics: Topics,
    told: &'a Deeds<'a>,
    today: Date,
    /// By document: what was done for it and said of it.
    deeds: Vec<Vec<Deed>>,
    /// By document: whether it is asked about, still holds and is knowledge.
    looked_at: Vec<bool>,
    /// By topic: the documents about it, also those that are not asked about: a filter by a person would leave only theirs, so that all of
    /// it seemed to hang on them.
    about: Vec<Vec<usize>>,
    /// When people were last seen.
    seen: Seen<'a>,
    /// Of each person the tags that they care for.
    cares: Vec<Vec<(String, Reason)>>,
    /// The tags that are asked about; all where there are none.
    tags: Vec<String>,
    is_whole: bool,
}

impl<'a> Ground<'a> {
    /// What there is to look at of the documents that filters find.
    ///
    /// # Errors
    /// A filter that can't be meant.
    pub(super) fn of(session: &Session, told: &'a Deeds<'a>, filters: &Filters) -> Result<Self> {
        let (community, cast) = (told.community(), told.cast());
        let is_whole = filters.keys.is_empty();
        let found: Option<BTreeSet<String>> = if is_whole {
            None
        } else {
            Some(search::list(session, filters, Page::default())?.hits.into_iter().map(|hit| hit.path).collect())
        };
        let places = 0..community.documents().len();
        let is_asked = |at: usize| found.as_ref().is_none_or(|found| found.contains(&community.documents()[at].path));
        // What is said below a document belongs to it.
        let is_found = |at: usize| is_asked(at) || community.parent(at).is_some_and(is_asked);
        let holds: Vec<bool> = places.clone().map(|at| is_knowledge(community, at) && is_living(community, at)).collect();
        let looked_at = places.clone().map(|at| holds[at] && is_found(at)).collect();
        let mut ground = Self {
            community,
            cast,
            topics: Topics::of(community),
            told,
            today: session.today(),
            deeds: vec![Vec::new(); community.documents().len()],
            looked_at,
            about: Vec::new(),
            seen: Seen::of(session, cast),
            cares: vec![Vec::new(); cast.all().len()],
            tags: filters
                .keys
                .iter()
                .filter(|(key, _)| key == "tag")
                .flat_map(|(_, tags)| tags)
                .map(|tag| community.settings.tag_name(tag))
                .collect(),
            is_whole,
        };
        told.read_ahead(places.clone());
        for at in places {
            for deed in told.of_document(at).into_iter().chain(told.said(at)) {
                ground.seen.hear_of(&deed);
                if let Some(about) = deed.document {
                    ground.deeds[about].push(Deed { who: cast.credited(deed.who), ..deed });
                }
            }
            ground.hear(at);
        }
        ground.about = vec![Vec::new(); ground.topics.all.len()];
        for at in (0..holds.len()).filter(|at| holds[*at]) {
            for topic in ground.topics.of_document(at) {
                ground.about[*topic].push(at);
            }
        }
        Ok(ground)
    }

    /// What a member says of themselves: what they care for, and that they were there on a day.
    fn hear(&mut self, at: usize) {
        let document = &self.community.documents()[at];
        let Some(who) = self.cast.by_handle(document.handle()).filter(|who| self.cast.all()[*who].path == document.path) else { return };
        let name = |tag: &str| self.community.settings.tag_name(tag);
        let interests = document.values("interests").iter().map(|value| (name(&value.text), Reason::Interested));
        let said = said::of(document, self.community.kind(document));
        let follows = said.iter().filter_map(|said| match &said.about {
            Some(About::Tag(tag)) if said.verb == Verb::Follows => Some((name(tag), Reason::Follows)),
            _ => None,
        });
        self.cares[who] = interests.chain(follows).collect();
        self.seen.hear(who, said.iter().filter_map(|said| said.day).max());
    }

    /// Whether a topic is asked about: any of its documents is, and of tags only those that are.
    pub(super) fn is_wanted(&self, topic: usize) -> bool {
        let is_asked = self.about.get(topic).is_some_and(|about| about.iter().any(|at| self.looked_at[*at]));
        is_asked && (self.tags.is_empty() || self.topics.all.get(topic).is_some_and(|topic| self.tags.contains(&fold_tag(&topic.name))))
    }

    /// Whether everything is asked about.
    pub(super) fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Whether there is history to know people by.
    pub(super) fn has_history(&self) -> bool {
        self.seen.has_history()
    }

    /// The documents that are looked at.
    pub(super) fn documents(&self) -> impl Iterator<Item = usize> {
        self.looked_at.iter().enumerate().filter(|(_, is)| **is).map(|(at, _)| at)
    }

    /// All that are about a topic.
    pub(super) fn about(&self, topic: usize) -> &[usize] {
        self.about.get(topic).map_or(&[], Vec::as_slice)
    }

    /// Whether it is in a state in which it holds.
    pub(super) fn holds(&self, at: usize) -> bool {
        let document = &self.community.documents()[at];
        let kind = self.community.kind(document);
        let state = document.state.as_deref().and_then(|name| kind.state(name));
        state.is_none_or(|state| !state.open && !state.retired && !kind.is_unsettled(state))
    }

    /// The day on which it is looked at.
    pub(super) fn today(&self) -> Date {
        self.today
    }

    /// What was done with a document.
    pub(super) fn deeds(&self, at: usize) -> &[Deed] {
        &self.deeds[at]
    }

    /// A document and what stands below it.
    pub(super) fn with_children(&self, at: usize) -> Vec<usize> {
        // Only what can be answered has any, and to look for them goes over all documents.
        let kind = &self.community.kind(&self.community.documents()[at]).name;
        let has = self.community.settings.kinds.all().iter().any(|other| other.parent.as_ref() == Some(kind));
        let children = if has { self.community.children(at).collect() } else { Vec::new() };
        std::iter::once(at).chain(children).collect()
    }

    /// Who knows about these documents, best first.
    pub(super) fn knowers(&self, documents: &[usize]) -> Vec<Knower> {
        let deeds = documents.iter().flat_map(|at| &self.deeds[*at]).copied();
        weigh(deeds, &|deed| if tells(self.community, deed) { self.told.share(deed) } else { 0.0 }, self.today)
    }

    /// Whether somebody is still here: a member who did not leave, or somebody who was seen within a year.
    pub(super) fn is_here(&self, who: usize) -> bool {
        self.seen.is_here(who)
    }

    /// Those who take part: who did anything with a document within a year, which whoever only keeps the build does not; without history every
    /// member who did not leave.
    pub(super) fn active(&self) -> Vec<usize> {
        let is_deed = |deed: &&Deed| deed.what != What::Thanked && deed.day.is_some_and(|day| is_lately(day, self.today));
        let did: BTreeSet<usize> = self.deeds.iter().flatten().filter(is_deed).map(|deed| deed.who).collect();
        let takes_part = |who: &usize| if self.has_history() { did.contains(who) } else { self.cast.all()[*who].handle.is_some() };
        (0..self.cast.all().len()).filter(|who| self.is_here(*who) && takes_part(who)).collect()
    }

    /// The names of members of whom nothing was ever heard: they were invited, and have not begun.
    pub(super) fn waiting(&self) -> Vec<String> {
        let is_waiting = |who: &usize| self.cast.all()[*who].handle.is_some() && self.is_here(*who) && self.seen.last(*who).is_none();
        let waiting = (0..self.cast.all().len()).filter(|_| self.has_history()).filter(is_waiting);
        waiting.map(|who| self.cast.all()[who].name.clone()).collect()
    }

    /// Who could be the second beside some, who knows next and who cares: people who are here and may be asked.
    pub(super) fn seconds(&self, knowers: &[Knower], beside: &[usize], tag: Option<&str>) -> Vec<Second> {
        let may = |who: usize| self.is_here(who) && !self.cast.all()[who].silent && !beside.contains(&who);
        let next =
            knowers.iter().filter(|knower| may(knower.who)).take(SECONDS).map(|knower| (knower.who, Reason::Knows, &*knower.evidence));
        let mut found: Vec<(usize, Reason, &[_])> = next.collect();
        let cares = (0..self.cares.len()).filter(|who| may(*who)).filter_map(|who| {
            let (_, reason) = self.cares[who].iter().find(|(name, _)| Some(name.as_str()) == tag)?;
            Some((who, *reason, &[][..]))
        });
        let cares: Vec<_> = cares.filter(|(who, ..)| !found.iter().any(|(known, ..)| known == who)).collect();
        // One who knows and one who cares go before two who know.
        found.truncate(SECONDS.saturating_sub(cares.len()).max(1));
        found.extend(cares);
        found.truncate(SECONDS);
        let second = |(who, reason, evidence): (usize, Reason, &[_])| Second {
            handle: self.cast.all()[who].handle.clone(),
            name: self.cast.all()[who].name.clone(),
            reason,
            evidence: Proof::most_telling(self.community, evidence, PROOFS),
        };
        found.into_iter().map(second).collect()
    }

    /// The command that gives one of these documents another steward; who is no member is to become one first.
    pub(super) fn hand_over(&self, documents: &[usize], seconds: &[Second]) -> Msg {
        if let Some(guest) = seconds.first().filter(|_| seconds.iter().all(|second| second.handle.is_none())) {
            return Msg::literal(format!("cop invite {}", quoted(&guest.name)));
        }
        let it = documents.first().map(|at| quoted(&self.community.documents()[*at].reference).into_owned()).unwrap_or_default();
        msg!("gaps-do-steward", it = it, who = first_handle(seconds))
    }

    /// The tag that most of these documents have in common, if any.
    pub(super) fn common_tag(&self, documents: &[usize]) -> Option<String> {
        let mut counts = std::collections::BTreeMap::<usize, usize>::new();
        documents.iter().flat_map(|at| self.topics.of_document(*at)).for_each(|topic| *counts.entry(*topic).or_default() += 1);
        let (topic, count) = counts.into_iter().max_by_key(|(topic, count)| (*count, std::cmp::Reverse(*topic)))?;
        (2 * count > documents.len()).then(|| self.topics.all[topic].name.clone())
    }

    /// Somebody on whom something hangs.
    pub(super) fn holder(&self, who: usize) -> Holder {
        let someone = &self.cast.all()[who];
        Holder {
            handle: someone.handle.clone(),
            name: someone.name.clone(),
            left: someone.left,
            gone: !self.is_here(who),
            last: self.seen.last(who),
        }
    }

    /// A gap with what all of them have.
    pub(super) fn gap(
        &self,
        section: &'static str,
        topic: Option<&Topic>,
        people: Vec<Holder>,
        documents: usize,
        examples: &[usize],
        second: Vec<Second>,
    ) -> Gap {
        // What somebody keeps or made without others tells more than what was touched by many.
        let examples = examples.iter().take(TITLES).map(|at| Title {
            reference: self.community.documents()[*at].reference.clone(),
            title: known_by(self.community, *at).to_owned(),
            below: self.below(*at),
        });
        Gap {
            section: section.to_owned(),
            topic: topic.cloned(),
            people,
            much: None,
            documents,
            examples: examples.collect(),
            second,
            commands: Vec::new(),
            says: Msg::literal(""),
        }
    }

    /// What a document is that people know by the title of the one above it.
    fn below(&self, at: usize) -> Option<(Label, String)> {
        self.community.parent(at).filter(|_| !has_own_title(self.community, at))?;
        let kind = self.community.kind(&self.community.documents()[at]);
        Some((kind.singular.clone(), kind.name.clone()))
    }

    /// How many documents are about a topic, a question with its answers once.
    fn roots(&self, topic: usize) -> usize {
        let roots: BTreeSet<usize> = self.about[topic].iter().map(|at| self.community.parent(*at).unwrap_or(*at)).collect();
        roots.len()
    }

    /// How many topics that are asked about have enough documents for a judgment.
    pub(super) fn judged(&self) -> usize {
        (0..self.about.len()).filter(|topic| self.is_wanted(*topic) && self.roots(*topic) >= JUDGED).count()
    }

    /// The topics that are asked about and have too few documents for one, those with most first, and who knows about each.
    pub(super) fn small(&self) -> Vec<Small> {
        let wanted = (0..self.about.len()).filter(|topic| self.is_wanted(*topic) && (1..JUDGED).contains(&self.roots(*topic)));
        let people = |topic: usize| self.knowers(&self.about[topic]).iter().map(|knower| self.holder(knower.who)).collect();
        let mut small: Vec<Small> = wanted
            .map(|topic| Small { topic: self.topics.all[topic].clone(), documents: self.roots(topic), people: people(topic) })
            .collect();
        small.sort_by_key(|small| std::cmp::Reverse(small.documents));
        small
    }

    /// How many documents are looked at that somebody knows something of.
    pub(super) fn count(&self) -> usize {
        self.documents().filter(|at| self.deeds[*at].iter().any(|deed| deed.what != What::Thanked)).count()
    }
}

/// The handle of the first of them who has one, else what stands for one.
pub(super) fn first_handle(seconds: &[Second]) -> Msg {
    let first = seconds.iter().find_map(|second| second.handle.as_deref());
    first.map_or_else(|| msg!("gaps-handle"), Msg::literal)
}
