//! What nobody is known to know, and what is no topic.

use super::archivists;
use crate::commands::transcript;

#[test]
fn what_only_an_open_question_tells_of_is_not_to_be_asked_twice() {
    let world = archivists();
    world.write("questions/which-needle.md", "---\ntags: [needles]\n---\n\n# Which needle for jersey?\n\nIt skips.\n");
    world.commit_by("Eve New", "eve@example.org", "Ask");
    insta::assert_snapshot!(transcript(&world, &["who needles", "who '#needles'"]), @r"
$ cop who needles
Nobody here is known to know about needles.
Still open: Which needle for jersey? (cop show question/which-needle)
[status 1]

$ cop who #needles
Nobody here is known to know about #needles.
Still open: Which needle for jersey? (cop show question/which-needle)
[status 1]
");
}

#[test]
fn what_is_no_topic_is_told() {
    let world = archivists();
    insta::assert_snapshot!(transcript(&world, &["who", "who bo", "who @dee", "who @nobody", "who practice/export-a-mailbx", "who zebras", "who '#emial'", "who kind:nonsense", "who ''", "who maibox", "wie mailbox", "expert"]), @r#"
    $ cop who
    » error: something is missing: TOPIC
    » hint: for example: cop who rhythm meetings
    » hint: all about it: cop who --help
    [status 2]

    $ cop who bo
    » error: "bo" is a member, and no topic
    » hint: what they know and did: cop show bo
    [status 2]

    $ cop who @dee
    » error: "dee" is a member, and no topic
    » hint: what they know and did: cop show dee
    [status 2]

    $ cop who @nobody
    » error: nobody is called "@nobody"
    » hint: who helped, with what they are called: cop contributors
    [status 2]

    $ cop who practice/export-a-mailbx
    » error: no document is called "practice/export-a-mailbx"
    » hint: did you mean this? cop show practice/export-a-mailbox
    [status 2]

    $ cop who zebras
    Nobody here is known to know about zebras.
    Ask everybody: cop ask zebras
    [status 1]

    $ cop who #emial
    Nobody here is known to know about #emial.
    Tags that are near: #email
    Ask everybody: cop ask emial
    [status 1]

    $ cop who kind:nonsense
    » error: there is no kind "nonsense"
    » query:1:6
    »    |  kind:nonsense
    »    |       ^
    » hint: there are: practice, question, answer, decision, term, meeting, story, resource, flag, member
    [status 2]

    $ cop who ''
    » error: about what? Nothing was asked
    » hint: words, a tag or a document: cop who rhythm
    [status 2]

    $ cop who maibox
    5 people, by 4 documents that tell of it
    Bo Guest  @bo, City of Utrecht
      keeps true: Export a mailbox
      gave the accepted answer to: How long do we keep a mailbox? (Jun)
    Team Scanning
      wrote: Scan letters (Jun)
    Ada Test (you)  @ada
      changed: Scan letters (Jun)
    Gus Git
      changed: Scan letters (Jun)
    Cy Gone (left)  @cy
      wrote: Export a mailbox (Jun)

    $ cop wie mailbox
    » error: there is no command "wie"
    » hint: here that is: cop who mailbox
    [status 2]

    $ cop expert
    » error: there is no command "expert"
    » hint: here that is: cop who TOPIC
    [status 2]
    "#);
}
