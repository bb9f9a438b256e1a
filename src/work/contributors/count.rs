//! Counting who did what: from commits, from documents' lives, and from what documents say of people.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::base::date::Date;
use crate::base::fold::fold;
use crate::model::community::Community;
use crate::model::contribution::{Authors, steps};
use crate::model::document::Document;
use crate::model::history::{CommitView, History, TrailerKind};
use crate::model::kind::{Capability, Kind};
use crate::model::targets::{Target, of_link, of_relation};

use super::{Contributor, Scope};

/// The commits that gave a document's field or relation another value, by their place in history.
pub(super) type Moved<'a> = dyn Fn(usize, &str) -> Vec<u32> + 'a;

/// What is counted in.
pub(super) struct Past<'a> {
    pub(super) history: &'a History,
    pub(super) authors: &'a Authors,
    /// From the repository's root to the community's, with its slash.
    pub(super) prefix: &'a str,
    pub(super) moved: &'a Moved<'a>,
    /// Whether a commit moved too many review dates to be a review.
    pub(super) is_bulk: &'a dyn Fn(u32) -> bool,
}

/// Counts what everyone did; those who did nothing and programs are left out.
pub(super) fn count(community: &Community, past: &Past<'_>, scope: &Scope) -> Vec<Contributor> {
    let mut counts = Counts::new(community, past, scope);
    counts.commits();
    counts.documents();
    counts.words();
    counts.finish()
}

/// The counts while they grow: authors first, then members that history does not know.
struct Counts<'a> {
    community: &'a Community,
    past: &'a Past<'a>,
    scope: &'a Scope,
    list: Vec<Contributor>,
    by_handle: BTreeMap<String, usize>,
}

impl<'a> Counts<'a> {
    fn new(community: &'a Community, past: &'a Past<'a>, scope: &'a Scope) -> Self {
        let mut list: Vec<Contributor> = Vec::new();
        let mut by_handle = BTreeMap::new();
        for author in past.authors.all() {
            if let Some(handle) = &author.handle {
                by_handle.insert(handle.to_lowercase(), list.len());
            }
            let member = author.handle.as_deref().and_then(|handle| community.people().by_handle(handle));
            let (handle, name, path) = (author.handle.clone(), author.name.clone(), member.map(|member| member.path.clone()));
            list.push(Contributor { handle, name, left: author.left, path: path.unwrap_or_default(), ..Contributor::default() });
        }
        for member in community.people().members() {
            by_handle.entry(member.handle.to_lowercase()).or_insert_with(|| {
                let (handle, name, path) = (Some(member.handle.clone()), member.name.clone(), member.path.clone());
                list.push(Contributor { handle, name, left: member.left, path, ..Contributor::default() });
                list.len() - 1
            });
        }
        Self { community, past, scope, list, by_handle }
    }

    /// The member that a document names, as a place in the list.
    fn named(&self, text: &str) -> Option<usize> {
        let member = self.community.people().named(text)?;
        self.by_handle.get(&member.handle.to_lowercase()).copied()
    }

    fn path(&self, document: &Document) -> String {
        format!("{}{}", self.past.prefix, document.path)
    }

    /// Commits that touch a knowledge file: a path that a kind claims, also one since deleted; of some documents, their own paths.
    fn commits(&mut self) {
        let (history, authors) = (self.past.history, self.past.authors);
        let kinds = &self.community.settings.kinds;
        let wanted: Option<HashSet<(u32, u32)>> = self.scope.documents.as_ref().map(|documents| {
            let documents = documents.iter().filter_map(|at| self.community.documents().get(*at));
            let of = |document: &Arc<Document>| history.of_path(&self.path(document)).map(|change| (change.commit, change.path)).collect();
            documents.flat_map::<Vec<_>, _>(of).collect()
        });
        let mut claimed: Vec<Option<bool>> = vec![None; history.facts().paths.len()];
        let mut is_knowledge = |path: u32| {
            let answer = || history.path(path).strip_prefix(self.past.prefix).is_some_and(|path| kinds.wants(path));
            match claimed.get_mut(path as usize) {
                Some(known) => *known.get_or_insert_with(answer),
                None => answer(),
            }
        };
        for commit in history.commits() {
            let day = commit.day();
            let touches = commit.changes().iter().filter(|change| change.kind.is_work()).any(|change| match &wanted {
                Some(wanted) => wanted.contains(&(change.commit, change.path)),
                None => is_knowledge(change.path) || change.from.is_some_and(&mut is_knowledge),
            });
            if !touches || !self.scope.holds(day) {
                continue;
            }
            for who in authors.named(commit, TrailerKind::Reviewed) {
                self.list[who].reviewed += 1;
            }
            if commit.parents().len() < 2 {
                authors.writers(commit).into_iter().for_each(|who| self.list[who].take_part(day));
            }
        }
    }

