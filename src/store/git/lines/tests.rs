//! Counts and living lines against git itself.

use std::collections::BTreeMap;
use std::path::Path;

use super::counts::Counts;
use super::living::{Living, Origin};
use crate::base::files::OwnFolder;
use crate::model::history::{ChangeKind, CommitView, Endings, History};
use crate::store::git::cache::history;
use crate::store::git::open::Repo;
use crate::store::git::testing::Scratch;

/// A repository as it is read, with its own data elsewhere.
struct Read {
    repo: Repo,
    history: History,
    own: OwnFolder,
}

impl Read {
    fn of(dir: &Path, own: &Path) -> Self {
        let repo = Repo::discover(dir).expect("readable").expect("a repository");
        let own = OwnFolder::new(own, "own");
        let history = history(&repo, &own, &Endings::with([""; 0])).expect("history").history;
        Self { repo, history, own }
    }

    /// Lines added and removed by commit and path, as cop counts them; without those that became another type, of which git tells the link's text.
    fn counts(&self) -> BTreeMap<(String, String), (u32, u32)> {
        let commits = || self.history.commits().filter(|commit| commit.parents().len() < 2);
        let counts = Counts::of(&self.repo, &self.own, &self.history, commits().flat_map(CommitView::changes));
        let mut all = BTreeMap::new();
        for commit in commits() {
            for change in commit.changes().iter().filter(|change| change.kind != ChangeKind::Type) {
                let tally = counts.get(change).expect("at hand");
                all.insert((commit.id().to_string(), self.history.path(change.path).to_owned()), (tally.added, tally.removed));
            }
        }
        all
    }

    /// The commits of the lines that a page has in the newest commit, as cop finds them.
    fn blame(&self, path: &str) -> Vec<String> {
        let living = Living::of(&self.repo, &self.history).expect("objects");
        living.committed(path).expect("there").into_iter().map(|origin| self.name(origin)).collect()
    }

    fn name(&self, origin: Origin) -> String {
        match origin {
            Origin::In(commit) | Origin::Before(commit) => self.history.commit(commit).expect("a commit").id().to_string(),
            other => format!("{other:?}"),
        }
    }
}

/// The counts as git has them, of pages.
fn numstat(scratch: &Scratch, dir: &Path) -> BTreeMap<(String, String), (u32, u32)> {
    let log = scratch.git_in(dir, "-c core.quotePath=false log -M --numstat --no-merges --root -z --format=%x01%H");
    let (pages, mut all) = (Endings::with([""; 0]), BTreeMap::new());
    for commit in log.split('\u{1}').skip(1) {
        let mut words = commit.split('\0').map(|word| word.trim_start_matches('\n')).filter(|word| !word.is_empty());
        let id = words.next().expect("an id");
        while let Some(word) = words.next() {
            let mut cells = word.splitn(3, '\t');
            // What is no text has no number.
            let mut number = || cells.next().expect("a count").parse().unwrap_or(0);
            let tally = (number(), number());
            let path = match cells.next().filter(|path| !path.is_empty()) {
                Some(path) => path,
                None => words.by_ref().nth(1).expect("a path after the one before"),
            };
            if pages.take(path.as_bytes()) {
                all.insert((id.to_owned(), path.to_owned()), tally);
            }
        }
    }
    all
}

/// The commits of a page's lines as git has them.
fn blame(scratch: &Scratch, dir: &Path, path: &str) -> Vec<String> {
    let told = scratch.git_in(dir, &format!("blame -w --line-porcelain HEAD -- {}", path.replace(' ', "~")));
    let is_head =
        |line: &&str| line.len() > 41 && line.as_bytes()[40] == b' ' && line.bytes().take(40).all(|byte| byte.is_ascii_hexdigit());
    let (mut commits, mut is_text) = (Vec::new(), false);
    for line in told.lines() {
        if !is_text && is_head(&line) {
            commits.push(line[..40].to_owned());
        }
        is_text = false;
    }
    commits
}

fn same(scratch: &Scratch) {
    let read = Read::of(&scratch.root(), &scratch.beside("derived"));
    assert_eq!(read.counts(), numstat(scratch, &scratch.root()));
    for path in scratch.git("ls-files -z").split('\0').filter(|path| Path::new(path).extension().is_some_and(|ending| ending == "md")) {
        assert_eq!(read.blame(path), blame(scratch, &scratch.root(), path), "{path}");
    }
}

