//! A link to what no longer holds.

use crate::base::lang::Msg;
use crate::model::finding::{Safety, Severity};
use crate::model::kind::{Capability, State};
use crate::msg;
use crate::text::markdown::LinkForm;
use crate::work::checks::fate::Fate;
use crate::work::checks::fix;
use crate::work::checks::page::Page;
use crate::work::checks::paths;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `retired-link`
pub static RULE: Rule = Rule {
    code: "REF012",
    name: "retired-link",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: Some(Safety::Unsafe),
    about: About {
        en: Words {
            says: "A document that holds links to one that no longer does.",
            why: "The reader follows a way of working that was given up, unless they notice its state.",
            mend: "Link to the successor, or say in the sentence that it is about what used to be done.",
        },
        nl: Words {
            says: "Een geldend document verwijst naar een document dat niet meer geldt.",
            why: "De lezer volgt een werkwijze die is losgelaten, tenzij de status opvalt.",
            mend: "Verwijs naar de opvolger, of zeg in de zin dat het gaat over hoe het vroeger ging.",
        },
        bad: "as in [old way](old-way.md), which is retired",
        good: "as in [new way](new-way.md)",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    // Only what is kept true has to keep up; minutes and stories tell how things were.
    if !page.kind.has(Capability::Stewarded) || scope.is_retired(page.at) {
        return;
    }
    for (link, fate) in page.links() {
        let Fate::Document(to, _) = fate else { continue };
        let to = *to;
        // Who supersedes a document, or names it in the front matter, speaks of it knowingly.
        let knows =
            |at: usize| page.document.relations.iter().any(|relation| scope.related(page.at, &relation.name).any(|other| other == at));
        if !scope.is_retired(to) || to == page.at || scope.successors(to).contains(&page.at) || knows(to) {
            continue;
        }
        let target = scope.document(to);
        let name = target.state.as_deref().unwrap_or_default();
        let state = scope.kind(to).state(name).map_or_else(|| Msg::literal(name), State::told);
        let raw = found.at(page.at, link.target_span.clone(), msg!("check-retired-link", title = &target.title, state = state));
        match scope.successors(to).first() {
            Some(new) => {
                let new = &scope.document(*new).path;
                raw.help(msg!("check-retired-link-help", name = paths::relative(&page.document.path, new)));
                // The words around it may speak of the old one, and a heading of it need not be in the new one.
                if link.form != LinkForm::Wiki && !link.target.contains('#') {
                    raw.fix(fix::link(page, link, new, Safety::Unsafe));
                }
            }
            None => drop(raw.at_most(Severity::Note)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn the_successor_is_proposed_and_those_who_know_are_left_alone() {
        let old = ("practices/old.md", "---\nstatus: retired\nsuperseded_by: practice/new\n---\n\n# Old\n");
        let new = ("practices/new.md", "---\nsupersedes: practice/old\n---\n\n# New\n\nNot [so](old.md) any more.\n");
        let reader = ("practices/reader.md", "# R\n\nsee [it](old.md)\n");
        let story = ("stories/s.md", "# S\n\nsee [it](../practices/old.md)\n");
        assert_eq!(
            found("retired-link", &[old, new, reader, story]),
            ["practices/reader.md:3:10 warning \"Old\" no longer holds (retired); its successor: new.md"]
        );
    }
}
