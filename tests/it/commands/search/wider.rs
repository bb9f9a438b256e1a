//! What is looked for beside what was typed: other names, compounds, what was mistyped; and documents that are like one.

use crate::support::world::World;

fn world() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Archief\nlanguage: nl\nlanguages: [nl, en]\n");
    world.write(
        "begrippen/postbus.md",
        "---\nstatus: agreed\nsynonyms: [mailbox, e-mailbus]\n---\n\n# Postbus\n\nWaar berichten binnenkomen.\n",
    );
    world.write("praktijken/mailbox.md", "# Een mailbox bewaren\n\nBewaar de mailbox als geheel.\n");
    world.write("praktijken/kennisvraag.md", "# Stel je kennisvraag\n\nEen kennisvraag is kort.\n");
    world.write("praktijken/vraag.md", "# Elke vraag telt\n\nKennis groeit van een vraag.\n");
    world.write("vragen/bewaren.md", "# Hoe lang bewaar je een mailbox van een collega?\n");
    world.commit("Begin");
    world
}

#[test]
fn other_names_compounds_and_slips_are_searched_too() {
    let world = world();
    let found = |words: &str| {
        let json = world.cop(&["search", words, "--json"]).json();
        let of = |key: &str, field: &str| -> Vec<String> {
            let all = json[key].as_array().cloned().unwrap_or_default();
            all.iter().map(|one| one[field].as_str().unwrap_or_default().to_owned()).collect()
        };
        (of("hits", "ref"), of("also", "words"), of("also", "reason"))
    };
    let (refs, words, reasons) = found("postbus");
    assert!(refs.contains(&"practice/mailbox".to_owned()), "{refs:?}");
    assert!(words.contains(&"mailbox".to_owned()) && reasons.contains(&"glossary".to_owned()), "{words:?}");
    let (refs, words, _) = found("vragen");
    assert_eq!(refs[0], "practice/vraag", "the word itself keeps its rank");
    assert!(refs.contains(&"practice/kennisvraag".to_owned()) && words.contains(&"kennisvraag".to_owned()), "{refs:?} {words:?}");
    assert!(found("kennisvraag").0.contains(&"practice/vraag".to_owned()), "the halves are found too");
    let (refs, words, reasons) = found("malibox bewaren");
    assert_eq!((words.as_slice(), reasons.as_slice()), (&["mailbox".to_owned()][..], &["spelling".to_owned()][..]));
    assert!(refs.contains(&"practice/mailbox".to_owned()), "{refs:?}");
    assert!(world.cop(&["search", "mailbox"]).stdout.contains("also searched: Postbus, e-mailbus (glossary)"));
}

#[test]
fn a_name_that_should_not_be_said_is_searched_and_not_told() {
    let world = world();
    world.write("begrippen/begeleider.md", "---\nstatus: agreed\ntranslations: {en: facilitator}\nnot: [moderator]\n---\n\n# Begeleider\n");
    world.write("begrippen/voorzitter.md", "---\nstatus: agreed\nsynonyms: [moderator]\n---\n\n# Voorzitter\n");
    world.write("praktijken/forum.md", "# De moderator van het forum\n");
    let also = |words: &str| {
        let json = world.cop(&["search", words, "--json"]).json();
        let hits = json["hits"].as_array().cloned().unwrap_or_default();
        let also = json["also"].as_array().cloned().unwrap_or_default();
        let of = |all: Vec<serde_json::Value>, key: &str| all.iter().map(|one| one[key].as_str().unwrap_or_default().to_owned()).collect();
        (of(hits, "ref"), of(also, "words"))
    };
    let (refs, told): (Vec<String>, Vec<String>) = also("begeleider");
    assert!(refs.contains(&"practice/forum".to_owned()), "{refs:?}");
    assert_eq!(told, ["facilitator"]);
    assert_eq!(also("voorzitter").1, ["moderator"], "here it is what one says");
    assert_eq!(also("moderator").1, ["Begeleider", "facilitator", "Voorzitter"]);
    let text = world.cop(&["search", "begeleider"]).done();
    assert!(text.contains("facilitator (glossary)") && !text.contains("moderator ("), "{text}");
}

#[test]
fn documents_are_like_another_or_like_a_text() {
    let world = world();
    let run = world.cop(&["search", "--like", "praktijken/mailbox.md", "-f", "paths"]);
    assert!(run.stdout.contains("vragen/bewaren.md"), "{run}");
    assert!(!run.stdout.contains("praktijken/mailbox.md"), "never itself: {run}");
    assert_eq!(world.cop(&["similar", "praktijken/mailbox.md", "-f", "paths"]).stdout, run.stdout);
    let run =
        world.command(env!("CARGO_BIN_EXE_cop")).args(&["search", "--like", "-", "-f", "paths"]).input("(een mailbox NOT bewaren?").run();
    assert!(run.stdout.contains("praktijken/mailbox.md") && run.stdout.contains("vragen/bewaren.md"), "{run}");
    insta::assert_snapshot!(world.cop(&["search", "--like", "nergens"]), @r#"
    $ cop search --like nergens
    » error: no document is called "nergens"
    » hint: for all documents: cop list
    [status 2]
    "#);
}

#[test]
fn a_name_with_a_sign_comes_before_its_letters() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Code\n");
    world.write("practices/a.md", "# Licences\n\nWrite (c) and the year. (c) (c) (c)\n");
    world.write(
        "practices/b.md",
        "# A library\n\nIt is written in C++ for the most part, which not everybody here can read, and so there is another in Rust.\n",
    );
    world.write("practices/c.md", "# Robert C Martin\n");
    world.write("practices/d.md", "# The net result\n\nThe net, and the net of that.\n");
    world.write("practices/e.md", "# A service\n\nIt is made with .NET and answers in a moment, wherever one asks it from.\n");
    world.commit("Begin");
    for (query, first) in
        [("C++", "practices/b.md"), ("c++ library", "practices/b.md"), (".net", "practices/e.md"), ("'net result'", "practices/d.md")]
    {
        let found = world.cop(&["search", "-f", "paths", query]).done();
        assert_eq!(found.lines().next(), Some(first), "{query}");
    }
}
