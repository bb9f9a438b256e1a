//! Measures whether cop finds what people judged to be the answer, against plain BM25 over stems in the same run.
//!
//! `cargo bench --bench relevance -- DIR [NAME…] [--run NAME FILE]`. DIR holds collections: `NAME/`, or `NAME.tar.gz` that unpacks to it,
//! with `repo/` (one document a file, named by the file), `queries.tsv` (id, text) and `qrels.tsv` (query, document, gain). NAME chooses
//! some of them, and `--run` writes the ranking of one as `query document rank score` for other programs to judge.
//!
//! Of each collection it tells nDCG@10, P@1 and recall@100 with 95 % intervals over queries, and what cop has more than the peer. A collection that
//! is called `OTHER-typo…` has misspelt queries about the documents of `OTHER`, and the same unharmed in `queries.clean.tsv`: there
//! the loss by misspelling counts. The exit status is 1 if a floor is missed or cop is worse than the peer beyond chance.
#![allow(clippy::print_stdout, reason = "its output is what it is for")]

mod collection;
mod measure;
mod peer;

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cop::work::alike::like_text;
use cop::work::page::Page;
use cop::work::search::{Filters, search};
use cop::work::session::Session;

use collection::{Collection, Judgements, Queries};
use measure::{Estimate, Measure, estimate};
use peer::Peer;

/// Whatever went wrong; it is told and ends the run.
type Failure = Box<dyn Error>;

/// How far down a ranking is looked at.
const DEPTH: usize = 100;

/// What nDCG@10 is to be at least.
const FLOORS: [(&str, f64); 6] =
    [("cranfield", 0.54), ("cacm", 0.51), ("adi", 0.51), ("covidqa-en", 0.75), ("covid-q", 0.37), ("algoritmekader", 0.27)];

/// Where every query is a document too, which is not looked for: what is sought is the same in other words, as `cop search --like -` does.
const OWN: [&str; 1] = ["covid-q"];

/// How much of the peer's loss by misspelling cop may have.
const LOSS: f64 = 0.5;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let Some(asked) = Asked::read(&arguments) else {
        println!("usage: cargo bench --bench relevance -- DIR [NAME…] [--run NAME FILE]");
        return ExitCode::from(2);
    };
    match measure_all(&asked) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("{error}");
            ExitCode::from(2)
        }
    }
}

/// What was asked for on the command line.
struct Asked {
    folder: PathBuf,
    names: Vec<String>,
    /// A collection, and the file for its ranking.
    run: Option<(String, PathBuf)>,
}

impl Asked {
    fn read(arguments: &[String]) -> Option<Self> {
        let (folder, mut rest) = arguments.split_first()?;
        let mut asked = Self { folder: folder.into(), names: Vec::new(), run: None };
        while let Some((first, after)) = rest.split_first() {
            rest = match (first.as_str(), after) {
                ("--run", [name, file, after @ ..]) => {
                    asked.run = Some((name.clone(), file.into()));
                    after
                }
                (option, _) if option.starts_with('-') => return None,
                (name, after) => {
                    asked.names.push(name.to_owned());
                    after
                }
            };
        }
        Some(asked)
    }

    /// Whether a collection is to be measured.
    fn wants(&self, name: &str) -> bool {
        let runs = self.run.iter().any(|(run, _)| run == name);
        runs || self.names.iter().any(|known| known == name) || (self.names.is_empty() && self.run.is_none())
    }
}

fn measure_all(asked: &Asked) -> Result<bool, Failure> {
    let names = collection::names(&asked.folder)?;
    if let Some(unknown) = asked.names.iter().chain(asked.run.iter().map(|(name, _)| name)).find(|name| !names.contains(name)) {
        return Err(format!("there is no collection {unknown} in {}", asked.folder.display()).into());
    }
    let mut passed = true;
    for name in names.iter().filter(|name| asked.wants(name)) {
        let collection = Collection::open(&asked.folder, name)?;
        let documents = collection.session.community().documents();
        println!("{name}: {} queries, {} documents", collection.queries.len(), documents.len());
        let peer = Peer::new(documents, collection.language);
        let run = asked.run.as_ref().filter(|(run, _)| run == name).map(|(_, file)| file.as_path());
        passed &= match &collection.clean {
            Some(clean) => misspelt(&collection, clean, &peer, run)?,
            None => plain(&collection, &peer, run)?,
        };
    }
    Ok(passed)
}

/// A collection with one set of queries.
fn plain(collection: &Collection, peer: &Peer, run: Option<&Path>) -> Result<bool, Failure> {
    let scores = scores(collection, &collection.queries, peer, run)?;
    let floor = FLOORS.iter().find(|(name, _)| *name == collection.name);
    let reached = floor.is_none_or(|(_, floor)| {
        let reached = scores.main.0 >= *floor;
        println!("  {:12} nDCG@10 {:.3}, floor {floor:.2}  {}", "", scores.main.0, verdict(reached));
        reached
    });
    Ok(reached & scores.held)
}

