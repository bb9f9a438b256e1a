//! The whole query language, asked through the program: relations, orders, named searches, narrower tags, and what nobody should type.

use std::os::unix::ffi::OsStrExt;

use crate::support::world::{Run, World};

const SETTINGS: &str = "format: 1
name: Test
languages: [en, nl]
tags:
  records: {parent: archive}
  archive: {synonyms: [archief]}
  email: {parent: records, synonyms: [e-mail]}
  one: {parent: two}
  two: {parent: one}
searches:
  open-mail: 'is:open tag:email'
  Best of mail: {query: 'mail sort:title', label: {nl: Beste post}}
  both: search:open-mail,best-of-mail
  round: search:about
  about: mail search:round
";

/// Two practices of which one replaces the other, a question with an answer, and what links to them.
fn world() -> World {
    let world = World::new();
    world.write("community.yaml", SETTINGS);
    world.write(
        "practices/scan.md",
        "---\ntags: [archive]\nsuperseded_by: practice/scan-well\nstatus: retired\n---\n\n# Scan letters\n\nMail.\n",
    );
    world.write(
        "practices/scan-well.md",
        "---\ntags: [records]\nrelated: [keep-mail]\n---\n\n# Scan letters well\n\nAs [before](scan.md).\n",
    );
    world.write(
        "practices/keep-mail.md",
        "---\ntags: [email]\n---\n\n# Keep mail\n\n![no](scan.md) `[no](scan.md)` [[Scan letters well|so]]\n",
    );
    world
        .write("questions/how.md", "---\ntags: [e-mail]\n---\n\n# How long do we keep mail?\n\nSee [this](../practices/keep-mail.md#x).\n");
    world.write("questions/how/bram.md", "Ten years; [[keep-mail]].\n");
    world.write("decisions/0007-use-mdto.md", "# Use MDTO\n\n[Keep](/practices/keep-mail.md)\n");
    world.commit("Begin");
    world
}

fn search(world: &World, query: &str) -> Run {
    world.cop(&["search", "--json", "-n", "50", "--", query])
}

/// The last parts of the refs that a query finds, in order.
fn found(world: &World, query: &str) -> String {
    let run = search(world, query);
    assert!(run.status < 2, "{query}: {}", run.stderr);
    let hits = run.json()["hits"].as_array().cloned().unwrap_or_default();
    hits.iter().filter_map(|hit| hit["ref"].as_str()?.rsplit('/').next()).collect::<Vec<_>>().join(" ")
}

fn sorted(names: &str) -> Vec<&str> {
    let mut names: Vec<&str> = names.split_whitespace().collect();
    names.sort_unstable();
    names
}

#[test]
fn documents_are_found_by_how_they_stand_to_another() {
    let world = world();
    for (query, expected) in [
        ("links-to:scan", "scan-well"),
        ("links-to:scan-well", "scan keep-mail"),
        ("links-to:keep-mail", "how bram 0007-use-mdto scan-well"),
        ("links-to:practices/keep-mail.md", "how bram 0007-use-mdto scan-well"),
        ("links-to:\"Keep mail\"", "how bram 0007-use-mdto scan-well"),
        ("verwijst-naar:keep-mail soort:vraag", "how"),
        ("-links-to:keep-mail kind:practice", "scan keep-mail"),
        ("linked-by:keep-mail", "scan-well"),
        ("genoemd-in:7", "keep-mail"),
        ("linked-by:how,7", "keep-mail"),
        ("answers:how", "bram"),
        ("antwoorden-op:how", "bram"),
        ("answered-by:bram", "how"),
        ("supersedes:scan", "scan-well"),
        ("vervangt:scan", "scan-well"),
        ("superseded-by:scan-well", "scan"),
        ("superseded_by:practice/scan-well", "scan"),
        ("related:keep-mail", "scan-well"),
        ("related:scan-well", "keep-mail"),
        ("zie-ook:scan-well", "keep-mail"),
        ("related:*", "scan-well"),
        ("no:linked-by kind:decision", "0007-use-mdto"),
        ("has:links-to kind:practice", "scan scan-well keep-mail"),
        ("has:answers", "bram"),
        ("links-to:7", ""),
    ] {
        assert_eq!(sorted(&found(&world, query)), sorted(expected), "{query}");
    }
    let filtered = world.cop(&["list", "-f", "paths", "--where", "links-to=scan"]);
    assert_eq!(filtered.done().trim(), "practices/scan-well.md");
}

