//! Where a reference in a document leads.

use crate::base::path::folder;
use crate::text::markdown::decode;

use super::community::Community;
use super::document::{Document, RelationValue};
use super::names::Found;

/// What a reference points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A document of the community, by its place, and the heading in it.
    Document(usize, Option<String>),
    /// Another file or folder below the root, and the heading or anchor in it.
    File(String, Option<String>),
    /// A heading of the same document.
    Here(String),
    /// Something that is not in the repository: an address with a scheme, or one from the host's root.
    External,
    /// A path that leads out of the community's root, written from there.
    Outside(String),
    /// A path below the root at which nothing stands.
    Missing(String),
    /// More than one document is called so.
    Several(Vec<usize>),
    /// No document is called so.
    Unknown,
}

/// The path that a relative target means for a file, from the root; `None` if it leads above the root.
pub fn join(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> =
        if target.starts_with('/') { Vec::new() } else { folder(from).split('/').filter(|part| !part.is_empty()).collect() };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// How many levels above the root a relative target leads, and what it names there.
fn above(from: &str, target: &str) -> String {
    let depth = from.matches('/').count();
    let ups = target.split('/').filter(|part| *part == "..").count();
    let rest: Vec<_> = target.split('/').filter(|part| !matches!(*part, ".." | "." | "")).collect();
    format!("{}{}", "../".repeat(ups.saturating_sub(depth).max(1)), rest.join("/"))
}

/// Whether a target is an address: it has a scheme, or begins like one without.
pub fn is_external(target: &str) -> bool {
    let scheme = target.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '.' | '-'))
    });
    scheme || target.starts_with("//")
}

/// Where a Markdown link of a document leads.
pub fn of_link(community: &Community, from: &Document, target: &str) -> Target {
    let target = target.trim();
    if is_external(target) {
        return Target::External;
    }
    let (path, fragment) = target.split_once('#').map_or((target, None), |(path, fragment)| (path, Some(fragment)));
    let fragment = fragment.map(|fragment| decode(fragment).into_owned()).filter(|fragment| !fragment.is_empty());
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() {
        return fragment.map_or(Target::Here(String::new()), Target::Here);
    }
    let decoded = decode(path);
    let Some(joined) = join(&from.path, &decoded) else { return Target::Outside(above(&from.path, &decoded)) };
    match community.names().by_path(&joined) {
        Some(at) => Target::Document(at, fragment),
        None if joined.is_empty() || community.exists(&joined) => Target::File(joined, fragment),
        None => Target::Missing(joined),
    }
}

/// Where a wikilink leads: a name of a document, or a file.
pub fn of_wikilink(community: &Community, from: &Document, target: &str) -> Target {
    let (name, fragment) = target.split_once('#').map_or((target, None), |(name, fragment)| (name, Some(fragment.trim().to_owned())));
    let name = name.trim();
    if name.is_empty() {
        return fragment.map_or(Target::Unknown, Target::Here);
    }
    if let Some(path) = community.left_out_called(name) {
        return Target::File(path.to_owned(), fragment);
    }
    match community.resolve(name) {
        Found::One(at) => Target::Document(at, fragment),
        Found::Several(several) => Target::Several(several),
        Found::Nothing(_) => {
            let beside = join(&from.path, name).filter(|path| community.exists(path));
            beside
                .or_else(|| Some(name.to_owned()).filter(|path| community.exists(path)))
                .map_or(Target::Unknown, |path| Target::File(path, fragment))
        }
    }
}

/// Where a relation in front matter leads: a path from the document or the root, or a name.
pub fn of_relation(community: &Community, from: &Document, relation: &RelationValue) -> Target {
    if is_external(&relation.target) {
        return Target::External;
    }
    if relation.is_path {
        let found = of_link(community, from, &relation.target);
        if !matches!(found, Target::Missing(_) | Target::Outside(_)) {
            return found;
        }
    }
    if let Some(path) = community.left_out_called(&relation.target) {
        return Target::File(path.to_owned(), None);
    }
    // The kinds that a relation may point to decide between documents of one name.
    match community.resolve(&relation.target) {
        Found::One(at) => Target::Document(at, None),
        Found::Several(several) => {
            let wanted = community.kind(from).relation(&relation.name).map_or(&[][..], |relation| &relation.to);
            let fit: Vec<_> =
                several.iter().copied().filter(|at| wanted.contains(&community.kind(&community.documents()[*at]).name)).collect();
            if let [one] = fit.as_slice() { Target::Document(*one, None) } else { Target::Several(several) }
        }
        Found::Nothing(_) => Target::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::{above, is_external, join};

    #[test]
    fn relative_paths_are_joined() {
        for (from, target, joined) in [
            ("a/b.md", "c.md", Some("a/c.md")),
            ("a/b.md", "../c.md", Some("c.md")),
            ("a/b.md", "./d/./e.md", Some("a/d/e.md")),
            ("a/b.md", "../../c.md", None),
            ("a/b.md", "/c.md", Some("c.md")),
            ("b.md", "..", None),
        ] {
            assert_eq!(join(from, target).as_deref(), joined, "{from} {target}");
        }
        assert_eq!(above("a/b.md", "../../x/c.md"), "../x/c.md");
    }

    #[test]
    fn addresses_have_a_scheme() {
        for target in ["https://x", "mailto:a@b", "//host/x", "tel:+31"] {
            assert!(is_external(target), "{target}");
        }
        for target in ["a.md", "a b: c.md", "./a:b.md", "#x", "/x"] {
            assert!(!is_external(target), "{target}");
        }
    }
}
