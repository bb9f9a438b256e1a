//! What cop sees where it stands, and what to do about each problem: what `doctor` answers with.

use std::collections::BTreeSet;
use std::path::Path;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::base::error::Result;
use crate::base::lang::{Lang, Msg};
use crate::base::path::folder as folder_of;
use crate::base::shell::quoted;
use crate::model::identity::shortened;
use crate::model::reading::Weight;
use crate::model::same_person::Doubt;
use crate::msg;
use crate::show::label::Label;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Status, View};
use crate::store::git::merge::{Driver, attribute, driver, install, places};
use crate::store::git::open::{Head, Repo};
use crate::store::git::precommit::{self, Hook, hook};
use crate::store::git::sync::mend::is_under_way;

use super::same_people::{Known, Past};
use super::session::{Opening, Session};
use super::unclaimed::Unclaimed;

/// So many names that several people seem to have are told of; the lines to write are for all of them.
const NAMESAKES: usize = 5;

/// How well something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Health {
    /// As it should be.
    Ok,
    /// Worth knowing.
    Note,
    /// Something does not work as well as it could.
    Warning,
    /// Something does not work.
    Error,
}

/// One thing that was looked at.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Symptom {
    /// What was looked at, a stable name.
    pub name: &'static str,
    /// How well it is.
    pub status: Health,
    /// What was seen.
    #[serde(serialize_with = "english")]
    #[schemars(with = "String")]
    pub message: Msg,
    /// What to do.
    #[serde(serialize_with = "maybe_english")]
    #[schemars(with = "Option<String>")]
    pub help: Option<Msg>,
    /// Lines to write in `community.yaml`, or in the file that the first of them names after a `#`, where that is what to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<Vec<String>>,
    /// The same as `message` with names that are in the reader's language; `None` where there are no such names.
    #[serde(skip)]
    shown: Option<Msg>,
}

fn english<S: Serializer>(msg: &Msg, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.serialize_str(&msg.text(Lang::En))
}

#[allow(clippy::ref_option, reason = "serde hands the field over as it is")]
fn maybe_english<S: Serializer>(msg: &Option<Msg>, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    msg.as_ref().map(|msg| msg.text(Lang::En)).serialize(serializer)
}

/// What `doctor` answers with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Diagnosis {
    /// Everything that was looked at.
    pub checks: Vec<Symptom>,
}

impl Diagnosis {
    fn add(&mut self, name: &'static str, status: Health, message: Msg, help: Option<Msg>) {
        self.checks.push(Symptom { name, status, message, help, lines: None, shown: None });
    }
}

/// Looks at everything that cop stands on. Never fails: what can't be looked at is a symptom too.
///
/// `program` is cop itself, as far as the system says where that is.
pub fn diagnose(opening: &Opening, session: Result<&Session>, program: Option<&Path>) -> Diagnosis {
    let mut found = Diagnosis { checks: Vec::new() };
    found.add("version", Health::Ok, msg!("doctor-version", version = env!("CARGO_PKG_VERSION")), None);
    match session {
        Ok(session) => community(session, program, &mut found),
        Err(error) => found.add("community", Health::Error, error.msg().clone(), error.hints().first().cloned()),
    }
    match &opening.cache {
        Some(cache) => found.add("cache", Health::Ok, msg!("doctor-cache", path = shown(cache)), None),
        None => found.add("cache", Health::Warning, msg!("doctor-no-cache"), Some(msg!("demo-no-cache-help"))),
    }
    found
}

fn community(session: &Session, program: Option<&Path>, found: &mut Diagnosis) {
    let settings = session.settings();
    found.add("community", Health::Ok, msg!("doctor-community", name = &settings.name, path = shown(session.dir())), None);
    for fault in session.faults() {
        let status = if fault.weight == Weight::Error { Health::Error } else { Health::Warning };
        let (place, _) = session.place(fault);
        found.add(
            "settings",
            status,
            msg!("doctor-settings", place = place.to_string(), what = fault.problem.msg.clone()),
            fault.problem.help.clone(),
        );
    }
    documents(session, found);
    git(session, program, found);
    let zone = msg!("doctor-today", date = session.today().to_string(), zone = &settings.timezone);
    found.add("clock", Health::Ok, zone, None);
}

