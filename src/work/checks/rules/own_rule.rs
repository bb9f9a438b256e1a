//! A document that does not keep a rule of the community's own.

use crate::model::finding::Severity;
use crate::work::checks::own;
use crate::work::checks::rule::{About, Check, Rule, Words};

/// `own-rule`
pub static RULE: Rule = Rule {
    code: "OWN001",
    name: "own-rule",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A document does not keep a rule of the community's own.",
            why: "What a community agreed on is forgotten where nothing reminds its members. Such a rule stands in community.yaml under check: own:, with a search that must find nothing, or with a section or a field that must be there.",
            mend: "Do what the finding says; or talk about the rule, and change it in community.yaml.",
        },
        nl: Words {
            says: "Een document houdt zich niet aan een eigen regel van de gemeenschap.",
            why: "Wat een gemeenschap afsprak, wordt vergeten waar niets haar leden eraan herinnert. Zo'n regel staat in community.yaml onder check: own:, met een zoekvraag die niets mag vinden, of met een onderdeel of veld dat er moet zijn.",
            mend: "Doe wat de bevinding zegt; of praat over de regel, en verander hem in community.yaml.",
        },
        bad: "kept: {says: Every adopted practice has a steward, none: 'kind:practice status:adopted -has:steward'}",
        good: "steward: anna",
    },
    check: Check::Community(own::check),
};
