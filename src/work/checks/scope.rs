//! What every rule sees: the community, what the check was told, and look-ups that are made once.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::base::date::Date;
use crate::base::fold::fold_tag;
use crate::base::slips::Slips;
use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::history::ObjectId;
use crate::model::kind::{Capability, Kind};
use crate::model::kinds::is_markdown;
use crate::model::left_out::{Absent, Which};
use crate::model::query::ast::Query;
use crate::model::query::entry::Entry;
use crate::model::query::error::QueryError;
use crate::model::query::kin::parents;
use crate::model::query::of_document::{Past as Told, entry};
use crate::model::settings::Settings;
use crate::model::targets::{Target, of_relation};
use crate::store::git::blobs::name_of;
use crate::store::workspace::rules::RuleFile;
use crate::store::workspace::walk::OddFile;
use crate::work::same_people::{Past, Same};

use super::addresses::Addresses;
use super::gone::Gone;
use super::near::{self, Nearby};
use super::numbers::Numbers;
use super::paths::Paths;
use super::site;
use super::terms::Terms;

/// What stands at a path outside the community's folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Outside {
    /// A file or folder of the same repository.
    Exists,
    /// Nothing, though the path is within the repository.
    Missing,
    /// The path leads out of the repository.
    LeavesRepository,
}

/// What a check is told: it looks nothing up itself.
pub struct Context<'a> {
    /// What day it is in the community.
    pub today: Date,
    /// What stands at a path that the community does not know, written from its folder: one that leads out of it
    /// (`../shared/logo.png`), or one with a part that begins with `.` (`.github/CONTRIBUTING.md`).
    pub exists_outside: &'a (dyn Fn(&str) -> Outside + Sync),
    /// The text of a file that is no document, by its path from the community's folder; `None` where it can't be read.
    pub text: &'a (dyn Fn(&str) -> Option<Arc<str>> + Sync),
    /// The day of the last commit that changed a document's text, by its path; `None` where there is no history.
    pub changed: &'a (dyn Fn(&str) -> Option<Date> + Sync),
    /// The day of the commit that brought a document, by its path.
    pub created: &'a (dyn Fn(&str) -> Option<Date> + Sync),
    /// The files that make the settings, with their texts: `community.yaml` and the community's own kinds.
    pub settings: &'a [(String, Arc<str>)],
    /// What stands in the community's folder and is not read: symbolic links, pipes, repositories within this one.
    pub odd: &'a [(String, OddFile)],
    /// The files that say what git ignores.
    pub rule_files: &'a [RuleFile],
    /// What history tells of a document, by its path, for searches.
    pub told: &'a (dyn Fn(&Document) -> Told + Sync),
    /// What the newest commit holds at a path, from the repository's root.
    pub newest: &'a (dyn Fn(&str) -> Option<ObjectId> + Sync),
    /// Who the authors of history are; `None` where there is no history.
    pub past: Option<Past<'a, 'a>>,
}

impl Context<'_> {
    /// A check on its own: no history, no repository around the community.
    pub fn plain(today: Date) -> Context<'static> {
        Context {
            today,
            exists_outside: &|_| Outside::LeavesRepository,
            text: &|_| None,
            changed: &|_| None,
            created: &|_| None,
            told: &|_| Told::default(),
            settings: &[],
            odd: &[],
            rule_files: &[],
            newest: &|_| None,
            past: None,
        }
    }
}

/// The community as rules look at it.
pub struct Scope<'a> {
    /// The community.
    pub(super) community: &'a Community,
    /// What the check was told.
    pub(super) context: &'a Context<'a>,
    /// Where the relations of each document lead, in their order.
    relations: Vec<Vec<Target>>,
    paths: OnceLock<Paths<'a>>,
    anchors: Vec<OnceLock<Anchors>>,
    successors: OnceLock<HashMap<usize, Vec<usize>>>,
    every_anchor: OnceLock<HashSet<String>>,
    addresses: OnceLock<Addresses>,
    site: OnceLock<bool>,
    loose: Vec<OnceLock<HashSet<String>>>,
    tag_slips: OnceLock<Slips>,
    near_files: OnceLock<Nearby<'a>>,
    near_documents: OnceLock<Nearby<'a>>,
    all_paths: OnceLock<Vec<&'a str>>,
    same_people: OnceLock<Option<Same<'a>>>,
    terms: OnceLock<Terms>,
    numbers: OnceLock<Numbers>,
    gone: OnceLock<Gone<'a>>,
    uncommitted: OnceLock<HashMap<ObjectId, usize>>,
    entries: OnceLock<Vec<Entry>>,
    /// The searches of the community's own rules, in their order.
    asked: OnceLock<Vec<Asked>>,
    /// Documents that others stand below.
    parents: HashSet<usize>,
}