#[test]
fn an_answer_follows_what_is_written_and_renamed() {
    let world = world();
    assert_eq!(found(&world, "links-to:scan"), "scan-well");
    world.write("practices/new.md", "# New\n\n[[scan]]\n");
    assert_eq!(sorted(&found(&world, "links-to:scan")), ["new", "scan-well"]);
    std::fs::remove_file(world.path("practices/scan-well.md")).unwrap();
    assert_eq!(found(&world, "links-to:scan"), "new");
    // Another document takes the name, and the reference leads there.
    std::fs::rename(world.path("practices/scan.md"), world.path("practices/scanning.md")).unwrap();
    world.write("glossary/scan.md", "# Scan\n");
    assert_eq!(found(&world, "links-to:term/scan"), "new");
    assert_eq!(found(&world, "links-to:scanning"), "");
}

#[test]
fn a_tag_finds_the_tags_below_it() {
    let world = world();
    for (query, expected) in [
        ("tag:archive", "scan scan-well keep-mail how"),
        ("tag:archief", "scan scan-well keep-mail how"),
        ("tag:records", "scan-well keep-mail how"),
        ("tag:email", "keep-mail how"),
        ("tag:email,one", "keep-mail how"),
        ("tag:one", ""),
        ("no:tag", "bram 0007-use-mdto"),
    ] {
        assert_eq!(sorted(&found(&world, query)), sorted(expected), "{query}");
    }
    assert_eq!(world.cop(&["list", "-t", "archive", "-f", "paths"]).done().lines().count(), 4);
}

#[test]
fn a_query_says_in_what_order() {
    let world = world();
    assert_eq!(found(&world, "kind:practice sort:title"), "keep-mail scan scan-well");
    assert_eq!(found(&world, "soort:praktijk volgorde:titel"), "keep-mail scan scan-well");
    assert_eq!(found(&world, "sort:newest sort:title kind:practice"), "keep-mail scan scan-well");
    assert_eq!(found(&world, "sort:title").split(' ').count(), 6, "an order alone is of everything");
    let flag = world.cop(&["search", "--json", "-s", "title", "kind:practice sort:newest"]);
    assert_eq!(flag.json()["hits"][0]["ref"], "practice/keep-mail");
}

