//! `cop schema`

use super::{cop, dutch, names, transcript};
use crate::support::world::World;
use serde_json::Value;

/// A command for every schema; a schema without one fails the test.
const ANSWERS: [&[&str]; 52] = [
    &[],
    &["search", "mailbox"],
    &["search", "nothing-of-the-kind"],
    &["list"],
    &["who", "mailbox"],
    &["show", "export-a-mailbox"],
    &["show", "@anna"],
    &["history", "scan-letters"],
    &["history", "scan-letters", "--lines"],
    &["history"],
    &["contributors"],
    &["digest"],
    &["due"],
    &["gaps"],
    &["gaps", "--forget"],
    &["health"],
    &["onboard", "anna"],
    &["doctor"],
    &["list", "tags"],
    &["list", "searches"],
    &["check"],
    &["check", "--fix", "--dry-run"],
    &["check", "--rules"],
    &["check", "--explain", "dead-link"],
    &["help", "check"],
    &["help", "words"],
    &["add", "term", "Round"],
    &["ask", "Who knows?"],
    &["answer", "who-knows", "-b", "I do", "--author", "anna"],
    &["accept", "who-knows/anna"],
    &["mark", "who-knows", "closed"],
    &["set", "--kind", "term", "steward=anna"],
    &["tag", "round", "rhythm"],
    &["review", "scan-letters", "still-true", "--author", "anna"],
    &["review"],
    &["flag", "scan-letters", "unclear", "--author", "anna"],
    &["used", "scan-letters", "--author", "anna"],
    &["follow", "scan-letters", "--author", "anna"],
    &["thank", "bram", "scan-letters", "--author", "anna"],
    &["meet"],
    &["meet", "plan", "2026-12-10"],
    &["rename", "round", "Rounds"],
    &["undo"],
    &["rm", "round"],
    &["save"],
    &["sync"],
    &["show", "Ada Test"],
    &["invite", "Cas", "--letter"],
    &["join", "--handle", "ada"],
    &["init", "../elsewhere"],
    &["communities", "add"],
    &["communities"],
];

/// What answers only on a terminal; its own test looks at that.
const ON_A_TERMINAL: [&str; 1] = ["edit"];

/// Commands that answer with a file or a path, in one form only.
const RAW: [&str; 5] = ["completions", "demo", "man", "merge-driver", "schema"];

#[test]
fn every_command_that_answers_in_json_has_a_schema() {
    let root = cop::door::cli::command(cop::base::lang::Lang::En);
    // What is hidden is another name for what is not.
    for command in root.get_subcommands().filter(|command| !command.is_hide_set()).map(clap::Command::get_name) {
        let answers = ANSWERS.iter().any(|arguments| arguments.first() == Some(&command));
        assert!(answers != (RAW.contains(&command) || ON_A_TERMINAL.contains(&command)), "{command}");
    }
}

#[test]
fn every_schema_is_one_and_says_what_it_is_of() {
    let world = World::without_git();
    let all = cop(&world, "schema").run().json();
    insta::assert_debug_snapshot!(names(&all), @r#"
    [
        "search",
        "list",
        "who",
        "show",
        "person",
        "history",
        "lines",
        "history-community",
        "contributors",
        "onboard",
        "digest",
        "due",
        "gaps",
        "gaps-searches",
        "health",
        "check",
        "check-rules",
        "check-explain",
        "doctor",
        "words",
        "searches",
        "overview",
        "add",
        "ask",
        "answer",
        "mark",
        "accept",
        "set",
        "tag",
        "rename",
        "rm",
        "edit",
        "save",
        "undo",
        "sync",
        "init",
        "communities",
        "communities-changed",
        "invite",
        "join",
        "fix",
        "review",
        "review-next",
        "flag",
        "used",
        "follow",
        "thank",
        "meet",
        "meet-written",
        "help",
        "help-words",
    ]
    "#);
    for name in names(&all) {
        let schema = cop(&world, &format!("schema {name}")).run().json();
        assert_eq!(schema, all[name]);
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        assert_eq!(schema["properties"]["schema"]["const"], format!("cop/{name}/1"));
        let required: Vec<_> = schema["required"].as_array().unwrap().iter().filter_map(serde_json::Value::as_str).collect();
        assert!(required.contains(&"problems") && required.contains(&"schema"), "{name}");
    }
}

#[test]
fn a_name_without_one_is_answered_with_those_there_are() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["schema dance"]), @r#"
    $ cop schema dance
    » error: no answer is called "dance"
    » hint: one of these: search, list, who, show, person, history, lines, history-community, contributors, onboard, digest, due, gaps, gaps-searches, health, check, check-rules, check-explain, doctor, words, searches, overview, add, ask, answer, mark, accept, set, tag, rename, rm, edit, save, undo, sync, init, communities, communities-changed, invite, join, fix, review, review-next, flag, used, follow, thank, meet, meet-written, help, help-words
    [status 2]
    "#);
    insta::assert_snapshot!(dutch(&world, &["schema dans"]), @r#"
    $ COP_LANG=nl cop schema dans
    » fout: er is geen antwoord dat "dans" heet
    » tip: kies uit: search, list, who, show, person, history, lines, history-community, contributors, onboard, digest, due, gaps, gaps-searches, health, check, check-rules, check-explain, doctor, words, searches, overview, add, ask, answer, mark, accept, set, tag, rename, rm, edit, save, undo, sync, init, communities, communities-changed, invite, join, fix, review, review-next, flag, used, follow, thank, meet, meet-written, help, help-words
    [status 2]
    "#);
}

