//! `cop who`

mod asking;
mod dated;
mod forms;
mod nothing;
mod order;
mod reference;
mod seen;
mod unasked;

use super::{cop, dutch, example, narrow, transcript};
use crate::support::world::World;

/// A community in which Bo answers and keeps, Cy left, Dee does not want to be asked, Eve asks and is interested, and a program commits too.
pub(super) fn archivists() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Archivists\nbots: [ci@example.org]\ntags: {email: {synonyms: [mail]}}\n");
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n");
    world.write("members/bo.md", "---\nname: Bo Guest\norganisation: City of Utrecht\nemails: [bo@example.org]\n---\n");
    world.write("members/cy.md", "---\nname: Cy Gone\nemails: [cy@example.org]\nstatus: alumnus\n---\n");
    world.write("members/dee.md", "---\nname: Dee Shy\nemails: [dee@example.org]\nask_me: no\n---\n");
    world.write(
        "members/eve.md",
        "---\nname: Eve New\nemails: [eve@example.org]\ninterests: [email]\nask_me: how to scan glass\n---\n\n# Eve\n\n## Follows\n\n- #maps 2026-11-02\n",
    );
    world.commit("Members");
    world.write(
        "practices/export-a-mailbox.md",
        "---\ntags: [email]\nsteward: bo\n---\n\n# Export a mailbox\n\nThe whole mailbox as EML.\n",
    );
    world.commit_by("Cy Gone", "cy@example.org", "Export");
    world.write("practices/scan-maps.md", "---\ntags: [maps]\n---\n\n# Scan maps\n\nFlat, at 300 dpi.\n");
    world.commit_by("Dee Shy", "dee@example.org", "Maps");
    world.write(
        "practices/scan-letters.md",
        "---\nauthors: [Team Scanning]\n---\n\n# Scan letters\n\nIn colour. See [the mailbox](export-a-mailbox.md).\n",
    );
    world.commit_by("Gus Git", "gus@example.org", "Letters");
    world.write("questions/keep-mailboxes.md", "---\ntags: [email]\n---\n\n# How long do we keep a mailbox?\n\nOf who left.\n");
    world.commit_by("Eve New", "eve@example.org", "Ask");
    world.write("questions/keep-mailboxes/bo.md", "Seven years.\n");
    world.commit_by("Bo Guest", "bo@example.org", "Answer");
    world.write(
        "questions/keep-mailboxes.md",
        "---\ntags: [email]\naccepted: answer/keep-mailboxes/bo\n---\n\n# How long do we keep a mailbox?\n\nOf who left.\n",
    );
    world.commit_by("Eve New", "eve@example.org", "Accept");
    world.write(
        "practices/scan-letters.md",
        "---\nauthors: [Team Scanning]\n---\n\n# Scan letters\n\nIn colour, always. See [the mailbox](export-a-mailbox.md).\n",
    );
    world.commit_by("ci", "ci@example.org", "Format");
    world.write(
        "practices/scan-letters.md",
        "---\nauthors: [Team Scanning]\n---\n\n# Scan letters\n\nIn colour, mostly. See [the mailbox](export-a-mailbox.md).\n",
    );
    world.commit("Soften");
    world
}

#[test]
fn people_are_named_with_what_they_did() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["who rhythm", "who '#start' -n 2", "who fetch-and-bring -n 1 -v", "who 'quiet members'"]), @r"
$ cop who rhythm
9 people, by 13 documents that tell of it
Anna de Vries  @anna, Regionale Waterdienst
  keeps true, wrote, decided, changed: Meet every six weeks (Sep 2025)
  gave the accepted answer to: How often should we meet? (Jul 2025)
  keeps true, wrote, changed, was thanked for: Zet het ritme voor een jaar vast
    (Nov 2025)
  and 6 more
Fatima El Idrissi  @fatima, Ziekenhuis De Linde
  decided, changed: Meet every six weeks (Sep 2025)
  wrote, decided, changed 2 times: Meet every two weeks (Sep 2025)
  changed, uses: De eerste honderd dagen (Jan)
  and 4 more
Kees Ørsted  @kees, Deltaborg Insurance
  answered, follows: How do you run a community across time zones? (Oct)
  answered: How often should we meet? (Jan 2025)
  changed: A rhythm we can keep (Sep 2025)
  reviewed: De eerste honderd dagen (Jan)
Maryam Yıldız  @maryam, Gemeente Overlek
  keeps true, wrote, changed: De eerste honderd dagen (Dec)
Bram Smit  @bram, Stadsarchief Overlek
  decided, changed: Meet every six weeks (Sep 2025)
  changed, uses: Zet het ritme voor een jaar vast (Dec)
  decided, changed: Meet every two weeks (Sep 2025)
  changed: The charter evening (Dec 2024)
… 4 more: cop who rhythm -n 9

