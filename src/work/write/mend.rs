//! Mending what a check found: what `check --fix` does.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::base::place::Place;
use crate::model::change::ChangeSet;
use crate::model::document::Document;
use crate::model::finding::{Finding, Mend};
use crate::model::identity::shortened;
use crate::model::kind::Capability;
use crate::model::same_person::Proposal;
use crate::msg;
use crate::show::look::Look;
use crate::show::view::{Block, Rows, View};
use crate::store::git::write::touched::touched;
use crate::work::checks::report::Report;
use crate::work::same_people::{Past, Same};
use crate::work::session::Session;

use super::draft::Draft;
use super::fixes::{Fixes, Inverse};
use super::outcome::{About, Fate, Outcome, Written};
use super::relations::{Mode, other_side};
use super::rename::numbers::{Held, renumber};
use super::{Assignment, How, fields, member, message, send, whole_if_any};

/// So many people are named of whom lines are written.
const NAMED: usize = 12;

/// What was mended: what `check --fix --dry-run` answers with.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mended {
    #[serde(flatten)]
    outcome: Outcome,
    #[serde(skip)]
    refused: Vec<Error>,
    #[serde(skip)]
    kept: BTreeSet<String>,
}

impl Mended {
    /// The documents that keep the number that they have, or none.
    pub fn kept(&self) -> &BTreeSet<String> {
        &self.kept
    }

    /// Why some of it could not be mended.
    pub fn refused(&self) -> &[Error] {
        &self.refused
    }
}

impl View for Mended {
    const SCHEMA: &'static str = "fix";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        self.outcome.shown(look)
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(self.outcome.listed())
    }
}

impl Written for Mended {
    fn outcome(&self) -> &Outcome {
        &self.outcome
    }
}

/// Something that can be mended and may be wrong: a person decides.
pub struct Doubtful<'r> {
    /// The member whose file it would be in, by handle.
    pub handle: String,
    /// What was found.
    pub what: Msg,
    /// The change that mends it if it is right.
    pub change: &'r Mend,
}

/// Of whom a person says that what looks like theirs is.
pub struct Told {
    /// The member's handle.
    pub handle: String,
    /// A part of the address or account that is meant, in small letters; `None` where they name none.
    pub part: Option<String>,
}

/// Who is meant by `anna` or `anna=example.org`.
///
/// # Errors
/// Somebody is no member.
pub fn told(session: &Session, typed: &[String]) -> Result<Vec<Told>> {
    let told = |typed: &String| {
        let (who, part) = typed.split_once('=').map_or((typed.as_str(), None), |(who, part)| (who, Some(part.trim().to_lowercase())));
        Ok(Told { handle: member(session, who)?.handle.clone(), part: part.filter(|part| !part.is_empty()) })
    };
    typed.iter().map(told).collect()
}

