//! What is written is found at once, what is gone is not, and nothing is read that needs not be.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::super::{Index, NoPast, Page, Pasts, Source};
use super::{World, words};
use crate::base::date::Date;
use crate::model::query::card::Person;
use crate::model::query::of_document::Past;
use crate::model::settings::Settings;
use crate::store::workspace::table::Rows;

/// So far ahead that nothing counts as young.
const LATER: i64 = 1 << 62;

/// Kernels count in ticks: two changes in one have the same time.
fn tick() {
    std::thread::sleep(Duration::from_millis(12));
}

fn found(world: &World, wanted: &str) -> Vec<String> {
    world.find(wanted).0
}

#[test]
fn what_was_written_a_moment_ago_is_found() {
    let world = World::new();
    world.write("practices/a.md", "# One word\n");
    assert_eq!(found(&world, "word"), ["practices/a.md"]);
    // The same length, and within the same tick of the clock as the last look.
    for (new, old) in [("fish", "word"), ("bird", "fish"), ("word", "bird")] {
        world.write("practices/a.md", &format!("# One {new}\n"));
        assert_eq!(found(&world, new), ["practices/a.md"]);
        assert_eq!(found(&world, old), Vec::<String>::new());
    }
    world.write("practices/b.md", "# Two word\n");
    assert_eq!(found(&world, "word").len(), 2);
    fs::remove_file(world.root().join("practices/a.md")).expect("removed");
    assert_eq!(found(&world, "word"), ["practices/b.md"]);
}

#[test]
fn folders_can_be_renamed_and_files_ignored() {
    let world = World::new();
    world.write("practices/x/a.md", "# One word\n");
    world.write("practices/x/b.md", "# Two word\n");
    assert_eq!(found(&world, "word").len(), 2);
    fs::rename(world.root().join("practices/x"), world.root().join("practices/y")).expect("renamed");
    assert_eq!(found(&world, "word"), ["practices/y/a.md", "practices/y/b.md"]);
    world.write(".gitignore", "a.md\n");
    assert_eq!(found(&world, "word"), ["practices/y/b.md"]);
    world.write(".gitignore", "b.md\n");
    assert_eq!(found(&world, "word"), ["practices/y/a.md"]);
    fs::remove_file(world.root().join(".gitignore")).expect("removed");
    assert_eq!(found(&world, "word").len(), 2);
}

#[test]
fn only_what_changed_is_read() {
    let world = World { now: Some(LATER), ..World::new() };
    for number in 0..20 {
        world.write(&format!("practices/p{number}.md"), "# A word\n");
    }
    let read = || {
        tick();
        world.find("word").1.read
    };
    assert_eq!([read(), read()], [20, 0]);
    world.write("practices/p3.md", "# Another word\n");
    assert_eq!([read(), read()], [1, 0]);
    fs::remove_file(world.root().join("practices/p4.md")).expect("removed");
    assert_eq!(read(), 0);
    world.write("elsewhere/readme.md", "# No document\n");
    world.write("practices/picture.png", "no text");
    assert_eq!(read(), 0);
    fs::rename(world.root().join("practices/p5.md"), world.root().join("practices/q5.md")).expect("renamed");
    assert_eq!(read(), 1);
}

#[test]
fn a_young_file_that_was_not_written_again_is_not_indexed_again() {
    let world = World::new();
    world.write("practices/a.md", "# One word\n");
    assert_eq!(world.find("word").1.read, 1);
    assert_eq!(world.find("word").1.read, 0);
}

#[test]
fn clocks_may_be_wrong() {
    for now in [0, LATER] {
        let world = World { now: Some(now), ..World::new() };
        world.write("practices/a.md", "# One word\n");
        let file = fs::File::options().write(true).open(world.root().join("practices/a.md")).expect("open");
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 33)).expect("set");
        assert_eq!(found(&world, "word"), ["practices/a.md"]);
        tick();
        world.write("practices/a.md", "# One fish\n");
        assert_eq!(found(&world, "fish"), ["practices/a.md"]);
        tick();
        let before = fs::metadata(world.root().join("practices/a.md")).expect("there").modified().expect("known");
        world.write("practices/a.md", "# One bird\n");
        let file = fs::File::options().write(true).open(world.root().join("practices/a.md")).expect("open");
        file.set_modified(before).expect("set");
        assert_eq!(found(&world, "bird"), ["practices/a.md"]);
    }
}

