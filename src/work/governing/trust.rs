//! What is believed of a community: its rules, its kinds, and by what its members are known.
//!
//! At first that is what the base says. A commit changes it only if it passes itself, and only in what that commit changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::document::Document;
use crate::model::finding::Finding;
use crate::model::governance::Governance;
use crate::model::history::Identity;
use crate::model::identity::account;
use crate::model::settings::Settings;
use crate::store::git::signature::key;

/// So many keys of a file count, the first ones: for every signature all that are known are asked for.
const KEYS: usize = 64;

/// What is believed.
#[derive(Clone, Debug)]
pub(super) struct Trust {
    /// Who may decide what.
    pub(super) rules: Governance,
    /// By what documents are read: the kinds above all.
    pub(super) settings: Arc<Settings>,
    /// The same with the community's own limits: by what whoever looks at the community reads them.
    pub(super) shown: Arc<Settings>,
    /// By what members are known.
    pub(super) marks: BTreeSet<Mark>,
    /// What of it the base does not have, with the order in which it came.
    pub(super) since: BTreeMap<Mark, usize>,
    /// The last place in that order.
    pub(super) newest: usize,
    /// The keys that came in without a signature, or with one of such a key, each with the commit.
    pub(super) unsigned: BTreeMap<Mark, String>,
}

impl Mark {
    /// Whether it is this key.
    pub(super) fn is_key(&self, key: &str) -> bool {
        matches!(&self.what, What::Key(known) if known == key)
    }
}

/// Something by which a member is known; the handle in small letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    handle: String,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    /// There is such a member.
    Member,
    Email(String),
    Account(String),
    Key(String),
}

/// A key in the file of a member.
pub(super) struct Listed<'t> {
    pub(super) mark: &'t Mark,
    pub(super) key: &'t str,
    /// The commit in which it came in without a signature, or with one of a key that did.
    pub(super) unsigned: Option<&'t str>,
}

/// What is found of keys that nobody signed for, with its commit, unless a steward signs for them later.
pub(super) struct Doubt {
    pub(super) keys: Vec<Mark>,
    pub(super) found: (String, Finding),
}

/// By what a member is known, as their file says.
pub(super) fn marks(document: &Document) -> BTreeSet<Mark> {
    let handle = document.handle().to_lowercase();
    let values = |name: &str| document.values(name).iter().map(|value| value.text.trim().to_lowercase()).filter(|text| !text.is_empty());
    let keys = document.values("keys").iter().filter_map(|value| key(&value.text)).take(KEYS).map(What::Key);
    // A host's no-reply address is the account that it stands for, under whichever of both somebody lists it.
    let meant = values("emails").filter_map(|email| account(&email)).map(What::Account);
    let all = values("emails").map(What::Email).chain(values("accounts").map(What::Account)).chain(meant).chain(keys).chain([What::Member]);
    all.map(|what| Mark { handle: handle.clone(), what }).collect()
}

/// The keys among them.
pub(super) fn keys_of(marks: &BTreeSet<Mark>) -> impl Iterator<Item = &Mark> {
    marks.iter().filter(|mark| matches!(mark.what, What::Key(_)))
}

/// Whether only that there is such a member is different, or nothing.
pub(super) fn are_alike(before: &BTreeSet<Mark>, after: &BTreeSet<Mark>) -> bool {
    before.symmetric_difference(after).all(|mark| mark.what == What::Member)
}

/// Whether whoever is known by these can be who is known by others: by an address, an account or a key of both.
pub(super) fn shares_any(marks: &BTreeSet<Mark>, others: &BTreeSet<Mark>) -> bool {
    marks.iter().filter(|mark| mark.what != What::Member).any(|mark| others.iter().any(|other| other.what == mark.what))
}

impl Trust {
    /// Whether there is such a member.
    pub(super) fn knows(&self, handle: &str) -> bool {
        self.marks.iter().any(|mark| mark.handle == handle)
    }

