//! `cop flag`

use super::{cop, dutch, tiny, transcript, valid};

#[test]
fn a_fault_is_reported_to_the_steward() {
    let world = tiny();
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n");
    world.write("practices/scan-letters.md", "---\nstatus: adopted\nsteward: bo\n---\n\n# Scan letters\n\nAt 300 dpi.\n");
    world.commit("Bo");
    insta::assert_snapshot!(transcript(&world, &[
        "flag scan-letters outdated -m 'We scan at 600 now'",
        "flag scan-letters outdated",
        "flag scan-letters nice",
        "flag scan-letters wrnog",
        "flag scan-letters",
        "flag scan-maps wrong --duplicate-of scan-letters",
        "flag scan-maps --duplicate-of scan-maps",
        "flag scan-maps --duplicate-of scan-letters",
        "flag 2026-11-22-scan-letters-ada wrong",
        "flag nothing wrong",
    ]), @r#"
$ cop flag scan-letters outdated -m 'We scan at 600 now'
» Committed [commit]
» Bo Guest keeps it true and is shown this
flags/2026-11-22-scan-letters-ada.md

$ cop flag scan-letters outdated
» Nothing to change: it is so already
» You flagged it so already, on 2026-11-22
» Bo Guest keeps it true and is shown this
flags/2026-11-22-scan-letters-ada.md

$ cop flag scan-letters nice
» error: "nice" is not something that can be the matter
» hint: one of these: outdated, unclear, duplicate, wrong
[status 2]

$ cop flag scan-letters wrnog
» error: "wrnog" is not something that can be the matter
» hint: did you mean wrong?
[status 2]

$ cop flag scan-letters
» error: you did not say what is the matter
» hint: one of these: outdated, unclear, duplicate, wrong
[status 2]

$ cop flag scan-maps wrong --duplicate-of scan-letters
» error: --duplicate-of goes with duplicate
» hint: cop flag practice/scan-maps duplicate --duplicate-of REF
[status 2]

$ cop flag scan-maps --duplicate-of scan-maps
» error: duplicate can't be practice/scan-maps itself
[status 2]

$ cop flag scan-maps --duplicate-of scan-letters
» Committed [commit]
» Nobody is its steward; who reviews it settles this: cop review practice/scan-maps
flags/2026-11-22-scan-maps-ada.md

$ cop flag 2026-11-22-scan-letters-ada wrong
» error: flag/2026-11-22-scan-letters-ada is a flag itself; a review of what it is about settles it
» hint: cop review practice/scan-letters
[status 2]

$ cop flag nothing wrong
» error: no document is called "nothing"
» hint: for all documents: cop list
[status 2]
"#);
    insta::assert_snapshot!(world.read("flags/2026-11-22-scan-letters-ada.md"), @r"
---
about: practice/scan-letters
type: outdated
reason: We scan at 600 now
---

# Scan letters is outdated
");
    insta::assert_snapshot!(world.read("flags/2026-11-22-scan-maps-ada.md"), @r"
---
about: practice/scan-maps
type: duplicate
related: practice/scan-letters
---

# Scan maps says the same as Scan letters
");
    assert_eq!(cop(&world, "check").run().status, 0);
    let answer = valid(&cop(&world, "flag hoe-lang unclear --json").run(), "flag");
    assert_eq!(answer["path"], "flags/2026-11-22-hoe-lang-nl-ada.md");
}

#[test]
fn it_is_written_in_the_community_s_language() {
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Klein\nlanguage: nl\n");
    world.commit("Dutch");
    insta::assert_snapshot!(dutch(&world, &["flag scan-letters fout -m 'Het is 600'", "flag scan-letters leuk"]), @r#"
$ COP_LANG=nl cop flag scan-letters fout -m 'Het is 600'
» Vastgelegd als [commit]
» Niemand beheert het; wie het nakijkt, handelt dit af: cop review practice/scan-letters
meldingen/2026-11-22-scan-letters-ada.md

$ COP_LANG=nl cop flag scan-letters leuk
» fout: "leuk" is niets wat er aan de hand kan zijn
» tip: kies uit: verouderd, onduidelijk, dubbel, onjuist
[status 2]
"#);
    insta::assert_snapshot!(world.read("meldingen/2026-11-22-scan-letters-ada.md"), @r"
---
about: practice/scan-letters
type: wrong
reason: Het is 600
---

# Scan letters: dit klopt niet
");
}

#[test]
fn more_on_why_is_added_to_what_i_flagged() {
    let world = tiny();
    let flagged = [
        "flag scan-letters outdated",
        "review scan-letters outdated -m 'We scan at 600 now'",
        "flag scan-letters outdated -m 'And in colour'",
        "flag scan-letters outdated -m 'And in colour'",
    ];
    insta::assert_snapshot!(transcript(&world, &flagged), @r"
$ cop flag scan-letters outdated
» Committed [commit]
» Nobody is its steward; who reviews it settles this: cop review practice/scan-letters
flags/2026-11-22-scan-letters-ada.md

$ cop review scan-letters outdated -m 'We scan at 600 now'
» Committed [commit]
» You flagged it so already, on 2026-11-22; what you say now is added to it
» Nobody is its steward; who reviews it settles this: cop review practice/scan-letters
flags/2026-11-22-scan-letters-ada.md

$ cop flag scan-letters outdated -m 'And in colour'
» Committed [commit]
» You flagged it so already, on 2026-11-22; what you say now is added to it
» Nobody is its steward; who reviews it settles this: cop review practice/scan-letters
flags/2026-11-22-scan-letters-ada.md

$ cop flag scan-letters outdated -m 'And in colour'
» Nothing to change: it is so already
» You flagged it so already, on 2026-11-22
» Nobody is its steward; who reviews it settles this: cop review practice/scan-letters
flags/2026-11-22-scan-letters-ada.md
");
    insta::assert_snapshot!(world.read("flags/2026-11-22-scan-letters-ada.md"), @r"
---
about: practice/scan-letters
type: outdated
reason: We scan at 600 now; And in colour
---

# Scan letters is outdated
");
    insta::assert_snapshot!(world.git(&["log", "-2", "--format=%B---"]), @r"
practice/scan-letters: more on why it is flagged as outdated

And in colour
---
practice/scan-letters: more on why it is flagged as outdated

We scan at 600 now
---
");
}
