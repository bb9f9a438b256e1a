//! What a member says in their own file of what they use, whom they thank and what they follow: what `used`, `thank` and `follow` do.
//!
//! Everybody writes in a file of their own only, so that two people never write in one place.

mod item;
mod list;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::{fold, fold_tag};
use crate::base::lang::{Lang, Msg};
use crate::base::nearest::several;
use crate::base::place::Place;
use crate::model::contribution::{Author, life};
use crate::model::document::Document;
use crate::model::field::FieldType;
use crate::model::kind::{Capability, Kind, Section};
use crate::model::person::Member;
use crate::msg;
use crate::show::clean::is_hidden;
use crate::show::view::Remark;
use crate::work::named;
use crate::work::session::Session;

use self::item::{Said, link, of_tag};
use self::list::List;
use super::draft::Draft;
use super::outcome::Fate;
use super::{Followed, How, Outcome, Thanked, Used, behalf, member, write};

/// What somebody follows, or no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A document, or a tag that documents have, as typed.
    Any(String),
    /// A tag, whether or not a document has it.
    Tag(String),
}

/// Notes that somebody used a document, and what it gave.
///
/// # Errors
/// No such document, who writes is no member, or git says no. Then nothing is changed.
pub fn used(session: &Session, name: &str, gave: &str, how: &How) -> Result<Used> {
    let own = Own::of(session, how, "uses")?;
    let target = target(session, name)?;
    if session.community().kind(&target).has(Capability::Person) {
        let error = Error::new(ErrorKind::Usage, msg!("used-person", name = &target.title));
        return Err(error.hint(msg!("used-person-help", handle = target.handle())));
    }
    let text = line(gave)?;
    let subject = msg!("used-commit", who = &own.member.handle, name = &target.reference);
    own.say(Said { whom: None, target: &target, text: &text }, &subject, how).map(Used)
}

/// Thanks a member for their part in a document.
///
/// # Errors
/// No such member or document, who writes is no member, somebody thanks themselves, or git says no. Then nothing is changed.
pub fn thank(session: &Session, whom: &str, name: &str, why: &str, how: &How) -> Result<Thanked> {
    let own = Own::of(session, how, "thanks")?;
    let whom = member(session, whom)?;
    if whom.handle == own.member.handle {
        return Err(Error::new(ErrorKind::Usage, msg!("thank-oneself")).hint(msg!("thank-oneself-help")));
    }
    let target = target(session, name)?;
    let text = line(why)?;
    let subject = msg!("thank-commit", who = &own.member.handle, whom = &whom.handle, name = &target.reference);
    if has_part(session, whom, &target) == Some(false) {
        let msg = msg!("thank-no-part", name = &whom.name, title = &target.title);
        session.remark(Remark { code: "no-part", msg, place: Some(Place::file(&target.path)) });
    }
    own.say(Said { whom: Some(&whom.handle), target: &target, text: &text }, &subject, how).map(Thanked)
}

/// Whether a member had a part in a document, as it says itself, as answers to it do, or as history tells; `None` where nothing tells.
fn has_part(session: &Session, whom: &Member, target: &Document) -> Option<bool> {
    let (community, people) = (session.community(), session.people());
    let is_them = |text: &str| people.named(text).is_some_and(|member| member.handle == whom.handle);
    let kind = community.kind(target);
    let named = kind.fields.iter().filter(|field| field.kind == FieldType::Person).flat_map(|field| target.values(&field.name));
    if target.path == whom.path || named.into_iter().any(|value| is_them(&value.text)) {
        return Some(true);
    }
    let at = community.names().by_path(&target.path)?;
    let (history, Ok(authors)) = (session.history_if_any()?, session.authors()) else { return None };
    let of = |document: &Document| {
        let bare = document.handle().trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end_matches('-');
        let life = life(history, authors, &format!("{}{}", session.prefix(), document.path));
        let mut who = life.parts.iter().filter_map(|part| authors.all().get(part.who));
        // Whose page has no address is in history by name only.
        let is_by_name = |author: &Author| whom.emails.is_empty() && author.handle.is_none() && fold(&author.name) == fold(&whom.name);
        let in_history = who.any(|author| author.handle.as_deref() == Some(whom.handle.as_str()) || is_by_name(author));
        in_history || community.kind(document).parent.is_some() && (document.handle() == whom.handle || bare == whom.handle)
    };
    // A document that nobody has committed yet may be by anyone.
    let is_known = history.of_path(&format!("{}{}", session.prefix(), target.path)).next().is_some() && !history.gaps().at_least();
    let is = of(target) || community.children(at).any(|child| of(&community.documents()[child]));
    (is || is_known).then_some(is)
}

