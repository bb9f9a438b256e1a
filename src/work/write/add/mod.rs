//! A new document, from the template of its kind: what `add` does.

mod body;
pub mod from;
mod place;
mod theirs;
pub(super) mod title;
mod wording;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use crate::base::date::Date;
use crate::base::encoding::{Encoding, decoded};
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::{Lang, Msg};
use crate::base::path::is_device;
use crate::base::place::Place as InFile;
use crate::base::slug::slug;
use crate::model::document::{Document, number_of};
use crate::model::field::{FieldType, typed};
use crate::model::kind::{Capability, Kind};
use crate::model::kinds::Claim;
use crate::model::person::Member;
use crate::model::settings::Settings;
use crate::msg;
use crate::text::front::edit::{New, Scalar, set};
use crate::text::markdown::Heading;
use crate::work::named;
use crate::work::session::Session;

use self::theirs::Ways;
use super::draft::Draft;
use super::record::Form;
use super::relations::Mode;
use super::{Assignment, How, Outcome, author, behalf, fields, member, states, write_as};

/// What is said where somebody else took a name since it was seen to be free.
const TAKEN: [&str; 5] = ["write-taken", "write-taken-nearly", "write-committed", "write-staged", "write-changed"];
/// So often another name is looked for because somebody else just took the one that was free.
const TRIES: usize = 200;

/// What is said of a text that came back from the editor as it went there.
pub const UNCHANGED: &str = "editor-unchanged";

/// The kind of what is asked.
pub const QUESTION: &str = "question";
/// The kind that is made by a command of its own.
const FLAG: &str = "flag";

/// Where a new document belongs.
#[derive(Clone, Debug)]
pub enum Place {
    /// Among those of a kind, as typed.
    Kind(String),
    /// Below the document that this names, in a file called after who writes it.
    Below(String),
}

/// Lets a person change a text, and gives what they made of it.
pub type Edit<'a> = dyn Fn(&str) -> Result<String> + 'a;

/// What a new document is to be.
pub struct NewDocument<'a> {
    /// Where it belongs.
    pub place: Place,
    /// The title; without one the text has to have it.
    pub title: Option<String>,
    /// What its file is called, without an ending; without one after the title.
    pub name: Option<String>,
    /// What the commit says; without one that it was added.
    pub subject: Option<Msg>,
    /// Its language, a BCP 47 tag; without one the community's.
    pub lang: Option<String>,
    /// What it is to say in its front matter.
    pub assignments: Vec<Assignment>,
    /// Its text, which may have front matter of its own; without one the template's.
    pub body: Option<String>,
    /// Lets a person edit the text before anything is written.
    pub edit: Option<&'a Edit<'a>>,
}

/// What a file is called whose title has no letters: in English and Dutch.
const NAMELESS: [&str; 2] = ["no-letters", "zonder-letters"];

/// Adds a document.
///
/// # Errors
/// A kind, field or value that does not exist, a title that can't be one, a name that is taken, or git says no. Then nothing is changed.
pub fn add(session: &Session, wanted: &NewDocument<'_>, how: &How) -> Result<Outcome> {
    let settings = session.settings();
    let (kind, parent) = belongs(session, &wanted.place)?;
    let at = settings.kinds.all().iter().position(|known| known.name == kind.name).unwrap_or_default();
    let behalf = behalf(session, how)?;
    let writer = match (&parent, behalf) {
        (None, _) => None,
        (Some(_), Some(member)) => Some(member),
        (Some(_), None) => Some(member(session, "me")?),
    };
    let mut assignments = fields::in_keys(kind, None, &wanted.assignments)?;
    let author = behalf.and_then(author);
    // Whoever has no address that git could name is named in the document itself.
    if let Some(member) = behalf.filter(|_| author.is_none()) {
        assignments.push(Assignment::one("authors", &member.handle));
    }
    let lang = language(session, wanted, parent.as_deref(), &mut assignments)?;
    let form = theirs::form(session, at);
    let text = composed(session, wanted, (at, form.as_ref()), parent.as_deref(), &assignments, &lang)?;
    let document = Document::read("new.md", text.as_str().into(), &claim(at), settings);
    if document.title_span.is_empty() || waits_for_title(&document) {
        return Err(no_title(kind, session));
    }
    let name = match (&wanted.name, writer) {
        (Some(name), _) => name.clone(),
        (None, Some(writer)) => writer.handle.clone(),
        (None, None) => name(&document, kind, session, &lang),
    };
    let mut taken = BTreeSet::new();
    loop {
        let spot = match &parent {
            Some(parent) => place::below(session, at, &parent.path, &name, &taken)?,
            None => place::free(session, at, &name, &lang, &taken)?,
        };
        // The other sides of relations name it, so everything is said again under its real name.
        let mut draft = Draft::new(session);
        draft.create(&spot.path, &spot.claim, &text);
        if let Some((form, number)) = form.as_ref().zip(number_of(&spot.claim.slug)) {
            let text = form.numbered(&*draft.document(&spot.path)?, number);
            draft.rewrite(&spot.path, &text);
        }
        draft.demand_alone(spot.number.clone());
        related(&mut draft, &spot.path, kind, &assignments)?;
        let made = draft.document(&spot.path)?;
        let subject = wanted.subject.clone().unwrap_or_else(|| added(&made));
        match write_as(session, &draft, &subject, how, author.clone()) {
            Err(error) if TAKEN.contains(&error.msg().key()) && taken.len() < TRIES => {
                taken.insert(spot.path);
            }
            done => {
                let named = behalf.filter(|_| author.is_none()).map(|member| member.name.clone());
                return done.map(|outcome| again(session, &made, writer, outcome.on_behalf_of(named)));
            }
        }
    }
}

