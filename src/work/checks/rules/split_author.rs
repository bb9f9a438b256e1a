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
            mend: "`cop check --fix` writes who they are in `.mailmap`, which git reads too, where nothing speaks against it; `cop doctor` \
                   has the lines for the others. Or make them members with `cop invite`: then their addresses go to their own files.",
        },
        nl: Words {
            says: "Mensen zonder ledenbestand legden iets vast vanaf verschillende adressen, en tellen als meer mensen.",
            why: "In lijsten van wie hielp staan ze meer dan één keer, met hun werk over die regels verdeeld.",
            mend: "`cop check --fix` schrijft wie ze zijn in `.mailmap`, dat git ook leest, waar niets ertegen pleit; `cop doctor` heeft de \
                   regels voor de anderen. Of maak ze lid met `cop invite`: dan komen hun adressen in hun eigen bestand.",
        },
        bad: "# commits by Kees Bos <kees@work.example> and Kees Bos <kees@home.example>",
        good: "# .mailmap\nKees Bos <kees@work.example> <kees@home.example>",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    let Some(same) = scope.same_people() else { return };
    let sure = same.proposals.iter().filter(|proposal| proposal.member.is_none() && proposal.doubt.is_none());
    let (mut names, mut lines) = (Vec::new(), Vec::new());
    for proposal in sure {
        if let Some(more) = same.mailmap(proposal) {
            names.push(same.called(proposal));
            lines.extend(more);
        }
    }
    if names.is_empty() {
        return;
    }
    let more = names.len().saturating_sub(NAMED);
    let first = names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let raw = found.about(scope, FILE, msg!("check-split", names = first, more = more, count = names.len()));
    if same.is_whole {
        let change = Mend::Lines { path: ".mailmap".to_owned(), lines };
        raw.help(msg!("check-split-help")).fix(Fix { change, is_sure: true });
    } else {
        raw.help(msg!("check-split-elsewhere"));
    }
}
