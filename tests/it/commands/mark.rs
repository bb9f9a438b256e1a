//! `cop mark`

mod records;

use super::{cop, dutch, example, tiny, transcript, valid};

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
» May know: Anna de Vries (keeps 2), Fatima El Idrissi (decided 2), Bram Smit (decided 2)
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

#[test]
fn what_somebody_who_leaves_still_keeps_is_said_and_nobody_who_left_is_given_more() {
    let world = tiny();
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n");
    world.write("practices/a.md", "---\nsteward: bo\n---\n\n# Alpha\n");
    world.write("practices/b.md", "---\nsteward: bo\n---\n\n# Beta\n");
    world.write("practices/c.md", "---\nsteward: Team Blue\n---\n\n# Gamma\n");
    world.commit("Bo");
    insta::assert_snapshot!(transcript(&world, &["mark @bo alumnus", "set c steward=bo", "flag a wrong", "flag c wrong"]), @r"
$ cop mark @bo alumnus
» Committed [commit]
» Bo Guest  active → alumnus
» Bo Guest still keeps 2 documents true: Alpha; Beta
» Hand that over: cop set --steward bo steward=HANDLE
members/bo.md

$ cop set c steward=bo
» error: Bo Guest has left
» hint: name somebody who is there: steward=HANDLE
» hint: or, if they are back: cop mark @bo active
[status 2]

$ cop flag a wrong
» Committed [commit]
» Bo Guest kept it and has left, so nobody is told; a new steward: cop set practice/a steward=HANDLE
flags/2026-11-22-a-ada.md

$ cop flag c wrong
» Committed [commit]
» Team Blue is its steward and no member, so tell them yourself; who reviews it settles this: cop review practice/c
flags/2026-11-22-c-ada.md
");
    insta::assert_snapshot!(dutch(&world, &["mark @bo actief", "mark @bo oud-lid", "set c steward=bo", "flag b onjuist", "flag c onduidelijk"]), @r"
$ COP_LANG=nl cop mark @bo actief
» Vastgelegd als [commit]
» Bo Guest  oud-lid → actief
members/bo.md

$ COP_LANG=nl cop mark @bo oud-lid
» Vastgelegd als [commit]
» Bo Guest  actief → oud-lid
» Bo Guest beheert nog 2 documenten: Alpha; Beta
» Draag dat over: cop set --steward bo steward=NAAM
members/bo.md

$ COP_LANG=nl cop set c steward=bo
» fout: Bo Guest is geen lid meer
» tip: noem iemand die er nog is: steward=NAAM
» tip: of, is bo er weer: cop mark @bo actief
[status 2]

$ COP_LANG=nl cop flag b onjuist
» Vastgelegd als [commit]
» Bo Guest beheerde het en is weg, dus niemand krijgt dit te zien; een nieuwe beheerder: cop set practice/b steward=NAAM
flags/2026-11-22-b-ada.md

$ COP_LANG=nl cop flag c onduidelijk
» Vastgelegd als [commit]
» Team Blue beheert het en is geen lid: laat het zelf weten; wie het nakijkt, handelt dit af: cop review practice/c
flags/2026-11-22-c-ada-2.md
");
    cop(&world, "set --steward bo steward=ada").run().done();
    assert!(world.read("practices/a.md").contains("steward: ada"));
}
