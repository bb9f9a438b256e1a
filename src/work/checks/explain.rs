//! What a rule is for, and which rules there are.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::Result;
use crate::base::lang::{Lang, Msg};
use crate::model::finding::{Safety, Severity};
use crate::model::kind::Kind;
use crate::model::own_rules::OwnRule;
use crate::model::settings::Settings;
use crate::msg;
use crate::show::clean;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Rows, Table, View};

use super::engine::{severity_of, severity_of_own};
use super::options;
use super::own_words;
use super::rule::Rule;
use super::rules::own_rule;
use super::{rules, selection};

/// Why a rule objects and what to do about it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Explanation {
    /// The rule's stable code.
    code: &'static str,
    /// The rule's name; of the community's own ones that.
    rule: Cow<'static, str>,
    /// `error`, `warning`, `note` or `off`, as the community has it.
    severity: &'static str,
    /// The same in files that were there before, if the community has such and it differs there.
    severity_adopted: Option<&'static str>,
    /// The version of cop that brought it.
    since: &'static str,
    /// Whether `check --fix` mends what it finds unasked (`safe`), with `--unsafe-fixes` too (`unsafe`), or once a person says that it is right
    /// (`asked`); some of it may be left to a person all the same.
    fix: Option<Safety>,
    /// What it objects to.
    says: Cow<'static, str>,
    /// Why that matters; of the community's own rules what they demand, and of which documents.
    why: Cow<'static, str>,
    /// What to do.
    mend: Cow<'static, str>,
    /// What can be set of it, under `options:` in `check:`.
    options: Vec<Settable>,
    /// An example that it objects to.
    bad: &'static str,
    /// The same mended.
    good: &'static str,
    #[serde(skip)]
    adopted: Vec<String>,
    /// What it objects to, why, and what to do.
    #[serde(skip)]
    dutch: [Cow<'static, str>; 3],
}

/// Something that can be set of a rule.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Settable {
    /// Its name.
    name: &'static str,
    /// What it is set to.
    value: String,
    /// What it decides.
    says: &'static str,
    #[serde(skip)]
    shown: Msg,
    #[serde(skip)]
    says_nl: &'static str,
}

/// What can be set of a rule, as it is in a community.
fn settable(rule: &Rule, settings: Option<&Settings>) -> Vec<Settable> {
    let of_rule = options::ALL.iter().filter(|option| option.is_of(rule));
    let settable = of_rule.map(|option| {
        let ([says, says_nl], shown) = (option.says(), option.shown(settings));
        Settable { name: option.name(), value: shown.text(Lang::En), says, shown, says_nl }
    });
    settable.collect()
}

/// The explanation of the rule that a code or name means; JSON has it in English, as everything.
///
/// # Errors
/// No rule is called so.
pub fn explain(name: &str, settings: Option<&Settings>) -> Result<Explanation> {
    let own = settings.map(|settings| settings.check.own.as_slice()).unwrap_or_default();
    if let Some((rule, settings)) = own.iter().find(|rule| rule.is_called(name)).zip(settings) {
        return Ok(of_own(rule, settings));
    }
    let rule = selection::known_among(name, own)?;
    let (en, nl) = (&rule.about.en, &rule.about.nl);
    Ok(Explanation {
        code: rule.code,
        rule: rule.name.into(),
        severity: severity_here(rule, settings),
        severity_adopted: severity_adopted(rule, settings),
        since: rule.since,
        fix: rule.fix,
        says: en.says.into(),
        why: en.why.into(),
        mend: en.mend.into(),
        bad: rule.about.bad,
        good: rule.about.good,
        options: settable(rule, settings),
        adopted: adopted(settings),
        dutch: [nl.says.into(), nl.why.into(), nl.mend.into()],
    })
}

/// The explanation of a rule of the community's own.
fn of_own(rule: &OwnRule, settings: &Settings) -> Explanation {
    let (says, why, mend) = (own_words::says(rule), own_words::why(rule), own_words::mend(rule));
    Explanation {
        code: own_rule::RULE.code,
        rule: rule.name.clone().into(),
        severity: severity_of_own(rule, settings).map_or("off", Severity::name),
        severity_adopted: None,
        since: own_rule::RULE.since,
        fix: None,
        says: says.en.into(),
        why: why.en.into(),
        mend: mend.en.into(),
        options: Vec::new(),
        bad: "",
        good: "",
        adopted: Vec::new(),
        dutch: [says.nl.into(), why.nl.into(), mend.nl.into()],
    }
}