/// Text of numbered lines, of which those in a range are others.
fn text(lines: usize, other: std::ops::Range<usize>, word: &str) -> String {
    (0..lines).map(|line| if other.contains(&line) { format!("{word} {line}\n") } else { format!("line {line} as it was\n") }).collect()
}

#[test]
fn one_commit_after_another_is_as_git_has_it() {
    let scratch = Scratch::new();
    scratch.write("a.md", text(20, 0..0, ""));
    scratch.write("docs/b.md", text(30, 0..0, ""));
    scratch.write("empty.md", "");
    scratch.write("bytes.md", b"\0\x01\n\x02\n");
    scratch.write("unended.md", "one\ntwo");
    scratch.write("windows.md", "one\r\ntwo\r\nthree\r\n");
    scratch.commit("first");
    scratch.write("a.md", text(20, 3..6, "second"));
    scratch.write("unended.md", "one\ntwo\n");
    scratch.write("empty.md", "no more\n");
    scratch.write("bytes.md", b"\0\x01\n\x03\n\x02\n");
    scratch.commit("second");
    scratch.git("mv docs/b.md docs/renamed.md");
    scratch.write("docs/renamed.md", text(30, 10..15, "moved"));
    scratch.write("windows.md", "one\ntwo\nthree\n");
    scratch.commit("renamed with an edit, and other line ends");
    scratch.write("a.md", text(20, 3..6, "  second\t"));
    scratch.write("unended.md", "");
    scratch.commit("white space, and all of a page gone");
    let before = text(20, 3..6, "second");
    scratch.write("a.md", format!("{before}{before}\n\n"));
    scratch.write("unended.md", "one\n\n\ntwo\n");
    scratch.commit("all of it twice");
    scratch.git("rm -q docs/renamed.md");
    scratch.commit("deleted");
    scratch.write("docs/renamed.md", text(30, 12..13, "again"));
    scratch.commit("brought back");
    scratch.git("revert --no-edit HEAD");
    scratch.git("revert --no-edit HEAD");
    scratch.write("a.md", text(20, 3..6, "third"));
    scratch.commit("third");
    scratch.git("revert --no-edit HEAD");
    scratch.write("a.md", format!("{before}{before}\n\nat the end\n"));
    scratch.commit("after a revert");
    same(&scratch);
}

#[test]
fn branches_and_merges_are_as_git_has_them() {
    let scratch = Scratch::new();
    let branch = |name: &str| drop(scratch.git(&format!("checkout -q -b {name} main")));
    let main = || drop(scratch.git("checkout -q main"));
    let merge = |how: &str| drop(scratch.git(&format!("merge -q --no-ff --no-edit {how}")));
    for page in ["x", "y", "z"] {
        scratch.write(&format!("{page}.md"), text(40, 0..0, ""));
    }
    scratch.commit("first");
    // Both sides in other places, and one of them under another name.
    branch("side");
    scratch.write("x.md", text(40, 2..5, "side"));
    scratch.write("z.md", text(40, 1..2, "side"));
    scratch.commit("on the side");
    main();
    scratch.git("mv x.md moved.md");
    scratch.write("moved.md", text(40, 20..24, "main"));
    scratch.write("y.md", text(40, 5..6, "main"));
    scratch.commit("on main");
    merge("side");
    same(&scratch);
    // A page that is reverted through a branch of its own, while an older branch still has what it was.
    branch("older");
    scratch.write("older.md", "older\n");
    scratch.commit("of the older branch");
    main();
    branch("change");
    scratch.write("y.md", text(40, 10..20, "change"));
    scratch.commit("change");
    main();
    merge("change");
    branch("back");
    scratch.git("revert --no-edit change");
    main();
    merge("back");
    merge("older");
    scratch.write("y.md", text(40, 30..31, "later"));
    scratch.commit("after the revert");
    same(&scratch);
    // The same edit on two branches; one that is thrown away by a merge; and one that goes on with it.
    branch("one");
    scratch.write("z.md", text(40, 8..9, "twice"));
    scratch.commit("the same on one");
    main();
    branch("two");
    scratch.write("z.md", text(40, 8..9, "twice"));
    scratch.commit("the same on two");
    main();
    branch("thrown");
    scratch.write("y.md", text(40, 0..40, "thrown away"));
    scratch.commit("thrown away");
    main();
    merge("two");
    merge("one");
    merge("-s ours thrown");
    scratch.write("z.md", text(40, 8..10, "twice"));
    scratch.commit("one line more");
    same(&scratch);
    // Three at once, and a merge that does more than put together.
    for (name, from) in [("first", 0), ("second", 12), ("third", 24)] {
        branch(name);
        scratch.write("y.md", text(40, from..from + 3, name));
        scratch.commit(name);
    }
    main();
    scratch.write("z.md", text(40, 30..33, "main again"));
    scratch.commit("main again");
    scratch.git("merge -q --no-commit --no-ff first");
    scratch.write("z.md", text(40, 30..35, "evil"));
    scratch.commit("merge with lines of its own");
    same(&scratch);
    branch("gone");
    scratch.git("rm -q z.md");
    scratch.commit("gone on a branch");
    scratch.git("revert --no-edit HEAD");
    main();
    merge("gone");
    scratch.write("z.md", text(40, 0..1, "at last"));
    scratch.commit("at last");
    same(&scratch);
    scratch.git("reset -q --hard first");
    scratch.git("merge -q --no-ff --no-edit -s octopus gone thrown");
    same(&scratch);
}