fn documents(session: &Session, found: &mut Diagnosis) {
    let community = session.community();
    let count = community.documents().len();
    let kinds = |lang: Lang| {
        let kinds = community.settings.kinds.all().iter().filter_map(|kind| {
            let count = community.documents().iter().filter(|document| community.kind(document).name == kind.name).count();
            (count > 0).then(|| format!("{count} {}", if count == 1 { kind.label(lang) } else { kind.plural(lang) }))
        });
        kinds.collect::<Vec<_>>().join(", ")
    };
    let message = |lang| msg!("doctor-documents", all = msg!("count-documents", count = count), kinds = kinds(lang));
    let unclaimed = Unclaimed::of(session);
    if count == 0 {
        let help = (unclaimed.count == 0).then(|| msg!("doctor-no-documents-help"));
        found.add("documents", Health::Note, msg!("doctor-no-documents"), help);
    } else {
        let shown = Some(message(session.lang()));
        found.checks.push(Symptom { name: "documents", status: Health::Ok, message: message(Lang::En), help: None, lines: None, shown });
    }
    if unclaimed.count > 0 {
        // Beside documents that are there, they may well be meant to be none.
        let status = if count == 0 { Health::Warning } else { Health::Note };
        let (help, lines) = (Some(unclaimed.help(session)), Some(unclaimed.lines(session)));
        found.checks.push(Symptom { name: "unclaimed", status, message: unclaimed.says(), help, lines, shown: None });
    }
    for unread in community.unread().iter().take(10) {
        found.add(
            "unread",
            Health::Warning,
            msg!("doctor-unread", path = &unread.path, why = unread.problem.msg.clone()),
            unread.problem.help.clone(),
        );
    }
}

fn git(session: &Session, program: Option<&Path>, found: &mut Diagnosis) {
    let repo = match session.repository() {
        Ok(Some(repo)) => repo,
        Ok(None) => return found.add("git", Health::Warning, msg!("history-no-git"), Some(msg!("history-no-git-help"))),
        Err(reason) => return found.add("git", Health::Error, reason.msg(), reason.hint()),
    };
    let (status, head) = match repo.head() {
        Head::Branch(name, _) => (Health::Ok, msg!("doctor-branch", name = name, path = shown(repo.root()))),
        Head::Detached(_) => (Health::Note, msg!("doctor-detached", path = shown(repo.root()))),
        Head::Unborn(_) => (Health::Note, msg!("doctor-unborn", path = shown(repo.root()))),
        Head::Broken(cause) => (Health::Error, msg!("doctor-broken-head", cause = cause)),
    };
    found.add("git", status, head, None);
    if is_under_way(repo) {
        found.add("unfinished", Health::Error, msg!("doctor-merging"), Some(msg!("write-state-merge-hint")));
    }
    if let Some(program) = program {
        merging(repo, program, found);
        checking(session, repo, program, found);
        elsewhere(session, repo, found);
    }
    match session.history() {
        Ok(history) => {
            found.add("history", Health::Ok, msg!("doctor-history", count = history.commits().len()), None);
            for note in session.history_notes() {
                found.add("history", Health::Note, note, None);
            }
            namesakes(session, found);
        }
        Err(error) => found.add("history", Health::Error, error.msg().clone(), error.hints().first().cloned()),
    }
    match repo.identity() {
        Some((name, email)) => {
            let who = crate::model::history::Identity { name: name.clone(), email: email.clone() };
            match session.community().people().by_identity(&who) {
                Some(member) => {
                    found.add("identity", Health::Ok, msg!("doctor-member", name = name, email = email, handle = &member.handle), None);
                }
                None => found.add(
                    "identity",
                    Health::Note,
                    msg!("doctor-stranger", name = name, email = email),
                    Some(msg!("doctor-stranger-help")),
                ),
            }
        }
        None => found.add("identity", Health::Note, msg!("doctor-nobody"), Some(msg!("doctor-nobody-help"))),
    }
}

