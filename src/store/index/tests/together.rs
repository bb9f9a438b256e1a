//! Several at once: whoever searches finds, while others update.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::{Index, Page, Report, Trouble};
use super::{World, words};

/// What went wrong, beside that somebody waited for too long, as one of twelve may where all have two cores; the answer is right all the same.
fn trouble(report: Report) -> Vec<Trouble> {
    report.trouble.into_iter().filter(|trouble| *trouble != Trouble::Busy).collect()
}

#[test]
fn searches_never_fail_while_others_update() {
    let world = World::new();
    for number in 0..10 {
        world.write(&format!("practices/p{number}.md"), "# A mailbox\n");
    }
    world.write_dutch();
    world.find("mailbox");
    let world = &world;
    let updates = &AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for writer in 0..2 {
            scope.spawn(move || {
                for round in 0..20 {
                    world.write(&format!("practices/w{writer}.md"), &format!("# Round {round} of {writer}\n"));
                    let (found, report) = world.find(&round.to_string());
                    assert!(found.contains(&format!("practices/w{writer}.md")), "{round} {writer} {found:?}");
                    assert_eq!(trouble(report), []);
                }
                updates.fetch_add(1, Ordering::Relaxed);
            });
        }
        for _ in 0..10 {
            scope.spawn(move || {
                let mut rounds = 0;
                while rounds < 5 || updates.load(Ordering::Relaxed) < 2 {
                    let (found, report) = world.find("mailbox");
                    assert_eq!((found.len(), trouble(report)), (10, vec![]));
                    world.demand_answers(&mut Index::open(Some(world.own())));
                    rounds += 1;
                }
            });
        }
    });
    let report = world.demand_parity(&mut Index::open(Some(world.own())), &words(&["round", "mailbox"]));
    assert_eq!(report.trouble, []);
}

#[test]
fn an_index_in_use_survives_being_replaced() {
    let world = World::new();
    world.write("practices/a.md", "# A mailbox\n");
    let mut mine = Index::open(Some(world.own()));
    world.demand_parity(&mut mine, &words(&["mailbox"]));
    for number in 0..12 {
        world.write(&format!("practices/p{number}.md"), "# A mailbox\n");
        world.find("mailbox");
    }
    world.demand_parity(&mut mine, &words(&["mailbox"]));
}

#[test]
fn what_another_is_writing_for_the_first_time_is_not_called_damaged() {
    let world = World::new();
    world.write("practices/a.md", "# A word\n");
    world.find("word");
    // What stands there before the stamp is written.
    let stamp = fs::read(world.dir().join("stamp")).expect("read");
    fs::remove_file(world.dir().join("stamp")).expect("removed");
    let mut index = Index::open(Some(world.own()));
    fs::write(world.dir().join("stamp"), stamp).expect("written");
    world.write("practices/b.md", "# Another word\n");
    let (hits, report) = world.search_in(&mut index, &words(&["word"]), Page::all());
    assert_eq!((hits.hits.len(), report.trouble), (2, Vec::new()));
}
