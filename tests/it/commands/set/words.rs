//! `cop set`: fields by the names that the screen has for them, and what is not set so.

use crate::commands::{dutch, tiny, transcript};

#[test]
fn fields_may_be_called_as_the_screen_calls_them() {
    let world = tiny();
    insta::assert_snapshot!(dutch(&world, &[
        "set scan-maps beheerder=ada 'Nakijken elke=6 maanden'",
        "set scan-maps steward=ada beheerder=ada",
        "set scan-maps 'laatst nagekeken=vandaag'",
        "set scan-maps --remove beheerder",
        "add practice Nieuw -b Tekst. --set beheerder=ada",
        "list --where beheerder=ada",
        "set --where beheerder=ada trefwoorden=oud",
    ]), @r"
$ COP_LANG=nl cop set scan-maps beheerder=ada 'Nakijken elke=6 maanden'
» Vastgelegd als [commit]
» Scan maps  beheerder = ada, nakijken elke = 6 maanden
practices/scan-maps.md

$ COP_LANG=nl cop set scan-maps steward=ada beheerder=ada
» fout: beheerder is een ander woord voor steward, en dat staat er ook al
[status 2]

$ COP_LANG=nl cop set scan-maps 'laatst nagekeken=vandaag'
» Vastgelegd als [commit]
» Scan maps  laatst nagekeken = 2026-11-22
practices/scan-maps.md

$ COP_LANG=nl cop set scan-maps --remove beheerder
» Vastgelegd als [commit]
» Scan maps  geen beheerder
practices/scan-maps.md

$ COP_LANG=nl cop add practice Nieuw -b Tekst. --set beheerder=ada
» Vastgelegd als [commit]
practices/nieuw.md

$ COP_LANG=nl cop list --where beheerder=ada
1 document
Nieuw  praktijk  concept  vandaag

$ COP_LANG=nl cop set --where beheerder=ada trefwoorden=oud
» Vastgelegd als [commit]
practices/nieuw.md
");
    insta::assert_snapshot!(transcript(&world, &["set scan-maps 'Last reviewed=yesterday'", "set scan-maps Steward=ada"]), @r"
$ cop set scan-maps 'Last reviewed=yesterday'
» Committed [commit]
» Scan maps  last reviewed = 2026-11-21
practices/scan-maps.md

$ cop set scan-maps Steward=ada
» Committed [commit]
» Scan maps  steward = ada
practices/scan-maps.md
");
    insta::assert_snapshot!(world.git(&["log", "-7", "--format=%s"]), @r"
practice/scan-maps: steward = ada
practice/scan-maps: last reviewed = 2026-11-21
practice/nieuw: tags = oud
Add practice/nieuw
practice/scan-maps: no steward
practice/scan-maps: last reviewed = 2026-11-22
practice/scan-maps: steward = ada, review every = 6 maanden
");
}

#[test]
fn a_title_in_the_heading_is_changed_by_renaming() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["set scan-maps title='What is a map?'"]), @r"
$ cop set scan-maps 'title=What is a map?'
» error: the title stands in the heading of the text, and the file is called after it
» practices/scan-maps.md:5:1
»    |  # Scan maps
»    |  ^
» hint: cop rename practice/scan-maps 'What is a map?'
[status 2]
");
    insta::assert_snapshot!(dutch(&world, &["set scan-maps titel=Kaarten"]), @r"
$ COP_LANG=nl cop set scan-maps titel=Kaarten
» fout: de titel staat in de kop van de tekst, en het bestand heet ernaar
» practices/scan-maps.md:5:1
»    |  # Scan maps
»    |  ^
» tip: cop rename practice/scan-maps Kaarten
[status 2]
");
    world.write("practices/said.md", "---\ntitle: Said\n---\n\nText.\n");
    world.commit("Another");
    world.cop(&["set", "said", "title=Said again"]).done();
}

#[test]
fn many_are_not_reviewed_by_a_filter_and_what_a_state_needs_is_needed_of_many() {
    let world = tiny();
    insta::assert_snapshot!(transcript(&world, &["set --kind practice reviewed=today", "set --kind practice status=retired steward=ada"]), @r"
$ cop set --kind practice reviewed=today
» error: a review is of one document: it says that somebody has read it
» hint: cop review takes the next one that waits; or name one: cop review practice/scan-letters
[status 2]

$ cop set --kind practice status=retired steward=ada
» Committed [commit]
practices/scan-letters.md
practices/scan-maps.md
");
    insta::assert_snapshot!(dutch(&world, &["set --kind praktijk reviewed=vandaag"]), @r"
$ COP_LANG=nl cop set --kind praktijk reviewed=vandaag
» fout: nakijken doe je per document: het zegt dat iemand het heeft gelezen
» tip: cop review pakt het volgende dat wacht; of noem er een: cop review practice/scan-letters
[status 2]
");
    world.write("decisions/0001-a.md", "# A\n");
    world.write("decisions/0002-b.md", "# B\n");
    world.commit("Decisions");
    insta::assert_snapshot!(transcript(&world, &["set --kind decision status=superseded"]), @r"
$ cop set --kind decision status=superseded
» error: a decision that is superseded also has to say: Superseded by (superseded_by)
» hint: name it: cop mark decision/0001-a superseded --superseded-by …
[status 2]
");
}
