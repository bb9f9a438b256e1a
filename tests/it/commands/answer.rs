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
    ]), @r#"
$ cop answer hoe-lang -b 'Tien jaar.'
» Committed [commit]
questions/hoe-lang/ada.md

$ cop answer hoe-lang 'Of vijf' -b 'Dat kan ook.'
» Committed [commit]
» You have answered this before, and now there are two answers; to change the first: cop edit answer/hoe-lang/ada
questions/hoe-lang/ada-2.md

$ cop show hoe-lang
Hoe lang bewaren we brieven?
question, open, changed 1 Jun  questions/hoe-lang.nl.md
Made by  Bo Guest

Wij twijfelen.

Of vijf
answer, Ada Test, today  questions/hoe-lang/ada-2.md

Dat kan ook.

Ada Test
answer, today  questions/hoe-lang/ada.md

Tien jaar.

$ cop answer scan-maps -b x
» error: practice/scan-maps is nothing that can be answered
[status 2]

$ cop answer hoe-leng -b x
» error: no document is called "hoe-leng"
» hint: did you mean question/hoe-lang-nl?
[status 2]

$ cop answer hoe-lang -b x --author bo
» error: there is no member "bo"
[status 2]
"#);
    assert_eq!(world.read("questions/hoe-lang/ada.md"), "---\nlang: nl\n---\n\n# Hoe lang bewaren we brieven?\n\nTien jaar.\n");
    insta::assert_snapshot!(world.git(&["log", "-2", "--format=%an%n%s", "--name-only"]), @r"
Ada Test
Add answer/hoe-lang/ada-2

questions/hoe-lang/ada-2.md
Ada Test
Add answer/hoe-lang/ada

questions/hoe-lang/ada.md
");
    let answer = valid(&cop(&world, "answer hoe-lang -b Nee --json").run(), "answer");
    assert_eq!(answer["ref"], "answer/hoe-lang/ada-3");
}

#[test]
fn whoever_is_no_member_is_told_how_to_become_one() {
    let world = tiny();
    world.git(&["config", "user.email", "cy@example.org"]);
    insta::assert_snapshot!(dutch(&world, &["answer hoe-lang -b x"]), @r"
$ COP_LANG=nl cop answer hoe-lang -b x
» fout: cop weet niet wie je bent, dus er is niets van jou
» tip: met cop join word je lid
[status 2]
");
}

#[test]
fn a_second_answer_is_one_knowingly() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["answer hoe-lang -b 'Ten.'", "answer hoe-lang -b 'Or twenty.'"]), @r"
$ cop answer hoe-lang -b Ten.
» Committed 3882228
questions/hoe-lang/ada.md

$ cop answer hoe-lang -b 'Or twenty.'
» Committed [commit]
» You have answered this before, and now there are two answers; to change the first: cop edit answer/hoe-lang/ada
questions/hoe-lang/ada-2.md
");
    insta::assert_snapshot!(dutch(&world, &["answer hoe-lang -b 'Of vijftig.'"]), @r"
$ COP_LANG=nl cop answer hoe-lang -b 'Of vijftig.'
» Vastgelegd als 8172255
» Je hebt hier al eerder geantwoord, en nu staan er twee antwoorden; het eerste wijzig je met: cop edit answer/hoe-lang/ada
questions/hoe-lang/ada-3.md
");
}
