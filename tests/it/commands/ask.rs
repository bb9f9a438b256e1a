//! `cop ask`

use super::{cop, dutch, tiny, transcript, valid};

#[test]
fn a_question_is_a_file_of_its_own() {
    let world = tiny();
    insta::assert_snapshot!(dutch(&world, &["ask 'Wie heeft MDTO gebruikt?' -b 'Wij willen in mei beginnen.' -t metadata --lang nl", "show wie-heeft-mdto-gebruikt-nl"]), @r"
$ COP_LANG=nl cop ask 'Wie heeft MDTO gebruikt?' -b 'Wij willen in mei beginnen.' -t metadata --lang nl
» Vastgelegd als [commit]
questions/wie-heeft-mdto-gebruikt.nl.md

$ COP_LANG=nl cop show wie-heeft-mdto-gebruikt-nl
Wie heeft MDTO gebruikt?
vraag, open, gewijzigd vandaag  questions/wie-heeft-mdto-gebruikt.nl.md
Trefwoorden   metadata
Gemaakt door  Ada Test

Wij willen in mei beginnen.
");
    assert_eq!(
        world.read("questions/wie-heeft-mdto-gebruikt.nl.md"),
        "---\ntags: [metadata]\n---\n\n# Wie heeft MDTO gebruikt?\n\nWij willen in mei beginnen.\n"
    );
    let answer = valid(&cop(&world, "ask 'Who knows?' --json").run(), "ask");
    assert_eq!(answer["ref"], "question/who-knows");
}

#[test]
fn answers_that_wait_for_a_question_do_not_become_its_own() {
    let world = tiny();
    world.write("questions/who-knows/ada.md", "# A stray\n");
    world.commit("Leave one behind");
    assert_eq!(world.cop(&["ask", "Who knows?", "-b", "x"]).done(), "questions/who-knows-2.md\n");
}

#[test]
fn what_is_like_it_is_shown_with_who_may_know() {
    let world = tiny();
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n");
    world.write("members/cy.md", "---\nname: Cy Shy\nemails: [cy@example.org]\nask_me: no\n---\n");
    world.commit("Members");
    world.write("questions/keep-letters.md", "# How long do we keep old letters?\n\nWe have many.\n");
    world.write("practices/keep-letters.md", "# Keep old letters in boxes\n\nThey last.\n");
    world.commit_by("Cy Shy", "cy@example.org", "Ask");
    world.write("questions/keep-letters/bo.md", "# How long do we keep old letters?\n\nTen years.\n");
    world.commit_by("Bo Guest", "bo@example.org", "Answer");
    cop(&world, "accept keep-letters/bo").run().done();
    insta::assert_snapshot!(transcript(&world, &["ask 'Keeping an old letter' -y", "ask 'Where is the bakery?' -y", "ask 'Scan boxes' -y"]), @r"
$ cop ask 'Keeping an old letter' -y
» Like it: How long do we keep old letters? (question, answered)  question/keep-letters
» Like it: Keep old letters in boxes (practice, draft)  practice/keep-letters
» May know: Bo Guest, gave the accepted answer to: How long do we keep old letters? (Nov)
» Committed [commit]
questions/keeping-an-old-letter.md

$ cop ask 'Where is the bakery?' -y
» Committed [commit]
questions/where-is-the-bakery.md

$ cop ask 'Scan boxes' -y
» Committed [commit]
questions/scan-boxes.md
");
}

#[test]
#[cfg(unix)]
fn on_a_terminal_enter_asks_and_only_a_choice_follows() {
    if !std::path::Path::new("/usr/bin/script").exists() {
        return;
    }
    for (keys, is_asked) in [("\r", true), ("\u{1b}[B\r", false)] {
        let world = tiny();
        world.write("questions/keep-letters.md", "# How long do we keep old letters?\n\nWe have many.\n");
        world.commit("Ask");
        let command = format!("'{}' ask 'Keeping an old letter' -b x", env!("CARGO_BIN_EXE_cop"));
        let run = world.command("script").args(&["-qec", &command, "/dev/null"]).env("SHELL", "/bin/sh").input(keys).run();
        assert_eq!(world.path("questions/keeping-an-old-letter.md").exists(), is_asked, "{run}");
        assert_eq!(run.stdout.contains("was not asked"), !is_asked, "{run}");
    }
}
