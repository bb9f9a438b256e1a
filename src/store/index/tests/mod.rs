//! The index as a whole, on communities in temporary folders.

mod faults;
mod parity;
mod together;
mod updates;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::clock::Now;
use crate::base::files::OwnFolder;
use crate::base::nearest::nearest;
use crate::base::typing_error::is_typing_error;
use crate::model::graph::Graph;
use crate::model::query::ast::{Filter, Form, Leaf, Node, Query, Slot};
use crate::model::query::entry::Entry;
use crate::model::query::of_document::{Past, entry};
use crate::model::query::rank::is_tiered;
use crate::model::query::related::Related;
use crate::model::query::scan::scan;
use crate::model::query::ties::{Tie, ties};
use crate::model::query::tuning::Tuning;
use crate::model::settings::Settings;
use crate::store::workspace::load;
use crate::store::workspace::rules::RulePlaces;
use crate::store::workspace::table::Rows;
use crate::store::workspace::walk::walk;
use crate::text::words::Language;

use super::{Hits, Index, Page, Pasts, Report, Source};

/// A community, a folder for its index, and a history that a test makes up.
pub(super) struct World {
    folder: tempfile::TempDir,
    pub settings: Settings,
    pub places: RulePlaces,
    pub past: BTreeMap<String, Past>,
    pub key: String,
    /// What the clock says; `None` is what it is.
    pub now: Option<i64>,
}

impl Pasts for BTreeMap<String, Past> {
    fn past(&self, path: &str) -> Past {
        self.get(path).cloned().unwrap_or_default()
    }
}

impl World {
    pub(super) fn new() -> Self {
        let world = Self {
            folder: tempfile::tempdir().expect("a folder"),
            settings: Settings::read("name: Test\nlanguages: [en, nl]\n", &[]).0,
            places: RulePlaces::default(),
            past: BTreeMap::new(),
            key: String::new(),
            now: None,
        };
        fs::create_dir(world.root()).expect("made");
        world
    }

    pub(super) fn root(&self) -> PathBuf {
        self.folder.path().join("root")
    }

    pub(super) fn dir(&self) -> PathBuf {
        self.own().path().to_owned()
    }

