//! `cop mark`

use super::{cop, dutch, example, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn a_document_goes_from_one_state_to_the_next() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &[
        "mark scan-maps proposed",
        "mark scan-maps adopted -m 'We all do it so'",
        "mark scan-maps adopted",
        "mark scan-maps draft",
        "mark scan-maps adpted",
        "mark hoe-lang answered",
        "mark ada zzz",
    ]), @r#"
$ cop mark scan-maps proposed
» Committed [commit]
» Scan maps  draft → proposed
practices/scan-maps.md

$ cop mark scan-maps adopted -m 'We all do it so'
» Committed [commit]
» Scan maps  proposed → adopted
practices/scan-maps.md

$ cop mark scan-maps adopted
» Nothing to change: it is so already
practices/scan-maps.md

$ cop mark scan-maps draft
» Committed 6964187
» Scan maps  adopted → draft
» note: practices/scan-maps.md: from adopted to draft is not a usual step here; usual: proposed, retired
practices/scan-maps.md

$ cop mark scan-maps adpted
» error: a practice has no state "adpted"
» hint: did you mean adopted?
[status 2]

$ cop mark hoe-lang answered
» error: answered follows from an answer that is accepted
» hint: cop accept hoe-lang-nl/HANDLE
[status 2]

$ cop mark ada zzz
» error: a member has no state "zzz"
» hint: one of these: active, alumnus
[status 2]
"#);
    insta::assert_snapshot!(world.git(&["log", "-3", "--format=%B---"]), @r"
practice/scan-maps: adopted → draft
---
practice/scan-maps: proposed → adopted

We all do it so
---
practice/scan-maps: draft → proposed
---
");
}

#[test]
fn what_takes_its_place_says_so_too() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["mark 4 superseded", "add decision 'Meet every month' --set deciders=anna", "mark 4 superseded --superseded-by 'Meet every month' -m 'Six weeks was too long'"]), @r"
$ cop mark 4 superseded
» error: a decision that is superseded also has to say: Superseded by (superseded_by)
» hint: name it: cop mark decision/0004-meet-every-six-weeks superseded --superseded-by …
[status 2]

$ cop add decision 'Meet every month' --set deciders=anna
» Like it: Meet every six weeks (decision, accepted)  decision/0004-meet-every-six-weeks
» Like it: Meet every two weeks (decision, superseded)  decision/0002-meet-every-two-weeks
» May know: Anna de Vries (wrote 1), Fatima El Idrissi (wrote 1), Bram Smit (worked on 2)
» Committed [commit]
decisions/0007-meet-every-month.md

$ cop mark 4 superseded --superseded-by 'Meet every month' -m 'Six weeks was too long'
» Committed [commit]
» Meet every six weeks  accepted → superseded
» Changed with it: decisions/0007-meet-every-month.md
decisions/0004-meet-every-six-weeks.md
");
    insta::assert_snapshot!(world.git(&["show", "--format=%s%n%n%b"]), @r"
decision/0004-meet-every-six-weeks: accepted → superseded

Six weeks was too long


diff --git a/decisions/0004-meet-every-six-weeks.md b/decisions/0004-meet-every-six-weeks.md
index [commit]..[commit] 100644
--- a/decisions/0004-meet-every-six-weeks.md
+++ b/decisions/0004-meet-every-six-weeks.md
@@ -1,5 +1,5 @@
 ---
-status: accepted
+status: superseded
 date: 2025-09-11
 deciders: [anna, bram, fatima]
 consulted: [kees, jose, ines]
@@ -8,6 +8,8 @@ revisit: 2027-09-09
 supersedes: [decision/0002-meet-every-two-weeks]
 tags: [rhythm, meetings]
 steward: anna
+superseded_by: decision/0007-meet-every-month
+reason: Six weeks was too long
 ---
 
 # Meet every six weeks
diff --git a/decisions/0007-meet-every-month.md b/decisions/0007-meet-every-month.md
index [commit]..[commit] 100644
--- a/decisions/0007-meet-every-month.md
+++ b/decisions/0007-meet-every-month.md
@@ -2,6 +2,7 @@
 date: 2026-11-22
 decision-makers: [anna]
 tags: []
+supersedes: decision/0004-meet-every-six-weeks
 ---
 
 # Meet every month
");
    assert!(world.cop(&["check", "--select", "REF"]).stdout.lines().all(|line| !line.contains("one-sided")));
}

