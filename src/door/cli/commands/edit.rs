//! `cop edit`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::show::view::Status;
use crate::work::write::edit;

use super::Door;
use crate::door::cli::arguments::Writing;
use crate::door::cli::editor::Desk;

/// Change a document in your editor
#[derive(Debug, Args)]
#[command(after_help = "\
The editor is that of git: GIT_EDITOR, core.editor, VISUAL or EDITOR.
cop edit fetch-and-bring -m \"With what we learned in May\"")]
pub(crate) struct Edit {
    /// The document
    #[arg(value_name = "REF")]
    document: String,
    #[command(flatten)]
    writing: Writing,
}

impl Edit {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let document = edit::find(session, &self.document)?;
        let Some(desk) = Desk::of(door, session)? else {
            let error = Error::new(ErrorKind::Usage, msg!("editor-no-terminal"));
            let error = error.hint(msg!("edit-no-terminal-set", name = &document.reference));
            return Err(error.hint(msg!("edit-no-terminal-save", path = &document.path, name = &document.reference)));
        };
        match edit::edit(session, &document, &self.writing.how(), &|text| desk.edit(text)) {
            Ok(edited) => door.wrote(&edited),
            Err(error) => Err(desk.keep_changed(error, &document.text)),
        }
    }
}
