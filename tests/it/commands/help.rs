//! `cop help`, `--help`, `--version`, and what is said of a command line that can't be understood

use super::{cop, dutch, narrow, transcript};
use crate::support::world::World;

#[test]
fn the_first_page_has_the_commands_in_groups() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["help"]), @r"
    $ cop help
    Keeps what a community of practice knows: plain Markdown in git, searched,
    checked and credited

    Usage: cop [OPTIONS] [COMMAND]

    Every day
      search, q            Find documents by words, fields and people
      show                 Show a document with its relations, answers and people
      list, ls             List documents, newest first; or the tags, or the words

    People
      contributors         Show who helped, and with what
      history              Tell a document's life: who made and changed it, when,
                           and what became of it

    Keep true
      check                Check that everything holds together, and say how to mend
                           what does not
      doctor               Show what cop sees, and what to do about each problem

    Start
      demo                 Make the example community as a git repository with its
                           members' history

    For tools
      help                 Say what can be asked, and how
      completions          Print completions for a shell
      man                  Print the manual page, for man(1)
      schema               Print the JSON Schema of what a command answers with

    With every command
      -C DIR               The community's folder, or any below it, instead of the
                           current one
      -f, --format FORMAT  The form of the answer: text, json, …
          --json           The same as -f json
      -o, --output FILE    A file for the answer
          --color WHEN     When in colour: auto, always, never
      -q, --quiet          The answer and errors only
      -v, --verbose        More than the answer
          --demo           On the example community, with its members' history
      -h, --help           This help
      -V, --version        The version

    Without a command, cop shows the community. More: cop help COMMAND. Words that
    people try: cop help words.
    ");
    insta::assert_snapshot!(dutch(&world, &["help"]), @r"
    $ COP_LANG=nl cop help
    Bewaart wat een praktijkgemeenschap weet: gewone Markdown in git, doorzocht en
    gecontroleerd, met ere wie ere toekomt

    Gebruik: cop [OPTIES] [OPDRACHT]

    Elke dag
      search, q             Zoek documenten op woorden, velden en mensen
      show                  Laat een document zien met zijn verbanden, antwoorden en
                            mensen
      list, ls              Som documenten op, de nieuwste eerst; of de trefwoorden,
                            of de woordenlijst

    Mensen
      contributors          Laat zien wie er hielp, en waarmee
      history               Vertel het leven van een document: wie het maakte en
                            wijzigde, wanneer, en wat ervan werd

    Kloppend houden
      check                 Controleer of alles klopt en bij elkaar past
      doctor                Laat zien wat cop ziet, en wat je aan elk probleem kunt
                            doen

    Beginnen
      demo                  Maak de voorbeeldgemeenschap als git-repository met de
                            geschiedenis van haar leden

    Voor programma's
      help                  Vertel wat je kunt vragen, en hoe
      completions           Geef de aanvullingen voor een shell
      man                   Geef de manpagina, voor man(1)
      schema                Geef het JSON-schema van wat een opdracht antwoordt

    Bij elke opdracht
      -C MAP                De map van de gemeenschap, of een map daarbinnen, in
                            plaats van de huidige
      -f, --format VORM     De vorm van het antwoord: text, json, …
          --json            Hetzelfde als -f json
      -o, --output BESTAND  Schrijf het antwoord in een bestand
          --color WANNEER   Wanneer in kleur: auto, always, never
      -q, --quiet           Alleen het antwoord en fouten
      -v, --verbose         Meer dan het antwoord
          --demo            In de voorbeeldgemeenschap, met de geschiedenis van haar
                            leden
      -h, --help            Deze hulp
      -V, --version         De versie

    Zonder opdracht laat cop de gemeenschap zien. Meer: cop help OPDRACHT. Woorden
    die mensen proberen: cop help woorden.
    ");
    let page = |line| cop(&world, line).run().done();
    assert_eq!(page("help"), page("--help"));
    assert_eq!(page("help"), page("-h"));
}

