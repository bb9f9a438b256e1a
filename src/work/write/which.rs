//! Which documents a command is to change.

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::work::named;
use crate::work::page::Page;
use crate::work::search::{self, Filters};
use crate::work::session::Session;

use super::draft::Draft;

/// Which documents.
#[derive(Clone, Debug)]
pub enum Which {
    /// The one that a person names.
    One(String),
    /// All that meet filters.
    Many(Filters),
}

impl Which {
    /// A draft of them, with their paths.
    ///
    /// # Errors
    /// The name is nobody's, or no document meets the filters.
    pub(super) fn draft<'s>(&self, session: &'s Session) -> Result<(Draft<'s>, Vec<String>)> {
        match self {
            Self::One(name) => {
                let mut draft = Draft::new(session);
                let path = draft.ask(&named::one(session, name)?);
                Ok((draft, vec![path]))
            }
            Self::Many(filters) => {
                let community = session.community();
                let found = search::list(session, filters, Page::default())?;
                let mut draft = Draft::of_many(session);
                let places = found.hits.iter().filter_map(|hit| community.names().by_path(&hit.path));
                let paths: Vec<String> = places.map(|at| draft.ask(&community.documents()[at])).collect();
                if paths.is_empty() {
                    return Err(Error::new(ErrorKind::NotFound, msg!("which-none")));
                }
                Ok((draft, paths))
            }
        }
    }
}
