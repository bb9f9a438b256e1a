//! People who are no members, asked for by the name that the list has.

use crate::commands::{cop, dutch, tiny, transcript, valid};
use crate::support::world::World;

/// Ada is a member, Lotte works from two addresses, two are called Nico, and Team Sound is named by a document only.
fn world() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Knowledge\n");
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n");
    world.commit("Begin");
    world.write("practices/scan.md", "---\ntags: [scan]\n---\n\n# Scan letters\n\nFlat.\n");
    world.commit_by("Lotte Bakker", "lotte@work.example", "Scan");
    world.write("practices/scan.md", "---\ntags: [scan]\n---\n\n# Scan letters\n\nFlat, in colour.\n");
    world.commit_by("Lotte Bakker", "lotte@home.example", "Colour");
    world.write("practices/sound.md", "---\nauthors: [Team Sound]\n---\n\n# Keep sound\n\nAs WAV.\n");
    world.commit_by("Nico Rikken", "nico@example.org", "Sound");
    world.write("practices/maps.md", "# Fold maps\n\nNever.\n");
    world.commit_by("Nico Smit", "smit@example.org", "Maps");
    world
}

#[test]
fn a_name_of_the_list_is_accepted_where_somebody_is_meant() {
    let world = world();
    insta::assert_snapshot!(transcript(&world, &["contributors 'Nico Rikken'", "contributors lotte", "contributors 'team sound'", "contributors smit practices/maps.md", "show 'Nico Rikken'", "show lotte", "history --by lotte", "history 'lotte bakker'"]), @r"
$ cop contributors 'Nico Rikken'
Nico Rikken  changed 1 (1 commit)

made, changed: today's documents; reviewed: times; more: cop contributors --help

$ cop contributors lotte
Lotte Bakker  made 1 (1 commit)
Lotte Bakker  changed 1 (1 commit)

made, changed: today's documents; reviewed: times; more: cop contributors --help
one name stands here more than once: cop check --fix

$ cop contributors 'team sound'
Team Sound  made 1

made, changed: today's documents; reviewed: times; more: cop contributors --help

$ cop contributors smit practices/maps.md
Nico Smit  made 1 (1 commit)

made, changed: today's documents; reviewed: times; more: cop contributors --help

$ cop show 'Nico Rikken'
Nico Rikken
Did  changed 1 (1 commit, 1 Jun)

no page as a member yet; to invite them: cop invite 'Nico Rikken'

$ cop show lotte
Lotte Bakker
Did  made 1, changed 1 (2 commits, 1 Jun)

Knows about  scan: made Scan letters
Brought      Scan letters (practice, 1 Jun)

no page as a member yet; to invite them: cop invite 'Lotte Bakker'

$ cop history --by lotte
1 Jun
  changed: Scan letters (practice)  Lotte Bakker: Colour
  made: Scan letters (practice)  Lotte Bakker

$ cop history 'lotte bakker'
1 Jun
  changed: Scan letters (practice)  Lotte Bakker: Colour
  made: Scan letters (practice)  Lotte Bakker
");
    insta::assert_snapshot!(dutch(&world, &["contributors lotte", "show lotte"]), @r"
$ COP_LANG=nl cop contributors lotte
Lotte Bakker  maakte 1 (1 commit)
Lotte Bakker  wijzigde 1 (1 commit)

maakte, wijzigde: wat er nu staat; keek na: keren; meer: cop contributors --help
één naam staat hier meer dan één keer: cop check --fix

$ COP_LANG=nl cop show lotte
Lotte Bakker
Bijdragen  maakte 1, wijzigde 1 (2 commits, 1 jun)

Weet van   scan: maakte Scan letters
Bracht in  Scan letters (praktijk, 1 jun)

heeft nog geen eigen pagina; uitnodigen kan zo: cop invite 'Lotte Bakker'
");
    let told = valid(&cop(&world, "show lotte --json").run(), "person");
    assert_eq!((&told["handle"], &told["name"]), (&serde_json::Value::Null, &"Lotte Bakker".into()), "{told}");
    assert_eq!((&told["contributions"]["commits"], &told["contributions"]["created"]), (&2.into(), &1.into()), "{told}");
}

#[test]
fn who_is_nobody_is_told_with_near_names() {
    let world = world();
    insta::assert_snapshot!(transcript(&world, &["contributors @lotte", "show @aad", "contributors nico", "history --by nico", "contributors @nobody", "show 'Nico Riken'", "mark @lotte alumnus"]), @r#"
$ cop contributors @lotte
» error: nobody is called "@lotte"
» hint: did you mean this? cop contributors 'Lotte Bakker'
» hint: who helped, with what they are called: cop contributors
[status 2]

$ cop show @aad
» error: nobody is called "@aad"
» hint: did you mean this? cop show @ada
» hint: who helped, with what they are called: cop contributors
[status 2]

$ cop contributors nico
» error: no document is called "nico", and nobody either
» hint: did you mean this? cop contributors 'Nico Rikken'
» hint: did you mean this? cop contributors 'Nico Smit'
[status 2]

$ cop history --by nico
» error: nobody is called "nico"
» hint: did you mean this? --by 'Nico Rikken'
» hint: did you mean this? --by 'Nico Smit'
» hint: who helped, with what they are called: cop contributors
[status 2]

$ cop contributors @nobody
» error: nobody is called "@nobody"
» hint: who helped, with what they are called: cop contributors
[status 2]

$ cop show 'Nico Riken'
» error: no document is called "Nico Riken", and nobody either
» hint: did you mean this? cop show 'Nico Rikken'
[status 2]

$ cop mark @lotte alumnus
» error: nobody is called "@lotte"
» hint: who helped, with what they are called: cop contributors
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["contributors @lotte"]), @r#"
$ COP_LANG=nl cop contributors @lotte
» fout: niemand heet "@lotte"
» tip: bedoel je dit? cop contributors 'Lotte Bakker'
» tip: wie hielp, en hoe die heet: cop contributors
[status 2]
"#);
}

#[test]
fn without_git_whom_documents_name_are_people_too() {
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Paper\n");
    world.write("practices/sound.md", "---\nauthors: [Team Sound]\n---\n\n# Keep sound\n\nAs WAV.\n");
    insta::assert_snapshot!(transcript(&world, &["show 'Team Sound'", "show @sound"]), @r"
$ cop show 'Team Sound'
Team Sound

Knows about  practices: made Keep sound
Brought      Keep sound (practice)

no page as a member yet; to invite them: cop invite 'Team Sound'

$ cop show @sound
Keep sound
practice, draft  practices/sound.md
Made by  Team Sound

As WAV.
");
}

#[test]
fn a_name_that_stands_there_more_than_once_is_told_with_what_makes_it_one() {
    let world = world();
    world.write("practices/maps.md", "# Fold maps\n\nNever, ever.\n");
    world.commit_by("Lotte Bakker", "lotte@work.example", "Ever");
    world.write("practices/maps.md", "# Fold maps\n\nNever, ever, at all.\n");
    world.commit_by("Lotte Bakker", "lotte@home.example", "At all");
    insta::assert_snapshot!(transcript(&world, &["contributors lotte", "contributors lotte -f md", "show maps", "show scan"]), @r"
$ cop contributors lotte
Lotte Bakker  made 1, changed 1 (2 commits)
Lotte Bakker  changed 2 (2 commits)

made, changed: today's documents; reviewed: times; more: cop contributors --help
one name stands here more than once: cop check --fix

$ cop contributors lotte -f md
» hint: one name stands here more than once: cop check --fix
<!-- contributors: cop contributors -f md -->

- **Lotte Bakker:** made 1, changed 1
- **Lotte Bakker:** changed 2

<!-- /contributors -->

$ cop show maps
Fold maps
practice, draft, changed 1 Jun  practices/maps.md
Made by     Nico Smit
Changed by  Lotte Bakker

Never, ever, at all.

$ cop show scan
Scan letters
practice, draft, changed 1 Jun  practices/scan.md
Tags     scan
Made by  Lotte Bakker

Flat, in colour.
");
    // What goes into a file is in the community's language; what is said beside it in that of the screen.
    insta::assert_snapshot!(dutch(&world, &["contributors lotte", "contributors lotte -f md"]), @r"
$ COP_LANG=nl cop contributors lotte
Lotte Bakker  maakte 1, wijzigde 1 (2 commits)
Lotte Bakker  wijzigde 2 (2 commits)

maakte, wijzigde: wat er nu staat; keek na: keren; meer: cop contributors --help
één naam staat hier meer dan één keer: cop check --fix

$ COP_LANG=nl cop contributors lotte -f md
» tip: één naam staat hier meer dan één keer: cop check --fix
<!-- contributors: cop contributors -f md -->

- **Lotte Bakker:** made 1, changed 1
- **Lotte Bakker:** changed 2

<!-- /contributors -->
");
}

#[test]
fn names_that_git_has_lead_to_the_person_and_me_to_whoever_asks() {
    let world = world();
    world.write("practices/sound.md", "---\nauthors: [Team Sound]\n---\n\n# Keep sound\n\nAs FLAC.\n");
    world.commit_by("A. Tester", "ada@example.org", "Flac");
    world.write("practices/maps.md", "# Fold maps\n\nOnce.\n");
    world.commit_by("nicosm", "smit@example.org", "Once");
    for name in ["Nico Smit", "nicosm"] {
        for command in ["show", "contributors", "history"] {
            assert!(cop(&world, &format!("{command} '{name}'")).run().done().contains("nicosm"), "{command} {name}");
        }
        assert!(cop(&world, &format!("history --by '{name}'")).run().done().contains("Fold maps"), "{name}");
    }
    for name in ["A. Tester", "me"] {
        assert!(cop(&world, &format!("show '{name}'")).run().done().contains("members/ada.md"), "{name}");
        assert!(cop(&world, &format!("contributors '{name}'")).run().done().starts_with("Ada Test"), "{name}");
    }
    assert!(cop(&world, "onboard me").run().done().contains("Ada Test"));
    // Who did most is meant most likely.
    let unclear = cop(&world, "show nico").run();
    assert!(unclear.stderr.find("nicosm").is_none_or(|at| unclear.stderr.find("Nico Rikken").is_none_or(|other| at < other)), "{unclear}");
}

#[test]
fn the_command_that_helps_is_the_one_that_is_told() {
    let world = tiny();
    for (at, email) in ["1+vera@users.noreply.github.com", "2+maas@users.noreply.github.com"].iter().enumerate() {
        world.write(&format!("practices/vera-{at}.md"), format!("# Vera {at}\n\nText.\n"));
        world.commit_by("Vera Maas", email, "Vera");
    }
    let says = |form: &str| cop(&world, &format!("contributors {form}")).run().to_string();
    assert!(says("").contains("one name stands here more than once: cop doctor"));
    assert!(says("-f md").contains("one name stands here more than once: cop doctor"));
    world.write("practices/vera-2.md", "# Vera 2\n\nText.\n");
    world.commit_by("Vera Maas", "vera@home.example", "Vera");
    world.write("practices/kees-1.md", "# Kees 1\n\nText.\n");
    world.commit_by("Kees Bos", "kees@home.example", "Kees");
    world.write("practices/kees-2.md", "# Kees 2\n\nText.\n");
    world.commit_by("Kees Bos", "bos@work.example", "Kees");
    assert!(says("").contains("2 names stand here more than once: cop check --fix"));
}

#[test]
fn of_whom_nothing_is_left_is_told_how_much_there_was() {
    let world = world();
    world.write("practices/draft.md", "# Draft\n\nFirst words.\n");
    world.commit_by("Rik Bloem", "rik@example.org", "Draft");
    world.git(&["mv", "practices/draft.md", "practices/text.md"]);
    world.write("practices/text.md", "# Draft\n\nFirst words.\n\nAnd more.\n");
    world.commit_by("Rik Bloem", "rik@example.org", "Text");
    world.write("practices/note.md", "# Note\n\nOf something else altogether.\n");
    world.commit_by("Rik Bloem", "rik@example.org", "Note");
    world.write("practices/moved.md", "# Moved\n\nIt stays, elsewhere.\n");
    world.commit_by("Saar Vis", "saar@example.org", "Moved");
    world.git(&["rm", "-q", "practices/text.md", "practices/note.md"]);
    world.git(&["mv", "practices/moved.md", "practices/stays.md"]);
    world.commit("Tidy up");
    let lines = transcript(&world, &["contributors 'rik bloem'", "contributors saar", "show 'rik bloem'"])
        + &dutch(&world, &["contributors 'rik bloem'"]);
    insta::assert_snapshot!(lines, @r"
$ cop contributors 'rik bloem'
Rik Bloem  worked on 2 documents that are gone (3 commits)

made, changed: today's documents; reviewed: times; more: cop contributors --help

$ cop contributors saar
Saar Vis  made 1 (1 commit)

made, changed: today's documents; reviewed: times; more: cop contributors --help

$ cop show 'rik bloem'
Rik Bloem
Did  worked on 2 documents that are gone (3 commits, 1 Jun)

no page as a member yet; to invite them: cop invite 'Rik Bloem'
$ COP_LANG=nl cop contributors 'rik bloem'
Rik Bloem  werkte aan 2 documenten die weg zijn (3 commits)

maakte, wijzigde: wat er nu staat; keek na: keren; meer: cop contributors --help
");
    let answer = valid(&cop(&world, "contributors --json").run(), "contributors");
    let gone = answer["contributors"].as_array().unwrap().iter().map(|one| one["gone"].as_u64().unwrap()).collect::<Vec<_>>();
    assert_eq!(gone.iter().sum::<u64>(), 2, "{gone:?}");
}

#[test]
fn no_line_of_a_mailmap_takes_what_stands_in_a_members_own_file() {
    let world = world();
    world.write("practices/chat.md", "# Chat\n\nKeep it.\n");
    world.commit_by("Ada Test", "ada@example.org", "Chat");
    world.write("members/mal.md", "---\nname: Mal\nemails: [mal@example.org]\n---\n");
    world.write(".mailmap", "Mal <mal@example.org> <ada@example.org>\nNico R. <rikken@new.example> <nico@example.org>\n");
    world.commit_by("Mal", "mal@example.org", "A line");
    let told = |typed: &str| world.cop(&["contributors", typed]).done();
    assert!(told("@ada").starts_with("Ada Test  made 2 "), "{}", told("@ada"));
    assert!(told("@mal").starts_with("Mal  made 1 (1 commit)"), "{}", told("@mal"));
    // Of who has no file it says who they are, as in git.
    assert!(told("Nico R.").starts_with("Nico R.  changed 1 "), "{}", told("Nico R."));
}