/// Puts a new document into a draft that others are in; it stands below no other. `taken` are the paths that such documents have in the
/// draft already, and grows by its own. Numbers go on behind theirs.
///
/// # Errors
/// As [`add`].
pub(super) fn draw(draft: &mut Draft<'_>, wanted: &NewDocument<'_>, taken: &mut BTreeSet<String>) -> Result<Arc<Document>> {
    let session = draft.session();
    let settings = session.settings();
    let (kind, _) = belongs(session, &wanted.place)?;
    let at = settings.kinds.all().iter().position(|known| known.name == kind.name).unwrap_or_default();
    let mut assignments = fields::in_keys(kind, None, &wanted.assignments)?;
    let lang = language(session, wanted, None, &mut assignments)?;
    let form = theirs::form(session, at);
    let text = composed(session, wanted, (at, form.as_ref()), None, &assignments, &lang)?;
    let document = Document::read("new.md", text.as_str().into(), &claim(at), settings);
    let name = wanted.name.clone().unwrap_or_else(|| name(&document, kind, session, &lang));
    let spot = place::free(session, at, &name, &lang, taken)?;
    draft.create(&spot.path, &spot.claim, &text);
    if let Some((form, number)) = form.as_ref().zip(number_of(&spot.claim.slug)) {
        let text = form.numbered(&*draft.document(&spot.path)?, number);
        draft.rewrite(&spot.path, &text);
    }
    draft.demand_alone(spot.number);
    related(draft, &spot.path, kind, &assignments)?;
    taken.insert(spot.path.clone());
    draft.document(&spot.path)
}

/// The whole text of a new document: the template of its kind with what is wanted in it.
fn composed(
    session: &Session,
    wanted: &NewDocument<'_>,
    (at, form): (usize, Option<&Form>),
    parent: Option<&Document>,
    assignments: &[Assignment],
    lang: &str,
) -> Result<String> {
    let settings = session.settings();
    let kind = settings.kinds.at(at);
    let wish = wanted.title.as_deref().map(|title| title::demand(title, settings)).transpose()?;
    let ways = Ways::of(session, at);
    let text = wording::of(session, kind, lang, ways, form);
    let text = wording::in_their_keys(&text, kind, settings);
    let read = |text: &str| Document::read("new.md", text.into(), &claim(at), settings);
    let names_itself = wanted.body.as_deref().is_some_and(|body| !read(body).title_span.is_empty());
    let wish = wish.or_else(|| parent.filter(|_| !names_itself).map(|parent| parent.title.clone()));
    let mut text = match &wanted.body {
        Some(body) => body::with(&text, body, kind, wish.as_deref(), session, &read)?,
        None => text,
    };
    text = match &wish {
        Some(wish) => title::put(&text, wish, kind, settings, &read)?,
        None if wanted.body.is_some() || wanted.edit.is_some() => title::without(&text),
        None => return Err(no_title(kind, session)),
    };
    text = form.map_or_else(|| text.clone(), |form| form.dressed(&read(&text)));
    if let Some(wish) = wish.as_ref().filter(|_| ways.says_title && read(&text).value("title").is_none()) {
        let key = kind.field("title").map_or("title", |field| field.keys.first().unwrap_or(&field.name));
        text = with_key(&text, key, wish, settings)?;
    }
    text = filled(session, &text, at, assignments)?;
    if let Some(edit) = wanted.edit {
        let now = edit(&text)?;
        // Whoever closes the editor on the template alone has thought better of it.
        if wanted.body.is_none() && now == text {
            return Err(Error::new(ErrorKind::Usage, msg!("editor-unchanged")).hint(msg!("editor-unchanged-help")));
        }
        text = edited(&now, session, kind, &read)?;
    }
    Ok(text)
}

