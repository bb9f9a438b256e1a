//! A renaming before it is carried out: what every reference means now, and has to mean afterwards.

use std::collections::HashMap;

use crate::base::fold::fold;
use crate::base::path::{last, relative};
use crate::base::percent;
use crate::model::community::name;
use crate::model::document::{Document, RelationValue};
use crate::model::names::{Found, Name, Names};
use crate::model::settings::Settings;
use crate::model::targets::{is_external, join};
use crate::text::markdown::{Link, LinkForm, decode, heading_id};

use super::land::{Land, Side};
use super::place::Moves;

/// The endings that sites give to pages that were Markdown.
const SHOWN: [&str; 4] = [".html", ".htm", ".php", "/index"];

/// What a reference stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A document, and a heading in it.
    Document(usize, Option<String>),
    /// The page that a site makes of a document, and a heading in it.
    Page(usize, Option<String>),
    /// A file or folder.
    File(String, Option<String>),
    /// A heading of the same document.
    Here(String),
    /// Nothing that is here, or nothing in particular.
    Nothing,
}

/// A member who is called otherwise afterwards.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) handle: (String, String),
    pub(super) name: (String, String),
}

/// Headings that are called otherwise afterwards.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchors {
    /// Ids that are given by hand, which stay.
    fixed: Vec<String>,
    /// Every id with the one it becomes.
    ids: Vec<(String, String)>,
    /// The words of the first heading, before and after.
    words: Vec<(String, String)>,
}

/// A renaming.
pub(super) struct Plan<'l, 's> {
    pub(super) land: &'l Land<'s>,
    pub(super) after: Side,
    /// How everything is called afterwards, in the order of the land's list.
    pub(super) list: Vec<Name>,
    pub(super) moves: Moves,
    /// The members who are called otherwise afterwards.
    pub(super) people: Vec<Person>,
    /// Whether the renaming is done already, and only what was written meanwhile is brought after it: then what leads somewhere is right.
    pub(super) is_late: bool,
    /// The documents whose headings change.
    pub(super) anchors: HashMap<usize, Anchors>,
    /// The pages that sites make of the documents that move, before and after, without endings.
    pages: Vec<(usize, String, String)>,
}

impl<'l, 's> Plan<'l, 's> {
    /// What becomes of everything if these files move, and these documents read so.
    pub(super) fn new(land: &'l Land<'s>, moves: Moves, people: Vec<Person>, changed: &HashMap<usize, (Document, Document)>) -> Self {
        let settings = land.session.settings();
        let mut paths = land.side.paths.clone();
        for (from, to) in &moves.files {
            paths.remove(from);
            paths.insert(to.clone());
        }
        let exists = |path: &str| paths.contains(path);
        let mut list = land.list.clone();
        for (at, own) in list.iter_mut().enumerate() {
            if let Some((_, after)) = changed.get(&at) {
                *own = Name { path: own.path.clone(), reference: own.reference.clone(), ..name(after, settings.kinds.at(after.kind)) };
            }
            let Some(path) = moves.files.get(&own.path) else { continue };
            if let Some(claim) = settings.kinds.claim(path, &exists) {
                own.reference = format!("{}/{}", settings.kinds.at(claim.kind).name, claim.slug);
            }
            own.path.clone_from(path);
        }
        let bare = |path: &str| without_form(path).to_owned();
        let elsewhere = land.list.iter().zip(&list).enumerate().filter(|(_, (old, new))| old.path != new.path);
        let pages = elsewhere.map(|(at, (old, new))| (at, bare(&old.path), bare(&new.path))).collect();
        let anchors = changed.iter().map(|(at, (before, after))| (*at, Anchors::of(before, after))).collect();
        let after = Side::new(Names::new(list.clone()), paths);
        Self { land, after, list, moves, people, is_late: false, anchors, pages }
    }

