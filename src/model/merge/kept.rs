//! The text of a document; in a member's file the lists that cop keeps are merged as sets of lines.
//!
//! The lists are taken out, the rest is merged as git merges lines, and they are put back where they stood. So two people, or
//! one person on two machines, never meet a conflict because each added a line at the same place.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::kind::{Capability, Kind, Section};

use super::{Lines, Merged, Three};

/// The sections that cop keeps in a person's file, a line an item.
const KEPT: [&str; 3] = ["uses", "thanks", "follows"];

/// Part of a text.
enum Piece<'t> {
    Prose(&'t str),
    List(List<'t>),
}

/// A section that is nothing but a list.
#[derive(Clone)]
struct List<'t> {
    /// Which of the sections that are kept.
    section: usize,
    /// All of it, to the next heading.
    whole: &'t str,
    heading: &'t str,
    items: Vec<&'t str>,
}

/// Merges the text below front matter.
pub(super) fn merge(three: Three<'_>, kind: Option<&Kind>, lines: Lines<'_>) -> Merged {
    let Some(kind) = kind.filter(|kind| kind.has(Capability::Person)) else { return lines(three) };
    let sections: Vec<&Section> = KEPT.iter().filter_map(|name| kind.sections.iter().find(|section| section.name == *name)).collect();
    let sides = [three.base, three.ours, three.theirs].map(|text| pieces(text, &sections));
    let odd: BTreeSet<usize> = sides.iter().flat_map(|side| side.odd.iter().copied()).collect();
    let lists = sides.each_ref().map(|side| side.lists(&odd));
    if lists.iter().all(Vec::is_empty) {
        return lines(three);
    }
    // Only where all three have a list its place is sure; what one of them lacks is put below the others, if anything is left of it.
    let has = |side: &Vec<List<'_>>, section: usize| side.iter().any(|list| list.section == section);
    let stays: BTreeSet<usize> = (0..sections.len()).filter(|section| lists.iter().all(|side| has(side, *section))).collect();
    let bare = sides.each_ref().map(|side| side.without(&odd, &stays));
    let rest = Three { base: &bare[0], ours: &bare[1], theirs: &bare[2] };
    let rest = rest.settled().map_or_else(|| lines(rest), Merged::clean);
    let mut text = String::with_capacity(three.ours.len() + three.theirs.len());
    let mut put = BTreeSet::new();
    let of = |section: usize| lists.each_ref().map(|side| side.iter().find(|list| list.section == section));
    let all: Vec<&str> = rest.text.split_inclusive('\n').collect();
    let sure = sure(&all, &stays);
    for (at, line) in all.iter().enumerate() {
        match stays.iter().find(|section| *line == stand_in(**section)) {
            // Both sides moved it, each to another place: a list stands at one.
            Some(section) if sure.get(section).is_some_and(|first| *first != at) => {}
            Some(section) => {
                // What has no place of its own goes before those that follow it in the usual order.
                for earlier in (0..*section).filter(|earlier| !stays.contains(earlier)) {
                    if put.insert(earlier) && !items(of(earlier)).is_empty() {
                        text.push_str(&written(of(earlier), true));
                    }
                }
                put.insert(*section);
                let more = all.len() > at + 1;
                text.push_str(&written(of(*section), more));
            }
            None => text.push_str(line),
        }
    }
    for section in (0..sections.len()).filter(|section| !put.contains(section)) {
        let lists = of(section);
        if items(lists).is_empty() {
            continue;
        }
        let end = text.trim_end_matches('\n').len();
        text.truncate(end);
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&written(lists, false));
    }
    Merged { text, conflicts: rest.conflicts }
}

/// The line of each list that stands outside conflicts: there, and nowhere else, the list is put.
fn sure(lines: &[&str], stays: &BTreeSet<usize>) -> BTreeMap<usize, usize> {
    let (mut found, mut is_open) = (BTreeMap::new(), false);
    for (at, line) in lines.iter().enumerate() {
        is_open = line.starts_with("<<<<<<<") || is_open && !line.starts_with(">>>>>>>");
        if let Some(section) = stays.iter().find(|section| !is_open && *line == stand_in(**section)) {
            found.entry(*section).or_insert(at);
        }
    }
    found
}

/// What stands in for a list while the rest is merged: a line that nobody writes.
fn stand_in(section: usize) -> String {
    format!("\u{1}{section}\u{1}\n")
}

/// The items of a list on all sides together, in byte order unless they are just ours.
fn items<'t>(lists: [Option<&List<'t>>; 3]) -> Vec<&'t str> {
    let [base, ours, theirs] = lists.map(|list| list.map(|list| list.items.as_slice()).unwrap_or_default());
    // Lists of many thousands of lines are searched for each line.
    let [before, mine, other] = [base, ours, theirs].map(|list| list.iter().copied().collect::<BTreeSet<_>>());
    let mut all: Vec<&str> = ours.iter().copied().filter(|item| other.contains(item) || !before.contains(item)).collect();
    all.extend(theirs.iter().filter(|item| !mine.contains(*item) && !before.contains(*item)));
    if all != ours {
        all.sort_unstable();
        all.dedup();
    }
    all
}

