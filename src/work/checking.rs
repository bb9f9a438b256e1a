//! A check of the community that a session holds: everything that the rules are told comes from here.

use std::collections::{BTreeSet, HashMap};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::limits::Limits;
use crate::base::place::Place;
use crate::model::community::Community;
use crate::model::contribution::{Authors, Life, life};
use crate::model::finding::Finding;
use crate::model::history::History;
use crate::model::kind::Kind;
use crate::model::query::of_document::Past as Told;
use crate::model::settings::FILE;
use crate::msg;
use crate::store::git::snapshot;
use crate::store::git::sparse::left_out;
use crate::store::workspace::load::text;
use crate::store::workspace::rules::RuleFile;
use crate::store::workspace::walk::OddFile;

use super::checks::baseline::Baseline;
use super::checks::report::Report;
use super::checks::rules;
use super::checks::selection::Selection;
use super::checks::{Context, Outside, check};
use super::governing::proof::Proof;
use super::last_check;
use super::past::of_kind;
use super::same_people::Past;
use super::session::Session;
use super::went;

/// Checks a community, with whatever history tells of it; what everything was checked for and did not change since is known.
pub fn run(session: &Session, selection: &Selection) -> Report {
    if !selection.is_all() {
        return of(session, session.community(), selection, &Lived::of(session));
    }
    let Files { settings, odd, text, outside } = Files::of(session);
    let report = last_check::or(session, &*outside, |outside| {
        let files = Files { settings, odd, text, outside: Box::new(outside) };
        look(session, session.community(), selection, &Lived::of(session), &files)
    });
    Report { prefix: session.prefix(), ..report }
}

/// The same of a community some of whose documents have other texts.
pub(super) fn of(session: &Session, community: &Community, selection: &Selection, lived: &Lived<'_>) -> Report {
    let report = look(session, community, selection, lived, &Files::of(session));
    Report { prefix: session.prefix(), ..report }
}

/// What history tells of a session's documents, looked up once for all the looks at them.
pub(in crate::work) struct Lived<'s> {
    prefix: String,
    history: Option<(&'s History, &'s Authors)>,
    /// By the path of the document.
    lives: HashMap<String, Life>,
}

impl<'s> Lived<'s> {
    /// Nothing, as if there were no history.
    fn unknown() -> Self {
        Self { prefix: String::new(), history: None, lives: HashMap::new() }
    }

    pub(super) fn of(session: &'s Session) -> Self {
        let prefix = session.prefix();
        let Some((history, authors)) = session.history_if_any().zip(session.authors().ok()) else { return Self::unknown() };
        let community = session.community();
        let here = community.documents().par_iter().map(|document| &document.path);
        let paths = here.chain(community.left_out().all().par_iter().map(|absent| &absent.path));
        let lives = paths.map(|path| (path.clone(), life(history, authors, &format!("{prefix}{path}")))).collect();
        Self { prefix, history: Some((history, authors)), lives }
    }

    fn date(&self, path: &str, of: fn(&Life) -> Option<Date>) -> Option<Date> {
        self.lives.get(path).and_then(of)
    }

    /// What is told of a document of a kind, as searches have it.
    fn told(&self, path: &str, kind: &Kind) -> Told {
        let Some(((history, authors), life)) = self.history.zip(self.lives.get(path)) else { return Told::default() };
        of_kind(life, authors, Some(kind), !history.gaps().at_least())
    }
}

/// Where a community's baseline stands, unless a person names another file.
pub const BASELINE: &str = ".cop/check-baseline.tsv";

/// The path of the baseline from the community's folder: the usual one, or the file that a person names, which need not be there yet.
///
/// # Errors
/// It stands outside the community.
pub fn baseline_path(session: &Session, file: Option<&str>) -> Result<String> {
    let Some(file) = file else { return Ok(BASELINE.to_owned()) };
    let (folder, name) = file.trim_end_matches('/').rsplit_once('/').unwrap_or((".", file));
    let folder = session.path_from_here(if folder.is_empty() { "/" } else { folder })?;
    Ok(if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") })
}

/// What a baseline knows; nothing where there is none and nobody names one.
///
/// # Errors
/// The file that a person names is not there, or one of its lines is none of a baseline.
pub fn baseline(session: &Session, file: Option<&str>) -> Result<Baseline> {
    let path = baseline_path(session, file)?;
    let text = match text(&session.dir().join(&path), Limits::HIGHEST.file) {
        Ok(text) => text,
        Err(problem) => match absent_text(session, &path) {
            Some(text) => text,
            None if file.is_none() && session.dir().join(&path).symlink_metadata().is_err() => return Ok(Baseline::default()),
            None => return Err(Error::new(ErrorKind::Io, problem.msg).at(Place::file(&path))),
        },
    };
    let mut baseline = Baseline::parse(&text).map_err(|line| {
        let place = Place::at(&path, (u32::try_from(line).unwrap_or(u32::MAX), 1));
        let error = Error::new(ErrorKind::Settings, msg!("baseline-line")).at(place);
        error.line(text.lines().nth(line - 1).unwrap_or_default().to_owned()).hint(msg!("baseline-line-help"))
    })?;
    went::follow(session, &mut baseline);
    Ok(baseline)
}

/// What a file says that a sparse checkout leaves out.
fn absent_text(session: &Session, path: &str) -> Option<Arc<str>> {
    let whole = session.prefix() + path;
    let (_, id) = left_out(session.repo()?).into_iter().find(|(path, _)| *path == whole)?;
    session.blob(id).filter(|_| session.dir().join(path).symlink_metadata().is_err())
}

/// The same, with what the commits prove of who decided what.
pub fn with_history(session: &Session, selection: &Selection, proof: Proof) -> Report {
    let wants = |finding: &Finding| {
        let rule = rules::all().find(|rule| rule.code == finding.code);
        selection.has_path(&finding.path) && rule.is_none_or(|rule| selection.has_rule(rule))
    };
    run(session, selection).with(proof, wants)
}

/// Checks what stands in a community's files, whatever their age: that of the session, or the same with other texts.
pub fn texts(session: &Session, community: &Community, selection: &Selection) -> Report {
    // Without history some rules find nothing, and what allows that seems to allow nothing.
    let selection = selection.without(&rules::unused_allowance::RULE);
    look(session, community, &selection, &Lived::unknown(), &Files::of(session))
}

/// The text of a file, by its path from the community's folder.
type TextOf<'a> = dyn Fn(&str) -> Option<Arc<str>> + Sync + 'a;

/// What stands beside a community's documents.
pub(super) struct Files<'a> {
    /// The files that make the settings, with their texts.
    pub(super) settings: Vec<(String, Arc<str>)>,
    /// What is not read.
    pub(super) odd: Vec<(String, OddFile)>,
    /// What stands at a path that the community does not know.
    pub(super) outside: Box<dyn Fn(&str) -> Outside + Sync + 'a>,
    /// The text of a file that is no document.
    pub(super) text: Box<TextOf<'a>>,
}

