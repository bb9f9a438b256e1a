//! What `who` answers with, and how it looks.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::base::date::Date;
use crate::base::lang::{Lang, Msg};
use crate::model::community::Community;
use crate::msg;
use crate::show::dates;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Hit, Hits, Rows, Status, View};
use crate::work::deeds::What;
use crate::work::deeds::seen::away;
use crate::work::echo::{self, is_typable};
use crate::work::knowers::Knower;

/// So much of somebody's evidence is told, unless more is asked for.
const TOLD: usize = 3;

/// What somebody did, or says, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// They answered it.
    Answered,
    /// Their answer was accepted.
    Accepted,
    /// They keep it true.
    Steward,
    /// They made it.
    Created,
    /// They decided it.
    Decided,
    /// They reviewed it.
    Reviewed,
    /// They changed it.
    Edited,
    /// They were consulted about it.
    Consulted,
    /// They use it.
    Used,
    /// They were thanked for it.
    Thanked,
    /// They say that they may be asked about it.
    Offers,
    /// They say that it interests them.
    Interested,
    /// They follow it.
    Follows,
}

impl Action {
    /// What a deed is called.
    pub(super) fn of(what: What, is_answer: bool) -> Self {
        match what {
            What::Created if is_answer => Self::Answered,
            What::Created => Self::Created,
            What::Edited => Self::Edited,
            What::Reviewed | What::Vouched => Self::Reviewed,
            What::Consulted => Self::Consulted,
            What::Accepted => Self::Accepted,
            What::Decided => Self::Decided,
            What::Keeps => Self::Steward,
            What::Used => Self::Used,
            What::Thanked => Self::Thanked,
        }
    }

    /// What it is counted as beside a search.
    fn role(self) -> &'static str {
        match self {
            Self::Answered | Self::Accepted => "answered",
            Self::Steward => "steward",
            Self::Created => "created",
            Self::Decided => "decided",
            Self::Reviewed => "reviewed",
            Self::Edited | Self::Consulted => "edited",
            Self::Used => "used",
            Self::Thanked => "thanked",
            Self::Offers | Self::Interested | Self::Follows => "interested",
        }
    }

    /// Whether it is work on the document itself.
    fn is_work(self) -> bool {
        self <= Self::Consulted
    }

    fn word(self, times: usize) -> Msg {
        match self {
            Self::Created => msg!("who-did-created"),
            Self::Edited => msg!("who-did-edited", count = times),
            Self::Reviewed => msg!("who-did-reviewed", count = times),
            Self::Consulted => msg!("who-did-consulted"),
            Self::Answered => msg!("who-did-answered"),
            Self::Accepted => msg!("who-did-accepted"),
            Self::Decided => msg!("who-did-decided"),
            Self::Steward => msg!("who-did-steward"),
            Self::Used => msg!("who-did-used"),
            Self::Thanked => msg!("who-did-thanked"),
            Self::Offers => msg!("who-offers"),
            Self::Interested => msg!("who-interested"),
            Self::Follows => msg!("who-follows"),
        }
    }
}

/// What shows that somebody may know.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Evidence {
    /// The document: `kind/slug`; of what they say of themselves, their own.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What they did with it.
    pub action: Action,
    /// When they last did; null where that is not known, and for what still goes on.
    pub date: Option<Date>,
    /// How often.
    pub times: usize,
    /// How much of the score it is.
    #[serde(serialize_with = "short")]
    pub weight: f64,
    /// What the document is called, an answer by its question; of what they say of themselves, their words.
    pub title: String,
    /// The document of that title, which what is told of it has in common.
    #[serde(skip)]
    pub(super) about: String,
    /// It is with the document itself that was asked about, and not with one that is tied to it.
    #[serde(skip)]
    pub(super) of_itself: bool,
}

/// What sort of hand somebody had in what is asked about.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hand {
    /// They did nothing with a document that is called so.
    pub(super) came_past: bool,
    /// They moved review dates, and did nothing else.
    pub(super) only_dated: bool,
    /// They made one of the documents.
    pub(super) wrote: bool,
}

