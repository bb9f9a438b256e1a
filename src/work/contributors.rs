//! Who helped, and with what: counts from history, and from what documents say of people.

mod count;
pub mod forms;
mod lines;
mod narrow;
mod wanted;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::fold::fold;
use crate::base::lang::Msg;
use crate::model::community::Community;
use crate::model::history::{History, ObjectId};
use crate::model::same_person::{Doubt, Proposal, is_full_name};
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Hit, Hits, Remark, Rows, View};
use crate::store::git::sparse;

use self::count::count;
use self::lines::Lines;
use super::asked::Asked;
use super::deeds::{Deed, Deeds};
use super::same_people::Past;
use super::session::Session;
use super::window::{Empty, Window};

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
    /// Documents that they changed after they were made, their own too.
    pub edited: usize,
    /// Questions among those they made.
    pub asked: usize,
    /// Answers among those they made.
    pub answered: usize,
    /// Answers of theirs that were accepted.
    pub accepted: usize,
    /// Decisions that name them as a decider, once decided.
    pub decided: usize,
    /// Reviews: of each document whose review date a commit of theirs moved, unless it moved those of more than ten at once, and commits that
    /// name them in `Reviewed-by`.
    pub reviewed: usize,
    /// Documents that they say they use.
    pub used: usize,
    /// How often another member thanks them.
    pub thanked: usize,
    /// Meetings that they set up.
    pub hosted: usize,
    /// Documents that they made or changed and that were taken away since; 0 where only some documents are asked about.
    pub gone: usize,
    /// Lines that they added, in commits that are no merges; null unless lines are counted.
    pub lines_added: Option<u64>,
    /// Lines that they removed; null unless lines are counted.
    pub lines_removed: Option<u64>,
    /// Lines of theirs that stand in documents today; null unless lines are counted.
    pub lines_alive: Option<u64>,
    /// The day of their first commit.
    pub first: Option<Date>,
    /// The day of their latest commit.
    pub last: Option<Date>,
    /// Their addresses, where they are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emails: Option<Vec<String>>,
    #[serde(skip)]
    left: bool,
    /// Their file, from the community's root; empty for who has none.
    #[serde(skip)]
    path: String,
    /// Their accounts on git hosts, `github:anna`, as their file or their addresses say.
    #[serde(skip)]
    accounts: Vec<String>,
}

/// What `contributors` answers with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Contributors {
    /// Everyone who did something, by name unless sorted otherwise.
    pub contributors: Vec<Contributor>,
    /// Part of the history is not at hand, or could not be compared for its lines: there may be more than is counted here, and earlier days.
    pub at_least: bool,
    #[serde(skip)]
    narrowed: bool,
    #[serde(skip)]
    lines: bool,
    /// Why the time that is asked about holds nothing, where that can be told.
    #[serde(skip)]
    why: Option<Msg>,
    /// The command that helps where a name stands here more than once.
    #[serde(skip)]
    pub remedy: &'static str,
}

/// The columns, those of lines only where they are counted.
static COLUMNS: [&str; 19] = [
    "handle",
    "name",
    "commits",
    "created",
    "edited",
    "asked",
    "answered",
    "accepted",
    "decided",
    "reviewed",
    "used",
    "thanked",
    "hosted",
    "gone",
    "first",
    "last",
    "lines_added",
    "lines_removed",
    "lines_alive",
];
/// Those of them that are counts.
const COUNTS: Range<usize> = 2..14;
/// So many columns there are without lines.
const WITHOUT_LINES: usize = 16;
/// The order by lines, those that they added.
const BY_LINES: &str = "lines";

/// How the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By name: nobody is ranked unless somebody asks for it.
    #[default]
    Name,
    /// Who came last first.
    Recent,
    /// Those with most of a count first, by its name in [`Contributor`].
    Most(&'static str),
}

impl Order {
    /// What each order is called.
    pub fn names() -> impl Iterator<Item = &'static str> {
        ["name", "recent"].into_iter().chain(COLUMNS[COUNTS].iter().copied()).chain([BY_LINES])
    }

    /// The order that is called so; by name where none is.
    pub fn called(name: &str) -> Self {
        match Self::names().find(|known| *known == name) {
            None | Some("name") => Self::Name,
            Some("recent") => Self::Recent,
            Some(count) => Self::Most(count),
        }
    }

    /// Whether lines have to be counted for it.
    pub fn is_by_lines(self) -> bool {
        self == Self::Most(BY_LINES)
    }
}

