//! `cop add`

mod titles;

use super::{cop, dutch, example, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn a_document_begins_with_the_template_of_its_kind() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["add practice 'Export a mailbox to EML' -t email --set steward=ada", "show export-a-mailbox-to-eml"]), @r"
$ cop add practice 'Export a mailbox to EML' -t email --set steward=ada
» Committed [commit]
practices/export-a-mailbox-to-eml.md

$ cop show export-a-mailbox-to-eml
Export a mailbox to EML
practice, draft, changed today  practices/export-a-mailbox-to-eml.md
Tags     email
Steward  Ada Test
Made by  Ada Test

Context

Practice

Why it works

How to tell it works

Pitfalls
");
    insta::assert_snapshot!(world.read("practices/export-a-mailbox-to-eml.md"), @r#"
---
tags: [email]
steward: ada
---

# Export a mailbox to EML

## Context

<!-- cop: Describe the situation in which this helps: who is doing what, when it comes up, and what used to go wrong. -->

## Practice

<!-- cop: Say what you do, step by step, so that a colleague could do it tomorrow without having to ask you. -->

## Why it works

<!-- cop: Explain in two or three sentences why this works better than what you did before, or who taught you so. -->

## How to tell it works

<!-- cop: Name what you see when it goes well, such as "since May nobody has had to ask twice for the same file". -->

## Pitfalls

<!-- cop: Tell where people trip up, and when you had better do something else; a heading you have nothing for yet may simply go. -->
"#);
    insta::assert_snapshot!(world.git(&["log", "-1", "--format=%an%n%B", "--name-status"]), @r"
Ada Test
Add practice/export-a-mailbox-to-eml


A	practices/export-a-mailbox-to-eml.md
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    world.git(&["fsck", "--strict"]);
    let answer = valid(&cop(&world, "add term Appraisal --json").run(), "add");
    assert_eq!((&answer["ref"], &answer["path"]), (&"term/appraisal".into(), &"glossary/appraisal.md".into()));
    assert_eq!(answer["commit"], "[commit]");
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
    ]), @r#"
$ COP_LANG=nl cop add besluit 'Wij schrijven alles op'
» Vastgelegd als [commit]
decisions/0007-wij-schrijven-alles-op.md

$ COP_LANG=nl cop add bijeenkomst Terugkijken --set 'when=2027-01-14 14:00'
» Vastgelegd als [commit]
meetings/2027-01-14-terugkijken.md

$ COP_LANG=nl cop add bijeenkomst Vandaag
» Vastgelegd als [commit]
meetings/2026-11-22-vandaag.md

$ COP_LANG=nl cop add lid 'Jo de Vries'
» Vastgelegd als [commit]
members/jo-de-vries.md

$ COP_LANG=nl cop add praktijk 'Op papier' --lang nl
» Vastgelegd als [commit]
practices/op-papier.nl.md

$ COP_LANG=nl cop add vraag 'Wie?' --lang de
» Vastgelegd als [commit]
questions/wie.md

$ COP_LANG=nl cop add antwoord Ja
» fout: een antwoord hoort onder een vraag en kan niet los worden toegevoegd
» tip: cop answer DOCUMENT
[status 2]

