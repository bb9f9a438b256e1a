//! Whom to meet first, each for another reason.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::fold::fold;
use crate::model::kind::Capability;
use crate::msg;
use crate::work::deeds::weigh::{Evidence, Knower, weigh};
use crate::work::deeds::{Deed, What};
use crate::work::did::{Proof, known_by};
use crate::work::topics::{is_knowledge, is_living, of_tag, tags, tells};

use super::Says;
use super::newcomer::Welcome;
use super::reading::{Reading, is_aside};

/// So many people.
const MOST: usize = 3;
/// What the role of who helps people find each other is called.
const FACILITATORS: [&str; 6] = ["facilitator", "community manager", "community lead", "gespreksleider", "begeleider", "kartrekker"];
/// Who joined so many days before is new themselves.
const NEW: i32 = 365;
/// After so many days nobody remembers what it is like to be new.
const FRESH: i32 = 600;
/// So many documents show what somebody knows.
const PROOFS: usize = 2;
/// Who knows of fewer documents does not know much of what stands here.
const MUCH: usize = 3;
/// Nor does who knows of less than one in so many.
const PART: usize = 4;

/// Why somebody is to be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Because {
    /// They help people find each other.
    Facilitator,
    /// They know about what the newcomer cares for.
    Knows,
    /// They joined not long before.
    Joined,
    /// They keep something true that is to be read.
    Steward,
    /// They use something that is to be read.
    Uses,
    /// They began the community.
    Founder,
    /// They worked on something lately.
    Recent,
}

/// Somebody to meet.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Meet {
    /// The handle; null for who is no member.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
    /// Why.
    pub why: Because,
    /// The same in words.
    #[schemars(with = "String")]
    pub reason: Says,
    /// What they say may be asked of them.
    pub ask_me: Option<String>,
    /// What shows that they know.
    pub evidence: Vec<Proof>,
    /// Of who is no member, when they last did anything.
    pub seen: Option<Date>,
    /// When they joined, where that is why.
    #[serde(skip)]
    pub(super) day: Option<Date>,
    /// Whether the reason is what the evidence shows, and no more than that.
    #[serde(skip)]
    pub(super) is_evidence: bool,
    #[serde(skip)]
    who: usize,
}

/// Whom to meet: who facilitates, who knows about what they care for, who is nearly as new, and who stands behind what they read. Where too few
/// are members, people who are none and were here lately.
pub(super) fn meet(welcome: &Welcome<'_>, read: &[Reading]) -> Vec<Meet> {
    let mut found: Vec<Meet> = Vec::new();
    let may = |who: usize| {
        let someone = &welcome.cast.all()[who];
        who != welcome.who && !someone.left && !someone.silent && !someone.is_bot
    };
    let is_member = |who: usize| may(who) && welcome.cast.all()[who].handle.is_some();
    let is_guest = |who: usize| may(who) && welcome.cast.all()[who].handle.is_none() && welcome.is_seen(who);
    let knowers = knowers(welcome);
    let founders = founders(welcome);
    let members: [Way<'_>; 6] = [
        &|met| facilitator(welcome, &|who| is_member(who) && !met.contains(&who), &knowers),
        &|met| knows(welcome, &knowers, &|who| is_member(who) && !met.contains(&who)),
        &|met| joined(welcome, &|who| is_member(who) && !met.contains(&who) && !founders.contains(&who)),
        &|met| behind(welcome, read, What::Keeps, &|who| is_member(who) && !met.contains(&who)),
        &|met| behind(welcome, read, What::Used, &|who| is_member(who) && !met.contains(&who)),
        &|met| founded(welcome, &founders, &|who| is_member(who) && !met.contains(&who)),
    ];
    let guests: [Way<'_>; 2] = [&|met| knows(welcome, &knowers, &|who| is_guest(who) && !met.contains(&who)), &|met| {
        recent(welcome, &|who| is_guest(who) && !met.contains(&who))
    }];
    // A second round gives a second of each sort, and never a third.
    for way in members.iter().chain(&members).chain(&guests).chain(&guests) {
        let met: Vec<usize> = found.iter().map(|meet| meet.who).collect();
        if found.len() < MOST {
            found.extend(way(&met));
        }
    }
    found
}

/// Who may be met.
type May<'m> = &'m dyn Fn(usize) -> bool;
/// Finds somebody beside those who are met already.
type Way<'m> = &'m dyn Fn(&[usize]) -> Option<Meet>;

