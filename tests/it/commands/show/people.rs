//! People: by their page, and of whom there is none.

use super::super::{cop, dutch, example, transcript, valid};
use crate::support::world::World;

#[test]
fn a_member_is_shown_by_handle() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["show tomasz"]), @r"
$ cop show tomasz
Tomasz Wójcik
member, active, changed 12 Nov  members/tomasz.md
Organisation    Repaircafé De Vlinder
Roles           member
Interests       knowledge, value
You may ask me  cards instead of folders, and toasters
Member since    2026-01-15
Did             made 4, changed 3, asked 1, reviewed 2, used 1, thanked once (6
                commits, 15 Jan to 12 Nov)

I repair things on Saturdays and bring together the people who do that in eleven
villages. I do not like typing; Kees wrote my story down while I was soldering.

Knows about  knowledge: made De reparatiemap die niemand opende (+2)
             value: made De reparatiemap die niemand opende (+1)
             questions: uses Search before you add
Brought      2 stories, 1 question
             De reparatiemap die niemand opende (story, 29 Sep)
             The repair folder nobody opened (story, 28 May)
Uses         Search before you add, 20 Aug: for our cards, in visitors' words
Thanked by   Kees Ørsted, 18 Jun  The repair folder nobody opened: for the dust
             on your sleeve
");
    let shown = |name| cop(&world, &format!("show {name}")).run().done();
    assert_eq!(shown("tomasz"), shown("@tomasz"));
    assert_eq!(shown("tomasz"), shown("'Tomasz Wójcik'"));
}

#[test]
fn a_member_is_shown_without_addresses() {
    let world = World::archivists();
    for name in ["@anna", "member/anna"] {
        let text = world.cop(&["show", name]).done();
        assert!(text.contains("Anna de Vries") && !text.contains("example.org"), "{text}");
    }
}

