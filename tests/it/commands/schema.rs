//! `cop schema`

use super::{cop, dutch, names, transcript};
use crate::support::world::World;

#[test]
fn every_schema_is_one_and_says_what_it_is_of() {
    let world = World::without_git();
    let all = cop(&world, "schema").run().json();
    insta::assert_debug_snapshot!(names(&all), @r#"
    [
        "search",
        "list",
        "show",
        "history",
        "contributors",
        "doctor",
        "words",
        "overview",
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
    » hint: one of these: search, list, show, history, contributors, doctor, words, overview
    [status 2]
    "#);
    insta::assert_snapshot!(dutch(&world, &["schema dans"]), @r#"
    $ COP_LANG=nl cop schema dans
    » fout: geen antwoord heet "dans"
    » tip: een van deze: search, list, show, history, contributors, doctor, words, overview
    [status 2]
    "#);
}
