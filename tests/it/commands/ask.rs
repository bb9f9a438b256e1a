//! `cop ask`

use super::{cop, dutch, tiny, valid};

#[test]
fn a_question_is_a_file_of_its_own() {
    let world = tiny();
    insta::assert_snapshot!(dutch(&world, &["ask 'Wie heeft MDTO gebruikt?' -b 'Wij willen in mei beginnen.' -t metadata --lang nl", "show wie-heeft-mdto-gebruikt-nl"]), @r"
$ COP_LANG=nl cop ask 'Wie heeft MDTO gebruikt?' -b 'Wij willen in mei beginnen.' -t metadata --lang nl
» Vastgelegd als [commit]
questions/wie-heeft-mdto-gebruikt.nl.md

$ COP_LANG=nl cop show wie-heeft-mdto-gebruikt-nl
Wie heeft MDTO gebruikt?
vraag, open, gewijzigd vandaag  questions/wie-heeft-mdto-gebruikt.nl.md
Trefwoorden   metadata
Gemaakt door  Ada Test

Wij willen in mei beginnen.
");
    assert_eq!(
        world.read("questions/wie-heeft-mdto-gebruikt.nl.md"),
        "---\ntags: [metadata]\n---\n\n# Wie heeft MDTO gebruikt?\n\nWij willen in mei beginnen.\n"
    );
    let answer = valid(&cop(&world, "ask 'Who knows?' --json").run(), "ask");
    assert_eq!(answer["ref"], "question/who-knows");
}

#[test]
fn answers_that_wait_for_a_question_do_not_become_its_own() {
    let world = tiny();
    world.write("questions/who-knows/ada.md", "# A stray\n");
    world.commit("Leave one behind");
    assert_eq!(world.cop(&["ask", "Who knows?", "-b", "x"]).done(), "questions/who-knows-2.md\n");
}