/// What is counted.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Only these documents, by their place; all where there are none.
    pub documents: Option<BTreeSet<usize>>,
    /// Only these people.
    pub people: Asked,
    /// Only what happened in this time.
    pub time: Window,
    /// Whether addresses are told.
    pub emails: bool,
    /// Whether lines are counted.
    pub lines: bool,
    /// How the list is ordered.
    pub order: Order,
}

impl Scope {
    /// Why nothing lies between its days: they are the wrong way round, or still to come, or nothing happened then.
    fn why_nothing(&self, history: &History, today: Date) -> Option<Msg> {
        Some(match self.time.why_nothing(history, today)? {
            Empty::Backwards(since, until) => msg!("contributors-backwards", since = since.to_string(), until = until.to_string()),
            Empty::Future(since) => msg!("contributors-future", since = since.to_string()),
            Empty::Between(first, last) => msg!("contributors-nobody-between", first = first.to_string(), last = last.to_string()),
        })
    }

    fn has(&self, at: usize) -> bool {
        self.documents.as_ref().is_none_or(|documents| documents.contains(&at))
    }
}

/// Counts what everyone did in a community.
///
/// # Errors
/// There is no history to count in.
pub fn of(session: &Session, scope: &Scope) -> Result<Contributors> {
    let (history, authors, prefix) = (session.history()?, session.authors()?, session.prefix());
    session.remark_on_history();
    // What a sparse checkout leaves out is absent and not deleted: whoever made it made it.
    let whole = whole(session, &prefix);
    let community = whole.as_ref().unwrap_or_else(|| session.community());
    let place = |at: &usize| community.names().by_path(&session.community().documents()[*at].path);
    let documents = scope.documents.as_ref().map(|documents| documents.iter().filter_map(place).collect());
    let scope = &Scope { documents, ..scope.clone() };
    let deeds = Deeds::of(session, community);
    let deeds = if scope.time.is_part() { deeds } else { deeds.without_days() };
    let written = if scope.lines { Some(lines::of(session, community, scope)?) } else { None };
    if let Some(note) = written.as_ref().and_then(Lines::note) {
        session.remark(Remark { code: "history-gaps", msg: note, place: None });
    }
    let mut contributors = count(&deeds, history, authors, &prefix, scope, written.as_ref().map(|lines| lines.written.as_slice()));
    contributors.retain(|one| scope.people.is_everyone() || scope.people.names(one.handle.as_deref(), &one.name));
    contributors.sort_by_cached_key(|one| (fold(&one.name).into_owned(), one.handle.clone()));
    match scope.order {
        Order::Name => {}
        Order::Recent => contributors.sort_by_key(|one| Reverse(one.last)),
        Order::Most(count) => contributors.sort_by_key(|one| Reverse(one.count(count))),
    }
    let why = if contributors.is_empty() && scope.documents.is_none() { scope.why_nothing(history, session.today()) } else { None };
    let mut counted = Contributors {
        contributors,
        at_least: history.gaps().at_least() || written.as_ref().is_some_and(Lines::at_least),
        lines: scope.lines,
        narrowed: scope.time.is_part() || scope.documents.is_some() || !scope.people.is_everyone(),
        why,
        remedy: "cop doctor",
    };
    let twice = counted.names_twice();
    if !twice.is_empty() && is_mended(session, &twice) {
        counted.remedy = "cop check --fix";
    }
    Ok(counted)
}

/// Whether `check --fix` asks something about somebody of these names; else only `doctor` tells of them.
fn is_mended(session: &Session, names: &[String]) -> bool {
    let (Ok(history), Ok(authors), prefix) = (session.history(), session.authors(), session.prefix()) else { return false };
    let community = session.community();
    let past = Past { history, authors, people: community.people(), kinds: &community.settings.kinds, prefix: &prefix };
    let same = past.look();
    let is_named = |name: &str| names.iter().any(|known| **known == *fold(name.trim()));
    let is_mended = |proposal: &Proposal| {
        if let (Some(_), Some(who)) = (&proposal.member, proposal.authors.first()) {
            proposal.doubt != Doubt::Anybody && is_named(&same.name(*who))
        } else {
            proposal.is_asked() && same.is_whole && is_named(&same.called(proposal)) && same.mailmap(proposal).is_some()
        }
    };
    same.proposals.iter().any(is_mended)
}

