//! Where a word, phrase or prefix stands in a volume, and how often.

use tantivy::index::InvertedIndexReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

use crate::model::query::ast::{Form, Leaf, Slot};
use crate::model::query::rank::{Counts, Places};
use crate::model::query::zone::Zone;
use crate::text::words::Language;

use super::bits::Bits;
use super::broken::Broken;
use super::schema::FIELDS;
use super::state::Bound;
use super::volume::Volume;

/// How often something stands in each zone of a document.
pub(super) type ZoneCounts = [Counts; Zone::COUNT];

/// The documents of a volume that a leaf matches, each once, in no order.
#[derive(Debug)]
pub(super) struct Matches {
    /// Which they are.
    pub bits: Bits,
    /// How often it stands in each.
    pub counts: Vec<(u32, ZoneCounts)>,
    /// The place in `counts` of every document, plus one.
    at: Vec<u32>,
}

impl Matches {
    /// What a leaf matches among the documents that are there.
    pub(super) fn of(leaf: &Leaf, bound: &Bound) -> Result<Self, Broken> {
        Self::looked_up(leaf, bound, vec![0; bound.volume.documents as usize])
    }

    /// How many documents that are there a leaf matches, where nobody asks how often.
    pub(super) fn holding(leaf: &Leaf, bound: &Bound) -> Result<u32, Broken> {
        Ok(Self::looked_up(leaf, bound, Vec::new())?.bits.count())
    }

    /// The same; a document without a place in `at` is not counted in.
    fn looked_up(leaf: &Leaf, bound: &Bound, at: Vec<u32>) -> Result<Self, Broken> {
        let mut matches = Self { bits: Bits::new(bound.volume.documents), counts: Vec::new(), at };
        let sought = Sought::of(leaf, &bound.volume)?;
        for zone in Zone::ALL.into_iter().filter(|zone| leaf.zone.is_none_or(|only| only == *zone)) {
            let Some(field) = FIELDS.zones.get(zone.place()) else { continue };
            let index = bound.volume.reader.inverted_index(*field)?;
            let mut found = Zoned { matches: &mut matches, volume: &bound.volume, alive: &bound.alive, zone };
            match &sought {
                Sought::Word(word) => found.word(word, &index)?,
                Sought::Phrase(words) => found.phrase(words, &index)?,
                Sought::Prefix(prefix) => found.prefix(prefix, &index)?,
            }
        }
        Ok(matches)
    }

    /// How often it stands in each zone of a document, if it does at all.
    pub(super) fn counts_in(&self, doc: u32) -> Option<&ZoneCounts> {
        let at = self.at.get(doc as usize).copied().unwrap_or_default();
        (at as usize).checked_sub(1).and_then(|at| self.counts.get(at)).map(|(_, counts)| counts)
    }

    /// Whether it stands in the title of a document.
    pub(super) fn in_title(&self, doc: u32) -> bool {
        self.counts_in(doc).is_some_and(|counts| counts[Zone::Title.place()].any > 0)
    }

    fn counts(&mut self, doc: u32) -> Option<&mut ZoneCounts> {
        self.bits.insert(doc);
        let at = self.at.get_mut(doc as usize)?;
        if *at == 0 {
            self.counts.push((doc, ZoneCounts::default()));
            *at = self.counts.len() as u32;
        }
        self.counts.get_mut(*at as usize - 1).map(|(_, counts)| counts)
    }
}

/// Where a word stands in some documents of a volume, which are given in order; nowhere for anything but a word.
pub(super) fn places(leaf: &Leaf, bound: &Bound, docs: &[u32]) -> Result<Vec<Places>, Broken> {
    let mut all = vec![Places::default(); docs.len()];
    let Sought::Word(word) = Sought::of(leaf, &bound.volume)? else { return Ok(all) };
    for zone in Zone::ALL.into_iter().filter(|zone| leaf.zone.is_none_or(|only| only == *zone)) {
        let Some(field) = FIELDS.zones.get(zone.place()) else { continue };
        let mut cursor = Cursor::of(&word, &bound.volume, &*bound.volume.reader.inverted_index(*field)?)?;
        for (doc, places) in docs.iter().zip(&mut all) {
            if cursor.seek(*doc) == *doc {
                places[zone.place()] = cursor.places(*doc);
            }
        }
    }
    Ok(all)
}

