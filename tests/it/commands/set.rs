//! `cop set`

mod around;
mod many;
mod words;

use super::{dutch, example, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn a_field_is_set_and_nothing_else_changes() {
    let world = tiny();
    world
        .write("practices/scan-maps.md", "---\n# Ours\ntags: [scan, maps]   # two\nsource: 'An old one'\n---\n\n# Scan maps\r\n\nText  \n");
    world.commit("Make it odd");
    insta::assert_snapshot!(transcript(&world, &["set scan-maps steward=ada", "set scan-maps review_every='6 months' -m 'They change'"]), @r"
$ cop set scan-maps steward=ada
» Committed [commit]
» Scan maps  steward = ada
practices/scan-maps.md

$ cop set scan-maps 'review_every=6 months' -m 'They change'
» Committed [commit]
» Scan maps  review every = 6 months
practices/scan-maps.md
");
    let expected = "---\n# Ours\ntags: [scan, maps]   # two\nsource: 'An old one'\nsteward: ada\nreview_every: 6 months\n---\n\n# Scan maps\r\n\nText  \n";
    assert_eq!(world.read("practices/scan-maps.md"), expected);
    insta::assert_snapshot!(world.git(&["log", "-2", "--format=%an <%ae> %ai%n%B---", "--stat"]), @r"
Ada Test <ada@example.org> 2026-11-22 09:00:00 +0000
practice/scan-maps: review every = 6 months

They change
---

 practices/scan-maps.md | 1 +
 1 file changed, 1 insertion(+)
Ada Test <ada@example.org> 2026-11-22 09:00:00 +0000
practice/scan-maps: steward = ada
---

 practices/scan-maps.md | 1 +
 1 file changed, 1 insertion(+)
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    world.git(&["fsck", "--strict"]);
}

#[test]
fn a_value_is_what_its_field_takes() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &[
        "set scan-maps stewrd=ada",
        "set scan-maps zzz=1",
        "set scan-maps steward=adda",
        "set scan-maps steward=@nobody",
        "set scan-maps status=adpted",
        "set scan-maps reviewed=soon",
        "set scan-maps review_every=often",
        "set scan-maps audience=publick",
        "set scan-maps title=a title=b",
        "set scan-maps kind=decision",
        "set scan-maps related=scan-leters",
        "set scan-maps supersedes=hoe-lang",
        "set scan-maps related=scan-maps",
        "set scan-maps steward",
        "set scan-maps",
        "set",
        "set scan-mops steward=ada",
        "set scan-maps steward=ada --author bo",
    ]), @r#"
$ cop set scan-maps stewrd=ada
» error: a practice has no field "stewrd"
» hint: did you mean steward?
[status 2]

$ cop set scan-maps zzz=1
» error: a practice has no field "zzz"
» hint: a field of your own is declared in community.yaml: kinds: {practice: {fields: {zzz: {type: line}}}}
[status 2]

$ cop set scan-maps steward=adda
» error: there is no member "adda"
» hint: did you mean ada?
» hint: somebody who is no member, or a team, is written with a capital
[status 2]

$ cop set scan-maps steward=@nobody
» error: there is no member "nobody"
» hint: somebody who is no member, or a team, is written with a capital
[status 2]

$ cop set scan-maps status=adpted
» error: a practice has no state "adpted"
» hint: did you mean adopted?
[status 2]

$ cop set scan-maps reviewed=soon
» error: reviewed can't be "soon"
» hint: write a day, such as 2026-03-01 or tomorrow
[status 2]

$ cop set scan-maps review_every=often
» error: review_every can't be "often"
» hint: write a length of time, such as 6 months
[status 2]

$ cop set scan-maps audience=publick
» error: audience can't be "publick"
» hint: did you mean public?
[status 2]

$ cop set scan-maps title=a title=b
» error: the title stands in the heading of the text, and the file is called after it
» practices/scan-maps.md:5:1
»    |  # Scan maps
»    |  ^
» hint: cop rename practice/scan-maps a
[status 2]

$ cop set scan-maps kind=decision
» error: where a file stands makes it a practice; its front matter can't make it another kind
» hint: add a document of that kind, and take the text over
[status 2]

$ cop set scan-maps related=scan-leters
» error: no document is called "scan-leters"
» hint: did you mean practice/scan-letters?
[status 2]

$ cop set scan-maps supersedes=hoe-lang
» error: supersedes can't be question/hoe-lang-nl, which is of another kind
» hint: one of these: practice
[status 2]

$ cop set scan-maps related=scan-maps
» error: related can't be practice/scan-maps itself
[status 2]

$ cop set scan-maps steward
» error: "steward" sets nothing
» hint: write KEY=VALUE, such as steward=anna; KEY+=VALUE adds to a list, and KEY= takes the field away
[status 2]

$ cop set scan-maps
» error: nobody said what to set
» hint: write KEY=VALUE, such as steward=anna; KEY+=VALUE adds to a list, and KEY= takes the field away
[status 2]

$ cop set
» error: nobody said which document
» hint: its ref, title or path goes first; or filters, such as --kind practice, for many at once
[status 2]

$ cop set scan-mops steward=ada
» error: no document is called "scan-mops"
» hint: did you mean practice/scan-maps?
[status 2]

$ cop set scan-maps steward=ada --author bo
» error: there is no member "bo"
[status 2]
"#);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    assert_eq!(world.git(&["rev-list", "--count", "HEAD"]), "2");
}

#[test]
fn dates_people_and_states_may_be_said_as_people_say_them() {
    let world = tiny();
    world
        .cop(&[
            "set",
            "scan-maps",
            "reviewed=yesterday",
            "review_by=1 maart 2027",
            "steward=Ada Test",
            "status=vastgesteld",
            "authors=me, Jo Guest",
        ])
        .done();
    assert_eq!(
        world.read("practices/scan-maps.md").split("---").nth(1).unwrap(),
        "\ntags: [scan, maps]\nreviewed: 2026-11-21\nreview_by: 2027-03-01\nsteward: ada\nstatus: adopted\nauthors: [ada, Jo Guest]\n"
    );
    assert_eq!(world.git(&["log", "-1", "--format=%s"]), "practice/scan-maps: last reviewed, review by, steward, status, authors");
}

#[test]
fn a_field_without_a_value_goes() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["set scan-letters status=", "set scan-maps --remove tags", "set scan-maps tags="]), @r"
$ cop set scan-letters status=
» Committed [commit]
» Scan letters  adopted → draft
» note: practices/scan-letters.md: from adopted to draft is not a usual step here; usual: proposed, retired
practices/scan-letters.md

