//! What merges did themselves: a page that differs from all parents may still be nothing but what they have, put together.
//!
//! Front matter is compared field by field, the text line by line. What stands in a parent is that parent's, and so is what it left out;
//! only what no parent has, or all of them had, is the work of whoever merged.

use std::collections::{BTreeSet, HashMap, HashSet};

use git2::{DiffOptions, Odb, OdbObject, Patch};

use super::assemble::Seen;
use super::bends::Bends;
use super::graph::{Graph, Node};
use super::reader::Reader;
use super::trees::find;
use crate::base::limits::Limits;
use crate::model::history::{Change, ChangeKind, Facts, ObjectId, Other, PagePath};
use crate::text::front::nodes::Node as Field;
use crate::text::front::{self, Front};

/// A larger page is taken to be the work of whoever merged it.
const SIZE: usize = 8 << 20;
/// So many earlier paths of a page are looked for.
const PATHS: usize = 16;

/// Marks what merges only put together, and adds what a page was in parents that have it under another path.
pub(super) fn judge(graph: &Graph, known: &Facts, stores: &[Odb<'_>], bends: &Bends, seen: &mut Seen) {
    let parents = |change: &Change| graph.nodes.get(change.commit as usize).map_or(&[][..], |node| &node.parents);
    let merged = |(_, change): &(usize, &Change)| change.kind == ChangeKind::Modified && parents(change).len() > 1;
    let merged: Vec<usize> = seen.changes.iter().enumerate().filter(merged).map(|(at, _)| at).collect();
    let (Some(store), false) = (stores.first(), merged.is_empty()) else { return };
    let reader = Reader::new(store, &bends.replaced);
    let mut earlier = None;
    let mut elsewhere = Vec::new();
    for at in merged {
        let change = seen.changes[at];
        let mut olds: Vec<ObjectId> = change.old.into_iter().chain(others(&seen.others, &change)).collect();
        if olds.len() < parents(&change).len() {
            let earlier = earlier.get_or_insert_with(|| Earlier::of(known, seen));
            let nodes = parents(&change).iter().filter_map(|&parent| graph.nodes.get(parent));
            let more: Vec<_> = nodes.filter_map(|node| elsewhere_in(node, &reader, &seen.paths[change.path as usize], earlier)).collect();
            elsewhere.extend(more.iter().map(|&old| Other { commit: change.commit, path: change.path, old }));
            olds.extend(more);
        }
        if change.new.is_some_and(|new| !did_anything(new, &olds, &reader)) {
            seen.changes[at].kind = ChangeKind::Merged;
        }
    }
    seen.others.extend(elsewhere);
    seen.others.sort_by_key(|other| (other.commit, other.path));
    seen.missing.extend(reader.into_missing());
}

fn key(change: &Change) -> (u32, u32) {
    (change.commit, change.path)
}

/// What the page of a change was in the parents beside the first that has it.
fn others<'o>(all: &'o [Other], change: &Change) -> impl Iterator<Item = ObjectId> + 'o {
    let key = key(change);
    let from = all.partition_point(|other| (other.commit, other.path) < key);
    all.iter().skip(from).take_while(move |other| (other.commit, other.path) == key).map(|other| other.old)
}

/// Under which paths pages were before they were renamed, in all commits.
struct Earlier(HashMap<Vec<u8>, BTreeSet<Vec<u8>>>);

impl Earlier {
    fn of(known: &Facts, seen: &Seen) -> Self {
        let mut paths: HashMap<Vec<u8>, BTreeSet<Vec<u8>>> = HashMap::new();
        let mut add = |path: Option<&[u8]>, from: Option<&[u8]>| {
            if let (Some(path), Some(from)) = (path, from) {
                paths.entry(path.to_vec()).or_default().insert(from.to_vec());
            }
        };
        let then = |path: u32| known.paths.get(path as usize).map(PagePath::bytes);
        let now = |path: u32| seen.paths.get(path as usize).map(Vec::as_slice);
        known.changes.iter().filter_map(|change| Some((change.path, change.from?))).for_each(|(path, from)| add(then(path), then(from)));
        seen.changes.iter().filter_map(|change| Some((change.path, change.from?))).for_each(|(path, from)| add(now(path), now(from)));
        Self(paths)
    }