/// Follows a document or a tag.
///
/// # Errors
/// There is neither, who writes is no member, or git says no. Then nothing is changed.
pub fn follow(session: &Session, topic: &Topic, how: &How) -> Result<Followed> {
    let own = Own::of(session, how, "follows")?;
    let followed = own.topic(topic, true)?;
    if let Some(known) = own.list().items.iter().find(|item| own.is_about(&followed, &item.text)) {
        let since = item::day_of(&known.text).map(|day| msg!("follow-already-since", what = followed.name(), day = day.to_string()));
        let said = since.unwrap_or_else(|| msg!("follow-already", what = followed.name()));
        return Ok(Followed(own.unchanged().also(said)));
    }
    let item = match &followed {
        Meant::Tag(tag) => of_tag(tag),
        Meant::Document(target) => link(session, &own.file.path, target),
    };
    let subject = msg!("follow-commit", who = &own.member.handle, what = followed.name());
    let item = format!("{item} {}", session.today());
    own.write(&own.list().with(&item, own.lang()), Some(&item), &subject, how).map(Followed)
}

/// Follows a document or a tag no longer.
///
/// # Errors
/// As [`follow`]; and it is not followed.
pub fn stop_following(session: &Session, topic: &Topic, how: &How) -> Result<Followed> {
    let own = Own::of(session, how, "follows")?;
    let followed = own.topic(topic, false)?;
    let list = own.list();
    if !list.items.iter().any(|item| own.is_about(&followed, &item.text)) {
        let error = Error::new(ErrorKind::NotFound, msg!("follow-not", what = followed.name()));
        let all = list.items.iter().filter_map(|item| own.meant_by(&item.text)).map(|meant| meant.name());
        let all: Vec<String> = all.take(8).collect();
        return Err(if all.is_empty() { error.hint(msg!("follow-nothing")) } else { error.hint(msg!("follow-all", all = all.join(", "))) });
    }
    let text = list.without(|item| own.is_about(&followed, &item.text));
    let subject = msg!("follow-commit-stop", who = &own.member.handle, what = followed.name());
    own.write(&text, None, &subject, how).map(Followed)
}

/// A tag or a document that is followed.
enum Meant {
    Tag(String),
    Document(Arc<Document>),
}

impl Meant {
    fn name(&self) -> String {
        match self {
            Self::Tag(tag) => of_tag(tag),
            Self::Document(document) => document.reference.clone(),
        }
    }
}

/// A member's own file, and the list in it that is about to change.
struct Own<'s> {
    session: &'s Session,
    member: &'s Member,
    file: Arc<Document>,
    kind: &'s Kind,
    section: &'s Section,
}

impl<'s> Own<'s> {
    /// The file of who writes, or of the member on whose behalf they do.
    fn of(session: &'s Session, how: &How, section: &str) -> Result<Self> {
        let me = || member(session, "me").map_err(|_| Error::new(ErrorKind::NotFound, msg!("used-nobody")).hint(msg!("used-nobody-help")));
        let member = behalf(session, how)?.map_or_else(me, Ok)?;
        let community = session.community();
        let at = community.names().by_path(&member.path);
        let file = at.and_then(|at| community.documents().get(at)).cloned();
        let file = file.ok_or_else(|| Error::new(ErrorKind::Internal, msg!("bug-met")).at(Place::file(&member.path)))?;
        let kind = session.settings().kinds.at(file.kind);
        let section = kind.sections.iter().find(|known| known.name == section);
        let section = section.ok_or_else(|| Error::new(ErrorKind::Settings, msg!("used-no-list", kind = kind.label(session.lang()))))?;
        Ok(Self { session, member, file, kind, section })
    }

