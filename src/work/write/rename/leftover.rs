//! What still says an old path in a file whose references were written anew: in template tags, in HTML, in front matter, where only another
//! program knows what it means.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::base::path::last;
use crate::model::document::Document;

use super::plan::Plan;

/// The names by which what moves may still be called somewhere.
pub(super) struct Leftover {
    /// Names of files without endings, in links that only a template knows.
    stems: Vec<String>,
    /// Names of files, and of folders with their `/`, that nothing else has, by how they begin: a text is gone through once for all of them.
    names: HashMap<[u8; 2], Vec<String>>,
    /// How long the longest is.
    longest: usize,
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
        let (mut names, mut longest) = (HashMap::<[u8; 2], Vec<String>>::new(), 0);
        for name in files.chain(folders).filter(|name| !is_others(name)) {
            let Some(start) = name.as_bytes().first_chunk() else { continue };
            longest = name.len().max(longest);
            names.entry(*start).or_default().push(name);
        }
        Self { stems, names, longest }
    }

    /// Where in a file they stand, apart from these places.
    pub(super) fn places(&self, document: &Document, known: &[Range<usize>]) -> Vec<Range<usize>> {
        let markdown = &document.markdown;
        let links = markdown.links.iter().filter(|link| link.opaque && self.stems.iter().any(|stem| link.target.contains(stem.as_str())));
        let mut found: Vec<Range<usize>> = links.map(|link| link.target_span.clone()).collect();
        let front = 0..document.front.body;
        let meets = |all: &[Range<usize>], at: &Range<usize>| all.iter().any(|span| span.start < at.end && at.start < span.end);
        let comments: Vec<Range<usize>> = markdown.comments.iter().map(|comment| comment.span.clone()).collect();
        for place in std::iter::once(&front).chain(&markdown.opaque).chain(&markdown.html) {
            for span in self.named(&document.text, place) {
                let is_known = meets(known, &span) || meets(&found, &span) || meets(&markdown.code, &span) || meets(&comments, &span);
                if !is_known {
                    found.push(span);
                }
            }
        }
        found.sort_by_key(|span| span.start);
        found
    }

    /// Where a name stands as a whole in a part of a text, or reaches into it.
    fn named(&self, text: &str, part: &Range<usize>) -> Vec<Range<usize>> {
        let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
        let bytes = text.as_bytes();
        let mut found = Vec::new();
        if self.names.is_empty() {
            return found;
        }
        for start in part.start.saturating_sub(self.longest)..part.end.min(bytes.len()) {
            let Some(names) = bytes[start..].first_chunk().and_then(|begins| self.names.get(begins)) else { continue };
            for name in names.iter().filter(|name| bytes[start..].starts_with(name.as_bytes())) {
                let span = start..start + name.len();
                let is_open = name.ends_with('/') || !text[span.end..].starts_with(is_part);
                if part.start < span.end && is_open && !text[..start].ends_with(is_part) {
                    found.push(span);
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::Leftover;

    #[test]
    fn names_are_found_as_a_whole_where_they_reach_into_a_part() {
        let names = HashMap::from([(*b"sc", vec!["scan.md".to_owned(), "scans/".to_owned()]), (*b"\xc3\xa9", vec!["één.md".to_owned()])]);
        let leftover = Leftover { stems: Vec::new(), names, longest: 8 };
        let text = "scan.md é één.md <scan.md> scans/x my-scan.md scan.mdx";
        let found = |part| leftover.named(text, &part).into_iter().map(|span| &text[span]).collect::<Vec<_>>();
        assert_eq!(found(0..text.len()), ["scan.md", "één.md", "scan.md", "scans/"]);
        assert_eq!(found(6..10), ["scan.md"]);
        assert_eq!(found(7..9), Vec::<&str>::new());
    }
}
