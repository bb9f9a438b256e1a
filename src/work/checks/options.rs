//! What can be set of a rule beside how much it matters: `check: options:` in `community.yaml`.

use crate::base::lang::Msg;
use crate::base::timespan::Timespan;
use crate::model::check_settings::Chosen;
use crate::model::settings::Settings;
use crate::msg;

use super::rule::Rule;

/// Something that can be set of a rule.
pub(super) struct RuleOption<T: 'static> {
    /// The rule's code and name.
    rule: (&'static str, &'static str),
    name: &'static str,
    /// What holds where the community says nothing.
    usual: T,
    read: fn(&str) -> Option<T>,
    shown: fn(T) -> Msg,
    wants: fn() -> Msg,
    /// What it decides, in English and Dutch.
    says: [&'static str; 2],
}

/// The same, whatever it is set to.
pub(super) trait Settable: Sync {
    /// Whether it is one of a rule.
    fn is_of(&self, rule: &Rule) -> bool;
    /// Its name.
    fn name(&self) -> &'static str;
    /// What it decides, in English and Dutch.
    fn says(&self) -> [&'static str; 2];
    /// What holds in a community.
    fn shown(&self, settings: Option<&Settings>) -> Msg;
    /// What is wrong with a value, if anything is.
    fn fault(&self, value: &str) -> Option<Msg>;
}

/// After how long a question should have an answer.
pub(super) static UNANSWERED: RuleOption<Timespan> = RuleOption {
    rule: ("STW003", "unanswered-question"),
    name: "after",
    usual: Timespan { months: 0, days: 30 },
    read: Timespan::parse,
    shown: time,
    wants: || msg!("settings-wants-duration"),
    says: ["how long a question may wait", "hoe lang een vraag mag wachten"],
};

/// After how long a proposal should be decided.
pub(super) static UNDECIDED: RuleOption<Timespan> = RuleOption {
    rule: ("STW004", "stale-proposal"),
    name: "after",
    usual: Timespan { months: 0, days: 90 },
    read: Timespan::parse,
    shown: time,
    wants: || msg!("settings-wants-duration"),
    says: ["how long a proposal may wait", "hoe lang een voorstel mag wachten"],
};

/// How long a question may wait for an answer, and a proposal for a decision: as the community says, or is usual.
pub fn patience(settings: &Settings) -> (Timespan, Timespan) {
    (UNANSWERED.of(settings), UNDECIDED.of(settings))
}

/// Of a hundred shingles that either text has, so many are in both where they are nearly the same.
pub(super) static SHARE: RuleOption<usize> = RuleOption {
    rule: ("CON008", "near-duplicate"),
    name: "share",
    usual: 80,
    read: |text| text.strip_suffix('%').unwrap_or(text).trim_end().parse().ok().filter(|share| (50..=100).contains(share)),
    shown: |share| Msg::literal(format!("{share} %")),
    wants: || msg!("check-option-wants-share"),
    says: ["how much two documents share that are nearly the same", "hoeveel twee documenten delen die bijna hetzelfde zijn"],
};

/// A text of fewer runs of words says too little to be a copy: what two short ones share is the form they were made from.
pub(super) static FEWEST: RuleOption<usize> = RuleOption {
    rule: ("CON008", "near-duplicate"),
    name: "words",
    usual: 40,
    read: |text| text.parse().ok().filter(|words| (10..=10_000).contains(words)),
    shown: |words| Msg::literal(words.to_string()),
    wants: || msg!("check-option-wants-words"),
    says: ["of how many words a document has to be for that", "uit hoeveel woorden een document daarvoor moet bestaan"],
};

/// All of them, by their rules' names.
pub(super) static ALL: [&dyn Settable; 4] = [&SHARE, &FEWEST, &UNDECIDED, &UNANSWERED];

fn time(time: Timespan) -> Msg {
    time.says().unwrap_or_else(|| Msg::literal(format!("{}m{}d", time.months, time.days)))
}

/// Whether a rule of this code and name is the one that is called so; the letters of an area are no rule.
pub(super) fn is_called(typed: &str, (code, name): (&str, &str)) -> bool {
    let typed = typed.trim();
    typed.eq_ignore_ascii_case(code) || typed.replace('_', "-").eq_ignore_ascii_case(name)
}

impl<T: Copy> RuleOption<T> {
    /// What holds in a community; what can't be meant is told, and the usual holds.
    pub(super) fn of(&self, settings: &Settings) -> T {
        let mut chosen = settings.check.options.iter().rev().filter(|chosen| self.is_meant(chosen));
        chosen.find_map(|chosen| (self.read)(chosen.value.trim())).unwrap_or(self.usual)
    }

    fn is_meant(&self, chosen: &Chosen) -> bool {
        is_called(&chosen.rule, self.rule) && chosen.name.eq_ignore_ascii_case(self.name)
    }
}

impl<T: Copy + Sync> Settable for RuleOption<T> {
    fn is_of(&self, rule: &Rule) -> bool {
        rule.code == self.rule.0
    }

    fn name(&self) -> &'static str {
        self.name
    }

    fn says(&self) -> [&'static str; 2] {
        self.says
    }

    fn shown(&self, settings: Option<&Settings>) -> Msg {
        (self.shown)(settings.map_or(self.usual, |settings| self.of(settings)))
    }

    fn fault(&self, value: &str) -> Option<Msg> {
        (self.read)(value.trim()).is_none().then(self.wants)
    }
}

#[cfg(test)]
mod tests {
    use super::ALL;
    use crate::work::checks::rules;
    use crate::work::checks::testing::found_in;

    const OLD: &str = "---\ndate: 2026-08-01\nstatus: proposed\n---\n\n# A\n";

    #[test]
    fn each_is_of_one_rule() {
        for option in ALL {
            assert_eq!(rules::all().filter(|rule| option.is_of(rule)).count(), 1, "{}", option.name());
        }
    }

    #[test]
    fn what_is_set_holds() {
        let at = |options: &str| found_in("stale-proposal", options, &[("decisions/0001-a.md", OLD)]).len();
        assert_eq!(at(""), 1);
        assert_eq!(at("check: {options: {stale-proposal: {after: 6 months}}}\n"), 0);
        assert_eq!(at("check: {options: {STW004: {After: een jaar}, stale-proposal: {after: 30d}}}\n"), 1);
        assert_eq!(at("check: {options: {stale-proposal: {after: soon}}}\n"), 1);
    }

    #[test]
    fn what_can_not_be_set_is_told() {
        let at = |options: &str| found_in("settings-value", &format!("check:\n  options: {{{options}}}\n"), &[("practices/a.md", "# A\n")]);
        assert_eq!(at("near-duplicate: {share: 90 %, words: 60}").len(), 0);
        for (options, says) in [
            ("near-duplicat: {share: 90}", "near-duplicate"),
            ("REF: {share: 90}", "REF"),
            ("dead-link: {share: 90}", "nothing"),
            ("near-duplicate: {shares: 90}", "share, words"),
            ("near-duplicate: {share: 40}", "50"),
            ("near-duplicate: {words: many}", "10"),
            ("stale-proposal: {after: soon}", "6 months"),
        ] {
            let told = at(options);
            assert!(told.len() == 1 && told[0].contains(says), "{options}: {told:?}");
        }
    }
}
