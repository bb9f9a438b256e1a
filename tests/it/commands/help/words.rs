//! `cop help words`, and what those words are answered with.

use crate::commands::{dutch, transcript};
use crate::support::world::World;

#[test]
fn words_from_elsewhere_are_answered_with_ours() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["help words", "grep x", "new practice", "commit", "start", "questions"]), @r#"
$ cop help words
Words that people try, and what they are here:

cop search WORDS       find, grep, query, lookup, zoek, zoeken, vind
cop search --like REF  similar
cop who TOPIC          expert, experts, whom, ask-who, wie, kenner, kenners,
                       vraagbaak
cop show TITLE         open, view, read, get, toon, bekijk, lees
cop show HANDLE        member, person, lid
cop list               all, dir, lijst
cop list KIND          practices, questions, answers, decisions, terms,
                       meetings, stories, resources, flags, members, praktijken,
                       vragen, antwoorden, besluiten, begrippen, bijeenkomsten,
                       verhalen, bronnen, meldingen, leden
cop list tags          trefwoorden, labels, topics
cop list -f csv        export, csv
cop                    home, overview, dashboard, overzicht, stand
cop history REF        timeline, changes, geschiedenis
cop contributors       authors, people, credits, bijdragers, mensen
cop check              lint, validate, verify, test, controleer
cop health             metrics, statistics, stats, kpi, cijfers, gezondheid,
                       hartslag, rapport
cop gaps               bus-factor, busfactor, hiaten, gaten, risk, kwetsbaar
cop onboard HANDLE     onboarding, newcomer, welcome, inwerken, nieuwkomer,
                       welkom
cop meet               minutes, agenda, calendar, ics, schedule, vergadering,
                       vergaderen, notulen, verslag, kalender, plan
cop doctor             diagnose, env, whoami, info, toestand
cop demo               example, tutorial, try, voorbeeld, proef
cop communities        community, gemeenschap, gemeenschappen, workspaces
cop init               setup, start, begin, found, oprichten
cop add KIND TITLE     create, make, write, nieuw, maak
cop ask TITLE          vraag, stel
cop answer REF         reply, respond, antwoord, beantwoord
cop mark REF STATE     transition, besluit
cop mark REF accepted  decide, approve, goedkeuren
cop mark REF adopted   adopt, vaststellen
cop mark REF retired   retire, deprecate, archive, archiveer
cop mark REF superseded --superseded-by REF
  supersede, replace, vervang
cop mark REF closed    close, sluit
cop mark REF open      reopen, heropen
cop add practice --from REF
  promote, promoveer
cop review REF         nakijken, nagekeken, confirm, bevestig
cop flag REF TYPE      report, complain, issue, meld
cop used REF           using, gebruik, gebruikt
cop follow REF         subscribe, watch, star, unfollow, volg
cop thank HANDLE REF   kudos, praise, bedank, dank
cop rename REF "Another title"
  move, hernoem, verplaats
cop rm REF             remove, verwijder
cop edit REF           change, modify, bewerk, wijzig
cop save               commit, bewaar
cop undo               revert, herstel
cop sync               push, pull, fetch, share, synchroniseer, deel

file, bestand
- a Markdown file in the folder of its kind, such as practices/our-first.md:
  make or change it with any editor

$ cop grep x
» error: there is no command "grep"
» hint: here that is: cop search x
[status 2]

$ cop new practice
» error: [world]/community is not in a community: no community.yaml here or above
» hint: to start one here: cop init
» hint: to look in another folder: cop -C DIR …
» hint: to see what cop does: cop --demo search rhythm
[status 2]

$ cop commit
» error: there is no command "commit"
» hint: here that is: cop save
[status 2]

$ cop start
» error: there is no command "start"
» hint: here that is: cop init
[status 2]

