//! Opening an index, bringing it up to date, and asking it.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::OwnFolder;
use crate::base::lang::Msg;
use crate::model::kinds::Kinds;
use crate::model::query::ast::{Filter, Query};
use crate::model::query::card::Card;
use crate::model::query::explain::Explanation;
use crate::model::query::ties::START;
use crate::msg;
use crate::store::workspace::freshness::Changes;
use crate::store::workspace::rules::{RuleFile, RuleTrouble};
use crate::store::workspace::table::Table;
use crate::store::workspace::walk::OddFile;
use crate::text::words::Language;

use super::broken::Broken;
use super::candidates::Page;
use super::catalogue::{Catalogue, Keys};
use super::dictionary::Tally;
use super::filter;
use super::find::Hits;
use super::folder::{Folder, Held, Refused};
use super::source::Source;
use super::stamp::{Mark, Stamp};
use super::state::{Bound, Found, State};
use super::update::{Updated, update};
use super::within::Within;

/// An index of a community.
pub struct Index {
    folder: Option<Folder>,
    state: Option<State>,
    /// What was wrong with what was found; said once, when it is made anew.
    trouble: Option<Trouble>,
    /// It was found whole, but its stamp has to be written again.
    moved: bool,
    /// It has been brought up to date.
    fresh: bool,
    /// What was told of so far.
    told: Vec<Trouble>,
    /// What could not be read, once somebody asked.
    unread: Option<Vec<String>>,
}

/// What a person is told of in a line: the answer is right all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The index was damaged and was made anew.
    Damaged,
    /// It was made by another version of cop and was made anew.
    OtherVersion,
    /// It can't be kept, so that the work is done again next time; with what the system said.
    NotKept(String),
    /// It can't be kept either, because what stands at this path is a link or no folder.
    InTheWay(String),
    /// Another process is updating it, for longer than one waits.
    Busy,
}

impl Trouble {
    /// Its code in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Damaged => "index-damaged",
            Self::OtherVersion => "index-other-version",
            Self::NotKept(_) | Self::InTheWay(_) => "index-not-kept",
            Self::Busy => "index-busy",
        }
    }

    /// What is said.
    pub fn msg(&self) -> Msg {
        match self {
            Self::Damaged => msg!("index-damaged"),
            Self::OtherVersion => msg!("index-other-version"),
            Self::NotKept(cause) => msg!("index-not-kept", cause = cause),
            Self::InTheWay(path) => msg!("index-in-the-way", path = path),
            Self::Busy => msg!("index-busy"),
        }
    }
}

/// What bringing an index up to date did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What a person is told.
    pub trouble: Vec<Trouble>,
    /// How many documents were read.
    pub read: usize,
}

impl Index {
    /// Opens the index in a folder, which is made when it is first written; without a folder it is made in memory.
    ///
    /// This never fails: what can't be used is made anew by [`Index::refresh`].
    pub fn open(folder: Option<OwnFolder>) -> Self {
        let mut index = Self {
            folder: folder.map(Folder::new),
            state: None,
            trouble: None,
            moved: false,
            fresh: false,
            told: Vec::new(),
            unread: None,
        };
        index.load();
        index
    }

    fn load(&mut self) {
        let Some(folder) = self.folder.as_ref().filter(|folder| folder.is_there()) else { return };
        let found = catch_unwind(AssertUnwindSafe(|| State::load(folder))).unwrap_or(Found::Damaged);
        self.moved = matches!(found, Found::Moved(_));
        // What was in the middle of being written at the last look may be whole at this one.
        self.unread = None;
        (self.state, self.trouble) = match found {
            Found::State(state) | Found::Moved(state) => (Some(*state), None),
            Found::Nothing => (None, None),
            Found::Other => (None, Some(Trouble::OtherVersion)),
            Found::Damaged => (None, Some(Trouble::Damaged)),
        };
    }

    /// Brings the index up to date with files, settings and history. Questions do so only where it has not been done before, so that
    /// several of one run are answered from one state.
    ///
    /// # Errors
    /// The index can't be made, not even in memory.
    pub fn refresh(&mut self, source: &Source<'_>) -> Result<Report> {
        let report = self.bring_up_to_date(source)?;
        self.fresh = true;
        for trouble in &report.trouble {
            self.tell(trouble.clone());
        }
        Ok(report)
    }

