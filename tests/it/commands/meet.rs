//! `cop meet`

use super::{cop, dutch, example, narrow, tiny, transcript, valid};
use crate::support::world::World;

/// A community that meets every six weeks, with a meeting that was and one that is to be closed.
fn circle() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Circle\nlanguages: [en, nl]\ntimezone: Europe/Amsterdam\nrhythm: every 6 weeks\n");
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n");
    world.write("members/bram.md", "---\nname: Bram Smit\n---\n");
    world.write("meetings/2026-10-08-soup.md", "---\nstatus: held\nwhen: 2026-10-08\nattendees: [ada]\n---\n\n# Soup\n\n- [ ] @bram buys bowls (2026-10-20)\n- [x] @ada buys spoons (2026-10-20)\n");
    world.write("meetings/2026-11-19-bread.md", "---\nwhen: 2026-11-19T14:00\nwhere: Room 1\nattendees: [ada, bram, Gerrit Postma]\n---\n\n# Bread\n\n## Agenda\n\n1. Soup\n\n## Minutes\n");
    world.commit("Begin");
    world
}

/// The text of a meeting with these minutes.
fn minutes(text: &str) -> String {
    format!("---\nwhen: 2026-11-19\nattendees: [ada, bram]\n---\n\n# Bread\n\n## Minutes\n\n{text}")
}

