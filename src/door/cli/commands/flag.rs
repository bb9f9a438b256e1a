//! `cop flag`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::show::view::Status;
use crate::work::named;
use crate::work::write::flag::{self, DUPLICATE, Fault};

use super::Door;
use crate::door::cli::arguments::Writing;

/// Report that a document is outdated, unclear, duplicate or wrong
#[derive(Debug, Args)]
#[command(after_help = "\
It is a small document of its own, that the document's steward is shown; a review settles it.
cop flag fetch-and-bring outdated -m \"Nobody brings any more\"
cop flag ritme-voor-een-jaar duplicate --duplicate-of meet-every-six-weeks")]
pub(crate) struct Flag {
    /// The document
    #[arg(value_name = "REF")]
    document: String,
    /// What is the matter: outdated, unclear, duplicate or wrong, in any language
    #[arg(value_name = "TYPE")]
    what: Option<String>,
    /// What says the same
    #[arg(long, value_name = "REF")]
    duplicate_of: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

impl Flag {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let what = match (&self.what, &self.duplicate_of) {
            (Some(what), _) => what.clone(),
            (None, Some(_)) => DUPLICATE.to_owned(),
            (None, None) => {
                // That the document is there is known before anything is asked.
                named::document(session, &self.document)?;
                self.ask(door)?
            }
        };
        let mut how = self.writing.how();
        let mut other = self.duplicate_of.clone();
        if door.asks() && !self.writing.yes {
            named::document(session, &self.document)?;
            let is_duplicate = flag::meant(&what, door.lang())? == DUPLICATE;
            let asked = |question| {
                door.ask_line(&question, Some(&msg!("flag-ask-skip")), "").map(|line| Some(line).filter(|line| !line.is_empty()))
            };
            if is_duplicate && other.is_none() {
                other = asked(msg!("flag-ask-other"))?;
            }
            if how.message.is_none() {
                how.message = asked(msg!("flag-ask-why"))?;
            }
        }
        let fault = Fault { document: &self.document, what: &what, duplicate_of: other.as_deref() };
        door.wrote(&flag::flag(session, &fault, &how)?)
    }

    /// Asks what is the matter, where somebody can be asked.
    fn ask(&self, door: &Door<'_>) -> Result<String> {
        let types = flag::types(door.lang());
        if door.asks() && !self.writing.yes {
            let words: Vec<String> = types.iter().map(|(_, word)| word.clone()).collect();
            let chosen = door.ask_which(&msg!("flag-ask"), &words)?.and_then(|at| types.get(at));
            return chosen.map(|(name, _)| (*name).to_owned()).ok_or_else(|| Error::new(ErrorKind::Usage, msg!("ask-stopped")));
        }
        let all: Vec<String> = types.into_iter().map(|(_, word)| word).collect();
        Err(Error::new(ErrorKind::Usage, msg!("flag-what")).hint(msg!("usage-values", values = all.join(", "))))
    }
}
