//! Review dates that were moved in bulk: many in one commit, or one after another within seconds.
//!
//! Nobody reads forty texts between two commits. In public handbooks most dates of review are moved so, and they say nothing of what they stand
//! above: who relies on one is to know.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::date::Date;
use crate::model::history::History;

use super::deeds::Deeds;
use super::kept_report;
use super::session::Session;

/// From one review to the next it takes at least so many seconds to read a text.
const READING: i64 = 20;
/// Fewer reviews than these in quick succession may have been read before.
const FEWEST: usize = 5;

/// Review dates that were moved at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bump {
    /// The author's day.
    pub date: Option<Date>,
    /// In how many commits.
    pub commits: usize,
    /// The paths of the documents, from the community's root.
    pub paths: Vec<String>,
}

/// The name under which they are kept.
const KEPT: &str = "bumps";

/// Those from which documents have the dates of review that they have now, newest first.
///
/// # Errors
/// None: without history there are none.
pub fn of(session: &Session) -> Vec<Bump> {
    kept_report::or(session, KEPT, "", || Ok(look(session))).unwrap_or_default()
}

fn look(session: &Session) -> Vec<Bump> {
    let Some(history) = session.history_if_any() else { return Vec::new() };
    let deeds = Deeds::of(session, session.community()).without_days();
    let mut moves: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for (at, commit) in deeds.dates_of_review() {
        moves.entry(commit).or_default().push(session.community().documents()[at].path.clone());
    }
    let mut bumps: Vec<(i64, Bump)> = Vec::new();
    let mut rest = Vec::new();
    for (commit, paths) in moves {
        if deeds.is_bulk(commit) { bumps.extend(bump(history, &[(commit, paths)])) } else { rest.push((commit, paths)) }
    }
    bumps.extend(hurried(history, rest).iter().filter_map(|run| bump(history, run)));
    bumps.sort_by(|(time, one), (other_time, other)| (other_time, &one.paths).cmp(&(time, &other.paths)));
    bumps.into_iter().map(|(_, bump)| bump).collect()
}

/// A commit, by its place in history, and the documents whose dates it moved.
type Moved = (u32, Vec<String>);

fn bump(history: &History, run: &[Moved]) -> Option<(i64, Bump)> {
    let (last, _) = run.last()?;
    let commit = history.commit(*last)?;
    let mut paths: Vec<String> = run.iter().flat_map(|(_, paths)| paths.iter().cloned()).collect();
    paths.sort();
    Some((commit.facts().author_time, Bump { date: commit.day(), commits: run.len(), paths }))
}

/// Runs of commits by one author that follow one another more quickly than anybody reads.
fn hurried(history: &History, mut moves: Vec<Moved>) -> Vec<Vec<Moved>> {
    let place = |commit: u32| history.commit(commit).map(|commit| (commit.facts().author, commit.facts().author_time));
    moves.sort_by_key(|(commit, _)| place(*commit));
    let mut runs: Vec<Vec<Moved>> = Vec::new();
    let mut before = None;
    for (commit, paths) in moves {
        let Some((author, time)) = place(commit) else { continue };
        let follows = before.is_some_and(|(last, since): (u32, i64)| last == author && is_hurried(since, time, paths.len()));
        match runs.last_mut().filter(|_| follows) {
            Some(run) => run.push((commit, paths)),
            None => runs.push(vec![(commit, paths)]),
        }
        before = Some((author, time));
    }
    runs.retain(|run| run.len() > 1 && run.iter().map(|(_, paths)| paths.len()).sum::<usize>() >= FEWEST);
    runs
}

/// Whether there was no time to read so many texts between two moments, in seconds. Commits of one second are a rebase or an import as likely as
/// not, and are as little read.
fn is_hurried(since: i64, time: i64, texts: usize) -> bool {
    let texts = i64::try_from(texts).unwrap_or(i64::MAX);
    time.saturating_sub(since) < READING.saturating_mul(texts)
}

#[cfg(test)]
mod tests {
    use super::is_hurried;

    #[test]
    fn to_read_takes_time() {
        assert!(is_hurried(100, 100, 1));
        assert!(is_hurried(100, 119, 1));
        assert!(!is_hurried(100, 120, 1));
        assert!(is_hurried(100, 139, 2));
        assert!(!is_hurried(i64::MIN, i64::MAX, 1));
    }
}
