//! `cop edit`

use super::{dutch, tiny, transcript};
use crate::support::world::{Run, World};

/// cop on a terminal, with an editor that is a line of shell; `$1` is the file.
fn on_terminal(world: &World, line: &str, editor: &str) -> Run {
    world.write("../editor.sh", format!("#!/bin/sh\n{editor}\n"));
    let editor = format!("sh {}", world.path("../editor.sh").display());
    let command = format!("'{}' {line}", env!("CARGO_BIN_EXE_cop"));
    world.command("script").args(&["-qec", &command, "/dev/null"]).env("GIT_EDITOR", editor).env("SHELL", "/bin/sh").run()
}

/// What it said, however the screen broke its lines.
fn one_line(run: &Run) -> String {
    run.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn without_a_terminal_it_says_what_else_to_type() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["edit scan-maps", "edit scan-mops"]), @r#"
$ cop edit scan-maps
» error: there is no terminal to edit on
» hint: cop set practice/scan-maps KEY=VALUE changes a field
» hint: or change practices/scan-maps.md in any editor, then: cop save practice/scan-maps
[status 2]

$ cop edit scan-mops
» error: no document is called "scan-mops"
» hint: did you mean practice/scan-maps?
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["edit scan-maps"]), @r"
$ COP_LANG=nl cop edit scan-maps
» fout: er is geen terminal om op te bewerken
» tip: cop set practice/scan-maps VELD=WAARDE wijzigt een veld
» tip: of wijzig practices/scan-maps.md in welke editor ook, en daarna: cop save practice/scan-maps
[status 2]
");
}

#[test]
#[cfg(unix)]
fn a_text_is_edited_and_kept() {
    if !std::path::Path::new("/usr/bin/script").exists() {
        return;
    }
    let world = tiny();
    let head = || world.git(&["log", "-1", "--format=%s"]);
    let run = on_terminal(&world, "edit scan-maps", "echo 'More.' >> \"$1\"");
    assert_eq!((run.status, head().as_str()), (0, "practice/scan-maps: edited"), "{run}");
    assert!(world.read("practices/scan-maps.md").ends_with("More.\n"));
    let run = on_terminal(&world, "edit scan-maps", "sed -i 's/^tags:/status: proposed\\ntags:/' \"$1\"");
    assert_eq!((run.status, head().as_str()), (0, "practice/scan-maps: draft → proposed"), "{run}");
    let before = (world.git(&["rev-parse", "HEAD"]), world.read("practices/scan-maps.md"));
    for (editor, status, said) in [
        ("true", 0, "it is so already"),
        ("exit 3", 2, "did not end well"),
        (": > \"$1\"", 2, "the text is empty"),
        ("rm \"$1\"", 2, "the text is gone; nothing was written"),
        ("sed -i 's/^tags: .*/tags: [a/' \"$1\"", 2, "your text is kept in"),
    ] {
        let run = on_terminal(&world, "edit scan-maps", editor);
        assert!(run.status == status && one_line(&run).contains(said), "{editor}: {run}");
        assert_eq!((world.git(&["rev-parse", "HEAD"]), world.read("practices/scan-maps.md")), before, "{editor}");
    }
    // Somebody else is faster.
    let other = format!("echo 'Mine.' >> \"$1\"; echo 'Theirs.' >> '{}'", world.path("practices/scan-maps.md").display());
    let run = on_terminal(&world, "edit scan-maps", &other);
    let said = one_line(&run);
    assert!(run.status == 2 && said.contains("changed by somebody else") && said.contains("your text is kept in"), "{run}");
    assert!(world.read("practices/scan-maps.md").ends_with("Theirs.\n"));
}

#[test]
#[cfg(unix)]
fn an_editor_closed_on_the_template_stops_it() {
    if !std::path::Path::new("/usr/bin/script").exists() {
        return;
    }
    let world = tiny();
    let before = world.git(&["rev-parse", "HEAD"]);
    for line in ["ask 'Wherefore art thou?'", "answer hoe-lang", "add practice 'Fold maps'"] {
        let run = on_terminal(&world, line, "true");
        assert!(run.status == 2 && one_line(&run).contains("you left the text as it was"), "{run}");
        assert!(!one_line(&run).contains("your text is kept"), "{run}");
    }
    let run = on_terminal(&world, "add practice 'Fold maps'", "echo 'Fold.' >> \"$1\"; exit 1");
    assert!(one_line(&run).contains("the same command with -F"), "{run}");
    assert_eq!(world.git(&["rev-parse", "HEAD"]), before);
    let run = on_terminal(&world, "add practice 'Fold maps'", "echo 'Fold.' >> \"$1\"");
    assert_eq!(run.status, 0, "{run}");
}
