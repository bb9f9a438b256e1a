//! `cop completions`

use crate::support::world::World;

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
