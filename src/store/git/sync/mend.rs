//! What is mended in a merge before it is committed, and finishing one that was left to a person.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use git2::build::TreeUpdateBuilder;
use git2::{FileMode, IndexEntry, Oid, RepositoryState};

use super::{Conflict, conflicts, refused};
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files;
use crate::base::limits::Limits;
use crate::base::shell::from_top;
use crate::model::history::ObjectId;
use crate::msg;
use crate::store::git::open::{Repo, oid};
use crate::store::git::program::Program;

/// What git has of a file.
pub struct Held {
    id: Oid,
    mode: i32,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Held {
    /// Whether it is a file, and not a link or a folder.
    pub fn is_file(&self) -> bool {
        self.mode == 0o100_644 || self.mode == 0o100_755
    }
}

/// A file as it is in a commit, by its path from the repository's root; `None` where there is none.
pub fn held(repo: &Repo, commit: ObjectId, path: &str) -> Option<Held> {
    let tree = repo.raw().find_commit(oid(commit)).ok()?.tree().ok()?;
    let entry = tree.get_path(Path::new(path)).ok()?;
    let blob = repo.raw().find_blob(entry.id()).ok()?;
    Some(Held { id: entry.id(), mode: entry.filemode(), bytes: blob.content().to_vec() })
}

/// The files of a folder that the index has, without conflicts; a path with its slash, or all.
pub fn listed(repo: &Repo, folder: &str) -> Vec<String> {
    let Ok(mut index) = repo.raw().index() else { return Vec::new() };
    if index.read(true).is_err() {
        return Vec::new();
    }
    let stage = |entry: &IndexEntry| (entry.flags >> 12) & 3;
    let own = index.iter().filter(|entry| stage(entry) == 0);
    own.filter_map(|entry| String::from_utf8(entry.path).ok()).filter(|path| path.starts_with(folder)).collect()
}

/// Whether a path is in the index, with or without a conflict.
pub fn is_known(repo: &Repo, path: &str) -> bool {
    let Ok(mut index) = repo.raw().index() else { return true };
    if index.read(true).is_err() {
        return true;
    }
    (0..=3).any(|stage| index.get_path(Path::new(path), stage).is_some())
}

/// Whether nothing on the way from the root to a path leads elsewhere.
fn is_inside(repo: &Repo, path: &str) -> bool {
    let full = repo.root().join(path);
    let folders = full.ancestors().skip(1).take_while(|folder| *folder != repo.root());
    folders.into_iter().all(|folder| folder.symlink_metadata().is_ok_and(|about| about.is_dir()))
}

/// What is on disk under a path; `None` where there is no regular file, so that no link is followed and no pipe waited for.
pub fn on_disk(repo: &Repo, path: &str) -> Option<Vec<u8>> {
    is_inside(repo, path).then(|| files::read(&repo.root().join(path), Limits::HIGHEST.file).ok()).flatten()
}

/// Writes a file of the repository, and nothing that a link in its place leads to.
fn write(repo: &Repo, path: &str, bytes: &[u8]) -> Result<()> {
    let full = repo.root().join(path);
    let written = if is_inside(repo, path) { files::rewrite(&full, bytes) } else { Err(files::Unread::NotRegular.into()) };
    written.map_err(|error| Error::io(msg!("merge-unwritten"), &full, &error))
}

/// The versions that a conflict is made of, as many as there are: base, ours, theirs. `None` where one of them is no regular file.
fn versions(repo: &Repo, path: &str) -> Option<[Option<Vec<u8>>; 3]> {
    let mut index = repo.raw().index().ok()?;
    index.read(true).ok()?;
    let mut all = [None, None, None];
    for (version, stage) in all.iter_mut().zip(1..) {
        let Some(entry) = index.get_path(Path::new(path), stage) else { continue };
        if entry.mode != 0o100_644 && entry.mode != 0o100_755 {
            return None;
        }
        *version = Some(repo.raw().find_blob(entry.id).ok()?.content().to_vec());
    }
    Some(all)
}

/// Runs git over paths that mean just themselves.
fn over(program: &Program<'_>, args: &[&str], paths: &[&str]) -> Result<bool> {
    let all = ["--literal-pathspecs"].iter().chain(args).chain(&["--"]).chain(paths);
    Ok(program.run(all)?.fine)
}

/// Whether a file on disk is what the index has.
///
/// # Errors
/// git can't be started.
pub fn is_saved(program: &Program<'_>, path: &str) -> Result<bool> {
    over(program, &["diff", "--quiet"], &[path])
}

/// Puts what was merged where one side has its file now, and takes away the file of the old name. `conflict` has the three versions if something
/// in it is left for a person.
///
/// # Errors
/// git can't be started, or the file can't be written.
pub fn bring(program: &Program<'_>, from: &str, to: &str, bytes: &[u8], conflict: Option<[&Held; 3]>) -> Result<()> {
    write(program.repo, to, bytes)?;
    over(program, &["rm", "--force", "--quiet"], &[from])?;
    let Some(all) = conflict else { return over(program, &["add"], &[to]).map(|_| ()) };
    let mut lines = format!("0 {} 0\t{to}\0", Oid::ZERO_SHA1);
    for (held, stage) in all.into_iter().zip(1..) {
        let _ = write!(lines, "{:o} {} {stage}\t{to}\0", held.mode, held.id);
    }
    note(program.repo, to, bytes);
    program.run_with(["update-index", "-z", "--index-info"], lines.as_bytes()).map(|_| ())
}

/// Tells git what was written into a file where the merge left something to a person: it keeps a tree of that.
fn note(repo: &Repo, path: &str, bytes: &[u8]) -> Option<()> {
    let (raw, file) = (repo.raw(), repo.git_dir().join("AUTO_MERGE"));
    let id = Oid::from_str(fs::read_to_string(&file).ok()?.trim()).ok()?;
    let blob = raw.blob(bytes).ok()?;
    let tree = TreeUpdateBuilder::new().upsert(path, blob, FileMode::Blob).create_updated(raw, &raw.find_tree(id).ok()?).ok()?;
    fs::write(file, format!("{tree}\n")).ok()
}

/// Puts another text into a file that is merged, on disk and in the index; whether it is there. What a person changed in it is not touched.
///
/// # Errors
/// git can't be started, or the file can't be written.
pub fn put(program: &Program<'_>, path: &str, bytes: &[u8]) -> Result<bool> {
    if !is_saved(program, path)? || on_disk(program.repo, path).is_none() {
        return Ok(false);
    }
    write(program.repo, path, bytes)?;
    over(program, &["add"], &[path])
}

/// Gives a file another path, on disk and in the index; whether it has it now.
///
/// # Errors
/// git can't be started.
pub fn give_path(program: &Program<'_>, from: &str, to: &str) -> Result<bool> {
    let target = program.repo.root().join(to);
    if target.parent().is_some_and(|folder| fs::create_dir_all(folder).is_err()) || target.symlink_metadata().is_ok() {
        return Ok(false);
    }
    let is_done = over(program, &["mv"], &[from, to])?;
    // Only where nothing else is in it.
    program.repo.root().join(from).parent().map(fs::remove_dir);
    Ok(is_done)
}

/// Whether git is in the middle of a merge.
pub fn is_under_way(repo: &Repo) -> bool {
    repo.raw().state() == RepositoryState::Merge
}

/// Commits the merge that is under way.
///
/// # Errors
/// A hook says no, or git does.
pub fn commit(program: &Program<'_>) -> Result<()> {
    let ran = program.run(["commit", "--no-edit", "--quiet", "--cleanup=strip"])?;
    if ran.fine { Ok(()) } else { Err(refused(program.repo, &ran)) }
}

/// Tells git of the files in which nothing is left of what a merge could not decide, and gives those where something is.
///
/// Only what a person did counts: a file that is as git left it, or as it was here before, may hide what others wrote.
///
/// # Errors
/// git can't be started.
pub fn solved(program: &Program<'_>) -> Result<Vec<Conflict>> {
    let mut left = Vec::new();
    for conflict in conflicts(program.repo) {
        // Without marks nobody could see that there are two versions: of a picture or a link git has only ours on disk.
        let all = versions(program.repo, &conflict.path).zip(on_disk(program.repo, &conflict.path));
        let is_solved = conflict.has_both && all.is_some_and(|(all, text)| !text.contains(&0) && !is_marked(&all, &text));
        if !is_solved || !is_decided(program, &conflict.path)? || !over(program, &["add"], &[&conflict.path])? {
            left.push(conflict);
        }
    }
    Ok(left)
}

/// Whether a person has chosen what a file is to be. Where there were marks, no marks is a choice; where there were none, as in a file
/// that git takes for no text, only something else than what was here is.
fn is_decided(program: &Program<'_>, path: &str) -> Result<bool> {
    let ran = program.run(["hash-object", "--", path])?;
    let Some(now) = Some(&ran.out).filter(|_| ran.fine).and_then(|out| Oid::from_str(String::from_utf8_lossy(out).trim()).ok()) else {
        return Ok(false);
    };
    let raw = program.repo.raw();
    // What git wrote into the file when it merged.
    let tree = fs::read_to_string(program.repo.git_dir().join("AUTO_MERGE")).ok().and_then(|id| Oid::from_str(id.trim()).ok());
    let entry = tree.and_then(|id| raw.find_tree(id).ok()?.get_path(Path::new(path)).ok());
    if let Some(entry) = entry {
        if entry.id() == now {
            return Ok(false);
        }
        let all = versions(program.repo, path).unwrap_or_default();
        if raw.find_blob(entry.id()).is_ok_and(|blob| is_marked(&all, blob.content())) {
            return Ok(true);
        }
    }
    let ours = raw.index().ok().and_then(|index| index.get_path(Path::new(path), 2)).map(|entry| entry.id);
    Ok(ours.is_some_and(|ours| ours != now))
}

/// Whether git's marks stand in a text; a repository can ask for longer ones than usual.
pub fn has_marks(text: &[u8]) -> bool {
    text.split(|byte| *byte == b'\n').any(|line| {
        [b'<', b'>'].iter().any(|mark| {
            let count = line.iter().take_while(|byte| *byte == mark).count();
            count >= 7 && line.get(count) == Some(&b' ')
        })
    })
}

/// git's marks in a text, and how often each line of them stands there.
fn marks(text: &[u8]) -> HashMap<&[u8], usize> {
    let mut all = HashMap::new();
    for line in text.split(|byte| *byte == b'\n').filter(|line| has_marks(line)) {
        *all.entry(line.trim_ascii_end()).or_default() += 1;
    }
    all
}

/// Whether git's marks stand in what became of these versions. What looks like them and is in ours or theirs too, as in a page about git, is
/// somebody's text.
fn is_marked([_, ours, theirs]: &[Option<Vec<u8>>; 3], text: &[u8]) -> bool {
    let sides: Vec<_> = [ours, theirs].into_iter().flatten().map(|side| marks(side)).collect();
    marks(text).iter().any(|(line, count)| sides.iter().all(|side| side.get(line).is_none_or(|known| known < count)))
}

/// Whether the merge that is under way is one of these commits, or of what they come from.
pub fn is_of(repo: &Repo, tip: Option<ObjectId>) -> bool {
    let heads = fs::read_to_string(repo.git_dir().join("MERGE_HEAD")).unwrap_or_default();
    let is_known = |id: Oid| tip.is_some_and(|tip| oid(tip) == id || repo.raw().graph_descendant_of(oid(tip), id).unwrap_or(false));
    !heads.trim().is_empty() && heads.lines().all(|line| Oid::from_str(line.trim()).is_ok_and(is_known))
}

/// Says behind git's marks in a file whose version is whose. What is no regular file has no marks.
///
/// # Errors
/// The file can't be written.
pub fn label(repo: &Repo, path: &str, upstream: &str, ours: &str, theirs: &str) -> Result<()> {
    let Some((all, bytes)) = versions(repo, path).zip(on_disk(repo, path)) else { return Ok(()) };
    // An example of a conflict is not one.
    let examples: HashSet<&[u8]> = all.iter().flatten().flat_map(|text| marks(text).into_keys()).collect();
    let mut out = Vec::with_capacity(bytes.len() + 64);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let bare = line.trim_ascii_end();
        // What cop writes there, and what git does where cop does not merge.
        let is = |mark: &str, labels: [&str; 2]| labels.iter().any(|label| bare == format!("{mark} {label}").as_bytes());
        let label = if examples.contains(bare) {
            None
        } else if is("<<<<<<<", ["ours", "HEAD"]) {
            Some(format!("<<<<<<< {ours}"))
        } else if is(">>>>>>>", ["theirs", upstream]) {
            Some(format!(">>>>>>> {theirs}"))
        } else {
            None
        };
        match label {
            Some(label) => out.extend(label.as_bytes().iter().chain(&line[bare.len()..])),
            None => out.extend(line),
        }
    }
    if out == bytes { Ok(()) } else { write(repo, path, &out) }
}

