//! What a renamed document's file is called, and which files move with it.

use std::collections::BTreeMap;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::fold;
use crate::base::lang::Lang;
use crate::base::path::{folder as folder_of, is_device, last};
use crate::base::place::Place;
use crate::base::slug::slug;
use crate::model::document::{Document, number_of};
use crate::model::kind::{Capability, Kind};
use crate::model::kinds::Claim;
use crate::model::settings::Settings;
use crate::msg;
use crate::work::write::spoken;

use super::land::Land;

/// So many names are tried.
const NAMES: usize = 10_000;
/// The endings of files from which documents are read, those within others last.
const ENDINGS: [&str; 8] = [".html.md.erb", ".md.erb", ".html.md", ".html.erb", ".markdown", ".mdx", ".md", ".erb"];

/// The parts of a file's name: `0007-`, `use-mdto`, `.nl.md`.
pub(in crate::work::write) struct FileName<'p> {
    /// Number or day, with the `-` behind it.
    pub(super) lead: &'p str,
    /// What follows from the title.
    pub(super) stem: &'p str,
    /// Language and form.
    pub(super) ending: &'p str,
}

impl<'p> FileName<'p> {
    pub(in crate::work::write) fn of(path: &'p str, kind: &Kind, settings: &Settings) -> Self {
        let name = last(path);
        let form = ENDINGS
            .iter()
            .find(|ending| name.len() > ending.len() && name.ends_with(*ending))
            .map_or_else(|| name.find('.').filter(|dot| *dot > 0).map_or(0, |dot| name.len() - dot), |ending| ending.len());
        let bare = &name[..name.len() - form];
        let lang = bare
            .rsplit_once('.')
            .filter(|(rest, lang)| !rest.is_empty() && settings.is_language(lang))
            .map_or(0, |(_, lang)| lang.len() + 1);
        let (stem, ending) = name.split_at(name.len() - form - lang);
        let lead = if kind.numbered.is_some() && number_of(&slug(stem)).is_some() {
            let marked = stem.get(..4).filter(|start| start.eq_ignore_ascii_case("adr-")).map_or(0, |_| 4);
            marked + dashed(&stem[marked..], |rest| rest.bytes().take_while(u8::is_ascii_digit).count())
        } else if kind.has(Capability::Dated) {
            dashed(stem, day)
        } else {
            0
        };
        let (lead, stem) = stem.split_at(lead);
        Self { lead, stem, ending }
    }

    /// Whether the folder gives the document its name.
    pub(super) fn is_index(&self) -> bool {
        is_index(self.stem)
    }
}

/// Whether a file of this name is the page of its folder.
pub(super) fn is_index(stem: &str) -> bool {
    stem.eq_ignore_ascii_case("index") || stem.eq_ignore_ascii_case("readme")
}

/// The length of what begins a text, with the dashes behind it.
fn dashed(text: &str, length: impl Fn(&str) -> usize) -> usize {
    let rest = &text[length(text)..];
    text.len() - rest.trim_start_matches(['-', '_', ' ']).len()
}

/// The length of a day at the beginning: `2026-12-03`.
fn day(text: &str) -> usize {
    let is_day = text.bytes().take(10).enumerate().all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    if text.len() >= 10 && is_day { 10 } else { 0 }
}

/// The files that move: from, to.
#[derive(Debug, Default)]
pub(super) struct Moves {
    pub(super) files: BTreeMap<String, String>,
    /// Folders that go away under their old name.
    pub(super) folders: BTreeMap<String, String>,
}

impl Moves {
    /// Where a file or folder stands afterwards.
    pub(super) fn of<'m>(&'m self, path: &'m str) -> &'m str {
        let path = path.trim_end_matches('/');
        self.files.get(path).or_else(|| self.folders.get(path)).map_or(path, String::as_str)
    }
}

/// The name that follows from a title.
fn stem_of(title: &str, lead: &str, document: &Document, kind: &Kind) -> String {
    let bare = super::heading::number_before(title, document.number(kind));
    let mut stem = slug(&title[bare.len()..]);
    if stem.is_empty() {
        let dutch = Lang::of(&document.lang) == Some(Lang::Nl);
        (if dutch { "zonder-letters" } else { "no-letters" }).clone_into(&mut stem);
    }
    if lead.is_empty() && is_device(&stem) {
        stem = format!("{stem}-{}", slug(&kind.name));
    }
    stem
}

