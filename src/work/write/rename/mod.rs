//! A document under another title: what `rename` does.
//!
//! The heading and the file's name follow, what is the document's own moves along, and every reference of every form is written anew, in one
//! commit. What every reference means is looked up before, and after everything was changed it has to mean the same; what can't be brought
//! to that is told and left to a person.

pub(in crate::work) mod aside;
mod elsewhere;
pub(super) mod heading;
mod land;
mod leftover;
pub(in crate::work) mod meanwhile;
pub(super) mod numbers;
mod place;
mod plan;
mod references;
mod referrers;
mod scan;
mod searches;
mod settings;

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::fold;
use crate::base::lang::Msg;
use crate::base::path::{is_device, last};
use crate::base::place::Place;
use crate::base::slug::slug;
use crate::model::change::ChangeSet;
use crate::model::document::{Document, number_of};
use crate::model::kind::{Capability, Kind};
use crate::model::kinds::Claim;
use crate::model::names::{Found, Name};
use crate::msg;
use crate::show::view::Remark;
use crate::text::front::edit::{New, Scalar};
use crate::work::named;
use crate::work::session::Session;

use super::add::title::demand;
use super::handle::is_reserved;
use super::outcome::{About, Fate};
use super::{How, Outcome, Renamed, fields, send};

pub(super) use land::Land;
pub(super) use place::{FileName, own_folder};
pub(super) use referrers::referrers;

use heading::{Titled, number_before};
use leftover::Leftover;
use place::Moves;
use plan::{Person, Plan};
use references::{Edit, Page, astray, edited, edits};
use scan::{Candidate, Needles, candidates};

/// So many are named that have the title already.
const SAME: usize = 3;

/// What a renaming did beside its files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rewritten {
    /// So many references were written anew.
    pub references: usize,
    /// In so many other files.
    pub files: usize,
    /// So many other files moved along.
    pub moved: usize,
    /// What keeps its name all the same, because something else gives it.
    pub kept: Option<Msg>,
    /// What is called so already, in a line each.
    pub same: Vec<Msg>,
}

impl Rewritten {
    /// What is said of it; nothing where nothing happened.
    pub fn says(&self) -> Vec<Msg> {
        let mut said = Vec::new();
        if self.references > 0 {
            said.push(msg!("rename-references", count = self.references, files = self.files));
        }
        if self.moved > 0 {
            said.push(msg!("rename-moved", count = self.moved));
        }
        said.extend(self.kept.clone());
        said.extend(self.same.iter().cloned());
        said
    }
}

/// What a document is to be called.
struct Wish {
    /// Its title; `None` leaves it.
    title: Option<String>,
    /// What its file is called after; `None` leaves that.
    file: Option<String>,
}

/// A document on its way.
struct Subject {
    at: usize,
    document: Document,
    title: Option<String>,
    /// Whether its old names stay among its aliases.
    leaves_alias: bool,
}

/// Gives a document another title.
///
/// # Errors
/// No such document, a title that can't be one, a name that is taken, or git says no. Then nothing is changed.
pub fn rename(session: &Session, name: &str, new: &str, how: &How) -> Result<(Renamed, Rewritten)> {
    let settings = session.settings();
    let land = Land::of(session);
    let at = find(session, &land, name)?;
    let document = land.document(at).ok_or_else(|| unread(&land, at))?;
    let kind = settings.kinds.at(document.kind);
    faulty(&document)?;
    let wish = wish(session, &document, kind, new)?;
    let moves = match &wish.file {
        Some(file) => place::moves(&land, at, &document, file)?,
        None => Moves::default(),
    };
    let same = same(&land, at, &wish);
    let (renamed, rewritten) = called(&land, at, document, &wish, moves, how)?;
    let same = if renamed.0.is_written() { same } else { Vec::new() };
    Ok((renamed, Rewritten { same, ..rewritten }))
}

/// Others that have the title already, of which nothing is in the way: whoever reads it can't tell them apart.
fn same(land: &Land<'_>, at: usize, wish: &Wish) -> Vec<Msg> {
    let Some(title) = wish.title.as_deref().map(fold) else { return Vec::new() };
    let others = land.list.iter().enumerate().filter(|(other, name)| *other != at && !name.is_child && fold(&name.title) == title);
    others.take(SAME).map(|(_, name)| msg!("rename-same", name = &name.reference, title = &name.title)).collect()
}

