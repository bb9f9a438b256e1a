//! What was searched for and not found, for those who want it remembered.

use crate::commands::{cop, dutch, transcript, valid};
use crate::support::world::World;

/// Whoever searches is told nothing else for it.
fn search(world: &World, query: &str) {
    assert_eq!(world.cop(&["search", query]).status, 1);
}

#[test]
fn a_search_that_found_nothing_is_told_until_it_finds_something() {
    let world = World::archivists();
    world.cop(&["gaps", "--remember"]).done();
    search(&world, "preservica");
    search(&world, "Digital  SIGNATURES");
    search(&world, "digital signatures");
    search(&world, "tag:nothing-of-the-kind");
    assert_eq!(world.cop(&["search", "preservica", "--kind", "question"]).status, 1);
    insta::assert_snapshot!(transcript(&world, &["gaps", "gaps -f csv"]), @r#"
$ cop gaps
everything here hangs on 2 people: Anna de Vries, Bram Smit
the first remedy is company: cop invite

Searched for, not found
digital signatures  2 times, last today
preservica          once, today
only you see this; to forget it: cop gaps --forget

$ cop gaps -f csv
type,topic,people,gone,documents,refs,second,command
few-people,,"Anna de Vries, Bram Smit",no,4,,,
not-found,digital signatures,,,,,,
not-found,preservica,,,,,,
"#);
    insta::assert_snapshot!(dutch(&world, &["gaps"]), @r"
$ COP_LANG=nl cop gaps
alles hangt hier van 2 mensen af: Anna de Vries, Bram Smit
het eerste wat helpt is gezelschap: cop invite

Gezocht, niet gevonden
digital signatures  2 keer, het laatst vandaag
preservica          één keer, vandaag
alleen jij ziet dit; om het te vergeten: cop gaps --forget
");
    let answer = valid(&cop(&world, "gaps --json").run(), "gaps");
    assert_eq!(
        answer["searches"][0],
        serde_json::json!({"type": "not-found", "words": "digital signatures", "count": 2, "last": "2026-11-22"})
    );
    world.write("practices/signatures.md", "# Check digital signatures\n");
    let answer = cop(&world, "gaps --json").run().json();
    assert_eq!(answer["searches"], serde_json::json!([{"type": "not-found", "words": "preservica", "count": 1, "last": "2026-11-22"}]));
    assert_eq!(world.git(&["status", "--porcelain"]), "?? practices/signatures.md", "it is in no file of the community");
}

#[test]
fn nothing_is_remembered_unless_somebody_says_so() {
    let world = World::archivists();
    search(&world, "preservica");
    assert!(!world.path(".git/cop/root/searches").exists());
    assert_eq!(cop(&world, "gaps --json").run().json()["searches"], serde_json::Value::Null);
    world.write("../home/.config/cop/config.yaml", "remember_searches: yes # for the meeting\n");
    search(&world, "preservica");
    assert!(world.read(".git/cop/root/searches").contains("preservica"));
    insta::assert_snapshot!(transcript(&world, &["gaps --remember no", "gaps --forget", "gaps --forget", "gaps --remember maybe", "gaps --remember --forget"]), @r#"
$ cop gaps --remember no
Searches that find nothing are not remembered.
1 from before is still kept here.
to forget these: cop gaps --forget

$ cop gaps --forget
Forgotten: 1 search that found nothing.
Searches that find nothing are not remembered.
to begin: cop gaps --remember

$ cop gaps --forget
Nothing that was searched for here was kept.
Searches that find nothing are not remembered.
to begin: cop gaps --remember

$ cop gaps --remember maybe
» error: --remember can't be "maybe"
» hint: one of these: yes, no
[status 2]

$ cop gaps --remember --forget
» error: --remember and --forget don't go together
» hint: all about it: cop gaps --help
[status 2]
"#);
    insta::assert_snapshot!(world.read("../home/.config/cop/config.yaml"), @"remember_searches: false # for the meeting");
    insta::assert_snapshot!(dutch(&world, &["gaps --remember ja", "gaps --forget"]), @r"
$ COP_LANG=nl cop gaps --remember ja
Zoekopdrachten die niets vinden, of met een woord dat nergens staat, worden
vanaf nu onthouden: in alle gemeenschappen op deze computer, elk in de eigen
kloon, en alleen voor jou.
om daarmee te stoppen: cop gaps --remember no

$ COP_LANG=nl cop gaps --forget
Van wat hier is gezocht, was niets bewaard.
Zoekopdrachten die niets vinden, of met een woord dat nergens staat, worden
vanaf nu onthouden: in alle gemeenschappen op deze computer, elk in de eigen
kloon, en alleen voor jou.
om daarmee te stoppen: cop gaps --remember no
");
}

#[test]
fn it_is_remembered_outside_git_too_and_each_community_has_its_own() {
    let world = World::without_git();
    world.write("community.yaml", "name: One\n");
    world.write("../other/community.yaml", "name: Other\n");
    world.cop(&["gaps", "--remember"]).done();
    search(&world, "preservica");
    let of = |folder: &str| world.cop(&["-C", folder, "gaps", "--json"]).json()["searches"].as_array().unwrap().len();
    assert_eq!((of("."), of("../other")), (1, 0));
    assert_eq!(world.cop(&["-C", "../other", "gaps", "--forget", "--json"]).json()["forgotten"], 0);
    assert_eq!(world.cop(&["gaps", "--forget", "--json"]).json()["forgotten"], 1);
}

#[test]
fn an_example_remembers_nothing_and_a_damaged_file_is_passed_over() {
    let world = World::archivists();
    world.cop(&["gaps", "--remember"]).done();
    assert_eq!(world.cop(&["--demo", "search", "preservica"]).status, 1);
    assert_eq!(world.cop(&["--demo", "gaps", "--json"]).json()["searches"], serde_json::json!([]));
    search(&world, "preservica");
    world.write(".git/cop/root/searches", b"\xff\x00 nonsense\n2026-11-20 3 mdto\n9999 x\n");
    let answer = cop(&world, "gaps --json").run().json();
    assert_eq!(answer["searches"], serde_json::json!([{"type": "not-found", "words": "mdto", "count": 3, "last": "2026-11-20"}]));
}

#[test]
fn a_sentence_is_a_gap_where_a_word_that_says_something_is_nowhere() {
    let world = World::archivists();
    world.cop(&["gaps", "--remember"]).done();
    let kept = || {
        let answer = cop(&world, "gaps --json").run().json();
        answer["searches"].as_array().map_or(0, Vec::len)
    };
    world.cop(&["search", "how do I keep a mailbox"]).done();
    assert_eq!(kept(), 0, "every word is somewhere");
    world.cop(&["search", "how do I keep a newsletter"]).done();
    assert_eq!(kept(), 1, "what only has how and keep is no answer");
    world.write("practices/newsletter.md", "# Archive the newsletter\n");
    assert_eq!(kept(), 0);
}
