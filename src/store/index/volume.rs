//! A volume: some documents as a tantivy segment, with what results show of them, in one file.
//!
//! It is written once and never changed. Which of its documents are still there is said by the catalogue.

use std::path::{Path, PathBuf};

use tantivy::directory::{Directory, OwnedBytes, RamDirectory};
use tantivy::fastfield::AliveBitSet;
use tantivy::index::{Index, IndexSettings, Segment, SegmentId, SegmentReader};
use tantivy::indexer::merge_filtered_segments;
use tantivy::store::Compressor;
use tantivy::{SingleSegmentIndexWriter, TantivyDocument};

use crate::base::date::Date;
use crate::model::query::card::{Card, Person};
use crate::model::query::entry::Entry;
use crate::model::query::length;
use crate::model::query::of_document::Past;
use crate::model::query::standing::{Standing, age};
use crate::model::query::zone::Zone;
use crate::text::words::Language;

use super::bits::Bits;
use super::broken::Broken;
use super::forms::Forms;
use super::long_words::{Listed, LongWords};
use super::schema::{self, FIELDS};
use super::shelf::{Parts, Shelf};

/// What a volume's file begins with.
const MAGIC: &[u8; 8] = b"cop vol\n";

/// The parts of a tantivy segment, as its files end.
const PIECES: [&str; 6] = ["term", "idx", "pos", "store", "fast", "fieldnorm"];

/// The parts that are ours: what ranking needs, what results show and where each of these ends, and which words have which stem, and which are long.
const RECORDS: &str = "records";
const CARDS: &str = "cards";
const ENDS: &str = "ends";
const FORMS: &str = "forms";
const LONG: &str = "long";

/// What ranking and sorting need of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    /// The codes of its zones' lengths.
    pub lengths: [u8; Zone::COUNT],
    /// Whether it no longer holds.
    pub retired: bool,
    /// Whether it does not hold yet.
    pub unsettled: bool,
    /// When its text last changed, in days since 1970.
    pub updated: Option<i32>,
    /// When it was made, in days since 1970.
    pub created: Option<i32>,
    /// When it was last reviewed, in days since 1970.
    pub reviewed: Option<i32>,
    /// Whose stems its words have.
    pub language: Language,
}

impl Record {
    /// How many bytes one is.
    const SIZE: usize = 20;

    /// Where in them the language is.
    const LANGUAGE: usize = 6;

    fn of(entry: &Entry) -> Self {
        Self {
            unsettled: entry.card.unsettled,
            reviewed: entry.card.reviewed.map(Date::days),
            lengths: entry.lengths().map(length::code),
            retired: entry.card.retired,
            updated: entry.card.updated.map(Date::days),
            created: entry.card.created.map(Date::days),
            language: entry.language,
        }
    }

    fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        bytes[..Zone::COUNT].copy_from_slice(&self.lengths);
        bytes[5] = u8::from(self.retired) | u8::from(self.unsettled) << 1;
        bytes[Self::LANGUAGE] = language_code(self.language);
        bytes[8..12].copy_from_slice(&self.updated.unwrap_or(i32::MIN).to_le_bytes());
        bytes[12..16].copy_from_slice(&self.created.unwrap_or(i32::MIN).to_le_bytes());
        bytes[16..].copy_from_slice(&self.reviewed.unwrap_or(i32::MIN).to_le_bytes());
        bytes
    }

    fn from_bytes(bytes: &[u8; Self::SIZE]) -> Self {
        let mut lengths = [0; Zone::COUNT];
        lengths.copy_from_slice(&bytes[..Zone::COUNT]);
        let (words, _) = bytes.as_chunks::<4>();
        let day = |at: usize| words.get(at).map(|word| i32::from_le_bytes(*word)).filter(|day| *day != i32::MIN);
        Self {
            lengths,
            retired: bytes[5] & 1 != 0,
            unsettled: bytes[5] & 2 != 0,
            updated: day(2),
            created: day(3),
            reviewed: day(4),
            language: Self::language_in(bytes),
        }
    }

    /// How the document stands, on a day in days since 1970, as far as it can be told without looking further.
    pub(super) fn standing(&self, today: Option<i32>) -> Standing {
        let age = age(today, [self.updated, self.reviewed]);
        Standing { retired: self.retired, unsettled: self.unsettled, age, ..Standing::default() }
    }

    /// The language alone, which is looked up for every place of a word.
    fn language_in(bytes: &[u8; Self::SIZE]) -> Language {
        match bytes[Self::LANGUAGE] {
            1 => Language::English,
            2 => Language::Dutch,
            _ => Language::Other,
        }
    }
}

