//! The sections of `gaps`: a file each, and its line here. What is told in one is not told again in those after it.

mod one_person;
mod only_left;
mod steward_left;

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
pub(super) const ALL: [Section; 3] = [one_person::SECTION, steward_left::SECTION, only_left::SECTION];

/// The name of the section about topics that hang on one person.
pub(super) const ONE_PERSON: &str = one_person::SECTION.name;

/// Those that are about people who are gone.
pub(super) const LEFT: [Section; 2] = [steward_left::SECTION, only_left::SECTION];