/// The name that follows from a title where the files beside the document are called as people write; `None` where they are not.
fn spoken_of(land: &Land<'_>, title: &str, file: &FileName<'_>, document: &Document) -> Option<String> {
    let settings = land.session.settings();
    let kind = settings.kinds.at(document.kind);
    if kind.has(Capability::Person) || !spoken::is_spoken(folder_of(&document.path), land.claimed.iter().map(|file| file.path.as_str())) {
        return None;
    }
    let bare = super::heading::number_before(title, document.number(kind));
    let stem = spoken::name_of(&title[bare.len()..])?;
    // What would be read as an ending is none.
    let is_whole = FileName::of(&path_of(document, file, &stem), kind, settings).stem == stem;
    Some(if is_whole { stem } else { stem.replace('.', " ") })
}

/// What moves when a document gets this name; nothing where its file is called so already.
///
/// # Errors
/// The name is taken and the kind has no second one, or no file of that name would be of this kind.
pub(super) fn moves(land: &Land<'_>, at: usize, document: &Document, name: &str) -> Result<Moves> {
    let settings = land.session.settings();
    let kind = settings.kinds.at(document.kind);
    let file = FileName::of(&document.path, kind, settings);
    let spoken = spoken_of(land, name, &file, document);
    let is_spoken = spoken.is_some();
    let stem = spoken.unwrap_or_else(|| stem_of(name, file.lead, document, kind));
    // Another spelling of the same name, or a second one of it, is no other name.
    let (own, same) = if is_spoken { (fold(file.stem).into_owned(), fold(&stem).into_owned()) } else { (slug(file.stem), stem.clone()) };
    let gap = if is_spoken { ' ' } else { '-' };
    let counted =
        own.strip_prefix(&*same).and_then(|rest| rest.strip_prefix(gap)).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    if own == same || counted && !is_free(land, document, &file, &stem) || file.is_index() {
        return Ok(Moves::default());
    }
    let folder = own_folder(land, at, document, &file);
    let is_unique = kind.has(Capability::Person) || kind.has(Capability::Glossary);
    for count in 1..NAMES {
        let stem = if count == 1 { stem.clone() } else { format!("{stem}{gap}{count}") };
        let path = path_of(document, &file, &stem);
        let Some(claim) = claim(land, &path).filter(|claim| claim.kind == document.kind) else {
            let error = Error::new(ErrorKind::Settings, msg!("rename-no-place", path = &path, kind = kind.label(land.session.lang())));
            return Err(error.hint(msg!("add-no-place-help", kind = &kind.name)));
        };
        match taken(land, document, &path, &claim, folder.is_some()) {
            None => return Ok(moved(land, document, &path, folder.as_deref())),
            Some(other) if is_unique => {
                let error = Error::new(ErrorKind::Usage, msg!("add-taken", kind = kind.label(land.session.lang()), name = stem));
                return Err(error.at(Place::file(&other)).hint(msg!("add-taken-help", name = format!("{}/{}", kind.name, claim.slug))));
            }
            Some(_) => {}
        }
    }
    Err(Error::new(ErrorKind::Settings, msg!("add-no-place", kind = kind.label(land.session.lang()))))
}

/// What moves when a document keeps its name with the next number behind it; nothing where the name is not its own. `others` are paths that
/// are taken too.
pub(super) fn counted(land: &Land<'_>, at: usize, document: &Document, others: &[String]) -> Moves {
    let title = document.title.as_str();
    let is_titled = !super::heading::number_before(title, document.number(land.session.settings().kinds.at(document.kind))).is_empty();
    counted_or_numbered(land, at, document, others, !is_titled)
}

/// What moves when a numbered document gets the next number; nothing where its name is not its own. `others` are paths that are taken too.
pub(super) fn numbered(land: &Land<'_>, at: usize, document: &Document, others: &[String]) -> Moves {
    counted_or_numbered(land, at, document, others, true)
}