/// Someone to ask.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Person {
    /// The handle; null for who is no member.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
    /// What the evidence says in all; it compares people on one topic and means nothing by itself.
    #[serde(serialize_with = "short")]
    pub score: f64,
    /// Whether their page says that they left.
    pub left: bool,
    /// Whether they are not here any more: they left, or are no member and were not seen for a year.
    pub gone: bool,
    /// When they last worked on a document; null where that is not known.
    pub last: Option<Date>,
    /// What shows it, the most telling first; of a document what they did with it itself before what they did with others.
    pub evidence: Vec<Evidence>,
    #[serde(skip)]
    pub(super) organisation: Option<String>,
    /// Their file, from the community's root; empty for who has none.
    #[serde(skip)]
    pub(super) path: String,
    #[serde(skip)]
    pub(super) silent: bool,
    #[serde(skip)]
    pub(super) is_bot: bool,
    #[serde(skip)]
    pub(super) is_me: bool,
    #[serde(skip)]
    pub(super) hand: Hand,
    /// They did nothing with it that is known.
    #[serde(skip)]
    pub(crate) only_interested: bool,
}

/// Thousandths are enough.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over references")]
fn short<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((number * 1000.0).round() / 1000.0)
}

/// What `who` answers with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Who {
    /// What was asked about: a document by its title, a tag with its sign.
    pub topic: String,
    /// How many people there are in all.
    pub total: usize,
    /// No document has every word, so that those count which come nearest; absent where one has.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(default)]
    pub relaxed: bool,
    /// Those to ask: who is here and did most that tells first, of a document who had a part in it itself before who had none, then those who say
    /// that it interests them, then those who are gone.
    pub people: Vec<Person>,
    /// How many know more about it than anybody who is named, and do not want to be asked.
    pub unasked: usize,
    /// What was typed, as it would be typed again.
    #[serde(skip)]
    pub(super) typed: String,
    #[serde(skip)]
    pub(super) documents: usize,
    #[serde(skip)]
    pub(super) is_of_document: bool,
    #[serde(skip)]
    pub(super) at_least: bool,
    #[serde(skip)]
    pub(super) nobody: Vec<Msg>,
}

impl Person {
    /// Adds what they say.
    pub(super) fn add(&mut self, evidence: Evidence) {
        self.score += evidence.weight;
        self.evidence.push(evidence);
    }

    /// How much what they did with the document itself that is asked about is of the score.
    pub(super) fn in_itself(&self) -> f64 {
        self.evidence.iter().filter(|evidence| evidence.of_itself).map(|evidence| evidence.weight).sum()
    }

    /// Takes what their file says of them.
    pub(super) fn about(&mut self, community: &Community) {
        let file = community.names().by_path(&self.path).map(|at| &community.documents()[at]);
        self.organisation = file.and_then(|file| file.value("organisation")).filter(|text| !text.is_empty()).map(str::to_owned);
    }

    /// What is said of them in a line each: what they did, with what, and when last; by document, the one that was asked about and then the most
    /// telling first.
    fn lines(&self, lang: Lang, today: Date) -> Vec<Line> {
        let mut groups: Vec<(&str, Vec<&Evidence>)> = Vec::new();
        for evidence in &self.evidence {
            match groups.iter_mut().find(|(about, _)| *about == evidence.about) {
                Some((_, group)) => group.push(evidence),
                None => groups.push((&evidence.about, vec![evidence])),
            }
        }
        let sum = |group: &[&Evidence]| group.iter().map(|evidence| evidence.weight).sum::<f64>();
        let is_itself = |group: &[&Evidence]| group.iter().any(|evidence| evidence.of_itself);
        groups.sort_by(|a, b| is_itself(&b.1).cmp(&is_itself(&a.1)).then(sum(&b.1).total_cmp(&sum(&a.1))));
        groups.iter().map(|(_, group)| line(group, lang, today)).collect()
    }