#[test]
fn a_command_has_its_page() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["help search"]), @r#"
    $ cop help search
    Find documents by words, fields and people

    Usage: cop search [OPTIONS] QUERY…

    What
      QUERY…                 Words, "phrases", NOT, OR, prefix*, key:value

    Which documents
      -k, --kind KIND        Of this kind, in any language: practice, vragen, …
      -t, --tag TAG          With this tag
          --status STATE     In this state: open, adopted, voorgesteld, …
          --steward HANDLE   Kept true by this person or team
          --lang LANG        In this language
          --where KEY=VALUE  With this value of a front-matter key
          --created WHEN     Made then: 2025-01, 30d.., "vorige maand"
          --updated WHEN     Last changed then
          --by HANDLE        That this person contributed to

    How much, in what order
      -n, --limit COUNT      At most so many; 0 tells only how many there are
          --offset COUNT     Leave out so many first
      -s, --sort ORDER       In this order: score, newest, oldest, updated, title

    With every command
      -C DIR                 The community's folder, or any below it, instead of the
                             current one
      -f, --format FORMAT    The form of the answer: text, json, …
          --json             The same as -f json
      -o, --output FILE      A file for the answer
          --color WHEN       When in colour: auto, always, never
      -q, --quiet            The answer and errors only
      -v, --verbose          More than the answer
          --demo             On the example community, with its members' history
      -h, --help             This help

    Also tag: by: steward: creator: lang: title: created: updated: status: kind:,
    and every front-matter key as key:value, has:key and no:key; is:open,
    is:unanswered, is:stale and is:mine.
    One argument is the whole question; of several, each with a space in it is a
    phrase.
    Put < and > between quotes, or the shell makes a file of them: 'updated:>2025'.
      cop search rhythm meetings
      cop search "quiet members" --kind question
      cop search 'tag:rhythm -quarterly updated:>2026-01'
    "#);
    insta::assert_snapshot!(dutch(&world, &["help show"]), @r#"
    $ COP_LANG=nl cop help show
    Laat een document zien met zijn verbanden, antwoorden en mensen

    Gebruik: cop show [OPTIES] DOCUMENT|NAAM

    Wat je invult
      DOCUMENT|NAAM         Een verwijzing, het laatste deel ervan, een nummer, een
                            pad, een titel, of de naam van een lid

    Bij elke opdracht
      -C MAP                De map van de gemeenschap, of een map daarbinnen, in
                            plaats van de huidige
      -f, --format VORM     De vorm van het antwoord: text, json, …
          --json            Hetzelfde als -f json
      -o, --output BESTAND  Schrijf het antwoord in een bestand
          --color WANNEER   Wanneer in kleur: auto, always, never
      -q, --quiet           Alleen het antwoord en fouten
      -v, --verbose         Meer dan het antwoord
          --demo            In de voorbeeldgemeenschap, met de geschiedenis van haar
                            leden
      -h, --help            Deze hulp

      cop show fetch-and-bring
      cop show 4
      cop show "How often should we meet?"
      cop show anna
    "#);
    insta::assert_snapshot!(narrow(&world, &["help history"]), @r"
    $ COLUMNS=40 cop help history
    Tell a document's life: who made and
    changed it, when, and what became of it

    Usage: cop history [OPTIONS] REF

    What
      REF          The document

    With every command
      -C DIR       The community's folder,
                   or any below it, instead
                   of the current one
      -f, --format FORMAT
        The form of the answer: text, json,
        …
          --json   The same as -f json
      -o, --output FILE
        A file for the answer
          --color WHEN
            When in colour: auto, always,
            never
      -q, --quiet  The answer and errors
                   only
      -v, --verbose
        More than the answer
          --demo   On the example community,
                   with its members' history
      -h, --help   This help

      cop history fetch-and-bring
    Of all documents together: cop
    contributors.
    ");
    let page = |line| cop(&world, line).run().done();
    for line in ["search --help", "search -h", "q -h", "help q"] {
        assert_eq!(page("help search"), page(line), "{line}");
    }
}

#[test]
fn words_from_elsewhere_are_answered_with_ours() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["help words", "grep x", "new practice", "commit", "init", "questions"]), @r#"
    $ cop help words
    Words that people try, and what they are here:

    cop search WORDS  find, grep, query, lookup, zoek, zoeken, vind
    cop search WORDS  who, expert, wie, similar
    cop show TITLE    open, view, read, get, toon, bekijk, lees
    cop show HANDLE   member, person, lid
    cop list          all, dir, lijst
    cop list KIND     practices, questions, decisions, terms, meetings, stories,
                      members, vragen, praktijken, besluiten, begrippen
    cop list tags     trefwoorden, labels, topics
    cop list -f csv   export, csv
    cop               home, overview, dashboard, overzicht
    cop history REF   blame, timeline, changes, geschiedenis
    cop contributors  authors, people, credits, thanks, bijdragers, mensen
    cop check         lint, validate, verify, test, controleer
    cop doctor        diagnose, status, env, whoami, info, toestand
    cop demo          example, tutorial, try, voorbeeld, proef

    init, setup, start, begin
    - a file community.yaml with the two lines "format: 1" and "name: What it is
      called"; cop demo makes an example

    add, new, create, ask, answer, edit, write, set, tag, rename, move, mv, rm,
    delete, remove, nieuw, vraag, antwoord
    - a Markdown file in the folder of its kind, such as practices/our-first.md:
      make or change it with any editor

    save, commit, push, pull, sync, undo
    - git itself: git add, git commit, git pull, git push

    $ cop grep x
    » error: there is no command "grep"
    » hint: here that is: cop search x
    [status 2]

    $ cop new practice
    » error: there is no command "new"
    » hint: here that is: a Markdown file in the folder of its kind, such as practices/our-first.md: make or change it with any editor
    [status 2]

    $ cop commit
    » error: there is no command "commit"
    » hint: here that is: git itself: git add, git commit, git pull, git push
    [status 2]

    $ cop init
    » error: there is no command "init"
    » hint: here that is: a file community.yaml with the two lines "format: 1" and "name: What it is called"; cop demo makes an example
    [status 2]

    $ cop questions
    » error: there is no command "questions"
    » hint: here that is: cop list questions
    [status 2]
    "#);
    insta::assert_snapshot!(dutch(&world, &["zoek ritme", "nieuw", "help words --json"]), @r#"
    $ COP_LANG=nl cop zoek ritme
    » fout: er is geen opdracht "zoek"
    » tip: zo heet dat hier: cop search ritme
    [status 2]

    $ COP_LANG=nl cop nieuw
    » fout: er is geen opdracht "nieuw"
    » tip: zo heet dat hier: een Markdownbestand in de map van zijn soort, zoals praktijken/onze-eerste.md: maak of wijzig het met een editor naar keuze
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
            "who",
            "expert",
            "wie",
            "similar"
          ],
          "here": "cop search WORDS"
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
            "decisions",
            "terms",
            "meetings",
            "stories",
            "members",
            "vragen",
            "praktijken",
            "besluiten",
            "begrippen"
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
            "overzicht"
          ],
          "here": "cop"
        },
        {
          "words": [
            "blame",
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
            "thanks",
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
            "diagnose",
            "status",
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
            "init",
            "setup",
            "start",
            "begin"
          ],
          "here": "a file community.yaml with the two lines \"format: 1\" and \"name: What it is called\"; cop demo makes an example"
        },
        {
          "words": [
            "add",
            "new",
            "create",
            "ask",
            "answer",
            "edit",
            "write",
            "set",
            "tag",
            "rename",
            "move",
            "mv",
            "rm",
            "delete",
            "remove",
            "nieuw",
            "vraag",
            "antwoord"
          ],
          "here": "a Markdown file in the folder of its kind, such as practices/our-first.md: make or change it with any editor"
        },
        {
          "words": [
            "save",
            "commit",
            "push",
            "pull",
            "sync",
            "undo"
          ],
          "here": "git itself: git add, git commit, git pull, git push"
        }
      ],
      "problems": []
    }
    "#);
}

