//! What is believed of a community: its rules, its kinds, and by what its members are known.
//!
//! At first that is what the base says. A commit changes it only if it passes itself, and only in what that commit changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::document::Document;
use crate::model::governance::Governance;
use crate::model::history::Identity;
use crate::model::identity::account;
use crate::model::settings::Settings;
use crate::store::git::signature::key;

/// What is believed.
#[derive(Clone, Debug)]
pub(super) struct Trust {
    /// Who may decide what.
    pub(super) rules: Governance,
    /// By what documents are read: the kinds above all.
    pub(super) settings: Arc<Settings>,
    /// By what members are known.
    pub(super) marks: BTreeSet<Mark>,
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

/// By what a member is known, as their file says.
pub(super) fn marks(document: &Document) -> BTreeSet<Mark> {
    let handle = document.handle().to_lowercase();
    let values = |name: &str| document.values(name).iter().map(|value| value.text.trim().to_lowercase()).filter(|text| !text.is_empty());
    let keys = document.values("keys").iter().filter_map(|value| key(&value.text)).map(What::Key);
    let all = values("emails").map(What::Email).chain(values("accounts").map(What::Account)).chain(keys).chain([What::Member]);
    all.map(|what| Mark { handle: handle.clone(), what }).collect()
}

/// Whether only that there is such a member is different, or nothing.
pub(super) fn are_alike(before: &BTreeSet<Mark>, after: &BTreeSet<Mark>) -> bool {
    before.symmetric_difference(after).all(|mark| mark.what == What::Member)
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
        let handles: BTreeSet<&String> = self.marks.iter().filter(is).map(|mark| &mark.handle).collect();
        handles.into_iter().cloned().collect()
    }

    /// Every key that is listed, with the member whose it is.
    pub(super) fn keys(&self) -> Vec<(&str, &str)> {
        let key = |mark| match mark {
            &Mark { ref handle, what: What::Key(ref key) } => Some((handle.as_str(), key.as_str())),
            _ => None,
        };
        self.marks.iter().filter_map(key).collect()
    }

    /// Takes over what a commit made of `before`.
    pub(super) fn take(&mut self, before: &BTreeSet<Mark>, after: &BTreeSet<Mark>) {
        self.marks.retain(|mark| !before.contains(mark) || after.contains(mark));
        self.marks.extend(after.difference(before).cloned());
    }
}