#[test]
fn a_question_knows_its_answers() {
    let world = World { now: Some(LATER), ..World::new() };
    let answers = || {
        tick();
        let mut index = Index::open(Some(world.own()));
        let report = world.with(|source| index.refresh(source)).expect("an index");
        let cards = world.with(|source| index.cards(source)).expect("cards");
        let counts = cards.into_iter().map(|card| (card.reference, card.answers)).collect::<Vec<_>>();
        (counts, report.read)
    };
    world.write("questions/how-long.md", "# How long?\n");
    world.write("questions/other.nl.md", "# Wat anders?\n");
    assert_eq!(answers(), (vec![("question/how-long".into(), Some(0)), ("question/other-nl".into(), Some(0))], 2));
    world.write("questions/how-long/anna.md", "A year.\n");
    let one = vec![("answer/how-long/anna".into(), None), ("question/how-long".into(), Some(1)), ("question/other-nl".into(), Some(0))];
    let (mut counts, read) = answers();
    counts.sort();
    assert_eq!((counts, read), (one, 2));
    world.write("questions/other/bram.md", "Niets.\n");
    assert_eq!(answers().0.last(), Some(&("answer/other/bram".into(), None)));
    assert!(answers().0.contains(&("question/other-nl".into(), Some(1))));
    fs::remove_file(world.root().join("questions/how-long/anna.md")).expect("removed");
    let (counts, read) = answers();
    assert!(counts.contains(&("question/how-long".into(), Some(0))) && read == 1);
    // Without its question an answer is a question of its own.
    fs::remove_file(world.root().join("questions/other.nl.md")).expect("removed");
    assert!(answers().0.contains(&("question/other/bram".into(), Some(0))));
}

#[test]
fn history_is_asked_where_it_may_tell_something_else() {
    let mut world = World { now: Some(LATER), ..World::new() };
    for name in ["a", "b", "c"] {
        world.write(&format!("practices/{name}.md"), "# A word\n");
    }
    world.write("members/anna.md", "---\nname: Anna\n---\n");
    tick();
    assert_eq!(world.find("word").1.read, 4);
    let person = Person { handle: Some("anna".into()), name: "Anna".into(), roles: vec!["created".into()] };
    let past = Past { created: None, updated: Date::parse("2026-03-01"), people: vec![person] };
    world.past.insert("practices/b.md".into(), past);
    assert_eq!(world.find("word").1.read, 0, "the same key, the same history");
    world.key = "next".into();
    assert_eq!(world.find("word").1.read, 1);
    assert_eq!(world.find("word").1.read, 0);
    let entries = world.entries();
    assert!(entries[2].terms.contains("by=anna") && entries[2].terms.contains("creator=anna"));
    world.demand_parity(&mut Index::open(Some(world.own())), &words(&["word"]));
    // A member's file may say who an author is.
    world.past.insert("practices/c.md".into(), world.past["practices/b.md"].clone());
    world.write("members/anna.md", "---\nname: Anna\nemails: [anna@example.org]\n---\n");
    assert_eq!(world.find("word").1.read, 2);
}

#[test]
fn other_settings_make_another_index() {
    let mut world = World { now: Some(LATER), ..World::new() };
    world.write("practices/a.md", "# A word\n");
    world.write("notes/b.md", "# A word\n");
    assert_eq!(found(&world, "word").len(), 1);
    world.settings = Settings::read("name: Test\nkinds:\n  practice: {paths: ['**/*.md']}\n", &[]).0;
    assert_eq!(found(&world, "word").len(), 2);
}

#[test]
fn keys_and_values_are_known() {
    let world = World::new();
    world.write("practices/a.md", "---\ntags: [Email, pst]\nowner: Team A\n---\n");
    world.write("practices/b.md", "---\ntags: [e_mail]\nowner: team a\n---\n");
    let mut index = Index::open(Some(world.own()));
    let keys = world.with(|source| index.keys(source)).expect("keys");
    assert_eq!((keys.get("owner"), keys.get("tag"), keys.get("nothing")), (Some(&2), Some(&2), None));
    let values = |index: &mut Index, key: &str| world.with(|source| index.values(source, key)).expect("values");
    assert_eq!(values(&mut index, "owner").into_iter().collect::<Vec<_>>(), [("team a".to_owned(), 2)]);
    fs::remove_file(world.root().join("practices/b.md")).expect("removed");
    world.with(|source| index.refresh(source)).expect("an index");
    assert_eq!(values(&mut index, "owner").into_iter().collect::<Vec<_>>(), [("team a".to_owned(), 1)]);
    assert_eq!(values(&mut index, "tag").len(), 2);
}

