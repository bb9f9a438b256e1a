//! Who wrote which line.

use serde_json::json;

use super::super::{cop, dutch, each, example, names, narrow, transcript, valid};
use crate::support::world::World;

/// A practice that two people wrote, a third is at, and that was renamed in between.
fn written() -> World {
    let world = World::archivists();
    world.write("practices/scan-letters.md", "# Scan letters\n\nAt 300 dpi, or 600.\n\nIn colour.\n");
    world.commit_by("Anna de Vries", "anna@example.org", "In colour\n\nCo-authored-by: Cees Gast <cees@example.org>");
    world.git(&["mv", "practices/scan-letters.md", "practices/scan.md"]);
    world.commit_by("Dina Gast", "dina@example.org", "Shorter");
    world.write("practices/scan.md", "# Scan letters\n\nAt 300 dpi,  or 600.\n\nIn colour.\nAnd \x1b[31mstraight.\n");
    world
}

#[test]
fn a_range_may_stand_apart() {
    let world = written();
    for (typed, meant) in [
        ("history scan --lines 3,5", "history scan --lines=3,5"),
        ("history --lines 3,5 scan", "history --lines=3,5 scan"),
        ("history scan --lines 2", "history scan --lines=2"),
        ("blame scan --lines 3,5", "blame scan --lines=3,5"),
    ] {
        let (typed, meant) = (cop(&world, typed).run(), cop(&world, meant).run());
        assert_eq!((typed.status, &typed.stdout), (0, &meant.stdout), "{typed}");
    }
}

