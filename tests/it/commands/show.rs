//! `cop show`

use crate::support::world::World;

#[test]
fn a_document_is_shown_with_what_hangs_on_it() {
    let world = World::archivists();
    insta::assert_snapshot!(world.cop(&["show", "scan-letters"]), @r"
    $ cop show scan-letters
    Scan letters
    practice, draft, changed 1 Jun  practices/scan-letters.md
    Made by     Anna de Vries
    Changed by  Bram Smit

    At 300 dpi, or 600.

    Linked from
      Export a mailbox to EML  practices/export-a-mailbox.md
    ");
}

#[test]
fn a_document_is_called_in_many_ways() {
    let world = World::archivists();
    for name in ["practice/scan-letters", "scan-letters", "scan", "practices/scan-letters.md", "Scan letters"] {
        assert_eq!(world.cop(&["show", name, "--json"]).json()["ref"], "practice/scan-letters", "{name}");
    }
}

#[test]
fn a_member_is_shown_by_handle() {
    let world = World::archivists();
    for name in ["@anna", "member/anna"] {
        let text = world.cop(&["show", name]).done();
        assert!(text.contains("Anna de Vries") && !text.contains("example.org"), "{text}");
    }
}

#[test]
fn an_unknown_name_is_refused() {
    let run = World::archivists().cop(&["show", "nothing"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{run}");
    assert!(run.stderr.starts_with("error: "), "{run}");
}