#[test]
fn what_is_no_text_is_not_found_and_disturbs_nothing() {
    let world = World::new();
    world.write("practices/a.md", "# A word\n");
    fs::write(world.root().join("practices/b.md"), b"# A word \xff\n").expect("written");
    assert_eq!(found(&world, "word"), ["practices/a.md"]);
    world.write("practices/b.md", "# A word\n");
    assert_eq!(found(&world, "word").len(), 2);
}

#[test]
fn many_small_updates_leave_few_volumes() {
    let world = World::new();
    let mut index = Index::open(Some(world.own()));
    for number in 0..40 {
        world.write(&format!("practices/p{}.md", number % 25), &format!("# Number {number} word\n"));
        world.search_in(&mut index, &words(&["word"]), Page::first(1));
    }
    let files = super::names(&world.dir());
    assert!(files.iter().filter(|name| name.starts_with("volume")).count() <= 8, "{files:?}");
    world.demand_parity(&mut index, &words(&["word", "30"]));
    world.demand_parity(&mut Index::open(Some(world.own())), &words(&["word", "30"]));
}

/// What a search finds if something happens between the look at files and their reading; then what it finds when that is undone.
fn found_while(wanted: &str, happens: impl Fn(&Path), undone: impl Fn(&Path)) -> [Vec<String>; 2] {
    let world = World { now: Some(LATER), ..World::new() };
    world.write("practices/deep/a.md", "# One inside\n");
    world.write("other/deep/a.md", "# One elsewhere\n");
    let outside = world.root().with_file_name("outside");
    fs::create_dir_all(outside.join("deep")).expect("made");
    fs::write(outside.join("deep/a.md"), "# One secret\n").expect("written");
    let pasts = |_: &Rows| -> Box<dyn Pasts> {
        happens(&world.root());
        Box::new(NoPast)
    };
    let root = world.root();
    let source = Source { root: &root, places: &world.places, settings: &world.settings, now: LATER, past_key: "", pasts: &pasts };
    let hits = Index::open(Some(world.own())).search(&source, &words(&[wanted]), Page::all()).expect("an answer");
    let first = hits.hits.into_iter().map(|hit| hit.card.path).collect();
    undone(&world.root());
    [first, found(&world, wanted)]
}

#[test]
fn what_stood_in_a_files_place_for_a_moment_is_not_kept() {
    let rename = |root: &Path, from: &str, to: &str| fs::rename(root.join(from), root.join(to)).expect("renamed");
    let swap = |root: &Path| {
        rename(root, "practices", "aside");
        rename(root, "other", "practices");
    };
    let back = |root: &Path| {
        rename(root, "practices", "other");
        rename(root, "aside", "practices");
    };
    let one = || vec!["practices/deep/a.md".to_owned()];
    assert_eq!(found_while("elsewhere", swap, back), [one(), vec![]]);
    assert_eq!(found_while("inside", swap, back), [vec![], one()]);
    let (away, home) = (|root: &Path| rename(root, "practices", "aside"), |root: &Path| rename(root, "aside", "practices"));
    assert_eq!(found_while("inside", away, home), [vec![], one()]);
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_that_took_a_folders_place_is_not_read() {
    let link = |root: &Path| {
        fs::rename(root.join("practices"), root.join("aside")).expect("renamed");
        std::os::unix::fs::symlink("../outside", root.join("practices")).expect("linked");
    };
    let unlink = |root: &Path| {
        fs::remove_file(root.join("practices")).expect("removed");
        fs::rename(root.join("aside"), root.join("practices")).expect("renamed");
    };
    assert_eq!(found_while("secret", link, unlink), [vec![], Vec::<String>::new()]);
    assert_eq!(found_while("inside", link, unlink), [vec![], vec!["practices/deep/a.md".to_owned()]]);
}