/// Who helps people find each other; of several who knows most about what the newcomer cares for.
fn facilitator(welcome: &Welcome<'_>, may: May<'_>, knowers: &[Knower]) -> Option<Meet> {
    let governance = &welcome.community.settings.governance;
    let is_governed = governance.roles().any(|role| FACILITATORS.contains(&role));
    let is_called = |role: &str| FACILITATORS.iter().any(|name| *name == fold(role.trim()));
    let roles = |who: usize| {
        let page = welcome.community.names().by_path(&welcome.cast.all()[who].path);
        page.map_or(&[][..], |page| welcome.document(page).values("roles"))
    };
    let is_one = |who: &usize| {
        let handle = welcome.cast.all()[*who].handle.as_deref().unwrap_or_default();
        // What a page says of roles is for show; where the community says it itself, that goes.
        let says = || !is_governed && roles(*who).iter().any(|role| is_called(&role.text));
        FACILITATORS.iter().any(|role| governance.holds(handle, role)) || says()
    };
    let rank = |who: &usize| knowers.iter().position(|knower| knower.who == *who).unwrap_or(usize::MAX);
    let who = (0..welcome.cast.all().len()).filter(|who| may(*who) && is_one(who)).min_by_key(rank)?;
    Some(person(welcome, who, Because::Facilitator, msg!("onboard-facilitator").into(), Vec::new()))
}

/// Who knows about what the newcomer cares for; where they care for nothing in particular, about anything.
fn knowers(welcome: &Welcome<'_>) -> Vec<Knower> {
    let community = welcome.community;
    let all = 0..community.documents().len();
    let is_fit = |at: usize| welcome.cares.is_empty() || welcome.fit(at).is_some();
    let is_told = |at: usize| is_fit(at) && !is_aside(&welcome.document(at).path, &welcome.document(at).title);
    let fits: Vec<bool> = all.map(|at| is_knowledge(community, at) && is_living(community, at) && is_told(at)).collect();
    let fit = |deed: &Deed| {
        let fits = deed.document.is_some_and(|at| fits[at]) && tells(community, deed);
        if fits { welcome.told.share(deed) } else { 0.0 }
    };
    weigh(welcome.deeds.iter().copied(), &fit, welcome.today)
}

fn knows(welcome: &Welcome<'_>, knowers: &[Knower], may: May<'_>) -> Option<Meet> {
    let knower = knowers.iter().find(|knower| may(knower.who))?;
    // What most of it is about.
    let is_about = |evidence: &&Evidence, tag: &str| tags(welcome.community, evidence.document).iter().any(|own| own == tag);
    let about = |tag: &str| knower.evidence.iter().filter(|evidence| is_about(evidence, tag)).cloned().collect::<Vec<_>>();
    let weight = |tag: &str| about(tag).iter().map(|evidence| evidence.weight).sum::<f64>();
    let tag = welcome.cares.iter().rev().map(|tag| (weight(tag), tag.as_str())).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, tag)| tag);
    let evidence: Vec<Evidence> = tag.map_or_else(|| knower.evidence.clone(), about);
    let proofs = Proof::most_telling(welcome.community, &evidence, PROOFS);
    let shown = || proofs.iter().map(Proof::says).reduce(|all, one| msg!("onboard-and", all = all, one = one));
    let (reason, is_evidence) = match tag {
        Some(tag) => (Says::about("onboard-knows", of_tag(welcome.community, tag)), false),
        None if is_much(welcome, knower) => (msg!("onboard-knows-much").into(), false),
        None => (shown()?.into(), true),
    };
    Some(Meet { is_evidence, ..person(welcome, knower.who, Because::Knows, reason, proofs) })
}

/// Whether somebody knows much of what stands here: several documents, and no small part of them.
fn is_much(welcome: &Welcome<'_>, knower: &Knower) -> bool {
    let community = welcome.community;
    let is_read = |at: &usize| welcome.is_text(*at) || welcome.is_question(*at);
    let all = (0..community.documents().len()).filter(|at| is_read(at) && is_living(community, *at)).count();
    let known: BTreeSet<usize> = knower.evidence.iter().map(|evidence| Proof::of(community, evidence).at).collect();
    known.len() >= MUCH && known.len() * PART >= all
}

/// Who began the community: who made a member's page with the very first thing that stands here. Where there was knowledge before there were
/// members, nobody can tell.
fn founders(welcome: &Welcome<'_>) -> BTreeSet<usize> {
    let made = || welcome.deeds.iter().filter(|deed| deed.what == What::Created);
    let Some(first) = made().filter_map(|deed| deed.commit).min() else { return BTreeSet::new() };
    let is_page = |at: usize| welcome.is_person(at);
    made().filter(|deed| deed.commit == Some(first) && deed.document.is_some_and(is_page)).map(|deed| deed.who).collect()
}