    fn list(&self) -> List<'_> {
        List::of(&self.file, self.kind, self.section)
    }

    /// The language in which a heading is made: that of the file, else that of the community.
    fn lang(&self) -> Lang {
        Lang::of(&self.file.lang).or_else(|| Lang::of(&self.session.settings().language)).unwrap_or_default()
    }

    /// Says it in the list; the same of the same day is said in one line.
    fn say(&self, said: Said<'_>, subject: &Msg, how: &How) -> Result<Outcome> {
        let list = self.list();
        let today = self.session.today();
        let same = |text: &str| item::read(self.session.community(), &self.file, text).is_some_and(|known| known.is(&said, today));
        if let Some(known) = list.items.iter().find(|item| same(&item.text)) {
            let Some(more) = item::more(&known.text, said.text) else {
                return Ok(self.unchanged().also(msg!("used-already", name = &said.target.reference)));
            };
            return self.write(&list.with_more(known, &more), None, subject, how);
        }
        let whom = said.whom.map(|whom| format!("@{whom} ")).unwrap_or_default();
        let start = format!("{whom}{} {today}", link(self.session, &self.file.path, said.target));
        let item = if said.text.is_empty() { start } else { format!("{start} {}", said.text) };
        self.write(&list.with(&item, self.lang()), Some(&item), subject, how)
    }

    fn unchanged(&self) -> Outcome {
        let mut draft = Draft::new(self.session);
        draft.ask(&self.file);
        Outcome::new(draft.about(), Fate::Unchanged)
    }

    /// Writes the file with another text, in which the list has to have what was put into it.
    fn write(&self, text: &str, item: Option<&str>, subject: &Msg, how: &How) -> Result<Outcome> {
        let mut draft = Draft::new(self.session);
        let path = draft.ask(&self.file);
        draft.rewrite(&path, text);
        let now = draft.document(&path)?;
        let list = List::of(&now, self.kind, self.section);
        // Behind a fence or a comment that nothing closes there is no list.
        if let Some(item) = item.filter(|item| !list.items.iter().any(|known| known.text.starts_with(item))) {
            let error = Error::new(ErrorKind::Usage, msg!("used-unsafe")).at(Place::file(&path));
            return Err(error.hint(msg!("used-unsafe-help", line = format!("- {item}"))));
        }
        write(self.session, &draft, subject, how)
    }

    /// What is meant by what was typed. What is only about to be followed has to be there.
    fn topic(&self, topic: &Topic, must_be: bool) -> Result<Meant> {
        let typed = match topic {
            Topic::Tag(tag) => return self.tag(tag),
            Topic::Any(typed) if typed.trim().starts_with('#') => return self.tag(typed),
            Topic::Any(typed) => typed.trim(),
        };
        let is_followed = |meant: &Meant| self.list().items.iter().any(|item| self.is_about(meant, &item.text));
        let tag = self.spoken(typed).filter(|tag| !must_be || self.is_known(tag));
        let counts = tag.as_ref().is_some_and(|tag| self.is_known(tag) || is_followed(tag));
        let documents = self.session.community().documents();
        // The beginning of a document's name is not what a whole tag means.
        let is_called = |at: usize| {
            let document = &documents[at];
            [document.title.as_str(), document.handle(), &document.reference, &document.path].iter().any(|name| fold(name) == fold(typed))
        };
        match (named::document(self.session, typed), tag) {
            (Ok(at), Some(tag)) if counts && is_called(at) => {
                // Of what is both, that which is followed is meant where it is given up.
                let document = Meant::Document(documents[at].clone());
                match (is_followed(&tag), is_followed(&document)) {
                    (true, false) if !must_be => return Ok(tag),
                    (false, _) if !must_be => return Ok(document),
                    _ => {}
                }
                Err(both(typed, &document.name(), must_be))
            }
            (_, Some(tag)) if counts => Ok(tag),
            (Ok(at), _) => Ok(Meant::Document(documents[at].clone())),
            (Err(error), Some(tag)) if error.kind() == ErrorKind::NotFound => Ok(tag),
            (Err(error), None) if error.kind() == ErrorKind::NotFound => {
                let near = several(typed.trim_start_matches('#'), self.known_tags().iter().map(String::as_str), 1)
                    .first()
                    .map(ToString::to_string);
                let error = near.into_iter().fold(error, |error, near| error.hint(msg!("follow-near", tag = near)));
                Err(error.hint(msg!("follow-tag-help", tag = typed)))
            }
            (Err(error), _) => Err(error),
        }
    }

    /// The tags that documents have or the community has agreed on.
    fn known_tags(&self) -> BTreeSet<String> {
        let settings = self.session.settings();
        let documents = self.session.community().documents().iter();
        let used = documents.flat_map(|document| document.values("tags")).map(|value| value.text.clone());
        used.chain(settings.tags.iter().map(|tag| tag.name.clone())).collect()
    }

    fn tag(&self, typed: &str) -> Result<Meant> {
        super::values::tag(self.session, typed).map(Meant::Tag)
    }

    /// A word as a tag, whether or not there is one; nothing for what can be none.
    fn spoken(&self, typed: &str) -> Option<Meant> {
        let settings = self.session.settings();
        let tag = settings.agreed_tag(typed).map_or_else(|| typed.to_owned(), |tag| tag.name.clone());
        (!fold_tag(&tag).is_empty() && !tag.contains('/')).then_some(Meant::Tag(tag))
    }

    /// Whether a document has the tag, or the community has agreed on it.
    fn is_known(&self, tag: &Meant) -> bool {
        let Meant::Tag(tag) = tag else { return false };
        let settings = self.session.settings();
        let wanted = settings.tag_name(tag);
        self.known_tags().iter().any(|known| settings.tag_name(known) == wanted)
    }

    fn is_about(&self, meant: &Meant, item: &str) -> bool {
        match (meant, self.meant_by(item)) {
            (Meant::Tag(tag), Some(Meant::Tag(own))) => self.session.settings().tag_name(tag) == self.session.settings().tag_name(&own),
            (Meant::Document(document), Some(Meant::Document(own))) => document.path == own.path,
            _ => false,
        }
    }

    /// What an item of the list of what is followed is about.
    fn meant_by(&self, item: &str) -> Option<Meant> {
        if let Some(tag) = item.strip_prefix('#').and_then(|rest| rest.split_whitespace().next()) {
            return Some(Meant::Tag(tag.to_owned()));
        }
        let community = self.session.community();
        let at = item::read(community, &self.file, item)?.target?;
        Some(Meant::Document(community.documents()[at].clone()))
    }
}

/// A word is a tag and the name of a document.
fn both(typed: &str, document: &str, begins: bool) -> Error {
    let stop = if begins { "" } else { " --stop" };
    let hint = |what: String| msg!("do-this", command = format!("cop follow{stop} {what}"));
    let error = Error::new(ErrorKind::Ambiguous, msg!("follow-both", what = typed));
    error.hint(hint(format!("--tag {typed}"))).hint(hint(document.to_owned()))
}

/// The document that a person names.
fn target(session: &Session, name: &str) -> Result<Arc<Document>> {
    Ok(session.community().documents()[named::document(session, name)?].clone())
}

/// What was said, on one line, without anything hidden in it.
fn line(text: &str) -> Result<String> {
    if let Some(letter) = text.chars().find(|letter| !letter.is_whitespace() && (letter.is_control() || is_hidden(*letter))) {
        return Err(Error::new(ErrorKind::Usage, msg!("used-hidden", letter = format!("U+{:04X}", u32::from(letter)))));
    }
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
