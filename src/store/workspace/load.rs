//! Reading the files that kinds claim.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

use rayon::prelude::*;

use crate::base::error::told;
use crate::base::files::{self, Unread};
use crate::base::limits::Limits;
use crate::base::problem::Problem;
use crate::model::community::{Community, Source};
use crate::model::document::Document;
use crate::model::history::ObjectId;
use crate::model::kind::Capability;
use crate::model::kinds::Claim;
use crate::model::left_out::{Absent, LeftOut};
use crate::model::person::People;
use crate::model::reading::Fault;
use crate::model::settings::Settings;
use crate::msg;

use super::stat::Stat;

/// A file that a kind claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// The path from the community's root.
    pub path: String,
    /// Its kind and name.
    pub claim: Claim,
}

/// Sorts the paths of a community into those that kinds claim and all others.
pub fn claims<'p>(settings: &Settings, paths: impl Iterator<Item = &'p str>) -> (Vec<Claimed>, BTreeSet<String>) {
    let paths: Vec<&str> = paths.collect();
    let known: HashSet<&str> = paths.iter().copied().collect();
    let claim = |path: &str| settings.kinds.claim(path, &|path| known.contains(path));
    let claims: Vec<Option<Claim>> = paths.par_iter().map(|path| claim(path)).collect();
    let mut claimed = Vec::new();
    let mut others = BTreeSet::new();
    for (path, claim) in paths.into_iter().zip(claims) {
        match claim {
            Some(claim) => claimed.push(Claimed { path: path.to_owned(), claim }),
            None => drop(others.insert(path.to_owned())),
        }
    }
    (claimed, others)
}

/// Reads a whole community from the paths that are in it, but for those that are `left_out` of the work tree.
pub fn community<'p>(
    root: &Path,
    settings: Arc<Settings>,
    faults: Vec<Fault>,
    paths: impl Iterator<Item = &'p str>,
    left_out: &'p BTreeMap<String, ObjectId>,
) -> Community {
    let (claimed, mut others) = claims(&settings, paths.chain(left_out.keys().map(String::as_str)));
    let (absent, claimed): (Vec<Claimed>, Vec<Claimed>) = claimed.into_iter().partition(|file| left_out.contains_key(&file.path));
    others.extend(absent.iter().map(|file| file.path.clone()));
    let absent = absent.into_iter().map(|Claimed { path, claim }| Absent { path, claim }).collect();
    let left_out = LeftOut::new(absent, &settings.kinds);
    let sources = sources(root, claimed, settings.limits.file);
    Community::read(settings, faults, sources, others).without(left_out)
}

/// Reads a whole community from texts that stand elsewhere than on the disk.
pub fn community_of(
    settings: Arc<Settings>,
    faults: Vec<Fault>,
    paths: &[String],
    text: impl Fn(&str) -> Result<Arc<str>, Problem>,
) -> Community {
    let (claimed, others) = claims(&settings, paths.iter().map(String::as_str));
    let source = |Claimed { path, claim }: Claimed| {
        let text = text(&path);
        Source { path, claim, text }
    };
    Community::read(settings, faults, claimed.into_iter().map(source).collect(), others)
}

/// The members whose files are among these paths.
pub fn people<'p>(dir: &Path, settings: &Settings, paths: impl Iterator<Item = &'p str>) -> People {
    let kinds = &settings.kinds;
    let (claimed, _) = claims(settings, paths);
    let members = claimed.into_iter().filter(|claimed| kinds.at(claimed.claim.kind).has(Capability::Person));
    let read = members.filter_map(|member| {
        let text = text(&dir.join(&member.path), settings.limits.file).ok()?;
        Some(Document::read(&member.path, text, &member.claim, settings))
    });
    let read: Vec<Document> = read.collect();
    People::of(read.iter(), kinds)
}

/// Reads a part of a community: these of its files and no others.
pub fn part(root: &Path, settings: Arc<Settings>, claimed: Vec<Claimed>) -> Community {
    let sources = sources(root, claimed, settings.limits.file);
    Community::read(settings, Vec::new(), sources, BTreeSet::new())
}

fn sources(root: &Path, claimed: Vec<Claimed>, limit: u64) -> Vec<Source> {
    let read = |Claimed { path, claim }: Claimed| {
        let text = text(&root.join(&path), limit);
        Source { path, claim, text }
    };
    claimed.into_par_iter().map(read).collect()
}

/// The text of a file, or what is wrong with it.
///
/// Only a regular file is opened, and it is not followed elsewhere if it became a link since it was seen.
pub fn text(path: &Path, limit: u64) -> Result<Arc<str>, Problem> {
    files::read(path, limit).map_err(|unread| unreadable(unread, limit)).and_then(decoded)
}

