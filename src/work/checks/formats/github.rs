//! Commands of GitHub Actions, which shows them beside the lines of a pull request; Forgejo and Gitea read them too.

use std::fmt::Write;

use crate::base::lang::Lang;
use crate::model::finding::Severity;
use crate::show::clean;
use crate::show::look::Look;
use crate::work::checks::report::Report;

use super::{ReportFormat, sentence};

/// `github`
pub(super) struct GitHub;

impl ReportFormat for GitHub {
    fn name(&self) -> &'static str {
        "github"
    }

    fn write(&self, report: &Report, _: &Look) -> String {
        let mut text = String::new();
        for finding in &report.findings {
            let command = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "notice",
            };
            let path = report.path_in_repository(finding);
            let place = format!(
                "file={},line={},endLine={},col={},endColumn={}",
                property(&clean::path(&path)),
                finding.line,
                finding.end.0,
                finding.column,
                finding.end.1.saturating_sub(1).max(1),
            );
            let title = property(&format!("{} {}", finding.code, finding.called()));
            let _ = writeln!(text, "::{command} {place},title={title}::{}", data(&sentence(finding, Lang::En)));
        }
        text
    }
}

/// A text as the data of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
