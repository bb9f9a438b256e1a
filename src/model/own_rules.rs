//! The rules that a community makes for itself without writing code: `check: own:` in `community.yaml`.

use std::ops::Range;

use crate::base::pattern::Pattern;
use crate::msg;
use crate::text::front::nodes::{Entry, Node};

use super::field::Label;
use super::finding::Severity;
use super::kind::Section;
use super::kind_file::label;
use super::reading::Reader;

/// The keys of a rule.
pub const KEYS: [&str; 9] = ["says", "mend", "severity", "kind", "where", "none", "section", "field", "pattern"];

/// A rule of the community's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnRule {
    /// Its name.
    pub name: String,
    /// Where that stands.
    pub span: Range<usize>,
    /// What is wrong where it is not kept, in the community's words.
    pub says: Label,
    /// What to do then.
    pub mend: Label,
    /// How much it matters.
    pub severity: Severity,
    /// The kinds whose documents it is for, as they are written; none for all.
    pub kinds: Vec<Said>,
    /// The search that finds the documents that it is for; none for all.
    pub which: Option<Said>,
    /// What it demands of them.
    pub demand: Demand,
}

/// Something that is written in the settings, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Their bytes in `community.yaml`.
    pub span: Range<usize>,
}

/// What a rule demands.
#[derive(Clone, Debug, PartialEq)]
pub enum Demand {
    /// That a search finds none.
    None(Said),
    /// That there is a section with one of some headings.
    Section(Section),
    /// That a field, a relation or any other key has a value, and that all of its values have a form.
    Field {
        /// Its name, or a key.
        field: Said,
        /// The form.
        pattern: Option<Pattern>,
    },
}

/// What is said of a rule, before it is known whether it is one.
#[derive(Default)]
struct Draft {
    says: Label,
    mend: Label,
    severity: Option<Severity>,
    kinds: Vec<Said>,
    which: Option<Said>,
    none: Option<Said>,
    section: Option<Section>,
    field: Option<Said>,
    pattern: Option<(Pattern, Range<usize>)>,
    /// Whether a part of it can't be used: without it the rule would demand something else.
    is_bad: bool,
}

impl OwnRule {
    /// Reads `own:`: under each name what the rule demands.
    pub(super) fn read(node: &Node, read: &mut Reader<'_>) -> Vec<Self> {
        read.map(node).iter().filter_map(|entry| Self::of(entry, read)).collect()
    }

    /// Whether a name is its name.
    pub fn is_called(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name.trim())
    }

    /// The search that is to find nothing, if it demands that.
    pub fn none(&self) -> Option<&Said> {
        match &self.demand {
            Demand::None(said) => Some(said),
            Demand::Section(_) | Demand::Field { .. } => None,
        }
    }

    fn of(entry: &Entry, read: &mut Reader<'_>) -> Option<Self> {
        let mut draft = Draft::default();
        for part in read.map(&entry.value) {
            draft.take(part, read);
        }
        let span = entry.key_span.clone();
        if draft.is_bad {
            return None;
        }
        // It is typed on command lines and in comments, printed as it is, and no beginning of a code.
        let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
        if !entry.key.chars().all(is_name) || entry.key.chars().nth(SHORTEST - 1).is_none() {
            read.bad(&span, msg!("own-wants-name"));
            return None;
        }
        let demands = [draft.none.is_some(), draft.section.is_some(), draft.field.is_some()];
        if demands.into_iter().filter(|said| *said).count() != 1 {
            read.bad(&span, msg!("own-wants-demand", name = &entry.key));
            return None;
        }
        if let Some((_, span)) = draft.pattern.as_ref().filter(|_| draft.field.is_none()) {
            read.bad(span, msg!("own-pattern-without-field"));
        }
        let pattern = draft.pattern.map(|(pattern, _)| pattern);
        let field = draft.field.map(|field| Demand::Field { field, pattern });
        let demand = draft.none.map(Demand::None).or(draft.section.map(Demand::Section)).or(field)?;
        let Draft { says, mend, kinds, which, .. } = draft;
        Some(Self {
            name: entry.key.clone(),
            span,
            says,
            mend,
            severity: draft.severity.unwrap_or(Severity::Warning),
            kinds,
            which,
            demand,
        })
    }
}

