//! Counting who did what: commits, and deeds by what they are.

use std::collections::{BTreeSet, HashSet};

use crate::base::date::Date;
use crate::model::contribution::Authors;
use crate::model::history::{ChangeKind, History, TrailerKind};
use crate::model::identity::account;
use crate::model::kind::{Capability, Kind};
use crate::work::deeds::cast::Someone;
use crate::work::deeds::{Deed, Deeds, What};

use super::lines::Written;
use super::wanted::Wanted;
use super::{Contributor, Scope};

/// Counts what everyone did; those who did nothing and programs are left out. `prefix` leads from the repository's root to the
/// community's; `written` has the lines of the authors, where they are asked for.
pub(super) fn count(
    deeds: &Deeds<'_>,
    history: &History,
    authors: &Authors,
    prefix: &str,
    scope: &Scope,
    written: Option<&[Written]>,
) -> Vec<Contributor> {
    let mut counts = Counts::of(deeds, history, authors, prefix, scope);
    counts.history();
    counts.deeds(&|at| deeds.of_document(at), &|at| deeds.said(at));
    counts.lines(written);
    counts.finish()
}

/// What one person did in the whole community under all their names, of whom all deeds are at hand already: document by document what was done
/// for it and what it says; `None` for who did nothing. What they did under two names is one deed.
pub(super) fn one(
    deeds: &Deeds<'_>,
    history: &History,
    authors: &Authors,
    prefix: &str,
    who: &[usize],
    done: &[(Vec<Deed>, Vec<Deed>)],
) -> Option<Contributor> {
    let scope = Scope::default();
    let mut counts = Counts { same: who, ..Counts::of(deeds, history, authors, prefix, &scope) };
    counts.history();
    let at = |at: usize| done.get(at).cloned().unwrap_or_default();
    counts.deeds(&|place| at(place).0, &|place| at(place).1);
    for (_, one) in counts.list.iter_mut().enumerate().filter(|(at, _)| who.first() != Some(at)) {
        *one = Contributor::default();
    }
    counts.finish().into_iter().next()
}

/// The counts while they grow: everyone, in the places of the cast.
struct Counts<'a> {
    deeds: &'a Deeds<'a>,
    history: &'a History,
    authors: &'a Authors,
    prefix: &'a str,
    scope: &'a Scope,
    /// Of the cast, those who are one person: what they do is counted for the first.
    same: &'a [usize],
    list: Vec<Contributor>,
}

impl<'a> Counts<'a> {
    fn of(deeds: &'a Deeds<'a>, history: &'a History, authors: &'a Authors, prefix: &'a str, scope: &'a Scope) -> Self {
        let list = deeds.cast().all().iter().map(Contributor::of).collect();
        Self { deeds, history, authors, prefix, scope, same: &[], list }
    }

    /// For whom is counted what somebody does.
    fn whose(&self, who: usize) -> usize {
        self.same.first().copied().filter(|_| self.same.contains(&who)).unwrap_or(who)
    }

    /// The same of several, each once.
    fn all_of(&self, who: Vec<usize>) -> BTreeSet<usize> {
        who.into_iter().map(|who| self.whose(who)).collect()
    }

    /// What history tells by itself.
    fn history(&mut self) {
        let mut wanted = Wanted::of(self.history, self.deeds.community(), self.prefix, self.scope);
        self.commits(&mut wanted);
        self.gone(&mut wanted);
    }

    /// Commits that touch a knowledge file: a path that a kind claims, also one since deleted; of some documents, their own paths.
    fn commits(&mut self, wanted: &mut Wanted<'_>) {
        let (history, authors) = (self.history, self.authors);
        for commit in history.commits() {
            let day = commit.day();
            let touches = commit.changes().iter().any(|change| wanted.has(change));
            if !touches || !self.scope.time.holds(day) {
                continue;
            }
            for who in self.all_of(authors.named(commit, TrailerKind::Reviewed)) {
                self.list[who].reviewed += 1;
            }
            if commit.parents().len() < 2 {
                self.all_of(authors.writers(commit)).into_iter().for_each(|who| self.list[who].take_part(day));
            }
        }
    }

    /// What was taken away since, once for everyone who worked on it.
    fn gone(&mut self, wanted: &mut Wanted<'_>) {
        if self.scope.documents.is_some() {
            return;
        }
        let (history, authors, community) = (self.history, self.authors, self.deeds.community());
        let there: HashSet<String> = community.documents().iter().map(|document| format!("{}{}", self.prefix, document.path)).collect();
        for (at, path) in (0_u32..).zip(&history.facts().paths) {
            if there.contains(&path.text) || !wanted.is_knowledge(at) {
                continue;
            }
            let mut life = history.of_path(&path.text);
            // Under a path that it had before it is the same page.
            if life.next_back().is_none_or(|last| last.kind != ChangeKind::Deleted || last.path != at) {
                continue;
            }
            let work = life.filter(|change| change.kind.is_work() && change.kind != ChangeKind::Deleted);
            let commits = work.filter_map(|change| history.commit(change.commit));
            let commits = commits.filter(|commit| commit.parents().len() < 2 && self.scope.time.holds(commit.day()));
            let who = commits.flat_map(|commit| authors.writers(commit)).collect();
            for who in self.all_of(who) {
                self.list[who].gone += 1;
            }
        }
    }

