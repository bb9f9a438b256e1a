//! Renamings on one side of a merge that git does not know from an addition and a removal: of a short page, or of one that much else was
//! changed in. What cop renames keeps its old name among its aliases, and by that it is found again.
//!
//! What the other side wrote in the old file goes to the new one, and so do the answers that were given under the old name.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use crate::base::error::Result;
use crate::base::fold::fold;
use crate::base::path::{folder, last};
use crate::base::slug::slug;
use crate::model::document::Document;
use crate::model::history::ObjectId;
use crate::model::kind::{Capability, Kind};
use crate::model::kinds::folders_of_children;
use crate::model::reading::Weight;
use crate::store::git::open::Repo;
use crate::store::git::program::Program;
use crate::store::git::sync::mend::{Held, bring, give_path, held, is_known, is_saved, listed, put};
use crate::store::git::sync::news::{self, Different, Fate};
use crate::work::merge::contents;
use crate::work::session::Session;
use crate::work::write::rename::meanwhile::{self, Was};

/// So many names are tried for an answer.
const NAMES: usize = 1000;

/// What two histories have.
#[derive(Clone, Copy)]
pub(super) struct Sides {
    /// Where they began to differ.
    pub(super) base: ObjectId,
    pub(super) ours: ObjectId,
    pub(super) theirs: ObjectId,
}

/// A document that has another path on one side; paths are from the repository's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Renamed {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) is_ours: bool,
}

/// What was renamed on either side, with the answers that moved along.
///
/// # Errors
/// The repository can't be read.
pub(super) fn find(session: &Session, repo: &Repo, sides: Sides) -> Result<Vec<Renamed>> {
    let mut all = Vec::new();
    for (tip, is_ours) in [(sides.ours, true), (sides.theirs, false)] {
        let different = news::between(repo, Some(sides.base), Some(tip))?;
        all.extend(moves(session, &different).into_iter().map(|(from, to)| Renamed { from, to, is_ours }));
    }
    Ok(all)
}

/// Of what is different on one side, everything that is called otherwise: documents, and the answers and other files that moved with them.
pub(super) fn moves(session: &Session, different: &[Different]) -> Vec<(String, String)> {
    let pairs = pairs(session, different);
    if pairs.is_empty() {
        return pairs;
    }
    let of_fate = |fate: Fate| different.iter().filter(move |different| different.fate == fate).map(|different| different.path.as_str());
    let new: HashSet<&str> = of_fate(Fate::New).collect();
    let handles = handles(session, &pairs);
    let renamed: HashSet<&str> = pairs.iter().map(|(from, _)| from.as_str()).collect();
    let mut all = Vec::new();
    for path in of_fate(Fate::Gone).filter(|path| !renamed.contains(path)) {
        let moved = pairs.iter().find_map(|(from, to)| moved(path, from, to)).unwrap_or_else(|| path.to_owned());
        let renamed = handles.iter().filter(|_| is_child(session, path)).find_map(|(old, new)| called(&moved, old, new));
        let to = renamed.filter(|to| new.contains(to.as_str())).or(Some(moved)).filter(|to| to != path && new.contains(to.as_str()));
        all.extend(to.map(|to| (path.to_owned(), to)));
    }
    all.extend(pairs);
    all
}

/// Where a file in the folder of what belongs to a document goes with it.
pub(super) fn moved(path: &str, from: &str, to: &str) -> Option<String> {
    folders_of_children(from).zip(folders_of_children(to)).find_map(|(old, new)| {
        let rest = path.strip_prefix(old)?.strip_prefix('/')?;
        Some(format!("{new}/{rest}"))
    })
}

/// The path of an answer whose giver has another handle now; `None` where it is another's.
fn called(path: &str, old: &str, new: &str) -> Option<String> {
    let name = last(path);
    let (stem, ending) = name.split_at(name.find('.').unwrap_or(name.len()));
    let number = stem.strip_prefix(old)?;
    let is_number = number.strip_prefix('-').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
    (number.is_empty() || is_number).then(|| format!("{}{new}{number}{ending}", &path[..path.len() - name.len()]))
}

/// The members among what was renamed: their handles before and after.
fn handles(session: &Session, pairs: &[(String, String)]) -> Vec<(String, String)> {
    let is_person = |path: &str| claim(session, path).is_some_and(|kind| kind.has(Capability::Person));
    let handle = |path: &str| last(path).split('.').next().unwrap_or_default().to_owned();
    let people = pairs.iter().filter(|(from, to)| is_person(to) && handle(from) != handle(to));
    people.map(|(from, to)| (handle(from), handle(to))).collect()
}