/// The searches of a rule of the community's own, as they were read; `None` where it has none.
pub(super) struct Asked {
    /// The one that finds the documents that it is for.
    pub(super) which: Option<Result<Query, QueryError>>,
    /// The one that is to find nothing.
    pub(super) none: Option<Result<Query, QueryError>>,
}

/// The places in a document that a link can name, in lower case, as browsers on git hosts find them.
pub(super) struct Anchors(HashSet<String>);

impl<'a> Scope<'a> {
    pub(super) fn new(community: &'a Community, context: &'a Context<'a>) -> Self {
        let targets = |document: &Arc<Document>| document.relations.iter().map(|one| of_relation(community, document, one)).collect();
        let relations = community.documents().par_iter().map(targets).collect();
        let anchors = (0..community.documents().len()).map(|_| OnceLock::new()).collect();
        let settings = &community.settings;
        let above = |absent: &Absent| {
            parents(settings.kinds.at(absent.claim.kind), &absent.claim.slug, settings, |name| community.names().by_ref(name))
        };
        let parents = (0..community.documents().len()).flat_map(|at| community.parents(at).iter().copied());
        let parents = parents.chain(community.left_out().all().iter().flat_map(above)).collect();
        Self {
            community,
            context,
            relations,
            parents,
            paths: OnceLock::new(),
            anchors,
            successors: OnceLock::new(),
            every_anchor: OnceLock::new(),
            addresses: OnceLock::new(),
            site: OnceLock::new(),
            loose: (0..community.documents().len()).map(|_| OnceLock::new()).collect(),
            tag_slips: OnceLock::new(),
            near_files: OnceLock::new(),
            near_documents: OnceLock::new(),
            all_paths: OnceLock::new(),
            same_people: OnceLock::new(),
            terms: OnceLock::new(),
            numbers: OnceLock::new(),
            gone: OnceLock::new(),
            uncommitted: OnceLock::new(),
            entries: OnceLock::new(),
            asked: OnceLock::new(),
        }
    }