/// Who began it, and is still seen.
fn founded(welcome: &Welcome<'_>, founders: &BTreeSet<usize>, may: May<'_>) -> Option<Meet> {
    let who = founders.iter().copied().find(|who| may(*who) && welcome.is_seen(*who))?;
    Some(person(welcome, who, Because::Founder, msg!("onboard-founded").into(), Vec::new()))
}

/// Who joined last before the newcomer did.
fn joined(welcome: &Welcome<'_>, may: May<'_>) -> Option<Meet> {
    let since = |at: usize| welcome.document(at).date("since").or_else(|| made(welcome, at));
    let mine = since(welcome.page).unwrap_or(welcome.today);
    let pages = (0..welcome.community.documents().len())
        .filter(|at| *at != welcome.page && welcome.community.kind(welcome.document(*at)).has(Capability::Person));
    let near = pages.filter_map(|at| {
        let who = welcome.cast.by_handle(welcome.document(at).handle()).filter(|who| may(*who))?;
        let day = since(at)?;
        let before = mine.days().saturating_sub(day.days());
        let is_fresh = welcome.today.days().saturating_sub(day.days()) <= FRESH;
        ((0..=NEW).contains(&before) && is_fresh).then_some((before, who, day))
    });
    let (_, who, day) = near.min()?;
    Some(
        person(welcome, who, Because::Joined, msg!("onboard-joined", day = msg!("day-on", day = day.to_string())).into(), Vec::new())
            .on(day),
    )
}

/// When a page was made.
fn made(welcome: &Welcome<'_>, at: usize) -> Option<Date> {
    welcome.deeds.iter().find(|deed| deed.document == Some(at) && deed.what == What::Created).and_then(|deed| deed.day)
}

/// Who worked on something last.
fn recent(welcome: &Welcome<'_>, may: May<'_>) -> Option<Meet> {
    let is_work = |deed: &&Deed| matches!(deed.what, What::Created | What::Edited | What::Reviewed) && deed.day.is_some();
    let is_aside = |at: usize| is_aside(&welcome.document(at).path, &welcome.document(at).title);
    let is_known = |at: usize| is_knowledge(welcome.community, at) && is_living(welcome.community, at) && !is_aside(at);
    let worked = welcome.deeds.iter().filter(is_work).filter(|deed| may(deed.who) && deed.document.is_some_and(is_known));
    // Of what was done on one day that says most which was not done to many at once.
    let share = |one: &Deed, other: &Deed| welcome.told.share(one).total_cmp(&welcome.told.share(other));
    let place = |deed: &Deed| Reverse((deed.document, deed.who));
    let last = worked.max_by(|one, other| one.day.cmp(&other.day).then(share(one, other)).then(place(one).cmp(&place(other))))?;
    let title = known_by(welcome.community, last.document?);
    Some(person(welcome, last.who, Because::Recent, msg!("onboard-recent", title = title).into(), Vec::new()))
}

/// Who keeps something true, or uses something, that is to be read.
fn behind(welcome: &Welcome<'_>, read: &[Reading], what: What, may: May<'_>) -> Option<Meet> {
    let is_it = |at: usize| welcome.deeds.iter().filter(move |deed| deed.what == what && deed.document == Some(at));
    let (who, reading) = read.iter().find_map(|reading| {
        let deed = is_it(reading.at).filter(|deed| may(deed.who)).max_by_key(|deed| (deed.day, Reverse(deed.who)))?;
        Some((deed.who, reading))
    })?;
    let (why, reason) = match what {
        What::Keeps => (Because::Steward, msg!("onboard-steward", title = &reading.title).into()),
        _ => (Because::Uses, msg!("onboard-uses", title = &reading.title).into()),
    };
    Some(person(welcome, who, why, reason, Vec::new()))
}

fn person(welcome: &Welcome<'_>, who: usize, why: Because, reason: Says, evidence: Vec<Proof>) -> Meet {
    let someone = &welcome.cast.all()[who];
    let page = welcome.community.names().by_path(&someone.path).filter(|_| !someone.path.is_empty());
    let ask_me = page.and_then(|page| welcome.document(page).value("ask_me")).map(str::to_owned);
    let ask_me = ask_me.filter(|text| crate::model::reading::yes_no(text).is_none());
    let seen = welcome.seen[who].filter(|_| someone.handle.is_none());
    Meet {
        handle: someone.handle.clone(),
        name: someone.name.clone(),
        why,
        reason,
        ask_me,
        evidence,
        seen,
        day: None,
        is_evidence: false,
        who,
    }
}

impl Meet {
    fn on(self, day: Date) -> Self {
        Self { day: Some(day), ..self }
    }
}
