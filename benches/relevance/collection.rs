//! Documents, queries and what people judged to answer them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cop::base::clock::Now;
use cop::base::environment::Who;
use cop::text::words::Language;
use cop::work::session::{Opening, Session};
use tempfile::TempDir;

use super::Failure;

/// Queries with their ids, in the order of the file.
pub(crate) type Queries = Vec<(String, String)>;

/// What answers a query, and how well.
pub(crate) type Judgements = BTreeMap<String, f64>;

/// How a collection of misspelt queries is called after the one whose documents it is about.
const MISSPELT: &str = "-typo";

/// How an archive of a collection ends.
const ARCHIVE: &str = ".tar.gz";

/// A collection, opened as a community.
pub(crate) struct Collection {
    /// What it is called.
    pub(crate) name: String,
    /// The language of its documents and queries.
    pub(crate) language: Language,
    /// A copy of its documents, with settings beside them.
    pub(crate) session: Session,
    /// What is asked.
    pub(crate) queries: Queries,
    /// What was meant where that is misspelt.
    pub(crate) clean: Option<Queries>,
    /// What answers each query.
    pub(crate) judgements: HashMap<String, Judgements>,
    /// Where the copy is; it goes with this.
    _copy: TempDir,
}

/// The collections of a folder, by name.
///
/// # Errors
/// It can't be listed.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        match name.strip_suffix(ARCHIVE) {
            Some(name) => drop(names.insert(name.to_owned())),
            None if entry.path().join("queries.tsv").is_file() => drop(names.insert(name)),
            None => {}
        }
    }
    Ok(names.into_iter().collect())
}

/// The id of the document at a path.
pub(crate) fn id(path: &str) -> String {
    Path::new(path).file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

impl Collection {
    /// Reads a collection of a folder and copies its documents.
    ///
    /// # Errors
    /// Something of it is not there or can't be read, or there is no `tar` for an archive.
    pub(crate) fn open(folder: &Path, name: &str) -> Result<Self, Failure> {
        let copy = tempfile::tempdir()?;
        let own = unpacked(folder, name, copy.path())?;
        let of_documents = name.split_once(MISSPELT).map_or(name, |(of, _)| of);
        let documents = if of_documents == name { own.clone() } else { unpacked(folder, of_documents, copy.path())? };
        let meta: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(documents.join("meta.json")).unwrap_or_default()).unwrap_or_default();
        let lang = meta["lang"].as_str().unwrap_or(if of_documents == "algoritmekader" { "nl" } else { "en" }).to_owned();
        let community = copy.path().join("community");
        copy_files(&documents.join("repo"), &community)?;
        fs::write(community.join("community.yaml"), format!("format: 1\nname: {name}\nlanguage: {lang}\n"))?;
        let opening =
            Opening { folder: community, now: Now::from_system(), lang: None, cache: Some(copy.path().join("cache")), who: Who::default() };
        let session = Session::open(opening).map_err(|error| error.to_string())?;
        let clean = own.join("queries.clean.tsv");
        Ok(Self {
            name: name.to_owned(),
            language: Language::of(&lang),
            session,
            queries: queries(&own.join("queries.tsv"))?,
            clean: if clean.is_file() { Some(queries(&clean)?) } else { None },
            judgements: judgements(&own.join("qrels.tsv"))?,
            _copy: copy,
        })
    }
}

/// The folder of a collection, unpacked below another where it is an archive.
fn unpacked(folder: &Path, name: &str, below: &Path) -> Result<PathBuf, Failure> {
    let own = folder.join(name);
    if own.is_dir() {
        return Ok(own);
    }
    let archive = folder.join(format!("{name}{ARCHIVE}"));
    let status = Command::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(below).status()?;
    if !status.success() {
        return Err(format!("{} can't be unpacked", archive.display()).into());
    }
    Ok(below.join(name))
}

fn copy_files(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_files(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn queries(path: &Path) -> Result<Queries, Failure> {
    let text = fs::read_to_string(path)?;
    Ok(text.lines().filter_map(|line| line.split_once('\t')).map(|(id, text)| (id.to_owned(), text.to_owned())).collect())
}

/// Reads lines of query, document and gain; with four columns the second says nothing.
fn judgements(path: &Path) -> Result<HashMap<String, Judgements>, Failure> {
    let mut judgements: HashMap<String, Judgements> = HashMap::new();
    for line in fs::read_to_string(path)?.lines() {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let (query, document, gain) = match columns.as_slice() {
            [query, document, gain] | [query, _, document, gain] => (*query, *document, *gain),
            [] => continue,
            _ => return Err(format!("{}: not a judgement: {line}", path.display()).into()),
        };
        judgements.entry(query.to_owned()).or_default().insert(document.to_owned(), gain.parse()?);
    }
    Ok(judgements)
}