$ cop questions
» error: there is no command "questions"
» hint: here that is: cop list questions
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["zoek ritme", "nieuw", "vervang 4", "promoveer how-long", "help words --json"]), @r#"
    $ COP_LANG=nl cop zoek ritme
    » fout: er is geen opdracht "zoek"
    » tip: zo heet dat hier: cop search ritme
    [status 2]

    $ COP_LANG=nl cop nieuw
    » fout: er is geen opdracht "nieuw"
    » tip: zo heet dat hier: cop add SOORT TITEL
    [status 2]

    $ COP_LANG=nl cop vervang 4
    » fout: er is geen opdracht "vervang"
    » tip: zo heet dat hier: cop mark 4 superseded --superseded-by DOCUMENT
    [status 2]

    $ COP_LANG=nl cop promoveer how-long
    » fout: er is geen opdracht "promoveer"
    » tip: zo heet dat hier: cop add practice --from how-long
    [status 2]

    $ COP_LANG=nl cop help words --json
    {
      "schema": "cop/help-words/1",
      "words": [
        {
          "words": [
            "find",
            "grep",
            "query",
            "lookup",
            "zoek",
            "zoeken",
            "vind"
          ],
          "here": "cop search WORDS"
        },
        {
          "words": [
            "similar"
          ],
          "here": "cop search --like REF"
        },
        {
          "words": [
            "expert",
            "experts",
            "whom",
            "ask-who",
            "wie",
            "kenner",
            "kenners",
            "vraagbaak"
          ],
          "here": "cop who TOPIC"
        },
        {
          "words": [
            "open",
            "view",
            "read",
            "get",
            "toon",
            "bekijk",
            "lees"
          ],
          "here": "cop show TITLE"
        },
        {
          "words": [
            "member",
            "person",
            "lid"
          ],
          "here": "cop show HANDLE"
        },
        {
          "words": [
            "all",
            "dir",
            "lijst"
          ],
          "here": "cop list"
        },
        {
          "words": [
            "practices",
            "questions",
            "answers",
            "decisions",
            "terms",
            "meetings",
            "stories",
            "resources",
            "flags",
            "members",
            "praktijken",
            "vragen",
            "antwoorden",
            "besluiten",
            "begrippen",
            "bijeenkomsten",
            "verhalen",
            "bronnen",
            "meldingen",
            "leden"
          ],
          "here": "cop list KIND"
        },
        {
          "words": [
            "trefwoorden",
            "labels",
            "topics"
          ],
          "here": "cop list tags"
        },
        {
          "words": [
            "export",
            "csv"
          ],
          "here": "cop list -f csv"
        },
        {
          "words": [
            "home",
            "overview",
            "dashboard",
            "overzicht",
            "stand"
          ],
          "here": "cop"
        },
        {
          "words": [
            "timeline",
            "changes",
            "geschiedenis"
          ],
          "here": "cop history REF"
        },
        {
          "words": [
            "authors",
            "people",
            "credits",
            "bijdragers",
            "mensen"
          ],
          "here": "cop contributors"
        },
        {
          "words": [
            "lint",
            "validate",
            "verify",
            "test",
            "controleer"
          ],
          "here": "cop check"
        },
        {
          "words": [
            "metrics",
            "statistics",
            "stats",
            "kpi",
            "cijfers",
            "gezondheid",
            "hartslag",
            "rapport"
          ],
          "here": "cop health"
        },
        {
          "words": [
            "bus-factor",
            "busfactor",
            "hiaten",
            "gaten",
            "risk",
            "kwetsbaar"
          ],
          "here": "cop gaps"
        },
        {
          "words": [
            "onboarding",
            "newcomer",
            "welcome",
            "inwerken",
            "nieuwkomer",
            "welkom"
          ],
          "here": "cop onboard HANDLE"
        },
        {
          "words": [
            "minutes",
            "agenda",
            "calendar",
            "ics",
            "schedule",
            "vergadering",
            "vergaderen",
            "notulen",
            "verslag",
            "kalender",
            "plan"
          ],
          "here": "cop meet"
        },
        {
          "words": [
            "diagnose",
            "env",
            "whoami",
            "info",
            "toestand"
          ],
          "here": "cop doctor"
        },
        {
          "words": [
            "example",
            "tutorial",
            "try",
            "voorbeeld",
            "proef"
          ],
          "here": "cop demo"
        },
        {
          "words": [
            "community",
            "gemeenschap",
            "gemeenschappen",
            "workspaces"
          ],
          "here": "cop communities"
        },
        {
          "words": [
            "setup",
            "start",
            "begin",
            "found",
            "oprichten"
          ],
          "here": "cop init"
        },
        {
          "words": [
            "create",
            "make",
            "write",
            "nieuw",
            "maak"
          ],
          "here": "cop add KIND TITLE"
        },
        {
          "words": [
            "vraag",
            "stel"
          ],
          "here": "cop ask TITLE"
        },
        {
          "words": [
            "reply",
            "respond",
            "antwoord",
            "beantwoord"
          ],
          "here": "cop answer REF"
        },
        {
          "words": [
            "transition",
            "besluit"
          ],
          "here": "cop mark REF STATE"
        },
        {
          "words": [
            "decide",
            "approve",
            "goedkeuren"
          ],
          "here": "cop mark REF accepted"
        },
        {
          "words": [
            "adopt",
            "vaststellen"
          ],
          "here": "cop mark REF adopted"
        },
        {
          "words": [
            "retire",
            "deprecate",
            "archive",
            "archiveer"
          ],
          "here": "cop mark REF retired"
        },
        {
          "words": [
            "supersede",
            "replace",
            "vervang"
          ],
          "here": "cop mark REF superseded --superseded-by REF"
        },
        {
          "words": [
            "close",
            "sluit"
          ],
          "here": "cop mark REF closed"
        },
        {
          "words": [
            "reopen",
            "heropen"
          ],
          "here": "cop mark REF open"
        },
        {
          "words": [
            "promote",
            "promoveer"
          ],
          "here": "cop add practice --from REF"
        },
        {
          "words": [
            "nakijken",
            "nagekeken",
            "confirm",
            "bevestig"
          ],
          "here": "cop review REF"
        },
        {
          "words": [
            "report",
            "complain",
            "issue",
            "meld"
          ],
          "here": "cop flag REF TYPE"
        },
        {
          "words": [
            "using",
            "gebruik",
            "gebruikt"
          ],
          "here": "cop used REF"
        },
        {
          "words": [
            "subscribe",
            "watch",
            "star",
            "unfollow",
            "volg"
          ],
          "here": "cop follow REF"
        },
        {
          "words": [
            "kudos",
            "praise",
            "bedank",
            "dank"
          ],
          "here": "cop thank HANDLE REF"
        },
        {
          "words": [
            "move",
            "hernoem",
            "verplaats"
          ],
          "here": "cop rename REF \"Another title\""
        },
        {
          "words": [
            "remove",
            "verwijder"
          ],
          "here": "cop rm REF"
        },
        {
          "words": [
            "change",
            "modify",
            "bewerk",
            "wijzig"
          ],
          "here": "cop edit REF"
        },
        {
          "words": [
            "commit",
            "bewaar"
          ],
          "here": "cop save"
        },
        {
          "words": [
            "revert",
            "herstel"
          ],
          "here": "cop undo"
        },
        {
          "words": [
            "file",
            "bestand"
          ],
          "here": "a Markdown file in the folder of its kind, such as practices/our-first.md: make or change it with any editor"
        },
        {
          "words": [
            "push",
            "pull",
            "fetch",
            "share",
            "synchroniseer",
            "deel"
          ],
          "here": "cop sync"
        }
      ],
      "problems": []
    }
    "#);
}