    pub(super) fn settings(&self) -> &'s Settings {
        self.land.session.settings()
    }

    /// Whether a document is called otherwise afterwards.
    pub(super) fn is_renamed(&self, at: usize) -> bool {
        self.land.list.get(at) != self.list.get(at)
    }

    /// Whether a reference that leads to this afterwards is left as it is, though that is not what it meant before.
    pub(super) fn is_settled(&self, after: &Meaning) -> bool {
        self.is_late && *after != Meaning::Nothing
    }

    fn is_after(&self, side: &Side) -> bool {
        std::ptr::eq(side, &raw const self.after)
    }

    /// What a link means, of a document as it is now or (with its new path) afterwards.
    pub(super) fn link(&self, side: &Side, from: &str, link: &Link) -> Meaning {
        let target = link.target.trim();
        if link.opaque || link.form == LinkForm::Autolink {
            return Meaning::Nothing;
        }
        if link.form.is_wiki() {
            return self.wiki(side, from, target);
        }
        if is_external(target) {
            return Meaning::Nothing;
        }
        self.path(side, from, target)
    }

    fn path(&self, side: &Side, from: &str, target: &str) -> Meaning {
        let (path, fragment) = target.split_once('#').map_or((target, None), |(path, fragment)| (path, Some(fragment)));
        let fragment = fragment.map(|fragment| decode(fragment).into_owned()).filter(|fragment| !fragment.is_empty());
        let path = path.split('?').next().unwrap_or_default();
        if path.is_empty() {
            return fragment.map_or(Meaning::Nothing, Meaning::Here);
        }
        let Some(joined) = join(from, &decode(path)) else { return Meaning::Nothing };
        if let Some(at) = side.names.by_path(&joined) {
            return Meaning::Document(at, fragment);
        }
        if side.exists(&joined) {
            return Meaning::File(joined, fragment);
        }
        // Where the case of letters does not count, as on many computers, another spelling leads there too.
        if let Some(near) = side.nearly(&joined) {
            return match side.names.by_path(near) {
                Some(at) => Meaning::Document(at, fragment),
                None => Meaning::File(near.to_owned(), fragment),
            };
        }
        let bare = SHOWN.iter().find_map(|ending| joined.strip_suffix(ending)).unwrap_or(&joined);
        let is_after = self.is_after(side);
        let page = self.pages.iter().find(|(_, old, new)| bare == if is_after { new } else { old });
        page.map_or(Meaning::Nothing, |(at, ..)| Meaning::Page(*at, fragment))
    }

    fn wiki(&self, side: &Side, from: &str, target: &str) -> Meaning {
        let (name, fragment) = target.split_once('#').map_or((target, None), |(name, fragment)| (name, Some(fragment.trim().to_owned())));
        let name = name.trim();
        if name.is_empty() {
            return fragment.map_or(Meaning::Nothing, Meaning::Here);
        }
        match side.resolve(self.settings(), name) {
            Found::One(at) => Meaning::Document(at, fragment),
            Found::Several(_) => Meaning::Nothing,
            Found::Nothing(_) => {
                let beside = join(from, name).filter(|path| side.exists(path));
                let file = beside.or_else(|| Some(name.to_owned()).filter(|path| side.exists(path)));
                file.map_or(Meaning::Nothing, |path| Meaning::File(path, fragment))
            }
        }
    }

    /// Whether a path that a document's front matter says leads anywhere from there.
    pub(super) fn is_path(&self, from: &str, target: &str) -> bool {
        matches!(self.path(&self.land.side, from, target), Meaning::Document(..) | Meaning::File(..))
    }

    /// The file or document to which a path leads that a document's front matter says.
    pub(super) fn file(&self, from: &str, target: &str) -> Option<Meaning> {
        Some(self.path(&self.land.side, from, target)).filter(|found| matches!(found, Meaning::Document(..) | Meaning::File(..)))
    }

    /// Whether a name stands for a document afterwards.
    pub(super) fn leads_to(&self, name: &str, at: usize) -> bool {
        self.after.resolve(self.settings(), name) == Found::One(at)
    }

    /// What a relation means.
    pub(super) fn relation(&self, side: &Side, document: &Document, from: &str, relation: &RelationValue) -> Meaning {
        if is_external(&relation.target) {
            return Meaning::Nothing;
        }
        if relation.is_path {
            let found = self.path(side, from, &relation.target);
            if matches!(found, Meaning::Document(..) | Meaning::File(..)) {
                return found;
            }
        }
        let list = if self.is_after(side) { &self.list } else { &self.land.list };
        let own = self.settings().kinds.at(document.kind).relation(&relation.name);
        match side.related(self.settings(), list, own, &relation.target) {
            Found::One(at) => Meaning::Document(at, None),
            _ => Meaning::Nothing,
        }
    }

    /// What a reference of the document at `own` has to mean afterwards.
    pub(super) fn wanted(&self, own: Option<usize>, meaning: &Meaning) -> Meaning {
        let anchor = |at: Option<usize>, fragment: &str| {
            let anchors = at.and_then(|at| self.anchors.get(&at));
            anchors.and_then(|anchors| anchors.becomes(fragment, self.settings())).unwrap_or_else(|| fragment.to_owned())
        };
        let of = |at: usize, fragment: &Option<String>| fragment.as_ref().map(|fragment| anchor(Some(at), fragment));
        match meaning {
            Meaning::Document(at, fragment) => Meaning::Document(*at, of(*at, fragment)),
            Meaning::Page(at, fragment) => Meaning::Page(*at, of(*at, fragment)),
            Meaning::File(path, fragment) => Meaning::File(self.moves.of(path).to_owned(), fragment.clone()),
            Meaning::Here(fragment) => Meaning::Here(anchor(own, fragment)),
            Meaning::Nothing => Meaning::Nothing,
        }
    }

    /// What a wikilink says afterwards that names a document by its file, as other programs read it too: with as many folders as before.
    /// `None` where it names the document otherwise.
    pub(super) fn by_file(&self, typed: &str, at: usize) -> Option<String> {
        let (old, new) = (self.land.list.get(at)?.path.strip_suffix(".md")?, self.list.get(at)?.path.strip_suffix(".md")?);
        let typed = typed.trim();
        let tail = |path: &str| {
            let count = typed.split('/').count();
            let parts: Vec<&str> = path.split('/').collect();
            parts[parts.len().saturating_sub(count)..].join("/")
        };
        (fold(&tail(old)) == fold(typed)).then(|| if old == new { typed.to_owned() } else { tail(new) })
    }

    /// Names for a document that stand for it afterwards, the one that is nearest to what was written first.
    pub(super) fn names(&self, typed: &str, at: usize) -> Vec<String> {
        let (Some(old), Some(new)) = (self.land.list.get(at), self.list.get(at)) else { return Vec::new() };
        let typed = typed.trim();
        let (bare, dot) = typed.strip_prefix("./").map_or((typed, ""), |bare| (bare, "./"));
        let (old_slug, new_slug) = (slug_part(&old.reference), slug_part(&new.reference));
        let mut names: Vec<String> = Vec::new();
        if typed.trim_start_matches('#').bytes().all(|byte| byte.is_ascii_digit()) {
            names.push(typed.to_owned());
        }
        if bare == old.path {
            names.push(format!("{dot}{}", new.path));
        } else if old.path.strip_suffix(".md") == Some(bare) {
            names.extend(new.path.strip_suffix(".md").map(|path| format!("{dot}{path}")));
        }
        if let Some((kind, _)) = bare.split_once('/').filter(|(_, slug)| *slug == old_slug) {
            names.push(format!("{kind}/{new_slug}"));
        }
        if bare == old_slug {
            names.push(new_slug.to_owned());
        } else if old_slug.strip_suffix(bare).is_some_and(|rest| rest.ends_with('/')) {
            let parts: Vec<&str> = new_slug.split('/').collect();
            let count = bare.split('/').count().min(parts.len());
            names.push(parts[parts.len() - count..].join("/"));
        }
        if fold(typed) == fold(&old.title) {
            names.push(new.title.clone());
        }
        if !self.is_renamed(at) || old.aliases.iter().any(|alias| fold(alias.trim()) == fold(typed)) {
            names.push(typed.to_owned());
        }
        names.extend([last(new_slug).to_owned(), new_slug.to_owned(), new.reference.clone(), new.path.clone()]);
        names
    }

    /// The text of a path that leads from one file to what `meaning` says, as much like the one that stands there as can be.
    pub(super) fn way(&self, raw: &str, from: &str, meaning: &Meaning) -> Option<String> {
        let decoded = decode(raw);
        let raw_folder = raw.rfind('/').map_or("", |slash| &raw[..=slash]);
        let page = |at: &usize| self.pages.iter().find(|(own, ..)| own == at).map(|(_, _, new)| new.clone());
        let to = match meaning {
            Meaning::Document(at, _) => self.list.get(*at)?.path.clone(),
            Meaning::File(path, _) => path.clone(),
            Meaning::Page(at, _) => {
                // In the form in which it stands there: with the ending of a page, or none.
                let ending = SHOWN.iter().find(|ending| decoded.ends_with(*ending)).copied().unwrap_or_default();
                page(at)? + ending
            }
            Meaning::Here(_) | Meaning::Nothing => return None,
        };
        if join(from, &decoded).as_deref() == Some(&*to) {
            return Some(raw.to_owned());
        }
        let slash = if raw.ends_with('/') { "/" } else { "" };
        let leads = |path: &String| join(from, &decode(path)).as_deref() == Some(&*to);
        let beside = || format!("{raw_folder}{}{slash}", encoded(last(&to)));
        let within = || {
            self.moves.folders.iter().map(|(old, new)| {
                let part = |part: &str| if decode(part) == last(old) { encoded(last(new)) } else { part.to_owned() };
                let named = raw.split('/').map(part).collect::<Vec<_>>().join("/");
                let folder = named.rfind('/').map_or("", |slash| &named[..=slash]);
                if leads(&named) { named } else { format!("{folder}{}{slash}", encoded(last(&to))) }
            })
        };
        let whole = || {
            if raw.starts_with('/') {
                return format!("/{}{slash}", encoded(&to));
            }
            let path = relative(from, &to);
            let dot = if raw.starts_with("./") && !path.starts_with("../") { "./" } else { "" };
            format!("{dot}{}{slash}", encoded(&path))
        };
        std::iter::once_with(beside).chain(within()).chain(std::iter::once_with(whole)).find(leads)
    }
}

