//! `cop thank`

use super::{cop, dutch, tiny, transcript, valid};

#[test]
fn thanks_stand_in_my_own_file_and_are_counted() {
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Klein\nlanguage: nl\n");
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n");
    world.commit("Bo");
    insta::assert_snapshot!(transcript(&world, &["thank bo hoe-lang 'for asking'", "thanks @bo hoe-lang for asking", "thank ada hoe-lang", "thank bob hoe-lang", "thank bo"]), @r#"
$ cop thank bo hoe-lang 'for asking'
» Committed [commit]
members/ada.md

$ cop thanks @bo hoe-lang for asking
» Nothing to change: it is so already
» You said so of question/hoe-lang-nl today
members/ada.md

$ cop thank ada hoe-lang
» error: thanks go to somebody else
» hint: what you used yourself is said with cop used REF
[status 2]

$ cop thank bob hoe-lang
» error: there is no member "bob"
» hint: did you mean bo?
[status 2]

$ cop thank bo
» error: something is missing: REF
» hint: for example: cop thank fatima fetch-and-bring "for the drawing"
» hint: all about it: cop thank --help
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["thank ada hoe-lang", "thank 'Bo Guest' scan-maps"]), @r#"
$ COP_LANG=nl cop thank ada hoe-lang
» fout: bedanken doe je een ander
» tip: wat je zelf gebruikte, zeg je met cop used DOCUMENT
[status 2]

$ COP_LANG=nl cop thank 'Bo Guest' scan-maps
» Vastgelegd als [commit]
» opmerking: practices/scan-maps.md: voor zover deze pagina en haar geschiedenis vertellen, had Bo Guest geen deel aan "Scan maps"
members/ada.md
"#);
    insta::assert_snapshot!(world.read("members/ada.md"), @r"
---
name: Ada Test
emails: [ada@example.org]
---

## Dank

- @bo [Hoe lang bewaren we brieven?](../questions/hoe-lang.nl.md) 2026-11-22 for asking
- @bo [Scan maps](../practices/scan-maps.md) 2026-11-22
");
    let answer = valid(&cop(&world, "thank bo scan-letters --dry-run --json").run(), "thank");
    assert_eq!(answer["commit"], serde_json::Value::Null);
    let counted = cop(&world, "contributors --json").run().json();
    let bo = counted["contributors"].as_array().unwrap().iter().find(|one| one["handle"] == "bo").unwrap();
    assert_eq!(bo["thanked"], 2);
}

#[test]
fn thanks_for_what_somebody_had_no_part_in_are_written_with_a_remark() {
    let world = tiny();
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n");
    world.write("members/cy.md", "---\nname: Cy Other\nemails: [cy@example.org]\n---\n");
    world.commit("Bo and Cy");
    insta::assert_snapshot!(transcript(&world, &["thank cy scan-maps", "thank bo hoe-lang"]), @r#"
$ cop thank cy scan-maps
» Committed [commit]
» note: practices/scan-maps.md: as far as this page and its history tell, Cy Other had no part in "Scan maps"
members/ada.md

$ cop thank bo hoe-lang
» Committed [commit]
members/ada.md
"#);
    insta::assert_snapshot!(dutch(&world, &["thank cy hoe-lang"]), @r#"
$ COP_LANG=nl cop thank cy hoe-lang
» Vastgelegd als [commit]
» opmerking: questions/hoe-lang.nl.md: voor zover deze pagina en haar geschiedenis vertellen, had Cy Other geen deel aan "Hoe lang bewaren we brieven?"
members/ada.md
"#);
}

#[test]
fn whose_page_has_no_address_yet_had_a_part_by_name() {
    let world = tiny();
    world.write("members/bo.md", "---\nname: Bo Guest\n---\n");
    world.commit("Bo without an address");
    for said in [transcript(&world, &["thank bo hoe-lang"]), dutch(&world, &["thank bo hoe-lang nogmaals"])] {
        assert!(said.contains("members/ada.md") && !said.contains("Bo Guest"), "{said}");
    }
    assert!(transcript(&world, &["thank bo scan-maps"]).contains("had no part in"));
}
