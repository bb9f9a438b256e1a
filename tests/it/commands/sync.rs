//! `cop sync`

mod held;
mod month;
mod renamed;

use std::fs;

use super::{dutch, transcript, valid};
use crate::support::program;
use crate::support::world::{Call, World};

/// Two clones over a repository that both send to: Ada's is the community's folder, Bo's stands beside it.
pub(super) fn shared() -> World {
    let world = World::new();
    world.git(&["init", "--quiet", "--bare", "../hub.git"]);
    world.write("community.yaml", "format: 1\nname: Club\n");
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n\nHello.\n");
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n\nHello.\n");
    world.write("practices/scan.md", "---\nstatus: draft\ntags: [scan]\n---\n\n# Scan letters\n\nAt 300 dpi.\n\nIn colour.\n");
    world.write("questions/how-long.md", "# How long?\n\nDo we keep chat.\n");
    world.commit("Begin");
    world.git(&["remote", "add", "origin", "../hub.git"]);
    world.cop(&["sync"]).done();
    world.git(&["clone", "--quiet", "../hub.git", "../bo"]);
    bo_git(&world, &["config", "user.name", "Bo Guest"]);
    bo_git(&world, &["config", "user.email", "bo@example.org"]);
    world
}

pub(super) fn bo<'w>(world: &'w World, arguments: &[&str]) -> Call<'w> {
    world.command("cop").in_folder("../bo").args(arguments)
}

pub(super) fn bo_git(world: &World, arguments: &[&str]) -> String {
    world.command("git").in_folder("../bo").args(arguments).run().done()
}

