//! One document whole: what `show` answers with.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::base::date::Date;
use crate::base::fold::fold;
use crate::base::lang::{Lang, Msg};
use crate::base::timespan::Timespan;
use crate::model::community::Community;
use crate::model::contribution::{Authors, Part, life};
use crate::model::document::{Document, FieldValue};
use crate::model::field::{FieldType, Value as FieldText};
use crate::model::graph::{Graph, LINK, LINKED_BY};
use crate::model::kind::{Capability, Kind};
use crate::model::reading::yes_no;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, View};

use super::answers::{self, Answer, prose};
use super::heard::{self, Heard};
use super::member::{self, Profile};
use super::session::Session;
use super::write::flag;

/// The role of who made a document.
const CREATED: &str = "created";
/// The role of who changed it.
const EDITED: &str = "edited";
/// So many names are told of those who did the same.
const NAMES: usize = 8;
/// So many documents are told that are the same to this one.
const TIES: usize = 12;

/// Someone who had a part in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Person {
    /// The handle; null for who is no member.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
    /// What they did: `created`, `edited`, `reviewed`, `consulted`, `steward`, ….
    pub roles: Vec<String>,
}

/// A tie to another document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Relation {
    /// What the other is to this one, such as `supersedes` or `linked_by`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The other.
    #[serde(rename = "ref")]
    pub reference: String,
    /// Its title.
    pub title: String,
    #[serde(skip)]
    label: String,
    #[serde(skip)]
    path: String,
    #[serde(skip)]
    state: Option<String>,
}

/// A document whole.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Shown {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// The kind's name.
    pub kind: String,
    /// The title.
    pub title: String,
    /// The state that follows from everything; what was written is in `fields`.
    pub status: Option<String>,
    /// The language.
    pub lang: String,
    /// When it was made, as far as is known.
    pub created: Option<Date>,
    /// When it last changed, as far as is known.
    pub updated: Option<Date>,
    /// The fields of its kind, under our names.
    pub fields: Map<String, Value>,
    /// Keys that mean nothing to its kind, as written.
    pub extra: Map<String, Value>,
    /// The text below the front matter.
    pub body: String,
    /// Its ties to other documents, both ways.
    pub relations: Vec<Relation>,
    /// What stands below it, such as the answers to a question: the accepted one first, then the oldest.
    pub answers: Vec<Answer>,
    /// Who had a part in it.
    pub people: Vec<Person>,
    /// What a member brought.
    #[serde(flatten)]
    pub profile: Profile,
    /// Who used it, thanked for it and follows it; of a member, who thanked them, and who used what they made or keep true.
    pub heard: Vec<Heard>,
    #[serde(skip)]
    is_uncommitted: bool,
    /// It is a member's page.
    #[serde(skip)]
    is_person: bool,
    #[serde(skip)]
    prose: String,
    /// The same without the lists that are told in another way.
    #[serde(skip)]
    own_words: String,
    #[serde(skip)]
    kind_label: String,
    #[serde(skip)]
    state_label: Option<String>,
    #[serde(skip)]
    field_labels: Vec<(String, String)>,
}

/// A document with its ties, and with its people and dates where there is history.
pub fn show(session: &Session, at: usize) -> Shown {
    let community = session.community();
    let mut shown = Shown::new(community, at, session.lang());
    let document = &community.documents()[at];
    if let (Some(history), Ok(authors)) = (session.history_if_any(), session.authors()) {
        let life = life(history, authors, &format!("{}{}", session.prefix(), shown.path));
        shown.created = shown.created.or(life.created);
        shown.updated = life.updated;
        shown.is_uncommitted = life.parts.is_empty() && life.updated.is_none() && !history.gaps().at_least();
        shown.people = people(&life.parts, authors);
    }
    shown.answers = answers::below(session, at);
    shown.credit(document, community);
    shown.add_steward(community);
    if community.kind(document).has(Capability::Person) {
        shown.profile = member::of(session, document.handle());
        shown.is_person = true;
    }
    let theirs: Vec<&str> = shown.profile.knows.iter().map(|tie| tie.reference.as_str()).collect();
    shown.heard = heard::of(session, at, &theirs);
    shown
}

fn people(parts: &[Part], authors: &Authors) -> Vec<Person> {
    let person = |part: &Part| {
        let author = authors.all().get(part.who)?;
        let did = [(part.created, CREATED), (part.edits > 0, EDITED), (part.reviewed > 0, "reviewed"), (part.consulted > 0, "consulted")];
        let roles = did.into_iter().filter(|(holds, _)| *holds).map(|(_, role)| role.to_owned()).collect();
        Some(Person { handle: author.handle.clone(), name: author.name.clone(), roles })
    };
    parts.iter().filter_map(person).collect()
}

