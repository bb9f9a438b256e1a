//! `cop completions`

use super::{cop, dutch, transcript};
use crate::support::world::World;

#[test]
fn every_shell_gets_its_own() {
    let world = World::without_git();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = cop(&world, &format!("completions {shell}")).run().done();
        for word in ["contributors", "search", "COP", "help"] {
            assert!(script.to_lowercase().contains(&word.to_lowercase()), "{shell}: {word}");
        }
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
    » tip: een van deze: bash, elvish, fish, powershell, zsh
    [status 2]
    "#);
}

#[test]
fn bash_understands_its_own_and_completes() {
    let world = World::without_git();
    let script = cop(&world, "completions bash").run().done();
    let checked = world.command("bash").args(&["-n"]).input(script.as_str()).run();
    assert_eq!((checked.status, checked.stderr.as_str()), (0, ""), "{checked}");
    let ask = "COMP_WORDS=(cop con); COMP_CWORD=1; _cop cop con cop 2>/dev/null; echo \"${COMPREPLY[@]}\"";
    let asked = world.command("bash").args(&["--norc", "-s"]).input(format!("{script}\n{ask}\n")).run();
    assert!(asked.stdout.contains("contributors"), "{asked}");
}

#[test]
fn every_shell_gets_the_commands() {
    let world = World::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let text = world.cop(&["completions", shell]).done();
        assert!(text.contains("search") && text.contains("contributors"), "{shell}: {text}");
    }
}

#[test]
fn another_shell_is_refused_with_the_ones_there_are() {
    let run = World::new().cop(&["completions", "dos"]);
    assert_eq!(run.status, 2, "{run}");
    assert!(run.stdout.is_empty() && run.stderr.contains("fish"), "{run}");
}