    /// What a person is to be told, each line once.
    pub fn trouble(&self) -> &[Trouble] {
        &self.told
    }

    /// The files that say what git ignores and are not read, so that nothing in their folders is known.
    pub fn unread_rules(&self) -> impl Iterator<Item = &RuleFile> {
        let tables = self.state.iter().map(|state| &state.catalogue.table);
        let files = tables.flat_map(|table| table.outside.iter().chain(&table.rules));
        files.filter(|file| file.trouble.is_some_and(RuleTrouble::hides))
    }

    /// The documents, and the folders where some might stand, that could not be read, by path.
    pub fn unread(&mut self, kinds: &Kinds) -> &[String] {
        let state = self.state.as_ref();
        self.unread.get_or_insert_with(|| state.map(|state| unread(state, kinds)).unwrap_or_default())
    }

    fn tell(&mut self, trouble: Trouble) {
        if !self.told.contains(&trouble) {
            self.told.push(trouble);
        }
    }

    fn bring_up_to_date(&mut self, source: &Source<'_>) -> Result<Report> {
        let mut report = Report::default();
        let mut changes = self.changes(source);
        if !self.is_behind(source, &changes) {
            return Ok(report);
        }
        match self.folder.clone().map(|folder| folder.hold().map(|held| (folder, held))) {
            Some(Ok((folder, held))) => {
                // Another process may have done it meanwhile.
                if self.state.as_ref().is_none_or(|state| folder.stamp().as_ref() != Some(&state.stamp)) {
                    self.load();
                    changes = self.changes(source);
                }
                if self.is_behind(source, &changes) {
                    self.update(source, changes, &mut report)?;
                    if let Err(error) = self.keep(&folder, &held) {
                        report.trouble.push(Trouble::NotKept(error.to_string()));
                    }
                }
            }
            Some(Err(refused)) => {
                self.update(source, changes, &mut report)?;
                // What was wrong with the old index will be said by who can put it right.
                report.trouble = vec![match refused {
                    Refused::Busy => Trouble::Busy,
                    Refused::InTheWay(path) => Trouble::InTheWay(path),
                    Refused::Unwritable(error) => Trouble::NotKept(error.to_string()),
                }];
            }
            None => self.update(source, changes, &mut report)?,
        }
        self.moved = false;
        Ok(report)
    }

    /// What changed since the index was made; everything, if there is none that was made with these settings.
    fn changes(&self, source: &Source<'_>) -> Changes {
        source.changes(self.usable(source).map_or(&Table::default(), |state| &state.catalogue.table))
    }

    /// Whether there is something to do.
    fn is_behind(&self, source: &Source<'_>, changes: &Changes) -> bool {
        let up_to_date = self.usable(source).is_some_and(|state| state.past == source.past_key);
        self.moved || !up_to_date || !changes.is_none()
    }

    /// What there is, unless it was made with other settings.
    fn usable(&self, source: &Source<'_>) -> Option<&State> {
        self.state.as_ref().filter(|state| state.settings == source.settings.fingerprint)
    }

    /// Makes the index that holds after the changes; if the old one is in the way, without it.
    fn update(&mut self, source: &Source<'_>, changes: Changes, report: &mut Report) -> Result<()> {
        let attempt = |old, changes| {
            let updated = catch_unwind(AssertUnwindSafe(|| update(old, changes, source)));
            updated.unwrap_or_else(|_| Err(Broken::new("a panic")))
        };
        let old = self.usable(source);
        let mut updated = attempt(old, changes);
        if updated.is_err() && old.is_some() {
            updated = attempt(None, source.changes(&Table::default()));
            self.trouble = Some(Trouble::Damaged);
        }
        let Updated { state, read } = updated.map_err(|broken| failed(&broken))?;
        report.read += read;
        report.trouble.extend(self.trouble.take());
        (self.state, self.unread) = (Some(state), None);
        Ok(())
    }

