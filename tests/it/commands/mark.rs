//! `cop mark`

use super::{cop, dutch, example, tiny, transcript, valid};

#[test]
fn a_document_goes_from_one_state_to_the_next() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &[
        "mark scan-maps proposed",
        "mark scan-maps adopted -m 'We all do it so'",
        "mark scan-maps adopted",
        "mark scan-maps draft",
        "mark scan-maps adpted",
        "mark hoe-lang answered",
        "mark ada zzz",
    ]), @"");
    insta::assert_snapshot!(world.git(&["log", "-3", "--format=%B---"]), @"");
}

#[test]
fn what_takes_its_place_says_so_too() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["mark 4 superseded", "add decision 'Meet every month' --set deciders=anna", "mark 4 superseded --superseded-by 'Meet every month' -m 'Six weeks was too long'"]), @"");
    insta::assert_snapshot!(world.git(&["show", "--format=%s%n%n%b"]), @"");
    assert!(world.cop(&["check", "--select", "REF"]).stdout.lines().all(|line| !line.contains("one-sided")));
}

#[test]
fn a_question_is_closed_and_opened_again() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["mark how-often-should-we-meet closed -m 'Nobody asks any more'", "mark how-often-should-we-meet open"]), @"");
    insta::assert_snapshot!(world.git(&["log", "-2", "-p", "--format=%B"]), @"");
    let answer = valid(&cop(&world, "mark how-often-should-we-meet closed --duplicate-of how-many-meetings-a-year --json").run(), "mark");
    assert_eq!(answer["ref"], "question/how-often-should-we-meet");
}

#[test]
fn states_are_said_in_dutch() {
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Klein\nlanguage: nl\n");
    world.commit("Op zijn Nederlands");
    insta::assert_snapshot!(dutch(&world, &["mark scan-maps voorgesteld", "mark scan-maps vervallen", "mark scan-maps vastgesteld", "mark scan-maps klaar"]), @"");
    insta::assert_snapshot!(world.git(&["log", "-1", "--format=%s"]), @"");
}

#[test]
fn a_state_that_only_the_text_says_is_left_to_a_person() {
    let world = tiny();
    world.write("decisions/0001-old.md", "# 1. Old\n\n## Status\n\nAccepted\n\n## Context\n\nLong ago.\n");
    world.commit("An old record");
    insta::assert_snapshot!(transcript(&world, &["mark 1 deprecated"]), @"");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}
