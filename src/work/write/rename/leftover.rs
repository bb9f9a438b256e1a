//! What still says an old path in a file whose references were written anew: in template tags, in HTML, in front matter, where only another
//! program knows what it means.

use std::collections::HashSet;
use std::ops::Range;

use crate::base::lines::floor_char_boundary;
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
        let others: HashSet<&str> = plan.after.paths.iter().map(|path| last(path)).collect();
        let is_others = |name: &String| match name.strip_suffix('/') {
            Some(folder) => plan.after.paths.iter().any(|path| path.split('/').rev().skip(1).any(|part| part == folder)),
            None => others.contains(name.as_str()),
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
        // Most of a text is neither, and with many names is not looked through for each.
        let places = std::iter::once(&front).chain(&markdown.opaque).chain(&markdown.html).filter(|place| !place.is_empty());
        let mut places: Vec<Range<usize>> = places.cloned().collect();
        places.sort_by_key(|place| (place.start, place.end));
        places.dedup();
        for name in &self.names {
            for span in places.iter().flat_map(|place| whole(&document.text, place, name)) {
                let is_known = meets(known, &span) || meets(&found, &span) || meets(&markdown.code, &span) || meets(&comments, &span);
                if !is_known {
                    found.push(span);
                }
            }
        }
        found.sort_by_key(|span| span.start);
        found
    }
}

/// Where a name stands as a whole in a part of a text, or reaches into it.
fn whole<'t>(text: &'t str, part: &Range<usize>, name: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    let start = floor_char_boundary(text, part.start.saturating_sub(name.len()));
    let end = floor_char_boundary(text, part.end.saturating_add(name.len() + char::MAX.len_utf8()));
    let part = part.clone();
    text[start..end].match_indices(name).map(move |(at, _)| start + at..start + at + name.len()).filter(move |span| {
        let is_open = name.ends_with('/') || !text[span.end..].starts_with(is_part);
        span.start < part.end && part.start < span.end && is_open && !text[..span.start].ends_with(is_part)
    })
}
