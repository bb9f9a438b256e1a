//! What `cop` alone tells a person of what others did: until they have seen it.

use crate::commands::{cop, tiny};
use crate::support::world::World;

/// What is done as Bo.
fn as_bo(world: &World, lines: &[&str]) {
    world.git(&["config", "user.name", "Bo Guest"]);
    world.git(&["config", "user.email", "bo@example.org"]);
    for line in lines {
        cop(world, line).run().done();
    }
    world.git(&["config", "user.name", "Ada Test"]);
    world.git(&["config", "user.email", "ada@example.org"]);
}

fn look(world: &World, day: &str, line: &str, lang: &str) -> String {
    cop(world, line).env("COP_NOW", format!("2026-{day}T09:00:00Z")).env("COP_LANG", lang).run().to_string()
}

fn two() -> World {
    let world = tiny();
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n");
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n");
    world.write("questions/glue.md", "# Which glue?\n");
    world.write("practices/press.md", "---\nstatus: adopted\nsteward: ada\n---\n\n# Press flat\n");
    world.commit("Mine");
    world
}

#[test]
fn what_was_not_shown_is_still_news_the_next_time() {
    let world = two();
    look(&world, "11-20", "", "en");
    let mut lines: Vec<String> = (1..=6).map(|number| format!("thank ada scan-letters 'for help {number}'")).collect();
    lines.extend((1..=5).map(|number| format!("add practice 'Dust number {number}' -b Dry.")));
    as_bo(&world, &lines.iter().map(String::as_str).collect::<Vec<_>>());
    insta::assert_snapshot!(look(&world, "11-24", "", "nl"), @r"
$ COP_NOW=2026-11-24T09:00:00Z COP_LANG=nl cop
Tiny
8 praktijken, 2 vragen (2 open), 2 leden

Nieuw     praktijk  Dust number 5                 Bo, 22 nov
          praktijk  Dust number 4                 Bo, 22 nov
          praktijk  Dust number 3                 Bo, 22 nov
                    nog 2: cop -v
Voor jou  bedankt   Scan letters                  Bo: for help 1; for help 2; f…
Open      vraag     Which glue?                   nog geen antwoord
          vraag     Hoe lang bewaren we brieven?  nog geen antwoord

Zoeken: cop search WOORDEN   Lezen: cop show TITEL   Meer: cop help
");
    // Within a visit it stays; the next time comes what is left.
    assert_eq!(look(&world, "11-24", "", "nl"), look(&world, "11-24", "", "nl"));
    insta::assert_snapshot!(look(&world, "11-25", "", "en"), @r"
$ COP_NOW=2026-11-25T09:00:00Z COP_LANG=en cop
Tiny
8 practices, 2 questions (2 open), 2 members

New   practice  Dust number 2                 Bo, 22 Nov
      practice  Dust number 1                 Bo, 22 Nov
Open  question  Which glue?                   no answer yet
      question  Hoe lang bewaren we brieven?  no answer yet

Find: cop search WORDS   Read: cop show TITLE   More: cop help
");
    assert!(look(&world, "11-28", "", "en").contains("nothing since you last looked (25 Nov)"));
}

#[test]
fn all_that_is_new_is_shown_where_that_is_asked_for() {
    let world = two();
    look(&world, "11-20", "", "en");
    let lines: Vec<String> = (1..=9).map(|number| format!("add practice 'Dust number {number}' -b Dry.")).collect();
    as_bo(&world, &lines.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(look(&world, "11-24", "", "en").contains("6 more: cop -v"));
    let all = look(&world, "11-24", "-v", "en");
    assert_eq!(all.matches("Dust number").count(), 9, "{all}");
    assert!(look(&world, "11-25", "", "en").contains("nothing since you last looked"), "they have seen it all");
}

#[test]
fn what_is_taken_from_somebody_is_told_them() {
    let world = two();
    world.write("members/cy.md", "---\nname: Cy Other\nemails: [cy@example.org]\n---\n");
    world.write("practices/old.md", "---\nstatus: adopted\nsteward: ada\n---\n\n# Old\n");
    world.commit("More");
    look(&world, "11-20", "", "en");
    as_bo(&world, &["set press steward=bo", "set old steward=cy", "mark glue closed -m 'Not for here'"]);
    insta::assert_snapshot!(look(&world, "11-24", "", "en"), @r"
$ COP_NOW=2026-11-24T09:00:00Z COP_LANG=en cop
Tiny
4 practices, 1 question (1 open), 3 members; one more no longer holds

For you  handed over  Old                           Bo, to Cy Other
         handed over  Press flat                    Bo
         closed       Which glue?                   Bo: Not for here
Open     question     Hoe lang bewaren we brieven?  no answer yet

Find: cop search WORDS   Read: cop show TITLE   More: cop help
");
    insta::assert_snapshot!(look(&world, "11-24", "", "nl"), @r"
$ COP_NOW=2026-11-24T09:00:00Z COP_LANG=nl cop
Tiny
4 praktijken, 1 vraag (1 open), 3 leden; één geldt niet meer

Voor jou  overgedragen  Old                           Bo, aan Cy Other
          overgedragen  Press flat                    Bo
          gesloten      Which glue?                   Bo: Not for here
Open      vraag         Hoe lang bewaren we brieven?  nog geen antwoord

Zoeken: cop search WOORDEN   Lezen: cop show TITEL   Meer: cop help
");
}

#[test]
fn whoever_becomes_a_member_hears_what_was_waiting() {
    let world = two();
    world.write("members/ada.md", "---\nname: Ada Test\n---\n");
    world.commit("Without an address");
    look(&world, "11-20", "", "en");
    as_bo(&world, &["thank ada scan-letters 'for the drawing'"]);
    assert!(!look(&world, "11-24", "", "en").contains("drawing"));
    cop(&world, "join --handle ada").run().done();
    insta::assert_snapshot!(look(&world, "11-24", "", "en"), @r"
$ COP_NOW=2026-11-24T09:00:00Z COP_LANG=en cop
Tiny
3 practices, 2 questions (2 open), 2 members

For you  thanked   Scan letters                  Bo: for the drawing
Open     question  Which glue?                   no answer yet
         question  Hoe lang bewaren we brieven?  no answer yet

Find: cop search WORDS   Read: cop show TITLE   More: cop help
");
    assert!(!look(&world, "11-25", "", "nl").contains("drawing"), "that is told once");
}

#[test]
fn a_long_command_has_a_line_of_its_own() {
    let world = two();
    let name = "how-long-do-we-keep-the-letters-of-before-the-war-1";
    world.write(&format!("practices/{name}.md"), "---\nstatus: adopted\nsteward: ada\nreviewed: 2025-01-01\n---\n\n# How long\n");
    world.write(
        "practices/old.md",
        "---\nstatus: adopted\nsteward: ada\nreviewed: 2025-01-02\n---\n\n# Old but long enough to need the room\n",
    );
    world.commit("Mine");
    insta::assert_snapshot!(look(&world, "11-24", "", "en"), @r"
$ COP_NOW=2026-11-24T09:00:00Z COP_LANG=en cop
Tiny
5 practices, 2 questions (2 open), 2 members

Newest   practice   How long                              Ada, 1 Jun
         practice   Old but long enough to need the room  Ada, 1 Jun
         practice   Press flat                            Ada, 1 Jun
For you  to review  How long
   cop review how-long-do-we-keep-the-letters-of-before-the-war-1
         to review  Old but long enough to need the room  cop review old
Open     question   Which glue?                           no answer yet
         question   Hoe lang bewaren we brieven?          no answer yet

Find: cop search WORDS   Read: cop show TITLE   More: cop help
");
    for columns in ["66", "50"] {
        let narrow = cop(&world, "").env("COP_NOW", "2026-11-24T09:00:00Z").env("COLUMNS", columns).run().to_string();
        assert!(narrow.contains(&format!("   cop review {name}\n")), "{narrow}");
    }
}

#[test]
fn while_two_versions_are_merged_what_waits_is_only_looked_at() {
    let world = two();
    world.write("practices/old.md", "---\nstatus: adopted\nsteward: ada\nreviewed: 2025-01-02\n---\n\n# Old\n");
    world.commit("Mine");
    world.git(&["checkout", "-q", "-b", "other"]);
    world.write("practices/press.md", "# Press otherwise\n");
    world.commit("Otherwise");
    world.git(&["checkout", "-q", "-"]);
    world.write("practices/press.md", "# Press the same\n");
    world.commit("The same");
    world.command("git").args(&["merge", "-q", "other"]).run();
    let said = look(&world, "11-24", "", "nl");
    assert!(said.contains("cop show old") && !said.contains("cop review"), "{said}");
}
