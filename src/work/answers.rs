//! What stands below a document, such as the answers to a question, as `show` puts it under it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::model::contribution::life;
use crate::model::document::{Document, is_template};
use crate::model::targets::{Target, of_relation};
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::Block;

use super::did::has_own_title;
use super::session::Session;

/// An answer to a question, or whatever stands below a document in its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Answer {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Whether it is the one that was accepted.
    pub accepted: bool,
    /// Who wrote it, by name.
    pub people: Vec<String>,
    /// When it was made, as far as is known.
    pub created: Option<Date>,
    /// The text below the front matter.
    pub body: String,
    /// Whether it has a title of its own.
    #[serde(skip)]
    is_named: bool,
    #[serde(skip)]
    prose: String,
    #[serde(skip)]
    kind_label: String,
}

/// What stands below a document: the accepted one first, then the oldest.
pub fn below(session: &Session, at: usize) -> Vec<Answer> {
    let community = session.community();
    let document = &community.documents()[at];
    let accepted: Vec<Target> = document.related("accepted").map(|relation| of_relation(community, document, relation)).collect();
    let is_accepted = |child: usize| accepted.iter().any(|target| matches!(target, Target::Document(to, _) if *to == child));
    let mut answers: Vec<Answer> = community.children(at).map(|child| answer(session, child, is_accepted(child))).collect();
    answers.sort_by(|a, b| (!a.accepted, a.created, &a.path).cmp(&(!b.accepted, b.created, &b.path)));
    answers
}

fn answer(session: &Session, at: usize, accepted: bool) -> Answer {
    let community = session.community();
    let document = &community.documents()[at];
    let known = session.history_if_any().zip(session.authors().ok());
    let life = known.map(|(history, authors)| life(history, authors, &format!("{}{}", session.prefix(), document.path)));
    let credited = document.values("authors").iter().map(|value| value.text.as_str());
    let mut people: Vec<String> =
        credited.map(|name| community.people().named(name).map_or(name, |member| &member.name).to_owned()).collect();
    if let (true, Some((life, (_, authors)))) = (people.is_empty(), life.as_ref().zip(known)) {
        let makers = life.parts.iter().filter(|part| part.created).filter_map(|part| authors.all().get(part.who));
        people.extend(makers.map(|author| author.name.clone()));
    }
    if people.is_empty() {
        // The file's name says who answered.
        people.extend(community.people().by_handle(document.handle()).map(|member| member.name.clone()));
    }
    Answer {
        reference: document.reference.clone(),
        path: document.path.clone(),
        title: document.title.clone(),
        is_named: has_own_title(community, at),
        accepted,
        people,
        created: life.and_then(|life| life.created).or(document.date("created")),
        body: document.body().to_owned(),
        prose: prose(document).to_owned(),
        kind_label: community.kind(document).label(session.lang()),
    }
}

impl Answer {
    /// Its title, what it is and whose, and its text.
    pub fn blocks(&self, look: &Look) -> [Block; 4] {
        let what = if self.accepted { look.say(&msg!("document-accepted", kind = &self.kind_label)) } else { self.kind_label.clone() };
        // Without a title of its own it is headed by its people, once.
        let is_named = self.is_named || self.people.is_empty();
        let people = self.people.iter().filter(|_| is_named).map(|name| Line::new().person(name));
        let when = self.created.map(|created| Line::new().dim(look.day(created)));
        let facts = std::iter::once(Line::new().state(what)).chain(people).chain(when);
        let facts = Line::join(facts, ", ").dim("  ").path(look.path(&self.path));
        let title = if is_named { self.title.clone() } else { self.people.join(", ") };
        [Block::Heading(Line::from(title)), Block::Line(facts), Block::Blank, Block::Prose(self.prose.clone())]
    }
}

/// The text without the heading that is the title, which stands above it already.
pub(super) fn prose(document: &Document) -> &str {
    let body = document.body().trim_start();
    let start = document.text.len() - body.len();
    let Some(heading) = document.markdown.headings.first().filter(|heading| heading.span.start == start) else { return body };
    let text = heading.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let written = document.text.get(heading.span.clone()).unwrap_or_default().trim_start_matches('#');
    let is_title = text == document.title || is_template(written);
    if is_title { document.text.get(heading.span.end..).unwrap_or_default().trim_start() } else { body }
}
