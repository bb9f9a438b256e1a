//! Why a document that was found stands where it does, as a person reads it.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::base::error::Result;
use crate::base::lang::Msg;
use crate::model::query::ast::{Form, Leaf, Query, Reason, Slot};
use crate::model::query::card::Card;
use crate::model::query::explain::{Counted, Explanation};
use crate::model::query::order::Order;
use crate::model::query::rank::is_tiered;
use crate::model::query::standing::{Standing, Trait};
use crate::model::query::tuning::Tuning;
use crate::model::query::zone::Zone;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::numbers::decimal;
use crate::show::view::Remark;
use crate::text::words::Language;

use super::page::Page;
use super::session::Session;

/// So many words of the best documents are told of by name.
const NAMED: usize = 5;

/// What moves a score by less than this part of it is not told to people.
const LEAST: f64 = 0.005;

/// On a narrower screen numbers are not in a column, in cells.
const NARROW: usize = 60;

/// What the score of a document is made of. Points are for comparison within one query.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Explained {
    /// Everything added up.
    pub points: f64,
    /// The highest that the points of any document could be, times the highest factor.
    pub of: f64,
    /// By what the points are multiplied.
    pub factor: f64,
    /// Whether it has every word, together with its answers, and so comes before what has not; null where words are too many to demand each.
    pub every: Option<bool>,
    /// Whether it no longer holds, and so comes after what does.
    pub retired: bool,
    /// What it has of what was looked for.
    pub words: Vec<Word>,
    /// The words of the query that stand close together.
    pub near: Vec<Near>,
    /// What it added that its title has all of it; 0 where it has not.
    pub title: f64,
    /// What the best of its answers added; 0 without one.
    pub answer: f64,
    /// What was looked at of how it stands.
    pub standing: Vec<Part>,
    #[serde(skip)]
    known: Standing,
}

/// A word, phrase or beginning of a word that a document has.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Word {
    /// It.
    pub text: String,
    /// Why it was looked for where it was not typed: `glossary`, `compound`, `spelling`, or `feedback` for a word of the best documents.
    pub reason: Option<String>,
    /// What it adds.
    pub points: f64,
    /// How many documents have it.
    pub documents: u32,
    /// Where it stands, and how often.
    #[serde(rename = "in")]
    pub zones: Vec<Place>,
}

/// How often something stands in one part of a document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Place {
    /// `title`, `heading`, `label` (a tag or another name), `body` or `code`.
    #[serde(serialize_with = "named")]
    #[schemars(with = "String")]
    pub zone: Zone,
    /// In any form.
    pub times: u32,
    /// Exactly as it was looked for.
    pub exact: u32,
}

/// Two words of the query that stand close together.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Near {
    /// The words.
    pub words: [String; 2],
    /// What that adds.
    pub points: f64,
}

/// Something of how a document stands, whatever was asked.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Part {
    /// `unsettled`, `fresh`, `accepted` or `used`.
    pub what: String,
    /// What it adds to the factor of 1.
    pub adds: f64,
}

/// What the scores of a page are made of, if that is asked.
///
/// # Errors
/// The index can't be asked.
pub(super) fn of_page(session: &Session, query: &Query, found: &[(Card, Option<f64>)], page: Page) -> Result<Vec<Option<Explained>>> {
    if !page.explain || found.is_empty() {
        return Ok(vec![None; found.len()]);
    }
    if query.is_unranked() || page.order.is_some_and(|order| order != Order::Score) {
        session.remark(Remark { code: "explain", msg: msg!("explain-unranked"), place: None });
        return Ok(vec![None; found.len()]);
    }
    let paths: Vec<&str> = found.iter().map(|(card, _)| card.path.as_str()).collect();
    let told = session.ask(|index, source| index.explain(source, query, &paths))?;
    Ok(told.into_iter().map(|one| one.map(|one| Explained::of(query, &one))).collect())
}

