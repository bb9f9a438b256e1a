//! What git ignores, as its own rules say: `.gitignore` at every level, `info/exclude`, and the user's own list.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::base::files::{self, Unread};
use crate::base::lang::Msg;
use crate::msg;

use super::stat::Stat;

/// The name of the files that say what git ignores below them.
pub const FILE: &str = ".gitignore";

/// The largest file of rules that is read, in bytes.
pub const LARGEST: u64 = 256 << 10;

/// The longest pattern, in bytes: as long as the longest path.
const LONGEST: usize = 4096;

/// So many bytes of rules are read for one community, all files together: compiled they take 250 times as much memory.
pub const LARGEST_TOTAL: u64 = 1 << 20;

/// Where the rules come from that do not stand below the community's root. Without any, only files below it count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulePlaces {
    /// The work tree's root, if the community stands in one: every `.gitignore` from there down to the community counts.
    pub work_tree: Option<PathBuf>,
    /// `info/exclude` in the common git folder.
    pub exclude: Option<PathBuf>,
    /// The file that `core.excludesFile` names, or its default place.
    pub excludes_file: Option<PathBuf>,
    /// `core.ignoreCase`.
    pub ignore_case: bool,
}

/// A file of rules as it was when it was read; `None` if it was not there.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct RuleFile {
    /// The path, from the community's root if the file stands below it.
    pub path: String,
    /// What it was.
    pub stat: Option<Stat>,
    /// What is wrong with it.
    pub trouble: Option<RuleTrouble>,
}

/// Why what a file of rules says does not count, or not all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum RuleTrouble {
    /// It is too large to be read. Anything below its folder might be what it means, so nothing there is read.
    TooLarge,
    /// With the other files of rules it is too much to be read; the same follows.
    TooMany,
    /// The pattern on this line, the first of its kind, is too large to be used; the other lines count.
    Line(u32),
}

impl RuleTrouble {
    /// Whether nothing below the file's folder is read because of it.
    pub fn hides(self) -> bool {
        matches!(self, Self::TooLarge | Self::TooMany)
    }

    /// What is wrong.
    pub fn msg(self) -> Msg {
        match self {
            Self::TooLarge => msg!("ignore-too-large", limit = LARGEST >> 10),
            Self::TooMany => msg!("ignore-too-many", limit = LARGEST_TOTAL >> 10),
            Self::Line(line) => msg!("ignore-line", line = line),
        }
    }

    /// What to do about it.
    pub fn help(self) -> Msg {
        if self.hides() { msg!("ignore-too-large-help") } else { msg!("ignore-line-help") }
    }
}

/// The rules that hold in a folder: its own, and behind them those of the folders above.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    /// Its own, those that count for more later.
    own: Vec<Gitignore>,
    /// How many bytes of a path from the work tree's root lead to the folder whose rules these are.
    base: usize,
    above: Option<Arc<Self>>,
}

impl RulePlaces {
    /// The files outside a community's root that say what is ignored in it, the weakest first, each with how many bytes of a
    /// path from the work tree's root lead to the folder that it speaks of.
    fn files(&self, root: &Path) -> Vec<(PathBuf, usize)> {
        let mut files: Vec<_> = [&self.excludes_file, &self.exclude].into_iter().flatten().map(|file| (file.clone(), 0)).collect();
        if let Some(top) = &self.work_tree {
            let mut folder = top.clone();
            let mut base = 0;
            for part in self.prefix(root).split_terminator('/') {
                files.push((folder.join(FILE), base));
                folder.push(part);
                base += part.len() + 1;
            }
        }
        files
    }

    /// The path from the work tree's root to the community's, with its slash; empty where they are one.
    fn prefix(&self, root: &Path) -> String {
        let below = self.work_tree.as_deref().and_then(|top| root.strip_prefix(top).ok());
        let parts = below.into_iter().flat_map(Path::iter);
        parts.fold(String::new(), |path, part| path + &part.to_string_lossy() + "/")
    }

    /// What those files are now.
    pub(super) fn look(&self, root: &Path) -> Vec<(String, Option<Stat>)> {
        let look = |(file, _): (PathBuf, usize)| (file.to_string_lossy().into_owned(), look(&file));
        self.files(root).into_iter().map(look).collect()
    }
}

/// What a file of rules is now. As git does, a link is not followed below the work tree; a list of the user's own may be one.
pub(super) fn look(file: &Path) -> Option<Stat> {
    let metadata = if file.ends_with(FILE) { fs::symlink_metadata(file) } else { fs::metadata(file) };
    metadata.as_ref().map(Stat::of).ok()
}