/// Carries it out.
fn called(land: &Land<'_>, at: usize, document: Document, wish: &Wish, mut moves: Moves, how: &How) -> Result<(Renamed, Rewritten)> {
    let session = land.session;
    let kind = session.settings().kinds.at(document.kind);
    let person = person(&document, kind, wish, &moves);
    if let Some(Person { handle: (old, new), .. }) = person.as_ref().filter(|person| person.handle.0 != person.handle.1) {
        place::answers(land, old, new, &mut moves);
    }
    let mut subjects = vec![Subject { at, title: wish.title.clone(), document, leaves_alias: true }];
    // An answer that is called as its question was goes on doing so.
    for child in land.children(at) {
        let Some(document) = land.document(child) else { continue };
        let is_same = !document.title_span.is_empty() && document.title == subjects[0].document.title;
        let title = wish.title.clone().filter(|_| is_same && document.front.problems.is_empty());
        subjects.push(Subject { at: child, document, title, leaves_alias: false });
    }
    let changed = titled(land, &subjects, &moves)?;
    let plan = Plan::new(land, moves, person.into_iter().collect(), &changed);
    let (set, rewritten) = carried(&plan, &subjects, how)?;
    let own = (plan.list[at].reference.clone(), plan.list[at].path.clone());
    for link in plan.moves.folders.keys().filter(|folder| !is_within(&plan.moves, folder)).flat_map(|folder| land.links_below(folder)) {
        session.remark(Remark { code: "rename-link-stays", msg: msg!("rename-link-stays"), place: Some(Place::file(link)) });
    }
    let about = About::One(own.0, own.1);
    let rewritten = Rewritten { kept: kept(&subjects[0].document, kind, wish, session), ..rewritten };
    if set.is_empty() {
        return Ok((Renamed(Outcome::new(about, Fate::Unchanged)), Rewritten::default()));
    }
    elsewhere::tell(land, &plan.moves);
    let became = wish.title.clone().filter(|title| *title != subjects[0].document.title);
    let became = became.map(|title| msg!("rename-became", old = &subjects[0].document.title, new = title));
    Ok((Renamed(send(session, set, about, how)?.became(became)), rewritten))
}

/// Whether a folder that moves stands in another that does.
fn is_within(moves: &Moves, folder: &str) -> bool {
    folder.match_indices('/').any(|(at, _)| moves.folders.contains_key(&folder[..at]))
}

/// What does not follow the title: a handle that was chosen by itself, and a file that somebody or its folder gives its name.
fn kept(document: &Document, kind: &Kind, wish: &Wish, session: &Session) -> Option<Msg> {
    let is_index = FileName::of(&document.path, kind, session.settings()).is_index();
    match (&wish.title, &wish.file) {
        (Some(_), None) if kind.has(Capability::Person) => Some(msg!("rename-keeps-handle", handle = document.handle())),
        (Some(_), file) if file.is_none() || is_index => Some(msg!("rename-keeps-file", path = &document.path)),
        _ => None,
    }
}

/// The document that a person means; where the names leave doubt, the error says what is near.
pub(super) fn find(session: &Session, land: &Land<'_>, name: &str) -> Result<usize> {
    if let Some(at) = land.find(name) {
        return Ok(at);
    }
    let at = named::document(session, name)?;
    let path = &session.community().documents()[at].path;
    land.at(path).ok_or_else(|| Error::new(ErrorKind::NotFound, msg!("document-unknown", name = name)))
}

/// A document that was there a moment ago and can't be read now.
pub(super) fn unread(land: &Land<'_>, at: usize) -> Error {
    let path = land.list.get(at).map_or("", |name| name.path.as_str());
    Error::new(ErrorKind::Io, msg!("write-changed")).at(Place::file(path)).hint(msg!("write-changed-hint"))
}

/// Refuses a document whose front matter can't be read: nobody knows what would become of it.
fn faulty(document: &Document) -> Result<()> {
    let grave = |rule: &str| rule == "yaml-syntax" || rule.starts_with("front-");
    document.front.problems.iter().find(|problem| grave(problem.rule)).map_or(Ok(()), |problem| Err(document.fault_of(problem)))
}

