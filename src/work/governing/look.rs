//! What a commit did to documents, as their kinds understand them.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use crate::model::document::Document;
use crate::model::governance::Governance;
use crate::model::history::ObjectId;
use crate::model::kind::{Capability, Kind};
use crate::model::settings::{FILE, Settings};
use crate::store::git::mainline::{FileChange, Mainline, NoWay, Step};

use super::leads::{Led, Moves};
use super::trust::{Mark, Trust, marks, shares_any};

/// What a commit did.
#[derive(Default)]
pub(super) struct Deeds {
    /// Documents that can be in a state, by path.
    pub(super) documents: Vec<Deed>,
    /// Members, by their handle in small letters.
    pub(super) members: BTreeMap<String, Member>,
    /// Whether one of the files that make the rules is another.
    pub(super) settings: bool,
}

/// What it did to one document.
pub(super) struct Deed {
    /// Where it stands now, or stood.
    pub(super) path: String,
    /// Where it stood before, if that is another place.
    pub(super) from: Option<String>,
    pub(super) before: Option<Seen>,
    pub(super) after: Option<Seen>,
    /// Whether it says what it said, and leads to what it led to.
    pub(super) says_same: bool,
}

/// A document as it was.
#[derive(Clone)]
pub(super) struct Seen {
    /// The kind's name.
    pub(super) kind: String,
    /// Its state; empty where its kind has none.
    pub(super) state: String,
    /// The state that it is shown in to whoever reads no more of a file than the community's limits; `None` where it is not shown at all.
    pub(super) shown: Option<String>,
    title: String,
    text: Led,
    /// What else its front matter says, by key, without what anybody may say of it.
    fields: BTreeMap<String, Vec<String>>,
    /// Which of these keys name other documents.
    relations: BTreeSet<String>,
    /// The file.
    pub(super) blob: ObjectId,
}

/// What the front matter of a document says that is no part of what was decided: when somebody looked at it, where it is found, what refers
/// to it. Its kind and its state are looked at by themselves.
const ANYBODYS: [&str; 18] = [
    "kind",
    "status",
    "reviewed",
    "review_by",
    "review_every",
    "revisit",
    "tags",
    "aliases",
    "lang",
    "audience",
    "related",
    // The other side of what somebody says of their own; that this one is superseded its state says.
    "superseded_by",
    "translation_of",
    "translated_as",
    "flags",
    "uses",
    "used_by",
    "links",
];

impl Seen {
    /// The same in another state.
    pub(super) fn in_state(&self, state: &str) -> Self {
        Self { state: state.to_owned(), ..self.clone() }
    }

    /// Whether both say the same, where a commit moved this.
    fn says_as(&self, other: &Self, moves: &Moves) -> bool {
        let says = || self.title == other.title && self.has_fields_of(other, moves) && self.text.says_as(&other.text, moves);
        self.blob == other.blob || says()
    }

    fn has_fields_of(&self, other: &Self, moves: &Moves) -> bool {
        let is_same = |(key, values): (&String, &Vec<String>)| {
            let Some(others) = other.fields.get(key).filter(|others| others.len() == values.len()) else { return false };
            let mut pairs = values.iter().zip(others);
            pairs.all(|(old, new)| old == new || self.relations.contains(key) && moves.renames(self.text.folder(), old, new))
        };
        self.fields.len() == other.fields.len() && self.fields.iter().all(is_same)
    }

    /// Whether it can be the same document under another name, which its heading may follow.
    fn can_be(&self, other: &Self) -> bool {
        let lines = |seen: &Self| {
            let text = seen.text.body().lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
            text.map(str::to_owned).collect::<Vec<_>>()
        };
        let same_text = || lines(self) == lines(other) && (self.title == other.title || !lines(self).is_empty());
        self.kind == other.kind && (self.blob == other.blob || same_text())
    }
}