impl Shown {
    /// `authors:` says who made what another typed; who typed it changed it.
    fn credit(&mut self, document: &Document, community: &Community) {
        let credited = document.values("authors");
        if credited.is_empty() {
            return;
        }
        for person in &mut self.people {
            let is_edited = person.roles.iter().any(|role| role == EDITED);
            match person.roles.iter().position(|role| role == CREATED) {
                Some(at) if is_edited => drop(person.roles.remove(at)),
                Some(at) => EDITED.clone_into(&mut person.roles[at]),
                None => {}
            }
        }
        for value in credited.iter().rev() {
            let member = community.people().named(&value.text);
            let (handle, name) = member.map_or((None, &value.text), |member| (Some(&member.handle), &member.name));
            let same = |person: &Person| person.handle.as_ref() == handle && (handle.is_some() || fold(&person.name) == fold(name));
            let mut person = match self.people.iter().position(same) {
                Some(at) => self.people.remove(at),
                None => Person { handle: handle.cloned(), name: name.clone(), roles: Vec::new() },
            };
            person.roles.insert(0, CREATED.to_owned());
            self.people.insert(0, person);
        }
    }

    /// Who keeps it true has a part in it, whether or not history names them.
    fn add_steward(&mut self, community: &Community) {
        let Some(steward) = self.fields.get("steward").and_then(Value::as_str).map(str::to_owned) else { return };
        let member = community.people().named(&steward);
        let (handle, name) = member.map_or((None, steward), |member| (Some(member.handle.clone()), member.name.clone()));
        match self.people.iter_mut().find(|person| person.handle.is_some() && person.handle == handle) {
            Some(person) => person.roles.push("steward".to_owned()),
            None => self.people.push(Person { handle, name, roles: vec!["steward".to_owned()] }),
        }
    }

    /// A document with its ties; people and dates come from history.
    fn new(community: &Community, at: usize, lang: Lang) -> Self {
        let document = &community.documents()[at];
        let kind = community.kind(document);
        let state_label =
            document.state.as_deref().map(|name| kind.state(name).map_or_else(|| name.to_owned(), |state| state.label.text(lang, name)));
        Self {
            reference: document.reference.clone(),
            path: document.path.clone(),
            kind: kind.name.clone(),
            title: document.title.clone(),
            status: document.state.clone(),
            lang: document.lang.clone(),
            created: document.date("created"),
            updated: None,
            is_uncommitted: false,
            fields: fields(document, kind),
            extra: document.extra.iter().map(|extra| (extra.key.clone(), extra.value.to_json())).collect(),
            body: document.body().to_owned(),
            relations: relations(community, at, lang),
            answers: Vec::new(),
            people: Vec::new(),
            profile: Profile::default(),
            heard: Vec::new(),
            is_person: false,
            prose: prose(document).to_owned(),
            own_words: own_words(document, kind),
            kind_label: kind.label(lang),
            state_label,
            field_labels: labels(document, community, lang),
        }
    }

    fn facts(&self, look: &Look) -> Line {
        let mut line = Line::new().kind(&self.kind_label);
        if let Some(state) = &self.state_label {
            line = line.plain(", ").state(state);
        }
        if let Some(updated) = self.updated {
            line = line.dim(format!(", {}", look.say(&msg!("document-updated", when = look.day(updated)))));
        }
        if self.is_uncommitted {
            line = line.dim(format!(", {}", look.say(&msg!("hit-uncommitted"))));
        }
        line.dim("  ").path(look.path(&self.path))
    }

    /// The ties that can't be seen above them: the answers stand there whole, and what it links to stands in its text.
    fn worth_telling(&self, look: &Look) -> Vec<&Relation> {
        let is_answer = |tie: &Relation| self.answers.iter().any(|answer| answer.reference == tie.reference);
        // What a member says of it in their own file stands there with their words.
        let is_heard = |tie: &Relation| tie.kind == LINKED_BY && self.heard.iter().any(|heard| heard.path == tie.path);
        let is_seen = |tie: &Relation| is_answer(tie) || is_heard(tie) || tie.kind == LINK && !look.verbose;
        self.relations.iter().filter(|tie| !is_seen(tie)).collect()
    }

