//! What a merge leaves out of what was rightly decided beside the way.
//!
//! Against the commit before it such a merge changes nothing, and so nothing would be said: what came in through its other parents is gone.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::finding::Severity;
use crate::model::governance::{Governance, STEWARD};
use crate::model::history::ObjectId;
use crate::model::settings::{FILE, Settings};
use crate::msg;
use crate::store::git::mainline::{FileChange, Mainline, NoWay, Step};
use crate::work::checks::rules::foreign_rules;

use super::actor::Actor;
use super::judge::{Case, Judge, finding, settings, weights};
use super::look::{Deed, Seen, deeds, is_governed, is_of_settings};
use super::trust::Trust;

/// Judges what a merge leaves out. `brought` are the commits that it brings in, each with what was believed before it.
pub(super) fn dropped(judge: &mut Judge<'_, '_>, merge: &Step, others: &[ObjectId], brought: &[(&Step, Arc<Trust>)]) -> Result<(), NoWay> {
    let way = judge.way;
    let sides = others.iter().map(|other| Side { commit: *other, forks: OnceCell::new() }).collect::<Vec<_>>();
    let mut lost: BTreeMap<String, FileChange> = BTreeMap::new();
    let mut rules = false;
    for (step, trust) in brought {
        for file in way.changes(step)? {
            if is_of_settings(&file.path) {
                rules = rules || drops_rules(judge, merge, others, step, trust)?;
            } else if !lost.contains_key(&file.path)
                && let Some(left) = left_out(judge, merge, &sides, &file.path)?
                && was_decided(judge, step, trust, &file)?
            {
                lost.insert(file.path, left);
            }
        }
    }
    if rules {
        let actor = judge.maker(merge);
        let trust = Arc::clone(&judge.trust);
        if !actor.holds(&trust.rules, &[STEWARD]) {
            rules_dropped(judge, merge, &actor, &trust.rules);
        }
    }
    if lost.is_empty() { Ok(()) } else { judge.leaves_out(merge, &lost.into_values().collect::<Vec<_>>()) }
}

/// A commit that a merge joins with the way.
struct Side {
    commit: ObjectId,
    /// Where both parted, once that was asked.
    forks: OnceCell<Vec<ObjectId>>,
}

impl Side {
    fn forks(&self, way: &Mainline<'_>, merge: &Step) -> Result<&[ObjectId], NoWay> {
        if self.forks.get().is_none() {
            let found = way.meeting(merge.before, self.commit)?;
            return Ok(self.forks.get_or_init(|| found));
        }
        Ok(self.forks.get().map(Vec::as_slice).unwrap_or_default())
    }
}

/// What a merge makes of a file against the side that changed it, where it has it as the way had it before.
fn left_out(judge: &Judge<'_, '_>, merge: &Step, sides: &[Side], path: &str) -> Result<Option<FileChange>, NoWay> {
    let way = judge.way;
    let kept = way.file(merge, true, path)?;
    if kept != way.file(merge, false, path)? {
        return Ok(None);
    }
    for side in sides {
        let there = way.file_in(side.commit, path)?;
        if there == kept {
            continue;
        }
        let mut is_lost = true;
        for fork in side.forks(way, merge)? {
            let was = way.file_in(*fork, path)?;
            // What the way itself decided on meanwhile was judged there, and one of both had to give way.
            is_lost &= was != there && (was == kept || !is_decided_anew(judge, merge, path, [was, there, kept])?);
        }
        if is_lost {
            return Ok(Some(FileChange { path: path.to_owned(), old: there, new: kept }));
        }
    }
    Ok(None)
}

/// Whether the way brought a document to another state than where the branches parted, or wrote it anew in the state that the other side has
/// it in too.
fn is_decided_anew(judge: &Judge<'_, '_>, merge: &Step, path: &str, files: [Option<ObjectId>; 3]) -> Result<bool, NoWay> {
    let [was, there, kept] = files;
    let state = |blob: Option<ObjectId>| {
        let change = FileChange { path: path.to_owned(), old: None, new: blob };
        let found = deeds(judge.way, merge, &[change], &judge.trust)?.documents.pop();
        Ok(found.and_then(|deed| deed.after).map(|seen| (seen.kind, seen.state)))
    };
    let kept = state(kept)?;
    Ok(kept != state(was)? || kept == state(there)?)
}