    /// Those of one path, the nearest first.
    fn paths(&self, path: &[u8]) -> Vec<&[u8]> {
        let mut found: Vec<&[u8]> = Vec::new();
        let mut next = Some(path);
        while let Some(path) = next {
            for from in self.0.get(path).into_iter().flatten().map(Vec::as_slice) {
                if found.len() < PATHS && !found.contains(&from) {
                    found.push(from);
                }
            }
            let at = found.iter().position(|from| *from == path).map_or(0, |at| at + 1);
            next = found.get(at).copied();
        }
        found
    }
}

/// What a page is in a parent that does not have it at its path, but at one that it had before.
fn elsewhere_in(parent: &Node, reader: &Reader<'_>, path: &[u8], earlier: &Earlier) -> Option<ObjectId> {
    let paths = earlier.paths(path);
    if paths.is_empty() {
        return None;
    }
    // The tree of a commit that was known before is not kept.
    let tree = if parent.known.is_none() { parent.raw.tree } else { reader.commit(parent.id)?.tree };
    find(reader, tree, path).is_none().then(|| paths.iter().find_map(|path| find(reader, tree, path))).flatten()
}

/// Whether a page has anything that is in no version before it, or lacks what is in all; true where that can't be known.
fn did_anything(new: ObjectId, olds: &[ObjectId], reader: &Reader<'_>) -> bool {
    if olds.len() < 2 || olds.contains(&new) {
        return !olds.contains(&new);
    }
    let read = |id: ObjectId| reader.blob(id, SIZE);
    let Some(new) = read(new) else { return true };
    let Some(olds) = olds.iter().map(|&old| read(old)).collect::<Option<Vec<_>>>() else { return true };
    let olds: Vec<&[u8]> = olds.iter().map(OdbObject::data).collect();
    is_new(new.data(), &olds)
}

/// The same of what they hold.
fn is_new(new: &[u8], olds: &[&[u8]]) -> bool {
    let all = std::iter::once(&new).chain(olds).map(|text| Version::of(text)).collect::<Option<Vec<_>>>();
    // Where front matter can't be read it is text like the rest.
    let Some((new, olds)) = all.as_deref().and_then(<[Version<'_>]>::split_first) else { return has_new_lines(new, olds) };
    let keys: BTreeSet<&str> = std::iter::once(new).chain(olds).flat_map(Version::keys).collect();
    let bodies: Vec<&[u8]> = olds.iter().map(Version::body).collect();
    keys.into_iter().any(|key| is_new_field(new.field(key), &olds.iter().map(|old| old.field(key)).collect::<Vec<_>>()))
        || has_new_lines(new.body(), &bodies)
}

/// A page whose front matter reads well.
struct Version<'t> {
    text: &'t str,
    front: Front,
}

impl<'t> Version<'t> {
    fn of(text: &'t [u8]) -> Option<Self> {
        let text = std::str::from_utf8(text).ok()?;
        let front = front::read(text, &Limits::default());
        let is_fine = front.problems.is_empty() && front.root.as_ref().is_none_or(|root| root.entries().is_some());
        is_fine.then_some(Self { text, front })
    }

    fn keys(&self) -> impl Iterator<Item = &str> {
        self.front.root.as_ref().and_then(Field::entries).into_iter().flatten().map(|entry| entry.key.as_str())
    }

    fn field(&self, key: &str) -> Option<&Field> {
        self.front.get(key).filter(|field| !field.is_null())
    }

    fn body(&self) -> &[u8] {
        self.text.get(self.front.body..).unwrap_or_default().as_bytes()
    }
}

/// Whether a field has a value that no version before has; a list is a set, and new only if something in it is, or nobody had left out what it lacks.
fn is_new_field(new: Option<&Field>, olds: &[Option<&Field>]) -> bool {
    let json = |field: Option<&Field>| field.map(Field::to_json);
    let is = json(new);
    if olds.iter().any(|old| json(*old) == is) {
        return false;
    }
    let items = |field: Option<&Field>| match field {
        None => Some(Vec::new()),
        Some(field) => Some(field.items()?.iter().map(Field::to_json).collect()),
    };
    let lists: Option<Vec<Vec<_>>> = olds.iter().map(|old| items(*old)).collect();
    let (Some(new), Some(olds)) = (items(new), lists) else { return true };
    let is_added = new.iter().any(|item| !olds.iter().any(|old| old.contains(item)));
    let is_lost = |item| !new.contains(item) && olds.iter().all(|old| old.contains(item));
    is_added || olds.iter().flatten().any(is_lost)
}

/// Lines that took the place of others.
struct Hunk<'t> {
    /// The first line, from 0.
    start: usize,
    /// How many lines.
    count: usize,
    /// The lines that went.
    lost: HashSet<&'t [u8]>,
}