impl Draft {
    fn take(&mut self, part: &Entry, read: &mut Reader<'_>) {
        let node = &part.value;
        match part.key.as_str() {
            "says" => label(node, read, &mut self.says),
            "mend" => label(node, read, &mut self.mend),
            "severity" => {
                self.severity = read.parsed(node, Severity::parse, msg!("settings-wants-one-of", values = "error, warning, note"));
            }
            "kind" => self.kinds = read.items(node, MOST).iter().filter_map(|item| said(item, read)).collect(),
            "where" => self.which = said(node, read),
            "none" => self.none = said(node, read),
            "field" => self.field = said(node, read),
            "section" => self.section = section(node, read),
            "pattern" => {
                let text = read.text(node).unwrap_or_default();
                match Pattern::new(&text) {
                    Ok(pattern) => self.pattern = Some((pattern, node.span.clone())),
                    Err(error) => {
                        read.bad(&node.span, error);
                        self.is_bad = true;
                    }
                }
            }
            _ => read.unknown(part, &KEYS),
        }
    }
}

/// So many letters has the name of a rule at least.
const SHORTEST: usize = 3;
/// So many kinds and headings are read for one rule.
const MOST: usize = 100;

/// A text that is not empty.
fn said(node: &Node, read: &mut Reader<'_>) -> Option<Said> {
    let text = read.text(node)?;
    if text.is_empty() {
        read.bad(&node.span, msg!("settings-wants-text"));
        return None;
    }
    Some(Said { text, span: node.span.clone() })
}

/// A heading, several of which any will do, or one in each language.
fn section(node: &Node, read: &mut Reader<'_>) -> Option<Section> {
    let mut section = Section { name: String::new(), title: Label::default(), also: Vec::new(), required: true };
    if node.entries().is_some() {
        label(node, read, &mut section.title);
    } else {
        section.also = read.texts_of(node, MOST);
    }
    // Whoever writes the marks of a heading too means its words.
    let words = |heading: &String| heading.trim_start_matches('#').trim().to_owned();
    section.title = Label { en: section.title.en.as_ref().map(words), nl: section.title.nl.as_ref().map(words) };
    section.also = section.also.iter().map(words).filter(|heading| !heading.is_empty()).collect();
    let first = section.title.en.as_ref().or(section.title.nl.as_ref()).or(section.also.first());
    section.name = first?.clone();
    Some(section)
}

#[cfg(test)]
mod tests {
    use super::{Demand, OwnRule};
    use crate::base::lang::Lang;
    use crate::model::finding::Severity;
    use crate::model::settings::Settings;

    fn read(text: &str) -> (Vec<OwnRule>, Vec<String>) {
        let (settings, faults) = Settings::read(&format!("name: A\ncheck:\n  own:\n{text}"), &[]);
        (settings.check.own, faults.iter().map(|fault| fault.problem.msg.text(Lang::En)).collect())
    }

    #[test]
    fn a_rule_demands_one_thing() {
        let (rules, faults) = read(concat!(
            "    kept: {says: {en: Somebody keeps it, nl: Iemand houdt het bij}, none: 'kind:practice -has:steward', severity: error}\n",
            "    when: {kind: [practice, decision], section: [When, Wanneer]}\n",
            "    dated: {where: is:open, field: date, pattern: '^20'}\n",
        ));
        assert_eq!(faults, Vec::<String>::new());
        let [kept, when, dated] = rules.as_slice() else { panic!("{rules:?}") };
        assert!(
            matches!(&kept.demand, Demand::None(said) if said.text == "kind:practice -has:steward") && kept.severity == Severity::Error
        );
        assert_eq!((kept.says.nl.as_deref(), when.severity), (Some("Iemand houdt het bij"), Severity::Warning));
        assert!(matches!(&when.demand, Demand::Section(section) if section.is_begun_by("2. Wanneer niet")) && when.kinds.len() == 2);
        assert!(matches!(&dated.demand, Demand::Field { pattern: Some(pattern), .. } if pattern.is_in("2026")));
    }

    #[test]
    fn what_is_no_rule_is_told() {
        for (text, fault) in [
            ("    aaa: {says: Nothing is demanded}\n", "aaa"),
            ("    aaa: {none: x, field: y}\n", "aaa"),
            ("    aaa: {section: When, pattern: x}\n", "pattern"),
            ("    aaa: {field: y, pattern: '('}\n", "unclosed"),
            ("    aaa: {none: ''}\n", "text"),
            ("    aaa: {none: x, severity: off}\n", "error, warning, note"),
            ("    aaa: {none: x, sevrity: note}\n", "sevrity"),
            ("    a b: {none: x}\n", "one word"),
            ("    ab: {none: x}\n", "one word"),
            ("    \"a\\u202Eb-c\": {none: x}\n", "one word"),
            ("    aaa: text\n", "map"),
        ] {
            let (_, faults) = read(text);
            assert!(faults.iter().any(|said| said.to_lowercase().contains(fault)), "{text}: {faults:?}");
        }
    }
}
