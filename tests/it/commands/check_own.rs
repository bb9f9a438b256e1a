//! The rules that a community makes for itself: `check: own:` in `community.yaml`.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{cop, dutch, each, example, transcript};

/// Searches of every sort that the example answers: fields, states, dates, people, relations, and their opposites.
const SEARCHES: [&str; 21] = [
    "kind:practice status:adopted",
    "kind:practice -has:steward",
    "is:unanswered",
    "is:retired OR is:stale",
    "tag:knowledge kind:practice",
    "created:2026",
    "updated:<2026-06-01 kind:practice",
    "by:anna kind:question",
    "creator:bram",
    "steward:fatima",
    "lang:nl kind:question",
    "status:geaccepteerd",
    "kind:decision status:aanvaard",
    "path:practices/*",
    "links-to:*",
    "answers:*",
    "supersedes:*",
    "(kind:practice OR kind:decision) -tag:meetings",
    "has:answer -lang:nl",
    "reviewed:>2025-06-01",
    "next-review:<2026-12-31 kind:practice",
];

/// Searches for words: a rule takes them as they stand, in all their forms; what a search adds, such as other words for the same and the
/// question that has the answer, it leaves out.
const WORDS: [&str; 4] = ["meeting minutes", "\"quiet members\"", "title:meeting", "begeleiders"];

#[test]
fn a_rule_finds_what_its_search_finds() {
    let world = example();
    let mut settings = world.read("community.yaml");
    settings.push_str("\ncheck:\n  own:\n");
    for (at, search) in SEARCHES.iter().chain(&WORDS).enumerate() {
        writeln!(settings, "    rule-{at}: {{none: '{search}'}}").expect("a text takes all");
    }
    world.write("community.yaml", settings);
    let findings = cop(&world, "check --json --select own-rule").run().json();
    let findings = findings["findings"].as_array().expect("findings").clone();
    for (at, search) in SEARCHES.iter().chain(&WORDS).enumerate() {
        let name = format!("rule-{at}");
        let objected: BTreeSet<String> = findings
            .iter()
            .filter(|finding| finding["rule"] == name.as_str())
            .map(|finding| finding["path"].as_str().expect("a path").to_owned())
            .collect();
        let run = cop(&world, "search --json --limit 1000").args(&[search]).run();
        let found: BTreeSet<String> = each(&run.json()["hits"], "path").into_iter().map(str::to_owned).collect();
        if WORDS.contains(search) {
            assert!(objected.is_subset(&found) && !objected.is_empty(), "{search}: {objected:?} of {found:?}");
        } else {
            assert_eq!(objected, found, "{search}");
            assert!(!found.is_empty(), "{search} is to find something");
        }
    }
}

