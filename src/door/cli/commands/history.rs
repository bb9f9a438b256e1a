//! `cop history`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::{life, lines, named};

use super::Door;

/// Tell a document's life: who made and changed it, when, and what became of it
#[derive(Debug, Args)]
#[command(after_help = "\
cop history fetch-and-bring
cop history fetch-and-bring --lines
Of all documents together: cop contributors.")]
pub(crate) struct History {
    /// The document: a ref, the last part of one, a number, a path or a title
    #[arg(value_name = "REF")]
    document: String,
    /// Who wrote each line that it has; of some lines: --lines=10,20
    #[arg(long, value_name = "FROM,TO", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    lines: Option<String>,
}

impl History {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.session()?;
        if let Some(range) = &self.lines {
            let range = if range.is_empty() { None } else { Some(lines::range(range)?) };
            let told = lines::of(session, &*named::one(session, &self.document)?, range.as_ref())?;
            session.history_if_any();
            return door.show(&told);
        }
        let at = named::document(session, &self.document)?;
        let read = |id| session.blob(id);
        let life = life::of(session.community(), at, session.history()?, session.authors()?, &session.prefix(), &read, session.lang());
        let life = life.with_reasons(&|id| session.body(id));
        session.history_if_any();
        door.show(&life)
    }
}
