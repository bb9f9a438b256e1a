//! What a repository's history says about its pages, as facts: who committed what and when, nothing interpreted.
//!
//! Identities are as they were written, paths are all page-like files of the repository, and contents are named by their blob.
//! Who is who, what is a document and what a field means is decided when the facts are read, so none of it is stale here.

mod lives;

use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

use crate::base::date::Date;
use crate::base::lang::Msg;
use crate::msg;

use lives::Lives;

/// The name of a commit or of a file's content in git: its SHA-1.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(pub [u8; 20]);

impl ObjectId {
    /// From forty hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (mut id, digits) = ([0; 20], text.as_bytes());
        if digits.len() != 40 {
            return None;
        }
        for (byte, pair) in id.iter_mut().zip(digits.chunks_exact(2)) {
            let digit = |at: usize| char::from(*pair.get(at)?).to_digit(16);
            *byte = u8::try_from(digit(0)? * 16 + digit(1)?).ok()?;
        }
        Some(Self(id))
    }
}

impl fmt::Display for ObjectId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for ObjectId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

/// Which files history is kept for, by how their names end; case does not matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endings(Vec<String>);

impl Endings {
    /// The usual endings of Markdown and these besides; an empty one stands for every file.
    pub fn with<T: AsRef<str>>(more: impl IntoIterator<Item = T>) -> Self {
        let usual = [".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd", ".md.erb"];
        let mut all: Vec<_> = usual.map(str::to_owned).into();
        all.extend(more.into_iter().map(|ending| ending.as_ref().to_ascii_lowercase()));
        all.sort();
        all.dedup();
        // What a shorter ending takes in needs no saying: the list stays short, and equal where it means the same.
        let spare = |one: &String| all.iter().any(|other| other.len() < one.len() && one.ends_with(other.as_str()));
        Self(all.iter().filter(|ending| !spare(ending)).cloned().collect())
    }

    /// Whether a file of that name is one of them; a name that is nothing but an ending is not.
    pub fn take(&self, name: &[u8]) -> bool {
        self.0.iter().any(|ending| name.len() > ending.len() && name[name.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes()))
    }

    /// Whether every file that the others take is taken here.
    pub fn cover(&self, others: &Self) -> bool {
        others.0.iter().all(|other| self.0.iter().any(|ending| other.ends_with(ending.as_str())))
    }

    /// The endings, in lower case and in order.
    pub fn list(&self) -> &[String] {
        &self.0
    }
}

/// A name and an address as a commit has them, before any mailmap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identity {
    /// The name, possibly empty.
    pub name: String,
    /// The e-mail address, possibly empty or no address at all.
    pub email: String,
}

/// A path from the repository's root, with forward slashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePath {
    /// The path, for matching and showing.
    pub text: String,
    /// Its bytes, where they are not UTF-8 and `text` has replacement characters for them.
    pub raw: Option<Box<[u8]>>,
}

impl PagePath {
    /// From the bytes in a tree.
    pub fn of(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self { text: text.to_owned(), raw: None },
            Err(_) => Self { text: String::from_utf8_lossy(bytes).into_owned(), raw: Some(bytes.into()) },
        }
    }

    /// The bytes as they are in a tree.
    pub fn bytes(&self) -> &[u8] {
        self.raw.as_deref().unwrap_or(self.text.as_bytes())
    }
}

/// What somebody else did for a commit, by its trailers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrailerKind {
    /// `Co-authored-by`: counts as author.
    CoAuthor,
    /// `Reviewed-by`.
    Reviewed,
    /// `Acked-by`: was consulted.
    Acked,
}

/// One person named in a commit's message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trailer {
    /// What they did.
    pub kind: TrailerKind,
    /// Who, in [`Facts::identities`].
    pub who: u32,
}

/// What a commit did with a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// Its text changed.
    Modified,
    /// Only whether it may be executed changed.
    Mode,
    /// It is gone.
    Deleted,
    /// It has another path, and perhaps another text.
    Renamed,
    /// It became a symbolic link or submodule, or had been one; the blob on that side is absent.
    Type,
    /// It was there already where the history at hand begins: nobody is known to have done anything.
    Present,
    /// A merge put together what its parents have, and added nothing of its own: nobody did anything.
    Merged,
}

impl ChangeKind {
    /// Whether somebody did this: false for what was only found or put together.
    pub fn is_work(self) -> bool {
        !matches!(self, Self::Present | Self::Merged)
    }
}

/// What one commit did with one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The commit, in topological order.
    pub commit: u32,
    /// The path after it, or before it if the page is gone; in [`Facts::paths`].
    pub path: u32,
    /// The path before it, if the page was renamed.
    pub from: Option<u32>,
    /// What was done.
    pub kind: ChangeKind,
    /// The content before; of a merge, that in the first parent that has the page. The rest is in [`Facts::others`].
    pub old: Option<ObjectId>,
    /// The content after.
    pub new: Option<ObjectId>,
}

