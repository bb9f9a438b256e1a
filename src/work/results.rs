//! What `search` answers with: the documents that a query finds, and who knows about what it asks for, in the order of `who`.

use crate::base::error::Result;

use super::hits::Hits;
use super::knowers;
use super::nothing::{Nothing, is_small};
use super::page::Page;
use super::search::{Filters, KNOWERS, answer};
use super::session::Session;
use super::who;

/// Answers a query.
///
/// # Errors
/// The index can't be asked, or the query not be meant.
pub fn search(session: &Session, text: &str, filters: &Filters, page: Page) -> Result<Hits> {
    let (hits, nothing) = looked_for(session, text, filters, page)?;
    Ok(match nothing {
        Some(nothing) => {
            let way = nothing.instead.as_ref().map(|instead| instead.command("")).unwrap_or_default();
            let say = nothing.says(session, text, filters, &way);
            hits.or_tell(say).known_by(nothing.may_know).or_search(nothing.instead)
        }
        None => hits,
    })
}

/// The same, with what there is to go on where nothing was found.
///
/// # Errors
/// As [`search`].
pub(super) fn looked_for(session: &Session, text: &str, filters: &Filters, page: Page) -> Result<(Hits, Option<Nothing>)> {
    let (hits, query) = answer(session, text, filters, page)?;
    if hits.total == 0 {
        return Ok((hits, Some(Nothing::of(session, &query, text, filters)?)));
    }
    if hits.hits.is_empty() {
        return Ok((hits, None));
    }
    let people = if is_small(session) {
        who::knowers(session, text, &query, KNOWERS)?
    } else {
        knowers::seen(session, hits.people.clone().unwrap_or_default(), KNOWERS)?
    };
    Ok((hits.known_by(people), None))
}