/// Of each of what may be wrong, whether a person said that it is right. Who names a member and no address means the one that there is: a
/// second may have been put there by a stranger since they asked.
///
/// # Errors
/// It could be more than one, or is none.
pub fn meant(told: &[Told], doubtful: &[Doubtful<'_>]) -> Result<Vec<bool>> {
    let mut meant = vec![false; doubtful.len()];
    for one in told {
        let has = |value: &str| one.part.as_ref().is_none_or(|part| value.to_lowercase().contains(part.as_str()));
        let is =
            |doubtful: &Doubtful<'_>| doubtful.handle == one.handle && matches!(doubtful.change, Mend::Value { value, .. } if has(value));
        let mut places: Vec<usize> = (0..doubtful.len()).filter(|at| is(&doubtful[*at])).collect();
        // Whoever types an address whole means that one, whatever else it is a part of.
        let is_whole = |at: &usize| {
            let Mend::Value { value, .. } = doubtful[*at].change else { return false };
            let user = value.split_once(':').map(|(_, user)| user.to_lowercase());
            one.part.as_ref().is_some_and(|part| value.to_lowercase() == *part || user.is_some_and(|user| user == *part))
        };
        if let [at] = places.iter().copied().filter(is_whole).collect::<Vec<_>>()[..] {
            places = vec![at];
        }
        let shown = |at: &usize| if let Mend::Value { value, .. } = doubtful[*at].change { seen(value) } else { String::new() };
        match (places.as_slice(), &one.part) {
            ([at], _) => meant[*at] = true,
            ([], None) => {}
            ([], Some(part)) => {
                return Err(Error::new(ErrorKind::NotFound, msg!("mend-same-none", handle = &one.handle, part = part)));
            }
            (several, _) => {
                let all = several.iter().map(shown).collect::<Vec<_>>().join(", ");
                let error = Error::new(ErrorKind::Ambiguous, msg!("mend-same-several", handle = &one.handle, all = all));
                return Err(error.hint(msg!("mend-same-which", command = format!("cop check --fix --same {}=PART", one.handle))));
            }
        }
    }
    Ok(meant)
}

/// What a report has to mend in members' files; it may be wrong.
pub fn doubtful<'r>(session: &Session, report: &'r Report) -> Vec<Doubtful<'r>> {
    let doubtful = |finding: &'r Finding| {
        let change = finding.fix.as_ref()?;
        let Mend::Value { path, .. } = change else { return None };
        let handle = document(session, path)?.handle().to_owned();
        Some(Doubtful { handle, what: finding.msg.clone(), change })
    };
    report.findings.iter().filter_map(doubtful).collect()
}

/// What a change adds to a file, for who is asked first.
pub fn said(change: &Mend) -> Msg {
    match change {
        Mend::Text { edits, .. } => msg!("mend-text", count = edits.len()),
        // It is never asked.
        Mend::Number { .. } | Mend::Inverse { .. } => msg!("mend-text", count = 1),
        Mend::Value { path, value, .. } => msg!("mend-value", path = path, value = seen(value)),
        Mend::Lines { path, lines } => {
            // A line of a .mailmap begins with the name that it is about.
            let mut names: Vec<&str> = lines.iter().filter_map(|line| Some(line.split_once('<')?.0.trim())).collect();
            names.dedup();
            let more = names.len().saturating_sub(NAMED);
            names.truncate(NAMED);
            msg!("mend-lines", path = path, count = lines.len(), names = names.join(", "), more = more)
        }
    }
}

/// How many people may yet count as several; `doctor` tells of all of those.
pub fn uncertain(session: &Session) -> usize {
    let Some(same) = same(session) else { return 0 };
    let is_left = |proposal: &&Proposal| proposal.member.is_none() && same.mailmap(proposal).is_some();
    same.proposals.iter().filter(is_left).count()
}

/// Who may be one person and may be two: a person decides, and which address stays.
pub struct Namesakes {
    /// Who they are, each with how much they did and when.
    pub who: Msg,
    /// Each of their addresses, with how much was done from it and when; and the lines that make one person of them, under that address.
    pub choices: Vec<(Msg, Mend)>,
}

/// Those without a file who look like one person; nobody where a report did not look for them, or the `.mailmap` is not the
/// community's own.
pub fn namesakes(session: &Session, report: &Report) -> Vec<Namesakes> {
    let is_looked_for = report.findings.iter().any(|finding| finding.rule == "split-author");
    let (true, Some(same)) = (is_looked_for, same(session).filter(|same| same.is_whole)) else { return Vec::new() };
    let namesakes = |proposal: &Proposal| {
        let choice = |who: &usize| {
            let lines = same.mailmap(&proposal.under(*who)).filter(|_| proposal.is_asked())?;
            Some((same.whole(*who), Mend::Lines { path: ".mailmap".to_owned(), lines }))
        };
        let choices: Vec<_> = proposal.authors.iter().rev().filter_map(choice).collect();
        let who = msg!("mend-namesakes", name = same.called(proposal), who = same.told(proposal, session.lang()));
        (!choices.is_empty()).then_some(Namesakes { who, choices })
    };
    same.proposals.iter().filter_map(namesakes).collect()
}