    pub(super) fn settings(&self) -> &'a Settings {
        &self.community.settings
    }

    pub(super) fn documents(&self) -> &'a [Arc<Document>] {
        self.community.documents()
    }

    pub(super) fn document(&self, at: usize) -> &'a Document {
        &self.community.documents()[at]
    }

    pub(super) fn kind(&self, at: usize) -> &'a Kind {
        self.community.settings.kinds.at(self.document(at).kind)
    }

    /// All documents, also those that a sparse checkout leaves out, the older first: as history tells, and by path where it does not. What no
    /// commit holds yet is new. Of those of one day the order of the commits tells.
    pub(super) fn all_by_age(&self) -> Vec<Which> {
        let first = |path: &str| {
            let past = self.context.past?;
            past.history.of_path(&format!("{}{path}", past.prefix)).next().map(|change| change.commit)
        };
        let left_out = (0..self.community.left_out().all().len()).map(Which::LeftOut);
        let mut all: Vec<Which> = (0..self.documents().len()).map(Which::Here).chain(left_out).collect();
        all.sort_by_cached_key(|which| {
            let path = self.community.path_of(*which);
            let created = (self.context.created)(path);
            (created.is_none(), created, first(path), path)
        });
        all
    }

    /// The same without those that are left out.
    pub(super) fn by_age(&self) -> Vec<usize> {
        let here = |which| if let Which::Here(at) = which { Some(at) } else { None };
        self.all_by_age().into_iter().filter_map(here).collect()
    }

    /// Where the relations of a document lead, in the order in which it has them.
    pub(super) fn targets(&self, at: usize) -> &[Target] {
        &self.relations[at]
    }

    /// The documents that a document names under a relation.
    pub(super) fn related<'s>(&'s self, at: usize, name: &'s str) -> impl Iterator<Item = usize> + 's {
        let relations = self.document(at).relations.iter().zip(&self.relations[at]);
        relations.filter(move |(relation, _)| relation.name == name).filter_map(|(_, target)| match target {
            Target::Document(to, _) => Some(*to),
            _ => None,
        })
    }

    /// The documents that stand in the place of one, as it says or as they say themselves.
    pub(super) fn successors(&self, of: usize) -> &[usize] {
        let all = self.successors.get_or_init(|| {
            let mut all: HashMap<usize, Vec<usize>> = HashMap::new();
            for at in 0..self.documents().len() {
                self.related(at, "superseded_by")
                    .chain(self.related(at, "duplicate_of"))
                    .for_each(|new| all.entry(at).or_default().push(new));
                self.related(at, "supersedes").for_each(|old| all.entry(old).or_default().push(at));
            }
            for list in all.values_mut() {
                list.sort_unstable();
                list.dedup();
            }
            all
        });
        all.get(&of).map_or(&[], Vec::as_slice)
    }

    /// Who in history looks like one person; `None` where there is no history, or not every member is known.
    pub(super) fn same_people(&self) -> Option<&Same<'a>> {
        let past = || self.context.past.filter(|_| !self.lacks_members());
        self.same_people.get_or_init(|| past().map(|past| past.look())).as_ref()
    }

    /// Whether a sparse checkout leaves a member's file out: then nobody is unknown.
    pub(super) fn lacks_members(&self) -> bool {
        self.community.left_out().has(&self.settings().kinds, |kind| kind.has(Capability::Person))
    }

    /// Whether a name that nothing is known to have may be that of a document that a sparse checkout leaves out. A path is none.
    pub(super) fn may_be_left_out(&self, name: &str) -> bool {
        let name = name.split('#').next().unwrap_or_default();
        !name.starts_with('.') && !is_markdown(name) && self.community.left_out().may_be_called(name, &self.settings().kinds)
    }

    /// What became of the paths that history knows, with that history; `None` where there is none.
    pub(super) fn gone(&self) -> Option<(&Gone<'a>, &Past<'a, 'a>)> {
        let past = self.context.past.as_ref()?;
        Some((self.gone.get_or_init(|| Gone::of(past)), past))
    }

    /// The document that the newest commit does not have and that says this to the byte.
    pub(super) fn uncommitted(&self, content: ObjectId) -> Option<usize> {
        let all = self.uncommitted.get_or_init(|| {
            let prefix = self.context.past.map_or("", |past| past.prefix);
            let is_new = |document: &Document| (self.context.newest)(&format!("{prefix}{}", document.path)).is_none();
            let documents = self.documents().iter().enumerate().rev().filter(|(_, document)| is_new(document));
            documents.filter_map(|(at, document)| Some((name_of(document.text.as_bytes())?, at))).collect()
        });
        all.get(&content).copied()
    }

    /// The words of the glossary, of the terms that hold.
    pub(super) fn terms(&self) -> &Terms {
        self.terms.get_or_init(|| Terms::of(self.community, |at| !self.is_retired(at)))
    }

    /// Who is to have another number.
    pub(super) fn numbers(&self) -> &Numbers {
        self.numbers.get_or_init(|| Numbers::of(self.community, &self.relations, &self.all_by_age()))
    }

    /// All documents as a search finds them.
    pub(super) fn entries(&self) -> &[Entry] {
        self.entries.get_or_init(|| {
            let kinds = &self.settings().kinds;
            let mut below: HashMap<usize, u32> = HashMap::new();
            let above = (0..self.documents().len()).flat_map(|at| self.community.parents(at));
            above.for_each(|above| *below.entry(*above).or_default() += 1);
            let has_below = |at: usize| kinds.all().iter().any(|kind| kind.parent.as_ref() == Some(&self.kind(at).name));
            let of = |(at, document): (usize, &Arc<Document>)| {
                let answers = has_below(at).then(|| below.get(&at).copied().unwrap_or_default());
                entry(document, self.settings(), &(self.context.told)(document), answers)
            };
            self.documents().par_iter().enumerate().map(of).collect()
        })
    }

    /// The searches of the community's own rules, read once.
    pub(super) fn asked(&self, read: impl FnOnce() -> Vec<Asked>) -> &[Asked] {
        self.asked.get_or_init(read)
    }

    pub(super) fn paths(&self) -> &Paths<'a> {
        self.paths.get_or_init(|| Paths::of(self.community))
    }

    pub(super) fn anchors(&self, at: usize) -> &Anchors {
        self.anchors[at].get_or_init(|| Anchors::of(self.document(at)))
    }

    /// Whether any document has a place of this name: some programs make one page of many files.
    pub(super) fn has_anchor_anywhere(&self, fragment: &str) -> bool {
        let all = self.every_anchor.get_or_init(|| (0..self.documents().len()).flat_map(|at| self.anchors(at).0.iter().cloned()).collect());
        all.contains(&fragment.to_lowercase())
    }

    /// The tags that the community agreed on, folded, for those that are nearly one of them.
    pub(super) fn tag_slips(&self) -> &Slips {
        self.tag_slips.get_or_init(|| Slips::of(self.settings().tags.iter().map(|tag| fold_tag(&tag.name))))
    }

    /// All files by how they are called.
    pub(super) fn near_files(&self) -> &Nearby<'a> {
        self.near_files.get_or_init(|| near::files(self.community))
    }

    /// All documents by how they are called.
    pub(super) fn near_documents(&self) -> &Nearby<'a> {
        self.near_documents.get_or_init(|| near::documents(self.community))
    }

    /// A path by its place among all.
    pub(super) fn path_at(&self, at: usize) -> Option<&'a str> {
        self.all_paths.get_or_init(|| self.community.paths().collect()).get(at).copied()
    }

    /// Whether a fragment names a place in a document but for signs between its letters.
    pub(super) fn has_anchor_loosely(&self, at: usize, fragment: &str) -> bool {
        let known = self.loose[at].get_or_init(|| {
            let markdown = &self.document(at).markdown;
            let headings = markdown.headings.iter().flat_map(|heading| [heading.id.as_str(), heading.text.as_str()]);
            headings.chain(markdown.anchors.iter().map(|anchor| anchor.id.as_str())).flat_map(loose).collect()
        });
        self.anchors(at).has(fragment) || loose(fragment).iter().any(|one| known.contains(one))
    }

    /// Whether a file says that a site has a page at this address.
    pub(super) fn is_address(&self, path: &str) -> bool {
        self.addresses.get_or_init(|| Addresses::of(self.community, self.context.text)).has(path)
    }

    /// Whether a page of a kind is shown by a program that has its own ways with links: files that were there before the community, where
    /// there is such a program.
    pub(super) fn is_on_site(&self, kind: &Kind) -> bool {
        kind.is_adopted()
            && *self.site.get_or_init(|| site::is_made(self.community, |path| (self.context.exists_outside)(path) == Outside::Exists))
    }

    /// Whether a path is, or leads through, something that is there and not read.
    pub(super) fn is_odd(&self, path: &str) -> bool {
        let within =
            |(odd, _): &(String, OddFile)| path.strip_prefix(odd.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.context.odd.iter().any(within)
    }

    /// Whether most documents of the kind of one have something: what files that were there before hold is asked only of the few
    /// that lack it. In a kind's own folder everything is asked of all.
    pub(super) fn is_usual(&self, kind: usize, has: impl Fn(usize) -> bool) -> bool {
        if !self.community.settings.kinds.at(kind).is_adopted() {
            return true;
        }
        let all = || (0..self.documents().len()).filter(|at| self.document(*at).kind == kind);
        2 * all().filter(|at| has(*at)).count() > all().count()
    }

    /// Whether other documents stand below one.
    pub(super) fn has_children(&self, at: usize) -> bool {
        self.parents.contains(&at)
    }

    /// Whether a state of a document's kind is one in which it is kept for its history only.
    pub(super) fn is_retired(&self, at: usize) -> bool {
        self.document(at).state.as_deref().and_then(|state| self.kind(at).state(state)).is_some_and(|state| state.retired)
    }
}

