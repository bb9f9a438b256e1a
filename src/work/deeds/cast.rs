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
    /// Of each, who they most likely are.
    same: Vec<usize>,
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
        cast.same = same(&cast.list);
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

    /// Who somebody most likely is: the member who has the same whole name, else the first who has. People commit from several addresses, and
    /// what is told of one of them as of somebody who is gone would not be true of the person.
    pub fn most_likely(&self, who: usize) -> usize {
        self.same.get(who).copied().unwrap_or(who)
    }

    /// Whose a deed is: as [`Self::most_likely`] tells, but never a member's by a name alone, which anybody can write in git.
    pub fn credited(&self, who: usize) -> usize {
        let likely = self.most_likely(who);
        let is_member = |at: usize| self.list.get(at).is_some_and(|someone| someone.handle.is_some());
        if is_member(likely) { who } else { likely }
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

/// Of each, the place of who they most likely are. A name of one word may be anybody's, and two members are two people.
fn same(list: &[Someone]) -> Vec<usize> {
    let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, someone) in list.iter().enumerate() {
        if !someone.is_bot && someone.name.split_whitespace().nth(1).is_some() {
            named.entry(fold(someone.name.trim()).into_owned()).or_default().push(at);
        }
    }
    let mut same: Vec<usize> = (0..list.len()).collect();
    for places in named.into_values() {
        let members: Vec<usize> = places.iter().copied().filter(|at| list[*at].handle.is_some()).collect();
        let one = match members.as_slice() {
            [] => places.first(),
            [one] => Some(one),
            _ => None,
        };
        for at in places.iter().filter(|_| one.is_some()) {
            same[*at] = *one.unwrap_or(at);
        }
    }
    same
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

#[cfg(test)]
mod tests {
    use super::{Someone, same};

    #[test]
    fn who_has_the_same_whole_name_is_most_likely_the_same() {
        let cases: [(&[&str], &[usize]); 6] = [
            (&["Ada Bo", "Ada Bo", "Cy Dee"], &[0, 0, 2]),
            (&["Ada Bo", "@Ada Bo"], &[1, 1]),
            (&["@Ada Bo", "@Ada Bo", "Ada Bo"], &[0, 1, 2]),
            (&["ada", "ada"], &[0, 1]),
            (&["ADA BO", "Ada Bo"], &[0, 0]),
            (&[], &[]),
        ];
        for (names, expected) in cases {
            let someone = |name: &&str| {
                let handle = name.strip_prefix('@').map(str::to_lowercase);
                Someone { handle, name: name.trim_start_matches('@').to_owned(), ..Someone::default() }
            };
            assert_eq!(same(&names.iter().map(someone).collect::<Vec<_>>()), expected, "{names:?}");
        }
    }
}
