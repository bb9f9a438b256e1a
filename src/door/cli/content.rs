//! What a new document is to say: arguments that `add`, `ask` and `answer` share.

use std::path::PathBuf;

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::work::session::Session;
use crate::work::write::add::{self, Edit, NewDocument, Place};
use crate::work::write::like::like;
use crate::work::write::{Assignment, How, Outcome};

use super::Door;
use super::editor::Desk;

/// What a new document says.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Content {
    /// A tag of the new document
    #[arg(short = 't', long = "tag", value_name = "TAG")]
    new_tag: Vec<String>,
    /// The language that it is in
    #[arg(long = "lang", value_name = "LANG")]
    new_lang: Option<String>,
    /// What a field says
    #[arg(long = "set", value_name = "KEY=VALUE")]
    new_set: Vec<String>,
    /// The text
    #[arg(short, long, value_name = "TEXT", conflicts_with = "body_file", allow_hyphen_values = true)]
    body: Option<String>,
    /// A file with the text; - for what is piped in
    #[arg(short = 'F', long, value_name = "FILE|-")]
    body_file: Option<PathBuf>,
    /// Write the text in my editor
    #[arg(short, long)]
    edit: bool,
}

impl Content {
    /// Adds a document that says it.
    ///
    /// # Errors
    /// As [`add::add`]; and there is no terminal to edit on, where that was asked for.
    pub(crate) fn add(&self, door: &Door<'_>, session: &Session, place: Place, title: Option<String>, how: &How) -> Result<Outcome> {
        let mut assignments = Assignment::read(&self.new_set, &[])?;
        if !self.new_tag.is_empty() {
            assignments.push(Assignment { key: "tags".to_owned(), values: self.new_tag.clone() });
        }
        let body = match &self.body_file {
            Some(path) => Some(add::read_text(session, path)?),
            None => self.body.clone(),
        };
        if let Some(title) = title.as_deref().filter(|_| door.talks() && matches!(place, Place::Kind(_))) {
            // What can't be looked up keeps nobody from writing.
            like(session, title).unwrap_or_default().iter().for_each(|msg| door.ui().tell(msg));
        }
        // Whoever brings neither a text nor a field wants to write now, if there is a terminal to write on.
        let brings = body.is_some() || !self.new_set.is_empty() || how.dry_run;
        let desk = if self.edit || !brings { Desk::of(door, session)? } else { None };
        if self.edit && desk.is_none() {
            return Err(Error::new(ErrorKind::Usage, msg!("editor-no-terminal")).hint(msg!("editor-no-terminal-help")));
        }
        let edit = |text: &str| desk.as_ref().map_or_else(|| Ok(text.to_owned()), |desk| desk.edit(text));
        let edit: Option<&Edit<'_>> = if desk.is_some() { Some(&edit) } else { None };
        let new = NewDocument { place, title, lang: self.new_lang.clone(), assignments, body, edit };
        let added = add::add(session, &new, how);
        match (added, desk) {
            (Err(error), Some(desk)) => Err(desk.keep(error)),
            (added, _) => added,
        }
    }
}
