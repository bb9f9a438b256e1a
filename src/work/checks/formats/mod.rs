//! The formats that only a report has, for the programs that read findings: a file each, and a line in [`ALL`].

use crate::base::lang::Lang;
use crate::base::percent::{self, is_unreserved};
use crate::show::clean;
use crate::show::look::Look;

use super::report::Report;

mod concise;
mod github;
mod gitlab;
mod junit;
mod md;
mod rdjson;
mod sarif;

/// A way to write a report down.
pub trait ReportFormat: Sync {
    /// What is typed behind `-f`.
    fn name(&self) -> &'static str;

    /// Whether every result can be had under this name, and a report is only written in a way of its own.
    fn is_general(&self) -> bool {
        false
    }

    /// The whole of the report, with a line end at its end unless it is empty.
    fn write(&self, report: &Report, look: &Look) -> String;
}

/// All of them.
pub const ALL: [&dyn ReportFormat; 7] =
    [&concise::Concise, &md::Md, &sarif::Sarif, &junit::Junit, &github::GitHub, &gitlab::GitLab, &rdjson::Rdjson];

/// The names of those that only a report has.
pub fn names() -> impl Iterator<Item = &'static str> {
    ALL.into_iter().filter(|format| !format.is_general()).map(ReportFormat::name)
}

/// The format of a name, where a report is written in its own way.
pub fn find(name: &str) -> Option<&'static dyn ReportFormat> {
    ALL.into_iter().find(|format| format.name() == name)
}

/// What is wrong and what to do, in one line.
fn sentence(finding: &crate::model::finding::Finding, lang: Lang) -> String {
    let msg = finding.msg.text(lang);
    match &finding.help {
        Some(help) => clean::line(&format!("{}; {}", msg.trim_end_matches('.'), help.text(lang))).into_owned(),
        None => clean::line(&msg).into_owned(),
    }
}

/// JSON as it may stand anywhere.
fn json(value: &serde_json::Value) -> String {
    clean::json(&format!("{value:#}")).into_owned() + "\n"
}

/// A path as part of an address: what is no letter, digit or one of `-._~/` as its bytes.
fn as_address(path: &str) -> String {
    percent::encoded(path, |letter| is_unreserved(letter) || letter == '/')
}

#[cfg(test)]
mod tests {
    use crate::base::date::Date;
    use crate::base::lang::{Lang, Msg};
    use crate::model::finding::{Finding, Severity};
    use crate::show::look::Look;
    use crate::work::checks::report::Report;

    fn report() -> Report {
        let finding = |line, severity, help: Option<&str>| Finding {
            code: "REF001",
            rule: "dead-link",
            own: None,
            severity,
            path: "practices/a b,c.md".into(),
            span: 5..9,
            is_of_all: false,
            line,
            column: 6,
            end: (line, 15),
            source: "see [x](sanning.md)".into(),
            skipped: 0,
            msg: Msg::literal("no such file:\u{1b} 100% <sanning.md>"),
            help: help.map(Msg::literal),
            fix: None,
        };
        Report::new(vec![finding(3, Severity::Error, Some("nearest: scanning.md")), finding(9, Severity::Note, None)], 2)
    }

    fn written(name: &str) -> String {
        let look = Look::plain(Lang::En, Date::parse("2026-11-22").unwrap());
        super::find(name).unwrap().write(&report(), &look)
    }

