//! What a merge left to a person: whose two versions they are, and of what.

use crate::base::error::Result;
use crate::base::lang::{Lang, Msg};
use crate::model::history::{Identity, ObjectId};
use crate::model::kind::Kind;
use crate::msg;
use crate::store::git::open::Repo;
use crate::store::git::sync::Conflict;
use crate::store::git::sync::mend::{Marked, marked, on_disk};
use crate::store::git::sync::news::{self, Different};
use crate::work::catalogue;
use crate::work::session::Session;

use super::moved;
use super::renamed::claim;
use super::result::Left;

/// The name by which the community knows somebody.
pub(super) fn name(session: &Session, author: &Identity) -> String {
    session.people().by_identity(author).map_or_else(|| author.name.clone(), |member| member.name.clone())
}

/// What is left of each file, with the names of those who wrote what contradicts. `start` is where the sides, ours and theirs, began to differ.
///
/// # Errors
/// The repository can't be read.
pub(super) fn all(
    session: &Session,
    repo: &Repo,
    start: Option<ObjectId>,
    sides: [Option<ObjectId>; 2],
    conflicts: &[Conflict],
) -> Result<Vec<Left>> {
    let mut known = Vec::new();
    for side in sides {
        let different = news::between(repo, start, side)?;
        let moved = moved::all(session, repo, [start, side], &different)?;
        known.push((side, different, moved));
    }
    let lang = session.lang();
    let mut left = Vec::new();
    for conflict in conflicts {
        let text = on_disk(repo, &conflict.path).unwrap_or_default();
        let marked = if conflict.has_both { marked(&String::from_utf8_lossy(&text)) } else { Marked::default() };
        let mut names = vec![conflict.path.clone()];
        names.extend(known.iter().flat_map(|(.., moved)| moved).filter(|(_, to)| *to == conflict.path).map(|(from, _)| from.clone()));
        let mut by = Vec::new();
        for ((side, different, _), lines) in known.iter().zip(&marked.sides) {
            let wrote = news::wrote(repo, start, *side, &names, lines)?;
            by.push(if wrote.is_empty() { changed(different, &names) } else { wrote });
        }
        let theirs = by.pop().unwrap_or_default();
        let ours = by.pop().unwrap_or_default();
        let names = |by: &[Identity]| by.iter().map(|author| name(session, author)).collect::<Vec<_>>();
        left.push(Left {
            path: conflict.path.clone(),
            has_both: conflict.has_both,
            is_ours_gone: conflict.is_ours_gone,
            is_renamed: conflict.is_renamed,
            is_there: repo.root().join(&conflict.path).symlink_metadata().is_ok(),
            by: [listed(own(session, repo, &ours, conflict.has_both), lang), listed(names(&theirs), lang)],
            what: what(claim(session, &conflict.path), &marked, lang),
        });
    }
    Ok(left)
}

/// Who changed a file at all.
fn changed(different: &[Different], names: &[String]) -> Vec<Identity> {
    different.iter().find(|different| names.contains(&different.path)).map(|different| different.by.clone()).unwrap_or_default()
}

/// The names of those whose version is here, whoever reads it first.
fn own(session: &Session, repo: &Repo, by: &[Identity], has_both: bool) -> Vec<String> {
    let me = catalogue::me(session);
    let email = repo.identity().map(|(_, email)| email);
    let is_me = |author: &Identity| {
        let member = session.people().by_identity(author).map(|member| &member.handle);
        member.is_some() && member == me.as_ref() || Some(&author.email) == email.as_ref()
    };
    let mut names: Vec<String> = by.iter().filter(|author| !is_me(author)).map(|author| name(session, author)).collect();
    if names.len() < by.len() || by.is_empty() {
        let you = if has_both { msg!("sync-by-you") } else { msg!("sync-you") };
        names.insert(0, you.text(session.lang()));
    }
    names
}

/// The fields and the text that contradict, as a reader calls them.
fn what(kind: Option<&Kind>, marked: &Marked, lang: Lang) -> Msg {
    let label = |key: &String| {
        let field = kind.and_then(|kind| kind.field_of_key(key)).map(|field| field.label.text(lang, &field.name));
        let relation = || kind.and_then(|kind| kind.relation_of_key(key)).map(|relation| relation.label.text(lang, &relation.name));
        field.or_else(relation).map_or_else(|| key.clone(), |label| label.to_lowercase())
    };
    let mut all: Vec<String> = marked.fields.iter().map(label).collect();
    if marked.in_text || all.is_empty() {
        all.push(msg!("sync-the-text").text(lang));
    }
    Msg::literal(listed(all, lang))
}

/// Words in a row, with the last after "and".
fn listed(mut words: Vec<String>, lang: Lang) -> String {
    match words.pop() {
        Some(last) if !words.is_empty() => msg!("sync-and", names = words.join(", "), last = last).text(lang),
        last => last.unwrap_or_default(),
    }
}
