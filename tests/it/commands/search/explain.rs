//! Why a document stands where it does.

use super::super::{dutch, example, narrow, transcript};
use crate::support::world::World;

#[test]
fn what_a_score_is_made_of_is_told_under_each_document() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search short round --explain -n 2", "search how often should we meet with everybody --explain -n 1"]), @r"
    $ cop search short round --explain -n 2
    7 found, 1 to 2
    1  Open with a short round                    practice, adopted, reviewed May
       practices/open-with-a-short-round.md:17  Open every meeting with one round i…
       practices/open-with-a-short-round.md:20  No reactions during the round. Whoe…
       12.13 points; it has every word, so it comes before what has not
         3.73  short: title; 11 documents have it
         5.10  round: title, text 5×; 9 documents have it
         0.55  short and round stand close together
         1.77  its title has all of it
         +3 %  changed or reviewed 199 days ago
         +6 %  3 members say they use it
    2  A rhythm we can keep                       meeting, held, changed 23 Oct 2025
       meetings/2025-09-11-a-rhythm-we-can-keep.md:13
       Short round: what surprised you this summer?
       meetings/2025-09-11-a-rhythm-we-can-keep.md:26
       Adopted: Open with a short round, after Bram had tried it with
       7.84 points; it has every word, so it comes before what has not
         2.93  short: text 2×; 11 documents have it
         3.93  round: text 3×; 9 documents have it
         0.83  short and round stand close together
         +2 %  changed or reviewed 395 days ago
    Knows about it: Kees Ørsted (keeps 1), Anna de Vries (uses 2), Bram Smit (worked
    on 1)

    $ cop search how often should we meet with everybody --explain -n 1
    3 found, 1 to 1
    1  Meet every six weeks                  decision, accepted, changed 11 Sep 2025
       decisions/0004-meet-every-six-weeks.md:21  … to How often should we meet? po…
       decisions/0004-meet-every-six-weeks.md:17  Meeting every two weeks did what…
       9.22 points; it has every word, so it comes before what has not
         0.33  how: text; 27 documents have it
         1.96  often: text; 18 documents have it
         1.62  should: text 2×; 3 documents have it
         0.37  we: text 3×; 41 documents have it
         2.64  meet: title, tag or other name, text 3×; 25 documents have it
         0.29  with: text; 31 documents have it
         1.73  everybody: text; 7 documents have it
         0.14  often and meet stand close together
         +2 %  changed or reviewed 437 days ago
    Knows about it: Anna de Vries (worked on 5), Bram Smit (keeps 1), Fatima El
    Idrissi (worked on 3)
    ");
    insta::assert_snapshot!(transcript(&world, &["search --explain kind:decision -n 1", "search --explain rhythm -s newest -n 1", "search -i --explain"]), @r"
    $ cop search --explain kind:decision -n 1
    » note: --explain tells why documents are ranked as they are; here nothing ranks them
    6 found, 1 to 1
    1  Zet onze verhalen op een openbare site     decision, proposed, changed 12 Nov
       decisions/0006-zet-onze-verhalen-op-een-openbare-site.nl.md:13
       Sponsors en nieuwe leden vragen wat we doen. We sturen dan losse bestanden r…
    Knows about it: Anna de Vries (decided 5), Fatima El Idrissi (decided 5), Bram
    Smit (decided 5)

    $ cop search --explain rhythm -s newest -n 1
    » note: --explain tells why documents are ranked as they are; here nothing ranks them
    13 found, 1 to 1
    1  Half an answer: two rooms and a carrier       answer, changed 27 Oct
       questions/how-do-you-run-a-community-across-time-zones/kees.md  tag: rhythm
    Knows about it: Anna de Vries (wrote 4), Fatima El Idrissi (worked on 6), Kees
    Ørsted (answered 2)

    $ cop search -i --explain
    » error: --interactive and --explain don't go together
    » hint: all about it: cop search --help
    [status 2]
    ");
}

