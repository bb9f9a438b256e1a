//! What is waiting, ranked, each with its reason and the command that does it: `cop due`.
//!
//! Review dates alone fail: lists by date are not read, and dates get bumped. So what somebody waits for comes first, then what there is
//! evidence for, and a date that is past comes last.

mod ground;
mod shown;
mod sources;
mod todo;
mod waits;
mod whom;

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::fold::fold_tag;
use crate::base::lang::Lang;
use crate::base::shell::quoted;
use crate::model::finding::Severity;
use crate::model::kind::Capability;
use crate::show::look::Look;

use self::ground::Ground;
use self::waits::{Duty, Waits, Why};
use super::bumps::{self, Bump};
use super::checking;
use super::checks::selection::Selection;
use super::kept_report;
use super::session::Session;

pub use self::waits::{Sort, Urgency};
pub use self::whom::Whom;

/// The name under which it is kept.
const KEPT: &str = "due";
/// So many rules are named of a file with errors.
const RULES: usize = 2;

/// Something that waits.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Item {
    /// What sort of thing it is.
    #[serde(rename = "type")]
    pub sort: Sort,
    /// `kind/slug`; null for what is no document.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// The path from the community's root; null for what is in no file.
    pub path: Option<String>,
    /// What it is called; null for a meeting that nobody planned yet.
    pub title: Option<String>,
    /// Why it waits.
    pub reason: String,
    /// Since when; null where nobody knows, or it does not matter.
    pub since: Option<Date>,
    /// By when.
    pub by: Option<Date>,
    /// The handles of those who are to do it; empty for what anybody may.
    pub people: Vec<String>,
    /// How soon it matters.
    pub urgency: Urgency,
    /// What to type.
    pub command: String,
    #[serde(skip)]
    why: Why,
    #[serde(skip)]
    names: Vec<String>,
}

/// What is waiting.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Due {
    /// Each of them, what matters soonest first.
    pub items: Vec<Item>,
    /// How many there are, of which `items` may be the first.
    pub total: usize,
    /// Dates of review that were moved in bulk.
    pub bumps: Vec<Bump>,
    #[serde(skip)]
    whom: Whom,
    #[serde(skip)]
    next_meeting: Option<(String, Date)>,
}

/// What is known of a community on a day, for whoever asks.
#[derive(Serialize, Deserialize)]
struct Known {
    waits: Vec<Waits>,
    /// Who holds a role, by its folded name.
    holders: BTreeMap<String, BTreeSet<String>>,
    next_meeting: Option<(String, Date)>,
}

/// What is waiting for somebody, the first `limit` of it.
///
/// # Errors
/// No such member, role or team; what there is can't be had.
pub fn of(session: &Session, typed: Option<&str>, limit: Option<usize>) -> Result<Due> {
    let known = kept_report::or(session, KEPT, "", || Known::of(session))?;
    let whom = Whom::of(session, typed, &known.holders, &known.waits)?;
    let mut waits: Vec<Waits> = known.waits.into_iter().chain(errors(session)?).filter(|one| whom.is_meant(one, &known.holders)).collect();
    waits.sort_by(|a, b| order(a).cmp(&order(b)));
    let total = waits.len();
    waits.truncate(limit.unwrap_or(usize::MAX));
    let plain = Look::plain(Lang::En, session.today());
    let bumps = if whom == Whom::Everyone { bumps::of(session) } else { Vec::new() };
    let items = waits.into_iter().map(|one| Item::of(session, one, &plain)).collect();
    Ok(Due { items, total, bumps, whom, next_meeting: known.next_meeting })
}

/// What matters soonest first; of what is alike, what waits longest.
fn order(waits: &Waits) -> (Urgency, Sort, bool, Option<Date>, Option<&str>, &str) {
    let day = waits.by.or(waits.since);
    (waits.urgency, waits.sort, day.is_none(), day, waits.path.as_deref(), waits.title.as_deref().unwrap_or_default())
}

impl Known {
    fn of(session: &Session) -> Result<Self> {
        let ground = Ground::of(session)?;
        Ok(Self {
            waits: sources::ALL.iter().flat_map(|find| find(&ground)).collect(),
            holders: holders(&ground),
            next_meeting: sources::next_meeting(&ground),
        })
    }
}

/// Who holds which role: as `community.yaml` says, and as members say of themselves.
fn holders(ground: &Ground<'_>) -> BTreeMap<String, BTreeSet<String>> {
    let mut holders: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let rules = &ground.settings().governance;
    for role in rules.roles() {
        let held = rules.holders(&[role]);
        holders.entry(fold_tag(role)).or_default().extend(ground.here(held.into_iter()));
    }
    for (_, document, _) in ground.documents().filter(|(_, _, kind)| kind.has(Capability::Person)) {
        let handle = ground.here(std::iter::once(document.handle()));
        for role in document.values("roles") {
            holders.entry(fold_tag(&role.text)).or_default().extend(handle.iter().cloned());
        }
    }
    holders
}

/// The files in which a check finds errors, but for those that a baseline lets be.
fn errors(session: &Session) -> Result<Vec<Waits>> {
    let report = checking::run(session, &Selection::of_paths(Vec::new())).without(&mut checking::baseline(session, None)?);
    let mut by_path: BTreeMap<String, (usize, Vec<String>)> = BTreeMap::new();
    for finding in report.findings.into_iter().filter(|finding| finding.severity == Severity::Error) {
        let (count, rules) = by_path.entry(finding.path).or_default();
        *count += 1;
        if rules.len() < RULES && !rules.iter().any(|rule| rule == finding.rule) {
            rules.push(finding.rule.to_owned());
        }
    }
    let waits = by_path.into_iter().map(|(path, (count, rules))| {
        let command = format!("cop check {}", quoted(&path));
        let waits = Waits::new(Sort::Check, Urgency::Now, Why::Errors { count, rules }, Duty::Steward, command);
        Waits { title: Some(path.clone()), path: Some(path), ..waits }
    });
    Ok(waits.collect())
}

impl Item {
    /// Why it waits, in the reader's words.
    pub fn says(&self, look: &Look) -> String {
        self.why.says(look)
    }

    fn of(session: &Session, waits: Waits, plain: &Look) -> Self {
        let called = |handle: &String| session.people().by_handle(handle).map_or_else(|| handle.clone(), |member| member.name.clone());
        let names = waits.people.iter().map(called).chain(waits.team.clone()).collect();
        Self {
            sort: waits.sort,
            reference: waits.reference,
            path: waits.path,
            title: waits.title,
            reason: waits.why.says(plain),
            since: waits.since,
            by: waits.by,
            people: waits.people,
            urgency: waits.urgency,
            command: waits.command,
            why: waits.why,
            names,
        }
    }
}