$ cop who #start -n 2
9 people, by 12 documents that tell of it
Anna de Vries  @anna, Regionale Waterdienst
  keeps true, wrote, reviewed, changed: Start from a question, not from a
    library (Mar)
  keeps true, wrote, reviewed: Introduction to communities of practice
    (Wenger-Trayner) (Mar)
  wrote, changed: Looking back, two years on (Nov)
  and 4 more
Bram Smit  @bram, Stadsarchief Overlek
  keeps true, wrote, changed 3 times, was thanked for: Write the charter
    together (Apr)
  keeps true, wrote, changed 2 times: Domain (Oct 2025)
  answered: Hoe overtuig je een leidinggevende die uren telt? (Mar)
  and 3 more
… 7 more: cop who '#start' -n 9

$ cop who fetch-and-bring -n 1 -v
8 people, by the document itself and 3 that are tied to it
Fatima El Idrissi  @fatima, Ziekenhuis De Linde
  keeps true, wrote, reviewed, changed 2 times: Fetch and bring in balance (Sep)
  keeps true, wrote, reviewed: Fetching and bringing (May 2025)
  keeps true, wrote, reviewed, changed 2 times: Kennis halen en brengen (Sep)
  reviewed: Thank by name, for something specific (Nov 2025)
… 7 more: cop who fetch-and-bring -n 8

$ cop who 'quiet members'
2 people, by 3 documents that tell of it
Inês Carvalho  @ines, Rail Lab
  gave the accepted answer to, was thanked for: How do you get quiet members to
    speak? (Jun 2025)
Fatima El Idrissi  @fatima, Ziekenhuis De Linde
  answered, changed, was thanked for: How do you get quiet members to speak?
    (Nov)