/// Whether git leaves the merging of documents to cop. `sync` does so whether or not it does, git pull only if it does.
fn merging(repo: &Repo, program: &Path, found: &mut Diagnosis) {
    match driver(repo, program) {
        Driver::Installed => found.add("merge", Health::Ok, msg!("doctor-merge"), None),
        Driver::Elsewhere => found.add("merge", Health::Note, msg!("doctor-merge-elsewhere"), Some(msg!("doctor-merge-help"))),
        Driver::Absent => found.add("merge", Health::Note, msg!("doctor-merge-absent"), Some(msg!("doctor-merge-help"))),
        Driver::Other(name) => found.add("merge", Health::Ok, msg!("doctor-merge-other", name = name), None),
    }
}

/// Whether git has a commit checked before it is made.
fn checking(session: &Session, repo: &Repo, program: &Path, found: &mut Diagnosis) {
    match hook(repo, program, &session.prefix()) {
        Hook::Installed => found.add("hook", Health::Ok, msg!("doctor-hook"), None),
        Hook::Own { checks: true, .. } => found.add("hook", Health::Ok, msg!("doctor-hook-own"), None),
        Hook::Own { checks: false, path } => {
            let is_there = path.symlink_metadata().is_ok();
            let path = shown(path.strip_prefix(repo.root()).unwrap_or(&path));
            if is_there {
                found.add("hook", Health::Ok, msg!("doctor-hook-other", path = path), None);
            } else {
                found.add("hook", Health::Note, msg!("doctor-hook-nowhere", path = path), Some(msg!("doctor-hook-nowhere-help")));
            }
        }
        Hook::Elsewhere => found.add("hook", Health::Note, msg!("doctor-hook-elsewhere"), Some(msg!("doctor-hook-help"))),
        Hook::Absent => found.add("hook", Health::Note, msg!("doctor-hook-absent"), Some(msg!("doctor-hook-help"))),
    }
}

/// The folders whose documents git is told to merge in another way than those at the top.
fn elsewhere(session: &Session, repo: &Repo, found: &mut Diagnosis) {
    let prefix = session.prefix();
    let folders: BTreeSet<String> =
        session.community().documents().iter().map(|document| format!("{prefix}{}", folder_of(&document.path))).collect();
    let top = attribute(repo, "");
    let others = folders
        .into_iter()
        .filter_map(|folder| attribute(repo, &folder).filter(|name| Some(name) != top.as_ref()).map(|name| (folder, name)));
    for (folder, name) in others.take(NAMESAKES) {
        found.add("merge", Health::Note, msg!("doctor-merge-folder", folder = folder, name = name), None);
    }
}

/// What `doctor --fix` can do in this clone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Git leaves the merging of documents to cop.
    Merging,
    /// Git has a commit checked before it is made.
    Checking,
}

/// What there is to do, each with what it does to which files.
pub fn remedies(session: &Session, program: &Path) -> Vec<(Remedy, Msg)> {
    let Some(repo) = session.repo() else { return Vec::new() };
    let from_root = |path: &Path| shown(path.strip_prefix(repo.root()).unwrap_or(path));
    let mut all = Vec::new();
    if matches!(driver(repo, program), Driver::Absent | Driver::Elsewhere) {
        let [config, attributes] = places(repo).map(|path| from_root(&path));
        all.push((Remedy::Merging, msg!("doctor-would-fix", config = config, attributes = attributes)));
    }
    if matches!(hook(repo, program, &session.prefix()), Hook::Absent | Hook::Elsewhere) {
        let paths = precommit::written(repo, program, &session.prefix());
        let paths: Vec<String> = paths.iter().map(|path| from_root(path)).collect();
        all.push((Remedy::Checking, msg!("doctor-would-hook", path = paths.join(", "))));
    }
    all
}

