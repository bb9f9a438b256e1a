//! Everyone who appears in a community: authors of its history, its members, and whom its documents name as their makers.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::fold::fold;
use crate::model::community::Community;
use crate::model::contribution::Authors;
use crate::model::person::Member;

/// Someone who appears.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Someone {
    /// The handle; `None` for who is no member.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
    /// Their file, from the community's root; empty for who has none.
    pub path: String,
    /// They are a member who left.
    pub left: bool,
    /// They do not want to be asked.
    pub silent: bool,
    /// They are a program.
    pub is_bot: bool,
}

/// Everyone, each once: the authors first, in the places that they have in [`Authors::all`].
#[derive(Debug, Default)]
pub struct Cast {
    list: Vec<Someone>,
    by_handle: BTreeMap<String, usize>,
    /// Of those who are no members; `None` for a name that several have.
    by_name: BTreeMap<String, Option<usize>>,
}

impl Cast {
    /// The cast of a community, with the authors of its history where there is one.
    pub fn of(community: &Community, authors: Option<&Authors>) -> Self {
        let mut cast = Self::default();
        let people = community.people();
        for author in authors.map(Authors::all).unwrap_or_default() {
            let member = author.handle.as_deref().and_then(|handle| people.by_handle(handle));
            let known = member.map(someone).unwrap_or_default();
            let (handle, name) = (author.handle.clone(), author.name.clone());
            cast.add(Someone { handle, name, left: author.left, is_bot: author.is_bot, ..known });
        }
        for member in people.members() {
            if !cast.by_handle.contains_key(&member.handle.to_lowercase()) {
                cast.add(someone(member));
            }
        }
        cast.add_named(community);
        cast
    }

    /// Those whom documents name as their makers and nothing else knows: colleagues without git, guests, a team.
    fn add_named(&mut self, community: &Community) {
        let makers = community.documents().iter().flat_map(|document| document.values("authors"));
        let names: BTreeSet<&str> = makers.map(|value| value.text.trim()).filter(|name| !name.is_empty()).collect();
        for name in names.into_iter().filter(|name| community.people().named(name).is_none()) {
            if !self.by_name.contains_key(&*fold(name)) {
                self.add(Someone { name: name.to_owned(), ..Someone::default() });
            }
        }
    }

    fn add(&mut self, someone: Someone) {
        let at = self.list.len();
        match &someone.handle {
            Some(handle) => drop(self.by_handle.insert(handle.to_lowercase(), at)),
            None => drop(self.by_name.entry(fold(&someone.name).into_owned()).and_modify(|known| *known = None).or_insert(Some(at))),
        }
        self.list.push(someone);
    }

    /// Everyone.
    pub fn all(&self) -> &[Someone] {
        &self.list
    }

    /// The member that a document names, by handle or by a whole name that only one of them has.
    pub fn member(&self, community: &Community, text: &str) -> Option<usize> {
        let member = community.people().named(text)?;
        self.by_handle(&member.handle)
    }

    /// The member with a handle.
    pub fn by_handle(&self, handle: &str) -> Option<usize> {
        self.by_handle.get(&handle.to_lowercase()).copied()
    }

    /// Who is no member and has a name that nobody else here has.
    pub fn by_name(&self, name: &str) -> Option<usize> {
        self.by_name.get(&*fold(name.trim())).copied().flatten()
    }
}

fn someone(member: &Member) -> Someone {
    Someone {
        handle: Some(member.handle.clone()),
        name: member.name.clone(),
        path: member.path.clone(),
        left: member.left,
        silent: !member.ask_me,
        is_bot: false,
    }
}
