//! Searching several communities at once, each as if it were the only one, and their documents in one list.
//!
//! The scores of different collections can be compared here because each is a *share*: of what a document could score at most if
//! it had nothing but the words of the query ([`Scorer`](crate::model::query::rank::Scorer)), weighed by how rare they are where it stands. What is common in one community
//! and rare in the other thus weighs against the other words of the query and not against the other community; a word alone weighs the
//! same in both. The tiers above that (every word before some words, what holds before what is retired) mean the same everywhere.
//! Statistics summed over all communities would need every one to mean a query in the same way, and each has a glossary, kinds and languages of its own.

use std::path::{Path, PathBuf};

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::fold;
use crate::base::lang::Lang;
use crate::base::path::relative;
use crate::base::place::Place;
use crate::base::shell::quoted;
use crate::model::query::order::Order;
use crate::msg;
use crate::show::view::Remark;
use crate::store::workspace::discover::find;

use super::beside;
use super::catalogue::compare;
use super::echo::is_typable;
use super::hits::{Hit, Hits};
use super::instead::Said;
use super::knowers::Knower;
use super::nothing::Nothing;
use super::page::Page;
use super::results::looked_for;
use super::search::{Filters, KNOWERS, SHOWN};
use super::session::{Opening, Session};
use super::whereabouts::{Searched, Whereabouts};

/// So many communities are searched side by side.
const BESIDE: usize = 8;
/// Remarks with this code are about values that a community does not have; only if none has them they say something.
const UNKNOWN: &str = "unknown-value";

/// What is asked, and of whom.
pub struct Asked<'a> {
    /// The communities by the person's names for them, with their folders.
    pub communities: &'a [(String, PathBuf)],
    /// Whether that is all there are on the list.
    pub all: bool,
    /// How each is opened, but for its folder.
    pub opening: &'a Opening,
    /// The query, as it was typed.
    pub text: &'a str,
    /// Which documents.
    pub filters: &'a Filters,
    /// Which of those that are found, and in what order.
    pub page: Page,
}

/// What several communities answer together.
pub struct Several {
    /// The documents, in one order.
    pub hits: Hits,
    /// What was met on the way, with whose it was.
    pub remarks: Vec<Remark>,
    /// The language in which all of it is said.
    pub lang: Lang,
    /// What day it is in the first of them.
    pub today: Date,
}

/// What one community answers.
struct Answer {
    name: String,
    dir: PathBuf,
    today: Date,
    hits: Hits,
    nothing: Option<Nothing>,
    remarks: Vec<Remark>,
}

/// Why one does not.
struct Failure {
    name: String,
    error: Error,
    /// Whether it was there and only could not mean what was asked.
    is_open: bool,
}

/// Asks several communities at once. One that can't be opened, or in which the query means nothing, is remarked on while the others answer.
///
/// # Errors
/// None of them answers; the error says why.
pub fn search(asked: &Asked<'_>) -> Result<Several> {
    let lang = lang(asked);
    let opening = Opening { lang: Some(lang), ..asked.opening.clone() };
    let (answers, failures) = ask_each(asked, &opening);
    let Some(first) = answers.first() else { return Err(none(failures)) };
    let today = first.today;
    let here = opening.folder.canonicalize().unwrap_or_else(|_| opening.folder.clone());
    let mut remarks = remarks(&answers, &here);
    remarks.extend(failures.iter().map(|failure| said_of(&failure.name, &remark_on(failure), &here)));
    remarks.extend(left_out(asked, &answers, &here));
    let hits = together(asked, answers, &here, lang);
    Ok(Several { hits, remarks, lang, today })
}

/// The language of the screen: the person's, else that of the first community that is there.
fn lang(asked: &Asked<'_>) -> Lang {
    let theirs = || {
        let open = |folder: &PathBuf| Session::open(Opening { folder: folder.clone(), ..asked.opening.clone() }).ok();
        asked.communities.iter().find_map(|(_, folder)| open(folder)).map(|session| session.lang())
    };
    asked.opening.lang.or_else(theirs).unwrap_or_default()
}

