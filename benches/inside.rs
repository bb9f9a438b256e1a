//! Measures parts of cop against what they are made of, in one process, as ratios.
//!
//! `cargo bench --bench inside -- DIR`, where DIR is a community (one without files that are being written). It says how long a look
//! for changes takes against a bare `lstat` of every file and folder on all cores, how much more processor time a whole index takes than
//! reading and parsing alone, what questions take that look for more than was typed against a search for one word, what a walk of history
//! takes against `git log -M --name-status`, and what counting the lines of all changes takes against `git log -M --numstat`. The exit
//! status is 1 if a limit is not met.
#![allow(clippy::print_stdout, reason = "its output is what it is for")]

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use cop::base::clock::{Now, system_nanoseconds};
use cop::base::environment::Who;
use cop::base::error::Result;
use cop::base::files::OwnFolder;
use cop::model::document::Document;
use cop::model::history::{CommitView, Endings};
use cop::model::query::ast::Query;
use cop::model::settings::Settings;
use cop::store::git::cache;
use cop::store::git::lines::counts::Counts;
use cop::store::git::lines::shares::shares;
use cop::store::git::open::Repo;
use cop::store::index::{Index, NoPast, Source};
use cop::store::workspace::freshness::refresh;
use cop::store::workspace::load::{self, Claimed};
use cop::store::workspace::table::Table;
use cop::text::words::function::is_function_word;
use cop::work::page::Page;
use cop::work::search::{Filters, search};
use cop::work::session::{Opening, Session};
use cop::work::{browse, catalogue};
use rayon::prelude::*;

/// The clock tick that Linux counts processor time in.
const TICK: f64 = 0.01;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) else {
        println!("usage: cargo bench --bench inside -- DIR");
        return ExitCode::SUCCESS;
    };
    match measure(Path::new(&folder)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("{error:?}");
            ExitCode::FAILURE
        }
    }
}

fn measure(folder: &Path) -> Result<bool> {
    let session =
        Session::open(Opening { folder: folder.to_owned(), now: Now::from_system(), lang: None, cache: None, who: Who::default() })?;
    let (root, settings, places) = (session.dir(), session.settings(), session.rule_places());
    let (claimed, _) = load::claims(settings, session.tree().files.iter().map(|seen| seen.path.as_str()));
    println!("{} documents", claimed.len());

    let wants = |path: &str| settings.kinds.wants(path);
    let later = system_nanoseconds().saturating_add(60_000_000_000);
    let table = refresh(root, places, &Table::default(), later, &wants).table(Table::default(), |_| None);
    let seen = table.folders.iter().chain(table.files.iter());
    let files: Vec<_> = seen.map(|(path, _)| root.join(path)).collect();
    let size = |path: &std::path::PathBuf| fs::symlink_metadata(path).map_or(0, |data| data.len());
    let bare = || assert!(files.par_iter().with_min_len(256).map(size).sum::<u64>() > 0, "there are files");
    let look = || assert!(refresh(root, places, &table, later, &wants).is_none(), "nothing is being written");
    let fresh = held("a look for changes, ms that pass, against bare lstat", 1.5, 31, wall, look, bare);

    let source = Source { root, places, settings, now: system_nanoseconds(), past_key: "", pasts: &|_| Box::new(NoPast) };
    let parse = || claimed.par_iter().for_each(|claimed| drop(read(root, claimed, settings)));
    let mut documents = 0;
    let index = || documents = Index::open(None).refresh(&source).map_or(0, |report| report.read);
    // Where the first limit, 5, came from, a parser took .016 s a megabyte and an index .036 to .050. Here they take .009 and .050: the
    // ratio is larger because parsing is quicker, and still says whether one of them grows.
    let whole = held("a whole index, ms of processor time, against parsing", 6.0, 5, processor, index, parse);
    assert!(documents >= claimed.len(), "every document was read");
    let asked = questions(&session)?;
    let walked = session.repo().is_none_or(|repo| history(repo, settings));
    let counted = session.repo().is_none_or(|repo| lines(repo, settings, &claimed));
    Ok(fresh && whole && asked && walked && counted)
}

/// Searches for which more is looked up than was typed, against one for a single word that many documents have.
fn questions(session: &Session) -> Result<bool> {
    let known = catalogue::words(session, &Query::default())?;
    let mut words: Vec<(&str, u32)> = known.iter().map(|(word, tally)| (word.as_str(), tally.documents)).collect();
    words.retain(|(word, _)| word.len() > 5 && word.bytes().all(|byte| byte.is_ascii_lowercase()) && !is_function_word(word));
    words.sort_by_key(|(_, documents)| std::cmp::Reverse(*documents));
    let words: Vec<&str> = words.into_iter().take(12).map(|(word, _)| word).collect();
    let [common, ..] = words.as_slice() else { return Ok(true) };
    // Two letters in the middle change places.
    let slip: String = [&common[..2], &common[3..4], &common[2..3], &common[4..]].concat();
    let look = |text: &str| {
        let found = search(session, text, &Filters::default(), Page::default());
        assert!(found.is_ok(), "an answer to {text}");
    };
    let plain = || look(common);
    let compounds = || assert!(session.ask(|index, source| index.compounds(source, common)).is_ok(), "compounds");
    let identifier = format!("{}{}{}", common, words.get(1).unwrap_or(common)[..1].to_uppercase(), &words.get(1).unwrap_or(common)[1..]);
    let mut held_all = true;
    for (what, limit, text) in [
        ("a word that was mistyped, ms that pass, against one word", 4.0, slip.as_str()),
        ("an identifier of two words", 4.0, identifier.as_str()),
        ("five words", 8.0, &words[..words.len().min(5)].join(" ")),
        ("a sentence, with words of the best documents", 16.0, &words.join(" ")),
        ("what leads to any document, for which every card is read", 80.0, "links-to:*"),
    ] {
        held_all &= held(what, limit, 31, wall, || look(text), plain);
    }
    let type_in = |text: &str| {
        let found = browse::find(session, text, &Filters::default(), Page { limit: Some(100), ..Page::default() });
        assert!(found.is_ok(), "an answer to {text}");
    };
    for (what, limit, text) in [
        ("as one types, one word", 2.0, *common),
        ("the same, one that is half typed", 4.0, &common[..4]),
        ("the same, five words", 8.0, &words[..words.len().min(5)].join(" ")),
    ] {
        held_all &= held(what, limit, 31, wall, || type_in(text), plain);
    }
    Ok(held_all & held("the compounds with the word, looked up alone", 1.0, 31, wall, compounds, plain))
}

