//! All paths of a community, by how else they might be written; and how files link to each other.

use std::collections::{HashMap, HashSet};

use crate::base::composed::composed;
use crate::base::path::{self, folder, last};
use crate::model::community::Community;

/// The endings that sites give to pages that were Markdown.
pub(super) const SHOWN: [&str; 3] = [".html", ".htm", ".php"];

/// The endings of files from which sites make pages; the first three are Markdown and nothing else.
pub(super) const WRITTEN: [&str; 12] =
    [".md", ".markdown", ".mdx", ".html.md", ".html.md.erb", ".md.erb", ".html.erb", ".erb", ".html", ".rst", ".adoc", ".qmd"];

/// All paths, by how else they might be written.
pub(super) struct Paths<'a> {
    /// Files and folders by their path, folded.
    by_fold: HashMap<String, Vec<&'a str>>,
    /// Files by the last part of their path, folded.
    pub(super) by_name: HashMap<String, Vec<&'a str>>,
    /// Files by their folder.
    by_folder: HashMap<&'a str, Vec<&'a str>>,
    /// Files from which a site makes pages, without their endings; a folder for the `index` in it.
    pages: HashSet<&'a str>,
}

impl<'a> Paths<'a> {
    /// All paths of a community.
    pub(super) fn of(community: &'a Community) -> Self {
        let mut pages = HashSet::new();
        let mut by_folder = HashMap::<_, Vec<&str>>::new();
        let (mut by_fold, mut by_name) = (HashMap::<_, Vec<&str>>::new(), HashMap::<_, Vec<&str>>::new());
        let unread = community.unread().iter().map(|unread| unread.path.as_str());
        let mut before = "";
        for path in community.paths().chain(unread) {
            by_fold.entry(folded(path)).or_default().push(path);
            by_name.entry(folded(last(path))).or_default().push(path);
            // Paths come in order, so that a folder is new where it differs from the one before.
            let own = folder(path);
            by_folder.entry(own).or_default().push(path);
            if let Some(bare) = WRITTEN.iter().filter_map(|ending| path.strip_suffix(ending)).min_by_key(|bare| bare.len()) {
                pages.insert(bare);
                if matches!(last(bare), "index" | "_index" | "README") {
                    pages.insert(own);
                }
            }
            let mut ancestor = if own == before { "" } else { own };
            while !ancestor.is_empty() {
                let known = by_fold.entry(folded(ancestor)).or_default();
                if known.contains(&ancestor) {
                    break;
                }
                known.push(ancestor);
                ancestor = folder(ancestor);
            }
            before = own;
        }
        Self { by_fold, by_name, by_folder, pages }
    }

    /// The files in a folder.
    pub(super) fn in_folder(&self, folder: &str) -> &[&'a str] {
        self.by_folder.get(folder).map_or(&[], Vec::as_slice)
    }

    /// Whether a file is there from which a site makes a page at this path.
    pub(super) fn is_page(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let bare = SHOWN.iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(path);
        self.pages.contains(bare.strip_suffix("/index").unwrap_or(bare))
    }

    /// Files and folders that a system which tells neither case nor ways to write an accent apart takes for another, of those that
    /// `are_twins`: each with the first before it.
    pub(super) fn twins(&self, are_twins: impl Fn(&str, &str) -> bool) -> Vec<(&'a str, &'a str)> {
        let mut twins = Vec::new();
        for known in self.by_fold.values().filter(|known| known.len() > 1) {
            let mut known = known.clone();
            known.sort_unstable();
            for (at, path) in known.iter().enumerate() {
                twins.extend(known[..at].iter().find(|other| are_twins(path, other)).map(|other| (*path, *other)));
            }
        }
        twins
    }

    /// The file or folder at a path that is spelled otherwise in case, or in how its accents are made.
    pub(super) fn other_spelling(&self, path: &str) -> Option<&'a str> {
        let wanted = folded(path);
        self.by_fold.get(&wanted)?.iter().copied().find(|known| *known != path)
    }
}

/// A path as a system that does not tell case or ways to write an accent apart sees it.
pub(super) fn folded(path: &str) -> String {
    composed(path).to_lowercase()
}

/// A path without the endings of its last part.
pub(super) fn without_endings(path: &str) -> &str {
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    path[name..].find('.').filter(|dot| *dot > 0).map_or(path, |dot| &path[..name + dot])
}

/// How a file links to another: both from the root.
pub(super) fn relative(from: &str, to: &str) -> String {
    path::relative(from, to).replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn a_link_leads_from_file_to_file() {
        for (from, to, link) in [
            ("a.md", "b.md", "b.md"),
            ("a/b.md", "a/c d.md", "c%20d.md"),
            ("a/b.md", "c/d.md", "../c/d.md"),
            ("a/b/c.md", "a/d.md", "../d.md"),
            ("a.md", "b/c.md", "b/c.md"),
        ] {
            assert_eq!(relative(from, to), link, "{from} {to}");
        }
    }
}
