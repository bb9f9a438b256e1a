//! What becomes of a link: whether something stands where it leads, and if not, why.

use crate::base::lines::floor_char_boundary;
use crate::base::path::last;
use crate::model::document::Document;
use crate::model::kind::Kind;
use crate::model::targets::{Target, join, of_link, of_wikilink};
use crate::text::markdown::{Link, LinkForm, decode};

use super::paths::{SHOWN, WRITTEN, folded, without_endings};
use super::scope::{Outside, Scope};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// To something that is there, or that nobody here can judge.
    Alive,
    /// To a document, and the heading in it that is named.
    Document(usize, Option<String>),
    /// To a heading of the same document.
    Here(String),
    /// To a path from the root at which nothing stands.
    Missing(String),
    /// To a path that is spelled otherwise: the way it is spelled.
    OtherSpelling(String),
    /// To a file without its ending: the file.
    WithoutEnding(String),
    /// With `\` where `/` should stand: to this path.
    Backslashes(String),
    /// From the root of whatever host shows the page, where nothing of this community stands.
    HostRoot,
    /// Out of the repository.
    Leaves,
    /// To several documents of one name.
    Several(Vec<usize>),
    /// A wikilink to a name that nothing has.
    Nameless,
}

/// Where one link of a document leads.
pub(super) fn fate(scope: &Scope<'_>, document: &Document, kind: &Kind, link: &Link) -> Fate {
    let target = link.target.trim();
    if link.opaque || is_placeholder(target) || is_choice(document, link) {
        return Fate::Alive;
    }
    if link.form.is_wiki() {
        return wiki(scope, document, target);
    }
    if leaves_by_scheme(target) {
        return Fate::Leaves;
    }
    if link.form == LinkForm::Autolink || target.is_empty() {
        return Fate::Alive;
    }
    match of_link(scope.community, document, target) {
        Target::External | Target::File(..) | Target::Several(_) | Target::Unknown => Fate::Alive,
        Target::Document(at, fragment) => Fate::Document(at, fragment),
        Target::Here(fragment) => Fate::Here(fragment),
        Target::Outside(path) => outside(scope, kind, &path),
        Target::Missing(path) if scope.is_odd(&path) || is_hidden(scope, &path) => Fate::Alive,
        Target::Missing(path) if target.starts_with('/') => from_host_root(scope, kind, &path),
        Target::Missing(path) => missing(scope, document, kind, target, path),
    }
}

/// Whether something stands at a path that is not read because of its name.
fn is_hidden(scope: &Scope<'_>, path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.')) && (scope.context.exists_outside)(path) == Outside::Exists
}

fn wiki(scope: &Scope<'_>, document: &Document, target: &str) -> Fate {
    match of_wikilink(scope.community, document, target) {
        Target::Document(at, fragment) => Fate::Document(at, fragment),
        Target::Here(fragment) => Fate::Here(fragment),
        Target::Several(several) => Fate::Several(several),
        Target::Unknown if is_escape(document, target) => Fate::Leaves,
        Target::Unknown if scope.may_be_left_out(target) => Fate::Alive,
        // A picture or another file that is called so, wherever it stands.
        Target::Unknown if last(target).contains('.') && scope.paths().by_name.contains_key(&folded(last(target))) => Fate::Alive,
        Target::Unknown => Fate::Nameless,
        _ => Fate::Alive,
    }
}

/// Whether a wikilink is written as a path that leads above the root.
fn is_escape(document: &Document, target: &str) -> bool {
    let path = target.replace('\\', "/");
    path.contains("..") && join(&document.path, &path).is_none()
}

/// A file on the reader's own disk is outside the repository.
fn leaves_by_scheme(target: &str) -> bool {
    target.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("file:"))
}

/// Whether a target is what a template says where a target should come.
fn is_placeholder(target: &str) -> bool {
    target.contains(['{', '}', '<', '>', '$', '|', '*', '…', '\u{fffd}'])
        || target.trim_matches(['.', '/', '#']).is_empty() && target.contains("...")
}

/// So many bytes before a link its form is looked for.
const CHOICE: usize = 500;

/// Whether a link stands in what a form offers to choose from: `[proposed | accepted | superseded by [ADR-5](0005-example.md)]`.
fn is_choice(document: &Document, link: &Link) -> bool {
    let of_line = document.lines.range(&document.text, document.lines.line(link.span.start)).start;
    let start = floor_char_boundary(&document.text, link.span.start.saturating_sub(CHOICE)).max(of_line);
    let before = document.text.get(start..link.span.start).unwrap_or_default();
    let open = before.rfind('[').filter(|open| !before[*open..].contains(']'));
    open.is_some_and(|open| before[open..].contains('|'))
}

