//! A document that goes: what `rm` does. History keeps it.

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::place::Place;
use crate::base::shell::quoted;
use crate::model::change::ChangeSet;
use crate::msg;
use crate::show::view::Remark;
use crate::store::git::write::touched::touched;
use crate::work::session::Session;

use super::outcome::About;
use super::rename::{FileName, Land, find, own_folder, referrers, unread};
use super::{How, Removed, message, send, whole};

/// So many places are named.
const SHOWN: usize = 5;

/// Takes a document away, with the files that are its own.
///
/// # Errors
/// No such document, something refers to it, it has answers, or git says no. Then nothing is changed.
pub fn rm(session: &Session, name: &str, how: &How) -> Result<Removed> {
    let land = Land::of(session);
    let at = find(session, &land, name)?;
    let document = land.document(at).ok_or_else(|| unread(&land, at))?;
    let kind = session.settings().kinds.at(document.kind);
    let reference = document.reference.clone();
    let retired = kind.states.iter().find(|state| state.retired).map(|state| state.label.text(session.lang(), &state.name));
    let instead = |error: Error| match &retired {
        Some(state) => error.hint(msg!("rm-mark", name = &reference, state = state)),
        None => error,
    };
    let children = land.children(at);
    if !children.is_empty() {
        return Err(instead(Error::new(ErrorKind::Usage, msg!("rm-answered", name = &reference, count = children.len()))));
    }
    let file = FileName::of(&document.path, kind, session.settings());
    let folder = own_folder(&land, at, &document, &file);
    let places = referrers(&land, at, &document, folder.as_deref());
    if !places.is_empty() {
        let mut named: Vec<String> = places.iter().take(SHOWN).map(|place| format!("{}:{}", place.path, place.line)).collect();
        if places.len() > SHOWN {
            named.push("…".to_owned());
        }
        let referred = msg!("rm-referred", name = &reference, count = places.len(), places = named.join(", "));
        return Err(instead(Error::new(ErrorKind::Usage, referred)));
    }
    let mut set = ChangeSet::new(message(session, &msg!("rm-commit", name = &reference), how));
    set.delete(&document.path, document.text.as_bytes())?;
    for path in folder.iter().flat_map(|folder| land.below(folder)) {
        let bytes = whole(session, &path).map_err(|_| Error::new(ErrorKind::Io, msg!("rename-unread")).at(Place::file(&path)))?;
        set.delete(path, bytes)?;
    }
    demand_kept(session, &set, how)?;
    for link in folder.iter().flat_map(|folder| land.links_below(folder)) {
        session.remark(Remark { code: "rename-link-stays", msg: msg!("rename-link-stays"), place: Some(Place::file(link)) });
    }
    let about = About::One(reference.clone(), document.path.clone());
    send(session, set, about, how).map(Removed)
}

/// Refuses to take away what is in no commit: history would not keep it.
fn demand_kept(session: &Session, set: &ChangeSet, how: &How) -> Result<()> {
    let Some(repo) = session.repo() else { return Ok(()) };
    let touched = match touched(repo, session.dir()) {
        Ok(touched) => touched,
        // Files alone can be written where git is in the middle of something.
        Err(_) if how.no_commit => return Ok(()),
        Err(error) => return Err(error),
    };
    let is_lost = |path: &&str| touched.iter().any(|file| file.path == *path && file.is_there && file.before.is_none());
    if let Some(path) = set.paths().find(is_lost) {
        let error = Error::new(ErrorKind::Usage, msg!("rm-not-kept")).at(Place::file(path));
        return Err(error.hint(msg!("rm-not-kept-help", path = quoted(path).into_owned())));
    }
    let is_edited = |path: &&str| touched.iter().any(|file| file.path == *path);
    // Edits that go along in a commit come back with it; where there is none, nothing has them.
    match set.paths().find(is_edited).filter(|_| !how.with_my_edits) {
        Some(path) => {
            let help = if how.no_commit { msg!("do-this", command = "cop save") } else { msg!("rm-own-edits-help") };
            Err(Error::new(ErrorKind::Git, msg!("write-own-edits")).at(Place::file(path)).hint(help))
        }
        None => Ok(()),
    }
}
