//! Searching several communities at once.

use crate::commands::{cop, dutch, each, narrow, transcript, valid};
use crate::support::world::World;

const CONFIG: &str = "../home/.config/cop/config.yaml";

/// The archivists, a handbook in a folder of its repository that has one document of the same ref, and a list with both.
fn two() -> World {
    let world = World::archivists();
    world.write("../handbook/docs/community.yaml", "format: 1\nname: Platform Team\n");
    world.write(
        "../handbook/docs/practices/scan-letters.md",
        "---\ntags: [post]\nstatus: adopted\n---\n\n# Scan letters at the desk\n\nOnly what came by post.\n",
    );
    world.write("../handbook/docs/practices/mailbox.md", "# Share a mailbox\n\nThe mailbox of the team, not of one person.\n");
    world.write("../handbook/docs/members/anna.md", "---\nname: Anna de Vries\nemails: [anna@example.org]\n---\n");
    world.git(&["-C", "../handbook", "init", "--quiet", "."]);
    world.git(&["-C", "../handbook", "add", "--all"]);
    world.git(&["-C", "../handbook", "commit", "--quiet", "--author", "Anna de Vries <anna@example.org>", "--message", "Begin"]);
    world.cop(&["communities", "add", "archivists"]).done();
    world.cop(&["communities", "add", "handbook", "../handbook/docs"]).done();
    world
}

