//! Whatever has the judge and everybody else read different things.

use super::{ANNA, BRAM, Club, DECISION, MALLORY, decision, member};

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

/// The rules, commits and severities of what is found.
fn weighed(club: &Club) -> Vec<String> {
    let answer = club.answer(&["--base", "base"]);
    let findings = answer["findings"].as_array().unwrap().iter();
    let text = |finding: &serde_json::Value, name: &str| finding[name].as_str().unwrap().to_owned();
    findings.map(|finding| ["severity", "rule", "path"].map(|name| text(finding, name)).join(" ")).collect()
}

/// What is said of it in Dutch, on one line.
fn dutch(club: &Club) -> String {
    let run = club.world.command("cop").args(&["check", "--history", "--base", "base", "--select", "HIS"]).env("COP_LANG", "nl").run();
    run.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_git_makes_another_file_of_is_found() {
    // What the commit has of it are some letters in no language; what everybody reads is a decision.
    let club = Club::new("");
    let world = &club.world;
    let mut text = decision("accepted");
    text.extend((text.len() % 2 == 1).then_some('\n'));
    world.write(".gitattributes", "decisions/0002* text working-tree-encoding=UTF-16BE\n");
    club.writes(MALLORY, "decisions/0002-use-pst.md", text);
    assert!(!world.git(&["show", "HEAD:decisions/0002-use-pst.md"]).contains("accepted"));
    assert_eq!(weighed(&club), ["error foreign-rules decisions/0002-use-pst.md"]);
    let said = dutch(&club);
    assert!(said.contains("een ander bestand van maken dan het beoordeelde: commit"), "{said}");
    // Whose file, in which folder, and by which of them.
    for (file, line, path) in [
        (".gitattributes", "*.md filter=x", DECISION),
        ("members/.gitattributes", "anna.md ident", "members/anna.md"),
        (".gitattributes", "[attr]odd ident\n*.yaml odd", "community.yaml"),
    ] {
        let club = Club::new("");
        club.writes(MALLORY, file, line);
        assert_eq!(weighed(&club), [format!("error foreign-rules {path}")]);
        club.world.git(&["tag", "--force", "base"]);
        assert_eq!(weighed(&club), [] as [String; 0]);
        club.writes(ANNA, "notes.txt", "Later");
        assert_eq!(weighed(&club), [format!("warning foreign-rules {path}")]);
        club.world.git(&["reset", "-q", "--hard", "base^"]);
        club.world.git(&["tag", "--force", "base"]);
        club.writes(ANNA, file, line);
        assert_eq!(weighed(&club), [format!("warning foreign-rules {path}")]);
    }
    // Lines that git reads differently than its library does: in quotes, and one that it passes over for a bad name.
    for line in [&format!("\"{DECISION}\" filter=x\n"), "decisions/0001* ident\n*.md -ident -%bad\n*.psd filter=lfs\n"] {
        let club = Club::new("");
        club.writes(MALLORY, ".gitattributes", line);
        assert_eq!(weighed(&club), [format!("error foreign-rules {DECISION}")]);
        club.world.git(&["reset", "-q", "--hard", "base"]);
        club.writes(MALLORY, ".gitattributes", "\"a b.psd\" filter=lfs\n*.psd filter=lfs\n*.md text=auto\n");
        assert_eq!(weighed(&club), [] as [String; 0]);
    }
    let club = Club::new("");
    club.writes(MALLORY, ".gitattributes", "*.png filter=lfs -text\n*.md text eol=lf working-tree-encoding=UTF-8 -filter\nx.md ident\n");
    assert_eq!(weighed(&club), [] as [String; 0]);
}

#[test]
fn what_is_put_out_of_sight_from_above_or_by_a_move_is_found_and_members_too() {
    // A line above the community, and one by which git already made another file of a folder.
    let club = Club::new("");
    let world = &club.world;
    club.writes(ANNA, DECISION, decision("accepted"));
    for path in ["community.yaml", "decisions", "members"] {
        world.write("docs/.keep", "");
        world.git(&["mv", path, &format!("docs/{path}")]);
    }
    world.commit("Into docs");
    let check = |lang: &str| {
        let arguments = ["-C", "docs", "check", "--history", "--base", "base", "--select", "HIS"];
        world.command("cop").args(&arguments).env("COP_LANG", lang).run()
    };
    for (file, line, said) in
        [(".gitignore", "docs/decisions/\n", "foreign-move"), (".gitattributes", "docs/decisions/* filter=x\n", "foreign-rules")]
    {
        world.git(&["tag", "--force", "base"]);
        let run = check("en");
        assert_eq!(run.status, 0, "{run}");
        club.writes(MALLORY, file, line);
        let run = check("en");
        assert!(run.status == 1 && run.stdout.contains(said), "{run}");
        world.git(&["reset", "-q", "--hard", "base"]);
        club.writes(ANNA, file, line);
        let run = check("en");
        assert_eq!(run.status, 0, "{run}");
        world.git(&["reset", "-q", "--hard", "base"]);
    }
    // A member who is nobody any more to whoever reads.
    let club = Club::new("");
    let world = &club.world;
    let hidden = club.writes(MALLORY, ".gitignore", "members/anna.md\n");
    club.assert_found(&[("foreign-member-file", "members/anna.md", &hidden)]);
    let said = dutch(&club);
    assert!(said.contains("het bestand van @anna is door een ander uit het zicht gehaald"), "{said}");
    for who in [ANNA, BRAM] {
        world.git(&["reset", "-q", "--hard", "base"]);
        club.writes(who, ".gitignore", "members/bram.md\n");
        club.assert_found(&[]);
    }
    // To where git ignores whatever comes.
    let club = Club::new("");
    let world = &club.world;
    world.write(".gitignore", "old/\n");
    club.writes(ANNA, DECISION, decision("accepted"));
    world.git(&["tag", "--force", "base"]);
    std::fs::create_dir_all(world.path("decisions/old")).unwrap();
    world.git(&["mv", DECISION, "decisions/old/0001-use-eml.md"]);
    world.git(&["commit", "-q", "--author", "Mallory <mallory@example.org>", "-m", "Move"]);
    let moved = world.git(&["rev-parse", "HEAD"]);
    let path = "decisions/old/0001-use-eml.md";
    club.assert_found(&[("foreign-edit", path, &moved), ("foreign-move", path, &moved)]);
}

#[test]
fn what_limits_show_otherwise_than_it_is_judged_is_found() {
    let large = format!("notes: \"{}\"\nstatus: ", "x".repeat(70_000));
    let many = format!("x: &accepted proposed\ny: [{}]\nstatus: *accepted", vec!["*accepted"; 70].join(", "));
    let shows = |club: &Club| club.world.cop(&["list", "-k", "decision"]).stdout;
    // Proposed to who reads all of it, and accepted to everybody else.
    let below =
        |front: &str| decision("proposed").replace("status: proposed", front).replace("## Context", "## Status\n\nAccepted\n\n## Context");
    for text in [below(&format!("{large}proposed")), below(&many)] {
        let club = Club::new("");
        let made = club.writes(MALLORY, "decisions/0002-use-pst.md", &text);
        assert!(shows(&club).contains("accepted"), "{}", shows(&club));
        club.assert_found(&[("foreign-move", "decisions/0002-use-pst.md", &made)]);
        let said = dutch(&club);
        assert!(said.contains("door iemand die daar niet over gaat: wie alles leest"), "{said}");
        club.world.git(&["reset", "-q", "--hard", "base"]);
        club.writes(ANNA, "decisions/0002-use-pst.md", &text);
        club.assert_found(&[]);
    }
    // Accepted, and out of sight.
    let huge = decision("accepted") + &"So it is. ".repeat(900_000);
    for text in [decision("accepted").replace("status: ", &large), huge] {
        let club = Club::new("");
        club.writes(ANNA, DECISION, decision("accepted"));
        club.world.git(&["tag", "--force", "base"]);
        let cut = club.writes(MALLORY, DECISION, &text);
        assert!(!shows(&club).contains("accepted"), "{}", shows(&club));
        assert!(club.found().contains(&format!("foreign-move {DECISION} {}", &cut[..7])), "{:?}", club.found());
        // What was there before is not told again, and what is as it was is no fault.
        club.world.git(&["tag", "--force", "base"]);
        club.writes(MALLORY, DECISION, decision("accepted"));
        assert!(!club.found().iter().any(|found| found.starts_with("foreign-move")), "{:?}", club.found());
    }
    let club = Club::new("");
    let file = member(ANNA.0, ANNA.1, "") + &"Hello there. ".repeat(700_000);
    let cut = club.writes(MALLORY, "members/anna.md", &file);
    club.assert_found(&[("foreign-member-file", "members/anna.md", &cut)]);
    club.world.git(&["reset", "-q", "--hard", "base"]);
    club.writes(ANNA, "members/anna.md", &file);
    club.assert_found(&[]);
}

#[test]
fn what_stands_behind_more_parts_than_are_read_is_found() {
    let club = Club::new("");
    let parts = format!("{}\n", "*a* ".repeat(20)).repeat(60_000);
    let text = format!(
        "# Use PST\n\nStatus: Accepted\n\n## Context\n\n{parts}\n\n## Status: Superseded by [x](0001-use-eml.md)\n\n## Decision\n\nPST\n"
    );
    let made = club.writes(MALLORY, "decisions/0002-use-pst.md", &text);
    let shown = club.world.cop(&["list", "-k", "decision"]).stdout;
    assert!(shown.contains("accepted"), "{shown}");
    club.assert_found(&[("foreign-move", "decisions/0002-use-pst.md", &made)]);
}

#[test]
fn one_line_of_what_git_ignores_does_not_stop_the_proof() {
    let club = Club::new("");
    let page = format!("practices/{}.md", "a".repeat(120));
    club.writes(BRAM, &page, "# Long\n");
    let hidden = "decisions/0001-use-eml.md";
    club.writes(ANNA, hidden, decision("accepted"));
    club.world.git(&["tag", "--force", "base"]);
    let foreign = club.writes(MALLORY, ".gitignore", format!("{}b\n{hidden}\n", "*a".repeat(12)));
    club.assert_found(&[("foreign-move", hidden, &foreign)]);
}