/// A collection with misspelt queries.
fn misspelt(collection: &Collection, clean: &Queries, peer: &Peer, run: Option<&Path>) -> Result<bool, Failure> {
    println!("  as they were meant");
    let meant = scores(collection, clean, peer, None)?;
    println!("  misspelt");
    let typed = scores(collection, &collection.queries, peer, run)?;
    let (ours, theirs) = (meant.main.0 - typed.main.0, meant.main.1 - typed.main.1);
    let small = ours <= LOSS * theirs.max(0.0);
    let share = if theirs > 0.0 { ours / theirs } else { 0.0 };
    println!("  {:12} loss {ours:.3}, the peer's {theirs:.3}, ratio {share:.2}, limit {LOSS:.2}  {}", "", verdict(small));
    Ok(small & meant.held & typed.held)
}

/// What came out for one set of queries.
struct Scores {
    /// nDCG@10 of cop and of the peer.
    main: (f64, f64),
    /// Whether no query failed and cop is not worse than the peer beyond chance.
    held: bool,
}

/// Asks all queries of both and tells how good the answers are.
fn scores(collection: &Collection, queries: &Queries, peer: &Peer, run: Option<&Path>) -> Result<Scores, Failure> {
    let own = OWN.contains(&collection.name.as_str());
    let (mut ours, mut theirs) = (Measure::ALL.map(|_| Vec::new()), Measure::ALL.map(|_| Vec::new()));
    let (mut ranking, mut failed) = (String::new(), 0);
    for (id, text) in queries {
        let (answer, worked) = match asked(&collection.session, text, own) {
            Ok(answer) => (answer, true),
            Err(error) => {
                println!("  {id} failed: {error}");
                (Vec::new(), false)
            }
        };
        failed += usize::from(!worked);
        let without_own = |found: Vec<(String, f64)>| {
            let others = found.into_iter().filter(|(document, _)| !own || document != id);
            others.take(DEPTH).collect::<Vec<_>>()
        };
        let (answer, other) = (without_own(answer), without_own(peer.ask(text, DEPTH + 1)));
        for (rank, (document, score)) in answer.iter().enumerate() {
            writeln!(ranking, "{id} {document} {} {score:.6}", rank + 1)?;
        }
        let empty = Judgements::new();
        let mut judged = collection.judgements.get(id).unwrap_or(&empty).clone();
        judged.retain(|document, gain| *gain > 0.0 && (!own || document != id));
        if judged.is_empty() {
            continue;
        }
        for (place, measure) in Measure::ALL.into_iter().enumerate() {
            ours[place].push(measure.of(&answer, &judged));
            theirs[place].push(measure.of(&other, &judged));
        }
    }
    if let Some(file) = run {
        fs::write(file, ranking)?;
    }
    Ok(told(&ours, &theirs, failed))
}

/// Prints a line a measure.
fn told(ours: &[Vec<f64>; 3], theirs: &[Vec<f64>; 3], failed: usize) -> Scores {
    let mut scores = Scores { main: (0.0, 0.0), held: failed == 0 };
    for ((measure, ours), theirs) in Measure::ALL.into_iter().zip(ours).zip(theirs) {
        let differences: Vec<f64> = ours.iter().zip(theirs).map(|(ours, theirs)| ours - theirs).collect();
        let (cop, peer, more) = (estimate(ours), estimate(theirs), estimate(&differences));
        let Estimate { mean, low, high } = more;
        let worse = measure == Measure::Ndcg && high < 0.0;
        let said = if worse { "  UNDER THE PEER" } else { "" };
        println!("  {:12} cop {cop}  BM25 {peer}  difference {mean:+.3} [{low:+.3}, {high:+.3}]{said}", measure.name());
        if measure == Measure::Ndcg {
            scores.main = (cop.mean, peer.mean);
            scores.held &= !worse;
        }
    }
    scores
}

fn verdict(held: bool) -> &'static str {
    if held { "met" } else { "MISSED" }
}

/// What cop finds for a query that is typed as one argument, or to be like a text, best first.
fn asked(session: &Session, text: &str, alike: bool) -> cop::base::error::Result<Vec<(String, f64)>> {
    // A collection may have an empty query, which nobody can type.
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let page = Page { limit: Some(DEPTH + 1), ..Page::default() };
    let filters = Filters::default();
    let found = if alike { like_text(session, text, &filters, page)? } else { search(session, text, &filters, page)? };
    Ok(found.hits.into_iter().map(|hit| (collection::id(&hit.path), hit.score.unwrap_or_default())).collect())
}