impl<'s> Files<'s> {
    /// Those on the disk.
    pub(super) fn of(session: &'s Session) -> Self {
        let folder = session.dir();
        let repository = session.repo().map_or(folder, |repo| repo.root());
        let limit = session.settings().limits.file;
        let absent: BTreeSet<PathBuf> =
            session.repo().map(left_out).unwrap_or_default().into_iter().map(|(path, _)| repository.join(path)).collect();
        let own = session.own_kinds().iter().map(|kind| (kind.path.clone(), Arc::from(kind.text.as_str())));
        Self {
            settings: std::iter::once((FILE.to_owned(), Arc::from(session.settings_text()))).chain(own).collect(),
            odd: session.tree().odd.clone(),
            outside: Box::new(move |path| outside(folder, repository, &absent, path)),
            text: Box::new(move |path| text(&folder.join(path), limit).ok()),
        }
    }
}

/// Lets the rules look at a community, with what is told of it.
pub(super) fn look(session: &Session, community: &Community, selection: &Selection, lived: &Lived<'_>, files: &Files<'_>) -> Report {
    let (own, kinds) = (session.community(), &community.settings.kinds);
    let past = lived.history.map(|(history, authors)| Past {
        history,
        authors,
        people: own.people(),
        kinds: &own.settings.kinds,
        prefix: &lived.prefix,
    });
    let rule_files: Vec<RuleFile> = session.tree().rules.iter().chain(&session.tree().outside).cloned().collect();
    let (root, newest) = (session.repo().map(|repo| repo.root().to_owned()), OnceLock::new());
    let of_newest = || root.as_deref().map(snapshot::newest).unwrap_or_default();
    let context = Context {
        today: session.today(),
        exists_outside: &*files.outside,
        text: &*files.text,
        changed: &|path| lived.date(path, |life| life.updated),
        created: &|path| lived.date(path, |life| life.created),
        told: &|document| lived.told(&document.path, kinds.at(document.kind)),
        settings: &files.settings,
        odd: &files.odd,
        rule_files: &rule_files,
        newest: &|path| newest.get_or_init(of_newest).get(path).copied(),
        past,
    };
    check(community, &context, selection)
}

/// What stands at a path from the community's folder that leads out of it, or to a name that begins with `.`.
fn outside(folder: &Path, repository: &Path, absent: &BTreeSet<PathBuf>, path: &str) -> Outside {
    let mut whole = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            Component::ParentDir => drop(whole.pop()),
            Component::CurDir => {}
            part => whole.push(part),
        }
    }
    if !whole.starts_with(repository) {
        return Outside::LeavesRepository;
    }
    // What a sparse checkout leaves out counts as there, with the folders that it stands in.
    let is_absent = || absent.range(whole.clone()..).next().is_some_and(|next| next.starts_with(&whole));
    // Where a link in the repository leads is not followed: that it stands there is enough.
    if whole.symlink_metadata().is_ok() || is_absent() { Outside::Exists } else { Outside::Missing }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::outside;
    use crate::work::checks::Outside;

    #[test]
    fn what_is_outside_is_told_apart() {
        let root = tempfile::tempdir().unwrap();
        let (repository, folder) = (root.path().join("repo"), root.path().join("repo/club"));
        fs::create_dir_all(&folder).unwrap();
        fs::write(repository.join("README.md"), "").unwrap();
        let absent = BTreeSet::from([repository.join("left/out.md")]);
        let outside = |path: &str| outside(&folder, &repository, &absent, path);
        assert_eq!(outside("../left/out.md"), Outside::Exists);
        assert_eq!(outside("../left"), Outside::Exists);
        assert_eq!(outside("../lef"), Outside::Missing);
        assert_eq!(outside("../README.md"), Outside::Exists);
        assert_eq!(outside("../nothing.md"), Outside::Missing);
        assert_eq!(outside("../../x"), Outside::LeavesRepository);
        assert_eq!(outside("../../repository-of-another/x"), Outside::LeavesRepository);
    }
}
