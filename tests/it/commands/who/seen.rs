//! Who has long not been seen, beside who is here.

use crate::commands::{cop, dutch, transcript, valid};
use crate::support::world::World;

/// Commits everything as somebody on a day.
pub(super) fn commit_on(world: &World, day: &str, name: &str, message: &str) {
    let email = format!("{}@example.org", name.split(' ').next().unwrap_or_default().to_lowercase());
    world.git(&["add", "--all"]);
    let (author, date) = (format!("{name} <{email}>"), format!("{day}T10:00:00Z"));
    world.git(&["commit", "--quiet", "--allow-empty", "--author", &author, "--date", &date, "--message", message]);
}

/// Pat wrote most and went, Dean only looked in lately, Bo is a member who was not seen for years, Guus is named by a document only.
fn handbook() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Handbook\n");
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n");
    commit_on(&world, "2018-01-01", "Bo Guest", "Begin");
    let alerts = |text: &str| world.write("practices/alerts.md", format!("---\ntags: [alerts]\n---\n\n# Monitoring alerts\n\n{text}\n"));
    alerts("Few.");
    commit_on(&world, "2018-03-01", "Pat Grimes", "Alerts");
    alerts("Few, and to one person.");
    commit_on(&world, "2019-02-01", "Pat Grimes", "To whom");
    alerts("Few, and to one person at a time.");
    commit_on(&world, "2019-01-01", "Bo Guest", "At a time");
    alerts("Few, and to one person at a time, by day.");
    commit_on(&world, "2026-10-01", "Dean Wilson", "By day");
    world.write("practices/nights.md", "---\nauthors: [Guus]\ncreated: 2026-09-01\n---\n\n# Nights\n\nNo alerts.\n");
    commit_on(&world, "2026-09-01", "Dean Wilson", "Nights");
    world
}

#[test]
fn who_has_long_not_been_seen_is_marked_and_comes_after_one_who_is_here() {
    let world = handbook();
    insta::assert_snapshot!(transcript(&world, &["who alerts", "who alerts -f csv", "ask 'Whom do monitoring alerts go to?' -b x"]), @r#"
$ cop who alerts
4 people, by 2 documents that tell of it
Dean Wilson
  changed: Monitoring alerts (Oct)
  changed: Nights (Sep)
Pat Grimes (last seen Feb 2019)
  wrote, changed: Monitoring alerts (Feb 2019)
Bo Guest  @bo
  changed: Monitoring alerts (Jan 2019)
Guus
  wrote: Nights (Sep)
last seen: no member, and not seen for a year

$ cop who alerts -f csv
handle,name,score,left,gone,last,evidence
,Dean Wilson,1.609,false,false,2026-10-01,"edited practice/alerts 2026-10-01; edited practice/nights 2026-09-01"
,Pat Grimes,1.050,false,true,2019-02-01,"created practice/alerts 2018-03-01; edited practice/alerts 2019-02-01"
bo,Bo Guest,0.324,false,false,2019-01-01,edited practice/alerts 2019-01-01
,Guus,0.385,false,false,2026-09-01,created practice/nights 2026-09-01

$ cop ask 'Whom do monitoring alerts go to?' -b x
» Like it: Monitoring alerts (practice, draft)  practice/alerts
» May know: Dean Wilson, changed: Monitoring alerts (Oct)
» May know: Pat Grimes (last seen Feb 2019), wrote, changed: Monitoring alerts (Feb 2019)
» May know: Bo Guest, changed: Monitoring alerts (Jan 2019)
» Committed [commit]
questions/whom-do-monitoring-alerts-go-to.md
"#);
    insta::assert_snapshot!(dutch(&world, &["who alerts"]), @r"
$ COP_LANG=nl cop who alerts
4 mensen, volgens 3 documenten erover
Dean Wilson
  wijzigde: Monitoring alerts (okt)
  wijzigde: Nights (sep)
Pat Grimes (laatst gezien feb 2019)
  schreef, wijzigde: Monitoring alerts (feb 2019)
Bo Guest  @bo
  wijzigde: Monitoring alerts (jan 2019)
Guus
  schreef: Nights (sep)
laatst gezien: geen lid, en een jaar niet gezien
");
    let told = valid(&cop(&world, "who alerts --json").run(), "who");
    let pat = told["people"].as_array().and_then(|people| people.iter().find(|one| one["name"] == "Pat Grimes")).expect("Pat");
    assert_eq!((&pat["left"], &pat["gone"], &pat["last"]), (&false.into(), &true.into(), &"2019-02-01".into()), "{pat}");
}

#[test]
fn several_addresses_of_one_name_are_one_person_who_is_here() {
    let world = handbook();
    world.write("practices/alerts.md", "---\ntags: [alerts]\n---\n\n# Monitoring alerts\n\nNone at all.\n");
    world.git(&["add", "--all"]);
    world.git(&["commit", "--quiet", "--author", "Pat Grimes <pat@home.example>", "--message", "None"]);
    insta::assert_snapshot!(transcript(&world, &["who alerts -n 1"]), @r"
$ cop who alerts -n 1
4 people, by 2 documents that tell of it
Pat Grimes
  wrote, changed 2 times: Monitoring alerts (Jun)
… 3 more: cop who alerts -n 4
");
}
