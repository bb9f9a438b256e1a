//! What members say of a document, or of another member, in their own files: who used it, who thanked whom for it, who follows it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::lang::Msg;
use crate::model::kind::Capability;
use crate::model::targets::{Target, of_link};
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;

use super::session::Session;
use crate::model::said::{self, About, Verb};

/// What is said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Word {
    /// It was used.
    Used,
    /// Somebody was thanked for it.
    Thanked,
    /// It is followed.
    Follows,
}

/// What a member says in their own file.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Heard {
    /// What is said.
    #[serde(rename = "type")]
    pub word: Word,
    /// The handle of who says it.
    pub by: String,
    /// The handle of who is thanked, as written.
    pub whom: Option<String>,
    /// What it is said of: `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The day of it, as written.
    pub date: Option<Date>,
    /// What they said besides.
    pub text: Option<String>,
    #[serde(skip)]
    pub(super) path: String,
    #[serde(skip)]
    name: String,
    #[serde(skip)]
    whom_name: Option<String>,
    #[serde(skip)]
    title: Option<String>,
}

/// What is said of the document at a place; of a member, what is said to them and of what is theirs. The newest first.
pub(super) fn of(session: &Session, at: usize, theirs: &[&str]) -> Vec<Heard> {
    let community = session.community();
    let subject = &community.documents()[at];
    let is_person = community.kind(subject).has(Capability::Person);
    let mut all = Vec::new();
    for document in community.documents().iter().filter(|document| document.path != subject.path) {
        let kind = community.kind(document);
        if !kind.has(Capability::Person) {
            continue;
        }
        for said in said::of(document, kind) {
            let Some(About::Link(target)) = &said.about else { continue };
            let Target::Document(to, _) = of_link(community, document, target) else { continue };
            let about = &community.documents()[to];
            let whom = said.whom.as_deref().and_then(|whom| community.people().named(whom));
            let word = match said.verb {
                Verb::Uses => Word::Used,
                Verb::Thanks => Word::Thanked,
                Verb::Follows => Word::Follows,
            };
            let is_theirs = || theirs.contains(&about.reference.as_str());
            let concerns = match word {
                Word::Thanked if is_person => whom.is_some_and(|whom| whom.handle == subject.handle()),
                Word::Used if is_person => is_theirs(),
                _ => to == at,
            };
            if concerns {
                all.push(Heard {
                    word,
                    by: document.handle().to_owned(),
                    whom: said.whom.clone(),
                    reference: about.reference.clone(),
                    date: said.day,
                    text: Some(said.words).filter(|words| !words.is_empty()),
                    path: document.path.clone(),
                    name: document.title.clone(),
                    whom_name: said.whom.map(|typed| whom.map_or(typed, |whom| whom.name.clone())).filter(|_| !is_person),
                    title: (to != at).then(|| about.title.clone()),
                });
            }
        }
    }
    all.sort_by(|a, b| (a.word, b.date, &a.path).cmp(&(b.word, a.date, &b.path)));
    all
}

impl Heard {
    /// What all that are of one sort stand under.
    pub(super) fn head(&self) -> Msg {
        match self.word {
            Word::Used => msg!("heard-used"),
            Word::Thanked if self.whom_name.is_none() => msg!("heard-thanked-by"),
            Word::Thanked => msg!("heard-thanked"),
            Word::Follows => msg!("heard-followed"),
        }
    }

    /// Who says it, when, of what, and with which words.
    pub(super) fn line(&self, look: &Look) -> Line {
        let mut line = Line::new().person(&self.name);
        if let Some(whom) = &self.whom_name {
            line = line.plain(" → ").person(whom);
        }
        line = self.date.iter().fold(line, |line, day| line.dim(format!(", {}", look.day(*day))));
        line = self.title.iter().fold(line, |line, title| line.plain(format!("  {title}")));
        self.text.iter().fold(line, |line, text| line.plain(format!(": {text}")))
    }
}

/// A line for each, below what it is that they say.
pub(super) fn lines(all: &[Heard], most: usize, look: &Look) -> Vec<(usize, Line)> {
    let mut lines = Vec::new();
    for group in all.chunk_by(|one, other| one.word == other.word) {
        lines.push((0, Line::new().dim(look.say(&group[0].head()))));
        lines.extend(group.iter().take(most).map(|heard| (1, heard.line(look))));
        if group.len() > most {
            lines.push((1, Line::new().dim(look.say(&msg!("people-more", count = group.len() - most)))));
        }
    }
    lines
}
