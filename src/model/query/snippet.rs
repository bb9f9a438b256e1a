//! The lines of a document that show why it was found.

use std::collections::HashMap;
use std::ops::Range;

use crate::base::lines::Lines;
use crate::text::words::function::is_function_word;
use crate::text::words::{self, Language};

use super::ast::{Form, Leaf, Query};
use super::zone::Zone;

/// How many characters before a cut are looked at for a place between two words.
const NEAR: usize = 24;

/// How many matching words are weighed; a document with more has shown by then why it was found.
const MOST_HITS: usize = 5_000;

/// A stretch of plain text, and where it stands in the file.
#[derive(Clone, Copy, Debug)]
pub struct Run<'t> {
    /// The part of the document that it belongs to.
    pub zone: Zone,
    /// The text; where it is as long as its place in the file, lines inside it are counted too.
    pub text: &'t str,
    /// The byte of the file at which it begins.
    pub start: usize,
}

/// A line that shows why a document was found.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Snippet {
    /// The line of the file, from 1.
    pub line: u32,
    /// Its plain text, cut to the width with `…`; spaces are single.
    pub text: String,
    /// The bytes of the text that match.
    #[serde(skip)]
    pub marks: Vec<Range<usize>>,
    /// The bytes of the text in which most of the query stands close together.
    #[serde(skip)]
    pub densest: Range<usize>,
}

/// How much of a line is shown, in characters, the ellipses included.
#[derive(Clone, Copy, Debug)]
pub struct Widths {
    /// Of which length the stretch is that has to have most of the query in it: what can be seen at once.
    pub seen: usize,
    /// Of which length a line is cut; what is around that stretch belongs to it.
    pub most: usize,
}

/// The best lines for a query, best first; without any match, the beginning of the text.
///
/// `runs` are those of the document in the order of `file`. The title is left out, because a result shows it anyway.
pub fn snippets(
    query: &Query,
    language: Language,
    file: &str,
    lines: &Lines,
    runs: &[Run<'_>],
    widths: Widths,
    most: usize,
) -> Vec<Snippet> {
    let shown = runs.iter().filter(|run| run.zone != Zone::Title);
    let plain = plain_lines(file, lines, shown);
    let wanted = Wanted::new(&query.leaves);
    let hits = wanted.hits(&plain, language);
    let (seen, width) = (widths.seen.max(8), widths.most.max(widths.seen).max(8));
    let mut windows: Vec<(f64, usize, Range<usize>)> = Vec::new();
    for (place, hits) in hits.iter().enumerate().filter(|(_, hits)| !hits.is_empty()) {
        let (score, window) = densest(&plain[place].text, hits, seen, &query.leaves);
        windows.push((score, place, window));
    }
    windows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    windows.truncate(most);
    if windows.is_empty() {
        let first = plain.iter().filter(|line| line.zone == Zone::Body).find(|line| line.text.contains(char::is_alphanumeric));
        return first.filter(|_| most > 0).map(|line| cut(line, 0..0, &[], width)).into_iter().collect();
    }
    windows.into_iter().map(|(_, place, window)| cut(&plain[place], window, &hits[place], width)).collect()
}

/// What of each line of a text a query matches, in bytes of the line. A line is what stands between two `\n`.
pub fn marks(query: &Query, language: Language, text: &str) -> Vec<Vec<Range<usize>>> {
    let line = |(at, text): (usize, &str)| Line { zone: Zone::Body, number: at as u32 + 1, text: text.to_owned() };
    let plain: Vec<Line> = text.split('\n').enumerate().map(line).collect();
    let hits = Wanted::new(&query.leaves).hits(&plain, language);
    let apart = |found: Vec<Found>| {
        let mut marks: Vec<Range<usize>> = Vec::new();
        for (_, range) in found {
            match marks.last_mut() {
                Some(last) if last.end > range.start => last.end = last.end.max(range.end),
                _ => marks.push(range),
            }
        }
        marks
    };
    hits.into_iter().map(apart).collect()
}

/// The plain text of one line of the file.
struct Line {
    zone: Zone,
    number: u32,
    text: String,
}

/// Puts together what of the runs stands on each line.
fn plain_lines<'t>(file: &str, lines: &Lines, runs: impl Iterator<Item = &'t Run<'t>>) -> Vec<Line> {
    let mut plain: Vec<Line> = Vec::new();
    let mut end = 0;
    for run in runs {
        let mut start = run.start;
        for piece in run.text.split_inclusive(['\n', '\r']) {
            let number = lines.line(start);
            // What lies between two runs is markup; if there is a space in it, or the border of a cell, it parts words.
            let parted = file.get(end..start).is_some_and(|between| between.contains([' ', '\t', '|']));
            start += piece.len();
            end = start;
            match plain.last_mut() {
                Some(line) if line.number == number => push(&mut line.text, piece, parted),
                _ => {
                    let mut text = String::with_capacity(piece.len());
                    push(&mut text, piece, false);
                    plain.push(Line { zone: run.zone, number, text });
                }
            }
        }
    }
    plain
}

