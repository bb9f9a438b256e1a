//! What a rule is for, and which rules there are.

use serde::Serialize;

use crate::base::error::Result;
use crate::base::lang::Lang;
use crate::model::finding::Severity;
use crate::model::settings::Settings;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Rows, Table, View};

use super::engine::severity_of;
use super::rule::Rule;
use super::{rules, selection};

/// Why a rule objects and what to do about it.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    code: &'static str,
    rule: &'static str,
    severity: &'static str,
    since: &'static str,
    says: &'static str,
    why: &'static str,
    mend: &'static str,
    bad: &'static str,
    good: &'static str,
}

/// The explanation of the rule that a code or name means; JSON has it in English, as everything.
///
/// # Errors
/// No rule is called so.
pub fn explain(name: &str, settings: Option<&Settings>) -> Result<Explanation> {
    let rule = selection::known(name)?;
    let words = rule.about.words(Lang::En);
    Ok(Explanation {
        code: rule.code,
        rule: rule.name,
        severity: severity_here(rule, settings),
        since: rule.since,
        says: words.says,
        why: words.why,
        mend: words.mend,
        bad: rule.about.bad,
        good: rule.about.good,
    })
}

/// `error`, `warning`, `note` or `off`, as the community has it.
fn severity_here(rule: &Rule, settings: Option<&Settings>) -> &'static str {
    match settings.and_then(|settings| severity_of(rule, settings)) {
        Some(said) => said.map_or("off", Severity::name),
        None => rule.severity.name(),
    }
}

impl View for Explanation {
    const SCHEMA: &'static str = "check-explain";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let Ok(rule) = selection::known(self.code) else { return Vec::new() };
        let words = rule.about.words(look.lang);
        let mut blocks = vec![
            Block::Title(Line::new().strong(format!("{} {}", self.code, self.rule)).dim(format!("  {}", self.severity))),
            Block::Line(words.says.into()),
            Block::Blank,
            Block::Line(words.why.into()),
        ];
        for (heading, text) in [(msg!("check-explain-bad"), self.bad), (msg!("check-explain-good"), self.good)] {
            if !text.is_empty() {
                blocks.push(Block::Heading(look.say(&heading).into()));
                blocks.extend(text.lines().map(|line| Block::Bare(Line::from(format!("   {line}")))));
            }
        }
        blocks.push(Block::Heading(look.say(&msg!("check-explain-mend")).into()));
        blocks.push(Block::Line(words.mend.into()));
        blocks
    }
}

/// One rule in the list of all.
#[derive(Clone, Debug, Serialize)]
struct Listed {
    code: &'static str,
    rule: &'static str,
    severity: &'static str,
    says: &'static str,
    #[serde(skip)]
    says_nl: &'static str,
}

/// All rules.
#[derive(Clone, Debug, Serialize)]
pub struct RuleList {
    rules: Vec<Listed>,
}

impl RuleList {
    /// All rules, with the weight that the community gives them.
    pub fn new(settings: Option<&Settings>) -> Self {
        let listed = |rule: &'static Rule| Listed {
            code: rule.code,
            rule: rule.name,
            severity: severity_here(rule, settings),
            says: rule.about.en.says,
            says_nl: rule.about.nl.says,
        };
        Self { rules: rules::all().map(listed).collect() }
    }
}

impl View for RuleList {
    const SCHEMA: &'static str = "check-rules";
    const LIST: bool = true;

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut table = Table::new([Column::new(), Column::new(), Column::new(), Column::new().min(20).spare(1)]);
        for rule in &self.rules {
            let says = if look.lang == Lang::Nl { rule.says_nl } else { rule.says };
            table.row([rule.code.into(), Line::new().strong(rule.rule), rule.severity.into(), says.into()]);
        }
        vec![Block::Table(table)]
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(Rows::of(&["code", "rule", "severity", "says"], &self.rules, |rule| {
            ("".into(), vec![rule.code.into(), rule.rule.into(), rule.severity.into(), rule.says.into()])
        }))
    }
}