$ COP_LANG=nl cop add iets 'Wat?'
» fout: er is geen soort "iets"
» tip: kies uit: praktijk, vraag, besluit, begrip, bijeenkomst, verhaal, bron, melding, lid
[status 2]
"#);
    insta::assert_snapshot!(world.read("members/jo-de-vries.md"), @r"
---
name: Jo de Vries
organisation:
accounts: []
interests: []
ask_me: yes
since: 2026-11-22
---

# Jo de Vries

<!-- cop: Introduce yourself in a few sentences: what work you do, what people may call you for, and what you would like to learn; between the brackets above go your accounts, as in [github:anna], and the topics you care about, as in [email, scanning]. -->
");
    insta::assert_snapshot!(world.read("practices/op-papier.nl.md").lines().take(9).collect::<Vec<_>>().join("\n"), @r"
---
tags: []
---

# Op papier

## Context

<!-- cop: Beschrijf wanneer dit van pas komt: wie is waarmee bezig, wanneer speelt het, en wat ging er eerst mis? -->
");
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: X\nlanguage: nl\n");
    insta::assert_snapshot!(dutch(&world, &["add besluit 'Eén'", "add besluit 'Twee'", "add begrip Woord", "add begrip woord"]), @r"
$ COP_LANG=nl cop add besluit Eén
» Vastgelegd als [commit]
besluiten/0001-een.md

$ COP_LANG=nl cop add besluit Twee
» Vastgelegd als [commit]
besluiten/0002-twee.md

$ COP_LANG=nl cop add begrip Woord
» Vastgelegd als [commit]
begrippen/woord.md

$ COP_LANG=nl cop add begrip woord
» Lijkt hierop: Woord (begrip, voorgesteld)  term/woord
» Weet het misschien: Ada Test (schreef 1)
» fout: er is al een begrip woord
» begrippen/woord.md
» tip: cop show term/woord
[status 2]
");
    insta::assert_snapshot!(world.git(&["log", "--format=%s"]), @r"
term/woord toegevoegd
decision/0002-twee toegevoegd
decision/0001-een toegevoegd
");
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
    ]), @r#"
$ cop add decision -F notes.txt
» error: the text says that it is a praktijk, and no decision
[status 2]

$ cop add practice X -b ''
» error: the text is empty
[status 2]

$ cop add practice X -F nowhere.md
» error: there is no file nowhere.md
» hint: a path is read from [world]/community; - takes what is piped in
[status 2]

$ cop add practice -b 'No heading'
» error: a title is missing
» hint: cop add practice "What it is about"
[status 2]

$ cop add practice X -b '---
---
'
» Committed [commit]
practices/x.md
"#);
    let run = world.command("cop").args(&["add", "practice", "X", "-F", "-"]).input("---\na: [\n---\nText\n").run();
    insta::assert_snapshot!(run.to_string(), @r#"
$ cop add practice X -F -
» Like it: X (practice, draft)  practice/x
» error: the front matter of the text can't be used: `[` opens a list or a mapping in YAML, and this is neither.
» -:2:4
»    |  a: [
»    |     ^
» hint: Write: a: "["
[status 2]
"#);
    assert_eq!(world.command("cop").args(&["add", "practice", "X", "-F", "-"]).input(b"\xff".to_vec()).run().status, 2);
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
    insta::assert_snapshot!(transcript(&world, &["add decision 'Use Y'", "add practice 'D' -t x --set steward=me-too -b Text", "add practice 'E' -t x --set steward=Team --set status=adopted -b Text"]), @r"
$ cop add decision 'Use Y'
» Committed [commit]
docs/adr/adr-008-use-y.md

$ cop add practice D -t x --set steward=me-too -b Text
» Committed [commit]
handbook/team/d.md

$ cop add practice E -t x --set steward=Team --set status=adopted -b Text
» Committed [commit]
handbook/team/e.md
");
    assert_eq!(world.read("handbook/team/e.md"), "---\nkeywords: [x]\nowner: Team\n---\n\n# E\n\nText\n");
}

#[test]
fn where_others_have_no_sections_and_a_title_above_the_text_so_has_a_new_one() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: X\nkinds: {practice: {paths: ['handbook/**/*.html.md.erb'], fields: {title: name}}}\n");
    for name in ["a", "b", "c"] {
        world.write(&format!("handbook/{name}.html.md.erb"), format!("---\nname: \"{name}\"\n---\n\n# <%= current_page.data.title %>\n"));
    }
    world.commit("Begin");
    assert_eq!(world.cop(&["add", "practice", "'s Ochtends: wat nu?", "-q"]).stdout, "handbook/s-ochtends-wat-nu.html.md.erb\n");
    let text = world.read("handbook/s-ochtends-wat-nu.html.md.erb");
    assert_eq!(text, "---\nname: \"'s Ochtends: wat nu?\"\n---\n\n# 's Ochtends: wat nu?\n");
    assert_eq!(world.cop(&["show", "s-ochtends", "--json"]).json()["title"], "'s Ochtends: wat nu?");
}

#[test]
fn whoever_has_no_address_is_named_in_the_text() {
    let world = tiny();
    world.write("members/cor.md", "---\nname: Cor\n---\n");
    world.write("members/dee.md", "---\nname: Dee Two\naccounts: [github:dee]\n---\n");
    world.commit("Two more");
    insta::assert_snapshot!(transcript(&world, &["add practice One -b Text --author cor", "add practice Two -b Text --author dee", "set one tags=x --author cor"]), @r"
$ cop add practice One -b Text --author cor
» Committed [commit] for Cor
practices/one.md

$ cop add practice Two -b Text --author dee
» Committed [commit] for Dee Two
practices/two.md

$ cop set one tags=x --author cor
» error: git has to name an address, and none is known of Cor
» hint: write one under emails: in members/cor.md, or leave out --author
[status 2]
");
    assert!(world.read("practices/one.md").contains("authors: [cor]"));
    assert_eq!(world.git(&["log", "-2", "--format=%an <%ae>"]), "Dee Two <dee@users.noreply.github.com>\nAda Test <ada@example.org>");
}

#[test]
fn a_look_is_all_that_a_dry_run_takes() {
    let world = tiny();
    let run = world.cop(&["add", "term", "Word", "-b", "What we mean.", "--dry-run"]);
    insta::assert_snapshot!(run.to_string(), @r"
$ cop add term Word -b 'What we mean.' --dry-run
diff --git a/glossary/word.md b/glossary/word.md
new file mode 100644
--- /dev/null
+++ b/glossary/word.md
@@ -0,0 +1,7 @@
+---
+synonyms: []
+---
+
+# Word
+
+What we mean.
");
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

#[test]
fn a_practice_begins_with_a_question_and_its_accepted_answer() {
    let world = tiny();
    world.write("questions/how-long.md", "---\ntags: [letters]\n---\n\n# How long do we keep letters?\n\n## Situation\n\nThere are [maps](../practices/scan-maps.md) too.\n\n## What I tried\n\n<!-- cop: say it -->\n");
    world.write("questions/how-long/ada.md", "# Ten years\n\nSee [letters](../../practices/scan-letters.md#x).\n\n## Why\n\nThe list.\n");
    world.write("questions/how-long/bo.md", "# How long do we keep letters?\n\nFive.\n");
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n");
    world.commit_by("Bo Guest", "bo@example.org", "Ask");
    insta::assert_snapshot!(transcript(&world, &["add practice --from scan-maps", "add practice --from hoe-lang", "add practice 'Keep letters' --from how-long -t paper"]), @r"
$ cop add practice --from scan-maps
» error: practice/scan-maps is no question
» hint: cop list question
[status 2]

$ cop add practice --from hoe-lang
» error: nobody has answered question/hoe-lang-nl yet
» hint: cop answer hoe-lang-nl
[status 2]

$ cop add practice 'Keep letters' --from how-long -t paper
» Committed [commit]
» Credited: Bo Guest, Ada Test
practices/keep-letters.md
");
    insta::assert_snapshot!(world.read("practices/keep-letters.md"), @r#"
---
tags: [letters, paper]
authors: [bo, ada]
related: question/how-long
---

# Keep letters

## Context

### Situation

There are [maps](scan-maps.md) too.

## Practice

### Ten years

See [letters](scan-letters.md#x).

#### Why

The list.

Five.

## Why it works

<!-- cop: Explain in two or three sentences why this works better than what you did before, or who taught you so. -->

## How to tell it works

<!-- cop: Name what you see when it goes well, such as "since May nobody has had to ask twice for the same file". -->

## Pitfalls

<!-- cop: Tell where people trip up, and when you had better do something else; a heading you have nothing for yet may simply go. -->
"#);
    cop(&world, "accept how-long/ada").run().done();
    insta::assert_snapshot!(dutch(&world, &["add praktijk --from how-long", "add praktijk 'Tien jaar' --from how-long"]), @r#"
    $ COP_LANG=nl cop add praktijk --from how-long
    » fout: het nieuwe document heeft een eigen titel nodig: met die van de vraag zou elke korte naam op allebei slaan
    » tip: cop add praktijk "Waar het op neerkomt" --from question/how-long
    [status 2]

    $ COP_LANG=nl cop add praktijk 'Tien jaar' --from how-long
    » Vastgelegd als [commit]
    » Met dank aan: Bo Guest, Ada Test
    practices/tien-jaar.md
    "#);
    assert!(!world.read("practices/tien-jaar.md").contains("Five"));
    assert_eq!(cop(&world, "check --select dead-link --select missing-heading").run().status, 0);
}

#[test]
fn a_heading_that_was_left_empty_gives_no_title() {
    let world = tiny();
    world.write("empty.md", "# \n\n## Context\n\nText.\n");
    world.write("sections.md", "## Context\n\nText.\n\n## Practice\n\nMore.\n");
    insta::assert_snapshot!(transcript(&world, &["add practice -F empty.md", "add practice -F sections.md"]), @r#"
$ cop add practice -F empty.md
» error: a title is missing
» hint: cop add practice "What it is about"
[status 2]

$ cop add practice -F sections.md
» error: a title is missing
» hint: cop add practice "What it is about"
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["add praktijk -F empty.md"]), @r#"
$ COP_LANG=nl cop add praktijk -F empty.md
» fout: er ontbreekt een titel
» tip: cop add praktijk "Waar het over gaat"
[status 2]
"#);
}

#[test]
fn what_begins_is_not_settled_where_old_documents_are() {
    let world = World::new();
    world.write(
        "community.yaml",
        "format: 1\nname: X\nkinds:\n  decision: {paths: ['adr/*.md'], default_status: accepted}\n  practice: {paths: ['handbook/*.md'], default_status: adopted}\n",
    );
    world.write("adr/0001-use-x.md", "# 1. Use X\n");
    world.commit("Begin");
    let state = |name: &str| world.cop(&["show", name, "--json"]).json()["status"].clone();
    for (title, body, more, expected) in [
        ("One", "Text", "", "proposed"),
        ("Two", "---\nstatus: accepted\ndeciders: [anna]\ndate: 2026-01-01\n---\n\nText", "", "accepted"),
        ("Three", "Text", "status=rejected", "rejected"),
    ] {
        let more = if more.is_empty() { vec![] } else { vec!["--set", more] };
        world.cop(&[["add", "decision", title, "-b", body].as_slice(), &more].concat()).done();
        assert_eq!(state(&title.to_lowercase()), expected, "{title}");
    }
    world.cop(&["add", "practice", "Four", "-y"]).done();
    assert_eq!(state("four"), "draft", "{}", world.read("handbook/four.md"));
    assert_eq!(state("use-x"), "accepted");
}

#[test]
fn a_flag_about_nothing_is_refused_and_who_has_no_address_is_named() {
    let world = tiny();
    world.write("members/cy.md", "---\nname: Cy Quiet\n---\n");
    world.write("decisions/0001-keep-chat-ten-years.md", "# Keep chat ten years\n");
    world.commit("Cy");
    insta::assert_snapshot!(transcript(&world, &["add flag Something -b x", "add practice Quiet -b x --author cy", "mark keep-chat accepted"]), @r#"
$ cop add flag Something -b x
» error: a flag has to say what it is about
» hint: cop flag REF outdated -m "…"
[status 2]

$ cop add practice Quiet -b x --author cy
» Committed [commit] for Cy Quiet
practices/quiet.md

$ cop mark keep-chat accepted
» Committed [commit]
» Keep chat ten years  proposed → accepted
decisions/0001-keep-chat-ten-years.md
"#);
    insta::assert_snapshot!(dutch(&world, &["add melding Zomaar -b x"]), @r#"
$ COP_LANG=nl cop add melding Zomaar -b x
» fout: een melding moet zeggen waarover die gaat
» tip: cop flag DOCUMENT verouderd -m "…"
[status 2]
"#);
}
