//! Trees with other files in them. Every entry that is not ours keeps its bytes, however odd it is.

use std::collections::HashSet;

use git2::{ObjectType, Odb, Oid};

use super::ground::{Entry, FILE, PROGRAM, unreadable};
use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::store::git::commits::RawCommit;
use crate::store::git::open;

/// The mode of a folder in a tree.
const FOLDER: u32 = 0o040_000;

/// A file stands where a folder is needed, or a folder where a file is.
fn in_the_way(name: &str) -> Error {
    Error::new(ErrorKind::Git, msg!("write-tree-clash", name = name)).hint(msg!("write-tree-clash-hint"))
}

/// An object is not what it should be.
fn damaged(id: Oid) -> Error {
    unreadable(git2::Error::from_str(&format!("{id} is damaged")))
}

/// One line of a tree: the mode as it is written, the name, the object.
struct Line {
    mode: Vec<u8>,
    name: Vec<u8>,
    id: Oid,
}

impl Line {
    fn mode(&self) -> u32 {
        std::str::from_utf8(&self.mode).ok().and_then(|text| u32::from_str_radix(text, 8).ok()).unwrap_or_default()
    }

    fn is_folder(&self) -> bool {
        self.mode() == FOLDER
    }

    /// git sorts a folder as if its name ended in `/`.
    fn key(&self) -> (Vec<u8>, Vec<u8>) {
        let slash: &[u8] = if self.is_folder() { b"/" } else { b"" };
        ([&self.name, slash].concat(), self.name.clone())
    }
}

fn lines(odb: &Odb<'_>, id: Oid) -> Result<Vec<Line>> {
    let object = odb.read(id).map_err(unreadable)?;
    let mut rest = object.data();
    let mut lines = Vec::new();
    while !rest.is_empty() {
        let space = rest.iter().position(|byte| *byte == b' ').ok_or_else(|| damaged(id))?;
        let end = rest.iter().position(|byte| *byte == 0).filter(|end| *end > space).ok_or_else(|| damaged(id))?;
        let (head, tail) = rest.split_at(end + 1);
        let (hash, tail) = tail.split_at_checked(20).ok_or_else(|| damaged(id))?;
        lines.push(Line {
            mode: head[..space].to_vec(),
            name: head[space + 1..end].to_vec(),
            id: Oid::from_bytes(hash).map_err(unreadable)?,
        });
        rest = tail;
    }
    Ok(lines)
}

/// The tree of a commit.
pub(super) fn of(odb: &Odb<'_>, commit: Oid) -> Result<Oid> {
    let object = odb.read(commit).map_err(unreadable)?;
    RawCommit::parse(object.data()).map(|commit| open::oid(commit.tree)).ok_or_else(|| damaged(commit))
}

/// The names in a folder of a tree; none where there is no such folder. The empty path is the top.
pub(super) fn names(odb: &Odb<'_>, tree: Oid, folder: &str) -> Result<Vec<Vec<u8>>> {
    let folder = if folder.is_empty() { Some(tree) } else { line(odb, tree, folder)?.filter(Line::is_folder).map(|line| line.id) };
    Ok(folder.map(|id| lines(odb, id)).transpose()?.into_iter().flatten().map(|line| line.name).collect())
}

/// What a tree has under a path: `None` for nothing.
pub(super) fn find(odb: &Odb<'_>, tree: Oid, path: &str) -> Result<Option<Entry>> {
    Ok(line(odb, tree, path)?.map(|line| Entry { id: line.id, mode: canonical(line.mode()) }))
}

/// The mode as git's index has it. Old trees have others for files, such as 100664.
fn canonical(mode: u32) -> u32 {
    match mode {
        mode if mode & 0o170_000 != 0o100_000 => mode,
        mode if mode & 0o100 == 0 => FILE,
        _ => PROGRAM,
    }
}