    #[test]
    fn concise() {
        insta::assert_snapshot!(written("concise"), @r"
        practices/a b,c.md:3:6 error REF001 dead-link no such file:\u{1b} 100% <sanning.md>; nearest: scanning.md
        practices/a b,c.md:9:6 note REF001 dead-link no such file:\u{1b} 100% <sanning.md>
        ");
    }

    #[test]
    fn github() {
        insta::assert_snapshot!(written("github"), @r"
        ::error file=practices/a b%2Cc.md,line=3,endLine=3,col=6,endColumn=14,title=REF001 dead-link::no such file:\u{1b} 100%25 <sanning.md>; nearest: scanning.md
        ::notice file=practices/a b%2Cc.md,line=9,endLine=9,col=6,endColumn=14,title=REF001 dead-link::no such file:\u{1b} 100%25 <sanning.md>
        ");
    }

    #[test]
    fn gitlab() {
        insta::assert_snapshot!(written("gitlab"), @r#"
        [
          {
            "description": "no such file:\\u{1b} 100% <sanning.md>; nearest: scanning.md",
            "check_name": "REF001 dead-link",
            "fingerprint": "702e1dc0c022d478c5476770411ad6dc",
            "severity": "major",
            "location": {
              "path": "practices/a b,c.md",
              "lines": {
                "begin": 3,
                "end": 3
              }
            }
          },
          {
            "description": "no such file:\\u{1b} 100% <sanning.md>",
            "check_name": "REF001 dead-link",
            "fingerprint": "9461254f004fc00de6eb85a6537556cc",
            "severity": "info",
            "location": {
              "path": "practices/a b,c.md",
              "lines": {
                "begin": 9,
                "end": 9
              }
            }
          }
        ]
        "#);
    }

    #[test]
    fn junit_has_a_case_a_file_and_counts_that_agree() {
        let files = [("practice", "practices/a b,c.md"), ("question", "questions/q.md"), ("term", "glossary/<t>.md")];
        let files = files.map(|(kind, path)| (kind.to_owned(), path.to_owned())).to_vec();
        let mut report = Report { files, ..report() };
        let elsewhere = Finding { path: "community.yaml".into(), severity: Severity::Note, ..report.findings[0].clone() };
        report.findings.push(elsewhere);
        let look = Look::plain(Lang::En, Date::parse("2026-11-22").unwrap());
        let text = super::find("junit").unwrap().write(&report, &look);
        let count = |part: &str| text.matches(part).count();
        assert_eq!((count("<testcase "), count("</testcase>") + count("\"/>\n"), count("<failure ")), (4, 4, 1), "{text}");
        assert_eq!(count("tests=\"4\" failures=\"1\" errors=\"0\""), 2, "{text}");
        assert!(text.contains("    <testcase classname=\"question\" name=\"questions/q.md\"/>"), "{text}");
        assert!(text.contains("<testcase classname=\"term\" name=\"glossary/&lt;t&gt;.md\"/>"), "{text}");
        // Every element that is opened is closed, in the order that the form has.
        let mut open: Vec<&str> = Vec::new();
        for tag in text.split('<').skip(1).filter(|tag| !tag.starts_with('?')) {
            let (inside, _) = tag.split_once('>').expect("a tag ends");
            let name = inside.split([' ', '/']).find(|part| !part.is_empty()).unwrap();
            if inside.starts_with('/') {
                assert_eq!(open.pop(), Some(name), "{text}");
            } else {
                let parent = open.last().copied();
                let allowed = match name {
                    "testsuites" => parent.is_none(),
                    "testsuite" => parent == Some("testsuites"),
                    "testcase" => parent == Some("testsuite"),
                    "failure" | "system-out" => parent == Some("testcase"),
                    _ => false,
                };
                assert!(allowed, "{name} in {parent:?}: {text}");
                if !inside.ends_with('/') {
                    open.push(name);
                }
            }
        }
        assert!(open.is_empty());
    }

    #[test]
    fn junit() {
        insta::assert_snapshot!(written("junit"), @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="cop check" tests="1" failures="1" errors="0">
          <testsuite name="cop check" tests="1" failures="1" errors="0" skipped="0">
            <testcase classname="community" name="practices/a b,c.md">
              <failure type="error" message="no such file:\u{1b} 100% &lt;sanning.md&gt;">practices/a b,c.md:3:6 error REF001 dead-link: no such file:\u{1b} 100% &lt;sanning.md&gt;; nearest: scanning.md</failure>
              <system-out>practices/a b,c.md:9:6 note REF001 dead-link: no such file:\u{1b} 100% &lt;sanning.md&gt;</system-out>
            </testcase>
          </testsuite>
        </testsuites>
        "#);
    }

    #[test]
    fn rdjson() {
        insta::assert_snapshot!(written("rdjson"), @r#"
        {
          "source": {
            "name": "cop"
          },
          "diagnostics": [
            {
              "message": "no such file:\\u{1b} 100% <sanning.md>; nearest: scanning.md",
              "location": {
                "path": "practices/a b,c.md",
                "range": {
                  "start": {
                    "line": 3,
                    "column": 6
                  },
                  "end": {
                    "line": 3,
                    "column": 15
                  }
                }
              },
              "severity": "ERROR",
              "code": {
                "value": "REF001 dead-link"
              }
            },
            {
              "message": "no such file:\\u{1b} 100% <sanning.md>",
              "location": {
                "path": "practices/a b,c.md",
                "range": {
                  "start": {
                    "line": 9,
                    "column": 6
                  },
                  "end": {
                    "line": 9,
                    "column": 15
                  }
                }
              },
              "severity": "INFO",
              "code": {
                "value": "REF001 dead-link"
              }
            }
          ]
        }
        "#);
    }

    #[test]
    fn md() {
        insta::assert_snapshot!(written("md"), @r"
        ### cop check: 1 error, 1 note in 2 documents

        **`practices/a b,c.md`**

        - **error**, line 3: no such file:\\u{1b} 100% \<sanning.md\>; nearest: scanning.md (`dead-link`)
        - **note**, line 9: no such file:\\u{1b} 100% \<sanning.md\> (`dead-link`)

        Why, and how to mend it: `cop check --explain RULE`, with the name behind a finding; `cop check --fix` mends what can't be meant otherwise.
        ");
    }

    #[test]
    fn md_tells_the_most_serious_first_file_by_file() {
        let look = Look::plain(Lang::Nl, Date::parse("2026-11-22").unwrap());
        let [first, ..] = &report().findings[..] else { panic!("a finding") };
        let of = |path: &str, line, severity| Finding { path: path.into(), line, severity, help: None, ..first.clone() };
        let findings = vec![
            of("a.md", 1, Severity::Note),
            of("b.md", 2, Severity::Warning),
            of("b.md", 7, Severity::Error),
            of("c.md", 1, Severity::Warning),
        ];
        let mut report = Report { prefix: "club/".into(), ..Report::new(findings, 4) };
        report.summary.known = 3;
        insta::assert_snapshot!(super::find("md").unwrap().write(&report, &look), @r"
        ### cop check: 1 fout, 2 waarschuwingen, 1 opmerking in 4 documenten; 3 bekend

        **`club/b.md`**

        - **fout**, regel 7: no such file:\\u{1b} 100% \<sanning.md\> (`dead-link`)
        - **waarschuwing**, regel 2: no such file:\\u{1b} 100% \<sanning.md\> (`dead-link`)

        **`club/c.md`**

        - **waarschuwing**, regel 1: no such file:\\u{1b} 100% \<sanning.md\> (`dead-link`)

        **`club/a.md`**

        - **opmerking**, regel 1: no such file:\\u{1b} 100% \<sanning.md\> (`dead-link`)

        Waarom, en wat je eraan doet: `cop check --explain REGEL`, met de naam achter een bevinding; `cop check --fix` herstelt wat niet anders bedoeld kan zijn.
        ");
    }

    #[test]
    fn md_is_no_longer_than_a_comment_can_be() {
        let look = Look::plain(Lang::En, Date::parse("2026-11-22").unwrap());
        let [first, ..] = &report().findings[..] else { panic!("a finding") };
        let finding = |at: usize| Finding {
            path: format!("practices/{:03}.md", at / 10),
            msg: Msg::literal("@anna #1 ".repeat(400)),
            ..first.clone()
        };
        for count in [1, 40, 2_000] {
            let text = super::find("md").unwrap().write(&Report::new((0..count).map(finding).collect(), 9), &look);
            assert!(text.len() < 60_000, "{}", text.len());
            let told = text.lines().filter(|line| line.starts_with("- ")).count();
            let more = format!("\n{} more findings in {} files", count - told, (count - told).div_ceil(10));
            assert_eq!(text.contains(&more), told < count, "{told} of {count}: {}", &text[text.len() - 200..]);
        }
    }

    #[test]
    fn md_calls_nobody_and_leads_nowhere() {
        let look = Look::plain(Lang::En, Date::parse("2026-11-22").unwrap());
        let [first, ..] = &report().findings[..] else { panic!("a finding") };
        let msg = "a | `b` <img src=x> @anna #12 GH-3 http://evil.example [x](y)\n\n# B\r- c\u{202e}d";
        let finding =
            Finding { path: "a`@anna`\n#1.md".into(), msg: Msg::literal(msg), help: Some(Msg::literal("@bob\n")), ..first.clone() };
        let text = super::find("md").unwrap().write(&Report::new(vec![finding], 1), &look);
        insta::assert_snapshot!(text, @r"
        ### cop check: 1 error in 1 document

        **``a`@anna`\u{a}#1.md``**

        - **error**, line 3: a \| \`b\` \<img src=x\> @<!-- -->anna #<!-- -->12 GH-<!-- -->3 http:<!-- -->//evil.example \[x\](y)  # B - c\\u{202e}d; @<!-- -->bob  (`dead-link`)

        Why, and how to mend it: `cop check --explain RULE`, with the name behind a finding; `cop check --fix` mends what can't be meant otherwise.
        ");
        let read =
            crate::text::markdown::read(&text, 0, crate::text::markdown::HeadingIds::GitHub, &crate::base::limits::Limits::default());
        assert_eq!((read.links, read.mentions, read.headings.len()), (vec![], vec![], 1));
    }

    #[test]
    fn md_is_cheerful_where_there_is_nothing_to_do() {
        let look = |lang| Look::plain(lang, Date::parse("2026-11-22").unwrap());
        let md = |report: &Report, lang| super::find("md").unwrap().write(report, &look(lang));
        let mut report = Report::new(Vec::new(), 72);
        insta::assert_snapshot!(md(&report, Lang::En) + &md(&report, Lang::Nl), @r"
        ### cop check: all is well in 72 documents
        ### cop check: alles klopt in 72 documenten
        ");
        report.summary.known = 1;
        insta::assert_snapshot!(md(&report, Lang::En) + &md(&report, Lang::Nl), @r"
        ### cop check: nothing new in 72 documents; 1 finding was known
        ### cop check: niets nieuws in 72 documenten; 1 bevinding was al bekend
        ");
    }

    #[test]
    fn sarif() {
        let text = written("sarif");
        let log: serde_json::Value = serde_json::from_str(&text).unwrap();
        let run = &log["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        assert_eq!(run["tool"]["driver"]["rules"].as_array().map(Vec::len), Some(super::super::rules::all().count()));
        insta::assert_snapshot!(format!("{:#}", run["results"][0]), @r#"
        {
          "ruleId": "REF001",
          "ruleIndex": 29,
          "level": "error",
          "message": {
            "text": "no such file:\\u{1b} 100% <sanning.md>; nearest: scanning.md"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "practices/a%20b%2Cc.md"
                },
                "region": {
                  "startLine": 3,
                  "startColumn": 6,
                  "endLine": 3,
                  "endColumn": 15
                }
              }
            }
          ]
        }
        "#);
        let index = run["results"][0]["ruleIndex"].as_u64().unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][index as usize]["id"], "REF001");
    }

    #[test]
    fn nothing_steers_a_terminal() {
        for format in super::ALL {
            assert!(!written(format.name()).contains('\u{1b}'), "{}", format.name());
        }
    }

    #[test]
    fn an_empty_report_is_still_a_report() {
        let look = Look::plain(Lang::En, Date::parse("2026-11-22").unwrap());
        let empty = Report::new(Vec::new(), 0);
        for format in ["sarif", "rdjson", "gitlab"] {
            let text = super::find(format).unwrap().write(&empty, &look);
            assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{format}: {text}");
        }
        assert_eq!(super::find("concise").unwrap().write(&empty, &look), "");
    }
}
