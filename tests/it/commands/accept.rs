//! `cop accept`

use super::{cop, dutch, tiny, transcript, valid};
use crate::support::world::World;

fn asked() -> World {
    let world = tiny();
    world.write("questions/hoe-lang/ada.md", "# Tien jaar\n\nZo staat het in de lijst.\n");
    world.write("questions/hoe-lang/bo.md", "# Vijf\n\nDenk ik.\n");
    world.commit("Answer");
    world
}

#[test]
fn an_accepted_answer_answers_its_question() {
    let world = asked();
    insta::assert_snapshot!(transcript(&world, &["accept hoe-lang/ada", "show hoe-lang", "accept hoe-lang/ada", "accept hoe-lang/bo", "accept hoe-lang"]), @r"
$ cop accept hoe-lang/ada
» Committed [commit]
» Hoe lang bewaren we brieven?  open → answered (Ada Test)
» Make it a practice: cop add practice --from hoe-lang-nl
questions/hoe-lang.nl.md

$ cop show hoe-lang
Hoe lang bewaren we brieven?
question, answered, changed today  questions/hoe-lang.nl.md
Made by     Bo Guest
Changed by  Ada Test

Wij twijfelen.

Tien jaar
accepted answer, Ada Test, 1 Jun  questions/hoe-lang/ada.md

Zo staat het in de lijst.

Vijf
answer, Ada Test, 1 Jun  questions/hoe-lang/bo.md

Denk ik.

$ cop accept hoe-lang/ada
» Nothing to change: it is so already
questions/hoe-lang.nl.md

$ cop accept hoe-lang/bo
» Committed [commit]
» Hoe lang bewaren we brieven?  another answer is accepted (bo)
» Make it a practice: cop add practice --from hoe-lang-nl
questions/hoe-lang.nl.md

$ cop accept hoe-lang
» error: question/hoe-lang-nl has 2 answers; which one?
» hint: cop accept hoe-lang/ada
» hint: cop accept hoe-lang/bo
[status 2]
");
    insta::assert_snapshot!(world.git(&["log", "-2", "-p", "--format=%B"]), @r"
question/hoe-lang-nl: another answer is accepted (bo)


diff --git a/questions/hoe-lang.nl.md b/questions/hoe-lang.nl.md
index [commit]..7454179 100644
--- a/questions/hoe-lang.nl.md
+++ b/questions/hoe-lang.nl.md
@@ -1,5 +1,5 @@
 ---
-accepted: answer/hoe-lang/ada
+accepted: answer/hoe-lang/bo
 ---
 
 # Hoe lang bewaren we brieven?
question/hoe-lang-nl: open → answered (Ada Test)


diff --git a/questions/hoe-lang.nl.md b/questions/hoe-lang.nl.md
index [commit]..[commit] 100644
--- a/questions/hoe-lang.nl.md
+++ b/questions/hoe-lang.nl.md
@@ -1,3 +1,7 @@
+---
+accepted: answer/hoe-lang/ada
+---
+
 # Hoe lang bewaren we brieven?
 
 Wij twijfelen.
");
    let answer = valid(&cop(&world, "accept hoe-lang/ada --json").run(), "accept");
    assert_eq!(answer["commit"], "[commit]");
}

#[test]
fn a_closed_question_is_opened_first() {
    let world = asked();
    insta::assert_snapshot!(dutch(&world, &["mark hoe-lang gesloten", "accept hoe-lang/ada", "accept scan-maps"]), @r"
$ COP_LANG=nl cop mark hoe-lang gesloten
» Vastgelegd als [commit]
» Hoe lang bewaren we brieven?  open → gesloten
questions/hoe-lang.nl.md

$ COP_LANG=nl cop accept hoe-lang/ada
» fout: question/hoe-lang-nl is gesloten
» tip: cop mark hoe-lang-nl open
[status 2]

$ COP_LANG=nl cop accept scan-maps
» fout: practice/scan-maps is geen antwoord op een vraag
[status 2]
");
}

#[test]
fn what_became_of_the_question_is_said() {
    let world = asked();
    insta::assert_snapshot!(dutch(&world, &["accept hoe-lang/ada", "accept hoe-lang/ada"]), @r"
$ COP_LANG=nl cop accept hoe-lang/ada
» Vastgelegd als [commit]
» Hoe lang bewaren we brieven?  open → beantwoord (Ada Test)
» Maak er een praktijk van: cop add praktijk --from hoe-lang-nl
questions/hoe-lang.nl.md

$ COP_LANG=nl cop accept hoe-lang/ada
» Niets te wijzigen: het is al zo
questions/hoe-lang.nl.md
");
}

#[test]
fn the_only_answer_need_not_be_named() {
    let world = tiny();
    world.write("questions/hoe-lang/ada.md", "# Tien jaar\n\nZo staat het in de lijst.\n");
    world.commit("Answer");
    world.cop(&["accept", "hoe-lang"]).done();
    assert!(world.read("questions/hoe-lang.nl.md").contains("accepted: answer/hoe-lang/ada\n"));
    assert_eq!(world.cop(&["accept", "scan-maps"]).status, 2);
}

#[test]
fn a_question_with_several_answers_or_none_says_so() {
    let world = tiny();
    world.write("questions/glue.md", "# Which glue?\n");
    world.write("questions/glue/ada.md", "# Starch\n");
    world.write("questions/glue/bo.md", "# None\n");
    world.commit("Two");
    insta::assert_snapshot!(transcript(&world, &["accept glue", "accept hoe-lang", "accept scan-maps"]), @r"
$ cop accept glue
» error: question/glue has 2 answers; which one?
» hint: cop accept glue/ada
» hint: cop accept glue/bo
[status 2]

$ cop accept hoe-lang
» error: question/hoe-lang-nl has no answer yet
» hint: cop answer hoe-lang-nl
[status 2]

$ cop accept scan-maps
» error: practice/scan-maps is no answer to a question
[status 2]
");
    insta::assert_snapshot!(dutch(&world, &["accept glue", "accept hoe-lang"]), @r"
$ COP_LANG=nl cop accept glue
» fout: question/glue heeft 2 antwoorden; welk?
» tip: cop accept glue/ada
» tip: cop accept glue/bo
[status 2]

$ COP_LANG=nl cop accept hoe-lang
» fout: question/hoe-lang-nl heeft nog geen antwoord
» tip: cop answer hoe-lang-nl
[status 2]
");
}
