//! `cop follow`

use super::{cop, dutch, tiny, transcript, valid};

#[test]
fn a_document_or_a_tag_is_followed_and_given_up() {
    let world = tiny();
    let before = world.read("members/ada.md");
    insta::assert_snapshot!(transcript(&world, &["follow hoe-lang", "follow scan", "follow '#scan'", "follow scna", "follow", "follow --stop maps", "follow --stop scan", "follow --stop hoe-lang"]), @r#"
    $ cop follow hoe-lang
    » Committed [commit]
    members/ada.md

    $ cop follow scan
    » Committed [commit]
    members/ada.md

    $ cop follow #scan
    » Nothing to change: it is so already
    » You follow #scan already, since 2026-11-22
    members/ada.md

    $ cop follow scna
    » error: no document is called "scna"
    » hint: 3 documents speak of it: cop search "scna"
    » hint: did you mean the tag scan?
    » hint: a tag that no document has yet: cop follow --tag scna
    [status 2]

    $ cop follow
    » error: you did not say what to follow
    » hint: cop follow REF, or cop follow --tag TAG
    [status 2]

    $ cop follow --stop maps
    » error: you don't follow #maps
    » hint: you follow #scan, question/hoe-lang-nl
    [status 2]

    $ cop follow --stop scan
    » Committed [commit]
    members/ada.md

    $ cop follow --stop hoe-lang
    » Committed [commit]
    members/ada.md
    "#);
    assert_eq!(world.read("members/ada.md"), before);
    let answer = valid(&cop(&world, "follow --tag new --json").run(), "follow");
    assert_eq!(answer["path"], "members/ada.md");
}

#[test]
fn what_is_a_tag_and_a_document_is_asked_for() {
    let world = tiny();
    world.write("glossary/scan.md", "# Scan\n\nA picture.\n");
    world.commit("Term");
    insta::assert_snapshot!(dutch(&world, &["follow scan", "follow --tag scan", "follow --stop scan", "follow --stop scan"]), @r#"
$ COP_LANG=nl cop follow scan
» fout: "scan" is een trefwoord en ook een document
» tip: cop follow --tag scan
» tip: cop follow term/scan
[status 2]

$ COP_LANG=nl cop follow --tag scan
» Vastgelegd als [commit]
members/ada.md

$ COP_LANG=nl cop follow --stop scan
» Vastgelegd als [commit]
members/ada.md

$ COP_LANG=nl cop follow --stop scan
» fout: je volgt term/scan niet
» tip: je volgt nog niets
[status 2]
"#);
}