/// Of hunks in their order, those that touch the lines from one to another.
fn near<'h, 't>(hunks: &'h [Hunk<'t>], from: usize, to: usize) -> &'h [Hunk<'t>] {
    let after = hunks.get(hunks.partition_point(|hunk| hunk.start + hunk.count < from)..).unwrap_or_default();
    after.get(..after.partition_point(|hunk| hunk.start <= to)).unwrap_or_default()
}

/// Whether a text has lines that no version before has at that place, or lacks what all of them have there.
fn has_new_lines(new: &[u8], olds: &[&[u8]]) -> bool {
    let Some(hunks) = olds.iter().map(|old| hunks(old, new)).collect::<Option<Vec<_>>>() else { return true };
    let Some((first, rest)) = hunks.split_first() else { return false };
    let lines: Vec<&[u8]> = new.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).collect();
    first.iter().any(|hunk| {
        let (from, to) = (hunk.start, hunk.start + hunk.count);
        let in_all =
            |from: usize, to: usize, holds: &dyn Fn(&Hunk<'_>) -> bool| rest.iter().all(|hunks| near(hunks, from, to).iter().any(holds));
        let mut added = (from..to).filter(|&line| lines.get(line).is_some_and(|line| !line.is_empty()));
        let mut lost = hunk.lost.iter().filter(|line| !line.is_empty());
        added.any(|line| in_all(line, line, &|other| (other.start..other.start + other.count).contains(&line)))
            || lost.any(|line| in_all(from, to, &|other| other.lost.contains(line)))
            || hunk.count == 0 && in_all(from, to, &|other| other.count == 0 && other.start == from)
    })
}

