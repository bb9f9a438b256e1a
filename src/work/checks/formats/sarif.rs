//! SARIF 2.1.0, which code scanning services and editors read.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::base::lang::Lang;
use crate::model::finding::{Finding, Severity};
use crate::show::look::Look;
use crate::work::checks::report::Report;
use crate::work::checks::rule::Rule;
use crate::work::checks::rules;

use super::{ReportFormat, as_address, sentence};

/// `sarif`
pub(super) struct Sarif;

impl ReportFormat for Sarif {
    fn name(&self) -> &'static str {
        "sarif"
    }

    fn write(&self, report: &Report, _: &Look) -> String {
        let places: HashMap<&str, usize> = rules::all().enumerate().map(|(at, rule)| (rule.code, at)).collect();
        let result = |finding: &Finding| -> Value {
            json!({
                "ruleId": id(finding),
                "ruleIndex": places.get(finding.code),
                "level": level(finding.severity),
                "message": {"text": sentence(finding, Lang::En)},
                "locations": [{
                    "physicalLocation": {
                        "artifactLocation": {"uri": as_address(&report.path_in_repository(finding))},
                        "region": {
                            "startLine": finding.line,
                            "startColumn": finding.column,
                            "endLine": finding.end.0,
                            "endColumn": finding.end.1,
                        },
                    },
                }],
            })
        };
        let results: Vec<Value> = report.findings.iter().map(result).collect();
        let rules: Vec<Value> = rules::all().map(rule).collect();
        let driver = json!({"name": "cop", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules});
        super::json(&json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
        }))
    }
}

/// The rule's code; of a community's own rule with its name below that, as section 3.27.5 has it for a rule within a rule.
fn id(finding: &Finding) -> String {
    finding.own.as_ref().map_or_else(|| finding.code.to_owned(), |own| format!("{}/{own}", finding.code))
}

fn rule(rule: &Rule) -> Value {
    let words = rule.about.words(Lang::En);
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": words.says},
        "fullDescription": {"text": words.why},
        "help": {"text": words.mend},
        "defaultConfiguration": {"level": level(rule.severity)},
    })
}

fn level(severity: Severity) -> &'static str {
    severity.name()
}
