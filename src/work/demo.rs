//! The example community as a git repository with its members' history.
//!
//! `history.yaml` tells who committed what and when. A file stands as it does today, or as today's text with some of it put
//! back (`instead`) and some sections left out (`without`), or with a text of its own (`text`).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::base::clock::moment;
use crate::base::embedded::{example, example_digest};
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::Scratch;
use crate::model::history::Identity;
use crate::msg;
use crate::store::git::replay::{Step, be, has_at_most, replay};
use crate::text::front::typed::typed;

/// The file that tells the history; it is no part of the community.
const HISTORY: &str = "history.yaml";
/// So many communities to try things in are kept; whoever wants to go on with one does so soon.
const KEPT: usize = 3;
/// Who the person is in a community that they try things in: a member like most, who keeps nothing.
const ME: &str = "tomasz";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    people: BTreeMap<String, Who>,
    commits: Vec<Commit>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Who {
    name: String,
    email: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Commit {
    date: String,
    by: String,
    committer: Option<String>,
    message: String,
    #[serde(default)]
    co: Vec<String>,
    #[serde(default)]
    reviewed_by: Vec<String>,
    #[serde(default, rename = "move")]
    moves: Vec<Move>,
    #[serde(default)]
    remove: Vec<String>,
    #[serde(default)]
    files: Vec<Version>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Move {
    from: String,
    to: String,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Version {
    Today(String),
    Then(Then),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Then {
    path: String,
    text: Option<String>,
    #[serde(default)]
    instead: Vec<Instead>,
    #[serde(default)]
    without: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Instead {
    now: String,
    then: String,
}

/// The files of a community while its history is played.
type Files = BTreeMap<String, Vec<u8>>;

/// The history as steps to replay.
fn steps(files: &Files, told: &Told) -> Result<Vec<Step>> {
    let mut now = Files::new();
    told.commits.iter().map(|commit| step(files, told, commit, &mut now)).collect()
}

fn step(files: &Files, told: &Told, commit: &Commit, now: &mut Files) -> Result<Step> {
    let wrong = |what: &str| Error::new(ErrorKind::Internal, msg!("demo-history-wrong", commit = &commit.message, what = what));
    let person = |handle: &str| {
        let who = told.people.get(handle).ok_or_else(|| wrong(handle))?;
        Ok::<_, Error>(Identity { name: who.name.clone(), email: who.email.clone() })
    };
    let mut changes = BTreeMap::new();
    for step in &commit.moves {
        let content = now.remove(&step.from).ok_or_else(|| wrong(&step.from))?;
        changes.insert(step.from.clone(), None);
        changes.insert(step.to.clone(), Some(content.clone()));
        now.insert(step.to.clone(), content);
    }
    for path in &commit.remove {
        now.remove(path).ok_or_else(|| wrong(path))?;
        changes.insert(path.clone(), None);
    }
    for version in &commit.files {
        let (path, content) = content(files, version).map_err(|what| wrong(&what))?;
        changes.insert(path.clone(), Some(content.clone()));
        now.insert(path, content);
    }
    let author = person(&commit.by)?;
    let committer = commit.committer.as_deref().map_or_else(|| Ok(author.clone()), person)?;
    let (time, offset) = moment(&commit.date).ok_or_else(|| wrong(&commit.date))?;
    let mut message = commit.message.trim_end().to_owned() + "\n";
    let trailers = [("Co-authored-by", &commit.co), ("Reviewed-by", &commit.reviewed_by)];
    for (at, (name, handle)) in trailers.iter().flat_map(|(name, list)| list.iter().map(move |handle| (name, handle))).enumerate() {
        let who = person(handle)?;
        let line = format!("{name}: {} <{}>\n", who.name, who.email);
        message.push_str(if at == 0 { "\n" } else { "" });
        message.push_str(&line);
    }
    Ok(Step { author, committer, time, offset, message, changes })
}

/// The path and content of a version of a file; the error is what does not fit.
fn content(files: &Files, version: &Version) -> std::result::Result<(String, Vec<u8>), String> {
    let then = match version {
        Version::Today(path) => return files.get(path).map(|content| (path.clone(), content.clone())).ok_or_else(|| path.clone()),
        Version::Then(then) => then,
    };
    if let Some(text) = &then.text {
        return Ok((then.path.clone(), text.clone().into_bytes()));
    }
    let content = files.get(&then.path).ok_or_else(|| then.path.clone())?;
    let mut text = String::from_utf8_lossy(content).into_owned();
    for Instead { now, then } in &then.instead {
        if text.matches(now.as_str()).count() != 1 {
            return Err(now.clone());
        }
        text = text.replacen(now.as_str(), then, 1);
    }
    for heading in &then.without {
        text = without(&text, heading).ok_or_else(|| heading.clone())?;
    }
    Ok((then.path.clone(), text.into_bytes()))
}

/// A text without the section under a heading, which reaches to the next heading of its level or a higher one.
fn without(text: &str, heading: &str) -> Option<String> {
    let level = |line: &str| {
        let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
        (hashes > 0 && line.as_bytes().get(hashes) == Some(&b' ')).then_some(hashes)
    };
    let (mut kept, mut skipping, mut found, mut fenced) = (String::new(), None, false, false);
    for line in text.split_inclusive('\n') {
        fenced ^= line.starts_with("```");
        if let Some(level) = level(line).filter(|_| !fenced) {
            if skipping.is_some_and(|from| level <= from) {
                skipping = None;
            }
            if skipping.is_none() && line[level..].trim() == heading {
                (skipping, found) = (Some(level), true);
            }
        }
        if skipping.is_none() {
            kept.push_str(line);
        }
    }
    found.then(|| kept.trim_end().to_owned() + "\n")
}

fn told(history: &[u8]) -> Result<Told> {
    typed(&String::from_utf8_lossy(history))
        .map_err(|error| Error::new(ErrorKind::Internal, msg!("demo-history-unreadable")).because(error))
}

/// Makes the example community in a folder that is not there yet or empty.
///
/// # Errors
/// The folder has something in it, or can't be written.
pub fn make(dir: &Path) -> Result<()> {
    let taken = fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some());
    if taken || dir.is_file() {
        let path = dir.to_string_lossy().replace('\\', "/");
        return Err(Error::new(ErrorKind::Usage, msg!("demo-taken", path = path)).hint(msg!("demo-taken-help")));
    }
    let mut files: Files = example().into_iter().collect();
    let told = told(&files.remove(HISTORY).unwrap_or_default())?;
    let steps = steps(&files, &told)?;
    fs::create_dir_all(dir).map_err(|error| Error::io(msg!("folder-unwritable"), dir, &error))?;
    replay(dir, &steps)
}

/// The example community in the user's cache, made at the first use of this version of it.
///
/// # Errors
/// There is no cache folder, or it can't be written.
pub fn cached(cache: Option<&Path>) -> Result<PathBuf> {
    let parent = home(cache)?;
    let dir = parent.join(example_digest());
    if dir.join(".git").is_dir() {
        return Ok(dir);
    }
    let unwritable = |error: &std::io::Error| Error::io(msg!("folder-unwritable"), &parent, error);
    fs::create_dir_all(&parent).map_err(|error| unwritable(&error))?;
    // Made beside it and moved there whole, so that two that begin at once both find a finished one.
    let fresh = Scratch::new_in(&parent).map_err(|error| unwritable(&error))?;
    let made = fresh.path().join("community");
    make(&made)?;
    match fs::rename(&made, &dir) {
        Err(error) if !dir.join(".git").is_dir() => Err(unwritable(&error)),
        _ => Ok(dir),
    }
}

/// A community like the example to write in, made anew in the user's cache: the one that is only read stays as it was made.
///
/// # Errors
/// There is no cache folder, or it can't be written.
pub fn to_write_in(cache: Option<&Path>) -> Result<PathBuf> {
    let parent = home(cache)?.join("tried");
    let unwritable = |error: &std::io::Error| Error::io(msg!("folder-unwritable"), &parent, error);
    fs::create_dir_all(&parent).map_err(|error| unwritable(&error))?;
    let mut tried = tried(&parent);
    let mut number = tried.last().copied().unwrap_or_default();
    let dir = loop {
        number = number.saturating_add(1);
        let dir = parent.join(number.to_string());
        match fs::create_dir(&dir) {
            // Another cop was faster.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && number < u64::MAX => {}
            made => break made.map_err(|error| unwritable(&error)).map(|()| dir)?,
        }
    };
    make(&dir)?;
    be(&dir, &me()?)?;
    tried.push(number);
    let made = told(&history())?.commits.len();
    for old in tried.iter().rev().skip(KEPT).map(|old| parent.join(old.to_string())).filter(|old| !is_lived_in(old, made)) {
        // One that can't be removed now goes another time.
        let _ = fs::remove_dir_all(old);
    }
    Ok(dir)
}

/// Whether somebody went on in a community that was made to try one thing in: there is more than its commit, or something that is in none.
fn is_lived_in(dir: &Path, made: usize) -> bool {
    !has_at_most(dir, made + 1)
}

/// The history of the example, as it is told.
fn history() -> Vec<u8> {
    example().into_iter().find(|(path, _)| path == HISTORY).map(|(_, text)| text).unwrap_or_default()
}

/// Who the person is in a community that they try things in.
///
/// # Errors
/// The example does not know them.
pub fn me() -> Result<Identity> {
    let who = told(&history())?.people.remove(ME);
    let wrong = || Error::new(ErrorKind::Internal, msg!("demo-history-wrong", commit = HISTORY, what = ME));
    who.map(|who| Identity { name: who.name, email: who.email }).ok_or_else(wrong)
}

/// The numbers of the communities in which something was tried, in their order: folders of cop's own, and nothing else.
fn tried(parent: &Path) -> Vec<u64> {
    // What a link leads to is somebody's.
    if fs::symlink_metadata(parent).is_ok_and(|found| found.is_symlink()) {
        return Vec::new();
    }
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let number = |entry: fs::DirEntry| {
        let name = entry.file_name();
        let number: u64 = name.to_str()?.parse().ok()?;
        (number.to_string().as_str() == name && entry.path().join("community.yaml").is_file()).then_some(number)
    };
    let mut numbers: Vec<u64> = folders.filter_map(number).collect();
    numbers.sort_unstable();
    numbers
}

/// Where the examples are in the user's cache.
fn home(cache: Option<&Path>) -> Result<PathBuf> {
    let cache = cache.ok_or_else(|| Error::new(ErrorKind::Io, msg!("demo-no-cache")).hint(msg!("demo-no-cache-help")))?;
    Ok(cache.join("cop").join("demo"))
}

#[cfg(test)]
mod tests {
    use super::{Files, HISTORY, Told, steps, without};
    use crate::base::embedded::example;
    use crate::text::front::typed::typed;

    #[test]
    fn the_history_ends_where_the_folder_stands() {
        let mut files: Files = example().into_iter().collect();
        let told: Told = typed(&String::from_utf8(files.remove(HISTORY).unwrap()).unwrap()).unwrap();
        let steps = steps(&files, &told).unwrap();
        let mut now = Files::new();
        for step in &steps {
            for (path, content) in &step.changes {
                match content {
                    Some(content) => drop(now.insert(path.clone(), content.clone())),
                    None => drop(now.remove(path)),
                }
            }
        }
        assert_eq!(now.keys().collect::<Vec<_>>(), files.keys().collect::<Vec<_>>());
        let different: Vec<_> = now.iter().filter(|(path, content)| files.get(*path) != Some(content)).map(|(path, _)| path).collect();
        assert_eq!(different, Vec::<&String>::new());
        assert!(steps.windows(2).all(|pair| pair[0].time < pair[1].time), "commits are in the order of their dates");
    }

    #[test]
    fn a_section_is_left_out_whole() {
        let text = "# A\n\n## B\n\nb\n\n### C\n\nc\n\n## D\n\nd\n";
        assert_eq!(without(text, "B").as_deref(), Some("# A\n\n## D\n\nd\n"));
        assert_eq!(without(text, "D").as_deref(), Some("# A\n\n## B\n\nb\n\n### C\n\nc\n"));
        assert_eq!(without(text, "E"), None);
    }
}