/// What a document would be claimed as that has no name yet.
fn claim(kind: usize) -> Claim {
    Claim { kind, slug: "new".to_owned() }
}

/// What the commit says; with the title, where that has no letters that a name could be made of.
fn added(made: &Document) -> Msg {
    let says_nothing =
        NAMELESS.iter().any(|name| made.slug.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '-').ends_with(name));
    if says_nothing {
        msg!("commit-add-titled", name = &made.reference, title = &made.title)
    } else {
        msg!("commit-add", name = &made.reference)
    }
}

/// Says so where who writes below a document has written below it before: their file has a number, and the first is still there.
fn again(session: &Session, made: &Document, writer: Option<&Member>, outcome: Outcome) -> Outcome {
    let Some(writer) = writer.filter(|writer| made.handle() != writer.handle) else { return outcome };
    let first = made.reference.rsplit_once('/').map(|(above, _)| format!("{above}/{}", writer.handle)).unwrap_or_default();
    let is_there = session.community().documents().iter().any(|document| document.reference == first);
    if is_there { outcome.also(msg!("answer-again", command = format!("cop edit {first}"))) } else { outcome }
}

/// A text as a title, as [`add`] demands it.
///
/// # Errors
/// It can't be one.
pub(super) fn demanded(text: &str, settings: &Settings) -> Result<String> {
    title::demand(text, settings)
}

/// A text of the kind at a place with its title where the template has it, so written that it is read as it was meant.
///
/// # Errors
/// The title can't be one.
pub fn titled(text: &str, title: &str, kind_at: usize, settings: &Settings) -> Result<String> {
    let read = |text: &str| Document::read("new.md", text.into(), &claim(kind_at), settings);
    title::put(text, &title::demand(title, settings)?, settings.kinds.at(kind_at), settings, &read)
}

/// The text of a new document of the kind at a place: its template with a title and fields.
///
/// # Errors
/// The title, or the value of a field, can't be one.
pub(super) fn text_of(session: &Session, kind_at: usize, title: &str, assignments: &[Assignment]) -> Result<String> {
    let settings = session.settings();
    let kind = settings.kinds.at(kind_at);
    let text = wording::of(session, kind, &settings.language, Ways::of(session, kind_at), None);
    let text = wording::in_their_keys(&text, kind, settings);
    filled(session, &titled(&text, title, kind_at, settings)?, kind_at, assignments)
}

/// A free place for a document of the kind at a place, in a file of this name.
///
/// # Errors
/// The name is taken, or no file of it would be of that kind.
pub(super) fn spot(session: &Session, kind_at: usize, name: &str) -> Result<(String, Claim)> {
    let spot = place::free(session, kind_at, name, &session.settings().language, &BTreeSet::new())?;
    Ok((spot.path, spot.claim))
}

/// The kind of a new document, and the document below which it is to stand.
fn belongs<'s>(session: &'s Session, place: &Place) -> Result<(&'s Kind, Option<Arc<Document>>)> {
    let kinds = &session.settings().kinds;
    match place {
        Place::Kind(typed) => {
            let kind = kind_of(session, typed)?;
            let Some(parent) = &kind.parent else { return Ok((kind, None)) };
            let label = kinds.named(parent).map_or_else(|| parent.clone(), |parent| parent.label(session.lang()));
            let error = Error::new(ErrorKind::Usage, msg!("add-child", kind = kind.label(session.lang()), parent = label));
            Err(if parent == QUESTION { error.hint(msg!("do-answer")) } else { error })
        }
        Place::Below(name) => {
            let community = session.community();
            let parent = &community.documents()[named::document(session, name)?];
            let own = &community.kind(parent).name;
            let child = kinds.all().iter().find(|kind| kind.parent.as_ref() == Some(own));
            let refused = || Error::new(ErrorKind::Usage, msg!("add-no-question", name = &parent.reference));
            Ok((child.ok_or_else(refused)?, Some(parent.clone())))
        }
    }
}

/// Demands that what a person typed is a kind, of which a document can be added.
///
/// # Errors
/// It is none, or its documents stand below others.
pub fn demand_kind(session: &Session, typed: &str) -> Result<()> {
    belongs(session, &Place::Kind(typed.to_owned())).map(drop)
}