/// What the new name means for a document of this kind.
fn wish(session: &Session, document: &Document, kind: &Kind, new: &str) -> Result<Wish> {
    let typed = demand(new, session.settings())?;
    if kind.has(Capability::Person) {
        let bare = typed.strip_prefix('@').unwrap_or(&typed);
        if bare != typed || slug(bare) == bare {
            if slug(bare) != bare {
                let error = Error::new(ErrorKind::Usage, msg!("rename-no-handle", handle = bare));
                return Err(error.hint(msg!("rename-no-handle-help", handle = slug(bare))));
            }
            if is_reserved(bare) {
                return Err(Error::new(ErrorKind::Usage, msg!("invite-reserved", handle = bare)));
            }
            if is_device(bare) {
                let error = Error::new(ErrorKind::Usage, msg!("invite-device", handle = bare));
                return Err(error.hint(msg!("rename-no-handle-help", handle = format!("{bare}-2"))));
            }
            return Ok(Wish { title: None, file: Some(bare.to_owned()) });
        }
        if typed.contains(['/', '\\']) || !typed.contains(char::is_alphabetic) {
            let error = Error::new(ErrorKind::Usage, msg!("rename-no-name", name = typed));
            return Err(error.hint(msg!("rename-no-name-help", handle = document.handle())));
        }
        // A handle that was chosen by itself is not the name's.
        let follows = slug(&document.title) == document.handle();
        return Ok(Wish { file: follows.then(|| typed.clone()), title: Some(typed) });
    }
    let number = document.number(kind);
    let before = number_before(&document.title, number);
    let title = if before.is_empty() || !number_before(&typed, number).is_empty() { typed.clone() } else { format!("{before}{typed}") };
    // Whoever answers gives an answer its name.
    let file = if kind.parent.is_some() { None } else { Some(typed) };
    Ok(Wish { title: Some(title), file })
}

/// The member who is called otherwise, if it is one.
fn person(document: &Document, kind: &Kind, wish: &Wish, moves: &Moves) -> Option<Person> {
    if !kind.has(Capability::Person) {
        return None;
    }
    let handle = document.handle().to_owned();
    let path = moves.of(&document.path);
    let new = if path == document.path { handle.clone() } else { last(path).split('.').next().unwrap_or_default().to_owned() };
    let name = document.title.clone();
    Some(Person { handle: (handle, new), name: (name.clone(), wish.title.clone().unwrap_or(name)) })
}

/// The documents whose title changes, before and after: with their new titles, and the names that they leave as aliases.
fn titled(land: &Land<'_>, subjects: &[Subject], moves: &Moves) -> Result<HashMap<usize, (Document, Document)>> {
    let settings = land.session.settings();
    let mut changed = HashMap::new();
    for subject in subjects {
        let own = Titled::of(&subject.document, moves.of(&subject.document.path), settings);
        let text = retitled(land, &own, &subject.document, subject, moves)?;
        let after = own.read(&text);
        if *text != *subject.document.text || after.title != subject.document.title {
            changed.insert(subject.at, (subject.document.clone(), after));
        }
    }
    Ok(changed)
}

/// The text of a document, which may have other references already, with its new title and what it leaves behind.
fn retitled(land: &Land<'_>, own: &Titled<'_>, now: &Document, subject: &Subject, moves: &Moves) -> Result<String> {
    let mut text = match subject.title.as_deref().filter(|title| *title != now.title) {
        Some(title) => own.put(now, title)?,
        None => now.text.to_string(),
    };
    if subject.leaves_alias && (*text != *now.text || moves.files.contains_key(&subject.document.path)) {
        let document = own.read(&text);
        text = aliased(land, own, &document, subject, moves).unwrap_or(text);
    }
    Ok(text)
}

