//! Gathers what the signals look at, from the history and from every document.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::base::date::Date;
use crate::base::lang::Lang;
use crate::base::timespan::Timespan;
use crate::model::community::Community;
use crate::model::contribution::{Authors, steps};
use crate::model::document::Document;
use crate::model::graph::Graph;
use crate::model::history::History;
use crate::model::kind::{Capability, Kind};
use crate::model::kinds::Claim;
use crate::model::names::Found;
use crate::model::review::next_review;
use crate::model::settings::Goal;
use crate::model::targets::{Target, of_link, of_relation};
use crate::work::checks;
use crate::work::deeds::{Deed, Deeds, What};
use crate::work::gaps::Hanging;
use crate::work::session::Session;
use crate::work::topics::{Topics, is_asked, is_knowledge, is_living};

use super::ground::{Act, Area, Decision, Ground, Kept, Person, Question};

/// No day before this one is taken for true: no version control that git took over is older, and it is what a clock tells that was never set.
const EARLIEST: (i32, u32, u32) = (1985, 1, 1);
/// A commit that says it was written so many days before the one that it builds on has a wrong clock; less is a change that lay waiting.
const BACK: i32 = 5 * 365;
/// Which topics are looked at: those of so many documents.
const AREA: usize = 3;

/// Gathers all that there is to know.
pub(super) fn gather(session: &Session, hanging: Hanging) -> Ground {
    let community = session.community();
    let deeds = Deeds::of(session, community);
    let told = session.history_if_any().zip(session.authors().ok());
    let today = session.today();
    let (days, odd) = told.map(|(history, _)| days(history, today)).unwrap_or_default();
    let patience = checks::patience(&community.settings);
    let in_days = |span: Timespan| span.after(today).days() - today.days();
    let ground = Ground {
        today,
        began: None,
        has_history: told.is_some(),
        odd,
        acts: Vec::new(),
        came: Vec::new(),
        people: vec![Person::default(); deeds.cast().all().len()],
        questions: Vec::new(),
        decisions: Vec::new(),
        recorded: 0,
        meetings: Vec::new(),
        rhythm: community.settings.rhythm.as_deref().and_then(Timespan::parse_recurring),
        uses: Vec::new(),
        thanks: Vec::new(),
        reviews: Vec::new(),
        kept: Kept::default(),
        areas: Vec::new(),
        hanging,
        goals: community.settings.goals.iter().map(|goal| (goal.until, is_linked(community, goal))).collect(),
        patience: (in_days(patience.0), in_days(patience.1)),
    };
    let gatherer = Gatherer { session, community, told, deeds: &deeds, prefix: session.prefix(), days, seen: HashSet::new(), ground };
    gatherer.gather()
}

/// A document as the signals look at it.
struct Dated<'a> {
    at: usize,
    document: &'a Document,
    kind: &'a Kind,
    created: Option<Date>,
    updated: Option<Date>,
    deeds: Vec<Deed>,
}

/// What gathers it.
struct Gatherer<'a> {
    session: &'a Session,
    community: &'a Community,
    told: Option<(&'a History, &'a Authors)>,
    deeds: &'a Deeds<'a>,
    prefix: String,
    /// Of each commit its day, if that can be right.
    days: Vec<Option<Date>>,
    /// Who contributed by a commit, and when.
    seen: HashSet<(usize, Date)>,
    ground: Ground,
}

/// The day of each commit, and how many have one that can't be right: after today, from before there was anything to keep versions with,
/// or years before what it builds on.
fn days(history: &History, today: Date) -> (Vec<Option<Date>>, usize) {
    let earliest = Date::new(EARLIEST.0, EARLIEST.1, EARLIEST.2);
    let mut days: Vec<Option<Date>> = Vec::with_capacity(history.commits().len());
    // Of each commit the latest day among it and all that it builds on.
    let mut latest: Vec<Option<Date>> = Vec::with_capacity(history.commits().len());
    let mut odd = 0;
    for commit in history.commits() {
        let day = commit.day().filter(|day| *day <= today && Some(*day) >= earliest);
        let before = commit.parents().iter().filter_map(|parent| latest.get(*parent as usize).copied().flatten()).max();
        let day = day.filter(|day| before.is_none_or(|before| before.days() - day.days() < BACK));
        odd += usize::from(day.is_none());
        latest.push(before.max(day));
        days.push(day);
    }
    (days, odd)
}

