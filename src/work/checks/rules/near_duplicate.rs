//! Two documents that are nearly the same.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::model::finding::Severity;
use crate::model::kind::Capability;
use crate::model::near_copies::{NearCopy, Shingles, near_copies};
use crate::msg;
use crate::text::markdown::Zone;
use crate::work::checks::options::{FEWEST, SHARE};
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::{Scope, is_form};

/// `near-duplicate`
pub static RULE: Rule = Rule {
    code: "CON008",
    name: "near-duplicate",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "Two documents of one kind are nearly the same.",
            why: "Whoever mends the one leaves the other as it was, and a reader does not know which of the two holds.",
            mend: "Make one document of them, and mark the other as superseded or as a duplicate; or say in each what is its own.",
        },
        nl: Words {
            says: "Twee documenten van één soort zijn bijna hetzelfde.",
            why: "Wie het ene verbetert, laat het andere zoals het was, en een lezer weet niet welk van de twee geldt.",
            mend: "Maak er één document van en merk het andere aan als vervangen of als dubbel; of zet in elk alleen wat het eigene ervan is.",
        },
        bad: "# practices/export-mail.md and practices/exporting-mail.md, with one sentence between them",
        good: "# practices/exporting-mail.md\nstatus: retired\nsuperseded_by: practice/export-mail",
    },
    check: Check::Community(check),
};

/// Of so many documents that are nearly the same each is told; of more, how many there are.
const SEVERAL: usize = 5;

fn check(scope: &Scope<'_>, found: &mut Found) {
    let mut alike: BTreeMap<(usize, &str), Vec<usize>> = BTreeMap::new();
    for at in scope.by_age().into_iter().filter(|at| stands_alone(scope, *at)) {
        let document = scope.document(at);
        alike.entry((document.kind, &document.lang)).or_default().push(at);
    }
    let (share, fewest) = (SHARE.of(scope.settings()), FEWEST.of(scope.settings()));
    for group in alike.values() {
        let texts: Vec<(usize, Shingles)> = group.par_iter().map(|at| (*at, shingles(scope, *at))).collect();
        let (places, texts): (Vec<usize>, Vec<Shingles>) = texts.into_iter().filter(|(_, text)| text.count() >= fewest).unzip();
        let copies = near_copies(&texts, share).into_iter().map(|copy| NearCopy { of: places[copy.of], at: places[copy.at], ..copy });
        tell(scope, &copies.filter(|copy| !know_one_another(scope, copy)).collect::<Vec<_>>(), found);
    }
}

/// Tells of each copy what it is one of; where there are many, once how many there are.
fn tell(scope: &Scope<'_>, copies: &[NearCopy], found: &mut Found) {
    // The first of those that each is a copy of, by way of others; what is copied comes before its copies.
    let mut first: HashMap<usize, usize> = HashMap::new();
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for copy in copies {
        let root = *first.get(&copy.of).unwrap_or(&copy.of);
        first.insert(copy.at, root);
        *counts.entry(root).or_default() += 1;
    }
    for copy in copies {
        let Some((root, count)) = first.get(&copy.at).and_then(|root| Some((*root, counts.remove(root)?))) else { continue };
        if count >= SEVERAL {
            let path = &scope.document(copy.at).path;
            let raw = found.at(root, scope.document(root).title_span.clone(), msg!("check-near-duplicates", count = count, path = path));
            raw.help(msg!("check-near-duplicate-help"));
        } else {
            counts.insert(root, count);
            let msg = msg!("check-near-duplicate", path = &scope.document(copy.of).path, share = copy.share);
            found.at(copy.at, scope.document(copy.at).title_span.clone(), msg).help(msg!("check-near-duplicate-help"));
        }
    }
}

/// Whether a document is there for its own sake: not a form, no answer, no page of a person or minutes of a day, and not kept for its
/// history only.
fn stands_alone(scope: &Scope<'_>, at: usize) -> bool {
    let kind = scope.kind(at);
    let is_of_another = kind.parent.is_some() || kind.has(Capability::Person) || kind.has(Capability::Dated);
    !is_of_another && !scope.is_retired(at) && !is_form(&scope.document(at).path)
}

/// The shingles of what a document says: its headings are those of its kind.
fn shingles(scope: &Scope<'_>, at: usize) -> Shingles {
    let document = scope.document(at);
    let said = document.markdown.runs.iter().filter(|run| matches!(run.zone, Zone::Body | Zone::Code));
    Shingles::of(said.map(|run| run.text(&document.text)))
}

/// Whether one of two documents says what the other is to it.
fn know_one_another(scope: &Scope<'_>, copy: &NearCopy) -> bool {
    [(copy.of, copy.at), (copy.at, copy.of)].into_iter().any(|(one, other)| {
        let names = ["supersedes", "superseded_by", "duplicate_of", "translation_of"];
        names.into_iter().any(|name| scope.related(one, name).any(|at| at == other))
    })
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::{found, found_in};

    /// A text of so many words, each its own but for those that `changed` names.
    fn text(changed: &[usize]) -> String {
        let word = |at: usize| if changed.contains(&at) { format!("other{at} ") } else { format!("word{at} ") };
        (0..100).map(word).collect::<Vec<_>>().concat()
    }

    #[test]
    fn a_copy_with_a_sentence_more_is_told_and_one_that_says_what_it_is_is_not() {
        let (old, new) = (format!("# A\n\n{}\n", text(&[])), format!("# B\n\n{}\n", text(&[50])));
        let told = "practices/b.md:1:1 warning 90 % of this stands in practices/a.md too; make one of them, or say in each what the other is to it";
        assert_eq!(found("near-duplicate", &[("practices/a.md", &old), ("practices/b.md", &new)]), [told]);
        for front in ["superseded_by: practice/a", "supersedes: practice/a", "translation_of: practice/a", "lang: nl", "status: retired"] {
            let new = format!("---\n{front}\n---\n\n{new}");
            assert_eq!(found("near-duplicate", &[("practices/a.md", &old), ("practices/b.md", &new)]), [] as [&str; 0], "{front}");
        }
        let other = format!("# B\n\n{}\n", text(&[20, 40, 60, 80]));
        assert!(found("near-duplicate", &[("practices/a.md", &old), ("practices/b.md", &other)]).is_empty());
        assert!(found("near-duplicate", &[("practices/a.md", &old), ("decisions/0001-b.md", &new)]).is_empty());
    }

    #[test]
    fn of_many_copies_only_how_many_there_are_is_told() {
        let files: Vec<(String, String)> =
            (0..9).map(|at| (format!("practices/a{at}.md"), format!("# A{at}\n\n{}\n", text(&[10 * at])))).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let told = found_in("near-duplicate", "", &files);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("practices/a0.md:1:1 warning 8 other documents"), "{told:?}");
    }
}
