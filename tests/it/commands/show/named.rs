//! What a name leads to, and what is said of one that leads nowhere or to several.

use super::super::{cop, dutch, example, tiny, transcript};
use crate::support::world::World;

#[test]
fn a_document_has_many_names() {
    let world = example();
    let path = |name: &str| cop(&world, &format!("show --json {name}")).run().json()["path"].clone();
    for name in [
        "decision/0004-meet-every-six-weeks",
        "decisions/0004-meet-every-six-weeks.md",
        "4",
        "0004",
        "0004-meet-every-six-weeks",
        "'Meet every six weeks'",
        "'meet every SIX weeks'",
    ] {
        assert_eq!(path(name), "decisions/0004-meet-every-six-weeks.md", "{name}");
    }
    assert_eq!(path("how-often-should-we-meet/an"), "questions/how-often-should-we-meet/anna.md");
    let here = cop(&world, "show 0004-meet-every-six-weeks.md -f paths").in_folder("decisions").run();
    insta::assert_snapshot!(here, @r#"
    $ cop show 0004-meet-every-six-weeks.md -f paths
    » error: the format "paths" is for lists, and this is none
    » hint: one of these: text, json, md
    [status 2]
    "#);
    let here = cop(&world, "show 0004-meet-every-six-weeks.md").in_folder("decisions").run();
    assert!(here.done().contains("  0004-meet-every-six-weeks.md\n"));
}

#[test]
fn a_name_that_is_none_or_several_is_answered_with_what_is() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["show how-oftn-should-we-meet", "show kees", "show a", "show nothing-like-it", "show one two", "show"]), @r#"
$ cop show how-oftn-should-we-meet
» error: no document is called "how-oftn-should-we-meet"
» hint: did you mean this? cop show question/how-often-should-we-meet
[status 2]

$ cop show kees
Kees Ørsted
member, active, changed 28 Oct  members/kees.md
Organisation    Deltaborg Insurance
Roles           facilitator
Interests       meetings, recognition, online
You may ask me  short rounds, sand timers and what people say at the coat rack
Member since    2025-01-16
Did             made 8, changed 13, answered 2, decided 1, reviewed 9, used 2,
                thanked once (23 commits, 16 Jan 2025 to 2 Nov)

Danish father, Zeeland mother, claims expert for nineteen years. I bring people
from five offices together who used to compete for the same parking space.

Knows about  recognition: keeps Thank by name, for something specific (+2)
             meetings: keeps Open with a short round (+3)
             questions: made The storm and the forty-one claims (+4)
Keeps true   All Contributors; Thank by name, for something specific (+1)
Brought      2 answers, 2 practices, 1 resource, 1 story, 1 term
             Value story (term, 2 Nov)
             Half an answer: two rooms and a carrier (answer, 27 Oct)
Uses         Start from a question, not from a library, 12 Feb: the storm made
             it easy
             Fetch and bring in balance, 28 Aug 2025: with a kitchen clock
Used by      José Peña, 26 Mar  Thank by name, for something specific: instead
             of the points (+3)
Thanked by   Fatima El Idrissi, 6 Nov 2025  Thank by name, for something
             specific: we now end every shift with it

$ cop show a
» error: "a" can be any of 2 documents
» hint: say which: member/anna
» hint: say which: resource/all-contributors-nl
[status 2]

$ cop show nothing-like-it
» error: no document is called "nothing-like-it"
» hint: documents with some of these words: cop search "nothing-like-it"
[status 2]

$ cop show one two
» error: "two" is one thing too many here
» hint: what has several words goes between quotes: cop show 'one two'
» hint: all about it: cop show --help
[status 2]

$ cop show
» error: something is missing: REF|HANDLE
» hint: for example: cop show fetch-and-bring
» hint: all about it: cop show --help
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["show nergens-te-vinden", "show", "show een twee"]), @r#"
    $ COP_LANG=nl cop show nergens-te-vinden
    » fout: er is geen document dat "nergens-te-vinden" heet
    » tip: documenten met een deel van deze woorden: cop search "nergens-te-vinden"
    [status 2]

    $ COP_LANG=nl cop show
    » fout: er ontbreekt iets: DOCUMENT|NAAM
    » tip: bijvoorbeeld: cop show fetch-and-bring
    » tip: alles erover: cop show --help
    [status 2]

    $ COP_LANG=nl cop show een twee
    » fout: "twee" is er één te veel
    » tip: wat uit meer woorden bestaat, staat tussen aanhalingstekens: cop show 'een twee'
    » tip: alles erover: cop show --help
    [status 2]
    "#);
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["show scan", "show scan --json"]), @r#"
    $ cop show scan
    » error: "scan" can be any of 2 documents
    » hint: say which: practice/scan-letters
    » hint: say which: practice/scan-maps
    [status 2]

    $ cop show scan --json
    » {"error":{"kind":"ambiguous","message":"\"scan\" can be any of 2 documents","cause":null,"path":null,"line":null,"column":null,"hints":["say which: practice/scan-letters","say which: practice/scan-maps"]}}
    [status 2]
    "#);
}

#[test]
fn a_document_is_called_in_many_ways() {
    let world = World::archivists();
    for name in ["practice/scan-letters", "scan-letters", "scan", "practices/scan-letters.md", "Scan letters"] {
        assert_eq!(world.cop(&["show", name, "--json"]).json()["ref"], "practice/scan-letters", "{name}");
    }
}

#[test]
fn an_unknown_name_is_refused() {
    let run = World::archivists().cop(&["show", "nothing"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{run}");
    assert!(run.stderr.starts_with("error: "), "{run}");
}

#[test]
fn a_decision_is_found_by_its_kind_and_number_and_a_near_handle_is_proposed() {
    let world = example();
    let shown = |name: &str| world.cop(&["show", name, "--json"]).done();
    assert_eq!(shown("decision 4"), shown("4"));
    assert_eq!(shown("besluit 0004"), shown("4"));
    insta::assert_snapshot!(transcript(&world, &["show @ana", "show anna de vries", "leden"]), @r#"
$ cop show @ana
» error: nobody is called "@ana"
» hint: did you mean this? cop show @anna
» hint: who helped, with what they are called: cop contributors
[status 2]

$ cop show anna de vries
» error: "de" is one thing too many here
» hint: what has several words goes between quotes: cop show 'anna de vries'
» hint: all about it: cop show --help
[status 2]

$ cop leden
» error: there is no command "leden"
» hint: here that is: cop list leden
[status 2]
"#);
}
