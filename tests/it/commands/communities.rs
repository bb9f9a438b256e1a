//! `cop communities`

use super::{cop, dutch, narrow, transcript, valid};
use crate::support::world::World;

const CONFIG: &str = "../home/.config/cop/config.yaml";

/// The archivists, and beside them a handbook in a folder of its repository.
fn two() -> World {
    let world = World::archivists();
    world.write("../handbook/docs/community.yaml", "format: 1\nname: Platform Team\nlanguage: nl\n");
    world.git(&["-C", "../handbook", "init", "--quiet", "."]);
    world
}

#[test]
fn a_community_goes_on_the_list_and_off_it() {
    let world = two();
    insta::assert_snapshot!(transcript(&world, &["communities", "communities add", "communities add handbook ../handbook", "communities add ../handbook/docs", "communities", "communities remove handbook", "communities"]), @r"
$ cop communities
There is no community on your list yet.
to put the one in which you stand on it: cop communities add

$ cop communities add
digital-archivists is on your list: [world]/community
to search all on it: cop search --all WORDS

$ cop communities add handbook ../handbook
» error: [world]/handbook is not in a community: no community.yaml here or above
» hint: to start one here: cop init
» hint: to look in another folder: cop -C DIR …
» hint: to see what cop does: cop --demo search rhythm
[status 2]

$ cop communities add ../handbook/docs
platform-team is on your list: [world]/handbook/docs
to search all on it: cop search --all WORDS

$ cop communities
digital-archivists  Digital Archivists  [world]/community
platform-team       Platform Team       [world]/handbook/docs

$ cop communities remove handbook
» error: no community on your list is called handbook
[status 2]

$ cop communities
digital-archivists  Digital Archivists  [world]/community
platform-team       Platform Team       [world]/handbook/docs
");
    world.cop(&["communities", "remove", "platform-team"]).done();
    let text = world.read(CONFIG).replace(&*world.root().to_string_lossy(), "[root]");
    assert_eq!(
        text,
        "communities:
  digital-archivists: [root]
"
    );
}

#[test]
fn what_stood_in_the_file_stays() {
    let world = two();
    world.write(CONFIG, "# mine\nlanguage: nl  # at work\ncommunities:\n    book: {path: ../x}   # gone\nremember_searches: no\n");
    world.write(CONFIG, world.read(CONFIG).replace("../x", "~/nowhere"));
    world.cop(&["communities", "add", "here"]).done();
    let root = world.root().to_string_lossy().into_owned();
    let text = world.read(CONFIG).replace(&root, "[root]");
    assert_eq!(
        text,
        "# mine\nlanguage: nl  # at work\ncommunities:\n    book: {path: ~/nowhere}   # gone\n    here: [root]\nremember_searches: no\n"
    );
    world.cop(&["communities", "remove", "book"]).done();
    let text = world.read(CONFIG).replace(&root, "[root]");
    assert_eq!(text, "# mine\nlanguage: nl  # at work\ncommunities:\n    here: [root]\nremember_searches: no\n");
}

#[test]
fn what_is_not_there_is_said_beside_it() {
    let world = two();
    world.write("../home/empty/x", "");
    world.write("../home/work/community.yaml", "name: At work\n");
    world.write(CONFIG, "communities:\n  work: ~/work\n  gone: ~/nowhere\n  empty: {path: ~/empty}\n");
    insta::assert_snapshot!(transcript(&world, &["communities", "communities -f csv"]), @r"
$ cop communities
work   At work  ~/work
gone            ~/nowhere  no such folder
empty           ~/empty    no community there

$ cop communities -f csv
name,path,state,title
work,[world]/home/work,found,At work
gone,[world]/home/nowhere,no-folder,
empty,[world]/home/empty,no-community,
");
    insta::assert_snapshot!(dutch(&world, &["communities", "communities verwijderen gone"]), @r"
$ COP_LANG=nl cop communities
work   At work  ~/work
gone            ~/nowhere  die map is er niet
empty           ~/empty    daar is geen gemeenschap

$ COP_LANG=nl cop communities verwijderen gone
gone is van je lijst; aan ~/nowhere is niets veranderd
");
    insta::assert_snapshot!(narrow(&world, &["communities"]), @r"
$ COLUMNS=40 cop communities
work   At work
   ~/work
empty           no community there
   ~/empty
");
    let answer = valid(&cop(&world, "communities --json").run(), "communities");
    assert_eq!(super::each(&answer["communities"], "state"), ["found", "no-community"]);
}

#[test]
fn what_can_not_be_done_is_refused_and_changes_nothing() {
    let world = two();
    world.cop(&["communities", "add", "here"]).done();
    let before = world.read(CONFIG);
    insta::assert_snapshot!(transcript(&world, &[
        "communities add there .",
        "communities add here ../handbook/docs",
        "communities add 'a,b' ../handbook/docs",
        "communities add ../home",
        "communities remove hare",
        "communities remove",
        "communities dance",
    ]), @r#"
$ cop communities add there .
» error: this community is on your list already, as here
» hint: for another name, take it off first: cop communities remove here
[status 2]

$ cop communities add here ../handbook/docs
» error: "here" on your list is another community: [world]/community
» hint: give this one another name: cop communities add NAME DIR
» hint: or take that one off: cop communities remove here
[status 2]

$ cop communities add a,b ../handbook/docs
» error: "a,b" can't be what a community is called here
» hint: letters, digits, dashes, dots and underscores can be in it, such as archivists
[status 2]

$ cop communities add ../home
» error: [world]/home is not in a community: no community.yaml here or above
» hint: to start one here: cop init
» hint: to look in another folder: cop -C DIR …
» hint: to see what cop does: cop --demo search rhythm
[status 2]

$ cop communities remove hare
» error: no community on your list is called hare
» hint: did you mean here?
[status 2]

$ cop communities remove
» error: which community goes off the list?
» hint: cop communities remove NAME; cop communities shows what they are called
[status 2]

$ cop communities dance
» error: add|remove can't be "dance"
» hint: one of these: add, remove
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["communities add here ../handbook/docs", "communities remove daar"]), @r#"
$ COP_LANG=nl cop communities add here ../handbook/docs
» fout: "here" is op je lijst een andere gemeenschap: [world]/community
» tip: geef deze een andere naam: cop communities add NAAM MAP
» tip: of haal die andere eraf: cop communities remove here
[status 2]

$ COP_LANG=nl cop communities remove daar
» fout: geen gemeenschap op je lijst heet daar
[status 2]
"#);
    assert_eq!(world.read(CONFIG), before);
    world.write(CONFIG, "communities: [a]\n");
    insta::assert_snapshot!(transcript(&world, &["communities add"]), @r"
$ cop communities add
» error: `communities` can't be set here without touching something else; change it in an editor.
» [world]/home/.config/cop/config.yaml:1:14
»    |  communities: [a]
»    |               ^
[status 2]
");
    assert_eq!(world.read(CONFIG), "communities: [a]\n");
}

#[test]
fn the_language_of_the_person_comes_after_the_variable_and_before_the_machine() {
    let world = World::archivists();
    let said = |lang: &str, locale: &str| {
        let run = world.command("cop").args(&["search", "preservica"]).env("COP_LANG", lang).env("LC_ALL", locale).run();
        run.stdout.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(said("", "en_GB.UTF-8"), "Nothing found for preservica.");
    world.write(CONFIG, "language: nl\n");
    assert_eq!(said("", "en_GB.UTF-8"), "Niets gevonden voor preservica.");
    assert_eq!(said("en", "nl_NL.UTF-8"), "Nothing found for preservica.");
}

#[test]
fn a_slip_in_the_settings_is_told_with_its_place_and_stops_only_what_needs_them() {
    let world = World::archivists();
    world.write(CONFIG, "comunities:\n  here: /x\ncolour: green\n");
    insta::assert_snapshot!(transcript(&world, &["list practices", "search --all mailbox"]), @r#"
$ cop list practices
» note: [world]/home/.config/cop/config.yaml:1:1: unknown key "comunities"
» note: [world]/home/.config/cop/config.yaml:3:1: unknown key "colour"
2 documents, newest first
Export a mailbox to EML  draft  1 Jun
Scan letters             draft  1 Jun

$ cop search --all mailbox
» error: unknown key "comunities"
» [world]/home/.config/cop/config.yaml:1:1
»    |  comunities:
»    |  ^
» hint: did you mean "communities"?
[status 2]
"#);
    insta::assert_snapshot!(cop(&world, "list practices -f paths").env("COP_LANG", "nl").run(), @r#"
$ COP_LANG=nl cop list practices -f paths
» opmerking: [world]/home/.config/cop/config.yaml:1:1: onbekende sleutel "comunities"
» opmerking: [world]/home/.config/cop/config.yaml:3:1: onbekende sleutel "colour"
practices/export-a-mailbox.md
practices/scan-letters.md
"#);
    world.write(CONFIG, b"\xff");
    insta::assert_snapshot!(transcript(&world, &["list practices -f paths", "communities add"]), @r"
$ cop list practices -f paths
» note: [world]/home/.config/cop/config.yaml: this file is no UTF-8 text
practices/export-a-mailbox.md
practices/scan-letters.md

$ cop communities add
» error: this file is no UTF-8 text
» [world]/home/.config/cop/config.yaml
» hint: save it again as UTF-8, in any editor
[status 2]
");
}

#[test]
fn names_on_the_list_complete() {
    let world = two();
    world.cop(&["communities", "add", "archivists"]).done();
    let complete = |words: &[&str], at: &str| {
        let call = world.command("cop").args(&[&["--"], words].concat()).env("COP_COMPLETES", "bash").env("_CLAP_COMPLETE_INDEX", at);
        call.env("_CLAP_IFS", "\n")
            .env("_CLAP_COMPLETE_COMP_TYPE", "9")
            .env("_CLAP_COMPLETE_SPACE", "true")
            .run()
            .stdout
            .lines()
            .next()
            .map(str::to_owned)
    };
    assert_eq!(complete(&["cop", "search", "--in", "arc"], "3").as_deref(), Some("archivists"));
    assert_eq!(complete(&["cop", "communities", "remove", ""], "3").as_deref(), Some("archivists"));
}

#[test]
fn what_is_typed_for_the_list_otherwise_is_told_how_to_type() {
    let world = two();
    let lines =
        ["communities list archivists", "communities add platform=../handbook/docs", "communities add ../handbook/docs .", "communities"];
    insta::assert_snapshot!(transcript(&world, &lines), @r"
$ cop communities list archivists
» error: the list is shown whole, and not for archivists alone
» hint: cop communities
[status 2]

$ cop communities add platform=../handbook/docs
» error: the name and the folder are two words
» hint: cop communities add platform ../handbook/docs
[status 2]

$ cop communities add ../handbook/docs .
» error: one community is put on the list at a time
» hint: cop communities add ../handbook/docs
» hint: cop communities add .
[status 2]

$ cop communities
There is no community on your list yet.
to put the one in which you stand on it: cop communities add
");
    insta::assert_snapshot!(dutch(&world, &lines[..3]), @r"
$ COP_LANG=nl cop communities list archivists
» fout: de lijst wordt in zijn geheel getoond, en niet voor archivists alleen
» tip: cop communities
[status 2]

$ COP_LANG=nl cop communities add platform=../handbook/docs
» fout: de naam en de map zijn twee woorden
» tip: cop communities add platform ../handbook/docs
[status 2]

$ COP_LANG=nl cop communities add ../handbook/docs .
» fout: er gaat één gemeenschap tegelijk op de lijst
» tip: cop communities add ../handbook/docs
» tip: cop communities add .
[status 2]
");
}
