//! People without a member's file who count as several.

use crate::model::finding::{Fix, Mend, Severity};
use crate::model::settings::FILE;
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// So many are named.
const NAMED: usize = 3;

/// `split-author`
pub static RULE: Rule = Rule {
    code: "PEO005",
    name: "split-author",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    about: About {
        en: Words {
            says: "People without a member's file committed from several addresses, and count as several people.",
            why: "Lists of who helped name them more than once, and what they did is spread over those lines.",
            mend: "`cop check --fix` writes who they are in `.mailmap`, which git reads too, where more than the name is the same and nothing \
                   speaks against it. Of whom only the name is the same it asks on a terminal, one by one: anybody can write a name in git. \
                   `cop doctor` has the lines for all. Or make them members with `cop invite`: then their addresses go to their own files.",
        },
        nl: Words {
            says: "Mensen zonder ledenbestand legden iets vast vanaf verschillende adressen, en tellen als meer mensen.",
            why: "In lijsten van wie hielp staan ze meer dan één keer, met hun werk over die regels verdeeld.",
            mend: "`cop check --fix` schrijft wie ze zijn in `.mailmap`, dat git ook leest, waar meer dan de naam gelijk is en niets ertegen \
                   pleit. Is alleen de naam gelijk, dan vraagt het ernaar op een terminal, een voor een: iedereen kan een naam in git \
                   schrijven. `cop doctor` heeft de regels voor allemaal. Of maak ze lid met `cop invite`: dan komen hun adressen in hun eigen bestand.",
        },
        bad: "# commits by Kees Bos <kees@work.example> and Kees Bos <kees@home.example>",
        good: "# .mailmap\nKees Bos <kees@work.example> <kees@home.example>",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    let Some(same) = scope.same_people() else { return };
    let (mut sure, mut alike, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for proposal in same.proposals.iter().filter(|proposal| proposal.member.is_none()) {
        let Some(more) = same.mailmap(proposal) else { continue };
        if proposal.doubt.is_none() {
            sure.push(same.called(proposal));
            lines.extend(more);
        } else if proposal.is_by_name_alone() {
            alike.push(same.called(proposal));
        }
    }
    if !sure.is_empty() {
        let (names, more) = first(&sure);
        let raw = found.about(scope, FILE, msg!("check-split", names = names, more = more, count = sure.len()));
        if same.is_whole {
            let change = Mend::Lines { path: ".mailmap".to_owned(), lines };
            raw.help(msg!("check-split-help")).fix(Fix { change, is_sure: true });
        } else {
            raw.help(msg!("check-split-elsewhere"));
        }
    }
    if !alike.is_empty() {
        let (names, more) = first(&alike);
        let raw = found.about(scope, FILE, msg!("check-split-alike", names = names, more = more, count = alike.len()));
        raw.help(if same.is_whole { msg!("check-split-alike-help") } else { msg!("check-split-elsewhere") });
    }
}

/// The first of some names, and how many there are besides.
fn first(names: &[String]) -> (String, usize) {
    let first: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    (first.join(", "), names.len().saturating_sub(NAMED))
}
