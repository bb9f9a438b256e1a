//! `cop check`

use std::time::Instant;

use clap::Args;

use crate::base::error::Result;
use crate::model::finding::Severity;
use crate::show::view::Status;
use crate::work::checking;
use crate::work::checks::explain::{RuleList, explain};
use crate::work::checks::formats;
use crate::work::checks::selection::Selection;

use super::Door;

/// Check that everything holds together, and say how to mend what does not
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Only these files and folders
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Only these rules: codes, names, or the letters of an area
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Not these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
    /// Say no to warnings, or even notes, as to errors
    #[arg(long, value_name = "SEVERITY", value_parser = ["warnings", "notes"])]
    deny: Option<String>,
    /// What a rule is about, why, and how to mend what it finds
    #[arg(long, value_name = "RULE", conflicts_with = "rules")]
    explain: Option<String>,
    /// All rules
    #[arg(long)]
    rules: bool,
}

impl Check {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        if self.rules || self.explain.is_some() {
            // The rules are the same everywhere; a community only weighs them.
            let settings = door.lenient_session().ok().map(|session| session.settings().clone());
            return match &self.explain {
                Some(rule) => door.show(&explain(rule, settings.as_deref())?),
                None => door.show(&RuleList::new(settings.as_deref())),
            };
        }
        let start = Instant::now();
        let session = door.lenient_session()?;
        let paths = self.paths.iter().map(|path| session.path_from_here(path)).collect::<Result<_>>()?;
        let selection = Selection::new(self.select.clone(), self.ignore.clone(), paths)?;
        let mut report = checking::run(session, &selection);
        report.deny = match self.deny.as_deref() {
            Some("warnings") => Severity::Warning,
            Some("notes") => Severity::Note,
            _ => Severity::Error,
        };
        if door.ui().is_interactive() {
            report.took = Some(start.elapsed());
        }
        match formats::find(door.global.format()) {
            Some(format) => door.write(&report, |look| format.write(&report, look)),
            None => door.show(&report),
        }
    }
}