$ cop set scan-maps --remove tags
» Committed [commit]
» Scan maps  no tags
practices/scan-maps.md

$ cop set scan-maps tags=
» Nothing to change: it is so already
practices/scan-maps.md
");
    assert_eq!(world.read("practices/scan-maps.md"), "---\n---\n\n# Scan maps\n\nSee [letters](scan-letters.md).\n");
    insta::assert_snapshot!(world.git(&["log", "-2", "--format=%s"]), @r"
practice/scan-maps: no tags
practice/scan-letters: adopted → draft
");
}

#[test]
fn keys_that_a_community_has_of_its_own_are_written() {
    let world = World::new();
    world.write(
        "community.yaml",
        "format: 1\nname: X\nkinds:\n  practice:\n    paths: ['source/**/*.html.md.erb']\n    states: {adopted: {also: [active]}}\n    fields: {reviewed: last_reviewed_on, steward: owner_slack}\n",
    );
    world.write("source/a.html.md.erb", "---\ntitle: A\nlast_reviewed_on: 2025-01-01\n---\n\n<%= x %>\n");
    world.commit("Begin");
    world.cop(&["set", "a", "reviewed=2026-01-02", "steward=#team", "status=adopted"]).done();
    assert_eq!(
        world.read("source/a.html.md.erb"),
        "---\ntitle: A\nlast_reviewed_on: 2026-01-02\nowner_slack: \"#team\"\nstatus: active\n---\n\n<%= x %>\n"
    );
}

