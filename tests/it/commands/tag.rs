//! `cop tag`

use super::{dutch, tiny, transcript};

#[test]
fn tags_are_given_and_taken() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &[
        "tag scan-maps paper scan",
        "tag scan-maps --remove maps",
        "tag scan-maps --remove nothing",
        "tag scan-maps",
        "tag scan-maps paper --remove paper",
        "tag scan-letters papers",
        "tag --kind practice archive --remove scan",
    ]), @r#"
$ cop tag scan-maps paper scan
» Committed [commit]
practices/scan-maps.md

$ cop tag scan-maps --remove maps
» Committed [commit]
practices/scan-maps.md

$ cop tag scan-maps --remove nothing
» error: practice/scan-maps does not have the tag "nothing"
» hint: one of these: scan, paper
[status 2]

$ cop tag scan-maps
» error: nobody said which tag
» hint: cop tag REF TAG gives a tag; --remove TAG takes one away
[status 2]

$ cop tag scan-maps paper --remove paper
» error: "paper" is both given and taken away
[status 2]

$ cop tag scan-letters papers
» Committed [commit]
» note: the tag "papers" is new here; there is paper already
practices/scan-letters.md

$ cop tag --kind practice archive --remove scan
» Committed [commit]
practices/scan-letters.md
practices/scan-maps.md
"#);
    assert_eq!(world.read("practices/scan-maps.md").lines().nth(1), Some("tags: [paper, archive]"));
    insta::assert_snapshot!(world.git(&["log", "-4", "--format=%s"]), @r"
tags +archive -scan (2 documents)
practice/scan-letters: tags +papers
practice/scan-maps: tags -maps
practice/scan-maps: tags +paper +scan
");
}

#[test]
fn a_list_that_is_closed_is_kept_to() {
    let world = tiny();
    world.write(
        "community.yaml",
        "format: 1\nname: X\nlanguage: nl\ntags_closed: true\ntags:\n  email: {synonyms: [mail], label: {nl: e-mail}}\n  scan:\n  maps:\n",
    );
    world.commit("Close the list");
    insta::assert_snapshot!(dutch(&world, &["tag scan-maps mail", "tag scan-maps emial", "tag scan-maps zebra"]), @r#"
$ COP_LANG=nl cop tag scan-maps mail
» Vastgelegd als [commit]
practices/scan-maps.md

$ COP_LANG=nl cop tag scan-maps emial
» fout: deze gemeenschap heeft geen trefwoord "emial", en houdt zich aan haar lijst
» tip: bedoel je email?
» tip: cop list tags laat de lijst zien; ze staat in community.yaml
[status 2]

$ COP_LANG=nl cop tag scan-maps zebra
» fout: deze gemeenschap heeft geen trefwoord "zebra", en houdt zich aan haar lijst
» tip: cop list tags laat de lijst zien; ze staat in community.yaml
[status 2]
"#);
    assert_eq!(world.read("practices/scan-maps.md").lines().nth(1), Some("tags: [scan, maps, email]"));
}

#[test]
fn a_sign_before_a_tag_is_not_part_of_it() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["tag scan-maps +z", "tag scan-maps -- -a"]), @r"
$ cop tag scan-maps +z
» error: a tag does not begin with a sign: +z
» hint: cop tag REF z gives it
[status 2]

$ cop tag scan-maps -- -a
» error: a tag does not begin with a sign: -a
» hint: cop tag REF --remove a takes it away
[status 2]
");
    insta::assert_snapshot!(dutch(&world, &["tag scan-maps +z", "tag scan-maps -- -a"]), @r"
$ COP_LANG=nl cop tag scan-maps +z
» fout: een trefwoord begint niet met een plus of min: +z
» tip: cop tag DOCUMENT z geeft het
[status 2]

$ COP_LANG=nl cop tag scan-maps -- -a
» fout: een trefwoord begint niet met een plus of min: -a
» tip: cop tag DOCUMENT --remove a haalt het weg
[status 2]
");
}
