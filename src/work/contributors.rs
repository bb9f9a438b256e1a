//! Who helped, and with what: counts from history, and from what documents say of people.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::fold::fold;
use crate::base::lang::Msg;
use crate::model::community::Community;
use crate::model::contribution::{Authors, Life, life};
use crate::model::document::Document;
use crate::model::history::{ChangeKind, History, ObjectId, TrailerKind};
use crate::model::kind::Capability;
use crate::model::targets::{Target, of_relation};
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Hit, Hits, Rows, View};
use crate::text::front;

use super::session::Session;

/// What one person did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Contributor {
    /// The handle; null for who is no member.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
    /// Commits that touch a knowledge file, merges left out, as author or co-author.
    pub commits: usize,
    /// Documents that they made, of any kind.
    pub created: usize,
    /// Documents that they changed after they were made.
    pub edited: usize,
    /// Questions among those they made.
    pub asked: usize,
    /// Answers among those they made.
    pub answered: usize,
    /// Answers of theirs that were accepted.
    pub accepted: usize,
    /// Decisions that name them as a decider.
    pub decided: usize,
    /// Reviews: commits that move a document's review date, and those that name them in `Reviewed-by`.
    pub reviewed: usize,
    /// Documents that they say they use.
    pub used: usize,
    /// How often another member thanks them.
    pub thanked: usize,
    /// Meetings that they set up.
    pub hosted: usize,
    /// Lines that they added; null unless lines are counted.
    pub lines_added: Option<u64>,
    /// Lines that they removed; null unless lines are counted.
    pub lines_removed: Option<u64>,
    /// The day of their first commit.
    pub first: Option<Date>,
    /// The day of their latest commit.
    pub last: Option<Date>,
    /// Their addresses, where they are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emails: Option<Vec<String>>,
    #[serde(skip)]
    left: bool,
}

/// What `contributors` answers with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Contributors {
    /// Everyone who did something, by name unless sorted otherwise.
    pub contributors: Vec<Contributor>,
    #[serde(skip)]
    at_least: bool,
}

/// How the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By name: nobody is ranked unless somebody asks for it.
    #[default]
    Name,
    /// Most commits first.
    Commits,
    /// Who came last first.
    Recent,
}

/// What is counted.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Only these documents, by their place; all where there are none.
    pub documents: Option<BTreeSet<usize>>,
    /// Only what happened on or after this day.
    pub since: Option<Date>,
    /// Only what happened on or before this day.
    pub until: Option<Date>,
    /// Whether addresses are told.
    pub emails: bool,
    /// How the list is ordered.
    pub order: Order,
}

impl Scope {
    fn holds(&self, day: Option<Date>) -> bool {
        let after = self.since.is_none_or(|since| day.is_some_and(|day| day >= since));
        after && self.until.is_none_or(|until| day.is_some_and(|day| day <= until))
    }

    fn has(&self, at: usize) -> bool {
        self.documents.as_ref().is_none_or(|documents| documents.contains(&at))
    }
}

/// Reviews that commits make by moving a document's review date: the document's place, and each commit's place in history.
pub type Reviews<'a> = dyn Fn(usize) -> Vec<u32> + 'a;

/// Counts what everyone did in a community.
///
/// # Errors
/// There is no history to count in.
pub fn of(session: &Session, scope: &Scope) -> Result<Contributors> {
    let (history, authors, prefix) = (session.history()?, session.authors()?, session.prefix());
    session.history_if_any();
    let community = session.community();
    let reviews = |at: usize| reviews(session, history, &community.documents()[at], &prefix);
    Ok(count(community, history, authors, &prefix, scope, &reviews))
}

/// The commits that moved a document's review date, of a document that has one.
fn reviews(session: &Session, history: &History, document: &Document, prefix: &str) -> Vec<u32> {
    if document.value("reviewed").is_none() {
        return Vec::new();
    }
    let keys = session.settings().kinds.at(document.kind).field("reviewed").map(|field| field.keys.clone()).unwrap_or_default();
    let date = |id: Option<ObjectId>| -> Option<String> {
        let text = session.blob(id?)?;
        let front = front::read(&text, &session.settings().limits);
        keys.iter().chain([&"reviewed".to_owned()]).find_map(|key| front.get(key)?.text().map(str::to_owned))
    };
    let path = format!("{prefix}{}", document.path);
    let changes = history.of_path(&path).filter(|change| matches!(change.kind, ChangeKind::Modified | ChangeKind::Renamed));
    changes
        .filter(|change| {
            let new = date(change.new);
            new.is_some() && new != date(change.old)
        })
        .map(|change| change.commit)
        .collect()
}