/// The kind that a person means.
fn kind_of<'s>(session: &'s Session, typed: &str) -> Result<&'s Kind> {
    let (kinds, lang) = (&session.settings().kinds, session.lang());
    kinds.meant_by(typed).ok_or_else(|| {
        let error = Error::new(ErrorKind::NotFound, msg!("query-no-kind", typed = typed));
        if let Some(near) = kinds.nearest_to(typed) {
            return error.hint(msg!("usage-nearest", name = kinds.word_for(near, lang)));
        }
        let can_be_added = kinds.all().iter().filter(|kind| kind.parent.is_none());
        let all: Vec<String> = can_be_added.map(|kind| kinds.word_for(kind, lang)).collect();
        error.hint(msg!("usage-values", values = all.join(", ")))
    })
}

fn no_title(kind: &Kind, session: &Session) -> Error {
    let word = session.settings().kinds.word_for(kind, session.lang());
    Error::new(ErrorKind::Usage, msg!("add-no-title")).hint(msg!("add-no-title-help", kind = word))
}

/// The language of the document: the one that was asked for, that of the document it stands below, else the community's. One that no
/// folder and no ending can name is said in its front matter.
fn language(session: &Session, wanted: &NewDocument<'_>, parent: Option<&Document>, assignments: &mut Vec<Assignment>) -> Result<String> {
    let settings = session.settings();
    let said = wanted.lang.as_deref().map(|lang| lang.trim().to_lowercase());
    let Some(lang) = said.or_else(|| parent.map(|parent| parent.lang.clone())) else { return Ok(settings.language.clone()) };
    if typed(FieldType::Language, &[], &lang).is_none() {
        return Err(Error::new(ErrorKind::Usage, msg!("flag-value", flag = "--lang", value = lang)).hint(msg!("check-wants-language")));
    }
    let is_named = settings.is_language(&lang) && parent.is_none();
    if !is_named && !lang.eq_ignore_ascii_case(&settings.language) {
        assignments.push(Assignment::one("lang", &lang));
    }
    Ok(lang)
}

/// The text with what its front matter is to say of itself; relations wait until it has a name.
fn filled(session: &Session, text: &str, kind_at: usize, assignments: &[Assignment]) -> Result<String> {
    let settings = session.settings();
    let kind = settings.kinds.at(kind_at);
    let mut draft = Draft::new(session);
    let path = "new.md";
    draft.create(path, &claim(kind_at), text);
    for assignment in assignments.iter().filter(|assignment| !is_relation(kind, assignment)) {
        let field = kind.field_of_key(&assignment.key);
        if field.is_some_and(|field| is_default(kind, &field.name, assignment)) {
            continue;
        }
        fields::assign(&mut draft, path, assignment, Mode::Replace)?;
    }
    // Where what does not say its state counts as settled, what begins says that it does.
    let document = draft.document(path)?;
    let is_said = assignments.iter().any(|one| kind.field_of_key(&one.key).is_some_and(|field| field.name == "status"));
    let begins = kind.beginning().filter(|state| !is_said && !kind.goes_unsaid(state) && document.said_state.is_none());
    if let (Some(state), Some(field)) = (begins, kind.field("status")) {
        draft.put(path, &fields::key_of(&document, kind, field), &New::One(Scalar::text(states::word(state))))?;
    }
    Ok(draft.document(path)?.text.to_string())
}

/// Whether an assignment only says what goes without saying.
fn is_default(kind: &Kind, field: &str, assignment: &Assignment) -> bool {
    let meant = assignment.values.first().and_then(|text| kind.state_meant_by(text));
    field == "status" && meant.is_some() && meant.map(|state| &state.name) == kind.first_state().map(|state| &state.name)
}

fn is_relation(kind: &Kind, assignment: &Assignment) -> bool {
    kind.field_of_key(&assignment.key).is_none() && kind.relation_of_key(&assignment.key).is_some()
}

/// What it says about other documents, and demands that it has what its state needs.
fn related(draft: &mut Draft<'_>, path: &str, kind: &Kind, assignments: &[Assignment]) -> Result<()> {
    for assignment in assignments.iter().filter(|assignment| is_relation(kind, assignment)) {
        fields::assign(draft, path, assignment, Mode::Replace)?;
    }
    let document = draft.document(path)?;
    // What begins as a word about another document has to say which.
    let first = kind.beginning().map(|state| &state.needs).into_iter().flatten();
    if first.into_iter().any(|need| document.value(need).is_none() && document.related(need).next().is_none()) {
        let label = kind.label(draft.session().lang());
        let error = Error::new(ErrorKind::Usage, msg!("add-about-nothing", kind = label));
        return Err(if kind.name == FLAG { error.hint(msg!("add-about-flag")) } else { error });
    }
    states::remark_role(draft.session(), kind, &document, None);
    let says = document.said_state.is_some();
    match document.state.as_deref().and_then(|name| kind.state(name)).filter(|_| says) {
        Some(state) => {
            let said = assignments.iter().rfind(|one| kind.field_of_key(&one.key).is_some_and(|field| field.name == "status"));
            let word = said.and_then(|one| one.values.first()).map(String::as_str);
            states::demand(draft.session(), &document, kind, state, word)
        }
        None => Ok(()),
    }
}

