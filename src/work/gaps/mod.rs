//! What a community lacks, or soon may: `cop gaps`.

mod ground;
mod sections;
mod shown;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::base::date::Date;
use crate::base::error::Result;
use crate::base::lang::{Lang, Msg};
use crate::model::field::Label;
use crate::model::finding::Finding;
use crate::msg;

use super::checking;
use super::checks::rules;
use super::checks::selection::Selection;
use super::deeds::Deeds;
use super::did::Proof;
use super::search::Filters;
use super::session::Session;
use super::topics::{By, Topic};
use super::unfound::Unfound;

use self::ground::Ground;

/// Where fewer people take part, everything hangs on few, which is said once.
const FEW: usize = 3;
/// The section in which that is said.
const FEW_PEOPLE: &str = "few-people";
/// The section with words that nothing explains.
const UNDEFINED: &str = "undefined-term";

/// Something that is lacking.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Gap {
    /// What sort of gap: `few-people`, `one-person`, `steward-left`, `only-left`, `only-asked`, `goal-without-question`, `at-rest`, `unused`, `undefined-term`.
    #[serde(rename = "type")]
    pub section: String,
    /// What it is about; null where it is about documents.
    pub topic: Option<Topic>,
    /// On whom it hangs.
    pub people: Vec<Holder>,
    /// How much of what people know comes from them, of those who are here where they are here; null where that is no question.
    pub much: Option<Much>,
    /// How many documents lean on them.
    pub documents: usize,
    /// Some of those.
    pub examples: Vec<Title>,
    /// Who could be the second: people who are here and may be asked.
    pub second: Vec<Second>,
    /// What can be done: to be typed, with a handle in it that fits.
    #[serde(serialize_with = "english")]
    #[schemars(with = "Vec<String>")]
    pub commands: Vec<Msg>,
    #[serde(skip)]
    says: Msg,
}

fn english<S: Serializer>(commands: &[Msg], serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_seq(commands.iter().map(|command| command.text(Lang::En)))
}

/// Someone on whom something hangs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Holder {
    /// The handle; null for who is no member.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
    /// Whether their page says that they left.
    pub left: bool,
    /// Whether they are not here any more: they left, or are no member and were not seen for a year.
    pub gone: bool,
    /// When anything was last heard of them.
    pub last: Option<Date>,
}

/// How much of it, in words: a figure would be one of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Much {
    /// At least six parts of ten.
    Most,
    /// At least nine.
    NearlyAll,
    /// All of it.
    All,
}

/// A document by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Title {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The title.
    pub title: String,
    /// What it is, where that is the title of its question or of what else it stands below.
    #[serde(skip)]
    below: Option<(Label, String)>,
}

/// A topic of which too little is here for a judgment.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Small {
    /// What it is about.
    pub topic: Topic,
    /// How many documents are about it.
    pub documents: usize,
    /// Who knows about it, best first.
    pub people: Vec<Holder>,
}

/// Why somebody could be the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// They know something of it.
    Knows,
    /// They say that it interests them.
    Interested,
    /// They follow it.
    Follows,
}

/// Someone who could be the second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Second {
    /// The handle; null for who is no member.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
    /// Why they.
    pub reason: Reason,
    /// What shows that they know.
    pub evidence: Vec<Proof>,
}

/// What `gaps` answers with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Gaps {
    /// Each of them, section by section.
    pub gaps: Vec<Gap>,
    /// What topics are here: tags, or where few documents have one, folders or kinds.
    pub topics: By,
    /// Where no topic has enough documents for a judgment, those that there are.
    pub too_little: Vec<Small>,
    /// What the member who asks searched for and did not find, the most frequent first; null where that is not remembered.
    pub searches: Option<Vec<Unfound>>,
    /// Who was invited and has not begun.
    #[serde(skip)]
    waiting: Vec<String>,
    /// Whether a topic has enough of them.
    #[serde(skip)]
    is_judged: bool,
    #[serde(skip)]
    has_history: bool,
    #[serde(skip)]
    at_least: bool,
    /// How many topics have enough documents for a judgment.
    #[serde(skip)]
    judged: usize,
    /// How many people take part, where that is so few that everything hangs on them.
    #[serde(skip)]
    few: Option<usize>,
    /// So many documents are about no topic.
    #[serde(skip)]
    without: usize,
    /// Only some documents were asked about.
    #[serde(skip)]
    is_part: bool,
    /// How many are looked at.
    #[serde(skip)]
    looked_at: usize,
}