#[test]
fn what_hides_or_is_still_to_come_is_refused() {
    let world = tiny();
    let before = world.git(&["rev-parse", "HEAD"]);
    for (arguments, says) in [
        (["set", "scan-maps", "title=A\u{1b}[31mB"], "title has a character in it that can't be seen: U+001B"),
        (["set", "scan-maps", "tags=a\u{202e}b"], "tags has a character in it that can't be seen: U+202E"),
        (["tag", "scan-maps", "a\u{7}"], "tags has a character in it that can't be seen: U+0007"),
        (["mark", "scan-maps", "proposed\u{1b}"], "no state"),
        (["set", "scan-maps", "review_every=-5 months"], "can't be"),
        (["set", "scan-maps", "review_every=0 weeks"], "can't be"),
        (["set", "scan-maps", "reviewed=tomorrow"], "2026-11-23 is still to come"),
        (["set", "scan-maps", "reviewed=2062-01-01"], "2062-01-01 is still to come"),
    ] {
        let run = world.cop(&arguments);
        assert_eq!((run.status, run.stderr.contains(says)), (2, true), "{arguments:?}: {}", run.stderr);
    }
    let run = world.cop(&["set", "scan-maps", "steward=ada", "-m", "why\u{1b}[2J"]);
    assert_eq!((run.status, run.stderr.contains("-m has a character")), (2, true), "{}", run.stderr);
    assert_eq!(world.git(&["rev-parse", "HEAD"]), before);
    world.cop(&["set", "scan-maps", "steward=ada", "reviewed=today", "-m", "one\ntwo\tthree"]).done();
}