/// What a page that a merge changed was in a further one of the merge's parents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other {
    /// The merge, in topological order.
    pub commit: u32,
    /// The path that it had before.
    pub path: u32,
    /// The content in that parent.
    pub old: ObjectId,
}

/// One commit; its lists are ranges in those of [`Facts`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Commit {
    /// Its name.
    pub id: ObjectId,
    /// Who wrote it, in [`Facts::identities`].
    pub author: u32,
    /// Who committed it.
    pub committer: u32,
    /// When it was written, in seconds since 1970 UTC.
    pub author_time: i64,
    /// The author's offset from UTC, in minutes.
    pub author_offset: i16,
    /// When it was committed, in seconds since 1970 UTC; clocks lie, so order never follows from it.
    pub commit_time: i64,
    /// It has a date or identity that can't be read; what could not be is zero or empty.
    pub malformed: bool,
    /// Its parents are not at hand (shallow or damaged): history is older than this.
    pub boundary: bool,
    /// Part of its folders could not be read: it may have changed more than is known.
    pub partial: bool,
    /// Its parents, earlier in the order.
    pub parents: Range<u32>,
    /// Its trailers.
    pub trailers: Range<u32>,
    /// The first line of its message, in bytes of [`Facts::subjects`].
    pub subject: Range<u32>,
    /// Its changes of pages, by path; of a merge only those against all of its parents.
    pub changes: Range<u32>,
}

/// Why facts may be missing; a count that rests on them is "at least".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// The clone is shallow.
    pub shallow: bool,
    /// The clone is partial: contents, perhaps folders, are fetched on demand.
    pub partial: bool,
    /// Objects that are not there or can't be read.
    pub missing: u32,
    /// Commits with dates or identities that can't be read.
    pub malformed: u32,
}

impl Gaps {
    /// Whether there may be more history than these facts tell.
    pub fn at_least(&self) -> bool {
        self.shallow || self.missing > 0
    }

    /// What to tell the person who reads a result that rests on these facts.
    pub fn notes(&self) -> Vec<Msg> {
        let mut notes = Vec::new();
        if self.shallow {
            notes.push(msg!("git-shallow"));
        }
        if self.missing > 0 {
            notes.push(if self.partial { msg!("git-partial", count = self.missing) } else { msg!("git-missing", count = self.missing) });
        }
        if self.malformed > 0 {
            notes.push(msg!("git-malformed", count = self.malformed));
        }
        notes
    }
}

/// The facts themselves: what is kept between runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// All names and addresses, each once.
    pub identities: Vec<Identity>,
    /// All paths, each once.
    pub paths: Vec<PagePath>,
    /// The commits, parents before children; the same order in every clone.
    pub commits: Vec<Commit>,
    /// The parents of all commits.
    pub parents: Vec<u32>,
    /// The trailers of all commits.
    pub trailers: Vec<Trailer>,
    /// The subjects of all commits.
    pub subjects: String,
    /// The changes of all commits, in the commits' order.
    pub changes: Vec<Change>,
    /// Of the pages that merges changed, what they were in the other parents; in the commits' order.
    pub others: Vec<Other>,
    /// What may be missing.
    pub gaps: Gaps,
}

/// The facts, and questions to them.
#[derive(Debug, Default)]
pub struct History {
    facts: Facts,
    lives: OnceLock<Lives>,
}

impl History {
    /// Takes the facts.
    pub fn new(facts: Facts) -> Self {
        Self { facts, lives: OnceLock::new() }
    }

    /// The facts.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// What may be missing.
    pub fn gaps(&self) -> &Gaps {
        &self.facts.gaps
    }

    /// All commits, parents before children.
    pub fn commits(&self) -> impl DoubleEndedIterator<Item = CommitView<'_>> + ExactSizeIterator {
        self.facts.commits.iter().map(|commit| CommitView { facts: &self.facts, commit })
    }

    /// The commit of a change, or one by its place in the order.
    pub fn commit(&self, index: u32) -> Option<CommitView<'_>> {
        self.facts.commits.get(index as usize).map(|commit| CommitView { facts: &self.facts, commit })
    }

    /// The text of a path of a change.
    pub fn path(&self, index: u32) -> &str {
        self.facts.paths.get(index as usize).map_or("", |path| &path.text)
    }

    /// Everything that happened to the page that is now at a path, oldest first, under whatever path it was then.
    ///
    /// A page that was deleted and brought back to the same path is one page. Empty for a path that history never had.
    pub fn of_path(&self, path: &str) -> impl DoubleEndedIterator<Item = &Change> + ExactSizeIterator {
        self.lives().of_path(path).iter().filter_map(|&change| self.facts.changes.get(change as usize)).collect::<Vec<_>>().into_iter()
    }

    /// Where the page that is now at a path comes from.
    pub fn created(&self, path: &str) -> Created<'_> {
        match self.of_path(path).next() {
            None => Created::Unknown,
            Some(change) if matches!(change.kind, ChangeKind::Added | ChangeKind::Type) => Created::In(change),
            Some(change) => Created::Before(change),
        }
    }

    /// What a page was before a change: of a merge, in each of its parents that has it, the first one's first.
    pub fn before(&self, change: &Change) -> impl Iterator<Item = ObjectId> {
        let all = &self.facts.others;
        let from = all.partition_point(|other| other.commit < change.commit);
        let (commit, path) = (change.commit, change.from.unwrap_or(change.path));
        let others = all.iter().skip(from).take_while(move |other| other.commit == commit).filter(move |other| other.path == path);
        change.old.into_iter().chain(others.map(|other| other.old))
    }

    /// The newest change of the page that is now at a path.
    pub fn last(&self, path: &str) -> Option<&Change> {
        self.of_path(path).next_back()
    }

    /// How often somebody changed the page that is now at a path.
    pub fn count(&self, path: &str) -> usize {
        self.of_path(path).filter(|change| change.kind.is_work()).count()
    }

    fn lives(&self) -> &Lives {
        self.lives.get_or_init(|| Lives::of(&self.facts))
    }
}

