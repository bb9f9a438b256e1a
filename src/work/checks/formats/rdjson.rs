//! The diagnostics of reviewdog, which comments on pull requests at many hosts.

use serde_json::{Value, json};

use crate::base::lang::Lang;
use crate::model::finding::{Finding, Severity};
use crate::show::look::Look;
use crate::work::checks::report::Report;

use super::{ReportFormat, sentence};

/// `rdjson`
pub(super) struct Rdjson;

impl ReportFormat for Rdjson {
    fn name(&self) -> &'static str {
        "rdjson"
    }

    fn write(&self, report: &Report, look: &Look) -> String {
        let diagnostic = |finding: &Finding| -> Value {
            let severity = match finding.severity {
                Severity::Error => "ERROR",
                Severity::Warning => "WARNING",
                Severity::Note => "INFO",
            };
            json!({
                "message": sentence(finding, Lang::En),
                "location": {
                    "path": look.path(&finding.path),
                    "range": {
                        "start": {"line": finding.line, "column": finding.column},
                        "end": {"line": finding.end.0, "column": finding.end.1},
                    },
                },
                "severity": severity,
                "code": {"value": format!("{} {}", finding.code, finding.called())},
            })
        };
        let diagnostics: Vec<Value> = report.findings.iter().map(diagnostic).collect();
        super::json(&json!({"source": {"name": "cop"}, "diagnostics": diagnostics}))
    }
}
