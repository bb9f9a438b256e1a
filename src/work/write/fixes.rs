//! The fixes that a check makes by itself: words in documents, changed until nothing is left that it can mend; then the names of their files.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::community::Community;
use crate::model::finding::{Edit, Finding, Mend, Safety, Severity};
use crate::model::kinds::Claim;
use crate::work::checking;
use crate::work::checks::baseline::Baseline;
use crate::work::checks::report::Report;
use crate::work::checks::selection::Selection;
use crate::work::session::Session;

use super::rename::numbers::Wanted;

/// A fix may show something that another rule can mend. So often it is looked again at most: two that undo one another would never end.
const ROUNDS: usize = 8;

/// What documents say once they are mended.
#[derive(Debug, Default)]
pub struct Fixes {
    /// The documents that change, by path, with their new texts.
    pub(super) texts: BTreeMap<String, Arc<str>>,
    /// The documents that get another number.
    pub(super) numbers: Vec<Wanted>,
    /// What other documents say too.
    pub(super) inverses: Vec<Inverse>,
    /// How often each rule's findings are mended.
    rules: BTreeMap<&'static str, usize>,
    /// The files that are not to be changed, by path.
    pub(super) held: BTreeSet<String>,
    /// Those of them in which something could be mended.
    left: BTreeSet<String>,
    /// The files in which an error stays.
    faulty: BTreeSet<String>,
}

/// A relation that the other document is to tell too; paths are from the community's root.
#[derive(Clone, Debug)]
pub(super) struct Inverse {
    /// The document that tells it.
    pub(super) path: String,
    /// The relation there.
    pub(super) relation: String,
    /// The other document.
    pub(super) other: String,
}

impl Fixes {
    /// Whether there is nothing to mend.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.numbers.is_empty() && self.inverses.is_empty()
    }

    /// The rules whose findings are mended, with how many.
    pub fn rules(&self) -> impl ExactSizeIterator<Item = (&'static str, usize)> {
        self.rules.iter().map(|(rule, count)| (*rule, *count))
    }

    /// The files that are left as they are though something in them could be mended, by path.
    pub fn left(&self) -> &BTreeSet<String> {
        &self.left
    }

    /// The files in which an error stays that is not mended here, by path.
    pub fn faulty(&self) -> &BTreeSet<String> {
        &self.faulty
    }

    /// The same where documents keep the number that they have.
    pub fn rules_but(&self, kept: &BTreeSet<String>) -> Vec<(&'static str, usize)> {
        let is_kept = |rule: &str| self.numbers.iter().filter(|wanted| wanted.rule == rule && kept.contains(&wanted.path)).count();
        self.rules().map(|(rule, count)| (rule, count.saturating_sub(is_kept(rule)))).filter(|(_, count)| *count > 0).collect()
    }

    /// Whether words in a document change.
    pub fn has_text(&self, path: &str) -> bool {
        self.texts.contains_key(path)
    }

    /// How many documents change, those aside that only refer to one of them.
    pub fn documents(&self) -> usize {
        self.paths().len()
    }

    /// The paths of those.
    pub fn paths(&self) -> BTreeSet<&str> {
        let (numbered, told) = (self.numbers.iter().map(|wanted| &wanted.path), self.inverses.iter().map(|inverse| &inverse.other));
        self.texts.keys().chain(numbered).chain(told).map(String::as_str).collect()
    }

    /// Takes what changes more than words in one document.
    fn take_rest(&mut self, findings: &[Finding], unsafe_too: bool) {
        for finding in findings {
            let Some(mend) = finding.fix.as_ref().filter(|mend| is_wanted(mend.safety(), unsafe_too)) else { continue };
            let path = if let Mend::Inverse { other, .. } = mend { other } else { &finding.path };
            if self.held.contains(path) {
                self.left.insert(path.clone());
                continue;
            }
            match mend {
                Mend::Number { path, number, is_next, .. } => {
                    self.numbers.push(Wanted { path: path.clone(), number: *number, is_next: *is_next, rule: finding.rule });
                }
                Mend::Inverse { path, relation, other, .. } => {
                    self.inverses.push(Inverse { path: path.clone(), relation: relation.clone(), other: other.clone() });
                }
                Mend::Value { .. } | Mend::Lines { .. } | Mend::Text { .. } => continue,
            }
            *self.rules.entry(finding.rule).or_default() += 1;
        }
    }
}

