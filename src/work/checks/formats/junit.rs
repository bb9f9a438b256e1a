//! A test report in the form of `JUnit`, which nearly every CI server shows: a test a file, failed where it has an error or a warning.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::base::lang::Lang;
use crate::model::finding::{Finding, Severity};
use crate::show::clean;
use crate::show::look::Look;
use crate::work::checks::report::Report;

use super::{ReportFormat, sentence};

/// `junit`
pub(super) struct Junit;

impl ReportFormat for Junit {
    fn name(&self) -> &'static str {
        "junit"
    }

    fn write(&self, report: &Report, look: &Look) -> String {
        let mut cases: BTreeMap<&str, Case<'_>> =
            report.files.iter().map(|(kind, path)| (path.as_str(), Case { kind, findings: Vec::new() })).collect();
        for finding in &report.findings {
            // What is no document, such as `community.yaml`, is in no kind.
            cases.entry(&finding.path).or_insert(Case { kind: "community", findings: Vec::new() }).findings.push(finding);
        }
        let (tests, failed) = (cases.len(), cases.values().filter(|case| case.is_failed()).count());
        let counts = format!("tests=\"{tests}\" failures=\"{failed}\" errors=\"0\"");
        let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let _ = writeln!(text, "<testsuites name=\"cop check\" {counts}>\n  <testsuite name=\"cop check\" {counts} skipped=\"0\">");
        for (path, case) in &cases {
            let path = escape(&clean::path(&look.path(path)));
            case.write(&path, &mut text);
        }
        text.push_str("  </testsuite>\n</testsuites>\n");
        text
    }
}

/// A file: passed unless it has an error or a warning.
struct Case<'r> {
    kind: &'r str,
    findings: Vec<&'r Finding>,
}

impl Case<'_> {
    fn is_failed(&self) -> bool {
        self.findings.iter().any(|finding| is_failure(finding))
    }

    /// One failure holds all that is wrong, so that a file fails once; notes are what it printed.
    fn write(&self, path: &str, text: &mut String) {
        let kind = escape(&clean::line(self.kind));
        if self.findings.is_empty() {
            let _ = writeln!(text, "    <testcase classname=\"{kind}\" name=\"{path}\"/>");
            return;
        }
        let _ = writeln!(text, "    <testcase classname=\"{kind}\" name=\"{path}\">");
        let line = |finding: &&&Finding| {
            let (severity, place) = (finding.severity.name(), format!("{}:{}", finding.line, finding.column));
            format!("{path}:{place} {severity} {} {}: {}", finding.code, finding.called(), escape(&sentence(finding, Lang::En)))
        };
        let (failures, notes): (Vec<&&Finding>, Vec<&&Finding>) = self.findings.iter().partition(|finding| is_failure(finding));
        if let Some(first) = failures.iter().max_by_key(|finding| finding.severity) {
            let (kind, says) = (first.severity.name(), escape(&clean::line(&first.msg.text(Lang::En))));
            let lines: Vec<String> = failures.iter().map(line).collect();
            let _ = writeln!(text, "      <failure type=\"{kind}\" message=\"{says}\">{}</failure>", lines.join("\n"));
        }
        if !notes.is_empty() {
            let lines: Vec<String> = notes.iter().map(line).collect();
            let _ = writeln!(text, "      <system-out>{}</system-out>", lines.join("\n"));
        }
        text.push_str("    </testcase>\n");
    }
}

fn is_failure(finding: &Finding) -> bool {
    finding.severity > Severity::Note
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
