//! A document that begins with a question and what was answered to it: what `add --from` begins with.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::path::way;
use crate::base::slug::slug;
use crate::model::community::Community;
use crate::model::contribution::life;
use crate::model::document::Document;
use crate::model::kind::Kind;
use crate::model::kinds::Claim;
use crate::model::targets::{Target, is_external, join, of_relation};
use crate::msg;
use crate::text::markdown::{Heading, Link, decode};
use crate::work::named;
use crate::work::session::Session;
use crate::work::write::Assignment;

use super::theirs::Ways;
use super::{QUESTION, kind_of, place, wording};

/// The headings of a kind under which its answer goes, where it is not the second.
const ANSWERS: [&str; 2] = ["outcome", "practice"];
/// The level that headings have in what is taken over: it stands under a heading itself.
const LEVEL: u8 = 3;
/// The lowest level that there is.
const LOWEST: u8 = 6;

/// What a document begins with.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The question, `kind/slug`.
    pub reference: String,
    /// What was asked and answered, under the headings of the kind.
    pub body: String,
    /// Where it comes from, and who asked and answered.
    pub assignments: Vec<Assignment>,
    /// The question's tags.
    pub tags: Vec<String>,
    /// The names of who asked and answered.
    pub credited: Vec<String>,
}

/// What a document of a kind, in a language, begins with that is made from a question: the answer that was accepted, else all of them. Where an
/// answer is named it is that one.
///
/// # Errors
/// No such kind or document, it is no question, or nobody has answered it.
pub fn begin(session: &Session, kind: &str, name: &str, lang: Option<&str>) -> Result<Begun> {
    let community = session.community();
    let kind = kind_of(session, kind)?;
    let named = named::document(session, name)?;
    let is_question = |at: &usize| community.kind(&community.documents()[*at]).relation("accepted").is_some();
    let parent = community.parent(named).filter(is_question);
    let at = Some(named).filter(is_question).or(parent).ok_or_else(|| {
        let error = Error::new(ErrorKind::Usage, msg!("from-no-question", name = &community.documents()[named].reference));
        error.hint(msg!("do-this", command = format!("cop list {QUESTION}")))
    })?;
    let question = &community.documents()[at];
    let answers: Vec<usize> = match parent {
        Some(_) => vec![named],
        None => accepted(community, question).map_or_else(|| community.children(at).collect(), |accepted| vec![accepted]),
    };
    if answers.is_empty() {
        let error = Error::new(ErrorKind::Usage, msg!("from-unanswered", name = &question.reference));
        return Err(error.hint(msg!("do-this", command = format!("cop answer {}", question.slug))));
    }
    let answers: Vec<&Arc<Document>> = answers.into_iter().map(|at| &community.documents()[at]).collect();
    let lang = lang.map_or_else(|| session.settings().language.clone(), str::to_lowercase);
    let kind_at = session.settings().kinds.all().iter().position(|known| known.name == kind.name).unwrap_or_default();
    let path = place::free(session, kind_at, &slug(&question.title), &lang, &BTreeSet::new())?.path;
    let asked = taken(question, &question.title, &path);
    let answered: Vec<String> =
        answers.iter().map(|answer| taken(answer, &question.title, &path)).filter(|text| !text.is_empty()).collect();
    let mut people = makers(session, question);
    for person in answers.iter().flat_map(|answer| makers(session, answer)) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    let mut assignments = vec![Assignment::one("related", &question.reference)];
    if kind.field("authors").is_some() && !people.is_empty() {
        assignments.push(Assignment { key: "authors".to_owned(), values: people.clone(), adds: false });
    }
    let tags = question.values("tags").iter().map(|value| value.text.clone()).filter(|text| !text.is_empty());
    let name = |who: &String| session.people().by_handle(who).map_or_else(|| who.clone(), |member| member.name.clone());
    Ok(Begun {
        reference: question.reference.clone(),
        body: composed(session, kind, kind_at, &lang, &asked, &answered.join("\n\n")),
        assignments,
        tags: if kind.field("tags").is_some() { tags.collect() } else { Vec::new() },
        credited: people.iter().map(name).collect(),
    })
}

