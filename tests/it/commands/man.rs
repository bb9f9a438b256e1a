//! `cop man`

use crate::support::world::World;

#[test]
fn the_manual_page_is_for_man() {
    let text = World::new().cop(&["man"]).done();
    assert!(text.lines().any(|line| line.starts_with(".TH cop 1")), "{text}");
    assert!(text.contains("contributors"), "{text}");
}
