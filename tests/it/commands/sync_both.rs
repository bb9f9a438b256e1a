//! `cop sync`, where two people did the same in two clones

use crate::support::world::World;

use super::sync::{bo, bo_git, shared};
use super::{dutch, transcript};

#[test]
fn a_document_that_two_people_renamed_has_the_name_that_is_upstream() {
    let world = shared();
    let long = "Many words of a page.\n\n".repeat(40);
    world.write("practices/long.md", format!("# Long\n\n{long}See [scan](scan.md).\n"));
    world.write("questions/how-long/cy.md", "# How long?\n\nOne year.\n");
    world.write("members/cy.md", "---\nname: Cy Old\n---\n\nHello.\n");
    world.commit("More");
    world.cop(&["sync"]).done();
    bo(&world, &["sync"]).run().done();
    for (name, new) in [("scan", "Scan all"), ("long", "Longer"), ("how-long", "Who keeps chat?"), ("@cy", "@cyrus")] {
        world.cop(&["rename", name, new]).done();
    }
    world.cop(&["tag", "scan-all", "colour"]).done();
    world.cop(&["answer", "who-keeps-chat", "-b", "Ada does."]).done();
    world.cop(&["sync"]).done();
    for (name, new) in [("scan", "Scan \"it\""), ("long", "Longest"), ("how-long", "How long is chat kept?"), ("@cy", "@cyril")] {
        bo(&world, &["rename", name, new]).run().done();
    }
    bo(&world, &["tag", "scan-it", "--remove", "scan"]).run().done();
    bo(&world, &["answer", "how-long-is-chat-kept", "-b", "Bo does, as @cyril, [scanned](../../practices/scan-it.md)."]).run().done();
    bo(&world, &["accept", "answer/how-long-is-chat-kept/cyril"]).run().done();
    bo_git(&world, &["tag", "before"]);
    bo_git(&world, &["fetch", "--quiet"]);
    bo_git(&world, &["tag", "theirs", "origin/main"]);
    assert_eq!(bo(&world, &["sync", "--dry-run", "--json"]).run().json()["conflicts"], serde_json::json!([]));
    insta::assert_snapshot!(bo(&world, &["sync"]).run().to_string(), @r#"
$ cop sync
» Looking at origin …
» members/cy.md was renamed by Ada Test too: it is called "@cyrus", and your name, "@cyril", leads there. To call it so after all: cop rename member/cyrus @cyril
» practices/long.md was renamed by Ada Test too: it is called "Longer", and your name, "Longest", leads there. To call it so after all: cop rename practice/longer Longest
» practices/scan.md was renamed by Ada Test too: it is called "Scan all", and your name, "Scan "it"", leads there. To call it so after all: cop rename practice/scan-all 'Scan "it"'
» questions/how-long.md was renamed by Ada Test too: it is called "Who keeps chat?", and your name, "How long is chat kept?", leads there. To call it so after all: cop rename question/who-keeps-chat 'How long is chat kept?'
» Sending to origin/main …
Came in
renamed  member    members/cy.md → Cy Old       Ada Test
renamed  practice  Long → Longer                Ada Test
renamed  practice  Scan letters → Scan all      Ada Test
renamed  question  How long? → Who keeps chat?  Ada Test
new      answer    Who keeps chat?              Ada Test
renamed  answer    How long? → Who keeps chat?  Ada Test
Sent to origin/main
changed  member    Cy Old           Bo Guest
changed  practice  Longer           Bo Guest
changed  practice  Scan all         Bo Guest
changed  question  Who keeps chat?  Bo Guest
new      answer    Who keeps chat?  Bo Guest
"#);
    world.cop(&["sync"]).done();
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    insta::assert_snapshot!(world.git(&["ls-files", "questions", "practices", "members"]), @r"
members/ada.md
members/bo.md
members/cyrus.md
practices/longer.md
practices/scan-all.md
questions/who-keeps-chat.md
questions/who-keeps-chat/ada.md
questions/who-keeps-chat/bo.md
questions/who-keeps-chat/cyrus.md
");
    insta::assert_snapshot!(world.read("practices/scan-all.md"), @r#"
---
status: draft
tags: [colour]
aliases: [Scan letters, scan, Scan "it"]
---

# Scan all

At 300 dpi.

In colour.
"#);
    insta::assert_snapshot!(world.read("questions/who-keeps-chat.md"), @r"
---
aliases: [How long?, How long is chat kept?]
accepted: answer/who-keeps-chat/cyrus
---

# Who keeps chat?

Do we keep chat.
");
    insta::assert_snapshot!(world.read("questions/who-keeps-chat/bo.md"), @r"
# Who keeps chat?

Bo does, as @cyrus, [scanned](../../practices/scan-all.md).
");
    world.cop(&["check", "--deny", "warnings"]).done();
    // Whoever wants the other name after all types what was said.
    world.cop(&["rename", "practice/scan-all", "Scan \"it\""]).done();
    assert!(world.read("practices/scan-it.md").contains("# Scan \"it\""));
    assert!(world.cop(&["show", "Scan all"]).to_string().contains("Scan \"it\""));
    // The same, said in Dutch.
    bo_git(&world, &["reset", "--quiet", "--hard", "before"]);
    bo_git(&world, &["push", "--quiet", "--force", "origin", "theirs:main"]);
    let run = bo(&world, &["sync"]).env("COP_LANG", "nl").run();
    insta::assert_snapshot!(run.to_string(), @r#"
$ COP_LANG=nl cop sync
» Kijken bij origin …
» members/cy.md is ook door Ada Test hernoemd: het heet "@cyrus", en jouw naam, "@cyril", leidt daarheen. Wil je het toch zo noemen: cop rename member/cyrus @cyril
» practices/long.md is ook door Ada Test hernoemd: het heet "Longer", en jouw naam, "Longest", leidt daarheen. Wil je het toch zo noemen: cop rename practice/longer Longest
» practices/scan.md is ook door Ada Test hernoemd: het heet "Scan all", en jouw naam, "Scan "it"", leidt daarheen. Wil je het toch zo noemen: cop rename practice/scan-all 'Scan "it"'
» questions/how-long.md is ook door Ada Test hernoemd: het heet "Who keeps chat?", en jouw naam, "How long is chat kept?", leidt daarheen. Wil je het toch zo noemen: cop rename question/who-keeps-chat 'How long is chat kept?'
» Versturen naar origin/main …
Binnengekomen
hernoemd  lid       members/cy.md → Cy Old       Ada Test
hernoemd  praktijk  Long → Longer                Ada Test
hernoemd  praktijk  Scan letters → Scan all      Ada Test
hernoemd  vraag     How long? → Who keeps chat?  Ada Test
nieuw     antwoord  Who keeps chat?              Ada Test
hernoemd  antwoord  How long? → Who keeps chat?  Ada Test
Verstuurd naar origin/main
gewijzigd  lid       Cy Old           Bo Guest
gewijzigd  praktijk  Longer           Bo Guest
gewijzigd  praktijk  Scan all         Bo Guest
gewijzigd  vraag     Who keeps chat?  Bo Guest
nieuw      antwoord  Who keeps chat?  Bo Guest
"#);
}

#[test]
fn a_document_that_two_people_renamed_the_same_keeps_what_both_changed() {
    let world = shared();
    world.cop(&["rename", "scan", "Scan all"]).done();
    world.cop(&["tag", "scan-all", "colour"]).done();
    world.cop(&["sync"]).done();
    bo(&world, &["rename", "scan", "Scan all"]).run().done();
    bo(&world, &["tag", "scan-all", "--remove", "scan"]).run().done();
    bo(&world, &["mark", "scan-all", "proposed"]).run().done();
    bo(&world, &["sync"]).run().done();
    world.cop(&["sync"]).done();
    insta::assert_snapshot!(world.read("practices/scan-all.md"), @r"
---
status: proposed
tags: [colour]
aliases: [Scan letters, scan]
---

# Scan all

At 300 dpi.

In colour.
");
    assert_eq!(world.git(&["ls-files", "practices"]), "practices/scan-all.md");
}

#[test]
fn what_two_people_changed_beside_both_renaming_is_the_only_choice_left() {
    let world = shared();
    world.cop(&["rename", "scan", "Scan all"]).done();
    world.cop(&["set", "scan-all", "steward=Library"]).done();
    world.cop(&["sync"]).done();
    bo(&world, &["rename", "scan", "Scan it"]).run().done();
    bo(&world, &["set", "scan-it", "steward=Archive"]).run().done();
    assert_eq!(bo(&world, &["sync", "--dry-run", "--json"]).run().json()["conflicts"], serde_json::json!(["practices/scan-all.md"]));
    insta::assert_snapshot!(bo(&world, &["sync"]).run().to_string(), @r#"
$ cop sync
» Looking at origin …
» practices/scan.md was renamed by Ada Test too: it is called "Scan all", and your name, "Scan it", leads there. To call it so after all: cop rename practice/scan-all 'Scan it'
» in practices/scan-all.md stand two versions of steward: one by you, one by Ada Test
» Where two people changed the same thing, both versions stand in the file: yours above =======, theirs below. Leave what should stay and take the marks out.
» hint: then: cop sync
» hint: to be back where you were: git merge --abort && git reset --keep [commit]
Came in
renamed  practice  Scan letters → Scan all  Ada Test
Left for you to solve: 1 file
practices/scan-all.md
[status 2]
"#);
    assert_eq!(bo_git(&world, &["diff", "--name-only", "--diff-filter=U"]).trim(), "practices/scan-all.md");
    let text = world.read("../bo/practices/scan-all.md");
    assert!(text.contains("steward: Archive\n=======\nsteward: Library\n") && text.contains("# Scan all\n"), "{text}");
    world.write(
        "../bo/practices/scan-all.md",
        text.lines()
            .filter(|line| !line.starts_with(['<', '=', '>']))
            .fold(String::new(), |all, line| if line == "steward: Library" { all } else { all + line + "\n" }),
    );
    bo(&world, &["sync"]).run().done();
    world.cop(&["sync"]).done();
    assert!(world.read("practices/scan-all.md").contains("steward: Archive\n"));
    world.cop(&["check"]).done();
}

#[test]
fn two_decisions_of_one_number_get_two() {
    let world = shared();
    world.write("decisions/0001-begin.md", "# Begin\n\nWe do.\n");
    world.write("docs/adr/0001-old.md", "# 1. Old\n\n## Status\n\nAccepted\n");
    world.write("community.yaml", "format: 1\nname: Club\nkinds:\n  rfc: {paths: [\"docs/adr/*.md\"], numbered: {width: 4}}\n");
    world.commit("Decisions");
    world.cop(&["sync"]).done();
    bo(&world, &["sync"]).run().done();
    world.cop(&["add", "decision", "Scan all", "-b", "Yes."]).done();
    world.write("docs/adr/0002-ada.md", "# 2. Ada\n\nYes.\n");
    world.commit("By hand");
    world.cop(&["sync"]).done();
    bo(&world, &["add", "decision", "Keep all", "-b", "Yes."]).run().done();
    bo(&world, &["add", "decision", "Keep none", "-b", "After [2](0002-keep-all.md)."]).run().done();
    world.write("../bo/docs/adr/0002-bo.md", "# 2. Bo\n\nYes, see [[0002-keep-all]].\n");
    bo_git(&world, &["add", "--all"]);
    bo_git(&world, &["commit", "--quiet", "-m", "By hand"]);
    bo_git(&world, &["tag", "before"]);
    bo_git(&world, &["fetch", "--quiet"]);
    bo_git(&world, &["tag", "theirs", "origin/main"]);
    insta::assert_snapshot!(bo(&world, &["sync"]).run().to_string(), @r"
$ cop sync
» Looking at origin …
» decisions/0002-keep-all.md has a number that Ada Test gave away too: yours is decisions/0004-keep-all.md now, and what refers to it follows
» docs/adr/0002-bo.md has a number that Ada Test gave away too: yours is docs/adr/0003-bo.md now, and what refers to it follows
» Sending to origin/main …
Came in
new  decision  Scan all  Ada Test
new  rfc       2. Ada    Ada Test
Sent to origin/main
new  decision  Keep none  Bo Guest
new  decision  Keep all   Bo Guest
new  rfc       3. Bo      Bo Guest
");
    world.cop(&["sync"]).done();
    insta::assert_snapshot!(world.git(&["ls-files", "decisions", "docs"]), @r"
decisions/0001-begin.md
decisions/0002-scan-all.md
decisions/0003-keep-none.md
decisions/0004-keep-all.md
docs/adr/0001-old.md
docs/adr/0002-ada.md
docs/adr/0003-bo.md
");
    assert!(world.read("decisions/0003-keep-none.md").contains("(0004-keep-all.md)"));
    assert_eq!(world.read("docs/adr/0003-bo.md"), "# 3. Bo\n\nYes, see [[0004-keep-all]].\n");
    assert!(!world.cop(&["check"]).to_string().contains("number"));
    bo_git(&world, &["reset", "--quiet", "--hard", "before"]);
    bo_git(&world, &["push", "--quiet", "--force", "origin", "theirs:main"]);
    insta::assert_snapshot!(bo(&world, &["sync"]).env("COP_LANG", "nl").run().to_string(), @r"
$ COP_LANG=nl cop sync
» Kijken bij origin …
» decisions/0002-keep-all.md heeft een nummer dat Ada Test ook heeft gegeven: dat van jou heet nu decisions/0004-keep-all.md, en wat ernaar verwijst volgt
» docs/adr/0002-bo.md heeft een nummer dat Ada Test ook heeft gegeven: dat van jou heet nu docs/adr/0003-bo.md, en wat ernaar verwijst volgt
» Versturen naar origin/main …
Binnengekomen
nieuw  besluit  Scan all  Ada Test
nieuw  rfc      2. Ada    Ada Test
Verstuurd naar origin/main
nieuw  besluit  Keep none  Bo Guest
nieuw  besluit  Keep all   Bo Guest
nieuw  rfc      3. Bo      Bo Guest
");
    // What sync did of its own accord is not what Bo did last.
    let undo = |lang: &str| bo(&world, &["undo"]).env("COP_LANG", lang).run().to_string();
    insta::assert_snapshot!(undo("nl") + &undo("en"), @r#"
$ COP_LANG=nl cop undo
» fout: de laatste commit van cop, "Add decision/0003-keep-none", staat al op origin/main, dus anderen kunnen hem hebben
» tip: git revert [commit] draait hem terug met een nieuwe commit
[status 2]
$ COP_LANG=en cop undo
» error: cop's last commit, "Add decision/0003-keep-none", is on origin/main already, so others may have it
» hint: git revert [commit] takes it back by a new commit
[status 2]
"#);
}

#[test]
fn a_merge_with_a_broken_document_is_not_finished() {
    let world = shared();
    bo(&world, &["set", "scan", "steward=Archive"]).run().done();
    bo(&world, &["sync"]).run().done();
    world.cop(&["set", "scan", "steward=Library"]).done();
    assert_eq!(world.cop(&["sync"]).status, 2);
    let head = world.git(&["rev-parse", "HEAD"]);
    // Only the marks were taken out.
    world.write("practices/scan.md", "---\nstatus: draft\nsteward: Library\nsteward: Archive\n---\n\n# Scan letters\n");
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r#"
$ cop sync
» error: "steward" is given twice; the first one counts.
» practices/scan.md:4:1
»    |  steward: Archive
»    |  ^
» hint: Keep one "steward" and remove the other.
» hint: the merge is not finished until that is mended in practices/scan.md; then: cop sync
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["sync"]), @r#"
$ COP_LANG=nl cop sync
» fout: "steward" staat er twee keer; de eerste telt.
» practices/scan.md:4:1
»    |  steward: Archive
»    |  ^
» tip: Houd één "steward" over en haal de andere weg.
» tip: de merge wordt pas afgemaakt als dat in practices/scan.md is opgelost; daarna: cop sync
[status 2]
"#);
    for broken in
        ["---\nsteward: Library\n=======\n---\n\n# Scan\n", "---\nsteward: [Library\n---\n\n# Scan\n", "---\nsteward: Library\n\n# Scan\n"]
    {
        world.write("practices/scan.md", broken);
        let run = world.cop(&["sync"]);
        assert!(run.status == 2 && run.to_string().contains("practices/scan.md:"), "{broken} {run}");
    }
    // What git was told of with its marks in it.
    world.write("practices/scan.md", "---\nsteward: Library\n---\n\n# Scan\n\n<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n");
    world.git(&["add", "practices/scan.md"]);
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» error: an unfinished merge
» practices/scan.md:7:1
»    |  <<<<<<< ours
»    |  ^
» hint: choose one version and remove the marks
» hint: the merge is not finished until that is mended in practices/scan.md; then: cop sync
[status 2]
");
    assert_eq!(world.git(&["rev-parse", "HEAD"]), head);
    world.write("practices/scan.md", "---\nsteward: Library\n---\n\n# Scan letters\n");
    world.cop(&["sync"]).done();
    assert_eq!(world.git(&["show", "HEAD:practices/scan.md"]), "---\nsteward: Library\n---\n\n# Scan letters");
    let message = world.git(&["log", "-1", "--format=%B"]);
    assert!(!message.contains('#') && message.starts_with("Merge what others sent"), "{message}");
}

#[test]
fn a_solved_merge_is_finished_with_what_follows_a_renaming() {
    let world = shared();
    world.cop(&["rename", "scan", "Scan all"]).done();
    world.cop(&["set", "question/how-long", "steward=Library"]).done();
    bo(&world, &["set", "question/how-long", "steward=Archive"]).run().done();
    bo(&world, &["add", "practice", "Keep", "-b", "See [scan](scan.md) and [[scan]]."]).run().done();
    bo(&world, &["sync"]).run().done();
    assert_eq!(world.cop(&["sync"]).status, 2);
    let text = world.read("questions/how-long.md");
    assert!(text.contains("<<<<<<< "), "{text}");
    world.write("questions/how-long.md", "---\nsteward: Both\n---\n\n# How long?\n\nDo we keep chat, see [scan](../practices/scan.md).\n");
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» One reference that was written meanwhile follows what was renamed
» The merge that was under way is finished
» Looking at origin …
» Sending to origin/main …
Sent to origin/main
changed  practice  Keep
renamed  practice  Scan letters → Scan all  Ada Test
changed  question  How long?                Ada Test
");
    assert!(world.read("practices/keep.md").contains("See [scan](scan-all.md) and [[scan-all]]."));
    assert!(world.read("questions/how-long.md").contains("../practices/scan-all.md"));
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    world.cop(&["check"]).done();
}

#[test]
fn what_two_people_renamed_by_hand_is_told_as_it_is() {
    let world = shared();
    world.git(&["mv", "practices/scan.md", "practices/scan-all.md"]);
    world.git(&["commit", "--quiet", "-m", "Move"]);
    world.cop(&["sync"]).done();
    bo_git(&world, &["mv", "practices/scan.md", "practices/scan-it.md"]);
    bo_git(&world, &["commit", "--quiet", "-m", "Move"]);
    insta::assert_snapshot!(bo(&world, &["sync"]).run().to_string(), @r"
$ cop sync
» Looking at origin …
» practices/scan-all.md is what Ada Test called it: git add practices/scan-all.md keeps that, git rm practices/scan-all.md lets it go
» practices/scan-it.md is what you called it: git add practices/scan-it.md keeps that, git rm practices/scan-it.md lets it go
» practices/scan.md is called otherwise now, here in one way and there in another: git rm practices/scan.md lets the old name go
» hint: then: cop sync
» hint: to be back where you were: git merge --abort
Came in
renamed  practice  practices/scan.md → Scan letters  Ada Test
Left for you to solve: 3 files
practices/scan-all.md
practices/scan-it.md
practices/scan.md
[status 2]
");
    bo_git(&world, &["merge", "--abort"]);
    insta::assert_snapshot!(bo(&world, &["sync"]).env("COP_LANG", "nl").run().to_string(), @r"
$ COP_LANG=nl cop sync
» Kijken bij origin …
» practices/scan-all.md is hoe Ada Test het noemde: met git add practices/scan-all.md hou je dat, met git rm practices/scan-all.md laat je het los
» practices/scan-it.md is hoe jij het noemde: met git add practices/scan-it.md hou je dat, met git rm practices/scan-it.md laat je het los
» practices/scan.md heet nu anders, hier zo en daar weer anders: met git rm practices/scan.md laat je de oude naam los
» tip: daarna: cop sync
» tip: om terug te gaan naar hoe het was: git merge --abort
Binnengekomen
hernoemd  praktijk  practices/scan.md → Scan letters  Ada Test
Moet je zelf oplossen: 3 bestanden
practices/scan-all.md
practices/scan-it.md
practices/scan.md
[status 2]
");
}

/// What is shown to who answered while somebody else called the question otherwise.
fn the_rename_comes_in(world: &World) {
    insta::assert_snapshot!(bo(world, &["sync", "--dry-run"]).run().to_string(), @r"
$ cop sync --dry-run
» Looking at origin …
Would come in
renamed  question  How long? → Who keeps chat?  Ada Test
Would be sent to origin/main
new  answer  How long?  Bo Guest
");
    insta::assert_snapshot!(bo(world, &["sync"]).run().to_string(), @r"
$ cop sync
» Looking at origin …
» Sending to origin/main …
Came in
renamed  question  How long? → Who keeps chat?  Ada Test
Sent to origin/main
new  answer  Who keeps chat?  Bo Guest
");
}

/// What is shown to who called a question otherwise while somebody else answered it.
fn the_rename_goes_out(world: &World) {
    insta::assert_snapshot!(world.cop(&["sync", "--dry-run"]).to_string(), @r"
$ cop sync --dry-run
» Looking at origin …
Would come in
new  answer  How long?  Bo Guest
Would be sent to origin/main
renamed  question  How long? → Who keeps chat?  Ada Test
");
    insta::assert_snapshot!(world.cop(&["sync"]).to_string(), @r"
$ cop sync
» Looking at origin …
» Sending to origin/main …
Came in
new  answer  How long?  Bo Guest
Sent to origin/main
renamed  question  How long? → Who keeps chat?  Ada Test
");
}

#[test]
fn an_answer_that_goes_along_with_its_question_is_told_with_it_and_keeps_its_writer() {
    for is_renamer_first in [true, false] {
        for has_driver in [true, false] {
            let world = shared();
            world.write("questions/how-long/cy.md", "# How long?\n\nOne year.\n");
            world.commit("More");
            world.cop(&["sync"]).done();
            bo(&world, &["sync"]).run().done();
            if has_driver {
                world.cop(&["doctor", "--fix", "--yes"]).done();
                bo(&world, &["doctor", "--fix", "--yes"]).run().done();
            }
            world.cop(&["rename", "how-long", "Who keeps chat?"]).done();
            bo(&world, &["answer", "how-long", "-b", "Two years."]).run().done();
            if is_renamer_first {
                world.cop(&["sync"]).done();
                insta::allow_duplicates!(the_rename_comes_in(&world));
            } else {
                bo(&world, &["sync"]).run().done();
                insta::allow_duplicates!(the_rename_goes_out(&world));
            }
            let clone = if is_renamer_first { "../bo" } else { "." };
            let list = world.command("git").in_folder(clone).args(&["ls-files", "questions"]).run().done();
            assert_eq!(list, "questions/who-keeps-chat.md\nquestions/who-keeps-chat/bo.md\nquestions/who-keeps-chat/cy.md\n");
        }
    }
}

#[test]
fn who_wrote_in_a_file_under_its_old_name_is_told() {
    let world = shared();
    world.cop(&["rename", "scan", "Scan all"]).done();
    world.cop(&["sync"]).done();
    bo(&world, &["tag", "scan", "paper"]).run().done();
    insta::assert_snapshot!(bo(&world, &["sync"]).run().to_string(), @r"
$ cop sync
» Looking at origin …
» Sending to origin/main …
Came in
renamed  practice  Scan letters → Scan all  Ada Test
Sent to origin/main
changed  practice  Scan all  Bo Guest
");
    insta::assert_snapshot!(world.cop(&["sync"]).to_string(), @r"
$ cop sync
» Looking at origin …
Came in
changed  practice  Scan all  Bo Guest
");
}

#[test]
fn a_renaming_by_hand_is_told_as_one() {
    let world = shared();
    let text = format!("{}\nThe back too.\n", world.read("practices/scan.md").replace("# Scan letters", "# Scan all"));
    world.git(&["mv", "practices/scan.md", "practices/scan-all.md"]);
    world.write("practices/scan-all.md", text);
    world.write("practices/keep.md", "# Keep\n\nAlways.\n");
    world.commit("By hand");
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» Looking at origin …
» Sending to origin/main …
Sent to origin/main
new      practice  Keep                     Ada Test
renamed  practice  Scan letters → Scan all  Ada Test
");
    insta::assert_snapshot!(bo(&world, &["sync"]).env("COP_LANG", "nl").run().to_string(), @r"
$ COP_LANG=nl cop sync
» Kijken bij origin …
Binnengekomen
nieuw     praktijk  Keep                     Ada Test
hernoemd  praktijk  Scan letters → Scan all  Ada Test
");
}

#[test]
fn who_wrote_what_contradicts_is_named_and_nobody_else() {
    let world = shared();
    world.write("members/cy.md", "---\nname: Cy Third\nemails: [cy@example.org]\n---\n\nHello.\n");
    world.commit("Cy");
    world.cop(&["sync"]).done();
    bo(&world, &["sync"]).run().done();
    bo(&world, &["rename", "scan", "Scan all"]).run().done();
    world.write("../bo/practices/scan-all.md", world.read("../bo/practices/scan-all.md").replace("At 300 dpi.", "At 600 dpi."));
    bo_git(&world, &["commit", "--quiet", "-am", "Finer", "--author", "Cy Third <cy@example.org>"]);
    bo(&world, &["set", "scan-all", "steward=Archive"]).run().done();
    bo(&world, &["tag", "scan-all", "paper"]).run().done();
    bo_git(&world, &["commit", "--quiet", "--amend", "--no-edit", "--author", "Dee Fourth <dee@example.org>"]);
    bo(&world, &["sync"]).run().done();
    world.cop(&["set", "scan", "steward=Library"]).done();
    world.write("practices/scan.md", world.read("practices/scan.md").replace("At 300 dpi.", "At 200 dpi."));
    world.commit("Coarser");
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» Looking at origin …
» in practices/scan-all.md stand two versions of steward and the text: one by you, one by Bo Guest and Cy Third
» Where two people changed the same thing, both versions stand in the file: yours above =======, theirs below. Leave what should stay and take the marks out.
» hint: then: cop sync
» hint: to be back where you were: git merge --abort
Came in
renamed  practice  Scan letters → Scan all  Bo Guest, Cy Third, Dee Fourth
Left for you to solve: 1 file
practices/scan-all.md
[status 2]
");
    insta::assert_snapshot!(world.read("practices/scan-all.md"), @r"
---
status: draft
tags: [scan, paper]
aliases: [Scan letters, scan]
<<<<<<< yours
steward: Library
=======
steward: Archive
>>>>>>> Bo Guest and Cy Third (origin/main)
---

# Scan all

<<<<<<< yours
At 200 dpi.
=======
At 600 dpi.
>>>>>>> Bo Guest and Cy Third (origin/main)

In colour.
");
    world.git(&["merge", "--abort"]);
    insta::assert_snapshot!(dutch(&world, &["sync"]), @r"
$ COP_LANG=nl cop sync
» Kijken bij origin …
» in practices/scan-all.md staan twee versies van beheerder en de tekst: een van jou, een van Bo Guest en Cy Third
» Waar twee mensen hetzelfde wijzigden, staan beide versies in het bestand: die van jou boven =======, die van hen eronder. Laat staan wat moet blijven en haal de strepen weg.
» tip: daarna: cop sync
» tip: om terug te gaan naar hoe het was: git merge --abort
Binnengekomen
hernoemd  praktijk  Scan letters → Scan all  Bo Guest, Cy Third, Dee Fourth
Moet je zelf oplossen: 1 bestand
practices/scan-all.md
[status 2]
");
}