/// Pages of a git host beside the files of a repository, which people reach by `../../issues`.
const HOST_PAGES: [&str; 15] = [
    "-",
    "actions",
    "blob",
    "commits",
    "compare",
    "discussions",
    "issues",
    "labels",
    "milestones",
    "projects",
    "pulls",
    "releases",
    "security",
    "tree",
    "wiki",
];

fn outside(scope: &Scope<'_>, kind: &Kind, path: &str) -> Fate {
    let path = path.strip_suffix('/').unwrap_or(path);
    let first = path.trim_start_matches("../").split('/').next().unwrap_or_default();
    let up = "../".repeat(path.matches("../").count());
    // A folder of that name is the repository's own.
    if HOST_PAGES.contains(&first) && (scope.context.exists_outside)(&format!("{up}{first}")) != Outside::Exists {
        return Fate::Alive;
    }
    let found = (scope.context.exists_outside)(path);
    if found == Outside::Exists || scope.is_on_site(kind) && served_elsewhere(scope, path) {
        return Fate::Alive;
    }
    if found == Outside::LeavesRepository { Fate::Leaves } else { Fate::Missing(path.to_owned()) }
}

/// An address from the host's root: who serves the page decides what that is.
fn from_host_root(scope: &Scope<'_>, kind: &Kind, path: &str) -> Fate {
    if scope.is_on_site(kind) || served_elsewhere(scope, path) { Fate::Alive } else { Fate::HostRoot }
}

fn missing(scope: &Scope<'_>, document: &Document, kind: &Kind, target: &str, path: String) -> Fate {
    if target.contains('\\') {
        return backslashes(scope, document, target, path);
    }
    if scope.is_on_site(kind) && is_alive_on_site(scope, document, target, &path) {
        return Fate::Alive;
    }
    if let Some(real) = scope.paths().other_spelling(&path) {
        return Fate::OtherSpelling(real.to_owned());
    }
    let ending = [".md", ".markdown"].into_iter().map(|ending| format!("{}{ending}", path.trim_end_matches('/')));
    match ending.into_iter().find(|path| scope.community.exists(path)) {
        Some(real) => Fate::WithoutEnding(real),
        None => Fate::Missing(path),
    }
}

fn backslashes(scope: &Scope<'_>, document: &Document, target: &str, path: String) -> Fate {
    let decoded = decode(target).replace('\\', "/");
    match join(&document.path, decoded.split(['#', '?']).next().unwrap_or_default()) {
        None => Fate::Leaves,
        Some(joined) if scope.community.exists(&joined) => Fate::Backslashes(joined),
        Some(_) => Fate::Missing(path),
    }
}

/// Whether a site that is made of these files would have a page where the link leads.
///
/// The usual generators show `x.md` as `x.html`, `x/` or `x`, count a page as a folder of its own, and copy pictures from another folder.
fn is_alive_on_site(scope: &Scope<'_>, document: &Document, target: &str, path: &str) -> bool {
    let decoded = decode(target);
    let bare = decoded.split(['#', '?']).next().unwrap_or_default();
    // What has neither a folder nor an ending is a name that the generator looks up.
    if !bare.contains(['/', '.']) {
        return true;
    }
    let as_folder = join(&format!("{}/x", without_endings(&document.path)), bare);
    [Some(path.to_owned()), as_folder]
        .into_iter()
        .flatten()
        .any(|path| path.is_empty() || scope.community.exists(path.trim_end_matches('/')) || scope.paths().is_page(&path))
        || served_elsewhere(scope, bare)
        || scope.is_address(bare)
}

/// Whether some file of the community has this path at its end: pictures and downloads are copied from a folder of their own, and
/// whole trees are mounted elsewhere.
fn served_elsewhere(scope: &Scope<'_>, path: &str) -> bool {
    let path = path.trim_start_matches("../").trim_matches('/');
    let name = last(path);
    let bare = SHOWN.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    let folder = &path[..path.len() - name.len()];
    let is_page = WRITTEN[..3].iter().any(|ending| name.ends_with(ending));
    // A page of that name somewhere else is most likely where the page went, and the link did not follow.
    if is_page && folder.is_empty() || name.is_empty() {
        return false;
    }
    let names = std::iter::once(name.to_owned()).chain(WRITTEN.iter().map(|ending| format!("{bare}{ending}")));
    names.into_iter().any(|name| {
        let wanted = format!("{folder}{name}");
        let known = scope.paths().by_name.get(&folded(&name));
        known.is_some_and(|known| {
            known.iter().any(|path| *path == wanted || path.strip_suffix(wanted.as_str()).is_some_and(|rest| rest.ends_with('/')))
        })
    })
}