fn language_code(language: Language) -> u8 {
    match language {
        Language::Other => 0,
        Language::English => 1,
        Language::Dutch => 2,
    }
}

/// A document's past as a volume keeps it: each role is one byte.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct Kept<'a> {
    created: Option<Date>,
    updated: Option<Date>,
    /// The handle, the name and the roles of each.
    #[serde(borrow)]
    people: Vec<(Option<&'a str>, &'a str, u8)>,
}

impl<'a> Kept<'a> {
    fn of(past: &'a Past) -> Self {
        let has = |person: &Person, role: &str| person.roles.iter().any(|one| one == role);
        let bits = |person: &Person| (0..).zip(Person::ROLES).fold(0, |bits, (at, role)| bits | u8::from(has(person, role)) << at);
        let people = past.people.iter().map(|person| (person.handle.as_deref(), person.name.as_str(), bits(person))).collect();
        Self { created: past.created, updated: past.updated, people }
    }
}

fn person((handle, name, bits): &(Option<&str>, &str, u8)) -> Person {
    let roles = Person::ROLES.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, role)| (*role).to_owned()).collect();
    Person { handle: handle.map(str::to_owned), name: (*name).to_owned(), roles }
}

/// What stands at the end of a volume's file.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct Contents {
    segment: String,
    documents: u32,
    /// The name of each part, where it begins and how long it is.
    parts: Vec<(String, u64, u64)>,
}

/// A volume, open for reading.
pub(super) struct Volume {
    /// The inverted index.
    pub reader: SegmentReader,
    segment: Segment,
    records: OwnedBytes,
    cards: OwnedBytes,
    ends: OwnedBytes,
    /// Its words by their stems.
    pub forms: Forms,
    /// Its long words, by either end.
    pub long_words: LongWords,
    /// How many documents were written into it.
    pub documents: u32,
    shelf: Parts,
}

impl Drop for Volume {
    fn drop(&mut self) {
        for piece in PIECES {
            self.shelf.remove(&file(&self.segment.id().uuid_string(), piece));
        }
    }
}

impl Volume {
    /// Opens a volume from the bytes of its file.
    pub(super) fn open(shelf: &Shelf, bytes: &OwnedBytes) -> Result<Self, Broken> {
        let broken = || Broken::new("a volume is cut off");
        let inner = bytes.strip_prefix(MAGIC).ok_or_else(broken)?;
        let (rest, length) = inner.split_last_chunk::<4>().ok_or_else(broken)?;
        let start = rest.len().checked_sub(u32::from_le_bytes(*length) as usize).ok_or_else(broken)?;
        let contents: Contents = postcard::from_bytes(&rest[start..])?;
        let segment = SegmentId::from_uuid_string(&contents.segment).map_err(Broken::new)?;
        let part = |wanted: &str| {
            let (_, start, length) = contents.parts.iter().find(|(name, ..)| name == wanted).ok_or_else(broken)?;
            let end = start.checked_add(*length).filter(|end| *end <= bytes.len() as u64).ok_or_else(broken)?;
            Ok::<_, Broken>(bytes.slice(*start as usize..end as usize))
        };
        for piece in PIECES {
            shelf.add(file(&contents.segment, piece), part(piece)?);
        }
        let (records, cards, ends) = (part(RECORDS)?, part(CARDS)?, part(ENDS)?);
        let (forms, long_words) = (Forms::open(&part(FORMS)?)?, LongWords::open(&part(LONG)?)?);
        let documents = contents.documents;
        if records.len() != documents as usize * Record::SIZE || ends.len() != documents as usize * 4 {
            return Err(broken());
        }
        let segment = shelf.index().segment(shelf.index().new_segment_meta(segment, documents));
        let reader = SegmentReader::open(&segment)?;
        Ok(Self { reader, segment, records, cards, ends, forms, long_words, documents, shelf: shelf.parts() })
    }

    /// What ranking and sorting need of a document.
    pub(super) fn record(&self, doc: u32) -> Record {
        self.record_bytes(doc).map(Record::from_bytes).unwrap_or_default()
    }

