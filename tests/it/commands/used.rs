//! `cop used`

use super::{cop, dutch, tiny, transcript, valid};

#[test]
fn what_was_used_stands_in_my_own_file() {
    let world = tiny();
    world.write("practices/odd.md", "---\nstatus: adopted\n---\n\n# A [b] `d` e_f\n");
    world.commit("Odd");
    insta::assert_snapshot!(transcript(&world, &["used scan-letters 'It saved us two days'", "used scan-letters", "used scan-letters and time", "used odd", "used ada", "used scan-leters", "used"]), @r#"
$ cop used scan-letters 'It saved us two days'
» Committed [commit]
members/ada.md

$ cop used scan-letters
» Nothing to change: it is so already
» You said so of practice/scan-letters today
members/ada.md

$ cop used scan-letters and time
» Committed [commit]
members/ada.md

$ cop used odd
» Committed [commit]
members/ada.md

$ cop used ada
» error: Ada Test is a person
» hint: cop thank ada REF
[status 2]

$ cop used scan-leters
» error: no document is called "scan-leters"
» hint: did you mean practice/scan-letters?
[status 2]

$ cop used
» error: something is missing: REF
» hint: for example: cop used fetch-and-bring "It saved us two days"
» hint: all about it: cop used --help
[status 2]
"#);
    insta::assert_snapshot!(world.read("members/ada.md"), @r"
---
name: Ada Test
emails: [ada@example.org]
---

## Uses

- [A [b] d e_f](../practices/odd.md) 2026-11-22
- [Scan letters](../practices/scan-letters.md) 2026-11-22 It saved us two days; and time
");
    let log = "ada uses practice/odd\nada uses practice/scan-letters\nada uses practice/scan-letters";
    assert_eq!(world.git(&["log", "-3", "--format=%s"]), log);
    assert_eq!(cop(&world, "check --select dead-link").run().status, 0);
    let answer = valid(&cop(&world, "use scan-maps --json").run(), "used");
    assert_eq!((answer["ref"].as_str(), answer["path"].as_str()), (Some("member/ada"), Some("members/ada.md")));
    let counted = cop(&world, "contributors --json").run().json();
    assert_eq!(counted["contributors"][0]["used"], 3);
}

#[test]
fn whoever_is_no_member_is_told_how_to_become_one() {
    let world = tiny();
    world.git(&["config", "user.email", "nobody@example.org"]);
    insta::assert_snapshot!(dutch(&world, &["used scan-letters", "used scan-letters --author ada"]), @r"
$ COP_LANG=nl cop used scan-letters
» fout: je hebt hier geen ledenbestand, voor zover git weet wie je bent
» tip: met cop join maak je er een
[status 2]

$ COP_LANG=nl cop used scan-letters --author ada
» Vastgelegd als [commit] namens Ada Test
members/ada.md
");
    assert_eq!(world.git(&["log", "-1", "--format=%an %cn"]), "Ada Test Ada Test");
}

#[test]
fn two_people_never_write_in_one_place() {
    let world = tiny();
    world.write("members/bo.md", "---\nname: Bo\nemails: [bo@example.org]\n---\n");
    world.commit("Bo");
    world.git(&["switch", "--quiet", "--create", "other"]);
    cop(&world, "used scan-letters --author bo").run().done();
    cop(&world, "follow --tag scan --author bo").run().done();
    cop(&world, "flag scan-letters wrong --author bo").run().done();
    world.git(&["switch", "--quiet", "main"]);
    cop(&world, "used scan-letters").run().done();
    cop(&world, "thank bo scan-maps").run().done();
    cop(&world, "flag scan-letters wrong").run().done();
    world.git(&["merge", "--quiet", "other"]);
    assert_eq!(world.git(&["status", "--short"]), "");
}