fn same(session: &Session) -> Option<Same<'_>> {
    let (Ok(history), Ok(authors), prefix) = (session.history(), session.authors(), session.prefix()) else { return None };
    let community = session.community();
    // Whom a sparse checkout leaves out, nobody can be told from.
    let lacks_members = community.left_out().has(&community.settings.kinds, |kind| kind.has(Capability::Person));
    (!lacks_members).then_some(())?;
    Some(Past { history, authors, people: community.people(), kinds: &community.settings.kinds, prefix: &prefix }.look())
}

/// The files that a person has changed and not committed, by path; none where nothing is committed.
///
/// # Errors
/// git is in the middle of something.
pub fn edited(session: &Session, how: &How) -> Result<BTreeSet<String>> {
    let Some(repo) = session.repo().filter(|_| !how.no_commit) else { return Ok(BTreeSet::new()) };
    Ok(touched(repo, session.dir())?.into_iter().map(|file| file.path).collect())
}

/// Why a file is not mended that a person is changing, where that is or is not to be committed with it. To keep it first is no way where it
/// is what a check finds wrong.
pub fn refusal(path: &str, with_my_edits: bool) -> Error {
    let msg = if with_my_edits { msg!("mend-faulty") } else { msg!("write-own-edits") };
    Error::new(ErrorKind::Git, msg).at(Place::file(path)).hint(way_out(with_my_edits))
}

/// What a person can do about that.
pub fn way_out(with_my_edits: bool) -> Msg {
    if with_my_edits { msg!("mend-faulty-help") } else { msg!("mend-own-edits") }
}

/// Makes fixes and changes, in one commit. A file in which it can't be done is left as it is.
///
/// # Errors
/// Git says no. Then nothing is changed.
pub fn mend(session: &Session, fixes: &Fixes, changes: &[&Mend], how: &How) -> Result<Mended> {
    let mut draft = Draft::of_many(session);
    for (path, text) in &fixes.texts {
        if let Some(document) = document(session, path) {
            draft.follow(document);
            draft.rewrite(path, text);
        }
    }
    let mut refused: Vec<Error> = fixes.inverses.iter().filter_map(|one| inverse(&mut draft, one).err()).collect();
    let mut names: Vec<String> = Vec::new();
    let mut lines: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for change in changes {
        match change {
            // Those are made by themselves.
            Mend::Number { .. } | Mend::Inverse { .. } | Mend::Text { .. } => {}
            // Who says what is right is not left with half of it.
            Mend::Lines { path, .. } | Mend::Value { path, .. } if fixes.held.contains(path) => {
                return Err(refusal(path, how.with_my_edits));
            }
            Mend::Lines { path, lines: more } => lines.entry(path).or_default().extend(more.iter().cloned()),
            Mend::Value { path, field, value } => {
                let Some(document) = document(session, path) else { continue };
                draft.follow(document);
                match add(&mut draft, path, field, value) {
                    Ok(()) => names.push(document.value("name").unwrap_or(&document.title).to_owned()),
                    Err(error) => refused.push(error),
                }
            }
        }
    }
    let mended = names.len() + lines.len() + fixes.documents();
    names.dedup();
    let subject = match names.as_slice() {
        [] if lines.is_empty() => msg!("commit-mend-rules", rules = fixes.rules().map(|(rule, _)| rule).collect::<Vec<_>>().join(", ")),
        [one] if lines.is_empty() && fixes.is_empty() => msg!("commit-mend-one", name = one),
        _ => msg!("commit-mend", count = mended),
    };
    let mut set = draft.add_to(ChangeSet::new(message(session, &subject, how)))?;
    let mut kept = BTreeSet::new();
    let drafted = draft.changed();
    let mut about: Vec<(String, String)> = drafted.iter().map(|document| (document.reference.clone(), document.path.clone())).collect();
    if !fixes.numbers.is_empty() {
        let texts = drafted.iter().map(|document| (document.path.clone(), document.text.clone())).collect();
        let renumbered =
            renumber(session, texts, &fixes.numbers, &Held { paths: &fixes.held, way_out: way_out(how.with_my_edits) }, &mut set)?;
        for (path, error) in renumbered.refused {
            kept.insert(path);
            refused.push(error);
        }
        if !renumbered.about.is_empty() {
            about = renumbered.about;
        }
    }
    for (path, lines) in lines {
        match append(session, &mut set, path, &lines) {
            Ok(()) => about.push((path.to_owned(), path.to_owned())),
            Err(error) => refused.push(error),
        }
    }
    let about = About::Many(about);
    if set.is_empty() {
        return Ok(Mended { outcome: Outcome::new(about, Fate::Unchanged), refused, kept });
    }
    // What only shows what would change is about the files as they stand.
    let shows = How { no_commit: how.no_commit || how.dry_run, ..how.clone() };
    let ends = fixes.texts.iter().filter_map(|(path, text)| line_ends(path, &document(session, path)?.text, text));
    let ends: Vec<Msg> = ends.filter(|_| how.dry_run).collect();
    let outcome = ends.into_iter().fold(send(session, set, about, &shows)?, Outcome::also);
    Ok(Mended { outcome, refused, kept })
}

