//! `cop man`

use super::{cop, dutch, transcript};
use crate::support::world::World;

#[test]
fn every_command_has_a_page_without_a_fault() {
    let world = World::without_git();
    let has_man = std::process::Command::new("man").arg("--version").output().is_ok_and(|output| output.status.success());
    for name in ["", "search", "list", "show", "history", "contributors", "doctor", "demo", "help", "completions", "man", "schema"] {
        let page = cop(&world, &format!("man {name}")).run().done();
        assert!(page.contains(".SH NAME") && page.contains(".SH SYNOPSIS"), "{name}");
        if !has_man {
            eprintln!("skipped: no man");
            continue;
        }
        world.write("page.1", &page);
        let read = world.command("man").args(&["--warnings", "-l", "page.1"]).env("MANWIDTH", "80").run();
        assert_eq!((read.status, read.stderr.as_str()), (0, ""), "{read}");
        assert!(read.stdout.contains("cop"), "{read}");
    }
}

#[test]
fn a_page_that_is_none_is_said() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["man dance"]), @r#"
    $ cop man dance
    » error: there is no command "dance"
    » hint: all that can be asked: cop --help, and cop COMMAND --help
    [status 2]
    "#);
    insta::assert_snapshot!(dutch(&world, &["man dans"]), @r#"
    $ COP_LANG=nl cop man dans
    » fout: er is geen opdracht "dans"
    » tip: alles wat je kunt vragen: cop --help, en cop OPDRACHT --help
    [status 2]
    "#);
    assert!(cop(&world, "man search").env("COP_LANG", "nl").run().done().contains("Zoek documenten"));
}

#[test]
fn the_manual_page_is_for_man() {
    let text = World::new().cop(&["man"]).done();
    assert!(text.lines().any(|line| line.starts_with(".TH cop 1")), "{text}");
    assert!(text.contains("contributors"), "{text}");
}
