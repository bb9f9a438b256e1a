//! `cop help`, and `--help`

use crate::support::world::World;

/// The commands that the help page names: the first words of its indented lines below a heading.
fn commands(page: &str) -> Vec<String> {
    let rows = page.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ") && !line.starts_with("  -"));
    rows.filter_map(|row| row.split([' ', ',']).find(|word| !word.is_empty())).map(str::to_owned).collect()
}

#[test]
fn every_command_has_a_page_in_both_languages() {
    let world = World::new();
    let page = world.cop(&["help"]).done();
    let commands = commands(&page);
    assert!(commands.len() > 8 && commands.contains(&"search".to_owned()), "{page}");
    for name in &commands {
        let [english, dutch] = ["en", "nl"].map(|lang| world.command("cop").env("COP_LANG", lang).args(&["help", name]).run().done());
        assert!(english.contains("Usage:") && dutch.contains("Gebruik:"), "{english}{dutch}");
        // Examples are the same in both; whoever adds an option in one language only is told which.
        let left: Vec<_> = dutch
            .lines()
            .filter(|line| line.len() > 30 && !line.starts_with("  cop ") && english.lines().any(|other| other == *line))
            .collect();
        assert!(left.is_empty(), "cop help {name} is not in Dutch: {left:#?}");
    }
}

#[test]
fn help_is_the_same_however_it_is_asked_for() {
    let world = World::new();
    assert_eq!(world.cop(&["help"]).done(), world.cop(&["--help"]).done());
    assert_eq!(world.cop(&["help", "search"]).done(), world.cop(&["search", "--help"]).done());
}

#[test]
fn help_for_what_is_no_command_names_the_nearest() {
    let run = World::new().cop(&["help", "serach"]);
    assert!(run.status == 2 && run.stderr.contains("search"), "{run}");
}