/// The kind of what stands at a path of the repository, if it is a document.
pub(super) fn claim<'s>(session: &'s Session, path: &str) -> Option<&'s Kind> {
    let kinds = &session.settings().kinds;
    // The document that others belong to may be gone from disk already.
    Some(kinds.at(kinds.claim(path.strip_prefix(&session.prefix())?, &|_| true)?.kind))
}

/// Of what is different on one side, each document that is gone with the one that is called as it was among its aliases.
fn pairs(session: &Session, different: &[Different]) -> Vec<(String, String)> {
    let read = |fate: Fate| -> Vec<(&str, Document)> {
        let of_fate = different.iter().filter(|different| different.fate == fate);
        of_fate.filter_map(|different| Some((different.path.as_str(), document(session, different)?))).collect()
    };
    if !different.iter().any(|different| different.fate == Fate::Gone) {
        return Vec::new();
    }
    let new: Vec<_> = read(Fate::New).into_iter().filter(|(_, document)| !document.values("aliases").is_empty()).collect();
    if new.is_empty() {
        return Vec::new();
    }
    let gone = read(Fate::Gone);
    // What is called as an alias says, by folder and kind: each document by its title, and by its name.
    let mut called: HashMap<(&str, usize, String), BTreeSet<usize>> = HashMap::new();
    for (at, (path, document)) in gone.iter().enumerate() {
        for name in [format!("={}", fold(&document.title)), slug(document.handle())] {
            called.entry((folder(path), document.kind, name)).or_default().insert(at);
        }
    }
    let mut fitting: BTreeMap<usize, Vec<(&str, bool)>> = BTreeMap::new();
    for (path, document) in &new {
        let aliases = document.values("aliases").iter().map(|alias| (slug(&alias.text), format!("={}", fold(&alias.text))));
        let names = aliases.filter(|(slug, _)| !slug.is_empty()).flat_map(|(slug, title)| [slug, title]);
        let olds: BTreeSet<usize> = names.filter_map(|name| called.get(&(folder(path), document.kind, name))).flatten().copied().collect();
        // Two pages that became one are no renaming.
        let is_sure = olds.len() == 1;
        for old in olds {
            fitting.entry(old).or_default().push((path, is_sure));
        }
    }
    let pair = |(old, new): (usize, Vec<(&str, bool)>)| match new.as_slice() {
        [(new, true)] => Some((gone[old].0.to_owned(), (*new).to_owned())),
        _ => None,
    };
    fitting.into_iter().filter_map(pair).collect()
}

/// A file that is different, if it is a document.
fn document(session: &Session, different: &Different) -> Option<Document> {
    let settings = session.settings();
    let path = different.path.strip_prefix(&session.prefix())?;
    let claim = settings.kinds.claim(path, &|path| session.dir().join(path).is_file())?;
    Some(Document::read(path, session.blob(different.blob)?, &claim, settings))
}

/// The three versions of a file that one side renamed and the other changed: base, ours, theirs.
fn versions(repo: &Repo, sides: Sides, renamed: &Renamed) -> Option<[Held; 3]> {
    let (ours, theirs) = if renamed.is_ours { (&renamed.to, &renamed.from) } else { (&renamed.from, &renamed.to) };
    files(repo, sides, [&renamed.from, ours, theirs])
}

/// A file under the paths that it has in the base, here and there; `None` where one of them has no file.
pub(super) fn files(repo: &Repo, sides: Sides, [base, ours, theirs]: [&str; 3]) -> Option<[Held; 3]> {
    let all = [held(repo, sides.base, base)?, held(repo, sides.ours, ours)?, held(repo, sides.theirs, theirs)?];
    all.iter().all(Held::is_file).then_some(all)
}

/// Three versions of a file merged as one that has this path, and how much is left for a person in it.
pub(super) fn merged(repo: &Repo, path: &str, all: &[Held; 3]) -> Option<(Vec<u8>, usize)> {
    contents(repo.root(), all.each_ref().map(|held| held.bytes.as_slice()), path)
}

/// Whether nothing would be left for a person of a file that one side renamed and the other changed.
pub(super) fn is_clean(repo: &Repo, sides: Sides, renamed: &Renamed) -> bool {
    let all = versions(repo, sides, renamed);
    all.and_then(|all| merged(repo, &renamed.to, &all)).is_some_and(|(_, conflicts)| conflicts == 0)
}