/// The rules that hold at the community's root from outside it.
#[derive(Debug, Default)]
pub(super) struct Outside {
    /// The rules.
    pub rules: Option<Arc<Rules>>,
    /// The path from the work tree's root to the community's, with its slash; empty where they are one.
    pub prefix: String,
    /// The files that were looked for, by their whole paths.
    pub files: Vec<RuleFile>,
    /// Whether letters count whatever their case.
    pub ignore_case: bool,
    /// Whether one of those files can't be read whole, so that anything might be ignored.
    pub hides: bool,
    /// How many bytes of rules were read so far, or would have been.
    spent: AtomicU64,
}

/// What a file of rules gave.
pub(super) struct Reading {
    /// The rules that hold now.
    pub rules: Option<Arc<Rules>>,
    /// What the file is.
    pub stat: Option<Stat>,
    /// What is wrong with it.
    pub trouble: Option<RuleTrouble>,
}

impl Outside {
    /// Reads the rules that lie outside a community's root.
    pub(super) fn read(root: &Path, places: &RulePlaces) -> Self {
        let mut outside = Self { prefix: places.prefix(root), ignore_case: places.ignore_case, ..Self::default() };
        for (file, base) in places.files(root) {
            let above = outside.rules.take();
            let Reading { rules, stat, trouble } = outside.add(&file, base, above);
            outside.rules = rules;
            outside.hides |= trouble.is_some_and(RuleTrouble::hides);
            outside.files.push(RuleFile { path: file.to_string_lossy().into_owned(), stat, trouble });
        }
        outside
    }

    /// Whether there were more rules than are read. Which files were read then depends on the order in which they came.
    pub(super) fn is_spent(&self) -> bool {
        self.spent.load(Ordering::Relaxed) > LARGEST_TOTAL
    }

    /// The rules in a folder below the root that has a `.gitignore`, on top of those of the folder above it.
    pub(super) fn below(&self, file: &Path, folder: &str, above: Option<Arc<Rules>>) -> Reading {
        let base = self.prefix.len() + if folder.is_empty() { 0 } else { folder.len() + 1 };
        self.add(file, base, above)
    }

    /// Reads a file of rules; one that is missing, no regular file, or without a rule adds nothing.
    fn add(&self, file: &Path, base: usize, above: Option<Arc<Rules>>) -> Reading {
        let stat = look(file);
        let itself = if file.ends_with(FILE) { Some(file.to_owned()) } else { file.canonicalize().ok() };
        let text = match itself.map(|file| files::read(&file, LARGEST)) {
            Some(Err(Unread::TooLarge)) => return Reading { rules: above, stat, trouble: Some(RuleTrouble::TooLarge) },
            Some(Ok(text)) => text,
            Some(Err(_)) | None => return Reading { rules: above, stat, trouble: None },
        };
        let length = text.len() as u64;
        if self.spent.fetch_add(length, Ordering::Relaxed).saturating_add(length) > LARGEST_TOTAL {
            return Reading { rules: above, stat, trouble: Some(RuleTrouble::TooMany) };
        }
        let (own, bad) = patterns(&text, self.ignore_case);
        let rules = if own.is_empty() { above } else { Some(Arc::new(Rules { own, base, above })) };
        Reading { rules, stat, trouble: bad.map(RuleTrouble::Line) }
    }
}

impl Rules {
    /// Whether git ignores a path, which counts from the work tree's root and stands in the folder of these rules or below it.
    pub(super) fn ignores(&self, path: &str, is_folder: bool) -> bool {
        let mut rules = Some(self);
        while let Some(level) = rules {
            let path = path.get(level.base..).unwrap_or(path);
            for own in level.own.iter().rev() {
                match own.matched(path, is_folder) {
                    Match::Ignore(_) => return true,
                    Match::Whitelist(_) => return false,
                    Match::None => {}
                }
            }
            rules = level.above.as_deref();
        }
        false
    }
}

/// What one text of rules says.
pub struct Lines(Vec<Gitignore>);

/// What a text of rules says of a file.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    /// Nothing: whatever other texts say.
    Nothing,
    /// That git ignores it, or a folder that it is in, by this line.
    Ignored(String),
    /// That git does not, whatever the texts above say.
    Kept,
}

