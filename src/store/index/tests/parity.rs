//! The index answers as a scan in memory, whatever happened before.

use std::fs;

use proptest::prelude::*;

use super::super::Index;
use super::{World, words};
use crate::base::date::Date;
use crate::model::query::ast::{Filter, Form, Leaf, Node, Query, Slot};
use crate::model::query::card::Person;
use crate::model::query::of_document::Past;
use crate::model::query::zone::Zone;
use crate::model::settings::Settings;

/// Words that meet one another in many ways: inflections, both languages, prefixes, parts of identifiers.
const WORDS: [&str; 18] = [
    "mailbox",
    "mailboxes",
    "vraag",
    "vragen",
    "export",
    "exporting",
    "the",
    "de",
    "v1.2",
    "één",
    "ex",
    "a",
    "practices",
    "foto's",
    "exMailboxes",
    "C++",
    "vraag_de_ex",
    "ex_ex2",
];

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(&WORDS[..]).prop_map(str::to_owned)
}

fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 0..most).prop_map(|words| words.join(" "))
}

#[derive(Clone, Debug)]
enum Step {
    Write { path: String, text: String },
    Remove { path: String },
    History { path: String, day: i32, who: String },
    Ask(Query),
    Reopen,
}

fn path() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "(practices|praktijken)/[ab](/[ab])?(\\.nl)?\\.md",
        3 => "questions/[ab](\\.nl|-en)?\\.md",
        3 => "questions/[ab]/[ab]\\.md",
        1 => "members/(anna|bram)\\.md",
        1 => "other/[ab]\\.(md|txt)",
    ]
}

fn document() -> impl Strategy<Value = String> {
    let fields = (
        prop::option::of(text(3)),
        prop::option::of(prop::sample::select(&["retired", "draft", "adopted", "closed"][..])),
        prop::collection::vec(word(), 0..3),
        prop::option::of(0_u32..5),
        prop::option::of("(en|nl|fr)"),
        prop::option::of("2026-0[1-3]-0[1-3]"),
    );
    let links = prop::collection::vec(link(), 0..4);
    (fields, text(3), prop::collection::vec(text(6), 0..4), text(3), links).prop_map(|(fields, heading, paragraphs, code, links)| {
        let (title, status, tags, votes, lang, reviewed) = fields;
        let mut text = String::from("---\n");
        let mut line = |key: &str, value: Option<String>| {
            if let Some(value) = value {
                text.extend([key, ": \"", &value, "\"\n"]);
            }
        };
        line("title", title);
        line("status", status.map(str::to_owned));
        line("votes", votes.map(|votes| votes.to_string()));
        line("lang", lang);
        line("reviewed", reviewed);
        // A key of that name is not the document's own ref.
        line("ref", tags.first().cloned());
        let (said, linked): (Vec<String>, Vec<String>) = links.into_iter().partition(|link| link.ends_with('\n'));
        let (tags, paragraphs, linked) = (tags.join(", "), paragraphs.join("\n\n"), linked.join(" "));
        text + &format!("{}tags: [{tags}]\n---\n\n## {heading}\n\n{paragraphs}\n\n{linked}\n\n```\n{code}\n```\n", said.concat())
    })
}

/// A line of front matter, or a link in the text; most lead somewhere, some do not.
fn link() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "\\[x\\]\\((\\.\\./(practices|questions)/)?[abc](/[ab])?(\\.nl)?\\.md(#x)?\\)",
        2 => "\\[\\[(practice/|question/)?[abc](/[ab])?\\]\\]",
        1 => "!\\[x\\]\\(a\\.png\\)",
        1 => "`\\[x\\]\\(a\\.md\\)`",
        1 => "\n## Uses\n\n- \\[x\\]\\(\\.\\./practices/[ab]\\.md\\)",
        1 => "accepted: answer/[ab]/[ab]\n",
        2 => "(related|supersedes|superseded_by): (practice/|question/|\\./)?[abc](/[ab])?(\\.md)?\n",
    ]
}

fn slot() -> impl Strategy<Value = Slot> {
    (word(), any::<bool>()).prop_map(|(word, exact)| {
        // A name with a sign is a word of its own.
        let surface = if word == "C++" { "c++".to_owned() } else { crate::text::words::surfaces(&word).join("") };
        if exact { Slot::exact(&surface) } else { Slot::any(&surface) }
    })
}

fn leaf() -> impl Strategy<Value = Leaf> {
    let form = prop_oneof![
        4 => slot().prop_map(Form::Word),
        2 => prop::collection::vec(slot(), 0..4).prop_map(Form::Phrase),
        1 => "(ex|m|v|vr|practi|x|)".prop_map(Form::Prefix),
    ];
    let zone = prop::option::weighted(0.3, prop::sample::select(&Zone::ALL[..]));
    (form, zone, prop::sample::select(&[1.0, 1.0, 1.0, 0.5, 0.0][..]), prop::bool::weighted(0.8))
        .prop_map(|(form, zone, weight, wanted)| Leaf { form, zone, weight, wanted })
}