    /// Writes what is not written yet, or leaves nothing behind.
    fn keep(&mut self, folder: &Folder, held: &Held) -> std::result::Result<(), Broken> {
        let mut written = Vec::new();
        let kept = self.write(folder, held, &mut written);
        if kept.is_err() {
            folder.take_back(&written, held);
            let volumes = self.state.iter_mut().flat_map(|state| &mut state.volumes);
            for bound in volumes.filter(|bound| bound.mark.as_ref().is_some_and(|mark| written.contains(mark))) {
                bound.mark = None;
            }
        }
        kept
    }

    /// Writes what is not written yet; the files that it wrote are added to `written`.
    fn write(&mut self, folder: &Folder, held: &Held, written: &mut Vec<Mark>) -> std::result::Result<(), Broken> {
        let Some(state) = &mut self.state else { return Ok(()) };
        let mut marks = Vec::new();
        for bound in &mut state.volumes {
            let Bound { mark, bytes, .. } = bound;
            let mark = match (mark.take(), bytes.as_deref()) {
                (None, Some(bytes)) => {
                    let mark = folder.write_volume(bytes, held)?;
                    written.push(mark.clone());
                    mark
                }
                (None, None) => return Err(Broken::new("a volume without bytes")),
                (Some(mark), _) => mark,
            };
            bound.mark = Some(mark.clone());
            marks.push(mark);
        }
        let catalogue = folder.write_catalogue(&state.catalogue.to_bytes(), held)?;
        written.push(catalogue.clone());
        let stamp = Stamp {
            settings: state.settings,
            past: state.past.clone(),
            catalogue,
            volumes: marks,
            documents: state.collection.documents,
            average: state.collection.average,
        };
        let bytes = stamp.to_bytes()?;
        folder.write_stamp(&bytes, held)?;
        state.stamp = bytes;
        let named: Vec<&str> = std::iter::once(&stamp.catalogue).chain(&stamp.volumes).map(|mark| mark.name.as_str()).collect();
        folder.clean(&named, held);
        Ok(())
    }

    /// Asks a query. An index that fails is made anew, once.
    ///
    /// # Errors
    /// The index can't be made, not even in memory.
    pub fn search(&mut self, source: &Source<'_>, query: &Query, page: Page) -> Result<Hits> {
        self.ask(source, |state| state.search(query, page, &|path| source.entry(path)))
    }