/// Numbers that follow from a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

#[test]
fn whatever_happens_is_as_git_has_it() {
    let seeds = if std::env::var_os("COP_WHOLE").is_some() { 60 } else { 3 };
    for seed in 0..seeds {
        let (scratch, mut dice) = (Scratch::new(), Dice(seed));
        let mut pages: Vec<String> =
            ["a", "b"].map(|page| (0..15).fold(String::new(), |text, line| text + page + &format!(" {line}\n"))).into();
        for (at, page) in pages.iter().enumerate() {
            scratch.write(&format!("{at}.md"), page);
        }
        scratch.commit("first");
        for step in 0..25 {
            match dice.below(8) {
                0 => drop(scratch.git(&format!("checkout -q -b branch{step}"))),
                1 => {
                    let all = scratch.git("branch --format=%(refname:short)");
                    let all: Vec<_> = all.lines().collect();
                    scratch.git(&format!("checkout -q {}", all[dice.below(all.len())]));
                }
                2 | 3 => {
                    let all = scratch.git("branch --format=%(refname:short)");
                    let all: Vec<_> = all.lines().collect();
                    let how = ["-X ours", "-X theirs", "-s ours"][dice.below(3)];
                    // A page that one side deleted and the other changed stops any merge.
                    let merge = format!("merge -q --no-edit {how} {}", all[dice.below(all.len())]);
                    if !scratch.try_git(&scratch.root(), &merge).1 {
                        scratch.git("merge --abort");
                    }
                }
                4 => drop(scratch.try_git(&scratch.root(), "revert --no-edit HEAD")),
                _ => {
                    let at = dice.below(pages.len());
                    let path = format!("{at}.md");
                    let now = std::fs::read_to_string(scratch.root().join(&path)).unwrap_or_default();
                    let mut lines: Vec<String> = now.lines().map(str::to_owned).collect();
                    for _ in 0..=dice.below(3) {
                        let place = dice.below(lines.len() + 1);
                        match dice.below(4) {
                            0 if place < lines.len() => drop(lines.remove(place)),
                            1 if place < lines.len() => lines[place] = format!("  {}", lines[place]),
                            2 => lines.insert(place, String::new()),
                            _ => lines.insert(place, format!("step {step} {}", dice.below(4))),
                        }
                    }
                    pages[at] = lines.join("\n") + "\n";
                    scratch.write(&path, &pages[at]);
                    scratch.commit(&format!("step {step}"));
                }
            }
            // What could not be reverted leaves nothing behind.
            scratch.try_git(&scratch.root(), "revert --abort");
        }
        same(&scratch);
    }
}