impl Explained {
    fn of(query: &Query, explanation: &Explanation) -> Self {
        let word = |at: &usize| query.leaves.get(*at).map(text_of).unwrap_or_default();
        let lifted = explanation.lifted.as_ref();
        let pairs = query.pairs.iter().zip(lifted.map_or(&[][..], |lifted| &lifted.pairs)).filter(|(_, points)| **points > 0.0);
        let every = lifted.map_or(explanation.every, |lifted| lifted.every);
        let traits = explanation.standing.traits(&Tuning::CHOSEN);
        Self {
            points: explanation.points(),
            of: explanation.highest,
            factor: explanation.standing.factor(&Tuning::CHOSEN),
            every: is_tiered(query).then_some(every),
            retired: explanation.standing.retired,
            words: words(query, explanation),
            near: pairs.map(|((one, other), points)| Near { words: [word(one), word(other)], points: *points }).collect(),
            title: lifted.map_or(0.0, |lifted| lifted.title),
            answer: lifted.map_or(0.0, |lifted| lifted.answer),
            standing: traits.map(|(what, adds)| Part { what: name(what).to_owned(), adds }).collect(),
            known: explanation.standing,
        }
    }

    /// What a person reads under the document.
    pub(super) fn lines(&self, look: &Look) -> Vec<Line> {
        let mut lines = vec![self.head(look)];
        let (best, own): (Vec<&Word>, Vec<&Word>) = self.words.iter().partition(|word| word.reason.as_deref() == Some(FEEDBACK));
        lines.extend(own.iter().map(|word| points(word.points, look).then(word.line(look))));
        for near in &self.near {
            let [one, other] = &near.words;
            lines.push(points(near.points, look).plain(look.say(&msg!("explain-near", one = one, other = other))));
        }
        if !best.is_empty() {
            let mut all = best.clone();
            all.sort_by(|a, b| b.points.total_cmp(&a.points));
            let named: Vec<&str> = all.iter().take(NAMED).map(|word| word.text.as_str()).collect();
            let msg = msg!("explain-feedback", words = named.join(", "), more = all.len() - named.len());
            lines.push(points(all.iter().map(|word| word.points).sum(), look).plain(look.say(&msg)));
        }
        if self.title > 0.0 {
            lines.push(points(self.title, look).plain(look.say(&msg!("explain-titled"))));
        }
        if self.answer > 0.0 {
            lines.push(points(self.answer, look).plain(look.say(&msg!("explain-answer"))));
        }
        for (what, adds) in self.known.traits(&Tuning::CHOSEN).filter(|(_, adds)| adds.abs() >= LEAST) {
            let sign = if adds > 0.0 { "+" } else { "−" };
            let percent = format!("{sign}{} %", decimal(adds.abs() * 100.0, 0, look.lang));
            lines.push(before(&percent, look).plain(look.say(&self.says(what))));
        }
        lines
    }

    /// How good it is in all, and what goes before that.
    fn head(&self, look: &Look) -> Line {
        let number = |number: f64| decimal(number, 2, look.lang);
        let total = msg!("explain-total", points = number(self.points * self.factor));
        let tier = match (self.every, self.retired) {
            (Some(true), false) => Some(msg!("explain-every")),
            (Some(true), true) => Some(msg!("explain-every-retired")),
            (Some(false), false) => Some(msg!("explain-some")),
            (Some(false), true) => Some(msg!("explain-some-retired")),
            (None, true) => Some(msg!("explain-retired", factor = decimal(Tuning::CHOSEN.retired, 2, look.lang))),
            (None, false) => None,
        };
        let tier = tier.map(|tier| format!("; {}", look.say(&tier))).unwrap_or_default();
        Line::new().dim(look.say(&total)).dim(tier)
    }

    fn says(&self, what: Trait) -> Msg {
        match what {
            Trait::Unsettled => msg!("explain-unsettled"),
            Trait::Fresh => msg!("explain-fresh", days = self.known.age.unwrap_or_default()),
            Trait::Accepted => msg!("explain-accepted"),
            Trait::Used => msg!("explain-used", count = self.known.users),
        }
    }
}

/// Points, or what else a line tells of, before what they are for.
fn before(number: &str, look: &Look) -> Line {
    let column = if look.width < NARROW { 0 } else { 6 };
    Line::new().dim(format!("{number:>column$}  "))
}

fn points(points: f64, look: &Look) -> Line {
    before(&decimal(points, 2, look.lang), look)
}

