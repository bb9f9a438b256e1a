//! What was changed by hand, kept: a commit a document. What `save` does.

mod checked;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::base::path::folder as folder_of;
use crate::base::place::Place;
use crate::model::change::{Author, ChangeSet};
use crate::model::document::Document;
use crate::model::kinds::{Claim, folders_of_children};
use crate::model::settings::FILE;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Rows, Status, View};
use crate::store::git::write::touched::{Touched, touched};
use crate::work::named;
use crate::work::session::Session;

use self::checked::Checked;
use super::edit::{fault, subject};
use super::outcome::{About, Changed};
use super::{How, author_of, carry, message, whole};

/// Where pictures and files stand that belong to no document.
const ASSETS: &str = "assets/";
/// Where a community's own kinds stand.
const KINDS: &str = ".cop/kinds/";

/// What was kept, and what was not.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Saved {
    /// The documents and files that were kept, each in a commit of its own.
    changed: Vec<Changed>,
    /// What each of the commits says.
    #[serde(skip)]
    said: Vec<Msg>,
    #[serde(skip)]
    heard: Vec<String>,
    /// Why others were not.
    #[serde(skip)]
    refused: Vec<Error>,
}

impl Saved {
    /// What each commit says, in the order of the answer.
    pub fn said(&self) -> &[Msg] {
        &self.said
    }

    /// What the person's hooks said.
    pub fn heard(&self) -> &[String] {
        &self.heard
    }

    /// Why what is not among the answer was not kept.
    pub fn refused(&self) -> &[Error] {
        &self.refused
    }

    /// Whether there was nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.refused.is_empty()
    }
}

impl View for Saved {
    const SCHEMA: &'static str = "save";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        self.changed.iter().map(|changed| Block::Bare(Line::new().path(look.path(&changed.path)))).collect()
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(Rows::of(&["ref", "path", "commit"], &self.changed, |changed| {
            let commit = changed.commit.as_deref().unwrap_or_default();
            (changed.path.as_str().into(), vec![changed.reference.as_str().into(), changed.path.as_str().into(), commit.into()])
        }))
    }

    fn status(&self) -> Status {
        if self.refused.is_empty() { Status::Done } else { Status::Failed }
    }
}

/// What is kept together: a document with what is its own, or one other file.
struct Item {
    /// The document as it was.
    before: Option<Document>,
    /// The document as it is, or why it can't be read.
    after: Option<std::result::Result<Document, Error>>,
    files: Vec<Touched>,
    name: String,
    path: String,
}

impl Item {
    /// What the commit says.
    fn subject(&self, session: &Session) -> Msg {
        match (&self.before, &self.after) {
            (Some(before), Some(Ok(after))) if before.reference != after.reference => {
                msg!("rename-commit", name = &before.reference, new = &after.reference)
            }
            (Some(before), Some(Ok(after))) => subject(session, before, after),
            (None, Some(_)) => msg!("save-added", name = &self.name),
            (Some(_), None) => msg!("save-deleted", name = &self.name),
            _ if self.files.iter().all(|file| file.before.is_none()) => msg!("save-added", name = &self.name),
            _ if self.files.iter().all(|file| !file.is_there) => msg!("save-deleted", name = &self.name),
            _ => msg!("edit-commit", name = &self.name),
        }
    }

    fn is_called(&self, typed: &str) -> bool {
        let names = |document: &Document| document.reference == typed || document.slug == typed || document.handle() == typed;
        let after = self.after.as_ref().and_then(|after| after.as_ref().ok());
        self.files.iter().any(|file| file.path == typed) || self.before.iter().chain(after).any(names)
    }
}

