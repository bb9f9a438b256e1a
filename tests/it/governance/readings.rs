//! Whatever has the judge and everybody else read different things.

use super::{ANNA, Club, DECISION, MALLORY, decision};

#[cfg(unix)]
#[test]
fn settings_behind_a_link_or_in_another_repository_are_found() {
    let kind = "paths: [\"rules/*.md\", \"decisions/*.md\"]\n";
    let link = |club: &Club, target: &str, path: &str| {
        let path = club.world.root().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(target, path).unwrap();
        club.world.commit_by(MALLORY.0, MALLORY.1, "Link")
    };
    for (target, path) in [
        ("../../../practices/decision/kind.yaml", ".cop/kinds/decision/kind.yaml"),
        ("../../practices/decision", ".cop/kinds/decision"),
        ("../practices", ".cop/kinds"),
    ] {
        let club = Club::new("");
        let world = &club.world;
        club.writes(MALLORY, "practices/decision/kind.yaml", kind);
        let linked = link(&club, target, path);
        let accepted = club.writes(MALLORY, "rules/0002-use-pst.md", decision("accepted"));
        // Nobody reads through it, so that there is nothing that the judge does not see.
        let read = world.cop(&["list", "-k", "decision"]);
        assert!(read.status == 2 && read.stderr.contains("link"), "{read}");
        world.git(&["rm", "-q", path]);
        let away = world.commit_by(ANNA.0, ANNA.1, "Away");
        assert_ne!(accepted, away);
        club.assert_found(&[("foreign-rules", path, &linked)]);
    }
    // The settings themselves: what is judged stays as the base says, and a base that is a link says nothing.
    let club = Club::new("");
    let world = &club.world;
    world.git(&["mv", "community.yaml", "other.yaml"]);
    let linked = link(&club, "other.yaml", "community.yaml");
    let moved = club.writes(MALLORY, DECISION, decision("accepted"));
    assert_eq!(
        club.found(),
        [
            format!("foreign-move {DECISION} {}", &moved[..7]),
            format!("foreign-rules community.yaml {}", &linked[..7]),
            format!("foreign-rules community.yaml {}", &linked[..7]),
        ]
    );
    for (lang, said) in [("en", "community.yaml is a link"), ("nl", "community.yaml is in HEAD een symbolische koppeling")] {
        let run = world.command("cop").args(&["check", "--history", "--base", "HEAD"]).env("COP_LANG", lang).run();
        assert!(run.status == 2 && run.stderr.contains(said), "{run}");
    }
    // Another repository, which stands in the commit by name only.
    let club = Club::new("");
    let world = &club.world;
    let id = world.git(&["rev-parse", "HEAD"]);
    world.git(&["update-index", "--add", "--cacheinfo", &format!("160000,{id},.cop")]);
    world.git(&["commit", "-q", "--author", "Mallory <mallory@example.org>", "-m", "Another"]);
    let another = world.git(&["rev-parse", "HEAD"]);
    club.assert_found(&[("foreign-rules", ".cop", &another)]);
    let said = world.command("cop").args(&["check", "--history", "--base", "base", "--select", "HIS"]).env("COP_LANG", "nl").run();
    assert!(said.status == 1 && said.stdout.contains("zet het bestand of de map zelf"), "{said}");
}
