//! What a new document is to say: arguments that `add`, `ask` and `answer` share.

use std::path::PathBuf;

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::work::session::Session;
use crate::work::write::add::from::Begun;
use crate::work::write::add::{self, Edit, NewDocument, Place};
use crate::work::write::like::{Near, Similar, like};
use crate::work::write::{Assignment, Outcome};

use super::Door;
use super::arguments::Writing;
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

/// What somebody brings for a new document.
#[derive(Debug, Default)]
pub(crate) struct Brought {
    /// The text, if they bring one.
    pub(crate) body: Option<String>,
    /// The question that it begins with.
    pub(crate) begun: Option<Begun>,
}

impl Content {
    /// The text that is brought.
    ///
    /// # Errors
    /// It can't be read.
    pub(crate) fn brought(&self, session: &Session) -> Result<Brought> {
        let body = match &self.body_file {
            Some(path) => Some(add::read_text(session, path)?),
            None => self.body.clone(),
        };
        Ok(Brought { body, begun: None })
    }

    /// The language that was asked for.
    pub(crate) fn language(&self) -> Option<&str> {
        self.new_lang.as_deref()
    }

    /// Looks for what there is already that would be like it, and who may know, and shows it to a person.
    pub(crate) fn near(door: &Door<'_>, session: &Session, title: &str, brought: &Brought, asks: bool) -> Near {
        if !door.talks() && !asks {
            return Near::default();
        }
        // What can't be looked up keeps nobody from writing.
        let mut near = like(session, title, brought.body.as_deref(), asks).unwrap_or_default();
        if let Some(begun) = &brought.begun {
            // What it is made from is like it, and known.
            let is_source = |similar: &Similar| begun.assignments.iter().any(|one| one.values.contains(&similar.reference));
            near.documents.retain(|similar| !is_source(similar));
            (near.people, near.may_know) = (Vec::new(), Vec::new());
        }
        if door.talks() {
            near.documents.iter().map(|similar| &similar.line).chain(&near.may_know).for_each(|msg| door.ui().tell(msg));
        }
        near
    }

    /// Adds a document that says it.
    ///
    /// # Errors
    /// As [`add::add`]; and there is no terminal to edit on, where that was asked for.
    pub(crate) fn add(
        &self,
        door: &Door<'_>,
        session: &Session,
        place: Place,
        title: Option<String>,
        brought: Brought,
        writing: &Writing,
    ) -> Result<Outcome> {
        let how = writing.how();
        let mut assignments = Assignment::read(&self.new_set, &[])?;
        let Brought { body, begun } = brought;
        let mut tags = begun.as_ref().map(|begun| begun.tags.clone()).unwrap_or_default();
        tags.extend(self.new_tag.iter().cloned());
        if !tags.is_empty() {
            assignments.push(Assignment { key: "tags".to_owned(), values: tags, adds: false });
        }
        // Whoever brings neither a text nor a field wants to write now, if there is a terminal to write on.
        let brings = body.is_some() || !self.new_set.is_empty() || how.dry_run || writing.yes;
        let body = match begun {
            Some(begun) => {
                let said = |key: &str| assignments.iter().any(|one| one.key == key);
                let more: Vec<Assignment> = begun.assignments.iter().filter(|one| !said(&one.key)).cloned().collect();
                assignments.extend(more);
                body.or(Some(begun.body))
            }
            None => body,
        };
        let desk = if self.edit || !brings { Desk::of(door, session)? } else { None };
        if self.edit && desk.is_none() {
            return Err(Error::new(ErrorKind::Usage, msg!("editor-no-terminal")).hint(msg!("editor-no-terminal-help")));
        }
        let edit = |text: &str| desk.as_ref().map_or_else(|| Ok(text.to_owned()), |desk| desk.edit(text));
        let edit: Option<&Edit<'_>> = if desk.is_some() { Some(&edit) } else { None };
        let new = NewDocument { place, title, name: None, subject: None, lang: self.new_lang.clone(), assignments, body, edit };
        let added = add::add(session, &new, &how);
        match (added, desk) {
            (Err(error), Some(desk)) => Err(desk.keep_to_go_on(error)),
            (added, _) => added,
        }
    }
}