/// Keeps what was changed by hand: of these documents, or of all.
///
/// # Errors
/// No such document, or one that is not changed; git says no before anything is kept.
pub fn save(session: &Session, names: &[String], how: &How) -> Result<Saved> {
    let author = author_of(session, how)?;
    let repo = session.demand_repo()?;
    let items = items(session, &touched(repo, session.dir())?);
    let items = chosen(session, items, names)?;
    let checked = Checked::of(session, &items);
    let mut saved = Saved { changed: Vec::new(), said: Vec::new(), heard: Vec::new(), refused: Vec::new() };
    for item in items {
        let files: Vec<_> = item.files.iter().map(|file| file.path.clone()).collect();
        let is_of_it = |error: &Error| error.place().is_some_and(|place| files.contains(&place.path));
        let path = item.path.clone();
        match kept(session, item, &checked, how, author.clone(), &mut saved) {
            Ok(()) => checked.remark(session, &path),
            Err(error) if matches!(error.kind(), ErrorKind::Usage) || is_of_it(&error) => saved.refused.push(error),
            Err(error) if saved.changed.is_empty() => return Err(error),
            // What git refuses once it will refuse again; what is kept already stays so.
            Err(error) => {
                saved.refused.push(error);
                break;
            }
        }
    }
    Ok(saved)
}

/// Keeps one.
fn kept(session: &Session, mut item: Item, checked: &Checked, how: &How, author: Option<Author>, saved: &mut Saved) -> Result<()> {
    let said = item.subject(session);
    match item.after.take() {
        Some(Err(error)) => return Err(error),
        Some(Ok(after)) => {
            if let Some(problem) = fault(item.before.as_ref(), &after) {
                return Err(after.fault_of(&problem));
            }
            checked.demand(&session.prefix(), &item.path)?;
        }
        None => {}
    }
    let mut set = ChangeSet::new(message(session, &said, how));
    for file in &item.files {
        if file.is_taken {
            return Err(Error::new(ErrorKind::Usage, msg!("write-not-regular")).at(Place::file(&file.path)));
        }
        let bytes = if file.is_there { Some(whole(session, &file.path).map_err(|_| unread(&file.path))?) } else { None };
        set.keep(&file.path, bytes)?;
    }
    let about = About::One(item.name, item.path);
    let outcome = carry(session, set, about, &How { with_my_edits: true, no_commit: false, ..how.clone() }, author)?;
    saved.changed.extend(outcome.changed().iter().cloned());
    saved.heard.extend(outcome.heard().iter().cloned());
    saved.said.push(said);
    Ok(())
}

fn unread(path: &str) -> Error {
    Error::new(ErrorKind::Usage, msg!("rename-unread")).at(Place::file(path))
}

/// Of what was changed, what belongs to a community, put together.
fn items(session: &Session, touched: &[Touched]) -> Vec<Item> {
    let settings = session.settings();
    let left_out = session.left_out();
    let here = session.tree().files.iter().map(|seen| seen.path.as_str());
    let tree: BTreeSet<&str> = here.chain(left_out.keys().map(String::as_str)).collect();
    let (old, new): (Vec<&Touched>, Vec<&Touched>) = touched.iter().partition(|file| file.before.is_some());
    let [old, new] = [old, new].map(|files| files.into_iter().map(|file| file.path.as_str()).collect::<BTreeSet<_>>());
    let now = |path: &str| settings.kinds.claim(path, &|path| tree.contains(path));
    let then = |path: &str| settings.kinds.claim(path, &|path| old.contains(path) || tree.contains(path) && !new.contains(path));
    let (mut items, mut others): (Vec<Item>, Vec<Touched>) = (Vec::new(), Vec::new());
    for file in touched.iter().cloned() {
        let (before, after) = (then(&file.path).filter(|_| file.before.is_some()), now(&file.path).filter(|_| file.is_there));
        if before.is_none() && after.is_none() {
            others.push(file);
            continue;
        }
        let read = |claim: &Claim, bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            Document::read(&file.path, text.into(), claim, settings)
        };
        let before = before.zip(file.before.as_deref()).map(|(claim, bytes)| read(&claim, bytes));
        let after = after.map(|claim| {
            let text = crate::store::workspace::load::text(&session.dir().join(&file.path), settings.limits.file);
            text.map(|text| Document::read(&file.path, text, &claim, settings)).map_err(|problem| {
                let error = Error::new(ErrorKind::Usage, problem.msg).at(Place::file(&file.path));
                problem.help.into_iter().fold(error, Error::hint)
            })
        });
        let known = after.as_ref().and_then(|after| after.as_ref().ok()).or(before.as_ref());
        let name = known.map_or_else(|| file.path.clone(), |document| document.reference.clone());
        items.push(Item { before, after, name, path: file.path.clone(), files: vec![file] });
    }
    let mut items = paired(items);
    let homes: BTreeSet<&str> = home_folders(session);
    for file in others {
        let owner = items.iter_mut().find(|item| {
            let folders = item.files.first().into_iter().flat_map(|own| folders_of_children(&own.path));
            folders.into_iter().any(|folder| file.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
        });
        if let Some(item) = owner {
            item.files.push(file);
            continue;
        }
        let first = file.path.split('/').next().unwrap_or_default();
        let is_ours = file.path == FILE
            || file.path.starts_with(ASSETS)
            || file.path.starts_with(KINDS)
            || file.path.contains('/') && homes.contains(first);
        if is_ours {
            items.push(Item { before: None, after: None, name: file.path.clone(), path: file.path.clone(), files: vec![file] });
        }
    }
    items
}

