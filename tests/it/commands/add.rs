//! `cop add`

use super::{cop, dutch, example, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn a_document_begins_with_the_template_of_its_kind() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["add practice 'Export a mailbox to EML' -t email --set steward=ada", "show export-a-mailbox-to-eml"]), @"");
    insta::assert_snapshot!(world.read("practices/export-a-mailbox-to-eml.md"), @"");
    insta::assert_snapshot!(world.git(&["log", "-1", "--format=%an%n%B", "--name-status"]), @"");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    world.git(&["fsck", "--strict"]);
    let answer = valid(&cop(&world, "add term Appraisal --json").run(), "add");
    assert_eq!((&answer["ref"], &answer["path"]), (&"term/appraisal".into(), &"glossary/appraisal.md".into()));
    assert_eq!(answer["commit"], world.git(&["rev-parse", "HEAD"]));
}

#[test]
fn numbers_days_and_folders_are_those_of_the_kind() {
    let world = example();
    insta::assert_snapshot!(dutch(&world, &[
        "add besluit 'Wij schrijven alles op'",
        "add bijeenkomst 'Terugkijken' --set when='2027-01-14 14:00'",
        "add bijeenkomst 'Vandaag'",
        "add lid 'Jo de Vries'",
        "add praktijk 'Op papier' --lang nl",
        "add vraag 'Wie?' --lang de",
        "add antwoord Ja",
        "add iets 'Wat?'",
    ]), @"");
    insta::assert_snapshot!(world.read("members/jo-de-vries.md"), @"");
    insta::assert_snapshot!(world.read("practices/op-papier.nl.md").lines().take(9).collect::<Vec<_>>().join("\n"), @"");
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: X\nlanguage: nl\n");
    insta::assert_snapshot!(dutch(&world, &["add besluit 'Eén'", "add besluit 'Twee'", "add begrip Woord", "add begrip woord"]), @"");
    insta::assert_snapshot!(world.git(&["log", "--format=%s"]), @"");
}

#[test]
fn a_text_may_be_brought() {
    let world = tiny();
    world.cop(&["add", "practice", "Short", "-b", "Only this.\n\nAnd that."]).done();
    assert_eq!(world.read("practices/short.md"), "---\ntags: []\n---\n\n# Short\n\nOnly this.\n\nAnd that.\n");
    world.cop(&["add", "practice", "Same", "-b", "# Same\n\nText"]).done();
    assert_eq!(world.read("practices/same.md"), "---\ntags: []\n---\n\n# Same\n\nText\n");
    world.command("cop").args(&["add", "question", "-F", "-"]).input("\u{feff}# Who knows?\r\n\r\nI do not.\r\n").run().done();
    assert_eq!(world.read("questions/who-knows.md"), "---\ntags: []\n---\n\n# Who knows?\n\nI do not.\n");
    world.write("notes.txt", "---\nkind: praktijk\nstatus: draft\ntags: [a]   # mine\ntitle: 'It''s'\nsource: x\n---\nText\n");
    world.git(&["add", "."]);
    world.cop(&["add", "practice", "-F", "notes.txt", "-t", "b"]).done();
    assert_eq!(world.read("practices/its.md"), "---\ntags: [b]   # mine\ntitle: 'It''s'\nsource: x\n---\n\nText\n");
    insta::assert_snapshot!(transcript(&world, &[
        "add decision -F notes.txt",
        "add practice X -b ''",
        "add practice X -F nowhere.md",
        "add practice -b 'No heading'",
        "add practice X -b '---\n---\n'",
    ]), @"");
    let run = world.command("cop").args(&["add", "practice", "X", "-F", "-"]).input("---\na: [\n---\nText\n").run();
    insta::assert_snapshot!(run.to_string(), @"");
    assert_eq!(world.command("cop").args(&["add", "practice", "X", "-F", "-"]).input(b"\xff".to_vec()).run().status, 2);
}

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
    insta::assert_snapshot!(world.git(&["ls-files", "practices"]), @"");
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
    insta::assert_snapshot!(["", "  ", "a\nb", "a\u{202e}b", "a\u{1b}[31m", &"x".repeat(10_000)].map(refused).concat(), @"");
    insta::assert_snapshot!(transcript(&world, &["add practice", "add", "add practise X", "add practice X --set stewrd=ada", "add practice X --set steward=adda", "add practice X --set status=adpted", "add practice X --lang Dutch", "add practice X -f csw"]), @"");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn two_titles_with_one_name_are_two_files() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["add practice 'Scan maps'", "add practice 'Scan maps!'", "add term Scan", "add term scan", "add member Ada"]), @"");
}

#[test]
fn a_community_that_had_its_files_before_gets_more_like_them() {
    let world = World::new();
    world.write(
        "community.yaml",
        "format: 1\nname: X\nkinds:\n  decision: {paths: ['docs/adr/*.md']}\n  practice:\n    paths: ['handbook/**/*.md']\n    fields: {tags: keywords, steward: owner}\n    states: {adopted: {also: [active]}}\n    default_status: adopted\n",
    );
    world.write("docs/adr/adr-007-use-x.md", "# 7. Use X\n");
    world.write("handbook/team/a.md", "# A\n");
    world.write("handbook/team/b.md", "# B\n");
    world.write("handbook/c.md", "# C\n");
    world.commit("Begin");
    insta::assert_snapshot!(transcript(&world, &["add decision 'Use Y'", "add practice 'D' -t x --set steward=me-too -b Text", "add practice 'E' -t x --set steward=Team --set status=adopted -b Text"]), @"");
    assert_eq!(world.read("handbook/team/e.md"), "---\nkeywords: [x]\nowner: Team\n---\n\n# E\n\nText\n");
}

#[test]
fn whoever_has_no_address_is_named_in_the_text() {
    let world = tiny();
    world.write("members/cor.md", "---\nname: Cor\n---\n");
    world.write("members/dee.md", "---\nname: Dee Two\naccounts: [github:dee]\n---\n");
    world.commit("Two more");
    insta::assert_snapshot!(transcript(&world, &["add practice One -b Text --author cor", "add practice Two -b Text --author dee", "set one tags=x --author cor"]), @"");
    assert!(world.read("practices/one.md").contains("authors: [cor]"));
    assert_eq!(world.git(&["log", "-2", "--format=%an <%ae>"]), "Dee Two <dee@users.noreply.github.com>\nAda Test <ada@example.org>");
}

#[test]
fn a_look_is_all_that_a_dry_run_takes() {
    let world = tiny();
    let run = world.cop(&["add", "term", "Word", "-b", "What we mean.", "--dry-run"]);
    insta::assert_snapshot!(run.to_string(), @"");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn many_at_once_are_all_there() {
    let world = tiny();
    let titles: Vec<String> = (0..16).map(|at| format!("Practice {}", at / 2)).collect();
    std::thread::scope(|scope| {
        for title in &titles {
            let (folder, world) = (world.root(), &world);
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_cop"));
            command.args(["add", "practice", title, "-b", "Text"]).current_dir(folder).env("HOME", world.home());
            scope.spawn(move || {
                let output = command.output().unwrap();
                assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            });
        }
    });
    assert_eq!(world.git(&["rev-list", "--count", "HEAD"]), "18");
    assert_eq!(world.git(&["ls-tree", "-r", "--name-only", "HEAD", "practices"]).lines().count(), 18);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}
