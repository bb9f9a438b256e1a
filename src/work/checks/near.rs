//! The file that a dead link most likely meant.

use crate::base::nearest::nearest;

use super::scope::{Scope, folded};

/// The path that is nearest to one at which nothing stands: the only file of that name elsewhere, else the nearest name in
/// the same folder, else the nearest of all documents.
pub(super) fn path<'s>(scope: &'s Scope<'_>, missing: &str) -> Option<&'s str> {
    let (folder, name) = missing.trim_end_matches('/').rsplit_once('/').unwrap_or(("", missing));
    // Every folder may have one of these: another is not the one that was meant.
    let usual = ["readme", "index", "license", "licence", "contributing", "changelog", "code_of_conduct"];
    if usual.contains(&name.split('.').next().unwrap_or(name).to_ascii_lowercase().as_str()) {
        return None;
    }
    let with_ending = [folded(name), folded(&format!("{name}.md"))];
    for name in &with_ending {
        if let Some([only]) = scope.paths().by_name.get(name).map(Vec::as_slice) {
            return Some(only);
        }
    }
    let in_folder = |path: &&str| path.rsplit_once('/').map_or("", |(folder, _)| folder) == folder;
    let beside: Vec<&str> = scope.community.paths().filter(in_folder).collect();
    let documents = scope.documents().iter().map(|document| document.path.as_str());
    by_name(name, beside.into_iter()).or_else(|| by_name(name, documents))
}

/// The path whose last part is nearest to a name.
fn by_name<'p>(name: &str, paths: impl Iterator<Item = &'p str> + Clone) -> Option<&'p str> {
    let last = |path: &'p str| path.rsplit('/').next().unwrap_or(path);
    let bare = |name: &str| name.trim_end_matches(".md").len() >= 3;
    if !bare(name) {
        return None;
    }
    let near = nearest(name, paths.clone().map(last).filter(|name| bare(name)))?;
    paths.into_iter().find(|path| last(path) == near)
}

/// How a file links to another: both from the root.
pub(super) fn relative(from: &str, to: &str) -> String {
    let mut up: Vec<&str> = from.split('/').collect();
    up.pop();
    let down: Vec<&str> = to.split('/').collect();
    let shared = up.iter().zip(&down[..down.len() - 1]).take_while(|(one, other)| one == other).count();
    let mut path = "../".repeat(up.len() - shared);
    path.push_str(&down[shared..].join("/"));
    path.replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_link_leads_from_file_to_file() {
        for (from, to, link) in [
            ("a.md", "b.md", "b.md"),
            ("a/b.md", "a/c d.md", "c%20d.md"),
            ("a/b.md", "c/d.md", "../c/d.md"),
            ("a/b/c.md", "a/d.md", "../d.md"),
            ("a.md", "b/c.md", "b/c.md"),
        ] {
            assert_eq!(super::relative(from, to), link, "{from} {to}");
        }
    }
}
