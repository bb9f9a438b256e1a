//! Which documents and people are asked about: as named, as folders and patterns, and by filters.

use std::collections::BTreeSet;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::glob::Glob;
use crate::model::kind::Capability;
use crate::msg;
use crate::work::asked;
use crate::work::named;
use crate::work::page::Page;
use crate::work::search::{self, Filters};
use crate::work::session::Session;

use super::Scope;

/// What is typed before a name.
const COMMAND: &str = "cop contributors";

impl Scope {
    /// Takes in what was named: of `@anna`, or a bare `anna` that is no other document, the person; else the document, or all documents in a
    /// folder (`practices/`) or of a pattern (`practices/**/git-*.md`), seen from where the person stands; else who is no member, by name.
    ///
    /// # Errors
    /// No document, or more than one, is called so, and none stands there.
    pub fn add(&mut self, session: &Session, typed: &str) -> Result<()> {
        let community = session.community();
        if typed.contains(['*', '?', '[', '{']) {
            return self.take(typed, matching(session, typed)?);
        }
        if let Some(handle) = asked::myself(session, typed) {
            self.people.add(Some(&handle), "");
            return Ok(());
        }
        let below = below(session, typed);
        if typed.ends_with(['/', '\\']) {
            return self.take(typed, below.unwrap_or_default());
        }
        let at = match (named::document(session, typed), below) {
            (Ok(at), _) => at,
            (Err(error), Some(below)) if error.kind() == ErrorKind::NotFound => return self.take(typed, below),
            (Err(error), _) => {
                if error.kind() != ErrorKind::NotFound {
                    return Err(error);
                }
                match asked::member(session, typed) {
                    Some(handle) => self.people.add(Some(&handle), ""),
                    None => self
                        .people
                        .add(None, &asked::guest(session, typed).ok_or_else(|| asked::as_typed(session, &error, typed, COMMAND))?),
                }
                return Ok(());
            }
        };
        let document = &community.documents()[at];
        if community.kind(document).has(Capability::Person) && !typed.contains(['/', '.']) {
            self.people.add(Some(document.handle()), "");
        } else {
            self.documents.get_or_insert_default().insert(at);
        }
        Ok(())
    }

    fn take(&mut self, typed: &str, documents: BTreeSet<usize>) -> Result<()> {
        if documents.is_empty() {
            let error = Error::new(ErrorKind::NotFound, msg!("contributors-none-there", path = typed));
            return Err(error.hint(msg!("contributors-none-there-help")));
        }
        self.documents.get_or_insert_default().extend(documents);
        Ok(())
    }

    /// Leaves only the documents that meet filters: of those that were named if any were, else of all.
    ///
    /// # Errors
    /// A filter that can't be meant.
    pub fn narrow(&mut self, session: &Session, filters: &Filters) -> Result<()> {
        if filters.keys.is_empty() {
            return Ok(());
        }
        let names = session.community().names();
        let found = search::list(session, filters, Page::default())?;
        let mut places: BTreeSet<usize> = found.hits.iter().filter_map(|hit| names.by_path(&hit.path)).collect();
        if let Some(named) = &self.documents {
            places.retain(|at| named.contains(at));
        }
        self.documents = Some(places);
        Ok(())
    }
}

/// The documents in a folder that is there.
fn below(session: &Session, typed: &str) -> Option<BTreeSet<usize>> {
    let folder = session.path_from_here(typed).ok().filter(|path| session.dir().join(path).is_dir())?;
    let is_below = |path: &str| folder.is_empty() || path.strip_prefix(&folder).is_some_and(|rest| rest.starts_with('/'));
    Some(places(session, &is_below))
}

/// The documents whose paths match a pattern, from where the person stands or else from the community's root.
fn matching(session: &Session, typed: &str) -> Result<BTreeSet<usize>> {
    let here = session.path_from_here(".").unwrap_or_default();
    let glob = |text: &str| Glob::new(text).map_err(|msg| Error::new(ErrorKind::Usage, msg));
    if !here.is_empty() {
        let found = glob(&format!("{here}/{typed}"))?;
        let found = places(session, &|path| found.matches(path));
        if !found.is_empty() {
            return Ok(found);
        }
    }
    let glob = glob(typed)?;
    Ok(places(session, &|path| glob.matches(path)))
}

fn places(session: &Session, is_meant: &dyn Fn(&str) -> bool) -> BTreeSet<usize> {
    let documents = session.community().documents().iter().enumerate();
    documents.filter(|(_, document)| is_meant(&document.path)).map(|(at, _)| at).collect()
}