/// What the prose of the examples is in Dutch, the longer of two that overlap first.
const DUTCH: [(&str, &str); 51] = [
    ("The [plan](plan.md) is ready.", "Het [plan](plan.md) is klaar."),
    ("it comes next week", "het komt volgende week"),
    (", with one sentence between them", ", met één zin verschil"),
    ("The moderator opens the meeting.", "De moderator opent de bijeenkomst."),
    ("The facilitator opens the meeting.", "De facilitator opent de bijeenkomst."),
    ("# by a steward, or merged by one", "# door een steward, of door een steward samengevoegd"),
    ("# by Mallory, in", "# door Mallory, in"),
    ("# of a decision that was rejected", "# van een besluit dat was afgewezen"),
    ("# in a new decision", "# in een nieuw besluit"),
    ("commits by Kees Bos <kees@work.example> and", "commits van Kees Bos <kees@work.example> en"),
    ("# by a member, in a decision that was accepted", "# door een lid, in een besluit dat genomen was"),
    ("# as it was accepted", "# zoals het besloten was"),
    ("EML, or PST ", "EML, of PST "),
    ("# Use EML", "# Gebruik EML"),
    ("# and 2,000 bytes of front matter", "# en 2.000 bytes metagegevens"),
    ("just words", "zomaar woorden"),
    ("Just words", "Zomaar woorden"),
    ("a file of 20 MiB", "een bestand van 20 MiB"),
    ("two files, or limits", "twee bestanden, of limits"),
    ("a file with both CRLF and LF", "een bestand met zowel CRLF als LF"),
    ("a file saved with CRLF", "een bestand dat met CRLF is bewaard"),
    ("a file with LF only", "een bestand met alleen LF"),
    ("of 40 days ago, without an answer", "van 40 dagen geleden, zonder antwoord"),
    (" without ", " zonder "),
    ("that begins with a sentence", "dat met een zin begint"),
    ("How we scan", "Hoe we scannen"),
    ("a file saved as Windows-1252", "een bestand dat als Windows-1252 is bewaard"),
    ("the same file saved as UTF-8", "hetzelfde bestand, bewaard als UTF-8"),
    (" has no ", " heeft geen "),
    ("as in [old way](old-way.md), which is retired", "zoals in [oude manier](old-way.md), die is vervallen"),
    ("as in [new way]", "zoals in [nieuwe manier]"),
    ("# with review:", "# bij review:"),
    ("# since spring", "# sinds het voorjaar"),
    ("Tell where people trip up.", "Vertel waar mensen over struikelen."),
    ("The feeder takes two sheets at once.", "De invoer pakt twee vellen tegelijk."),
    ("a hundred more", "en nog honderd"),
    ("see [", "zie ["),
    ("share the sample", "deel het voorbeeld"),
    ("as a file of its own", "als eigen bestand"),
    ("Three rings: core, active, on the edge", "Drie ringen: kern, actief, aan de rand"),
    ("Scan twice.", "Scan twee keer."),
    ("Scan once.", "Scan één keer."),
    ("## Pitfalls", "## Valkuilen"),
    ("## See also", "## Zie ook"),
    ("Context and Problem Statement", "Context en probleem"),
    ("The rings", "De ringen"),
    ("# more", "# meer"),
    ("the basics", "de basis"),
    ("now and then", "nu en dan"),
    ("# and ", "# en "),
    (" and ", " en "),
];

/// An example as readers of a language see it: keys, states and names of files are the same for all.
fn example(text: &str, lang: Lang) -> String {
    match lang {
        Lang::En => text.to_owned(),
        Lang::Nl => DUTCH.iter().fold(text.to_owned(), |text, (english, dutch)| text.replace(english, dutch)),
    }
}

/// `error`, `warning`, `note` or `off`, as the community has it.
fn severity_here(rule: &Rule, settings: Option<&Settings>) -> &'static str {
    match settings.and_then(|settings| severity_of(rule, settings)) {
        Some(said) => said.map_or("off", Severity::name),
        None => rule.severity.name(),
    }
}

/// What `error`, `warning`, `note` and `off` are called on a screen.
fn word(severity: &str) -> Msg {
    Severity::parse(severity).map_or_else(|| msg!("check-severity-off"), Severity::msg)
}

/// What a rule weighs in kinds whose files were there before, where that is less.
fn severity_adopted(rule: &Rule, settings: Option<&Settings>) -> Option<&'static str> {
    let settings = settings.filter(|settings| severity_of(rule, settings).is_none())?;
    (rule.adopted < rule.severity && settings.kinds.all().iter().any(Kind::is_adopted)).then(|| rule.adopted.name())
}

/// The names of the kinds whose files were there before.
fn adopted(settings: Option<&Settings>) -> Vec<String> {
    let kinds = settings.map(|settings| settings.kinds.all()).unwrap_or_default();
    kinds.iter().filter(|kind| kind.is_adopted()).map(|kind| kind.name.clone()).collect()
}