#[test]
fn what_is_planned_and_whether_the_rhythm_is_kept() {
    let world = circle();
    insta::assert_snapshot!(transcript(&world, &["meet", "meet -f csv"]), @"
    $ cop meet
    Thu 19 Nov 14:00  Bread  cop meet close meeting/2026-11-19-bread
    Rhythm: every 6 weeks. Last Thu 19 Nov, and nothing is planned; by the rhythm it
    would be Thu 31 Dec.
    cop meet plan

    $ cop meet -f csv
    ref,path,title,date,time,place,stage
    meeting/2026-11-19-bread,meetings/2026-11-19-bread.md,Bread,2026-11-19,14:00,Room 1,planned
    ");
    insta::assert_snapshot!(transcript(&world, &["meet plan 2027-01-07 Twelfth Night --at 14:00 --where 'The hall'", "meet"]), @"
    $ cop meet plan 2027-01-07 Twelfth Night --at 14:00 --where 'The hall'
    » Committed [commit]
    » Planned for Thu 7 Jan
    » On the agenda: one point that waits
    meetings/2027-01-07-twelfth-night.md

    $ cop meet
    Thu 19 Nov 14:00  Bread          cop meet close meeting/2026-11-19-bread
    Thu 7 Jan 14:00   Twelfth Night  The hall
    Rhythm: every 6 weeks. Last Thu 19 Nov, next Thu 7 Jan, 7 weeks apart: kept.
    ");
    insta::assert_snapshot!(dutch(&world, &["meet"]), @"
    $ COP_LANG=nl cop meet
    do 19 nov 14:00  Bread          cop meet close meeting/2026-11-19-bread
    do 7 jan 14:00   Twelfth Night  The hall
    Ritme: om de 6 weken. Laatst do 19 nov, straks do 7 jan, 7 weken ertussen: dat
    klopt.
    ");
    insta::assert_snapshot!(narrow(&world, &["meet"]), @"
    $ COLUMNS=40 cop meet
    Thu 19 Nov 14:00  Bread
       cop meet close
       meeting/2026-11-19-bread
    Thu 7 Jan 14:00   Twelfth Night
       The hall
    Rhythm: every 6 weeks. Last Thu 19 Nov,
    next Thu 7 Jan, 7 weeks apart: kept.
    ");
    let answer = valid(&cop(&world, "meet --json").run(), "meet");
    assert_eq!(
        (answer["last"].as_str(), answer["next"].as_str(), answer["kept"].as_bool()),
        (Some("2026-11-19"), Some("2027-01-07"), Some(true))
    );
    // Where nobody has a rhythm or a meeting, that is said.
    insta::assert_snapshot!(transcript(&tiny(), &["meet"]), @"
    $ cop meet
    No meeting is planned.
    There is no rhythm; `rhythm: every 6 weeks` in community.yaml says one.
    cop meet plan
    ");
}

#[test]
fn the_calendar_holds_every_meeting_under_a_name_that_stays() {
    let world = circle();
    let uid = |text: &str| text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    let before = cop(&world, "meet -f ics").run().done();
    assert_eq!(uid(&before), ["UID:meetings.2026-10-08-soup@circle.cop", "UID:meetings.2026-11-19-bread@circle.cop"]);
    assert!(before.contains("DTSTART:20261119T130000Z\r\n") && before.contains("DTSTART;VALUE=DATE:20261008\r\n"), "{before}");
    cop(&world, "rename bread 'Bread and butter'").run().done();
    cop(&world, "mark bread-and-butter cancelled").run().done();
    let after = cop(&world, "meet -f ics").run().done();
    assert_eq!(uid(&after), uid(&before));
    assert!(after.contains("SUMMARY:Bread and butter\r\n") && after.contains("STATUS:CANCELLED\r\n"), "{after}");
}

#[test]
fn the_next_meeting_comes_with_what_waits() {
    let world = circle();
    world.write("decisions/0001-one-pot.md", "---\nstatus: accepted\nrevisit: 2026-12-20\ndate: 2026-01-01\n---\n\n# One [big] pot\n");
    world.write("decisions/0002-two-pots.md", "---\ndate: 2026-11-01\n---\n\n# Two pots\n");
    world.write("questions/who-stirs.md", "# Who stirs?\n");
    world.write("questions/who-eats.md", "# Who eats?\n");
    world.write("questions/who-eats/ada.md", "# All of us\n");
    world.write("flags/2026-11-20-one-pot-bram.md", "---\nabout: decision/0001-one-pot\ntype: unclear\n---\n\n# Unclear\n");
    world.write("community.yaml", "format: 1\nname: Circle\nrhythm: every 6 weeks\ngoals:\n  - {text: Soup for all, until: 2027-01-01}\n  - {text: Bread for all, until: 2028-01-01}\n");
    world.commit("More");
    insta::assert_snapshot!(transcript(&world, &["meet plan", "meet plan 2026-12-31", "meet plan 2026-12-31-meeting"]), @"
    $ cop meet plan
    » Committed [commit]
    » Planned for Thu 31 Dec
    » On the agenda: 5 points that wait
    meetings/2026-12-31-meeting.md

    $ cop meet plan 2026-12-31
    » Nothing to change: it is so already
    meetings/2026-12-31-meeting.md

    $ cop meet plan 2026-12-31-meeting
    » Nothing to change: it is so already
    meetings/2026-12-31-meeting.md
    ");
    insta::assert_snapshot!(world.read("meetings/2026-12-31-meeting.md"), @r#"
    ---
    when: 2026-12-31
    where:
    attendees: []
    ---

    # Meeting of 31 Dec 2026

    <!-- cop: Above goes when (2026-12-03 14:00), where (a room, or the link of a call) and, between the brackets, who was there; here one sentence on what this meeting is for. -->

    ## Agenda

    - Promised at [Soup](2026-10-08-soup.md), and still open: one action, of @bram
    - To decide: [Two pots](../decisions/0002-two-pots.md)
    - To look at again by Sun 20 Dec: [One [big] pot](../decisions/0001-one-pot.md)
    - Our goal for Fri 1 Jan: Soup for all
    - Nobody has answered yet: [Who stirs?](../questions/who-stirs.md)

    ## Minutes

    <!-- cop: Write what came up, and begin a line with "decision:", "proposal:", "question:" or "action:" (who does what, by when) for whatever must not get lost. -->
    "#);
    // What comes up later is put behind what stands there.
    world.write("decisions/0003-no-pots.md", "# No pots\n");
    world.commit("Later");
    let text = world.read("meetings/2026-12-31-meeting.md");
    cop(&world, "meet plan 2026-12-31-meeting").run().done();
    let line = "- To decide: [No pots](../decisions/0003-no-pots.md)\n";
    assert_eq!(world.read("meetings/2026-12-31-meeting.md"), text.replace("\n\n## Minutes", &format!("\n{line}\n## Minutes")));
    assert_eq!(cop(&world, "check").run().status, 0);
}

#[test]
fn a_series_is_one_commit_and_leaves_out_the_days_that_are_taken() {
    let world = circle();
    world.write("meetings/2027-02-04-butter.md", "---\nwhen: 2027-02-04\n---\n\n# Butter\n");
    world.commit("Butter");
    insta::assert_snapshot!(transcript(&world, &["meet plan 2026-12-10 --every '4 weeks' --times 4 --at 2pm --where 'Room 1'"]), @"
    $ cop meet plan 2026-12-10 --every '4 weeks' --times 4 --at 2pm --where 'Room 1'
    » Committed [commit]
    » Planned 3 meetings, the first for Thu 10 Dec
    » Left out, for there is a meeting already: Thu 4 Feb 2027
    » On the agenda: one point that waits
    meetings/2026-12-10-meeting.md
    meetings/2027-01-07-meeting.md
    meetings/2027-03-04-meeting.md
    ");
    assert_eq!(world.git(&["log", "-1", "--format=%s"]).trim(), "Plan 3 meetings from 2026-12-10 to 2027-03-04");
    assert!(world.read("meetings/2027-03-04-meeting.md").contains("when: 2027-03-04T14:00\nwhere: Room 1\n"));
    let answer = valid(&cop(&world, "meet plan --every '2 weeks' --until 2027-04-10 --json").run(), "meet-written");
    assert_eq!(super::each(&answer["changed"], "ref"), ["meeting/2027-03-18-meeting", "meeting/2027-04-01-meeting"]);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_community_in_dutch_plans_in_dutch() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Kring\nlanguage: nl\nrhythm: elke 6 weken\n");
    world.write("leden/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n");
    world.write("besluiten/0001-soep.md", "# Soep\n");
    world.commit("Begin");
    insta::assert_snapshot!(dutch(&world, &["meet plan 'komende donderdag 14 uur' 'Vooruitkijken'", "meet"]), @"
    $ COP_LANG=nl cop meet plan 'komende donderdag 14 uur' Vooruitkijken
    » Vastgelegd als [commit]
    » Gepland op do 26 nov
    » Op de agenda: één punt dat wacht
    bijeenkomsten/2026-11-26-vooruitkijken.md

    $ COP_LANG=nl cop meet
    do 26 nov 14:00  Vooruitkijken
    Ritme: om de 6 weken. Er is nog geen bijeenkomst geweest.
    ");
    insta::assert_snapshot!(world.read("bijeenkomsten/2026-11-26-vooruitkijken.md"), @r#"
    ---
    when: 2026-11-26T14:00
    where:
    attendees: []
    ---

    # Vooruitkijken

    <!-- cop: Hierboven komt wanneer (2026-12-03 14:00), waar (een zaal of de link om in te bellen) en tussen de haken wie erbij was; hier in één zin waar deze bijeenkomst voor is. -->

    ## Agenda

    - Te besluiten: [Soep](../besluiten/0001-soep.md)

    ## Verslag

    <!-- cop: Schrijf op wat er ter tafel kwam, en begin een regel met "besluit:", "voorstel:", "vraag:" of "actie:" (wie doet wat, voor wanneer) als het niet verloren mag gaan. -->
    "#);
    world.write("verslag.txt", "Besluit: wij eten soep.\nactie: Ada kookt, voor 15 december\nvraag: @ada wie wast af?\nbeslit: niets\n");
    let later = |line: &str| cop(&world, line).env("COP_LANG", "nl").env("COP_NOW", "2026-11-27T09:00:00Z").run().to_string();
    insta::assert_snapshot!(later("meet minutes --from verslag.txt --attendees ada"), @"
    $ COP_LANG=nl COP_NOW=2026-11-27T09:00:00Z cop meet minutes --from verslag.txt --attendees ada
    » Vastgelegd als [commit]
    » Wat erin is gemarkeerd wordt een document met: cop meet close meeting/2026-11-26-vooruitkijken
    bijeenkomsten/2026-11-26-vooruitkijken.md
    ");
    insta::assert_snapshot!(later("meet close"), @r#"
    $ COP_LANG=nl COP_NOW=2026-11-27T09:00:00Z cop meet close
    » Vastgelegd als [commit]
    » Vooruitkijken  gepland → gehouden
    » Gemaakt: één besluit, één vraag, één actie
    » Regel 21 is gelaten zoals hij is: "beslit: niets"; moet er iets van komen, begin hem dan met besluit:
    besluiten/0002-wij-eten-soep.md
    bijeenkomsten/2026-11-26-vooruitkijken.md
    vragen/wie-wast-af.md
    "#);
    insta::assert_snapshot!(world.read("bijeenkomsten/2026-11-26-vooruitkijken.md"), @"
    ---
    when: 2026-11-26T14:00
    where:
    attendees: [ada]
    status: held
    ---

    # Vooruitkijken

    <!-- cop: Hierboven komt wanneer (2026-12-03 14:00), waar (een zaal of de link om in te bellen) en tussen de haken wie erbij was; hier in één zin waar deze bijeenkomst voor is. -->

    ## Agenda

    - Te besluiten: [Soep](../besluiten/0001-soep.md)

    ## Verslag

    - Besluit: [Wij eten soep](../besluiten/0002-wij-eten-soep.md)
    - [ ] @ada kookt (2026-12-15)
    - Vraag: [Wie wast af?](../vragen/wie-wast-af.md)
    beslit: niets
    ");
    insta::assert_snapshot!(world.read("besluiten/0002-wij-eten-soep.md"), @"
    ---
    date: 2026-11-26
    decision-makers: [ada]
    tags: []
    status: accepted
    ---

    # Wij eten soep

    Besloten op [Vooruitkijken](../bijeenkomsten/2026-11-26-vooruitkijken.md).

    ## Context en probleem

    <!-- cop: Vertel in twee of drie zinnen wat er speelt en welke knoop er doorgehakt moet worden, zodat ook wie er volgend jaar bij komt het snapt. -->

    ## Besluit

    Wij eten soep.
    ");
    insta::assert_snapshot!(world.read("vragen/wie-wast-af.md"), @"
    ---
    tags: []
    authors: [ada]
    ---

    # Wie wast af?

    Gevraagd op [Vooruitkijken](../bijeenkomsten/2026-11-26-vooruitkijken.md).

    ## Situatie

    <!-- cop: Vertel waar je mee bezig bent, waar je vastloopt en wat je met een goed antwoord verder helpt; het hoeft geen af verhaal te zijn. -->
    ");
}

#[test]
fn marked_lines_become_documents_and_tasks_in_one_commit() {
    let world = circle();
    world.write("decisions/0001-one-pot.md", "---\ndate: 2026-10-08\n---\n\n# One pot\n");
    world.commit("Pot");
    let text = "\
We ate.
decision: We bake on Thursdays,
because the oven is warm
- **Proposal:** Buy *one* [oven](https://oven.example)
vraag: @bram wie veegt de vloer?
1. action: Bram buys flour by 15 December
action: somebody sweeps
action: @piet sings
Decision: one pot
besluit - nee
desicion: no
question:

```
decision: in code
```
> decision: quoted
<!-- decision: hidden -->
";
    cop(&world, "meet minutes --from -").input(text).run().done();
    let commits = world.git(&["rev-list", "--count", "HEAD"]);
    insta::assert_snapshot!(transcript(&world, &["meet close --dry-run -q"]).lines().filter(|line| line.starts_with("+++")).collect::<Vec<_>>().join("\n"), @"
    +++ b/decisions/0001-one-pot.md
    +++ b/decisions/0002-we-bake-on-thursdays-because-the-oven-is-warm.md
    +++ b/decisions/0003-buy-one-oven.md
    +++ b/meetings/2026-11-19-bread.md
    +++ b/questions/wie-veegt-de-vloer.nl.md
    ");
    assert_eq!(world.git(&["rev-list", "--count", "HEAD"]), commits);
    insta::assert_snapshot!(transcript(&world, &["meet close", "meet close 2026-11-19-bread"]), @r#"
    $ cop meet close
    » Committed [commit]
    » Bread  planned → held
    » Made: one decision, one proposal, one question, 3 actions
    » One pot  proposed → accepted
    » Line 21: it is not said who does it: somebody sweeps
    » Line 22: nobody here is called @piet
    » Line 24 was left as it is: "besluit - nee"; if it is meant to become something, begin it with besluit:
    » Line 25 was left as it is: "desicion: no"; if it is meant to become something, begin it with decision:
    » Line 26 was left as it is: nothing stands behind "question:"
    decisions/0001-one-pot.md
    decisions/0002-we-bake-on-thursdays-because-the-oven-is-warm.md
    decisions/0003-buy-one-oven.md
    meetings/2026-11-19-bread.md
    questions/wie-veegt-de-vloer.nl.md

    $ cop meet close 2026-11-19-bread
    » Nothing to change: it is so already
    » Line 24 was left as it is: "besluit - nee"; if it is meant to become something, begin it with besluit:
    » Line 25 was left as it is: "desicion: no"; if it is meant to become something, begin it with decision:
    » Line 26 was left as it is: nothing stands behind "question:"
    "#);
    insta::assert_snapshot!(world.read("meetings/2026-11-19-bread.md"), @"
    ---
    when: 2026-11-19T14:00
    where: Room 1
    attendees: [ada, bram, Gerrit Postma]
    status: held
    ---

    # Bread

    ## Agenda

    1. Soup

    ## Minutes

    We ate.
    - Decision: [We bake on Thursdays, because the oven is warm](../decisions/0002-we-bake-on-thursdays-because-the-oven-is-warm.md)
    - Proposal: [Buy one oven](../decisions/0003-buy-one-oven.md)
    - Vraag: [Wie veegt de vloer?](../questions/wie-veegt-de-vloer.nl.md)
    1. [ ] @bram buys flour (2026-12-15)
    - [ ] somebody sweeps
    - [ ] @piet sings
    - Decision: [One pot](../decisions/0001-one-pot.md)
    besluit - nee
    desicion: no
    question:

    ```
    decision: in code
    ```
    > decision: quoted
    <!-- decision: hidden -->
    ");
    insta::assert_snapshot!(world.read("decisions/0002-we-bake-on-thursdays-because-the-oven-is-warm.md"), @"
    ---
    date: 2026-11-19
    decision-makers: [ada, bram]
    tags: []
    status: accepted
    ---

    # We bake on Thursdays, because the oven is warm

    Decided at [Bread](../meetings/2026-11-19-bread.md).

    ## Context and Problem Statement

    <!-- cop: Tell in two or three sentences what is going on and which question has to be settled, so that somebody who joins next year understands it. -->

    ## Decision Outcome

    We bake on Thursdays, because the oven is warm.
    ");
    insta::assert_snapshot!(world.read("decisions/0003-buy-one-oven.md"), @"
    ---
    date: 2026-11-19
    decision-makers: []
    tags: []
    ---

    # Buy one oven

    Proposed at [Bread](../meetings/2026-11-19-bread.md).

    ## Context and Problem Statement

    <!-- cop: Tell in two or three sentences what is going on and which question has to be settled, so that somebody who joins next year understands it. -->
    ");
    insta::assert_snapshot!(world.read("decisions/0001-one-pot.md"), @"
    ---
    date: 2026-11-19
    status: accepted
    decision-makers: [ada, bram]
    ---

    # One pot
    ");
    insta::assert_snapshot!(world.read("questions/wie-veegt-de-vloer.nl.md"), @"
    ---
    tags: []
    authors: [bram]
    ---

    # Wie veegt de vloer?

    Gevraagd op [Bread](../meetings/2026-11-19-bread.md).

    ## Situatie

    <!-- cop: Vertel waar je mee bezig bent, waar je vastloopt en wat je met een goed antwoord verder helpt; het hoeft geen af verhaal te zijn. -->
    ");
    insta::assert_snapshot!(world.git(&["log", "-1", "--format=%s", "--name-status"]), @"
    Close meeting/2026-11-19-bread

    M	decisions/0001-one-pot.md
    A	decisions/0002-we-bake-on-thursdays-because-the-oven-is-warm.md
    A	decisions/0003-buy-one-oven.md
    M	meetings/2026-11-19-bread.md
    A	questions/wie-veegt-de-vloer.nl.md
    ");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
    // A line that comes later becomes a document, and what was made before is made once.
    world.write(
        "meetings/2026-11-19-bread.md",
        world.read("meetings/2026-11-19-bread.md").replace("We ate.\n", "We ate.\n\ndecision: We sing\n"),
    );
    world.commit("Later");
    let answer = valid(&cop(&world, "meet close 2026-11-19-bread --json").run(), "meet-written");
    assert_eq!(super::each(&answer["changed"], "ref"), ["decision/0004-we-sing", "meeting/2026-11-19-bread"]);
    assert_eq!(cop(&world, "check").run().status, 0);
}

#[test]
fn nothing_else_in_the_file_changes() {
    let world = circle();
    let text = "\u{feff}---\r\nwhen: 2026-11-19   # the third\r\nattendees: [ada]\r\nodd: 'x'\r\n---\r\n\r\n# Bread\r\n\r\n## Besproken\r\n\r\n* Actie: Ada zingt\r\n\r\nEnd.  \r\n";
    world.write("meetings/2026-11-19-bread.md", text);
    world.commit("As in Windows");
    cop(&world, "meet close").run().done();
    let expected = text.replace("* Actie: Ada zingt", "* [ ] @ada zingt").replace("odd: 'x'\r\n", "odd: 'x'\r\nstatus: held\r\n");
    assert_eq!(world.read("meetings/2026-11-19-bread.md"), expected);
}

#[test]
fn minutes_go_where_they_belong_and_leave_the_state() {
    let world = circle();
    world.write("said.txt", "We ate.\n");
    insta::assert_snapshot!(transcript(&world, &[
        "meet minutes --from said.txt --attendees @bram,'Cas Klein'",
        "meet minutes --from said.txt",
        "meet minutes",
        "meet minutes --from nothing.txt",
        "meet minutes --attendees nobdoy",
    ]), @r#"
    $ cop meet minutes --from said.txt --attendees '@bram,Cas Klein'
    » Committed [commit]
    » What is marked in it becomes documents with: cop meet close meeting/2026-11-19-bread
    meetings/2026-11-19-bread.md

    $ cop meet minutes --from said.txt
    » Nothing to change: it is so already
    meetings/2026-11-19-bread.md

    $ cop meet minutes
    » error: there is no terminal to edit on
    » hint: cop meet minutes meeting/2026-11-19-bread --from FILE
    [status 2]

    $ cop meet minutes --from nothing.txt
    » error: there is no file nothing.txt
    » hint: a path is read from [world]/community; - takes what is piped in
    [status 2]

    $ cop meet minutes --attendees nobdoy
    » error: there is no member "nobdoy"
    » hint: somebody who is no member, or a team, is written with a capital
    [status 2]
    "#);
    insta::assert_snapshot!(world.read("meetings/2026-11-19-bread.md"), @"
    ---
    when: 2026-11-19T14:00
    where: Room 1
    attendees: [ada, bram, Gerrit Postma, Cas Klein]
    ---

    # Bread

    ## Agenda

    1. Soup

    ## Minutes

    We ate.
    ");
}

#[test]
fn what_can_not_be_done_is_said_with_what_can() {
    let world = circle();
    world.write("empty.txt", "\n");
    insta::assert_snapshot!(transcript(&world, &[
        "meet plan nonsense",
        "meet plan 2020-01-01",
        "meet plan 2026-02-30 x",
        "meet plan 2026-12-10 --every '4 weeks'",
        "meet plan --times 100",
        "meet plan --until 2026-11-23",
        "meet plan --at 25:00",
        "meet plan --every soon",
        "meet plan ada",
        "meet plan 'next thurday'",
        "meet close --every '4 weeks'",
        "meet close a b",
        "meet dance",
        "meet close members/ada.md",
        "meet minutes --from empty.txt",
        "meet -f xml",
    ]), @r#"
    $ cop meet plan nonsense
    » error: "nonsense" is neither a day nor a meeting
    » hint: a day: 2026-12-10, "3 Dec 14:00", "next Thursday"; the title stands behind it
    [status 2]

    $ cop meet plan 2020-01-01
    » error: 2020-01-01 is past: only what is still to be is planned
    » hint: a meeting that was: cop add meeting TITLE --set when=2020-01-01
    [status 2]

    $ cop meet plan 2026-02-30 x
    » error: "2026-02-30" is neither a day nor a meeting
    » hint: a day: 2026-12-10, "3 Dec 14:00", "next Thursday"; the title stands behind it
    [status 2]

    $ cop meet plan 2026-12-10 --every '4 weeks'
    » error: how many meetings?
    » hint: --times 8, or --until "June 2027"
    [status 2]

    $ cop meet plan --times 100
    » error: from 1 to 60 meetings can be planned at once
    [status 2]

    $ cop meet plan --until 2026-11-23
    » error: no meeting is that early: the first would be on 2026-12-31
    [status 2]

    $ cop meet plan --at 25:00
    » error: "25:00" is no time
    » hint: such as 14:00 or 2pm
    [status 2]

    $ cop meet plan --every soon
    » error: --every can't be "soon"
    » hint: --every "6 weeks", or `rhythm: every 6 weeks` in community.yaml
    [status 2]

    $ cop meet plan ada
    » error: "ada" is neither a day nor a meeting
    » hint: a day: 2026-12-10, "3 Dec 14:00", "next Thursday"; the title stands behind it
    [status 2]

    $ cop meet plan 'next thurday'
    » error: "next thurday" is neither a day nor a meeting
    » hint: a day: 2026-12-10, "3 Dec 14:00", "next Thursday"; the title stands behind it
    [status 2]

    $ cop meet close --every '4 weeks'
    » error: --every goes with cop meet plan
    [status 2]

    $ cop meet close a b
    » error: "b" is one word too many
    [status 2]

    $ cop meet dance
    » error: plan|minutes|close can't be "dance"
    » hint: one of these: plan, minutes, close
    [status 2]

    $ cop meet close members/ada.md
    » error: member/ada is no meeting
    [status 2]

    $ cop meet minutes --from empty.txt
    » error: the text is empty
    [status 2]

    $ cop meet -f xml
    » error: there is no format "xml" here
    » hint: one of these: text, json, jsonl, csv, paths, md, ics
    [status 2]
    "#);
    let many = format!("meet plan 2026-12-10 '{}'", "a".repeat(500));
    insta::assert_snapshot!(transcript(&world, &[&many]).lines().skip(1).collect::<Vec<_>>().join("\n"), @"
    » error: a title can have 300 characters; this one has 500
    [status 2]
    ");
    cop(&world, "meet plan 2026-12-10").run().done();
    cop(&world, "meet close").run().done();
    insta::assert_snapshot!(transcript(&world, &[
        "meet close",
        "meet close 2026-12-10-meeting",
        "meet minutes 2026-12-10-meeting --from empty.txt",
        "meet plan 2026-12-10 Again",
        "meet plan 2026-11-19-bread",
        "meet plan 2026-12-10 --times 1",
    ]), @"
    $ cop meet close
    » error: no meeting is today, and none that is past waits to be closed
    » hint: the next is meeting/2026-12-10-meeting, on 2026-12-10
    [status 2]

    $ cop meet close 2026-12-10-meeting
    » error: meeting/2026-12-10-meeting is still to be, on 2026-12-10
    [status 2]

    $ cop meet minutes 2026-12-10-meeting --from empty.txt
    » error: meeting/2026-12-10-meeting is still to be, on 2026-12-10
    [status 2]

    $ cop meet plan 2026-12-10 Again
    » error: on 2026-12-10 there is a meeting already: meeting/2026-12-10-meeting
    » hint: what waits goes on its agenda with: cop meet plan meeting/2026-12-10-meeting
    [status 2]

    $ cop meet plan 2026-11-19-bread
    » error: meeting/2026-11-19-bread was on 2026-11-19: its agenda is done
    » hint: cop meet plan
    [status 2]

    $ cop meet plan 2026-12-10 --times 1
    » error: on that day there is a meeting already
    [status 2]
    ");
    insta::assert_snapshot!(transcript(&tiny(), &["meet plan", "meet close", "meet plan --times 2"]), @r#"
    $ cop meet plan
    » error: there is no rhythm to go by
    » hint: cop meet plan 2026-12-10, --every "6 weeks", or `rhythm: every 6 weeks` in community.yaml
    [status 2]

    $ cop meet close
    » error: no meeting is today, and none that is past waits to be closed
    » hint: cop meet plan
    [status 2]

    $ cop meet plan --times 2
    » error: there is no rhythm to go by
    » hint: cop meet plan 2026-12-10, --every "6 weeks", or `rhythm: every 6 weeks` in community.yaml
    [status 2]
    "#);
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Tiny\nrhythm: every 6 weeks\nends: 2026-12-31\n");
    world.commit("A rhythm");
    insta::assert_snapshot!(transcript(&world, &["meet plan"]), @"
    $ cop meet plan
    » Committed [commit]
    » Planned for Sun 3 Jan
    » By `ends:` in community.yaml the community stops on Thu 31 Dec, before that
    » On the agenda: one point that waits
    meetings/2027-01-03-meeting.md
    ");
}

#[test]
fn of_two_meetings_on_a_day_one_has_to_be_named() {
    let world = circle();
    world.write("meetings/2026-11-19-butter.md", "---\nwhen: 2026-11-19\n---\n\n# Butter\n");
    world.commit("Butter");
    insta::assert_snapshot!(transcript(&world, &["meet close", "meet close butter", "meet close"]), @"
    $ cop meet close
    » error: there is more than one meeting on 2026-11-19: which?
    » hint: meeting/2026-11-19-bread
    » hint: meeting/2026-11-19-butter
    [status 2]

    $ cop meet close butter
    » Committed [commit]
    » Butter  planned → held
    » Nobody is said to have been there: cop set meeting/2026-11-19-butter attendees=HANDLE,…
    meetings/2026-11-19-butter.md

    $ cop meet close
    » Committed [commit]
    » Bread  planned → held
    meetings/2026-11-19-bread.md
    ");
}

#[test]
fn a_line_as_long_as_a_page_has_a_short_title() {
    let world = circle();
    let long = "soup ".repeat(100);
    world.write("meetings/2026-11-19-bread.md", minutes(&format!("decision: {long}\nquestion: {}\n", "é".repeat(500))));
    world.commit("Long");
    let answer = valid(&cop(&world, "meet close --json").run(), "meet-written");
    let path = answer["changed"][0]["path"].as_str().unwrap().to_owned();
    assert!(world.read(&path).contains(long.trim()), "{path}");
    assert!(world.read(&path).lines().any(|line| line.starts_with("# Soup soup") && line.ends_with("soup…")));
    assert_eq!(cop(&world, "meet close 2026-11-19-bread").run().stdout, "");
}

#[test]
fn whoever_has_no_kind_of_decisions_keeps_the_lines() {
    let world = circle();
    world.write("community.yaml", "format: 1\nname: Circle\nkinds:\n  decision: null\n");
    world.write("meetings/2026-11-19-bread.md", minutes("decision: We bake\naction: @ada bakes\n"));
    world.commit("No decisions");
    insta::assert_snapshot!(transcript(&world, &["meet close"]), @"
    $ cop meet close
    » Committed [commit]
    » Bread  planned → held
    » Made: one action
    » Line 11 was left as it is: this community has no kind decision
    meetings/2026-11-19-bread.md
    ");
}

#[test]
fn older_records_get_others_like_them() {
    let world = circle();
    world.write("community.yaml", "format: 1\nname: Circle\nkinds:\n  decision: {paths: ['docs/adr/*.md']}\n");
    for number in 1..4 {
        let text = format!(
            "# {number}. Use pot {number}\n\nDate: 2026-01-0{number}\n\n## Status\n\nAccepted\n\n## Context\n\nWe cook.\n\n## Decision\n\nWe use it.\n\n## Consequences\n\nSoup.\n"
        );
        world.write(&format!("docs/adr/000{number}-use-pot-{number}.md"), text);
    }
    world.write("meetings/2026-11-19-bread.md", minutes("decision: use pot 2\ndecision: Use deep bowls\nproposal: Use spoons\n"));
    world.commit("Records");
    insta::assert_snapshot!(transcript(&world, &["meet close"]), @"
    $ cop meet close
    » Committed [commit]
    » Bread  planned → held
    » Made: one decision, one proposal
    docs/adr/0004-use-deep-bowls.md
    docs/adr/0005-use-spoons.md
    meetings/2026-11-19-bread.md
    ");
    insta::assert_snapshot!(world.read("docs/adr/0004-use-deep-bowls.md"), @"
    ---
    decision-makers: [ada, bram]
    ---

    # 4. Use deep bowls

    Date: 2026-11-19

    ## Status

    Accepted

    ## Context

    ## Decision

    Use deep bowls.

    ## Consequences

    Decided at [Bread](../../meetings/2026-11-19-bread.md).
    ");
}

#[test]
fn the_example_s_next_meeting_can_be_closed() {
    let world = example();
    let on = |line: &str| {
        cop(&world, line).env("COP_NOW", "2026-12-10T17:00:00Z").input("besluit: Zet onze verhalen op een openbare site\n").run()
    };
    on("meet minutes --from - --attendees anna,ines,zoe").done();
    insta::assert_snapshot!(on("meet close --author anna"), @"
    $ COP_NOW=2026-12-10T17:00:00Z cop meet close --author anna
    » Committed [commit] for Anna de Vries
    » Looking back, two years on  planned → held
    » Zet onze verhalen op een openbare site  proposed → accepted
    » note: decisions/0006-zet-onze-verhalen-op-een-openbare-site.nl.md: this takes steward (anna, bram, fatima, ines): cop check --history will object
    decisions/0006-zet-onze-verhalen-op-een-openbare-site.nl.md
    meetings/2026-12-10-looking-back.md
    ");
    assert!(world.read("decisions/0006-zet-onze-verhalen-op-een-openbare-site.nl.md").contains("status: accepted"));
}
