//! Proving from the commits that only those decided who may: `cop check --history --base REV`.
//!
//! What the rules are, who holds which role and by what members are known is read from the base, which whoever asks names from outside the
//! repository; commits move it forward only where they pass themselves. A list that is read from the newest commit approves whatever
//! was done before it was written.

mod actor;
mod attributes;
mod back;
mod behind;
mod beside;
mod converted;
mod dropped;
mod hidden;
mod joined;
mod judge;
mod keys;
mod leads;
mod linked;
mod look;
pub mod proof;
mod shown;
mod trust;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::limits::Limits;
use crate::base::shell::quoted;
use crate::model::document::Document;
use crate::model::finding::Severity;
use crate::model::history::ObjectId;
use crate::model::kind::Capability;
use crate::model::settings::FILE;
use crate::msg;
use crate::store::git::mainline::{Mainline, NoWay};
use crate::store::git::open::Repo;
use crate::store::git::signature::Verifier;
use crate::work::checks::rules::rewritten_history;

use super::session::Session;
use beside::Line;
use judge::{Judge, finding, settings};
use proof::Proof;
use trust::{Trust, marks};

/// Judges every commit from a base to the newest. `home` is the person's, in which `gpg` has its keys.
///
/// # Errors
/// There is no such base here, or the way to it can't be read: the error says what to fetch.
pub fn prove(session: &Session, base: &str, home: Option<&Path>) -> Result<Proof> {
    let repo = session.demand_repo()?;
    let way = match Mainline::find(repo, base, &session.prefix()) {
        Ok(way) => way,
        Err(NoWay::Apart { base, head }) => return Ok(apart(base, head)),
        Err(none) => return Err(error(&none, base, repo)),
    };
    let trusted = trust_at(&way, way.base()).map_err(|none| error(&none, base, repo))?;
    let verifier = Verifier::new(repo, home);
    let mut judge = Judge::new(&way, &verifier, Arc::new(trusted));
    let mut line = Line::new(&way, &judge.trust);
    for (at, step) in way.steps().iter().enumerate() {
        judge.step(step, Some(&mut |judge: &mut Judge<'_, '_>| line.beside(judge, at))).map_err(|none| error(&none, base, repo))?;
        line.passed(at, step, &judge.trust);
    }
    let seen: HashSet<&str> = session.paths().collect();
    let is_hidden = |path: &str| !seen.contains(path) && session.dir().join(path).symlink_metadata().is_ok();
    judge.hidden(&is_hidden).map_err(|none| error(&none, base, repo))?;
    judge.converted().map_err(|none| error(&none, base, repo))?;
    judge.doubted();
    let head = way.steps().last().map_or(way.base(), |step| step.commit);
    let Judge { changes, findings, .. } = judge;
    let findings = findings.into_iter().map(|(_, finding)| finding).collect();
    Ok(Proof { base: way.base().to_string(), head: head.to_string(), commits: way.steps().len(), changes, findings })
}

/// What a commit says, of itself: the base, above all.
fn trust_at(way: &Mainline<'_>, commit: ObjectId) -> std::result::Result<Trust, NoWay> {
    // However little the community reads of a file, nothing is to hide behind that.
    let mut settings = settings(way, commit)?;
    let shown = Arc::new(settings.clone());
    settings.limits = Limits::HIGHEST;
    if let Some(path) = way.linked(commit)?.into_iter().next() {
        return Err(NoWay::Linked(path));
    }
    let files = way.files(commit)?;
    let kinds = &settings.kinds;
    let known: std::collections::HashSet<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    let mut all = std::collections::BTreeSet::new();
    for (path, blob) in &files {
        let claim = kinds.claim(path, &|path| known.contains(path));
        let Some(claim) = claim.filter(|claim| kinds.at(claim.kind).has(Capability::Person)) else { continue };
        let Some(text) = way.text(*blob, settings.limits.file)? else { continue };
        all.extend(marks(&Document::read(path, text.into(), &claim, &settings)));
    }
    let rules = settings.governance.clone();
    Ok(Trust { rules, settings: Arc::new(settings), shown, marks: all, since: BTreeMap::new(), newest: 0, unsigned: BTreeMap::new() })
}

/// The newest commit does not come from the base: nothing can be proved, and that is what is found.
fn apart(base: ObjectId, head: ObjectId) -> Proof {
    let (base, head) = (base.to_string(), head.to_string());
    let says = msg!("governance-apart", base = &base[..7], head = &head[..7]);
    let help = msg!("governance-apart-help", base = &base[..7]);
    let found = finding(&rewritten_history::RULE, Severity::Error, FILE, says, Some(help));
    Proof { base, head, commits: 0, changes: Vec::new(), findings: vec![found] }
}

fn error(none: &NoWay, base: &str, repo: &Repo) -> Error {
    let short = |id: &ObjectId| id.to_string()[..7].to_owned();
    match none {
        NoWay::None(none) => none.error(),
        NoWay::Unknown if base.len() >= 7 && base.bytes().all(|byte| byte == b'0') => {
            Error::new(ErrorKind::NotFound, msg!("governance-base-zero")).hint(msg!("governance-base-zero-help"))
        }
        NoWay::Unknown => {
            let error = Error::new(ErrorKind::NotFound, msg!("governance-base-unknown", base = base));
            let (remote, branch) = base.split_once('/').unwrap_or(("origin", base));
            let fetch = format!("git fetch {} {}", quoted(remote), quoted(branch));
            error.hint(msg!("governance-base-fetch", line = fetch)).hint(msg!("governance-base-deep"))
        }
        NoWay::Ambiguous(names) => {
            let error = Error::new(ErrorKind::Ambiguous, msg!("governance-base-ambiguous", base = base));
            error.hint(msg!("governance-base-ambiguous-help", names = names.join(", ")))
        }
        NoWay::Linked(path) => {
            let error = Error::new(ErrorKind::NoHistory, msg!("governance-base-linked", path = path, base = base));
            error.hint(msg!("governance-linked-help"))
        }
        NoWay::Cut | NoWay::Apart { .. } => {
            let error = Error::new(ErrorKind::NoHistory, msg!("governance-base-cut", base = base));
            error.hint(msg!("governance-base-fetch", line = "git fetch --unshallow")).hint(msg!("governance-base-deep"))
        }
        NoWay::Damaged(id) => {
            let error = Error::new(ErrorKind::NoHistory, msg!("governance-base-damaged", id = short(id)));
            if repo.is_partial() {
                // Without the second word git leaves out again what it left out before.
                let line = "git fetch --refetch --no-filter";
                return error.hint(msg!("governance-base-partial")).hint(msg!("governance-base-fetch", line = line));
            }
            error.hint(msg!("governance-base-damaged-help"))
        }
    }
}
