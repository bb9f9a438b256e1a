//! What the name of a file says: what it is called as a document, and whether it is one at all.

use crate::base::path::last;
use crate::base::slug::slug_path;

/// Endings that are no part of a name.
const ENDINGS: [&str; 14] = ["md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd", "Rmd", "html", "htm", "erb", "txt", "rst", "adoc"];

/// Whether a file or a folder on the way to it begins with a dot: such are not read.
pub(super) fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

/// In a kind's own folder: a page for people in a browser, or a file that somebody set aside.
pub(super) fn is_aside(path: &str) -> bool {
    let name = last(path);
    let stem = name.split('.').next().unwrap_or(name);
    name.starts_with('_') || stem.eq_ignore_ascii_case("readme") || stem.eq_ignore_ascii_case("index")
}

/// Among numbered documents, by the path below their folder: an index or README that shows the way to them. One in a folder of its own
/// is the document (`use-x/index.md`), and a README only in a folder with a number, as in `0007-use-x/README.md`.
pub(super) fn is_signpost(below: &str) -> bool {
    let (folder, name) = below.rsplit_once('/').unwrap_or(("", below));
    let stem = name.split('.').next().unwrap_or(name);
    let folder = last(folder);
    let is_numbered = folder.strip_prefix("adr-").unwrap_or(folder).starts_with(|first: char| first.is_ascii_digit());
    stem.eq_ignore_ascii_case("index") && folder.is_empty() || stem.eq_ignore_ascii_case("readme") && !is_numbered
}

/// The name of a file by its path below a folder. An index at the top of it is named for the folder itself: of two folders in one kind
/// each may have one.
pub(super) fn slug_in(folder: &str, below: &str) -> String {
    let slug = slug_of(below);
    let above = if slug == "index" || slug == "readme" { slug_path(last(folder.trim_end_matches('/'))) } else { String::new() };
    if above.is_empty() { slug } else { above }
}

/// The name of a file below its kind's folder: no endings, every part a slug, no `index` or `README` at the end.
pub(super) fn slug_of(below: &str) -> String {
    let (folder, name) = below.rsplit_once('/').unwrap_or(("", below));
    let mut stem = name;
    while let Some((rest, ending)) = stem.rsplit_once('.') {
        if rest.is_empty() || !ENDINGS.contains(&ending) && !ending.eq_ignore_ascii_case("md") {
            break;
        }
        stem = rest;
    }
    let is_index = stem.eq_ignore_ascii_case("index") || stem.eq_ignore_ascii_case("readme");
    let parts = slug_path(folder);
    match slug_path(stem) {
        _ if is_index && !parts.is_empty() => parts,
        own if parts.is_empty() => own,
        own if own.is_empty() => parts,
        own => format!("{parts}/{own}"),
    }
}

#[cfg(test)]
mod tests {
    use super::slug_of;

    #[test]
    fn names_lose_their_endings() {
        for (below, slug) in [
            ("a.md", "a"),
            ("Git/Re basing.MD", "git/re-basing"),
            ("x.html.md.erb", "x"),
            ("v1.2-notes.md", "v1-2-notes"),
            ("index.md", "index"),
            ("a/README.md", "a"),
            ("x.nl.md", "x-nl"),
            ("ch01.Rmd", "ch01"),
        ] {
            assert_eq!(slug_of(below), slug, "{below}");
        }
    }
}