#[test]
fn every_answer_is_as_its_schema_says() {
    let world = World::archivists();
    world.git(&["init", "--quiet", "--bare", "../hub.git"]);
    world.git(&["remote", "add", "origin", "../hub.git"]);
    let schemas: Value = world.cop(&["schema"]).json();
    let mut met = Vec::new();
    for arguments in ANSWERS {
        let run = world.cop(&[arguments, &["--json"]].concat());
        let answer = run.json();
        let id = answer["schema"].as_str().unwrap_or_else(|| panic!("no schema is named: {run}"));
        let name = id.split('/').nth(1).unwrap_or_default();
        let schema = &schemas[name];
        assert_eq!(schema["title"], id, "{run}");
        let validator = jsonschema::validator_for(schema).unwrap_or_else(|error| panic!("{name}: {error}"));
        let faults: Vec<_> = validator.iter_errors(&answer).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{name}: {faults:?}\n{run}");
        assert!(answer["problems"].is_array(), "{run}");
        met.push(name.to_owned());
    }
    let unmet: Vec<_> =
        schemas.as_object().unwrap().keys().filter(|name| !met.contains(name) && !ON_A_TERMINAL.contains(&name.as_str())).collect();
    assert!(unmet.is_empty(), "no answer is checked against {unmet:?}");
}

#[test]
fn one_schema_is_asked_for_by_its_command() {
    let world = World::new();
    assert_eq!(world.cop(&["schema", "search"]).json()["title"], "cop/search/1");
    let run = world.cop(&["schema", "serach"]);
    assert_eq!(run.status, 2, "{run}");
}

#[test]
fn help_as_json_differs_between_languages_in_words_alone() {
    fn keys(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, value)| {
                found.push(name.clone());
                keys(value, found);
            }),
            Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
            _ => {}
        }
    }
    let world = World::without_git();
    let help = |lang: &str, topic: &str| world.command("cop").args(&["help", topic, "--json"]).env("COP_LANG", lang).run().json();
    for topic in ["cop", "search", "schema", "help"] {
        let [english, dutch] = ["en", "nl"].map(|lang| help(lang, topic));
        let [mut one, mut other] = [vec![], vec![]];
        keys(&english, &mut one);
        keys(&dutch, &mut other);
        assert_eq!(one, other, "{topic}");
        assert_eq!((&english["schema"], &english["command"]), (&dutch["schema"], &dutch["command"]), "{topic}");
        assert_ne!(english["about"], dutch["about"], "{topic}");
        for section in english["sections"].as_array().expect("sections") {
            for part in section["parts"].as_array().expect("parts") {
                let name = part["name"].as_str().expect("a name");
                assert_eq!(name, name.trim(), "{topic}");
            }
        }
    }
    assert_eq!(cop(&world, "schema").env("COP_LANG", "nl").run().json(), cop(&world, "schema").run().json());
}
