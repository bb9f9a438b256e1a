//! `<!-- cop-allow: CODE reason -->`: what a writer knows and wants to hear no more of.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::base::lines::Lines;
use crate::base::nearest::nearest;
use crate::model::document::Document;
use crate::model::finding::{Mend, Safety};
use crate::model::own_rules::OwnRule;
use crate::msg;
use crate::text::markdown::Comment;

use super::rule::{Check, Found, Raw, Rule};
use super::rules;
use super::rules::own_rule;
use super::rules::unused_allowance::RULE;
use super::scope::Scope;

/// What every document allows, found when a finding in it first asks.
#[derive(Debug)]
pub(super) struct Allowances<'a> {
    documents: Vec<OnceLock<Allowed>>,
    /// The rules that the community made for itself.
    own: &'a [OwnRule],
}

impl<'a> Allowances<'a> {
    /// For so many documents.
    pub(super) fn new(documents: usize, own: &'a [OwnRule]) -> Self {
        Self { documents: (0..documents).map(|_| OnceLock::new()).collect(), own }
    }

    /// Whether what was found in the document at a place is allowed.
    pub(super) fn allow(&self, at: usize, document: &Document, raw: &Raw) -> bool {
        self.of(at, document).is_some_and(|allowed| allowed.allows(document, By::of(raw), raw.span.start))
    }

    fn of(&self, at: usize, document: &Document) -> Option<&Allowed> {
        self.documents.get(at).map(|allowed| allowed.get_or_init(|| Allowed::of(document, self.own)))
    }

    /// The comments of the document at a place that have allowed nothing so far, with what each names.
    pub(super) fn unused(&self, at: usize, document: &Document) -> Vec<(Range<usize>, String)> {
        let is_one = |comment: &Comment| allowed(&comment.text).is_some();
        let has_any = document.markdown.comments.iter().any(is_one);
        let Some(allowed) = self.of(at, document).filter(|_| has_any) else { return Vec::new() };
        let unused = allowed.comments.iter().filter(|comment| !comment.is_used.load(Ordering::Relaxed));
        unused.map(|comment| (comment.span.clone(), comment.name.clone())).collect()
    }
}

/// What a comment allows, with the reason, if it allows something: whoever leaves the colon out means the same.
fn allowed(comment: &str) -> Option<&str> {
    let rest = comment.strip_prefix("cop-allow")?;
    rest.strip_prefix(':').or_else(|| rest.starts_with(char::is_whitespace).then_some(rest))
}

/// How many comments are looked through for the one that speaks of a finding.
const LOOKED_THROUGH: usize = 1_000;

/// What a document allows, and where.
#[derive(Debug, Default)]
struct Allowed {
    /// Under each name that a rule goes by its ranges, in order and apart.
    named: Vec<(String, Vec<Range<usize>>)>,
    /// The comments that say so, in order.
    comments: Vec<Allowance>,
}

/// A comment that allows something.
#[derive(Debug)]
struct Allowance {
    /// Where it stands.
    span: Range<usize>,
    /// Which rule it names, as it is written.
    name: String,
    /// For what it speaks.
    range: Range<usize>,
    /// Whether a rule found something there.
    is_used: AtomicBool,
}

impl Allowed {
    /// A comment within a line allows on that line; one on a line of its own allows up to the next empty line, and one above the
    /// first heading and all text allows in the whole file.
    fn of(document: &Document, own: &[OwnRule]) -> Self {
        let mut named: HashMap<String, Vec<Range<usize>>> = HashMap::new();
        let mut comments = Vec::new();
        let mut reach = Reach::new(document);
        for comment in &document.markdown.comments {
            let range = reach.of(&comment.span);
            let Some(rest) = allowed(&comment.text) else { continue };
            let name = rest.split_whitespace().next().unwrap_or_default().trim_end_matches([',', ':']);
            let (span, is_used) = (comment.span.clone(), AtomicBool::new(false));
            comments.push(Allowance { span, name: name.to_owned(), range: range.clone(), is_used });
            let ranges = named.entry(name.to_lowercase()).or_default();
            // Comments come in order, so what they speak for does too.
            match ranges.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => ranges.push(range),
            }
        }
        // A name that no rule has allows nothing, and need not be asked again for each finding.
        named.retain(|name, _| rules::all().any(|rule| rule.is_meant_by(name)) || own.iter().any(|rule| rule.is_called(name)));
        Self { named: named.into_iter().collect(), comments }
    }

    fn allows(&self, document: &Document, by: By<'_>, at: usize) -> bool {
        if self.named.is_empty() {
            return false;
        }
        let line = document.lines.range(&document.text, document.lines.line(at)).start;
        let mut meant = self.named.iter().filter(|(name, _)| by.is_called(name));
        let place = meant.find_map(|(_, ranges)| [at, line].into_iter().find(|place| holds(ranges, *place)));
        if let Some(place) = place {
            self.credit(by, place);
        }
        place.is_some()
    }

    /// Notes which comment allowed a finding: of several the one that speaks for the least, which stands last.
    fn credit(&self, by: By<'_>, at: usize) {
        let before = self.comments.partition_point(|comment| comment.range.start <= at);
        let mut nearest = self.comments[..before].iter().rev().take(LOOKED_THROUGH);
        if let Some(comment) = nearest.find(|comment| comment.range.contains(&at) && by.is_called(&comment.name)) {
            comment.is_used.store(true, Ordering::Relaxed);
        }
    }
}

