//! What is asked about is what a question names, and not the words that only ask.

use crate::commands::{cop, each, transcript, valid};
use crate::support::world::World;

/// Andy wrote of licences in English, Lou in Dutch; Kim's pages have the words that people ask with.
fn handbook() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Handbook\n");
    world.write("practices/licences.md", "# Open licences\n\nThe licence that fits. Choosing is a matter of an afternoon.\n");
    world.commit_by("Andy Loughran", "andy@example.org", "Licences");
    world.write("practices/licenties.md", "# Open licenties\n\nDe licentie die past.\n");
    world.commit_by("Lou Links", "lou@example.org", "Licenties");
    world.write("practices/harvest.md", "# Eindig met een oogst\n\nIedereen weet iets. Wie kan mij helpen? Kies er een over.\n");
    world.commit_by("Kim Kiest", "kim@example.org", "Oogst");
    world.write("practices/help-newcomers.md", "# Help newcomers\n\nSomebody knows what they need to know about all of it.\n");
    world.commit_by("Kim Kiest", "kim@example.org", "Help");
    world
}

#[test]
fn words_that_only_ask_weigh_nothing_beside_what_is_asked_about() {
    let world = handbook();
    let nowhere = ["who wie weet iets over orgels", "who who knows about xylophones"];
    let somewhere = ["who welke licentie kies ik", "who can somebody help me with a licence"];
    insta::assert_snapshot!(transcript(&world, &[nowhere, somewhere].concat()), @r"
$ cop who wie weet iets over orgels
Nobody here is known to know about wie weet iets over orgels.
Ask everybody: cop ask 'wie weet iets over orgels'
[status 1]

$ cop who who knows about xylophones
Nobody here is known to know about who knows about xylophones.
Ask everybody: cop ask 'who knows about xylophones'
[status 1]

$ cop who welke licentie kies ik
1 person, by 1 document that tells of it
Lou Links
  wrote: Open licenties (Jun)

$ cop who can somebody help me with a licence
1 person, by 1 document that tells of it
Andy Loughran
  wrote: Open licences (Jun)
");
    let names = |asked: &str| each(&valid(&cop(&world, asked).run(), "who")["people"], "name").join(", ");
    for (question, alone) in [("wie kan mij helpen met licenties", "licenties"), ("who knows more about licences", "licences")] {
        assert_eq!(names(&format!("who {question} --json")), names(&format!("who {alone} --json")), "{question}");
    }
    insta::assert_snapshot!(transcript(&world, &["ask 'Welke licentie kies ik?' -b x --dry-run", "search wie weet iets over licenties"]), @r"
$ cop ask 'Welke licentie kies ik?' -b x --dry-run
» May know: Lou Links, wrote: Open licenties (Jun)
diff --git a/questions/welke-licentie-kies-ik.md b/questions/welke-licentie-kies-ik.md
new file mode 100644
--- /dev/null
+++ b/questions/welke-licentie-kies-ik.md
@@ -0,0 +1,7 @@
+---
+tags: []
+---
+
+# Welke licentie kies ik?
+
+x

$ cop search wie weet iets over licenties
no document has every word; 2 documents have some of them
1  Eindig met een oogst                          practice, draft, changed 1 Jun
   practices/harvest.md:3  … weet iets. Wie kan mij helpen? Kies er een over.
2  Open licenties                                practice, draft, changed 1 Jun
   practices/licenties.md:3  De licentie die past.
Knows about it: Lou Links (wrote 1)
");
}

#[test]
fn a_word_of_asking_is_asked_about_where_nothing_else_is_or_a_document_is_called_so() {
    let world = handbook();
    insta::assert_snapshot!(transcript(&world, &["who help", "who help newcomers", "who choosing a licence"]), @r"
$ cop who help
1 person, by 1 document that tells of it
Kim Kiest
  wrote: Help newcomers (Jun)

$ cop who help newcomers
1 person, by 1 document that tells of it
Kim Kiest
  wrote: Help newcomers (Jun)

$ cop who choosing a licence
1 person, by 1 document that tells of it
Andy Loughran
  wrote: Open licences (Jun)
");
}
