//! `cop check`

use super::{cop, dutch, example, names, narrow, tiny, transcript};
use crate::support::world::World;

/// A community with one fault of each weight.
fn faulty() -> World {
    let world = tiny();
    world.write("practices/scan.md", "---\ntags: [scan]\nstatus: adoptd\n---\n\n# Scan\n\n日本 [letters](scan-letter.md).\n");
    world.commit("Scan");
    world
}

#[test]
fn the_example_has_nothing_wrong() {
    insta::assert_snapshot!(transcript(&example(), &["check"]), @r"
    $ cop check
    72 documents, 0 errors, 0 warnings
    ");
}

#[test]
fn each_fault_is_shown_where_it_stands() {
    let world = faulty();
    insta::assert_snapshot!(transcript(&world, &["check", "check practices/scan-maps.md"]), @r#"
    $ cop check
    practices/scan.md:3:9  warning unknown-state  a practice has no state "adoptd"
       |  status: adoptd
       |          ^^^^^^ did you mean adopted?
    practices/scan.md:8:14  error dead-link  no such document: scan-letter
       |  日本 [letters](scan-letter.md).
       |                 ^^^^^^^^^^^^^^ nearest: scan-letters.md
    questions/hoe-lang.nl.md:1:1  note unanswered-question  no answer after 174 days
       |  # Hoe lang bewaren we brieven?
       |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |  answer it in a file of your own: questions/hoe-lang/HANDLE.md
    5 documents, 1 error, 1 warning, 1 note
    1 of them can be mended by cop check --fix --unsafe-fixes
    [status 1]

    $ cop check practices/scan-maps.md
    1 document, 0 errors, 0 warnings
    "#);
    insta::assert_snapshot!(dutch(&world, &["check"]), @r#"
    $ COP_LANG=nl cop check
    practices/scan.md:3:9  waarschuwing unknown-state  bij de soort practice hoort
       geen status "adoptd"
       |  status: adoptd
       |          ^^^^^^ bedoel je adopted?
    practices/scan.md:8:14  fout dead-link  dit document is er niet: scan-letter
       |  日本 [letters](scan-letter.md).
       |                 ^^^^^^^^^^^^^^ lijkt op: scan-letters.md
    questions/hoe-lang.nl.md:1:1  opmerking unanswered-question  na 174 dagen nog
       geen antwoord
       |  # Hoe lang bewaren we brieven?
       |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |  beantwoord hem in een eigen bestand: questions/hoe-lang/NAAM.md
    5 documenten, 1 fout, 1 waarschuwing, 1 opmerking
    cop check --fix --unsafe-fixes herstelt er 1
    [status 1]
    "#);
    insta::assert_snapshot!(narrow(&world, &["check"]), @r#"
    $ COLUMNS=40 cop check
    practices/scan.md:3:9  warning
       unknown-state  a practice has no
       state "adoptd"
       |  status: adoptd
       |          ^^^^^^
       |  did you mean adopted?
    practices/scan.md:8:14  error dead-link
       no such document: scan-letter
       |  日本 [letters](scan-letter.md).
       |                 ^^^^^^^^^^^^^^
       |  nearest: scan-letters.md
    questions/hoe-lang.nl.md:1:1  note
       unanswered-question  no answer after
       174 days
       |  # Hoe lang bewaren we brieven?
       |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |  answer it in a file of your own:
       |  questions/hoe-lang/HANDLE.md
    5 documents, 1 error, 1 warning, 1 note
    1 of them can be mended by cop check
    --fix --unsafe-fixes
    [status 1]
    "#);
    insta::assert_snapshot!(transcript(&world, &["check -f md", "check -f md practices/scan-maps.md"]), @r#"
    $ cop check -f md
    ### cop check: 1 error, 1 warning, 1 note in 5 documents

    **`practices/scan.md`**

    - **error**, line 8: no such document: scan-letter; nearest: scan-letters.md (`dead-link`)
    - **warning**, line 3: a practice has no state "adoptd"; did you mean adopted? (`unknown-state`)

    **`questions/hoe-lang.nl.md`**

    - **note**, line 1: no answer after 174 days; answer it in a file of your own: questions/hoe-lang/HANDLE.md (`unanswered-question`)

    Why, and how to mend it: `cop check --explain RULE`, with the name behind a finding; `cop check --fix` mends what can't be meant otherwise.
    [status 1]

    $ cop check -f md practices/scan-maps.md
    ### cop check: all is well in 1 document
    "#);
    insta::assert_snapshot!(dutch(&world, &["check -f md"]), @r#"
    $ COP_LANG=nl cop check -f md
    ### cop check: 1 fout, 1 waarschuwing, 1 opmerking in 5 documenten

    **`practices/scan.md`**

    - **fout**, regel 8: dit document is er niet: scan-letter; lijkt op: scan-letters.md (`dead-link`)
    - **waarschuwing**, regel 3: bij de soort practice hoort geen status "adoptd"; bedoel je adopted? (`unknown-state`)

    **`questions/hoe-lang.nl.md`**

    - **opmerking**, regel 1: na 174 dagen nog geen antwoord; beantwoord hem in een eigen bestand: questions/hoe-lang/NAAM.md (`unanswered-question`)

    Waarom, en wat je eraan doet: `cop check --explain REGEL`, met de naam achter een bevinding; `cop check --fix` herstelt wat niet anders bedoeld kan zijn.
    [status 1]
    "#);
    world.write("community.yaml", "format: 1\nname: Tiny\nlanguage: nl\n");
    let page = cop(&world, "check -f md").env("COP_LANG", "").env("LC_ALL", "en_US.UTF-8").run();
    assert!(page.stdout.starts_with("### cop check: 1 fout, 1 waarschuwing"), "{page}");
    let below = cop(&world, "check scan.md").in_folder("practices").run();
    assert!(below.stdout.contains("\nscan.md:") || below.stdout.starts_with("scan.md:"), "{below}");
}

#[test]
fn programs_get_every_finding() {
    let world = faulty();
    let run = cop(&world, "check --json").run();
    assert_eq!(run.status, 1, "{run}");
    let answer = run.json();
    for name in ["code", "rule", "severity", "path", "line", "column", "message", "help", "fixable"] {
        assert!(names(&answer["findings"][0]).contains(&name), "{name}\n{run}");
    }
    for name in ["files", "errors", "warnings", "notes"] {
        assert!(answer["summary"][name].is_u64(), "{name}\n{run}");
    }
    for format in ["concise", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson", "csv", "paths", "md"] {
        let run = cop(&world, &format!("check -f {format}")).run();
        assert!(run.status < 2 && run.stdout.contains("practices/scan.md"), "{run}");
    }
}

#[test]
fn rules_can_be_chosen_and_explained() {
    let world = faulty();
    insta::assert_snapshot!(transcript(&world, &["check --explain dead-link", "check --explain dance", "check --select dance", "check missing.md", "check --rules practices", "check --explain dead-link practices"]), @r#"
    $ cop check --explain dead-link
    REF001 dead-link  error
    A link leads to a file that is not there.

    The reader ends at an error page, and what was to be read there is out of reach.

    What it objects to
       see [scanning](sanning.md)

    Instead
       see [scanning](scanning.md)

    What to do
    Take the file that is proposed, or find out where it went: `cop search` knows
    documents by their earlier names too.

    $ cop check --explain dance
    » error: no rule is called "dance"
    » hint: all rules: cop check --rules
    [status 2]

    $ cop check --select dance
    » error: no rule is called "dance"
    » hint: all rules: cop check --rules
    [status 2]

    $ cop check missing.md
    » error: there is no file or folder missing.md here
    [status 2]

    $ cop check --rules practices
    » error: --rules and PATH don't go together
    » hint: all about it: cop check --help
    [status 2]

    $ cop check --explain dead-link practices
    » error: --explain and PATH don't go together
    » hint: all about it: cop check --help
    [status 2]
    "#);
    assert!(cop(&world, "check --rules").run().done().lines().count() > 10);
    insta::assert_snapshot!(dutch(&world, &["check --explain no-steward", "search kind:foo", "list praktjk"]), @r#"
    $ COP_LANG=nl cop check --explain no-steward
    STW002 no-steward  opmerking
    Een geldend document heeft geen beheerder.

    Als het veroudert is er niemand om het aan te vragen, en niemand hoort dat er
    iets is gemeld.

    Wat er mis kan zijn
       status: adopted

    Zo is het goed
       status: adopted
       steward: anna

    Wat je eraan doet
    Noem wie het bijhoudt: een regel `steward: NAAM` in de metagegevens.

    $ COP_LANG=nl cop search kind:foo
    » fout: er is geen soort "foo"
    » query:1:6
    »    |  kind:foo
    »    |       ^
    » tip: er zijn: praktijk, vraag, antwoord, besluit, begrip, bijeenkomst, verhaal, bron, melding, lid
    [status 2]

    $ COP_LANG=nl cop list praktjk
    » fout: er is geen soort "praktjk"
    » tip: bedoel je praktijk?
    [status 2]
    "#);
    assert!(dutch(&world, &["check --rules"]).contains(" fout\n"));
}

#[test]
fn every_form_is_in_the_help_and_proposed() {
    let world = tiny();
    let names: Vec<&str> = cop::show::formats::names(true).chain(cop::work::checks::formats::names()).collect();
    for lang in ["en", "nl"] {
        let help = cop(&world, "check --help").env("COP_LANG", lang).run().done();
        let words: Vec<&str> = help.split(|letter: char| !letter.is_alphanumeric()).collect();
        let missing: Vec<_> = names.iter().filter(|name| !words.contains(name)).collect();
        assert!(missing.is_empty(), "{missing:?}\n{help}");
    }
    insta::assert_snapshot!(transcript(&world, &["check -f foo", "check --rules -f sarif"]), @r#"
    $ cop check -f foo
    » error: there is no format "foo" here
    » hint: one of these: text, json, jsonl, csv, paths, md, concise, sarif, junit, github, gitlab, rdjson
    [status 2]

    $ cop check --rules -f sarif
    » {"error":{"kind":"usage","message":"there is no format \"sarif\" here","cause":null,"path":null,"line":null,"column":null,"hints":["one of these: text, json, jsonl, csv, paths, md"]}}
    [status 2]
    "#);
}

#[test]
fn rules_weigh_what_a_check_says() {
    let world = World::new();
    world.write(
        "community.yaml",
        "format: 1\nname: A\nkinds: {practice: {paths: [\"docs/*.md\"]}}\ncheck: {severities: {dead-link: note}}\n",
    );
    world.write("docs/a.md", "---\nreview_every: soon\n---\n\n# A\n\n[b](b.md) [[c]]\n");
    world.commit("Begin");
    let report = cop(&world, "check --json").run().json();
    let rules = cop(&world, "check --rules --json").run().json();
    let findings = report["findings"].as_array().unwrap();
    assert!(findings.len() > 2, "{report:#}");
    for finding in findings {
        let rule = rules["rules"].as_array().unwrap().iter().find(|rule| rule["code"] == finding["code"]).unwrap();
        let weighs = if rule["severity_adopted"].is_null() { &rule["severity"] } else { &rule["severity_adopted"] };
        assert_eq!(&finding["severity"], weighs, "{finding:#}");
    }
    let text = cop(&world, "check --rules").run().done();
    assert!(text.contains("wrong-type") && text.contains("error, note*") && text.ends_with("practice\n"), "{text}");
}

#[test]
fn hosts_are_told_paths_from_the_root_of_the_repository() {
    let world = World::new();
    world.write("club/community.yaml", "format: 1\nname: A\n");
    world.write("club/practices/a.md", "# A\n\n[b](b.md) [c](c.md)\n");
    world.commit("Begin");
    for (format, path) in [
        ("github", "file=club/practices/a.md,"),
        ("gitlab", "\"club/practices/a.md\""),
        ("sarif", "\"club/practices/a.md\""),
        ("md", "**`club/practices/a.md`**"),
        ("concise", "practices/a.md:3:5"),
        ("rdjson", "\"practices/a.md\""),
    ] {
        let run = cop(&world, &format!("check -f {format}")).in_folder("club").run();
        assert!(run.stdout.contains(path) && (path.contains("club") || !run.stdout.contains("club")), "{run}");
    }
    assert_eq!(cop(&world, "check -f paths").in_folder("club").run().stdout, "practices/a.md\n");
}

#[test]
fn a_rule_can_matter_otherwise_in_some_files() {
    let world = tiny();
    world.write("practices/scan.md", "# Scan\n\n[a](a.md) ![](scan.png)\n");
    world.write("practices/old/scan.md", "# Old scan\n\n[a](a.md) ![](scan.png)\n");
    world.write("practices/old/kept/scan.md", "# Kept scan\n\n[a](a.md) ![](scan.png)\n");
    world.write(
        "community.yaml",
        "format: 1\nname: Tiny\ncheck:\n  severities: {STW: off, image-without-text: off, dead-lnk: off}\n  paths:\n    practices/old/**: {REF: note, CON004: warning}\n    practices/old/kept/*: {dead-link: off}\n    '[': {REF: off}\n",
    );
    insta::assert_snapshot!(transcript(&world, &["check -f concise"]), @r#"
$ cop check -f concise
community.yaml:4:51 warning SET002 settings-value no rule is called "dead-lnk"; did you mean dead-link?
community.yaml:8:5 error SET002 settings-value "[" is no pattern for paths: unclosed character class; missing ']'
practices/old/kept/scan.md:3:11 warning CON004 image-without-text a picture without words; write between the brackets what it shows
practices/old/kept/scan.md:3:15 note REF011 missing-image no such picture: scan.png; nearest: scan.md
practices/old/scan.md:3:5 note REF001 dead-link no such document: a
practices/old/scan.md:3:11 warning CON004 image-without-text a picture without words; write between the brackets what it shows
practices/old/scan.md:3:15 note REF011 missing-image no such picture: scan.png; nearest: scan.md
practices/scan.md:3:5 error REF001 dead-link no such document: a
practices/scan.md:3:15 error REF011 missing-image no such picture: scan.png; nearest: scan.md
[status 1]
"#);
    insta::assert_snapshot!(dutch(&world, &["check community.yaml"]), @r#"
$ COP_LANG=nl cop check community.yaml
community.yaml:4:51  waarschuwing settings-value  er is geen regel met de naam
   "dead-lnk"
   |    severities: {STW: off, image-without-text: off, dead-lnk: off}
   |                                                    ^^^^^^^^
   |  bedoel je dead-link?
community.yaml:8:5  fout settings-value  "[" is geen patroon voor paden:
   unclosed character class; missing ']'
   |  '[': {REF: off}
   |  ^^^
0 documenten, 1 fout, 1 waarschuwing
[status 1]
"#);
}

#[test]
fn a_file_that_no_kind_claims_is_told_so() {
    let world = tiny();
    world.write("README.md", "# Read me\n");
    world.write("notes/a.md", "# A note\n");
    let lines = ["check README.md", "check notes practices", "check community.yaml", "check README.md -f concise"];
    insta::assert_snapshot!(transcript(&world, &lines), @r"
    $ cop check README.md
    » no kind claims README.md, so it is no document and there is nothing to check in it
    » hint: which files are documents, and how to make these so: cop doctor
    0 documents, 0 errors, 0 warnings

    $ cop check notes practices
    » no kind claims a file in notes, so there is nothing to check in it
    » hint: which files are documents, and how to make these so: cop doctor
    2 documents, 0 errors, 0 warnings

    $ cop check community.yaml
    0 documents, 0 errors, 0 warnings

    $ cop check README.md -f concise
    » no kind claims README.md, so it is no document and there is nothing to check in it
    » hint: which files are documents, and how to make these so: cop doctor
    ");
    insta::assert_snapshot!(dutch(&world, &["check README.md notes"]), @r"
    $ COP_LANG=nl cop check README.md notes
    » README.md hoort bij geen soort: het is geen document, en er valt niets in te controleren
    » tip: welke bestanden meetellen, en hoe je deze laat meetellen: cop doctor
    » in notes hoort geen bestand bij een soort: er valt niets te controleren
    » tip: welke bestanden meetellen, en hoe je deze laat meetellen: cop doctor
    0 documenten, 0 fouten, 0 waarschuwingen
    ");
}

#[cfg(unix)]
#[test]
fn a_folder_full_of_links_is_told_in_a_few_lines() {
    let world = tiny();
    for at in 0..30 {
        std::os::unix::fs::symlink("scanning.md", world.path(&format!("practices/link-{at:02}.md"))).unwrap();
    }
    let told = cop(&world, "check practices").run().lines().join("\n");
    assert_eq!(told.matches("unreadable-file").count(), 21, "{told}");
    assert!(told.contains("and 10 more"), "{told}");
    let json = cop(&world, "check practices --json").run().json();
    assert_eq!((json["findings"].as_array().map(Vec::len), &json["summary"]["warnings"]), (Some(30), &serde_json::json!(30)));
}