/// The answer that a question names as the one that helped.
fn accepted(community: &Community, question: &Document) -> Option<usize> {
    question.related("accepted").find_map(|value| match of_relation(community, question, value) {
        Target::Document(at, _) => Some(at),
        _ => None,
    })
}

/// What was asked under the first heading of the kind's template and what was answered under another; without two headings one after
/// the other.
fn composed(session: &Session, kind: &Kind, kind_at: usize, lang: &str, asked: &str, answered: &str) -> String {
    let template = wording::of(session, kind, lang, Ways::of(session, kind_at), None);
    let claim = Claim { kind: kind_at, slug: "new".to_owned() };
    let read = Document::read("new.md", template.as_str().into(), &claim, session.settings());
    let headings: Vec<&Heading> = read.markdown.headings.iter().filter(|heading| heading.level == 2 && !heading.nested).collect();
    let is_answer = |heading: &&Heading| {
        let mut sections = kind.sections.iter().filter(|section| ANSWERS.contains(&section.name.as_str()));
        sections.any(|section| section.is_headed_by(&heading.text))
    };
    let second = headings.iter().skip(1).position(is_answer).map_or(1, |at| at + 1);
    let (Some(first), Some(second)) = (headings.first(), headings.get(second)) else {
        return [asked, answered].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n") + "\n";
    };
    let mut body = String::new();
    let mut at = first.span.start;
    for (heading, text) in [(first, asked), (second, answered)] {
        if text.is_empty() {
            continue;
        }
        // A heading below it is not part of what is waiting to be filled in.
        let next = read.markdown.headings.iter().map(|other| other.span.start).find(|start| *start > heading.span.start);
        body.push_str(&template[at..heading.span.end]);
        let _ = write!(body, "\n\n{text}\n\n");
        at = next.unwrap_or(template.len());
    }
    body.push_str(&template[at..]);
    body
}

/// The text of a document to be taken over into the file at a path: without its title and what its template left, its headings lower, its
/// links leading where they led.
fn taken(document: &Document, question: &str, path: &str) -> String {
    let (text, markdown) = (&document.text, &document.markdown);
    let title =
        markdown.first_heading().filter(|heading| heading.level == 1 && heading.text == document.title && document.title == question);
    let body = document.front.body;
    let start = title.map_or(body, |heading| heading.span.end.max(body));
    let mut edits: Vec<Edit> = Vec::new();
    if title.is_some() {
        edits.push((body..start, String::new()));
    }
    edits.extend(left_by_template(document).map(|span| (span, String::new())));
    edits.extend(headings_lower(document, start));
    edits.extend(links_from(document, start, path));
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut said = String::with_capacity(text.len());
    let mut at = body;
    for (range, with) in edits {
        if range.start < at {
            // A definition is the target of every link that uses it.
            continue;
        }
        said.push_str(text.get(at..range.start).unwrap_or_default());
        said.push_str(&with);
        at = range.end;
    }
    said.push_str(text.get(at..).unwrap_or_default());
    tidy(&said)
}

/// A place in a document, and what is to stand there.
type Edit = (Range<usize>, String);

/// Where the template of a document's kind explains itself.
fn left_by_template(document: &Document) -> impl Iterator<Item = Range<usize>> {
    document.markdown.comments.iter().filter(|comment| comment.text.starts_with("cop:")).map(|comment| comment.span.clone())
}