#[test]
fn a_word_that_speaks_of_another_document_needs_it() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &[
        "mark scan-maps superseded",
        "set scan-maps status=replaced",
        "mark hoe-lang duplicate",
        "mark scan-maps superseded --superseded-by scan-letters",
        "mark scan-maps superseded",
        "mark scan-letters retired",
    ]), @r#"
$ cop mark scan-maps superseded
» error: "superseded" speaks of another document, and you did not say which: Superseded by …
» hint: name it: cop mark practice/scan-maps retired --superseded-by …
» hint: if there is none: cop mark practice/scan-maps retired
[status 2]

$ cop set scan-maps status=replaced
» error: "replaced" speaks of another document, and you did not say which: Superseded by …
» hint: name it: cop mark practice/scan-maps retired --superseded-by …
» hint: if there is none: cop mark practice/scan-maps retired
[status 2]

$ cop mark hoe-lang duplicate
» error: "duplicate" speaks of another document, and you did not say which: Duplicate of …
» hint: name it: cop mark question/hoe-lang-nl closed --duplicate-of …
» hint: if there is none: cop mark question/hoe-lang-nl closed
[status 2]

$ cop mark scan-maps superseded --superseded-by scan-letters
» Committed [commit]
» Scan maps  draft → retired
» Changed with it: practices/scan-letters.md
practices/scan-maps.md

$ cop mark scan-maps superseded
» Nothing to change: it is so already
practices/scan-maps.md

$ cop mark scan-letters retired
» Committed [commit]
» Scan letters  adopted → retired
practices/scan-letters.md
"#);
    insta::assert_snapshot!(dutch(&world, &["mark scan-letters vervangen", "add praktijk Oud --set status=vervangen", "mark hoe-lang dubbel"]), @r#"
$ COP_LANG=nl cop mark scan-letters vervangen
» fout: bij "vervangen" hoort een ander document, en je zei niet welk: Vervangen door …
» tip: noem het: cop mark practice/scan-letters vervallen --superseded-by …
» tip: is er geen: cop mark practice/scan-letters vervallen
[status 2]

$ COP_LANG=nl cop add praktijk Oud --set status=vervangen
» fout: bij "vervangen" hoort een ander document, en je zei niet welk: Vervangen door …
» tip: noem het: --set superseded_by=…
» tip: is er geen: --set "status=vervallen"
[status 2]

$ COP_LANG=nl cop mark hoe-lang dubbel
» fout: bij "dubbel" hoort een ander document, en je zei niet welk: Dubbel met …
» tip: noem het: cop mark question/hoe-lang-nl gesloten --duplicate-of …
» tip: is er geen: cop mark question/hoe-lang-nl gesloten
[status 2]
"#);
    insta::assert_snapshot!(world.read("practices/scan-maps.md"), @r"
---
tags: [scan, maps]
superseded_by: practice/scan-letters
status: retired
---

# Scan maps

See [letters](scan-letters.md).
");
}

#[test]
fn a_question_is_closed_and_opened_again() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["mark how-often-should-we-meet closed -m 'Nobody asks any more'", "mark how-often-should-we-meet open"]), @r"
$ cop mark how-often-should-we-meet closed -m 'Nobody asks any more'
» Committed [commit]
» How often should we meet?  answered → closed
questions/how-often-should-we-meet.md