/// What a person made of the text in their editor.
fn edited(text: &str, session: &Session, kind: &Kind, read: &dyn Fn(&str) -> Document) -> Result<String> {
    let text = text.replace("\r\n", "\n");
    let document = read(&text);
    if let Some(problem) = document.front.problems.first() {
        return Err(body::faulty(&document, problem));
    }
    if document.body().trim().is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("add-empty")));
    }
    if document.title_span.is_empty() || waits_for_title(&document) {
        return Err(no_title(kind, session));
    }
    Ok(text)
}

/// Whether the place of the title was left empty: what stands further down is called something else.
fn waits_for_title(document: &Document) -> bool {
    let is_empty = |heading: &&Heading| heading.level == 1 && !heading.nested && heading.text.is_empty();
    let empty = document.markdown.headings.iter().find(is_empty);
    empty.is_some_and(|heading| heading.span.start < document.title_span.start)
}

/// The name of its file: of its title, behind its day or number where its kind has those.
fn name(document: &Document, kind: &Kind, session: &Session, lang: &str) -> String {
    let mut name = slug(&document.title);
    if name.is_empty() {
        let dutch = Lang::of(lang) == Some(Lang::Nl);
        NAMELESS[usize::from(dutch)].clone_into(&mut name);
    }
    if is_device(&name) {
        name = format!("{name}-{}", slug(&kind.name));
    }
    if kind.has(Capability::Dated) {
        let said: Option<Date> = document.date("when").or_else(|| document.date("date"));
        name = format!("{}-{name}", said.unwrap_or_else(|| session.today()));
    }
    name
}

/// A key set in a text that is no file yet.
fn with_key(text: &str, key: &str, value: &str, settings: &Settings) -> Result<String> {
    let new = New::One(Scalar::text(value));
    set(text, key, &new, &settings.limits).map_err(|refusal| Error::new(ErrorKind::Usage, refusal.msg))
}

/// The text in a file, or on stdin for `-`.
///
/// # Errors
/// It can't be read, is too large, or is no UTF-8.
pub fn read_text(session: &Session, path: &Path) -> Result<String> {
    String::from_utf8(read_bytes(session, path)?).map_err(|_| no_text(path))
}

/// The same of a table, which spreadsheets save in other ways too; with what is to be said of that.
///
/// # Errors
/// It can't be read, is too large, or is no text.
pub fn read_table(session: &Session, path: &Path) -> Result<(String, Option<Msg>)> {
    let (text, encoding) = decoded(&read_bytes(session, path)?).ok_or_else(|| no_text(path))?;
    let guessed = encoding == Encoding::Windows1252;
    Ok((text, guessed.then(|| msg!("add-guessed", path = path.to_string_lossy().into_owned()))))
}

fn no_text(path: &Path) -> Error {
    Error::new(ErrorKind::Usage, msg!("add-not-text")).at(InFile::file(path.to_string_lossy()))
}

fn read_bytes(session: &Session, path: &Path) -> Result<Vec<u8>> {
    let limit = session.settings().limits.file;
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().lock().take(limit.saturating_add(1)).read_to_end(&mut bytes)
    } else {
        // It may well be a pipe, as in `-F <(…)`: it is the person's own.
        File::open(session.folder().join(path)).and_then(|file| file.take(limit.saturating_add(1)).read_to_end(&mut bytes))
    };
    read.map_err(|cause| match cause.kind() {
        std::io::ErrorKind::NotFound => {
            let error = Error::new(ErrorKind::Io, msg!("add-no-file", path = path.to_string_lossy().into_owned()));
            error.hint(msg!("add-no-file-help", folder = session.folder().to_string_lossy().into_owned()))
        }
        _ => Error::io(msg!("add-unread"), path, &cause),
    })?;
    if bytes.len() as u64 > limit {
        return Err(Error::new(ErrorKind::Usage, msg!("file-too-large", limit = limit >> 20)).at(InFile::file(path.to_string_lossy())));
    }
    Ok(bytes)
}
