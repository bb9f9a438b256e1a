//! `cop rename` among notes that are called as people write, and that other programs find by what their files are called.

use super::{dutch, tiny, transcript};
use crate::support::world::World;

/// A community with a folder of notes, beside what every small one has.
fn vault(notes: &[(&str, &str)]) -> World {
    let world = tiny();
    let settings = world.read("community.yaml");
    world.write("community.yaml", format!("{settings}\nkinds:\n  page:\n    paths: ['Notes/**/*.md']\n"));
    for (name, text) in notes {
        world.write(&format!("Notes/{name}.md"), text);
    }
    world.commit("Notes");
    world
}

const LINKS: &str = "---\nup: \"[[Old name]]\"\nfrom: ['[[Old name#Steps|x]]', \"see [[B b]] and [[Notes/Old name]]\"]\nrelated:\n  - \"[[Old name]]\"\n---\n\n# All of them\n\n[[Old name]], [[old name#Steps]], [[Notes/Old name|text]], ![[Old name]], [m](Old%20name.md)\n\n| a | [[Old name]] |\n|---|---|\n";

#[test]
fn a_note_is_called_as_its_neighbours_are() {
    let world = vault(&[("Old name", "Text.\n\n## Steps\n"), ("All", LINKS), ("B b", "# B b\n")]);
    insta::assert_snapshot!(transcript(&world, &["rename 'Old name' 'New: Name?'", "show 'Old name' -q", "check -q"]), @r"
$ cop rename 'Old name' 'New: Name?'
» 10 references follow, in another file
» Committed [commit]
» Old name → New: Name?
Notes/New Name.md

$ cop show 'Old name' -q
New: Name?
page, changed today  Notes/New Name.md
Also known as  Old name
Made by        Ada Test

Text.

Steps

See also
  All of them  Notes/All.md

$ cop check -q
questions/hoe-lang.nl.md:1:1  note unanswered-question  no answer after 174 days
   |  # Hoe lang bewaren we brieven?
   |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |  answer it in a file of your own: questions/hoe-lang/HANDLE.md
7 documents, 0 errors, 0 warnings, 1 note
");
    insta::assert_snapshot!(["Notes/New Name.md", "Notes/All.md"].map(|path| world.read(path)).concat(), @r#"
---
title: "New: Name?"
aliases: [Old name]
---

Text.

## Steps
---
up: "[[New Name]]"
from: ['[[New Name#Steps|x]]', "see [[B b]] and [[Notes/New Name]]"]
related:
  - "[[New Name]]"
---

# All of them

[[New Name|New: Name?]], [[New Name#Steps]], [[Notes/New Name|text]], ![[New Name]], [m](New%20Name.md)

| a | [[New Name]] |
|---|---|
"#);
    world.cop(&["rename", "Old name", "NEW NAME"]).done();
    world.cop(&["rename", "B b", "New name"]).done();
    assert!(world.path("Notes/New name 2.md").exists());
    world.cop(&["rename", "Notes/New Name", "New - name"]).done();
    insta::assert_snapshot!(["Notes/New - name.md", "Notes/All.md"].map(|path| world.read(path)).concat(), @r#"
---
title: "New - name"
aliases: [Old name]
---

Text.

## Steps
---
up: "[[New - name]]"
from: ['[[New - name#Steps|x]]', "see [[New name 2]] and [[Notes/New - name]]"]
related:
  - "[[New - name]]"
---

# All of them

[[New - name]], [[New - name#Steps]], [[Notes/New - name|text]], ![[New - name]], [m](New%20-%20name.md)

| a | [[New - name]] |
|---|---|
"#);
}

#[test]
fn links_that_name_a_file_go_on_naming_it() {
    let world = vault(&[("Old name", "Text.\n\n## Steps\n"), ("All", LINKS)]);
    insta::assert_snapshot!(transcript(&world, &["rename 'Old name' 'New Name'", "show 'Old name' -q", "check -q"]), @r"
$ cop rename 'Old name' 'New Name'
» 10 references follow, in another file
» Committed [commit]
» Old name → New Name
Notes/new-name.md

$ cop show 'Old name' -q
New Name
page, changed today  Notes/new-name.md
Also known as  Old name
Made by        Ada Test

Text.

Steps

See also
  All of them  Notes/All.md

$ cop check -q
questions/hoe-lang.nl.md:1:1  note unanswered-question  no answer after 174 days
   |  # Hoe lang bewaren we brieven?
   |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |  answer it in a file of your own: questions/hoe-lang/HANDLE.md
6 documents, 0 errors, 0 warnings, 1 note
");
    insta::assert_snapshot!(["Notes/new-name.md", "Notes/All.md"].map(|path| world.read(path)).concat(), @r#"
---
title: New Name
aliases: [Old name]
---

Text.

## Steps
---
up: "[[new-name]]"
from: ['[[new-name#Steps|x]]', "see [[B b]] and [[Notes/new-name]]"]
related:
  - "[[new-name]]"
---

# All of them

[[new-name|New Name]], [[new-name#Steps]], [[Notes/new-name|text]], ![[new-name]], [m](new-name.md)

| a | [[new-name]] |
|---|---|
"#);
}

#[test]
fn a_note_without_a_heading_gets_none() {
    let world = vault(&[("Oude naam", "Tekst.\n"), ("Alles", "# Alles\n\n[[Oude naam]]\n"), ("Een twee", "x\n")]);
    insta::assert_snapshot!(dutch(&world, &["rename 'Oude naam' 'Nieuwe naam'", "show 'oude naam' -q"]), @r"
$ COP_LANG=nl cop rename 'Oude naam' 'Nieuwe naam'
» Eén verwijzing gaat mee, in een ander bestand
» Vastgelegd als [commit]
» Oude naam → Nieuwe naam
Notes/Nieuwe naam.md

$ COP_LANG=nl cop show 'oude naam' -q
Nieuwe naam
page, gewijzigd vandaag  Notes/Nieuwe naam.md
Ook bekend als  Oude naam
Gemaakt door    Ada Test

Tekst.

Verwezen vanuit
  Alles  Notes/Alles.md
");
    insta::assert_snapshot!(["Notes/Nieuwe naam.md", "Notes/Alles.md"].map(|path| world.read(path)).concat(), @r"
---
aliases: [Oude naam]
---

Tekst.
# Alles

[[Nieuwe naam]]
");
}

#[test]
fn a_title_that_another_has_is_told() {
    let world = tiny();
    world.write("members/bo.md", "---\nname: Bo Guest\n---\n");
    world.commit("Bo");
    insta::assert_snapshot!(transcript(&world, &["rename scan-letters 'scan maps'", "rename @bo 'Ada Test'", "rename scan-maps 'Scan large maps'"]), @r#"
$ cop rename scan-letters 'scan maps'
» One reference follows, in another file
» practice/scan-maps is called "Scan maps" too: cop rename again, or cop undo, if that is not meant
» Committed [commit]
» Scan letters → scan maps
practices/scan-maps-2.md

$ cop rename @bo 'Ada Test'
» The handle stays @bo; cop rename @bo @ANOTHER changes it
» member/ada is called "Ada Test" too: cop rename again, or cop undo, if that is not meant
» Committed [commit]
» Bo Guest → Ada Test
members/bo.md

$ cop rename scan-maps 'Scan large maps'
» Committed [commit]
» Scan maps → Scan large maps
practices/scan-large-maps.md
"#);
    insta::assert_snapshot!(dutch(&world, &["rename practice/scan-large-maps 'Scan maps'"]), @r#"
$ COP_LANG=nl cop rename practice/scan-large-maps 'Scan maps'
» practice/scan-maps-2 heet ook "scan maps": hernoem nog eens, of cop undo, als dat niet de bedoeling is
» Vastgelegd als [commit]
» Scan large maps → Scan maps
practices/scan-maps.md
"#);
}
