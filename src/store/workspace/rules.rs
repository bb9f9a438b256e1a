//! What git ignores, as its own rules say: `.gitignore` at every level, `info/exclude`, and the user's own list.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::stat::Stat;

/// The name of the files that say what git ignores below them.
pub const FILE: &str = ".gitignore";

/// The largest file of rules that is read, in bytes.
const LARGEST: u64 = 1 << 20;

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
}

/// The rules that hold in a folder: its own, and behind them those of the folders above.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    own: Gitignore,
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
    pub(super) fn look(&self, root: &Path) -> Vec<RuleFile> {
        let look = |(file, _): (PathBuf, usize)| RuleFile { stat: look(&file), path: file.to_string_lossy().into_owned() };
        self.files(root).into_iter().map(look).collect()
    }
}

/// What a file of rules is now. As git does, a link is not followed below the work tree; a list of the user's own may be one.
pub(super) fn look(file: &Path) -> Option<Stat> {
    let metadata = if file.ends_with(FILE) { fs::symlink_metadata(file) } else { fs::metadata(file) };
    metadata.as_ref().map(Stat::of).ok()
}

/// The rules that hold at the community's root from outside it.
#[derive(Clone, Debug, Default)]
pub(super) struct Outside {
    /// The rules.
    pub rules: Option<Arc<Rules>>,
    /// The path from the work tree's root to the community's, with its slash; empty where they are one.
    pub prefix: String,
    /// The files that were looked for, by their whole paths.
    pub files: Vec<RuleFile>,
    /// Whether letters count whatever their case.
    pub ignore_case: bool,
}

impl Outside {
    /// Reads the rules that lie outside a community's root.
    pub(super) fn read(root: &Path, places: &RulePlaces) -> Self {
        let mut outside = Self { prefix: places.prefix(root), ignore_case: places.ignore_case, ..Self::default() };
        for (file, base) in places.files(root) {
            let (rules, stat) = read(&file, base, outside.rules.take(), outside.ignore_case);
            outside.rules = rules;
            outside.files.push(RuleFile { path: file.to_string_lossy().into_owned(), stat });
        }
        outside
    }

    /// The rules in a folder below the root that has a `.gitignore`, on top of those of the folder above it.
    pub(super) fn below(&self, file: &Path, folder: &str, above: Option<Arc<Rules>>) -> (Option<Arc<Rules>>, Option<Stat>) {
        let base = self.prefix.len() + if folder.is_empty() { 0 } else { folder.len() + 1 };
        read(file, base, above, self.ignore_case)
    }
}

impl Rules {
    /// Whether git ignores a path, which counts from the work tree's root and stands in the folder of these rules or below it.
    pub(super) fn ignores(&self, path: &str, is_folder: bool) -> bool {
        let mut rules = Some(self);
        while let Some(level) = rules {
            match level.own.matched(path.get(level.base..).unwrap_or(path), is_folder) {
                Match::Ignore(_) => return true,
                Match::Whitelist(_) => return false,
                Match::None => rules = level.above.as_deref(),
            }
        }
        false
    }
}

/// Reads a file of rules; one that is missing, no regular file, or without a rule adds nothing.
fn read(file: &Path, base: usize, above: Option<Arc<Rules>>, ignore_case: bool) -> (Option<Arc<Rules>>, Option<Stat>) {
    let stat = look(file);
    let metadata = if file.ends_with(FILE) { fs::symlink_metadata(file) } else { fs::metadata(file) };
    let fits = metadata.is_ok_and(|metadata| metadata.is_file() && metadata.len() <= LARGEST);
    let text = if fits { fs::read(file).unwrap_or_default() } else { Vec::new() };
    let mut builder = GitignoreBuilder::new("");
    // The only way for these two to fail is a pattern too large to compile.
    let _ = builder.case_insensitive(ignore_case);
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
    for line in text.split(|byte| *byte == b'\n') {
        if let Ok(line) = std::str::from_utf8(line) {
            // A line that is no pattern matches nothing, as in git.
            let _ = builder.add_line(None, &without_braces(line.trim_end_matches('\r')));
        }
    }
    match builder.build() {
        Ok(own) if !own.is_empty() => (Some(Arc::new(Rules { own, base, above })), stat),
        _ => (above, stat),
    }
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
    use super::without_braces;

    #[test]
    fn braces_mean_themselves() {
        assert_eq!(without_braces("a{b,c}[{]\\{"), "a\\{b,c\\}[{]\\{");
    }
}