/// What stands between git's marks in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The names of fields, each once.
    pub fields: Vec<String>,
    /// Whether something of the text does.
    pub in_text: bool,
    /// The lines that only ours has, and those that only theirs has, without the space around them.
    pub sides: [Vec<String>; 2],
}

/// What stands between git's marks.
pub fn marked(text: &str) -> Marked {
    let mut marked = Marked::default();
    let mut is_front = text.lines().next().is_some_and(|line| line.trim_end() == "---");
    // Ours, what both began with where git was told to show that, theirs.
    let mut part: Option<usize> = None;
    for (at, line) in text.lines().enumerate() {
        is_front &= at == 0 || line.trim_end() != "---" || part.is_some();
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            part = line.starts_with('<').then_some(0);
            marked.in_text |= !is_front && part.is_some();
            continue;
        }
        match part {
            None => continue,
            Some(0) if line.starts_with("|||||||") => part = Some(1),
            Some(0 | 1) if line.starts_with("=======") => part = Some(2),
            Some(side @ (0 | 2)) if !line.trim().is_empty() => marked.sides[side / 2].push(line.trim().to_owned()),
            Some(_) => {}
        }
        let key = line.split_once(':').map(|(key, _)| key).filter(|key| is_front && !key.contains([' ', '#', '"', '\'']));
        if let Some(key) = key.filter(|key| !marked.fields.iter().any(|known| known == key)) {
            marked.fields.push(key.to_owned());
        }
    }
    let [ours, theirs] = &mut marked.sides;
    let both: Vec<String> = ours.iter().filter(|line| theirs.contains(line)).cloned().collect();
    ours.retain(|line| !both.contains(line));
    theirs.retain(|line| !both.contains(line));
    marked
}