/// What a leaf looks for in a volume, whatever the zone.
enum Sought<'q> {
    Word(Word<'q>),
    Phrase(Vec<Word<'q>>),
    Prefix(&'q str),
}

impl<'q> Sought<'q> {
    fn of(leaf: &'q Leaf, volume: &Volume) -> Result<Self, Broken> {
        Ok(match &leaf.form {
            Form::Word(slot) => Self::Word(Word::of(slot, volume)?),
            Form::Phrase(slots) => Self::Phrase(slots.iter().map(|slot| Word::of(slot, volume)).collect::<Result<_, _>>()?),
            Form::Prefix(prefix) => Self::Prefix(prefix),
        })
    }
}

/// The word of a slot, with others that count for it.
struct Word<'q> {
    surface: &'q str,
    /// The other words of a volume that share a stem with it, and the language in which they do; and words that count in every language.
    forms: Vec<(String, Option<Language>)>,
}

impl<'q> Word<'q> {
    fn of(slot: &'q Slot, volume: &Volume) -> Result<Self, Broken> {
        let mut forms = Vec::new();
        for stem in &slot.stems {
            match Language::of_stem_term(stem) {
                Some(language) => {
                    let words = volume.forms.of(stem)?.into_iter().filter(|word| *word != slot.surface);
                    forms.extend(words.map(|word| (word, Some(language))));
                }
                None => forms.push((stem.clone(), None)),
            }
        }
        Ok(Self { surface: &slot.surface, forms })
    }
}

/// One zone's part of the matches.
struct Zoned<'a> {
    matches: &'a mut Matches,
    volume: &'a Volume,
    alive: &'a Bits,
    zone: Zone,
}

impl Zoned<'_> {
    /// What was typed counts in every document, other words with one of its stems in documents of the stem's language.
    fn word(&mut self, word: &Word<'_>, index: &InvertedIndexReader) -> Result<(), Broken> {
        if let Some(postings) = read(index, word.surface.as_bytes(), IndexRecordOption::WithFreqs)? {
            self.each(postings, |counts, times| {
                counts.exact += times;
                counts.any += times;
            });
        }
        for (form, language) in &word.forms {
            if let Some(postings) = read(index, form.as_bytes(), IndexRecordOption::WithFreqs)? {
                let volume = self.volume;
                self.each_of(
                    postings,
                    |doc| language.is_none_or(|language| volume.language(doc) == language),
                    |counts, times| counts.any += times,
                );
            }
        }
        Ok(())
    }

    fn prefix(&mut self, prefix: &str, index: &InvertedIndexReader) -> Result<(), Broken> {
        let mut terms = index.terms().range().ge(prefix).into_stream()?;
        while terms.advance() && terms.key().starts_with(prefix.as_bytes()) {
            let exact = terms.key() == prefix.as_bytes();
            let postings = index.read_postings_from_terminfo(terms.value(), IndexRecordOption::WithFreqs)?;
            self.each(postings, |counts, times| {
                counts.any += times;
                counts.exact += if exact { times } else { 0 };
            });
        }
        Ok(())
    }

    fn each(&mut self, postings: SegmentPostings, add: impl Fn(&mut Counts, u32)) {
        self.each_of(postings, |_| true, add);
    }

    fn each_of(&mut self, mut postings: SegmentPostings, of: impl Fn(u32) -> bool, add: impl Fn(&mut Counts, u32)) {
        // Most of them are new where there are many, and to make room time and again is what takes longest.
        let Matches { counts, at, .. } = &mut *self.matches;
        let many = at.len().min(postings.doc_freq() as usize);
        if many > counts.capacity() {
            counts.reserve(many - counts.len());
        }
        let mut doc = postings.doc();
        while doc != TERMINATED {
            if of(doc) {
                let times = postings.term_freq();
                self.add(doc, |counts| add(counts, times));
            }
            doc = postings.advance();
        }
    }

    fn add(&mut self, doc: u32, add: impl Fn(&mut Counts)) {
        if self.alive.contains(doc)
            && let Some(counts) = self.matches.counts(doc)
        {
            add(&mut counts[self.zone.place()]);
        }
    }

    /// Goes through the documents that have every slot, from one to the next.
    fn phrase(&mut self, words: &[Word<'_>], index: &InvertedIndexReader) -> Result<(), Broken> {
        let mut cursors: Vec<Cursor<'_>> = words.iter().map(|word| Cursor::of(word, self.volume, index)).collect::<Result<_, Broken>>()?;
        let Some(mut doc) = cursors.first().map(Cursor::doc) else { return Ok(()) };
        while doc != TERMINATED {
            if let Some(further) = cursors.iter_mut().map(|cursor| cursor.seek(doc)).find(|at| *at != doc) {
                doc = further;
                continue;
            }
            if self.alive.contains(doc) {
                let times = together(&mut cursors, doc);
                if times > 0 {
                    self.add(doc, |counts| *counts = Counts { exact: times, any: times });
                }
            }
            doc = cursors.first_mut().map_or(TERMINATED, |cursor| cursor.seek(doc.saturating_add(1)));
        }
        Ok(())
    }
}