/// Finds that a merge drops the rules that were made beside the way, unless something is found about its rules already.
pub(super) fn rules_dropped(judge: &mut Judge<'_, '_>, merge: &Step, actor: &Actor, rules: &Governance) {
    let (rule, commit) = (&foreign_rules::RULE, merge.commit.to_string());
    if judge.findings.iter().any(|(of, known)| *of == commit && known.path == FILE) {
        return;
    }
    let by = actor.by(&commit, actor.evidence(rules, &[STEWARD]));
    let says = msg!("governance-foreign", what = msg!("governance-rules-dropped"), by = by);
    let help = msg!("governance-foreign-help", roles = STEWARD);
    judge.findings.push((commit, finding(rule, rule.severity, FILE, says, Some(help))));
}

/// Whether a file that was changed beside the way was changed by one who might, and who has a say in it.
fn was_decided(judge: &Judge<'_, '_>, step: &Step, trust: &Arc<Trust>, file: &FileChange) -> Result<bool, NoWay> {
    let file = std::slice::from_ref(file);
    let mut there = judge.other(Arc::clone(trust));
    let actor = there.maker(step);
    there.files(step, file, None)?;
    if there.findings.iter().any(|(_, finding)| finding.severity >= Severity::Error) {
        return Ok(false);
    }
    let deeds = deeds(judge.way, step, file, trust)?;
    let rules = &trust.rules;
    let has_say = |seen: &Seen| {
        let may = || rules.movers(&seen.kind, &seen.state).is_none_or(|roles| actor.holds(rules, &roles));
        is_governed(rules, &seen.kind, &seen.state) && may()
    };
    let decides = |deed: &Deed| deed.before.iter().chain(&deed.after).any(has_say);
    Ok(!deeds.members.is_empty() || deeds.documents.iter().any(decides))
}

impl Judge<'_, '_> {
    /// Judges a merge by what it made of these files against the side that changed them.
    fn leaves_out(&mut self, merge: &Step, files: &[FileChange]) -> Result<(), NoWay> {
        let trust = Arc::clone(&self.trust);
        let deeds = deeds(self.way, merge, files, &trust)?;
        let (mut case, count) = (Case::of(merge), self.findings.len());
        self.members(&mut case, &trust, &deeds);
        for deed in &deeds.documents {
            self.document(&mut case, &trust, deed);
        }
        for (_, found) in self.findings.iter_mut().skip(count) {
            found.msg = msg!("governance-left-out", what = found.msg.clone());
        }
        Ok(())
    }
}

/// Whether a steward's change of what is read, and how, does not stand after the merge, which has it as it was before.
fn drops_rules(judge: &Judge<'_, '_>, merge: &Step, others: &[ObjectId], step: &Step, trust: &Arc<Trust>) -> Result<bool, NoWay> {
    let way = judge.way;
    let (old, new) = (settings(way, step.before)?, settings(way, step.commit)?);
    if reads_alike(&old, &new) || !judge.other(Arc::clone(trust)).maker(step).holds(&trust.rules, &[STEWARD]) {
        return Ok(false);
    }
    let (before, after) = (settings(way, merge.before)?, settings(way, merge.commit)?);
    let mut stands = false;
    for other in others {
        stands |= !reads_alike(&settings(way, *other)?, &after);
    }
    Ok(stands && reads_alike(&before, &after) && reads_alike(&old, &after))
}

/// Whether by both settings the same is read as the same, and weighs the same.
fn reads_alike(one: &Settings, other: &Settings) -> bool {
    one.kinds == other.kinds && one.limits == other.limits && weights(one) == weights(other)
}
