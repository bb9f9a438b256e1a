//! A query asked of entries in memory: slow, plain, and what the index is compared with.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::ast::{Form, Leaf, Node, Query, Slot};
use super::entry::Entry;
use super::feedback;
use super::length;
use super::lift::{self, Looked, Said};
use super::rank::{self, Collection, Counts, Places, Scorer};
use super::standing::Standing;
use super::tuning::Tuning;
use super::zone::Zone;
use crate::text::words::stem_term;

/// What was found, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Every document that has any wanted thing and meets every condition.
    pub hits: Vec<Hit>,
    /// How many of them have every wanted thing.
    pub total: usize,
    /// No document has every wanted thing, so that those which have any are all there is.
    pub relaxed: bool,
}

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its number among the entries.
    pub entry: usize,
    /// What its leaves add up to.
    pub sum: f64,
    /// How well it answers; only for comparison within one query.
    pub score: f64,
    /// Whether it has every wanted thing.
    pub every: bool,
}

/// How often each matching leaf stands in a document, by the leaf's number.
type Matches = BTreeMap<usize, [Counts; Zone::COUNT]>;

/// Asks a query of entries.
pub fn scan(query: &Query, entries: &[Entry]) -> Found {
    scan_tuned(Tuning::CHOSEN, query, entries)
}

/// The same with other numbers in the ranking, to measure what they do.
pub fn scan_tuned(tuning: Tuning, query: &Query, entries: &[Entry]) -> Found {
    let collection = Collection::of(entries.iter().map(|entry| entry.lengths().map(length::code)));
    let found = once(tuning, query, entries, &collection);
    if !feedback::applies(query) {
        return lifted(tuning, query, entries, &collection, found);
    }
    let best = found.hits.iter().take(feedback::DOCUMENTS).map(|hit| (hit.score, &entries[hit.entry]));
    let best: Vec<_> = best.filter(|(_, entry)| length::sum(entry.lengths().map(length::code)) <= feedback::LONGEST).collect();
    let words = feedback::candidates(&collection, &best);
    let holding = holding(&words.iter().map(|word| word.leaf.clone()).collect::<Vec<_>>(), entries);
    let chosen = feedback::chosen(&words, &holding, &collection);
    let more = chosen.into_iter().map(|(at, weight)| Leaf { weight, ..words[at].leaf.clone() });
    let asked = Query { leaves: query.leaves.iter().cloned().chain(more).collect(), ..query.clone() };
    let found = once(tuning, &asked, entries, &collection);
    lifted(tuning, &asked, entries, &collection, found)
}

/// Of each of some queries the entries that meet all that it asks, each by itself and whatever the others are, by their numbers: nothing is
/// ranked, and where none has every word none is given. However many the queries are, the words of an entry are gone through once.
pub fn meeting(queries: &[Query], entries: &[Entry]) -> Vec<Vec<usize>> {
    let leaves: Vec<Leaf> = queries.iter().flat_map(|query| query.leaves.iter().cloned()).collect();
    let matched = if leaves.is_empty() { Vec::new() } else { matches(&leaves, entries) };
    let begins = queries.iter().scan(0, |next, query| {
        let begin = *next;
        *next += query.leaves.len();
        Some(begin)
    });
    let begins: Vec<usize> = begins.collect();
    let met_by = |(query, begin): (&Query, &usize)| -> Vec<usize> {
        let meets = |(at, entry): (usize, &Entry)| {
            let leaf = |leaf: usize| matched.get(at).is_some_and(|matches| matches.contains_key(&(begin + leaf)));
            let filter = |filter: &super::ast::Filter| entry.meets(filter);
            query.must.iter().chain(&query.wanted).all(|node| node.holds(&leaf, &filter)).then_some(at)
        };
        entries.iter().enumerate().filter_map(meets).collect()
    };
    queries.par_iter().zip(&begins).map(met_by).collect()
}

/// How many entries match each leaf.
fn holding(leaves: &[Leaf], entries: &[Entry]) -> Vec<u32> {
    let mut holding = vec![0; leaves.len()];
    for leaf in matches(leaves, entries).iter().flat_map(BTreeMap::keys) {
        holding[*leaf] += 1;
    }
    holding
}