/// Looks for what is lacking among the documents that filters find.
///
/// # Errors
/// A filter that can't be meant.
pub fn of(session: &Session, filters: &Filters) -> Result<Gaps> {
    let deeds = Deeds::of(session, session.community()).without_days();
    let ground = Ground::of(session, &deeds, filters)?;
    let (active, count) = (ground.active(), ground.count());
    let gaps = if count > 0 && active.len() < FEW {
        // Of what the others left behind there is still something to say.
        let mut told = BTreeSet::new();
        let left = sections::ALWAYS.iter().flat_map(|section| (section.find)(&ground, &mut told));
        std::iter::once(few(&ground, &active, count)).chain(left).collect()
    } else {
        let mut told = BTreeSet::new();
        sections::ALL.iter().flat_map(|section| (section.find)(&ground, &mut told)).collect()
    };
    // Where few take part that is said, whatever there is.
    let is_judged = count == 0 || active.len() < FEW || ground.judged() > 0;
    Ok(Gaps {
        gaps,
        searches: None,
        too_little: if is_judged { Vec::new() } else { ground.small() },
        is_judged,
        judged: ground.judged(),
        few: (count > 0 && active.len() < FEW).then_some(active.len()),
        waiting: ground.waiting(),
        topics: ground.topics.by,
        has_history: ground.has_history(),
        at_least: session.history_if_any().is_some_and(|history| history.gaps().at_least()),
        without: ground.topics.without,
        is_part: !ground.is_whole(),
        looked_at: count,
    })
}

/// What hangs on one person, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hanging {
    /// How many topics do.
    pub topics: usize,
    /// Of so many that have enough documents for a judgment.
    pub judged: usize,
    /// How many people take part, where that is so few that everything hangs on them.
    pub few: Option<usize>,
}

impl Gaps {
    /// How much hangs on one person.
    pub fn hanging(&self) -> Hanging {
        let topics = self.gaps.iter().filter(|gap| gap.section == sections::ONE_PERSON).count();
        Hanging { topics, judged: self.judged, few: self.few }
    }

    /// With the words that many documents use and nothing explains, which a check finds.
    #[must_use]
    pub fn with_words(mut self, session: &Session) -> Self {
        let is_one = |finding: &&Finding| finding.rule == rules::undefined_term::RULE.name;
        let report = checking::run(session, &Selection::of_paths(Vec::new()));
        let gap = |finding: &Finding| Gap {
            section: UNDEFINED.to_owned(),
            topic: None,
            people: Vec::new(),
            much: None,
            documents: 0,
            examples: Vec::new(),
            second: Vec::new(),
            commands: finding.msg.arg("word").map(|word| msg!("gaps-do-term", word = word)).into_iter().collect(),
            says: finding.msg.clone(),
        };
        self.gaps.extend(report.findings.iter().filter(is_one).map(gap));
        self
    }

    /// With what was searched for and not found.
    #[must_use]
    pub fn with_searches(self, searches: Option<Vec<Unfound>>) -> Self {
        Self { searches, ..self }
    }
}

/// So few people take part that everything hangs on them.
fn few(ground: &Ground<'_>, active: &[usize], count: usize) -> Gap {
    let people = active.iter().map(|who| ground.holder(*who)).collect();
    let says = msg!("gaps-few", count = active.len());
    Gap { says, ..ground.gap(FEW_PEOPLE, None, people, count, &[], Vec::new()) }
}