/// Whether something is waited for of a document; `None` where it does not say and its files were there before cop was.
fn is_open(document: &Document, kind: &Kind) -> Option<bool> {
    let state = document.state.as_deref().and_then(|name| kind.state(name))?;
    (document.said_state.is_some() || !kind.is_adopted()).then_some(state.open)
}

/// Whether a goal names a question or another document that is there.
fn is_linked(community: &Community, goal: &Goal) -> bool {
    goal.questions.iter().any(|name| matches!(community.find(name), Found::One(_)))
}

impl<'a> Gatherer<'a> {
    fn gather(mut self) -> Ground {
        self.commits();
        let documents: Vec<Dated<'a>> = self.documents();
        for dated in &documents {
            self.made(dated);
            self.person(dated);
            self.meeting(dated);
            self.decision(dated);
            self.reviews(dated);
            self.state(dated);
        }
        self.questions(&documents);
        self.said();
        self.areas(&documents);
        self.links();
        self.begin(&documents);
        self.ground
    }

    /// A day, if it can be right.
    fn possible(&self, day: Option<Date>) -> Option<Date> {
        day.filter(|day| *day <= self.ground.today && Some(*day) >= Date::new(EARLIEST.0, EARLIEST.1, EARLIEST.2))
    }

    fn whose(&self, who: usize) -> usize {
        self.deeds.cast().most_likely(who)
    }

    /// Who committed a knowledge file on which day: a path that a kind claims, also one since deleted. Merges are nobody's work.
    fn commits(&mut self) {
        let Some((history, authors)) = self.told else { return };
        let kinds = &self.community.settings.kinds;
        let is_person = history.facts().paths.iter().map(|path| {
            let claim = kinds.claim(path.text.strip_prefix(&self.prefix)?, &|_| false)?;
            Some(kinds.at(claim.kind).has(Capability::Person))
        });
        let is_person: Vec<Option<bool>> = is_person.collect();
        for (commit, day) in history.commits().zip(&self.days) {
            let Some(day) = day.filter(|_| commit.parents().len() < 2) else { continue };
            let work = commit.changes().iter().filter(|change| change.kind.is_work());
            let touched: Vec<bool> = work.filter_map(|change| is_person.get(change.path as usize).copied().flatten()).collect();
            if touched.is_empty() {
                continue;
            }
            let gives = touched.contains(&false);
            let who: BTreeSet<usize> = authors.writers(commit).into_iter().map(|who| self.whose(who)).collect();
            self.seen.extend(who.iter().map(|who| (*who, day)));
            self.ground.acts.extend(who.into_iter().map(|who| Act { day, who, gives }));
        }
    }

