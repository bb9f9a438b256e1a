//! Who only moved a review date is not the one who is here instead of the writer.

use super::seen::commit_on;
use crate::commands::{cop, dutch, transcript};
use crate::support::world::World;

/// Jim wrote and changed the page on diagrams and went; Ria moved its review date lately, and changed another page.
fn handbook() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Handbook\n");
    let diagrams = |day: &str, text: &str| {
        world.write("practices/diagrams.md", format!("---\nreviewed: {day}\n---\n\n# Diagrams as code\n\n{text}\n"));
    };
    for times in 1..4 {
        diagrams("2017-01-01", &format!("Draw them in text, {times}."));
        commit_on(&world, &format!("2017-0{times}-01"), "Jim Sheppard", "Diagrams");
    }
    diagrams("2026-10-01", "Draw them in text, 3.");
    commit_on(&world, "2026-10-01", "Ria Review", "Still right");
    world.write("practices/paper.md", "# Paper\n\nNo diagrams.\n");
    commit_on(&world, "2026-10-02", "Ria Review", "Paper");
    world
}

#[test]
fn who_only_moved_a_review_date_does_not_stand_in_for_the_writer() {
    let world = handbook();
    insta::assert_snapshot!(transcript(&world, &["who diagrams as code", "who practice/diagrams", "gaps"]), @r"
$ cop who diagrams as code
2 people, by 1 document that tells of it
Jim Sheppard (last seen Mar 2017)
  wrote, changed 2 times: Diagrams as code (Mar 2017)
Ria Review
  reviewed: Diagrams as code (Oct)
last seen: no member, and not seen for a year

$ cop who practice/diagrams
2 people, by 1 document that tells of it
Jim Sheppard (last seen Mar 2017)
  wrote, changed 2 times: Diagrams as code (Mar 2017)
Ria Review
  reviewed: Diagrams as code (Oct)
last seen: no member, and not seen for a year

$ cop gaps
everything here hangs on one person: Ria Review
the first remedy is company: cop invite

Documents whose people are gone
Jim Sheppard (last seen Mar 2017)  1 document
  Diagrams as code
  could be the second: Ria Review (reviewed Diagrams as code)
  cop invite 'Ria Review'

last seen: no member, and not seen for a year
");
    insta::assert_snapshot!(dutch(&world, &["who diagrams as code", "gaps"]), @r"
$ COP_LANG=nl cop who diagrams as code
2 mensen, volgens 1 document erover
Jim Sheppard (laatst gezien mrt 2017)
  schreef, wijzigde 2 keer: Diagrams as code (mrt 2017)
Ria Review
  keek na: Diagrams as code (okt)
laatst gezien: geen lid, en een jaar niet gezien

$ COP_LANG=nl cop gaps
alles hangt hier van één persoon af: Ria Review
het eerste wat helpt is gezelschap: cop invite

Documenten waarvan de mensen weg zijn
Jim Sheppard (laatst gezien mrt 2017)  1 document
  Diagrams as code
  kan de tweede zijn: Ria Review (keek Diagrams as code na)
  cop invite 'Ria Review'

laatst gezien: geen lid, en een jaar niet gezien
");
    // Who changed its text, however little, is here and knows it.
    world.write("practices/diagrams.md", "---\nreviewed: 2026-10-01\n---\n\n# Diagrams as code\n\nDraw them as text.\n");
    commit_on(&world, "2026-11-01", "Ria Review", "As");
    insta::assert_snapshot!(transcript(&world, &["who diagrams as code"]), @r"
$ cop who diagrams as code
2 people, by 1 document that tells of it
Ria Review
  reviewed, changed: Diagrams as code (Nov)
Jim Sheppard (last seen Mar 2017)
  wrote, changed 2 times: Diagrams as code (Mar 2017)
last seen: no member, and not seen for a year
");
    let gaps = cop(&world, "gaps").run();
    assert!(!gaps.stdout.contains("people are gone"), "{gaps}");
}