    pub(super) fn own(&self) -> OwnFolder {
        OwnFolder::new(self.folder.path(), "index")
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    /// Calls `ask` with everything that an index is made of.
    pub(super) fn with<T>(&self, ask: impl FnOnce(&Source<'_>) -> T) -> T {
        let root = self.root();
        let now = self.now.unwrap_or_else(|| Now::from_system().seconds() * 1_000_000_000);
        let past = self.past.clone();
        let pasts = |_: &Rows| -> Box<dyn Pasts> { Box::new(past.clone()) };
        ask(&Source { root: &root, places: &self.places, settings: &self.settings, now, past_key: &self.key, pasts: &pasts })
    }

    pub(super) fn search_in(&self, index: &mut Index, query: &Query, page: Page) -> (Hits, Report) {
        self.with(|source| {
            let report = index.refresh(source).expect("an index");
            (index.search(source, query, page).expect("an answer"), report)
        })
    }

    /// Opens the index and asks it.
    pub(super) fn search(&self, query: &Query) -> (Hits, Report) {
        self.search_in(&mut Index::open(Some(self.own())), query, Page::all())
    }

    /// The paths that a word finds, in order, and what was said.
    pub(super) fn find(&self, word: &str) -> (Vec<String>, Report) {
        let (hits, report) = self.search(&words(&[word]));
        (hits.hits.into_iter().map(|hit| hit.card.path).collect(), report)
    }

    /// Everything there is to find, read whole and without an index.
    pub(super) fn entries(&self) -> Vec<Entry> {
        let tree = walk(&self.root(), &self.places);
        let settings = Arc::new(self.settings.clone());
        let community =
            load::community(&self.root(), settings, Vec::new(), tree.files.iter().map(|file| file.path.as_str()), &BTreeMap::new());
        let parents: BTreeSet<&str> = self.settings.kinds.all().iter().filter_map(|kind| kind.parent.as_deref()).collect();
        let entry = |(at, document): (usize, &Arc<_>)| {
            let answers = parents.contains(community.kind(document).name.as_str()).then(|| community.children(at).count() as u32);
            entry(document, &self.settings, &self.past.past(&document.path), answers)
        };
        community.documents().iter().enumerate().map(entry).collect()
    }

    /// Demands that the index answers as a scan does.
    pub(super) fn demand_parity(&self, index: &mut Index, query: &Query) -> Report {
        let entries = self.entries();
        let (hits, report) = self.search_in(index, query, Page::all());
        let found = scan(query, &entries);
        let expected: Vec<_> = found.hits.iter().map(|hit| (&entries[hit.entry].card, hit.score, hit.every)).collect();
        let got: Vec<_> = hits.hits.iter().map(|hit| (&hit.card, hit.score, hit.every)).collect();
        assert_eq!(got.len(), expected.len(), "{query:?}");
        for (got, expected) in got.iter().zip(&expected) {
            assert_eq!(got.0, expected.0, "{query:?}");
            assert!((got.1 - expected.1).abs() < 1e-9, "{query:?}: {got:?} {expected:?}");
            assert_eq!(got.2, expected.2, "{query:?}");
        }
        assert_eq!((hits.total, hits.relaxed, hits.found), (found.total, found.relaxed, found.hits.len()), "{query:?}");
        self.demand_explanations(index, query, &hits);
        let mut known: BTreeMap<String, u32> = BTreeMap::new();
        for hit in &found.hits {
            let all = entries[hit.entry].zones.iter().flat_map(|zone| zone.iter().map(|word| word.surface));
            all.collect::<BTreeSet<_>>().into_iter().for_each(|word| *known.entry(word.to_owned()).or_default() += 1);
        }
        let words = self.with(|source| index.words(source, query).expect("words"));
        assert_eq!(words.into_iter().map(|(word, tally)| (word, tally.documents)).collect::<BTreeMap<_, _>>(), known, "{query:?}");
        self.demand_near_words(index);
        self.demand_latest(index, &entries);
        for count in [0, 1, 3] {
            let page = Page { skip: 1, ..Page::first(count) };
            let some = self.search_in(index, query, page).0.hits;
            assert_eq!(some, hits.hits.iter().skip(1).take(count).cloned().collect::<Vec<_>>(), "{query:?}");
        }
        report
    }
}

impl World {
    /// Demands that the last change of what meets a filter is that of the entries which meet it.
    fn demand_latest(&self, index: &mut Index, entries: &[Entry]) {
        for term in ["by=anna", "kind=practice", "is=retired", "by=nobody"] {
            let filter = Filter::OneOf(vec![term.to_owned()]);
            let expected = entries.iter().filter(|entry| entry.meets(&filter)).filter_map(|entry| entry.card.updated).max();
            assert_eq!(self.with(|source| index.latest(source, &filter).expect("an answer")), expected, "{term}");
        }
    }

    /// Demands that what is told of the scores adds up to them.
    fn demand_explanations(&self, index: &mut Index, query: &Query, hits: &Hits) {
        let paths: Vec<&str> = hits.hits.iter().map(|hit| hit.card.path.as_str()).collect();
        let told = self.with(|source| index.explain(source, query, &paths).expect("explanations"));
        for (told, hit) in told.into_iter().zip(&hits.hits) {
            let told = told.expect("what was found");
            assert!((told.score - hit.score).abs() < 1e-9 && told.every == hit.every, "{query:?}: {told:?} {hit:?}");
            assert!(told.highest == 0.0 || told.points() <= told.highest, "{query:?}: {told:?}");
            let part = if told.highest > 0.0 { told.points() * told.standing.factor(&Tuning::CHOSEN) / told.highest } else { 0.0 };
            let within = if is_tiered(query) { hit.score.fract() } else { hit.score };
            let expected = if hit.card.retired && !is_tiered(query) { part * Tuning::CHOSEN.retired } else { part };
            assert!((within - expected).abs() < 1e-9, "{query:?}: {told:?} {hit:?}");
        }
        assert_eq!(self.with(|source| index.explain(source, query, &["no/such.md"]).expect("an answer")), [None]);
    }

    /// Demands that the relations that the index finds are those of the community read whole.
    pub(super) fn demand_ties(&self, index: &mut Index) {
        let tree = walk(&self.root(), &self.places);
        let settings = Arc::new(self.settings.clone());
        let community =
            load::community(&self.root(), settings, Vec::new(), tree.files.iter().map(|file| file.path.as_str()), &BTreeMap::new());
        let (cards, terms) = self.with(|source| (index.cards(source).expect("cards"), index.ties(source).expect("ties")));
        let is_file = |path: &str| community.exists(path);
        let related = Related::of(&self.settings, cards, terms.iter().filter_map(|term| Tie::of_term(term)), &is_file);
        let graph = Graph::of(&community);
        let path = |at: usize| community.documents()[at].path.clone();
        for (at, document) in community.documents().iter().enumerate() {
            for key in ["links-to", "linked-by", "related", "supersedes", "superseded-by", "answers", "answered-by"] {
                let says = |relation: &str, key: &str| match key {
                    "links-to" => relation != "answers",
                    _ => relation.replace('_', "-") == key,
                };
                let other_side = |relation: &str| match key {
                    "linked-by" => relation != "answers",
                    "related" => relation == "related",
                    "supersedes" => relation == "superseded_by",
                    "superseded-by" => relation == "supersedes",
                    "answered-by" => relation == "answers",
                    _ => false,
                };
                let here = graph.edges().filter(|edge| edge.to == at && says(&edge.relation, key)).map(|edge| path(edge.from));
                let there = graph.edges().filter(|edge| edge.from == at && other_side(&edge.relation)).map(|edge| path(edge.to));
                let expected: BTreeSet<String> = here.chain(there).collect();
                let own = ties(document, &self.settings);
                let query = Query { must: vec![related.to(key, at, own, &is_file)], ..Query::default() };
                let hits = self.with(|source| index.search(source, &query, Page::all()).expect("an answer"));
                let found: BTreeSet<String> = hits.hits.into_iter().map(|hit| hit.card.path).collect();
                assert_eq!(found, expected, "{key}:{}", document.path);
            }
        }
    }
}

/// Words that nobody wrote, those that somebody did, and parts of them.
const TYPED: [&str; 8] = ["malibox", "vrag", "exporings", "practice", "fotos", "mail", "zebra", "export"];

impl World {
    /// Demands that the near words are those that a look at every word of every document gives.
    fn demand_near_words(&self, index: &mut Index) {
        let known = self.with(|source| index.words(source, &Query::default()).expect("words"));
        let mut common: Vec<(&str, u32)> = known.iter().map(|(word, tally)| (word.as_str(), tally.documents)).collect();
        common.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let meant = |typed: &'static str| common.iter().map(|(word, _)| *word).filter(move |word| is_typing_error(typed, word));
        let expected = TYPED.map(|typed| nearest(typed, meant(typed)).filter(|_| !known.contains_key(typed)).map(str::to_owned));
        let near = self.with(|source| index.near(source, &TYPED.map(str::to_owned)).expect("near words"));
        assert_eq!(near, expected, "{common:?}");
    }
}

/// What an index says when it is asked everything that is asked beside documents by their words.
#[derive(Debug, PartialEq)]
pub(super) struct Answers {
    /// The paths that a sentence finds, which the words of the best of them rank.
    sentence: BTreeSet<String>,
    compounds: Vec<String>,
    parts: Option<[String; 2]>,
    corrections: Vec<String>,
    near: Vec<Option<String>>,
    languages: Vec<Language>,
    /// The paths that link to a document.
    linking: Vec<String>,
}

/// The term of a link to one of them.
const LINK: &str = "#links-to\u{1f}\u{1f}practices/kennisbank.nl.md\u{1f}";

/// A sentence that is found in Dutch documents alone.
const SENTENCE: [&str; 9] = ["hoe", "lang", "bewaren", "wij", "een", "kennisvraag", "met", "haar", "antwoord"];

impl World {
    /// Adds Dutch documents with compounds, relations and enough to say for a sentence.
    pub(super) fn write_dutch(&self) {
        self.write(
            "practices/kennisvraag.nl.md",
            "# Kennisvragen\n\nEen kennisvraag bewaren wij een jaar. Zie [de kennisbank](kennisbank.nl.md).\n",
        );
        self.write(
            "practices/kennisbank.nl.md",
            "# De kennisbank\n\nHoe lang de kennis van een vraag in de bank blijft, met het antwoord.\n",
        );
        self.write("practices/vraag.nl.md", "# Een vraag\n\nMet vragen, haar antwoorden en de [[kennisbank]].\n");
    }

    /// Asks an index all of that.
    pub(super) fn answers(&self, index: &mut Index) -> Answers {
        let links = Query { must: vec![Node::Filter(Filter::OneOf(vec![LINK.to_owned()]))], ..Query::default() };
        self.with(|source| {
            index.refresh(source).expect("an index");
            let mut paths = |query: &Query| -> Vec<String> {
                let hits = index.search(source, query, Page::all()).expect("an answer");
                hits.hits.into_iter().map(|hit| hit.card.path).collect()
            };
            Answers {
                sentence: paths(&words(&SENTENCE)).into_iter().collect(),
                linking: paths(&links),
                compounds: index.compounds(source, "kennis").expect("compounds"),
                parts: index.parts(source, "kennisvraag").expect("parts"),
                corrections: index.corrections(source, "kennisvrag").expect("corrections"),
                near: index.near(source, &["kenisbnk".to_owned()]).expect("near words"),
                languages: index.languages(source, "kennisbank").expect("languages"),
            }
        })
    }

    /// Demands that an index says of the documents of [`Self::write_dutch`] what there is to say, whatever else is there.
    pub(super) fn demand_answers(&self, index: &mut Index) {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
        let expected = Answers {
            sentence: owned(&["practices/kennisbank.nl.md", "practices/kennisvraag.nl.md", "practices/vraag.nl.md"]).into_iter().collect(),
            compounds: owned(&["kennisbank", "kennisvraag"]),
            parts: Some(["kennis".to_owned(), "vraag".to_owned()]),
            corrections: owned(&["kennisvraag", "kennisvragen"]),
            near: vec![Some("kennisbank".to_owned())],
            languages: vec![Language::Dutch],
            linking: owned(&["practices/kennisvraag.nl.md"]),
        };
        assert_eq!(self.answers(index), expected);
    }
}

/// A query for words in any form.
pub(super) fn words(words: &[&str]) -> Query {
    let leaf = |word: &&str| Leaf { form: Form::Word(Slot::any(word)), zone: None, weight: 1.0, wanted: true };
    Query { leaves: words.iter().map(leaf).collect(), wanted: (0..words.len()).map(Node::Leaf).collect(), ..Query::default() }
}

/// The names of the files in a folder.
pub(super) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
