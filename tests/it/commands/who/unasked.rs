//! Who would rather not be asked.

use super::archivists;
use crate::commands::transcript;

#[test]
fn who_is_not_to_be_asked_is_not_named() {
    let world = archivists();
    insta::assert_snapshot!(transcript(&world, &["who scan", "who 'scan maps'", "who glass", "who 'flat dpi' kind:practice"]), @r"
$ cop who scan
4 people, by 2 documents that tell of it
Team Scanning
  wrote: Scan letters (Jun)
Ada Test (you)  @ada
  changed: Scan letters (Jun)
Gus Git
  changed: Scan letters (Jun)
Eve New  @eve
  says you may ask: how to scan glass
1 other knows more about it and would rather not be asked

$ cop who 'scan maps'
Who knows about scan maps here would rather not be asked (1).
Ask everybody: cop ask 'scan maps'
[status 1]

$ cop who glass
1 person, by what they say
Eve New  @eve
  says you may ask: how to scan glass

$ cop who 'flat dpi' kind:practice
Nobody here is known to know about flat dpi kind:practice.
[status 1]
");
    world.write("members/eve.md", "---\nname: Eve New\nemails: [eve@example.org]\n---\n");
    insta::assert_snapshot!(transcript(&world, &["who 'scan maps'"]), @r"
$ cop who 'scan maps'
Who knows about scan maps here would rather not be asked (1).
Ask everybody: cop ask 'scan maps'
[status 1]
");
}

#[test]
fn beside_search_nobody_is_proposed_who_should_not_be() {
    let world = archivists();
    insta::assert_snapshot!(transcript(&world, &["search 'scan maps'", "search export", "search mailbox is:open", "search maibox"]), @r"
    $ cop search 'scan maps'
    2 with every word, then those with some of them
    1  Scan maps                                     practice, draft, changed 1 Jun
       practices/scan-maps.md:7  Flat, at 300 dpi.
    2  Eve New                                       member, active, changed 1 Jun
       members/eve.md:12  #maps 2026-11-02
    3  Scan letters                                  practice, draft, changed 1 Jun
       practices/scan-letters.md:7  In colour, mostly. See the mailbox.

    $ cop search export
    1 found
    1  Export a mailbox                              practice, draft, changed 1 Jun
       practices/export-a-mailbox.md:8  The whole mailbox as EML.
    Knows about it: Bo Guest (keeps 1), Cy Gone (left, wrote 1)

    $ cop search mailbox is:open
    Nothing found for mailbox is:open.
    With is:open nothing is left; without, 3 documents are found: cop search mailbox
    The nearest:
    - Export a mailbox  practice/export-a-mailbox
    - How long do we keep a mailbox?  question/keep-mailboxes
    - Scan letters  practice/scan-letters
    May know: Bo Guest (keeps 1), Team Scanning (wrote 1), Ada Test (worked on 1)
    Ask everybody: cop ask mailbox
    [status 1]

    $ cop search maibox
    3 found; also searched: mailbox (spelling)
    1  Export a mailbox                              practice, draft, changed 1 Jun
       practices/export-a-mailbox.md:8  The whole mailbox as EML.
    2  How long do we keep a mailbox?                question, answered, 1 answer
       questions/keep-mailboxes.md:8  Of who left.
    3  Scan letters                                  practice, draft, changed 1 Jun
       practices/scan-letters.md:7  In colour, mostly. See the mailbox.
    Knows about it: Bo Guest (keeps 1), Team Scanning (wrote 1), Ada Test (worked on
    1)
    ");
    insta::assert_snapshot!(transcript(&world, &["ask 'Where to export one mailbox?' -b x", "ask 'Scan all maps' -b x"]), @r"
$ cop ask 'Where to export one mailbox?' -b x
» Like it: Export a mailbox (practice, draft)  practice/export-a-mailbox
» May know: Bo Guest, keeps true: Export a mailbox
» Committed [commit]
questions/where-to-export-one-mailbox.md

$ cop ask 'Scan all maps' -b x
» Like it: Scan maps (practice, draft)  practice/scan-maps
» Committed [commit]
questions/scan-all-maps.md
");
}
