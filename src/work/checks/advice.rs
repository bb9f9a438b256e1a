//! What a reference that leads to nothing most likely meant.

use crate::base::lang::Msg;
use crate::base::nearest::nearest;
use crate::base::path::last;
use crate::model::names::Found;
use crate::msg;

use super::near::without_md;
use super::paths::folded;
use super::scope::Scope;

/// Files that every folder may have: one in another folder is not the one that was meant.
const USUAL: [&str; 7] = ["readme", "index", "license", "licence", "contributing", "changelog", "code_of_conduct"];

/// The path that is nearest to one at which nothing stands: the only file of that name elsewhere, else the nearest name in
/// the same folder, else the nearest of all.
pub(super) fn path<'s>(scope: &'s Scope<'_>, missing: &str) -> Option<&'s str> {
    let (folder, name) = missing.trim_end_matches('/').rsplit_once('/').unwrap_or(("", missing));
    let is_usual = |name: &str| USUAL.contains(&name.split('.').next().unwrap_or(name).to_ascii_lowercase().as_str());
    if is_usual(name) {
        return None;
    }
    for name in [folded(name), folded(&format!("{name}.md"))] {
        if let Some([only]) = scope.paths().by_name.get(&name).map(Vec::as_slice) {
            return Some(only);
        }
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

/// Advice for a name that nothing has: the document that a person who types it would get, else the one with the nearest name.
pub(super) fn document(scope: &Scope<'_>, wanted: &str) -> Option<Msg> {
    let bare = wanted.split('#').next().unwrap_or(wanted);
    // A number before a name need not be typed, but what is written in a file is to mean the same when another gets that name.
    if let Found::One(at) = scope.community.find(without_md(bare)) {
        return Some(msg!("check-nearest", name = &scope.document(at).reference));
    }
    let near = scope.near_documents().to(without_md(last(bare)))?;
    Some(msg!("check-nearest", name = &scope.document(near).reference))
}