/// The headings from a place on, so low that they stand under one; those with nothing below them are gone.
fn headings_lower(document: &Document, start: usize) -> Vec<Edit> {
    let text = &document.text;
    let is_gone = |range: Range<usize>| {
        let mut at = range.start;
        let mut left = 0;
        for comment in left_by_template(document).filter(|span| range.contains(&span.start)) {
            left += text.get(at..comment.start).unwrap_or_default().trim().len();
            at = comment.end.min(range.end);
        }
        left + text.get(at..range.end).unwrap_or_default().trim().len() == 0
    };
    let headings = || document.markdown.headings.iter().filter(|heading| !heading.nested && heading.span.start >= start);
    let highest = headings().map(|heading| heading.level).min().unwrap_or(LEVEL);
    let lower = LEVEL.saturating_sub(highest);
    let edit = |heading: &Heading| -> Option<Edit> {
        let line = text.get(heading.span.clone()).unwrap_or_default();
        if is_gone(heading.content()) {
            Some((heading.span.clone(), String::new()))
        } else if line.trim_start().starts_with('#') {
            let more = lower.min(LOWEST.saturating_sub(heading.level));
            Some((heading.span.start..heading.span.start, "#".repeat(usize::from(more))))
        } else if line.contains('<') {
            None
        } else {
            // A heading that is underlined has no level so low.
            let (words, _) = line.trim_end().rsplit_once('\n')?;
            let level = (heading.level + lower).min(LOWEST);
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            Some((heading.span.clone(), format!("{} {words}", "#".repeat(usize::from(level)))))
        }
    };
    headings().filter_map(edit).collect()
}

/// The links from a place on, as they lead to the same from the file at another path.
fn links_from(document: &Document, start: usize, path: &str) -> Vec<Edit> {
    let links = document.markdown.links.iter().filter(|link| !link.opaque && !link.form.is_wiki() && link.target_span.start >= start);
    let edit = |link: &Link| -> Option<Edit> {
        let target = document.text.get(link.target_span.clone()).unwrap_or_default();
        if target.is_empty() || target.starts_with('/') || is_external(&link.target) {
            return None;
        }
        let (to, rest) = target.split_at(target.find(['#', '?']).unwrap_or(target.len()));
        let whole = if to.is_empty() { Some(document.path.clone()) } else { join(&document.path, &decode(to)) };
        Some((link.target_span.clone(), way(path, &whole?) + rest))
    };
    links.filter_map(edit).collect()
}

/// The text with no more than one blank line where something was taken out.
fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut lines: Vec<&str> = Vec::new();
    let mut fence: Option<&str> = None;
    for line in text.trim().lines() {
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        let is_double = fence.is_none() && line.trim().is_empty() && lines.last().is_some_and(|last| last.trim().is_empty());
        if !is_double {
            lines.push(line);
        }
    }
    lines.join("\n")
}

/// Who made a document: as it says, as its file is called, or as history tells. Handles, and the names of who are no members.
fn makers(session: &Session, document: &Document) -> Vec<String> {
    let community = session.community();
    let people = session.people();
    let handle = |text: &str| people.named(text).map_or_else(|| text.to_owned(), |member| member.handle.clone());
    let said: Vec<String> = document.values("authors").iter().map(|value| handle(&value.text)).filter(|who| !who.is_empty()).collect();
    if !said.is_empty() {
        return said;
    }
    if community.kind(document).parent.is_some() {
        let name = document.handle();
        let bare = name.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end_matches('-');
        if let Some(member) = people.by_handle(name).or_else(|| people.by_handle(bare)) {
            return vec![member.handle.clone()];
        }
    }
    let (Some(history), Ok(authors)) = (session.history_if_any(), session.authors()) else { return Vec::new() };
    let life = life(history, authors, &format!("{}{}", session.prefix(), document.path));
    let makers =
        life.parts.iter().filter(|part| part.created).filter_map(|part| authors.all().get(part.who)).filter(|author| !author.is_bot);
    let name = |name: &str| Some(name.to_owned()).filter(|name| name.contains(' ') || name.starts_with(char::is_uppercase));
    makers.filter_map(|author| author.handle.clone().or_else(|| name(&author.name))).collect()
}