    /// What they made, changed and reviewed.
    fn documents(&mut self) {
        let accepted = self.accepted();
        for (at, document) in self.community.documents().iter().enumerate().filter(|(at, _)| self.scope.has(*at)) {
            let kind = self.community.kind(document);
            let life = self.life(document);
            if self.scope.holds(life.created.or_else(|| document.date("created"))) {
                for who in &life.makers {
                    self.list[*who].make(kind);
                }
            }
            for who in &life.editors {
                self.list[*who].edited += 1;
            }
            if accepted.contains(&at) {
                for who in &life.makers {
                    self.list[*who].accepted += 1;
                }
            }
            if document.value("reviewed").is_some() {
                self.reviews(at);
            }
        }
    }

    /// Who made a document and who changed it, as far as the scope goes.
    fn life(&self, document: &Document) -> Made {
        let mut made = Made::default();
        let mut typists = Vec::new();
        for step in steps(self.past.history, &self.path(document)) {
            let (day, writers) = (step.commit.day(), self.past.authors.writers(step.commit));
            if step.is_new {
                made.created = day;
                typists = writers;
            } else if self.scope.holds(day) {
                made.editors.extend(writers);
            }
        }
        let credited = document.values("authors");
        // A name that is no member's may be that of whoever typed or changed it.
        let of_git = |name: &str| {
            let known = typists.iter().chain(&made.editors).copied();
            let name = fold(name);
            known.into_iter().find(|who| fold(&self.list[*who].name) == name)
        };
        let makers: BTreeSet<usize> = credited.iter().filter_map(|value| self.named(&value.text).or_else(|| of_git(&value.text))).collect();
        if credited.is_empty() {
            made.makers = typists.into_iter().collect();
        } else {
            // `authors:` says who made what another typed; who typed it had a hand in it.
            if self.scope.holds(made.created) {
                made.editors.extend(typists.into_iter().filter(|who| !makers.contains(who)));
            }
            made.makers = makers;
        }
        made
    }

    /// Commits that moved a document's review date; one that names the reviewer as such has been counted.
    fn reviews(&mut self, at: usize) {
        let commits = (self.past.moved)(at, "reviewed");
        for commit in
            commits.into_iter().filter(|commit| !(self.past.is_bulk)(*commit)).filter_map(|commit| self.past.history.commit(commit))
        {
            let named = self.past.authors.named(commit, TrailerKind::Reviewed);
            let writers = self.past.authors.writers(commit);
            for who in writers.into_iter().filter(|who| self.scope.holds(commit.day()) && !named.contains(who)) {
                self.list[who].reviewed += 1;
            }
        }
    }

    /// The answers that questions accept, and came to accept within the scope.
    fn accepted(&self) -> BTreeSet<usize> {
        let mut accepted = BTreeSet::new();
        for (at, document) in self.community.documents().iter().enumerate() {
            for relation in document.related("accepted") {
                if let Target::Document(answer, _) = of_relation(self.community, document, relation)
                    && self.happened(at, "accepted")
                {
                    accepted.insert(answer);
                }
            }
        }
        accepted
    }

    /// Whether a field of a document got its value within the scope: with the last commit that moved it, else when it was made.
    fn happened(&self, at: usize, field: &str) -> bool {
        if !self.scope.is_window() {
            return true;
        }
        let document = &self.community.documents()[at];
        let day = |commit: CommitView<'_>| commit.day();
        let moved = (self.past.moved)(at, field).last().and_then(|commit| self.past.history.commit(*commit)).and_then(day);
        self.scope.holds(moved.or_else(|| self.life(document).created))
    }

    /// What documents say of people: deciders, uses, thanks.
    fn words(&mut self) {
        for (at, document) in self.community.documents().iter().enumerate() {
            let kind = self.community.kind(document);
            let is_open = document.state.as_deref().and_then(|state| kind.state(state)).is_some_and(|state| state.open);
            let deciders: BTreeSet<usize> = document.values("deciders").iter().filter_map(|value| self.named(&value.text)).collect();
            if self.scope.has(at) && !is_open && !deciders.is_empty() && self.decided(at) {
                for who in deciders {
                    self.list[who].decided += 1;
                }
            }
            if kind.has(Capability::Person) {
                self.lists(document, kind);
            }
        }
    }