impl Lines {
    /// Reads it.
    pub fn of(text: &str) -> Self {
        Self(patterns(text.as_bytes(), false).0)
    }

    /// What it says of a file and the folders that it is in; the path counts from the folder of the rules.
    pub fn of_path(&self, path: &str) -> Said {
        let mut said = Said::Nothing;
        let folders = path.match_indices('/').map(|(at, _)| (path.get(..at).unwrap_or_default(), true));
        for (part, is_folder) in folders.chain([(path, false)]) {
            let decided = self.0.iter().rev().map(|set| set.matched(part, is_folder)).find(|found| !found.is_none());
            match decided {
                Some(Match::Ignore(line)) => return Said::Ignored(line.original().replace("\\{", "{").replace("\\}", "}")),
                Some(_) => said = Said::Kept,
                None => {}
            }
        }
        said
    }
}

/// The patterns of a text, and the first line of which the pattern is too large to be used.
fn patterns(text: &[u8], ignore_case: bool) -> (Vec<Gitignore>, Option<u32>) {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let lines = (1..).zip(text.split(|byte| *byte == b'\n'));
    let lines: Vec<(u32, String)> = lines
        .filter_map(|(number, line)| Some((number, without_braces(std::str::from_utf8(line).ok()?.trim_end_matches('\r')))))
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let (mut sets, mut bad) = (Vec::new(), None);
    // Patterns are compiled together, and if that is too much, in halves; the parts that wait are in order, the next on top.
    let mut waiting = vec![&lines[..]];
    while let Some(part) = waiting.pop() {
        match (compiled(part, ignore_case), part) {
            (Some(set), _) if set.is_empty() => {}
            (Some(set), _) => sets.push(set),
            (None, [(number, _)]) => bad = bad.or(Some(*number)),
            (None, _) => {
                let (first, second) = part.split_at(part.len() / 2);
                waiting.extend([second, first]);
            }
        }
    }
    (sets, bad)
}

/// The patterns of some lines; `None` if they are too large together.
fn compiled(lines: &[(u32, String)], ignore_case: bool) -> Option<Gitignore> {
    if lines.iter().any(|(_, line)| line.len() > LONGEST) {
        return None;
    }
    let mut builder = GitignoreBuilder::new("");
    builder.case_insensitive(ignore_case).ok()?;
    for (_, line) in lines {
        // A line that is no pattern matches nothing, as in git.
        let _ = builder.add_line(None, line);
    }
    builder.build().ok()
}

/// Braces mean themselves to git, and a choice to the matcher.
fn without_braces(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut letters = line.chars();
    let mut in_class = false;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                out.push(letter);
                out.extend(letters.next());
                continue;
            }
            '[' => in_class = true,
            ']' => in_class = false,
            '{' | '}' if !in_class => out.push('\\'),
            _ => {}
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Lines, Said, patterns, without_braces};

    #[test]
    fn the_line_that_ignores_a_file_is_known() {
        let text = "*.tmp\ndecisions/\n!decisions/\nold/\n*.{a}\nb\n";
        let says = |path: &str| Lines::of(text).of_path(path);
        for (path, line) in [("x.tmp", "*.tmp"), ("a/old/x.md", "old/"), ("x.{a}", "*.{a}"), ("b", "b")] {
            assert_eq!(says(path), Said::Ignored(line.to_owned()), "{path}");
        }
        assert_eq!((says("decisions/x.md"), says("other.md")), (Said::Kept, Said::Nothing));
    }

    #[test]
    fn only_a_pattern_that_is_too_large_is_dropped() {
        let large = "?".repeat(4_000) + &"[a-z]".repeat(19);
        let longest = "x".repeat(5_000);
        let text = format!("secret\n{longest}\n{}*.tmp\n!keep.tmp\n", format!("{large}\n").repeat(40));
        let (sets, bad) = patterns(text.as_bytes(), false);
        let ignored = |path: &str| {
            sets.iter().rev().map(|set| set.matched(path, false)).find(|found| !found.is_none()).is_some_and(|found| found.is_ignore())
        };
        assert_eq!((ignored("secret"), ignored("a.tmp"), ignored("keep.tmp"), ignored("a")), (true, true, false, false));
        assert_eq!((bad, patterns(b"a\n[\nb\n", false).1), (Some(2), None));
    }

    #[test]
    fn braces_mean_themselves() {
        assert_eq!(without_braces("a{b,c}[{]\\{"), "a\\{b,c\\}[{]\\{");
    }
}