/// What moves when a document gets this very path; `None` where that is taken, or is no place for it.
pub(super) fn onto(land: &Land<'_>, at: usize, document: &Document, path: &str) -> Option<Moves> {
    let settings = land.session.settings();
    let file = FileName::of(&document.path, settings.kinds.at(document.kind), settings);
    let folder = own_folder(land, at, document, &file);
    let claim = claim(land, path).filter(|claim| claim.kind == document.kind)?;
    taken(land, document, path, &claim, folder.is_some()).is_none().then(|| moved(land, document, path, folder.as_deref()))
}

fn counted_or_numbered(land: &Land<'_>, at: usize, document: &Document, others: &[String], is_numbered: bool) -> Moves {
    let settings = land.session.settings();
    let kind = settings.kinds.at(document.kind);
    let file = FileName::of(&document.path, kind, settings);
    if file.is_index() {
        return Moves::default();
    }
    let folder = own_folder(land, at, document, &file);
    let is_free = |path: &String| {
        let below = folder_named(path, kind, settings) + "/";
        let is_others = others.iter().any(|other| fold(other) == fold(path) || other.starts_with(&below));
        let claim = claim(land, path).filter(|claim| claim.kind == document.kind);
        !is_others && claim.is_some_and(|claim| taken(land, document, path, &claim, folder.is_some()).is_none())
    };
    let counted = (2..NAMES).map(|count| path_of(document, &file, &format!("{}-{count}", file.stem)));
    let next = if is_numbered { renumbered(land, document, &file, others) } else { None };
    let path = next.into_iter().chain(counted).find(is_free);
    path.map_or_else(Moves::default, |path| moved(land, document, &path, folder.as_deref()))
}

/// The path with the next number, for a document that has one in its file's name.
fn renumbered(land: &Land<'_>, document: &Document, file: &FileName<'_>, others: &[String]) -> Option<String> {
    let kind = land.session.settings().kinds.at(document.kind);
    kind.numbered.as_ref()?;
    let digits = |lead: &str| -> Option<(usize, usize)> {
        let start = lead.find(|letter: char| letter.is_ascii_digit())?;
        let length = lead[start..].bytes().take_while(u8::is_ascii_digit).count();
        Some((start, length))
    };
    let own = |path: &str| claim(land, path).is_some_and(|claim| claim.kind == document.kind);
    let number = |path: &String| {
        let lead = FileName::of(path, kind, land.session.settings()).lead;
        let (start, length) = digits(lead)?;
        lead[start..start + length].parse::<u32>().ok()
    };
    let all = land.claimed.iter().map(|file| &file.path).chain(others);
    let next = all.filter(|path| own(path)).filter_map(number).max()?.checked_add(1)?;
    let (start, length) = digits(file.lead)?;
    let lead = format!("{}{next:0length$}{}", &file.lead[..start], &file.lead[start + length..]);
    Some(path_of(document, &FileName { lead: &lead, ..*file }, file.stem))
}

fn path_of(document: &Document, file: &FileName<'_>, stem: &str) -> String {
    let folder = folder_of(&document.path);
    let name = format!("{}{stem}{}", file.lead, file.ending);
    if folder.is_empty() { name } else { format!("{folder}/{name}") }
}

fn claim(land: &Land<'_>, path: &str) -> Option<Claim> {
    land.session.settings().kinds.claim(path, &|path| land.side.exists(path))
}

fn is_free(land: &Land<'_>, document: &Document, file: &FileName<'_>, stem: &str) -> bool {
    let path = path_of(document, file, stem);
    claim(land, &path).is_some_and(|claim| taken(land, document, &path, &claim, false).is_none())
}

