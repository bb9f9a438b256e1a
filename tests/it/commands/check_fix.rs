//! `cop check --fix`: git says what was written.

use super::{cop, dutch, tiny, transcript, valid};
use crate::support::world::World;

/// Ada of the tiny community works from two more addresses and an account; somebody without a file from two.
fn scattered() -> World {
    let world = tiny();
    let members = "---\r\nname: Ada Test\r\nemails:\r\n- ada@example.org # at work\r\n# since 2020\r\nsince: 2020-01-01\r\n---\r\n";
    world.write("members/ada.md", members);
    world.commit("As she likes it");
    for (at, (name, email)) in [
        ("Ada Test", "ada.test@gmail.com"),
        ("Test, Ada", "17+adatest@users.noreply.github.com"),
        ("ada", "a@b.example"),
        ("Kees van den Bos", "kees@gmail.com"),
        ("Kees van den Bos", "kees@work.example"),
        ("fixer[bot]", "ada@fixer.example"),
    ]
    .iter()
    .enumerate()
    {
        world.write(&format!("practices/page-{at}.md"), format!("# Page {at}\n\nText.\n"));
        world.commit_by(name, email, "A page");
    }
    world
}

#[test]
fn nothing_is_sure_and_all_of_it_is_said() {
    let world = scattered();
    let before = world.git(&["rev-parse", "HEAD"]);
    insta::assert_snapshot!(transcript(&world, &["check --select PEO", "check --select PEO --fix --dry-run"]), @r"
$ cop check --select PEO
community.yaml  note split-author  addresses with the same name may be those of
   one person, or of several: Kees van den Bos
   anybody can type a name and an address in git: on a terminal cop check --fix
   asks, one by one; cop doctor has the lines
members/ada.md  note unclaimed-address  a commit by Ada Test (ad…@gmail.com, on
   2026-06-01) looks like @ada's: the same name
   but anybody can write that name in git; if it is the same person: cop check
   --fix --same ada
members/ada.md  note unclaimed-address  a commit by Test, Ada (github:adatest,
   on 2026-06-01) looks like @ada's: the same name
   but anybody can write that name in git; if it is the same person: cop check
   --fix --same ada
members/ada.md  note unclaimed-address  a commit by ada (a…@b.example, on
   2026-06-01) looks like @ada's: the name in git is this handle
   but the whole name is not the same; if it is the same person: cop check --fix
   --same ada
10 documents, 0 errors, 0 warnings, 4 notes

$ cop check --select PEO --fix --dry-run
» Not sure: Kees van den Bos: ke…@gmail.com (1 commit, 2026-06-01), ke…@work.example (1 commit, 2026-06-01)
» If those are one person: cop check --fix asks on a terminal, and cop doctor has the lines
» Not sure: a commit by Ada Test (ad…@gmail.com, on 2026-06-01) looks like @ada's: the same name
» Not sure: a commit by Test, Ada (github:adatest, on 2026-06-01) looks like @ada's: the same name
» Not sure: a commit by ada (a…@b.example, on 2026-06-01) looks like @ada's: the name in git is this handle
» If that is @ada: cop check --fix --same ada
");
    assert_eq!(world.git(&["rev-parse", "HEAD"]), before);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    // Whatever names and addresses there are in git, they make nobody somebody else unasked.
    for run in ["check --select PEO --fix", "check --select PEO --fix --yes", "check --select PEO005 --fix --yes -q"] {
        cop(&world, run).run().done();
        assert_eq!(world.git(&["rev-parse", "HEAD"]), before, "{run}");
        assert_eq!(world.git(&["status", "--porcelain"]), "");
    }
    cop(&world, "check --select PEO --fix --same ada=gmail").run().done();
    assert_eq!(world.git(&["rev-list", "--count", &format!("{}..HEAD", before.trim())]).trim(), "1");
    assert_eq!(world.git(&["show", "--format=", "--name-status", "HEAD"]), "M\tmembers/ada.md");
    world.git(&["fsck", "--strict"]);
    cop(&world, "undo").run().done();
    assert!(!world.read("members/ada.md").contains("gmail"));
}

#[test]
fn it_is_said_in_dutch_and_to_programs() {
    let world = scattered();
    insta::assert_snapshot!(dutch(&world, &["check --select PEO", "check --select PEO005 --fix", "check --fix -f concise"]), @r"
$ COP_LANG=nl cop check --select PEO
community.yaml  opmerking split-author  adressen met dezelfde naam zijn
   misschien van één persoon, misschien van meer: Kees van den Bos
   iedereen kan een naam en een adres in git typen: op een terminal vraagt cop
   check --fix ernaar, een voor een; cop doctor heeft de regels
members/ada.md  opmerking unclaimed-address  een commit van Ada Test
   (ad…@gmail.com, op 2026-06-01) lijkt van @ada te zijn: dezelfde naam
   maar iedereen kan die naam in git schrijven; is het dezelfde persoon: cop
   check --fix --same ada
members/ada.md  opmerking unclaimed-address  een commit van Test, Ada
   (github:adatest, op 2026-06-01) lijkt van @ada te zijn: dezelfde naam
   maar iedereen kan die naam in git schrijven; is het dezelfde persoon: cop
   check --fix --same ada
members/ada.md  opmerking unclaimed-address  een commit van ada (a…@b.example,
   op 2026-06-01) lijkt van @ada te zijn: de naam in git is deze gebruikersnaam
   maar de hele naam is niet dezelfde; is het dezelfde persoon: cop check --fix
   --same ada
10 documenten, 0 fouten, 0 waarschuwingen, 4 opmerkingen

$ COP_LANG=nl cop check --select PEO005 --fix
» Hier wordt niets ongevraagd hersteld
community.yaml  opmerking split-author  adressen met dezelfde naam zijn
   misschien van één persoon, misschien van meer: Kees van den Bos
   iedereen kan een naam en een adres in git typen: op een terminal vraagt cop
   check --fix ernaar, een voor een; cop doctor heeft de regels
10 documenten, 0 fouten, 0 waarschuwingen, 1 opmerking

$ COP_LANG=nl cop check --fix -f concise
community.yaml:1:1 note PEO005 split-author adressen met dezelfde naam zijn misschien van één persoon, misschien van meer: Kees van den Bos; iedereen kan een naam en een adres in git typen: op een terminal vraagt cop check --fix ernaar, een voor een; cop doctor heeft de regels
members/ada.md:1:1 note PEO004 unclaimed-address een commit van Ada Test (ad…@gmail.com, op 2026-06-01) lijkt van @ada te zijn: dezelfde naam; maar iedereen kan die naam in git schrijven; is het dezelfde persoon: cop check --fix --same ada
members/ada.md:1:1 note PEO004 unclaimed-address een commit van Test, Ada (github:adatest, op 2026-06-01) lijkt van @ada te zijn: dezelfde naam; maar iedereen kan die naam in git schrijven; is het dezelfde persoon: cop check --fix --same ada
members/ada.md:1:1 note PEO004 unclaimed-address een commit van ada (a…@b.example, op 2026-06-01) lijkt van @ada te zijn: de naam in git is deze gebruikersnaam; maar de hele naam is niet dezelfde; is het dezelfde persoon: cop check --fix --same ada
members/ada.md:1:4 note CON009 other-line-ends de regels eindigen hier op CRLF, en op LF in 9 andere; sla het bestand op met LF
questions/hoe-lang.nl.md:1:1 note STW003 unanswered-question na 174 dagen nog geen antwoord; beantwoord hem in een eigen bestand: questions/hoe-lang/NAAM.md
");
    let answer = valid(&cop(&scattered(), "check --select PEO --json").run(), "check");
    let fixable: Vec<_> =
        answer["findings"].as_array().unwrap().iter().map(|found| (found["rule"].clone(), found["fixable"].clone())).collect();
    assert_eq!(fixable.iter().filter(|(_, fixable)| fixable == true).count(), 4, "{answer}");
    assert_eq!(fixable.len(), 4, "{answer}");
    assert!(!answer.to_string().contains("ada.test@gmail.com"), "an address stands whole in what a check says: {answer}");
    let shown = valid(&cop(&scattered(), "check --select PEO --fix --same ada=gmail --dry-run --json").run(), "fix");
    assert_eq!(shown["changed"].as_array().unwrap().len(), 1, "{shown}");
}

#[test]
fn what_looks_like_a_members_is_written_in_their_file_if_a_person_says_so() {
    let world = scattered();
    insta::assert_snapshot!(transcript(&world, &["check --select PEO --fix --same ada=gmail,ada=adatest,ada=b.example --dry-run", "check --select PEO --fix --same @ada=GMAIL,ada=adatest,ada=b.example"]), @r#"
$ cop check --select PEO --fix --same ada=gmail,ada=adatest,ada=b.example --dry-run
» Not sure: Kees van den Bos: ke…@gmail.com (1 commit, 2026-06-01), ke…@work.example (1 commit, 2026-06-01)
» If those are one person: cop check --fix asks on a terminal, and cop doctor has the lines
diff --git a/members/ada.md b/members/ada.md
--- a/members/ada.md
+++ b/members/ada.md
@@ -2,6 +2,9 @@
 name: Ada Test
 emails:
 - ada@example.org # at work
+- ada.test@gmail.com
+- a@b.example
 # since 2020
 since: 2020-01-01
+accounts: ["github:adatest"]
 ---

$ cop check --select PEO --fix --same @ada=GMAIL,ada=adatest,ada=b.example
» Adding ad…@gmail.com to members/ada.md
» Adding github:adatest to members/ada.md
» Adding a…@b.example to members/ada.md
» Committed [commit]
» Somebody may yet count as several, which is not sure: cop doctor
community.yaml  note split-author  addresses with the same name may be those of
   one person, or of several: Kees van den Bos
   anybody can type a name and an address in git: on a terminal cop check --fix
   asks, one by one; cop doctor has the lines
10 documents, 0 errors, 0 warnings, 1 note
"#);
    assert_eq!(world.git(&["rev-list", "--count", "HEAD~1..HEAD"]), "1");
    world.git(&["fsck", "--strict"]);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    // They are hers now, and counted so.
    let counted = cop(&world, "contributors --json").run().json();
    let ada = counted["contributors"].as_array().unwrap().iter().find(|one| one["handle"] == "ada").unwrap();
    let names = world.git(&["log", "--format=%an", "--", "practices", "questions", "members"]);
    assert_eq!(ada["commits"], names.lines().filter(|name| ["Ada Test", "Test, Ada", "ada"].contains(name)).count());
    insta::assert_snapshot!(transcript(&world, &["check --select PEO --fix --same ada,ad", "check --same ada", "check --fix --same me -q"]), @r#"
$ cop check --select PEO --fix --same ada,ad
» error: there is no member "ad"
» hint: did you mean ada?
[status 2]

$ cop check --same ada
» error: something is missing: --fix
» hint: for example: cop check practices --ignore STW
» hint: all about it: cop check --help
[status 2]

$ cop check --fix --same me -q
community.yaml  note split-author  addresses with the same name may be those of
   one person, or of several: Kees van den Bos
   anybody can type a name and an address in git: on a terminal cop check --fix
   asks, one by one; cop doctor has the lines
members/ada.md:1:4  note other-line-ends  the lines end in CRLF here, and in LF
   in 9 others
   |  ---
   |     ^ save the file with LF
questions/hoe-lang.nl.md:1:1  note unanswered-question  no answer after 174 days
   |  # Hoe lang bewaren we brieven?
   |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |  answer it in a file of your own: questions/hoe-lang/HANDLE.md
10 documents, 0 errors, 0 warnings, 3 notes
"#);
}

#[test]
fn what_a_person_has_changed_is_not_committed_over() {
    let world = scattered();
    let text = world.read("members/ada.md").replace("2020-01-01", "2021-01-01");
    world.write("members/ada.md", &text);
    let before = world.git(&["rev-parse", "HEAD"]);
    insta::assert_snapshot!(transcript(&world, &["check --select PEO004 --fix"]), @r"
$ cop check --select PEO004 --fix
members/ada.md  note unclaimed-address  a commit by Ada Test (ad…@gmail.com, on
   2026-06-01) looks like @ada's: the same name
   but anybody can write that name in git; if it is the same person: cop check
   --fix --same ada
members/ada.md  note unclaimed-address  a commit by Test, Ada (github:adatest,
   on 2026-06-01) looks like @ada's: the same name
   but anybody can write that name in git; if it is the same person: cop check
   --fix --same ada
members/ada.md  note unclaimed-address  a commit by ada (a…@b.example, on
   2026-06-01) looks like @ada's: the name in git is this handle
   but the whole name is not the same; if it is the same person: cop check --fix
   --same ada
10 documents, 0 errors, 0 warnings, 3 notes
");
    insta::assert_snapshot!(transcript(&world, &["check --select PEO004 --fix --same ada=gmail,ada=adatest,ada=b.example"]), @r"
$ cop check --select PEO004 --fix --same ada=gmail,ada=adatest,ada=b.example
» Adding ad…@gmail.com to members/ada.md
» Adding github:adatest to members/ada.md
» Adding a…@b.example to members/ada.md
» error: this file has changes of yours that are not committed
» members/ada.md
» hint: --with-my-edits commits your changes together with what is mended; --no-commit mends the files and commits nothing
[status 2]
");
    assert_eq!(world.read("members/ada.md"), text);
    assert_eq!(world.git(&["rev-parse", "HEAD"]), before);
}

#[test]
fn of_several_that_look_like_a_members_one_has_to_be_named() {
    let world = scattered();
    let before = world.git(&["rev-parse", "HEAD"]);
    for (language, said) in
        [("en", "more than one address or account looks like @ada's: ad…@gmail.com, "), ("nl", "meer dan één adres of account lijkt van")]
    {
        for same in ["ada", "ada=a", "ada=gmail,ada"] {
            let run = world.command("cop").args(&["check", "--fix", "--yes", "--same", same]).env("COP_LANG", language).run();
            assert_eq!(run.status, 2, "{run}");
            assert!(run.stderr.contains(said) && run.stderr.contains("--same ada=PART"), "{run}");
        }
    }
    let run = world.cop(&["check", "--fix", "--same", "ada=evil"]);
    assert!(run.status == 2 && run.stderr.contains("has \"evil\" in it"), "{run}");
    assert_eq!(world.git(&["rev-parse", "HEAD"]), before);
    world.cop(&["check", "--fix", "--select", "PEO004", "--same", "ada=gmail"]).done();
    assert!(world.read("members/ada.md").contains("- ada.test@gmail.com\r\n# since"));
}

#[test]
fn who_types_an_address_whole_means_that_one() {
    for (language, part) in [("en", "ada@home.example"), ("nl", "ADA@home.example")] {
        let world = tiny();
        for (at, email) in ["ada@home.example", "ada@home.example.org", "x.ada@home.example"].iter().enumerate() {
            world.write(&format!("practices/home-{at}.md"), format!("# Home {at}\n\nText.\n"));
            world.commit_by("Ada Test", email, "At home");
        }
        let same = |part: &str| {
            let typed = format!("ada={part}");
            world.command("cop").args(&["check", "--fix", "--yes", "--same", &typed]).env("COP_LANG", language).run()
        };
        assert_eq!(same("home.example").status, 2);
        same(part).done();
        let file = world.read("members/ada.md");
        assert!(file.contains("ada@home.example") && !file.contains("home.example.org") && !file.contains("x.ada"), "{file}");
    }
}

#[test]
fn a_file_that_can_not_be_mended_is_left() {
    let world = scattered();
    world.write("members/ada.md", "---\nname: Ada Test\nemails: &all [ada@example.org]\naccounts: *all\n---\n");
    world.write(".mailmap", "# ours\r\nBo Guest <bo@example.org> <bo@old.example>");
    world.commit("Odd");
    insta::assert_snapshot!(transcript(&world, &["check --select PEO004,PEO005 --fix"]), @r"
$ cop check --select PEO004,PEO005 --fix
community.yaml  note split-author  addresses with the same name may be those of
   one person, or of several: Kees van den Bos
   anybody can type a name and an address in git: on a terminal cop check --fix
   asks, one by one; cop doctor has the lines
members/ada.md  note unclaimed-address  a commit by Ada Test (ad…@gmail.com, on
   2026-06-01) looks like @ada's: the same name
   but anybody can write that name in git; if it is the same person: cop check
   --fix --same ada
members/ada.md  note unclaimed-address  a commit by Test, Ada (github:adatest,
   on 2026-06-01) looks like @ada's: the same name
   but anybody can write that name in git; if it is the same person: cop check
   --fix --same ada
members/ada.md  note unclaimed-address  a commit by ada (a…@b.example, on
   2026-06-01) looks like @ada's: the name in git is this handle
   but the whole name is not the same; if it is the same person: cop check --fix
   --same ada
10 documents, 0 errors, 0 warnings, 4 notes
");
    insta::assert_snapshot!(transcript(&world, &["check --select PEO004 --fix --same ada=gmail,ada=adatest,ada=b.example -f concise"]), @r"
$ cop check --select PEO004 --fix --same ada=gmail,ada=adatest,ada=b.example -f concise
» error: `emails` is written with an anchor, an alias or a tag; change it in an editor.
» members/ada.md:3:14
»    |  emails: &all [ada@example.org]
»    |               ^
» error: `accounts` is written with an anchor, an alias or a tag; change it in an editor.
» members/ada.md:4:11
»    |  accounts: *all
»    |            ^
» error: `emails` is written with an anchor, an alias or a tag; change it in an editor.
» members/ada.md:3:14
»    |  emails: &all [ada@example.org]
»    |               ^
members/ada.md:1:1 note PEO004 unclaimed-address a commit by Ada Test (ad…@gmail.com, on 2026-06-01) looks like @ada's: the same name; but anybody can write that name in git; if it is the same person: cop check --fix --same ada
members/ada.md:1:1 note PEO004 unclaimed-address a commit by Test, Ada (github:adatest, on 2026-06-01) looks like @ada's: the same name; but anybody can write that name in git; if it is the same person: cop check --fix --same ada
members/ada.md:1:1 note PEO004 unclaimed-address a commit by ada (a…@b.example, on 2026-06-01) looks like @ada's: the name in git is this handle; but the whole name is not the same; if it is the same person: cop check --fix --same ada
");
    assert_eq!(world.read(".mailmap"), "# ours\r\nBo Guest <bo@example.org> <bo@old.example>");
    assert_eq!(world.git(&["log", "-1", "--format=%s"]), "Odd");
}

#[test]
fn in_a_folder_of_a_repository_the_mailmap_is_somebody_elses() {
    let world = World::new();
    for (at, email) in ["kees@gmail.com", "kees@work.example"].iter().enumerate() {
        world.write("club/community.yaml", "format: 1\nname: Club\n");
        world.write(&format!("club/practices/page-{at}.md"), format!("# Page {at}\n"));
        world.write(&format!("code-{at}.md"), "# Not ours\n");
        world.commit_by("Kees van den Bos", email, "A page");
    }
    insta::assert_snapshot!(transcript(&world, &["-C club check --fix"]), @r"
$ cop -C club check --fix
» There is nothing here to mend in this way
club/community.yaml  note split-author  addresses with the same name may be
   those of one person, or of several: Kees van den Bos
   cop doctor has the lines for the file .mailmap at the top of the repository
2 documents, 0 errors, 0 warnings, 1 note
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn there_may_be_nothing_to_mend_and_no_history() {
    insta::assert_snapshot!(transcript(&tiny(), &["check --fix", "check --fix --rules", "check --dry-run", "check --fix -f nothing"]), @r#"
$ cop check --fix
» There is nothing here to mend in this way
questions/hoe-lang.nl.md:1:1  note unanswered-question  no answer after 174 days
   |  # Hoe lang bewaren we brieven?
   |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |  answer it in a file of your own: questions/hoe-lang/HANDLE.md
4 documents, 0 errors, 0 warnings, 1 note

$ cop check --fix --rules
» error: --fix and --rules don't go together
» hint: all about it: cop check --help
[status 2]

$ cop check --dry-run
» error: something is missing: --fix|--write-baseline
» hint: for example: cop check practices --ignore STW
» hint: all about it: cop check --help
[status 2]

$ cop check --fix -f nothing
» error: there is no format "nothing" here
» hint: one of these: text, json, jsonl, csv, paths, md, concise, sarif, junit, github, gitlab, rdjson
[status 2]
"#);
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Loose\n");
    insta::assert_snapshot!(transcript(&world, &["check --fix", "check --fix --dry-run"]), @r"
$ cop check --fix
» There is nothing here to mend in this way
0 documents, 0 errors, 0 warnings

$ cop check --fix --dry-run
» There is nothing here to mend in this way
");
}

#[test]
fn who_may_yet_count_as_several_is_left_to_doctor() {
    let world = scattered();
    for (at, email) in ["jantje@gmail.com", "jantje@work.example"].iter().enumerate() {
        world.write(&format!("practices/more-{at}.md"), format!("# More {at}\n\nText.\n"));
        world.commit_by("Jantje", email, "More");
    }
    let says = |lang: &str, run: &str| world.command("cop").args(&run.split(' ').collect::<Vec<_>>()).env("COP_LANG", lang).run().stderr;
    let told = says("nl", "check --select PEO --fix --same ada=gmail");
    assert!(told.contains("2 mensen tellen misschien nog als meer dan één"), "{told}");
    world.git(&["reset", "-q", "--hard", "HEAD~2"]);
    let told = says("en", "check --select PEO --fix --same ada=gmail");
    assert!(told.contains("Somebody may yet count as several, which is not sure: cop doctor"), "{told}");
    world.write("practices/more.md", "# More\n\nText.\n");
    world.commit_by("Jantje", "jantje@work.example", "More");
    assert!(says("en", "doctor").contains("Jantje") || world.cop(&["doctor"]).stdout.contains("Jantje"));
}

/// Cees Bos without a file, and after him somebody who writes his name, dates that are older, and more of it.
fn taken() -> World {
    let world = tiny();
    for (at, email) in ["cees@cees.example", "cees@cees.example", "evil@gmail.com", "evil@gmail.com", "evil@gmail.com"].iter().enumerate() {
        world.write(&format!("practices/cees-{at}.md"), format!("# Cees {at}\n\nText.\n"));
        world.commit_by("Cees Bos", email, "A page");
    }
    world
}

#[test]
fn nobody_takes_anothers_work_by_writing_their_name() {
    let world = taken();
    let before = world.git(&["rev-parse", "HEAD"]);
    for run in ["check --select PEO --fix --yes", "check --select PEO --fix --same ada"] {
        cop(&world, run).run().done();
        assert_eq!(world.git(&["rev-parse", "HEAD"]), before, "{run}");
    }
    insta::assert_snapshot!(transcript(&world, &["check --select PEO --fix --yes", "check --select PEO --fix --dry-run"]), @r"
$ cop check --select PEO --fix --yes
» Nothing here is mended unasked
community.yaml  note split-author  addresses with the same name may be those of
   one person, or of several: Cees Bos
   anybody can type a name and an address in git: on a terminal cop check --fix
   asks, one by one; cop doctor has the lines
9 documents, 0 errors, 0 warnings, 1 note

$ cop check --select PEO --fix --dry-run
» Nothing here is mended unasked
» Not sure: Cees Bos: ce…@cees.example (2 commits, 2026-06-01), ev…@gmail.com (3 commits, 2026-06-01)
» If those are one person: cop check --fix asks on a terminal, and cop doctor has the lines
");
    insta::assert_snapshot!(dutch(&world, &["check --select PEO", "check --select PEO --fix --dry-run"]), @r"
$ COP_LANG=nl cop check --select PEO
community.yaml  opmerking split-author  adressen met dezelfde naam zijn
   misschien van één persoon, misschien van meer: Cees Bos
   iedereen kan een naam en een adres in git typen: op een terminal vraagt cop
   check --fix ernaar, een voor een; cop doctor heeft de regels
9 documenten, 0 fouten, 0 waarschuwingen, 1 opmerking

$ COP_LANG=nl cop check --select PEO --fix --dry-run
» Hier wordt niets ongevraagd hersteld
» Niet zeker: Cees Bos: ce…@cees.example (2 commits, 2026-06-01), ev…@gmail.com (3 commits, 2026-06-01)
» Is dat één persoon: op een terminal vraagt cop check --fix ernaar, en cop doctor heeft de regels
");
    // Whoever says in doctor's words that they are one has the work under the address that was there first, whoever asks for the other.
    let told = world.cop(&["doctor", "--json"]).json();
    let lines = told["checks"].as_array().unwrap().iter().find(|check| check["name"] == "namesakes").unwrap()["lines"].clone();
    let lines: Vec<&str> = lines.as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    assert_eq!(lines, ["# .mailmap", "# anybody can write that name in git", "Cees Bos <cees@cees.example> <evil@gmail.com>"]);
    world.write(".mailmap", format!("{}\n", lines.join("\n")));
    world.write("members/eve.md", "---\nname: Evil Eve\nemails: [evil@gmail.com]\n---\n");
    world.commit("Eve");
    let made = |who: &str| cop(&world, &format!("contributors {who} --json")).run().json()["contributors"][0]["created"].clone();
    assert_eq!((made("'Cees Bos'"), made("@eve")), (2.into(), 3.into()));
}

/// What is committed when these keys are typed to what `check --fix` asks on a terminal, after an attack in which a stranger types Cees's name.
#[cfg(unix)]
fn answered(world: &World, language: &str, keys: &str) -> (String, String) {
    let command = format!("'{}' check --select PEO005 --fix", env!("CARGO_BIN_EXE_cop"));
    let script = world.command("script").args(&["-qec", &command, "/dev/null"]).env("SHELL", "/bin/sh").env("COP_LANG", language);
    let run = script.input(keys).run();
    let mailmap = world.path(".mailmap");
    let written = if mailmap.exists() { world.read(".mailmap") } else { String::new() };
    (written, run.stdout)
}

#[test]
#[cfg(unix)]
fn on_a_terminal_a_person_says_who_is_one_and_which_address_stays() {
    if !std::path::Path::new("/usr/bin/script").exists() {
        return;
    }
    let down = "\u{1b}[B";
    for (language, keys, expected) in [
        ("en", "\r".to_owned(), ""),
        ("en", format!("{down}\r"), "Cees Bos <cees@cees.example> <cees@evil.example>\n"),
        ("nl", format!("{down}{down}\r"), "Cees Bos <cees@evil.example> <cees@cees.example>\n"),
    ] {
        let world = forged("old");
        let (written, said) = answered(&world, language, &keys);
        assert_eq!(written, expected, "{said}");
        let told = if language == "en" { "for which address" } else { "voor welk adres" };
        assert!(said.contains("cees@cees.example (3 commits") && said.contains(told), "{said}");
    }
    let world = forged("old");
    world.write(".mailmap", "# ours\r\nBo Guest <bo@example.org> <bo@old.example>");
    world.commit("Odd");
    let ours = "# ours\r\nBo Guest <bo@example.org> <bo@old.example>\r\nCees Bos <cees@cees.example> <cees@evil.example>\r\n";
    assert_eq!(answered(&world, "en", &format!("{down}\r")).0, ours);
    assert_eq!(world.git(&["show", "--format=", "--name-status", "HEAD"]), "M\t.mailmap");
}

/// Cees Bos without a file, and a stranger with his name and the part before the `@`, on a branch from before his work: with a date of long
/// ago (`old`), or with the merge made on their own side (`turned`).
fn forged(how: &str) -> World {
    let world = tiny();
    world.git(&["branch", "evil"]);
    for at in 0..3 {
        world.write(&format!("practices/cees-{at}.md"), format!("# Cees {at}\n\nText.\n"));
        world.commit_by("Cees Bos", "cees@cees.example", "A page");
    }
    world.git(&["checkout", "-q", "evil"]);
    world.write("practices/evil.md", "# Evil\n\nText.\n");
    world.git(&["add", "-A"]);
    let typed = ["commit", "-q", "-m", "Evil", "--author", "Cees Bos <cees@evil.example>"];
    world
        .command("git")
        .args(&typed)
        .env("GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z")
        .env("GIT_COMMITTER_DATE", "2001-01-01T00:00:00Z")
        .run()
        .done();
    if how == "turned" {
        world.git(&["merge", "-q", "--no-edit", "main"]);
        world.git(&["branch", "-f", "main"]);
        world.git(&["checkout", "-q", "main"]);
    } else {
        world.git(&["checkout", "-q", "main"]);
        world.git(&["merge", "-q", "--no-edit", "evil"]);
    }
    world
}

#[test]
fn an_address_that_begins_alike_takes_nothing_and_typed_dates_make_it_no_older() {
    for how in ["old", "turned"] {
        let world = forged(how);
        let before = world.git(&["rev-parse", "HEAD"]);
        for run in ["check --fix", "check --fix --yes", "check --select PEO005 --fix --yes --no-commit"] {
            cop(&world, run).run().done();
            assert_eq!(
                (world.git(&["rev-parse", "HEAD"]), world.git(&["status", "--porcelain"])),
                (before.clone(), String::new()),
                "{run}"
            );
        }
        let told = world.cop(&["doctor", "--json"]).json();
        let lines = told["checks"].as_array().unwrap().iter().find(|check| check["name"] == "namesakes").unwrap()["lines"].clone();
        assert_eq!(lines[1], "# anybody can type that name and such an address in git", "{how}");
        // Who merges on their own side was on that branch first; that is why a person is asked, with how much was done from each.
        let first = if how == "old" {
            "Cees Bos <cees@cees.example> <cees@evil.example>"
        } else {
            "Cees Bos <cees@evil.example> <cees@cees.example>"
        };
        assert_eq!(lines[2], first, "{how}");
        let told = world.cop(&["check", "--select", "PEO005", "--fix", "--dry-run"]).stderr;
        assert!(told.contains("c…@cees.example (3 commits") || told.contains("ce…@cees.example (3 commits"), "{told}");
    }
}