impl Anchors {
    fn of(before: &Document, after: &Document) -> Self {
        // Where one has come or gone, only of the first is known which it is.
        let is_same = before.markdown.headings.len() == after.markdown.headings.len();
        let count = if is_same { usize::MAX } else { 1 };
        let headings = before.markdown.headings.iter().zip(&after.markdown.headings).take(count);
        let ids = headings.map(|(old, new)| (old.id.clone(), new.id.clone())).filter(|(old, _)| !old.is_empty()).collect();
        let words = before.markdown.first_heading().zip(after.markdown.first_heading());
        Self {
            fixed: before.markdown.anchors.iter().map(|anchor| anchor.id.clone()).collect(),
            ids,
            words: words.map(|(old, new)| (old.text.clone(), new.text.clone())).into_iter().collect(),
        }
    }

    /// What a fragment becomes; `None` where it stays as it is.
    fn becomes(&self, fragment: &str, settings: &Settings) -> Option<String> {
        if self.fixed.iter().any(|id| id == fragment) {
            return None;
        }
        let by_id = |wanted: &str| self.ids.iter().find(|(old, _)| old == wanted).map(|(_, new)| new.clone());
        let by_words =
            || self.words.iter().find(|(old, _)| fold(old.trim()) == fold(fragment.trim())).map(|(_, new)| new.trim().to_owned());
        let near = || {
            let bare = |text: &str| fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
            let is_it = self.words.iter().any(|(old, _)| bare(old) == bare(fragment));
            self.words.first().filter(|_| is_it).map(|(_, new)| heading_id(new, settings.heading_ids))
        };
        let lower = fragment.to_lowercase();
        // A heading that stays as it is can go on being named in its own letters.
        let by_lower = || by_id(&lower).filter(|new| *new != lower);
        let found = by_id(fragment).or_else(by_words).or_else(by_lower).or_else(near);
        found.filter(|new| new != fragment && !new.is_empty())
    }
}

