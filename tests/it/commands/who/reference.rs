//! `who REF`: about the document itself first, and then about what it is tied to.

use crate::commands::{cop, dutch, each, transcript, valid};
use crate::support::world::World;

/// Marc only mended the checklist, and wrote all that it links to; Maya wrote one of those too, and never touched the checklist.
fn handbook() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Handbook\n");
    let names = ["licences", "origins", "security", "names"];
    for name in names {
        world.write(&format!("practices/{name}.md"), format!("# All about {name}\n\nText.\n"));
    }
    world.commit_by("Marc Many", "marc@example.org", "What it links to");
    for times in 1..4 {
        world.write("practices/names.md", format!("# All about names\n\nMore text, {times}.\n"));
        world.commit_by("Maya Many", "maya@example.org", "Names");
    }
    let links = names.map(|name| format!("- [{name}]({name}.md)\n")).concat();
    world.write("practices/checklist.md", format!("# Launch checklist\n\n{links}"));
    world.commit_by("Nico New", "nico@example.org", "Checklist");
    world.write("practices/checklist.md", format!("# Launch checklist\n\nBefore you launch:\n\n{links}"));
    world.commit_by("Marc Many", "marc@example.org", "Mend");
    world
}

#[test]
fn what_was_done_with_the_document_itself_comes_first() {
    let world = handbook();
    insta::assert_snapshot!(transcript(&world, &["who practice/checklist", "who practice/names"]), @r"
$ cop who practice/checklist
3 people, by the document itself and 4 that are tied to it
Nico New
  wrote: Launch checklist (Jun)
Marc Many
  changed: Launch checklist (Jun)
  wrote: All about licences (Jun)
  wrote: All about names (Jun)
  and 2 more
Maya Many
  changed 3 times: All about names (Jun)

$ cop who practice/names
2 people, by 1 document that tells of it
Marc Many
  wrote: All about names (Jun)
Maya Many
  changed 3 times: All about names (Jun)
");
    let answer = valid(&cop(&world, "who practice/checklist --json").run(), "who");
    let first = |person: usize| each(&answer["people"][person]["evidence"], "ref")[0];
    assert_eq!([first(0), first(1), first(2)], ["practice/checklist", "practice/checklist", "practice/names"], "{answer:#}");
    insta::assert_snapshot!(dutch(&world, &["who practice/checklist -n 2"]), @r"
$ COP_LANG=nl cop who practice/checklist -n 2
3 mensen, volgens het document zelf en 4 die ermee verbonden zijn
Nico New
  schreef: Launch checklist (jun)
Marc Many
  wijzigde: Launch checklist (jun)
  schreef: All about licences (jun)
  schreef: All about names (jun)
  en nog 2
… nog 1: cop who practice/checklist -n 3
");
}