/// Counts what everyone did.
fn count(community: &Community, history: &History, authors: &Authors, prefix: &str, scope: &Scope, reviews: &Reviews<'_>) -> Contributors {
    let mut counts = Counts::new(community, authors);
    let lives: Vec<Life> =
        community.documents().iter().map(|document| life(history, authors, &format!("{prefix}{}", document.path))).collect();
    counts.commits(history, prefix, scope, &lives);
    counts.documents(&lives, scope);
    counts.reviews(history, scope, reviews);
    counts.words(scope);
    let mut contributors = counts.finish(scope.emails);
    match scope.order {
        Order::Name => contributors.sort_by_cached_key(|one| (fold(&one.name).into_owned(), one.handle.clone())),
        Order::Commits => contributors.sort_by_cached_key(|one| (std::cmp::Reverse(one.commits), fold(&one.name).into_owned())),
        Order::Recent => contributors.sort_by_cached_key(|one| (std::cmp::Reverse(one.last), fold(&one.name).into_owned())),
    }
    Contributors { contributors, at_least: history.gaps().at_least() }
}

/// The counts while they grow: authors first, then members that history does not know.
struct Counts<'a> {
    community: &'a Community,
    authors: &'a Authors,
    list: Vec<Contributor>,
    by_handle: BTreeMap<String, usize>,
}

impl<'a> Counts<'a> {
    fn new(community: &'a Community, authors: &'a Authors) -> Self {
        let mut list: Vec<Contributor> = Vec::new();
        let mut by_handle = BTreeMap::new();
        for author in authors.all() {
            if let Some(handle) = &author.handle {
                by_handle.insert(handle.to_lowercase(), list.len());
            }
            list.push(Contributor {
                handle: author.handle.clone(),
                name: author.name.clone(),
                left: author.left,
                ..Contributor::default()
            });
        }
        for member in community.people().members() {
            by_handle.entry(member.handle.to_lowercase()).or_insert_with(|| {
                list.push(Contributor {
                    handle: Some(member.handle.clone()),
                    name: member.name.clone(),
                    left: member.left,
                    ..Contributor::default()
                });
                list.len() - 1
            });
        }
        Self { community, authors, list, by_handle }
    }

    fn member(&mut self, handle: &str) -> Option<&mut Contributor> {
        let at = self.by_handle.get(&handle.trim_start_matches('@').to_lowercase())?;
        self.list.get_mut(*at)
    }

    /// Commits that touch a knowledge file: a path that a kind claims, also one since deleted; of some documents, their own paths.
    fn commits(&mut self, history: &History, prefix: &str, scope: &Scope, lives: &[Life]) {
        let kinds = &self.community.settings.kinds;
        let _ = lives;
        let wanted: Option<HashSet<(u32, u32)>> = scope.documents.as_ref().map(|documents| {
            let paths =
                documents.iter().filter_map(|at| self.community.documents().get(*at)).map(|document| format!("{prefix}{}", document.path));
            paths.flat_map(|path| history.of_path(&path).map(|change| (change.commit, change.path)).collect::<Vec<_>>()).collect()
        });
        let mut claimed: Vec<Option<bool>> = vec![None; history.facts().paths.len()];
        let mut is_knowledge = |path: u32| {
            let known = claimed.get_mut(path as usize);
            let answer = || history.path(path).strip_prefix(prefix).is_some_and(|path| kinds.wants(path));
            match known {
                Some(known) => *known.get_or_insert_with(answer),
                None => answer(),
            }
        };
        for commit in history.commits().filter(|commit| commit.parents().len() < 2) {
            let day = commit.day();
            let touches = commit.changes().iter().filter(|change| change.kind.is_work()).any(|change| match &wanted {
                Some(wanted) => wanted.contains(&(change.commit, change.path)),
                None => is_knowledge(change.path) || change.from.is_some_and(&mut is_knowledge),
            });
            if !touches || !scope.holds(day) {
                continue;
            }
            for who in self.authors.writers(commit) {
                let one = &mut self.list[who];
                one.commits += 1;
                one.first = match (one.first, day) {
                    (Some(first), Some(day)) => Some(first.min(day)),
                    (first, day) => first.or(day),
                };
                one.last = one.last.max(day);
            }
        }
    }