/// Mends what a report says can be, as far as it is as safe as is asked for, and what that shows. What a baseline lets be stays as it is, and
/// so do the files that are `held`.
pub fn fixes(
    session: &Session,
    report: &Report,
    selection: &Selection,
    known: &Baseline,
    unsafe_too: bool,
    held: BTreeSet<String>,
) -> Fixes {
    let mut fixes = Fixes { held, ..Fixes::default() };
    let mut community = session.community().clone();
    let mut findings = report.findings.clone();
    let lived = OnceCell::new();
    for _ in 0..ROUNDS {
        let mut taken = taken(&community, &findings, unsafe_too);
        fixes.left.extend(taken.keys().filter(|path| fixes.held.contains(*path)).cloned());
        taken.retain(|path, _| !fixes.held.contains(path));
        if taken.is_empty() {
            break;
        }
        let mut changed = Vec::new();
        for (path, edits) in taken {
            let Some(document) = community.names().by_path(&path).map(|at| &community.documents()[at]) else { continue };
            let text: Arc<str> = edited(&document.text, &edits).into();
            for (rule, _) in &edits {
                *fixes.rules.entry(*rule).or_default() += 1;
            }
            fixes.texts.insert(path.clone(), Arc::clone(&text));
            changed.push((path, Claim { kind: document.kind, slug: document.slug.clone() }, text));
        }
        community = community.with_more(changed);
        let lived = lived.get_or_init(|| checking::Lived::of(session));
        findings = checking::of(session, &community, selection, lived).without(&mut known.clone()).findings;
    }
    let stays = |finding: &&Finding| finding.fix.as_ref().is_none_or(|mend| !is_wanted(mend.safety(), unsafe_too));
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    fixes.faulty = errors.filter(stays).map(|finding| finding.path.clone()).collect();
    fixes.take_rest(&findings, unsafe_too);
    // What was changed back is as it was.
    let was = |path: &str| session.community().names().by_path(path).map(|at| Arc::clone(&session.community().documents()[at].text));
    fixes.texts.retain(|path, text| was(path).as_ref() != Some(text));
    fixes
}

/// A finding's edits with the rule that it is of.
type Taken<'f> = (&'static str, &'f [Edit]);

/// Of every document the fixes that can be made together: of two that touch, the later one waits for the next look.
fn taken<'f>(community: &Community, findings: &'f [Finding], unsafe_too: bool) -> BTreeMap<String, Vec<Taken<'f>>> {
    let mut all: BTreeMap<String, Vec<Taken<'f>>> = BTreeMap::new();
    for finding in findings {
        let Some(Mend::Text { edits, safety }) = &finding.fix else { continue };
        if !is_wanted(*safety, unsafe_too) || edits.is_empty() || community.names().by_path(&finding.path).is_none() {
            continue;
        }
        let taken = all.entry(finding.path.clone()).or_default();
        let touches = |edit: &Edit| taken.iter().flat_map(|(_, edits)| *edits).any(|other| touch(edit, other));
        if !edits.iter().any(touches) {
            taken.push((finding.rule, edits));
        }
    }
    all
}

fn is_wanted(safety: Safety, unsafe_too: bool) -> bool {
    safety == Safety::Safe || unsafe_too && safety == Safety::Unsafe
}

/// Whether two edits are about the same bytes, or about neighbours.
fn touch(one: &Edit, other: &Edit) -> bool {
    one.span.start <= other.span.end && other.span.start <= one.span.end
}

/// A text with edits made.
fn edited(text: &str, taken: &[Taken<'_>]) -> String {
    let mut edits: Vec<&Edit> = taken.iter().flat_map(|(_, edits)| *edits).collect();
    edits.sort_by_key(|edit| edit.span.start);
    let mut new = String::with_capacity(text.len());
    let mut last = 0;
    for edit in edits {
        if let Some(kept) = text.get(last..edit.span.start).filter(|_| text.is_char_boundary(edit.span.end.min(text.len()))) {
            new.push_str(kept);
            new.push_str(&edit.with);
            last = edit.span.end.min(text.len());
        }
    }
    new.push_str(text.get(last..).unwrap_or_default());
    new
}

#[cfg(test)]
mod tests {
    use super::{Edit, edited, touch};

    fn edit(start: usize, end: usize, with: &str) -> Edit {
        Edit { span: start..end, with: with.to_owned() }
    }

    #[test]
    fn edits_change_only_their_bytes() {
        let (one, other) = ([edit(4, 5, "é"), edit(0, 1, "x")], [edit(7, 7, "!")]);
        assert_eq!(edited("a bédç.", &[("r", &one[1..]), ("s", &[])]), "x bédç.");
        assert_eq!(edited("a b d f", &[("r", &one), ("s", &other)]), "x b é f!");
        // Within a letter nothing is changed.
        assert_eq!(edited("é", &[("r", &[edit(1, 2, "x")])]), "é");
    }

    #[test]
    fn neighbours_wait() {
        assert!(touch(&edit(1, 3, ""), &edit(3, 4, "")) && touch(&edit(3, 4, ""), &edit(1, 3, "")));
        assert!(!touch(&edit(1, 3, ""), &edit(4, 5, "")));
    }
}