/// A ref without its kind.
fn slug_part(reference: &str) -> &str {
    reference.split_once('/').map_or(reference, |(_, slug)| slug)
}

/// A path without the endings of its last part.
fn without_form(path: &str) -> &str {
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    path[name..].find('.').filter(|dot| *dot > 0).map_or(path, |dot| &path[..name + dot])
}

/// A path in which nothing means anything in Markdown, HTML or an address.
pub(super) fn encoded(path: &str) -> String {
    let is_odd = |letter: char| letter.is_control() || letter.is_whitespace() || r#"()<>[]"'\#?%&`|*"#.contains(letter);
    percent::encoded(path, |letter| !is_odd(letter))
}

#[cfg(test)]
mod tests {
    use super::{encoded, relative, without_form};

    #[test]
    fn ways_lead_from_file_to_file() {
        for (from, to, way) in [
            ("a/b.md", "a/c.md", "c.md"),
            ("a/b.md", "c.md", "../c.md"),
            ("b.md", "a/c.md", "a/c.md"),
            ("a/b/c.md", "a/d/e.md", "../d/e.md"),
        ] {
            assert_eq!(relative(from, to), way, "{from} {to}");
        }
    }

    #[test]
    fn a_path_is_written_so_that_nothing_in_it_means_anything() {
        assert_eq!(encoded("a b/(é) 100%.md"), "a%20b/%28é%29%20100%25.md");
    }

    #[test]
    fn a_page_has_no_ending() {
        assert_eq!(without_form("a/b.html.md.erb"), "a/b");
        assert_eq!(without_form("a.b/.c"), "a.b/.c");
    }
}