/// What differs; `None` where it can't be told.
fn hunks<'t>(old: &'t [u8], new: &[u8]) -> Option<Vec<Hunk<'t>>> {
    let mut options = DiffOptions::new();
    options.context_lines(0).interhunk_lines(0).force_text(true).ignore_whitespace_eol(true);
    let patch = Patch::from_buffers(old, None, new, None, Some(&mut options)).ok()?;
    let lines: Vec<&[u8]> = old.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).collect();
    (0..patch.num_hunks())
        .map(|at| {
            let (hunk, _) = patch.hunk(at).ok()?;
            // A hunk without lines has the number of the line before it.
            let start = |start: u32, count: u32| if count == 0 { start } else { start.saturating_sub(1) } as usize;
            let (from, count) = (start(hunk.old_start(), hunk.old_lines()), hunk.old_lines() as usize);
            let lost = lines.get(from..from.saturating_add(count)).unwrap_or_default().iter().copied().collect();
            Some(Hunk { start: start(hunk.new_start(), hunk.new_lines()), count: hunk.new_lines() as usize, lost })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::is_new;

    #[test]
    fn a_merge_that_drops_very_many_lines_is_judged_at_once() {
        let text = |words: &[&str]| {
            let lines = (0..60_000).flat_map(|number| words.iter().map(move |word| format!("{word} {number}")));
            lines.collect::<Vec<_>>().join("\n")
        };
        let (one, other, kept) = (text(&["one", "kept"]), text(&["other", "kept"]), text(&["kept"]));
        assert!(!is_new(one.as_bytes(), &[one.as_bytes(), other.as_bytes()]));
        // Of two lines at one place neither was kept.
        assert!(is_new(kept.as_bytes(), &[one.as_bytes(), other.as_bytes()]));
    }

    /// What it is about, whether it is new; the merge and its parents, each as front matter and text.
    type Case = (&'static str, bool, [(&'static str, &'static str); 3]);

    #[test]
    fn what_a_parent_has_is_not_new() {
        let page = |front: &str, text: &str| format!("---\n{front}---\n{text}");
        let cases: [Case; 18] = [
            ("nothing", false, [("a: 1\n", "one\n"), ("a: 1\n", "one\n"), ("a: 1\n", "one\n")]),
            ("a field from each, beside one another", false, [("a: 2\nb: 2\n", ""), ("a: 2\nb: 1\n", ""), ("a: 1\nb: 2\n", "")]),
            ("a third value", true, [("a: 3\nb: 2\n", ""), ("a: 2\nb: 1\n", ""), ("a: 1\nb: 2\n", "")]),
            ("both the same", false, [("a: 2\nb: 2\n", "x\n"), ("a: 2\n", "x\n"), ("a: 2\nb: 2\n", "")]),
            ("a field taken from both", true, [("b: 2\n", ""), ("a: 2\nb: 1\n", ""), ("a: 1\nb: 2\n", "")]),
            ("a field that each took", false, [("c: 1\n", "x\n"), ("a: 1\nc: 1\n", ""), ("b: 1\nc: 1\n", "x\n")]),
            ("other quotes", false, [("a: '2'\nb: 2\n", ""), ("a: 2\nb: 1\n", ""), ("a: 1\nb: 2\n", "")]),
            ("a list of both", false, [("t: [a, b, c]\n", ""), ("t: [a, b]\n", ""), ("t: [a, c]\n", "")]),
            ("a list of more", true, [("t: [a, b, c, d]\n", ""), ("t: [a, b]\n", ""), ("t: [a, c]\n", "")]),
            ("a list of less", true, [("t: [b, c]\n", ""), ("t: [a, b]\n", ""), ("t: [a, c]\n", "")]),
            (
                "lines of both",
                false,
                [("", "1\ntwo\nthree\nfour\n5\n"), ("", "1\ntwo\nthree\nfour\nfive\n"), ("", "one\ntwo\nthree\nfour\n5\n")],
            ),
            ("lines beside one another", false, [("", "one\n2\n3\nfour\n"), ("", "one\n2\nthree\nfour\n"), ("", "one\ntwo\n3\nfour\n")]),
            ("both lines of a conflict", false, [("", "one\n2\nII\nthree\n"), ("", "one\n2\nthree\n"), ("", "one\nII\nthree\n")]),
            ("a third line", true, [("", "one\nzwei\nthree\n"), ("", "one\n2\nthree\n"), ("", "one\nII\nthree\n")]),
            ("neither line", true, [("", "one\nthree\n"), ("", "one\n2\nthree\n"), ("", "one\nII\nthree\n")]),
            ("what both had", true, [("", "one\nx\nfour\n"), ("", "one\ntwo\nx\nfour\n"), ("", "one\ntwo\nthree\nfour\n")]),
            ("a line each", false, [("", "a\none\ntwo\nb\n"), ("", "a\none\ntwo\n"), ("", "one\ntwo\nb\n")]),
            ("a line too many", true, [("", "a\none\nnew\ntwo\nb\n"), ("", "a\none\ntwo\n"), ("", "one\ntwo\nb\n")]),
        ];
        for (name, expected, [new, one, other]) in cases {
            let [new, one, other] = [new, one, other].map(|(front, text)| page(front, text));
            assert_eq!(is_new(new.as_bytes(), &[one.as_bytes(), other.as_bytes()]), expected, "{name}");
            assert_eq!(is_new(new.as_bytes(), &[other.as_bytes(), one.as_bytes()]), expected, "{name}, the other way round");
        }
    }

    #[test]
    fn what_cannot_be_read_is_compared_by_lines() {
        let (one, other) = ("---\na: [\nx: 1\ny: 1\n---\n", "---\na: [\nx: 0\ny: 2\n---\n");
        let is = |new: &str| is_new(new.as_bytes(), &[one.as_bytes(), other.as_bytes()]);
        assert!(!is("---\na: [\nx: 1\ny: 2\n---\n") && is("---\na: [\nx: 3\ny: 2\n---\n"));
        assert!(!is_new(b"\xff1\n\xff2\n", &[b"\xff1\n", b"\xff2\n"]) && is_new(b"\xff3\n", &[b"\xff1\n", b"\xff2\n"]));
    }
}