");
    insta::assert_snapshot!(dutch(&world, &["who ritme", "who vragen-bestaan-niet"]), @r"
$ COP_LANG=nl cop who ritme
9 mensen, volgens 13 documenten erover
Anna de Vries  @anna, Regionale Waterdienst
  beheert, schreef, wijzigde, kreeg dank voor: Zet het ritme voor een jaar vast
    (nov 2025)
  beheert, schreef, besliste, wijzigde: Meet every six weeks (sep 2025)
  gaf het gekozen antwoord op: How often should we meet? (jul 2025)
  en nog 6
Fatima El Idrissi  @fatima, Ziekenhuis De Linde
  besliste, wijzigde: Meet every six weeks (sep 2025)
  schreef, besliste, wijzigde 2 keer: Meet every two weeks (sep 2025)
  wijzigde, gebruikt: De eerste honderd dagen (jan)
  en nog 4
Kees Ørsted  @kees, Deltaborg Insurance
  beantwoordde, volgt: How do you run a community across time zones? (okt)
  beantwoordde: How often should we meet? (jan 2025)
  keek na: De eerste honderd dagen (jan)
  wijzigde: A rhythm we can keep (sep 2025)
Bram Smit  @bram, Stadsarchief Overlek
  besliste, wijzigde: Meet every six weeks (sep 2025)
  wijzigde, gebruikt: Zet het ritme voor een jaar vast (dec)
  besliste, wijzigde: Meet every two weeks (sep 2025)
  wijzigde: The charter evening (dec 2024)
Maryam Yıldız  @maryam, Gemeente Overlek
  beheert, schreef, wijzigde: De eerste honderd dagen (dec)
… nog 4: cop who ritme -n 9

$ COP_LANG=nl cop who vragen-bestaan-niet
Geen document heeft alle woorden; volgens wat er het dichtst bij komt: 4 mensen
Maryam Yıldız  @maryam, Gemeente Overlek
  beheert, schreef, wijzigde: Eindig met een oogst (nov)
Anna de Vries  @anna, Regionale Waterdienst
  beheert, schreef, wijzigde, kreeg dank voor: Zet het ritme voor een jaar vast
    (nov 2025)
Bram Smit  @bram, Stadsarchief Overlek
  wijzigde, gebruikt: Zet het ritme voor een jaar vast (dec)
Fatima El Idrissi  @fatima, Ziekenhuis De Linde
  keek na: Zet het ritme voor een jaar vast (dec)
");
    insta::assert_snapshot!(narrow(&world, &["who rhythm -n 2"]), @r"
$ COLUMNS=40 cop who rhythm -n 2
9 people, by 13 documents that tell of
it
Anna de Vries  @anna, Regionale
Waterdienst
  keeps true, wrote, decided, changed:
    Meet every six weeks (Sep 2025)
  gave the accepted answer to: How often
    should we meet? (Jul 2025)
  keeps true, wrote, changed, was
    thanked for: Zet het ritme voor een
    jaar vast (Nov 2025)
  and 6 more
Fatima El Idrissi  @fatima, Ziekenhuis
De Linde
  decided, changed: Meet every six weeks
    (Sep 2025)
  wrote, decided, changed 2 times: Meet
    every two weeks (Sep 2025)
  changed, uses: De eerste honderd dagen
    (Jan)
  and 4 more
… 7 more: cop who rhythm -n 9
");
}

#[test]
fn other_names_of_the_glossary_lead_to_who_knows() {
    let world = archivists();
    world.write(
        "glossary/decision-record.md",
        "---\nstatus: agreed\nabbreviation: DR\ntranslations: {nl: besluitverslag}\nnot: [memo]\n---\n\n# Decision record\n\nWhat was decided.\n",
    );
    world.commit_by("Ada Test", "ada@example.org", "Term");
    world.write("practices/write-decision-records.md", "# Write a decision record early\n\nWhile all remember.\n");
    world.commit_by("Bo Guest", "bo@example.org", "Practice");
    let told = world.cop(&["who", "decision record"]).done();
    assert!(told.contains("Ada Test") && told.contains("wrote: Write a decision record early"), "{told}");
    let people = |words: &str| -> Vec<String> {
        let json = world.cop(&["who", words, "--json"]).json();
        let people = json["people"].as_array().cloned().unwrap_or_default();
        people.iter().map(|person| person["name"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let expected = people("decision record");
    assert_eq!(expected.len(), 2, "{expected:?}");
    for words in ["DR", "besluitverslag", "memo"] {
        assert_eq!(people(words), expected, "{words}");
    }
    assert_eq!(people("besluitverslga"), ["Ada Test"], "a slip is put right, but not asked for other names");
}

#[test]
fn who_answered_knows_and_who_asked_need_not() {
    let world = archivists();
    insta::assert_snapshot!(transcript(&world, &["who mailbox", "who email", "who '#mail'", "who question/keep-mailboxes", "who tag:email kind:practice"]), @r"
$ cop who mailbox
5 people, by 4 documents that tell of it
Bo Guest  @bo, City of Utrecht
  keeps true: Export a mailbox
  gave the accepted answer to: How long do we keep a mailbox? (Jun)
Team Scanning
  wrote: Scan letters (Jun)
Ada Test (you)  @ada
  changed: Scan letters (Jun)
Gus Git
  changed: Scan letters (Jun)
Cy Gone (left)  @cy
  wrote: Export a mailbox (Jun)

$ cop who email
3 people, by 3 documents that tell of it
Bo Guest  @bo, City of Utrecht
  gave the accepted answer to: How long do we keep a mailbox? (Jun)
  keeps true: Export a mailbox
Eve New  @eve
  says it interests them: email
Cy Gone (left)  @cy
  wrote: Export a mailbox (Jun)

$ cop who #mail
3 people, by 3 documents that tell of it
Bo Guest  @bo, City of Utrecht
  gave the accepted answer to: How long do we keep a mailbox? (Jun)
  keeps true: Export a mailbox
Eve New  @eve
  says it interests them: email
Cy Gone (left)  @cy
  wrote: Export a mailbox (Jun)

$ cop who question/keep-mailboxes
3 people, by the document itself and 2 that are tied to it
Bo Guest  @bo, City of Utrecht
  gave the accepted answer to: How long do we keep a mailbox? (Jun)
  keeps true: Export a mailbox
Eve New  @eve
  says it interests them: email
Cy Gone (left)  @cy
  wrote: Export a mailbox (Jun)

$ cop who tag:email kind:practice
2 people, by 1 document that tells of it
Bo Guest  @bo, City of Utrecht
  keeps true: Export a mailbox
Cy Gone (left)  @cy
  wrote: Export a mailbox (Jun)
");
}

#[test]
fn without_git_what_files_say_is_told() {
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Paper\n");
    world.write("members/ada.md", "---\nname: Ada Test\ninterests: [scan]\n---\n");
    world.write("members/bo.md", "---\nname: Bo Guest\n---\n\n## Uses\n\n- [Scan](../practices/scan.md) 2026-10-01\n");
    world.write("practices/scan.md", "---\nsteward: bo\nauthors: [Cy]\ncreated: 2026-01-05\ntags: [scan]\n---\n\n# Scan\n\nFlat.\n");
    insta::assert_snapshot!(transcript(&world, &["who scan"]), @r"
$ cop who scan
3 people, by 1 document that tells of it
Bo Guest  @bo
  keeps true, uses: Scan (Oct)
Cy
  wrote: Scan (Jan)
Ada Test  @ada
  says it interests them: scan
");
}

#[test]
fn names_steer_no_terminal() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Odd\n");
    world.write("practices/scan.md", "# Scan \u{1b}[31mred\u{202e}\n\nFlat.\n");
    world.commit_by("Eve \u{1b}]0;title\u{7}\u{202e}New", "eve@example.org", "Begin");
    let run = cop(&world, "who scan").run();
    assert!(!run.stdout.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{run}");
    assert_eq!(run.status, 0, "{run}");
}
