//! `cop save`

use clap::Args;

use crate::base::error::Result;
use crate::msg;
use crate::show::view::Status;
use crate::work::write::{How, save};

use super::Door;

/// Keep what was changed by hand: a commit a document
#[derive(Debug, Args)]
#[command(after_help = "\
Without a REF: everything of the community that was changed, added, moved or deleted.
cop save
cop save fetch-and-bring -m \"With what we learned in May\"
cop save --dry-run")]
pub(crate) struct Save {
    /// These documents only
    #[arg(value_name = "REF")]
    documents: Vec<String>,
    /// Why, in a sentence: it stands in the commit
    #[arg(short, long, value_name = "WHY")]
    message: Option<String>,
    /// On behalf of this member, who is the author in git
    #[arg(long, value_name = "HANDLE")]
    author: Option<String>,
    /// Only show what would be kept
    #[arg(long)]
    dry_run: bool,
}

impl Save {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let how = How { message: self.message.clone(), author: self.author.clone(), dry_run: self.dry_run, ..How::default() };
        let saved = save::save(session, &self.documents, &how)?;
        let ui = door.ui();
        if door.talks() {
            saved.heard().iter().for_each(|text| ui.pass_on(text));
            saved.said().iter().for_each(|msg| ui.tell(msg));
            if saved.is_empty() {
                ui.tell(&msg!("save-nothing"));
            }
        }
        for error in saved.refused() {
            ui.error(error);
        }
        if !saved.refused().is_empty() && door.talks() {
            ui.tell(&msg!("save-refused", count = saved.refused().len()));
        }
        door.show(&saved)
    }
}
