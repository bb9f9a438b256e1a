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
    ]), @"");
    assert_eq!(world.read("practices/scan-maps.md").lines().nth(1), Some("tags: [paper, archive]"));
    insta::assert_snapshot!(world.git(&["log", "-4", "--format=%s"]), @"");
}

#[test]
fn a_list_that_is_closed_is_kept_to() {
    let world = tiny();
    world.write(
        "community.yaml",
        "format: 1\nname: X\nlanguage: nl\ntags_closed: true\ntags:\n  email: {synonyms: [mail], label: {nl: e-mail}}\n  scan:\n  maps:\n",
    );
    world.commit("Close the list");
    insta::assert_snapshot!(dutch(&world, &["tag scan-maps mail", "tag scan-maps emial", "tag scan-maps zebra"]), @"");
    assert_eq!(world.read("practices/scan-maps.md").lines().nth(1), Some("tags: [scan, maps, email]"));
}