/// What is said of a file in which only line ends change, since a diff shows the same words twice.
fn line_ends(path: &str, before: &str, after: &str) -> Option<Msg> {
    let (old, new) = (before.split_inclusive('\n'), after.split_inclusive('\n'));
    let end = |line: &str| if line.ends_with("\r\n") { "CRLF" } else { "LF" };
    let changed: Vec<(&str, &str)> = old.zip(new).filter(|(old, new)| old != new).collect();
    let (first, _) = changed.first()?;
    let bare = |text: &str| text.replace("\r\n", "\n");
    let (from, to) = (end(first), if end(first) == "LF" { "CRLF" } else { "LF" });
    (bare(before) == bare(after)).then(|| msg!("mend-line-ends", path = path, from = from, to = to, count = changed.len()))
}

fn document<'s>(session: &'s Session, path: &str) -> Option<&'s std::sync::Arc<Document>> {
    let community = session.community();
    community.names().by_path(path).map(|at| &community.documents()[at])
}

/// A relation told from the other side.
fn inverse(draft: &mut Draft<'_>, one: &Inverse) -> Result<()> {
    let session = draft.session();
    let (Some(said), Some(other)) = (document(session, &one.path), document(session, &one.other)) else { return Ok(()) };
    let relation = session.settings().kinds.at(said.kind).relation(&one.relation);
    relation.map_or(Ok(()), |relation| other_side(draft, other, relation, said, true))
}

/// One value more under a field.
fn add(draft: &mut Draft<'_>, path: &str, field: &str, value: &str) -> Result<()> {
    fields::assign(draft, path, &Assignment { adds: true, ..Assignment::one(field, value) }, Mode::Add)
}

/// Lines at the end of a file, which end as those before them do.
fn append(session: &Session, set: &mut ChangeSet, path: &str, lines: &[String]) -> Result<()> {
    let before = whole_if_any(session, path)?;
    let old = before.as_deref().unwrap_or_default();
    let end = if old.windows(2).any(|pair| pair == b"\r\n") { "\r\n" } else { "\n" };
    let mut after = old.to_vec();
    if !after.is_empty() && !after.ends_with(b"\n") {
        after.extend(end.as_bytes());
    }
    for line in lines {
        after.extend(line.as_bytes());
        after.extend(end.as_bytes());
    }
    match before {
        Some(before) => set.edit(path, before, after)?,
        None => set.create(path, after)?,
    }
    Ok(())
}

/// An address as it is shown to whoever runs a check; anything else whole.
fn seen(value: &str) -> String {
    if value.contains('@') { shortened(value) } else { value.to_owned() }
}
