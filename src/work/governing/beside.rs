//! Merges that join what was judged with what was decided beside it.
//!
//! The way goes along one parent of a merge. Whoever turns the parents around has their own commits on the way, and what took their role
//! away beside it: by what was believed when it came, all of theirs would pass. So where a merge brings in that a role, a key or a move is
//! another's now, what came on the way since both parted is judged once more, as if it had come after that.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::base::lang::Msg;
use crate::model::finding::{Finding, Severity};
use crate::model::governance::{Governance, STEWARD};
use crate::model::history::ObjectId;
use crate::model::kind::Capability;
use crate::msg;
use crate::store::git::mainline::{FileChange, Mainline, NoWay, Step};
use crate::work::checks::rules::unsigned_change;

use super::dropped::{dropped, rules_dropped};
use super::judge::{Besides, Judge, settings};
use super::look::is_of_settings;
use super::trust::Trust;

/// The way as far as it was judged, and what came in beside it.
pub(super) struct Line {
    /// What was believed after the base, and after the commits of the way that a merge still asks for, by their place.
    trusts: HashMap<usize, Arc<Trust>>,
    /// Where on it each commit stands, or the branch parted that a commit beside it is of.
    places: HashMap<ObjectId, usize>,
    /// What was believed after each commit beside it; `None` once no merge asks for it any more.
    beside: HashMap<ObjectId, Option<Arc<Trust>>>,
    /// The commits that merges ask for.
    asked: HashSet<ObjectId>,
    /// Those of them that the merge at a place is the last to ask for.
    ends: HashMap<usize, Vec<ObjectId>>,
}

/// Where on the way the branches parted that a merge brings in: the first of them, and the last.
fn forks(brought: &[(Step, Vec<ObjectId>)], others: &[ObjectId], places: &HashMap<ObjectId, usize>) -> (usize, usize) {
    let within: HashSet<ObjectId> = brought.iter().map(|(step, _)| step.commit).collect();
    let outside = brought.iter().flat_map(|(_, parents)| parents).chain(others).filter(|parent| !within.contains(parent));
    let at: Vec<usize> = outside.map(|parent| places.get(parent).copied().unwrap_or(0)).collect();
    (at.iter().min().copied().unwrap_or(0), at.iter().max().copied().unwrap_or(0))
}

impl Line {
    /// Of thousands who join, each commit believes something else: what is believed is only kept where a merge asks for it later.
    pub(super) fn new(way: &Mainline<'_>, trust: &Arc<Trust>) -> Self {
        let mut places = HashMap::from([(way.base(), 0)]);
        let mut last: HashMap<ObjectId, usize> = HashMap::new();
        for (at, step) in way.steps().iter().enumerate() {
            let others = way.others(step);
            if !others.is_empty() {
                // What can't be read is told where it is needed.
                let brought = way.brought(step, &|commit| places.contains_key(&commit)).unwrap_or_default();
                let (parted, known) = forks(&brought, &others, &places);
                let on_way = [parted, known].into_iter().filter_map(|place| way.steps().get(place.checked_sub(1)?));
                let asked = brought.iter().flat_map(|(step, parents)| parents.iter().chain([&step.commit])).chain(&others);
                last.extend(asked.copied().chain(on_way.map(|step| step.commit)).map(|commit| (commit, at)));
                places.extend(brought.iter().map(|(step, _)| (step.commit, parted)));
            }
            places.insert(step.commit, at + 1);
        }
        let mut ends: HashMap<usize, Vec<ObjectId>> = HashMap::new();
        for (commit, at) in &last {
            ends.entry(*at).or_default().push(*commit);
        }
        let asked = last.into_keys().collect();
        let (trusts, places) = (HashMap::from([(0, Arc::clone(trust))]), HashMap::from([(way.base(), 0)]));
        Self { trusts, places, beside: HashMap::new(), asked, ends }
    }

    /// The commit at this place was judged, and this is believed now.
    pub(super) fn passed(&mut self, at: usize, step: &Step, trust: &Arc<Trust>) {
        self.places.insert(step.commit, at + 1);
        if self.asked.contains(&step.commit) {
            self.trusts.insert(at + 1, Arc::clone(trust));
        }
        // Where there are no rules, merges are not looked at, and what they brought is brought by a later one.
        for commit in self.ends.remove(&at).filter(|_| !trust.rules.is_empty()).unwrap_or_default() {
            if let Some(known) = self.beside.get_mut(&commit) {
                *known = None;
            } else if let Some(place) = self.places.get(&commit).filter(|place| **place > 0) {
                self.trusts.remove(place);
            }
        }
    }

