//! A test report in the form of `JUnit`, which nearly every CI server shows: a test a file, failed where it has an error or a warning.

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
        let summary = report.summary;
        let failures = report.findings.iter().filter(|finding| is_failure(finding)).count();
        let tests = summary.files.max(failures);
        let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let _ = writeln!(text, "<testsuites name=\"cop check\" tests=\"{tests}\" failures=\"{failures}\">");
        for file in report.findings.chunk_by(|one, other| one.path == other.path) {
            let path = look.path(&file[0].path);
            let path = escape(&clean::path(&path));
            let failed = file.iter().filter(|finding| is_failure(finding)).count();
            let _ = writeln!(text, "  <testsuite name=\"{path}\" tests=\"{}\" failures=\"{failed}\">", file.len());
            for finding in file {
                let (line, column) = (finding.line, finding.column);
                let name = format!("{} {} {line}:{column}", finding.code, finding.rule);
                let says = escape(&sentence(finding, Lang::En));
                let _ = writeln!(text, "    <testcase classname=\"{path}\" name=\"{name}\">");
                let inner = match finding.severity {
                    Severity::Note => format!("<system-out>{says}</system-out>"),
                    severity => format!("<failure type=\"{}\" message=\"{says}\">{path}:{line}:{column}</failure>", severity.name()),
                };
                let _ = writeln!(text, "      {inner}\n    </testcase>");
            }
            text.push_str("  </testsuite>\n");
        }
        text.push_str("</testsuites>\n");
        text
    }
}

fn is_failure(finding: &Finding) -> bool {
    finding.severity > Severity::Note
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
