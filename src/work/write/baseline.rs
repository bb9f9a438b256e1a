//! Writing down what a check found, so that from then on it tells of what is new: what `check --write-baseline` does.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::Result;
use crate::model::change::ChangeSet;
use crate::msg;
use crate::show::look::Look;
use crate::show::view::{Block, Rows, View};
use crate::work::checking::baseline_path;
use crate::work::checks::baseline::Baseline;
use crate::work::checks::report::Report;
use crate::work::session::Session;

use super::outcome::{About, Fate, Outcome, Written};
use super::{How, message, send, whole_if_any};

/// A baseline that was written.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Kept {
    #[serde(flatten)]
    outcome: Outcome,
    /// How many findings are in it.
    findings: usize,
}

impl Kept {
    /// How many findings are in it.
    pub fn findings(&self) -> usize {
        self.findings
    }
}

impl View for Kept {
    const SCHEMA: &'static str = "baseline";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        self.outcome.shown(look)
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(self.outcome.listed())
    }
}

impl Written for Kept {
    fn outcome(&self) -> &Outcome {
        &self.outcome
    }
}

/// Writes the findings of a report into the community's baseline, or into another file; without findings that file goes.
///
/// # Errors
/// The file can't be read, or git says no. Then nothing is changed.
pub fn keep(session: &Session, report: &Report, file: Option<&str>, how: &How) -> Result<Kept> {
    let path = baseline_path(session, file)?;
    let before = whole_if_any(session, &path)?;
    let baseline = Baseline::of(&report.findings);
    let after = (!baseline.is_empty()).then(|| baseline.write().into_bytes());
    let subject = msg!("commit-baseline", count = baseline.len());
    let mut set = ChangeSet::new(message(session, &subject, how));
    let about = About::One(path.clone(), path.clone());
    match (before, after) {
        (before, after) if before == after => {}
        (None, Some(after)) => set.create(path, after)?,
        (Some(before), Some(after)) => set.edit(path, before, after)?,
        (Some(before), None) => set.delete(path, before)?,
        (None, None) => {}
    }
    let outcome = if set.is_empty() { Outcome::new(about, Fate::Unchanged) } else { send(session, set, about, how)? };
    Ok(Kept { outcome, findings: baseline.len() })
}