#[test]
fn documents_of_all_are_in_one_list_with_whose_they_are() {
    let world = two();
    insta::assert_snapshot!(transcript(&world, &["search --all mailbox", "search --all scan letters", "search --in handbook mailbox", "search --all -n 1 --offset 1 scan", "search --all -n 0 scan"]), @r"
$ cop search --all mailbox
2 found
1  Share a mailbox                    handbook: practice, draft, changed 1 Jun
   ../handbook/docs/practices/mailbox.md:3  The mailbox of the team, not of one…
2  Export a mailbox to EML            archivists: practice, draft, changed 1 Jun
   practices/export-a-mailbox.md:8  The whole mailbox as EML, not PST. See scan…
Knows about it: Anna de Vries (keeps 1; archivists, handbook)

$ cop search --all scan letters
2 with every word, then those with some of them
1  Scan letters                       archivists: practice, draft, changed 1 Jun
   practices/scan-letters.md:3  At 300 dpi, or 600.
2  Scan letters at the desk           handbook: practice, adopted, changed 1 Jun
   ../handbook/docs/practices/scan-letters.md:8
   Only what came by post.
3  Export a mailbox to EML            archivists: practice, draft, changed 1 Jun
   practices/export-a-mailbox.md:8  … not PST. See scanning.
Knows about it: Anna de Vries (wrote 2; archivists, handbook), Bram Smit (worked
on 1; archivists)

$ cop search --in handbook mailbox
1 found
1  Share a mailbox                      handbook: practice, draft, changed 1 Jun
   ../handbook/docs/practices/mailbox.md:3  The mailbox of the team, not of one…
Knows about it: Anna de Vries (wrote 1; handbook)

$ cop search --all -n 1 --offset 1 scan
3 found, 2 to 2
2  Scan letters at the desk           handbook: practice, adopted, changed 1 Jun
   ../handbook/docs/practices/scan-letters.md:8
   Only what came by post.
Knows about it: Anna de Vries (wrote 1; handbook)

$ cop search --all -n 0 scan
3 found
");
    insta::assert_snapshot!(dutch(&world, &["search --all mailbox"]), @r"
$ COP_LANG=nl cop search --all mailbox
2 gevonden
1  Share a mailbox                handbook: praktijk, concept, gewijzigd 1 jun
   ../handbook/docs/practices/mailbox.md:3  The mailbox of the team, not of one…
2  Export a mailbox to EML        archivists: praktijk, concept, gewijzigd 1 jun
   practices/export-a-mailbox.md:8  The whole mailbox as EML, not PST. See scan…
Weet hiervan: Anna de Vries (beheert 1; archivists, handbook)
");
    insta::assert_snapshot!(narrow(&world, &["search --all scan letters -n 1"]), @r"
$ COLUMNS=40 cop search --all scan letters -n 1
2 found, 1 to 1
1  Scan letters
   archivists: practice, draft, changed
     1 Jun
   practices/scan-letters.md:3
   At 300 dpi, or 600.
Knows about it: Anna de Vries (wrote 1;
archivists), Bram Smit (worked on 1;
archivists)
");
}

#[test]
fn what_each_looked_for_beside_it_is_told_once() {
    let world = two();
    world.write("glossary/mailbox.md", "---\nsynonyms: [postbox]\n---\n\n# Mailbox\n");
    world.write("../handbook/docs/glossary/mailbox.md", "---\nsynonyms: [Postbox, inbox]\n---\n\n# Mailbox\n");
    let told = world.cop(&["search", "--all", "mailbox"]).done();
    assert!(told.contains("also searched: postbox, inbox (glossary)"), "{told}");
    let json = valid(&cop(&world, "search --all mailbox --json").run(), "search");
    assert_eq!(each(&json["also"], "words"), ["postbox", "inbox"]);
}

#[test]
fn every_name_that_is_on_no_list_is_told_and_put_right() {
    let world = two();
    insta::assert_snapshot!(transcript(&world, &["search --in handbook,archivsts scan", "search --in handbok,archivsts scan", "search --in handbok,dance scan"]), @r"
$ cop search --in handbook,archivsts scan
» error: no community on your list is called archivsts
» hint: did you mean handbook,archivists?
» hint: to put it on your list: cop communities add archivsts DIR
[status 2]

$ cop search --in handbok,archivsts scan
» error: no community on your list is called handbok, archivsts
» hint: did you mean handbook,archivists?
» hint: to put it on your list: cop communities add handbok DIR
[status 2]

$ cop search --in handbok,dance scan
» error: no community on your list is called handbok, dance
» hint: to put it on your list: cop communities add handbok DIR
[status 2]
");
}

#[test]
fn a_path_can_be_opened_from_where_one_stands() {
    let world = two();
    for folder in [".", "practices", "../handbook", "../home"] {
        let paths = world.command("cop").args(&["search", "--all", "scan", "-f", "paths"]).in_folder(folder).run().done();
        assert_eq!(paths.lines().count(), 3, "{paths}");
        for path in paths.lines() {
            let path = path.replace("[world]", &world.root().parent().unwrap().to_string_lossy());
            assert!(world.path(folder).join(&path).is_file(), "{folder}: {path}");
        }
    }
    insta::assert_snapshot!(cop(&world, "search --all scan -f csv").in_folder("../home").run(), @r"
$ cop search --all scan -f csv
community,ref,path,kind,title,status,tags,score,people,created,updated
archivists,practice/scan-letters,../community/practices/scan-letters.md,practice,Scan letters,draft,,3.391,anna bram,2026-06-01,2026-06-01
handbook,practice/scan-letters,../handbook/docs/practices/scan-letters.md,practice,Scan letters at the desk,adopted,post,3.340,anna,2026-06-01,2026-06-01
archivists,practice/export-a-mailbox,../community/practices/export-a-mailbox.md,practice,Export a mailbox to EML,draft,email,3.098,anna,2026-06-01,2026-06-01
");
}

#[test]
fn programs_are_told_which_community_and_which_file() {
    let world = two();
    let answer = valid(&cop(&world, "search --all 'dpi OR post' --json").run(), "search");
    assert_eq!((each(&answer["hits"], "ref"), answer["total"].as_u64()), (vec!["practice/scan-letters"; 2], Some(2)));
    assert_eq!(each(&answer["hits"], "path"), ["practices/scan-letters.md"; 2]);
    let mut names = each(&answer["hits"], "community");
    names.sort_unstable();
    assert_eq!(names, ["archivists", "handbook"]);
    assert!(each(&answer["hits"], "file").contains(&"[world]/handbook/docs/practices/scan-letters.md"));
    assert_eq!(each(&answer["communities"], "name"), ["archivists", "handbook"]);
    let alone = valid(&cop(&world, "search scan --json").run(), "search");
    assert!(alone.get("communities").is_none() && alone["hits"][0].get("community").is_none() && alone["hits"][0].get("file").is_none());
}

#[test]
fn what_is_impossible_in_one_is_no_error_and_in_all_is() {
    let world = two();
    world.write("../handbook/docs/.cop/kinds/recipe/kind.yaml", "name: recipe\nfolder: recipes\n");
    world.write("../handbook/docs/recipes/soup.md", "# Soup\n");
    insta::assert_snapshot!(transcript(&world, &["search --all kind:recipe soup", "search --all kind:dance soup", "search --all tag:post scan", "search --all tag:nothing scan", "search --all preservica"]), @r#"
$ cop search --all kind:recipe soup
» note: archivists: there is no kind "recipe"
1 found
1  Soup                                      handbook: recipe, not committed yet
   ../handbook/docs/recipes/soup.md

$ cop search --all kind:dance soup
» error: there is no kind "dance"
» query:1:6
»    |  kind:dance soup
»    |       ^
» hint: there are: practice, question, answer, decision, term, meeting, story, resource, flag, member
[status 2]

$ cop search --all tag:post scan
1 found
1  Scan letters at the desk           handbook: practice, adopted, changed 1 Jun
   ../handbook/docs/practices/scan-letters.md:8
   Only what came by post.
Knows about it: Anna de Vries (wrote 1; handbook)

$ cop search --all tag:nothing scan
» note: no document has the tag "nothing"
Nothing found for tag:nothing scan.
With tag:nothing nothing is left; without, 2 documents are found:
cop search --all scan
The nearest:
- Scan letters  practice/scan-letters
- Export a mailbox to EML  practice/export-a-mailbox
May know: Anna de Vries (wrote 3; archivists, handbook), Bram Smit (worked on 1;
archivists)
Ask everybody in archivists: cop -C ../community ask scan
Searched in: archivists, handbook
[status 1]

$ cop search --all preservica
Nothing found for preservica.
Ask everybody in archivists: cop -C ../community ask preservica
Searched in: archivists, handbook
[status 1]
"#);
    insta::assert_snapshot!(dutch(&world, &["search --all kind:recipe soup", "search --all preservica"]), @r#"
$ COP_LANG=nl cop search --all kind:recipe soup
» opmerking: archivists: er is geen soort "recipe"
1 gevonden
1  Soup                                    handbook: recipe, nog niet vastgelegd
   ../handbook/docs/recipes/soup.md

$ COP_LANG=nl cop search --all preservica
Niets gevonden voor preservica.
Vraag het iedereen in archivists: cop -C ../community ask preservica
Gezocht in: archivists, handbook
[status 1]
"#);
}

#[test]
fn one_that_is_gone_or_broken_is_named_while_the_others_answer() {
    let world = two();
    world.write("../broken/community.yaml", "langauge: nl\n");
    let text = world.read(CONFIG)
        + "  gone: ~/nowhere\n"
        + &format!("  broken: {}\n", world.path("../broken").display()).replace("community/../", "");
    world.write(CONFIG, text);
    insta::assert_snapshot!(transcript(&world, &["search --all mailbox -n 1", "search --in gone mailbox", "search --in gone,broken mailbox"]), @r#"
$ cop search --all mailbox -n 1
» note: gone: there is no folder [world]/home/nowhere
» note: ../broken/community.yaml:1:1: broken: unknown key "langauge"
2 found, 1 to 1
1  Share a mailbox                      handbook: practice, draft, changed 1 Jun
   ../handbook/docs/practices/mailbox.md:3  The mailbox of the team, not of one…
Knows about it: Anna de Vries (wrote 1; handbook)

$ cop search --in gone mailbox
» error: there is no folder [world]/home/nowhere
» hint: your list, and what is there: cop communities
[status 2]

$ cop search --in gone,broken mailbox
» error: none of these communities can be searched
» hint: gone: there is no folder [world]/home/nowhere
» hint: broken: unknown key "langauge"
» hint: your list, and what is there: cop communities
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["search --all mailbox -n 1"]), @r#"
$ COP_LANG=nl cop search --all mailbox -n 1
» opmerking: gone: er is geen map [world]/home/nowhere
» opmerking: ../broken/community.yaml:1:1: broken: onbekende sleutel "langauge"
2 gevonden, 1 tot en met 1
1  Share a mailbox                  handbook: praktijk, concept, gewijzigd 1 jun
   ../handbook/docs/practices/mailbox.md:3  The mailbox of the team, not of one…
Weet hiervan: Anna de Vries (schreef 1; handbook)
"#);
}

#[test]
fn a_damaged_index_of_one_changes_no_answer() {
    let world = two();
    let usual = cop(&world, "search --all mailbox").run().done();
    let folder = world.path("../handbook/.git/cop/docs/index");
    for entry in std::fs::read_dir(&folder).unwrap().flatten() {
        if entry.file_name().to_string_lossy() != "lock" {
            std::fs::write(entry.path(), "nonsense").unwrap();
        }
    }
    let run = cop(&world, "search --all mailbox").run();
    assert_eq!(run.stdout, usual);
    assert!(run.stderr.starts_with("note: handbook: "), "{run}");
    assert_eq!(cop(&world, "search --all mailbox").run().stderr, "");
}

#[test]
fn names_that_are_not_on_the_list_are_refused() {
    let world = two();
    insta::assert_snapshot!(transcript(&world, &["search --in handbok mailbox", "search --in dance mailbox", "search --in handbook --all mailbox", "-C . search --all mailbox", "search --in '' mailbox"]), @r"
$ cop search --in handbok mailbox
» error: no community on your list is called handbok
» hint: did you mean handbook?
» hint: to put it on your list: cop communities add handbok DIR
[status 2]

$ cop search --in dance mailbox
» error: no community on your list is called dance
» hint: to put it on your list: cop communities add dance DIR
[status 2]

$ cop search --in handbook --all mailbox
» error: --in and --all don't go together
» hint: all about it: cop search --help
[status 2]

$ cop -C . search --all mailbox
» error: --all and -C don't go together
[status 2]

$ cop search --in '' mailbox
» error: --in needs a value
[status 2]
");
    insta::assert_snapshot!(dutch(&world, &["search --in handbok mailbox"]), @r"
$ COP_LANG=nl cop search --in handbok mailbox
» fout: geen gemeenschap op je lijst heet handbok
» tip: bedoel je handbook?
» tip: om die op je lijst te zetten: cop communities add handbok MAP
[status 2]
");
    let empty = World::without_git();
    insta::assert_snapshot!(transcript(&empty, &["search --all mailbox"]), @r"
$ cop search --all mailbox
» error: there is no community on your list yet
» hint: to put the one in which you stand on it: cop communities add
[status 2]
");
    insta::assert_snapshot!(dutch(&empty, &["search --all mailbox"]), @r"
$ COP_LANG=nl cop search --all mailbox
» fout: er staat nog geen gemeenschap op je lijst
» tip: om die waarin je staat erop te zetten: cop communities add
[status 2]
");
}

#[test]
fn the_community_in_which_one_stands_is_told_to_be_missing() {
    let world = two();
    world.cop(&["communities", "remove", "archivists"]).done();
    insta::assert_snapshot!(transcript(&world, &["search --all mailbox -n 1"]), @r"
$ cop search --all mailbox -n 1
» note: the community in which you stand is not on your list, so it was not searched; cop communities add puts it there
1 found
1  Share a mailbox                      handbook: practice, draft, changed 1 Jun
   ../handbook/docs/practices/mailbox.md:3  The mailbox of the team, not of one…
Knows about it: Anna de Vries (wrote 1; handbook)
");
    assert_eq!(cop(&world, "search --in handbook mailbox").run().stderr, "");
    assert_eq!(cop(&world, "search --all mailbox").in_folder("../handbook").run().stderr, "");
}

#[test]
fn an_order_that_is_asked_for_holds_over_all() {
    let world = two();
    let titles = |order: &str| {
        let answer = world.cop(&["search", "--all", "scan OR mailbox", "--sort", order, "--json"]).json();
        each(&answer["hits"], "title").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let by_title = titles("title");
    assert!(by_title.len() == 4 && by_title.is_sorted(), "{by_title:?}");
    assert_eq!(titles("title"), by_title);
    let all: Vec<_> = (0..4)
        .map(|at| world.cop(&["search", "--all", "scan OR mailbox", "-n", "1", "--offset", &at.to_string(), "--json"]).json())
        .collect();
    let paged: Vec<_> = all.iter().map(|answer| answer["hits"][0]["file"].clone()).collect();
    let whole = world.cop(&["search", "--all", "scan OR mailbox", "--json"]).json();
    assert_eq!(paged, whole["hits"].as_array().unwrap().iter().map(|hit| hit["file"].clone()).collect::<Vec<_>>());
}

#[test]
fn where_nobody_says_a_language_it_is_that_of_the_first_community() {
    let world = two();
    world.write("../handbook/docs/community.yaml", "format: 1\nname: Platform Team\nlanguage: nl\n");
    let first = |names: &str| {
        let run = world.command("cop").args(&["search", "--in", names, "mailbox"]).env("COP_LANG", "").env("LC_ALL", "").run();
        run.done().lines().next().map(str::to_owned)
    };
    assert_eq!(first("handbook,archivists").as_deref(), Some("2 gevonden"));
    assert_eq!(first("archivists,handbook").as_deref(), Some("2 found"));
}

#[test]
fn a_search_of_several_is_remembered_for_none() {
    let world = two();
    world.cop(&["gaps", "--remember"]).done();
    assert_eq!(world.cop(&["search", "--all", "preservica"]).status, 1);
    assert_eq!(world.cop(&["gaps", "--json"]).json()["searches"], serde_json::json!([]));
}

#[test]
fn what_nothing_ranks_is_newest_first_over_all_also_as_the_best() {
    let world = two();
    let files = |order: &[&str]| {
        let all = [&["search", "--all", "kind:practice,question", "--json"], order].concat();
        each(&world.cop(&all).json()["hits"], "file").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let newest = files(&[]);
    let communities: Vec<bool> = newest.iter().map(|file| file.contains("/handbook/")).collect();
    assert!(
        communities.windows(2).filter(|pair| pair[0] != pair[1]).count() > 1,
        "documents of both stand between one another: {newest:?}"
    );
    assert_eq!(files(&["-s", "best"]), newest);
}