#[test]
fn a_search_with_a_name_is_used_anywhere() {
    let world = world();
    for (query, expected) in [
        ("search:open-mail", "how"),
        ("zoekvraag:open-mail", "how"),
        ("search:open-mail long", "how"),
        ("-search:open-mail tag:email", "keep-mail"),
        ("search:\"beste post\" kind:practice", "keep-mail scan"),
        ("search:both kind:question", "how"),
    ] {
        assert_eq!(sorted(&found(&world, query)), sorted(expected), "{query}");
    }
    assert_eq!(found(&world, "search:best-of-mail kind:practice"), "keep-mail scan");
    let listed = world.cop(&["list", "searches"]);
    insta::assert_snapshot!(listed, @"
    $ cop list searches
    5 searches with a name; cop search search:open-mail
    open-mail     is:open tag:email
    Best of mail  mail sort:title
    both          search:open-mail,best-of-mail
    round         search:about
    about         mail search:round
    ");
    let dutch = world.command("cop").env("COP_LANG", "nl").args(&["list", "zoekvragen", "-n", "2"]).run();
    insta::assert_snapshot!(dutch, @"
    $ COP_LANG=nl cop list zoekvragen -n 2
    1 tot en met 2 van 5 zoekvragen met een naam; cop search search:open-mail
    open-mail     is:open tag:email
    Best of mail  mail sort:title    Beste post
    ");
    insta::assert_snapshot!(World::archivists().cop(&["list", "searches"]), @"
    $ cop list searches
    No search has a name yet; give one in community.yaml, under searches:, with what
    it searches for.
    ");
}

#[test]
fn what_can_not_be_meant_is_shown_with_the_nearest() {
    let world = world();
    let mut said = String::new();
    for query in ["links-to:scan-wll", "sort:newset", "sort:backwards", "search:open-mial", "search:round", "mail supersedes:nothing-such"]
    {
        let run = world.cop(&["search", query]);
        assert_eq!(run.status, 2, "{query}");
        said += &run.stderr;
    }
    insta::assert_snapshot!(said, @r#"
    error: no document is called "scan-wll"
    query:1:10
       |  links-to:scan-wll
       |           ^
    hint: did you mean practice/scan-well?
    error: "sort:newset" is no order
    query:1:6
       |  sort:newset
       |       ^
    hint: did you mean newest?
    error: "sort:backwards" is no order
    query:1:6
       |  sort:backwards
       |       ^
    hint: there are: best, newest, oldest, updated, reviewed, title
    error: there is no search called "open-mial"
    query:1:8
       |  search:open-mial
       |         ^
    hint: did you mean open-mail?
    error: these searches stand within one another: round → about → round
    query:1:8
       |  search:round
       |         ^
    error: no document is called "nothing-such"
    query:1:17
       |  mail supersedes:nothing-such
       |                  ^
    "#);
    insta::assert_snapshot!(world.command("cop").env("COP_LANG", "nl").args(&["search", "search:round"]).run(), @"
    $ COP_LANG=nl cop search search:round
    » fout: deze zoekvragen staan in elkaar: round → about → round
    » query:1:8
    »    |  search:round
    »    |         ^
    [status 2]
    ");
}

#[test]
fn a_broken_search_is_a_finding_where_it_stands() {
    let world = World::new();
    let settings = "format: 1\nname: Test\nsearches:\n  good: is:open created:>2025\n  bad: mail kind:practise\n  far:\n    query: \"links-to:nowhere-at-all\"\n  odd: stewart:anna\n";
    world.write("community.yaml", settings);
    world.write("practices/scan.md", "# Scan\n\nA text.\n");
    let run = world.cop(&["check", "-f", "concise", "--select", "SET"]);
    insta::assert_snapshot!(run, @r#"
    $ cop check -f concise --select SET
    community.yaml:5:18 error SET002 settings-value there is no kind "practise"; did you mean practice?
    community.yaml:7:22 error SET002 settings-value no document is called "nowhere-at-all"
    community.yaml:8:8 warning SET002 settings-value "stewart:" is no field here, so it was looked for as a word; did you mean steward:?
    [status 1]
    "#);
}

/// Nothing that a person types is an error unless a field's value is impossible; and whatever is typed, there is an answer.
#[test]
fn every_query_has_an_answer() {
    let world = world();
    let many = (0..10_000).map(|number| format!("w{number}")).collect::<Vec<_>>().join(" ");
    let long = [
        many.as_str(),
        &"(".repeat(5_000),
        &format!("{}mail{}", "(".repeat(2_000), ")".repeat(2_000)),
        &"mail OR ".repeat(3_000),
        &"NOT ".repeat(5_000),
        &"\"".repeat(9_999),
        &"-".repeat(9_999),
        &"a*".repeat(4_000),
        &"a".repeat(50_000),
        &"search:both ".repeat(40),
        &"links-to:scan ".repeat(100),
        &"é".repeat(20_000),
    ]
    .map(str::to_owned);
    let short = [
        "",
        " ",
        "*",
        "**",
        "-",
        "--",
        "---",
        "?",
        "!?",
        "…",
        "()",
        "(",
        ")",
        ")(",
        "((a)",
        "(a))",
        "\"",
        "\"\"",
        "\"a",
        "a\"b",
        "'",
        "''",
        "“",
        "“a",
        "„a”",
        "«a»",
        "‘a’",
        "「a」",
        "OR",
        "OR OR",
        "AND",
        "NOT",
        "NOT NOT",
        "OR NOT",
        "a OR",
        "OF",
        "NIET",
        "-OR",
        "(OR)",
        "tag:",
        "tag:,",
        "tag:\"\"",
        ":",
        "::",
        ":a",
        "a:",
        "a:b:c",
        "kind:practice kind:question",
        "http://x",
        "https://x.org/a?b=c&d=e#f",
        "mailto:a@b.c",
        "C++",
        "C#",
        ".NET",
        "don't",
        "l'été",
        "o’clock",
        "R&D",
        "a/b",
        "a\\b",
        "\\",
        "C:\\Users\\x",
        "~",
        "^$",
        ".*",
        "(a+)+$",
        "[a-z]*",
        "(?:x)",
        "{1,9999}",
        "a{2}",
        "%00",
        "%s",
        "$(rm -rf /)",
        "`ls`",
        "<script>",
        "'; DROP TABLE x; --",
        "مرحبا",
        "שלום mail",
        "\u{202e}liam",
        "📬",
        "👩‍👩‍👧",
        "e\u{301}",
        "漢字 検索",
        "\u{feff}mail",
        "\u{200b}",
        "\t\n",
        "a\nb",
        "\u{1b}[31m",
        "\u{7}",
        "\u{1f}",
        "\u{2}",
        "1,000.50",
        "12:30",
        "2026-03-01",
        "§ 3",
        "#7",
        "@bram",
        "title:*",
        "title:\"",
        "path:../../etc",
        "path:*",
        "ref:*",
        "lang:xx",
        "by:nobody",
        "steward:",
        "no:tag",
        "has:",
        "is:",
        "sort:",
        "search:",
        "links-to:",
        "links-to:*",
        "linked-by:*",
        "sort:title,newest",
        "mail (sort:title)",
        "-sort:title",
        "NOT sort:title",
        "sort:title OR mail",
        "-search:open-mail",
    ];
    let mut wrong = Vec::new();
    for query in short.iter().map(|query| (*query).to_owned()).chain(long) {
        let run = world.command("cop").args(&["search", "--", &query]).run();
        let shown: String = query.chars().take(40).collect();
        // To be told that nothing was asked is no failure of the query.
        let is_empty = run.status == 2 && run.stderr.contains("nothing");
        let is_clean = ['\u{1b}', '\u{7}', '\u{202e}'].iter().all(|sign| !run.stdout.contains(*sign) && !run.stderr.contains(*sign));
        if run.status > 1 && !is_empty || !is_clean {
            wrong.push(format!("{shown:?}: {} {}", run.status, run.stderr));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    for query in [
        "kind:nothing",
        "is:nothing",
        "created:soon",
        "has:stewrad",
        "links-to:nosuchthing",
        "links-to:scan*",
        "sort:sideways",
        "search:nosuch",
    ] {
        let run = world.cop(&["search", query]);
        assert!(run.status == 2 && run.stdout.is_empty() && run.stderr.contains(query), "{query}: {}", run.stderr);
    }
}

#[test]
fn what_is_no_text_is_refused_in_words() {
    let world = world();
    let mut command = world.command("cop").args(&["search"]).ready();
    let output = command.arg(std::ffi::OsStr::from_bytes(b"mail \xff")).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    insta::assert_snapshot!(said, @"
    error: the command line is no UTF-8 text
    hint: a file whose name is no UTF-8 has to be given another name first
    ");
}