/// Adds text with single spaces.
fn push(line: &mut String, text: &str, parted: bool) {
    let mut space = parted;
    for letter in text.chars() {
        if letter.is_whitespace() {
            space = true;
            continue;
        }
        if space && !line.is_empty() {
            line.push(' ');
        }
        space = false;
        line.push(letter);
    }
    if space && !line.is_empty() {
        line.push(' ');
    }
}

/// A matching word: the leaf and its bytes in the line.
type Found = (usize, Range<usize>);

/// What to look for.
struct Wanted<'q> {
    leaves: &'q [Leaf],
    /// A term, with the leaves that have it and the number of the slot.
    terms: HashMap<&'q str, Vec<(usize, usize)>>,
    prefixes: Vec<(usize, &'q str)>,
}

impl<'q> Wanted<'q> {
    /// Leaves that only exclude are not shown.
    fn new(leaves: &'q [Leaf]) -> Self {
        let mut wanted = Self { leaves, terms: HashMap::new(), prefixes: Vec::new() };
        for (number, leaf) in leaves.iter().enumerate().filter(|(_, leaf)| leaf.weight > 0.0) {
            let slots = match &leaf.form {
                Form::Word(slot) => std::slice::from_ref(slot),
                Form::Phrase(slots) => slots,
                Form::Prefix(prefix) => {
                    wanted.prefixes.push((number, prefix));
                    continue;
                }
            };
            for (place, slot) in slots.iter().enumerate() {
                slot.terms().for_each(|term| wanted.terms.entry(term).or_default().push((number, place)));
            }
        }
        wanted
    }

    /// The matching words of every line. A phrase may reach from one line into the next.
    fn hits(&self, plain: &[Line], language: Language) -> Vec<Vec<Found>> {
        let mut hits: Vec<Vec<Found>> = vec![Vec::new(); plain.len()];
        // The words of each phrase that stand at the end of what was read, line and bytes; and those that reach the place which is being read.
        let mut begun: HashMap<usize, Vec<(usize, Range<usize>)>> = HashMap::new();
        let mut going_on = HashMap::new();
        let mut here = None;
        let stems: Vec<&str> = self.terms.keys().copied().filter(|term| Language::of_stem_term(term) == Some(language)).collect();
        let mut found = 0;
        for (at, line) in plain.iter().enumerate() {
            if found > MOST_HITS {
                break;
            }
            words::words(&line.text, Language::Other, |word| {
                // The parts of an identifier stand where it does.
                if here.replace((at, word.position)) != Some((at, word.position)) {
                    begun = std::mem::take(&mut going_on);
                }
                // To stem every word of ten documents would take longer than the search.
                let may_match = stems.iter().any(|stem| words::may_have_stem(word.surface, stem));
                let stem = if may_match { words::stem_term(word.surface, language) } else { None };
                let mut slots: Vec<(usize, usize)> = Vec::new();
                for term in std::iter::once(word.surface).chain(stem.as_deref()) {
                    slots.extend(self.terms.get(term).into_iter().flatten());
                }
                slots.sort_unstable();
                slots.dedup();
                for (leaf, place) in &slots {
                    let Form::Phrase(phrase) = &self.leaves[*leaf].form else {
                        hits[at].push((*leaf, word.range.clone()));
                        continue;
                    };
                    let before =
                        if *place == 0 { Some(Vec::new()) } else { begun.get(leaf).filter(|begun| begun.len() == *place).cloned() };
                    let Some(mut words) = before else { continue };
                    words.push((at, word.range.clone()));
                    if words.len() == phrase.len() {
                        for (line, range) in words {
                            hits[line].push((*leaf, range));
                        }
                    } else {
                        going_on.insert(*leaf, words);
                    }
                }
                let prefixes = self.prefixes.iter().filter(|(_, prefix)| word.surface.starts_with(prefix));
                hits[at].extend(prefixes.map(|(leaf, _)| (*leaf, word.range.clone())));
            });
            hits[at].truncate(MOST_HITS);
            found += hits[at].len();
        }
        for hits in &mut hits {
            hits.sort_by_key(|(leaf, range)| (range.start, *leaf));
        }
        hits
    }
}

/// What a leaf says about a line.
fn worth(leaf: &Leaf) -> f64 {
    match &leaf.form {
        Form::Word(slot) if is_function_word(&slot.surface) => 0.1,
        Form::Phrase(slots) => slots.len() as f64,
        Form::Word(_) | Form::Prefix(_) => 1.0,
    }
}

