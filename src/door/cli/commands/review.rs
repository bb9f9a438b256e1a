//! `cop review`

use std::collections::BTreeSet;

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::nearest::several;
use crate::msg;
use crate::show::view::Status;
use crate::work::named;
use crate::work::session::Session;
use crate::work::waiting;
use crate::work::write::add::Edit;
use crate::work::write::review::{self, Verdict};

use super::Door;
use crate::door::cli::arguments::Writing;
use crate::door::cli::editor::Desk;

/// Look whether a document is still true, and say so
#[derive(Debug, Args)]
#[command(after_help = "\
still-true: it holds. revised: it holds again, with the changes that I made in the file or make now. outdated: it does not, and its steward is told.
A review settles what was flagged and sets the day of the next one. Without a REF: one after another what waits, first what was flagged, then what leads to something that changed, then what its steward left behind, then what is past its day; on a terminal until you stop.
cop review
cop review fetch-and-bring still-true
cop review fetch-and-bring outdated -m \"Nobody brings any more\"")]
pub(crate) struct Review {
    /// The document; without one the next that waits
    #[arg(value_name = "REF")]
    document: Option<String>,
    /// still-true, revised or outdated, in any language
    #[arg(value_name = "OUTCOME")]
    outcome: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

/// What a person says of a document.
enum Said {
    /// How it is.
    Is(Verdict),
    /// They look at it another time.
    Later,
}

impl Review {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let Some(name) = &self.document else { return self.walk(door) };
        let session = door.writable()?;
        let lang = session.lang();
        let words = || Verdict::ALL.map(|verdict| verdict.word().text(lang));
        let path = named::document(session, name).map(|at| session.community().documents()[at].path.clone());
        if let (Err(error), None, Some(verdict)) = (&path, &self.outcome, Verdict::parse(name))
            && error.kind() == ErrorKind::NotFound
        {
            let error = Error::new(ErrorKind::Usage, msg!("review-of-what"));
            return Err(error
                .hint(msg!("do-this", command = format!("cop review {} {}", msg!("review-ref").text(lang), verdict.word().text(lang)))));
        }
        let path = path?;
        let verdict = match &self.outcome {
            Some(typed) => Verdict::parse(typed).ok_or_else(|| {
                let error = Error::new(ErrorKind::Usage, msg!("review-no-outcome", typed = typed));
                let known = words();
                match several(typed, known.iter().map(String::as_str), 1).first() {
                    Some(near) => error.hint(msg!("usage-nearest", name = *near)),
                    None => error.hint(msg!("usage-values", values = known.join(", "))),
                }
            })?,
            None if door.asks() && !self.writing.yes => match Self::ask(door, false)? {
                Some(Said::Is(verdict)) => verdict,
                Some(Said::Later) | None => return Ok(Status::Done),
            },
            None => {
                let error = Error::new(ErrorKind::Usage, msg!("review-which-outcome"));
                return Err(words()
                    .iter()
                    .fold(error, |error, word| error.hint(msg!("do-this", command = format!("cop review {name} {word}")))));
            }
        };
        self.write(door, session, &path, verdict)
    }

    /// Shows what waits, and where somebody can be asked, asks how it is, one document after another until nothing waits or they stop.
    fn walk(&self, door: &Door<'_>) -> Result<Status> {
        let mut later = BTreeSet::new();
        let mut anew: Option<Session> = None;
        loop {
            let session = match &anew {
                Some(session) => session,
                None => door.session()?,
            };
            let next = waiting::next(session, &later)?;
            let status = door.show(&next)?;
            let Some(waiting) = next.next.filter(|_| door.asks() && !self.writing.yes) else { return Ok(status) };
            match Self::ask(door, true)? {
                Some(Said::Is(verdict)) => {
                    self.write(door, anew.as_ref().map_or_else(|| door.writable(), Ok)?, &waiting.path, verdict)?;
                    // What was flagged just now, or only shown, is not asked again.
                    later.insert(waiting.path);
                    anew = Some(door.session()?.anew()?);
                }
                Some(Said::Later) => {
                    later.insert(waiting.path);
                }
                None => return Ok(status),
            }
        }
    }

    /// What a person says of a document; `None` where they say nothing more.
    fn ask(door: &Door<'_>, may_wait: bool) -> Result<Option<Said>> {
        let choices = [msg!("review-ask-still-true"), msg!("review-ask-revised"), msg!("review-ask-outdated")];
        let later = may_wait.then(|| msg!("review-ask-later"));
        let choices: Vec<String> = choices.into_iter().chain(later).map(|choice| choice.text(door.lang())).collect();
        let chosen = door.ask_which(&msg!("review-ask"), &choices)?;
        Ok(chosen.map(|at| Verdict::ALL.get(at).copied().map_or(Said::Later, Said::Is)))
    }

    fn write(&self, door: &Door<'_>, session: &Session, path: &str, verdict: Verdict) -> Result<Status> {
        let can_edit = verdict == Verdict::Revised && !self.writing.yes && !self.writing.dry_run;
        let desk = if can_edit { Desk::of(door, session)? } else { None };
        let edit = |text: &str| desk.as_ref().map_or_else(|| Ok(text.to_owned()), |desk| desk.edit(text));
        let edit: Option<&Edit<'_>> = if desk.is_some() { Some(&edit) } else { None };
        let mut how = self.writing.how();
        if verdict == Verdict::Outdated && how.message.is_none() && door.asks() && !self.writing.yes {
            let why = door.ask_line(&msg!("review-ask-why"), Some(&msg!("review-ask-why-about")), "")?;
            how.message = Some(why).filter(|why| !why.is_empty());
        }
        let before = session.community().names().by_path(path).map(|at| session.community().documents()[at].text.clone());
        let reviewed = review::review(session, path, verdict, edit, &how);
        match (reviewed, desk) {
            // What is as it was need not be kept.
            (Err(error), Some(desk)) => Err(desk.keep_changed(error, before.as_deref().unwrap_or_default())),
            (reviewed, _) => door.wrote(&reviewed?),
        }
    }
}
