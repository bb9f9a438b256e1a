//! How many lines of each page as it is today are of which commit.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::thread;

use super::kept::Kept;
use super::living::{Living, Origin};
use crate::base::files::OwnFolder;
use crate::model::history::{CommitView, History, ObjectId};
use crate::store::git::bends::Bends;
use crate::store::git::open::Repo;

/// So many pages are worth a second thread.
const MANY: usize = 64;

/// Whose the lines of a page are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Commits, by their place in history, with how many lines are theirs.
    pub lines: Vec<(u32, u32)>,
    /// Some lines may be of commits that are not told, because a content that would tell can't be had or compared.
    pub is_partial: bool,
}

/// Of each of these pages, from the repository's root, as it is in the newest commit: how many lines are of which commit. Lines whose commit is
/// not known are in none. A page that is as it was when it was asked for last is not looked at again; what is in `own` is used and kept up to date.
pub fn shares(repo: &Repo, own: &OwnFolder, history: &History, paths: &[String]) -> Vec<Share> {
    let mut kept = Kept::read(own);
    let bends = Arc::new(Bends::read(repo));
    let (first, second) = paths.split_at(if paths.len() < MANY { paths.len() } else { paths.len() / 2 });
    let known = &kept.shares;
    let here = Living::on(repo, history, &bends, 0);
    let there = if second.is_empty() { None } else { Living::on(repo, history, &bends, 1) };
    let pages = thread::scope(|scope| {
        let other = there.map(|living| scope.spawn(move || look(&living, known, second)));
        let mut pages = here.map(|living| look(&living, known, first)).unwrap_or_default();
        // Pages of a thread that panicked, which has said so, are without lines.
        pages.resize_with(first.len(), Page::partial);
        pages.extend(other.and_then(|other| other.join().ok()).unwrap_or_default());
        pages.resize_with(paths.len(), Page::partial);
        pages
    });
    let places: HashMap<ObjectId, u32> = history.commits().map(CommitView::id).zip(0..).collect();
    let mut is_new = false;
    let share = |page: &Page| Share {
        lines: page.lines.iter().filter_map(|(commit, lines)| Some((*places.get(commit)?, *lines))).collect(),
        is_partial: page.is_partial,
    };
    let shares = pages.iter().map(share).collect();
    for page in pages.into_iter().filter(|page| page.is_new) {
        is_new = true;
        kept.shares.insert(page.name, page.lines);
    }
    if is_new {
        // Pages that have changed since leave something behind: once that is most of it, all is counted again.
        if kept.shares.len() > history.facts().paths.len().saturating_mul(2).saturating_add(1000) {
            kept.shares.clear();
        }
        kept.write(own);
    }
    shares
}

/// What was found of a page.
#[derive(Default)]
struct Page {
    /// What names it, with all it comes from.
    name: u64,
    lines: Vec<(ObjectId, u32)>,
    /// It is not kept yet, and can be.
    is_new: bool,
    /// Not all of its lines are known.
    is_partial: bool,
}

impl Page {
    /// One of which nothing could be had.
    fn partial() -> Self {
        Self { is_partial: true, ..Self::default() }
    }
}

fn look(living: &Living<'_>, known: &BTreeMap<u64, Vec<(ObjectId, u32)>>, paths: &[String]) -> Vec<Page> {
    let reader = living.reader();
    let look = |path: &String| {
        let Some((now, ancestry)) = living.ancestry(&reader, path) else { return Page::default() };
        let name = ancestry.fingerprint(now);
        if let Some(lines) = known.get(&name) {
            return Page { name, lines: lines.clone(), ..Page::default() };
        }
        let origins = living.lines(&ancestry, now);
        let mut lines: BTreeMap<ObjectId, u32> = BTreeMap::new();
        for origin in origins.iter() {
            if let Some(commit) = living.written(*origin) {
                *lines.entry(commit).or_default() += 1;
            }
        }
        // What is not at hand may be another time.
        let is_partial = origins.contains(&Origin::Unknown) || !living.has(now);
        Page { name, lines: lines.into_iter().collect(), is_new: !is_partial, is_partial }
    };
    paths.iter().map(look).collect()
}
