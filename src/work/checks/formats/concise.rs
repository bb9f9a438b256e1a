//! A line a finding, as editors and people with `grep` read them.

use std::fmt::Write;

use crate::show::clean;
use crate::show::look::Look;
use crate::work::checks::report::Report;

use super::{ReportFormat, sentence};

/// `concise`
pub(super) struct Concise;

impl ReportFormat for Concise {
    fn name(&self) -> &'static str {
        "concise"
    }

    fn write(&self, report: &Report, look: &Look) -> String {
        let mut text = String::new();
        for finding in &report.findings {
            let path = look.path(&finding.path);
            let path = clean::path(&path);
            let (path, says) = (clean::first(&path), sentence(finding, look.lang));
            let (line, column, code, rule) = (finding.line, finding.column, finding.code, finding.called());
            let _ = writeln!(text, "{path}:{line}:{column} {} {code} {rule} {says}", finding.severity.name());
        }
        text
    }
}
