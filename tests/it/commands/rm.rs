//! `cop rm`

use super::{cop, dutch, example, tiny, transcript, valid};

#[test]
fn a_document_goes_with_what_is_its_own() {
    let world = tiny();
    world.write("practices/scan-maps/box.png", "png");
    world.commit("A picture");
    insta::assert_snapshot!(transcript(&world, &["rm scan-maps --dry-run", "rm scan-maps -m 'By mistake'", "show scan-maps"]), @r#"
$ cop rm scan-maps --dry-run
diff --git a/practices/scan-maps.md b/practices/scan-maps.md
deleted file mode 100644
--- a/practices/scan-maps.md
+++ /dev/null
@@ -1,7 +0,0 @@
----
-tags: [scan, maps]
----
-
-# Scan maps
-
-See [letters](scan-letters.md).
diff --git a/practices/scan-maps/box.png b/practices/scan-maps/box.png
deleted file mode 100644
--- a/practices/scan-maps/box.png
+++ /dev/null
@@ -1 +0,0 @@
-png
\ No newline at end of file

$ cop rm scan-maps -m 'By mistake'
» Committed [commit]
practices/scan-maps.md

$ cop show scan-maps
» error: no document is called "scan-maps"
» hint: documents with some of these words: cop search "scan-maps"
[status 2]
"#);
    insta::assert_snapshot!(world.git(&["show", "--format=%B", "--name-status"]), @r"
Remove practice/scan-maps

By mistake


D	practices/scan-maps.md
D	practices/scan-maps/box.png
");
    assert!(!world.path("practices/scan-maps").exists());
    let run = cop(&world, "delete hoe-lang --json").run();
    assert_eq!(valid(&run, "rm")["ref"], "question/hoe-lang-nl");
}

#[test]
fn what_is_referred_to_stays() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["rm scan-letters", "rm scan-lettres"]), @r#"
$ cop rm scan-letters
» error: something refers to practice/scan-letters: practices/scan-maps.md:7
» hint: better: cop mark practice/scan-letters retired keeps it, and all that refers to it
[status 2]

$ cop rm scan-lettres
» error: no document is called "scan-lettres"
» hint: did you mean practice/scan-letters?
[status 2]
"#);
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["rm how-often-should-we-meet", "rm fetch-and-bring", "rm @anna"]), @r"
$ cop rm how-often-should-we-meet
» error: question/how-often-should-we-meet has 2 answers, which would be lost with it
» hint: better: cop mark question/how-often-should-we-meet closed keeps it, and all that refers to it
[status 2]

$ cop rm fetch-and-bring
» error: 6 places refer to practice/fetch-and-bring: glossary/fetching-and-bringing.md:12, members/ines.md:18, members/kees.md:18, practices/kennis-halen-en-brengen.nl.md:6, practices/kennis-halen-en-brengen.nl.md:11, …
» hint: better: cop mark practice/fetch-and-bring retired keeps it, and all that refers to it
[status 2]

$ cop rm @anna
» error: 25 places refer to member/anna: decisions/0001-knowledge-in-plain-files.md:4, decisions/0002-meet-every-two-weeks.md:4, decisions/0002-meet-every-two-weeks.md:7, decisions/0003-elke-vraag-krijgt-een-eerste-antwoord.nl.md:4, decisions/0004-meet-every-six-weeks.md:4, …
» hint: better: cop mark member/anna alumnus keeps it, and all that refers to it
[status 2]
");
    insta::assert_snapshot!(dutch(&world, &["rm how-often-should-we-meet", "rm fetch-and-bring"]), @r"
$ COP_LANG=nl cop rm how-often-should-we-meet
» fout: question/how-often-should-we-meet heeft 2 antwoorden, en die zouden ook verdwijnen
» tip: beter: met cop mark question/how-often-should-we-meet gesloten blijft het bewaard, en kloppen de verwijzingen
[status 2]

$ COP_LANG=nl cop rm fetch-and-bring
» fout: op 6 plaatsen wordt nog verwezen naar practice/fetch-and-bring: glossary/fetching-and-bringing.md:12, members/ines.md:18, members/kees.md:18, practices/kennis-halen-en-brengen.nl.md:6, practices/kennis-halen-en-brengen.nl.md:11, …
» tip: beter: met cop mark practice/fetch-and-bring vervallen blijft het bewaard, en kloppen de verwijzingen
[status 2]
");
}

#[test]
fn what_is_in_no_commit_stays() {
    let world = tiny();
    world.write("practices/scan-maps/a.png", "png");
    world.commit("A picture");
    world.write("practices/scan-maps/un.txt", "UN");
    insta::assert_snapshot!(transcript(&world, &["rm scan-maps", "rm scan-maps --with-my-edits"]), @r"
$ cop rm scan-maps
» error: this file is in no commit, so nothing would be left of it
» practices/scan-maps/un.txt
» hint: cop save keeps it first; rm practices/scan-maps/un.txt takes it away for good
[status 2]

$ cop rm scan-maps --with-my-edits
» error: this file is in no commit, so nothing would be left of it
» practices/scan-maps/un.txt
» hint: cop save keeps it first; rm practices/scan-maps/un.txt takes it away for good
[status 2]
");
    assert_eq!(world.read("practices/scan-maps/un.txt"), "UN");
    std::fs::remove_file(world.path("practices/scan-maps/un.txt")).unwrap();
    let edited = world.read("practices/scan-maps.md") + "\nMore.\n";
    world.write("practices/scan-maps.md", &edited);
    insta::assert_snapshot!(dutch(&world, &["rm scan-maps"]), @r"
$ COP_LANG=nl cop rm scan-maps
» fout: in dit bestand staan wijzigingen van jou die nog niet zijn vastgelegd
» practices/scan-maps.md
» tip: bewaar ze eerst met cop save; met --with-my-edits verdwijnen ze mee
[status 2]
");
    world.cop(&["rm", "scan-maps", "--with-my-edits"]).done();
    world.cop(&["undo"]).done();
    assert_eq!(world.read("practices/scan-maps.md"), edited);
}

#[cfg(unix)]
#[test]
fn a_link_that_stays_behind_is_told() {
    let world = tiny();
    world.write("practices/scan-maps/a.png", "png");
    std::os::unix::fs::symlink("a.png", world.path("practices/scan-maps/ln.png")).unwrap();
    world.commit("A picture");
    for line in ["rename scan-maps Kaarten", "rm kaarten"] {
        if line.starts_with("rm") {
            std::os::unix::fs::symlink("a.png", world.path("practices/kaarten/ln.png")).unwrap();
            world.commit("Another link");
        }
        let run = cop(&world, line).run();
        assert!(run.status == 0 && run.stderr.contains("this link stays where it is"), "{run}");
        assert!(run.stderr.contains("ln.png"), "{run}");
    }
}

#[test]
fn edits_that_no_commit_would_have_stay() {
    let world = tiny();
    world.write("practices/lone.md", "# Lone\n");
    world.commit("Lone");
    world.write("practices/lone.md", "# Lone\n\nMore.\n");
    let run = cop(&world, "rm lone --no-commit").run();
    assert_eq!(run.status, 2, "{run}");
    assert!(run.stderr.contains("hint: cop save"), "{run}");
    assert_eq!(world.read("practices/lone.md"), "# Lone\n\nMore.\n");
    cop(&world, "rm lone --with-my-edits").run().done();
    world.cop(&["undo"]).done();
    assert_eq!(world.read("practices/lone.md"), "# Lone\n\nMore.\n");
}
