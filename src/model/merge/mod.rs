//! Two versions of a document brought together, given the one that both began with.
//!
//! Front matter is merged field by field and not line by line: a list is a set, of two states the one that is further on counts, of two
//! reviews the newer. The lists that cop keeps in a member's file are sets of lines. Everything else is merged as git merges lines. What two
//! people really contradict each other about is left in the file with both values between git's marks.

mod fields;
mod kept;
mod values;

use crate::base::limits::Limits;
use crate::text::front::nodes::Node;
use crate::text::front::{Front, read};

use super::kind::Kind;

/// Three versions of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Three<'t> {
    /// What both began with; empty where there was nothing.
    pub base: &'t str,
    /// Ours, whose order and notation stay.
    pub ours: &'t str,
    /// Theirs.
    pub theirs: &'t str,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The text, with git's marks where there are conflicts.
    pub text: String,
    /// How many places are left for a person.
    pub conflicts: usize,
}

/// Merges lines as git does, with git's marks around what contradicts.
pub type Lines<'l> = &'l dyn Fn(Three<'_>) -> Merged;

/// The mark before our part of a conflict.
pub const OURS: &str = "<<<<<<< ours\n";
/// The mark between both parts.
pub const BETWEEN: &str = "=======\n";
/// The mark after their part.
pub const THEIRS: &str = ">>>>>>> theirs\n";

impl<'t> Three<'t> {
    /// The result, where only one side changed anything or both did the same.
    pub fn settled(&self) -> Option<&'t str> {
        if self.ours == self.theirs || self.theirs == self.base {
            Some(self.ours)
        } else if self.ours == self.base {
            Some(self.theirs)
        } else {
            None
        }
    }

    /// Ours, unless only theirs is different from before.
    fn choose(&self) -> &'t str {
        self.settled().unwrap_or(self.ours)
    }
}

impl Merged {
    fn clean(text: impl Into<String>) -> Self {
        Self { text: text.into(), conflicts: 0 }
    }

    /// Both versions between marks.
    fn both(ours: &str, theirs: &str) -> Self {
        let mut text = String::with_capacity(ours.len() + theirs.len() + 64);
        for (mark, part) in [(OURS, ours), (BETWEEN, theirs), (THEIRS, "")] {
            text.push_str(mark);
            text.push_str(part);
            if !text.ends_with('\n') {
                text.push('\n');
            }
        }
        Self { text, conflicts: 1 }
    }
}

/// Merges a document. `kind` says what its fields mean; without it they are merged by what they look like.
pub fn merge(three: Three<'_>, kind: Option<&Kind>, limits: &Limits, lines: Lines<'_>) -> Merged {
    if let Some(text) = three.settled() {
        return Merged::clean(text);
    }
    let all = [three.base, three.ours, three.theirs];
    let [Some(base), Some(ours), Some(_)] = all.map(End::of) else {
        return lines(three);
    };
    // An empty file has no line ends of its own.
    let end = if ours == base { End::of(three.theirs).unwrap_or(ours) } else { ours };
    let [base, ours, theirs] = all.map(|text| text.replace("\r\n", "\n"));
    let marks = [&base, &ours, &theirs].map(|text| if text.starts_with(BOM) { BOM } else { "" });
    let mark = Three { base: marks[0], ours: marks[1], theirs: marks[2] }.choose();
    let unmarked = |text| -> &str { str::strip_prefix(text, BOM).unwrap_or(text) };
    let plain = Three { base: unmarked(&base), ours: unmarked(&ours), theirs: unmarked(&theirs) };
    let Merged { text, conflicts } = match plain.settled() {
        Some(text) => Merged::clean(text),
        None => document(plain, kind, limits, lines),
    };
    let text = if end == End::CrLf { text.replace('\n', "\r\n") } else { text };
    Merged { text: mark.to_owned() + &text, conflicts }
}

/// What some editors put before a text.
const BOM: &str = "\u{feff}";

/// How the lines of a text end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Lf,
    CrLf,
}

impl End {
    /// `None` where they end in different ways.
    fn of(text: &str) -> Option<Self> {
        let (returns, newlines, pairs) = (text.matches('\r').count(), text.matches('\n').count(), text.matches("\r\n").count());
        match (returns, newlines) {
            (0, _) => Some(Self::Lf),
            (returns, newlines) if returns == pairs && newlines == pairs => Some(Self::CrLf),
            _ => None,
        }
    }
}