/// Asks each, some side by side; those that are one community under two names count once.
fn ask_each(asked: &Asked<'_>, opening: &Opening) -> (Vec<Answer>, Vec<Failure>) {
    let mut answers: Vec<Answer> = Vec::new();
    let mut failures = Vec::new();
    for some in asked.communities.chunks(BESIDE) {
        let told: Vec<_> = std::thread::scope(|scope| {
            let jobs: Vec<_> = some.iter().map(|(name, folder)| scope.spawn(move || ask(name, folder, opening, asked))).collect();
            jobs.into_iter().map(|job| job.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
        });
        for told in told {
            match told {
                Ok(answer) if answers.iter().any(|known| known.dir == answer.dir) => {}
                Ok(answer) => answers.push(answer),
                Err(failure) => failures.push(failure),
            }
        }
    }
    (answers, failures)
}

/// Asks one, for as many of its documents as may come before the end of the page.
fn ask(name: &str, folder: &Path, opening: &Opening, asked: &Asked<'_>) -> std::result::Result<Answer, Failure> {
    let failure = |is_open: bool| move |error: Error| Failure { name: name.to_owned(), error, is_open };
    let session = Session::open(Opening { folder: opening.folder.join(folder), ..opening.clone() }).map_err(failure(false))?;
    let dir = session.dir().to_owned();
    let placed = |error: Error| match error.place().cloned() {
        Some(place) => error.at(Place { path: slashes(&dir.join(&place.path)), ..place }),
        None => error,
    };
    session.demand_settings().map_err(placed).map_err(failure(false))?;
    let page = Page { limit: Some(asked.page.offset.saturating_add(limit(asked.page))), offset: 0, ..asked.page };
    let (hits, nothing) = looked_for(&session, asked.text, asked.filters, page).map_err(failure(true))?;
    let (today, remarks) = (session.today(), session.remarks());
    Ok(Answer { name: name.to_owned(), dir, today, hits, nothing, remarks })
}

/// How many documents are shown.
fn limit(page: Page) -> usize {
    page.limit.unwrap_or(SHOWN)
}

/// Why nobody answers: what was asked, where that is the reason, else what is wrong with each.
fn none(mut failures: Vec<Failure>) -> Error {
    match failures.iter().position(|failure| failure.is_open) {
        Some(at) => failures.swap_remove(at).error,
        None if failures.len() == 1 => failures.swap_remove(0).error.hint(msg!("communities-look")),
        None => {
            let error = Error::new(ErrorKind::NoCommunity, msg!("several-none"));
            let why = |failure: &Failure| msg!("several-said", name = &failure.name, said = failure.error.msg().clone());
            failures.iter().map(why).fold(error, Error::hint).hint(msg!("communities-look"))
        }
    }
}

fn remark_on(failure: &Failure) -> Remark {
    // The place of what was typed is in the query, which is no file.
    let place = failure.error.place().cloned().filter(|_| !failure.is_open);
    let code = if failure.is_open { "query" } else { "community-not-read" };
    Remark { code, msg: failure.error.msg().clone(), place }
}

/// A remark, with whose it is.
fn said_of(name: &str, remark: &Remark, here: &Path) -> Remark {
    let place = remark.place.clone().map(|place| Place { path: way(here, Path::new(&place.path)), ..place });
    Remark { code: remark.code, msg: msg!("several-said", name = name, said = remark.msg.clone()), place }
}

/// What was met on the way: what all met once, the rest with whose it was.
fn remarks(answers: &[Answer], here: &Path) -> Vec<Remark> {
    let mut told: Vec<Remark> = Vec::new();
    // A value that is somewhere is a good one; what is nowhere may be near to something else in each.
    let is_nowhere = answers.iter().all(|answer| answer.remarks.iter().any(|remark| remark.code == UNKNOWN));
    for answer in answers {
        for remark in &answer.remarks {
            let is_everyones = remark.place.is_none() && answers.iter().all(|answer| answer.remarks.contains(remark));
            let own = match &remark.place {
                Some(place) => {
                    let path = slashes(&answer.dir.join(&place.path));
                    said_of(&answer.name, &Remark { place: Some(Place { path, ..place.clone() }), ..remark.clone() }, here)
                }
                None if is_everyones => remark.clone(),
                None if remark.code == UNKNOWN && !is_nowhere => continue,
                None => said_of(&answer.name, remark, here),
            };
            if !told.contains(&own) {
                told.push(own);
            }
        }
    }
    told
}

/// That the community in which the person stands is not among all of those on their list.
fn left_out(asked: &Asked<'_>, answers: &[Answer], here: &Path) -> Option<Remark> {
    let root = find(here).ok().filter(|_| asked.all)?;
    let is_listed = answers.iter().any(|answer| answer.dir == root.dir)
        || asked.communities.iter().any(|(_, folder)| folder.canonicalize().is_ok_and(|folder| folder.starts_with(&root.dir)));
    (!is_listed).then(|| Remark { code: "not-listed", msg: msg!("several-left-out"), place: None })
}

/// The answers as one.
fn together(asked: &Asked<'_>, answers: Vec<Answer>, here: &Path, lang: Lang) -> Hits {
    // Where one has every word, those in which none has do not count.
    let relaxed = !answers.iter().any(|answer| answer.hits.total > 0 && !answer.hits.relaxed);
    let counted = |answer: &Answer| if answer.hits.relaxed == relaxed { answer.hits.total } else { 0 };
    let total: usize = answers.iter().map(counted).sum();
    let searched = answers.iter().map(|one| Searched { name: one.name.clone(), folder: slashes(&one.dir), total: counted(one) }).collect();
    let order = answers.first().and_then(|answer| answer.hits.ranked().1);
    let nothing = if total == 0 { nothing(asked, &answers, here, lang) } else { Vec::new() };
    let mut knowing: Vec<(String, Vec<Knower>)> = Vec::new();
    let mut parts = Vec::new();
    let (nowhere, is_one_word) = nowhere(&answers);
    let also = beside::merged(answers.iter().flat_map(|answer| answer.hits.also.iter().cloned()));
    for Answer { name, dir, hits, .. } in answers {
        let (in_tiers, _) = hits.ranked();
        let place = |hit: &Hit| {
            let file = dir.join(&hit.path);
            Whereabouts { community: name.clone(), file: slashes(&file), way: way(here, &file) }
        };
        let found = hits.hits.into_iter().map(|hit| (in_tiers, place(&hit), hit));
        parts.push(found.map(|(in_tiers, place, hit)| (in_tiers, hit.found_in(place))).collect());
        knowing.push((name, hits.people.unwrap_or_default()));
    }
    let shown: Vec<Hit> = merged(parts, order).into_iter().skip(asked.page.offset).take(limit(asked.page)).collect();
    knowing.retain(|(name, _)| shown.iter().any(|hit| hit.community.as_ref() == Some(name)));
    let people = people(knowing);
    let hits = Hits::new(total, asked.page.offset, shown).searched(relaxed && total > 0).known_by(people);
    hits.or_tell(nothing).without(nowhere, is_one_word).also(also).of_several(searched)
}

/// The words that are in no document of any community; and whether no other word was typed.
fn nowhere(answers: &[Answer]) -> (Vec<String>, bool) {
    let Some((first, others)) = answers.split_first() else { return (Vec::new(), false) };
    let is_nowhere = |word: &&String| others.iter().all(|answer| answer.hits.nowhere.contains(word));
    let words = first.hits.nowhere.iter().filter(is_nowhere).cloned().collect();
    (words, answers.iter().all(|answer| answer.hits.is_one_word_nowhere()))
}

/// Documents of several communities in one order; equal ones in that of the communities.
fn merged(parts: Vec<Vec<(bool, Hit)>>, order: Option<Order>) -> Vec<Hit> {
    let mut all: Vec<(bool, Hit)> = parts.into_iter().flatten().collect();
    // A community that takes a word of the query for one that says nothing may rank without tiers: then only what lies within them compares.
    let in_tiers = all.iter().all(|(in_tiers, _)| *in_tiers);
    let worth = |(tiered, hit): &(bool, Hit)| {
        let score = hit.score.unwrap_or_default();
        if *tiered && !in_tiers { score.fract() } else { score }
    };
    let is_ranked = all.iter().any(|(_, hit)| hit.score.is_some());
    all.sort_by(|a, b| match order {
        Some(Order::Score) | None if is_ranked => worth(b).total_cmp(&worth(a)),
        order => compare(order.unwrap_or(Order::Newest), a.1.card(), b.1.card()),
    });
    all.into_iter().map(|(_, hit)| hit).collect()
}

/// Who knows: the first of each community, then the second of each; somebody of the same whole name is one person, told
/// of by what they did where they know most.
fn people(mut knowing: Vec<(String, Vec<Knower>)>) -> Vec<Knower> {
    let mut people: Vec<Knower> = Vec::new();
    let most = knowing.iter().map(|(_, people)| people.len()).max().unwrap_or_default();
    for place in 0..most {
        for (name, theirs) in &mut knowing {
            let Some(one) = theirs.get(place) else { continue };
            match people.iter_mut().find(|known| fold(&known.name) == fold(&one.name)) {
                Some(known) if known.communities.contains(name) => {}
                Some(known) => {
                    known.communities.push(name.clone());
                    known.documents += if known.did == one.did { one.documents } else { 0 };
                }
                None => people.push(Knower { communities: vec![name.clone()], ..one.clone() }),
            }
        }
    }
    // Who left is asked last, wherever they know most.
    people.sort_by_key(|one| one.left);
    people.truncate(KNOWERS);
    people
}

/// What to say where none has anything: what finds most in one of them, who may know, and where to ask.
fn nothing(asked: &Asked<'_>, answers: &[Answer], here: &Path, lang: Lang) -> Vec<Said> {
    let told = || answers.iter().filter_map(|answer| answer.nothing.as_ref().map(|nothing| (answer, nothing)));
    let may_know = people(told().map(|(answer, nothing)| (answer.name.clone(), nothing.may_know.clone())).collect());
    // Of equal ones the first counts.
    let instead = told().filter_map(|(_, nothing)| nothing.instead.as_ref()).rev().max_by_key(|instead| instead.total).cloned();
    let today = answers.first().map_or(Date::LAST, |answer| answer.today);
    let names = answers.iter().map(|answer| answer.name.as_str()).collect::<Vec<_>>();
    let options = if asked.all { "--all ".to_owned() } else { format!("--in {} ", quoted(&names.join(","))) };
    let command = instead.as_ref().map(|instead| instead.command(&options)).unwrap_or_default();
    let mut say = Nothing::of_several(may_know, instead).known(asked.text, &command, lang, today);
    let is_asked_from_here = |(answer, _): &(&Answer, &Nothing)| here.starts_with(&answer.dir);
    let ask =
        told().find(is_asked_from_here).or_else(|| told().find(|(_, nothing)| !nothing.may_know.is_empty())).or_else(|| told().next());
    if let Some((answer, nothing)) = ask.filter(|(_, nothing)| !nothing.words.is_empty()) {
        let (folder, words) = (way(here, &answer.dir), nothing.words.trim());
        let command = format!("cop -C {} ask {}", quoted(if folder.is_empty() { "." } else { &folder }), quoted(words));
        say.extend(is_typable(&command).then(|| Said::Words(msg!("several-ask", name = &answer.name, command = command))));
    }
    say.push(Said::Words(msg!("several-searched", names = names.join(", "))));
    say
}

/// A path with forward slashes.
fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// A file as it is opened from a folder: the shorter of the way there and its whole path.
fn way(here: &Path, file: &Path) -> String {
    let (here, whole) = (slashes(here), slashes(file));
    let first = |path: &str| path.split('/').find(|part| !part.is_empty()).map(str::to_owned);
    if !file.is_absolute() || first(&here) != first(&whole) {
        return whole;
    }
    let way = relative(&format!("{here}/."), whole.trim_start_matches('/'));
    if way.len() < whole.len() { way } else { whole }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Knower, people, way};

    #[cfg(unix)]
    #[test]
    fn a_file_is_named_as_it_is_opened_from_here() {
        for (here, file, seen) in [
            ("/home/anna", "/home/anna/club/a.md", "club/a.md"),
            ("/home/anna/club/practices", "/home/anna/other/b.md", "../../other/b.md"),
            ("/home/anna/a/b/c/d/e/f/g", "/home/b.md", "/home/b.md"),
            ("/tmp", "/home/anna/club/a.md", "/home/anna/club/a.md"),
            ("/", "/home/a.md", "/home/a.md"),
        ] {
            assert_eq!(way(Path::new(here), Path::new(file)), seen, "{here} {file}");
        }
    }

    #[test]
    fn each_community_names_somebody_before_one_names_two() {
        let knower = |name: &str, left: bool| Knower {
            handle: None,
            name: name.to_owned(),
            left,
            gone: left,
            last: None,
            did: "created".to_owned(),
            documents: 1,
            communities: Vec::new(),
        };
        let one = vec![knower("Anna", false), knower("Bram", false), knower("Cas", false)];
        let other = vec![knower("Dirk", true), knower("ANNA", false), knower("Els", false)];
        let told = people(vec![("one".to_owned(), one), ("other".to_owned(), other)]);
        let told: Vec<_> = told.into_iter().map(|one| format!("{} {} {}", one.name, one.documents, one.communities.join("+"))).collect();
        assert_eq!(told, ["Anna 2 one+other", "Bram 1 one", "Cas 1 one"]);
    }
}
