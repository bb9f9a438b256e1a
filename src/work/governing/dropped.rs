//! What a merge leaves out of what was rightly decided beside the way.
//!
//! Against the commit before it such a merge changes nothing, and so nothing would be said: what came in through its other parents is gone.

use std::sync::Arc;

use crate::model::finding::Severity;
use crate::model::governance::{Governance, STEWARD};
use crate::model::history::ObjectId;
use crate::model::settings::{FILE, Settings};
use crate::msg;
use crate::store::git::mainline::{FileChange, NoWay, Step};
use crate::work::checks::rules::foreign_rules;

use super::actor::Actor;
use super::judge::{Judge, finding, settings, weights};
use super::trust::Trust;

/// Judges what a merge leaves out. `brought` are the commits that it brings in, each with what was believed before it.
pub(super) fn dropped(judge: &mut Judge<'_, '_>, merge: &Step, others: &[ObjectId], brought: &[(&Step, Arc<Trust>)]) -> Result<(), NoWay> {
    let way = judge.way;
    let mut lost: Vec<(String, ObjectId)> = Vec::new();
    let mut rules = false;
    for (step, trust) in brought {
        for file in way.changes(step)? {
            if file.path == FILE || file.path.starts_with(".cop/kinds/") {
                rules = rules || drops_rules(judge, merge, others, step, trust)?;
            } else if file.old.is_none()
                && way.file(merge, true, &file.path)?.is_none()
                && way.file(merge, false, &file.path)?.is_none()
                && let Some(blob) = in_any(judge, others, &file.path)?
                && is_rightful(judge, step, trust, &file)?
            {
                lost.push((file.path, blob));
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
    judge.drops(merge, &lost)
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

/// The file at a path in one of some commits.
fn in_any(judge: &Judge<'_, '_>, commits: &[ObjectId], path: &str) -> Result<Option<ObjectId>, NoWay> {
    for commit in commits {
        if let Some(blob) = judge.way.file_in(*commit, path)? {
            return Ok(Some(blob));
        }
    }
    Ok(None)
}

/// Whether whoever changed a file beside the way might.
fn is_rightful(judge: &Judge<'_, '_>, step: &Step, trust: &Arc<Trust>, file: &FileChange) -> Result<bool, NoWay> {
    let mut there = judge.other(Arc::clone(trust));
    there.files(step, std::slice::from_ref(file), None)?;
    Ok(there.findings.iter().all(|(_, finding)| finding.severity < Severity::Error))
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