    /// What they made and changed, by the kind of the document.
    fn documents(&mut self, lives: &[Life], scope: &Scope) {
        let documents = self.community.documents().to_vec();
        let accepted = self.accepted();
        for (at, document) in documents.iter().enumerate().filter(|(at, _)| scope.has(*at)) {
            let kind = self.community.kind(document).clone();
            let credited: Vec<String> = document.values("authors").iter().map(|value| value.text.clone()).collect();
            let mut makers: Vec<usize> = credited.iter().filter_map(|handle| self.by_handle.get(&handle.to_lowercase()).copied()).collect();
            for part in &lives[at].parts {
                // `authors:` says who made what another typed.
                let made = part.created && makers.is_empty() && credited.is_empty();
                if made || part.created && credited.is_empty() {
                    makers.push(part.who);
                } else if (part.edits > 0 || part.created) && scope.holds(part.last) && !makers.contains(&part.who) {
                    self.list[part.who].edited += 1;
                }
            }
            makers.dedup();
            if !scope.holds(lives[at].created.or(document.date("created"))) {
                continue;
            }
            for who in makers {
                let one = &mut self.list[who];
                one.created += 1;
                one.answered += usize::from(kind.parent.is_some());
                one.asked += usize::from(kind.relation("accepted").is_some());
                one.accepted += usize::from(accepted.contains(&at));
                one.hosted += usize::from(kind.has(Capability::Dated) && kind.field("attendees").is_some());
            }
        }
    }

    /// The answers that questions accept.
    fn accepted(&self) -> BTreeSet<usize> {
        let documents = self.community.documents().iter();
        documents
            .flat_map(|document| document.related("accepted").map(move |relation| of_relation(self.community, document, relation)))
            .filter_map(|target| match target {
                Target::Document(at, _) => Some(at),
                _ => None,
            })
            .collect()
    }

    fn reviews(&mut self, history: &History, scope: &Scope, reviews: &Reviews<'_>) {
        let mut counted: BTreeMap<usize, usize> = BTreeMap::new();
        for at in (0..self.community.documents().len()).filter(|at| scope.has(*at)) {
            for commit in reviews(at).into_iter().filter_map(|commit| history.commit(commit)).filter(|commit| scope.holds(commit.day())) {
                for who in self.authors.writers(commit) {
                    *counted.entry(who).or_default() += 1;
                }
            }
        }
        if scope.documents.is_none() {
            for commit in history.commits().filter(|commit| scope.holds(commit.day())) {
                for who in self.authors.named(commit, TrailerKind::Reviewed) {
                    *counted.entry(who).or_default() += 1;
                }
            }
        }
        for (who, count) in counted {
            self.list[who].reviewed += count;
        }
    }

    /// What documents say of people: deciders, uses, thanks.
    fn words(&mut self, scope: &Scope) {
        let documents = self.community.documents().to_vec();
        for (at, document) in documents.iter().enumerate() {
            let kind = self.community.kind(document).clone();
            if scope.has(at) && document.state.as_deref().and_then(|state| kind.state(state)).is_none_or(|state| !state.open) {
                for value in document.values("deciders") {
                    if let Some(one) = self.member(&value.text) {
                        one.decided += 1;
                    }
                }
            }
            if kind.has(Capability::Person) {
                self.lists(document, scope);
            }
        }
    }