fn line(odb: &Odb<'_>, tree: Oid, path: &str) -> Result<Option<Line>> {
    let mut parts = path.split('/').peekable();
    let mut id = tree;
    while let Some(part) = parts.next() {
        let Some(line) = lines(odb, id)?.into_iter().find(|line| line.name == part.as_bytes()) else { return Ok(None) };
        if parts.peek().is_none() {
            return Ok(Some(line));
        }
        if !line.is_folder() {
            return Err(in_the_way(part));
        }
        id = line.id;
    }
    Ok(None)
}

/// The folders of a tree on the way to a path, outermost first, without the tree itself.
pub(super) fn folders(odb: &Odb<'_>, tree: Oid, path: &str) -> Result<Vec<Oid>> {
    let ends = path.match_indices('/').map(|(at, _)| at);
    let ids = ends.map(|at| Ok(line(odb, tree, &path[..at])?.filter(Line::is_folder).map(|line| line.id)));
    ids.filter_map(Result::transpose).collect()
}

/// A tree with these files in it or gone, written; folders that are left empty go too. The paths are sorted, and none is below another.
pub(super) fn edit(odb: &Odb<'_>, tree: Option<Oid>, changes: &[(&str, Option<Entry>)]) -> Result<Oid> {
    let bytes = edited(odb, tree, changes)?;
    odb.write(ObjectType::Tree, &bytes).map_err(unreadable)
}

fn edited(odb: &Odb<'_>, tree: Option<Oid>, changes: &[(&str, Option<Entry>)]) -> Result<Vec<u8>> {
    let mut all = tree.map(|id| lines(odb, id)).transpose()?.unwrap_or_default();
    demand_sound(&all)?;
    let mut rest = changes;
    while let Some((path, entry)) = rest.first() {
        let Some((folder, _)) = path.split_once('/') else {
            put(&mut all, path, *entry)?;
            rest = &rest[1..];
            continue;
        };
        let below = |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let count = rest.iter().take_while(|(path, _)| below(path)).count();
        let (inside, others) = rest.split_at(count);
        let inside: Vec<_> = inside.iter().map(|(path, entry)| (&path[folder.len() + 1..], *entry)).collect();
        let at = all.iter().position(|line| line.name == folder.as_bytes());
        let old = match at.and_then(|at| all.get(at)) {
            Some(line) if !line.is_folder() => return Err(in_the_way(folder)),
            line => line.map(|line| line.id),
        };
        let bytes = edited(odb, old, &inside)?;
        if let Some(at) = at {
            all.remove(at);
        }
        if !bytes.is_empty() {
            let id = odb.write(ObjectType::Tree, &bytes).map_err(unreadable)?;
            all.push(Line { mode: b"40000".to_vec(), name: folder.as_bytes().to_vec(), id });
        }
        rest = others;
    }
    all.sort_by_cached_key(Line::key);
    Ok(all.into_iter().flat_map(|line| [&line.mode, &b" "[..], &line.name, b"\0", line.id.as_bytes()].concat()).collect())
}

/// Refuses to write a folder again that git itself would not: every commit of cop's passes `git fsck`.
fn demand_sound(all: &[Line]) -> Result<()> {
    let mut names = HashSet::with_capacity(all.len());
    let is_sound = |name: &[u8]| !matches!(name, b"" | b"." | b"..") && !name.eq_ignore_ascii_case(b".git") && !name.contains(&b'/');
    let Some(odd) = all.iter().find(|line| !is_sound(&line.name) || !names.insert(&line.name)) else { return Ok(()) };
    let name = String::from_utf8_lossy(&odd.name).into_owned();
    Err(Error::new(ErrorKind::Git, msg!("write-tree-odd", name = name)).hint(msg!("write-tree-odd-hint")))
}

fn put(all: &mut Vec<Line>, name: &str, entry: Option<Entry>) -> Result<()> {
    if let Some(at) = all.iter().position(|line| line.name == name.as_bytes()) {
        if all[at].is_folder() {
            return Err(in_the_way(name));
        }
        all.remove(at);
    }
    let line = |entry: Entry| Line { mode: format!("{:o}", entry.mode).into_bytes(), name: name.as_bytes().to_vec(), id: entry.id };
    all.extend(entry.map(line));
    Ok(())
}
