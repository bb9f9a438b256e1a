//! How many lines everyone added and removed, and how many of theirs stand today.

use crate::base::error::Result;
use crate::model::community::Community;
use crate::model::history::{Change, CommitView};
use crate::store::git::lines::counts::Counts;
use crate::store::git::lines::shares::shares;
use crate::work::session::Session;

use super::Scope;
use super::wanted::Wanted;

/// The lines of one author.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Written {
    pub(super) added: u64,
    pub(super) removed: u64,
    pub(super) alive: u64,
}

/// Of each author, in their order: the lines of the changes that are asked for, merges left out, and the lines that stand today in the
/// documents that are asked for, if the commit that wrote them is. What several wrote together counts for each of them.
///
/// # Errors
/// There is no history to count in.
pub(super) fn of(session: &Session, community: &Community, scope: &Scope) -> Result<Vec<Written>> {
    let (repo, history, authors, prefix) = (session.demand_repo()?, session.history()?, session.authors()?, session.prefix());
    let own = repo.own_folder(session.dir());
    let mut written = vec![Written::default(); authors.all().len()];
    let mut add = |commit: CommitView<'_>, add: &dyn Fn(&mut Written)| {
        for who in authors.writers(commit) {
            written.get_mut(who).into_iter().for_each(add);
        }
    };
    let mut wanted = Wanted::of(history, community, &prefix, scope);
    let commits = || history.commits().filter(|commit| commit.parents().len() < 2 && scope.holds(commit.day()));
    let changes: Vec<&Change> = commits().flat_map(CommitView::changes).filter(|change| wanted.has(change)).collect();
    let counts = Counts::of(repo, &own, history, changes.iter().copied());
    for change in changes {
        if let Some((commit, tally)) = history.commit(change.commit).zip(counts.get(change)) {
            add(commit, &|one| {
                one.added += u64::from(tally.added);
                one.removed += u64::from(tally.removed);
            });
        }
    }
    let documents = community.documents().iter().enumerate().filter(|(at, _)| scope.has(*at));
    let paths: Vec<String> = documents.map(|(_, document)| format!("{prefix}{}", document.path)).collect();
    for (commit, lines) in shares(repo, &own, history, &paths).into_iter().flatten() {
        if let Some(commit) = history.commit(commit).filter(|commit| scope.holds(commit.day())) {
            add(commit, &|one| one.alive += u64::from(lines));
        }
    }
    Ok(written)
}
