//! `cop review`

use super::{cop, dutch, tiny, transcript, valid};

#[test]
fn what_is_still_true_says_so_and_settles_its_flags() {
    let world = tiny();
    cop(&world, "flag scan-letters wrong -m 'It is 600'").run().done();
    insta::assert_snapshot!(transcript(&world, &["review", "review scan-letters", "review scan-letters fine", "review still-true", "review scan-letters still-true -m 'I measured it'", "review scan-letters still-true", "review"]), @r#"
$ cop review
Scan letters
practices/scan-letters.md
Why  wrong, says Ada Test: It is 600

At 300 dpi, in colour.

cop review practice/scan-letters still-true
cop review practice/scan-letters revised
cop review practice/scan-letters outdated

$ cop review scan-letters
» error: you did not say how it is
» hint: cop review scan-letters still-true
» hint: cop review scan-letters revised
» hint: cop review scan-letters outdated
[status 2]

$ cop review scan-letters fine
» error: "fine" is no outcome of a review
» hint: one of these: still-true, revised, outdated
[status 2]

$ cop review still-true
» error: you did not say which document
» hint: cop review REF still-true
[status 2]

$ cop review scan-letters still-true -m 'I measured it'
» Committed [commit]
» One flag is settled
» Next review: 2027-11-22
practices/scan-letters.md

$ cop review scan-letters still-true
» Nothing to change: it is so already
» Next review: 2027-11-22
practices/scan-letters.md

$ cop review
Nothing waits for a review.
The next is due on 1 Jun 2027.
"#);
    insta::assert_snapshot!(world.git(&["log", "-1", "-p", "--format=%B"]), @r"
practice/scan-letters: reviewed, still true

I measured it


diff --git a/flags/2026-11-22-scan-letters-ada.md b/flags/2026-11-22-scan-letters-ada.md
index [commit]..[commit] 100644
--- a/flags/2026-11-22-scan-letters-ada.md
+++ b/flags/2026-11-22-scan-letters-ada.md
@@ -2,6 +2,7 @@
 about: practice/scan-letters
 type: wrong
 reason: It is 600
+status: settled
 ---
 
 # Scan letters is wrong
diff --git a/practices/scan-letters.md b/practices/scan-letters.md
index [commit]..1942169 100644
--- a/practices/scan-letters.md
+++ b/practices/scan-letters.md
@@ -1,6 +1,7 @@
 ---
 tags: [scan]
 status: adopted
+reviewed: 2026-11-22
 ---
 
 # Scan letters
");
    assert_eq!(cop(&world, "check").run().status, 0);
}

#[test]
fn what_i_changed_is_the_revision() {
    let world = tiny();
    insta::assert_snapshot!(dutch(&world, &["review scan-letters herzien"]), @r"
$ COP_LANG=nl cop review scan-letters herzien
» fout: in practice/scan-letters is niets veranderd
» practices/scan-letters.md
» tip: wijzig eerst het bestand; op een terminal zou je editor opengaan
» tip: klopt het zoals het er staat: cop review practice/scan-letters klopt-nog
[status 2]
");
    world.write("practices/scan-letters.md", world.read("practices/scan-letters.md") + "Or 600.\n");
    insta::assert_snapshot!(dutch(&world, &["review scan-letters klopt-nog", "review scan-letters herzien"]), @r"
$ COP_LANG=nl cop review scan-letters klopt-nog
» fout: in dit bestand staan wijzigingen van jou die nog niet zijn vastgelegd
» practices/scan-letters.md
» tip: zijn die wijzigingen de herziening: cop review practice/scan-letters herzien
» tip: bewaar ze eerst met cop save; of neem ze mee met --with-my-edits, of commit niets met --no-commit
[status 2]

$ COP_LANG=nl cop review scan-letters herzien
» Vastgelegd als [commit]
» Weer nakijken: 2027-11-22
practices/scan-letters.md
");
    assert_eq!(world.git(&["status", "--short"]), "");
    assert_eq!(world.git(&["log", "-1", "--format=%s"]), "practice/scan-letters: reviewed and revised");
    assert!(world.read("practices/scan-letters.md").contains("reviewed: 2026-11-22"));
}

#[test]
fn what_is_outdated_is_flagged_and_not_reviewed() {
    let world = tiny();
    let answer = valid(&cop(&world, "review scan-letters outdated -m Gone --json").run(), "review");
    assert_eq!(answer["path"], "flags/2026-11-22-scan-letters-ada.md");
    assert!(!world.read("practices/scan-letters.md").contains("reviewed"));
    let next = valid(&cop(&world, "review --json").run(), "review-next");
    assert_eq!((next["next"]["reason"].as_str(), next["next"]["flags"][0]["reason"].as_str()), (Some("flagged"), Some("Gone")));
    world.write("practices/gone.md", "---\nstatus: retired\n---\n\n# Gone\n");
    world.commit("Gone");
    insta::assert_snapshot!(transcript(&world, &["review gone still-true", "review 2026-11-22-scan-letters-ada still-true"]), @r"
$ cop review gone still-true
» error: practice/gone is retired, and what no longer holds is not reviewed
» hint: to bring it back: cop mark practice/gone draft
[status 2]

$ cop review 2026-11-22-scan-letters-ada still-true
» error: flag/2026-11-22-scan-letters-ada is a flag itself; a review of what it is about settles it
» hint: cop review practice/scan-letters
[status 2]
");
}

#[test]
fn it_is_written_under_the_community_s_own_key() {
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Tiny\nkinds:\n  practice:\n    fields: {reviewed: last_reviewed_on}\n");
    world.commit("Keys");
    cop(&world, "review scan-letters still-true").run().done();
    assert!(world.read("practices/scan-letters.md").contains("last_reviewed_on: 2026-11-22"));
}

#[test]
fn what_is_past_its_day_comes_after_what_changed_nearby() {
    let world = tiny();
    world.write("practices/old.md", "---\nstatus: adopted\nreviewed: 2024-01-01\nreview_every: 1 month\n---\n\n# Old\n");
    world.write("practices/near.md", "---\nstatus: adopted\n---\n\n# Near\n\nSee [maps](scan-maps.md).\n");
    world.commit("More");
    assert_eq!(cop(&world, "review --json").run().json()["next"]["ref"], "practice/old");
    world.git(&["commit", "--quiet", "--allow-empty", "--message", "Wait"]);
    world.write("practices/scan-maps.md", "# Scan maps\n\nAt 600 dpi.\n");
    world.git(&["add", "--all"]);
    let late = world.command("git").args(&["commit", "--quiet", "--message", "Maps"]).env("GIT_AUTHOR_DATE", "2026-08-01T09:00:00Z").run();
    assert_eq!(late.status, 0, "{late}");
    insta::assert_snapshot!(dutch(&world, &["review"]), @r"
$ COP_LANG=nl cop review
Near
practices/near.md
Waarom  sindsdien veranderd, en hier gelinkt: Scan maps

See maps (scan-maps.md).

cop review practice/near klopt-nog
cop review practice/near herzien
cop review practice/near verouderd
Er wacht er nog één.
");
}

#[test]
#[cfg(unix)]
fn on_a_terminal_one_comes_after_another_until_the_person_stops() {
    if !std::path::Path::new("/usr/bin/script").exists() {
        return;
    }
    let world = tiny();
    world.write("practices/scan-maps.md", "---\ntags: [scan, maps]\nstatus: adopted\nreviewed: 2025-01-01\n---\n\n# Scan maps\n\nText.\n");
    world.write("practices/scan-books.md", "---\nstatus: adopted\nreviewed: 2025-02-01\n---\n\n# Scan books\n\nText.\n");
    world.write("practices/scan-films.md", "---\nstatus: adopted\nreviewed: 2025-03-01\n---\n\n# Scan films\n\nText.\n");
    world.commit("More");
    let (down, stop) = ("\u{1b}[B", "\u{1b}");
    let command = format!("'{}' review", env!("CARGO_BIN_EXE_cop"));
    let script = world.command("script").args(&["-qec", &command, "/dev/null"]).env("SHELL", "/bin/sh");
    // The first is put off, the second still true, the third not looked at any more.
    let run = script.input(format!("{down}{down}{down}\r\r{stop}")).run();
    assert_eq!(run.status, 0, "{run}");
    let shown: Vec<_> = ["# Scan maps", "Scan maps", "Scan books", "Scan films"].map(|title| run.stdout.find(title)).to_vec();
    assert!(shown[0].is_none() && shown[1..].is_sorted() && shown[1].is_some(), "{shown:?} {run}");
    assert_eq!(
        world.git(&["show", "--format=%s", "--name-status"]),
        "practice/scan-books: reviewed, still true\n\nM\tpractices/scan-books.md"
    );
}
