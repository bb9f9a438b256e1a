//! A relation that only one of the two documents tells.

use std::collections::HashSet;

use crate::model::finding::{Mend, Safety, Severity};
use crate::model::kind::Relation;
use crate::model::targets::Target;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `one-sided-relation`
pub static RULE: Rule = Rule {
    code: "REF013",
    name: "one-sided-relation",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: Some(Safety::Safe),
    about: About {
        en: Words {
            says: "A relation that both documents tell stands in only one of them.",
            why: "Who opens the other one on the git host does not see that it was superseded.",
            mend: "Add the line that is proposed to the other document. Where something there contradicts it, find out first which of both \
                   is so: what is said to be superseded may still hold, or say that something else took its place.",
        },
        nl: Words {
            says: "Een relatie die in beide documenten hoort, staat maar in een ervan.",
            why: "Wie het andere document op de git-host opent, ziet niet dat het is vervangen.",
            mend: "Zet de regel die wordt voorgesteld in het andere document. Waar iets het daar tegenspreekt, zoek je eerst uit wat klopt: wat \
                   vervangen heet, kan nog gelden, of zeggen dat er iets anders voor in de plaats kwam.",
        },
        bad: "# practices/new.md\nsupersedes: practice/old\n# practices/old.md has no `superseded_by`",
        good: "# practices/old.md\nsuperseded_by: practice/new",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (written, target) in page.document.relations.iter().zip(scope.targets(page.at)) {
        let (Target::Document(to, _), Some(relation)) = (target, page.kind.relation(&written.name)) else { continue };
        let Some(inverse) = relation.inverse.as_deref().filter(|_| relation.both) else { continue };
        let takes = scope.kind(*to).relation(inverse).is_some();
        if !takes || *to == page.at || scope.related(*to, inverse).any(|back| back == page.at) {
            continue;
        }
        let other = scope.document(*to);
        let raw = found.at(page.at, written.span.clone(), msg!("check-one-sided", path = &other.path, relation = inverse));
        raw.help(msg!("check-one-sided-help", path = &other.path, line = format!("{inverse}: {}", page.document.reference)));
        if is_clear(scope, page, relation, *to) {
            let (path, relation) = (page.document.path.clone(), relation.name.clone());
            raw.fix(Mend::Inverse { path, relation, other: other.path.clone(), safety: Safety::Safe });
        }
    }
}

/// Whether the other document can say it too, and nothing there says otherwise.
fn is_clear(scope: &Scope<'_>, page: &Page<'_>, relation: &Relation, to: usize) -> bool {
    let other = scope.document(to);
    let Some(inverse) = relation.inverse.as_deref().and_then(|name| scope.kind(to).relation(name)) else { return false };
    let takes = inverse.to.is_empty() || inverse.to.contains(&page.kind.name);
    // A record that says its state in its text says there what became of it, in words of its own.
    let says_in_text = other.said_state.as_ref().is_some_and(|said| !said.span.is_empty() && said.span.start >= other.front.body);
    let is_open = takes && !says_in_text && other.front.problems.is_empty() && page.document.front.problems.is_empty();
    // Where there is room for one, there must be one who claims it. What names its successor may have named all.
    let says_none = other.related(&inverse.name).next().is_none();
    let has_room =
        if inverse.list { says_none || inverse.name != "superseded_by" } else { says_none && is_only(scope, page, relation, to) };
    is_open && has_room && !is_circle(scope, page.at, relation, to) && holds(scope, page.at, relation, to)
}

/// Whether no other document says this of one.
fn is_only(scope: &Scope<'_>, page: &Page<'_>, relation: &Relation, to: usize) -> bool {
    let says = |other: usize| scope.related(other, &relation.name).any(|target| target == to);
    !(0..scope.documents().len()).any(|other| other != page.at && says(other))
}

/// Whether the relation leads from the one back to the other: then one of them is wrong.
fn is_circle(scope: &Scope<'_>, at: usize, relation: &Relation, to: usize) -> bool {
    if relation.inverse.as_ref() == Some(&relation.name) {
        return false;
    }
    let order = succession(relation, at, to);
    let (start, end) = order.unwrap_or((to, at));
    let next = |at: usize| -> Vec<usize> {
        if order.is_some() { scope.successors(at).to_vec() } else { scope.related(at, &relation.name).collect() }
    };
    let (mut open, mut seen) = (vec![start], HashSet::from([start]));
    while let Some(at) = open.pop() {
        if at == end {
            return true;
        }
        open.extend(next(at).into_iter().filter(|target| seen.insert(*target)));
    }
    false
}

/// Whether states go with it: what is superseded no longer holds, and what supersedes it does, or did.
fn holds(scope: &Scope<'_>, at: usize, relation: &Relation, to: usize) -> bool {
    succession(relation, at, to)
        .is_none_or(|(new, old)| scope.is_retired(old) && (!scope.is_retired(new) || !scope.successors(new).is_empty()))
}

/// The newer and the older of two of which one says that it takes the other's place, or the other took its own.
fn succession(relation: &Relation, at: usize, to: usize) -> Option<(usize, usize)> {
    match relation.name.as_str() {
        "supersedes" => Some((at, to)),
        "superseded_by" => Some((to, at)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::finding::Mend;
    use crate::work::checks::selection::Selection;
    use crate::work::checks::testing::{community, found, report};

    /// The documents that are to say something too, of those in which something is missing.
    fn mended(files: &[(&str, &str)]) -> Vec<Option<String>> {
        let selection = Selection::new(vec!["one-sided-relation".into()], Vec::new(), Vec::new(), &[]).unwrap();
        let mends = report(&community("", files), &selection).findings.into_iter().map(|finding| finding.fix);
        mends.map(|mend| if let Some(Mend::Inverse { other, .. }) = mend { Some(other) } else { None }).collect()
    }

    #[test]
    fn the_line_for_the_other_document_is_proposed() {
        let old = ("practices/old.md", "---\nstatus: retired\n---\n\n# Old\n");
        let new = ("practices/new.md", "---\nsupersedes: practice/old\n---\n\n# New\n");
        let finding = "practices/new.md:2:13 warning practices/old.md does not say superseded_by; add to practices/old.md: superseded_by: practice/new";
        assert_eq!(found("one-sided-relation", &[old, new]), [finding]);
        let told = ("practices/old.md", "---\nstatus: retired\nsuperseded_by: new\n---\n\n# Old\n");
        assert!(found("one-sided-relation", &[told, new]).is_empty());
    }

    #[test]
    fn the_other_side_is_written_where_nothing_contradicts_it() {
        let old = "practices/old.md";
        let new = ("practices/new.md", "---\nsupersedes: practice/old\n---\n\n# New\n");
        let mends = |text: &str, more: &[(&str, &str)]| mended(&[&[(old, text), new], more].concat());
        assert_eq!(mends("---\nstatus: retired\n---\n\n# Old\n", &[]), [Some(old.to_owned())]);
        // It holds, is superseded by another, or can't be read.
        assert_eq!(mends("---\nstatus: adopted\n---\n\n# Old\n", &[]), [None]);
        let third = ("practices/third.md", "---\nsupersedes: practice/old\n---\n\n# Third\n");
        assert_eq!(mends("---\nstatus: retired\nsuperseded_by: practice/third\n---\n\n# Old\n", &[third]), [None]);
        assert_eq!(mends("---\nstatus: retired\ntags: [a\n---\n\n# Old\n", &[]), [None]);
        // Each says that it took the other's place, directly or by a third.
        assert_eq!(mended(&[(old, "---\nstatus: retired\nsupersedes: practice/new\n---\n\n# Old\n"), new]), [None, None]);
        let round = ("practices/third.md", "---\nsupersedes: practice/new\nsuperseded_by: practice/old\n---\n\n# Third\n");
        let all = mends("---\nstatus: retired\nsupersedes: practice/third\n---\n\n# Old\n", &[round]);
        assert!(all.iter().all(Option::is_none), "{all:?}");
    }

    #[test]
    fn what_never_held_takes_nobodys_place() {
        let old = "---\nstatus: superseded\nsuperseded_by: decision/0002-b\n---\n\n# A\n";
        let mends = |status: &str, more: &[(&str, &str)]| {
            let new = format!("---\nstatus: {status}\n---\n\n# B\n");
            mended(&[&[("decisions/0001-a.md", old), ("decisions/0002-b.md", &new)], more].concat())
        };
        assert_eq!(mends("accepted", &[]), [Some("decisions/0002-b.md".to_owned())]);
        assert_eq!(mends("rejected", &[]), [None]);
        // What lost its place in turn held once.
        let third = [("decisions/0003-c.md", "---\nstatus: accepted\nsupersedes: decision/0002-b\n---\n\n# C\n")];
        assert_eq!(mends("superseded", &third), [Some("decisions/0002-b.md".to_owned()), Some("decisions/0002-b.md".to_owned())]);
    }

    #[test]
    fn a_record_that_says_its_state_in_its_text_is_left_to_its_writer() {
        let old = ("decisions/0001-a.md", "# 1. A\n\n## Status\n\nDeprecated\n\n## Context\n\nx\n");
        let new = ("decisions/0002-b.md", "---\nstatus: accepted\nsupersedes: 1\n---\n\n# B\n");
        assert_eq!(mended(&[old, new]), [None]);
    }
}