    /// What was believed after a commit; of one that is older than the base, after that. `None` where it was not kept.
    fn after(&self, commit: ObjectId) -> Option<Arc<Trust>> {
        let on_way = || self.trusts.get(&self.places.get(&commit).copied().unwrap_or(0)).cloned();
        self.beside.get(&commit).cloned().unwrap_or_else(on_way)
    }

    /// What is believed where the commit at this place of the way is a merge that brings other rules in; `None` where that changes nothing.
    pub(super) fn beside(&mut self, judge: &mut Judge<'_, '_>, at: usize) -> Result<Option<Besides>, NoWay> {
        let way = judge.way;
        let Some(merge) = way.steps().get(at) else { return Ok(None) };
        let others = way.others(merge);
        // Where rules begin, nothing before them was decided against any.
        if others.is_empty() || judge.trust.rules.is_empty() {
            return Ok(None);
        }
        let brought = way.brought(merge, &|commit| self.places.contains_key(&commit))?;
        let (parted, last) = forks(&brought, &others, &self.places);
        let at_place = |place| self.trusts.get(place).or_else(|| self.trusts.get(&0)).cloned();
        let (Some(then), Some(known)) = (at_place(&parted), at_place(&last)) else { return Ok(None) };
        for (step, parents) in &brought {
            self.places.insert(step.commit, parted);
            let trust = self.decided(judge, step, parents)?;
            self.beside.insert(step.commit, Some(trust));
        }
        let before = |step: &Step| self.after(step.before).unwrap_or_else(|| Arc::clone(&then));
        let those: Vec<_> = brought.iter().map(|(step, _)| (step, before(step))).collect();
        dropped(judge, merge, &others, &those)?;
        // What the way had itself before the merge is not brought in by it.
        let is_new = |there: &Arc<Trust>| !is_like(there, &then) && !is_like(there, &known);
        let has_own = |there: &Arc<Trust>| is_like(&known, &then) || !is_like(there, &known);
        let bring: Vec<ObjectId> = others.iter().copied().filter(|other| self.after(*other).as_ref().is_some_and(has_own)).collect();
        let Some(mut there) = self.joined(way, &bring)?.filter(is_new) else { return Ok(None) };
        if !Arc::ptr_eq(&there, &then) {
            Arc::make_mut(&mut there).keep_addresses(&then);
        }
        if self.hands_over(judge, merge, &brought) {
            return Ok(None);
        }
        let (before, after) = (then.rules.clone(), there.rules.clone());
        let mut again = judge.other(there);
        let actor = again.maker(merge);
        // A steward by those rules too who merges makes what comes together theirs.
        if actor.holds(&after, &[STEWARD]) && (actor.is_signed() || !after.signs_any()) {
            return Ok(None);
        }
        dropped(&mut again, merge, &others, &those)?;
        for step in way.steps().get(parted..at).unwrap_or_default() {
            again.step(step, None)?;
        }
        // What the merge takes over as it stands there was decided there.
        let mut own = way.changes(merge)?;
        for other in &others {
            let files = own.into_iter().map(|file| Ok((way.file_in(*other, &file.path)? != file.new, file)));
            let files = files.collect::<Result<Vec<(bool, FileChange)>, NoWay>>()?;
            own = files.into_iter().filter(|(differs, _)| *differs).map(|(_, file)| file).collect();
        }
        if !own.is_empty() {
            again.files(merge, &own, None)?;
        }
        let commit = merge.commit.to_string();
        let count = judge.findings.len();
        report(judge, std::mem::take(&mut again.findings), &commit);
        let mut passes = judge.findings[count..].iter().all(|(of, finding)| *of != commit || finding.severity < Severity::Error);
        passes &= rules(judge, &again, merge, &before, &after)?;
        Ok(Some(Besides { trust: again.trust, passes }))
    }
}

