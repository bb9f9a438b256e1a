//! `cop answer`

use super::{cop, dutch, tiny, transcript, valid};

#[test]
fn an_answer_stands_below_its_question_under_the_name_of_who_gives_it() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &[
        "answer hoe-lang -b 'Tien jaar.'",
        "answer hoe-lang 'Of vijf' -b 'Dat kan ook.'",
        "show hoe-lang",
        "answer scan-maps -b x",
        "answer hoe-leng -b x",
        "answer hoe-lang -b x --author bo",
    ]), @"");
    assert_eq!(world.read("questions/hoe-lang/ada.md"), "---\nlang: nl\n---\n\n# Hoe lang bewaren we brieven?\n\nTien jaar.\n");
    insta::assert_snapshot!(world.git(&["log", "-2", "--format=%an%n%s", "--name-only"]), @"");
    let answer = valid(&cop(&world, "answer hoe-lang -b Nee --json").run(), "answer");
    assert_eq!(answer["ref"], "answer/hoe-lang/ada-3");
}

#[test]
fn whoever_is_no_member_is_told_how_to_become_one() {
    let world = tiny();
    world.git(&["config", "user.email", "cy@example.org"]);
    insta::assert_snapshot!(dutch(&world, &["answer hoe-lang -b x"]), @"");
}
