//! People: members as their files say, and which of them an author of git is.

use std::collections::HashMap;

use crate::base::fold::fold;

use super::document::Document;
use super::history::Identity;
use super::identity::account;
use super::kind::Capability;
use super::kinds::Kinds;

/// A member of the community.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The name of their file.
    pub handle: String,
    /// What they are called.
    pub name: String,
    /// Accounts on git hosts, `github:anna`, lower case.
    pub accounts: Vec<String>,
    /// E-mail addresses, lower case.
    pub emails: Vec<String>,
    /// They left.
    pub left: bool,
    /// They may be asked.
    pub ask_me: bool,
    /// Their file, from the community's root.
    pub path: String,
}

/// All members, and how to tell who an author is.
#[derive(Clone, Debug, Default)]
pub struct People {
    members: Vec<Member>,
    by_handle: HashMap<String, usize>,
    by_email: HashMap<String, usize>,
    by_account: HashMap<String, usize>,
    /// Whether an address or account is in more than one file.
    is_shared: bool,
}

impl People {
    /// The members among the documents of a community.
    pub fn of<'d>(documents: impl Iterator<Item = &'d Document>, kinds: &Kinds) -> Self {
        let mut people = Self::default();
        for document in documents.filter(|document| kinds.at(document.kind).has(Capability::Person)) {
            people.add(member(document, kinds));
        }
        people
    }

    /// The same from members that are known already.
    pub fn new(members: impl IntoIterator<Item = Member>) -> Self {
        let mut people = Self::default();
        members.into_iter().for_each(|member| people.add(member));
        people
    }

    fn add(&mut self, member: Member) {
        let at = self.members.len();
        self.by_handle.entry(member.handle.to_lowercase()).or_insert(at);
        self.know(at, &member);
        self.members.push(member);
    }

    /// Whoever is known by something first keeps it.
    fn know(&mut self, at: usize, member: &Member) {
        for email in &member.emails {
            self.is_shared |= *self.by_email.entry(email.clone()).or_insert(at) != at;
        }
        // A host's no-reply address is the account that it stands for, under whichever of both somebody lists it.
        for account in member.emails.iter().filter_map(|email| account(email)) {
            self.is_shared |= *self.by_account.entry(account).or_insert(at) != at;
        }
        for account in &member.accounts {
            self.is_shared |= *self.by_account.entry(account.clone()).or_insert(at) != at;
        }
    }

    /// The same people, of whom the older keeps an address or account that several list; `None` where nobody shares any. `age` is lower
    /// for who was there earlier, and `None` for who is new.
    #[must_use]
    pub fn by_age<K: Ord>(&self, age: impl Fn(&Member) -> Option<K>) -> Option<Self> {
        if !self.is_shared {
            return None;
        }
        let mut order: Vec<usize> = (0..self.members.len()).collect();
        order.sort_by_cached_key(|at| {
            let age = age(&self.members[*at]);
            (age.is_none(), age)
        });
        let mut people = Self { by_email: HashMap::new(), by_account: HashMap::new(), ..self.clone() };
        for at in order {
            people.know(at, &self.members[at]);
        }
        Some(people)
    }

    /// All members, in the order of their files.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The member with a handle, with or without `@`, whatever its case.
    pub fn by_handle(&self, handle: &str) -> Option<&Member> {
        self.by_handle.get(&handle.trim().trim_start_matches('@').to_lowercase()).map(|at| &self.members[*at])
    }

    /// The member that a document names: by handle, or by a whole name that only one of them has.
    pub fn named(&self, text: &str) -> Option<&Member> {
        self.by_handle(text).or_else(|| {
            let name = fold(text.trim());
            let mut same = self.members.iter().filter(|member| fold(&member.name) == name);
            same.next().filter(|_| same.next().is_none())
        })
    }

    /// The member that an author is: by account first, then by a whole address, never by name alone.
    pub fn by_identity(&self, identity: &Identity) -> Option<&Member> {
        let email = identity.email.to_lowercase();
        let by_account = account(&email).and_then(|name| self.by_account.get(&name));
        by_account.or_else(|| self.by_email.get(&email)).map(|at| &self.members[*at])
    }
}

fn member(document: &Document, kinds: &Kinds) -> Member {
    let lower = |name: &str| document.values(name).iter().map(|value| value.text.to_lowercase()).filter(|text| !text.is_empty()).collect();
    let left = document.state.as_deref().and_then(|state| kinds.at(document.kind).state(state)).is_some_and(|state| state.retired);
    Member {
        handle: document.handle().to_owned(),
        name: document.value("name").unwrap_or(&document.title).to_owned(),
        accounts: lower("accounts"),
        emails: lower("emails"),
        left,
        ask_me: document.value("ask_me").and_then(super::reading::yes_no).unwrap_or(true),
        path: document.path.clone(),
    }
}
