//! What a value is, and what a key means: without the quotes that a shell takes, with a space behind the colon, by other names.

use crate::commands::{dutch, example, names, transcript, valid};
use crate::support::world::World;

/// What two queries find, each typed as one argument, is the same, and something.
fn same(world: &World, typed: &str, meant: &str) {
    let (one, other) = (found(world, typed), found(world, meant));
    assert_eq!(one, other, "{typed}");
    assert!(!one.is_empty(), "{typed}");
}

fn found(world: &World, typed: &str) -> Vec<String> {
    let answer = world.cop(&["search", typed, "--json", "-n", "100"]).json();
    names(&answer).into_iter().map(str::to_owned).collect()
}

#[test]
fn a_value_whose_quotes_the_shell_took_is_whole_all_the_same() {
    let world = example();
    for (typed, meant) in [
        ("updated:last month", "updated:\"last month\""),
        ("updated:since march", "updated:\"since march\""),
        ("meeting updated:since march rhythm", "meeting updated:\"since march\" rhythm"),
        ("links-to:How often should we meet?", "links-to:how-often-should-we-meet"),
        ("answers:How often should we meet? rooms", "answers:how-often-should-we-meet rooms"),
        ("by:Anna de Vries", "by:anna"),
        ("by:Anna de Vries rhythm", "by:anna rhythm"),
        ("steward:Fatima El Idrissi", "steward:fatima"),
        ("by:anna rhythm", "rhythm by:\"anna\""),
        ("created:2025 meeting", "meeting created:\"2025\""),
        ("rhythm NOT by:Anna de Vries", "rhythm NOT by:anna"),
    ] {
        same(&world, typed, meant);
    }
    let split = world.cop(&["search", "updated:last", "month", "meeting", "--json"]).json();
    assert_eq!(names(&split), found(&world, "updated:\"last month\" meeting"));
}

#[test]
fn the_examples_of_the_help_find_what_they_promise_as_a_shell_gives_them() {
    let world = example();
    for args in [
        &["updated:last month"][..],
        &["updated:since march"],
        &["created:2025"],
        &["tag:rhythm -quarterly updated:>2026-01"],
        &["quiet members", "--kind", "question"],
        &["answers:how-often-should-we-meet", "sort:oldest"],
        &["antwoorden-op:how-often-should-we-meet", "sort:oldest"],
        &["kerngroep leegloopt", "--kind", "vraag"],
    ] {
        let all = [&["search"], args].concat();
        assert_eq!(world.cop(&all).status, 0, "{args:?}");
    }
}