#[test]
fn what_both_did_comes_together() {
    let world = shared();
    bo(&world, &["tag", "scan", "paper"]).run().done();
    bo(&world, &["mark", "scan", "proposed"]).run().done();
    bo(&world, &["add", "practice", "Keep originals", "-b", "Always."]).run().done();
    insta::assert_snapshot!(bo(&world, &["sync"]).run().to_string(), @r"
$ cop sync
» Looking at origin …
» Sending to origin/main …
Sent to origin/main
new      practice  Keep originals  Bo Guest
changed  practice  Scan letters    Bo Guest
");
    world.cop(&["tag", "scan", "colour"]).done();
    world.cop(&["answer", "how-long", "-b", "Two years."]).done();
    insta::assert_snapshot!(transcript(&world, &["sync --dry-run", "sync", "sync"]), @r"
$ cop sync --dry-run
» Looking at origin …
Would come in
new      practice  Keep originals  Bo Guest
changed  practice  Scan letters    Bo Guest
Would be sent to origin/main
changed  practice  Scan letters  Ada Test
new      answer    How long?     Ada Test

$ cop sync
» Looking at origin …
» Sending to origin/main …
Came in
new      practice  Keep originals  Bo Guest
changed  practice  Scan letters    Bo Guest
Sent to origin/main
changed  practice  Scan letters  Ada Test
new      answer    How long?     Ada Test

$ cop sync
» Looking at origin …
Nothing new, there or here
");
    insta::assert_snapshot!(world.read("practices/scan.md"), @r"
---
status: proposed
tags: [scan, colour, paper]
---

# Scan letters

At 300 dpi.

In colour.
");
    assert!(world.git(&["log", "-1", "--format=%s"]).starts_with("Merge what others sent (origin/main)"));
    assert_eq!(world.git(&["rev-list", "--merges", "--count", "HEAD"]).trim(), "1");
    let answer = valid(&bo(&world, &["sync", "--json"]).run(), "sync");
    assert_eq!(answer["received"].as_array().map(Vec::len), Some(2));
    assert_eq!(answer["received"][1]["by"][0], "Ada Test");
    bo_git(&world, &["diff", "--exit-code", "HEAD", "origin/main"]);
    insta::assert_snapshot!(dutch(&world, &["sync"]), @r"
$ COP_LANG=nl cop sync
» Kijken bij origin …
Niets nieuws, daar niet en hier niet
");
}

#[test]
fn what_contradicts_is_left_with_both_values() {
    let world = shared();
    bo(&world, &["set", "scan", "steward=Archive"]).run().done();
    bo(&world, &["sync"]).run().done();
    world.cop(&["set", "scan", "steward=Library"]).done();
    insta::assert_snapshot!(transcript(&world, &["sync --dry-run", "sync", "sync"]), @r"
$ cop sync --dry-run
» Looking at origin …
Would come in
changed  practice  Scan letters  Bo Guest
Would be sent to origin/main
changed  practice  Scan letters  Ada Test
Would be left for you to solve
practices/scan.md

$ cop sync
» Looking at origin …
» in practices/scan.md stand two versions of steward: one by you, one by Bo Guest
» Where two people changed the same thing, both versions stand in the file: yours above =======, theirs below. Leave what should stay and take the marks out.
» hint: then: cop sync
» hint: to be back where you were: git merge --abort
Came in
changed  practice  Scan letters  Bo Guest
Left for you to solve: 1 file
practices/scan.md
[status 2]

$ cop sync
» error: a merge is under way: 1 file is left for you to solve
» hint: choose between the two versions and take the marks (<<<<<<<, =======, >>>>>>>) out of practices/scan.md
» hint: solve what is left and finish it with cop sync, or drop it with git merge --abort
[status 2]
");
    insta::assert_snapshot!(world.read("practices/scan.md"), @r"
---
status: draft
tags: [scan]
<<<<<<< yours
steward: Library
=======
steward: Archive
>>>>>>> Bo Guest (origin/main)
---

# Scan letters

At 300 dpi.

In colour.
");
    world.git(&["merge", "--abort"]);
    insta::assert_snapshot!(dutch(&world, &["sync"]), @r"
$ COP_LANG=nl cop sync
» Kijken bij origin …
» in practices/scan.md staan twee versies van beheerder: een van jou, een van Bo Guest
» Waar twee mensen hetzelfde wijzigden, staan beide versies in het bestand: die van jou boven =======, die van hen eronder. Laat staan wat moet blijven en haal de strepen weg.
» tip: daarna: cop sync
» tip: om terug te gaan naar hoe het was: git merge --abort
Binnengekomen
gewijzigd  praktijk  Scan letters  Bo Guest
Moet je zelf oplossen: 1 bestand
practices/scan.md
[status 2]
");
    world.write("practices/scan.md", "# Scan letters\n");
    assert_eq!(world.cop(&["sync", "--json"]).json()["sent"][0]["ref"], "practice/scan");
}

#[test]
fn what_one_took_away_and_the_other_changed_is_asked_about() {
    let world = shared();
    bo_git(&world, &["rm", "--quiet", "practices/scan.md"]);
    bo_git(&world, &["commit", "--quiet", "-m", "Away"]);
    bo(&world, &["sync"]).run().done();
    world.cop(&["tag", "scan", "colour"]).done();
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» Looking at origin …
» practices/scan.md: Bo Guest took it away, you changed it. git rm practices/scan.md lets it go; git add practices/scan.md keeps it.
» hint: then: cop sync
» hint: to be back where you were: git merge --abort
Came in
removed  practice  Scan letters  Bo Guest
Left for you to solve: 1 file
practices/scan.md
[status 2]
");
    assert!(world.read("practices/scan.md").contains("[scan, colour]"));
}

#[test]
fn what_is_not_committed_stays_as_it_is() {
    let world = shared();
    bo(&world, &["tag", "scan", "paper"]).run().done();
    bo(&world, &["sync"]).run().done();
    world.write("practices/scan.md", "mine\n");
    world.write("practices/new.md", "# New\n");
    world.write("picture.png", "x");
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» 2 files are not committed, so not sent: practices/new.md, practices/scan.md
» To send what is not committed: cop save
» Looking at origin …
» error: what came in changes practices/scan.md too, which is not committed here; nothing has been merged
» hint: keep them (cop save), or put them aside (git stash, later git stash pop); then cop sync
[status 2]
");
    assert_eq!(world.read("practices/scan.md"), "mine\n");
    world.git(&["checkout", "--quiet", "practices/scan.md"]);
    world.write("questions/how-long.md", "# How long now?\n");
    let before = world.git(&["status", "--porcelain"]);
    insta::assert_snapshot!(dutch(&world, &["sync"]), @r"
$ COP_LANG=nl cop sync
» 2 bestanden zijn niet vastgelegd, dus niet verstuurd: practices/new.md, questions/how-long.md
» Om te versturen wat niet is vastgelegd: cop save
» Kijken bij origin …
Binnengekomen
gewijzigd  praktijk  Scan letters  Bo Guest
");
    assert_eq!(world.git(&["status", "--porcelain"]), before);
    assert!(world.read("practices/scan.md").contains("paper"));
}

#[test]
fn a_protected_branch_gets_a_branch_to_take_in() {
    let world = shared();
    let hook = "#!/bin/sh\nwhile read old new ref; do\n  case $ref in refs/heads/main) echo 'GitLab: You are not allowed to push code to protected branches on this project.'; exit 1;; esac\ndone\necho 'To create a merge request, visit:'\necho '  https://git.example.org/club/-/merge_requests/new?x'\n";
    let path = world.path("../hub.git/hooks/pre-receive");
    program(&path, hook);
    world.cop(&["tag", "scan", "colour"]).done();
    insta::assert_snapshot!(transcript(&world, &["sync", "sync"]), @r"
$ cop sync
» Looking at origin …
» Sending to origin/main …
» GitLab: You are not allowed to push code to protected branches on this project.
» [remote rejected] (pre-receive hook declined)
» origin/main takes nothing directly: what is here goes to a branch of your own, to be taken in by whoever may
Sent as cop/ada/2026-11-22-0900, to be taken in
changed  practice  Scan letters  Ada Test
https://git.example.org/club/-/merge_requests/new?x

$ cop sync
» Looking at origin …
» Sending to origin/main …
» GitLab: You are not allowed to push code to protected branches on this project.
» [remote rejected] (pre-receive hook declined)
» origin/main takes nothing directly: what is here goes to a branch of your own, to be taken in by whoever may
What is here has been sent already as cop/ada/2026-11-22-0900, and waits to be
taken in
");
    world.cop(&["tag", "scan", "paper"]).done();
    insta::assert_snapshot!(dutch(&world, &["sync"]), @r"
$ COP_LANG=nl cop sync
» Kijken bij origin …
» Versturen naar origin/main …
» GitLab: You are not allowed to push code to protected branches on this project.
» [remote rejected] (pre-receive hook declined)
» origin/main neemt niets rechtstreeks aan: wat hier is, gaat naar een eigen branch, en wie dat mag neemt het op
Verstuurd als cop/ada/2026-11-22-0900, om te laten opnemen
gewijzigd  praktijk  Scan letters  Ada Test
https://git.example.org/club/-/merge_requests/new?x
");
    // Taken in there as one commit, as many hosts do: nothing is left to send.
    fs::remove_file(&path).unwrap();
    bo_git(&world, &["fetch", "--quiet"]);
    bo_git(&world, &["merge", "--quiet", "--squash", "origin/cop/ada/2026-11-22-0900"]);
    bo_git(&world, &["commit", "--quiet", "-m", "Taken in"]);
    bo_git(&world, &["push", "--quiet"]);
    let answer = world.cop(&["sync", "--json"]).json();
    assert_eq!((&answer["branch"], &answer["sent"]), (&serde_json::Value::Null, &serde_json::json!([])));
    // Who takes nothing at all says why.
    program(&path, "#!/bin/sh\necho 'no more room'\nexit 1\n");
    world.cop(&["tag", "scan", "wide"]).done();
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» Looking at origin …
» Sending to origin/main …
» error: origin/main does not take what is here, and no branch of your own either
» because: no more room [remote rejected] (pre-receive hook declined)
» hint: what you made is committed here; the words above are those of the git host
[status 2]
");
}

#[test]
fn what_keeps_it_from_being_done_is_said_with_the_way_on() {
    let world = shared();
    world.git(&["remote", "set-url", "origin", "../nowhere.git"]);
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» Looking at origin …
» error: there is no repository where origin points to, or you may not see it
» because: fatal: '../nowhere.git' does not appear to be a git repository fatal: Could not read from remote repository.  Please make sure you have the correct access rights and the repository exists.
» hint: git remote get-url origin shows the address; git remote set-url origin ADDRESS changes it
[status 2]
");
    world.git(&["config", "--remove-section", "branch.main"]);
    world.git(&["remote", "add", "other", "../other.git"]);
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» error: there are several remotes, and git was not told to which of them main belongs
» hint: say so: git config branch.main.remote origin && git config branch.main.merge refs/heads/main
» hint: say so: git config branch.main.remote other && git config branch.main.merge refs/heads/main
[status 2]
");
    world.git(&["remote", "remove", "other"]);
    world.git(&["remote", "remove", "origin"]);
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» error: this repository has no remote, so there is nobody to share with
» hint: make an empty repository at your git host, and: git remote add origin ADDRESS
[status 2]
");
    insta::assert_snapshot!(dutch(&world, &["sync"]), @r"
$ COP_LANG=nl cop sync
» fout: deze repository heeft geen remote, dus er is niemand om mee te delen
» tip: maak een lege repository bij je git-host, en daarna: git remote add origin ADRES
[status 2]
");
    world.git(&["checkout", "--quiet", "--detach"]);
    insta::assert_snapshot!(transcript(&world, &["sync", "sync now", "push"]), @r#"
$ cop sync
» error: HEAD is not on a branch, so a commit would belong to none
» hint: git switch BRANCH goes to a branch; git switch -c NEW-BRANCH makes one here
[status 2]

$ cop sync now
» error: "now" is one thing too many here
» hint: what has several words goes between quotes: cop sync now
» hint: all about it: cop sync --help
[status 2]

$ cop push
» error: there is no command "push"
» hint: here that is: cop sync
[status 2]
"#);
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Club\n");
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» error: there is no git repository here, so there is nobody to share with
» hint: make one with git init, or clone the community's: git clone ADDRESS
[status 2]
");
}

#[test]
fn what_is_left_of_a_merge_is_told_until_it_is_done() {
    let world = shared();
    bo(&world, &["set", "scan", "steward=Archive"]).run().done();
    bo(&world, &["sync"]).run().done();
    world.cop(&["set", "scan", "steward=Library"]).done();
    assert_eq!(world.cop(&["sync"]).status, 2);
    insta::assert_snapshot!(transcript(&world, &["sync", "tag scan x"]), @r"
$ cop sync
» error: a merge is under way: 1 file is left for you to solve
» hint: choose between the two versions and take the marks (<<<<<<<, =======, >>>>>>>) out of practices/scan.md
» hint: solve what is left and finish it with cop sync, or drop it with git merge --abort
[status 2]

$ cop tag scan x
» error: Something is wrong here; put it right first, so that nothing else is changed by accident.
» practices/scan.md:4:1
»    |  <<<<<<< yours
»    |  ^
[status 2]
");
    insta::assert_snapshot!(dutch(&world, &["sync"]), @r"
$ COP_LANG=nl cop sync
» fout: er is een merge bezig: 1 bestand moet je nog oplossen
» tip: kies tussen de twee versies en haal de strepen (<<<<<<<, =======, >>>>>>>) weg uit practices/scan.md
» tip: los op wat er nog ligt en maak hem af met cop sync, of stop met git merge --abort
[status 2]
");
    assert!(world.cop(&["doctor"]).to_string().contains("a merge is under way"));
    assert!(world.cop(&[]).to_string().contains("a merge is under way"));
    world.write("practices/scan.md", "---\nsteward: Library\n---\n\n# Scan letters\n");
    insta::assert_snapshot!(transcript(&world, &["sync"]), @r"
$ cop sync
» The merge that was under way is finished
» Looking at origin …
» Sending to origin/main …
Sent to origin/main
changed  practice  Scan letters  Ada Test
");
    assert!(!world.cop(&["doctor"]).to_string().contains("a merge is under way"));
}

#[test]
fn a_branch_that_git_was_not_told_to_fetch_is_fetched() {
    let world = shared();
    bo(&world, &["tag", "scan", "paper"]).run().done();
    bo(&world, &["sync"]).run().done();
    world.git(&["push", "--quiet", "origin", "main:other"]);
    world.git(&["config", "remote.origin.fetch", "+refs/heads/other:refs/remotes/origin/other"]);
    world.cop(&["tag", "how-long", "chat"]).done();
    world.cop(&["sync"]).done();
    assert!(world.read("practices/scan.md").contains("paper"));
    assert_eq!(world.git(&["rev-parse", "HEAD"]), world.git(&["--git-dir", "../hub.git", "rev-parse", "main"]));
}

#[test]
fn what_the_person_says_of_merging_counts_without_other_settings() {
    let world = shared();
    bo(&world, &["tag", "scan", "paper"]).run().done();
    bo(&world, &["sync"]).run().done();
    world.cop(&["tag", "scan", "colour"]).done();
    let folder = world.home().join(".config/git");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("attributes"), "*.md merge=binary\n").unwrap();
    let run = world.cop(&["sync", "--json"]);
    assert_eq!(run.json()["conflicts"][0], "practices/scan.md", "{run}");
    world.git(&["merge", "--abort"]);
    fs::remove_file(folder.join("attributes")).unwrap();
    world.write("practices/.gitattributes", "*.md merge=union\n");
    assert!(world.cop(&["doctor", "--json"]).stdout.contains("documents in practices are merged by git in a way of your own: union"));
}

#[test]
fn two_people_who_ask_the_same_have_a_question_each() {
    let world = shared();
    world.cop(&["ask", "Who scans?", "-b", "Ada wonders."]).done();
    world.cop(&["add", "decision", "Use MDTO", "-b", "As Ada says."]).done();
    world.cop(&["add", "practice", "Same", "-b", "In both."]).done();
    world.cop(&["sync"]).done();
    bo(&world, &["ask", "Who scans?", "-b", "Bo wonders."]).run().done();
    bo(&world, &["add", "decision", "Use MDTO", "-b", "As Bo says, for [[who-scans]]."]).run().done();
    bo(&world, &["add", "practice", "Same", "-b", "In both."]).run().done();
    bo(&world, &["answer", "who-scans", "-b", "I do."]).run().done();
    bo(&world, &["accept", "answer/who-scans/bo"]).run().done();
    bo(&world, &["follow", "who-scans"]).run().done();
    assert_eq!(bo(&world, &["sync", "--dry-run", "--json"]).run().json()["conflicts"], serde_json::json!([]));
    insta::assert_snapshot!(bo(&world, &["sync"]).run().to_string(), @r"
$ cop sync
» Looking at origin …
» decisions/0001-use-mdto.md was added by Ada Test too: yours is decisions/0002-use-mdto.md now, and what refers to it follows
» questions/who-scans.md was added by Ada Test too: yours is questions/who-scans-2.md now, and what refers to it follows
» Sending to origin/main …
Came in
new  decision  Use MDTO    Ada Test
new  practice  Same        Ada Test
new  question  Who scans?  Ada Test
Sent to origin/main
new      decision  Use MDTO    Bo Guest
changed  member    Bo Guest    Bo Guest
new      question  Who scans?  Bo Guest
new      answer    Who scans?  Bo Guest
");
    world.cop(&["sync"]).done();
    insta::assert_snapshot!(world.git(&["ls-files", "questions", "decisions", "practices"]), @r"
decisions/0001-use-mdto.md
decisions/0002-use-mdto.md
practices/same.md
practices/scan.md
questions/how-long.md
questions/who-scans-2.md
questions/who-scans-2/bo.md
questions/who-scans.md
");
    assert!(world.read("questions/who-scans.md").contains("Ada wonders."));
    assert!(world.read("questions/who-scans-2.md").contains("accepted: answer/who-scans-2/bo\n"));
    assert!(!world.read("questions/who-scans-2.md").contains("aliases"));
    assert!(world.read("decisions/0002-use-mdto.md").contains("[[who-scans-2]]"));
    assert!(world.read("members/bo.md").contains("../questions/who-scans-2.md"));
    assert!(world.cop(&["check"]).to_string().contains(" 0 errors"));
}

#[test]
fn a_document_that_is_being_edited_gives_no_way() {
    let world = shared();
    world.cop(&["ask", "Who scans?", "-b", "Ada wonders."]).done();
    world.cop(&["sync"]).done();
    bo(&world, &["ask", "Who scans?", "-b", "Bo wonders."]).run().done();
    let head = bo_git(&world, &["rev-parse", "HEAD"]);
    let text = world.read("../bo/questions/who-scans.md") + "\nStill writing.\n";
    world.write("../bo/questions/who-scans.md", &text);
    let run = bo(&world, &["sync"]).run();
    assert!(run.status == 2 && run.to_string().contains("nothing has been merged"), "{run}");
    assert_eq!((bo_git(&world, &["rev-parse", "HEAD"]), world.read("../bo/questions/who-scans.md")), (head, text));
}
