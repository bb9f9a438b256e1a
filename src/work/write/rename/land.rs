//! What a community has, known without reading every document: names out of the catalogue, and paths.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::fold;
use crate::base::lang::Msg;
use crate::model::community::name;
use crate::model::document::Document;
use crate::model::kind::Relation;
use crate::model::kinds::{Claim, is_markdown};
use crate::model::names::{Found, Name, Names};
use crate::model::query::ast::Query;
use crate::model::query::kin;
use crate::model::settings::Settings;
use crate::msg;
use crate::store::workspace::load::{self, Claimed};
use crate::store::workspace::walk::OddFile;
use crate::work::catalogue;
use crate::work::page::Page;
use crate::work::session::Session;

/// Every document by its names, and every other file by its path.
pub(in crate::work::write) struct Land<'s> {
    pub(super) session: &'s Session,
    /// The documents, by path.
    pub(super) claimed: Vec<Claimed>,
    /// How they are called, in the same order.
    pub(super) list: Vec<Name>,
    /// Other files in Markdown, which may have links too.
    pub(super) pages: Vec<String>,
    /// What is called how, and stands where.
    pub(in crate::work::write) side: Side,
    /// What documents say that are to be changed in the same commit, by path; and what those say that a sparse checkout leaves out.
    pub(super) texts: HashMap<String, Arc<str>>,
    /// The paths of what a sparse checkout leaves out.
    left_out: BTreeSet<String>,
}

/// How everything is called at one moment: before a change, or after it.
pub(in crate::work::write) struct Side {
    pub(super) names: Names,
    pub(super) paths: BTreeSet<String>,
    /// The paths by how they are folded; `None` where two are the same so.
    folded: OnceLock<HashMap<String, Option<String>>>,
}

impl<'s> Land<'s> {
    /// Takes the names from the catalogue; a document that it does not have is read.
    ///
    /// # Errors
    /// None: without a catalogue every document is read.
    pub(in crate::work::write) fn of(session: &'s Session) -> Self {
        Self::with(session, HashMap::new())
    }

    /// The same where some documents have other texts than on the disk.
    ///
    /// # Errors
    /// None, as above.
    pub(super) fn with(session: &'s Session, mut texts: HashMap<String, Arc<str>>) -> Self {
        let (dir, settings) = (session.dir(), &**session.settings());
        let absent = session.left_out();
        // Whether something there refers to what is to be changed has to be known.
        let unread = absent.iter().filter(|(path, _)| is_markdown(path) || settings.kinds.wants(path));
        texts.extend(unread.filter_map(|(path, id)| Some((path.clone(), session.blob(*id)?))));
        let here = session.tree().files.iter().map(|seen| seen.path.as_str());
        let (claimed, others) = load::claims(settings, here.chain(absent.keys().map(String::as_str)));
        let known = cards(session).unwrap_or_default();
        let called = |file: &Claimed| -> Option<Name> {
            let text = texts.get(&file.path);
            if let Some(name) = known.get(&file.path).filter(|_| text.is_none()) {
                return Some(name.clone());
            }
            let other = || text.map(|text| Document::read(&file.path, text.clone(), &file.claim, settings));
            let document = other().or_else(|| read(dir, &file.path, &file.claim, settings))?;
            Some(name(&document, settings.kinds.at(document.kind)))
        };
        let names: Vec<Option<Name>> = claimed.par_iter().map(called).collect();
        let paths = claimed.iter().map(|file| file.path.clone()).chain(others.iter().cloned()).collect();
        let pages = others.into_iter().filter(|path| is_markdown(path)).collect();
        let (claimed, list): (Vec<Claimed>, Vec<Name>) =
            claimed.into_iter().zip(names).filter_map(|(file, name)| Some((file, name?))).unzip();
        let side = Side::new(Names::new(list.clone()), paths);
        Self { session, claimed, list, pages, side, texts, left_out: absent.keys().cloned().collect() }
    }

