//! Where the old path of a document still stands in files that are none of cop's: a template of the git host, a page of a site.

use std::path::Path;

use rayon::prelude::*;

use crate::base::files;
use crate::base::lines::Lines;
use crate::base::path::last;
use crate::base::place::Place;
use crate::model::settings::FILE;
use crate::msg;
use crate::show::view::Remark;
use crate::store::git::sync::mend::listed;

use super::land::Land;
use super::place::Moves;

/// A larger file is looked into by nobody.
const LARGEST: u64 = 256 << 10;
/// So many files are looked through.
const FILES: usize = 5000;
/// So many places are told.
const SHOWN: usize = 5;
/// The endings of files that are no text.
const BINARY: [&str; 24] = [
    "png", "jpg", "jpeg", "gif", "webp", "ico", "tif", "tiff", "bmp", "pdf", "zip", "gz", "docx", "xlsx", "pptx", "odt", "ods", "odp",
    "woff", "woff2", "mp3", "mp4", "mov", "ttf",
];

/// Tells of the places at which something that moves is still named by its path, in the texts that git knows and cop does not write.
pub(super) fn tell(land: &Land<'_>, moves: &Moves) {
    let session = land.session;
    let Some(repo) = session.repo() else { return };
    if moves.files.is_empty() {
        return;
    }
    let prefix = session.prefix();
    let needles = needles(moves);
    let is_own = |path: &str| {
        path.strip_prefix(&prefix).is_some_and(|own| {
            own == FILE || land.side.names.by_path(own).is_some() || land.pages.binary_search_by(|page| page.as_str().cmp(own)).is_ok()
        })
    };
    let all = listed(repo, "");
    let others: Vec<&String> = all.iter().filter(|path| is_text(path) && !is_own(path)).take(FILES).collect();
    let root = repo.root();
    let found: Vec<Place> = others.into_par_iter().flat_map_iter(|path| places(root, path, &prefix, &needles)).collect();
    for place in found.iter().take(SHOWN) {
        session.remark(Remark { code: "rename-named", msg: msg!("rename-named"), place: Some(place.clone()) });
    }
    if let Some(more) = found.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        session.remark(Remark { code: "rename-named", msg: msg!("rename-named-more", count = more), place: None });
    }
}

/// The old paths without their endings; what stands in a folder that moves is found by the folder's name.
fn needles(moves: &Moves) -> Vec<String> {
    let bare = |path: &String| {
        let name = last(path);
        let start = path.len() - name.len();
        // At the root a name alone is a word like any other.
        if start == 0 { path.clone() } else { path[..start + name.find('.').filter(|dot| *dot > 0).unwrap_or(name.len())].to_owned() }
    };
    let is_inside = |path: &str| moves.folders.keys().any(|folder| path.starts_with(&format!("{folder}/")));
    let mut needles: Vec<String> = moves.files.keys().filter(|path| !is_inside(path)).map(bare).collect();
    needles.dedup();
    needles
}

fn is_text(path: &str) -> bool {
    let ending = last(path).rsplit_once('.').map_or("", |(_, ending)| ending);
    !BINARY.iter().any(|binary| binary.eq_ignore_ascii_case(ending))
}

/// The places in a file at which one of the paths stands, each line once.
fn places(root: &Path, path: &str, prefix: &str, needles: &[String]) -> Vec<Place> {
    let Some(text) = files::read(&root.join(path), LARGEST).ok().and_then(|bytes| String::from_utf8(bytes).ok()) else { return Vec::new() };
    let mut found: Vec<usize> = needles.iter().flat_map(|needle| named(&text, needle)).collect();
    if found.is_empty() || text.contains('\0') {
        return Vec::new();
    }
    found.sort_unstable();
    let lines = Lines::new(&text);
    let shown = path.strip_prefix(prefix).map_or_else(|| "../".repeat(prefix.matches('/').count()) + path, str::to_owned);
    let mut places: Vec<(u32, u32)> = found.into_iter().map(|at| lines.position(&text, at)).collect();
    places.dedup_by_key(|(line, _)| *line);
    places.into_iter().map(|position| Place::at(&shown, position)).collect()
}

/// Where a path stands as a whole: no letter or dash before it, none behind it.
fn named<'t>(text: &'t str, needle: &'t str) -> impl Iterator<Item = usize> + 't {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    text.match_indices(needle).map(|(at, _)| at).filter(move |at| {
        let (before, behind) = (&text[..*at], &text[at + needle.len()..]);
        !before.chars().next_back().is_some_and(is_part) && !behind.chars().next().is_some_and(is_part)
    })
}

#[cfg(test)]
mod tests {
    use super::{is_text, named};

    #[test]
    fn a_path_is_found_as_a_whole() {
        let text = "see practices/scan.md, /practices/scan/ and \"practices/scan\"; not practices/scan-all.md or my-practices/scan.md";
        assert_eq!(named(text, "practices/scan").count(), 3);
        assert!(is_text(".github/ISSUE_TEMPLATE/x.yml") && is_text("Makefile") && !is_text("a/b.PNG"));
    }
}
