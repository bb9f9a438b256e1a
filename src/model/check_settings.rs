//! What a community tells `check`: how much rules matter, everywhere or in some files, what it demands beside them, and what is not checked.

use std::ops::Range;

use crate::base::glob::Glob;
use crate::msg;
use crate::text::front::nodes::Node;

use super::own_rules::OwnRule;
use super::reading::Reader;

/// The keys of `check:`.
pub const KEYS: [&str; 6] = ["severities", "rules", "paths", "options", "exclude", "own"];

/// What a community tells `check`.
#[derive(Clone, Debug, Default)]
pub struct CheckSettings {
    /// How much rules matter.
    pub severities: Vec<Weighed>,
    /// The same in the files that a pattern names; of several the last that says something of a rule.
    pub paths: Vec<(Glob, Vec<Weighed>)>,
    /// What is set of rules beside that.
    pub options: Vec<Chosen>,
    /// The rules that the community made for itself.
    pub own: Vec<OwnRule>,
    /// Paths that are not checked.
    pub exclude: Vec<Glob>,
}

/// How much a rule matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The rule's name or code, or the letters of an area, as written.
    pub rule: String,
    /// `error`, `warning`, `note` or `off`.
    pub word: String,
    /// Where the rule is named.
    pub span: Range<usize>,
}

/// Something that is set of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The rule's name or code, as written.
    pub rule: String,
    /// Where the rule is named.
    pub rule_span: Range<usize>,
    /// What is set of it.
    pub name: String,
    /// Where that is named.
    pub name_span: Range<usize>,
    /// To what.
    pub value: String,
    /// Where that stands.
    pub value_span: Range<usize>,
}

impl CheckSettings {
    /// Reads `check:`.
    pub(super) fn read(node: &Node, read: &mut Reader<'_>) -> Self {
        let mut check = Self::default();
        for entry in read.map(node) {
            match entry.key.as_str() {
                "severities" | "rules" => check.severities.extend(weighed(&entry.value, read)),
                "paths" => {
                    for place in read.map(&entry.value) {
                        let weighed = weighed(&place.value, read);
                        match Glob::new(&place.key) {
                            Ok(glob) => check.paths.push((glob, weighed)),
                            Err(error) => read.bad(&place.key_span, error),
                        }
                    }
                }
                "options" => check.options.extend(chosen(&entry.value, read)),
                "exclude" => check.exclude = read.globs(&entry.value, |_| Ok(())),
                "own" => check.own = OwnRule::read(&entry.value, read),
                _ => read.unknown(entry, &KEYS),
            }
        }
        check
    }

    /// Everything that is said of rules, wherever.
    pub fn all(&self) -> impl Iterator<Item = &Weighed> {
        self.severities.iter().chain(self.paths.iter().flat_map(|(_, weighed)| weighed))
    }
}

fn weighed(node: &Node, read: &mut Reader<'_>) -> Vec<Weighed> {
    let mut all = Vec::new();
    for rule in read.map(node) {
        let known = |text: &str| matches!(text, "error" | "warning" | "note" | "off").then(|| text.to_owned());
        let wanted = msg!("settings-wants-one-of", values = "error, warning, note, off");
        if let Some(word) = read.parsed(&rule.value, known, wanted) {
            all.push(Weighed { rule: rule.key.clone(), word, span: rule.key_span.clone() });
        }
    }
    all
}

fn chosen(node: &Node, read: &mut Reader<'_>) -> Vec<Chosen> {
    let mut all = Vec::new();
    for rule in read.map(node) {
        for option in read.map(&rule.value) {
            let Some(value) = read.parsed(&option.value, |text| Some(text.to_owned()), msg!("settings-wants-text")) else { continue };
            all.push(Chosen {
                rule: rule.key.clone(),
                rule_span: rule.key_span.clone(),
                name: option.key.clone(),
                name_span: option.key_span.clone(),
                value,
                value_span: option.value.span.clone(),
            });
        }
    }
    all
}
