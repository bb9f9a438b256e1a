//! `cop` alone

use crate::support::world::World;

#[test]
fn the_community_is_shown_in_a_few_lines() {
    let text = World::archivists().cop(&[]).done();
    assert!(text.starts_with("Digital Archivists") && text.contains("How long do we keep chat?"), "{text}");
    assert!(text.lines().count() <= 15, "{text}");
}

#[test]
fn outside_a_community_the_ways_in_are_shown() {
    let run = World::without_git().cop(&[]);
    assert_eq!(run.status, 0, "{run}");
    assert!(run.stdout.contains("cop demo"), "{run}");
}
