//! `cop doctor`

use crate::support::world::World;

#[test]
fn what_cop_sees_is_told() {
    let world = World::archivists();
    let json = world.cop(&["doctor", "--json"]).json();
    let checks = json["checks"].as_array().unwrap();
    let of = |name: &str| checks.iter().find(|check| check["name"] == name).unwrap_or_else(|| panic!("no {name} in {json}"));
    assert_eq!(of("community")["status"], "ok");
    assert_eq!(of("git")["status"], "ok");
    assert!(of("documents")["message"].as_str().unwrap().contains('6'), "{json}");
}

#[test]
fn outside_a_community_it_says_how_to_get_one() {
    let run = World::without_git().cop(&["doctor"]);
    assert_ne!(run.status, 0, "{run}");
    assert!(run.to_string().contains("community"), "{run}");
}
