//! `cop help`, `--help` and `--version`.

mod unclear;
mod words;

use super::{cop, dutch, narrow, transcript};
use crate::support::world::World;

#[test]
fn the_first_page_has_the_commands_in_groups() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["help"]), @"
    $ cop help
    Keeps what a community of practice knows: plain Markdown in git, searched,
    checked and credited

    Usage: cop [OPTIONS] [COMMAND]

    Every day
      search, q            Find documents by words, fields and people
      who                  Show whom to ask about something, each with the evidence
      show                 Show a document with its relations, answers and people
      list, ls             List documents, newest first; or the tags, the words, the
                           searches
      add                  Add a document, from the template of its kind
      ask                  Ask the community a question
      answer               Answer a question, in a file of your own
      edit                 Change a document in your editor
      save                 Keep what was changed by hand: a commit a document
      due                  Show what is waiting, what matters soonest first, each
                           with why and what to type
      sync                 Bring in what others sent, and send what is here

    Change
      mark                 Bring a document into a state: adopted, accepted,
                           retired, …
      accept               Choose the answer that helped: its question is answered
      set                  Set fields of a document, and change nothing else in it
      tag                  Give a document tags, or take tags from it
      rename, mv           Give a document another title; file and references follow
      rm                   Take a document away to which nothing refers
      review               Look whether a document is still true, and say so
      flag                 Report that a document is outdated, unclear, duplicate or
                           wrong
      used                 Say that I used something, and what it gave
      follow               Follow a document or a tag
      thank                Thank somebody for their part in a document
      undo                 Take cop's last commit back, as if it had never been

    People
      invite               Invite people: a page for each that waits for them, and
                           the letter to send
      join                 Become a member: my own file from what git knows of me,
                           and my way in
      onboard              Show a newcomer's way in: what to read, whom to meet, how
                           to begin
      meet                 Show the meetings that are planned; plan one, write its
                           minutes, or close it
      contributors         Show who helped, and with what
      history              Tell what happened: to a document since it was made, or
                           in the community

    Keep true
      check                Check that everything holds together, and say how to mend
                           what does not
      gaps                 Show what is lacking: what hangs on one person, what is
                           asked and not written down, what nobody uses
      health               Show how the community is doing: who takes part, how soon
                           questions are answered, what is out of date
      digest               Write a letter of what happened: for members, stewards,
                           newcomers or a sponsor
      doctor               Show what cop sees, and what to do about each problem

    Start
      init                 Found a community, in a new folder or in a repository as
                           it lies
      demo                 Make the example community as a git repository with its
                           members' history
      communities          Show the communities that you search together, put one on
                           that list or take one off

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
      -v, --verbose        More than the answer: lists with their paths, documents
                           with all links
          --demo           On the example community, with its members' history
      -h, --help           This help
      -V, --version        The version

    Without a command, cop shows the community. More: cop help COMMAND. Kinds with
    their fields and states: cop help kinds. Keys of community.yaml: cop help
    settings. Who may decide: cop help governance. What is kept of people: cop help
    privacy. Words that people try: cop help words.
    COP_LANG (en, nl): the language of the screen. COP_DIR: the community, as -C.
    COP_NOW (2026-11-22T09:00:00Z): replaces the clock. NO_COLOR: no colours. PAGER:
    what shows long answers.
    ");
    insta::assert_snapshot!(dutch(&world, &["help"]), @"
    $ COP_LANG=nl cop help
    Bewaart wat een praktijkgemeenschap weet: gewone Markdown in git, doorzocht en
    gecontroleerd, en vermeldt wie wat deed

    Gebruik: cop [OPTIES] [OPDRACHT]

    Elke dag
      search, q             Zoek documenten op woorden, velden en mensen
      who                   Toon wie je iets kunt vragen, bij elke naam waarom
      show                  Laat een document zien met zijn verbanden, antwoorden en
                            mensen
      list, ls              Som documenten op, de nieuwste eerst; of de trefwoorden,
                            de woordenlijst, de zoekvragen
      add                   Voeg een document toe, naar het sjabloon van zijn soort
      ask                   Stel de gemeenschap een vraag
      answer                Beantwoord een vraag, in een bestand van jezelf
      edit                  Wijzig een document in je editor
      save                  Bewaar wat je met de hand wijzigde, een commit per
                            document
      due                   Laat zien wat er ligt te wachten, het dringendste eerst,
                            met waarom en wat je typt
      sync                  Haal binnen wat anderen stuurden, en verstuur wat hier
                            is

    Wijzigen
      mark                  Breng een document in een status: vastgesteld, aanvaard,
                            vervallen, …
      accept                Kies het antwoord dat hielp: de vraag is daarmee
                            beantwoord
      set                   Zet velden van een document, en verander er verder niets
                            in
      tag                   Geef een document trefwoorden, of haal ze weg
      rename, mv            Geef een document een andere titel; bestand en links
                            gaan mee
      rm                    Haal een document weg waar niets naar verwijst
      review                Kijk na of een document nog klopt, en zeg het
      flag                  Meld dat een document verouderd, onduidelijk, dubbel of
                            onjuist is
      used                  Zeg dat je iets gebruikte, en wat het opleverde
      follow                Volg een document of een trefwoord
      thank                 Bedank iemand voor een aandeel in een document
      undo                  Draai de nieuwste commit terug, als die van cop is

    Mensen
      invite                Nodig mensen uit: voor elk een pagina die klaarligt, en
                            de brief om te sturen
      join                  Word lid: mijn eigen bestand uit wat git van me weet, en
                            mijn weg naar binnen
      onboard               Laat zien hoe een nieuwkomer de weg vindt: wat te lezen,
                            wie te ontmoeten, hoe te beginnen
      meet                  Laat zien welke bijeenkomsten er komen; plan er een,
                            schrijf het verslag of sluit hem af
      contributors          Laat zien wie er hielp, en waarmee
      history               Vertel wat er gebeurde: met een document sinds het er
                            is, of in de gemeenschap

    Kloppend houden
      check                 Controleer of alles klopt en bij elkaar past
      gaps                  Laat zien wat er ontbreekt: wat van één persoon afhangt,
                            wat gevraagd is en niet opgeschreven, wat niemand
                            gebruikt
      health                Laat zien hoe de gemeenschap ervoor staat: wie meedoet,
                            hoe snel vragen antwoord krijgen, wat verouderd is
      digest                Schrijf een brief over wat er gebeurde: voor leden,
                            stewards, nieuwkomers of een opdrachtgever
      doctor                Laat zien wat cop ziet, en wat je aan elk probleem kunt
                            doen

    Beginnen
      init                  Begin een gemeenschap, in een nieuwe map of in een
                            repository zoals die is
      demo                  Maak de voorbeeldgemeenschap als git-repository met de
                            geschiedenis van haar leden
      communities           Laat de gemeenschappen zien die je samen doorzoekt, zet
                            er een op die lijst of haal er een af

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
      -v, --verbose         Meer dan het antwoord: lijsten met de paden erbij,
                            documenten met alle links
          --demo            In de voorbeeldgemeenschap, met de geschiedenis van haar
                            leden
      -h, --help            Deze hulp
      -V, --version         De versie

    Zonder opdracht laat cop de gemeenschap zien. Meer: cop help OPDRACHT. Soorten
    met hun velden en statussen: cop help soorten. Sleutels van community.yaml: cop
    help settings. Wie wat mag beslissen: cop help bestuur. Wat er van mensen
    bewaard wordt: cop help privacy. Woorden die mensen proberen: cop help woorden.
    COP_LANG (en, nl): de taal van het scherm. COP_DIR: de gemeenschap, zoals -C.
    COP_NOW (2026-11-22T09:00:00Z): in plaats van de klok. NO_COLOR: geen kleuren.
    PAGER: wat lange antwoorden toont.
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

Usage: cop search [OPTIONS] [QUERY]…

What
  QUERY…                 Words, "phrases", NOT, OR, prefix*, key:value

Options
      --like REF|-       What is like a document, or like the text that is piped
                         in for -
      --in NAME          In these communities on your list, together; cop
                         communities shows it
  -i, --interactive      While you type, on the whole terminal; F1 there shows
                         the keys
      --all              In all communities on your list, together
      --explain          Why each stands where it does: what its score is made
                         of

Which documents
  -k, --kind KIND        Of this kind, in any language: practice, vragen, …
  -t, --tag TAG          With this tag
      --status STATE     In this state: open, adopted, voorgesteld, … (cop help
                         kinds has them all)
      --steward HANDLE   Kept true by this person or team; me is you
      --lang LANG        In this language
      --where KEY=VALUE  With this value of a front-matter key
      --created WHEN     Made then: 2025-01, 30d.., "vorige maand"
      --updated WHEN     Last changed then
      --by HANDLE        That this person contributed to; me is you

How much, in what order
  -n, --limit COUNT      At most so many; 0 tells only how many there are
      --offset COUNT     Leave out so many first
  -s, --sort ORDER       In this order: best, newest, oldest, updated, reviewed,
                         title

With every command
  -C DIR                 The community's folder, or any below it, instead of the
                         current one
  -f, --format FORMAT    The form of the answer: text, json, …
      --json             The same as -f json
  -o, --output FILE      A file for the answer
      --color WHEN       When in colour: auto, always, never
  -q, --quiet            The answer and errors only
  -v, --verbose          More than the answer: lists with their paths, documents
                         with all links
      --demo             On the example community, with its members' history
  -h, --help             This help

Also tag: by: steward: creator: lang: title: created: updated: next-review:
status: kind:, and every front-matter key as key:value, has:key and no:key.
is:open: something is waited for (questions, proposals, proposed terms, planned
meetings); is:unanswered: a question without an answer; is:stale: its review is
overdue; is:mine: you made, changed or keep it; is:retired: it no longer holds.
links-to:X: what links to X in its text or fields; linked-by:X: what X links to;
answers:X, supersedes:X, related:X and every other relation; uses:X: members who
say they use X. X is whatever you call a document.
search:NAME: a search of community.yaml (cop list searches). sort:newest,
oldest, updated, reviewed, title or best: the order.
A tag finds the tags below it too. A time is what you say: created:2025,
updated:"last month", updated:"since march".
One argument is the whole question; of several, each with a space in it is a
phrase.
-i searches at every key and shows the chosen document beside what is found. Up
and Down choose, Tab takes one kind, Enter edits, Ctrl-Y copies the ref, Ctrl-P
prints the path and leaves, Esc leaves. $(cop search -i) is the path that Enter
takes.
Put < and > between quotes, or the shell makes a file of them: 'updated:>2025'.
  cop search rhythm meetings
  cop search "quiet members" --kind question
  cop search 'tag:rhythm -quarterly updated:>2026-01'
  cop search answers:how-often-should-we-meet sort:oldest
  cop search --all minutes
  cop search -i quiet
  cop search quiet members --explain
  cop search --like how-often-should-we-meet
"#);
    insta::assert_snapshot!(dutch(&world, &["help show"]), @r#"
    $ COP_LANG=nl cop help show
    Laat een document zien met zijn verbanden, antwoorden en mensen

    Gebruik: cop show [OPTIES] DOCUMENT|NAAM

    Wat je invult
      DOCUMENT|NAAM         Een verwijzing, het laatste deel ervan, een nummer, een
                            pad, een titel, of hoe iemand heet

    Bij elke opdracht
      -C MAP                De map van de gemeenschap, of een map daarbinnen, in
                            plaats van de huidige
      -f, --format VORM     De vorm van het antwoord: text, json, …
          --json            Hetzelfde als -f json
      -o, --output BESTAND  Schrijf het antwoord in een bestand
          --color WANNEER   Wanneer in kleur: auto, always, never
      -q, --quiet           Alleen het antwoord en fouten
      -v, --verbose         Meer dan het antwoord: lijsten met de paden erbij,
                            documenten met alle links
          --demo            In de voorbeeldgemeenschap, met de geschiedenis van haar
                            leden
      -h, --help            Deze hulp

      cop show fetch-and-bring
      cop show 4
      cop show "How often should we meet?"
      cop show anna
    "#);
    insta::assert_snapshot!(narrow(&world, &["help history"]), @r#"
$ COLUMNS=40 cop help history
Tell what happened: to a document since
it was made, or in the community

Usage: cop history [OPTIONS] [REF]

What
  REF          The document: a ref, the
               last part of one, a
               number, a path or a
               title; or a folder

Options
      --since WHEN
        Only since then: 2025-01, 30d,
        "last month"
      --until WHEN
        Only until then
      --lines FROM,TO
        Who wrote each line that the
        document has; of some lines:
        --lines=10,20

Which documents
  -k, --kind KIND
    Of this kind, in any language:
    practice, vragen, …
  -t, --tag TAG
    With this tag
      --by HANDLE
        Only what this person did, by
        handle or name; me is you

How much, in what order
  -n, --limit COUNT
    At most so many

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
    More than the answer: lists with
    their paths, documents with all
    links
      --demo   On the example community,
               with its members' history
  -h, --help   This help

Without REF, of all documents together,
the newest first: what was made,
adopted, answered, reviewed, used, and
by whom. It goes back as far as -n or
--since say, else twenty lines. With
--lines a line is whose it is for git
blame -w: who changed blanks alone did
not write it.
  cop history
  cop history --since "last month" --kind decision
  cop history fetch-and-bring
  cop history fetch-and-bring --lines
Who helped with what: cop contributors.
"#);
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

#[test]
fn kinds_and_settings_have_a_page_in_and_outside_a_community() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["help kinds"]), @r"
    $ cop help kinds
    The kinds of document, with the folder they stand in and the states they can be
    in

    Usage: cop help KIND

    Kinds
      practice  practices/: draft, proposed, adopted, retired
      question  questions/: open, answered, closed
      answer    below its question
      decision  decisions/: proposed, accepted, rejected, deprecated, superseded
      term      glossary/: proposed, agreed, retired
      meeting   meetings/: planned, held, cancelled
      story     stories/: draft, published
      resource  resources/: current, outdated
      flag      flags/: raised, settled
      member    members/: active, alumnus

    All about one, in any language: its fields, states and sections:
      cop help practice
      cop help settings
    ");
    insta::assert_snapshot!(dutch(&world, &["help vraag"]), @r"
    $ COP_LANG=nl cop help vraag
    Iets wat een lid wil weten: gesteld in eigen woorden, te beantwoorden door
    iedereen, met een bestand per antwoord

    Gebruik: cop list vraag

    Waar de bestanden staan
      questions/      elk Markdownbestand daarin of daaronder
      vragen/         wordt net zo goed gelezen

    Statussen (status:)
      open            als er niets staat; staat nog open; → answered, closed
      answered        beantwoord; → open, closed
      closed          gesloten; geldt niet meer; → open

    Verbanden (met andere documenten)
      related         Zie ook: elk document; mogen er meer zijn: [een, twee]
      translation_of  Vertaling van: elk document
      accepted        Gekozen antwoord: antwoord
      duplicate_of    Dubbel met: vraag

    Onderdelen van de tekst
      ## Situatie
      ## Wat ik al heb geprobeerd

    Velden die elke soort heeft
      title           Titel: een regel tekst
      kind            Soort: een woord
      status          Status: een van de statussen
      tags            Trefwoorden: een trefwoord; mogen er meer zijn: [een, twee]
      authors         Auteurs: hoe een lid hier heet, of een naam; mogen er meer
                      zijn: [een, twee]
      steward         Beheerder: hoe een lid hier heet, of een naam
      created         Gemaakt op: een dag, 2026-12-03
      reviewed        Laatst nagekeken: een dag, 2026-12-03
      review_by       Nakijken vóór: een dag, 2026-12-03
      review_every    Nakijken elke: een tijdsduur, 6 maanden
      aliases         Ook bekend als: tekst; mogen er meer zijn: [een, twee]
      reason          Reden: tekst
      audience        Voor wie: een van public, members
      lang            Taal: een taal: en, nl

    Velden staan als sleutel: waarde tussen twee regels met --- boven aan het
    bestand. Sleutels en statussen zijn Engels; Nederlandse woorden voor een status
    worden ook gelezen.
    ");
    let page = |line| cop(&world, line).run().done();
    assert_eq!(page("help practice"), page("help praktijken"));
    assert_eq!(page("help settings"), page("help instellingen"));
    world.write("community.yaml", "format: 1\nname: A\nkinds: {recipe: {label: {en: [recipe, recipes], nl: [recept, recepten]}, description: How to cook it, paths: ['r/*.md'], states: {tried: {}}, fields: {minutes: {type: number, required: true}}}}\n");
    insta::assert_snapshot!(transcript(&world, &["help recipes"]), @r"
    $ cop help recipes
    How to cook it

    Usage: cop list recipe

    Where its files stand
      r/*.md          every file that this pattern of community.yaml names

    States (status:)
      tried           where nothing is said

    Its own fields
      minutes         minutes: a number; must be there

    Relations (to other documents)
      related         See also: any document; may be several: [one, two]
      translation_of  Translation of: any document

    Fields that every kind has
      title           Title: a line of text
      kind            Kind: a word
      status          Status: one of its states
      tags            Tags: a tag; may be several: [one, two]
      authors         Authors: a member's handle, or a name; may be several: [one,
                      two]
      steward         Steward: a member's handle, or a name
      created         Created: a day, 2026-12-03
      reviewed        Last reviewed: a day, 2026-12-03
      review_by       Review by: a day, 2026-12-03
      review_every    Review every: a length of time, 6 months
      aliases         Also known as: text; may be several: [one, two]
      reason          Reason: text
      audience        Audience: one of public, members
      lang            Language: a language: en, nl

    Fields stand as key: value between two lines of --- at the top of the file. Keys
    and states are English; your words for states are read too.
    ");
    let json: serde_json::Value = serde_json::from_str(&cop(&world, "help recept --json").run().done()).unwrap();
    assert_eq!(json["schema"], "cop/help/1");
    assert_eq!(json["command"], "recipe");
    assert_eq!(json["sections"][1]["parts"][0]["name"], "tried");
}