/// The folders at the top in which kinds have their documents.
fn home_folders(session: &Session) -> BTreeSet<&str> {
    let kinds = session.settings().kinds.all().iter().filter(|kind| !kind.is_adopted());
    kinds.flat_map(|kind| &kind.folders).map(|(_, folder)| folder.split('/').next().unwrap_or(folder)).collect()
}

/// A document that is gone and one that is new are one, where it is the same text, or the same title in the same folder's kind.
fn paired(items: Vec<Item>) -> Vec<Item> {
    let (gone, mut rest): (Vec<Item>, Vec<Item>) = items.into_iter().partition(|item| item.after.is_none());
    let new = |item: &Item| item.before.is_none();
    let mut left = Vec::new();
    for item in gone {
        let Some(was) = &item.before else { continue };
        let same_text = |other: &Item| matches!(&other.after, Some(Ok(after)) if after.kind == was.kind && after.text == was.text);
        let same_title = |other: &Item| {
            matches!(&other.after, Some(Ok(after)) if after.kind == was.kind && after.title == was.title && !was.title_span.is_empty()
                && (after.handle() == was.handle() || folder_of(&after.path) == folder_of(&was.path)))
        };
        let at = rest
            .iter()
            .position(|other| new(other) && same_text(other))
            .or_else(|| rest.iter().position(|other| new(other) && same_title(other)));
        match at {
            Some(at) => {
                rest[at].files.extend(item.files);
                rest[at].before = item.before;
            }
            None => left.push(item),
        }
    }
    rest.extend(left);
    rest.sort_by(|a, b| a.path.cmp(&b.path));
    rest
}

/// Of all that changed, what was asked for.
fn chosen(session: &Session, items: Vec<Item>, names: &[String]) -> Result<Vec<Item>> {
    if names.is_empty() {
        return Ok(items);
    }
    let mut wanted: BTreeSet<usize> = BTreeSet::new();
    for name in names {
        let typed = session.seen_from_here(name);
        let bare = typed.trim_start_matches("./").trim_start_matches('@');
        if let Some(at) = items.iter().position(|item| item.is_called(bare)) {
            wanted.insert(at);
            continue;
        }
        let at = named::document(session, name)?;
        let document = &session.community().documents()[at];
        let at = items.iter().position(|item| item.is_called(&document.path));
        let unchanged = || Error::new(ErrorKind::NotFound, msg!("save-unchanged", name = &document.reference));
        wanted.insert(at.ok_or_else(unchanged)?);
    }
    Ok(items.into_iter().enumerate().filter(|(at, _)| wanted.contains(at)).map(|(_, item)| item).collect())
}