#[test]
fn what_is_older_than_history_and_what_is_not_committed_is_said_so() {
    let scratch = Scratch::new();
    scratch.write("a.md", text(6, 0..0, ""));
    scratch.commit("first");
    scratch.write("a.md", text(6, 2..3, "second"));
    scratch.commit("second");
    scratch.write("a.md", text(6, 2..4, "second"));
    scratch.commit("third");
    let clone = scratch.beside("clone");
    scratch.git(&format!("clone -q --depth 2 file://{} {}", scratch.root().display(), clone.display()));
    let read = Read::of(&clone, &scratch.beside("derived"));
    let living = Living::of(&read.repo, &read.history).expect("objects");
    let before = Origin::Before(0);
    assert_eq!(living.committed("a.md"), Some(vec![before, before, before, Origin::In(1), before, before]));
    assert_eq!(living.committed("b.md"), None);
    let edited = format!("new\n{}", text(6, 2..4, "second").replace("line 5 as", "line  5\tas").replace("line 4", "LINE 4"));
    let (new, third) = (Origin::Uncommitted, Origin::In(1));
    assert_eq!(living.standing("a.md", edited.as_bytes()), [new, before, before, before, third, new, before]);
    assert_eq!(living.standing("b.md", b"one\ntwo"), [new, new]);
}

#[test]
fn contents_that_are_not_at_hand_make_no_one_an_author() {
    let scratch = Scratch::new();
    scratch.write("a.md", text(6, 0..0, ""));
    scratch.commit("first");
    scratch.write("a.md", text(6, 2..3, "second"));
    scratch.commit("second");
    scratch.write("a.md", text(6, 2..4, "second"));
    scratch.commit("third");
    let lost = scratch.git("rev-parse HEAD^:a.md");
    std::fs::remove_file(scratch.root().join(".git/objects").join(&lost[..2]).join(lost[2..].trim())).expect("lost");
    nobody_wrote(&scratch);
    // Nor does one that is not what its name says.
    let other = scratch.git("rev-parse HEAD:a.md");
    let at = |id: &str| scratch.root().join(".git/objects").join(&id[..2]).join(id[2..].trim());
    std::fs::copy(at(&other), at(&lost)).expect("a lie");
    nobody_wrote(&scratch);
}

/// The lines of a page whose version before the last can't be had.
fn nobody_wrote(scratch: &Scratch) {
    let read = Read::of(&scratch.root(), &scratch.beside("derived"));
    let living = Living::of(&read.repo, &read.history).expect("objects");
    assert_eq!(living.committed("a.md"), Some(vec![Origin::Unknown; 6]));
    let changes = read.history.facts().changes.clone();
    let counts = Counts::of(&read.repo, &read.own, &read.history, &changes);
    let added: Vec<_> = changes.iter().map(|change| counts.get(change).map(|tally| tally.added)).collect();
    assert_eq!(added, [Some(6), None, None]);
}

#[test]
fn what_is_too_much_to_compare_is_not_known() {
    let scratch = Scratch::new();
    for version in 1..4 {
        let page: String = (0..220_000_usize).map(|line| if line * line / 7 % (version + 2) == 0 { "0\n" } else { "1\n" }).collect();
        scratch.write("a.md", format!("first {version}\n{page}last {version}\n"));
        scratch.commit(&format!("version {version}"));
    }
    let read = Read::of(&scratch.root(), &scratch.beside("derived"));
    let living = Living::of(&read.repo, &read.history).expect("objects");
    assert!(living.committed("a.md").expect("there").contains(&Origin::Unknown));
    let changes = read.history.facts().changes.clone();
    let counts = Counts::of(&read.repo, &read.own, &read.history, &changes);
    let added: Vec<_> = changes.iter().map(|change| counts.get(change).map(|tally| tally.added)).collect();
    assert_eq!(added, [Some(220_002), None, None]);
}

#[test]
fn what_was_counted_is_not_counted_again() {
    let scratch = Scratch::new();
    scratch.write("a.md", "one\n");
    scratch.commit("first");
    let count = || Read::of(&scratch.root(), &scratch.beside("derived")).counts();
    let first = count();
    let file = scratch.beside("derived").join("own/lines");
    let at = |file: &Path| std::fs::metadata(file).expect("kept").modified().expect("a time");
    let before = at(&file);
    assert_eq!((count(), at(&file)), (first.clone(), before));
    scratch.write("a.md", "one\ntwo\n");
    scratch.commit("second");
    assert_eq!(count().len(), 2);
    assert_ne!(at(&file), before);
    std::fs::write(&file, "damaged").expect("written");
    assert_eq!(count().len(), 2);
}