fn filter() -> impl Strategy<Value = Filter> {
    let term = prop_oneof![
        Just("kind=practice"),
        Just("kind=answer"),
        Just("is=unanswered"),
        Just("has=answer"),
        Just("is=retired"),
        Just("tag=vragen"),
        Just("by=anna"),
        Just("has=votes"),
        Just("lang=nl"),
        Just("ref=a"),
        Just("ref=a/b"),
        Just("path=practices/a.md"),
    ];
    prop_oneof![
        4 => prop::collection::vec(term.prop_map(str::to_owned), 0..3).prop_map(Filter::OneOf),
        1 => "(path=pr|path=|ref=|ref=[ab]|tag=|x=|created#)".prop_map(Filter::StartsWith),
        1 => ("(updated|reviewed)", "2026-0[1-3]-0[1-3]", "2026-0[1-3]-0[1-3]")
            .prop_map(|(key, from, to)| Filter::Between(format!("{key}#{from}"), format!("{key}#{to}"))),
    ]
}

fn node(leaves: usize) -> impl Strategy<Value = Node> {
    let one = prop_oneof![(0..leaves.max(1)).prop_map(Node::Leaf), filter().prop_map(Node::Filter)];
    one.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Node::And),
            prop::collection::vec(inner.clone(), 0..3).prop_map(Node::Or),
            inner.prop_map(|node| Node::Not(Box::new(node))),
        ]
    })
}

fn query() -> impl Strategy<Value = Query> {
    // Of more than four words words of the best documents are looked for too.
    prop::collection::vec(leaf(), 0..8).prop_flat_map(|leaves| {
        let count = leaves.len();
        let pairs = if count == 0 { Just(Vec::new()).boxed() } else { prop::collection::vec((0..count, 0..count), 0..3).boxed() };
        let must = prop_oneof![3 => Just(Vec::new()), 2 => prop::collection::vec(node(count), 0..3)];
        let wanted = prop_oneof![
            3 => Just((0..count).map(Node::Leaf).collect::<Vec<_>>()),
            1 => prop::collection::vec(node(count), 0..3),
        ];
        let today = prop::option::of((20_000..20_800).prop_map(|day| Date::from_days(day).expect("a day")));
        (Just(leaves), wanted, must, pairs, today).prop_map(|(leaves, wanted, must, pairs, today)| Query {
            leaves,
            wanted,
            must,
            pairs,
            today,
            ..Query::default()
        })
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (path(), document()).prop_map(|(path, text)| Step::Write { path, text }),
        2 => path().prop_map(|path| Step::Remove { path }),
        1 => (path(), 20_000..20_400, "(anna|bram|)").prop_map(|(path, day, who)| Step::History { path, day, who }),
        6 => query().prop_map(Step::Ask),
        1 => Just(Step::Reopen),
    ]
}

fn take(world: &mut World, index: &mut Index, step: &Step) {
    match step {
        Step::Write { path, text } => world.write(path, text),
        Step::Remove { path } => drop(fs::remove_file(world.root().join(path))),
        Step::History { path, day, who } => {
            let person = Person { handle: (!who.is_empty()).then(|| who.clone()), name: "Anna".into(), roles: vec!["created".into()] };
            let past = Past { created: Date::from_days(*day - 9), updated: Date::from_days(*day), people: vec![person] };
            world.past.insert(path.clone(), past);
            world.key += "+";
        }
        Step::Ask(query) => drop(world.demand_parity(index, query)),
        Step::Reopen => *index = Index::open(Some(world.own())),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 32, ..ProptestConfig::default() })]
    #[test]
    fn an_index_answers_as_a_scan_whatever_came_before(
        start in prop::collection::vec((path(), document()), 0..12),
        steps in prop::collection::vec(step(), 1..30),
        last in prop::collection::vec(query(), 1..6),
        are_languages_said in any::<bool>(),
    ) {
        let mut world = World::new();
        if !are_languages_said {
            world.settings = Settings::read("name: Test\n", &[]).0;
        }
        let mut index = Index::open(Some(world.own()));
        for (path, text) in start {
            world.write(&path, &text);
        }
        for step in &steps {
            take(&mut world, &mut index, step);
        }
        let mut anew = Index::open(None);
        for query in &last {
            world.demand_parity(&mut index, query);
            world.demand_parity(&mut anew, query);
        }
        world.demand_ties(&mut index);
        world.demand_ties(&mut anew);
        let cards = world.with(|source| index.cards(source)).expect("cards");
        let expected: Vec<_> = world.entries().into_iter().map(|entry| entry.card).collect();
        prop_assert_eq!(cards, expected);
    }
}

#[test]
fn long_phrases_and_many_documents_are_found_too() {
    let world = World::new();
    for number in 0..300 {
        let text = format!("# Number {number}\n\n{} {} the mailbox of number {number}.\n", "export ".repeat(number % 7), number % 10);
        world.write(&format!("practices/p{number}.md"), &text);
    }
    let mut index = Index::open(Some(world.own()));
    for query in [words(&["mailbox", "7"]), words(&["export"]), words(&["nothing"]), Query::default()] {
        world.demand_parity(&mut index, &query);
    }
    let slots = ["the", "mailbox", "of", "number"].map(Slot::exact).to_vec();
    let phrase = Leaf { form: Form::Phrase(slots), zone: Some(Zone::Body), weight: 1.0, wanted: true };
    let query = Query { leaves: vec![phrase], wanted: vec![Node::Leaf(0)], ..Query::default() };
    assert_eq!(world.search_in(&mut index, &query, super::Page::first(10)).0.found, 300);
    world.demand_parity(&mut index, &query);
}
