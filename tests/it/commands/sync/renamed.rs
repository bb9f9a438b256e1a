//! What one renamed while another went on with it.

use super::{bo, bo_git, shared};
use crate::commands::transcript;
use crate::support::world::World;

#[test]
fn what_was_renamed_on_one_side_and_changed_on_the_other_is_one_document() {
    for is_renamer_first in [true, false] {
        let world = shared();
        world.cop(&["rename", "how-long", "Who keeps chat?"]).done();
        bo(&world, &["tag", "question/how-long", "chat"]).run().done();
        bo(&world, &["answer", "how-long", "-b", "Two years."]).run().done();
        if is_renamer_first {
            world.cop(&["sync"]).done();
            assert_eq!(bo(&world, &["sync", "--dry-run", "--json"]).run().json()["conflicts"], serde_json::json!([]));
            bo(&world, &["sync"]).run().done();
        } else {
            bo(&world, &["sync"]).run().done();
        }
        world.cop(&["sync"]).done();
        assert_eq!(world.git(&["ls-files", "questions"]), "questions/who-keeps-chat.md\nquestions/who-keeps-chat/bo.md");
        assert_eq!(world.git(&["status", "--porcelain"]), "");
        let text = world.read("questions/who-keeps-chat.md");
        assert!(text.contains("# Who keeps chat?") && text.contains("chat]") && text.contains("How long?"), "{text}");
        assert_eq!(world.git(&["rev-list", "--merges", "--count", "HEAD"]).trim(), "1");
        assert!(world.cop(&["show", "who-keeps-chat"]).to_string().contains("Two years."));
    }
}

#[test]
fn what_contradicts_in_a_renamed_document_stands_in_the_new_file() {
    let world = shared();
    world.cop(&["set", "scan", "steward=Library"]).done();
    world.cop(&["rename", "scan", "Scan all"]).done();
    world.write("../bo/practices/scan.md", "---\nsteward: Archive\nlang: nl\n---\n\n# Scan letters\n");
    bo_git(&world, &["commit", "--quiet", "-am", "Short"]);
    bo(&world, &["sync"]).run().done();
    assert_eq!(world.cop(&["sync"]).status, 2);
    assert_eq!(world.git(&["diff", "--name-only", "--diff-filter=U"]), "practices/scan-all.md");
    assert!(world.read("practices/scan-all.md").contains("steward: Library\n=======\nsteward: Archive\n"));
    // Who chooses exactly what was here has chosen.
    let ours = world.git(&["show", "HEAD:practices/scan-all.md"]) + "\n";
    world.write("practices/scan-all.md", ours);
    world.cop(&["sync"]).done();
    assert!(world.read("practices/scan-all.md").contains("steward: Library\n"));
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_renaming_is_told_as_one() {
    let world = shared();
    world.cop(&["rename", "scan", "Scan all"]).done();
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» Looking at origin …
» Sending to origin/main …
Sent to origin/main
renamed  practice  Scan letters → Scan all  Ada Test
");
}

/// What stands in the files once everything follows.
fn all_follow(world: &World) {
    insta::assert_snapshot!(world.git(&["ls-files", "questions", "practices"]), @r"
practices/keep-chat.md
practices/scan-all.md
questions/who-keeps-chat.md
questions/who-keeps-chat/bo.md
questions/who-keeps-chat/chat.svg
questions/who-keeps-chat/cyrus-2.md
questions/who-keeps-chat/cyrus.md
");
    insta::assert_snapshot!(world.read("practices/keep-chat.md"), @r"
---
tags: []
related: practice/scan-all
---

# Keep chat

See [[who-keeps-chat]] and [scan](scan-all.md#scan-all), not `scan.md`.
");
    insta::assert_snapshot!(world.read("questions/who-keeps-chat/bo.md"), @r"
# Who keeps chat?

See [q](../who-keeps-chat.md), @cyrus and [his](cyrus.md).
");
}

#[test]
fn what_was_written_meanwhile_follows_what_was_renamed() {
    for is_renamer_first in [true, false] {
        let world = shared();
        world.write("members/cy.md", "---\nname: Cy Old\n---\n\nHello.\n");
        world.write("questions/how-long/cy.md", "# How long?\n\nOne year.\n");
        world.commit("More");
        world.cop(&["sync"]).done();
        bo(&world, &["sync"]).run().done();
        world.cop(&["rename", "how-long", "Who keeps chat?"]).done();
        world.cop(&["rename", "scan", "Scan all"]).done();
        world.cop(&["rename", "@cy", "@cyrus"]).done();
        bo(&world, &["answer", "how-long", "-b", "See [q](../how-long.md), @cy and [his](cy.md)."]).run().done();
        bo(&world, &["accept", "answer/how-long/cy"]).run().done();
        bo(&world, &["used", "scan"]).run().done();
        bo(&world, &["set", "scan", "steward=cy"]).run().done();
        let body = "See [[how-long]] and [scan](scan.md#scan-letters), not `scan.md`.";
        bo(&world, &["add", "practice", "Keep chat", "-b", body, "--set", "related=practice/scan"]).run().done();
        world.write("../bo/questions/how-long/cy-2.md", "# How long?\n\nThree years.\n");
        world.write("../bo/questions/how-long/chat.svg", "<svg/>");
        bo_git(&world, &["add", "--all"]);
        bo_git(&world, &["commit", "--quiet", "-m", "By hand"]);
        let run = if is_renamer_first {
            world.cop(&["sync"]).done();
            bo(&world, &["sync"]).run()
        } else {
            bo(&world, &["sync"]).run().done();
            world.cop(&["sync"])
        };
        assert!(run.to_string().contains("9 references that were written meanwhile follow what was renamed, in 6 files"), "{run}");
        run.done();
        bo(&world, &["sync"]).run().done();
        world.cop(&["sync"]).done();
        assert_eq!(world.git(&["status", "--porcelain"]), "");
        world.cop(&["check", "--deny", "warnings"]).done();
        insta::allow_duplicates!(all_follow(&world));
        assert!(world.read("questions/who-keeps-chat.md").contains("accepted: answer/who-keeps-chat/cyrus\n"));
        assert!(world.read("members/bo.md").contains("../practices/scan-all.md"));
        assert!(world.read("practices/scan-all.md").contains("steward: cyrus\n"));
        assert!(!world.git(&["log", "-1", "--format=%B"]).contains('#'));
    }
}