/// What a document has of what was looked for. The same word may have been looked for in several ways, as by the stems of several
/// languages; it is told of once.
fn words(query: &Query, explanation: &Explanation) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for word in explanation.words.iter().filter(|word| word.points > 0.0).map(|word| Word::of(query, word)) {
        match words.iter_mut().find(|known| known.text == word.text && known.reason == word.reason) {
            Some(known) => known.join(word),
            None => words.push(word),
        }
    }
    words
}

/// Of words that do as well so many are told of.
const SAID: usize = 2;

/// The reason of a word that was taken from the best documents.
const FEEDBACK: &str = "feedback";

impl Word {
    fn of(query: &Query, counted: &Counted) -> Self {
        let reason = query.reasons.iter().find(|(number, _)| *number == counted.number).map(|(_, reason)| reason.name());
        let reason = if counted.number < query.leaves.len() { reason } else { Some(FEEDBACK) };
        let place = |zone: Zone| {
            let counts = counted.counts[zone.place()];
            (counts.any > 0).then_some(Place { zone, times: counts.any, exact: counts.exact })
        };
        Self {
            text: text_of(&counted.leaf),
            reason: reason.map(str::to_owned),
            points: counted.points,
            documents: counted.documents,
            zones: Zone::ALL.into_iter().filter_map(place).collect(),
        }
    }

    /// Adds the same word, found in another way.
    fn join(&mut self, other: Self) {
        self.points += other.points;
        self.documents = self.documents.max(other.documents);
        for place in other.zones {
            match self.zones.iter_mut().find(|known| known.zone == place.zone) {
                Some(known) => (known.times, known.exact) = (known.times.max(place.times), known.exact.max(place.exact)),
                None => self.zones.push(place),
            }
        }
        self.zones.sort_by_key(|place| place.zone.place());
    }

    fn line(&self, look: &Look) -> Line {
        let place = |place: &Place| look.say(&Msg::new(zone_key(place.zone)).with("times", place.times));
        let places: Vec<String> = self.zones.iter().map(place).collect();
        let reason = match self.reason.as_deref() {
            Some(reason) if reason == Reason::Glossary.name() => Some(msg!("explain-glossary")),
            Some(reason) if reason == Reason::Tag.name() => Some(msg!("explain-tag")),
            Some(reason) if reason == Reason::Compound.name() => Some(msg!("explain-compound")),
            Some(reason) if reason == Reason::Spelling.name() => Some(msg!("explain-spelling")),
            _ => None,
        };
        let reason = reason.map(|reason| format!(" ({})", look.say(&reason))).unwrap_or_default();
        let documents = look.say(&msg!("explain-documents", count = self.documents));
        Line::new().strong(&self.text).dim(reason).plain(format!(": {}", places.join(", "))).dim(format!("; {documents}"))
    }
}

/// What a leaf looks for, as it is told: a word, any of a few, words in quotes, a beginning.
fn text_of(leaf: &Leaf) -> String {
    let surfaces = |slots: &[Slot]| slots.iter().map(|slot| slot.surface.as_str()).collect::<Vec<_>>().join(" ");
    match &leaf.form {
        Form::Word(slot) => {
            let words: Vec<&str> = slot.terms().filter(|term| Language::of_stem_term(term).is_none()).collect();
            let more = if words.len() > SAID { "/…" } else { "" };
            format!("{}{more}", words[..words.len().min(SAID)].join("/"))
        }
        Form::Phrase(slots) => format!("\"{}\"", surfaces(slots)),
        Form::Prefix(prefix) => format!("{prefix}*"),
    }
}

fn name(what: Trait) -> &'static str {
    match what {
        Trait::Unsettled => "unsettled",
        Trait::Fresh => "fresh",
        Trait::Accepted => "accepted",
        Trait::Used => "used",
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn named<S: Serializer>(zone: &Zone, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(zone.name())
}

fn zone_key(zone: Zone) -> &'static str {
    match zone {
        Zone::Title => "explain-title",
        Zone::Heading => "explain-heading",
        Zone::Label => "explain-label",
        Zone::Body => "explain-body",
        Zone::Code => "explain-code",
    }
}
