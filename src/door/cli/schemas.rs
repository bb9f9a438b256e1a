//! The schemas of all that any command answers with.

use crate::work::schemas::{Schema, all, of};

use super::{help, words};

/// Every schema there is. Help is no use case, but answers in JSON too.
pub(super) fn every() -> Vec<Schema> {
    [all(), vec![of::<help::Page>(), of::<words::Words>()]].concat()
}
