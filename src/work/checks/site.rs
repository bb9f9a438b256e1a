//! Whether a program makes a site of a community's files.
//!
//! Such programs show `x.md` as `x.html`, `x/` or `x`, look names up, make anchors of headings in ways of their own and copy pictures from
//! elsewhere: what leads nowhere among the files can lead somewhere on the site. Without one, a link leads where a git host takes it.

use crate::model::community::Community;
use crate::model::document::Document;
use crate::text::front::nodes::Node;

/// The settings of such programs that stand anywhere below the community, by their whole names.
const SETTINGS: [&str; 22] = [
    "mkdocs.yml",
    "mkdocs.yaml",
    "zensical.toml",
    "_config.yml",
    "_config.yaml",
    "_config.toml",
    "config.rb",
    "tech-docs.yml",
    "conf.py",
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "_quarto.yml",
    "_bookdown.yml",
    "_toc.yml",
    "myst.yml",
    "book.toml",
    "antora.yml",
    "docfx.json",
    "_sidebar.md",
    "SUMMARY.md",
    "pelicanconf.py",
];
/// The same by how their names begin, before an ending that depends on the language they are written in.
const BEGINNINGS: [&str; 5] = ["docusaurus.config.", "gatsby-config.", "astro.config.", "eleventy.config.", "vuepress.config."];
/// What those end in.
const ENDINGS: [&str; 4] = ["js", "ts", "mjs", "cjs"];
/// What stands only at a root, and is not among the files that are read.
const HIDDEN: [&str; 7] = [".eleventy.js", ".vitepress", "docs/.vitepress", ".vuepress", "docs/.vuepress", ".obsidian", ".nojekyll"];
/// Pages of the wikis of git hosts, which take a name without an ending.
const WIKI: [&str; 4] = ["_Sidebar.md", "_Footer.md", "Home.md", "home.md"];
/// So many folders below the root a program's settings stand at most: deeper they belong to something else that the repository holds.
const DEEPEST: usize = 1;
/// So many folders above the community's a program's settings are looked for.
const ABOVE: usize = 3;

/// Whether something of such a program stands below a community's folder, or above it in the same repository, where `exists` tells whether
/// anything stands at a path.
pub(super) fn is_made(community: &Community, exists: impl Fn(&str) -> bool) -> bool {
    let is_setting = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let is_high = path.matches('/').count() <= DEEPEST;
        is_high && SETTINGS.contains(&name)
            || WIKI.contains(&path)
            || is_high && BEGINNINGS.iter().any(|start| name.starts_with(start))
            || is_source(name)
    };
    community.paths().any(is_setting)
        || community.documents().iter().any(|document| speaks_of_one(document))
        || HIDDEN.iter().any(|name| exists(name))
        || (1..=ABOVE).any(|up| {
            let above = "../".repeat(up);
            let begun = BEGINNINGS.iter().flat_map(|start| ENDINGS.map(|ending| format!("{start}{ending}")));
            let names = SETTINGS.iter().chain(&HIDDEN).map(|name| (*name).to_owned()).chain(begun);
            names.into_iter().any(|name| exists(&format!("{above}{name}")))
        })
}

/// Whether a document says at which address a site has it, or how it is laid out there.
fn speaks_of_one(document: &Document) -> bool {
    let entries = document.front.root.as_ref().and_then(Node::entries).unwrap_or_default();
    entries.iter().any(|entry| matches!(entry.key.as_str(), "permalink" | "redirect_from" | "layout"))
}

/// Whether a file is what only such a program makes a page of.
fn is_source(name: &str) -> bool {
    [".html.md", ".md.erb", ".qmd", ".Rmd", ".mdx", ".njk"].iter().any(|ending| name.ends_with(ending))
}