    /// What they did of what tells most, and with how many documents.
    pub(crate) fn in_count(&self) -> Knower {
        let mut piles: BTreeMap<&str, (f64, BTreeSet<&str>)> = BTreeMap::new();
        for evidence in &self.evidence {
            let pile = piles.entry(evidence.action.role()).or_default();
            pile.0 += evidence.weight;
            pile.1.insert(&evidence.reference);
        }
        let (did, documents) = piles
            .into_iter()
            .max_by(|(_, one), (_, other)| one.0.total_cmp(&other.0))
            .map(|(role, (_, documents))| (role.to_owned(), documents.len()))
            .unwrap_or_default();
        let Self { handle, name, left, gone, last, .. } = self.clone();
        Knower { handle, name, left, gone, last, did, documents, communities: Vec::new() }
    }

    /// The most telling of it, in a line with their name.
    pub(crate) fn in_short(&self, lang: Lang, today: Date) -> String {
        let first = self.lines(lang, today).into_iter().next().map(|line| line.text()).unwrap_or_default();
        let away = away(self.left, self.gone, self.last, lang, today).map(|away| format!(" ({away})")).unwrap_or_default();
        format!("{}{away}, {first}", self.name)
    }
}

/// What somebody did with one document.
fn line(group: &[&Evidence], lang: Lang, today: Date) -> Line {
    let mut group = group.to_vec();
    group.sort_by_key(|evidence| evidence.action);
    // Whoever had an answer accepted gave one.
    let was_accepted = group.iter().any(|evidence| evidence.action == Action::Accepted);
    let told: Vec<&Evidence> = group.iter().filter(|evidence| evidence.action != Action::Answered || !was_accepted).copied().collect();
    let did: Vec<String> = told.iter().map(|evidence| evidence.action.word(evidence.times).text(lang)).collect();
    let title = group.first().map(|evidence| evidence.title.as_str()).unwrap_or_default();
    let line = Line::new().plain(did.join(", ")).plain(": ").strong(title);
    // The latest day that they worked on it, and not that of a thank-you years later; whoever only uses it or was thanked has no other.
    let worked = told.iter().filter(|evidence| evidence.action.is_work()).filter_map(|evidence| evidence.date).max();
    match worked.or_else(|| told.iter().filter_map(|evidence| evidence.date).max()) {
        Some(day) => line.dim(format!(" ({})", dates::month(day, today, lang))),
        None => line,
    }
}

impl View for Who {
    const SCHEMA: &'static str = "who";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let said = |msg: Msg| Block::Line(Line::new().plain(look.say(&msg)));
        let aside = |msg: Msg| Block::Line(Line::new().dim(look.say(&msg)));
        if self.total == 0 {
            let nobody = match self.unasked {
                0 => msg!("who-nobody", topic = echo::query(&self.topic)),
                unasked => msg!("who-only-unasked", topic = echo::query(&self.topic), count = unasked),
            };
            return std::iter::once(nobody).chain(self.nobody.iter().cloned()).map(said).collect();
        }
        let mut blocks = vec![aside(self.count())];
        blocks.push(Block::Hits(Hits { first: None, hits: self.people.iter().map(|person| shown(person, look)).collect() }));
        let more = self.total - self.people.len();
        let command = format!("cop who {} -n {}", self.typed, self.total);
        if more > 0 && is_typable(&command) {
            blocks.push(Block::Line(Line::new().dim(look.say(&msg!("who-more", count = more))).plain(" ").command(command)));
        }
        if self.unasked > 0 {
            blocks.push(aside(msg!("who-unasked", count = self.unasked)));
        }
        if self.people.iter().any(|person| person.gone && !person.left && person.last.is_some()) {
            blocks.push(aside(msg!("gaps-note-gone")));
        }
        if self.at_least {
            blocks.push(aside(msg!("who-at-least")));
        }
        blocks
    }

    fn rows(&self) -> Option<Rows<'_>> {
        const COLUMNS: &[&str] = &["handle", "name", "score", "left", "gone", "last", "evidence"];
        Some(Rows::of(COLUMNS, &self.people, |person| {
            let evidence = person.evidence.iter().map(|evidence| {
                let action = serde_json::to_value(evidence.action).ok().and_then(|value| value.as_str().map(str::to_owned));
                let day = evidence.date.map(|day| format!(" {day}")).unwrap_or_default();
                format!("{} {}{day}", action.unwrap_or_default(), evidence.reference)
            });
            let cells = vec![
                person.handle.as_deref().unwrap_or_default().into(),
                person.name.as_str().into(),
                format!("{:.3}", person.score).into(),
                person.left.to_string().into(),
                person.gone.to_string().into(),
                person.last.map(|day| day.to_string()).unwrap_or_default().into(),
                evidence.collect::<Vec<_>>().join("; ").into(),
            ];
            (person.path.as_str().into(), cells)
        }))
    }

    fn status(&self) -> Status {
        if self.total == 0 { Status::No } else { Status::Done }
    }
}