/// The text of a file that was seen as `seen` below a root, or what is wrong with it; and whether it is that file's, so that the one
/// need not be read again until it looks otherwise.
///
/// Between the look and the reading another file, or a folder on the way to it, may have taken the place of what was seen. What was
/// only written is read as it is now; what stands outside the root, or stood there for a moment, is not.
pub fn text_of(root: &Path, path: &str, seen: Stat, limit: u64) -> (Result<Arc<str>, Problem>, bool) {
    let place = root.join(path);
    match files::open(&place) {
        Ok((file, about)) => {
            let opened = Stat::of(&about);
            if opened != seen && !stands(root, &place, opened) {
                return (Err(unreadable(Unread::NotRegular, limit)), false);
            }
            let text = files::read_open(file, &about, limit).map_err(|unread| unreadable(unread, limit)).and_then(decoded);
            (text, opened == seen)
        }
        Err(unread) => {
            // What may not be read stays so until its mode changes, which shows; all else was no regular file, or is no longer there.
            let closed = matches!(&unread, Unread::Io(error) if error.kind() == io::ErrorKind::PermissionDenied);
            let same = closed && fs::symlink_metadata(&place).is_ok_and(|about| Stat::of(&about) == seen);
            (Err(unreadable(unread, limit)), same)
        }
    }
}

/// Whether a file that was opened stands at a path now, and no link leads to it from below the root.
fn stands(root: &Path, place: &Path, opened: Stat) -> bool {
    let direct = place.parent().is_some_and(|folder| {
        let below = folder.strip_prefix(root).map(|below| root.canonicalize().map(|root| root.join(below)));
        below.is_ok_and(|wanted| wanted.is_ok_and(|wanted| folder.canonicalize().is_ok_and(|folder| folder == wanted)))
    });
    direct && fs::symlink_metadata(place).is_ok_and(|about| about.is_file() && Stat::of(&about).inode == opened.inode)
}

fn unreadable(unread: Unread, limit: u64) -> Problem {
    match unread {
        Unread::Io(error) => Problem::new("unreadable-file", 0..0, msg!("file-unreadable", cause = told(&error))),
        Unread::NotRegular => Problem::new("unreadable-file", 0..0, msg!("file-not-regular")),
        Unread::TooLarge => too_large(limit),
    }
}

/// What is wrong with a file that has more bytes than are read.
pub(in crate::store) fn too_large(limit: u64) -> Problem {
    let help = if limit < Limits::HIGHEST.file { msg!("file-too-large-help") } else { msg!("file-too-large-highest") };
    Problem::new("limit", 0..0, msg!("file-too-large", limit = limit >> 20)).help(help)
}

/// What is wrong with a file whose content is not in this clone.
pub(in crate::store) fn missing() -> Problem {
    Problem::new("unreadable-file", 0..0, msg!("file-not-here"))
}

/// The text of bytes, or what is wrong with them.
pub(in crate::store) fn decoded(bytes: Vec<u8>) -> Result<Arc<str>, Problem> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.into()),
        Err(error) => Err(not_utf8(error.as_bytes(), error.utf8_error().valid_up_to())),
    }
}

fn not_utf8(bytes: &[u8], at: usize) -> Problem {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Problem::new("not-utf8", 0..0, msg!("file-utf16")).help(msg!("settings-not-utf8-help"));
    }
    let line = String::from_utf8_lossy(&bytes[..at]).matches('\n').count() + 1;
    Problem::new("not-utf8", 0..0, msg!("file-not-utf8", line = line)).help(msg!("settings-not-utf8-help"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::text;

    #[test]
    fn what_is_no_text_is_a_problem() {
        let root = tempfile::tempdir().unwrap();
        let file = |name: &str, bytes: &[u8]| {
            let path = root.path().join(name);
            fs::write(&path, bytes).unwrap();
            path
        };
        assert_eq!(&*text(&file("a", "één".as_bytes()), 100).unwrap(), "één");
        assert_eq!(
            text(&file("b", b"a\n\xe9"), 100).unwrap_err().msg.text(crate::base::lang::Lang::En),
            "not UTF-8: line 2 has a byte that is no letter"
        );
        assert_eq!(text(&file("c", b"\xff\xfea\0"), 100).unwrap_err().rule, "not-utf8");
        assert_eq!(text(&file("d", &[b'a'; 101]), 100).unwrap_err().rule, "limit");
        assert_eq!(text(root.path(), 100).unwrap_err().rule, "unreadable-file");
        assert_eq!(text(&root.path().join("nowhere"), 100).unwrap_err().rule, "unreadable-file");
    }
}
