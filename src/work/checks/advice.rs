//! What a reference that leads to nothing most likely meant.

use crate::base::lang::Msg;
use crate::base::nearest::nearest;
use crate::base::path::last;
use crate::model::names::Found;
use crate::msg;

use super::gone::Here;
use super::near::without_md;
use super::paths::{folded, relative};
use super::scope::Scope;

/// Files that every folder may have: one in another folder is not the one that was meant.
const USUAL: [&str; 7] = ["readme", "index", "license", "licence", "contributing", "changelog", "code_of_conduct"];

/// The folder and the name of a path.
fn parts(path: &str) -> (&str, &str) {
    path.trim_end_matches('/').rsplit_once('/').unwrap_or(("", path))
}

fn is_usual(name: &str) -> bool {
    USUAL.contains(&name.split('.').next().unwrap_or(name).to_ascii_lowercase().as_str())
}

/// The only file with the name at the end of a path, wherever it stands.
fn only<'s>(scope: &'s Scope<'_>, missing: &str) -> Option<&'s str> {
    let (_, name) = parts(missing);
    let names = [folded(name), folded(&format!("{name}.md"))];
    let known = names.iter().filter_map(|name| scope.paths().by_name.get(name).map(Vec::as_slice));
    known.into_iter().find_map(|known| if let [only] = known { Some(*only) } else { None }).filter(|_| !is_usual(name))
}

/// The path that is nearest to one at which nothing stands: the only file of that name elsewhere, else the nearest name in
/// the same folder, else the nearest of all.
fn path<'s>(scope: &'s Scope<'_>, missing: &str) -> Option<&'s str> {
    let (folder, name) = parts(missing);
    if is_usual(name) {
        return None;
    }
    if let Some(only) = only(scope, missing) {
        return Some(only);
    }
    if without_md(name).len() < 3 {
        return None;
    }
    let beside = scope.paths().in_folder(folder);
    if let Some(near) = nearest(name, beside.iter().map(|path| last(path)).filter(|name| without_md(name).len() >= 3)) {
        return beside.iter().copied().find(|path| last(path) == near);
    }
    scope.near_files().to(name).and_then(|at| scope.path_at(at)).filter(|path| !is_usual(last(path)))
}

/// Advice for a link from a document to a path at which nothing stands: where the document that stood there went, else the only file of
/// that name, else what became of the document, else the nearest path.
pub(super) fn link(scope: &Scope<'_>, from: &str, missing: &str) -> Option<Msg> {
    let nearest = |near| msg!("check-nearest", name = relative(from, near));
    let uncommitted = |content| scope.uncommitted(content);
    let here = Here { community: scope.community, newest: scope.context.newest, uncommitted: &uncommitted };
    match scope.gone().and_then(|(gone, past)| gone.path(past, &here, from, missing)) {
        Some((told, true)) => Some(told),
        Some((told, false)) => Some(only(scope, missing).map_or(told, nearest)),
        None => path(scope, missing).map(nearest),
    }
}

/// Advice for a name that nothing has: the document that a person who types it would get, else what became of the one that was called so,
/// else the document with the nearest name.
pub(super) fn document(scope: &Scope<'_>, wanted: &str) -> Option<Msg> {
    let bare = wanted.split('#').next().unwrap_or(wanted);
    // A number before a name need not be typed, but what is written in a file is to mean the same when another gets that name.
    if let Found::One(at) = scope.community.find(without_md(bare)) {
        return Some(msg!("check-nearest", name = &scope.document(at).reference));
    }
    let uncommitted = |content| scope.uncommitted(content);
    let here = Here { community: scope.community, newest: scope.context.newest, uncommitted: &uncommitted };
    if let Some(gone) = scope.gone().and_then(|(gone, past)| gone.name(past, &here, bare)) {
        return Some(gone);
    }
    let near = scope.near_documents().to(without_md(last(bare)))?;
    Some(msg!("check-nearest", name = &scope.document(near).reference))
}
