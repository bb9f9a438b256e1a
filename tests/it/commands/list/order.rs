//! What comes first, and how much of it.

use crate::commands::{cop, example, tiny, transcript};

#[test]
fn pages_fit_together_in_every_order() {
    let world = example();
    for order in ["newest", "oldest", "updated", "title", "score"] {
        let paths = |more: &str| cop(&world, &format!("list -f paths practice -s {order} {more}")).run().done();
        assert_eq!(paths(""), paths("-n 7") + &paths("-n 7 --offset 7") + &paths("--offset 14"), "{order}");
        assert_eq!(paths("--offset 99"), "");
    }
    insta::assert_snapshot!(transcript(&world, &["list practice -s title -n 3", "list practice -s oldest -n 3", "list practice --offset 99"]), @r"
    $ cop list practice -s title -n 3
    1 to 3 of 15 documents
    Collect value stories    proposed  changed 2 Nov
    De eerste honderd dagen  adopted   reviewed Jan
    Eindig met een oogst     draft     changed 19 Nov

    $ cop list practice -s oldest -n 3
    1 to 3 of 15 documents, oldest first
    Start from a question, not from a library  adopted  19 Dec 2024
    Write the charter together                 adopted  6 Jan 2025
    Open with a short round                    adopted  23 Jan 2025

    $ cop list practice --offset 99
    There is nothing here any more: 15 documents in all.
    ");
}

#[test]
fn a_list_shows_the_date_that_it_is_in_order_of() {
    let world = tiny();
    world.write("practices/scan-maps.md", "---\nreviewed: 2026-05-05\ncreated: 2020-02-02\n---\n\n# Scan maps\n");
    world.commit("Review");
    insta::assert_snapshot!(transcript(&world, &["list practices", "list practices -s oldest", "list practices -s updated", "list practices -s title", "list questions -n 1"]), @r"
    $ cop list practices
    2 documents, newest first
    Scan letters  adopted  1 Jun
    Scan maps     draft    2 Feb 2020

    $ cop list practices -s oldest
    2 documents, oldest first
    Scan maps     draft    2 Feb 2020
    Scan letters  adopted  1 Jun

    $ cop list practices -s updated
    2 documents, last changed first
    Scan letters  adopted  1 Jun
    Scan maps     draft    1 Jun

    $ cop list practices -s title
    2 documents
    Scan letters  adopted  changed 1 Jun
    Scan maps     draft    reviewed May

    $ cop list questions -n 1
    1 document
    Hoe lang bewaren we brieven?  question  open  1 Jun, no answer yet
    ");
}

#[test]
fn what_changed_is_listed_by_when_it_changed() {
    let world = example();
    for line in ["list --updated 60d.. --json", "search updated:60d.. --json"] {
        let answer = cop(&world, line).run().json();
        let days: Vec<_> = answer["hits"].as_array().unwrap().iter().map(|hit| hit["updated"].as_str().unwrap().to_owned()).collect();
        assert!(days.len() > 5 && days.is_sorted_by(|one, next| one >= next), "{line}: {days:?}");
    }
    let run = cop(&world, "list --updated 60d..").run();
    assert!(run.stdout.lines().next().unwrap().contains("changed"), "{run}");
}

#[test]
fn what_is_in_no_commit_yet_comes_first_and_says_so() {
    let world = tiny();
    world.write("practices/brand-new.md", "# Brand new\n");
    insta::assert_snapshot!(transcript(&world, &["list practices", "list practices -s updated -n 1", "show brand-new"]), @r"
$ cop list practices
3 documents, newest first
Brand new     draft    not committed yet
Scan letters  adopted  1 Jun
Scan maps     draft    1 Jun

$ cop list practices -s updated -n 1
1 to 1 of 3 documents
Brand new  practice  draft  not committed yet

$ cop show brand-new
Brand new
practice, draft, not committed yet  practices/brand-new.md
");
    let answer = cop(&world, "list --updated 30d.. --json").run().json();
    let hits = answer["hits"].as_array().unwrap();
    assert!(hits.len() == 1 && hits[0]["ref"] == "practice/brand-new" && hits[0]["updated"].is_null(), "{answer}");
    world.commit("Keep it");
    insta::assert_snapshot!(transcript(&world, &["list practices -n 1"]), @r"
$ cop list practices -n 1
1 to 1 of 3 documents
Brand new  practice  draft  1 Jun
");
    assert_eq!(cop(&world, "list --updated 2026-06 -n 1 --json").run().json()["hits"][0]["updated"], "2026-06-01");
}
