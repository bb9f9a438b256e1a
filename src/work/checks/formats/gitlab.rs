//! A code quality report as GitLab reads it.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::base::lang::Lang;
use crate::model::finding::{Finding, Severity};
use crate::show::look::Look;
use crate::work::checks::report::Report;

use super::{ReportFormat, sentence};

/// `gitlab`
pub(super) struct GitLab;

impl ReportFormat for GitLab {
    fn name(&self) -> &'static str {
        "gitlab"
    }

    fn write(&self, report: &Report, _: &Look) -> String {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut issue = |finding: &Finding| -> Value {
            let severity = match finding.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Note => "info",
            };
            json!({
                "description": sentence(finding, Lang::En),
                "check_name": format!("{} {}", finding.code, finding.called()),
                "fingerprint": fingerprint(finding, &mut seen),
                "severity": severity,
                "location": {"path": report.path_in_repository(finding), "lines": {"begin": finding.line, "end": finding.end.0}},
            })
        };
        super::json(&report.findings.iter().map(&mut issue).collect())
    }
}

/// The same for the same finding, also after lines were added above it; of several that are alike in one file each has its own.
fn fingerprint(finding: &Finding, seen: &mut HashMap<String, usize>) -> String {
    let mut hash = blake3::Hasher::new();
    for part in [finding.code, &finding.path, &finding.source, &finding.msg.text(Lang::En), &finding.column.to_string()] {
        hash.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
    }
    let print = hash.finalize().to_hex()[..32].to_owned();
    let count = seen.entry(print.clone()).or_default();
    *count += 1;
    if *count == 1 { print } else { blake3::hash(format!("{print} {count}").as_bytes()).to_hex()[..32].to_owned() }
}
