//! Whether what a person made of a conflict can be read: what is broken is not sent to others.

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::place::Place;
use crate::base::problem::Problem;
use crate::base::shell::quoted;
use crate::model::document::Document;
use crate::msg;
use crate::store::git::program::Program;
use crate::store::git::sync::mend::{has_marks, held, on_disk};
use crate::store::git::sync::staged::{made, stage, staged};
use crate::work::session::Session;

use super::renamed::Sides;

/// Refuses a merge in which a document's front matter can't be read, or git's marks are left; not for what was so on one of the sides already.
/// What was mended since git was told of it is taken as it is now.
///
/// # Errors
/// A document is broken, or git can't be started.
pub(super) fn demand(session: &Session, program: &Program<'_>, sides: Sides) -> Result<()> {
    let repo = program.repository();
    let prefix = session.prefix();
    for path in made(program)? {
        let Some(own) = path.strip_prefix(&prefix) else { continue };
        let read = |bytes: Vec<u8>| document(session, own, bytes);
        let Some(now) = staged(repo, &path).and_then(read) else { continue };
        let sides: Vec<Document> = [sides.ours, sides.theirs].iter().filter_map(|side| read(held(repo, *side, &path)?.bytes)).collect();
        let Some(problem) = broken(&now, &sides) else { continue };
        let disk = on_disk(repo, &path).and_then(read);
        if disk.is_some_and(|disk| broken(&disk, &sides).is_none()) && stage(program, &path)? {
            continue;
        }
        let position = now.lines.position(&now.text, problem.span.start);
        let line = now.lines.text(&now.text, position.0).to_owned();
        let error = Error::new(ErrorKind::Git, problem.msg.clone()).at(Place::at(own, position)).line(line);
        let error = problem.help.iter().fold(error, |error, help| error.hint(help.clone()));
        return Err(error.hint(msg!("sync-broken-help", file = quoted(own).into_owned())));
    }
    Ok(())
}

fn document(session: &Session, path: &str, bytes: Vec<u8>) -> Option<Document> {
    let settings = session.settings();
    let claim = settings.kinds.claim(path, &|_| true)?;
    Some(Document::read(path, String::from_utf8(bytes).ok()?.into(), &claim, settings))
}

/// What is wrong with a document that was not so on any side.
fn broken(now: &Document, sides: &[Document]) -> Option<Problem> {
    let is_old = |problem: &Problem| sides.iter().any(|side| side.front.problems.iter().any(|old| is_same(old, problem)));
    let marks = marks(now).filter(|_| !sides.iter().any(|side| marks(side).is_some()));
    let grave = now.front.problems.iter().find(|problem| is_grave(problem.rule) && !is_old(problem));
    marks.or_else(|| grave.cloned())
}

fn is_same(one: &Problem, other: &Problem) -> bool {
    one.rule == other.rule && one.msg == other.msg
}

fn is_grave(rule: &str) -> bool {
    rule == "yaml-syntax" || rule == "duplicate-key" || rule.starts_with("front-")
}

/// Where git's first mark stands.
fn marks(document: &Document) -> Option<Problem> {
    let text = &*document.text;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        // In a page about git a mark in code is an example, and seven levels of a quote look like the last mark.
        let is_example = || document.markdown.code.iter().any(|code| code.contains(&start));
        let counts = start < document.front.body || line.starts_with('<') && !is_example();
        if counts && has_marks(line.as_bytes()) {
            let problem = Problem::new("merge-conflict", start..start + line.trim_end().len(), msg!("check-merge-conflict"));
            return Some(problem.help(msg!("check-merge-conflict-help")));
        }
        start += line.len();
    }
    None
}
