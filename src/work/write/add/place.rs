//! Where a new document goes, and what its file is called.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::fold;
use crate::base::path::{folder as folder_of, last};
use crate::base::place::Place;
use crate::model::document::number_of;
use crate::model::kind::{Capability, Kind};
use crate::model::kinds::{Claim, folders_of_children};
use crate::msg;
use crate::store::workspace::load::{Claimed, claims};
use crate::work::session::Session;

/// So many names are tried before giving up.
const NAMES: usize = 10_000;

/// A place for a file.
pub(super) struct Spot {
    pub(super) path: String,
    pub(super) claim: Claim,
    /// What its path begins with up to the end of its number, where its kind has those.
    pub(super) number: Option<String>,
}

/// A free place for a document of a kind with this name.
///
/// # Errors
/// The name is taken and the kind has no second one, or no file of any such name would be of this kind.
pub(super) fn free(session: &Session, kind_at: usize, name: &str, lang: &str, avoid: &BTreeSet<String>) -> Result<Spot> {
    let settings = session.settings();
    let kind = settings.kinds.at(kind_at);
    let left_out = session.left_out();
    let paths: Vec<&str> = session.paths().chain(left_out.keys().map(String::as_str)).chain(avoid.iter().map(String::as_str)).collect();
    let (claimed, others) = claims(settings, paths.iter().copied());
    let own: Vec<&Claimed> = claimed.iter().filter(|file| file.claim.kind == kind_at).collect();
    let known: BTreeSet<String> = claimed.iter().map(|file| &file.path).chain(&others).map(|path| fold(path).into_owned()).collect();
    let number = kind.numbered.map(|width| numbered(&own, width));
    let name = format!("{}{name}", number.as_deref().unwrap_or_default());
    let is_theirs = lang.eq_ignore_ascii_case(&settings.language);
    let ending = if is_theirs || kind.is_adopted() || !settings.is_language(lang) { ".md".to_owned() } else { format!(".{lang}.md") };
    let homes = if kind.is_adopted() { adopted_homes(kind, &own) } else { home(kind, &own, &settings.language, &ending) };
    let has_children = settings.kinds.all().iter().any(|other| other.parent.as_deref() == Some(kind.name.as_str()));
    for (folder, ending) in homes {
        let inside = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        for count in 1..NAMES {
            let stem = if count == 1 { name.clone() } else { format!("{name}-{count}") };
            let path = format!("{inside}{stem}{ending}");
            let Some(claim) = settings.kinds.claim(&path, &|path| known.contains(&*fold(path))) else { break };
            if claim.kind != kind_at {
                break;
            }
            let below = fold(&format!("{inside}{stem}/")).into_owned();
            let is_folder = has_children && known.range(below.clone()..).next().is_some_and(|next| next.starts_with(&below));
            let other = own.iter().find(|file| file.claim.slug == claim.slug).map(|file| file.path.clone());
            let is_file = known.contains(&*fold(&path));
            if !is_file && !is_folder && other.is_none() {
                let number = number.map(|number| format!("{inside}{number}"));
                return Ok(Spot { path, claim, number });
            }
            if kind.has(Capability::Person) || kind.has(Capability::Glossary) {
                let taken = other.unwrap_or(path);
                let error = Error::new(ErrorKind::Usage, msg!("add-taken", kind = kind.label(session.lang()), name = &stem));
                return Err(error.at(Place::file(&taken)).hint(msg!("add-taken-help", name = format!("{}/{}", kind.name, claim.slug))));
            }
        }
    }
    Err(Error::new(ErrorKind::Settings, msg!("add-no-place", kind = kind.label(session.lang())))
        .hint(msg!("add-no-place-help", kind = &kind.name)))
}

/// A free place below the document at a path, in a file of this name; a second one of the same name has `-2` behind it.
///
/// # Errors
/// No file there would be of the kind.
pub(super) fn below(session: &Session, kind_at: usize, parent: &str, name: &str, avoid: &BTreeSet<String>) -> Result<Spot> {
    let settings = session.settings();
    let left_out = session.left_out();
    let paths = session.paths().chain(left_out.keys().chain(avoid).map(String::as_str));
    let known: BTreeSet<String> = paths.map(|path| fold(path).into_owned()).collect();
    for folder in folders_of_children(parent) {
        for count in 1..NAMES {
            let path = if count == 1 { format!("{folder}/{name}.md") } else { format!("{folder}/{name}-{count}.md") };
            let claim = settings.kinds.claim(&path, &|path| known.contains(&*fold(path))).filter(|claim| claim.kind == kind_at);
            let Some(claim) = claim else { break };
            if !known.contains(&*fold(&path)) {
                return Ok(Spot { path, claim, number: None });
            }
        }
    }
    let kind = settings.kinds.at(kind_at);
    Err(Error::new(ErrorKind::Settings, msg!("add-no-place", kind = kind.label(session.lang()))))
}

/// The next number with its dash, written as the newest is.
fn numbered(own: &[&Claimed], width: usize) -> String {
    let newest = own.iter().filter_map(|file| Some((number_of(&file.claim.slug)?, last(&file.claim.slug)))).max();
    let Some((number, like)) = newest else { return format!("{:0width$}-", 1) };
    let prefix = if like.starts_with("adr-") { "adr-" } else { "" };
    let digits = like[prefix.len()..].bytes().take_while(u8::is_ascii_digit).count();
    format!("{prefix}{:0digits$}-", number.saturating_add(1))
}

/// The folder that most documents of the kind are in, else the one for the community's language.
fn home(kind: &Kind, own: &[&Claimed], language: &str, ending: &str) -> Vec<(String, String)> {
    let count = |folder: &str| own.iter().filter(|file| file.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))).count();
    let base = language.split(['-', '_']).next().unwrap_or(language);
    let by_language = kind.folders.iter().find(|(lang, _)| lang == language || lang == base).or(kind.folders.first());
    let fullest = kind.folders.iter().map(|(_, folder)| (count(folder), folder)).filter(|(count, _)| *count > 0);
    // Of two that are equally full, that of the community's language.
    let fullest = fullest.max_by_key(|(count, folder)| (*count, by_language.is_some_and(|(_, own)| own == *folder)));
    let folder = fullest.map(|(_, folder)| folder).or(by_language.map(|(_, folder)| folder));
    folder.map(|folder| (folder.clone(), ending.to_owned())).into_iter().collect()
}

/// Where documents of a kind are that a community had before cop: the fullest folder first, then where the patterns begin.
fn adopted_homes(kind: &Kind, own: &[&Claimed]) -> Vec<(String, String)> {
    let ending = |path: &str| last(path).find('.').map_or(".md".to_owned(), |dot| last(path)[dot..].to_owned());
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for file in own {
        *counts.entry((folder_of(&file.path).to_owned(), ending(&file.path))).or_default() += 1;
    }
    let mut homes: Vec<_> = counts.into_iter().collect();
    homes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let begun = kind.paths.iter().map(|glob| {
        let suffix = glob.literal_suffix();
        let ending = suffix.find('.').map_or(".md", |dot| &suffix[dot..]);
        (glob.literal_folder().trim_end_matches('/').to_owned(), ending.to_owned())
    });
    homes.into_iter().map(|(home, _)| home).chain(begun).collect()
}