    /// What they did with documents, one way of it after another.
    fn deeds(&mut self, done: &dyn Fn(usize) -> Vec<Deed>, said: &dyn Fn(usize) -> Vec<Deed>) {
        let community = self.deeds.community();
        self.deeds.read_ahead((0..community.documents().len()).filter(|at| self.scope.has(*at)));
        for at in 0..community.documents().len() {
            let kind = community.kind(&community.documents()[at]);
            if self.scope.has(at) {
                let deeds = done(at);
                self.document(kind, &deeds);
            }
            for deed in said(at) {
                let is_about = self.scope.documents.is_none() || deed.document.is_some_and(|at| self.scope.has(at));
                if is_about && (!self.scope.time.is_part() || self.scope.time.holds(deed.day)) {
                    let who = self.whose(deed.who);
                    match deed.what {
                        What::Used => self.list[who].used += 1,
                        _ => self.list[who].thanked += 1,
                    }
                }
            }
        }
    }

    /// What they did with one document.
    fn document(&mut self, kind: &Kind, deeds: &[Deed]) {
        let (mut editors, mut seen) = (BTreeSet::new(), BTreeSet::new());
        // Days that nobody asked for were not worked out.
        let holds = |deed: &Deed| !self.scope.time.is_part() || self.scope.time.holds(deed.day);
        for deed in deeds.iter().filter(|deed| holds(deed)) {
            let who = self.whose(deed.who);
            if !seen.insert((who, deed.what, deed.commit)) {
                continue;
            }
            let one = &mut self.list[who];
            match deed.what {
                What::Created => one.make(kind),
                What::Edited => drop(editors.insert(who)),
                What::Reviewed => one.reviewed += 1,
                What::Accepted => one.accepted += 1,
                What::Decided => one.decided += 1,
                // The reviewers that commits name are counted with the commits; the rest is no count.
                What::Vouched | What::Consulted | What::Keeps | What::Used | What::Thanked => {}
            }
        }
        for who in editors {
            self.list[who].edited += 1;
        }
    }

    /// The lines of everyone, where they are asked for; who has committed nothing has none.
    fn lines(&mut self, written: Option<&[Written]>) {
        let Some(written) = written else { return };
        for (at, one) in self.list.iter_mut().enumerate() {
            let Written { added, removed, alive } = written.get(at).copied().unwrap_or_default();
            (one.lines_added, one.lines_removed, one.lines_alive) = (Some(added), Some(removed), Some(alive));
        }
    }

    /// Those who did anything; programs are left out.
    fn finish(self) -> Vec<Contributor> {
        let (known, cast) = (self.authors.all(), self.deeds.cast().all());
        let emails = |at: usize| known.get(at).map(|author| author.emails.clone()).unwrap_or_default();
        let all = self.list.into_iter().enumerate();
        let kept = all.filter(|(at, one)| one.did_anything() && !cast[*at].is_bot);
        let people = self.deeds.community().people();
        let accounts = |at: usize, one: &Contributor| -> Vec<String> {
            let member = one.handle.as_deref().and_then(|handle| people.by_handle(handle));
            let said = member.map(|member| member.accounts.clone()).unwrap_or_default();
            said.into_iter().chain(emails(at).iter().filter_map(|email| account(email))).collect()
        };
        let told = |(at, one): (usize, Contributor)| Contributor {
            emails: self.scope.emails.then(|| emails(at)),
            accounts: accounts(at, &one),
            ..one
        };
        kept.map(told).collect()
    }
}

impl Contributor {
    fn of(someone: &Someone) -> Self {
        let Someone { handle, name, path, left, .. } = someone.clone();
        Self { handle, name, left, path, ..Self::default() }
    }

    fn take_part(&mut self, day: Option<Date>) {
        self.commits += 1;
        self.first = match (self.first, day) {
            (Some(first), Some(day)) => Some(first.min(day)),
            (first, day) => first.or(day),
        };
        self.last = self.last.max(day);
    }

    fn make(&mut self, kind: &Kind) {
        self.created += 1;
        self.answered += usize::from(kind.parent.is_some());
        self.asked += usize::from(kind.relation("accepted").is_some());
        self.hosted += usize::from(kind.has(Capability::Dated) && kind.field("attendees").is_some());
    }

    fn did_anything(&self) -> bool {
        let counts = [self.commits, self.created, self.edited, self.accepted, self.decided, self.reviewed, self.used, self.thanked];
        // Whoever has only merged may still have written lines that stand.
        counts.iter().any(|count| *count > 0) || self.lines_alive.is_some_and(|lines| lines > 0)
    }
}
