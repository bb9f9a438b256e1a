//! `cop mark`

use clap::Args;

use crate::base::error::Result;
use crate::msg;
use crate::show::view::Status;
use crate::work::write::{Assignment, mark};

use super::Door;
use crate::door::cli::arguments::Writing;

/// Bring a document into a state: adopted, accepted, retired, …
#[derive(Debug, Args)]
#[command(after_help = "\
What a state says about another document is written there too, in the same commit.
cop mark fetch-and-bring adopted
cop mark 4 accepted --deciders anna,bram
cop mark 2 superseded --superseded-by 4
cop mark quarterly-review-list retired --superseded-by flag-it-or-fix-it -m \"Readers found more\"")]
pub(crate) struct Mark {
    /// The document
    #[arg(value_name = "REF")]
    document: String,
    /// The state, in any language
    #[arg(value_name = "STATE")]
    state: String,
    /// Who decided
    #[arg(long, value_name = "HANDLE")]
    deciders: Vec<String>,
    /// What takes its place
    #[arg(long, value_name = "REF")]
    superseded_by: Vec<String>,
    /// The question that was asked before
    #[arg(long, value_name = "REF")]
    duplicate_of: Option<String>,
    /// Another field that goes with it
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    #[command(flatten)]
    writing: Writing,
}

impl Mark {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let given = |key: &str, values: &[String]| Assignment { key: key.to_owned(), values: values.to_vec(), adds: false };
        let duplicate_of: Vec<String> = self.duplicate_of.iter().cloned().collect();
        let flags = [given("deciders", &self.deciders), given("superseded_by", &self.superseded_by), given("duplicate_of", &duplicate_of)];
        let mut assignments: Vec<Assignment> = flags.into_iter().filter(|flag| !flag.values.is_empty()).collect();
        assignments.extend(Assignment::read(&self.set, &[])?);
        let mut state = self.state.clone();
        if door.asks()
            && !self.writing.yes
            && let Some(unnamed) = mark::unnamed(session, &self.document, &state, &assignments)?
        {
            let about = unnamed.without.as_ref().map_or_else(|| msg!("mark-ask"), |without| msg!("mark-ask-none", state = without));
            let other = door.ask_line(&msg!("mark-ask-other", relation = &unnamed.label), Some(&about), "")?;
            match unnamed.without {
                _ if !other.is_empty() => assignments.push(given(&unnamed.key, &[other])),
                Some(without) => state = without,
                None => {}
            }
        }
        door.wrote(&mark::mark(session, &self.document, &state, &assignments, &self.writing.how())?)
    }
}
