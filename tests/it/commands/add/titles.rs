//! Titles of new documents, and the files that they get.

use crate::commands::{tiny, transcript};

#[test]
fn titles_come_back_as_they_were_given() {
    let world = tiny();
    for title in [
        "It's \"quoted\" & <b>bold</b>",
        "*stars* _and_ `code` [link](x.md) ![i](y) [[wiki]]",
        "# hash #",
        "1. One",
        "- dash",
        "{{ page.title }}",
        "<%= erb %>",
        "&amp; \\ back ~~struck~~ | pipe",
        "Één 🎉 مرحبا 你好",
        "../../etc/passwd",
        "con",
        "'s Ochtends: wat nu?",
        "https://example.org/a_b_c",
        "a@b.nl @ada #tag :smile: $x$ [^1]",
        "!!!",
        "...",
        "---",
        "===",
        "> quote",
        "<!-- cop: hidden -->",
        "no",
        "2024-01-01",
        "trailing \\",
        "a  b\tc",
    ] {
        let run = world.command("cop").args(&["add", "practice", "--json", "--", title]).run();
        let path = run.json()["path"].as_str().unwrap_or_else(|| panic!("{run}")).to_owned();
        assert!(path.starts_with("practices/") && !path.contains(".."), "{title}: {path}");
        let shown = world.cop(&["show", &path, "--json"]).json();
        assert_eq!(shown["title"], title.split_whitespace().collect::<Vec<_>>().join(" "), "{path}\n{}", world.read(&path));
    }
    insta::assert_snapshot!(world.git(&["ls-files", "practices"]), @r"
practices/1-one.md
practices/2024-01-01.md
practices/a-b-c.md
practices/a-b-nl-ada-tag-smile-x-1.md
practices/amp-back-struck-pipe.md
practices/con-practice.md
practices/cop-hidden.md
practices/dash.md
practices/een-mrhb-ni-hao.md
practices/erb.md
practices/etc-passwd.md
practices/hash.md
practices/https-example-org-a-b-c.md
practices/its-quoted-b-bold-b.md
practices/no-letters-2.md
practices/no-letters-3.md
practices/no-letters-4.md
practices/no-letters.md
practices/no.md
practices/page-title.md
practices/quote.md
practices/s-ochtends-wat-nu.md
practices/scan-letters.md
practices/scan-maps.md
practices/stars-and-code-link-x-md-i-y-wiki.md
practices/trailing.md
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn what_can_be_no_title_is_refused() {
    let world = tiny();
    let refused = |title: &str| {
        let run = world.command("cop").args(&["add", "practice", "--", title]).run();
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{run}");
        run.stderr
    };
    insta::assert_snapshot!(["", "  ", "a\nb", "a\u{202e}b", "a\u{1b}[31m", &"x".repeat(10_000)].map(refused).concat(), @r"
error: the title is empty
error: the title is empty
error: a title is one line
error: the title has a character in it that can't be seen: U+202E
error: the title has a character in it that can't be seen: U+001B
error: a title can have 300 characters; this one has 10000
");
    insta::assert_snapshot!(transcript(&world, &["add practice", "add", "add practise X", "add practice X --set stewrd=ada", "add practice X --set steward=adda", "add practice X --set status=adpted", "add practice X --lang Dutch", "add practice X -f csw"]), @r#"
$ cop add practice
» error: a title is missing
» hint: cop add practice "What it is about"
[status 2]

$ cop add
» error: something is missing: KIND
» hint: for example: cop add practice "Export a mailbox to EML" -t email
» hint: all about it: cop add --help
[status 2]

$ cop add practise X
» error: there is no kind "practise"
» hint: did you mean practice?
[status 2]

$ cop add practice X --set stewrd=ada
» error: a practice has no field "stewrd"
» hint: did you mean steward?
[status 2]

$ cop add practice X --set steward=adda
» error: there is no member "adda"
» hint: did you mean ada?
» hint: somebody who is no member, or a team, is written with a capital
[status 2]

$ cop add practice X --set status=adpted
» error: a practice has no state "adpted"
» hint: did you mean adopted?
[status 2]

$ cop add practice X --lang Dutch
» error: --lang can't be "dutch"
» hint: write the code of a language, such as nl
[status 2]

$ cop add practice X -f csw
» error: there is no format "csw" here
» hint: one of these: text, json, jsonl, csv, paths, md
[status 2]
"#);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn two_titles_with_one_name_are_two_files() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["add practice 'Scan maps'", "add practice 'Scan maps!'", "add term Scan", "add term scan", "add member Ada"]), @r"
$ cop add practice 'Scan maps'
» Like it: Scan maps (practice, draft)  practice/scan-maps
» Committed 6038021
practices/scan-maps-2.md

$ cop add practice 'Scan maps!'
» Like it: Scan maps (practice, draft)  practice/scan-maps
» Like it: Scan maps (practice, draft)  practice/scan-maps-2
» Committed [commit]
practices/scan-maps-3.md

$ cop add term Scan
» Like it: Scan letters (practice, adopted)  practice/scan-letters
» Like it: Scan maps (practice, draft)  practice/scan-maps
» Like it: Scan maps (practice, draft)  practice/scan-maps-2
» Committed [commit]
glossary/scan.md

$ cop add term scan
» Like it: Scan (term, proposed)  term/scan
» Like it: Scan letters (practice, adopted)  practice/scan-letters
» Like it: Scan maps (practice, draft)  practice/scan-maps
» error: there is a term scan already
» glossary/scan.md
» hint: cop show term/scan
[status 2]

$ cop add member Ada
» error: there is a member ada already
» members/ada.md
» hint: cop show member/ada
[status 2]
");
}