/// The stretch of a line, at most `width` characters, in which most of the query stands, and how much that is.
fn densest(text: &str, hits: &[Found], width: usize, leaves: &[Leaf]) -> (f64, Range<usize>) {
    // Two characters on each side are for an ellipsis and its space.
    let width = if text.chars().count() > width { width - 4 } else { width };
    let mut best = (0.0, 0..0);
    for (at, (_, first)) in hits.iter().enumerate() {
        let mut counts: HashMap<usize, u32> = HashMap::new();
        let mut score = 0.0;
        let mut window = first.start..first.start;
        // A window holds few words, so this looks at few hits; the limit is for lines that are nothing else.
        for (leaf, range) in hits[at..].iter().take(width) {
            let within = text[first.start..range.end].chars().count() <= width;
            if !within && window.end > first.start {
                break;
            }
            let seen = counts.entry(*leaf).or_default();
            *seen += 1;
            // Another leaf says much, the same again a little.
            score += if *seen == 1 { worth(&leaves[*leaf]) } else { 0.05 * worth(&leaves[*leaf]) };
            // Of a word that is wider than everything, the beginning.
            let end =
                if within { range.end } else { first.start + text[first.start..].chars().take(width).map(char::len_utf8).sum::<usize>() };
            window.end = end.max(window.end);
        }
        if score > best.0 {
            best = (score, window);
        }
    }
    best
}

/// The part of a line around a window, cut between words.
fn cut(line: &Line, window: Range<usize>, hits: &[Found], width: usize) -> Snippet {
    let text = line.text.trim_end();
    let all = text.chars().count();
    let mut range = 0..text.len();
    if all > width {
        let room = (width - 4).saturating_sub(text[window.clone()].chars().count());
        let before = text[..window.start].chars().count();
        let after = text[window.end..].chars().count();
        let left = (room / 2).max(room.saturating_sub(after)).min(before);
        let right = (room - left).min(after);
        range.start = window.start - text[..window.start].chars().rev().take(left).map(char::len_utf8).sum::<usize>();
        range.end = window.end + text[window.end..].chars().take(right).map(char::len_utf8).sum::<usize>();
        range = between_words(text, range, &window);
    }
    let (open, close) = (if range.start > 0 { "… " } else { "" }, if range.end < text.len() { " …" } else { "" });
    let shift = |at: usize| at - range.start + open.len();
    let mut marks: Vec<Range<usize>> = Vec::new();
    for (_, hit) in hits.iter().filter(|(_, hit)| hit.start >= range.start && hit.end <= range.end) {
        match marks.last_mut() {
            Some(last) if last.end > shift(hit.start) => last.end = last.end.max(shift(hit.end)),
            _ => marks.push(shift(hit.start)..shift(hit.end)),
        }
    }
    let densest = shift(window.start.max(range.start))..shift(window.end.clamp(range.start, range.end));
    Snippet { line: line.number, densest, text: format!("{open}{}{close}", &text[range.clone()]), marks }
}