/// Asks a query as it stands.
fn once(tuning: Tuning, query: &Query, entries: &[Entry], collection: &Collection) -> Found {
    let matches = matches(&query.leaves, entries);
    let scorer = Scorer::tuned(tuning, query, collection, &holding(&query.leaves, entries));
    let mut hits = Vec::new();
    for (number, (entry, matches)) in entries.iter().zip(&matches).enumerate() {
        let leaf = |leaf: usize| matches.contains_key(&leaf);
        let filter = |filter: &super::ast::Filter| entry.meets(filter);
        let any = query.wanted.is_empty() || matches.keys().any(|leaf| query.leaves[*leaf].wanted);
        if any && query.must.iter().all(|node| node.holds(&leaf, &filter)) {
            let every = query.wanted.iter().all(|node| node.holds(&leaf, &filter));
            let codes = entry.lengths().map(length::code);
            let parts = matches.iter().map(|(leaf, counts)| scorer.leaf(*leaf, counts, &codes));
            // From 0 upwards: a `sum()` of nothing is -0, which comes after 0.
            let sum = parts.fold(0.0, |sum, part| sum + part);
            hits.push(Hit { entry: number, sum, score: scorer.score(sum, every, &entry.card.standing(query.today)), every });
        }
    }
    sort(&mut hits, entries);
    let total = hits.iter().filter(|hit| hit.every).count();
    Found { relaxed: total == 0 && !hits.is_empty(), hits, total }
}

/// What was found, with the best looked at more closely.
fn lifted(tuning: Tuning, query: &Query, entries: &[Entry], collection: &Collection, mut found: Found) -> Found {
    if query.is_unranked() {
        return found;
    }
    let matches = matches(&query.leaves, entries);
    let scorer = Scorer::tuned(tuning, query, collection, &holding(&query.leaves, entries));
    let best = found.hits.len().min(rank::LOOKED_AT);
    let below = Below::of(entries);
    let has_answer = |hit: &Hit| found.hits[..best].iter().any(|one| below.has(hit.entry, one.entry));
    let above: Vec<usize> = (best..found.hits.len()).filter(|at| has_answer(&found.hits[*at])).collect();
    let places: Vec<usize> = (0..best).chain(above).collect();
    let all: Vec<&Hit> = places.iter().map(|at| &found.hits[*at]).collect();
    let looked: Vec<Looked> = all.iter().map(|hit| look(query, &below, &matches[hit.entry], hit, &all)).collect();
    let lifted = lift::lift(&scorer, query, &looked);
    for (place, lifted) in places.into_iter().zip(lifted) {
        let hit = &mut found.hits[place];
        hit.score = lifted.score;
        hit.every |= lifted.every && rank::is_tiered(query);
    }
    sort(&mut found.hits, entries);
    let total = found.hits.iter().filter(|hit| hit.every).count();
    Found { relaxed: total == 0 && !found.hits.is_empty(), total, ..found }
}

/// Which entries stand below which.
struct Below<'e> {
    entries: &'e [Entry],
    /// The refs that there are.
    there: BTreeSet<&'e str>,
}

impl<'e> Below<'e> {
    fn of(entries: &'e [Entry]) -> Self {
        Self { entries, there: entries.iter().map(|entry| entry.kin.reference.as_str()).collect() }
    }

    /// Whether one entry has another below it.
    fn has(&self, above: usize, below: usize) -> bool {
        let [above, below] = [above, below].map(|at| &self.entries[at]);
        above.sharing.has_below(&above.kin, &below.kin, |name| self.there.contains(name))
    }
}

/// What is known of a document that is looked at closely, among all of those.
fn look(query: &Query, below: &Below<'_>, matches: &Matches, hit: &Hit, all: &[&Hit]) -> Looked {
    let entries = below.entries;
    let entry = &entries[hit.entry];
    let closeness = |(one, other): &(usize, usize)| {
        let places = [one, other].map(|leaf| places(&query.leaves[*leaf], entry));
        rank::closeness(&places[0], &places[1])
    };
    let said = Said::of(&entry.card.reference, &entry.card.path);
    let say = |term: &str| entries.iter().filter(|entry| entry.terms.contains(term)).count() as u32;
    let accepts = |other: usize| entries[other].terms.contains(&said.accepted) && below.has(other, hit.entry);
    let holds = |node: &Node| node.holds(&|leaf| matches.contains_key(&leaf), &|filter| entry.meets(filter));
    Looked {
        sum: hit.sum,
        met: lift::met(query, holds),
        closeness: query.pairs.iter().map(closeness).collect(),
        titled: lift::titled(query, |leaf| matches.get(&leaf).is_some_and(|counts| counts[Zone::Title.place()].any > 0)),
        standing: Standing {
            accepted: (0..entries.len()).any(accepts),
            users: said.uses.as_deref().map_or(0, say),
            ..entry.card.standing(query.today)
        },
        questions: (0..all.len()).filter(|at| below.has(all[*at].entry, hit.entry)).collect(),
    }
}