/// The text with the old names among its aliases; `None` where they can't be put there, or need not.
fn aliased(land: &Land<'_>, own: &Titled<'_>, document: &Document, subject: &Subject, moves: &Moves) -> Option<String> {
    let before = &subject.document;
    let settings = own.settings;
    let file = FileName::of(&before.path, own.kind, settings);
    let new_file = FileName::of(moves.of(&before.path), own.kind, settings);
    let is_renumbered = !file.lead.is_empty() && file.lead != new_file.lead;
    let new_stem = new_file.stem.to_owned();
    let title = own
        .settings
        .kinds
        .at(before.kind)
        .numbered
        .map_or(&*before.title, |_| &before.title[number_before(&before.title, before.number(own.kind)).len()..]);
    let new_title = &document.title;
    let is_now = |alias: &str| fold(alias) == fold(new_title) || slug(alias) == slug(new_title) || slug(alias) == slug(&new_stem);
    // What only its file called it is lost with the file's name.
    let is_moved = moves.files.contains_key(&before.path);
    let mut wanted: Vec<String> = Vec::new();
    let new_number = number_of(&slug(&format!("{}{}", new_file.lead, new_file.stem))).filter(|_| own.kind.numbered.is_some());
    if fold(title) != fold(&new_title[number_before(new_title, new_number).len()..]) && (is_moved || !before.title_span.is_empty()) {
        wanted.push(title.to_owned());
    }
    let old_name = format!("{}{}", file.lead, file.stem);
    if is_moved && (is_renumbered || slug(title) != slug(file.stem)) {
        wanted.push(old_name);
    }
    let is_others = |alias: &str| match land.side.resolve(settings, alias) {
        Found::One(other) => other != subject.at,
        Found::Several(_) => true,
        Found::Nothing(_) => false,
    };
    let had: Vec<String> = document.values("aliases").iter().map(|value| value.text.clone()).collect();
    let kept = had.iter().filter(|alias| fold(alias) != fold(new_title)).cloned();
    let mut all: Vec<String> = kept.collect();
    for alias in wanted {
        if !is_now(&alias) && !is_others(&alias) && !all.iter().any(|known| fold(known) == fold(&alias)) {
            all.push(alias);
        }
    }
    if all == had {
        return None;
    }
    let field = own.kind.field("aliases");
    let key = field.map_or_else(|| "aliases".to_owned(), |field| fields::key_of(document, own.kind, field));
    let new = if all.is_empty() { New::Nothing } else { New::List(all.iter().map(Scalar::text).collect()) };
    let done = own.set(&document.text, &key, &new);
    if done.is_err() {
        let remark = Remark { code: "rename-left", msg: msg!("rename-no-alias"), place: Some(Place::file(moves.of(&before.path))) };
        land.session.remark(remark);
    }
    done.ok()
}

/// Every file that changes.
fn carried(plan: &Plan<'_, '_>, subjects: &[Subject], how: &How) -> Result<(ChangeSet, Rewritten)> {
    let mut set = ChangeSet::new(super::message(plan.land.session, &subject_of(plan, subjects), how));
    let rewritten = carried_into(plan, subjects, &mut set)?;
    Ok((set, rewritten))
}

/// The same beside what a set changes already.
fn carried_into(plan: &Plan<'_, '_>, subjects: &[Subject], set: &mut ChangeSet) -> Result<Rewritten> {
    let (land, session) = (plan.land, plan.land.session);
    land.demand_here(plan.moves.files.keys().map(String::as_str))?;
    let also = own(plan, subjects);
    let needles = needles(plan, &also);
    let mut rewritten = Rewritten::default();
    let leftover = Leftover::of(plan);
    for candidate in candidates(land, &needles, &also, &|_| true) {
        let document = &candidate.document;
        let path = plan.moves.of(&document.path).to_owned();
        let page = Page { document, at: candidate.at, path: &path };
        let (mut text, count) = rewritten_text(plan, &page, Some(&leftover));
        if let Some(subject) = subjects.iter().find(|subject| Some(subject.at) == candidate.at) {
            let own = Titled::of(document, &path, plan.settings());
            text = retitled(land, &own, &own.read(&text), subject, &plan.moves)?;
        } else if count > 0 {
            // What a document says of itself follows without being told.
            rewritten.files += 1;
            rewritten.references += count;
        }
        put(set, &document.path, &path, document.text.as_bytes(), text.into_bytes())?;
    }
    for (from, to) in &plan.moves.files {
        if land.at(from).is_none() && !set.paths().any(|path| path == from) {
            let bytes = super::whole(session, from).map_err(|_| Error::new(ErrorKind::Io, msg!("rename-unread")).at(Place::file(from)))?;
            put(set, from, to, &bytes, bytes.clone())?;
        }
    }
    rewritten.moved = plan.moves.files.len().saturating_sub(1);
    let (text, missed) = settings::renamed(plan);
    if let Some(text) = text {
        rewritten.references += 1;
        rewritten.files += 1;
        put(set, settings::PATH, settings::PATH, session.settings_text().as_bytes(), text.into_bytes())?;
    }
    let lines = crate::base::lines::Lines::new(session.settings_text());
    for span in missed {
        let place = Place::at(settings::PATH, lines.position(session.settings_text(), span.start));
        session.remark(Remark { code: "rename-left", msg: msg!("rename-left"), place: Some(place) });
    }
    land.demand_here(set.paths())?;
    Ok(rewritten)
}

/// The documents that are called otherwise, or stand elsewhere.
fn own(plan: &Plan<'_, '_>, subjects: &[Subject]) -> BTreeSet<usize> {
    let moved = plan.moves.files.keys().filter_map(|path| plan.land.at(path));
    moved.chain(subjects.iter().map(|subject| subject.at)).collect()
}