    /// Who had a part in it, a line for each thing that people do; who made it is not told again to have changed it.
    fn roles(&self, look: &Look) -> Vec<(Line, Line)> {
        let has = |person: &Person, role: &str| person.roles.iter().any(|own| own == role);
        let roles = [
            (CREATED, msg!("people-created")),
            (EDITED, msg!("people-edited")),
            ("reviewed", msg!("people-reviewed")),
            ("consulted", msg!("people-consulted")),
        ];
        // Whoever has no page and commits from several addresses is told by name once.
        let is_same = |one: &Person, other: &Person| {
            one.name.trim() == other.name.trim() && (one.handle == other.handle || one.handle.is_none() || other.handle.is_none())
        };
        let made = |person: &Person| self.people.iter().any(|maker| has(maker, CREATED) && is_same(maker, person));
        let row = |(role, label): (&str, Msg)| {
            let mut people: Vec<&Person> = Vec::new();
            for person in self.people.iter().filter(|person| has(person, role) && !(role == EDITED && made(person))) {
                if !people.iter().any(|known| is_same(known, person)) {
                    people.push(person);
                }
            }
            let mut names = Line::join(people.iter().take(NAMES).map(|person| Line::new().person(&person.name)), ", ");
            if people.len() > NAMES {
                names = names.dim(format!(" {}", look.say(&msg!("people-more", count = people.len() - NAMES))));
            }
            (!people.is_empty()).then(|| (Line::new().dim(look.say(&label)), names))
        };
        roles.into_iter().filter_map(row).collect()
    }
}

/// What a member wrote about themselves: their page without the lists of what they use, thank for and follow.
fn own_words(document: &Document, kind: &Kind) -> String {
    if !kind.has(Capability::Person) {
        return String::new();
    }
    let start = document.text.len() - prose(document).len();
    let is_list = |text: &str| kind.sections.iter().any(|section| section.is_headed_by(text));
    let lists = document.markdown.headings.iter().filter(|heading| !heading.nested && is_list(&heading.text));
    let (mut words, mut at) = (String::new(), start);
    for list in lists {
        words.push_str(document.text.get(at..list.span.start).unwrap_or_default());
        at = at.max(list.section.end);
    }
    words.push_str(document.text.get(at..).unwrap_or_default());
    words
}

fn fields(document: &Document, kind: &Kind) -> Map<String, Value> {
    let mut fields = Map::new();
    for field in &document.fields {
        let is_list = kind.field(&field.name).is_some_and(|field| field.list) || field.values.len() > 1;
        let is_map = field.values.iter().any(|value| value.part.is_some());
        let value = if is_map {
            let parts = field.values.iter().map(|value| (value.part.clone().unwrap_or_default(), Value::from(value.text.clone())));
            Value::Object(parts.collect())
        } else if is_list {
            field.values.iter().map(|value| Value::from(value.text.clone())).collect()
        } else {
            field.values.first().map_or(Value::Null, |value| Value::from(value.text.clone()))
        };
        fields.insert(field.name.clone(), value);
    }
    for relation in &document.relations {
        let entry = fields.entry(relation.name.clone()).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(targets) = entry {
            targets.push(Value::from(relation.target.clone()));
        }
    }
    fields
}

/// What is worth reading of the fields, in the reader's language; the title and state are shown apart.
fn labels(document: &Document, community: &Community, lang: Lang) -> Vec<(String, String)> {
    let kind = community.kind(document);
    let apart = |name: &str| {
        let shown = matches!(name, "title" | "kind" | "status" | "emails" | "lang" | "authors");
        shown || name == "name" && kind.has(Capability::Person)
    };
    // It is said gently, where it is a wish to be left alone.
    let is_silent =
        |field: &FieldValue| field.name == "ask_me" && field.values.first().and_then(|value| yes_no(&value.text)) == Some(false);
    let person = |text: &str| community.people().by_handle(text).map_or_else(|| text.to_owned(), |member| member.name.clone());
    // Who left is not asked, whatever their page says.
    let left = community.people().by_handle(document.handle()).is_some_and(|member| member.left && member.path == document.path);
    let is_over = |field: &FieldValue| field.name == "ask_me" && left;
    let fields = document
        .fields
        .iter()
        .filter(|field| !is_over(field))
        .filter(|field| !apart(&field.name) && !is_silent(field) && !field.misshapen && !field.values.is_empty());
    fields
        .map(|field| {
            let known = kind.field(&field.name);
            let label = known.map_or_else(|| field.name.clone(), |known| known.label.text(lang, &field.name));
            let is_person = known.is_some_and(|known| known.kind == FieldType::Person);
            let text = |text: &str| match known.map(|known| known.kind) {
                _ if is_person => person(text),
                // It is a text, and says yes or no as well.
                kind if kind == Some(FieldType::YesNo) || field.name == "ask_me" => {
                    yes_no(text).map_or_else(|| text.to_owned(), |yes| said_yes(yes).text(lang))
                }
                Some(FieldType::Tag) => called(community, text, lang),
                Some(FieldType::Duration) => {
                    Timespan::parse(text).and_then(Timespan::says).map_or_else(|| text.to_owned(), |said| said.text(lang))
                }
                _ => text.to_owned(),
            };
            let value =
                |value: &FieldText| value.part.as_ref().map_or_else(|| text(&value.text), |part| format!("{} ({part})", value.text));
            (label, field.values.iter().map(value).collect::<Vec<_>>().join(", "))
        })
        .collect()
}