/// A document taken apart.
struct Parts<'t> {
    /// The fence above the front matter.
    open: &'t str,
    /// The lines of each key, with the comments above them.
    chunks: Vec<fields::Chunk>,
    /// Comments below the last key.
    tail: &'t str,
    /// The fence below.
    close: &'t str,
    /// Empty lines before the text.
    gap: &'t str,
    /// The text.
    body: &'t str,
}

impl<'t> Parts<'t> {
    /// `None` where something is wrong with the front matter, or it is not written a key a line.
    fn of(text: &'t str, limits: &Limits) -> Option<Self> {
        let front = read(text, limits);
        if !front.problems.is_empty() {
            return None;
        }
        let body = text.get(front.body..)?;
        let start = body.len() - body.trim_start_matches('\n').len();
        let (gap, body) = body.split_at(start);
        let Some(range) = front.range.clone() else {
            return Some(Self { open: "", chunks: Vec::new(), tail: "", close: "", gap, body });
        };
        let (chunks, tail) = match front.root.as_ref() {
            None => (Vec::new(), text.get(range.clone())?),
            Some(root) => fields::chunks(text, root, range.clone())?,
        };
        Some(Self { open: text.get(..range.start)?, chunks, tail, close: text.get(range.end..front.body)?, gap, body })
    }

    /// The whole front matter without its fences.
    fn front(&self) -> String {
        self.chunks.iter().map(|chunk| chunk.text.as_str()).chain([self.tail]).collect()
    }
}

/// Merges texts whose lines end in `\n`.
fn document(three: Three<'_>, kind: Option<&Kind>, limits: &Limits, lines: Lines<'_>) -> Merged {
    let [base, ours, theirs] = [three.base, three.ours, three.theirs].map(|text| Parts::of(text, limits));
    let (Some(ours), Some(theirs)) = (ours, theirs) else { return lines(three) };
    // Front matter that could not be read before and can be now is new on both sides.
    let Some(base) = base else { return lines(three) };
    let mut front = fields::merge([&base.chunks, &ours.chunks, &theirs.chunks], kind, limits, lines, 0);
    let tail = Three { base: base.tail, ours: ours.tail, theirs: theirs.tail };
    let tail = tail.settled().map_or_else(|| lines(tail), Merged::clean);
    front.text.push_str(&tail.text);
    front.conflicts += tail.conflicts;
    let choose = |part: fn(&Parts<'_>) -> String| {
        let (base, ours, theirs) = (part(&base), part(&ours), part(&theirs));
        Three { base: &base, ours: &ours, theirs: &theirs }.choose().to_owned()
    };
    let (mut open, mut close) = (choose(|parts| parts.open.to_owned()), choose(|parts| parts.close.to_owned()));
    let gap = choose(|parts| parts.gap.to_owned());
    if (open.is_empty() || close.is_empty()) && (!front.text.is_empty() || open != close) {
        (open, close) = ("---\n".to_owned(), "---\n".to_owned());
    }
    let whole = |front: &str| format!("{open}{front}{close}");
    if front.conflicts == 0 && !open.is_empty() {
        let keys: Vec<&str> = front.keys.iter().map(String::as_str).collect();
        let now = read(&whole(&front.text), limits);
        if !now.problems.is_empty() || names(&now) != keys {
            let Merged { text, conflicts } = Merged::both(&ours.front(), &theirs.front());
            (front.text, front.conflicts) = (text, conflicts);
        }
    }
    let texts = Three { base: base.body, ours: ours.body, theirs: theirs.body };
    let body = texts.settled().map_or_else(|| kept::merge(texts, kind, lines), Merged::clean);
    let front_text = if open.is_empty() { String::new() } else { whole(&front.text) };
    let merged = Merged { text: format!("{front_text}{gap}{}", body.text), conflicts: front.conflicts + body.conflicts };
    // A text that begins like front matter would become some.
    if merged.conflicts == 0 && !read(&merged.text, limits).problems.is_empty() { lines(three).or_both(three) } else { merged }
}

/// The keys of front matter, in their order.
fn names(front: &Front) -> Vec<&str> {
    let entries = front.root.as_ref().and_then(Node::entries).unwrap_or_default();
    entries.iter().map(|entry| entry.key.as_str()).collect()
}

impl Merged {
    /// The same, or all of both texts between marks if there are none in it.
    fn or_both(self, three: Three<'_>) -> Self {
        if self.conflicts > 0 { self } else { Self::both(three.ours, three.theirs) }
    }
}

#[cfg(test)]
mod tests;