/// A merge that is under way, and what it waits for.
pub fn unfinished(repo: &Repo, left: &[Conflict]) -> Error {
    let is_marked = |conflict: &Conflict| {
        let all = versions(repo, &conflict.path).zip(on_disk(repo, &conflict.path));
        all.is_some_and(|(all, text)| is_marked(&all, &text))
    };
    let paths = |which: &dyn Fn(&Conflict) -> bool| -> Vec<&str> {
        left.iter().filter(|conflict| which(conflict)).map(|conflict| conflict.path.as_str()).collect()
    };
    let (marked, whole) = (paths(&|one| one.has_both && is_marked(one)), paths(&|one| one.has_both && !is_marked(one)));
    let removed = paths(&|one| !one.has_both);
    let mut error = Error::new(ErrorKind::Git, msg!("sync-left", count = left.len()));
    if !marked.is_empty() {
        error = error.hint(msg!("sync-left-marks", names = marked.join(", ")));
    }
    if !whole.is_empty() {
        let files: Vec<String> = whole.iter().map(|path| from_top(path)).collect();
        error = error.hint(msg!("sync-left-whole", names = whole.join(", "), files = files.join(" ")));
    }
    if !removed.is_empty() {
        error = error.hint(msg!("sync-left-removed", names = removed.join(", ")));
    }
    error.hint(msg!("write-state-merge-hint"))
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn what_stands_between_marks_is_known_with_whose_it_is() {
        let text = "---\n<<<<<<< ours\nsteward: a\nlang: nl\n=======\nsteward: b\nlang: nl\n>>>>>>> theirs\n---\n\n# A: b\n";
        let found = marked(text);
        assert_eq!(found.fields, ["steward", "lang"]);
        assert_eq!(found.sides, [["steward: a"], ["steward: b"]]);
        assert!(!found.in_text);
        let found = marked(&format!("{text}<<<<<<< ours\nOne: 1.\n||||||| base\nNone.\n=======\n\nTwo.\n>>>>>>> theirs\n"));
        assert_eq!(found.fields, ["steward", "lang"]);
        assert_eq!(found.sides, [["steward: a", "One: 1."], ["steward: b", "Two."]]);
        assert!(found.in_text);
        let found = marked("# A\n\n<<<<<<< ours\nNote: one\n=======\nNote: two\n>>>>>>> theirs\n");
        assert!(found.in_text && found.fields.is_empty());
    }
}