/// What a tag is called in a language where the community agreed on that, else the tag as it was written.
fn called(community: &Community, tag: &str, lang: Lang) -> String {
    let label = community.settings.agreed_tag(tag).map(|agreed| &agreed.label);
    let own = label.and_then(|label| if lang == Lang::Nl { label.nl.clone() } else { label.en.clone() });
    own.unwrap_or_else(|| tag.to_owned())
}

fn relations(community: &Community, at: usize, lang: Lang) -> Vec<Relation> {
    let graph = Graph::of(community);
    let mut relations: Vec<Relation> = graph
        .around(community, at)
        .into_iter()
        .map(|(kind, other)| {
            let (this, document) = (&community.documents()[at], &community.documents()[other]);
            let label = label(&kind, community.kind(this), community.kind(document), lang);
            let state = told_state(community.kind(document), document, lang);
            Relation {
                label,
                reference: document.reference.clone(),
                title: document.title.clone(),
                path: document.path.clone(),
                kind,
                state,
            }
        })
        .collect();
    // The relations that say most come first: what was linked in passing, last.
    relations.sort_by_key(|relation| (relation.kind.starts_with("link"), relation.kind.clone(), relation.reference.clone()));
    relations
}

fn said_yes(yes: bool) -> Msg {
    if yes { msg!("ask-yes") } else { msg!("ask-no") }
}

/// The state of what is tied to a document, where it says whether that still matters: of a flag, and of what no longer holds.
fn told_state(kind: &Kind, document: &Document, lang: Lang) -> Option<String> {
    let state = document.state.as_deref().and_then(|name| kind.state(name))?;
    (kind.name == flag::KIND || state.retired).then(|| state.label.text(lang, &state.name))
}

/// What a relation is called: by the kind that has it, else by the kind that has its inverse.
fn label(name: &str, this: &Kind, other: &Kind, lang: Lang) -> String {
    if let Some(relation) = this.relation(name) {
        return relation.label.text(lang, name);
    }
    let inverse = other.relations.iter().find(|relation| relation.inverse.as_deref() == Some(name));
    match (inverse, name) {
        (Some(inverse), _) => inverse.inverse_label.text(lang, name),
        (None, "links_to") => msg!("relation-links-to").text(lang),
        (None, "linked_by") => msg!("relation-linked-by").text(lang),
        (None, _) => name.replace('_', " "),
    }
}

impl View for Shown {
    const SCHEMA: &'static str = "show";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut blocks = vec![Block::Title(Line::new().strong(&self.title)), Block::Line(self.facts(look))];
        let mut facts: Vec<(Line, Line)> =
            self.field_labels.iter().map(|(label, value)| (Line::new().dim(label), Line::new().plain(value))).collect();
        if self.is_person {
            // Who wrote the page says little of whom it is about.
            facts.extend(self.profile.facts(look));
        } else {
            facts.extend(self.roles(look));
        }
        if !facts.is_empty() {
            blocks.push(Block::Facts(facts));
        }
        let prose = if self.is_person && !look.verbose { &self.own_words } else { &self.prose };
        if is_visible(prose) {
            blocks.extend([Block::Blank, Block::Prose(prose.clone())]);
        }
        blocks.extend(self.answers.iter().flat_map(|answer| answer.blocks(look)));
        if self.is_person {
            blocks.extend(self.profile.blocks(&self.heard, look));
        } else if !self.heard.is_empty() {
            blocks.extend([Block::Blank, Block::Tree(heard::lines(&self.heard, TIES, look))]);
        }
        let ties = self.worth_telling(look);
        if !ties.is_empty() {
            blocks.extend([Block::Blank, tree(&ties, look)]);
        }
        blocks
    }
}

/// Whether a text says anything to a reader: more than blanks and what a template asks for in comments.
fn is_visible(markdown: &str) -> bool {
    let mut rest = markdown;
    while let Some((before, comment)) = rest.split_once("<!--") {
        if !before.trim().is_empty() {
            return true;
        }
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    !rest.trim().is_empty()
}

/// Documents below what they are to this one; of many that are the same, the first few.
fn tree(ties: &[&Relation], look: &Look) -> Block {
    let mut lines = Vec::new();
    for group in ties.chunk_by(|one, other| one.label == other.label) {
        lines.extend(group.first().map(|first| (0, Line::new().dim(&first.label))));
        for tie in group.iter().take(TIES) {
            let title = Line::new().plain(&tie.title);
            let title = tie.state.iter().fold(title, |line, state| line.plain(" (").state(state).plain(")"));
            lines.push((1, title.plain("  ").path(look.path(&tie.path))));
        }
        if group.len() > TIES {
            lines.push((1, Line::new().dim(look.say(&msg!("people-more", count = group.len() - TIES)))));
        }
    }
    Block::Tree(lines)
}
