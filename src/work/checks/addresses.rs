//! The addresses that files say a site has them at, beside those that follow from where they stand: `permalink`, `redirect_from` and the like
//! in front matter, and the lists of what was moved that programs for sites keep in their settings.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::limits::Limits;
use crate::model::community::Community;
use crate::model::kinds::is_markdown;
use crate::text::front;
use crate::text::front::nodes::Node;
use crate::text::front::parse::parse;

/// The keys of front matter under which a page says where it can be found.
const KEYS: [&str; 6] = ["permalink", "redirect_from", "url", "slug", "aliases", "id"];
/// The keys of a site's settings under which stands what was moved: the old address, and then the new one.
const MOVED: [&str; 2] = ["redirects", "redirect_maps"];

/// All of them, without what does not tell pages apart.
pub(super) struct Addresses(HashSet<String>);

impl Addresses {
    /// Those of a community's documents that were there before it, and of the files beside those, whose texts `text` gives.
    pub(super) fn of(community: &Community, text: &(dyn Fn(&str) -> Option<Arc<str>> + Sync)) -> Self {
        let adopted = community.documents().iter().filter(|document| community.kind(document).is_adopted());
        let mut all: HashSet<String> = adopted.flat_map(|document| document.front.root.as_ref().map(said).unwrap_or_default()).collect();
        // What is no document can be a page of the site all the same.
        let beside: Vec<&str> = community.paths().filter(|path| community.names().by_path(path).is_none()).collect();
        let limits = &community.settings.limits;
        all.par_extend(beside.into_par_iter().flat_map_iter(|path| {
            if is_markdown(path) {
                let front = text(path).map(|text| front::read(&text, limits));
                return front.and_then(|front| front.root).map(|root| said(&root)).unwrap_or_default();
            }
            if is_yaml(path) { text(path).map(|text| moved(&text)).unwrap_or_default() } else { Vec::new() }
        }));
        all.remove("");
        Self(all)
    }

    /// Whether a page is at a path of the site.
    pub(super) fn has(&self, path: &str) -> bool {
        self.0.contains(address(path))
    }
}

fn is_yaml(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| matches!(ending, "yml" | "yaml"))
}

/// Where a page says that it can be found.
fn said(root: &Node) -> Vec<String> {
    let entries = root.entries().unwrap_or_default().iter().filter(|entry| KEYS.contains(&entry.key.as_str()));
    let values = entries.flat_map(|entry| entry.value.items().unwrap_or(std::slice::from_ref(&entry.value)));
    values.filter_map(|value| Some(address(value.text()?).to_owned())).collect()
}

/// The addresses from which a site's settings send readers on.
fn moved(text: &str) -> Vec<String> {
    let limits = Limits::of_settings();
    if text.len() > limits.front || !MOVED.iter().any(|key| text.contains(key)) {
        return Vec::new();
    }
    let (root, _) = parse(text, 0..text.len(), &limits);
    let (mut all, mut left) = (Vec::new(), Vec::from_iter(root.as_ref()));
    while let Some(node) = left.pop() {
        left.extend(node.items().unwrap_or_default());
        for entry in node.entries().unwrap_or_default() {
            left.push(&entry.value);
            if MOVED.contains(&entry.key.as_str()) {
                all.extend(entry.value.entries().unwrap_or_default().iter().map(|moved| address(&moved.key).to_owned()));
            }
        }
    }
    all
}

/// A path of a site without what does not tell pages apart.
fn address(path: &str) -> &str {
    let bare = path.trim().trim_start_matches("../").trim_start_matches("./").trim_matches('/');
    bare.strip_suffix(".html").or_else(|| bare.strip_suffix("/index")).unwrap_or(bare)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::moved;
    use crate::work::checks::scope::Context;
    use crate::work::checks::selection::Selection;
    use crate::work::checks::testing::{community, lines, today};

    #[test]
    fn a_page_that_is_no_document_and_the_settings_of_a_site_say_addresses() {
        let settings = "kinds: {practice: {paths: [\"*.md\"], exclude: [CC0.md]}}\n";
        let text = "# A\n\n[a](license.html) [b](old/rspec.html) [c](gone.html)\n";
        let files = [("a.md", text), ("CC0.md", ""), ("config/tech-docs.yml", ""), ("config/other.yml", "")];
        let read = |path: &str| -> Option<Arc<str>> {
            Some(match path {
                "CC0.md" => "---\nredirect_from:\n    - license.html\n---\n# CC0\n".into(),
                "config/tech-docs.yml" => "host: x\nredirects:\n  /old/rspec.html: /new/ruby.html#rspec\n".into(),
                _ => "gone.html: no list of what was moved\n".into(),
            })
        };
        let context = Context { text: &read, ..Context::plain(today()) };
        let selection = Selection::new(vec!["dead-link".into()], Vec::new(), Vec::new(), &[]).unwrap();
        let report = crate::work::checks::check(&community(settings, &files), &context, &selection);
        assert_eq!(lines(&report), ["a.md:3:43 error no such file: gone.html"]);
    }

    #[test]
    fn what_was_moved_stands_as_deep_as_its_program_has_it() {
        assert_eq!(
            moved("plugins:\n  - search\n  - redirects:\n      redirect_maps:\n        old.md: new.md\n"),
            ["redirect_maps", "old.md"]
        );
        assert_eq!(moved("redirects: [a, b]\n").len(), 0);
        assert_eq!(moved("redirects: {\n").len(), 0);
    }
}
