//! `cop accept`

use super::{cop, dutch, tiny, transcript, valid};
use crate::support::world::World;

fn asked() -> World {
    let world = tiny();
    world.write("questions/hoe-lang/ada.md", "# Tien jaar\n\nZo staat het in de lijst.\n");
    world.write("questions/hoe-lang/bo.md", "# Vijf\n\nDenk ik.\n");
    world.commit("Answer");
    world
}

#[test]
fn an_accepted_answer_answers_its_question() {
    let world = asked();
    insta::assert_snapshot!(transcript(&world, &["accept hoe-lang/ada", "show hoe-lang", "accept hoe-lang/ada", "accept hoe-lang/bo", "accept hoe-lang"]), @"");
    insta::assert_snapshot!(world.git(&["log", "-2", "-p", "--format=%B"]), @"");
    let answer = valid(&cop(&world, "accept hoe-lang/ada --json").run(), "accept");
    assert_eq!(answer["commit"], world.git(&["rev-parse", "HEAD"]));
}

#[test]
fn a_closed_question_is_opened_first() {
    let world = asked();
    insta::assert_snapshot!(dutch(&world, &["mark hoe-lang gesloten", "accept hoe-lang/ada", "accept scan-maps"]), @"");
}