/// Puts in order what a merge that is not committed yet made of renamings, and gives all that is called otherwise now. What can't be put in
/// order is left as git left it. `conflicts` are the files that git left.
///
/// # Errors
/// git can't be started, or a file can't be written.
pub(super) fn mend(session: &Session, program: &Program<'_>, sides: Sides, all: &[Renamed], conflicts: &[String]) -> Result<Vec<Renamed>> {
    let repo = program.repository();
    for renamed in all.iter().filter(|renamed| conflicts.contains(&renamed.from) && !conflicts.contains(&renamed.to)) {
        let Some(versions) = versions(repo, sides, renamed) else { continue };
        let Some((bytes, left)) = merged(repo, &renamed.to, &versions) else { continue };
        if is_saved(program, &renamed.to)? {
            let [base, ours, theirs] = &versions;
            bring(program, &renamed.from, &renamed.to, &bytes, (left > 0).then_some([base, ours, theirs]))?;
        }
    }
    let known: HashSet<String> = listed(repo, "").into_iter().collect();
    let mut done: Vec<Renamed> =
        all.iter().filter(|renamed| !is_known(repo, &renamed.from) && known.contains(&renamed.to)).cloned().collect();
    for is_ours in [true, false] {
        let own: Vec<(String, String)> =
            done.iter().filter(|renamed| renamed.is_ours == is_ours).map(|renamed| (renamed.from.clone(), renamed.to.clone())).collect();
        if own.is_empty() {
            continue;
        }
        let handles = handles(session, &own);
        let writer = if is_ours { sides.theirs } else { sides.ours };
        let written = news::between(repo, Some(sides.base), Some(writer))?;
        for path in written.into_iter().filter(|written| written.fate == Fate::New).map(|written| written.path) {
            let moved = own
                .iter()
                .find_map(|(from, to)| moved(&path, from, to))
                .filter(|_| is_child(session, &path) || claim(session, &path).is_none());
            let beside = moved.clone().unwrap_or_else(|| path.clone());
            let renamed = handles.iter().filter(|_| is_child(session, &path)).find_map(|(old, new)| called(&beside, old, new));
            let Some(wanted) = renamed.or(moved) else { continue };
            // git itself may have moved it with the folder that it stands in.
            let now = [&path, &beside].into_iter().find(|path| known.contains(*path));
            let to = match now {
                Some(now) if *now == wanted => Some(wanted),
                Some(now) => match free(repo, &wanted) {
                    Some(to) if give_path(program, now, &to)? => Some(to),
                    _ => None,
                },
                None => None,
            };
            done.extend(to.map(|to| Renamed { from: path, to, is_ours }));
        }
    }
    Ok(done)
}

/// Brings what was written on one side after what was renamed on the other: in every file that is merged and has no edits of the person's.
/// How many references that were.
///
/// # Errors
/// git can't be started, or a file can't be written.
pub(super) fn follow(session: &Session, program: &Program<'_>, sides: Sides, done: &[Renamed]) -> Result<(usize, usize)> {
    let repo = program.repository();
    let session = session.anew()?;
    if done.is_empty() || session.faults().iter().any(|fault| fault.weight == Weight::Error) {
        return Ok((0, 0));
    }
    let prefix = session.prefix();
    let was = |renamed: &Renamed| {
        let (from, to) = (renamed.from.strip_prefix(&prefix)?.to_owned(), renamed.to.strip_prefix(&prefix)?.to_owned());
        let text = held(repo, sides.base, &renamed.from).and_then(|held| String::from_utf8(held.bytes).ok());
        Some(Was { from, to, text: text.map(Into::into) })
    };
    let all: Vec<Was> = done.iter().filter_map(was).collect();
    let known: HashSet<String> = listed(repo, &prefix).into_iter().collect();
    let (mut files, mut count) = (0, 0);
    for followed in meanwhile::follow(&session, &all, &|path| known.contains(&format!("{prefix}{path}"))) {
        let path = format!("{prefix}{}", followed.path);
        if put(program, &path, followed.text.as_bytes())? {
            files += 1;
            count += followed.count;
        }
    }
    Ok((files, count))
}

/// Whether a file is one of those that belong to a document.
fn is_child(session: &Session, path: &str) -> bool {
    claim(session, path).is_some_and(|kind| kind.parent.is_some())
}

/// The path, or the same with a number, that is not taken.
fn free(repo: &Repo, path: &str) -> Option<String> {
    let name = last(path);
    let dot = path.len() - name.len() + name.find('.').unwrap_or(name.len());
    let (stem, ending) = path.split_at(dot);
    let is_free = |path: &String| !is_known(repo, path) && !repo.root().join(Path::new(path)).exists();
    (1..NAMES).map(|count| if count == 1 { path.to_owned() } else { format!("{stem}-{count}{ending}") }).find(is_free)
}