#[test]
fn somebody_without_a_page_is_known_by_what_they_did() {
    let world = super::super::tiny();
    world.write("practices/scan-slides.md", "---\ntags: [scan]\n---\n\n# Scan slides\n");
    world.commit_by("Bo Guest", "bo@example.org", "Slides");
    world.write("practices/sort-maps.md", "# Sort maps\n");
    world.commit_by("\u{202e}Ed \u{1b}[31mRed", "ed@example.org", "Sort");
    insta::assert_snapshot!(transcript(&world, &["show 'bo guest'", "show 'Ed Nobody'"]), @r#"
$ cop show 'bo guest'
Bo Guest
Did  made 2, asked 1 (2 commits, 1 Jun)

Knows about  scan: made Scan slides
Brought      1 practice, 1 question
             Scan slides (practice, 1 Jun)
             Hoe lang bewaren we brieven? (question, 1 Jun)

no page as a member yet; to invite them: cop invite 'Bo Guest'

$ cop show 'Ed Nobody'
» error: no document is called "Ed Nobody", and nobody either
» hint: for all documents: cop list
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["show 'Bo Guest'"]), @r"
$ COP_LANG=nl cop show 'Bo Guest'
Bo Guest
Bijdragen  maakte 2, stelde 1 vraag (2 commits, 1 jun)

Weet van   scan: maakte Scan slides
Bracht in  1 praktijk, 1 vraag
           Scan slides (praktijk, 1 jun)
           Hoe lang bewaren we brieven? (vraag, 1 jun)

heeft nog geen eigen pagina; uitnodigen kan zo: cop invite 'Bo Guest'
");
    let shown = valid(&cop(&world, "show 'Bo Guest' --json").run(), "person");
    assert_eq!((shown["handle"].is_null(), shown["topics"][0]["name"].as_str()), (true, Some("scan")));
    // Two addresses of one name are one person to whoever asks, as for `who` and `gaps`.
    world.write("practices/more.md", "# More\n");
    world.commit_by("Bo Guest", "another@example.org", "More");
    let shown = valid(&cop(&world, "show 'Bo Guest' --json").run(), "person");
    assert_eq!(shown["contributions"]["commits"], 3);
    // What somebody changed from two addresses is one document, and one commit that names both is one.
    let (one, other) = (("Bo Guest", "bo@example.org"), ("Bo Guest", "another@example.org"));
    for (text, (name, email), says) in
        [("First", one, "First"), ("Second", other, "Second"), ("Third", one, "Third\n\nCo-authored-by: Bo Guest <another@example.org>")]
    {
        world.write("practices/sort-maps.md", format!("# Sort maps\n\n{text}\n"));
        world.commit_by(name, email, says);
    }
    let shown = valid(&cop(&world, "show 'Bo Guest' --json").run(), "person");
    let counts = &shown["contributions"];
    assert_eq!((&counts["edited"], &counts["commits"]), (&1.into(), &6.into()), "{counts}");
    insta::assert_snapshot!(dutch(&world, &["show 'Bo Guest'"]), @r"
$ COP_LANG=nl cop show 'Bo Guest'
Bo Guest
Bijdragen  maakte 3, wijzigde 1, stelde 1 vraag (6 commits, 1 jun)

Weet van   scan: maakte Scan slides
Bracht in  2 praktijken, 1 vraag
           More (praktijk, 1 jun)
           Scan slides (praktijk, 1 jun)

heeft nog geen eigen pagina; uitnodigen kan zo: cop invite 'Bo Guest'
");
}

#[test]
fn who_left_is_marked_and_who_does_not_want_to_be_asked_is_left_in_peace() {
    let world = super::tiny();
    world.write("members/bo.md", "---\nname: Bo Guest\nstatus: alumnus\nask_me: no\nemails: [bo@example.org]\n---\n\nI sail now.\n");
    world.commit("Bo");
    insta::assert_snapshot!(transcript(&world, &["show bo"]), @r"
$ cop show bo
Bo Guest
member, alumnus, changed 1 Jun  members/bo.md
Questions  rather not in person; cop ask reaches everybody
Did        made 1, asked 1 (1 commit, 1 Jun)

I sail now.

Brought  Hoe lang bewaren we brieven? (question, 1 Jun)
");
    insta::assert_snapshot!(dutch(&world, &["show bo"]), @r"
$ COP_LANG=nl cop show bo
Bo Guest
lid, oud-lid, gewijzigd 1 jun  members/bo.md
Vragen     liever niet persoonlijk; met cop ask bereik je iedereen
Bijdragen  maakte 1, stelde 1 vraag (1 commit, 1 jun)

I sail now.

Bracht in  Hoe lang bewaren we brieven? (vraag, 1 jun)
");
    insta::assert_snapshot!(super::narrow(&world, &["show ada"]), @r"
$ COLUMNS=40 cop show ada
Ada Test
member, active, changed 1 Jun
members/ada.md
Did  made 4 (2 commits, 1 Jun)

Knows about  scan: made Scan letters
             (+1)
             maps: made Scan maps
Brought      2 practices
             Scan letters (practice, 1
             Jun)
             Scan maps (practice, 1 Jun)
");
    insta::assert_snapshot!(transcript(&world, &["show bo -v"]), @r"
$ cop show bo -v
Bo Guest
member, alumnus, changed 1 Jun  members/bo.md
Questions  rather not in person; cop ask reaches everybody
Did        made 1, asked 1 (1 commit, 1 Jun)

I sail now.

Brought  Hoe lang bewaren we brieven? (question, 1 Jun)
");
}

#[test]
fn a_member_is_shown_without_history_and_with_a_part_of_it() {
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Plain\n");
    world.write("practices/scan.md", "---\nsteward: ada\nauthors: [ada]\n---\n# Scan\n");
    world.write("members/ada.md", "---\nname: Ada Test\n---\n\n## Uses\n\n- [Scan](../practices/scan.md) 2026-11-01 daily\n");
    world.write("members/bo.md", "---\nname: Bo Guest\n---\n");
    insta::assert_snapshot!(transcript(&world, &["show ada", "show bo"]), @r"
$ cop show ada
Ada Test
member, active  members/ada.md

Knows about  practices: keeps Scan
Keeps true   Scan
Brought      Scan (practice)
Uses         Scan, 1 Nov: daily

$ cop show bo
Bo Guest
member, active  members/bo.md
");
    let world = super::tiny();
    world.git(&["clone", "--quiet", "--depth", "1", &format!("file://{}", world.root().display()), "../shallow"]);
    let shallow = cop(&world, "-C ../shallow show ada").run();
    assert!(shallow.stdout.contains("at least this"), "{shallow}");
}

#[test]
fn me_is_nobody_where_i_am_no_member() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Mine\n");
    world.write("practices/meters.md", "# Meters\n");
    world.commit_by("Bo Guest", "bo@example.org", "Begin");
    for (lang, said, join) in
        [("en", "has the address that git knows you by", "cop join"), ("nl", "staat het adres waaronder git je kent", "cop join")]
    {
        let run = world.command("cop").args(&["show", "me"]).env("COP_LANG", lang).run();
        assert!(run.status != 0 && run.stderr.contains(said) && run.stderr.contains(join), "{run}");
    }
    // What is called so is shown.
    world.write("practices/me.md", "# Measure everything\n");
    assert!(world.cop(&["show", "me"]).done().contains("Measure everything"));
}