    /// Whether a decision was taken within the scope: on its date, else when its state last changed.
    fn decided(&self, at: usize) -> bool {
        match self.community.documents()[at].date("date") {
            Some(day) => self.scope.holds(Some(day)),
            None => self.happened(at, "status"),
        }
    }

    /// The lists under Uses and Thanks of a member's file: one item a line, with the day behind the link.
    fn lists(&mut self, document: &Document, kind: &Kind) {
        let Some(owner) = self.by_handle.get(&document.handle().to_lowercase()).copied() else { return };
        for heading in &document.markdown.headings {
            let section = kind.sections.iter().find(|section| section.is_headed_by(&heading.text)).map(|section| section.name.as_str());
            let items = items(document, heading.span.end..heading.section.end);
            let items = items.into_iter().filter(|(item, span)| self.counts(document, item, span));
            match section {
                Some("uses") => {
                    let used = items.count();
                    self.list[owner].used += used;
                }
                Some("thanks") => {
                    let handles = items.filter_map(|(item, _)| item.strip_prefix('@')?.split_whitespace().next());
                    let thanked: Vec<usize> = handles.filter_map(|handle| self.named(handle)).filter(|who| *who != owner).collect();
                    for who in thanked {
                        self.list[who].thanked += 1;
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether an item of a list is within the scope: of that time, and about one of those documents.
    fn counts(&self, document: &Document, item: &str, span: &Range<usize>) -> bool {
        let is_about = |documents: &BTreeSet<usize>| {
            let links = document.markdown.links.iter().filter(|link| span.start <= link.span.start && link.span.end <= span.end);
            let targets = links.map(|link| of_link(self.community, document, &link.target));
            targets.into_iter().any(|target| matches!(target, Target::Document(at, _) if documents.contains(&at)))
        };
        let in_time = !self.scope.is_window() || self.scope.holds(day_in(item));
        in_time && self.scope.documents.as_ref().is_none_or(is_about)
    }

    /// Those who did anything; programs are left out.
    fn finish(self) -> Vec<Contributor> {
        let known = self.past.authors.all();
        let is_bot = |at: usize| known.get(at).is_some_and(|author| author.is_bot);
        let emails = |at: usize| known.get(at).map(|author| author.emails.clone()).unwrap_or_default();
        let all = self.list.into_iter().enumerate();
        let kept = all.filter(|(at, one)| one.did_anything() && !is_bot(*at));
        kept.map(|(at, one)| Contributor { emails: self.scope.emails.then(|| emails(at)), ..one }).collect()
    }
}

/// Who made a document and who changed it.
#[derive(Default)]
struct Made {
    created: Option<Date>,
    makers: BTreeSet<usize>,
    editors: BTreeSet<usize>,
}

impl Contributor {
    fn take_part(&mut self, day: Option<Date>) {
        self.commits += 1;
        self.first = match (self.first, day) {
            (Some(first), Some(day)) => Some(first.min(day)),
            (first, day) => first.or(day),
        };
        self.last = self.last.max(day);
    }

    fn make(&mut self, kind: &Kind) {
        self.created += 1;
        self.answered += usize::from(kind.parent.is_some());
        self.asked += usize::from(kind.relation("accepted").is_some());
        self.hosted += usize::from(kind.has(Capability::Dated) && kind.field("attendees").is_some());
    }

    fn did_anything(&self) -> bool {
        let counts = [self.commits, self.created, self.edited, self.accepted, self.decided, self.reviewed, self.used, self.thanked];
        counts.iter().any(|count| *count > 0)
    }
}

/// The items of a list, one a line, each with its bytes.
fn items(document: &Document, range: Range<usize>) -> Vec<(&str, Range<usize>)> {
    let text = document.text.get(range.clone()).unwrap_or_default();
    let mut at = range.start;
    let mut items = Vec::new();
    for line in text.split_inclusive('\n') {
        if let Some(item) = line.trim_start().strip_prefix(['-', '*', '+']) {
            items.push((item.trim(), at..at + line.len()));
        }
        at += line.len();
    }
    items
}

/// The first day that is written in a text.
fn day_in(text: &str) -> Option<Date> {
    text.split(|letter: char| letter.is_whitespace() || letter == '(' || letter == ')').find_map(Date::parse)
}