    /// The lists under Uses and Thanks of a member's file: one item a line, with the day behind the link.
    fn lists(&mut self, document: &Document, scope: &Scope) {
        let owner = document.handle().to_lowercase();
        let kind = self.community.kind(document).clone();
        for heading in &document.markdown.headings {
            let section = kind.sections.iter().find(|section| section.is_headed_by(&heading.text)).map(|section| section.name.as_str());
            let text = document.text.get(heading.span.end..heading.section.end).unwrap_or_default();
            let items: Vec<String> =
                text.lines().filter_map(|line| line.trim_start().strip_prefix(['-', '*'])).map(|item| item.trim().to_owned()).collect();
            let items = items.iter().filter(|item| scope.holds(day_in(item)) || scope.since.is_none() && scope.until.is_none());
            match section {
                Some("uses") => {
                    let used = items.count();
                    if let Some(one) = self.member(&owner) {
                        one.used += used;
                    }
                }
                Some("thanks") => {
                    let thanked: Vec<String> = items
                        .filter_map(|item| item.strip_prefix('@'))
                        .map(|rest| rest.split_whitespace().next().unwrap_or_default().to_owned())
                        .collect();
                    for handle in thanked {
                        if let Some(one) =
                            self.member(&handle).filter(|one| one.handle.as_deref().is_none_or(|own| !own.eq_ignore_ascii_case(&owner)))
                        {
                            one.thanked += 1;
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Those who did anything; programs are left out.
    fn finish(self, emails: bool) -> Vec<Contributor> {
        let bots: Vec<bool> = self.authors.all().iter().map(|author| author.is_bot).collect();
        let known = self.authors.all().to_vec();
        let mut kept = Vec::new();
        for (at, mut one) in self.list.into_iter().enumerate() {
            let sum = one.commits + one.created + one.edited + one.decided + one.reviewed + one.used + one.thanked;
            if sum > 0 && !bots.get(at).copied().unwrap_or_default() {
                one.emails = emails.then(|| known.get(at).map(|author| author.emails.clone()).unwrap_or_default());
                kept.push(one);
            }
        }
        kept
    }
}

/// The first day that is written in a text.
fn day_in(text: &str) -> Option<Date> {
    text.split(|letter: char| letter.is_whitespace() || letter == '(' || letter == ')').find_map(Date::parse)
}

impl Contributor {
    /// What they did, in words: most telling first.
    fn did(&self) -> Vec<Msg> {
        let all = [
            (self.created, msg!("helped-created", count = self.created)),
            (self.edited, msg!("helped-edited", count = self.edited)),
            (self.answered, msg!("helped-answered", count = self.answered)),
            (self.accepted, msg!("helped-accepted", count = self.accepted)),
            (self.decided, msg!("helped-decided", count = self.decided)),
            (self.reviewed, msg!("helped-reviewed", count = self.reviewed)),
            (self.used, msg!("helped-used", count = self.used)),
            (self.thanked, msg!("helped-thanked", count = self.thanked)),
        ];
        all.into_iter().filter(|(count, _)| *count > 0).map(|(_, msg)| msg).collect()
    }
}

/// A screen this wide has room for what people did beside their names.
const WIDE: usize = 60;

impl View for Contributors {
    const SCHEMA: &'static str = "contributors";
    const LIST: bool = true;

    fn blocks(&self, look: &Look) -> Vec<Block> {
        if self.contributors.is_empty() {
            return vec![Block::Line(Line::new().plain(look.say(&msg!("contributors-nobody"))))];
        }
        let (mut beside, mut below) = (Vec::new(), Vec::new());
        for one in &self.contributors {
            let did = Line::from(one.did().iter().map(|msg| look.say(msg)).collect::<Vec<_>>().join(", "));
            let left = if one.left { format!(" ({})", look.say(&msg!("contributors-left"))) } else { String::new() };
            let name = Line::new().person(&one.name).dim(left);
            let commits = look.say(&msg!("contributors-commits", count = one.commits));
            beside.push((name.clone(), did.clone().dim(format!(" ({commits})"))));
            below.push(Hit { title: name, facts: Line::new().dim(commits), under: vec![did] });
        }
        let has_room = look.width >= WIDE;
        let mut blocks = vec![if has_room { Block::Facts(beside) } else { Block::Hits(Hits { first: None, hits: below }) }];
        if self.at_least {
            blocks.push(Block::Line(Line::new().dim(look.say(&msg!("contributors-at-least")))));
        }
        blocks
    }

    fn rows(&self) -> Option<Rows<'_>> {
        const COLUMNS: &[&str] = &[
            "handle", "name", "commits", "created", "edited", "asked", "answered", "accepted", "decided", "reviewed", "used", "thanked",
            "hosted", "first", "last",
        ];
        Some(Rows::of(COLUMNS, &self.contributors, |one| {
            let counts = [
                one.commits,
                one.created,
                one.edited,
                one.asked,
                one.answered,
                one.accepted,
                one.decided,
                one.reviewed,
                one.used,
                one.thanked,
                one.hosted,
            ];
            let mut cells = vec![one.handle.as_deref().unwrap_or_default().into(), one.name.as_str().into()];
            cells.extend(counts.map(|count| count.to_string().into()));
            cells.extend([one.first, one.last].map(|day| day.map(|day| day.to_string()).unwrap_or_default().into()));
            let path = one.handle.as_ref().map(|handle| format!("@{handle}")).unwrap_or_default();
            (path.into(), cells)
        }))
    }
}