#[test]
fn a_space_behind_the_colon_is_told() {
    let world = example();
    let told = |typed: &str| {
        let answer = world.cop(&["search", typed, "-n", "1"]);
        answer.stderr.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    for (typed, meant) in [("tag: rhythm", "tag:rhythm"), ("meeting updated: last month", "meeting updated:\"last month\"")] {
        same(&world, typed, meant);
    }
    for (typed, note) in [
        ("tag: rhythm", "note: read as tag:rhythm, without a space"),
        ("updated: last month", "note: read as updated:\"last month\", without a space"),
        ("title: rhythm", "note: \"title:\" has no value here, so it was looked for as a word; write title:rhythm, without a space"),
        ("answers:", "note: \"answers:\" has no value, so it was looked for as a word; write answers:VALUE"),
    ] {
        assert_eq!(told(typed), [note], "{typed}");
    }
}

#[test]
fn a_key_has_the_names_that_people_have_for_it() {
    let world = example();
    for (typed, meant) in [
        ("owner:fatima", "steward:fatima"),
        ("bijgewerkt:vorige maand", "updated:\"last month\""),
        ("geen:steward", "no:steward"),
        ("is:onbeantwoord", "is:unanswered"),
    ] {
        same(&world, typed, meant);
    }
    let by_author = found(&world, "author:anna");
    assert!(found(&world, "creator:anna").iter().all(|one| by_author.contains(one)), "whoever wrote it is its author");
    let refused = |lang: &str, typed: &str| world.command("cop").args(&["search", typed]).env("COP_LANG", lang).run().stderr;
    insta::assert_snapshot!(refused("en", "is:closed"), @r#"
error: "is:closed" is none of is:open, is:unanswered, is:stale, is:mine, is:retired
query:1:4
   |  is:closed
   |     ^
hint: that is a state; write status:closed
"#);
    insta::assert_snapshot!(refused("nl", "is:onbeantword"), @r#"
fout: "is:onbeantword" bestaat niet; wel is:open, is:onbeantwoord, is:verouderd, is:mijn en is:vervallen
query:1:4
   |  is:onbeantword
   |     ^
tip: bedoel je onbeantwoord?
"#);
    insta::assert_snapshot!(refused("nl", "gewijzgd:2025"), @r#"
opmerking: "gewijzgd:" is hier geen veld en is dus als woord gezocht; bedoel je gewijzigd:?
"#);
}

#[test]
fn what_leaves_a_word_out_need_not_stand_in_quotes() {
    let world = example();
    let both = |args: &[&str]| names(&world.cop(&[&["search", "--json", "-n", "100"], args].concat()).json()).join(" ");
    for (typed, meant) in [
        (&["review", "-quarterly"][..], "review NOT quarterly"),
        (&["-quarterly review"], "review NOT quarterly"),
        (&["-tag:rhythm"], "NOT tag:rhythm"),
        (&["meeting", "-steward:Anna de Vries"], "meeting NOT steward:anna"),
    ] {
        assert_eq!(both(typed), both(&[meant]), "{typed:?}");
    }
    insta::assert_snapshot!(transcript(&world, &["search meeting -notes"]), @r#"
$ cop search meeting -notes
» error: --limit can't be "otes"
» hint: all about it: cop search --help
» hint: to leave a word out: cop search 'meeting NOT notes'
[status 2]
"#);
}

#[test]
fn what_is_nowhere_is_told() {
    let world = example();
    let first = |query: &str| world.cop(&["search", query, "-n", "1"]).stdout.lines().next().unwrap_or_default().to_owned();
    let lines: Vec<String> = [
        "how do I get my boss to support this",
        "hybrid meetings",
        "Boss-less (hybrid) meetings?",
        "boss OR hybrid meetings",
        "e-mail",
        "rythm meetings",
        "quiet rhythm kick-off",
    ]
    .into_iter()
    .map(|query| format!("{query}: {}", first(query)))
    .collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
how do I get my boss to support this: nowhere: boss; 7 documents have some of the other words, 1 to 1
hybrid meetings: nowhere: hybrid; 30 documents have some of the other words, 1 to 1
Boss-less (hybrid) meetings?: nowhere: Boss-less, hybrid; 30 documents have some of the other words, 1 to 1
boss OR hybrid meetings: nowhere: boss, hybrid; 30 documents have some of the other words, 1 to 1
e-mail: "e-mail" is nowhere as one word; 6 documents have a part of it, 1 to 1
rythm meetings: 12 found, 1 to 1; also searched: rhythm (spelling)
quiet rhythm kick-off: 1 found; also searched: start (tag)
"#);
    insta::assert_snapshot!(dutch(&world, &["search hybrid meetings -n 0", "search e-mail -n 0"]), @r#"
$ COP_LANG=nl cop search hybrid meetings -n 0
nergens: hybrid; 30 documenten hebben een paar van de andere woorden

$ COP_LANG=nl cop search e-mail -n 0
"e-mail" staat nergens als één woord; 6 documenten hebben er een deel van
"#);
    let json = valid(&world.cop(&["search", "how do I get my boss to support this", "--json"]), "search");
    assert_eq!(json["nowhere"], serde_json::json!(["boss"]));
    assert!(world.cop(&["search", "quiet members", "--json"]).json().get("nowhere").is_none(), "nothing typed is nowhere");
}

#[test]
fn what_nothing_has_under_a_key_is_told_with_what_there_is() {
    let world = World::archivists();
    for (name, slack) in [("one", "platform"), ("two", "platform"), ("three", "data")] {
        world.write(&format!("practices/{name}.md"), format!("---\nowner_slack: {slack}\n---\n# Keep {name}\n"));
    }
    let notes = |query: &str| world.cop(&["search", query]).stderr;
    assert_eq!(notes("owner_slack:platfrom").trim(), "note: no document has \"platfrom\" as owner-slack; did you mean platform?");
    assert_eq!(notes("owner_slack:x").trim(), "note: no document has \"x\" as owner-slack; documents have: platform, data");
    assert_eq!(notes("owner_slack:data").trim(), "");
}

#[test]
fn what_asks_for_two_orders_is_told_which_one_counts() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &[
        "search -n 0 rhythm sort:newest,oldest", "search -n 0 rhythm sort:newest sort:title", "search -n 0 rhythm sort:title -s newest",
        "search -n 0 rhythm sort:title -s title", "search kind:workshop", "search kind:practise", "search sort:upside",
    ]), @r#"
$ cop search -n 0 rhythm sort:newest,oldest
» note: there is one order only; here sort:newest counts
13 found

$ cop search -n 0 rhythm sort:newest sort:title
» note: there is one order only; here sort:title counts
13 found

$ cop search -n 0 rhythm sort:title -s newest
» note: -s newest counts, and not sort:title in the query
13 found

$ cop search -n 0 rhythm sort:title -s title
13 found

$ cop search kind:workshop
» error: there is no kind "workshop"
» query:1:6
»    |  kind:workshop
»    |       ^
» hint: there are: practice, question, answer, decision, term, meeting, story, resource, flag, member
[status 2]

$ cop search kind:practise
» error: there is no kind "practise"
» query:1:6
»    |  kind:practise
»    |       ^
» hint: did you mean practice?
[status 2]

$ cop search sort:upside
» error: "sort:upside" is no order
» query:1:6
»    |  sort:upside
»    |       ^
» hint: there are: best, newest, oldest, updated, reviewed, title
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &[
        "search -n 0 rhythm sort:newest,oldest", "search -n 0 rhythm sort:newest sort:title", "search -n 0 rhythm sort:title -s newest", "search kind:workshop",
    ]), @r#"
$ COP_LANG=nl cop search -n 0 rhythm sort:newest,oldest
» opmerking: er is maar één volgorde; hier telt sort:newest
13 gevonden

$ COP_LANG=nl cop search -n 0 rhythm sort:newest sort:title
» opmerking: er is maar één volgorde; hier telt sort:title
13 gevonden

$ COP_LANG=nl cop search -n 0 rhythm sort:title -s newest
» opmerking: -s newest telt, en niet sort:title in de zoekvraag
13 gevonden

$ COP_LANG=nl cop search kind:workshop
» fout: er is geen soort "workshop"
» query:1:6
»    |  kind:workshop
»    |       ^
» tip: er zijn: praktijk, vraag, antwoord, besluit, begrip, bijeenkomst, verhaal, bron, melding, lid
[status 2]
"#);
}

#[test]
fn a_tag_that_has_the_word_for_a_synonym_is_searched_and_told() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search onboarding -n 2", "search onboarding -n 1 --explain"]), @r"
$ cop search onboarding -n 2
11 found, 1 to 2; also searched: newcomers (tag)
1  Walk a newcomer in                            practice, adopted, reviewed Oct
   practices/walk-a-newcomer-in.md:48  Four newcomers and one neighbour. Let tw…
   practices/walk-a-newcomer-in.md:18  Give each newcomer one person for six we…
2  Common ground                                 term, agreed, changed 5 Nov
   glossary/common-ground.md:12  … whenever newcomers come in or the world outs…
   glossary/common-ground.md:13  changes. If a newcomer does not understand a w…
Knows about it: Inês Carvalho (answered 1), Fatima El Idrissi (keeps 3), Bram
Smit (wrote 3)

$ cop search onboarding -n 1 --explain
11 found, 1 to 1; also searched: newcomers (tag)
1  Walk a newcomer in                            practice, adopted, reviewed Oct
   practices/walk-a-newcomer-in.md:48  Four newcomers and one neighbour. Let tw…
   practices/walk-a-newcomer-in.md:18  Give each newcomer one person for six we…
   6.78 points; it has every word, so it comes before what has not
     2.14  onboarding: tag or other name; 5 documents have it
   3.07  newcomers (tag): title, tag or other name, text 7×; 11 documents have
     it
     1.04  its title has all of it
     +4 %  changed or reviewed 48 days ago
     +5 %  2 members say they use it
Knows about it: Inês Carvalho (answered 1), Fatima El Idrissi (keeps 3), Bram
Smit (wrote 3)
");
    insta::assert_snapshot!(dutch(&world, &["search onboarding -n 1"]), @r"
$ COP_LANG=nl cop search onboarding -n 1
11 gevonden, 1 tot en met 1; ook gezocht: newcomers (trefwoord)
1  Walk a newcomer in                       praktijk, vastgesteld, nagekeken okt
   practices/walk-a-newcomer-in.md:48  Four newcomers and one neighbour. Let tw…
   practices/walk-a-newcomer-in.md:18  Give each newcomer one person for six we…
Weet hiervan: Inês Carvalho (gaf 1 antwoord), Fatima El Idrissi (beheert 3),
Bram Smit (schreef 3)
");
}