    /// Every document with its days. What was done for it is only asked where something rests on it.
    fn documents(&self) -> Vec<Dated<'a>> {
        let places = 0..self.community.documents().len();
        let is_asked_of = |at: &usize| {
            let document = &self.community.documents()[*at];
            let kind = self.community.kind(document);
            let counts = is_asked(kind) || self.community.parent(*at).is_some();
            counts || document.value("reviewed").is_some() || !document.values("authors").is_empty()
        };
        self.deeds.read_ahead(places.clone().filter(is_asked_of));
        let dated = |at: usize| {
            let document: &'a Document = &self.community.documents()[at];
            let days = || {
                let (history, _) = self.told?;
                let steps: Vec<_> = steps(history, &format!("{}{}", self.prefix, document.path)).collect();
                let day = |at: u32| self.days.get(at as usize).copied().flatten();
                let created = steps.first().filter(|step| step.is_new).and_then(|step| day(step.at));
                Some((created, steps.iter().filter_map(|step| day(step.at)).max()))
            };
            let (created, updated) = days().unwrap_or_default();
            let created = self.possible(document.date("created")).or(created);
            let deeds = if is_asked_of(&at) { self.deeds.of_document(at) } else { Vec::new() };
            Dated { at, document, kind: self.community.kind(document), created, updated, deeds }
        };
        places.map(dated).collect()
    }

    /// Who is named as the maker of what another typed.
    fn made(&mut self, dated: &Dated<'_>) {
        if dated.document.values("authors").is_empty() {
            return;
        }
        let makers = dated.deeds.iter().filter(|deed| deed.what == What::Created);
        let acts: Vec<Act> = makers
            .filter_map(|deed| Some(Act { day: self.possible(deed.day)?, who: self.whose(deed.who), gives: true }))
            // Whoever typed it as well has contributed once.
            .filter(|act| !self.seen.contains(&(act.who, act.day)))
            .collect();
        self.ground.acts.extend(acts);
    }

    /// Since when somebody is a member.
    fn person(&mut self, dated: &Dated<'_>) {
        let cast = self.deeds.cast();
        let who = cast.by_handle(dated.document.handle()).filter(|_| dated.kind.has(Capability::Person));
        let Some((who, someone)) = who.and_then(|who| Some((who, cast.all().get(who)?))) else { return };
        let joined = self.possible(dated.document.date("since")).or(dated.created);
        let (who, is_member) = (self.whose(who), !someone.left);
        if let Some(person) = self.ground.people.get_mut(who) {
            (person.joined, person.is_member) = (joined, is_member);
        }
    }

    /// A meeting that was or will be held, and who was there.
    fn meeting(&mut self, dated: &Dated<'_>) {
        let (document, kind) = (dated.document, dated.kind);
        let state = document.state.as_deref().and_then(|name| kind.state(name));
        if !kind.has(Capability::Dated) || kind.field("attendees").is_none() || state.is_some_and(|state| state.retired) {
            return;
        }
        let named = document.slug.rsplit('/').next().and_then(|name| Date::parse(name.get(..10)?));
        let Some(day) = named.or_else(|| document.date("when")) else { return };
        self.ground.meetings.push(day);
        if self.possible(Some(day)).is_some() {
            let guests = document.values("attendees").iter().filter_map(|who| self.deeds.cast().member(self.community, &who.text));
            let came: BTreeSet<usize> = guests.map(|who| self.whose(who)).collect();
            self.ground.came.extend(came.into_iter().map(|who| Act { day, who, gives: false }));
        }
    }

    /// A decision: when it was proposed, and when it was first something else. One whose file came with its outcome tells nothing of how long
    /// it took, and neither does one that was filed elsewhere.
    fn decision(&mut self, dated: &Dated<'_>) {
        let (document, kind) = (dated.document, dated.kind);
        if kind.field("deciders").is_none() || document.state.is_none() || self.told.is_none() {
            return;
        }
        let states = self.states(document);
        let began = states.first().filter(|(_, is_open)| *is_open).and_then(|(day, _)| *day);
        let is_filed = is_open(document, kind) != Some(false) && kind.is_filed_as_settled(&document.path);
        match began.filter(|_| !is_filed) {
            Some(proposed) => {
                let decided = states.iter().find(|(_, is_open)| !is_open);
                match decided {
                    Some((Some(day), _)) => self.ground.decisions.push(Decision { proposed, decided: Some(*day) }),
                    Some((None, _)) => self.ground.recorded += 1,
                    None => self.ground.decisions.push(Decision { proposed, decided: None }),
                }
            }
            None => self.ground.recorded += 1,
        }
    }

    /// Of each version of a document that says its state the day, and whether that is one in which something is waited for.
    fn states(&self, document: &Document) -> Vec<(Option<Date>, bool)> {
        let Some((history, _)) = self.told else { return Vec::new() };
        let claim = Claim { kind: document.kind, slug: document.slug.clone() };
        let settings = &self.community.settings;
        let mut states = Vec::new();
        for change in history.of_path(&format!("{}{}", self.prefix, document.path)).filter(|change| change.kind.is_work()) {
            let Some(text) = change.new.and_then(|id| self.session.blob(id)) else { continue };
            let version = Document::read(&document.path, text, &claim, settings);
            let day = self.days.get(change.commit as usize).copied().flatten();
            states.extend(is_open(&version, settings.kinds.at(claim.kind)).map(|is_open| (day, is_open)));
        }
        states
    }

    fn reviews(&mut self, dated: &Dated<'_>) {
        let next = next_review(dated.document, &self.community.settings, dated.updated);
        let is_kept = !dated.kind.has(Capability::Person);
        self.ground.kept.next_reviews.extend(next.filter(|_| is_kept));
        let days = dated.deeds.iter().filter(|deed| deed.what == What::Reviewed).filter_map(|deed| self.possible(deed.day));
        let days: Vec<Date> = days.collect();
        self.ground.reviews.extend(days);
    }

    /// How far a document got: only of what somebody keeps true.
    fn state(&mut self, dated: &Dated<'_>) {
        let (document, kind) = (dated.document, dated.kind);
        let Some(state) = document.state.as_deref().and_then(|name| kind.state(name)) else { return };
        if !kind.has(Capability::Stewarded) {
            return;
        }
        let is_decision = kind.field("deciders").is_some();
        let kept = &mut self.ground.kept;
        let holds = !state.retired && !kind.is_unsettled(state);
        kept.usable += usize::from(holds && !is_decision && !kind.has(Capability::Glossary));
        // What was there before and says nothing of its state says nothing of how far it got.
        let is_silent = kind.is_adopted() && document.said_state.is_none();
        if is_silent || !holds && kind.is_filed_as_settled(&document.path) {
            return;
        }
        *kept.states.entry(state.name.clone()).or_default() += 1;
        match (state.retired, holds) {
            (true, _) => kept.retired += 1,
            (false, false) => kept.unsettled += 1,
            (false, true) => {
                kept.holding += 1;
                // A file that never said a state has it since it is there.
                let moved = document.said_state.as_ref().and_then(|_| self.deeds.last_moved(dated.at, "status"));
                let day = self.possible(moved).or(dated.created);
                self.ground.kept.settled.extend(day);
            }
        }
    }

    fn questions(&mut self, documents: &[Dated<'_>]) {
        let mut below: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for dated in documents {
            self.community.parents(dated.at).iter().for_each(|parent| below.entry(*parent).or_default().push(dated.at));
        }
        let makers = |dated: &Dated<'_>| {
            let made = dated.deeds.iter().filter(|deed| deed.what == What::Created);
            made.map(|deed| self.whose(deed.who)).collect::<BTreeSet<usize>>()
        };
        let mut all = Vec::new();
        for dated in documents.iter().filter(|dated| is_asked(dated.kind)) {
            if dated.document.related("duplicate_of").next().is_some() {
                continue;
            }
            let answers = || below.get(&dated.at).into_iter().flatten().filter_map(|at| documents.get(*at));
            let mut question = Question { asked: dated.created, askers: makers(dated), ..Question::default() };
            for answer in answers() {
                question.answers += 1;
                question.answerers.extend(makers(answer));
                let is_sooner = question.answered.is_none_or(|first| answer.created.is_some_and(|day| day < first));
                question.answered = if is_sooner { answer.created } else { question.answered };
            }
            let accepted =
                dated.document.related("accepted").find_map(|relation| match of_relation(self.community, dated.document, relation) {
                    Target::Document(at, _) => documents.get(at),
                    _ => None,
                });
            question.is_accepted = accepted.is_some();
            if let Some(answer) = accepted {
                let day = answer.deeds.iter().find(|deed| deed.what == What::Accepted).and_then(|deed| deed.day);
                question.accepted = self.possible(day);
            }
            let is_open = dated.document.state.as_deref().and_then(|name| dated.kind.state(name)).is_none_or(|state| state.open);
            question.is_settled_unseen = !is_open && accepted.is_none();
            all.push(question);
        }
        self.ground.questions = all;
    }

    /// What members say in their own files.
    fn said(&mut self) {
        let mut used = HashSet::new();
        for at in 0..self.community.documents().len() {
            for deed in self.deeds.said(at) {
                let day = self.possible(deed.day);
                if deed.what == What::Used {
                    used.extend(deed.document);
                    self.ground.uses.extend(day);
                } else {
                    self.ground.thanks.extend(day);
                }
            }
        }
        let is_usable = |at: &usize| {
            let document = &self.community.documents()[*at];
            let kind = self.community.kind(document);
            let state = document.state.as_deref().and_then(|name| kind.state(name));
            let holds = state.is_some_and(|state| !state.retired && !kind.is_unsettled(state));
            holds && kind.has(Capability::Stewarded) && kind.field("deciders").is_none() && !kind.has(Capability::Glossary)
        };
        self.ground.kept.used = used.iter().filter(|at| is_usable(at)).count();
    }

    fn areas(&mut self, documents: &[Dated<'_>]) {
        let topics = Topics::of(self.community);
        let mut found: BTreeMap<usize, (usize, Option<Date>)> = BTreeMap::new();
        for dated in documents.iter().filter(|dated| is_living(self.community, dated.at)) {
            let looked = dated.updated.max(self.possible(dated.document.date("reviewed"))).max(dated.created);
            for topic in topics.of_document(dated.at) {
                let (count, last) = found.entry(*topic).or_default();
                *count += usize::from(self.community.parent(dated.at).is_none());
                *last = (*last).max(looked);
            }
        }
        let area = |(topic, (documents, looked)): (usize, (usize, Option<Date>))| {
            let topic = topics.all.get(topic).filter(|_| documents >= AREA)?;
            Some(Area { name: [topic.label(Lang::En), topic.label(Lang::Nl)], documents, looked })
        };
        self.ground.areas = found.into_iter().filter_map(area).collect();
    }

    /// The links between what is known; an answer belongs to its question.
    fn links(&mut self) {
        let root = |at: usize| self.community.parent(at).unwrap_or(at);
        let is_one = |at: usize| is_knowledge(self.community, at) && is_living(self.community, at);
        let edges = Graph::of(self.community);
        let pairs: BTreeSet<(usize, usize)> = edges
            .edges()
            .filter(|edge| is_one(edge.from) && is_one(edge.to))
            .map(|edge| (root(edge.from), root(edge.to)))
            .filter(|(from, to)| from != to)
            .collect();
        let linked: HashSet<usize> = pairs.iter().flat_map(|(from, to)| [*from, *to]).collect();
        let all = (0..self.community.documents().len()).filter(|at| is_one(*at) && self.community.parent(*at).is_none());
        let (mut linkable, mut islands) = (0, 0);
        for at in all {
            linkable += 1;
            islands += usize::from(!linked.contains(&at));
        }
        let leads_nowhere = |document: &Document| {
            let links = document.markdown.links.iter().filter(|link| !link.opaque && !link.form.is_wiki());
            links.filter(|link| matches!(of_link(self.community, document, &link.target), Target::Missing(_))).count()
        };
        let astray = self.community.documents().iter().map(|document| leads_nowhere(document)).sum();
        let kept = &mut self.ground.kept;
        (kept.linkable, kept.links, kept.islands, kept.astray) = (linkable, pairs.len(), islands, astray);
    }

    /// When everything began, and who first contributed when.
    fn begin(&mut self, documents: &[Dated<'_>]) {
        for act in self.ground.acts.iter().filter(|act| act.gives) {
            if let Some(person) = self.ground.people.get_mut(act.who) {
                person.first = person.first.map_or(Some(act.day), |first| Some(first.min(act.day)));
            }
        }
        let made = documents.iter().filter_map(|dated| dated.created);
        let acted = self.ground.acts.iter().map(|act| act.day);
        // A date that somebody wrote above a text says less of when people began here than the commits do.
        self.ground.began = if self.ground.acts.is_empty() { made.min() } else { acted.min() };
    }
}