/// A list as it is to stand there.
fn written(lists: [Option<&List<'_>>; 3], more: bool) -> String {
    let all = items(lists);
    for list in [lists[1], lists[2]].into_iter().flatten() {
        if list.items == all {
            // Nobody else's lines came in: its empty lines stay too.
            let whole = list.whole.trim_end_matches('\n');
            let after = if more { "\n\n" } else { "\n" };
            return whole.to_owned() + after;
        }
    }
    let Some(list) = lists[1].or(lists[2]).or(lists[0]) else { return String::new() };
    let mut text = format!("{}\n\n", list.heading);
    for item in &all {
        text.push_str(item);
        text.push('\n');
    }
    if more {
        text.push('\n');
    }
    text
}

/// A text in its pieces.
struct Pieces<'t> {
    all: Vec<Piece<'t>>,
    /// The sections that are there and are no list, or are there twice.
    odd: BTreeSet<usize>,
}

impl<'t> Pieces<'t> {
    fn lists(&self, odd: &BTreeSet<usize>) -> Vec<List<'t>> {
        let lists = self.all.iter().filter_map(|piece| if let Piece::List(list) = piece { Some(list) } else { None });
        lists.filter(|list| !odd.contains(&list.section)).cloned().collect()
    }

    /// The text with a line in the place of each list that stays where it is, and without the others.
    fn without(&self, odd: &BTreeSet<usize>, stays: &BTreeSet<usize>) -> String {
        let mut text = String::new();
        // The empty lines below a list are part of it.
        let (mut cut, mut gap) = (false, "\n\n");
        for piece in &self.all {
            let (part, goes) = match piece {
                Piece::Prose(part) => ((*part).to_owned(), false),
                Piece::List(list) if odd.contains(&list.section) => (list.whole.to_owned(), false),
                Piece::List(list) => (stand_in(list.section), !stays.contains(&list.section)),
            };
            if goes {
                text.truncate(text.trim_end_matches('\n').len());
                cut = true;
                continue;
            }
            if cut && !text.is_empty() {
                text.push_str(gap);
            }
            cut = false;
            gap = if part.starts_with('\u{1}') { "\n" } else { "\n\n" };
            text.push_str(&part);
        }
        text.truncate(text.trim_end_matches('\n').len());
        text + "\n"
    }
}

fn pieces<'t>(text: &'t str, sections: &[&Section]) -> Pieces<'t> {
    let mut found = Pieces { all: Vec::new(), odd: BTreeSet::new() };
    let mut seen = BTreeSet::new();
    for part in by_heading(text) {
        let heading = part.lines().next().unwrap_or_default();
        let Some(section) = title(heading).and_then(|title| sections.iter().position(|section| section.is_headed_by(title))) else {
            found.all.push(Piece::Prose(part));
            continue;
        };
        match list_items(part.get(heading.len()..).unwrap_or_default()) {
            Some(items) if seen.insert(section) => found.all.push(Piece::List(List { section, whole: part, heading, items })),
            _ => {
                found.odd.insert(section);
                found.all.push(Piece::Prose(part));
            }
        }
    }
    found
}

/// The words of a heading that begins with `#`.
fn title(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    ((1..=6).contains(&level) && words.starts_with(' ')).then(|| words.trim().trim_end_matches('#').trim())
}

/// A text cut before each heading; what looks like one in a block of code is none.
fn by_heading(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut fence: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        if fence.is_none() && title(line.trim_end()).is_some() && at > start {
            parts.extend(text.get(start..at));
            start = at;
        }
        at += line.len();
    }
    parts.extend(text.get(start..).filter(|part| !part.is_empty()));
    parts
}

/// The items of a text that is nothing but a list at its margin, each with the lines that are indented under it.
fn list_items(text: &str) -> Option<Vec<&str>> {
    let mut items: Vec<&str> = Vec::new();
    let (mut start, mut at) = (None, 0);
    let mut end = |start: &mut Option<usize>, at: usize| {
        if let Some(item) = start.take().and_then(|start| text.get(start..at)) {
            items.push(item.trim_end());
        }
    };
    for line in text.split_inclusive('\n') {
        let is_item = line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ");
        if is_item || line.trim().is_empty() {
            end(&mut start, at);
            if is_item {
                start = Some(at);
            }
        } else if start.is_none() || !line.starts_with("  ") {
            return None;
        }
        at += line.len();
    }
    end(&mut start, at);
    Some(items)
}
