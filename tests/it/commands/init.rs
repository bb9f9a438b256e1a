//! `cop init`

mod ci;
mod existing;

use std::fs;

use super::{cop, dutch, each, transcript};
use crate::support::program;
use crate::support::world::World;

#[test]
fn a_community_begins_in_an_empty_folder() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &[
        "init club --name 'Digital: Archivists' --purpose 'Keep born-digital records readable.' --question 'How long do we keep chat?' --question 'How long do we keep chat?' --rhythm 'every 6 weeks'",
        "-C club",
        "-C club check -f concise",
        "-C club list",
        "init club",
        "init club/practices/inner",
    ]), @r#"
$ cop init club --name 'Digital: Archivists' --purpose 'Keep born-digital records readable.' --question 'How long do we keep chat?' --question 'How long do we keep chat?' --rhythm 'every 6 weeks'
» Made a git repository in [world]/community/club
» Committed [commit]
» hint: cd club; say in your own page who you are, then invite the others: cop invite "NAME" EMAIL
club/community.yaml
club/practices/README.md
club/questions/README.md
club/decisions/README.md
club/glossary/README.md
club/meetings/README.md
club/stories/README.md
club/resources/README.md
club/flags/README.md
club/members/README.md
club/members/ada.md
club/questions/how-long-do-we-keep-chat.md
club/questions/how-long-do-we-keep-chat-2.md
club/README.md
club/.gitattributes

$ cop -C club
Digital: Archivists
Keep born-digital records readable.
2 questions (2 open), 1 member

Open  question  How long do we keep chat?  no answer yet
      question  How long do we keep chat?  no answer yet

Find: cop search WORDS   Read: cop show TITLE   More: cop help

$ cop -C club check -f concise
club/members/ada.md:13:1 warning CON001 template-text words of the template were left in; write what they ask for, or remove them

$ cop -C club list
3 documents, newest first
Ada Test                   member    active  today
How long do we keep chat?  question  open    today, no answer yet
How long do we keep chat?  question  open    today, no answer yet

$ cop init club
» error: this is in a community already: Digital: Archivists
» [world]/community/club/community.yaml
» hint: cop shows what is in it; cop doctor what cop makes of it
» hint: cop join makes you a member of it
[status 2]