/// The files that something would be written into because they refer to what is called otherwise, of those that `is_meant` takes by their
/// paths; `community.yaml` is always among them.
fn followers(plan: &Plan<'_, '_>, subjects: &[Subject], is_meant: &(dyn Fn(&str) -> bool + Sync)) -> Vec<String> {
    let also = own(plan, subjects);
    let found = candidates(plan.land, &needles(plan, &also), &BTreeSet::new(), is_meant);
    let follows = |candidate: &Candidate| {
        let page = Page { document: &candidate.document, at: candidate.at, path: plan.moves.of(&candidate.document.path) };
        candidate.at.is_none_or(|at| !also.contains(&at)) && !edits(plan, &page).is_empty()
    };
    let mut paths: Vec<String> = found.iter().filter(|candidate| follows(candidate)).map(|one| one.document.path.clone()).collect();
    paths.extend(settings::renamed(plan).0.map(|_| settings::PATH.to_owned()));
    paths
}

/// What is looked for: whatever can name or reach what moves.
fn needles(plan: &Plan<'_, '_>, also: &BTreeSet<usize>) -> Needles {
    let mut needles = Needles::default();
    let is_inside = |path: &str| plan.moves.folders.keys().any(|folder| path.starts_with(&format!("{folder}/")));
    for at in also {
        let (Some(old), Some(new)) = (plan.land.list.get(*at), plan.list.get(*at)) else { continue };
        // What stands in a folder that moves is reached through it.
        if !is_inside(&old.path) {
            needles.name(old);
            needles.name(&Name { path: old.path.clone(), ..new.clone() });
        }
    }
    plan.moves.folders.keys().for_each(|folder| needles.path(last(folder)));
    for person in &plan.people {
        needles.person(&person.handle.0);
        if person.name.0 != person.name.1 {
            needles.person(&person.name.0);
        }
    }
    needles
}

/// A file's text with its references written anew, and how many there were. What can't be done safely is told, and what is left over.
fn rewritten_text(plan: &Plan<'_, '_>, page: &Page<'_>, leftover: Option<&Leftover>) -> (String, usize) {
    let document = page.document;
    let edits = edits(plan, page);
    let claim = Claim { kind: document.kind, slug: document.slug.clone() };
    let carried = |edits: &[Edit]| {
        let text = edited(&document.text, edits);
        let places = astray(plan, page, &Document::read(&document.path, text.as_str().into(), &claim, plan.settings()));
        Some((text, places?))
    };
    let mut done = edits.clone();
    let whole = carried(&edits).unwrap_or_else(|| {
        // Somewhere it would be read otherwise altogether: what does that is left, and the rest is done without it.
        done.clear();
        let mut best = (document.text.to_string(), Vec::new());
        for edit in &edits {
            done.push(edit.clone());
            match carried(&done) {
                Some(carried) => best = carried,
                None => drop(done.pop()),
            }
        }
        best
    });
    let (text, mut places) = whole;
    let meets = |span: &Range<usize>, other: &Range<usize>| span.start < other.end && other.start < span.end;
    for edit in edits.iter().filter(|edit| !done.contains(edit)) {
        if !places.iter().any(|place| meets(place, &edit.span)) {
            places.push(edit.span.clone());
        }
    }
    if let Some(leftover) = leftover {
        let known: Vec<Range<usize>> = done.iter().map(|edit| edit.span.clone()).chain(places.iter().cloned()).collect();
        places.extend(leftover.places(document, &known));
    }
    places.sort_by_key(|place| place.start);
    for place in places {
        left(plan, page, place);
    }
    (text, done.len())
}

/// Tells of a reference that is left to a person.
fn left(plan: &Plan<'_, '_>, page: &Page<'_>, span: Range<usize>) {
    let document = page.document;
    let place = Place::at(page.path, document.position(&span));
    plan.land.session.remark(Remark { code: "rename-left", msg: msg!("rename-left"), place: Some(place) });
}

fn put(set: &mut ChangeSet, from: &str, to: &str, before: &[u8], after: Vec<u8>) -> Result<()> {
    if from != to {
        set.rename(from, to, before, after)?;
    } else if before != after {
        set.edit(from, before, after)?;
    }
    Ok(())
}

/// What the commit says.
fn subject_of(plan: &Plan<'_, '_>, subjects: &[Subject]) -> Msg {
    let (old, new) = (&plan.land.list[subjects[0].at], &plan.list[subjects[0].at]);
    if old.reference == new.reference {
        return msg!("rename-commit-title", name = &old.reference, title = subjects[0].title.as_deref().unwrap_or(&new.title));
    }
    msg!("rename-commit", name = &old.reference, new = &new.reference)
}
