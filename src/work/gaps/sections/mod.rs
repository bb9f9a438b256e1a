//! The sections of `gaps`: a file each, and its line here. What is told in one is not told again in those after it.

mod at_rest;
mod goals;
mod one_person;
mod only_asked;
mod only_left;
mod steward_left;
mod unused;

use std::collections::BTreeSet;

use crate::base::lang::Msg;

use super::Gap;
use super::ground::Ground;

/// A sort of gap.
pub(super) struct Section {
    /// Its name in JSON.
    pub name: &'static str,
    /// What stands above its gaps.
    pub heading: fn() -> Msg,
    /// Finds them. What was told is a set of documents, to which those are added that are told now.
    pub find: fn(&Ground<'_>, &mut BTreeSet<usize>) -> Vec<Gap>,
}

/// All sections, in the order in which they are told.
pub(super) const ALL: [Section; 7] = [
    one_person::SECTION,
    steward_left::SECTION,
    only_left::SECTION,
    only_asked::SECTION,
    goals::SECTION,
    at_rest::SECTION,
    unused::SECTION,
];

/// The name of the section about topics that hang on one person.
pub(super) const ONE_PERSON: &str = one_person::SECTION.name;

/// Those that are told however few take part: about people who are gone, and about what is not there.
pub(super) const ALWAYS: [Section; 6] =
    [steward_left::SECTION, only_left::SECTION, only_asked::SECTION, goals::SECTION, at_rest::SECTION, unused::SECTION];