fn sort(hits: &mut [Hit], entries: &[Entry]) {
    hits.sort_by(|a, b| rank::order((a.score, &entries[a.entry].card), (b.score, &entries[b.entry].card)));
}

/// Where a word stands in a document.
fn places(leaf: &Leaf, entry: &Entry) -> Places {
    let Form::Word(slot) = &leaf.form else { return Places::default() };
    let is_it =
        |surface: &str| slot.surface == surface || stem_term(surface, entry.language).is_some_and(|stem| slot.stems.contains(&stem));
    Zone::ALL.map(|zone| {
        let words = entry.zones[zone.place()].iter().filter(|word| leaf.zone.is_none_or(|only| only == zone) && is_it(word.surface));
        words.map(|word| word.position).collect()
    })
}

/// What every entry matches.
fn matches(leaves: &[Leaf], entries: &[Entry]) -> Vec<Matches> {
    let lookup = Lookup::new(leaves);
    let count = |entry: &Entry| {
        let mut matches = Matches::new();
        for zone in Zone::ALL {
            lookup.count(zone, entry, &mut matches);
        }
        matches
    };
    entries.par_iter().map(count).collect()
}

/// Which leaves ask for a term.
struct Lookup<'q> {
    leaves: &'q [Leaf],
    /// A term, and the leaves with the number of the slot in them.
    terms: HashMap<&'q str, Vec<(usize, usize)>>,
    prefixes: Vec<(usize, &'q str)>,
}

impl<'q> Lookup<'q> {
    fn new(leaves: &'q [Leaf]) -> Self {
        let mut terms: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        let mut prefixes = Vec::new();
        for (number, leaf) in leaves.iter().enumerate() {
            let slots = match &leaf.form {
                Form::Word(slot) => std::slice::from_ref(slot),
                Form::Phrase(slots) => slots,
                Form::Prefix(prefix) => {
                    prefixes.push((number, prefix.as_str()));
                    continue;
                }
            };
            for (place, term) in slots.iter().enumerate().flat_map(|(place, slot)| slot.terms().map(move |term| (place, term))) {
                terms.entry(term).or_default().push((number, place));
            }
        }
        Self { leaves, terms, prefixes }
    }

    /// Adds what stands in one zone.
    fn count(&self, zone: Zone, entry: &Entry, matches: &mut Matches) {
        let mut phrases: BTreeMap<usize, Vec<(usize, u32)>> = BTreeMap::new();
        for word in &entry.zones[zone.place()] {
            let stem = stem_term(word.surface, entry.language);
            let terms = std::iter::once(word.surface).chain(stem.as_deref());
            let found = terms.filter_map(|term| self.terms.get(term)).flatten();
            let mut counted = Vec::new();
            for (number, place) in found.filter(|(number, _)| self.looks_in(*number, zone)) {
                match &self.leaves[*number].form {
                    Form::Phrase(_) => phrases.entry(*number).or_default().push((*place, word.position)),
                    Form::Word(Slot { surface, .. }) if !counted.contains(number) => {
                        counted.push(*number);
                        add(matches, *number, zone, surface == word.surface);
                    }
                    Form::Word(_) | Form::Prefix(_) => {}
                }
            }
            for (number, prefix) in &self.prefixes {
                if word.surface.starts_with(prefix) && self.looks_in(*number, zone) {
                    add(matches, *number, zone, word.surface == *prefix);
                }
            }
        }
        for (number, found) in phrases {
            if let Form::Phrase(slots) = &self.leaves[number].form {
                (0..phrase_count(slots.len(), found)).for_each(|_| add(matches, number, zone, true));
            }
        }
    }

    fn looks_in(&self, leaf: usize, zone: Zone) -> bool {
        self.leaves[leaf].zone.is_none_or(|only| only == zone)
    }
}

fn add(matches: &mut Matches, leaf: usize, zone: Zone, exact: bool) {
    let counts = &mut matches.entry(leaf).or_default()[zone.place()];
    counts.any += 1;
    counts.exact += u32::from(exact);
}

