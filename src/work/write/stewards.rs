//! Who keeps a document true: somebody who is there to do so.

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::model::document::Document;
use crate::model::kind::Capability;
use crate::model::person::Member;
use crate::msg;
use crate::work::session::Session;

/// So many titles are named.
const NAMED: usize = 5;

/// What somebody who left still keeps true, and the command that hands it over; nothing for who did not just leave.
pub(super) fn left_behind(session: &Session, before: &Document, after: &Document) -> Vec<Msg> {
    let (community, kind) = (session.community(), session.community().kind(after));
    let is_gone = |document: &Document| document.state.as_deref().and_then(|name| kind.state(name)).is_some_and(|state| state.retired);
    if !kind.has(Capability::Person) || !is_gone(after) || is_gone(before) {
        return Vec::new();
    }
    let handle = after.handle();
    let is_kept = |document: &&Document| {
        let steward = document.value("steward").and_then(|steward| community.people().named(steward));
        steward.is_some_and(|member| member.handle == handle) && document.path != after.path
    };
    let kept: Vec<&Document> = community.documents().iter().map(AsRef::as_ref).filter(is_kept).collect();
    if kept.is_empty() {
        return Vec::new();
    }
    let mut titles: Vec<&str> = kept.iter().take(NAMED).map(|document| document.title.as_str()).collect();
    if kept.len() > NAMED {
        titles.push("…");
    }
    vec![
        msg!("steward-left-behind", name = &after.title, count = kept.len(), titles = titles.join("; ")),
        msg!("steward-hand-over", handle = handle),
    ]
}

/// Demands that whoever is to keep something true has not left.
///
/// # Errors
/// They have.
pub(super) fn demand_there(session: &Session, handle: &str) -> Result<()> {
    match session.people().by_handle(handle).filter(|member| member.left) {
        Some(member) => {
            let error = Error::new(ErrorKind::Usage, msg!("steward-left", name = &member.name));
            Err(error.hint(msg!("steward-left-other")).hint(msg!(
                "steward-left-back",
                handle = &member.handle,
                state = back(session, member)
            )))
        }
        None => Ok(()),
    }
}

/// The state of a member who is there, as the reader calls it.
fn back(session: &Session, member: &Member) -> String {
    let community = session.community();
    let document = community.names().by_path(&member.path).and_then(|at| community.documents().get(at));
    let state = document.and_then(|document| community.kind(document).first_state());
    state.map(|state| state.label.text(session.lang(), &state.name)).unwrap_or_default()
}
