//! There is no community, its settings are wrong, the command line or the surroundings are odd, or the output goes nowhere.

use std::fs;
use std::os::unix::fs::symlink;

use insta::assert_snapshot;

use super::{club, says, zegt};
use crate::support::world::World;

#[test]
fn there_is_no_community() {
    let world = World::without_git();
    assert_snapshot!(says(&world, "cop list"), @r#"
        » error: [world]/community is not in a community: no community.yaml here or above
        » hint: to start one here: cop init
        » hint: to look in another folder: cop -C DIR …
        » hint: to see what cop does: cop --demo search rhythm
        [status 2]
        "#);
    assert_snapshot!(zegt(&world, "cop list"), @r#"
        » fout: [world]/community hoort niet bij een gemeenschap: geen community.yaml hier of hoger
        » tip: hier een beginnen: cop init
        » tip: in een andere map kijken: cop -C MAP …
        » tip: zien wat cop doet: cop --demo search ritme
        [status 2]
        "#);
    assert_snapshot!(says(&world, "cop list --json"), @r#"
    » {"error":{"kind":"no-community","message":"[world]/community is not in a community: no community.yaml here or above","cause":null,"path":null,"line":null,"column":null,"hints":["to start one here: cop init","to look in another folder: cop -C DIR …","to see what cop does: cop --demo search rhythm"]}}
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cop -C nowhere list"), @"
    » error: there is no folder [world]/community/nowhere
    [status 2]
    ");
    world.write("notes.txt", "");
    assert_snapshot!(says(&world, "cop -C notes.txt list"), @"
    » error: [world]/community/notes.txt is a file; a folder is expected
    [status 2]
    ");
    assert_snapshot!(says(&world, "COP_DIR=nowhere cop list"), @"
    » error: there is no folder [world]/community/nowhere
    [status 2]
    ");
    assert_snapshot!(says(&world, "mkdir gone && cd gone && rmdir ../gone && cop list"), @"
    » error: the folder in which you stand is no longer there
    » hint: go to one that is: cd FOLDER
    [status 2]
    ");
}

#[test]
fn there_is_no_git() {
    let world = World::without_git();
    world.write("community.yaml", "name: Club\n");
    world.write("practices/scan-mail.md", "# Scan mail\n");
    assert_snapshot!(says(&world, "cop search mail"), @r"
    1 found
    1  Scan mail                                     practice, draft
       practices/scan-mail.md
    ");
    assert_snapshot!(says(&world, "cop show scan-mail"), @r"
    Scan mail
    practice, draft  practices/scan-mail.md
    ");
    assert_snapshot!(says(&world, "cop history scan-mail"), @r#"
        » error: this community is not in a git repository, so nothing is known about who did what
        » hint: to begin: git init && git add . && git commit -m "Our community"
        [status 2]
        "#);
    assert_snapshot!(says(&world, "cop contributors"), @r#"
        » error: this community is not in a git repository, so nothing is known about who did what
        » hint: to begin: git init && git add . && git commit -m "Our community"
        [status 2]
        "#);
    assert_snapshot!(zegt(&world, "cop contributors"), @r#"
        » fout: deze gemeenschap staat niet in een git-repository, dus wie wat deed is niet bekend
        » tip: beginnen: git init && git add . && git commit -m "Onze gemeenschap"
        [status 2]
        "#);
}

#[test]
fn there_is_no_commit() {
    let world = World::new();
    world.write("community.yaml", "name: Club\n");
    world.write("practices/scan-mail.md", "# Scan mail\n");
    assert_snapshot!(says(&world, "cop search mail"), @"
    1 found
    1  Scan mail                                  practice, draft, not committed yet
       practices/scan-mail.md
    ");
    assert_snapshot!(says(&world, "cop history scan-mail"), @"
        Scan mail  practices/scan-mail.md
        git has nothing about it yet: it has not been committed
        ");
    assert_snapshot!(says(&world, "cop contributors"), @"nobody has done anything here yet");
    world.git(&["checkout", "--quiet", "-b", "other"]);
    assert_snapshot!(says(&world, "cop contributors"), @"nobody has done anything here yet");
}

#[test]
fn nothing_is_called_so() {
    let world = club();
    assert_snapshot!(says(&world, "cop show scan-mial"), @r#"
        » error: no document is called "scan-mial"
        » hint: did you mean this? cop show practice/scan-mail
        [status 2]
        "#);
    assert_snapshot!(says(&world, "cop show zzzzz"), @r#"
        » error: no document is called "zzzzz"
        » hint: for all documents: cop list
        [status 2]
        "#);
    assert_snapshot!(zegt(&world, "cop history zzzzz"), @r#"
        » fout: er is geen document dat "zzzzz" heet
        » tip: alle documenten zien: cop list
        [status 2]
        "#);
    assert_snapshot!(says(&world, "cop contributors zzzzz --json"), @r#"
        » {"error":{"kind":"not-found","message":"no document is called \"zzzzz\"","cause":null,"path":null,"line":null,"column":null,"hints":["for all documents: cop list"]}}
        [status 2]
        "#);
    assert_snapshot!(says(&world, "cop search zzzzz"), @r#"
        Nothing found for zzzzz.
        Ask everybody: cop ask zzzzz
        [status 1]
        "#);
    assert_snapshot!(says(&world, "cop list zzzzz"), @r#"
        » error: there is no kind "zzzzz"
        » hint: there are: practice, question, answer, decision, term, meeting, story, resource, flag, member
        [status 2]
        "#);
    assert_snapshot!(says(&world, "cop list --created zzzzz"), @r#"
        » error: "zzzzz" is no date or period; write for example 2025, 2025-01-03, 2025-01..2025-03, 30d.. or "last month"
        [status 2]
        "#);
    assert_snapshot!(says(&world, "cop contributors --since zzzzz"), @r#"
        » error: --since can't be "zzzzz"
        » hint: "zzzzz" is no date or period; write for example 2025, 2025-01-03, 2025-01..2025-03, 30d.. or "last month"
        [status 2]
        "#);
    assert_snapshot!(says(&world, "cop list -f zzzzz"), @r#"
        » error: there is no format "zzzzz" here
        » hint: one of these: text, json, jsonl, csv, paths, md
        [status 2]
        "#);
    assert_snapshot!(says(&world, "cop show scan-mail -f csv"), @r#"
        » error: the format "csv" is for lists, and this is none
        » hint: one of these: text, json, md
        [status 2]
        "#);
    assert_snapshot!(says(&world, "cop schema zzzzz"), @r#"
    » error: no answer is called "zzzzz"
    » hint: one of these: search, list, who, show, person, history, lines, history-community, contributors, onboard, digest, due, gaps, gaps-searches, health, check, check-rules, check-explain, doctor, words, searches, overview, add, ask, answer, mark, accept, set, tag, rename, rm, edit, save, undo, sync, init, communities, communities-changed, invite, join, fix, review, review-next, flag, used, follow, thank, meet, meet-written, help, help-words
    [status 2]
    "#);
}

#[test]
fn the_command_line_is_odd() {
    let world = club();
    assert_snapshot!(says(&world, "cop frobnicate"), @r#"
    » error: there is no command "frobnicate"
    » hint: to search for it: cop search frobnicate
    » hint: all that can be asked: cop --help, and cop COMMAND --help
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cop lsit"), @r#"
    » error: there is no command "lsit"
    » hint: did you mean cop list?
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cop zoek"), @r#"
    » error: there is no command "zoek"
    » hint: here that is: cop search WORDS
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cop find mail"), @r#"
    » error: there is no command "find"
    » hint: here that is: cop search mail
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cop list --frobnicate"), @"
    » error: there is no option --frobnicate here
    » hint: did you mean --format?
    [status 2]
    ");
    assert_snapshot!(says(&world, "cop list --jsno"), @"
    » error: there is no option --jsno here
    » hint: did you mean --json?
    [status 2]
    ");
    assert_snapshot!(says(&world, "cop list --json -f csv"), @r#"
    » {"error":{"kind":"usage","message":"--json and --format don't go together","cause":null,"path":null,"line":null,"column":null,"hints":["all about it: cop list --help"]}}
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cop list -n many"), @r#"
    » error: --limit can't be "many"
    » hint: all about it: cop list --help
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cop list -n"), @"
    » error: --limit needs a value
    » hint: all about it: cop list --help
    [status 2]
    ");
    assert_snapshot!(says(&world, "cop list --color sometimes"), @r#"
    » error: --color can't be "sometimes"
    » hint: one of these: auto, always, never
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cop list practice extra"), @r#"
    » error: "extra" is one thing too many here
    » hint: what has several words goes between quotes: cop list 'practice extra'
    » hint: all about it: cop list --help
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cop show"), @r"
    » error: something is missing: REF|HANDLE
    » hint: for example: cop show fetch-and-bring
    » hint: all about it: cop show --help
    [status 2]
    ");
    assert_snapshot!(says(&world, "cop search"), @r"
    » error: something is missing: QUERY
    » hint: for example: cop search rhythm meetings
    » hint: all about it: cop search --help
    [status 2]
    ");
    assert_snapshot!(says(&world, "cop completions frobsh"), @r#"
    » error: SHELL can't be "frobsh"
    » hint: one of these: bash, elvish, fish, powershell, zsh
    [status 2]
    "#);
    assert_snapshot!(zegt(&world, "cop show"), @r"
    » fout: er ontbreekt iets: DOCUMENT|NAAM
    » tip: bijvoorbeeld: cop show fetch-and-bring
    » tip: alles erover: cop show --help
    [status 2]
    ");
    assert_snapshot!(zegt(&world, "cop list -n veel"), @r#"
    » fout: --limit kan niet "veel" zijn
    » tip: alles erover: cop list --help
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cop $(printf 'fro\\033[2Jb\\377')"), @r#"
    » error: there is no command "fro\u{1b}[2Jb�"
    » hint: to search for it: cop search fro\u{1b}[2Jb�
    » hint: all that can be asked: cop --help, and cop COMMAND --help
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cop show $(printf 'a\\377b')"), @"
    » error: the command line is no UTF-8 text
    » hint: a file whose name is no UTF-8 has to be given another name first
    [status 2]
    ");
    assert_snapshot!(says(&world, "cop search $(printf 'a\\377b')"), @"
    » error: the command line is no UTF-8 text
    » hint: a file whose name is no UTF-8 has to be given another name first
    [status 2]
    ");
    assert_snapshot!(says(&world, "cop -C $(printf 'a\\377b') list"), @"
    » error: there is no folder [world]/community/a�b
    [status 2]
    ");
    let long = says(&world, "cop show $(head -c 100000 /dev/zero | tr '\\0' a)");
    assert!(long.len() < 4000, "{long}");
}

#[test]
fn the_surroundings_are_odd() {
    let world = club();
    assert_snapshot!(says(&world, "COP_NOW=tomorrow cop list"), @r#"
    » error: COP_NOW, which replaces the clock, is "tomorrow", and that is no moment
    » hint: write for example COP_NOW=2026-11-22T09:00:00Z, or leave it out
    [status 2]
    "#);
    assert_snapshot!(zegt(&world, "COP_NOW=2026-11-22 cop list"), @r#"
    » fout: COP_NOW (in plaats van de klok) is "2026-11-22", en dat is geen tijdstip
    » tip: schrijf bijvoorbeeld COP_NOW=2026-11-22T09:00:00Z, of laat het weg
    [status 2]
    "#);
    assert_snapshot!(says(&world, "COP_NOW=tomorrow cop list --json"), @r#"
    » {"error":{"kind":"usage","message":"COP_NOW, which replaces the clock, is \"tomorrow\", and that is no moment","cause":null,"path":null,"line":null,"column":null,"hints":["write for example COP_NOW=2026-11-22T09:00:00Z, or leave it out"]}}
    [status 2]
    "#);
    let usual = says(&world, "cop list");
    assert_snapshot!(usual, @r"
    2 documents, newest first
    File mail  draft  1 Jun
    Scan mail  draft  1 Jun
    ");
    for odd in [
        "COLUMNS=0",
        "COLUMNS=99999999999999999999",
        "COLUMNS=-1",
        "COLUMNS=wide",
        "TERM=dumb",
        "TERM=",
        "LC_ALL=nl_NL.UTF-8",
        "LANG=weird",
        "HOME=",
        "HOME=/dev/null",
        "PAGER=/nowhere",
        "NO_COLOR=1",
    ] {
        assert_eq!(says(&world, &format!("{odd} cop list")), usual, "{odd}");
    }
    assert_eq!(says(&world, "env -u HOME -u XDG_CACHE_HOME -u XDG_CONFIG_HOME -u TERM -u COLUMNS cop list"), usual);
    assert_snapshot!(says(&world, "COLUMNS=1 cop list"), @r"
    2 documents, newest
    first
    File mail  draft
       1 Jun
    Scan mail  draft
       1 Jun
    ");
    assert_snapshot!(says(&world, "COLUMNS=20 cop list"), @r"
    2 documents, newest
    first
    File mail  draft
       1 Jun
    Scan mail  draft
       1 Jun
    ");
    for (lang, word) in
        [("nl_NL.UTF-8", "fout"), ("C", "error"), ("C.UTF-8", "error"), ("weird", "error"), ("en_GB", "error"), ("nl", "fout")]
    {
        let said = says(&world, &format!("COP_LANG= LC_ALL={lang} cop show zzz"));
        assert!(said.contains(&format!("{word}:")), "{lang}: {said}");
    }
    assert_snapshot!(says(&world, "XDG_CACHE_HOME=relative cop --demo list -n 1"), @"
    » error: there is no folder to keep the example in
    » hint: set HOME or XDG_CACHE_HOME, or make it yourself: cop demo DIR
    [status 2]
    ");
    assert_snapshot!(says(&world, "XDG_CACHE_HOME=/dev/null cop --demo list -n 1"), @"
    » error: the folder can't be written
    » /dev/null/cop/demo
    » because: a file stands where a folder is expected
    [status 2]
    ");
    assert_snapshot!(says(&world, "COP_NOW=1970-01-01T00:00:00Z cop list -f paths"), @"
    practices/file-mail.md
    practices/scan-mail.md
    ");
    assert_snapshot!(says(&world, "COP_NOW=9999-12-30T22:00:00Z cop list -f paths"), @"
    practices/file-mail.md
    practices/scan-mail.md
    ");
    assert_snapshot!(says(&world, "COP_NOW=-009999-01-02T01:59:59Z cop list --updated 30d.. -f paths"), @"
    practices/file-mail.md
    practices/scan-mail.md
    ");
}

#[test]
fn the_output_goes_nowhere() {
    let world = club();
    assert_snapshot!(says(&world, "cop list > /dev/full"), @"
    » error: the output could not be written
    » because: there is no room left on the disk
    [status 2]
    ");
    assert_snapshot!(says(&world, "cop --help > /dev/full"), @"
    » error: the output could not be written
    » because: there is no room left on the disk
    [status 2]
    ");
    assert_snapshot!(zegt(&world, "cop man > /dev/full"), @"
    » fout: de uitvoer kon niet worden geschreven
    » oorzaak: de schijf is vol
    [status 2]
    ");
    assert_snapshot!(says(&world, "cop list -o /dev/full"), @"
    » error: the output could not be written
    » /dev/full
    » because: there is no room left on the disk
    [status 2]
    ");
    assert_snapshot!(says(&world, "cop list -o no/such/folder/list.txt"), @"
    » error: the output could not be written
    » [world]/community/no/such/folder/list.txt
    » because: there is no such file or folder
    [status 2]
    ");
    assert_snapshot!(says(&world, "cop list -o practices"), @"
    » error: the output could not be written
    » [world]/community/practices
    » because: it is a folder
    [status 2]
    ");
    assert_snapshot!(says(&world, "cop list 2> /dev/full > /dev/null"), @"");
    assert_snapshot!(says(&world, "cop frobnicate 2> /dev/full"), @"[status 2]");
    assert_snapshot!(says(&world, "cop list <&- >&- 2>&-"), @"");
    assert_snapshot!(says(&world, "cop frobnicate <&- >&- 2>&-"), @"[status 2]");
    // Whoever reads the first line only has seen enough.
    for line in ["cop man", "cop schema", "cop completions zsh", "cop list -f jsonl", "cop --help", "cop check --rules"] {
        let piped = format!("( {line}; echo $? >&2 ) 2>status | head -c 1 >/dev/null; sleep 0.2; cat status");
        assert_eq!(says(&world, &piped), "0", "{line}");
        let closed = format!("( sleep 0.2; {line}; echo $? >&2 ) 2>status | true; cat status");
        assert_eq!(says(&world, &closed), "0", "{line}");
    }
}

#[test]
fn the_settings_are_wrong() {
    let world = club();
    let with = |settings: &str| {
        world.write("community.yaml", settings);
        says(&world, "cop list -f paths")
    };
    assert_snapshot!(with(""), @"
    » error: the community has no name
    » community.yaml:1:1
    » hint: add a line: name: What the community is called
    [status 2]
    ");
    assert_snapshot!(with("name: Club\nlangauge: nl\n"), @r#"
    » error: unknown key "langauge"
    » community.yaml:2:1
    »    |  langauge: nl
    »    |  ^
    » hint: did you mean "language"?
    [status 2]
    "#);
    assert_snapshot!(with("name: Club\nfrobnicate: nl\n"), @r#"
    » note: community.yaml:2:1: unknown key "frobnicate"
    practices/file-mail.md
    practices/scan-mail.md
    "#);
    assert_snapshot!(with("name: [Club\n"), @r#"
    » error: `[` opens a list or a mapping in YAML, and this is neither.
    » community.yaml:1:7
    »    |  name: [Club
    »    |        ^
    » hint: Write: name: "[Club"
    [status 2]
    "#);
    assert_snapshot!(with("name: Club\n\ttab: 1\n"), @r"
    » error: A line can't be indented with a tab.
    » community.yaml:2:1
    »    |      tab: 1
    »    |  ^^^^
    » hint: Use spaces.
    [status 2]
    ");
    assert_snapshot!(with("name: Club: de zaak\n"), @r#"
    » error: A value with a colon and a space in it must stand in quotes.
    » community.yaml:1:11
    »    |  name: Club: de zaak
    »    |            ^
    » hint: Write: name: "Club: de zaak"
    [status 2]
    "#);
    assert_snapshot!(with("just text"), @"
    » error: a mapping of keys and values is expected here
    » community.yaml:1:1
    »    |  just text
    »    |  ^
    [status 2]
    ");
    assert_snapshot!(with("- a\n- list\n"), @"
    » error: a mapping of keys and values is expected here
    » community.yaml:1:1
    »    |  - a
    »    |  ^
    [status 2]
    ");
    assert_snapshot!(with("name: Club\nformat: 9\n"), @"
    » note: community.yaml:2:9: this community has format 9 and needs a newer cop
    practices/file-mail.md
    practices/scan-mail.md
    ");
    assert_snapshot!(with("name: Club\nformat: one\n"), @"
    » error: a whole number is expected here
    » community.yaml:2:9
    »    |  format: one
    »    |          ^
    [status 2]
    ");
    assert_snapshot!(with("name: Club\ntimezone: Mars/Olympus\n"), @"
    » error: a time zone of the IANA database is expected here, such as Europe/Amsterdam
    » community.yaml:2:11
    »    |  timezone: Mars/Olympus
    »    |            ^
    [status 2]
    ");
    assert_snapshot!(with("name: Club\nreview: {every: soon}\n"), @r#"
    » error: a length of time is expected here, such as "6 months"
    » community.yaml:2:17
    »    |  review: {every: soon}
    »    |                  ^
    [status 2]
    "#);
    assert_snapshot!(with("name: Club\nkinds:\n  practise:\n    folder: x\n"), @"
    practices/file-mail.md
    practices/scan-mail.md
    ");
    assert_snapshot!(with("name: Club\nkinds:\n  practice:\n    paths: ['[']\n"), @r#"
    » error: "[" is no pattern for paths: unclosed character class; missing ']'
    » community.yaml:4:13
    »    |      paths: ['[']
    »    |              ^
    [status 2]
    "#);
    assert_snapshot!(with("name: Club\nkinds:\n  practice:\n    paths: ['../../outside/*.md']\n"), @r#"
    » error: "../../outside/*.md" leads out of the community's folder
    » community.yaml:4:13
    »    |      paths: ['../../outside/*.md']
    »    |              ^
    [status 2]
    "#);
    world.write("community.yaml", b"name: caf\xe9\n");
    assert_snapshot!(says(&world, "cop list"), @"
    » error: this file is no UTF-8 text
    » [world]/community/community.yaml
    » hint: save it again as UTF-8, in any editor
    [status 2]
    ");
    world.write("community.yaml", b"\xff\xfen\0a\0");
    assert_snapshot!(zegt(&world, "cop list"), @"
    » fout: dit bestand is geen UTF-8-tekst
    » [world]/community/community.yaml
    » tip: bewaar het opnieuw als UTF-8, in een editor naar keuze
    [status 2]
    ");
    world.write("community.yaml", "name: Club\nlangauge: nl\n");
    assert_snapshot!(zegt(&world, "cop list"), @r#"
    » fout: onbekende sleutel "langauge"
    » community.yaml:2:1
    »    |  langauge: nl
    »    |  ^
    » tip: bedoel je "language"?
    [status 2]
    "#);
    assert_snapshot!(says(&world, "cop list --json"), @r#"
    » {"error":{"kind":"settings","message":"unknown key \"langauge\"","cause":null,"path":"community.yaml","line":2,"column":1,"hints":["did you mean \"language\"?"]}}
    [status 2]
    "#);
    world.write("community.yaml", "name: a\n".repeat(200_000));
    assert_snapshot!(says(&world, "cop list"), @"
    » error: this file is larger than 1 MiB
    » [world]/community/community.yaml
    [status 2]
    ");
    fs::remove_file(world.path("community.yaml")).unwrap();
    symlink("/etc/hostname", world.path("community.yaml")).unwrap();
    assert_snapshot!(says(&world, "cop list"), @"
    » error: a file in the community's own folder is expected here
    » [world]/community/community.yaml
    [status 2]
    ");
    fs::remove_file(world.path("community.yaml")).unwrap();
    symlink("nowhere", world.path("community.yaml")).unwrap();
    assert_snapshot!(says(&world, "cop list"), @"
    » error: the settings can't be read
    » [world]/community/community.yaml
    » because: there is no such file or folder
    [status 2]
    ");
    fs::remove_file(world.path("community.yaml")).unwrap();
    fs::create_dir(world.path("community.yaml")).unwrap();
    assert_snapshot!(says(&world, "cop list"), @"
    » error: a file in the community's own folder is expected here
    » [world]/community/community.yaml
    [status 2]
    ");
    fs::remove_dir(world.path("community.yaml")).unwrap();
    assert_eq!(says(&world, "mkfifo community.yaml"), "");
    assert_snapshot!(says(&world, "cop list"), @"
    » error: a file in the community's own folder is expected here
    » [world]/community/community.yaml
    [status 2]
    ");
}
