//! How many lines everyone added and removed, and how many of theirs stand today.

use crate::base::error::Result;
use crate::base::lang::Msg;
use crate::model::community::Community;
use crate::model::history::{Change, CommitView};
use crate::msg;
use crate::store::git::lines::counts::Counts;
use crate::store::git::lines::shares::shares;
use crate::work::session::Session;

use super::Scope;
use super::wanted::Wanted;

/// So many pages are named.
const NAMED: usize = 3;

/// The lines of one author.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Written {
    pub(super) added: u64,
    pub(super) removed: u64,
    pub(super) alive: u64,
}

/// What was counted, and what could not be.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Of each author, in their order.
    pub(super) written: Vec<Written>,
    /// Changes whose contents could not be compared.
    pub(super) changes: usize,
    /// Pages, from the repository's root, of which not every line's commit is known.
    pub(super) pages: Vec<String>,
}

impl Lines {
    /// Whether there may be more lines than were counted.
    pub(super) fn at_least(&self) -> bool {
        self.changes > 0 || !self.pages.is_empty()
    }

    /// What to tell whoever reads the counts: what could not be compared, with some of the pages.
    pub(super) fn note(&self) -> Option<Msg> {
        let named = self.pages.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        match (self.changes, self.pages.len()) {
            (0, 0) => None,
            (changes, 0) => Some(msg!("contributors-lines-changes", count = changes)),
            (changes, pages) => {
                Some(msg!("contributors-lines-pages", changes = changes, pages = named, more = pages.saturating_sub(NAMED)))
            }
        }
    }
}

/// Of each author, in their order: the lines of the changes that are asked for, merges left out, and the lines that stand today in the
/// documents that are asked for, if the commit that wrote them is. What several wrote together counts for each of them.
///
/// # Errors
/// There is no history to count in.
pub(super) fn of(session: &Session, community: &Community, scope: &Scope) -> Result<Lines> {
    let (repo, history, authors, prefix) = (session.demand_repo()?, session.history()?, session.authors()?, session.prefix());
    let own = repo.own_folder(session.dir());
    let mut written = vec![Written::default(); authors.all().len()];
    let mut add = |commit: CommitView<'_>, add: &dyn Fn(&mut Written)| {
        for who in authors.writers(commit) {
            written.get_mut(who).into_iter().for_each(add);
        }
    };
    let mut wanted = Wanted::of(history, community, &prefix, scope);
    let commits = || history.commits().filter(|commit| commit.parents().len() < 2 && scope.time.holds(commit.day()));
    let changes: Vec<&Change> = commits().flat_map(CommitView::changes).filter(|change| wanted.has(change)).collect();
    let counts = Counts::of(repo, &own, history, changes.iter().copied());
    let mut uncompared = 0;
    for change in changes {
        let Some(tally) = counts.get(change) else {
            uncompared += 1;
            continue;
        };
        if let Some(commit) = history.commit(change.commit) {
            add(commit, &|one| {
                one.added += u64::from(tally.added);
                one.removed += u64::from(tally.removed);
            });
        }
    }
    let documents = community.documents().iter().enumerate().filter(|(at, _)| scope.has(*at));
    let paths: Vec<String> = documents.map(|(_, document)| format!("{prefix}{}", document.path)).collect();
    let mut pages = Vec::new();
    for (share, path) in shares(repo, &own, history, &paths).into_iter().zip(paths) {
        for (commit, lines) in share.lines {
            if let Some(commit) = history.commit(commit).filter(|commit| scope.time.holds(commit.day())) {
                add(commit, &|one| one.alive += u64::from(lines));
            }
        }
        pages.extend(share.is_partial.then_some(path));
    }
    Ok(Lines { written, changes: uncompared, pages })
}