#[test]
fn a_command_line_that_can_not_be_meant_is_answered_with_what_can() {
    let world = World::without_git();
    let lines = [
        "serch",
        "dance",
        "help dance",
        "list --tagg x",
        "list --wat",
        "list --tag",
        "--color red",
        "-q -v list",
        "list -f json --json",
        "list a b",
        "--json --dance",
    ];
    insta::assert_snapshot!(transcript(&world, &lines), @r#"
    $ cop serch
    » error: there is no command "serch"
    » hint: did you mean cop search?
    [status 2]

    $ cop dance
    » error: there is no command "dance"
    » hint: to search for it: cop search dance
    » hint: all that can be asked: cop --help, and cop COMMAND --help
    [status 2]

    $ cop help dance
    » error: there is no command "dance"
    » hint: to search for it: cop search dance
    » hint: all that can be asked: cop --help, and cop COMMAND --help
    [status 2]

    $ cop list --tagg x
    » error: there is no option --tagg here
    » hint: did you mean --tag?
    [status 2]

    $ cop list --wat
    » error: there is no option --wat here
    » hint: all about it: cop list --help
    [status 2]

    $ cop list --tag
    » error: --tag needs a value
    » hint: all about it: cop list --help
    [status 2]

    $ cop --color red
    » error: --color can't be "red"
    » hint: one of these: auto, always, never
    [status 2]

    $ cop -q -v list
    » error: --quiet and --verbose don't go together
    » hint: all about it: cop list --help
    [status 2]

    $ cop list -f json --json
    » {"error":{"kind":"usage","message":"--format and --json don't go together","cause":null,"path":null,"line":null,"column":null,"hints":["all about it: cop list --help"]}}
    [status 2]

    $ cop list a b
    » error: "b" is one thing too many here
    » hint: a title of several words goes between quotes: cop show "How often should we meet?"
    » hint: all about it: cop list --help
    [status 2]

    $ cop --json --dance
    » {"error":{"kind":"usage","message":"there is no option --dance here","cause":null,"path":null,"line":null,"column":null,"hints":["all that can be asked: cop --help, and cop COMMAND --help"]}}
    [status 2]
    "#);
    insta::assert_snapshot!(dutch(&world, &lines), @r#"
    $ COP_LANG=nl cop serch
    » fout: er is geen opdracht "serch"
    » tip: bedoel je cop search?
    [status 2]

    $ COP_LANG=nl cop dance
    » fout: er is geen opdracht "dance"
    » tip: erop zoeken: cop search dance
    » tip: alles wat je kunt vragen: cop --help, en cop OPDRACHT --help
    [status 2]

    $ COP_LANG=nl cop help dance
    » fout: er is geen opdracht "dance"
    » tip: erop zoeken: cop search dance
    » tip: alles wat je kunt vragen: cop --help, en cop OPDRACHT --help
    [status 2]

    $ COP_LANG=nl cop list --tagg x
    » fout: de optie --tagg bestaat hier niet
    » tip: bedoel je --tag?
    [status 2]

    $ COP_LANG=nl cop list --wat
    » fout: de optie --wat bestaat hier niet
    » tip: alles erover: cop list --help
    [status 2]

    $ COP_LANG=nl cop list --tag
    » fout: --tag heeft een waarde nodig
    » tip: alles erover: cop list --help
    [status 2]

    $ COP_LANG=nl cop --color red
    » fout: --color kan niet "red" zijn
    » tip: kies uit: auto, always, never
    [status 2]

    $ COP_LANG=nl cop -q -v list
    » fout: --quiet en --verbose gaan niet samen
    » tip: alles erover: cop list --help
    [status 2]

    $ COP_LANG=nl cop list -f json --json
    » {"error":{"kind":"usage","message":"--format and --json don't go together","cause":null,"path":null,"line":null,"column":null,"hints":["all about it: cop list --help"]}}
    [status 2]

    $ COP_LANG=nl cop list a b
    » fout: "b" is er één te veel
    » tip: een titel van meer woorden staat tussen aanhalingstekens: cop show "Hoe vaak komen we bij elkaar?"
    » tip: alles erover: cop list --help
    [status 2]

    $ COP_LANG=nl cop --json --dance
    » {"error":{"kind":"usage","message":"there is no option --dance here","cause":null,"path":null,"line":null,"column":null,"hints":["all that can be asked: cop --help, and cop COMMAND --help"]}}
    [status 2]
    "#);
}

#[test]
fn the_version_is_said() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["--version", "-V"]), @r"
    $ cop --version
    cop 0.1.0

    $ cop -V
    cop 0.1.0
    ");
}