/// What it did to the files of one member.
#[derive(Default)]
pub(super) struct Member {
    /// The kind's name.
    pub(super) kind: String,
    /// The file that is told of.
    pub(super) path: String,
    /// By what they were known before, in the files that are others now.
    pub(super) before: BTreeSet<Mark>,
    /// By what they are known now.
    pub(super) after: BTreeSet<Mark>,
    /// Whether the community's limits keep from view what is known now, and did not before.
    pub(super) is_cut: bool,
}

/// Whether a file makes the community's settings, and so its rules.
pub(super) fn is_of_settings(path: &str) -> bool {
    path == FILE || path.starts_with(".cop/kinds/")
}

/// The folder of a file that is called so, with its slash; `None` for one that is called otherwise.
pub(super) fn folder_if_called<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    path.strip_suffix(name).filter(|folder| folder.is_empty() || folder.ends_with('/'))
}

/// Reads what a commit did, as these settings understand it.
///
/// # Errors
/// A file that matters is missing or damaged.
pub(super) fn deeds(way: &Mainline<'_>, step: &Step, changes: &[FileChange], trust: &Trust) -> Result<Deeds, NoWay> {
    let mut deeds = Deeds::default();
    for change in changes {
        if is_of_settings(&change.path) {
            deeds.settings = true;
            continue;
        }
        let read = |blob: Option<ObjectId>, after: bool| match blob {
            Some(blob) => document(way, step, after, &change.path, blob, trust),
            None => Ok(None),
        };
        let (before, after) = (read(change.old, false)?, read(change.new, true)?);
        let person = |read: &Option<Read<'_>>| {
            let Read { document, kind, shown, .. } = read.as_ref().filter(|read| read.kind.has(Capability::Person))?;
            let is_cut = shown.as_ref().is_none_or(|shown| marks(shown) != marks(document));
            Some((document.handle().to_lowercase(), kind.name.clone(), marks(document), is_cut))
        };
        let was_cut = person(&before).is_some_and(|(.., is_cut)| is_cut);
        for (after, person) in [(false, person(&before)), (true, person(&after))] {
            let Some((handle, kind, marks, is_cut)) = person else { continue };
            let member = deeds.members.entry(handle).or_insert_with(|| Member { kind, path: change.path.clone(), ..Member::default() });
            member.is_cut |= after && is_cut && !was_cut;
            if after { &mut member.after } else { &mut member.before }.extend(marks);
        }
        let other = |read: Option<Read<'_>>| read.filter(|read| !read.kind.has(Capability::Person)).map(seen);
        let (before, after) = (other(before), other(after));
        if before.is_some() || after.is_some() {
            deeds.documents.push(Deed { path: change.path.clone(), from: None, before, after, says_same: false });
        }
    }
    deeds.join();
    let mut moves = Moves::of(changes);
    let is_other = |deed: &Deed| deed.before.as_ref().zip(deed.after.as_ref()).is_some_and(|(old, new)| old.blob != new.blob);
    if moves.is_any() && deeds.documents.iter().any(is_other) {
        let paths = |commit| Ok(way.files(commit)?.into_iter().map(|(path, _)| path).collect());
        moves.among(paths(step.before)?, paths(step.commit)?);
    }
    deeds.compare(moves);
    Ok(deeds)
}

impl Deeds {
    /// Puts together what is gone from one place and stands at another.
    fn join(&mut self) {
        let gone: Vec<usize> = (0..self.documents.len()).filter(|at| self.documents[*at].after.is_none()).collect();
        let mut taken = BTreeSet::new();
        for at in gone {
            let Some(old) = self.documents[at].before.as_ref() else { continue };
            let is = |other: &usize| {
                let deed = &self.documents[*other];
                !taken.contains(other) && deed.before.is_none() && deed.after.as_ref().is_some_and(|new| new.can_be(old))
            };
            if let Some(other) = (0..self.documents.len()).find(is) {
                taken.insert(other);
                let (before, from) = (self.documents[at].before.take(), self.documents[at].path.clone());
                self.documents[other].before = before;
                self.documents[other].from = Some(from);
            }
        }
        self.documents.retain(|deed| deed.before.is_some() || deed.after.is_some());
    }

