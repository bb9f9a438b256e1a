//! Those without a member's file who look like one person.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::identity::account;

use super::address::user;
use super::name::{Name, together};
use super::{Crowd, Doubt, Likeness, Proposal};

impl Crowd<'_> {
    /// Those without a file who look like one person.
    pub(super) fn groups(&self, among: &BTreeSet<usize>) -> Vec<Proposal> {
        let mut found: Vec<Proposal> = self.of_one_name(among).into_iter().flat_map(|(group, name)| self.parted(group, &name)).collect();
        found.extend(self.written_together(among, &found));
        found
    }

    /// Those of whom one is called as another's whole name is without spaces, unless they are proposed already.
    fn written_together(&self, among: &BTreeSet<usize>, found: &[Proposal]) -> Vec<Proposal> {
        let counts = |who: &usize| self.active[*who].commits > 0;
        let mut called: BTreeMap<String, usize> = BTreeMap::new();
        for who in among.iter().filter(|who| counts(who)) {
            self.authors[*who].names.iter().filter_map(|name| together(name)).for_each(|word| _ = called.entry(word).or_insert(*who));
        }
        let proposal = |who: &usize| {
            let author = &self.authors[*who];
            let accounts = author.emails.iter().filter_map(|email| account(email)?.split_once(':').map(|(_, user)| user.to_owned()));
            let mut words = author.names.iter().map(|name| name.trim().to_lowercase()).chain(accounts);
            let other = words.find_map(|word| called.get(&word).copied().filter(|other| other != who))?;
            let both = self.latest_first(&BTreeSet::from([*who, other]));
            let is_known = found.iter().any(|known| both.iter().all(|who| known.authors.contains(who)));
            let likeness = Likeness::Together;
            (!is_known).then_some(Proposal { member: None, authors: both, likeness, doubt: Doubt::Alike })
        };
        among.iter().filter(|who| counts(who)).filter_map(proposal).collect()
    }

    /// Those who have one name, and that name.
    fn of_one_name(&self, among: &BTreeSet<usize>) -> Vec<(BTreeSet<usize>, Name)> {
        let by_name = self.by_name(among);
        let mut groups: Vec<(BTreeSet<usize>, &Name)> = Vec::new();
        let shared = by_name.iter().filter(|(_, same)| same.len() > 1);
        let (whole, words): (Vec<_>, Vec<_>) = shared.partition(|(name, _)| name.is_whole());
        for (name, same) in whole.into_iter().chain(words) {
            let mut all: BTreeSet<usize> = same.iter().copied().collect();
            let mut first: &Name = name;
            if name.is_whole() {
                // Who has two names is a link between those who have one of them.
                groups.retain(|(group, known)| {
                    let is_apart = group.is_disjoint(&all);
                    if !is_apart {
                        all.extend(group);
                        first = known;
                    }
                    is_apart
                });
            } else if groups.iter().any(|(group, known)| known.is_whole() && group.len() > 1 && all.iter().all(|who| group.contains(who))) {
                continue;
            }
            groups.push((all, first));
        }
        groups.retain(|(group, _)| self.is_split(group));
        groups.sort_by_key(|(group, _)| group.first().copied());
        groups.into_iter().map(|(group, name)| (group, name.clone())).collect()
    }

    /// Whether several of them count; where only one does, nobody counts twice.
    fn is_split(&self, group: &BTreeSet<usize>) -> bool {
        group.iter().filter(|who| self.active[**who].commits > 0).count() > 1
    }

    /// Some authors, whose address most likely was the first at the end: in the branch before the others, and of those that came in together
    /// the one with most commits.
    fn latest_first(&self, group: &BTreeSet<usize>) -> Vec<usize> {
        let mut all: Vec<usize> = group.iter().copied().collect();
        all.sort_by_key(|who| Reverse((self.active[*who].came, Reverse(self.active[*who].commits), *who)));
        all
    }

    /// What is proposed of those who have one name: apart of those of whom more than the name is the same.
    fn parted(&self, group: BTreeSet<usize>, name: &Name) -> Vec<Proposal> {
        let proposal =
            |group: &BTreeSet<usize>, doubt| Proposal { member: None, authors: self.latest_first(group), likeness: Likeness::Name, doubt };
        let own = group.iter().find_map(|who| self.doubt_of(name, *who));
        let clear: BTreeSet<usize> = group.iter().copied().filter(|who| self.doubt_of(name, *who).is_none()).collect();
        let (group, own) = if own.is_some() && self.is_split(&clear) { (clear, None) } else { (group, own) };
        let all: Vec<usize> = group.iter().copied().collect();
        if let Some(doubt) = self.doubt(name, None, &all).or(own) {
            return vec![proposal(&group, doubt)];
        }
        let parts = self.linked(&group);
        let mut found: Vec<Proposal> = parts.iter().filter(|part| self.is_split(part)).map(|part| proposal(part, Doubt::Typed)).collect();
        let count = parts.iter().filter(|part| part.iter().any(|who| self.active[*who].commits > 0)).count();
        if let (Some((first, others)), true) = (parts.split_first(), count > 1) {
            // Those who are asked about with the first already need no second line.
            let known = if self.is_split(first) { self.latest_first(first).into_iter().rev().take(1).collect() } else { first.clone() };
            let asked: BTreeSet<usize> = known.union(&others.iter().flatten().copied().collect()).copied().collect();
            found.push(proposal(&asked, Doubt::NameAlone));
        }
        found
    }

    /// The parts of a group of whom more than the name is the same: an account, or an address that begins alike. In order of who came first.
    fn linked(&self, group: &BTreeSet<usize>) -> Vec<BTreeSet<usize>> {
        let mut parts: Vec<(BTreeSet<usize>, BTreeSet<String>)> = Vec::new();
        for who in group {
            let mut all = BTreeSet::from([*who]);
            let mut users: BTreeSet<String> = self.authors[*who].emails.iter().filter_map(|email| user(email)).collect();
            parts.retain(|(part, known)| {
                let is_apart = known.is_disjoint(&users);
                if !is_apart {
                    all.extend(part);
                    users.extend(known.iter().cloned());
                }
                is_apart
            });
            parts.push((all, users));
        }
        parts.sort_by_key(|(part, _)| self.latest_first(part).last().map(|who| (self.active[*who].came, *who)));
        parts.into_iter().map(|(part, _)| part).collect()
    }
}
