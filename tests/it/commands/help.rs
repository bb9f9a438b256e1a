//! `cop help`, `--help` and `--version`.

mod unclear;
mod words;

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
fn the_version_is_said() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["--version", "-V"]), @r"
    $ cop --version
    cop 0.1.0

    $ cop -V
    cop 0.1.0
    ");
}
