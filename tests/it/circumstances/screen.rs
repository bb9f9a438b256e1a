//! Where the output goes: nothing is lost in a pipe, and nothing that must be copied on a narrow screen.

use insta::assert_snapshot;

use super::{club, says, zegt};
use crate::support::world::World;

/// A community whose titles, tables and messages are longer than any screen.
fn wordy() -> World {
    let world = club();
    let title = "What everyone who opens the letters of the day should know about envelopes that hold more than one letter";
    world.write(
        "practices/envelopes.md",
        format!(
            "---\ntags: [mail]\n---\n\n# {title}\n\n| Situation | What you do | Why it works, and what may go wrong |\n| --- | --- | --- |\n\
             | Two letters in one envelope | Scan them apart and give each its own **number** | The register counts letters, see [scanning](scan-mail.md) |\n\
             | Nothing inside | Keep the envelope | `postmark-2026-11-22-utrecht-centraal` is proof |\n\n## More\n\nEnd.\n"
        ),
    );
    world.commit("Tell everyone what to do with envelopes that hold more than one letter, and with empty ones, before the winter comes");
    world
}

#[test]
fn in_a_pipe_nothing_is_cut() {
    let world = wordy();
    for line in ["cop list", "cop history envelopes", "cop check --rules", "cop", "cop list tags"] {
        let text = says(&world, &format!("unset COLUMNS; {line} | cat"));
        assert!(!text.contains('…'), "{line}\n{text}");
    }
    assert_snapshot!(says(&world, "unset COLUMNS; cop list; cop history envelopes"), @r"
    3 documents, newest first
    What everyone who opens the letters of the day should know about envelopes that hold more than one letter  draft  1 Jun
    File mail                                                     draft  1 Jun
    Scan mail                                                     draft  1 Jun
    What everyone who opens the letters of the day should know about envelopes that
    hold more than one letter  practices/envelopes.md
    2026-06-01  made  Ada Test  Tell everyone what to do with envelopes that hold more than one letter, and with empty ones, before the winter comes  [commit]
    ");
}

#[test]
fn in_a_pipe_what_was_found_and_what_was_checked_is_whole() {
    let world = club();
    let sentence = "who opens an envelope with more than one letter in it keeps them together, and scans them one by one";
    let line = format!("As agreed, {sentence}, as [the guide](scan-the-mail.md) says, so that whoever answers finds all of them at once.");
    world.write("practices/envelopes.md", format!("# Envelopes with more than one letter in them, from abroad too\n\n{line}\n"));
    world.write("practices/data.md", format!("# Data\n\n{}zebra [data](dat.md) {}\n", "lorem ipsum ".repeat(40), "dolor sit ".repeat(40)));
    world.commit("More");
    assert_snapshot!(says(&world, "unset COLUMNS; cop search envelope together answers | cat; cop check practices/envelopes.md | cat"), @r"
    1 found
    1  Envelopes with more than one letter in them, from abroad too  practice, draft, changed 1 Jun
       practices/envelopes.md:3  As agreed, who opens an envelope with more than one letter in it keeps them together, and scans them one by one, as the guide says, so that whoever answers finds all of them at once.
    Knows about it: Ada Test (wrote 1)
    practices/envelopes.md:3:129  error dead-link  no such document: scan-the-mail
       |  As agreed, who opens an envelope with more than one letter in it keeps them together, and scans them one by one, as [the guide](scan-the-mail.md) says, so that whoever answers finds all of them at once.
       |                                                                                                                                  ^^^^^^^^^^^^^^^^ nearest: scan-mail.md
    1 document, 1 error, 0 warnings
    ");
    // A line that nobody wrote to be read is cut around what matters.
    for (line, what) in [("cop search zebra", "ipsum zebra data dolor"), ("cop check practices/data.md", "zebra [data](dat.md) dolor")] {
        let text = says(&world, &format!("unset COLUMNS; {line} | cat"));
        assert!(text.contains(what) && text.lines().all(|line| line.chars().count() < 500), "{line}\n{text}");
    }
    let json = says(&world, "cop search zebra -f json");
    assert!(json.contains("ipsum zebra data dolor") && json.len() < 1_500, "{json}");
}

#[test]
fn a_table_of_a_document_keeps_its_words_at_any_width() {
    let world = wordy();
    assert_snapshot!(says(&world, "COLUMNS=80 cop show envelopes"), @r"
    What everyone who opens the letters of the day should know about envelopes that
    hold more than one letter
    practice, draft, changed 1 Jun  practices/envelopes.md
    Tags     mail
    Made by  Ada Test

    Situation            What you do          Why it works, and what may go wrong
    Two letters in one   Scan them apart and  The register counts letters, see
      envelope             give each its own    scanning (scan-mail.md)
                           number
    Nothing inside       Keep the envelope    postmark-2026-11-22-utrecht-centraal
                                                is proof

    More

    End.
    ");
    assert_snapshot!(says(&world, "COLUMNS=40 cop show envelopes"), @r"
    What everyone who opens the letters of
    the day should know about envelopes that
    hold more than one letter
    practice, draft, changed 1 Jun
    practices/envelopes.md
    Tags     mail
    Made by  Ada Test

    Situation    Two letters in one envelope
    What you do  Scan them apart and give
                 each its own number
    Why it works, and what may go wrong
      The register counts letters, see
      scanning (scan-mail.md)

    Situation    Nothing inside
    What you do  Keep the envelope
    Why it works, and what may go wrong
      postmark-2026-11-22-utrecht-centraal
      is proof

    More

    End.
    ");
    for width in [20, 30, 50, 60, 72, 100, 140] {
        let text = says(&world, &format!("COLUMNS={width} cop show envelopes"));
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!text.contains('…') && words.contains("(scan-mail.md)") && words.contains("counts"), "{width}\n{text}");
    }
}

#[test]
fn as_markdown_a_document_stands_under_its_title() {
    let world = wordy();
    world.write("practices/open.md", "# Open\n\n# Part\n\n## Smaller\n\n- a **bold** point\n\n```sh\nnever closed\n");
    world.write("practices/close.md", "# Close\n\nSee [open](open.md).\n\n- last\n");
    assert_snapshot!(says(&world, "cop show practice/open -f md; cop show practice/close -f md -v; cop search envelopes -f md; cop help show -f md"), @r#"
    # Open

    practice, draft, not committed yet  `practices/open.md`

    ## Part

    ### Smaller

    - a **bold** point

    ```sh
    never closed
    ```

    - Linked from
      - Close  `practices/close.md`
    # Close

    practice, draft, not committed yet  `practices/close.md`

    See [open](open.md).

    - last

    <!-- -->

    - Links to
      - Open  `practices/open.md`
    1 found

    1. **What everyone who opens the letters of the day should know about envelopes that hold more than one letter** (practice, draft, changed 1 Jun)
       - `practices/envelopes.md:9`  Two letters in one **envelope** Scan them apart and gi…
       - `practices/envelopes.md:10`  Nothing inside Keep the **envelope** postmark-2026-11…

    Knows about it: Ada Test (wrote 1)
    Show a document with its relations, answers and people

    Usage: cop show \[OPTIONS\] REF\|HANDLE

    ## What

    - `REF|HANDLE`: A ref, the last part of one, a number, a path, a title, or somebody's handle or name

    ## With every command

    - `-C DIR`: The community's folder, or any below it, instead of the current one
    - `-f, --format FORMAT`: The form of the answer: text, json, …
    - `--json`: The same as -f json
    - `-o, --output FILE`: A file for the answer
    - `--color WHEN`: When in colour: auto, always, never
    - `-q, --quiet`: The answer and errors only
    - `-v, --verbose`: More than the answer: lists with their paths, documents with all links
    - `--demo`: On the example community, with its members' history
    - `-h, --help`: This help

    `cop show fetch-and-bring`

    `cop show 4`

    `cop show "How often should we meet?"`

    `cop show anna`
    "#);
}

#[test]
fn who_names_nothing_is_led_on() {
    let world = wordy();
    assert_snapshot!(says(&world, "cop show envelope; cop show 'letters day'; cop show practices; cop show year; cop show @nobody; cop history zzz"), @r#"
    » error: no document is called "letters day", and nobody either
    » hint: did you mean this? cop show practice/envelopes
    » error: no document is called "practices"
    » hint: to see all of that kind: cop list practices
    » error: no document is called "year"
    » hint: 1 document speaks of it: cop search "year"
    » error: nobody is called "@nobody"
    » hint: who helped, with what they are called: cop contributors
    » error: no document is called "zzz"
    » hint: for all documents: cop list
    What everyone who opens the letters of the day should know about envelopes that
    hold more than one letter
    practice, draft, changed 1 Jun  practices/envelopes.md
    Tags     mail
    Made by  Ada Test

    Situation            What you do          Why it works, and what may go wrong
    Two letters in one   Scan them apart and  The register counts letters, see
      envelope             give each its own    scanning (scan-mail.md)
                           number
    Nothing inside       Keep the envelope    postmark-2026-11-22-utrecht-centraal
                                                is proof

    More

    End.
    [status 2]
    "#);
    assert_snapshot!(zegt(&world, "cop show year; cop show vragen; cop contributors zzz"), @r#"
    » fout: er is geen document dat "year" heet
    » tip: in 1 document komt het voor: cop search "year"
    » fout: er is geen document dat "vragen" heet
    » tip: alle documenten zien: cop list
    » fout: er is geen document dat "zzz" heet
    » tip: alle documenten zien: cop list
    [status 2]
    "#);
}

#[test]
fn words_from_elsewhere_lead_to_a_command_that_can_be_typed() {
    let world = club();
    assert_snapshot!(says(&world, "cop find mail 'two words'; cop status; cop whoami; cop new page; cop view scan-mail; cop scan mail"), @r#"
    » error: there is no command "find"
    » hint: here that is: cop search mail 'two words'
    » error: there is no command "whoami"
    » hint: here that is: cop doctor
    » error: there is no kind "page"
    » hint: one of these: practice, question, decision, term, meeting, story, resource, flag, member
    » error: there is no command "view"
    » hint: here that is: cop show scan-mail
    » error: there is no command "scan"
    » hint: to search for it: cop search scan mail
    » hint: all that can be asked: cop --help, and cop COMMAND --help
    Club
    2 practices
    
    Newest  practice  File mail  Ada, 1 Jun
            practice  Scan mail  Ada, 1 Jun
    
    Find: cop search WORDS   Read: cop show TITLE   More: cop help
    [status 2]
    "#);
    assert_snapshot!(zegt(&world, "cop zoek post; cop zoek; cop log"), @r#"
    » fout: er is geen opdracht "zoek"
    » tip: zo heet dat hier: cop search post
    » fout: er is geen opdracht "zoek"
    » tip: zo heet dat hier: cop search WOORDEN
    1 jun
      gemaakt: File mail (praktijk)  Ada Test
      gemaakt: Scan mail (praktijk)  Ada Test
    "#);
}

#[test]
fn files_that_no_kind_claims_are_counted_with_the_lines_that_claim_them() {
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Old\n");
    for path in ["README.md", "docs/adr/0001-a.md", "docs/adr/0002-b.md", "docs/guide.md", "notes.md", "site/page.html.md.erb"] {
        world.write(path, "# A page\n");
    }
    assert_snapshot!(says(&world, "cop list; cop"), @r#"
    There are no documents yet.
    5 Markdown files are of no kind and do not count: docs/adr (2), ./ (1), docs
    (1), site (1)
    to make documents of them: put these lines in community.yaml, with another kind
    than practice where that fits better
    kinds:
      decision:
        paths:
          - "docs/adr/**/*.md"  # 2
      practice:
        paths:
          - "*.md"  # 1
          - "docs/**/*.md"  # 1
          - "site/**/*.html.md.erb"  # 1
    Old
    There are no documents yet.
    5 Markdown files are of no kind and do not count: docs/adr (2), ./ (1), docs
    (1), site (1)
    to make documents of them: put these lines in community.yaml, with another kind
    than practice where that fits better
    kinds:
      decision:
        paths:
          - "docs/adr/**/*.md"  # 2
      practice:
        paths:
          - "*.md"  # 1
          - "docs/**/*.md"  # 1
          - "site/**/*.html.md.erb"  # 1

    Find: cop search WORDS   Read: cop show TITLE   More: cop help
    "#);
    assert_snapshot!(zegt(&world, "cop doctor"), @r#"
    goed          cop 0.1.0
    goed          Old, in [world]/community
    opmerking     er zijn nog geen documenten
    waarschuwing  5 Markdownbestanden horen bij geen soort en tellen niet mee:
                  docs/adr (2), ./ (1), docs (1), site (1)
                  zo tellen ze wel mee: zet deze regels in community.yaml, zo nodig
                  met een andere soort dan practice
    waarschuwing  deze gemeenschap staat niet in een git-repository, dus wie wat
                  deed is niet bekend
                  beginnen: git init && git add . && git commit -m "Onze
                  gemeenschap"
    goed          vandaag is het 2026-11-22 (UTC)
    goed          afgeleide gegevens staan buiten git in
                  [world]/home/.cache; alles daarvan is opnieuw te
                  maken

    kinds:
      decision:
        paths:
          - "docs/adr/**/*.md"  # 2
      practice:
        paths:
          - "*.md"  # 1
          - "docs/**/*.md"  # 1
          - "site/**/*.html.md.erb"  # 1
    "#);
    let lines = says(&world, "cop doctor --json");
    assert!(lines.contains("\"lines\": [") && lines.contains("\"unclaimed\""), "{lines}");
    // The lines do what is said of them.
    says(&world, "cop doctor | sed -n '/^kinds:/,$p' >>community.yaml");
    assert_snapshot!(says(&world, "cat community.yaml; cop list; cop doctor | grep -c claim"), @r#"
    format: 1
    name: Old
    kinds:
      decision:
        paths:
          - "docs/adr/**/*.md"  # 2
      practice:
        paths:
          - "*.md"  # 1
          - "docs/**/*.md"  # 1
          - "site/**/*.html.md.erb"  # 1
    6 documents, newest first
    A page  practice  draft
    A page  decision  proposed
    A page  decision  proposed
    A page  practice  draft
    A page  practice  draft
    A page  practice  draft
    0
    [status 1]
    "#);
}
