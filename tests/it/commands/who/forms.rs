//! The forms that it is written in.

use super::archivists;
use crate::commands::{cop, example, transcript, valid};

#[test]
fn every_form_has_the_same_people() {
    let world = archivists();
    let answer = valid(&cop(&world, "who mailbox --json").run(), "who");
    insta::assert_snapshot!(serde_json::to_string_pretty(&answer).unwrap(), @r#"
{
  "schema": "cop/who/1",
  "topic": "mailbox",
  "total": 5,
  "people": [
    {
      "handle": "bo",
      "name": "Bo Guest",
      "score": 7.698,
      "left": false,
      "gone": false,
      "last": "2026-06-01",
      "evidence": [
        {
          "ref": "practice/export-a-mailbox",
          "action": "steward",
          "date": null,
          "times": 1,
          "weight": 4.0,
          "title": "Export a mailbox"
        },
        {
          "ref": "answer/keep-mailboxes/bo",
          "action": "accepted",
          "date": "2026-06-01",
          "times": 1,
          "weight": 2.054,
          "title": "How long do we keep a mailbox?"
        },
        {
          "ref": "answer/keep-mailboxes/bo",
          "action": "answered",
          "date": "2026-06-01",
          "times": 1,
          "weight": 1.644,
          "title": "How long do we keep a mailbox?"
        }
      ]
    },
    {
      "handle": null,
      "name": "Team Scanning",
      "score": 0.369,
      "left": false,
      "gone": false,
      "last": "2026-06-01",
      "evidence": [
        {
          "ref": "practice/scan-letters",
          "action": "created",
          "date": "2026-06-01",
          "times": 1,
          "weight": 0.369,
          "title": "Scan letters"
        }
      ]
    },
    {
      "handle": "ada",
      "name": "Ada Test",
      "score": 0.138,
      "left": false,
      "gone": false,
      "last": "2026-06-01",
      "evidence": [
        {
          "ref": "practice/scan-letters",
          "action": "edited",
          "date": "2026-06-01",
          "times": 1,
          "weight": 0.138,
          "title": "Scan letters"
        }
      ]
    },
    {
      "handle": null,
      "name": "Gus Git",
      "score": 0.138,
      "left": false,
      "gone": false,
      "last": "2026-06-01",
      "evidence": [
        {
          "ref": "practice/scan-letters",
          "action": "edited",
          "date": "2026-06-01",
          "times": 1,
          "weight": 0.138,
          "title": "Scan letters"
        }
      ]
    },
    {
      "handle": "cy",
      "name": "Cy Gone",
      "score": 3.691,
      "left": true,
      "gone": true,
      "last": "2026-06-01",
      "evidence": [
        {
          "ref": "practice/export-a-mailbox",
          "action": "created",
          "date": "2026-06-01",
          "times": 1,
          "weight": 3.691,
          "title": "Export a mailbox"
        }
      ]
    }
  ],
  "unasked": 0,
  "problems": []
}
"#);
    insta::assert_snapshot!(transcript(&world, &["who mailbox -f csv", "who mailbox -f jsonl -n 1", "who mailbox -f paths", "who mailbox -f md", "who zebras --json"]), @r#"
$ cop who mailbox -f csv
handle,name,score,left,gone,last,evidence
bo,Bo Guest,7.698,false,false,2026-06-01,"steward practice/export-a-mailbox; accepted answer/keep-mailboxes/bo 2026-06-01; answered answer/keep-mailboxes/bo 2026-06-01"
,Team Scanning,0.369,false,false,2026-06-01,created practice/scan-letters 2026-06-01
ada,Ada Test,0.138,false,false,2026-06-01,edited practice/scan-letters 2026-06-01
,Gus Git,0.138,false,false,2026-06-01,edited practice/scan-letters 2026-06-01
cy,Cy Gone,3.691,true,true,2026-06-01,created practice/export-a-mailbox 2026-06-01

$ cop who mailbox -f jsonl -n 1
{"handle":"bo","name":"Bo Guest","score":7.698,"left":false,"gone":false,"last":"2026-06-01","evidence":[{"ref":"practice/export-a-mailbox","action":"steward","date":null,"times":1,"weight":4.0,"title":"Export a mailbox"},{"ref":"answer/keep-mailboxes/bo","action":"accepted","date":"2026-06-01","times":1,"weight":2.054,"title":"How long do we keep a mailbox?"},{"ref":"answer/keep-mailboxes/bo","action":"answered","date":"2026-06-01","times":1,"weight":1.644,"title":"How long do we keep a mailbox?"}]}

$ cop who mailbox -f paths
members/bo.md
members/ada.md
members/cy.md

$ cop who mailbox -f md
5 people, by 4 documents that tell of it

- **Bo Guest  @<!-- -->bo, City of Utrecht**
  - keeps true: **Export a mailbox**
  - gave the accepted answer to: **How long do we keep a mailbox?** (Jun)
- **Team Scanning**
  - wrote: **Scan letters** (Jun)
- **Ada Test (you)  @<!-- -->ada**
  - changed: **Scan letters** (Jun)
- **Gus Git**
  - changed: **Scan letters** (Jun)
- **Cy Gone (left)  @<!-- -->cy**
  - wrote: **Export a mailbox** (Jun)

$ cop who zebras --json
{
  "schema": "cop/who/1",
  "topic": "zebras",
  "total": 0,
  "people": [],
  "unasked": 0,
  "problems": []
}
[status 1]
"#);
}

#[test]
fn a_question_in_plain_words_is_asked_by_those_that_name_something() {
    let world = example();
    // Nothing is called `end`; one practice and one question in Dutch are tagged `ending`, and a fourth of all documents say `community`.
    for typed in ["how to end it", "how to end a community", "How do you end a community?"] {
        let first = &world.cop(&["who", typed, "--json"]).json()["people"][0];
        assert_eq!((&first["handle"], &first["evidence"][0]["title"]), (&"maryam".into(), &"Eindig met een oogst".into()), "{typed}");
    }
    let said = world.cop(&["search", "how to end a community"]).stdout;
    assert!(said.contains("Knows about it: Maryam"), "{said}");
}