/// The counts of one person, whoever of the cast they are, of whom all deeds in the session's community are told already: document by document
/// what was done for it and what it says.
pub(super) fn one(session: &Session, deeds: &Deeds<'_>, who: &[usize], done: &[(Vec<Deed>, Vec<Deed>)]) -> Option<Contributor> {
    let (history, authors, prefix) = (session.history().ok()?, session.authors().ok()?, session.prefix());
    if let Some(community) = whole(session, &prefix) {
        // What a sparse checkout leaves out counts too, and is not among what was told.
        let mut asked = Asked::default();
        who.iter().filter_map(|who| deeds.cast().all().get(*who)).for_each(|one| asked.add(one.handle.as_deref(), &one.name));
        let deeds = Deeds::of(session, &community).without_days();
        let all = deeds.cast().all().iter().enumerate();
        let who: Vec<usize> = all.filter(|(_, one)| asked.names(one.handle.as_deref(), &one.name)).map(|(at, _)| at).collect();
        let done: Vec<_> = (0..community.documents().len()).map(|at| (deeds.of_document(at), deeds.said(at))).collect();
        return count::one(&deeds, history, authors, &prefix, &who, &done);
    }
    count::one(deeds, history, authors, &prefix, who, done)
}

/// The community together with the files that a sparse checkout leaves out; `None` where there are none.
fn whole(session: &Session, prefix: &str) -> Option<Community> {
    let left_out = sparse::left_out(session.repo()?);
    let below = |(path, id): &(String, ObjectId)| path.strip_prefix(prefix).map(|path| (path.to_owned(), *id));
    let absent: BTreeMap<String, ObjectId> = left_out.iter().filter_map(below).collect();
    let (community, kinds) = (session.community(), &session.settings().kinds);
    let exists = |path: &str| absent.contains_key(path) || community.names().by_path(path).is_some();
    let is_new = |path: &&String| community.names().by_path(path).is_none() && kinds.wants(path);
    let more = absent.iter().filter(|(path, _)| is_new(path)).filter_map(|(path, id)| {
        let claim = kinds.claim(path, &exists)?;
        Some((path.clone(), claim, session.blob(*id)?))
    });
    let more: Vec<_> = more.collect();
    (!more.is_empty()).then(|| community.with_more(more))
}

impl Contributor {
    /// One of their counts by its name; of lines those that they added.
    fn count(&self, name: &str) -> u64 {
        let number = match name {
            "commits" => self.commits,
            "created" => self.created,
            "edited" => self.edited,
            "asked" => self.asked,
            "answered" => self.answered,
            "accepted" => self.accepted,
            "decided" => self.decided,
            "reviewed" => self.reviewed,
            "used" => self.used,
            "thanked" => self.thanked,
            "hosted" => self.hosted,
            "gone" => self.gone,
            _ => return self.lines_added.unwrap_or_default(),
        };
        number as u64
    }

    /// What they did, in words: most telling first.
    pub(super) fn did(&self) -> Vec<Msg> {
        // Those that were accepted are among those that they gave, unless they gave them before the time that is asked about.
        let is_among = (1..=self.answered).contains(&self.accepted);
        let (answered, alone) = if is_among {
            (msg!("helped-answered-accepted", count = self.answered, accepted = self.accepted), 0)
        } else {
            (msg!("helped-answered", count = self.answered), self.accepted)
        };
        let all = [
            (self.created, msg!("helped-created", count = self.created)),
            (self.edited, msg!("helped-edited", count = self.edited)),
            (self.asked, msg!("helped-asked", count = self.asked)),
            (self.answered, answered),
            (alone, msg!("helped-accepted", count = alone)),
            (self.decided, msg!("helped-decided", count = self.decided)),
            (self.reviewed, msg!("helped-reviewed", count = self.reviewed)),
            (self.hosted, msg!("helped-hosted", count = self.hosted)),
            (self.used, msg!("helped-used", count = self.used)),
            (self.thanked, msg!("helped-thanked", count = self.thanked)),
        ];
        let mut did: Vec<Msg> = all.into_iter().filter(|(count, _)| *count > 0).map(|(_, msg)| msg).collect();
        let lines = self.lines_added.zip(self.lines_removed).zip(self.lines_alive);
        if let Some(((added, removed), alive)) = lines.filter(|((added, removed), alive)| added + removed + alive > 0) {
            did.push(msg!("helped-lines", added = added, removed = removed, alive = alive));
        }
        // Beside what there is to see it would only be noise; by itself it says what the commits were.
        if did.is_empty() && self.gone > 0 {
            did.push(msg!("helped-gone", count = self.gone));
        }
        did
    }
}

