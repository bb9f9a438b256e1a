//! What somebody wrote while another renamed a document: it names what is called otherwise now, and is brought after it.
//!
//! The renaming itself is done and merged. How everything was called before is made up again from what is there, so that every reference
//! means what its writer meant by it; then it is written anew as the renaming would have done. What leads to something already is left alone.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::base::path::folder;
use crate::model::community::name;
use crate::model::document::Document;
use crate::model::kind::Capability;
use crate::model::names::{Name, Names};
use crate::model::settings::Settings;
use crate::work::session::Session;

use super::heading::Titled;
use super::land::{Land, Side};
use super::place::Moves;
use super::plan::{Person, Plan};
use super::references::Page;
use super::scan::candidates;
use super::{needles, rewritten_text, settings};

/// A file that was renamed; paths are from the community's root.
pub(in crate::work) struct Was {
    /// Where it stood.
    pub(in crate::work) from: String,
    /// Where it stands.
    pub(in crate::work) to: String,
    /// What it said before, if it is one of which that counts.
    pub(in crate::work) text: Option<Arc<str>>,
}

/// A file with references that have to be others.
pub(in crate::work) struct Followed {
    /// From the community's root.
    pub(in crate::work) path: String,
    /// Its text with the references written anew.
    pub(in crate::work) text: String,
    /// How many those are.
    pub(in crate::work) count: usize,
}

/// How everything was called before the renaming.
struct Before {
    names: Vec<Name>,
    paths: BTreeSet<String>,
    moves: Moves,
    people: Vec<Person>,
    /// What was renamed itself, as it was and as it is.
    changed: HashMap<usize, (Document, Document)>,
    /// The answers that were called as their question, with what that is called now.
    titles: HashMap<usize, String>,
}

impl Before {
    fn of(land: &Land<'_>, all: &[Was], settings: &Settings) -> Self {
        let mut before = land.list.clone();
        let (mut moves, mut people, mut changed) = (Moves::default(), Vec::new(), HashMap::new());
        let mut paths = land.side.paths.clone();
        for was in all {
            paths.remove(&was.to);
            paths.insert(was.from.clone());
            moves.files.insert(was.from.clone(), was.to.clone());
            let (old, new) = (folder(&was.from), folder(&was.to));
            if old != new && !old.is_empty() && !new.is_empty() {
                moves.folders.insert(old.to_owned(), new.to_owned());
            }
        }
        // An answer that is called as its question was goes on doing so.
        let mut titles: HashMap<usize, String> = HashMap::new();
        for was in all {
            let claim = settings.kinds.claim(&was.from, &|path| paths.contains(path));
            let Some((at, claim)) = land.at(&was.to).zip(claim) else { continue };
            let Some(own) = before.get_mut(at) else { continue };
            let kind = settings.kinds.at(claim.kind);
            own.path.clone_from(&was.from);
            own.reference = format!("{}/{}", kind.name, claim.slug);
            let Some((text, now)) = was.text.clone().zip(land.document(at)) else { continue };
            let old = Document::read(&was.from, text, &claim, settings);
            *own = name(&old, kind);
            if kind.has(Capability::Person) {
                let handle = (old.handle().to_owned(), now.handle().to_owned());
                people.push(Person { handle, name: (old.title.clone(), now.title.clone()) });
            }
            if old.title != now.title {
                let is_same = |child: &usize| land.list.get(*child).is_some_and(|name| name.title == old.title);
                titles.extend(land.children(at).into_iter().filter(is_same).map(|child| (child, now.title.clone())));
            }
            changed.insert(at, (old, now));
        }
        Self { names: before, paths, moves, people, changed, titles }
    }
}

/// The files whose references have to follow what was renamed. `is_open` says which files can be written; of the others it is told what is left.
pub(in crate::work) fn follow(session: &Session, all: &[Was], is_open: &dyn Fn(&str) -> bool) -> Vec<Followed> {
    let settings = session.settings();
    let mut land = Land::of(session);
    let Before { names, paths, moves, people, changed, titles } = Before::of(&land, all, settings);
    land.side = Side::new(Names::new(names.clone()), paths);
    land.list = names;
    let mut plan = Plan::new(&land, moves, people, &changed);
    plan.is_late = true;
    let also: BTreeSet<usize> = plan.moves.files.keys().filter_map(|path| land.at(path)).chain(titles.keys().copied()).collect();
    let mut found = Vec::new();
    for mut candidate in candidates(&land, &needles(&plan, &also), &also, &|_| true) {
        let path = candidate.document.path.clone();
        if !is_open(&path) {
            continue;
        }
        // A link leads on from where the file stood when it was written.
        if let Some(name) = candidate.at.and_then(|at| land.list.get(at)) {
            candidate.document.path.clone_from(&name.path);
        }
        let document = &candidate.document;
        let (mut text, count) = rewritten_text(&plan, &Page { document, at: candidate.at, path: &path }, None);
        if let Some(title) = candidate.at.and_then(|at| titles.get(&at))
            && document.front.problems.is_empty()
            && !document.title_span.is_empty()
        {
            let own = Titled::of(document, &path, settings);
            text = own.put(&own.read(&text), title).unwrap_or(text);
        }
        if text != *document.text {
            found.push(Followed { path, text, count });
        }
    }
    if let Some(text) = settings::renamed(&plan).0.filter(|_| is_open(settings::PATH)) {
        found.push(Followed { path: settings::PATH.to_owned(), text, count: 1 });
    }
    found
}
