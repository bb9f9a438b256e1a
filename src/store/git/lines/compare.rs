//! Two contents, line by line.

use std::ops::Range;

use git2::{Blob, DiffOptions, Patch};

/// So many lines beside as many are looked at one by one before a real comparison is made.
const FEW: usize = 24;
/// Texts that end alike are compared without that, in blocks of so many bytes.
const BLOCK: usize = 1024;
/// Of so many bytes at the beginning one is NUL in what git takes to be no text.
const HEAD: usize = 8000;

/// Contents that differ in fewer lines than these, before and after together, are quick to compare whatever stands in them.
const EASY: usize = 10_000;

/// How many lines it takes to compare two contents: those from the first that differs to the last; none where that is quick in any case.
///
/// Where many lines are alike the time grows faster than their number.
pub(super) fn effort(old: &[u8], new: &[u8]) -> usize {
    if old.len().saturating_add(new.len()) < EASY {
        return 0;
    }
    let Middle { old, new, .. } = Middle::of(old, new);
    let lines = count(old) + count(new);
    if old.is_empty() || new.is_empty() || lines < EASY { 0 } else { lines }
}

/// Lines that took the place of others, by their numbers from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hunk {
    /// The lines before, possibly none.
    pub(super) old: Range<usize>,
    /// The lines after, possibly none.
    pub(super) new: Range<usize>,
}

/// What a content is compared with.
#[derive(Clone, Copy)]
pub(super) enum Side<'a> {
    /// A content of the repository.
    Blob(&'a Blob<'a>),
    /// Any other.
    Bytes(&'a [u8]),
}

impl<'a> Side<'a> {
    fn bytes(self) -> &'a [u8] {
        match self {
            Self::Blob(blob) => blob.content(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

/// Whether git takes a content to be no text.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    bytes.get(..HEAD).unwrap_or(bytes).contains(&0)
}

/// How many lines a content has; what follows the last line break is one.
pub(super) fn count(bytes: &[u8]) -> usize {
    lines(bytes).count()
}

/// The lines of a content with their line breaks.
pub(super) fn lines(bytes: &[u8]) -> impl DoubleEndedIterator<Item = &[u8]> {
    bytes.split_inclusive(|&byte| byte == b'\n')
}

/// How many lines were added and removed between two texts; `None` where libgit2 can't compare them.
pub(super) fn tally(old: &Blob<'_>, new: &Blob<'_>) -> Option<(usize, usize)> {
    let Middle { old: before, new: after, .. } = Middle::of(old.content(), new.content());
    if before.is_empty() || after.is_empty() {
        return Some((count(after), count(before)));
    }
    let (removed, added) = (count(before), count(after));
    if removed <= FEW && added <= FEW && lines(before).all(|line| lines(after).all(|other| other != line)) {
        return Some((added, removed));
    }
    let mut options = DiffOptions::new();
    let patch = Patch::from_blobs(old, None, new, None, Some(options.context_lines(0)));
    let (_, added, removed) = patch.ok()?.line_stats().ok()?;
    Some((added, removed))
}

/// What two contents have in common at their beginning and, in what is left, at their end, in bytes; whole lines.
fn common(old: &[u8], new: &[u8]) -> (usize, usize) {
    let same = |(one, other): &(&u8, &u8)| one == other;
    let mut start = old.iter().zip(new).take_while(same).count();
    // Where one ends in the middle of the other's line, that line differs.
    if start < old.len() || start < new.len() {
        start = old.get(..start).and_then(|head| head.iter().rposition(|&byte| byte == b'\n')).map_or(0, |at| at + 1);
    }
    let (old, new) = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
    let end = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    // It begins where a line begins in both.
    let is_start = |text: &[u8]| text.len() == end || text.get(text.len() - end - 1) == Some(&b'\n');
    let tail = old.get(old.len() - end..).unwrap_or_default();
    let skip = if is_start(old) && is_start(new) { 0 } else { tail.iter().position(|&byte| byte == b'\n').map_or(tail.len(), |at| at + 1) };
    (start, end - skip)
}

/// What two contents do not have in common, and the lines before and after it.
struct Middle<'a> {
    head: &'a [u8],
    old: &'a [u8],
    new: &'a [u8],
    tail: &'a [u8],
}

impl<'a> Middle<'a> {
    fn of(old: &'a [u8], new: &'a [u8]) -> Self {
        let (start, end) = common(old, new);
        let cut = |text: &'a [u8]| text.get(start..text.len() - end).unwrap_or_default();
        let (head, tail) = (old.get(..start).unwrap_or_default(), old.get(old.len() - end..).unwrap_or_default());
        Self { head, old: cut(old), new: cut(new), tail }
    }