#[test]
fn each_line_is_told_with_who_wrote_it() {
    let world = written();
    insta::assert_snapshot!(transcript(&world, &["history scan --lines", "blame scan --lines=3,5", "history scan --lines=2", "blame --lines=99, scan"]), @r"
$ cop history scan --lines
Scan letters  practices/scan.md
2026-06-01  Anna de Vries  [commit]
  1  # Scan letters
  2
2026-06-01  Bram Smit  [commit]
  3  At 300 dpi,  or 600.
2026-06-01  Anna de Vries, Cees Gast  [commit]
  4
  5  In colour.
not committed yet
  6  And \u{1b}[31mstraight.

$ cop blame scan --lines=3,5
Scan letters  practices/scan.md
2026-06-01  Bram Smit  [commit]
  3  At 300 dpi,  or 600.
2026-06-01  Anna de Vries, Cees Gast  [commit]
  4
  5  In colour.

$ cop history scan --lines=2
Scan letters  practices/scan.md
2026-06-01  Anna de Vries  [commit]
  2

$ cop blame --lines=99, scan
Scan letters  practices/scan.md
There is no such line: this document has 6.
");
    insta::assert_snapshot!(dutch(&world, &["history scan --lines"]), @r"
$ COP_LANG=nl cop history scan --lines
Scan letters  practices/scan.md
2026-06-01  Anna de Vries  [commit]
  1  # Scan letters
  2
2026-06-01  Bram Smit  [commit]
  3  At 300 dpi,  or 600.
2026-06-01  Anna de Vries, Cees Gast  [commit]
  4
  5  In colour.
nog niet vastgelegd
  6  And \u{1b}[31mstraight.
");
    insta::assert_snapshot!(narrow(&world, &["blame scan"]), @r"
$ COLUMNS=40 cop blame scan
Scan letters  practices/scan.md
2026-06-01  Anna de Vries  [commit]
  1  # Scan letters
  2
2026-06-01  Bram Smit  [commit]
  3  At 300 dpi,  or 600.
2026-06-01  Anna de Vries, Cees Gast
[commit]
  4
  5  In colour.
not committed yet
  6  And \u{1b}[31mstraight.
");
    insta::assert_snapshot!(transcript(&world, &["blame scan -f csv"]), @r#"
$ cop blame scan -f csv
line,date,people,commit,since,text
1,2026-06-01,anna,[commit],commit,# Scan letters
2,2026-06-01,anna,[commit],commit,
3,2026-06-01,bram,[commit],commit,"At 300 dpi,  or 600."
4,2026-06-01,anna Cees Gast,[commit],commit,
5,2026-06-01,anna Cees Gast,[commit],commit,In colour.
6,,,,uncommitted,And \u{1b}[31mstraight.
"#);
    let answer = valid(&cop(&world, "history scan --lines --json").run(), "lines");
    assert_eq!((&answer["ref"], &answer["path"]), (&json!("practice/scan"), &json!("practices/scan.md")));
    assert_eq!(names(&answer["lines"][0]), ["line", "since", "commit", "date", "people", "text"]);
    assert_eq!(each(&answer["lines"], "since"), ["commit", "commit", "commit", "commit", "commit", "uncommitted"]);
    assert_eq!(each(&answer["lines"][4]["people"], "name"), ["Anna de Vries", "Cees Gast"]);
    assert_eq!(each(&answer["lines"], "text")[5], "And \u{1b}[31mstraight.");
    assert_eq!(cop(&world, "history scan --lines -f jsonl").run().stdout.lines().count(), 6);
}

#[test]
fn what_can_not_be_told_is_said() {
    let world = written();
    world.write("practices/fresh.md", "# Fresh\n");
    world.write("practices/nothing.md", "");
    insta::assert_snapshot!(transcript(&world, &["blame fresh", "blame nothing", "blame", "blame nowhere", "blame scan --lines=x", "blame scan --lines=4,3"]), @r#"
$ cop blame fresh
Fresh  practices/fresh.md
not committed yet
  1  # Fresh

$ cop blame nothing
nothing  practices/nothing.md
There is nothing in this document.

$ cop blame
» error: something is missing: REF
» hint: all that can be asked: cop --help, and cop COMMAND --help
[status 2]

$ cop blame nowhere
» error: no document is called "nowhere"
» hint: for all documents: cop list
[status 2]

$ cop blame scan --lines=x
» error: x is no range of lines
» hint: from and to, counted from 1: --lines=10,20, or one of them: --lines=10
[status 2]

$ cop blame scan --lines=4,3
» error: 4,3 is no range of lines
» hint: from and to, counted from 1: --lines=10,20, or one of them: --lines=10
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["blame fresh", "blame nothing", "blame scan --lines=x"]), @r"
$ COP_LANG=nl cop blame fresh
Fresh  practices/fresh.md
nog niet vastgelegd
  1  # Fresh

$ COP_LANG=nl cop blame nothing
nothing  practices/nothing.md
Er staat niets in dit document.

$ COP_LANG=nl cop blame scan --lines=x
» fout: x is geen reeks regels
» tip: van en tot, geteld vanaf 1: --lines=10,20, of één ervan: --lines=10
[status 2]
");
    world.git(&["add", "."]);
    world.commit("All");
    let shallow = World::without_git();
    shallow.git(&["clone", "--quiet", "--depth", "1", &format!("file://{}", world.root().display()), "."]);
    insta::assert_snapshot!(transcript(&shallow, &["blame scan"]), @r#"
$ cop blame scan
» note: this clone does not have the whole history, so what it says is "at least"; git fetch --unshallow gets the rest
Scan letters  practices/scan.md
2026-06-01, or older
  1  # Scan letters
  2
  3  At 300 dpi,  or 600.
  4
  5  In colour.
  6  And \u{1b}[31mstraight.
"#);
    insta::assert_snapshot!(dutch(&shallow, &["blame scan"]), @r#"
$ COP_LANG=nl cop blame scan
» opmerking: deze kloon heeft niet de hele geschiedenis, dus lees elk aantal als "minstens"; git fetch --unshallow haalt de rest op
Scan letters  practices/scan.md
2026-06-01, of ouder
  1  # Scan letters
  2
  3  At 300 dpi,  or 600.
  4
  5  In colour.
  6  And \u{1b}[31mstraight.
"#);
    let plain = World::without_git();
    plain.write("community.yaml", "format: 1\nname: Plain\n");
    plain.write("practices/a.md", "# A\n");
    insta::assert_snapshot!(transcript(&plain, &["blame a"]), @r#"
$ cop blame a
» error: this community is not in a git repository, so nothing is known about who did what
» hint: to begin: git init && git add . && git commit -m "Our community"
[status 2]
"#);
}

#[test]
fn lines_that_go_on_in_one_commit_stand_together() {
    let world = example();
    let told = cop(&world, "history fetch-and-bring --lines").env("COLUMNS", "300").run().stdout;
    let numbers = told.lines().filter(|line| line.starts_with("  ")).count();
    assert_eq!(numbers, world.read("practices/fetch-and-bring.md").lines().count());
    assert!(told.lines().filter(|line| line.starts_with("20")).count() < 20, "{told}");
}