impl View for Explanation {
    const SCHEMA: &'static str = "check-explain";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let [says, why, mend] = match look.lang {
            Lang::En => [&self.says, &self.why, &self.mend],
            Lang::Nl => self.dutch.each_ref(),
        }
        .map(|text| clean::line(text).into_owned());
        let mut blocks = vec![
            Block::Title(Line::new().strong(format!("{} {}", self.code, self.rule)).dim(format!("  {}", look.say(&word(self.severity))))),
            Block::Line(says.into()),
        ];
        if let Some(severity) = self.severity_adopted {
            blocks.push(Block::Line(
                look.say(&msg!("check-severity-adopted", severity = word(severity), kinds = self.adopted.join(", "))).into(),
            ));
        }
        blocks.extend([Block::Blank, Block::Line(why.into())]);
        for (heading, text) in [(msg!("check-explain-bad"), self.bad), (msg!("check-explain-good"), self.good)] {
            if !text.is_empty() {
                blocks.push(Block::Heading(look.say(&heading).into()));
                blocks.extend(example(text, look.lang).lines().map(|line| Block::Bare(Line::from(format!("   {line}")))));
            }
        }
        blocks.push(Block::Heading(look.say(&msg!("check-explain-mend")).into()));
        blocks.push(Block::Line(mend.into()));
        let fix = self.fix.map(|safety| match safety {
            Safety::Safe => msg!("check-explain-safe"),
            Safety::Unsafe => msg!("check-explain-unsafe"),
            Safety::Asked => msg!("check-explain-asked"),
        });
        blocks.extend(fix.map(|fix| Block::Line(look.say(&fix).into())));
        if !self.options.is_empty() {
            blocks.push(Block::Heading(look.say(&msg!("check-explain-options")).into()));
            blocks.extend(self.options.iter().map(|option| {
                let says = if look.lang == Lang::Nl { option.says_nl } else { option.says };
                Block::Line(Line::new().strong(option.name).plain(format!(": {}", look.say(&option.shown))).dim(format!("  {says}")))
            }));
        }
        blocks
    }
}

/// One rule in the list of all.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Listed {
    /// Its stable code.
    code: &'static str,
    /// Its name; of the community's own ones, which come last, that.
    rule: Cow<'static, str>,
    /// `error`, `warning`, `note` or `off`, as the community has it.
    severity: &'static str,
    /// The same in files that were there before, if the community has such and it differs there.
    severity_adopted: Option<&'static str>,
    /// Whether `check --fix` mends what it finds; see the explanation of a rule.
    fix: Option<Safety>,
    /// What it objects to.
    says: Cow<'static, str>,
    #[serde(skip)]
    says_nl: Cow<'static, str>,
}

/// All rules.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RuleList {
    /// By area and code.
    rules: Vec<Listed>,
    #[serde(skip)]
    adopted: Vec<String>,
}

impl RuleList {
    /// All rules, with the weight that the community gives them.
    pub fn new(settings: Option<&Settings>) -> Self {
        let listed = |rule: &'static Rule| Listed {
            code: rule.code,
            rule: rule.name.into(),
            severity: severity_here(rule, settings),
            severity_adopted: severity_adopted(rule, settings),
            fix: rule.fix,
            says: rule.about.en.says.into(),
            says_nl: rule.about.nl.says.into(),
        };
        let own = settings.into_iter().flat_map(|settings| settings.check.own.iter().map(move |rule| of_own(rule, settings)));
        let own = own.map(|Explanation { code, rule, severity, says, dutch: [says_nl, ..], .. }| Listed {
            code,
            rule,
            severity,
            severity_adopted: None,
            fix: None,
            says,
            says_nl,
        });
        Self { rules: rules::all().map(listed).chain(own).collect(), adopted: adopted(settings) }
    }
}

impl View for RuleList {
    const SCHEMA: &'static str = "check-rules";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut table = Table::new([Column::new(), Column::new(), Column::new(), Column::new().below()]);
        for rule in &self.rules {
            let says = if look.lang == Lang::Nl { &rule.says_nl } else { &rule.says };
            let severity = match rule.severity_adopted {
                Some(adopted) => format!("{}, {}*", look.say(&word(rule.severity)), look.say(&word(adopted))),
                None => look.say(&word(rule.severity)),
            };
            table.row([rule.code.into(), Line::new().strong(&*rule.rule), severity.into(), clean::line(says).into_owned().into()]);
        }
        let mut blocks = vec![Block::Table(table)];
        if !self.adopted.is_empty() {
            blocks.extend([Block::Blank, Block::Line(look.say(&msg!("check-rules-adopted", kinds = self.adopted.join(", "))).into())]);
        }
        blocks
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(Rows::of(&["code", "rule", "severity", "severity_adopted", "says"], &self.rules, |rule| {
            (
                "".into(),
                vec![
                    rule.code.into(),
                    rule.rule.as_ref().into(),
                    rule.severity.into(),
                    rule.severity_adopted.unwrap_or_default().into(),
                    rule.says.as_ref().into(),
                ],
            )
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::{DUTCH, example};
    use crate::base::lang::Lang;
    use crate::work::checks::rules;

    #[test]
    fn every_piece_of_dutch_prose_stands_in_an_example() {
        for (english, _) in DUTCH {
            assert!(rules::all().any(|rule| rule.about.bad.contains(english) || rule.about.good.contains(english)), "{english}");
        }
        assert_eq!(
            example("# questions/a.md of 40 days ago, without an answer", Lang::Nl),
            "# questions/a.md van 40 dagen geleden, zonder antwoord"
        );
    }
}
