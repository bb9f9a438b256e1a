//! A community as it stands at one moment: settings, documents, and everything that is looked up in them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::problem::Problem;

use super::document::Document;
use super::kind::Kind;
use super::kinds::Claim;
use super::left_out::{LeftOut, Which};
use super::names::{Found, Name, Names};
use super::person::People;
use super::query::kin;
use super::reading::Fault;
use super::settings::Settings;

/// An immutable snapshot of a community. Reading it never fails: it holds what could be read, and what could not.
#[derive(Clone, Debug)]
pub struct Community {
    /// What it says about itself.
    pub settings: Arc<Settings>,
    /// What is wrong with that.
    pub faults: Arc<Vec<Fault>>,
    /// Its documents, by path.
    documents: Vec<Arc<Document>>,
    /// Files that a kind claims and that could not be read, by path.
    unread: Vec<Unread>,
    /// Every other file below the root, for links to it; also what a sparse checkout leaves out.
    files: Arc<BTreeSet<String>>,
    /// Documents that a sparse checkout leaves out.
    left_out: Arc<LeftOut>,
    names: Arc<Names>,
    people: Arc<People>,
    /// Below which documents each stands that does, the one whose folder it is first.
    parents: HashMap<usize, Vec<usize>>,
}

/// A file that a kind claims and that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// The path from the community's root.
    pub path: String,
    /// Why.
    pub problem: Problem,
}

/// A file as it was found.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path from the community's root.
    pub path: String,
    /// What it is by its kind.
    pub claim: Claim,
    /// Its text, or why there is none.
    pub text: Result<Arc<str>, Problem>,
}

impl Community {
    /// Reads the files that kinds claim, all cores at work.
    pub fn read(settings: Arc<Settings>, faults: Vec<Fault>, sources: Vec<Source>, files: BTreeSet<String>) -> Self {
        let read: Vec<Result<Arc<Document>, Box<Unread>>> = sources
            .into_par_iter()
            .map(|source| match source.text {
                Ok(text) => Ok(Arc::new(Document::read(&source.path, text, &source.claim, &settings))),
                Err(problem) => Err(Box::new(Unread { path: source.path, problem })),
            })
            .collect();
        let (mut documents, mut unread) = (Vec::with_capacity(read.len()), Vec::new());
        for one in read {
            match one {
                Ok(document) => documents.push(document),
                Err(problem) => unread.push(*problem),
            }
        }
        Self::of(settings, Arc::new(faults), documents, unread, Arc::new(files))
    }

    fn of(
        settings: Arc<Settings>,
        faults: Arc<Vec<Fault>>,
        mut documents: Vec<Arc<Document>>,
        mut unread: Vec<Unread>,
        files: Arc<BTreeSet<String>>,
    ) -> Self {
        unread.sort_by(|a, b| a.path.cmp(&b.path));
        documents.sort_by(|a, b| a.path.cmp(&b.path));
        let names = Arc::new(Names::new(documents.iter().map(|document| name(document, settings.kinds.at(document.kind))).collect()));
        let people = Arc::new(People::of(documents.iter().map(AsRef::as_ref), &settings.kinds));
        let parents = parents(&documents, &settings, &names);
        Self { settings, faults, documents, unread, files, left_out: Arc::default(), names, people, parents }
    }

    /// The same community, of which documents are left out of the work tree. Their paths are among its files.
    #[must_use]
    pub fn without(self, left_out: LeftOut) -> Self {
        Self { left_out: Arc::new(left_out), ..self }
    }

    /// The documents that are left out of the work tree.
    pub fn left_out(&self) -> &LeftOut {
        &self.left_out
    }

    /// The path of a document that is here or left out.
    pub fn path_of(&self, which: Which) -> &str {
        match which {
            Which::Here(at) => &self.documents[at].path,
            Which::LeftOut(at) => &self.left_out.all()[at].path,
        }
    }

    /// The kind of such a document, by its place, and its name.
    pub fn claim_of(&self, which: Which) -> (usize, &str) {
        match which {
            Which::Here(at) => (self.documents[at].kind, &self.documents[at].slug),
            Which::LeftOut(at) => (self.left_out.all()[at].claim.kind, &self.left_out.all()[at].claim.slug),
        }
    }

    /// The path of the document that is left out and that a name stands for.
    pub fn left_out_called(&self, name: &str) -> Option<&str> {
        self.left_out.called(name, &self.names, &self.settings.kinds)
    }

    /// The same community with one file's text replaced, added, or (with `None`) taken away; everything else is shared.
    #[must_use]
    pub fn with(&self, path: &str, claim: &Claim, text: Option<Arc<str>>) -> Self {
        let others = self.documents.iter().filter(|document| document.path != path).cloned();
        let new = text.map(|text| Arc::new(Document::read(path, text, claim, &self.settings)));
        let documents = others.chain(new).collect();
        let new = Self::of(self.settings.clone(), self.faults.clone(), documents, self.unread.clone(), self.files.clone());
        Self { left_out: self.left_out.clone(), ..new }
    }