impl Who {
    fn count(&self) -> Msg {
        if self.relaxed {
            msg!("who-found-relaxed", count = self.total)
        } else if self.is_of_document && self.documents > 1 {
            msg!("who-found-document", count = self.total, others = self.documents - 1)
        } else {
            msg!("who-found", count = self.total, documents = self.documents)
        }
    }
}

/// Somebody with how to reach them, and below that what shows that they know.
fn shown(person: &Person, look: &Look) -> Hit {
    let mut marks = Vec::new();
    if person.is_me {
        marks.push(look.say(&msg!("who-you")));
    }
    marks.extend(away(person.left, person.gone, person.last, look.lang, look.today));
    let marks = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) };
    let reach: Vec<String> = person.handle.iter().map(|handle| format!("@{handle}")).chain(person.organisation.clone()).collect();
    let all = person.lines(look.lang, look.today);
    let told = if look.verbose || all.len() <= TOLD + 1 { all.len() } else { TOLD };
    let reach = if reach.is_empty() { String::new() } else { format!("  {}", reach.join(", ")) };
    // Numbers before them would make a ranking of people of what is evidence.
    let title = Line::new().person(&person.name).dim(marks).dim(reach);
    let mut under: Vec<Line> = all.iter().take(told).cloned().collect();
    if told < all.len() {
        under.push(Line::new().dim(look.say(&msg!("people-more", count = all.len() - told))));
    }
    Hit { title, facts: Line::new(), under }
}

#[cfg(test)]
mod tests {
    use super::{Action, Evidence, Person};
    use crate::base::date::Date;
    use crate::base::lang::Lang;

    fn evidence(reference: &str, about: &str, action: Action, day: &str, weight: f64) -> Evidence {
        let (reference, about, title) = (reference.to_owned(), about.to_owned(), about.to_uppercase());
        Evidence { reference, action, date: Date::parse(day), times: 1, weight, title, about, of_itself: false }
    }

    #[test]
    fn what_was_done_with_one_document_stands_in_one_line() {
        let today = Date::parse("2026-11-22").unwrap();
        let person = Person {
            evidence: vec![
                evidence("practice/b", "b", Action::Edited, "2026-10-01", 2.0),
                evidence("practice/b", "b", Action::Created, "2024-03-01", 1.0),
                evidence("answer/q/x", "q", Action::Accepted, "2026-01-05", 3.0),
                evidence("answer/q/x", "q", Action::Answered, "2026-01-01", 2.0),
                evidence("question/q", "q", Action::Thanked, "2026-11-01", 0.5),
                evidence("practice/c", "c", Action::Steward, "", 1.0),
            ],
            name: "Ada".to_owned(),
            ..Person::default()
        };
        let lines: Vec<String> = person.lines(Lang::En, today).iter().map(crate::show::line::Line::text).collect();
        assert_eq!(lines, ["gave the accepted answer to, was thanked for: Q (Jan)", "wrote, changed: B (Oct)", "keeps true: C"]);
        assert_eq!(person.in_short(Lang::Nl, today), "Ada, gaf het gekozen antwoord op, kreeg dank voor: Q (jan)");
    }
}
