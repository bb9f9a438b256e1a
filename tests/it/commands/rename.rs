//! `cop rename`

mod refused;

use serde_json::Value;

use super::{dutch, example, tiny, transcript};
use crate::support::world::World;

#[test]
fn a_document_gets_another_title_and_all_that_refers_to_it_follows() {
    let world = tiny();
    world.write("practices/all.md", "---\nrelated: [practice/scan-letters, \"Scan letters\"]\n---\n\n# All\n\n[a](scan-letters.md#scan-letters) [b](<./scan-letters.md> \"x\") [c][d] [[scan-letters|text]] ![[scan-letters#Scan letters]] <a href=\"scan-letters.md\">e</a>\n\n`[f](scan-letters.md)` <!-- [g](scan-letters.md) -->\n\n[d]: scan-letters.md 'T'\n");
    world.write("practices/scan-letters/box.png", "png");
    world.write("README.md", "# Tiny\n\n[h](practices/scan-letters.md) ![i](practices/scan-letters/box.png)\n");
    world.commit("More");
    insta::assert_snapshot!(transcript(&world, &["rename scan-letters 'Scan post, slowly'", "show scan-letters -q", "check"]), @r"
$ cop rename scan-letters 'Scan post, slowly'
» 11 references follow, in 3 other files
» One other file moves along
» Committed [commit]
» Scan letters → Scan post, slowly
practices/scan-post-slowly.md

$ cop show scan-letters -q
Scan post, slowly
practice, adopted, changed today  practices/scan-post-slowly.md
Tags           scan
Also known as  Scan letters
Made by        Ada Test

At 300 dpi, in colour.

See also
  All  practices/all.md
Linked from
  Scan maps  practices/scan-maps.md

$ cop check
questions/hoe-lang.nl.md:1:1  note unanswered-question  no answer after 174 days
   |  # Hoe lang bewaren we brieven?
   |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |  answer it in a file of your own: questions/hoe-lang/HANDLE.md
5 documents, 0 errors, 0 warnings, 1 note
");
    insta::assert_snapshot!(world.git(&["show", "--format=%s", "-M"]), @r#"
practice/scan-letters: renamed to practice/scan-post-slowly

diff --git a/README.md b/README.md
index [commit]..[commit] 100644
--- a/README.md
+++ b/README.md
@@ -1,3 +1,3 @@
 # Tiny
 
-[h](practices/scan-letters.md) ![i](practices/scan-letters/box.png)
+[h](practices/scan-post-slowly.md) ![i](practices/scan-post-slowly/box.png)
diff --git a/practices/all.md b/practices/all.md
index [commit]..[commit] 100644
--- a/practices/all.md
+++ b/practices/all.md
@@ -1,11 +1,11 @@
 ---
-related: [practice/scan-letters, "Scan letters"]
+related: [practice/scan-post-slowly, "Scan post, slowly"]
 ---
 
 # All
 
-[a](scan-letters.md#scan-letters) [b](<./scan-letters.md> "x") [c][d] [[scan-letters|text]] ![[scan-letters#Scan letters]] <a href="scan-letters.md">e</a>
+[a](scan-post-slowly.md#scan-post-slowly) [b](<./scan-post-slowly.md> "x") [c][d] [[scan-post-slowly|text]] ![[scan-post-slowly#Scan post, slowly]] <a href="scan-post-slowly.md">e</a>
 
 `[f](scan-letters.md)` <!-- [g](scan-letters.md) -->
 
-[d]: scan-letters.md 'T'
+[d]: scan-post-slowly.md 'T'
diff --git a/practices/scan-maps.md b/practices/scan-maps.md
index [commit]..[commit] 100644
--- a/practices/scan-maps.md
+++ b/practices/scan-maps.md
@@ -4,4 +4,4 @@ tags: [scan, maps]
 
 # Scan maps
 
-See [letters](scan-letters.md).
+See [letters](scan-post-slowly.md).
diff --git a/practices/scan-letters.md b/practices/scan-post-slowly.md
similarity index 58%
rename from practices/scan-letters.md
rename to practices/scan-post-slowly.md
index [commit]..[commit] 100644
--- a/practices/scan-letters.md
+++ b/practices/scan-post-slowly.md
@@ -1,8 +1,9 @@
 ---
 tags: [scan]
 status: adopted
+aliases: [Scan letters]
 ---
 
-# Scan letters
+# Scan post, slowly
 
 At 300 dpi, in colour.
diff --git a/practices/scan-letters/box.png b/practices/scan-post-slowly/box.png
similarity index 100%
rename from practices/scan-letters/box.png
rename to practices/scan-post-slowly/box.png
"#);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    insta::assert_snapshot!(transcript(&world, &["undo", "undo"]), @r"
$ cop undo
» Taken back: practice/scan-letters: renamed to practice/scan-post-slowly
» git reset --keep [commit] brings it back
README.md
practices/all.md
practices/scan-letters.md
practices/scan-letters/box.png
practices/scan-maps.md
practices/scan-post-slowly.md
practices/scan-post-slowly/box.png

$ cop undo
» error: cop knows of no commit of its own here that it can take back
» hint: git log shows what there is; git revert COMMIT takes back any commit by a new one
[status 2]
");
}

#[test]
fn a_question_takes_its_answers_along() {
    let world = example();
    let before = findings(&world);
    insta::assert_snapshot!(transcript(&world, &["rename how-often-should-we-meet 'When do we meet?'", "show question/when-do-we-meet -f json -q", "rename 4 'Meet when it suits'"]).lines().filter(|line| line.starts_with(['$', '»', 'q', 'd'])).collect::<Vec<_>>().join("\n"), @r"
$ cop rename how-often-should-we-meet 'When do we meet?'
» 2 references follow, in 2 other files
» 2 other files move along
» Committed [commit]
» How often should we meet? → When do we meet?
questions/when-do-we-meet.md
$ cop show question/when-do-we-meet -f json -q
$ cop rename 4 'Meet when it suits'
» 4 references follow, in 3 other files
» Committed [commit]
» Meet every six weeks → Meet when it suits
decisions/0004-meet-when-it-suits.md
");
    assert_eq!(findings(&world), before);
}

#[test]
fn a_member_gets_another_handle_or_another_name() {
    let world = tiny();
    world
        .write("practices/team.md", "---\nsteward: ada\nauthors: ['@ada', Ada Test]\n---\n\n# Team\n\nAsk @ada, not a@ada.nl or `@ada`.\n");
    world.write("questions/hoe-lang/ada.md", "Altijd.\n");
    world.write("community.yaml", "format: 1\nname: Tiny\ngovernance:\n  roles: {steward: [ada]}\n");
    world.commit("More");
    insta::assert_snapshot!(transcript(&world, &["rename ada 'Ada Lovelace'", "rename @ada @ada-l", "rename ada-l '@Ada L'"]), @r#"
$ cop rename ada 'Ada Lovelace'
» One reference follows, in another file
» The handle stays @ada; cop rename @ada @ANOTHER changes it
» Committed [commit]
» Ada Test → Ada Lovelace
members/ada.md

$ cop rename @ada @ada-l
» 4 references follow, in 2 other files
» One other file moves along
» Committed [commit]
members/ada-l.md

$ cop rename ada-l '@Ada L'
» error: "Ada L" is no handle
» hint: a handle has small letters, digits and dashes: @ada-l
[status 2]
"#);
    insta::assert_snapshot!(world.git(&["diff", "HEAD~2", "-M"]), @r"
diff --git a/community.yaml b/community.yaml
index [commit]..[commit] 100644
--- a/community.yaml
+++ b/community.yaml
@@ -1,4 +1,4 @@
 format: 1
 name: Tiny
 governance:
-  roles: {steward: [ada]}
+  roles: {steward: [ada-l]}
diff --git a/members/ada-l.md b/members/ada-l.md
new file mode 100644
index 0000000..[commit]
--- /dev/null
+++ b/members/ada-l.md
@@ -0,0 +1,5 @@
+---
+name: Ada Lovelace
+emails: [ada@example.org]
+aliases: [Ada Test, ada]
+---
diff --git a/members/ada.md b/members/ada.md
deleted file mode 100644
index [commit]..0000000
--- a/members/ada.md
+++ /dev/null
@@ -1,4 +0,0 @@
----
-name: Ada Test
-emails: [ada@example.org]
----
diff --git a/practices/team.md b/practices/team.md
index [commit]..[commit] 100644
--- a/practices/team.md
+++ b/practices/team.md
@@ -1,8 +1,8 @@
 ---
-steward: ada
-authors: ['@ada', Ada Test]
+steward: ada-l
+authors: ['@ada-l', Ada Lovelace]
 ---
 
 # Team
 
-Ask @ada, not a@ada.nl or `@ada`.
+Ask @ada-l, not a@ada.nl or `@ada`.
diff --git a/questions/hoe-lang/ada.md b/questions/hoe-lang/ada-l.md
similarity index 100%
rename from questions/hoe-lang/ada.md
rename to questions/hoe-lang/ada-l.md
");
}

fn findings(world: &World) -> Vec<(String, String)> {
    let report: Value = world.cop(&["check", "--json"]).json();
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let mut all: Vec<_> =
        report["findings"].as_array().unwrap().iter().map(|found| (text(found, "code"), text(found, "message"))).collect();
    all.sort();
    all
}

/// A number that only looks like chance.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// Small communities in which everything refers to everything in every form: after any renaming `cop check` finds as much as before.
#[test]
fn a_renaming_leaves_nothing_new_to_find() {
    const FOLDERS: [(&str, &str); 5] =
        [("practices", "practice"), ("practices/git", "practice"), ("questions", "question"), ("glossary", "term"), ("stories", "story")];
    const WORDS: [&str; 8] = ["Scan", "maps", "één", "C#", "a_b", "(new)", "letters", "& more"];
    for seed in 1..6 {
        let mut dice = Dice(seed);
        let world = World::new();
        world.write("community.yaml", "format: 1\nname: T\n");
        let mut documents: Vec<(String, String, String)> = Vec::new();
        for number in 0..6 {
            let (folder, kind) = FOLDERS[dice.roll(FOLDERS.len())];
            let title = format!("{} {} {number}", WORDS[dice.roll(WORDS.len())], WORDS[dice.roll(WORDS.len())]);
            let slug = cop::base::slug::slug(&title);
            let inside = folder.split_once('/').map_or(String::new(), |(_, inside)| format!("{inside}/"));
            documents.push((format!("{folder}/{slug}.md"), format!("{kind}/{inside}{slug}"), title));
        }
        for (path, _, title) in &documents {
            let mut parts = Vec::new();
            let up = "../".repeat(path.matches('/').count());
            for (at, (other, reference, name)) in documents.iter().enumerate() {
                let way = format!("{up}{other}");
                let id = cop::text::markdown::heading_id(name, cop::text::markdown::HeadingIds::GitHub);
                parts.push(match dice.roll(7) {
                    0 => format!("[x]({way})\n\n"),
                    1 => format!("[x](<{way}> 'T')\n\n"),
                    2 => format!("[x][y{at}]\n\n[y{at}]: {way}#{id}\n\n"),
                    3 => format!("[[{reference}]] `[[{reference}]]`\n\n"),
                    4 => format!("[x]({way}#{id})\n\n"),
                    5 => format!("<a href=\"{way}\">x</a>\n\n"),
                    _ => format!("[[{}|x]]\n\n", reference.rsplit('/').next().unwrap()),
                });
            }
            let related = &documents[dice.roll(documents.len())].1;
            let escaped = title.replace('_', "\\_");
            world.write(path, format!("---\nrelated: [{related}]\n---\n\n# {escaped}\n\n{}", parts.concat()));
        }
        world.commit("Begin");
        for round in 0..2 {
            let before: Vec<String> = findings(&world).into_iter().map(|(code, _)| code).collect();
            let (path, ..) = &documents[dice.roll(documents.len() / 2) + round * documents.len() / 2];
            let new = format!("{} again {round}", WORDS[dice.roll(WORDS.len())]);
            let run = world.cop(&["rename", path, &new]);
            assert_eq!(run.status, 0, "seed {seed}: {run}");
            let after: Vec<String> = findings(&world).into_iter().map(|(code, _)| code).collect();
            assert_eq!(after, before, "seed {seed}: {run}\n{:#?}", findings(&world));
            assert_eq!(world.git(&["status", "--porcelain"]), "", "seed {seed}");
        }
    }
}

#[test]
fn a_members_answers_keep_their_order_and_searches_follow() {
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Tiny\nsearches:\n  mine: steward:bob related:practice/scan-maps tag:bob\n");
    world.write("members/bob.md", "# Bob\n");
    world.write("questions/hoe-lang.nl/bob.md", "# Ten years\n");
    world.write("questions/hoe-lang.nl/bob-2.md", "# Or twenty\n");
    world.commit("Bob");
    world.cop(&["rename", "@bob", "@robert"]).done();
    assert_eq!(world.read("questions/hoe-lang.nl/robert.md"), "# Ten years\n");
    assert_eq!(world.read("questions/hoe-lang.nl/robert-2.md"), "# Or twenty\n");
    world.cop(&["rename", "scan-maps", "Kaarten"]).done();
    insta::assert_snapshot!(world.read("community.yaml"), @r"
format: 1
name: Tiny
searches:
  mine: 'steward:robert related:practice/kaarten tag:bob'
");
    insta::assert_snapshot!(transcript(&world, &["rename @robert ../x", "rename scan-letters 'Scan Letters'"]), @r#"
$ cop rename @robert ../x
» error: "../x" can't be the name of a person
» hint: a name has letters and no slashes; for another handle: cop rename @robert @ANOTHER
[status 2]

$ cop rename scan-letters 'Scan Letters'
» Committed [commit]
» Scan letters → Scan Letters
practices/scan-letters.md
"#);
    insta::assert_snapshot!(dutch(&world, &["rename @robert ../x"]), @r#"
$ COP_LANG=nl cop rename @robert ../x
» fout: "../x" kan niet de naam van een persoon zijn
» tip: in een naam staan letters en geen schuine strepen; voor een andere korte naam: cop rename @robert @ANDERS
[status 2]
"#);
}

#[test]
fn whatever_leads_to_a_file_follows_it() {
    let world = tiny();
    let page = "---\nimage: scan-letters/box.png\n---\n\n# All\n\n[case](Scan-Letters.md)\n\n<video poster=\"scan-letters/box.png\"></video>\n<img srcset=\"scan-letters/box.png 1x, scan-letters/box.png 2x\">\n<object data=\"scan-letters/box.png\"></object>\n";
    world.write("practices/all.md", page);
    world.write("practices/scan-letters/box.png", "png");
    world.commit("More");
    insta::assert_snapshot!(transcript(&world, &["rename scan-letters Post"]), @r"
$ cop rename scan-letters Post
» 7 references follow, in 2 other files
» One other file moves along
» Committed [commit]
» Scan letters → Post
practices/post.md
");
    insta::assert_snapshot!(world.read("practices/all.md"), @r#"
---
image: post/box.png
---

# All

[case](post.md)

<video poster="post/box.png"></video>
<img srcset="post/box.png 1x, post/box.png 2x">
<object data="post/box.png"></object>
"#);
}

#[test]
fn where_an_old_path_still_stands_is_told() {
    let world = tiny();
    let form = |path: &str| format!("See practices/{path} and practices/scan-letters-2.md\n");
    world.write(".github/template.md", form("scan-letters.md"));
    world.write("site/page.html", "<a href='../practices/scan-letters.html'>x</a>\n");
    world.write("site/other.html", "<p>scan-letters</p>\n");
    world.write("site/picture.png", "practices/scan-letters.md\n");
    world.commit("More");
    world.write("site/untracked.html", form("scan-letters.md"));
    insta::assert_snapshot!(transcript(&world, &["rename scan-letters 'Scan post'"]), @r"
$ cop rename scan-letters 'Scan post'
» One reference follows, in another file
» Committed [commit]
» Scan letters → Scan post
» note: .github/template.md:1:5: the old path is still named here; cop leaves this file to you
» note: site/page.html:1:13: the old path is still named here; cop leaves this file to you
practices/scan-post.md
");
    world.cop(&["undo"]).done();
    let run = dutch(&world, &["rename scan-letters 'Scan post'"]);
    assert!(run.contains(".github/template.md:1:5: hier staat het oude pad nog; aan dit bestand komt cop niet"), "{run}");
    world.cop(&["undo"]).done();
    for number in 0..4 {
        world.write(&format!("site/more-{number}.html"), form("scan-letters.md"));
    }
    world.commit("Much more");
    let run = world.cop(&["rename", "scan-letters", "Scan post"]).to_string();
    assert!(run.contains("the old path is still named in 2 more places"), "{run}");
    assert_eq!(run.matches(".html:1:").count() + run.matches("template.md:1:").count(), 5, "{run}");
}

#[test]
fn the_heading_of_a_section_is_no_title() {
    let world = tiny();
    world.write("practices/Export a mailbox.md", "---\ntags: [mail]\n---\nText.\n\n## Steps\n\n1. Begin\n");
    world.write("practices/see.md", "# See\n\n[[Export a mailbox#Steps]]\n");
    world.write("practices/burn.md", "## Burn\n\n### Steps\n");
    world.commit("A vault");
    insta::assert_snapshot!(transcript(&world, &["rename 'Export a mailbox' 'Mailbox to EML'", "show mailbox-to-eml", "rename burn 'Burn a disc'"]), @r"
$ cop rename 'Export a mailbox' 'Mailbox to EML'
» One reference follows, in another file
» Committed [commit]
» Export a mailbox → Mailbox to EML
practices/mailbox-to-eml.md

$ cop show mailbox-to-eml
Mailbox to EML
practice, draft, changed today  practices/mailbox-to-eml.md
Tags           mail
Also known as  Export a mailbox
Made by        Ada Test

Text.

Steps

1. Begin

Linked from
  See  practices/see.md

$ cop rename burn 'Burn a disc'
» Committed [commit]
» Burn → Burn a disc
practices/burn-a-disc.md
");
    insta::assert_snapshot!(world.git(&["diff", "-M30%", "-U0", "HEAD~2"]), @r"
diff --git a/practices/burn-a-disc.md b/practices/burn-a-disc.md
new file mode 100644
index 0000000..[commit]
--- /dev/null
+++ b/practices/burn-a-disc.md
@@ -0,0 +1,7 @@
+---
+aliases: [Burn]
+---
+
+## Burn a disc
+
+### Steps
diff --git a/practices/burn.md b/practices/burn.md
deleted file mode 100644
index [commit]..0000000
--- a/practices/burn.md
+++ /dev/null
@@ -1,3 +0,0 @@
-## Burn
-
-### Steps
diff --git a/practices/Export a mailbox.md b/practices/mailbox-to-eml.md
similarity index 48%
rename from practices/Export a mailbox.md
rename to practices/mailbox-to-eml.md
index [commit]..[commit] 100644
--- a/practices/Export a mailbox.md	
+++ b/practices/mailbox-to-eml.md
@@ -2,0 +3,2 @@ tags: [mail]
+title: Mailbox to EML
+aliases: [Export a mailbox]
diff --git a/practices/see.md b/practices/see.md
index [commit]..[commit] 100644
--- a/practices/see.md
+++ b/practices/see.md
@@ -3 +3 @@
-[[Export a mailbox#Steps]]
+[[mailbox-to-eml#Steps]]
");
}