/// Does it.
///
/// # Errors
/// A file in the git folder can't be written.
pub fn remedied(session: &Session, program: &Path, remedy: Remedy) -> Result<()> {
    session.repo().map_or(Ok(()), |repo| match remedy {
        Remedy::Merging => install(repo, program),
        Remedy::Checking => precommit::install(repo, program, &session.prefix(), session.lang()),
    })
}

/// People in history who look like one person and count as several.
fn namesakes(session: &Session, found: &mut Diagnosis) {
    let (Ok(history), Ok(authors), prefix) = (session.history(), session.authors(), session.prefix()) else { return };
    let community = session.community();
    let people = community.people();
    let same = Past { history, authors, people, kinds: &community.settings.kinds, prefix: &prefix }.look();
    let (mut members, mut others, mut lines) = (Vec::new(), Vec::new(), vec!["# .mailmap".to_owned()]);
    for proposal in &same.proposals {
        if let Some(member) = proposal.member.as_deref().and_then(|handle| people.by_handle(handle)) {
            let Some((known, value)) = proposal.authors.first().and_then(|who| same.known(*who)) else { continue };
            let address = if known == Known::Account { value } else { shortened(&value) };
            let message = msg!("doctor-namesakes-member", handle = &member.handle, address = address, why = proposal.likeness.msg());
            let command = format!("cop check --fix --same {}", quoted(&member.handle));
            let help = match proposal.doubt {
                Doubt::Anybody => msg!("check-unclaimed-anybody"),
                doubt => msg!("doctor-namesakes-doubt", doubt = doubt.msg(), command = command),
            };
            members.push((message, help));
        } else if let Some(more) = same.mailmap(proposal) {
            let message = msg!("doctor-namesakes", name = same.called(proposal), count = proposal.authors.len());
            others.push(message);
            lines.push(format!("# {}", proposal.doubt.msg().text(session.lang())));
            lines.extend(more);
        }
    }
    for (message, help) in members.into_iter().take(NAMESAKES) {
        found.add("namesakes", Health::Note, message, Some(help));
    }
    others.truncate(NAMESAKES);
    // What to do is said once, below the last of them.
    if let Some(last) = others.pop() {
        for message in others {
            found.add("namesakes", Health::Note, message, None);
        }
        let help = Some(msg!("doctor-namesakes-mailmap"));
        found.checks.push(Symptom { name: "namesakes", status: Health::Note, message: last, help, lines: Some(lines), shown: None });
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

impl View for Diagnosis {
    const SCHEMA: &'static str = "doctor";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut facts = Vec::new();
        for symptom in &self.checks {
            let (label, word) = match symptom.status {
                Health::Ok => (Label::Dim, msg!("doctor-ok")),
                Health::Note => (Label::Note, msg!("doctor-note")),
                Health::Warning => (Label::Warning, msg!("doctor-warning")),
                Health::Error => (Label::Error, msg!("doctor-error")),
            };
            facts.push((Line::of(label, look.say(&word)), Line::from(look.say(symptom.shown.as_ref().unwrap_or(&symptom.message)))));
            facts.extend(symptom.help.as_ref().map(|help| (Line::new(), Line::of(Label::Note, look.say(help)))));
        }
        let mut blocks = vec![Block::Facts(facts)];
        for lines in self.checks.iter().filter_map(|symptom| symptom.lines.as_ref()) {
            // From the left edge, so that they can be pasted as they are.
            blocks.push(Block::Blank);
            blocks.extend(lines.iter().map(|line| Block::Bare(Line::of(Label::Code, line))));
        }
        blocks
    }

    fn status(&self) -> Status {
        if self.checks.iter().any(|symptom| symptom.status == Health::Error) { Status::No } else { Status::Done }
    }
}