    /// Refuses to change what a sparse checkout leaves out, and to do anything that other files would have to follow while nobody knows what
    /// one of those says.
    pub(super) fn demand_here<'p>(&self, mut paths: impl Iterator<Item = &'p str>) -> Result<()> {
        let refused = |msg: Msg| Err(Error::new(ErrorKind::Git, msg).hint(msg!("do-this", command = "git sparse-checkout disable")));
        if let Some(path) = paths.find(|path| self.left_out.contains(*path)) {
            return refused(msg!("rename-left-out", path = path));
        }
        let is_unread = |path: &&String| is_markdown(path) && !self.texts.contains_key(*path);
        self.left_out.iter().find(is_unread).map_or(Ok(()), |path| refused(msg!("rename-left-out-unread", path = path)))
    }

    /// The paths of what a sparse checkout leaves out.
    pub(super) fn left_out(&self) -> &BTreeSet<String> {
        &self.left_out
    }

    /// The document that a person means, if its name leaves no doubt.
    pub(in crate::work::write) fn find(&self, typed: &str) -> Option<usize> {
        let typed = self.session.seen_from_here(typed);
        let settings = self.session.settings();
        if let Some(handle) = typed.strip_prefix('@') {
            let path = &self.session.people().by_handle(handle)?.path;
            return self.side.names.by_path(path);
        }
        match self.side.resolve(settings, &typed) {
            Found::One(at) => Some(at),
            _ => None,
        }
    }

    /// The place of the document at a path.
    pub(in crate::work::write) fn at(&self, path: &str) -> Option<usize> {
        self.side.names.by_path(path)
    }

    /// A document, read.
    pub(in crate::work::write) fn document(&self, at: usize) -> Option<Document> {
        let file = self.claimed.get(at)?;
        let settings = self.session.settings();
        match self.texts.get(&file.path) {
            Some(text) => Some(Document::read(&file.path, text.clone(), &file.claim, settings)),
            None => read(self.session.dir(), &file.path, &file.claim, settings),
        }
    }

    /// The files below a folder.
    pub(in crate::work::write) fn below(&self, folder: &str) -> Vec<String> {
        let start = format!("{folder}/");
        self.side.paths.range(start.clone()..).take_while(|path| path.starts_with(&start)).cloned().collect()
    }

    /// The links below a folder, which cop neither reads nor writes.
    pub(in crate::work::write) fn links_below(&self, folder: &str) -> impl Iterator<Item = String> {
        let start = format!("{folder}/");
        let links = self.session.tree().odd.iter().filter(|(_, odd)| *odd == OddFile::Symlink);
        links.map(|(path, _)| path.clone()).filter(move |path| path.starts_with(&start))
    }

    /// The children of a document, which are in its folder; those that a translation shares are not its own.
    pub(in crate::work::write) fn children(&self, at: usize) -> Vec<usize> {
        let settings = self.session.settings();
        let Some(own) = self.list.get(at) else { return Vec::new() };
        let is_child = |other: &Claimed| {
            let above = kin::parents(settings.kinds.at(other.claim.kind), &other.claim.slug, settings, |name| self.side.names.by_ref(name));
            above.first().and_then(|at| self.list.get(*at)).is_some_and(|name| name.path == own.path)
        };
        self.claimed.iter().enumerate().filter(|(_, other)| is_child(other)).map(|(at, _)| at).collect()
    }
}

impl Side {
    /// These names and paths.
    pub(super) fn new(names: Names, paths: BTreeSet<String>) -> Self {
        Self { names, paths, folded: OnceLock::new() }
    }

    /// The one path that differs from this one only in the case of its letters.
    pub(super) fn nearly(&self, path: &str) -> Option<&str> {
        self.folded().get(fold(path).as_ref())?.as_deref()
    }

    /// A path that is this one but for the case of its letters, and is not `own`.
    pub(super) fn taken(&self, path: &str, own: &str) -> Option<&str> {
        let folded = fold(path);
        match self.folded().get(folded.as_ref())? {
            Some(only) => Some(only.as_str()).filter(|only| *only != own),
            None => self.paths.iter().map(String::as_str).find(|other| fold(other) == folded && *other != own),
        }
    }

    fn folded(&self) -> &HashMap<String, Option<String>> {
        self.folded.get_or_init(|| {
            let mut folded: HashMap<String, Option<String>> = HashMap::with_capacity(self.paths.len());
            for path in &self.paths {
                folded.entry(fold(path).into_owned()).and_modify(|only| *only = None).or_insert_with(|| Some(path.clone()));
            }
            folded
        })
    }

    /// What a name stands for.
    pub(super) fn resolve(&self, settings: &Settings, typed: &str) -> Found {
        self.names.resolve(typed, &|word| settings.kinds.meant_by(word).map(|kind| kind.name.clone()))
    }

    /// The same for a relation, whose kind decides between documents of one name.
    pub(super) fn related(&self, settings: &Settings, list: &[Name], relation: Option<&Relation>, typed: &str) -> Found {
        match self.resolve(settings, typed) {
            Found::Several(several) => {
                let wanted = relation.map_or(&[][..], |relation| &relation.to);
                let kind = |at: &usize| list.get(*at).and_then(|name| name.reference.split_once('/')).map(|(kind, _)| kind.to_owned());
                let fit: Vec<usize> = several.iter().copied().filter(|at| kind(at).is_some_and(|kind| wanted.contains(&kind))).collect();
                if let [one] = fit.as_slice() { Found::One(*one) } else { Found::Several(several) }
            }
            found => found,
        }
    }

    /// Whether a file or folder stands at a path.
    pub(super) fn exists(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let folder = format!("{path}/");
        path.is_empty()
            || self.paths.contains(path)
            || self.paths.range(folder.clone()..).next().is_some_and(|next| next.starts_with(&folder))
    }
}

/// A file read as a document of the kind that claims it; `None` where it can't be read.
pub(super) fn read(dir: &Path, path: &str, claim: &Claim, settings: &Settings) -> Option<Document> {
    let text: Arc<str> = load::text(&dir.join(path), settings.limits.file).ok()?;
    Some(Document::read(path, text, claim, settings))
}

/// What the catalogue knows of every document's names, by path.
fn cards(session: &Session) -> Result<HashMap<String, Name>> {
    let kinds = &session.settings().kinds;
    let found = catalogue::find(session, &Query::default(), Page::default())?;
    let names = found.cards.into_iter().map(|(card, _)| {
        let kind = kinds.named(&card.kind);
        let name = Name {
            reference: card.reference,
            path: card.path.clone(),
            title: card.title,
            aliases: card.aliases,
            numbered: kind.is_some_and(|kind| kind.numbered.is_some()),
            is_child: kind.is_some_and(|kind| kind.parent.is_some()),
        };
        (card.path, name)
    });
    Ok(names.collect())
}