$ cop mark how-often-should-we-meet open
» Committed [commit]
» How often should we meet?  closed → open
questions/how-often-should-we-meet.md
");
    insta::assert_snapshot!(world.git(&["log", "-2", "-p", "--format=%B"]), @r"
question/how-often-should-we-meet: closed → open


diff --git a/questions/how-often-should-we-meet.md b/questions/how-often-should-we-meet.md
index [commit]..[commit] 100644
--- a/questions/how-often-should-we-meet.md
+++ b/questions/how-often-should-we-meet.md
@@ -1,8 +1,6 @@
 ---
 tags: [rhythm, meetings]
-accepted: answer/how-often-should-we-meet/anna
 reason: Nobody asks any more
-status: closed
 ---
 
 # How often should we meet?
question/how-often-should-we-meet: answered → closed

Nobody asks any more


diff --git a/questions/how-often-should-we-meet.md b/questions/how-often-should-we-meet.md
index [commit]..[commit] 100644
--- a/questions/how-often-should-we-meet.md
+++ b/questions/how-often-should-we-meet.md
@@ -1,6 +1,8 @@
 ---
 tags: [rhythm, meetings]
 accepted: answer/how-often-should-we-meet/anna
+reason: Nobody asks any more
+status: closed
 ---
 
 # How often should we meet?
");
    let answer = valid(&cop(&world, "mark how-often-should-we-meet closed --duplicate-of how-many-meetings-a-year --json").run(), "mark");
    assert_eq!(answer["ref"], "question/how-often-should-we-meet");
}

#[test]
fn states_are_said_in_dutch() {
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Klein\nlanguage: nl\n");
    world.commit("Op zijn Nederlands");
    insta::assert_snapshot!(dutch(&world, &["mark scan-maps voorgesteld", "mark scan-maps vervallen", "mark scan-maps vastgesteld", "mark scan-maps klaar"]), @r#"
$ COP_LANG=nl cop mark scan-maps voorgesteld
» Vastgelegd als [commit]
» Scan maps  concept → voorgesteld
practices/scan-maps.md

$ COP_LANG=nl cop mark scan-maps vervallen
» Vastgelegd als [commit]
» Scan maps  voorgesteld → vervallen
practices/scan-maps.md

$ COP_LANG=nl cop mark scan-maps vastgesteld
» Vastgelegd als [commit]
» Scan maps  vervallen → vastgesteld
» opmerking: practices/scan-maps.md: van vervallen naar vastgesteld is hier geen gewone stap; gewoon is: concept, voorgesteld
practices/scan-maps.md

$ COP_LANG=nl cop mark scan-maps klaar
» fout: bij de soort praktijk hoort geen status "klaar"
» tip: kies uit: concept, voorgesteld, vastgesteld, vervallen
[status 2]
"#);
    insta::assert_snapshot!(world.git(&["log", "-1", "--format=%s"]), @"practice/scan-maps: vervallen → vastgesteld");
}

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

#[test]
fn what_follows_a_step_is_said_in_dutch_too() {
    let world = example();
    insta::assert_snapshot!(dutch(&world, &["add decision 'Elke maand' --set deciders=anna", "mark 4 vervangen --superseded-by 'Elke maand'", "mark 4 voorgesteld", "mark 4 voorgesteld --dry-run"]), @r"
$ COP_LANG=nl cop add decision 'Elke maand' --set deciders=anna
» Vastgelegd als [commit]
decisions/0007-elke-maand.md

$ COP_LANG=nl cop mark 4 vervangen --superseded-by 'Elke maand'
» Vastgelegd als 3655935
» Meet every six weeks  aanvaard → vervangen
» Ook gewijzigd: decisions/0007-elke-maand.md
decisions/0004-meet-every-six-weeks.md

$ COP_LANG=nl cop mark 4 voorgesteld
» Vastgelegd als [commit]
» Meet every six weeks  vervangen → voorgesteld
» Ook gewijzigd: decisions/0007-elke-maand.md
» opmerking: decisions/0004-meet-every-six-weeks.md: van vervangen naar voorgesteld is hier geen gewone stap; na vervangen komt meestal niets meer
decisions/0004-meet-every-six-weeks.md

$ COP_LANG=nl cop mark 4 voorgesteld --dry-run
» Niets te wijzigen: het is al zo
decisions/0004-meet-every-six-weeks.md
");
}