/// What has the name already.
fn taken(land: &Land<'_>, document: &Document, path: &str, claim: &Claim, brings_folder: bool) -> Option<String> {
    let settings = land.session.settings();
    if let Some(other) = land.side.taken(path, &document.path) {
        return Some(other.to_owned());
    }
    let is_other = |(file, _): &(&crate::store::workspace::load::Claimed, _)| file.claim == *claim && file.path != document.path;
    if let Some((other, _)) = land.claimed.iter().zip(&land.list).find(is_other) {
        return Some(other.path.clone());
    }
    let kind = settings.kinds.at(claim.kind);
    let has_children = settings.kinds.all().iter().any(|other| other.parent.as_deref() == Some(kind.name.as_str()));
    let below = folder_named(path, kind, settings);
    (has_children || brings_folder).then(|| land.below(&below).into_iter().next()).flatten()
}

/// The folder that has the name of a document.
fn folder_named(path: &str, kind: &Kind, settings: &Settings) -> String {
    path[..path.len() - FileName::of(path, kind, settings).ending.len()].to_owned()
}

/// The folder that is a document's own, and moves or goes with it: that of its children, or of its pictures.
///
/// One in which documents of their own stand, or that a translation has too, is nobody's alone.
pub(in crate::work::write) fn own_folder(land: &Land<'_>, at: usize, document: &Document, file: &FileName<'_>) -> Option<String> {
    if file.is_index() {
        return None;
    }
    let settings = land.session.settings();
    let folder = folder_named(&document.path, settings.kinds.at(document.kind), settings);
    let inside = land.below(&folder);
    let children = land.children(at);
    let is_child = |path: &str| land.at(path).is_some_and(|at| children.contains(&at));
    if inside.is_empty() || inside.iter().any(|path| land.at(path).is_some() && !is_child(path)) {
        return None;
    }
    let beside = format!("{folder}.");
    let is_shared = land.side.paths.range(beside.clone()..).take_while(|path| path.starts_with(&beside)).any(|path| *path != document.path);
    (!children.is_empty() || !is_shared).then_some(folder)
}

fn moved(land: &Land<'_>, document: &Document, path: &str, folder: Option<&str>) -> Moves {
    let settings = land.session.settings();
    let mut moves = Moves::default();
    moves.files.insert(document.path.clone(), path.to_owned());
    if let Some(folder) = folder {
        let to = folder_named(path, settings.kinds.at(document.kind), settings);
        for inside in land.below(folder) {
            let target = format!("{to}{}", &inside[folder.len()..]);
            for (at, _) in inside.match_indices('/').filter(|(at, _)| *at >= folder.len()) {
                moves.folders.insert(inside[..at].to_owned(), format!("{to}{}", &inside[folder.len()..at]));
            }
            moves.files.insert(inside, target);
        }
    }
    moves
}

/// The answers of a member whose handle changes, which are called after it.
pub(super) fn answers(land: &Land<'_>, old: &str, new: &str, moves: &mut Moves) {
    let kinds = &land.session.settings().kinds;
    let mut own = Vec::new();
    for file in land.claimed.iter().filter(|file| kinds.at(file.claim.kind).parent.is_some()) {
        let name = last(&file.claim.slug);
        let behind = name.strip_prefix(old).map(|rest| rest.strip_prefix('-').unwrap_or(rest));
        let is_own = name == old
            || name.len() > old.len() + 1 && behind.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
        // A member who has that handle goes before a second answer of another.
        if !is_own || name != old && land.session.people().by_handle(name).is_some() {
            continue;
        }
        let number = behind.and_then(|rest| rest.parse::<usize>().ok()).unwrap_or(1);
        own.push((number, file));
    }
    // The first goes first, and each keeps its number where that is free: otherwise two answers would change places.
    own.sort_by_key(|(number, file)| (*number, &file.path));
    for (number, file) in own {
        let dot = last(&file.path).find('.').unwrap_or(last(&file.path).len());
        let ending = &last(&file.path)[dot..];
        let free = |path: &String| !land.side.paths.contains(path) && !moves.files.values().any(|taken| taken == path);
        let folder = folder_of(&file.path);
        let paths = std::iter::once(number)
            .chain(1..NAMES)
            .map(|count| if count <= 1 { format!("{folder}/{new}{ending}") } else { format!("{folder}/{new}-{count}{ending}") });
        if let Some(path) = paths.into_iter().find(free) {
            moves.files.insert(file.path.clone(), path);
        }
    }
}