    /// What the scores of the documents at some paths are made of, each of which is `None` where the query does not find it.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn explain(&mut self, source: &Source<'_>, query: &Query, paths: &[&str]) -> Result<Vec<Option<Explanation>>> {
        self.ask(source, |state| state.explain(query, paths, &|path| source.entry(path)))
    }

    /// How many files it knows: those of documents, and other Markdown.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn files(&mut self, source: &Source<'_>) -> Result<usize> {
        self.ask(source, |state| Ok(state.catalogue.table.files.len()))
    }

    /// What lists show of every document, by path.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn cards(&mut self, source: &Source<'_>) -> Result<Vec<Card>> {
        self.ask(source, State::cards)
    }

    /// Every front-matter key that has a value somewhere, folded, with how many documents have it.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn keys(&mut self, source: &Source<'_>) -> Result<BTreeMap<String, u32>> {
        self.ask(source, |state| filter::terms(&state.volumes, "has="))
    }

    /// The values of a key, folded, with how many documents have each; the key is given as [`term::key`] folds it.
    ///
    /// [`term::key`]: crate::model::query::term::key
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn values(&mut self, source: &Source<'_>, key: &str) -> Result<BTreeMap<String, u32>> {
        self.ask(source, |state| filter::terms(&state.volumes, &format!("{key}=")))
    }

    /// When the text of a document that meets a filter last changed; `None` where none does, or nobody knows.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn latest(&mut self, source: &Source<'_>, filter: &Filter) -> Result<Option<Date>> {
        self.ask(source, |state| filter::latest(&state.volumes, filter))
    }

    /// What documents say of one another: the terms that [`Tie::term`] makes, without what they begin with.
    ///
    /// [`Tie::term`]: crate::model::query::ties::Tie::term
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn ties(&mut self, source: &Source<'_>) -> Result<Vec<String>> {
        self.ask(source, |state| filter::terms(&state.volumes, START).map(|terms| terms.into_keys().collect()))
    }

    /// Every word, folded, of the documents that a query finds, with how they have it.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn words(&mut self, source: &Source<'_>, query: &Query) -> Result<BTreeMap<String, Tally>> {
        self.ask(source, |state| state.words(query))
    }

    /// For each of some words, folded, the nearest one of the documents of which it may be a typing error; of equally near ones that of
    /// most documents. Nothing for a word that is there, and for one that no other is near to.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn near(&mut self, source: &Source<'_>, words: &[String]) -> Result<Vec<Option<String>>> {
        self.ask(source, |state| state.near(words))
    }

    /// The languages with stems in which documents have a word, folded, as it is written.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn languages(&mut self, source: &Source<'_>, word: &str) -> Result<Vec<Language>> {
        self.ask(source, |state| state.languages(word))
    }

    /// The words of Dutch documents that are compounds with a word, folded, those of most documents first; at most 24.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn compounds(&mut self, source: &Source<'_>, word: &str) -> Result<Vec<String>> {
        self.ask(source, |state| state.compounds(word))
    }

    /// The two words of Dutch documents that a folded word is a compound of.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn parts(&mut self, source: &Source<'_>, word: &str) -> Result<Option<[String; 2]>> {
        self.ask(source, |state| state.parts(word))
    }

    /// Words of the documents for one that none of them has, folded, which are so near that it can hardly be anything but a typing error;
    /// the nearest first, at most three. None for a word that is there.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn corrections(&mut self, source: &Source<'_>, word: &str) -> Result<Vec<String>> {
        self.ask(source, |state| state.corrections(word))
    }

    /// The words of the documents that stand in a word, folded, that none of them has; `None` for one that is there.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn within(&mut self, source: &Source<'_>, word: &str) -> Result<Option<Within>> {
        self.ask(source, |state| state.within(word))
    }

    fn ask<T>(&mut self, source: &Source<'_>, ask: impl Fn(&State) -> std::result::Result<T, Broken>) -> Result<T> {
        if !self.fresh {
            self.refresh(source)?;
        }
        let attempt = |state: Option<&State>| {
            let state = state.ok_or_else(|| Broken::new("no index"))?;
            catch_unwind(AssertUnwindSafe(|| ask(state))).unwrap_or_else(|_| Err(Broken::new("a panic")))
        };
        if let Ok(answer) = attempt(self.state.as_ref()) {
            return Ok(answer);
        }
        self.state = None;
        self.tell(Trouble::Damaged);
        self.update(source, self.changes(source), &mut Report::default())?;
        if let Some(folder) = &self.folder.clone()
            && let Ok(held) = folder.hold()
        {
            // What can't be kept now is made anew next time.
            let _ = self.keep(folder, &held);
        }
        attempt(self.state.as_ref()).map_err(|broken| failed(&broken))
    }
}

impl State {
    fn cards(&self) -> std::result::Result<Vec<Card>, Broken> {
        let all = self.volumes.iter().flat_map(|bound| bound.alive.iter().map(|doc| bound.volume.card(doc)));
        let mut cards: Vec<Card> = all.collect::<std::result::Result<_, _>>()?;
        cards.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Ok(cards)
    }
}

/// The documents, and the folders where some might stand, that could not be read, by path.
fn unread(state: &State, kinds: &Kinds) -> Vec<String> {
    let Catalogue { table, rows, .. } = &state.catalogue;
    let closed = |(path, odd): &&(String, OddFile)| matches!(odd, OddFile::Unreadable(_)) && kinds.wants_at(path);
    let odd = table.odd.iter().filter(closed).map(|(path, _)| path.as_str());
    // What has a name and no place is a document that was not read.
    let named = rows.iter().enumerate().filter(|(_, row)| row.place.is_none() && row.keys != Keys::default());
    let mut unread: Vec<&str> = named.map(|(row, _)| table.files.path(row)).chain(odd).collect();
    unread.sort_unstable();
    unread.into_iter().map(str::to_owned).collect()
}

fn failed(broken: &Broken) -> Error {
    Error::new(ErrorKind::Internal, msg!("index-failed")).because(broken)
}