/// Shrinks a stretch to whole words, as long as the window stays inside and not much is lost.
fn between_words(text: &str, range: Range<usize>, window: &Range<usize>) -> Range<usize> {
    let near = |text: &str| text.char_indices().nth(NEAR).map_or(text.len(), |(at, _)| at);
    let mut start = range.start;
    if start > 0 && !text[..start].ends_with(' ') {
        let head = &text[start..window.start];
        start += head[..near(head)].find(' ').map_or(0, |space| space + 1);
    }
    let mut end = range.end;
    if end < text.len() && !text[end..].starts_with(' ') {
        let tail = &text[window.end.min(end)..end];
        let from = tail.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
        end = tail[from..].rfind(' ').map_or(end, |space| window.end + from + space);
    }
    let trimmed = text[start..end].trim();
    let start = end - text[start..end].trim_start().len();
    start..start + trimmed.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::query;
    use super::{Language, Lines, Run, Snippet, Widths, Zone, marks, snippets};

    fn of(typed: &str, file: &str, width: usize) -> Vec<Snippet> {
        let run = Run { zone: Zone::Body, text: file, start: 0 };
        snippets(&query(typed), Language::English, file, &Lines::new(file), &[run], Widths { seen: width, most: width }, 2)
    }

    fn shown(snippet: &Snippet) -> String {
        let mut text = snippet.text.clone();
        for mark in snippet.marks.iter().rev() {
            text.insert(mark.end, ']');
            text.insert(mark.start, '[');
        }
        format!("{}: {text}", snippet.line)
    }

    #[test]
    fn the_densest_lines_are_shown() {
        let file = "First line about nothing.\nA mailbox here.\n\nExport  the whole mailbox as EML.\nExporting mailboxes, mailboxes.";
        let lines: Vec<_> = of("export mailbox", file, 80).iter().map(shown).collect();
        assert_eq!(lines, ["5: [Exporting] [mailboxes], [mailboxes].", "4: [Export] the whole [mailbox] as EML."]);
        assert_eq!(of("kind:practice", file, 80).iter().map(shown).collect::<Vec<_>>(), ["1: First line about nothing."]);
        assert_eq!(of("nothing -mailbox", file, 80).len(), 1);
    }

    #[test]
    fn every_match_of_a_text_is_marked_where_it_stands() {
        let text = "Export\n\n  the whole  mailbox\nand export";
        let marked: Vec<Vec<&str>> = marks(&query("mailboxes \"mailbox and\""), Language::English, text)
            .into_iter()
            .zip(text.split('\n'))
            .map(|(marks, line)| marks.into_iter().map(|mark| &line[mark]).collect())
            .collect();
        assert_eq!(marked, [vec![], vec![], vec!["mailbox"], vec!["and"]]);
    }

    #[test]
    fn a_long_line_is_cut_around_the_match() {
        let file = format!("{} the whole mailbox as EML, not PST {}", "before it ".repeat(30), "after it ".repeat(30));
        let lines = of("mailbox eml", &file, 50);
        assert_eq!(shown(&lines[0]), "1: … it the whole [mailbox] as [EML], not PST after …");
        assert!(lines[0].text.chars().count() <= 50);
        let end = of("zebra", &format!("{}zebra", "word ".repeat(40)), 30);
        assert_eq!(shown(&end[0]), "1: … word word word word [zebra]");
    }

    #[test]
    fn more_may_be_cut_out_than_is_seen_at_once() {
        let file = format!("mailbox {} the mailbox as EML {}", "before it ".repeat(30), "after it ".repeat(300));
        let run = Run { zone: Zone::Body, text: &file, start: 0 };
        let widths = Widths { seen: 50, most: 400 };
        let found = snippets(&query("mailbox eml"), Language::English, &file, &Lines::new(&file), &[run], widths, 2);
        let text = found[0].text.as_str();
        assert_eq!(&text[found[0].densest.clone()], "mailbox as EML");
        assert!((350..=400).contains(&text.chars().count()), "{text}");
    }

    #[test]
    fn a_phrase_is_marked_as_a_whole_also_across_lines() {
        let lines = of("\"old mailbox\"", "an old thing, an old\nmailbox and a mailbox", 80);
        assert_eq!(lines.iter().map(shown).collect::<Vec<_>>(), ["1: an old thing, an [old]", "2: [mailbox] and a mailbox"]);
    }

    #[test]
    fn identifiers_are_marked_whole_or_in_part() {
        for (typed, expected) in [
            ("case", "1: use camel[Case] or snake_[case] here"),
            ("camelcase", "1: use [camelCase] or snake_case here"),
            ("snake_case", "1: use camel[Case] or [snake_case] here"),
            ("\"use camelCase or\"", "1: [use] [camelCase] [or] snake_case here"),
            ("\"or snake\"", "1: use camelCase [or] [snake]_case here"),
        ] {
            let lines = of(typed, "use camelCase or snake_case here", 80);
            assert_eq!(lines.iter().map(shown).collect::<Vec<_>>(), [expected], "{typed}");
        }
    }

    #[test]
    fn markup_between_runs_parts_cells_but_not_words() {
        let file = "| one | t**w**o |";
        let run = |text: &'static str| Run { zone: Zone::Body, text, start: file.find(text).expect("there") };
        let runs = [run("one"), run("t"), run("w"), Run { zone: Zone::Body, text: "o", start: 14 }];
        let lines = snippets(&query("two"), Language::English, file, &Lines::new(file), &runs, Widths { seen: 80, most: 80 }, 2);
        assert_eq!(shown(&lines[0]), "1: one [two]");
    }

    proptest! {
        #[test]
        fn a_snippet_fits_and_its_marks_lie_in_it(file in "([a-c]{1,9}[ \n.]|é|漢|\\PC){0,80}", width in 8_usize..40) {
            for snippet in of("a b* \"b c\" é 漢", &file, width) {
                prop_assert!(snippet.text.chars().count() <= width);
                prop_assert!(snippet.line >= 1);
                prop_assert!(snippet.text.get(snippet.densest.clone()).is_some());
                let mut end = 0;
                for mark in snippet.marks {
                    prop_assert!(mark.start >= end && snippet.text.get(mark.clone()).is_some());
                    end = mark.end;
                }
            }
        }
    }
}