impl Line {
    /// Whether a steward merges what only they decided beside the way: nobody gets around what they did themselves. Where another took their
    /// role away, an honest merge looks as one does that is turned around; and where a key was taken out, whoever has it may be another.
    fn hands_over(&self, judge: &Judge<'_, '_>, merge: &Step, brought: &[(Step, Vec<ObjectId>)]) -> bool {
        let actor = judge.maker(merge);
        let rules = &judge.trust.rules;
        let is_theirs = |(step, _): &(Step, Vec<ObjectId>)| {
            let (Some(before), Some(after)) = (self.after(step.before), self.after(step.commit)) else { return false };
            if !after.has_keys_of(&before) {
                return false;
            }
            let changes = after.rules != before.rules || !before.has_keys_of(&after);
            !changes || judge.other(before).maker(step).handles == actor.handles
        };
        actor.holds(rules, &[STEWARD]) && (actor.is_signed() || !rules.signs_any()) && brought.iter().all(is_theirs)
    }

    /// What is believed after several commits that come together.
    fn joined(&self, way: &Mainline<'_>, commits: &[ObjectId]) -> Result<Option<Arc<Trust>>, NoWay> {
        let mut joined: Option<Arc<Trust>> = None;
        for (at, commit) in commits.iter().enumerate() {
            let Some(trust) = self.after(*commit) else { continue };
            let Some(known) = joined.take() else {
                joined = Some(trust);
                continue;
            };
            if Arc::ptr_eq(&known, &trust) || is_like(&known, &trust) && trust.has_keys_of(&known) {
                joined = Some(known);
                continue;
            }
            let mut bases = Vec::new();
            for other in commits.iter().take(at) {
                bases.extend(way.meeting(*other, *commit)?.into_iter().filter_map(|base| self.after(base)));
            }
            joined = Some(Arc::new(known.joined(&trust, &bases)));
        }
        Ok(joined)
    }

    /// What is believed after a commit beside the way, of the rules and of members.
    fn decided(&self, judge: &Judge<'_, '_>, step: &Step, parents: &[ObjectId]) -> Result<Arc<Trust>, NoWay> {
        // Of a merge, what was decided on all sides: whoever merges can't leave it behind by the order of the parents.
        let Some(before) = self.joined(judge.way, parents)? else { return Err(NoWay::Damaged(step.before)) };
        let mut side = judge.other(before);
        let lost = Cell::new(None);
        let mut files = judge.way.changes(step)?;
        files.retain(|file| matters(&side.trust, judge, step, file, &lost));
        if let Some(lost) = lost.take() {
            return Err(lost);
        }
        if !files.is_empty() {
            side.files(step, &files, None)?;
        }
        Ok(side.trust)
    }
}

/// Whether by the one the same may decide as by the other, and nobody's key was taken out.
fn is_like(there: &Trust, then: &Trust) -> bool {
    there.rules == then.rules && there.has_keys_of(then)
}

/// Whether a file is of the rules, or a member's.
fn matters(trust: &Trust, judge: &Judge<'_, '_>, step: &Step, file: &FileChange, lost: &Cell<Option<NoWay>>) -> bool {
    if is_of_settings(&file.path) {
        return true;
    }
    let kinds = &trust.settings.kinds;
    let claim = kinds.claim(&file.path, &|path| judge.way.has_file(step, file.new.is_some(), path, lost));
    claim.is_some_and(|claim| kinds.at(claim.kind).has(Capability::Person))
}

/// Adds what was found by the other rules and was not known yet.
fn report(judge: &mut Judge<'_, '_>, found: Vec<(String, Finding)>, merge: &str) {
    for (commit, mut finding) in found {
        let is_same = |known: &Finding| known.path == finding.path || known.code == unsigned_change::RULE.code;
        let is = |(of, known): &(String, Finding)| *of == commit && is_same(known) && known.severity >= finding.severity;
        if finding.severity < Severity::Error || judge.findings.iter().any(is) {
            continue;
        }
        finding.msg = beside(finding.msg, merge);
        judge.findings.push((commit, finding));
    }
}

fn beside(what: Msg, merge: &str) -> Msg {
    msg!("governance-beside", what = what, merge = merge.get(..7).unwrap_or(merge))
}

/// Whether a merge, by one who is no steward, keeps the rules that were made beside the way.
fn rules(judge: &mut Judge<'_, '_>, again: &Judge<'_, '_>, merge: &Step, before: &Governance, after: &Governance) -> Result<bool, NoWay> {
    let said = settings(judge.way, merge.commit)?.governance;
    let believed = &again.trust.rules;
    if believed.with(&said, before, after) == *believed {
        return Ok(true);
    }
    rules_dropped(judge, merge, &again.maker(merge), believed);
    Ok(false)
}
