//! Names that are nearly those that were written, found without a look at each.

use std::collections::HashMap;

use crate::base::fold::fold;
use crate::base::nearest::nearest;
use crate::base::path::last;
use crate::model::community::Community;

/// How many names are compared letter by letter, of those that have most groups of letters in common with what was written.
const CLOSEST: usize = 24;

/// Names, found by their groups of three letters: one look does not pass all of them.
pub(super) struct Nearby<'a> {
    /// Each name and the place of what has it in whatever list it is from.
    names: Vec<(&'a str, usize)>,
    groups: HashMap<[u8; 3], Vec<u32>>,
}

impl<'a> Nearby<'a> {
    /// Makes names ready to be looked for.
    pub(super) fn new(names: impl Iterator<Item = (&'a str, usize)>) -> Self {
        let names: Vec<_> = names.filter(|(name, _)| without_md(name).len() >= 3).collect();
        let mut groups: HashMap<[u8; 3], Vec<u32>> = HashMap::new();
        for (at, (name, _)) in names.iter().enumerate() {
            for group in groups_of(name) {
                let list = groups.entry(group).or_default();
                if list.last() != Some(&(at as u32)) {
                    list.push(at as u32);
                }
            }
        }
        Self { names, groups }
    }

    /// The place of what has the nearest name, if one is near enough to propose.
    pub(super) fn to(&self, typed: &str) -> Option<usize> {
        let mut shared: HashMap<u32, u32> = HashMap::new();
        for group in groups_of(typed) {
            self.groups.get(&group).into_iter().flatten().for_each(|at| *shared.entry(*at).or_default() += 1);
        }
        let mut closest: Vec<(u32, u32)> = shared.into_iter().map(|(at, count)| (count, at)).collect();
        closest.sort_unstable_by_key(|(count, at)| (std::cmp::Reverse(*count), *at));
        closest.truncate(CLOSEST);
        let candidates: Vec<_> = closest.iter().filter_map(|(_, at)| self.names.get(*at as usize)).collect();
        let near = nearest(typed, candidates.iter().map(|(name, _)| *name))?;
        candidates.iter().find(|(name, _)| *name == near).map(|(_, place)| *place)
    }
}

/// The groups of three letters of a name, its beginning and end counted as letters.
fn groups_of(name: &str) -> Vec<[u8; 3]> {
    let folded = fold(without_md(name));
    let padded: Vec<u8> = std::iter::once(b' ').chain(folded.bytes().take(80)).chain([b' ']).collect();
    padded.windows(3).map(|group| [group[0], group[1], group[2]]).collect()
}

/// A name without the ending of Markdown.
pub(super) fn without_md(name: &str) -> &str {
    name.strip_suffix(".md").unwrap_or(name)
}

/// The last part of every path.
pub(super) fn files(community: &Community) -> Nearby<'_> {
    Nearby::new(community.paths().enumerate().map(|(at, path)| (last(path), at)))
}

/// The last part of every document's name, and its title.
pub(super) fn documents(community: &Community) -> Nearby<'_> {
    let documents = || community.documents().iter().enumerate();
    let slugs = documents().map(|(at, document)| (last(&document.slug), at));
    Nearby::new(slugs.chain(documents().map(|(at, document)| (document.title.as_str(), at))))
}

#[cfg(test)]
mod tests {
    use super::Nearby;

    #[test]
    fn the_nearest_name_is_found_among_many() {
        let names: Vec<String> = (0..5_000).map(|at| format!("note-{at}-of-the-meeting.md")).chain(["scanning.md".into()]).collect();
        let nearby = Nearby::new(names.iter().enumerate().map(|(at, name)| (name.as_str(), at)));
        assert_eq!(nearby.to("sanning.md"), Some(5_000));
        assert_eq!(nearby.to("scaning.md"), Some(5_000));
        assert_eq!(nearby.to("note-4321-of-the-meetin.md"), Some(4_321));
        assert_eq!(nearby.to("zebra.md"), None);
        assert_eq!(nearby.to(""), None);
    }
}