/// A walk from nothing and one with nothing new, against git's own log.
fn history(repo: &Repo, settings: &Settings) -> bool {
    let Ok(folder) = tempfile::tempdir() else { return false };
    let own = OwnFolder::new(folder.path(), "kept");
    let endings = Endings::with(settings.kinds.endings());
    let kept = || assert!(cache::history(repo, &own, &endings).is_ok(), "history can be read");
    let walk = || {
        let _ = fs::remove_dir_all(own.path());
        kept();
    };
    let log = || {
        let log = Command::new("git").args(["log", "-M", "--name-status"]).current_dir(repo.root()).stdout(Stdio::null()).status();
        assert!(log.is_ok_and(|status| status.success()), "git is there");
    };
    let spent = held("a walk of history, ms of processor time, against git log", 0.8, 5, processor, walk, log);
    let passed = held("the same, ms that pass", 0.5, 5, wall, walk, log);
    let again = held("a walk with nothing new, ms that pass", 0.02, 5, wall, kept, log);
    spent && passed && again
}

/// The lines of all changes that are no merge's, counted for the first time and again, against git's own log; and those that stand in all pages.
fn lines(repo: &Repo, settings: &Settings, claimed: &[Claimed]) -> bool {
    let Ok(folder) = tempfile::tempdir() else { return false };
    let own = OwnFolder::new(folder.path(), "kept");
    let Ok(loaded) = cache::history(repo, &own, &Endings::with(settings.kinds.endings())) else { return false };
    let history = loaded.history;
    let changes = || history.commits().filter(|commit| commit.parents().len() < 2).flat_map(CommitView::changes);
    let all = || drop(Counts::of(repo, &own, &history, changes()));
    let count = || {
        let _ = fs::remove_file(own.path().join("lines"));
        all();
    };
    let log = || {
        let log = Command::new("git").args(["log", "-M", "--numstat"]).current_dir(repo.root()).stdout(Stdio::null()).status();
        assert!(log.is_ok_and(|status| status.success()), "git is there");
    };
    let first = held("lines of all changes, ms of processor time, against git", 0.5, 3, processor, count, log);
    let again = held("the same again, ms that pass", 0.02, 3, wall, all, log);
    let paths: Vec<_> = claimed.iter().map(|claimed| claimed.path.clone()).collect();
    for what in ["who wrote all lines that stand", "the same again"] {
        let mut found = 0;
        let spent = processor(&mut || {
            found = shares(repo, &own, &history, &paths).iter().flat_map(|share| &share.lines).map(|(_, lines)| lines).sum();
        });
        println!("{what:56} {:9.1} ms of processor time, {found} lines", spent * 1_000.0);
    }
    first && again
}

fn read(root: &Path, claimed: &Claimed, settings: &Settings) -> Option<Document> {
    let text = load::text(&root.join(&claimed.path), settings.limits.file).ok()?;
    Some(Document::read(&claimed.path, text, &claimed.claim, settings))
}

/// Runs both in turn and says whether the ratio of their medians is at most the limit.
fn held(what: &str, limit: f64, runs: usize, clock: fn(&mut dyn FnMut()) -> f64, mut ours: impl FnMut(), mut theirs: impl FnMut()) -> bool {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        first.push(clock(&mut ours));
        second.push(clock(&mut theirs));
    }
    let median = |mut figures: Vec<f64>| {
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2] * 1_000.0
    };
    let (ours, theirs) = (median(first), median(second));
    let ratio = ours / theirs;
    println!("{what:56} {ours:9.1} {theirs:9.1}  ratio {ratio:5.2}  limit {limit:5.2}  {}", if ratio <= limit { "" } else { "OVER" });
    ratio <= limit
}

/// Seconds that pass.
fn wall(work: &mut dyn FnMut()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

/// Seconds of all cores, programs that were run included; where a system does not tell, those that pass.
fn processor(work: &mut dyn FnMut()) -> f64 {
    let spent = || {
        let line = fs::read_to_string("/proc/self/stat").ok()?;
        let numbers: Vec<f64> = line.rsplit(')').next()?.split_whitespace().skip(11).take(4).filter_map(|text| text.parse().ok()).collect();
        Some(numbers.iter().sum::<f64>() * TICK)
    };
    let (start, before) = (Instant::now(), spent());
    work();
    match (before, spent()) {
        (Some(before), Some(after)) => after - before,
        _ => start.elapsed().as_secs_f64(),
    }
}
