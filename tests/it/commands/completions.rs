//! `cop completions`

use super::{cop, dutch, example, transcript};
use crate::support::world::World;

#[test]
fn every_shell_gets_its_own() {
    let world = World::without_git();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = cop(&world, &format!("completions {shell}")).run().done();
        assert!(script.contains("COP_COMPLETES") && script.contains("cop"), "{shell}: {script}");
    }
    insta::assert_snapshot!(transcript(&world, &["completions", "completions tcsh"]), @r#"
    $ cop completions
    » error: something is missing: SHELL
    » hint: all about it: cop completions --help
    [status 2]

    $ cop completions tcsh
    » error: SHELL can't be "tcsh"
    » hint: one of these: bash, elvish, fish, powershell, zsh
    [status 2]
    "#);
    insta::assert_snapshot!(dutch(&world, &["completions", "completions tcsh"]), @r#"
    $ COP_LANG=nl cop completions
    » fout: er ontbreekt iets: SHELL
    » tip: alles erover: cop completions --help
    [status 2]

    $ COP_LANG=nl cop completions tcsh
    » fout: SHELL kan niet "tcsh" zijn
    » tip: kies uit: bash, elvish, fish, powershell, zsh
    [status 2]
    "#);
}

#[test]
fn bash_understands_its_own_and_completes() {
    let world = World::without_git();
    let script = cop(&world, "completions bash").run().done();
    let checked = world.command("bash").args(&["-n"]).input(script.as_str()).run();
    assert_eq!((checked.status, checked.stderr.as_str()), (0, ""), "{checked}");
    let folder = std::path::Path::new(env!("CARGO_BIN_EXE_cop")).parent().unwrap().to_string_lossy().into_owned();
    let ask =
        format!("PATH={folder}:$PATH; COMP_WORDS=(cop con); COMP_CWORD=1; _clap_complete_cop cop con cop; echo \"${{COMPREPLY[@]}}\"");
    let asked = world.command("bash").args(&["--norc", "-s"]).input(format!("{script}\n{ask}\n")).run();
    assert!(asked.stdout.contains("contributors"), "{asked}");
}

/// What a shell that is not particular would propose for the last of these words, without what is said of each.
fn proposed(world: &World, words: &str) -> Vec<String> {
    let index = words.split(' ').count() - 1;
    let arguments: Vec<&str> = ["--"].into_iter().chain(words.split(' ')).collect();
    let asked = world.command("cop").args(&arguments).env("COP_COMPLETES", "bash").env("_CLAP_COMPLETE_INDEX", index.to_string()).run();
    assert_eq!((asked.status, asked.stderr.as_str()), (0, ""), "{asked}");
    asked.stdout.lines().filter(|line| !line.starts_with('-')).map(str::to_owned).collect()
}

#[test]
fn what_the_community_has_is_proposed() {
    let world = World::archivists();
    assert_eq!(proposed(&world, "cop show "), ["anna", "bram", "export-a-mailbox", "how-long", "scan-letters"]);
    assert_eq!(proposed(&world, "cop history practice/"), ["practice/export-a-mailbox", "practice/scan-letters"]);
    assert_eq!(proposed(&world, "cop show @"), ["@anna", "@bram"]);
    assert_eq!(proposed(&world, "cop list pr"), ["practices"]);
    assert_eq!(proposed(&world, "cop list --tag "), ["email"]);
    assert_eq!(proposed(&world, "cop list --by b"), ["bram"]);
    assert_eq!(proposed(&world, "cop check --explain dead-l"), ["dead-link"]);
    assert_eq!(proposed(&world, "cop list -f js"), ["json", "jsonl"]);
    assert_eq!(proposed(&world, "cop man his"), ["history"]);
    world.write("practices/odd.md", "---\ntags: [\"$(touch x)\", \"`y`\"]\n---\n\n# Odd\n");
    assert_eq!(proposed(&world, "cop list --tag "), ["email"]);
}

#[test]
fn of_several_communities_those_not_named_yet_are_proposed() {
    let world = World::archivists();
    for name in ["archivists", "archive", "handbook"] {
        world.write(&format!("../{name}/community.yaml"), "format: 1\nname: Test\n");
        world.cop(&["communities", "add", name, &format!("../{name}")]).done();
    }
    assert_eq!(proposed(&world, "cop search --in arch"), ["archivists", "archive"]);
    assert_eq!(proposed(&world, "cop search --in archive,"), ["archive,archivists", "archive,handbook"]);
    assert_eq!(proposed(&world, "cop search --in archive,handbook,arch"), ["archive,handbook,archivists"]);
}

#[test]
fn outside_a_community_nothing_is_said() {
    let world = World::without_git();
    assert_eq!(proposed(&world, "cop show "), Vec::<String>::new());
    assert_eq!(proposed(&world, "cop conx"), Vec::<String>::new());
}

#[test]
fn another_shell_is_refused_with_the_ones_there_are() {
    let run = World::new().cop(&["completions", "dos"]);
    assert_eq!(run.status, 2, "{run}");
    assert!(run.stdout.is_empty() && run.stderr.contains("fish"), "{run}");
}

#[test]
fn values_of_options_and_of_the_query_are_offered() {
    let world = example();
    let asked = |line: &str| proposed(&world, line);
    assert!(!asked("cop ").iter().any(|one| one == "q" || one == "ls"));
    assert!(asked("cop check -f s").contains(&"sarif".to_owned()));
    assert!(asked("cop list -f s").is_empty());
    assert_eq!(asked("cop meet -f ic"), ["ics"]);
    assert_eq!(asked("cop meet close 2026"), ["2026-12-10-looking-back", "2026-10-29-wat-levert-het-op-nl"]);
    assert_eq!(asked("cop meet close --attendees an"), ["anna"]);
    assert_eq!(asked("cop list --lang "), ["en", "nl"]);
    assert!(asked("cop search tag:rh").contains(&"tag:rhythm".to_owned()));
    assert!(asked("cop search tag : rh").contains(&"rhythm".to_owned()), "bash takes a colon for a word");
    assert_eq!(asked("cop search is:un"), ["is:unanswered"]);
    assert_eq!(asked("cop search kind:decision,prac"), ["kind:decision,practices"]);
}
