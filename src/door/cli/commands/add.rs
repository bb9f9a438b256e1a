//! `cop add`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::shell::quoted;
use crate::msg;
use crate::show::view::Status;
use crate::work::write::Added;
use crate::work::write::add::{self, Place, from};

use super::Door;
use crate::door::cli::arguments::Writing;
use crate::door::cli::content::Content;

/// Add a document, from the template of its kind
#[derive(Debug, Args)]
#[command(after_help = "\
cop add practice \"Export a mailbox to EML\" -t email
cop add decision \"Keep mail for ten years\" --set deciders=anna,bram -F notes.md
cop add practice \"Meet every six weeks\" --from how-often-should-we-meet
cop add term Appraisal -b \"Choosing what is kept.\"")]
pub(crate) struct Add {
    /// The kind, in any language: practice, vraag, …
    kind: String,
    /// The title; without one the text has to have a heading.
    title: Option<String>,
    /// Begin with this question and its accepted answer, or all its answers; who asked and answered are credited
    #[arg(long, value_name = "REF")]
    from: Option<String>,
    #[command(flatten)]
    content: Content,
    #[command(flatten)]
    writing: Writing,
}

impl Add {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let place = Place::Kind(self.kind.clone());
        let mut brought = self.content.brought(session)?;
        if let Some(from) = &self.from {
            brought.begun = Some(from::begin(session, &self.kind, from, self.content.language())?);
        }
        let title = match (&self.title, &brought.begun) {
            (None, Some(begun)) => Some(own_title(door, &self.kind, &begun.reference)?),
            // Whoever brings a text may have the title in it.
            (None, None) if brought.body.is_none() && door.asks() && !self.writing.yes => {
                add::demand_kind(session, &self.kind)?;
                Some(door.ask_line(&msg!("from-ask-title"), None, "")?)
            }
            (title, _) => title.clone(),
        };
        let credited = brought.begun.as_ref().map(|begun| begun.credited.join(", ")).filter(|names| !names.is_empty());
        if let Some(title) = &title {
            Content::near(door, session, title, &brought, false);
        }
        let added = self.content.add(door, session, place, title.clone(), brought, &self.writing)?;
        let status = door.wrote(&Added(added))?;
        credited.filter(|_| door.talks()).iter().for_each(|names| door.ui().tell(&msg!("from-credited", names = names)));
        Ok(status)
    }
}

/// The title of what is made from a question: not the question's own, since a name could then mean either.
fn own_title(door: &Door<'_>, kind: &str, question: &str) -> Result<String> {
    let title = if door.asks() { door.ask_line(&msg!("from-ask-title"), Some(&msg!("from-ask-title-about")), "")? } else { String::new() };
    if title.is_empty() {
        let error = Error::new(ErrorKind::Usage, msg!("from-title"));
        return Err(error.hint(msg!("from-title-help", kind = quoted(kind).into_owned(), name = quoted(question).into_owned())));
    }
    Ok(title)
}