/// How often all slots of a phrase stand one after the other, given which slot matches where.
fn phrase_count(slots: usize, mut found: Vec<(usize, u32)>) -> usize {
    found.sort_unstable();
    found.dedup();
    let starts = found.iter().filter(|(place, _)| *place == 0).map(|(_, position)| *position);
    let follows = |start: u32| (1..slots).all(|place| found.binary_search(&(place, start.saturating_add(place as u32))).is_ok());
    starts.filter(|start| follows(*start)).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::card::Card;
    use super::super::samples::{document, entry, query};
    use super::{Collection, Entry, Found, Tuning, length, meeting, once, scan};

    fn community() -> Vec<Entry> {
        let card = |name: &str, title: &str| Card {
            reference: format!("question/{name}"),
            path: format!("questions/{name}.md"),
            kind: "question".into(),
            title: title.into(),
            lang: "nl".into(),
            ..Card::default()
        };
        let retired = Card {
            retired: true,
            path: "practices/a-box.md".into(),
            title: "Exporting a mailbox".into(),
            lang: "en".into(),
            ..Card::default()
        };
        let november = crate::base::date::Date::parse("2026-11-01");
        vec![
            document("mailbox", "Export a mailbox", "The whole mailbox as EML, not PST."),
            document("boxes", "Outlook boxes", "One can export the e-mail of a shared mail box."),
            entry(card("bewaren", "Hoe lang bewaren we berichten?"), "Vragen over mailboxen."),
            entry(Card { open: true, created: november, updated: november, ..card("mdto", "Wie gebruikt MDTO?") }, "Export naar EML."),
            entry(retired, "The whole mailbox as EML, not PST."),
        ]
    }

    fn paths(typed: &str) -> (Vec<&'static str>, Found) {
        let community = community();
        let found = scan(&query(typed), &community);
        let names = [("practices/mailbox.md", "mailbox"), ("practices/boxes.md", "boxes"), ("practices/a-box.md", "retired")];
        let name = |path: &str| names.iter().find(|(known, _)| *known == path).map_or("", |(_, name)| *name);
        let names = found.hits.iter().map(|hit| match community[hit.entry].card.path.as_str() {
            "questions/bewaren.md" => "bewaren",
            "questions/mdto.md" => "mdto",
            path => name(path),
        });
        (names.collect(), found)
    }

    #[test]
    fn queries_find_what_they_mean() {
        for (typed, expected, total, relaxed) in [
            ("export mailbox", &["mailbox", "retired", "bewaren", "mdto", "boxes"][..], 2, false),
            ("mailboxes", &["mailbox", "retired"], 2, false),
            ("vraag mailbox", &["bewaren", "mailbox", "retired"], 1, false),
            ("zebra mailbox", &["mailbox", "bewaren", "retired"], 0, true),
            ("\"whole mailbox\"", &["mailbox", "retired"], 2, false),
            ("\"mailbox whole\"", &[], 0, false),
            ("\"mailboxes\"", &[], 0, false),
            ("e-mail", &["boxes"], 1, false),
            ("mailbox*", &["mailbox", "bewaren", "retired"], 3, false),
            ("export -pst", &["mdto", "boxes"], 2, false),
            ("export NOT kind:question NOT title:mailbox", &["boxes"], 1, false),
            ("(pst OR mdto) export", &["mdto", "mailbox", "retired", "boxes"], 3, false),
            ("kind:vragen", &["mdto", "bewaren"], 2, false),
            ("title:mailbox", &["mailbox", "retired"], 2, false),
            ("title:\"a mailbox\" whole", &["mailbox", "retired"], 2, false),
            ("is:open", &["mdto"], 1, false),
            ("created:2026-11", &["mdto"], 1, false),
            ("created:>2026-11 eml", &[], 0, false),
            ("lang:nl eml", &["mdto"], 1, false),
            ("no:created kind:question", &["bewaren"], 1, false),
            ("path:practices", &["retired", "boxes", "mailbox"], 3, false),
            ("zebra", &[], 0, false),
        ] {
            let (names, found) = paths(typed);
            assert_eq!((names.as_slice(), found.total, found.relaxed), (expected, total, relaxed), "{typed}");
        }
    }

    #[test]
    fn what_meets_a_query_is_what_it_finds_with_every_word() {
        let community = community();
        let typed =
            ["export mailbox", "zebra mailbox", "\"whole mailbox\"", "mailbox*", "export -pst", "(pst OR mdto) export", "is:open", ""];
        let queries = typed.map(query);
        for ((typed, query), met) in typed.iter().zip(&queries).zip(meeting(&queries, &community)) {
            let collection = Collection::of(community.iter().map(|entry| entry.lengths().map(length::code)));
            let mut found: Vec<usize> =
                once(Tuning::CHOSEN, query, &community, &collection).hits.iter().filter(|hit| hit.every).map(|hit| hit.entry).collect();
            found.sort_unstable();
            assert_eq!(met, found, "{typed}");
        }
    }

    #[test]
    fn without_a_question_everything_answers() {
        let (names, found) = paths(" ?! ");
        assert_eq!((names.len(), found.total, found.relaxed), (5, 5, false));
        assert_eq!(names[0], "mdto", "the only one with a date");
    }

    #[test]
    fn of_documents_alike_the_one_that_stands_best_comes_first() {
        let today = crate::base::date::Date::parse("2026-11-22");
        let plain = |name: &str| document(name, "Export a mailbox", "The whole of it.");
        let with = |name: &str, change: fn(&mut Card)| {
            let mut entry = plain(name);
            change(&mut entry.card);
            entry
        };
        let member = |name: &str, path: &str| {
            let mut entry = document(name, "Ada", "");
            entry.terms.extend(crate::model::query::ties::Tie::use_of(path).map(|tie| tie.term()));
            entry
        };
        let community = [
            with("a", |card| card.retired = true),
            with("b", |card| card.unsettled = true),
            plain("c"),
            with("d", |card| card.updated = crate::base::date::Date::parse("2026-11-01")),
            plain("e"),
            member("x", "practices/e.md"),
            member("y", "practices/e.md"),
        ];
        let paths = |typed: &str| {
            let asked = super::Query { today, ..query(typed) };
            let found = scan(&asked, &community);
            found.hits.iter().map(|hit| community[hit.entry].card.path.clone()).collect::<Vec<_>>()
        };
        let expected = ["e", "d", "c", "b", "a"].map(|name| format!("practices/{name}.md"));
        assert_eq!(paths("mailbox"), expected);
        assert_eq!(paths("how do we export the whole of a mailbox"), expected, "in a sentence too");
    }

    #[test]
    fn an_answer_lifts_its_question_and_the_accepted_one_comes_first() {
        let below = |name: &str, text: &str| {
            let card = Card { reference: format!("answer/{name}"), path: format!("questions/{name}.md"), ..Card::default() };
            let mut answer = entry(card, text);
            answer.kin.parent = Some("question/post".into());
            answer
        };
        let asked = |name: &str, language: Option<&str>| {
            let card = Card { reference: format!("question/{name}"), path: format!("questions/{name}.md"), ..Card::default() };
            let mut question = entry(card, "How do you keep the mailbox of somebody who left?");
            question.kin.family = language.map(|language| name.trim_end_matches(language).trim_end_matches('-').to_owned());
            question.kin.family = question.kin.family.map(|name| format!("question/{name}"));
            question.sharing.is_said = true;
            question
        };
        let mut post = asked("post", None);
        post.terms.insert("accepted=answer/post/bo".into());
        let other = document("other", "Readpst", "Readpst reads what it is given, and a mailbox if need be.");
        let community = [
            post,
            asked("post-nl", Some("nl")),
            asked("other", None),
            below("post/ada", "Use readpst."),
            below("post/bo", "Use readpst."),
            other,
        ];
        let found = |typed: &str| {
            let found = scan(&query(typed), &community);
            let paths: Vec<_> = found.hits.iter().map(|hit| community[hit.entry].card.path.as_str()).collect();
            (paths.iter().map(|path| path.rsplit_once('/').map_or(*path, |(_, name)| name).to_owned()).collect::<Vec<_>>(), found.total)
        };
        let (paths, total) = found("mailbox left");
        assert_eq!((&paths[..3], total), (&["other.md", "post-nl.md", "post.md"].map(str::to_owned)[..], 3), "no answer says so");
        let (paths, total) = found("mailbox readpst");
        assert_eq!(&paths[..4], ["other.md", "post-nl.md", "post.md", "bo.md"], "with its answer it has both words, in both languages");
        assert_eq!(total, 3, "so they are counted");
    }

    proptest! {
        #[test]
        fn a_scan_gives_the_same_each_time_and_in_any_order(words in proptest::collection::vec("mail|box|export|eml|\"a b\"|-x|OR|\\(|\\)|whole*|e-mail|kind:question", 0..6)) {
            let typed = words.join(" ");
            let (community, query) = (community(), query(&typed));
            let found = scan(&query, &community);
            prop_assert_eq!(&found, &scan(&query, &community));
            let turned: Vec<Entry> = community.iter().rev().cloned().collect();
            let there: Vec<_> = found.hits.iter().map(|hit| &community[hit.entry].card.path).collect();
            let back = scan(&query, &turned);
            prop_assert_eq!(there, back.hits.iter().map(|hit| &turned[hit.entry].card.path).collect::<Vec<_>>());
            prop_assert!(found.hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
            prop_assert!(found.total <= found.hits.len());
        }
    }
}
