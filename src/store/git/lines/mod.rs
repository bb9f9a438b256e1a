//! Lines: how many each commit added to pages and took away, and who wrote those that a page has today.
//!
//! Both follow from the contents that history names, so no commit is looked at again: a count is one comparison of two contents,
//! and the lines of a page are as many as there are steps from one version to the next. Comparing is libgit2's, which has git's own algorithm.

pub mod counts;
pub mod living;
pub mod shares;

mod ancestry;
mod compare;
mod kept;
#[cfg(test)]
mod tests;
mod texts;
