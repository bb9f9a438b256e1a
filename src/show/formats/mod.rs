//! The formats that any result can be had in: a file each, and a line in [`ALL`].

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;

use super::format::Format;

mod csv;
mod json;
mod jsonl;
mod md;
mod paths;
mod text;

/// All of them, the usual one first.
pub const ALL: [&dyn Format; 6] = [&text::Text, &json::Json, &jsonl::Jsonl, &csv::Csv, &paths::Paths, &md::Md];

/// The format of this name for a result that is or is not a list; to be asked before anything is done.
pub fn find(name: &str, list: bool) -> Result<&'static dyn Format> {
    let format = ALL.into_iter().find(|format| format.name() == name);
    match format {
        Some(format) if list || !format.needs_list() => Ok(format),
        other => {
            let msg = if other.is_some() { msg!("format-not-a-list", name = name) } else { msg!("format-unknown", name = name) };
            let names: Vec<_> = names(list).collect();
            Err(Error::new(ErrorKind::Usage, msg).hint(msg!("format-choose", names = names.join(", "))))
        }
    }
}

/// The names of the formats that a list, or anything else, can be had in.
pub fn names(list: bool) -> impl Iterator<Item = &'static str> {
    ALL.into_iter().filter(move |format| list || !format.needs_list()).map(Format::name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Serialize;

    use crate::base::date::Date;
    use crate::base::lang::Lang;
    use crate::base::place::Place;
    use crate::msg;
    use crate::show::label::Label;
    use crate::show::line::Line;
    use crate::show::look::Look;
    use crate::show::view::{Bar, Block, Column, Excerpt, Hit, Hits, Remark, Rows, Table, View};
    use crate::show::{clean, layout};

    #[derive(Serialize)]
    struct Found {
        total: usize,
        hits: Vec<Practice>,
    }

    #[derive(Serialize)]
    struct Practice {
        path: String,
        title: String,
        status: String,
    }

    impl View for Found {
        const SCHEMA: &'static str = "sample";

        fn blocks(&self, look: &Look) -> Vec<Block> {
            let hits = self.hits.iter().map(|hit| Hit {
                title: (&hit.title).into(),
                facts: Line::new().kind("practice, ").state(&hit.status),
                under: vec![Line::new().path(look.path(&hit.path)).plain(":14  … ").with(Label::Match, &hit.title)],
            });
            let mut table = Table::new([Column::headed("Title").min(8), Column::headed("#").right(), Column::new().below()]);
            for hit in &self.hits {
                table.row([(&hit.title).into(), "1".into(), Line::new().command(format!("cop show {}", hit.status))]);
            }
            let excerpt = |hit: &Practice| Excerpt {
                place: Place { path: hit.path.clone(), line: 3, column: 3 },
                says: Line::of(Label::Error, "error").plain(" dead-link"),
                source: hit.title.clone(),
                skipped: 0,
                length: 4,
                label: (&hit.status).into(),
            };
            let lines = || self.hits.iter().map(|hit| Line::from(&hit.title));
            vec![
                Block::Title("Found".into()),
                Block::Line(look.say(&msg!("count-documents", count = self.total)).into()),
                Block::Hits(Hits { first: Some(1), hits: hits.collect() }),
                Block::Heading("More".into()),
                Block::Table(table),
                Block::Blank,
                Block::Items(lines().collect()),
                Block::Tree(lines().enumerate().collect()),
                Block::Facts(lines().zip(lines()).collect()),
                Block::Bars(self.hits.iter().map(|hit| Bar { name: (&hit.title).into(), value: 2.0, says: "2".into() }).collect()),
            ]
            .into_iter()
            .chain(self.hits.iter().map(|hit| Block::Excerpt(excerpt(hit))))
            .collect()
        }

        fn rows(&self) -> Option<Rows<'_>> {
            let row = |hit: &'_ Practice| {
                (hit.path.clone().into(), vec![hit.path.clone().into(), hit.title.clone().into(), hit.status.clone().into()])
            };
            Some(Rows::of(&["path", "title", "status"], &self.hits, row))
        }
    }

    fn found(titles: &[&str], path: &str, status: &str) -> Found {
        let practice = |title: &&str| Practice { path: path.into(), title: (*title).into(), status: status.into() };
        Found { total: titles.len(), hits: titles.iter().map(practice).collect() }
    }

    fn sample() -> Found {
        found(&["Export a mailbox", "=Scan *it*, then; read\x1b[31m | file"], "practices/a.md", "adopted")
    }

    fn look() -> Look {
        Look::plain(Lang::En, Date::new(2026, 11, 22).unwrap())
    }

    fn written(format: &str, found: &Found, look: &Look) -> String {
        let place = Place { path: "practices/b.md".into(), line: 3, column: 0 };
        let remarks = [Remark { code: "yaml-syntax", msg: msg!("count-documents", count = 1), place: Some(place) }];
        super::find(format, true).unwrap().write(found, &remarks, look).unwrap()
    }

    #[test]
    fn text() {
        insta::assert_snapshot!(written("text", &sample(), &look()), @r"
        Found
        2 documents
        1  Export a mailbox                              practice, adopted
           practices/a.md:14  … Export a mailbox
        2  =Scan *it*, then; read\u{1b}[31m | file       practice, adopted
           practices/a.md:14  … =Scan *it*, then; read\u{1b}[31m | file

        More
        Title                                    #
        Export a mailbox                         1  cop show adopted
        =Scan *it*, then; read\u{1b}[31m | file  1  cop show adopted

        - Export a mailbox
        - =Scan *it*, then; read\u{1b}[31m | file
        Export a mailbox
          =Scan *it*, then; read\u{1b}[31m | file
        Export a mailbox  Export a mailbox
        =Scan *it*, then; read\u{1b}[31m | file
          =Scan *it*, then; read\u{1b}[31m | file
        Export a mailbox                         ████████████████████████████████████  2
        =Scan *it*, then; read\u{1b}[31m | file  ████████████████████████████████████  2
        practices/a.md:3:3  error dead-link
           |  Export a mailbox
           |    ^^^^ adopted
        practices/a.md:3:3  error dead-link
           |  =Scan *it*, then; read\u{1b}[31m | file
           |    ^^^^ adopted
        ");
    }

    #[test]
    fn json() {
        insta::assert_snapshot!(written("json", &sample(), &look()), @r#"
        {
          "schema": "cop/sample/1",
          "total": 2,
          "hits": [
            {
              "path": "practices/a.md",
              "title": "Export a mailbox",
              "status": "adopted"
            },
            {
              "path": "practices/a.md",
              "title": "=Scan *it*, then; read\u001b[31m | file",
              "status": "adopted"
            }
          ],
          "problems": [
            {
              "code": "yaml-syntax",
              "message": "1 document",
              "path": "practices/b.md",
              "line": 3,
              "column": null
            }
          ]
        }
        "#);
    }

    #[test]
    fn jsonl() {
        insta::assert_snapshot!(written("jsonl", &sample(), &look()), @r#"
        {"path":"practices/a.md","title":"Export a mailbox","status":"adopted"}
        {"path":"practices/a.md","title":"=Scan *it*, then; read\u001b[31m | file","status":"adopted"}
        "#);
    }

    #[test]
    fn csv() {
        insta::assert_snapshot!(written("csv", &sample(), &look()), @r#"
        path,title,status
        practices/a.md,Export a mailbox,adopted
        practices/a.md,"'=Scan *it*, then; read\u{1b}[31m | file",adopted
        "#);
    }

    #[test]
    fn paths() {
        insta::assert_snapshot!(written("paths", &sample(), &look()), @"practices/a.md");
    }

    #[test]
    fn a_path_is_one_that_can_be_given_to_a_program() {
        let of = |path: &str| written("paths", &found(&["a"], path, ""), &look());
        assert_eq!(of("-rf.md"), "./-rf.md\n");
        assert_eq!(of("a b/-rf.md"), "a b/-rf.md\n");
        let paths = super::find("paths", true).unwrap();
        for path in ["a\nb.md", "a\u{200b}.md"] {
            assert_eq!(of(path), "");
            let said = paths.left_out(&found(&["a", "b"], path, ""), &look()).unwrap().text(Lang::En);
            assert!(said.contains("and 1 other left out") && !said.chars().any(clean::is_hidden), "{said}");
        }
        assert_eq!(paths.left_out(&sample(), &look()), None);
    }

    #[test]
    fn a_title_calls_nobody_and_leads_nowhere() {
        let written = written("md", &found(&["x @github/team http://evil.example www.evil.example a@b.nl"], "a.md", ""), &look());
        let open = "x @<!-- -->github/team http:<!-- -->//evil.example www<!-- -->.evil.example a@<!-- -->b.nl";
        assert!(written.contains(open), "{written}");
        let (markdown, limits) = (crate::text::markdown::read, crate::base::limits::Limits::default());
        let read = markdown(&written, 0, crate::text::markdown::HeadingIds::GitHub, &limits);
        assert_eq!((read.links, read.mentions), (vec![], vec![]));
    }

    #[test]
    fn md() {
        insta::assert_snapshot!(written("md", &sample(), &look()), @r"
        # Found

        2 documents

        1. **Export a mailbox** (practice, adopted)
           - `practices/a.md`:14  … **Export a mailbox**
        2. **=Scan \*it\*, then; read\\u{1b}\[31m \| file** (practice, adopted)
           - `practices/a.md`:14  … **=Scan \*it\*, then; read\\u{1b}\[31m \| file**

        ## More

        | Title | # |  |
        | --- | ---: | --- |
        | Export a mailbox | 1 | `cop show adopted` |
        | =Scan \*it\*, then; read\\u{1b}\[31m \| file | 1 | `cop show adopted` |

        - Export a mailbox
        - \=Scan \*it\*, then; read\\u{1b}\[31m \| file

        <!-- -->

        - Export a mailbox
          - \=Scan \*it\*, then; read\\u{1b}\[31m \| file

        <!-- -->

        - **Export a mailbox:** Export a mailbox
        - **=Scan \*it\*, then; read\\u{1b}\[31m \| file:** =Scan \*it\*, then; read\\u{1b}\[31m \| file

        - Export a mailbox · 2
        - =Scan \*it\*, then; read\\u{1b}\[31m \| file · 2

        - `practices/a.md:3:3` **error** dead-link (adopted)
          `Export a mailbox`

        - `practices/a.md:3:3` **error** dead-link (adopted)
          `=Scan *it*, then; read\u{1b}[31m | file`
        ");
    }

    #[test]
    fn colour_is_codes_around_the_same_words() {
        let coloured = written("text", &sample(), &Look { colour: true, ..look() });
        assert!(coloured.contains("\u{1b}[1mExport a mailbox\u{1b}[0m"), "{coloured}");
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), written("text", &sample(), &look()));
    }

    #[test]
    fn a_format_that_does_not_fit_is_refused_with_those_that_do() {
        let error = super::find("csv", false).err().unwrap();
        assert_eq!(error.hints()[0].to_string(), "one of these: text, json, md");
        assert!(super::find("yaml", true).is_err());
    }

    proptest! {
        #[test]
        fn no_data_steers_a_terminal_in_any_format(title: String, path: String, status in "[\\u{0}-\\u{9f}\\u{200b}-\\u{206f}a]{0,9}") {
            let found = found(&[&title, &status], &path, &status);
            for format in super::names(true) {
                let text = written(format, &found, &look());
                prop_assert!(!text.chars().any(|letter| letter != '\n' && clean::is_hidden(letter)), "{}: {:?}", format, text);
            }
            let json: serde_json::Value = serde_json::from_str(&written("json", &found, &look())).unwrap();
            prop_assert_eq!(json["hits"][0]["title"].as_str(), Some(&*title));
            prop_assert_eq!(written("csv", &found, &look()).lines().count(), 3);
            prop_assert_eq!(written("jsonl", &found, &look()).lines().count(), 2);
        }

        #[test]
        fn no_line_is_wider_than_the_screen(title: String, status in "[\\PC]{0,40}", width in 20_usize..120) {
            // Paths and commands are never broken, so here they are short.
            let mut found = found(&[&title, &status, "日本語の長い題名をここに書く👩‍👩‍👧"], "a.md", "b");
            found.hits[0].status = status.chars().take(3).collect();
            for line in layout::lay(&found.blocks(&look()), width) {
                prop_assert!(line.width() <= width, "{} > {}: {:?}", line.width(), width, line.text());
            }
        }
    }
}