    /// The same community with further files, or other texts of those that are here: path, claim and text.
    #[must_use]
    pub fn with_more(&self, more: impl IntoIterator<Item = (String, Claim, Arc<str>)>) -> Self {
        let read =
            |(path, claim, text): (String, Claim, Arc<str>)| (path.clone(), Arc::new(Document::read(&path, text, &claim, &self.settings)));
        let mut new: BTreeMap<String, Arc<Document>> = more.into_iter().map(read).collect();
        let mut documents: Vec<Arc<Document>> =
            self.documents.iter().map(|document| new.remove(&document.path).unwrap_or_else(|| document.clone())).collect();
        documents.extend(new.into_values());
        let new = Self::of(self.settings.clone(), self.faults.clone(), documents, self.unread.clone(), self.files.clone());
        Self { left_out: self.left_out.clone(), ..new }
    }

    /// The documents, by path.
    pub fn documents(&self) -> &[Arc<Document>] {
        &self.documents
    }

    /// Files that a kind claims and that could not be read.
    pub fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// The file that could not be read and would be called so, or stands at that path; of several the first.
    pub fn unread_called(&self, typed: &str) -> Option<&Unread> {
        let kinds = &self.settings.kinds;
        let exists = |path: &str| {
            let is_unread = self.unread.binary_search_by(|unread| unread.path.as_str().cmp(path)).is_ok();
            is_unread || self.names.by_path(path).is_some() || self.files.contains(path)
        };
        let called = |unread: &Unread| {
            let claim = kinds.claim(&unread.path, &exists)?;
            let kind = kinds.at(claim.kind);
            Some(Name {
                reference: format!("{}/{}", kind.name, claim.slug),
                path: unread.path.clone(),
                title: claim.slug,
                aliases: Vec::new(),
                numbered: kind.numbered.is_some(),
                is_child: kind.parent.is_some(),
            })
        };
        let names: Vec<Name> = self.unread.iter().filter_map(called).collect();
        let paths: Vec<String> = names.iter().map(|name| name.path.clone()).collect();
        let at = match Names::new(names).resolve(typed, &|word| kinds.meant_by(word).map(|kind| kind.name.clone())) {
            Found::One(at) => at,
            Found::Several(several) => *several.first()?,
            Found::Nothing(_) => return None,
        };
        self.unread.iter().find(|unread| Some(&unread.path) == paths.get(at))
    }

    /// The kind of a document.
    pub fn kind(&self, document: &Document) -> &Kind {
        self.settings.kinds.at(document.kind)
    }

    /// What documents are called.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The members.
    pub fn people(&self) -> &People {
        &self.people
    }

    /// What a person means by a name.
    pub fn find(&self, typed: &str) -> Found {
        self.names.find(typed, &|word| self.settings.kinds.meant_by(word).map(|kind| kind.name.clone()))
    }

    /// The same without what is near to a name that nothing has.
    pub fn resolve(&self, name: &str) -> Found {
        self.names.resolve(name, &|word| self.settings.kinds.meant_by(word).map(|kind| kind.name.clone()))
    }

    /// The document below whose name another stands.
    pub fn parent(&self, at: usize) -> Option<usize> {
        self.parents(at).first().copied()
    }

    /// That document, and the same in other languages.
    pub fn parents(&self, at: usize) -> &[usize] {
        self.parents.get(&at).map_or(&[], Vec::as_slice)
    }

    /// The documents that stand below another, by path.
    pub fn children(&self, of: usize) -> impl Iterator<Item = usize> {
        let mut children: Vec<_> = self.parents.iter().filter(|(_, parents)| parents.contains(&of)).map(|(child, _)| *child).collect();
        children.sort_unstable();
        children.into_iter()
    }

    /// Whether a file or folder stands at a path from the root, exactly so spelled.
    pub fn exists(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let folder = format!("{path}/");
        let below = |found: Option<&str>| found.is_some_and(|found| found.starts_with(&folder));
        self.names.by_path(path).is_some()
            || self.files.contains(path)
            || self.unread.binary_search_by(|unread| unread.path.as_str().cmp(path)).is_ok()
            || below(self.files.range(folder.clone()..).next().map(String::as_str))
            || below(self.first_from(&folder))
    }

    /// Every path that is known, documents and other files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.documents.iter().map(|document| document.path.as_str()).chain(self.files.iter().map(String::as_str))
    }

    fn first_from(&self, start: &str) -> Option<&str> {
        let at = self.documents.partition_point(|document| document.path.as_str() < start);
        self.documents.get(at).map(|document| document.path.as_str())
    }
}

/// How a document can be called.
pub fn name(document: &Document, kind: &Kind) -> Name {
    Name {
        reference: document.reference.clone(),
        path: document.path.clone(),
        title: document.title.clone(),
        aliases: document.values("aliases").iter().map(|value| value.text.clone()).collect(),
        numbered: kind.numbered.is_some(),
        is_child: kind.parent.is_some(),
    }
}

fn parents(documents: &[Arc<Document>], settings: &Settings, names: &Names) -> HashMap<usize, Vec<usize>> {
    let parents = |document: &Document| {
        let above = kin::parents(settings.kinds.at(document.kind), &document.slug, settings, |name| names.by_ref(name));
        Some(above).filter(|above| !above.is_empty())
    };
    documents.iter().enumerate().filter_map(|(at, document)| Some((at, parents(document)?))).collect()
}