/// Where a page comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Created<'a> {
    /// This change made it.
    In(&'a Change),
    /// It is older than the history at hand, which begins with this change.
    Before(&'a Change),
    /// History has no such path.
    Unknown,
}

/// A commit together with what its numbers stand for.
#[derive(Clone, Copy)]
pub struct CommitView<'a> {
    facts: &'a Facts,
    commit: &'a Commit,
}

impl<'a> CommitView<'a> {
    /// The commit itself: times, offsets and marks.
    pub fn facts(self) -> &'a Commit {
        self.commit
    }

    /// Its name.
    pub fn id(self) -> ObjectId {
        self.commit.id
    }

    /// Who wrote it, as it says.
    pub fn author(self) -> &'a Identity {
        who(self.facts, self.commit.author)
    }

    /// Who committed it, as it says.
    pub fn committer(self) -> &'a Identity {
        who(self.facts, self.commit.committer)
    }

    /// The day on which it was written, where its author was; `None` if it lies beyond the calendar or can't be read.
    pub fn day(self) -> Option<Date> {
        if self.commit.malformed && self.commit.author_time == 0 {
            return None;
        }
        Date::of_seconds(self.commit.author_time, i32::from(self.commit.author_offset))
    }

    /// The first paragraph of its message on one line, at most a thousand bytes of it.
    pub fn subject(self) -> &'a str {
        self.facts.subjects.get(wide(&self.commit.subject)).unwrap_or_default()
    }

    /// Its parents, by their place in the order.
    pub fn parents(self) -> &'a [u32] {
        self.facts.parents.get(wide(&self.commit.parents)).unwrap_or_default()
    }

    /// Who else its message names, and for what.
    pub fn trailers(self) -> impl Iterator<Item = (TrailerKind, &'a Identity)> {
        let all = self.facts.trailers.get(wide(&self.commit.trailers)).unwrap_or_default();
        all.iter().map(move |trailer| (trailer.kind, who(self.facts, trailer.who)))
    }

    /// What it did with pages.
    pub fn changes(self) -> &'a [Change] {
        self.facts.changes.get(wide(&self.commit.changes)).unwrap_or_default()
    }
}

fn who(facts: &Facts, index: u32) -> &Identity {
    static NOBODY: Identity = Identity { name: String::new(), email: String::new() };
    facts.identities.get(index as usize).unwrap_or(&NOBODY)
}

fn wide(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}

#[cfg(test)]
mod tests {
    use super::{Endings, ObjectId, PagePath};

    #[test]
    fn names_of_objects_read_back() {
        let text = "0123456789abcdef0123456789abcdef01234567";
        assert_eq!(ObjectId::parse(text).expect("an id").to_string(), text);
        for bad in ["", "0123", "0123456789abcdef0123456789abcdef0123456g", "é123456789abcdef0123456789abcdef0123456"] {
            assert_eq!(ObjectId::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn endings_take_pages_whatever_their_case() {
        let endings = Endings::with([".txt", ".html.md.erb"]);
        for page in ["a.md", "README.MD", "x.nl.md", "p.html.md.erb", "a.txt", "b.Rmd"] {
            assert!(endings.take(page.as_bytes()), "{page}");
        }
        for other in [".md", "a.rst", "md", "a.md.bak", ""] {
            assert!(!endings.take(other.as_bytes()), "{other}");
        }
        assert!(endings.cover(&Endings::with([".nl.md"])) && !Endings::with([""; 0]).cover(&endings));
        assert!(Endings::with([""]).cover(&endings) && Endings::with([""]).take(b"LICENSE"));
        assert_eq!(Endings::with([".x.md"]), Endings::with([""; 0]));
    }

    #[test]
    fn a_path_keeps_the_bytes_that_are_no_text() {
        assert_eq!(PagePath::of("é.md".as_bytes()).raw, None);
        let odd = PagePath::of(b"\xe9.md");
        assert_eq!((odd.text.as_str(), odd.bytes()), ("\u{fffd}.md", &b"\xe9.md"[..]));
    }
}
