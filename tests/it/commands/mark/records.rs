//! `cop mark`: records that say their state in the text, and what takes the place of what.

use crate::commands::{dutch, tiny, transcript};
use crate::support::world::World;

/// Records as adr-tools makes them, of which the second takes the place of the first when that is said.
fn records() -> World {
    let world = tiny();
    for (number, title) in [(1, "Use mail"), (2, "Use chat"), (3, "Use both")] {
        let name = format!("decisions/000{number}-{}.md", title.to_lowercase().replace(' ', "-"));
        let text = format!(
            "# {number}. {title}\n\nDate: 2024-01-1{number}\n\n## Status\n\nAccepted\n\n## Context\n\nIt was so.\n\n## Decision\n\nWe do.\n\n## Consequences\n\nNone.\n"
        );
        world.write(&name, &text);
    }
    world.commit("Older records");
    world
}

#[test]
fn a_state_that_the_text_says_is_said_there() {
    let world = records();
    insta::assert_snapshot!(transcript(&world, &["mark 1 deprecated", "mark 2 superseded --superseded-by 3", "show 2"]), @r"
$ cop mark 1 deprecated
» Committed [commit]
» 1. Use mail  accepted → deprecated
decisions/0001-use-mail.md

$ cop mark 2 superseded --superseded-by 3
» Committed [commit]
» 2. Use chat  accepted → superseded
» Changed with it: decisions/0003-use-both.md
decisions/0002-use-chat.md

$ cop show 2
2. Use chat
decision, superseded, changed today  decisions/0002-use-chat.md
Date     2024-01-12
Made by  Ada Test

Date: 2024-01-12

Status

Superseded by 3. Use both (0003-use-both.md)

Context

It was so.

Decision

We do.

Consequences

None.

Superseded by
  3. Use both  decisions/0003-use-both.md
");
    insta::assert_snapshot!(world.git(&["diff", "-U1", "HEAD~2", "--", "decisions"]), @r"
diff --git a/decisions/0001-use-mail.md b/decisions/0001-use-mail.md
index [commit]..[commit] 100644
--- a/decisions/0001-use-mail.md
+++ b/decisions/0001-use-mail.md
@@ -6,3 +6,3 @@ Date: 2024-01-11
 
-Accepted
+Deprecated
 
diff --git a/decisions/0002-use-chat.md b/decisions/0002-use-chat.md
index [commit]..[commit] 100644
--- a/decisions/0002-use-chat.md
+++ b/decisions/0002-use-chat.md
@@ -6,3 +6,3 @@ Date: 2024-01-12
 
-Accepted
+Superseded by [3. Use both](0003-use-both.md)
 
diff --git a/decisions/0003-use-both.md b/decisions/0003-use-both.md
index [commit]..[commit] 100644
--- a/decisions/0003-use-both.md
+++ b/decisions/0003-use-both.md
@@ -8,2 +8,4 @@ Accepted
 
+Supersedes [2. Use chat](0002-use-chat.md)
+
 ## Context
");
    insta::assert_snapshot!(transcript(&world, &["set 2 superseded_by=", "set 2 --remove superseded_by", "mark 2 accepted", "add decision 'Use neither' -b Quiet. --set supersedes=3", "add decision 'Use paper'"]), @r"
$ cop set 2 superseded_by=
» error: the text says another state here, and that is not cop's to change
» decisions/0002-use-chat.md:7:29
»    |  Superseded by [3. Use both](0003-use-both.md)
»    |                              ^
» hint: change it in the text; or take it out there, and do this again
[status 2]

$ cop set 2 --remove superseded_by
» error: the text says another state here, and that is not cop's to change
» decisions/0002-use-chat.md:7:29
»    |  Superseded by [3. Use both](0003-use-both.md)
»    |                              ^
» hint: change it in the text; or take it out there, and do this again
[status 2]

$ cop mark 2 accepted
» Committed [commit]
» 2. Use chat  superseded → accepted
» Changed with it: decisions/0003-use-both.md
» note: decisions/0002-use-chat.md: from superseded to accepted is not a usual step here; nothing usually follows superseded
decisions/0002-use-chat.md

$ cop add decision 'Use neither' -b Quiet. --set supersedes=3
» Committed [commit]
decisions/0004-use-neither.md

$ cop add decision 'Use paper'
» Committed [commit]
decisions/0005-use-paper.md
");
    assert_eq!(world.git(&["diff", "HEAD~4", "--stat", "--", "decisions/0002-use-chat.md"]), "");
    insta::assert_snapshot!(world.read("decisions/0003-use-both.md").split("## Context").next().unwrap(), @r"
# 3. Use both

Date: 2024-01-13

## Status

Superseded by [4. Use neither](0004-use-neither.md)
");
    insta::assert_snapshot!(world.read("decisions/0004-use-neither.md"), @r"
# 4. Use neither

Date: 2026-11-22

## Status

Proposed

Supersedes [3. Use both](0003-use-both.md)

Quiet.
");
    insta::assert_snapshot!(world.read("decisions/0005-use-paper.md"), @r"
# 5. Use paper

Date: 2026-11-22

## Status

Proposed

## Context

## Decision

## Consequences
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_state_behind_a_label_is_said_there_in_the_words_of_its_neighbours() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Klein\nlanguage: nl\n");
    for (number, title, status) in [(1, "Mail", "aangenomen"), (2, "Chat", "aangenomen"), (3, "Bord", "ingetrokken")] {
        let text = format!("# {title}\n\n* Status: {status}\n* Datum: 2024-01-1{number}\n\n## Context\n\nZo was het.\n");
        world.write(&format!("besluiten/000{number}-{}.md", title.to_lowercase()), &text);
    }
    world.commit("Oude besluiten");
    insta::assert_snapshot!(dutch(&world, &["mark 1 vervallen", "mark 2 vervangen --superseded-by 3", "add besluit 'Alleen post' -b 'Zo is het.'"]), @r"
$ COP_LANG=nl cop mark 1 vervallen
» Vastgelegd als [commit]
» Mail  aanvaard → vervallen
besluiten/0001-mail.md

$ COP_LANG=nl cop mark 2 vervangen --superseded-by 3
» Vastgelegd als [commit]
» Chat  aanvaard → vervangen
» Ook gewijzigd: besluiten/0003-bord.md
besluiten/0002-chat.md

$ COP_LANG=nl cop add besluit 'Alleen post' -b 'Zo is het.'
» Vastgelegd als [commit]
besluiten/0004-alleen-post.md
");
    insta::assert_snapshot!(world.git(&["diff", "-U0", "HEAD~3", "--", "besluiten"]), @r"
diff --git a/besluiten/0001-mail.md b/besluiten/0001-mail.md
index [commit]..[commit] 100644
--- a/besluiten/0001-mail.md
+++ b/besluiten/0001-mail.md
@@ -3 +3 @@
-* Status: aangenomen
+* Status: ingetrokken
diff --git a/besluiten/0002-chat.md b/besluiten/0002-chat.md
index [commit]..5782560 100644
--- a/besluiten/0002-chat.md
+++ b/besluiten/0002-chat.md
@@ -3 +3 @@
-* Status: aangenomen
+* Status: vervangen door [Bord](0003-bord.md)
diff --git a/besluiten/0003-bord.md b/besluiten/0003-bord.md
index [commit]..[commit] 100644
--- a/besluiten/0003-bord.md
+++ b/besluiten/0003-bord.md
@@ -3 +3 @@
-* Status: ingetrokken
+* Status: ingetrokken, vervangt [Chat](0002-chat.md)
diff --git a/besluiten/0004-alleen-post.md b/besluiten/0004-alleen-post.md
new file mode 100644
index 0000000..[commit]
--- /dev/null
+++ b/besluiten/0004-alleen-post.md
@@ -0,0 +1,6 @@
+# Alleen post
+
+* Status: voorgesteld
+* Datum: 2026-11-22
+
+Zo is het.
");
    insta::assert_snapshot!(dutch(&world, &["mark 2 aanvaard"]), @r"
$ COP_LANG=nl cop mark 2 aanvaard
» Vastgelegd als [commit]
» Chat  vervangen → aanvaard
» Ook gewijzigd: besluiten/0003-bord.md
» opmerking: besluiten/0002-chat.md: van vervangen naar aanvaard is hier geen gewone stap; na vervangen komt meestal niets meer
besluiten/0002-chat.md
");
    insta::assert_snapshot!(world.git(&["show", "-U0", "--format=%s"]), @r"
decision/0002-chat: vervangen → aanvaard

diff --git a/besluiten/0002-chat.md b/besluiten/0002-chat.md
index 5782560..[commit] 100644
--- a/besluiten/0002-chat.md
+++ b/besluiten/0002-chat.md
@@ -3 +3 @@
-* Status: vervangen door [Bord](0003-bord.md)
+* Status: aanvaard
diff --git a/besluiten/0003-bord.md b/besluiten/0003-bord.md
index [commit]..[commit] 100644
--- a/besluiten/0003-bord.md
+++ b/besluiten/0003-bord.md
@@ -3 +3 @@
-* Status: ingetrokken, vervangt [Chat](0002-chat.md)
+* Status: ingetrokken
");
}

#[test]
fn nothing_takes_the_place_of_what_took_its_own() {
    let world = records();
    world.write("decisions/0004-new.md", "---\nstatus: accepted\n---\n\n# New\n");
    world.write("decisions/0005-newer.md", "---\nstatus: accepted\n---\n\n# Newer\n");
    world.commit("New ones");
    insta::assert_snapshot!(transcript(&world, &[
        "mark 4 superseded --superseded-by 5",
        "mark 5 superseded --superseded-by 4",
        "set 4 supersedes=5",
        "mark 5 superseded --superseded-by 1",
        "mark 1 superseded --superseded-by 4",
        "mark 4 accepted",
    ]), @r"
$ cop mark 4 superseded --superseded-by 5
» Committed [commit]
» New  accepted → superseded
» Changed with it: decisions/0005-newer.md
decisions/0004-new.md

$ cop mark 5 superseded --superseded-by 4
» error: superseded_by would go round in a circle: decision/0005-newer → decision/0004-new → decision/0005-newer
» hint: if 0004-new is in force again: cop mark 0004-new accepted
[status 2]

$ cop set 4 supersedes=5
» error: supersedes would go round in a circle: decision/0004-new → decision/0005-newer → decision/0004-new
» hint: if 0004-new is in force again: cop mark 0004-new accepted
[status 2]

$ cop mark 5 superseded --superseded-by 1
» Committed [commit]
» Newer  accepted → superseded
» Changed with it: decisions/0001-use-mail.md
decisions/0005-newer.md

$ cop mark 1 superseded --superseded-by 4
» error: superseded_by would go round in a circle: decision/0001-use-mail → decision/0004-new → decision/0005-newer → decision/0001-use-mail
» hint: if 0004-new is in force again: cop mark 0004-new accepted
[status 2]

$ cop mark 4 accepted
» Committed [commit]
» New  superseded → accepted
» Changed with it: decisions/0005-newer.md
» note: decisions/0004-new.md: from superseded to accepted is not a usual step here; nothing usually follows superseded
decisions/0004-new.md
");
    insta::assert_snapshot!(dutch(&world, &["set 1 superseded_by=5"]), @r"
$ COP_LANG=nl cop set 1 superseded_by=5
» fout: superseded_by zou in een kring rondgaan: decision/0001-use-mail → decision/0005-newer → decision/0001-use-mail
» tip: als 0005-newer weer geldt: cop mark 0005-newer aanvaard
[status 2]
");
    insta::assert_snapshot!(world.git(&["show", "-U0", "--format=%s", "HEAD"]), @r"
decision/0004-new: superseded → accepted

diff --git a/decisions/0004-new.md b/decisions/0004-new.md
index [commit]..[commit] 100644
--- a/decisions/0004-new.md
+++ b/decisions/0004-new.md
@@ -2,2 +2 @@
-status: superseded
-superseded_by: decision/0005-newer
+status: accepted
diff --git a/decisions/0005-newer.md b/decisions/0005-newer.md
index [commit]..[commit] 100644
--- a/decisions/0005-newer.md
+++ b/decisions/0005-newer.md
@@ -3 +2,0 @@ status: superseded
-supersedes: decision/0004-new
");
}

/// A record with this under `## Status`, and two others that it can speak of.
fn saying(status: &str) -> World {
    let world = records();
    world.write(
        "decisions/0004-use-post.md",
        format!("# 4. Use post\n\nDate: 2024-01-14\n\n## Status\n\n{status}\n\n## Context\n\nIt was so.\n"),
    );
    world.commit("One more");
    world
}

#[test]
fn what_the_writer_says_beside_the_state_stays() {
    let cases = [
        ("Proposed\n\nAmended by [1. Use mail](0001-use-mail.md)", "Amended by [1. Use mail](0001-use-mail.md)"),
        ("Proposed\r\n\r\nAmended by [1. Use mail](0001-use-mail.md)\r", "Amended by [1. Use mail](0001-use-mail.md)"),
        ("Proposed\n\n```\nRejected\n```", "```\nRejected\n```"),
        ("Proposed\n\n> accepted on 1 May by the board", "> accepted on 1 May by the board"),
        ("Proposed\n\n    Accepted", "    Accepted"),
        ("Proposed\n\n<!--\nAccepted\n-->", "<!--\nAccepted\n-->"),
        ("Proposed\n\n### History\n\n- Rejected\n- proposed\n  in 2019 by me", "- Rejected\n- proposed\n  in 2019 by me"),
        ("* Proposed\n  * Accepted by Bob on 2020\n* Accepted", "  * Accepted by Bob on 2020\n* Accepted"),
        ("* Proposed\n* accepted, supersedes [2. Use chat](0002-use-chat.md)", "* accepted, supersedes [2. Use chat](0002-use-chat.md)"),
        ("Proposed (since May)\nAccepted\nline three", "\nAccepted\nline three"),
        ("2020-01-01 proposed\n2020-02-01 accepted", "2020-01-01 proposed\n2020-02-01 accepted"),
        ("[Proposed](http://x.example/z) see", "](http://x.example/z) see"),
        ("- [ ] Proposed\n- [x] Accepted", "- [x] Accepted"),
        ("Accepted on 2020-01-01 by the board, for two years", "by the board, for two years"),
        ("| Date | State |\n|---|---|\n| 2020 | Proposed |", "| Date | State |\n|---|---|\n"),
    ];
    for (status, stays) in cases {
        let world = saying(status);
        let before = world.read("decisions/0004-use-post.md");
        for state in ["accepted", "deprecated", "rejected -m 'It costs too much'"] {
            let run = crate::commands::cop(&world, &format!("mark 4 {state}")).run();
            let now = world.read("decisions/0004-use-post.md");
            assert!(now.contains(stays), "{status}\n{run}\n{now}");
            if run.status != 0 {
                assert_eq!(now, before, "{status}\n{run}");
                assert!(run.stderr.contains("hint: "), "{run}");
            } else if run.stderr.contains("Committed") {
                world.cop(&["undo"]).done();
            }
        }
    }
}

#[test]
fn what_stands_behind_a_relation_stays() {
    for (status, stays) in [
        (
            "Accepted\n\nSupersedes [1. Use mail](0001-use-mail.md), and amends [2. Use chat](0002-use-chat.md)",
            ", and amends [2. Use chat](0002-use-chat.md)",
        ),
        ("Accepted; supersedes [1. Use mail](0001-use-mail.md); funded by Y", "; funded by Y"),
    ] {
        let world = saying(status);
        let run = crate::commands::cop(&world, "set 4 supersedes=3").run();
        let now = world.read("decisions/0004-use-post.md");
        assert!(now.contains(stays), "{run}\n{now}");
        assert_eq!(run.status, 2, "{run}");
    }
}