    /// The lines that differ, where they stand together and nothing else than these could be meant: nearly all that people change at once.
    fn alone(&self) -> Option<Vec<Hunk>> {
        let slides = |block: &[u8]| {
            let (first, last) = (lines(block).next(), lines(block).next_back());
            let is_like = |one: Option<&[u8]>, other: Option<&[u8]>| one.zip(other).is_some_and(|(one, other)| is_alike(one, other));
            is_like(last, lines(self.head).next_back()) || is_like(first, lines(self.tail).next())
        };
        if slides(self.old) || slides(self.new) {
            return None;
        }
        let (removed, added) = (count(self.old), count(self.new));
        if removed > 0 && added > 0 {
            let is_much = removed > FEW || added > FEW;
            if is_much || lines(self.old).any(|line| lines(self.new).any(|other| is_alike(line, other))) {
                return None;
            }
        }
        let start = count(self.head);
        let hunk = Hunk { old: start..start + removed, new: start..start + added };
        Some(if removed + added == 0 { Vec::new() } else { vec![hunk] })
    }
}

/// Whether two lines differ in white space at most.
fn is_alike(one: &[u8], other: &[u8]) -> bool {
    let black = |line: &'_ [u8]| line.iter().copied().filter(|byte| !matches!(byte, b' ' | 0x09..=0x0d)).collect::<Vec<u8>>();
    one == other || black(one) == black(other)
}

/// The lines that differ in more than white space, as git has them when it looks who wrote what; `None` where libgit2 can't compare them.
pub(super) fn hunks(old: &Blob<'_>, new: Side<'_>) -> Option<Vec<Hunk>> {
    Middle::of(old.content(), new.bytes()).alone().or_else(|| compared(old, new))
}

/// The same, always as libgit2 has them.
fn compared(old: &Blob<'_>, new: Side<'_>) -> Option<Vec<Hunk>> {
    let mut options = DiffOptions::new();
    options.context_lines(0).force_text(true).ignore_whitespace(true).indent_heuristic(true);
    let (before, after) = without_tail(old.content(), new.bytes());
    let patch = match new {
        // Of what is no blob libgit2 first works out what it would be called.
        Side::Blob(new) if before.len() == old.size() => Patch::from_blobs(old, None, new, None, Some(&mut options)),
        _ => Patch::from_buffers(before, None, after, None, Some(&mut options)),
    };
    let patch = patch.ok()?;
    let side = |start: u32, count: u32| {
        // A side without lines has the number of the line before it.
        let start = if count == 0 { start } else { start.saturating_sub(1) } as usize;
        start..start + count as usize
    };
    (0..patch.num_hunks())
        .map(|at| {
            let (hunk, _) = patch.hunk(at).ok()?;
            Some(Hunk { old: side(hunk.old_start(), hunk.old_lines()), new: side(hunk.new_start(), hunk.new_lines()) })
        })
        .collect()
}

/// Two contents without the blocks in which they end alike, up to the end of a line.
///
/// A line that was put in beside one like it may be either of the two; which one git takes depends on what it has left out here.
fn without_tail<'a>(old: &'a [u8], new: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let blocks = old.rchunks_exact(BLOCK).zip(new.rchunks_exact(BLOCK)).take_while(|(one, other)| one == other).count();
    let tail = old.get(old.len() - blocks * BLOCK..).unwrap_or_default();
    let line = tail.iter().position(|&byte| byte == b'\n').map_or(tail.len(), |at| at + 1);
    let less = |text: &'a [u8]| text.get(..text.len() - (tail.len() - line)).unwrap_or_default();
    (less(old), less(new))
}

#[cfg(test)]
mod tests {
    use git2::{Odb, Patch, Repository};
    use proptest::prelude::*;

    use super::{Hunk, Middle, Side, compared, hunks, lines, tally};

    /// A repository that is nowhere.
    fn nowhere() -> Repository {
        let odb = Odb::new().unwrap();
        odb.add_new_mempack_backend(1).unwrap();
        Repository::from_odb(odb).unwrap()
    }

    fn with<T>(old: &str, new: &str, ask: impl Fn(&git2::Blob<'_>, &git2::Blob<'_>) -> T) -> T {
        let repo = nowhere();
        let blob = |text: &str| repo.find_blob(repo.blob(text.as_bytes()).unwrap()).unwrap();
        ask(&blob(old), &blob(new))
    }

    #[test]
    fn only_much_that_differs_is_an_effort() {
        let text = |word: &str, lines: usize| format!("{word}\n").repeat(lines);
        let (one, other) = (text("one", 6000), text("other", 6000));
        let effort = |old: &str, new: &str| super::effort(old.as_bytes(), new.as_bytes());
        assert_eq!(effort(&one, &other), 12_000);
        assert_eq!((effort(&one, &one), effort("", &one), effort(&one, &(one.clone() + "more\n"))), (0, 0, 0));
        assert_eq!(effort(&text("one", 4000), &text("other", 4000)), 0);
    }