$ cop init club/practices/inner
» error: this is in a community already: Digital: Archivists
» [world]/community/club/community.yaml
» hint: cop shows what is in it; cop doctor what cop makes of it
» hint: cop join makes you a member of it
[status 2]
"#);
    insta::assert_snapshot!(world.read("club/community.yaml"), @r#"
# What this community is, and how it keeps what it knows. cop reads this file, and so can you.
# Only format and name have to stay. All that can stand here: cop help settings
format: 1
name: "Digital: Archivists"

# What binds the members. Change it together, whenever it no longer says what you do.
purpose: Keep born-digital records readable.

# How often you meet.
rhythm: every 6 weeks

# What you want to reach together, by when, and which questions you explore on the way.
# goals:
#   - text: Every member has asked a question, and answered one
#     until: 2027-06-30

# What members owe each other.
# agreements:
#   - Whoever gets an answer writes it down.

# The words for subjects that you agree on; a synonym counts as the tag itself.
# tags:
#   email: {description: Mail archives, synonyms: [e-mail, mail]}
"#);
    insta::assert_snapshot!(world.read("club/members/ada.md").lines().take(8).collect::<Vec<_>>().join("\n"), @r"
---
name: Ada Test
organisation:
accounts: []
interests: []
ask_me: yes
since: 2026-11-22
emails: [ada@example.org]
");
    insta::assert_snapshot!(world.read("club/.gitattributes"), @r"
*.md text eol=lf
*.yaml text eol=lf
*.md merge=cop
");
    let git = |arguments: &[&str]| world.command("git").in_folder("club").args(arguments).run().done();
    insta::assert_snapshot!(git(&["log", "--format=%an <%ae> %s"]), @"Ada Test <ada@example.org> Found Digital: Archivists");
    assert_eq!(git(&["status", "--porcelain"]), "");
    assert_eq!(git(&["branch", "--show-current"]), "main\n");
    git(&["fsck", "--strict"]);
}

#[test]
fn folders_explain_themselves_to_who_has_a_browser() {
    let world = World::new();
    world.git(&["remote", "add", "origin", "git@github.com:ons/archief.git"]);
    insta::assert_snapshot!(dutch(&world, &["init --name 'Digitale archivarissen' --question 'Wie heeft MDTO gebruikt?'"]), @r#"
$ COP_LANG=nl cop init --name 'Digitale archivarissen' --question 'Wie heeft MDTO gebruikt?'
» Vastgelegd als [commit]
» tip: de controle bij elke push wacht op een variabele COP_GIT op de host, met het adres van cops repository; het bestand zegt waar je die zet
» tip: zeg op je eigen pagina wie je bent, en nodig dan de anderen uit: cop invite "NAAM" E-MAILADRES
community.yaml
praktijken/README.md
vragen/README.md
besluiten/README.md
begrippen/README.md
bijeenkomsten/README.md
verhalen/README.md
bronnen/README.md
meldingen/README.md
leden/README.md
leden/ada.md
vragen/wie-heeft-mdto-gebruikt.md
README.md
.github/workflows/cop.yml
.gitattributes
"#);
    insta::assert_snapshot!(world.read("vragen/README.md"), @r#"
# Vragen

Iets wat een lid wil weten: gesteld in eigen woorden, te beantwoorden door iedereen, met een bestand per antwoord.

**[Schrijf er een in de browser](https://github.com/ons/archief/new/main/vragen?filename=waar-het-over-gaat.md&value=---%0Atags%3A%20%5B%5D%0A---%0A%0A%23%20Waar%20het%20over%20gaat%0A%0A%23%23%20Situatie%0A%0A%3C%21--%20cop%3A%20Vertel%20waar%20je%20mee%20bezig%20bent%2C%20waar%20je%20vastloopt%20en%20wat%20je%20met%20een%20goed%20antwoord%20verder%20helpt%3B%20het%20hoeft%20geen%20af%20verhaal%20te%20zijn.%20--%3E%0A%0A%23%23%20Wat%20ik%20al%20heb%20geprobeerd%0A%0A%3C%21--%20cop%3A%20Noem%20waar%20je%20al%20zocht%20en%20wat%20je%20probeerde%2C%20dan%20stuurt%20niemand%20je%20daar%20opnieuw%20heen%3B%20nog%20niets%3F%20Laat%20dit%20kopje%20dan%20weg.%20--%3E%0A)**. In de pagina die opent, staat het sjabloon al klaar.
Noem het bestand naar de titel, in kleine letters met streepjes tussen de woorden, zoals `waar-het-over-gaat.md`.

Een antwoord is een eigen bestand in een map die naar de vraag heet: de vraag `vragen/waar-het-over-gaat.md`
beantwoord je in `vragen/waar-het-over-gaat/anna.md`. Zo zitten twee mensen die tegelijk antwoorden elkaar nooit in de weg.

Op je eigen computer: `cop ask "Wat je wilt weten"`.

## Sjabloon

De regels tussen `<!--` en `-->` zeggen wat waar hoort. Zet je eigen tekst ervoor in de plaats.

````markdown
---
tags: []
---

# Waar het over gaat

## Situatie

<!-- cop: Vertel waar je mee bezig bent, waar je vastloopt en wat je met een goed antwoord verder helpt; het hoeft geen af verhaal te zijn. -->

## Wat ik al heb geprobeerd

<!-- cop: Noem waar je al zocht en wat je probeerde, dan stuurt niemand je daar opnieuw heen; nog niets? Laat dit kopje dan weg. -->
````
"#);
    insta::assert_snapshot!(world.read("README.md").lines().take(12).collect::<Vec<_>>().join("\n"), @r"
# Digitale archivarissen

Dit is een praktijkgemeenschap: mensen die hetzelfde soort werk doen en leren van hoe de anderen het doen. Wat we
ontdekken, staat hier in gewone tekstbestanden. Je kunt alles in de browser lezen, en git onthoudt wie wat bijdroeg.

- [Praktijken](praktijken/README.md): een werkwijze waarvan de gemeenschap heeft gemerkt dat ze werkt: wat je doet, wanneer, en waaraan je merkt dat het helpt
- [Vragen](vragen/README.md): iets wat een lid wil weten: gesteld in eigen woorden, te beantwoorden door iedereen, met een bestand per antwoord
- [Besluiten](besluiten/README.md): wat er is besloten, waarom, en wat er nog meer is overwogen: één besluit per bestand, dat wordt vervangen maar nooit gewist (MADR 4)
- [Begrippen](begrippen/README.md): een woord waarvan de gemeenschap de betekenis heeft afgesproken: wat het hier betekent, hoe mensen het nog meer noemen, en wat je liever niet zegt
- [Bijeenkomsten](bijeenkomsten/README.md): een keer dat de leden bij elkaar komen: wat er op de agenda staat, en na afloop wat er is gezegd, besloten en beloofd
- [Verhalen](verhalen/README.md): wat iemand in het echte werk probeerde en wat ervan kwam: ervaring die in geen stappenplan past, en wat ze waard was
- [Bronnen](bronnen/README.md): iets nuttigs dat elders is gemaakt (een artikel, een hulpmiddel, een cursus), met een woord over waarom het de tijd van een collega waard is
");
    for path in ["besluiten", "bijeenkomsten", "leden", "begrippen", "verhalen", "bronnen", "meldingen", "praktijken"] {
        let text = world.read(&format!("{path}/README.md"));
        assert!(!text.contains("{{") && text.contains(&format!("/new/main/{path}?filename=")), "{text}");
    }
    assert!(world.read("community.yaml").contains("\nlanguage: nl\n"));
    insta::assert_snapshot!(world.read(".github/workflows/cop.yml"), @r#"
    # Controleert of klopt wat we weten: op de hoofdbranch alles, in een pull request wat die verandert. Bevindingen staan naast de
    # regels waar ze over gaan, en bij elkaar in de samenvatting van de run.
    #
    # cop wordt gebouwd uit zijn eigen repository. Zeg één keer waar die staat: Settings → Secrets and variables → Actions →
    # Variables, een variabele COP_GIT met het adres als waarde. Tot dan doet dit niets. Een variabele COP_REV, een tag of een
    # commit daar, zegt welke versie: vul die in, dan wordt de controle alleen een andere als jij dat zegt.
    name: cop check
    on: [push, pull_request]
    permissions:
      contents: read
    jobs:
      check:
        if: ${{ vars.COP_GIT != '' && (github.event_name == 'pull_request' || github.ref_name == github.event.repository.default_branch) }}
        runs-on: ubuntu-24.04
        timeout-minutes: 30
        env:
          COP_GIT: ${{ vars.COP_GIT }}
          COP_REV: ${{ vars.COP_REV }}
        steps:
          - uses: actions/checkout@v4
            with:
              fetch-depth: 0 # de hele geschiedenis: die vertelt wie bijdroeg, hoe oud iets is, en wat een pull request verandert
              persist-credentials: false
          - uses: actions/cache@v4
            with:
              path: ~/.cargo/bin/cop
              key: cop-${{ runner.os }}-${{ runner.arch }}-${{ vars.COP_GIT }}-${{ vars.COP_REV }}
          - run: command -v cop || cargo install --locked --git "$COP_GIT" ${COP_REV:+--rev "$COP_REV"} cop
          # Wat bekend is en mag blijven (cop check --write-baseline), wordt niet genoemd. 1 zegt dat er een fout is: dat meldt de laatste regel, naast de regels.
          - run: cop check ${GITHUB_BASE_REF:+--changed-since "origin/$GITHUB_BASE_REF"} -f md >> "$GITHUB_STEP_SUMMARY" || test $? -eq 1
          - run: cop check ${GITHUB_BASE_REF:+--changed-since "origin/$GITHUB_BASE_REF"} -f github
          # Zegt community.yaml wie wat beslist (cop help bestuur), haal dan de # weg: dan bewijst cop na elke push wie er wat besliste.
          # Dat wat besloten was later is gewijzigd, is een waarschuwing; door --deny warnings faalt ook die.
          # - if: ${{ github.event_name == 'push' }}
          #   run: cop check --history --base '${{ github.event.before }}' --select HIS --deny warnings
    "#);
}

#[test]
fn every_host_has_its_own_check() {
    for (origin, flags, path, line) in [
        ("https://gitlab.com/a/b.git", "", ".gitlab-ci.yml", "-f gitlab -o .cop-check.json"),
        ("git@codeberg.org:a/b.git", "", ".forgejo/workflows/cop.yml", "run: cop check"),
        ("git@git.example.org:a/b.git", "--ci gitlab", ".gitlab-ci.yml", "image: rust:1."),
        ("git@github.com:a/b.git", "--ci forgejo", ".forgejo/workflows/cop.yml", "run: cop check"),
    ] {
        let world = World::new();
        world.git(&["remote", "add", "origin", origin]);
        cop(&world, &format!("init {flags}")).run().done();
        assert!(world.read(path).contains(line), "{origin}: {}", world.read(path));
    }
    for (origin, flags) in [("git@github.com:a/b.git", "--ci none"), ("git@git.example.org:a/b.git", ""), ("/srv/git/b.git", "")] {
        let world = World::new();
        world.git(&["remote", "add", "origin", origin]);
        cop(&world, &format!("init {flags}")).run().done();
        let hidden = fs::read_dir(world.root()).unwrap().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let hidden: Vec<_> = hidden.filter(|name| name.starts_with('.') && name != ".git").collect();
        assert_eq!(hidden, [".gitattributes"], "{origin}");
    }
}

#[test]
fn who_git_does_not_know_is_told_before_anything_else() {
    let world = World::without_git();
    fs::write(world.home().join(".gitconfig"), "[user]\n\tname = Ada Test\n").unwrap();
    insta::assert_snapshot!(transcript(&world, &["init club --rhythm never"]), @r"
$ cop init club --rhythm never
» error: git does not know who you are, and every contribution has a name
» hint: git config --global user.email YOU@EXAMPLE.ORG
[status 2]
");
    fs::write(world.home().join(".gitconfig"), "").unwrap();
    insta::assert_snapshot!(dutch(&world, &["init club"]), @r#"
$ COP_LANG=nl cop init club
» fout: git weet niet wie je bent, en bij elke bijdrage hoort een naam
» tip: git config --global user.name "JE NAAM"
» tip: git config --global user.email JIJ@VOORBEELD.NL
[status 2]
"#);
    assert!(!world.path("club").exists());
}

#[test]
fn what_can_not_be_is_said_and_nothing_is_made() {
    let world = World::without_git();
    world.write("file", "");
    insta::assert_snapshot!(transcript(&world, &[
        "init file",
        "init club --name ''",
        "init club --rhythm often",
        "init club --question a --question b --question c --question d",
        "init club --lang fr",
        "init club --ci travis",
    ]), @r#"
$ cop init file
» error: [world]/community/file is a file; a folder is expected
[status 2]

$ cop init club --name ''
» error: --name can't be ""
» hint: say something, or leave it out
[status 2]

$ cop init club --rhythm often
» error: --rhythm can't be "often"
» hint: for example "every 6 weeks", or "2 months"
[status 2]

$ cop init club --question a --question b --question c --question d
» error: a community begins with 3 questions at most
» hint: the others can be asked when it is there: cop ask "…"
[status 2]

$ cop init club --lang fr
» error: --lang can't be "fr"
» hint: one of these: en, nl
[status 2]

$ cop init club --ci travis
» error: --ci can't be "travis"
» hint: one of these: github, gitlab, forgejo, none
[status 2]
"#);
    let hidden = world.cop(&["init", "club", "--purpose", "a\u{202e}b"]);
    assert!(hidden.status == 2 && hidden.stderr.contains("U+202E"), "{}", hidden.stderr);
    assert!(!world.path("club").exists());
    let world = World::new();
    world.write("a.txt", "");
    world.commit("Begin");
    world.git(&["checkout", "--quiet", "--detach"]);
    insta::assert_snapshot!(transcript(&world, &["init"]), @r"
$ cop init
» error: HEAD is not on a branch, so a commit would belong to none
» hint: git switch BRANCH goes to a branch; git switch -c NEW-BRANCH makes one here
[status 2]
");
    assert!(!world.path("community.yaml").exists());
}

#[test]
fn a_hook_that_refuses_leaves_nothing_behind() {
    let world = World::without_git();
    let template = world.home().join("template/hooks");
    program(&template.join("pre-commit"), "#!/bin/sh\nexit 1\n");
    let config =
        format!("[user]\n\tname = Ada Test\n\temail = ada@example.org\n[init]\n\ttemplateDir = {}\n", template.parent().unwrap().display());
    fs::write(world.home().join(".gitconfig"), config).unwrap();
    let run = cop(&world, "init club").run();
    assert_eq!(run.status, 2, "{run}");
    assert!(!world.path("club").exists());
}

#[test]
fn names_that_mean_something_to_yaml_or_markdown_are_kept() {
    for name in ["# yes", "no", "1.10", "- a", "'s Ochtends", "a: b", "\"x\"", "*star*", "{{ purpose }}", "ünï 🙂", "a\\b"] {
        let world = World::new();
        let said = ["--name", "--purpose", "--question"].map(|flag| format!("{flag}={name}"));
        world.cop(&["init", &said[0], &said[1], &said[2]]).done();
        let answer = world.cop(&["--json"]).json();
        assert_eq!((&answer["name"], &answer["purpose"]), (&name.into(), &name.into()), "{}", world.read("community.yaml"));
        assert_eq!(each(&world.cop(&["list", "question", "--json"]).json()["hits"], "title"), [name]);
        assert_eq!(world.cop(&["check"]).status, 0);
    }
}

#[test]
fn why_it_begins_has_no_hidden_letters() {
    let world = World::new();
    let run = world.cop(&["init", "club", "-m", "So \u{1b}[31mred"]);
    assert!(run.status == 2 && run.stderr.contains("-m has a character in it that can't be seen: U+001B"), "{run}");
    assert!(!world.path("club").exists());
}

#[test]
fn the_page_about_flags_says_how_to_flag() {
    let world = World::new();
    cop(&world, "init --lang nl").run().done();
    assert!(world.read("meldingen/README.md").contains("`cop flag NAAM verouderd -m \"Wat er niet meer klopt\"`"));
}

#[test]
#[cfg(unix)]
fn on_a_terminal_nothing_is_written_before_it_is_confirmed() {
    if !std::path::Path::new("/usr/bin/script").exists() {
        return;
    }
    for (answer, is_made) in [("n\r", false), ("\r", true)] {
        let world = World::without_git();
        let config = "[user]\n\tname = Ada Test\n\temail = ada@example.org\n";
        fs::write(world.home().join(".gitconfig"), config).unwrap();
        let command = format!("'{}' init club --name Club --purpose x --question y --rhythm 'elke 6 weken'", env!("CARGO_BIN_EXE_cop"));
        let call = world.command("script").args(&["-qec", &command, "/dev/null"]).env("SHELL", "/bin/sh").env("COP_LANG", "nl");
        let run = call.input(format!("\r{answer}")).run();
        assert_eq!(world.path("club/community.yaml").exists(), is_made, "{run}");
        assert!(run.stdout.contains("haal die map dan weg"), "{run}");
        assert!(!is_made || world.read("club/community.yaml").contains("language: nl"), "{run}");
    }
}

#[test]
fn a_folder_that_can_not_be_named_is_told() {
    let world = World::new();
    for path in ["new\nline/a.md", "new\nline/b.md", " space/c.md", "guides/d.md", "guides/e.md"] {
        world.write(path, "# Page\n");
    }
    world.commit("Begin");
    let run = world.cop(&["init", "--name", "Tiny"]);
    assert_eq!(run.status, 0, "{run}");
    let said: Vec<&str> = run.stderr.lines().filter(|line| line.contains("guides/") || line.contains("Left out")).collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
  2 practices: guides/*.md
Left out, because community.yaml has no way to name them: " space", "new line"
"#);
    assert!(world.read("community.yaml").contains("guides/*.md"));
}

#[test]
fn who_founds_and_who_joins_is_who_commits() {
    let world = World::without_git();
    let by = |name: &str, email: &str, arguments: &[&str]| {
        let call = world.command("cop").args(arguments).env("GIT_AUTHOR_NAME", name).env("GIT_AUTHOR_EMAIL", email);
        call.run().done()
    };
    by("Lotte Vos", "lotte@example.org", &["init", "club"]);
    assert!(world.read("club/members/lotte.md").contains("emails: [lotte@example.org]"));
    by("Zoë Blom", "zoe@example.org", &["-C", "club", "join"]);
    assert!(world.read("club/members/zoe.md").contains("emails: [zoe@example.org]"));
    assert_eq!(world.git(&["-C", "club", "log", "--format=%an"]), "Zoë Blom\nLotte Vos");
}