#[test]
fn no_key_comes_to_stand_beside_one_that_means_it() {
    let world = tiny();
    world.write("practices/upper.md", "---\nTags: [a]\n---\n\n# Upper\n");
    world.write("practices/dutch.md", "---\ntrefwoorden: [b]\n---\n\n# Dutch\n");
    world.write("members/bram.md", "---\nname: Bram\n---\n");
    world.commit("More");
    insta::assert_snapshot!(transcript(&world, &["tag upper zz", "set dutch tags=zz", "set dutch lang=nl", "set @bram emails=Ada@example.org", "set @bram emails=bram@example.org"]), @r#"
$ cop tag upper zz
» error: unknown key "Tags"
» practices/upper.md:2:1
»    |  Tags: [a]
»    |  ^
» hint: did you mean tags?
[status 2]

$ cop set dutch tags=zz
» error: unknown key "trefwoorden"
» practices/dutch.md:2:1
»    |  trefwoorden: [b]
»    |  ^
» hint: write: tags:
[status 2]

$ cop set dutch lang=nl
» Committed [commit]
» Dutch  language = nl
practices/dutch.md

$ cop set @bram emails=Ada@example.org
» error: Ada@example.org is in members/ada.md too
» hint: leave it with the member whose it is
[status 2]

$ cop set @bram emails=bram@example.org
» Committed [commit]
» Bram  e-mail addresses = br…@example.org
members/bram.md
"#);
    insta::assert_snapshot!(dutch(&world, &["set dutch tags=zz", "set @bram emails=ada@example.org"]), @r#"
$ COP_LANG=nl cop set dutch tags=zz
» fout: onbekende sleutel "trefwoorden"
» practices/dutch.md:2:1
»    |  trefwoorden: [b]
»    |  ^
» tip: schrijf: tags:
[status 2]

$ COP_LANG=nl cop set @bram emails=ada@example.org
» fout: ada@example.org staat ook in members/ada.md
» tip: laat het staan bij het lid van wie het is
[status 2]
"#);
}

#[test]
fn a_name_means_for_a_change_what_it_means_for_a_look() {
    let world = example();
    let page = |title: &str, aliases: &str| format!("---\naliases: [{aliases}]\n---\n\n# {title}\n\nText.\n");
    // Titles and other names that are also the beginning, the whole or the last part of a file's name.
    world.write("practices/git/rebasing.md", page("Thank", "Search"));
    world.write("practices/thank-you.md", page("Rebasing", "rebas"));
    world.write("practices/twins/notes.md", page("Notes", ""));
    world.write("practices/pairs/notes.md", page("Other notes", "twin notes"));
    world.write("decisions/0007-steward.md", page("Steward", ""));
    world.write("practices/broken.md", b"# No text \xff\n".as_slice());
    world.write("practices/old/broken.md", page("Broken", ""));
    world.write("stories/alone.md", b"\xff\xfe".as_slice());
    world.write("practices/lonely.md", page("Alone", ""));
    world.write("questions/how-many-meetings-a-year/bram.md", "Six.\n");
    std::os::unix::fs::symlink("lonely.md", world.path("practices/linked.md")).expect("linked");
    world.commit("Make it hard");
    let names = [
        "practice/thank-by-name",
        "praktijk/thank-by-name",
        "practices/thank-by-name.md",
        "./practices/thank-by-name.md",
        "practices/thank-by-name",
        "thank",
        "Thank",
        "thank-by",
        "search",
        "rebasing",
        "rebas",
        "git/reb",
        "notes",
        "twins/notes",
        "t/n",
        "Other notes",
        "twin notes",
        "steward",
        "term/steward",
        "decision/steward",
        "4",
        "#4",
        "0004",
        "decision 4",
        "besluit 0004",
        "7",
        "99",
        "broken",
        "practices/broken.md",
        "old/broken",
        "alone",
        "linked",
        "lonely",
        "@anna",
        "anna",
        "@nobody",
        "bram",
        "how-many-meetings-a-year",
        "how-many",
        "How often should we meet?",
        "Write a charter",
        "write-a-charter",
        "flag",
        "community.yaml",
        "README",
        " ",
        "é",
        "/",
        "..",
        "nothing like it",
    ];
    let mut found = 0;
    for name in names {
        let look = world.cop(&["history", name, "--json"]);
        let change = world.cop(&["set", name, "tags=zzz", "--dry-run", "--json"]);
        assert_eq!(look.status == 0, change.status == 0, "{look}{change}");
        if look.status == 0 {
            assert_eq!(valid(&look, "history")["path"], valid(&change, "set")["path"], "{look}{change}");
            found += 1;
        } else {
            let said = |text: &str| text.lines().find(|line| line.starts_with("error")).map(str::to_owned);
            assert_eq!(said(&look.stderr), said(&change.stderr), "{look}{change}");
        }
    }
    assert!(found > 20, "only {found} of the names mean one document");
}

#[test]
fn a_value_can_be_added_to_a_list() {
    let world = tiny();
    world.write("members/ada.md", "---\nname: Ada Test\nemails:\n  - ada@example.org # at work\nroles: [chair]\n---\n");
    world.commit("A list");
    insta::assert_snapshot!(transcript(&world, &[
        "set @ada emails+=ada@home.example emails+=ada@example.org",
        "set scan-letters tags+=paper related+=scan-maps",
        "set scan-letters steward+=ada",
        "set scan-letters steward+=ada",
        "set @ada emails+=",
        "set @ada +=x",
    ]), @r#"
$ cop set @ada emails+=ada@home.example emails+=ada@example.org
» Committed [commit]
» Ada Test  e-mail addresses + a…@home.example
members/ada.md

$ cop set scan-letters tags+=paper related+=scan-maps
» Committed [commit]
» Scan letters  tags + paper, see also + practice/scan-maps
practices/scan-letters.md

$ cop set scan-letters steward+=ada
» Committed [commit]
» Scan letters  steward = ada
practices/scan-letters.md

$ cop set scan-letters steward+=ada
» error: steward takes one value
[status 2]

$ cop set @ada emails+=
» error: "emails+=" sets nothing
» hint: write KEY=VALUE, such as steward=anna; KEY+=VALUE adds to a list, and KEY= takes the field away
[status 2]

$ cop set @ada +=x
» error: "+=x" sets nothing
» hint: write KEY=VALUE, such as steward=anna; KEY+=VALUE adds to a list, and KEY= takes the field away
[status 2]
"#);
    let member = "---\nname: Ada Test\nemails:\n  - ada@example.org # at work\n  - ada@home.example\nroles: [chair]\n---\n";
    assert_eq!(world.read("members/ada.md"), member);
    assert!(world.read("practices/scan-letters.md").contains("tags: [scan, paper]"));
    // Each key by its end: they begin alike.
    let key = |end: &str| format!("keys+=ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPFRaaaaaaaaaaaaaaaaaaaaaaaaaa{end}");
    world.cop(&["set", "@ada", &key("R8IUB3SCtrL93M1U laptop")]).done();
    world.cop(&["set", "@ada", &key("GHNhiS8zr+Vs0n2x ada@home.example")]).done();
    let subjects = world.git(&["log", "--format=%s", "-2"]);
    assert_eq!(
        subjects,
        "member/ada: keys that sign + ssh-ed25519 …GHNhiS8zr+Vs0n2x (a…@home.e…\nmember/ada: keys that sign = ssh-ed25519 …R8IUB3SCtrL93M1U (laptop)"
    );
    let told = world.cop(&["history", "@ada"]).done();
    assert!(told.contains("a…@home.example") && !told.contains("ada@home.example") && !told.contains("ada@example.org"), "{told}");
}
