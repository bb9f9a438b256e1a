//! What still says an old path in a file whose references were written anew: in template tags, in HTML, in front matter, where only another
//! program knows what it means.

use std::ops::Range;

use crate::base::path::last;
use crate::model::document::Document;

use super::plan::Plan;

/// The names by which what moves may still be called somewhere.
pub(super) struct Leftover {
    /// Names of files without endings, in links that only a template knows.
    stems: Vec<String>,
    /// Names of files, and of folders with their `/`, that nothing else has.
    names: Vec<String>,
}

impl Leftover {
    pub(super) fn of(plan: &Plan<'_, '_>) -> Self {
        let stem = |path: &String| last(path).split('.').next().unwrap_or_default().to_owned();
        let stems = plan.moves.files.keys().map(stem).filter(|stem| stem.len() > 3).collect();
        let is_inside = |path: &str| plan.moves.folders.keys().any(|folder| path.starts_with(&format!("{folder}/")));
        let files =
            plan.moves.files.iter().filter(|(from, to)| !is_inside(from) && last(from) != last(to)).map(|(from, _)| last(from).to_owned());
        let folders = plan.moves.folders.iter().filter(|(from, to)| last(from) != last(to)).map(|(from, _)| format!("{}/", last(from)));
        let is_others = |name: &String| match name.strip_suffix('/') {
            Some(folder) => plan.after.paths.iter().any(|path| path.split('/').rev().skip(1).any(|part| part == folder)),
            None => plan.after.paths.iter().any(|path| last(path) == name),
        };
        Self { stems, names: files.chain(folders).filter(|name| !is_others(name)).collect() }
    }

    /// Where in a file they stand, apart from these places.
    pub(super) fn places(&self, document: &Document, known: &[Range<usize>]) -> Vec<Range<usize>> {
        let markdown = &document.markdown;
        let links = markdown.links.iter().filter(|link| link.opaque && self.stems.iter().any(|stem| link.target.contains(stem.as_str())));
        let mut found: Vec<Range<usize>> = links.map(|link| link.target_span.clone()).collect();
        let front = 0..document.front.body;
        let meets = |all: &[Range<usize>], at: &Range<usize>| all.iter().any(|span| span.start < at.end && at.start < span.end);
        let comments: Vec<Range<usize>> = markdown.comments.iter().map(|comment| comment.span.clone()).collect();
        for name in &self.names {
            for span in whole(&document.text, name) {
                let counts = meets(std::slice::from_ref(&front), &span) || meets(&markdown.opaque, &span) || meets(&markdown.html, &span);
                let is_known = meets(known, &span) || meets(&found, &span) || meets(&markdown.code, &span) || meets(&comments, &span);
                if counts && !is_known {
                    found.push(span);
                }
            }
        }
        found.sort_by_key(|span| span.start);
        found
    }
}

/// Where a name stands as a whole.
fn whole<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    text.match_indices(name).map(|(at, _)| at..at + name.len()).filter(move |span| {
        let is_open = name.ends_with('/') || !text[span.end..].starts_with(is_part);
        is_open && !text[..span.start].ends_with(is_part)
    })
}
