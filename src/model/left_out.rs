//! Documents of which only the names are known, because a sparse checkout leaves their files out of the work tree.

use super::kind::Kind;
use super::kinds::{Claim, Kinds};
use super::names::{Found, Name, Names};

/// All of them. They count as there, and nobody knows what they say.
#[derive(Clone, Debug, Default)]
pub struct LeftOut {
    list: Vec<Absent>,
    names: Names,
}

/// A document that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// The path from the community's root.
    pub path: String,
    /// Its kind, by its place, and its name.
    pub claim: Claim,
}

/// A document that is here, by its place in the community, or one that is left out, by its place among those.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// It is here.
    Here(usize),
    /// It is left out.
    LeftOut(usize),
}

impl LeftOut {
    /// Those that kinds claim.
    pub fn new(list: Vec<Absent>, kinds: &Kinds) -> Self {
        let name = |absent: &Absent| {
            let kind = kinds.at(absent.claim.kind);
            Name {
                reference: format!("{}/{}", kind.name, absent.claim.slug),
                path: absent.path.clone(),
                title: absent.claim.slug.clone(),
                aliases: Vec::new(),
                numbered: kind.numbered.is_some(),
                is_child: kind.parent.is_some(),
            }
        };
        let names = Names::new(list.iter().map(name).collect());
        Self { list, names }
    }

    /// Each of them, by path.
    pub fn all(&self) -> &[Absent] {
        &self.list
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether there is one of such a kind.
    pub fn has(&self, kinds: &Kinds, is: impl Fn(&Kind) -> bool) -> bool {
        self.list.iter().any(|absent| is(kinds.at(absent.claim.kind)))
    }

    /// The path of the one that a name stands for, beside documents that are here and have names too. What is called so wholly goes before
    /// what only begins so.
    pub fn called(&self, typed: &str, here: &Names, kinds: &Kinds) -> Option<&str> {
        if self.is_empty() {
            return None;
        }
        let kind_of = |word: &str| kinds.meant_by(word).map(|kind| kind.name.clone());
        if here.by_whole_name(typed, &kind_of) != Found::Nothing(Vec::new()) {
            return None;
        }
        let found = match self.names.by_whole_name(typed, &kind_of) {
            Found::Nothing(_) if here.resolve(typed, &kind_of) == Found::Nothing(Vec::new()) => self.names.resolve(typed, &kind_of),
            found => found,
        };
        let at = match found {
            Found::One(at) => at,
            Found::Several(several) => *several.first()?,
            Found::Nothing(_) => return None,
        };
        self.list.get(at).map(|absent| absent.path.as_str())
    }

    /// Whether a name that nothing is known to have may be a title or another name of one of them.
    pub fn may_be_called(&self, typed: &str, kinds: &Kinds) -> bool {
        let kind = typed.trim().split_once('/').and_then(|(word, _)| kinds.meant_by(word));
        self.has(kinds, |own| kind.is_none_or(|kind| kind.name == own.name))
    }
}