#[test]
fn a_mistyped_field_is_told_once_where_it_stands() {
    let world = example();
    let settings = world.read("community.yaml");
    world.write(
        "community.yaml",
        format!("{settings}\ncheck:\n  own:\n    held: {{kind: practice, field: stewrd}}\n    dated: {{kind: practice, field: year}}\n"),
    );
    let findings = cop(&world, "check --json").run().json();
    let of = |rule: &str| {
        let findings = findings["findings"].as_array().expect("findings").iter().filter(|finding| finding["rule"] == rule);
        findings.map(|finding| finding["path"].as_str().expect("a path").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of("held"), [] as [String; 0]);
    let stewrd =
        cop(&world, "check -f concise").run().stdout.lines().filter(|line| line.contains("stewrd")).map(str::to_owned).collect::<Vec<_>>();
    insta::assert_snapshot!(stewrd.join("\n"), @r#"community.yaml:67:35 warning SET002 settings-value no kind has a field "stewrd", and no document either; did you mean steward?"#);
    assert!(of("dated").len() > 5 && of("dated").iter().all(|path| path.starts_with("practices/")), "{:?}", of("dated"));
    // Each of a community's own rules is one below the rule that they share.
    let sarif = cop(&world, "check -f sarif").run().json();
    let ids: BTreeSet<&str> =
        sarif["runs"][0]["results"].as_array().expect("results").iter().filter_map(|one| one["ruleId"].as_str()).collect();
    assert!(ids.contains("OWN001/dated"), "{ids:?}");
}

/// Rules that say everything of themselves, or nothing.
const OF_THEIR_OWN: &str = "
check:
  severities: {said: note}
  own:
    said: {says: {en: Somebody keeps it, nl: Iemand houdt het bij}, mend: Ask around, kind: practice, none: 'status:adopted -has:steward', severity: error}
    silent: {kind: [practice, question], where: is:open, section: {en: Weights, nl: Gewichten}}
    form: {field: created, pattern: '^20'}
";

#[test]
fn rules_of_its_own_are_listed_and_explained() {
    let world = example();
    let settings = world.read("community.yaml") + OF_THEIR_OWN;
    world.write("community.yaml", settings);
    let listed = cop(&world, "check --rules --json").run().json();
    let rules = listed["rules"].as_array().expect("rules").clone();
    let last: Vec<_> = rules
        .iter()
        .rev()
        .take(3)
        .rev()
        .map(|rule| format!("{} {} {}: {}", rule["code"], rule["rule"], rule["severity"], rule["says"]))
        .collect();
    insta::assert_snapshot!(last.join("\n"), @r#"
    "OWN001" "said" "note": "Somebody keeps it"
    "OWN001" "silent" "warning": "A section Weights has to be there."
    "OWN001" "form" "warning": "The field created has to be filled in, in the form ^20"
    "#);
    let told = transcript(
        &world,
        &[
            "check --explain said",
            "check --explain silent",
            "check --explain form --json",
            "check --explain silnt",
            "check --explain own-rule",
        ],
    );
    insta::assert_snapshot!(told, @r#"
    $ cop check --explain said
    OWN001 said  note
    Somebody keeps it

    It is for documents of the kind practice. This search is to find nothing:
    status:adopted -has:steward

    What to do
    Ask around

    $ cop check --explain silent
    OWN001 silent  warning
    A section Weights has to be there.

    It is for documents of the kind practice, question that this search finds:
    is:open. A section Weights has to be there.

    What to do
    Do what the finding says; or talk about the rule, and change it in
    community.yaml.

    $ cop check --explain form --json
    {
      "schema": "cop/check-explain/1",
      "code": "OWN001",
      "rule": "form",
      "severity": "warning",
      "severity_adopted": null,
      "since": "0.1.0",
      "fix": null,
      "says": "The field created has to be filled in, in the form ^20",
      "why": "It is for all documents. The field created has to be filled in, in the form ^20",
      "mend": "Do what the finding says; or talk about the rule, and change it in community.yaml.",
      "options": [],
      "bad": "",
      "good": "",
      "problems": []
    }

    $ cop check --explain silnt
    » error: no rule is called "silnt"
    » hint: did you mean silent?
    [status 2]

    $ cop check --explain own-rule
    OWN001 own-rule  warning
    A document does not keep a rule of the community's own.

    What a community agreed on is forgotten where nothing reminds its members. Such
    a rule stands in community.yaml under check: own:, with a search that must find
    nothing, or with a section or a field that must be there.

    What it objects to
       kept: {says: Every adopted practice has a steward, none: 'kind:practice status:adopted -has:steward'}

    Instead
       steward: anna

    What to do
    Do what the finding says; or talk about the rule, and change it in
    community.yaml.
    "#);
    insta::assert_snapshot!(dutch(&world, &["check --explain silent"]), @r"
    $ COP_LANG=nl cop check --explain silent
    OWN001 silent  waarschuwing
    Er moet een onderdeel Gewichten zijn.

    Deze regel geldt voor documenten van de soort practice, question die deze
    zoekvraag vindt: is:open. Er moet een onderdeel Gewichten zijn.

    Wat je eraan doet
    Doe wat de bevinding zegt; of praat over de regel, en verander hem in
    community.yaml.
    ");
}