    /// Whose stems a document's words have.
    pub(super) fn language(&self, doc: u32) -> Language {
        self.record_bytes(doc).map(Record::language_in).unwrap_or_default()
    }

    /// What results show of a document.
    pub(super) fn card(&self, doc: u32) -> Result<Card, Broken> {
        let (card, past): (Card, Kept<'_>) = postcard::from_bytes(self.card_bytes(doc))?;
        Ok(Card { people: past.people.iter().take(Card::PEOPLE).map(person).collect(), ..card })
    }

    /// What history told of a document.
    pub(super) fn past(&self, doc: u32) -> Result<Past, Broken> {
        let (_, past): (Card, Kept<'_>) = postcard::from_bytes(self.card_bytes(doc))?;
        Ok(Past { created: past.created, updated: past.updated, people: past.people.iter().map(person).collect() })
    }

    /// Its path.
    pub(super) fn path(&self, doc: u32) -> &str {
        self.names(doc).1
    }

    /// Its ref and its path.
    pub(super) fn names(&self, doc: u32) -> (&str, &str) {
        // The card begins with them.
        postcard::take_from_bytes::<(&str, &str)>(self.card_bytes(doc)).map(|(names, _)| names).unwrap_or_default()
    }

    fn record_bytes(&self, doc: u32) -> Option<&[u8; Record::SIZE]> {
        self.records.as_chunks().0.get(doc as usize)
    }

    fn card_bytes(&self, doc: u32) -> &[u8] {
        let (ends, _) = self.ends.as_chunks::<4>();
        let end = |doc: u32| ends.get(doc as usize).map_or(0, |end| u32::from_le_bytes(*end) as usize);
        let start = doc.checked_sub(1).map_or(0, end);
        self.cards.get(start..end(doc)).unwrap_or_default()
    }
}

/// The name of a part of a segment, as tantivy asks for it.
fn file(segment: &str, piece: &str) -> PathBuf {
    PathBuf::from(format!("{segment}.{piece}"))
}

fn settings() -> IndexSettings {
    // What tantivy would store are documents without stored fields: nothing.
    IndexSettings { docstore_compression: Compressor::None, docstore_compress_dedicated_thread: false, ..IndexSettings::default() }
}

/// A volume that is being written, in memory.
pub(super) struct Writer {
    directory: RamDirectory,
    segment: SingleSegmentIndexWriter,
    own: Own,
    text: String,
}

/// The parts that are ours.
#[derive(Default)]
struct Own {
    records: Vec<u8>,
    cards: Vec<u8>,
    ends: Vec<u8>,
}

impl Own {
    fn push(&mut self, record: Record, card: &[u8]) {
        self.records.extend(record.to_bytes());
        self.cards.extend(card);
        self.ends.extend((self.cards.len() as u32).to_le_bytes());
    }
}

impl Writer {
    /// A volume for about so many documents.
    pub(super) fn new(documents: usize) -> Result<Self, Broken> {
        let directory = RamDirectory::create();
        // What tantivy takes from it is only how large its table of terms begins. It grows by itself; a table that is larger than need be
        // is slower, because less of it is at hand.
        let budget = if documents < 100 { 300_000 } else { 1_000_000 };
        let builder = Index::builder().schema(FIELDS.schema.clone()).settings(settings()).tokenizers(schema::tokenizers());
        let writer = builder.single_segment_index_writer(directory.clone(), budget)?;
        Ok(Self { directory, segment: writer, own: Own::default(), text: String::new() })
    }

    /// Adds an entry, made with this past, and gives its number in the volume.
    pub(super) fn add(&mut self, entry: &Entry, past: &Past) -> Result<u32, Broken> {
        let number = (self.own.ends.len() / 4) as u32;
        let mut document = TantivyDocument::new();
        for (field, zone) in FIELDS.zones.iter().zip(&entry.zones) {
            if zone.length() > 0 {
                document.add_text(*field, zone.packed());
            }
        }
        schema::terms(&mut self.text, entry);
        document.add_text(FIELDS.terms, &self.text);
        self.segment.add_document(document)?;
        // The people of a card are the first of its past.
        let card = Card { people: Vec::new(), ..entry.card.clone() };
        self.own.push(Record::of(entry), &postcard::to_stdvec(&(card, Kept::of(past)))?);
        Ok(number)
    }

    /// How much memory it takes, in bytes.
    pub(super) fn memory(&self) -> usize {
        self.segment.mem_usage() + self.own.cards.len()
    }

    /// How many entries it has.
    pub(super) fn len(&self) -> usize {
        self.own.ends.len() / 4
    }

    /// Whether it has none.
    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes of the volume's file.
    pub(super) fn finish(self) -> Result<Vec<u8>, Broken> {
        let documents = self.len() as u32;
        let index = self.segment.finalize()?;
        assemble(&index, &self.directory, documents, &self.own)
    }
}

/// Makes one volume of several, with only the documents that are there, in their order. The segments are merged by tantivy.
pub(super) fn merge(volumes: &[(&Volume, &Bits)]) -> Result<Vec<u8>, Broken> {
    let segments: Vec<Segment> = volumes.iter().map(|(volume, _)| volume.segment.clone()).collect();
    let filters = volumes.iter().map(|(_, alive)| Some(AliveBitSet::open(OwnedBytes::new(alive.to_bytes())))).collect();
    let directory = RamDirectory::create();
    let index = merge_filtered_segments(&segments, settings(), filters, directory.clone())?;
    let mut own = Own::default();
    for (volume, alive) in volumes {
        for doc in alive.iter() {
            own.push(volume.record(doc), volume.card_bytes(doc));
        }
    }
    assemble(&index, &directory, (own.ends.len() / 4) as u32, &own)
}

/// Puts a segment and our own parts into one file.
fn assemble(index: &Index, directory: &RamDirectory, documents: u32, own: &Own) -> Result<Vec<u8>, Broken> {
    let metas = index.searchable_segment_metas()?;
    let [meta] = metas.as_slice() else { return Err(Broken::new("not one segment")) };
    if meta.max_doc() != documents {
        return Err(Broken::new("documents and cards differ in number"));
    }
    let (forms, long_words) = forms(&index.segment(meta.clone()), &own.records)?;
    let segment = meta.id().uuid_string();
    let mut bytes = MAGIC.to_vec();
    let mut parts = Vec::new();
    let mut add = |bytes: &mut Vec<u8>, name: &str, part: &[u8]| {
        // Numbers in tantivy's files are read where they stand; on a round place that is a little faster.
        bytes.resize(bytes.len().next_multiple_of(8), 0);
        parts.push((name.to_owned(), bytes.len() as u64, part.len() as u64));
        bytes.extend(part);
    };
    for piece in PIECES {
        let path = file(&segment, piece);
        let part = directory.open_read(&path)?.read_bytes()?;
        directory.delete(Path::new(&path))?;
        add(&mut bytes, piece, &part);
    }
    add(&mut bytes, RECORDS, &own.records);
    add(&mut bytes, CARDS, &own.cards);
    add(&mut bytes, ENDS, &own.ends);
    add(&mut bytes, FORMS, &forms);
    add(&mut bytes, LONG, &long_words);
    let contents = postcard::to_stdvec(&Contents { segment, documents, parts })?;
    bytes.extend(&contents);
    bytes.extend((contents.len() as u32).to_le_bytes());
    Ok(bytes)
}

/// The forms of all words of a segment, in the languages of its documents, and its long words.
fn forms(segment: &Segment, records: &[u8]) -> Result<(Vec<u8>, Vec<u8>), Broken> {
    let (records, _) = records.as_chunks::<{ Record::SIZE }>();
    let languages = records.iter().map(Record::language_in).collect();
    let reader = SegmentReader::open(segment)?;
    let mut words: Vec<Listed> = Vec::new();
    for zone in FIELDS.zones {
        let index = reader.inverted_index(zone)?;
        let mut terms = index.terms().stream()?;
        while terms.advance() {
            let word = std::str::from_utf8(terms.key()).map_err(Broken::new)?;
            words.push(Listed { word: word.to_owned(), documents: terms.value().doc_freq });
        }
    }
    // Every zone's are in order already, which this sort makes use of.
    words.sort_by(|a, b| a.word.cmp(&b.word));
    words.dedup_by(|again, first| {
        let is_same = again.word == first.word;
        if is_same {
            first.documents = first.documents.saturating_add(again.documents);
        }
        is_same
    });
    Ok((Forms::write(&words, &languages)?, LongWords::write(&words, &languages)))
}
