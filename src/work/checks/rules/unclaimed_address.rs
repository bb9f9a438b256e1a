//! An address in history that looks like a member's, and that no member's file has.

use crate::model::finding::{Mend, Safety, Severity};
use crate::model::identity::shortened;
use crate::model::same_person::Doubt;
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;
use crate::work::same_people::Known;

/// `unclaimed-address`
pub static RULE: Rule = Rule {
    code: "PEO004",
    name: "unclaimed-address",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: Some(Safety::Asked),
    about: About {
        en: Words {
            says: "Somebody with a member's name committed from an address that no member's file has.",
            why: "What was done from that address counts as somebody else's. cop takes nobody for a member by name alone: two people can have \
                  one, and git lets anybody write any.",
            mend: "If it is the same person, `cop check --fix --same HANDLE` writes the address in the member's file; on a terminal `cop \
                   check --fix` asks. Ask the member first: whose address is in that file acts as the member.",
        },
        nl: Words {
            says: "Iemand met de naam van een lid legde iets vast vanaf een adres dat in geen ledenbestand staat.",
            why: "Wat vanaf dat adres is gedaan, telt als het werk van iemand anders. cop houdt niemand op naam alleen voor een lid: twee \
                  mensen kunnen er één hebben, en in git kan iedereen elke naam schrijven.",
            mend: "Is het dezelfde persoon, dan zet `cop check --fix --same LID` het adres in het ledenbestand; op een terminal vraagt \
                   `cop check --fix` ernaar. Vraag het het lid eerst: wiens adres in dat bestand staat, handelt als het lid.",
        },
        bad: "# members/anna.md, and commits by Anna de Wit <anna@home.example>\nname: Anna de Wit\nemails: [anna@work.example]",
        good: "name: Anna de Wit\nemails: [anna@work.example, anna@home.example]",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    let Some(same) = scope.same_people() else { return };
    let people = scope.community.people();
    for proposal in &same.proposals {
        let (&[who], Some(member)) = (&proposal.authors[..], proposal.member.as_deref().and_then(|handle| people.by_handle(handle))) else {
            continue;
        };
        let (Some(at), Some((known, value))) = (scope.community.names().by_path(&member.path), same.known(who)) else { continue };
        let shown = if known == Known::Account { value.clone() } else { shortened(&value) };
        let msg = msg!(
            "check-unclaimed",
            count = same.active[who].commits,
            name = same.name(who),
            address = shown,
            first =
                same.active[who].worked.map(|(first, _)| first).or(same.active[who].first).map(|day| day.to_string()).unwrap_or_default(),
            handle = &member.handle,
            why = proposal.likeness.msg()
        );
        let doubt = proposal.doubt;
        // Whoever works as `root@localhost` would be the member.
        if doubt == Doubt::Anybody {
            found.at(at, 0..0, msg).help(msg!("check-unclaimed-anybody"));
            continue;
        }
        // Never for sure: who writes a name would be in the file, and could decide what the member may.
        let change = Mend::Value { path: member.path.clone(), field: known.field().to_owned(), value };
        // No line of the file is shown: those with addresses end up in logs with what a check says.
        found.at(at, 0..0, msg).help(msg!("check-unclaimed-doubt", doubt = doubt.msg(), handle = &member.handle)).fix(change);
    }
}
