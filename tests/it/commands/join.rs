//! `cop join`

use super::{cop, dutch, tiny, transcript, valid};
use crate::support::world::World;

/// A community of Ada's that has invited Anna.
fn inviting() -> World {
    let world = World::new();
    cop(&world, "init --name Archivists --question 'How long do we keep chat?'").run().done();
    world.cop(&["add", "practice", "Scan letters", "-b", "At 300 dpi.", "--set", "status=adopted"]).done();
    world.cop(&["invite", "Anna de Vries", "--organisation", "City Archive"]).done();
    world
}

fn is_now(world: &World, name: &str, email: &str) {
    world.git(&["config", "user.name", name]);
    world.git(&["config", "user.email", email]);
}

#[test]
fn the_page_that_waits_becomes_theirs() {
    let world = inviting();
    is_now(&world, "Anna de Vries", "anna@example.org");
    insta::assert_snapshot!(transcript(&world, &["join", "join"]), @r"
$ cop join
» A page was waiting for you: members/anna.md
» anna@example.org stands in it, as in your commits: so history knows what you do
» Committed [commit]
» Next: say in members/anna.md who you are, in place of the line that tells what to write; then: cop save
» Read first:
»   Scan letters  cop show practice/scan-letters
» This is waiting for an answer; half of one helps:
»   How long do we keep chat?  cop answer question/how-long-do-we-keep-chat
» More, and people to meet: cop onboard
members/anna.md

$ cop join
» You are a member already: @anna
» Read first:
»   Scan letters  cop show practice/scan-letters
» This is waiting for an answer; half of one helps:
»   How long do we keep chat?  cop answer question/how-long-do-we-keep-chat
» More, and people to meet: cop onboard
members/anna.md
");
    insta::assert_snapshot!(world.read("members/anna.md").lines().take(9).collect::<Vec<_>>().join("\n"), @r"
---
name: Anna de Vries
organisation: City Archive
accounts: []
interests: []
ask_me: yes
since: 2026-11-22
emails: [anna@example.org]
---
");
    insta::assert_snapshot!(world.git(&["log", "-1", "--format=%an: %s", "--name-status"]), @r"
Anna de Vries: Anna de Vries joins

M	members/anna.md
");
    let people = world.cop(&["contributors", "--json"]).json();
    assert!(people["contributors"].as_array().unwrap().iter().any(|person| person["handle"] == "anna"), "{people}");
}

#[test]
fn who_was_not_invited_gets_a_page_of_their_own() {
    let world = tiny();
    is_now(&world, "Bo Guest", "7+bo-g@users.noreply.github.com");
    insta::assert_snapshot!(dutch(&world, &["join"]), @r"
$ COP_LANG=nl cop join
» Vastgelegd als [commit]
» Nu: zeg in members/bo-g.md wie je bent, in plaats van de regel die zegt wat je kunt schrijven; en dan: cop save
» Lees eerst:
»   Scan letters  cop show practice/scan-letters
» Hier wacht iemand op antwoord; een half antwoord helpt al:
»   Hoe lang bewaren we brieven?  cop answer question/hoe-lang-nl
» Meer, en mensen om te leren kennen: cop onboard
members/bo-g.md
");
    insta::assert_snapshot!(world.read("members/bo-g.md"), @r#"
---
name: Bo Guest
organisation:
accounts: ["github:bo-g"]
interests: []
ask_me: yes
since: 2026-11-22
---

# Bo Guest

<!-- cop: Introduce yourself in a few sentences: what work you do, what people may call you for, and what you would like to learn; between the brackets above go your accounts, as in [github:anna], and the topics you care about, as in [email, scanning]. -->
"#);
    is_now(&world, "Cas", "cas@example.org");
    let answer = valid(&cop(&world, "join --handle @casper --json").run(), "join");
    assert_eq!((&answer["ref"], &answer["path"]), (&"member/casper".into(), &"members/casper.md".into()));
    assert_eq!(answer["commit"], "[commit]");
    assert_eq!(answer["answer"]["command"], "cop answer question/hoe-lang-nl");
    assert_eq!(world.cop(&["check"]).status, 0);
}

#[test]
fn nobody_becomes_somebody_else() {
    let world = inviting();
    is_now(&world, "Ada Test", "ada@other.example");
    insta::assert_snapshot!(transcript(&world, &["join", "join --handle ada", "join --handle 'Ada T'", "join --handle anna --dry-run -q"]), @r#"
$ cop join
» error: somebody called Ada Test is a member already, and history knows them by something else than your address
» members/ada.md
» hint: if that is you: cop set @ada emails=ada@example.org,ada@other.example
» hint: if you are somebody else: cop join --handle ada-test
[status 2]

$ cop join --handle ada
» error: @ada is Ada Test
» members/ada.md
» hint: this one is free: --handle ada-test
[status 2]

$ cop join --handle 'Ada T'
» error: --handle can't be "Ada T"
» hint: a handle is of small letters, digits and dashes, such as ada-t
[status 2]

$ cop join --handle anna --dry-run -q
diff --git a/members/anna.md b/members/anna.md
--- a/members/anna.md
+++ b/members/anna.md
@@ -5,6 +5,7 @@ accounts: []
 interests: []
 ask_me: yes
 since: 2026-11-22
+emails: [ada@other.example]
 ---

 # Anna de Vries
"#);
    is_now(&world, "Ada Test", "ada@example.org");
    // What is proposed can be typed.
    world.cop(&["set", "@ada", "emails=ada@example.org,ada@other.example"]).done();
    is_now(&world, "Ada Test", "ada@other.example");
    assert!(world.cop(&["join"]).stderr.contains("already: @ada"));
    world.git(&["config", "user.email", ""]);
    insta::assert_snapshot!(transcript(&world, &["join", "--demo join"]), @r"
$ cop join
» error: git does not know who you are, and every contribution has a name
» hint: git config --global user.email YOU@EXAMPLE.ORG
[status 2]

$ cop --demo join
» You are a member already: @tomasz
» Read first:
»   Open with a short round  cop show practice/open-with-a-short-round
»   Write the charter together  cop show practice/write-the-charter-together
»   De eerste honderd dagen  cop show practice/de-eerste-honderd-dagen-nl
» This is waiting for an answer; half of one helps:
»   Wat doe je met een kerngroep die leegloopt?  cop answer question/wat-doe-je-met-een-kerngroep-die-leegloopt-nl
» More, and people to meet: cop onboard
members/tomasz.md
");
}

#[test]
fn pages_that_wait_under_another_name_are_named() {
    let world = inviting();
    cop(&world, "invite 'Bram Jansen'").run().done();
    cop(&world, "invite 'Bram Smit'").run().done();
    is_now(&world, "B. Smit", "bs@example.org");
    let run = cop(&world, "join").run();
    assert!(run.stderr.contains("Bram Smit (@bram-smit), Anna de Vries (@anna), Bram Jansen (@bram)"), "{run}");
    // What is proposed can be typed.
    cop(&world, "undo").run().done();
    assert_eq!(cop(&world, "join --handle bram-smit").run().done(), "members/bram-smit.md\n");
    is_now(&world, "bram", "bj@example.org");
    insta::assert_snapshot!(dutch(&world, &["join -q", "join --author anna"]), @r#"
    $ COP_LANG=nl cop join -q
    members/bram-2.md

    $ COP_LANG=nl cop join --author anna
    » fout: wie cop gebruikt, wordt zelf lid
    » tip: cop invite "NAAM" E-MAILADRES maakt een pagina voor een ander
    [status 2]
    "#);
}

#[test]
#[cfg(unix)]
fn on_a_terminal_the_page_can_be_chosen() {
    if !std::path::Path::new("/usr/bin/script").exists() {
        return;
    }
    let world = inviting();
    is_now(&world, "A. Vries-Bos", "av@example.org");
    let command = format!("'{}' join", env!("CARGO_BIN_EXE_cop"));
    let run = world.command("script").args(&["-qec", &command, "/dev/null"]).env("SHELL", "/bin/sh").input("\u{1b}[B\r").run();
    assert!(world.read("members/anna.md").contains("av@example.org"), "{run}");
}

#[test]
fn without_git_who_joined_is_known() {
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: X\n");
    world.write("practices/scan.md", "# Scan\n");
    let config = "[user]\n\tname = Ada Test\n\temail = ada@example.org\n";
    std::fs::write(world.home().join(".gitconfig"), config).unwrap();
    cop(&world, "join").run().done();
    assert_eq!(cop(&world, "used scan 'It works.'").run().done(), "members/ada.md\n");
}

#[test]
fn a_handle_that_can_be_nobodys_is_refused() {
    let world = inviting();
    is_now(&world, "Con Peters", "con@example.org");
    let head = world.git(&["rev-parse", "HEAD"]);
    insta::assert_snapshot!(transcript(&world, &["join --handle con", "join --handle me"]), @r"
$ cop join --handle con
» error: @con can be nobody's handle: Windows allows no file of that name
» hint: this one is free: --handle con-peters
[status 2]

$ cop join --handle me
» error: @me is whoever runs cop, and can be nobody's handle
» hint: this one is free: --handle con-peters
[status 2]
");
    let run = dutch(&world, &["join --handle con"]);
    assert!(run.contains("op Windows mag een bestand niet zo heten"), "{run}");
    assert_eq!(world.git(&["rev-parse", "HEAD"]), head);
    // Who says none gets one that can be.
    world.cop(&["join"]).done();
    assert!(world.git(&["ls-files", "members"]).contains("con-peters.md"));
}

#[test]
fn who_has_a_page_and_finds_an_older_one_hears_the_way() {
    let world = super::tiny();
    world.write("members/bram.md", "---\nname: Bram Smit\n---\n");
    world.commit("Bram");
    insta::assert_snapshot!(super::transcript(&world, &["join --handle bram"]), @r"
$ cop join --handle bram
» You are a member already: @ada. If the page of Bram Smit is yours, remove that one first: cop rm @ada; and then: cop join --handle bram
» Read first:
»   Scan letters  cop show practice/scan-letters
» This is waiting for an answer; half of one helps:
»   Hoe lang bewaren we brieven?  cop answer question/hoe-lang-nl
» More, and people to meet: cop onboard
members/ada.md
");
    insta::assert_snapshot!(super::dutch(&world, &["join --handle bram"]), @r"
$ COP_LANG=nl cop join --handle bram
» Je bent al lid: @ada. Is de pagina van Bram Smit van jou, haal dan eerst die andere weg: cop rm @ada; en daarna: cop join --handle bram
» Lees eerst:
»   Scan letters  cop show practice/scan-letters
» Hier wacht iemand op antwoord; een half antwoord helpt al:
»   Hoe lang bewaren we brieven?  cop answer question/hoe-lang-nl
» Meer, en mensen om te leren kennen: cop onboard
members/ada.md
");
}