#[test]
fn it_is_told_in_dutch_and_on_a_narrow_screen() {
    let world = example();
    insta::assert_snapshot!(dutch(&world, &["search ritme --explain -n 1"]), @r#"
    $ COP_LANG=nl cop search ritme --explain -n 1
    13 gevonden, 1 tot en met 1; ook gezocht: rhythm (trefwoord)
    1  Zet het ritme voor een jaar vast         praktijk, vastgesteld, nagekeken dec
       practices/ritme-voor-een-jaar.nl.md:19  … een vast ritme en zet meteen alle…
       practices/ritme-voor-een-jaar.nl.md:47  Het ritme loslaten "omdat er nu even…
       6,02 punten; heeft alle woorden en staat daarom vóór wat ze niet alle heeft
       3,79  ritme: titel, trefwoord of andere naam, tekst 2×; 11 documenten hebben
         het
       0,98  rhythm (trefwoord): trefwoord of andere naam; 13 documenten hebben het
         0,95  de titel heeft ze allemaal
         +2 %  346 dagen geleden gewijzigd of nagekeken
         +3 %  een lid zegt dit te gebruiken
    Weet hiervan: Anna de Vries (beheert 3), Fatima El Idrissi (werkte aan 6), Kees
    Ørsted (gaf 2 antwoorden)
    "#);
    insta::assert_snapshot!(narrow(&world, &["search short round --explain -n 1"]), @r"
    $ COLUMNS=40 cop search short round --explain -n 1
    7 found, 1 to 1
    1  Open with a short round
       practice, adopted, reviewed May
       practices/open-with-a-short-round.md:17
       Open every meeting with one round in…
       practices/open-with-a-short-round.md:20
       No reactions during the round. Whoev…
       12.13 points; it has every word, so
         it comes before what has not
       3.73  short: title; 11 documents have
         it
       5.10  round: title, text 5×; 9
         documents have it
       0.55  short and round stand close
         together
       1.77  its title has all of it
       +3 %  changed or reviewed 199 days
         ago
       +6 %  3 members say they use it
    Knows about it: Kees Ørsted (keeps 1),
    Anna de Vries (uses 2), Bram Smit
    (worked on 1)
    ");
}

#[test]
fn what_is_told_adds_up() {
    let world = example();
    for words in ["rhythm", "short round", "how often should we meet with everybody in the room"] {
        let json = world.cop(&["search", words, "--explain", "--json"]).json();
        let hits = json["hits"].as_array().expect("hits");
        assert!(!hits.is_empty(), "{words}");
        for hit in hits {
            let told = &hit["explained"];
            let number = |value: &serde_json::Value| value.as_f64().expect("a number");
            let parts = ["words", "near"].into_iter().flat_map(|key| told[key].as_array().expect("a list").clone());
            let sum: f64 = parts.map(|part| number(&part["points"])).sum::<f64>() + number(&told["title"]) + number(&told["answer"]);
            assert!((sum - number(&told["points"])).abs() < 1e-9, "{words}: {told}");
            let factor = 1.0 + told["standing"].as_array().expect("a list").iter().map(|part| number(&part["adds"])).sum::<f64>();
            assert!((factor - number(&told["factor"])).abs() < 1e-9, "{words}: {told}");
            let part = sum * factor / number(&told["of"]);
            let score = number(&hit["score"]);
            let within = if told["every"].is_null() { score } else { score.fract() };
            let expected = if told["every"].is_null() && told["retired"] == true { part * 0.25 } else { part };
            assert!((within - expected).abs() < 1e-9, "{words}: {hit}");
        }
    }
    let json = world.cop(&["search", "rhythm", "--json"]).json();
    assert!(json["hits"][0].get("explained").is_none(), "only where it is asked");
}

#[test]
fn what_members_use_goes_before_what_is_as_good_and_can_be_asked_for() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: A\n");
    for name in ["a", "b", "c"] {
        world.write(&format!("practices/{name}.md"), "---\nstatus: adopted\n---\n\n# Export a mailbox\n\nThe whole of it.\n");
    }
    world.write("practices/d.md", "---\nstatus: draft\n---\n\n# Export a mailbox\n\nThe whole of it.\n");
    world.write("members/ada.md", "# Ada\n\n## Uses\n\n- [It](../practices/b.md) 2026-11-01\n");
    world.write("members/bo.md", "# Bo\n\n## Gebruikt\n\n- [It](../practices/b.md)\n- [Other](../practices/c.md)\n");
    world.commit("Begin");
    let paths = |query: &str| world.cop(&["search", query, "-f", "paths"]).stdout;
    assert_eq!(paths("mailbox"), "practices/b.md\npractices/c.md\npractices/a.md\npractices/d.md\n");
    assert_eq!(paths("uses:practice/b sort:title"), "members/ada.md\nmembers/bo.md\n");
    assert_eq!(paths("uses:c"), "members/bo.md\n");
}