/// What lower case makes of the dot of a capital İ.
const DOT_ABOVE: char = '\u{307}';

impl Anchors {
    fn of(document: &Document) -> Self {
        let headings = document.markdown.headings.iter().map(|heading| heading.id.as_str());
        let ids = headings.chain(document.markdown.anchors.iter().map(|anchor| anchor.id.as_str()));
        let lower = ids.filter(|id| !id.is_empty()).map(str::to_lowercase);
        // A capital İ becomes i and a dot above it, which nobody types.
        let typed = |id: String| if id.contains(DOT_ABOVE) { vec![id.replace(DOT_ABOVE, ""), id] } else { vec![id] };
        Self(lower.flat_map(typed).collect())
    }

    /// Whether a fragment names one of them.
    pub(super) fn has(&self, fragment: &str) -> bool {
        let fragment = fragment.to_lowercase();
        let fragment = fragment.strip_prefix("user-content-").unwrap_or(&fragment);
        fragment.is_empty() || fragment == "top" || self.0.contains(fragment)
    }
}

/// Whether a file is a form to be filled in, by its name or that of a folder.
pub(super) fn is_form(path: &str) -> bool {
    let is_word =
        |part: &str| part.starts_with("template") || part.starts_with("sjablo") || part.ends_with("template") || part.ends_with("sjabloon");
    path.to_lowercase().split('/').any(|part| is_word(part.split('.').next().unwrap_or(part)))
}

/// The letters and digits of a name, as they are and without the number that tells equal headings apart or begins the heading.
fn loose(name: &str) -> Vec<String> {
    let bare = |text: &str| crate::base::fold::fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let whole = bare(name);
    let unnumbered = name.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end_matches(['-', '_']);
    let unled = name.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let mut all = vec![bare(unnumbered), bare(unled), whole];
    all.retain(|one| !one.is_empty());
    all.dedup();
    all
}