    /// Notes which say what they said.
    fn compare(&mut self, mut moves: Moves) {
        for (old, member) in self.members.iter().filter(|(_, member)| member.after.is_empty()) {
            let is = |(_, other): &(&String, &Member)| other.before.is_empty() && shares_any(&member.before, &other.after);
            if let Some((new, _)) = self.members.iter().find(is) {
                moves.is_called(old, new);
            }
        }
        for deed in &self.documents {
            match (&deed.before, &deed.after) {
                (None, _) => moves.goes(None, &deed.path),
                (_, None) => moves.ends(&deed.path),
                _ if deed.from.is_some() => moves.goes(deed.from.as_deref(), &deed.path),
                _ => {}
            }
        }
        for deed in &mut self.documents {
            deed.says_same = deed.before.as_ref().zip(deed.after.as_ref()).is_some_and(|(old, new)| old.says_as(new, &moves));
        }
    }
}

/// A file as it is read.
struct Read<'s> {
    /// However large it is.
    document: Rc<Document>,
    kind: &'s Kind,
    blob: ObjectId,
    /// Within the community's limits, if it is read by those.
    shown: Option<Rc<Document>>,
}

/// A file as the kind that claims it understands it; `None` for one that no rule can be about.
fn document<'s>(
    way: &Mainline<'_>,
    step: &Step,
    after: bool,
    path: &str,
    blob: ObjectId,
    trust: &'s Trust,
) -> Result<Option<Read<'s>>, NoWay> {
    let Trust { settings, shown, rules, .. } = trust;
    let lost = Cell::new(None);
    let claim = settings.kinds.claim(path, &|path| way.has_file(step, after, path, &lost));
    if let Some(lost) = lost.take() {
        return Err(lost);
    }
    let Some(claim) = claim else { return Ok(None) };
    let kind = settings.kinds.at(claim.kind);
    if kind.moves.is_empty() && !is_ruled(rules, kind) {
        return Ok(None);
    }
    let Some(text) = way.text(blob, settings.limits.file)? else { return Ok(None) };
    let text: Arc<str> = Arc::from(text);
    let is_read = text.len() as u64 <= shown.limits.file;
    let read = |settings: &Settings| Rc::new(Document::read(path, Arc::clone(&text), &claim, settings));
    let document = read(settings);
    let shown = is_read.then(|| if shown.limits == settings.limits { Rc::clone(&document) } else { read(shown) });
    Ok(Some(Read { document, kind, blob, shown }))
}

/// Whether rules are about documents of a kind: people, and what can be in a state that not everybody may move it to.
pub(super) fn is_ruled(rules: &Governance, kind: &Kind) -> bool {
    kind.has(Capability::Person) || kind.states.iter().any(|state| is_governed(rules, &kind.name, &state.name))
}

/// Whether not everybody, or nobody without a signature, may move a document of a kind to a state.
pub(super) fn is_governed(rules: &Governance, kind: &str, state: &str) -> bool {
    rules.movers(kind, state).is_some() || rules.is_signed(kind, state) && !rules.signs_all()
}

fn seen(Read { document, kind, blob, shown }: Read<'_>) -> Seen {
    let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let values = document.fields.iter().flat_map(|field| field.values.iter().map(|value| (&field.name, value.text.as_str())));
    let relations = document.relations.iter().map(|relation| (&relation.name, relation.target.as_str()));
    let extra = document.extra.iter().map(|extra| (&extra.key, document.text.get(extra.value.span.clone()).unwrap_or_default()));
    for (name, text) in values.chain(relations).chain(extra) {
        if !ANYBODYS.contains(&name.as_str()) {
            fields.entry(name.clone()).or_default().push(text.trim().to_owned());
        }
    }
    Seen {
        fields,
        kind: kind.name.clone(),
        state: document.state.clone().unwrap_or_default(),
        shown: shown.map(|shown| shown.state.clone().unwrap_or_default()),
        title: document.title.clone(),
        text: Led::of(&document),
        relations: document.relations.iter().map(|relation| relation.name.clone()).collect(),
        blob,
    }
}
