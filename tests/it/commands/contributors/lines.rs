//! Lines, where they are asked for.

use crate::commands::{cop, dutch, transcript, valid};
use crate::support::world::World;

#[test]
fn lines_are_counted_where_they_are_asked_for() {
    let world = World::archivists();
    world.write("practices/scan-letters.md", "# Scan letters\n\nAt 600 dpi.\n\nIn colour.\n");
    world.write("notes.txt", "no knowledge\n");
    world.commit_by("Bram Smit", "bram@example.org", "Finer\n\nCo-authored-by: Anna de Vries <anna@example.org>");
    insta::assert_snapshot!(transcript(&world, &["contributors --lines", "contributors scan-letters --lines", "contributors @bram --lines -f csv"]), @r"
$ cop contributors --lines
Anna de Vries  made 6, changed 1, asked 1, answered 1, 26 lines added, 1
               removed, 25 there today (2 commits)
Bram Smit      changed 1, 4 lines added, 2 removed, 3 there today (2 commits)

made, changed: today's documents; reviewed: times; more: cop contributors --help

$ cop contributors scan-letters --lines
Anna de Vries  made 1, changed 1, 6 lines added, 1 removed, 5 there today (2
               commits)
Bram Smit      changed 1, 4 lines added, 2 removed, 3 there today (2 commits)

made, changed: today's documents; reviewed: times; more: cop contributors --help

$ cop contributors @bram --lines -f csv
handle,name,commits,created,edited,asked,answered,accepted,decided,reviewed,used,thanked,hosted,gone,first,last,lines_added,lines_removed,lines_alive
bram,Bram Smit,2,0,1,0,0,0,0,0,0,0,0,0,2026-06-01,2026-06-01,4,2,3
");
    insta::assert_snapshot!(dutch(&world, &["contributors --lines"]), @r"
$ COP_LANG=nl cop contributors --lines
Anna de Vries  maakte 6, wijzigde 1, stelde 1 vraag, gaf 1 antwoord, 26 regels
               toegevoegd, 1 weggehaald, 25 staan er nu (2 commits)
Bram Smit      wijzigde 1, 4 regels toegevoegd, 2 weggehaald, 3 staan er nu (2
               commits)

maakte, wijzigde: wat er nu staat; keek na: keren; meer: cop contributors --help
");
    let lines = |line: &str| {
        let answer = valid(&cop(&world, line).run(), "contributors");
        let all = answer["contributors"].as_array().cloned().unwrap_or_default();
        all.iter().map(|one| ["lines_added", "lines_removed", "lines_alive"].map(|name| one[name].as_u64())).collect::<Vec<_>>()
    };
    assert_eq!(lines("contributors scan-letters --json"), [[None; 3], [None; 3]]);
    assert_eq!(lines("contributors scan-letters --lines --json"), [[Some(6), Some(1), Some(5)], [Some(4), Some(2), Some(3)]]);
    // The counts are kept; another time they are the same, and so they are when what is kept is damaged.
    let kept = world.path(".git/cop/root/lines");
    assert!(kept.is_file());
    std::fs::write(&kept, "damaged").unwrap();
    assert_eq!(lines("contributors scan-letters --lines --json"), [[Some(6), Some(1), Some(5)], [Some(4), Some(2), Some(3)]]);
}

#[test]
fn lines_that_can_not_be_counted_are_said() {
    let world = World::archivists();
    world.write("practices/scan-letters.md", "# Scan letters\n\nAt 600 dpi.\n\nIn colour.\n");
    world.commit_by("Bram Smit", "bram@example.org", "Finer");
    world.write("practices/scan-letters.md", "# Scan letters\n\nAt 600 dpi.\n\nIn colour, and both sides.\n");
    world.commit_by("Bram Smit", "bram@example.org", "Both sides");
    let lost = world.git(&["rev-parse", "HEAD~1:practices/scan-letters.md"]);
    std::fs::remove_file(world.path(&format!(".git/objects/{}/{}", &lost[..2], lost[2..].trim()))).unwrap();
    // A second time nothing that was not known has been kept as known.
    for _ in 0..2 {
        let answer = cop(&world, "contributors scan-letters --lines").run();
        let note = "not all lines of practices/scan-letters.md are counted, and those of 2 changes are not: what stood there";
        assert!(answer.stderr.replace('\n', " ").contains(note), "{}", answer.stderr);
        assert!(answer.stdout.contains("at least this"), "{}", answer.stdout);
        assert_eq!(valid(&cop(&world, "contributors scan-letters --lines --json").run(), "contributors")["at_least"], true);
    }
    assert_eq!(valid(&cop(&world, "contributors scan-letters --json").run(), "contributors")["at_least"], false);
    let dutch = cop(&world, "contributors scan-letters --lines").env("COP_LANG", "nl").run();
    assert!(dutch.stderr.contains("niet alle regels van practices/scan-letters.md"), "{}", dutch.stderr);
}