/// Who found something: a rule, and which of the community's own ones if it is one of those.
#[derive(Clone, Copy)]
struct By<'r> {
    rule: &'r Rule,
    own: Option<&'r str>,
}

impl<'r> By<'r> {
    fn of(raw: &'r Raw) -> Self {
        Self { rule: raw.rule, own: raw.own.as_deref() }
    }

    fn is_called(self, name: &str) -> bool {
        self.rule.is_meant_by(name) || self.own.is_some_and(|own| own.eq_ignore_ascii_case(name))
    }
}

/// The comments that allowed nothing, of those rules that have looked.
pub(super) fn unused(scope: &Scope<'_>, allowances: &Allowances<'_>, active: &[&'static Rule]) -> Vec<Raw> {
    let mut found = Found::new(&RULE);
    if !active.iter().any(|rule| rule.code == RULE.code) {
        return found.list;
    }
    let may_find = |rule: &Rule| match rule.check {
        Check::Page(_) | Check::Community(_) | Check::Reading => true,
        Check::History => false,
    };
    for (at, document) in scope.documents().iter().enumerate() {
        for (span, name) in allowances.unused(at, document) {
            let is_own = scope.settings().check.own.iter().any(|rule| rule.is_called(&name));
            let meant = |rule: &&Rule| rule.is_meant_by(&name) || is_own && rule.code == own_rule::RULE.code;
            let mut meant = rules::all().filter(meant).peekable();
            if meant.peek().is_none() {
                let known = rules::all().flat_map(|rule| [rule.name, rule.code]);
                let raw = found.at(at, span, msg!("check-allowance-unknown", name = &name));
                match nearest(&name, known) {
                    Some(near) => raw.help(msg!("check-did-you-mean", name = near)),
                    None => raw.help(msg!("check-rules-list")),
                };
            } else if meant.all(|rule| may_find(rule) && active.iter().any(|known| known.code == rule.code)) {
                let change = Mend::text(with_line(document, &span), "", Safety::Safe);
                found.at(at, span, msg!("check-allowance-unused", name = &name)).help(msg!("check-allowance-unused-help")).fix(change);
            }
        }
    }
    found.list
}

/// A comment with what would be left over of its line: the space before it, or the line that is its own.
fn with_line(document: &Document, comment: &Range<usize>) -> Range<usize> {
    let (text, lines) = (&document.text, &document.lines);
    let (first, last) = (lines.line(comment.start), lines.line(comment.end.saturating_sub(1).max(comment.start)));
    let before = text.get(lines.range(text, first).start..comment.start).unwrap_or_default();
    let own_end = lines.range(text, last).end;
    let after = text.get(comment.end..own_end.max(comment.end)).unwrap_or_default();
    if !is_blank(after) {
        return comment.clone();
    }
    if is_blank(before) && last < lines.count() {
        // Of two empty lines around it one is enough.
        let is_empty = |line: u32| line < lines.count() && is_blank(lines.text(text, line));
        let next = if first > 1 && is_empty(first - 1) && is_empty(last + 1) { last + 2 } else { last + 1 };
        return comment.start - before.len()..lines.range(text, next).start;
    }
    comment.start - (before.len() - before.trim_end().len())..comment.end
}

fn holds(ranges: &[Range<usize>], at: usize) -> bool {
    ranges.get(ranges.partition_point(|range| range.end <= at)).is_some_and(|range| range.contains(&at))
}

/// Finds for which bytes a comment speaks, for each of a document's comments in turn. What one look has shown of the text is kept, so
/// that all comments together take one walk over it.
struct Reach<'d> {
    text: &'d str,
    lines: &'d Lines,
    /// Where the comment before ended, or the text began.
    last: usize,
    /// Whether there has been nothing but comments.
    is_head: bool,
    /// The last line of the paragraph that was looked at last.
    paragraph: u32,
}