impl Contributors {
    /// So many names stand here more than once, because those who have them committed from several addresses and have no page for both.
    pub fn twice(&self) -> usize {
        self.names_twice().len()
    }

    fn names_twice(&self) -> Vec<String> {
        let mut names: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for one in self.contributors.iter().filter(|one| is_full_name(&one.name)) {
            let (times, members) = names.entry(fold(one.name.trim()).into_owned()).or_default();
            *times += 1;
            *members += usize::from(one.handle.is_some());
        }
        names.into_iter().filter(|(_, (times, members))| *times > 1 && *members < 2).map(|(name, _)| name).collect()
    }
}

/// A screen this wide has room for what people did beside their names.
const WIDE: usize = 60;

impl View for Contributors {
    const SCHEMA: &'static str = "contributors";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        if self.contributors.is_empty() {
            // Nobody here is not nobody at all where the question is narrower, or part of the history is somewhere else.
            let nobody = match (self.at_least, self.narrowed) {
                (true, _) => msg!("contributors-nobody-here"),
                (false, true) => msg!("contributors-nobody-then"),
                (false, false) => msg!("contributors-nobody"),
            };
            return vec![Block::Line(Line::new().plain(look.say(self.why.as_ref().unwrap_or(&nobody))))];
        }
        let (mut beside, mut below) = (Vec::new(), Vec::new());
        for one in &self.contributors {
            let did = Line::from(one.did().iter().map(|msg| look.say(msg)).collect::<Vec<_>>().join(", "));
            let left = if one.left { format!(" ({})", look.say(&msg!("contributors-left"))) } else { String::new() };
            let name = Line::new().person(&one.name).dim(left);
            let commits = look.say(&msg!("contributors-commits", count = one.commits));
            let commits = if one.commits > 0 { Line::new().dim(commits) } else { Line::new() };
            let both = if did.is_empty() || commits.is_empty() {
                did.clone().then(commits.clone())
            } else {
                did.clone().dim(" (").then(commits.clone()).dim(")")
            };
            beside.push((name.clone(), both));
            below.push(Hit { title: name, facts: commits, under: if did.is_empty() { Vec::new() } else { vec![did] } });
        }
        let has_room = look.width >= WIDE;
        let mut blocks = vec![if has_room { Block::Facts(beside) } else { Block::Hits(Hits { first: None, hits: below }) }];
        // Whoever sees the counts for the first time can't guess of what they are.
        let legend = Line::new().dim(look.say(&msg!("contributors-legend"))).plain(" ").command("cop contributors --help");
        blocks.extend([Block::Blank, Block::Line(legend)]);
        if self.twice() > 0 {
            let twice = Line::new().dim(look.say(&msg!("contributors-twice", count = self.twice())));
            blocks.push(Block::Line(twice.plain(" ").command(self.remedy)));
        }
        if self.at_least {
            blocks.push(Block::Line(Line::new().dim(look.say(&msg!("contributors-at-least")))));
        }
        blocks
    }

    fn rows(&self) -> Option<Rows<'_>> {
        let columns = if self.lines { &COLUMNS[..] } else { &COLUMNS[..WITHOUT_LINES] };
        Some(Rows::of(columns, &self.contributors, |one| {
            let mut cells = vec![one.handle.as_deref().unwrap_or_default().into(), one.name.as_str().into()];
            cells.extend(COLUMNS[COUNTS].iter().map(|count| one.count(count).to_string().into()));
            cells.extend([one.first, one.last].map(|day| day.map(|day| day.to_string()).unwrap_or_default().into()));
            let lines = [one.lines_added, one.lines_removed, one.lines_alive];
            cells.extend(lines.into_iter().flatten().map(|lines| lines.to_string().into()));
            (one.path.as_str().into(), cells)
        }))
    }
}
