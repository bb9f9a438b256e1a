//! People without a member's file who count as several.

use crate::model::finding::{Mend, Safety, Severity};
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
    fix: Some(Safety::Asked),
    about: About {
        en: Words {
            says: "People without a member's file committed from several addresses, and count as several people.",
            why: "Lists of who helped name them more than once, and what they did is spread over those lines.",
            mend: "`cop check --fix` asks on a terminal, one by one, who is one person and which address stays, and writes that in `.mailmap`, \
                   which git reads too. It writes nothing unasked: anybody can type a name and an address in git. \
                   `cop doctor` has the lines for all. Or make them members with `cop invite`: then their addresses go to their own files.",
        },
        nl: Words {
            says: "Mensen zonder ledenbestand legden iets vast vanaf verschillende adressen, en tellen als meer mensen.",
            why: "In lijsten van wie hielp staan ze meer dan één keer, met hun werk over die regels verdeeld.",
            mend: "`cop check --fix` vraagt op een terminal, een voor een, wie één persoon is en welk adres blijft, en schrijft dat in \
                   `.mailmap`, dat git ook leest. Ongevraagd schrijft het niets: iedereen kan een naam en een adres in git typen. `cop doctor` heeft de regels voor allemaal. Of maak ze lid met `cop invite`: dan komen hun adressen in hun eigen bestand.",
        },
        bad: "# commits by Kees Bos <kees@work.example> and Kees Bos <kees@home.example>",
        good: "# .mailmap\nKees Bos <kees@work.example> <kees@home.example>",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    let Some(same) = scope.same_people() else { return };
    let (mut names, mut lines) = (Vec::new(), Vec::new());
    for proposal in same.proposals.iter().filter(|proposal| proposal.is_asked()) {
        let Some(more) = same.mailmap(proposal) else { continue };
        names.push(same.called(proposal));
        lines.extend(more);
    }
    names.dedup();
    if names.is_empty() {
        return;
    }
    let (first, more) = first(&names);
    let raw = found.about(scope, FILE, msg!("check-split", names = first, more = more, count = names.len()));
    if same.is_whole {
        raw.help(msg!("check-split-help")).fix(Mend::Lines { path: ".mailmap".to_owned(), lines });
    } else {
        raw.help(msg!("check-split-elsewhere"));
    }
}

/// The first of some names, and how many there are besides.
fn first(names: &[String]) -> (String, usize) {
    let first: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    (first.join(", "), names.len().saturating_sub(NAMED))
}