    /// The members whose account or address an author has. Mailmaps are not asked: whoever may write one could be anybody.
    pub(super) fn named(&self, author: &Identity) -> Vec<String> {
        let email = author.email.trim().to_lowercase();
        let known = [account(&email).map(What::Account), Some(What::Email(email))];
        let is = |mark: &&Mark| known.iter().flatten().any(|what| *what == mark.what);
        let mut handles = Vec::new();
        for mark in self.by_age(self.marks.iter().filter(is)) {
            if !handles.contains(&mark.handle) {
                handles.push(mark.handle.clone());
            }
        }
        handles
    }

    /// Every key that is listed, with the member whose it is; of two who list one, who had it first stands first.
    pub(super) fn keys(&self) -> Vec<(&str, &str)> {
        let key = |mark| match mark {
            &Mark { ref handle, what: What::Key(ref key) } => Some((handle.as_str(), key.as_str())),
            _ => None,
        };
        self.by_age(self.marks.iter()).into_iter().filter_map(key).collect()
    }

    fn by_age<'m>(&self, marks: impl Iterator<Item = &'m Mark>) -> Vec<&'m Mark> {
        let mut marks: Vec<&Mark> = marks.collect();
        marks.sort_by_key(|mark| self.since.get(mark));
        marks
    }

    /// The members who are known already by something that a commit put into another's file.
    pub(super) fn taken_from(&self, handle: &str, before: &BTreeSet<Mark>, after: &BTreeSet<Mark>) -> Vec<String> {
        let new: Vec<&What> = after.difference(before).map(|mark| &mark.what).filter(|what| **what != What::Member).collect();
        let is = |mark: &&Mark| mark.handle != handle && new.contains(&&mark.what);
        let mut others: Vec<String> = self.marks.iter().filter(is).map(|mark| mark.handle.clone()).collect();
        others.dedup();
        others
    }

    /// Whether a key of a member is known.
    pub(super) fn has_key(&self, handle: &str) -> bool {
        keys_of(&self.marks).any(|mark| mark.handle == handle)
    }

    /// The keys of a member.
    pub(super) fn listed<'t>(&'t self, handle: &'t str) -> impl Iterator<Item = Listed<'t>> {
        let known = self.marks.iter().filter(move |mark| mark.handle == handle);
        known.filter_map(|mark| match &mark.what {
            What::Key(key) => Some(Listed { mark, key, unsigned: self.unsigned.get(mark).map(String::as_str) }),
            _ => None,
        })
    }

    /// Whether a key is there, and somebody signed for it since.
    pub(super) fn is_vouched(&self, key: &Mark) -> bool {
        self.marks.contains(key) && !self.unsigned.contains_key(key)
    }

    /// Whether somebody whose own key was signed for signed for a member's, or it was there from the base on.
    pub(super) fn is_signed_for(&self, handle: &str, key: &str) -> bool {
        self.listed(handle).any(|listed| listed.key == key && listed.unsigned.is_none())
    }

    /// Whether every key that others know is known here.
    pub(super) fn has_keys_of(&self, other: &Self) -> bool {
        keys_of(&other.marks).all(|key| self.marks.contains(key))
    }

    /// Knows again whatever but keys is known there: whoever used an address before it was taken out was who they were.
    pub(super) fn keep_addresses(&mut self, of: &Self) {
        self.marks.extend(of.marks.iter().filter(|mark| !matches!(mark.what, What::Key(_))).cloned());
    }

    /// Takes over what a commit made of `before`. What of it was there already is no newer for that.
    pub(super) fn take(&mut self, before: &BTreeSet<Mark>, after: &BTreeSet<Mark>) {
        for mark in before.difference(after) {
            self.marks.remove(mark);
        }
        for mark in after.difference(before) {
            if self.marks.insert(mark.clone()) {
                self.newest += 1;
                self.since.insert(mark.clone(), self.newest);
            }
        }
    }
}