impl<'d> Reach<'d> {
    fn new(document: &'d Document) -> Self {
        let Document { text, lines, front, .. } = document;
        Self { text, lines, last: front.body, is_head: true, paragraph: 0 }
    }

    fn of(&mut self, comment: &Range<usize>) -> Range<usize> {
        let (text, lines) = (self.text, self.lines);
        let between = text.get(self.last..comment.start).unwrap_or_default();
        let follows = std::mem::replace(&mut self.last, comment.end);
        self.is_head = self.is_head && is_blank(between);
        if self.is_head {
            return 0..text.len() + 1;
        }
        let first = lines.line(comment.start);
        let last = lines.line(comment.end.saturating_sub(1).max(comment.start));
        let (start, own_end) = (lines.range(text, first).start, lines.range(text, last).end);
        // A comment before it on the line is company.
        let opens = follows <= start && text.get(start..comment.start).is_some_and(is_blank);
        if !opens || !text.get(comment.end..own_end.max(comment.end)).is_some_and(is_blank) {
            return start..own_end + 1;
        }
        if self.paragraph < last {
            self.paragraph = last;
            while self.paragraph < lines.count() && !is_blank(lines.text(text, self.paragraph + 1)) {
                self.paragraph += 1;
            }
        }
        start..lines.range(text, self.paragraph).end + 1
    }
}

/// Whether a text is white space. Unlike `trim`, this looks no further than the first letter.
fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use super::{Allowed, By};
    use crate::model::document::Document;
    use crate::model::kinds::Claim;
    use crate::model::settings::Settings;
    use crate::work::checks::rules;

    const BY: By<'static> = By { rule: &rules::image_without_text::RULE, own: None };

    fn document(text: &str) -> Document {
        let (settings, _) = Settings::read("name: A\n", &[]);
        Document::read("practices/a.md", Arc::from(text), &Claim { kind: 0, slug: "a".into() }, &settings)
    }

    /// Which lines, counted from 1, allow images without text.
    fn lines(text: &str) -> Vec<u32> {
        let document = document(text);
        let allowed = Allowed::of(&document, &[]);
        let start = |line: u32| document.lines.range(text, line).start;
        (1..=document.lines.count()).filter(|line| allowed.allows(&document, BY, start(*line))).collect()
    }

    #[test]
    fn a_comment_speaks_for_a_line_a_paragraph_or_the_file() {
        let allow = "<!-- cop-allow: image-without-text why -->";
        assert_eq!(lines(&format!("# a\n\none {allow}\ntwo\n")), [3]);
        assert_eq!(lines(&format!("# a\n\n{allow}\ntwo\nthree\n\nfour\n")), [3, 4, 5]);
        assert_eq!(lines(&format!("# a\n\none\n{allow}\ntwo\n{allow}\nthree\n\nfour\n")), [4, 5, 6, 7]);
        assert_eq!(lines(&format!("# a\n\n{allow} {allow}\ntwo\n")), [3]);
        assert_eq!(lines(&format!("---\ntitle: a\n---\n<!-- by hand -->\n{allow}\n\n# a\n")), [1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(lines("# a\n\none <!-- cop-allow image-without-text why -->\ntwo\n"), [3]);
        assert_eq!(lines("# a\n\none <!-- cop-allowed: image-without-text why -->\n"), [] as [u32; 0]);
        assert_eq!(lines("# a\n\none <!-- cop-allow: dead-link y -->\n"), [] as [u32; 0]);
    }

    /// When each comment looked at everything before it and each finding at every comment, one of these took over a minute.
    #[test]
    fn a_file_full_of_comments_takes_one_walk() {
        let many = |one: &str| format!("# a\n\nx\n{}", one.repeat(30_000));
        let wide = format!("# a\n\nx\n{}{}", " ".repeat(300_000), "<!-- cop-allow: image-without-text y --> ".repeat(10_000));
        let mut texts = vec![wide, (0..30_000).map(|at| format!("x <!-- cop-allow: rule{at} y -->\n")).collect::<Vec<_>>().concat()];
        for one in [
            "<!-- cop-allow: image-without-text y -->\n",
            "<!-- cop-allow: image-without-text y -->\nx\n\n",
            "x <!-- cop-allow: links y --> ",
        ] {
            texts.push(many(one));
        }
        for text in texts {
            let document = document(&text);
            let start = Instant::now();
            let allowed = Allowed::of(&document, &[]);
            for at in (0..text.len()).step_by(20) {
                let _ = allowed.allows(&document, BY, at);
            }
            assert!(start.elapsed() < Duration::from_secs(5), "{:?} for {:.60}", start.elapsed(), text);
        }
    }
}