    #[test]
    fn lines_are_counted_as_git_counts_them() {
        let cases = [
            ("", "", (0, 0)),
            ("", "a\nb", (2, 0)),
            ("a\nb\n", "", (0, 2)),
            ("a\nb", "a\nb\n", (1, 1)),
            ("a\n", "a\nb\n", (1, 0)),
            ("a\nb\nc\n", "a\nc\n", (0, 1)),
            ("a\r\nb\r\n", "a\nb\n", (2, 2)),
            ("a\nx\nc\n", "a\ny\nc\n", (1, 1)),
            ("ab\nb\n", "b\n", (0, 1)),
            ("a\na\n", "a\n", (0, 1)),
            ("x\nb", "b", (0, 1)),
        ];
        for (old, new, expected) in cases {
            assert_eq!(with(old, new, tally), Some(expected), "{old:?} {new:?}");
        }
    }

    #[test]
    fn white_space_is_no_difference_between_living_lines() {
        let hunks = |old: &str, new: &str| with(old, new, |old, new| hunks(old, Side::Blob(new)));
        let same = hunks("- a  b\r\nc\n", "-  a b\n\tc");
        assert_eq!(same, Some(Vec::new()));
        let (one, other) = (Hunk { old: 1..1, new: 1..2 }, Hunk { old: 2..3, new: 3..3 });
        let both = hunks("a\nb\nc\n", "a\nx\nb\n");
        assert_eq!(both, Some(vec![one, other]));
    }

    /// The length of the longest common sequence, slowly.
    fn longest<T: PartialEq>(one: &[T], other: &[T]) -> usize {
        let mut row = vec![0; other.len() + 1];
        for line in one {
            let before = row.clone();
            for (at, against) in other.iter().enumerate() {
                row[at + 1] = if line == against { before[at] + 1 } else { row[at].max(before[at + 1]) };
            }
        }
        row[other.len()]
    }

    fn text() -> impl Strategy<Value = String> {
        proptest::collection::vec("[abc]{0,2}\r?\n?", 0..14).prop_map(|lines| lines.concat())
    }

    proptest! {
        #[test]
        fn counts_are_libgit2s_and_never_less_than_what_is_not_common(old in text(), new in text()) {
            let (added, removed) = with(&old, &new, tally).unwrap();
            let whole = |old: &git2::Blob<'_>, new: &git2::Blob<'_>| Patch::from_blobs(old, None, new, None, None).unwrap().line_stats().unwrap();
            let (_, more, less) = with(&old, &new, whole);
            prop_assert_eq!((added, removed), (more, less));
            // Lines that stand often are not always matched as well as they could be.
            let (before, after): (Vec<_>, Vec<_>) = (lines(old.as_bytes()).collect(), lines(new.as_bytes()).collect());
            let common = longest(&before, &after);
            prop_assert!(added >= after.len() - common && removed >= before.len() - common);
            prop_assert_eq!(added + before.len(), removed + after.len());
        }

        #[test]
        fn what_is_not_in_common_is_whole_lines(old in text(), new in text()) {
            let Middle { old: before, new: after, .. } = Middle::of(old.as_bytes(), new.as_bytes());
            let (kept, kept_too) = (old.len() - before.len(), new.len() - after.len());
            prop_assert_eq!(kept, kept_too);
            // With what was left out on both sides the texts are whole again, at one place and with whole lines.
            let whole: Vec<_> = lines(old.as_bytes()).collect();
            let middle: Vec<_> = lines(before).collect();
            prop_assert!(middle.is_empty() || whole.windows(middle.len()).any(|part| part == middle));
        }

        #[test]
        fn what_is_no_hunk_is_the_same_but_for_white_space(old in text(), new in text(), tail in 0..300_usize) {
            let tail = "the same\n".repeat(tail);
            let (old, new) = (old + &tail, new + &tail);
            let found = with(&old, &new, |old, new| hunks(old, Side::Bytes(new.content()))).unwrap();
            // What is found without libgit2, and from blobs, is the same.
            prop_assert_eq!(&found, &with(&old, &new, |old, new| compared(old, Side::Blob(new))).unwrap());
            prop_assert_eq!(&found, &with(&old, &new, |old, new| compared(old, Side::Bytes(new.content()))).unwrap());
            let bare = |text: &str| lines(text.as_bytes()).map(|line| line.iter().filter(|byte| !byte.is_ascii_whitespace()).copied().collect::<Vec<_>>()).collect::<Vec<_>>();
            let (before, after) = (bare(&old), bare(&new));
            let (mut from, mut to) = (0, 0);
            for hunk in found.iter().chain([&Hunk { old: before.len()..before.len(), new: after.len()..after.len() }]) {
                prop_assert_eq!(&before[from..hunk.old.start], &after[to..hunk.new.start]);
                (from, to) = (hunk.old.end, hunk.new.end);
            }
        }
    }
}