/// The documents and places of a word, perhaps only in documents of one language.
struct List<'v> {
    postings: SegmentPostings,
    volume: &'v Volume,
    only: Option<Language>,
}

impl<'v> List<'v> {
    fn new(postings: SegmentPostings, volume: &'v Volume, only: Option<Language>) -> Self {
        let mut list = Self { postings, volume, only };
        list.settle();
        list
    }

    fn doc(&self) -> u32 {
        self.postings.doc()
    }

    fn seek(&mut self, doc: u32) {
        self.postings.seek(doc);
        self.settle();
    }

    /// Goes on to a document that counts.
    fn settle(&mut self) {
        let Some(only) = self.only else { return };
        while self.doc() != TERMINATED && self.volume.language(self.doc()) != only {
            self.postings.advance();
        }
    }
}

/// The documents and places of one slot of a phrase, by any of its words.
struct Cursor<'v> {
    lists: Vec<List<'v>>,
}

impl<'v> Cursor<'v> {
    fn of(word: &Word<'_>, volume: &'v Volume, index: &InvertedIndexReader) -> Result<Self, Broken> {
        let every = (word.surface, None);
        let forms = word.forms.iter().map(|(form, language)| (form.as_str(), *language));
        let mut lists = Vec::new();
        for (form, language) in std::iter::once(every).chain(forms) {
            if let Some(postings) = read(index, form.as_bytes(), IndexRecordOption::WithFreqsAndPositions)? {
                lists.push(List::new(postings, volume, language));
            }
        }
        Ok(Self { lists })
    }
}

impl Cursor<'_> {
    fn doc(&self) -> u32 {
        self.lists.iter().map(List::doc).min().unwrap_or(TERMINATED)
    }

    /// Goes to the first document from `doc` on.
    fn seek(&mut self, doc: u32) -> u32 {
        for list in self.lists.iter_mut().filter(|list| list.doc() < doc) {
            list.seek(doc);
        }
        self.doc()
    }

    /// The places in a document at which it stands, in order.
    fn places(&mut self, doc: u32) -> Vec<u32> {
        let (mut all, mut some) = (Vec::new(), Vec::new());
        for list in self.lists.iter_mut().filter(|list| list.doc() == doc) {
            list.postings.positions(&mut some);
            all.append(&mut some);
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// How often all slots stand one after the other.
fn together(cursors: &mut [Cursor<'_>], doc: u32) -> u32 {
    let Some((first, others)) = cursors.split_first_mut() else { return 0 };
    let mut starts = first.places(doc);
    for (distance, cursor) in (1_u32..).zip(others) {
        let places = cursor.places(doc);
        starts.retain(|start| places.binary_search(&start.saturating_add(distance)).is_ok());
    }
    starts.len() as u32
}

/// The postings of a term.
pub(super) fn read(index: &InvertedIndexReader, term: &[u8], option: IndexRecordOption) -> Result<Option<SegmentPostings>, Broken> {
    match index.terms().get(term)? {
        Some(info) => Ok(Some(index.read_postings_from_terminfo(&info, option)?)),
        None => Ok(None),
    }
}
