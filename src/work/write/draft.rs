//! Documents as they are to be, before anything is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::base::place::Place;
use crate::model::change::ChangeSet;
use crate::model::document::Document;
use crate::model::kind::Kind;
use crate::model::kinds::Claim;
use crate::msg;
use crate::text::front::edit::{self, New};
use crate::work::checks::rules::unknown_field::meant;
use crate::work::session::Session;

use super::outcome::About;

/// Documents on their way to being written, by path.
pub(super) struct Draft<'s> {
    session: &'s Session,
    files: BTreeMap<String, File>,
    /// The paths of what was asked for; other documents only follow.
    asked: Vec<String>,
    /// Whether filters asked, and not a name.
    many: bool,
    /// What no other path may begin with.
    alone: Vec<String>,
}

struct File {
    /// The text on the disk; `None` for a new file.
    before: Option<Arc<str>>,
    now: Arc<Document>,
}

impl<'s> Draft<'s> {
    /// A draft of nothing yet.
    pub(super) fn new(session: &'s Session) -> Self {
        Self { session, files: BTreeMap::new(), asked: Vec::new(), many: false, alone: Vec::new() }
    }

    /// The same, of as many documents as filters find.
    pub(super) fn of_many(session: &'s Session) -> Self {
        Self { many: true, ..Self::new(session) }
    }

    pub(super) fn session(&self) -> &'s Session {
        self.session
    }

    /// A document that was asked for; gives its path.
    pub(super) fn ask(&mut self, document: &Arc<Document>) -> String {
        self.asked.push(document.path.clone());
        self.follow(document)
    }

    /// A document that changes because another does; gives its path.
    pub(super) fn follow(&mut self, document: &Arc<Document>) -> String {
        let file = || File { before: Some(document.text.clone()), now: document.clone() };
        self.files.entry(document.path.clone()).or_insert_with(file);
        document.path.clone()
    }

    /// A new document, which is what was asked for.
    pub(super) fn create(&mut self, path: &str, claim: &Claim, text: &str) {
        let now = Arc::new(Document::read(path, text.into(), claim, self.session.settings()));
        self.asked.push(path.to_owned());
        self.files.insert(path.to_owned(), File { before: None, now });
    }

    /// No other path may begin so when this is committed.
    pub(super) fn demand_alone(&mut self, beginning: Option<String>) {
        self.alone.extend(beginning);
    }

    /// A document as it is to be.
    ///
    /// # Errors
    /// A path that is not in the draft, which no caller has.
    pub(super) fn document(&self, path: &str) -> Result<Arc<Document>> {
        let file = self.files.get(path).map(|file| file.now.clone());
        file.ok_or_else(|| Error::new(ErrorKind::Internal, msg!("bug-met")).at(Place::file(path)))
    }

    /// The document of the draft that has a reference.
    pub(super) fn called(&self, reference: &str) -> Option<Arc<Document>> {
        self.files.values().find(|file| file.now.reference == reference).map(|file| file.now.clone())
    }

    /// The kind of a document.
    pub(super) fn kind(&self, document: &Document) -> &'s Kind {
        self.session.settings().kinds.at(document.kind)
    }

    /// Sets a key of a document's front matter and nothing else.
    ///
    /// # Errors
    /// It can't be set without touching something else; the error shows where.
    pub(super) fn put(&mut self, path: &str, key: &str, new: &New) -> Result<()> {
        let document = self.document(path)?;
        let settings = self.session.settings();
        if *new != New::Nothing && document.front.get(key).is_none() {
            demand_no_twin(&document, self.kind(&document), key)?;
        }
        let text = edit::set(&document.text, key, new, &settings.limits).map_err(|refusal| document.fault(&refusal.span, refusal.msg))?;
        if *text != *document.text {
            let claim = Claim { kind: document.kind, slug: document.slug.clone() };
            let now = Arc::new(Document::read(path, text.into(), &claim, settings));
            if let Some(file) = self.files.get_mut(path) {
                file.now = now;
            }
        }
        Ok(())
    }

    /// Gives a document another text.
    pub(super) fn rewrite(&mut self, path: &str, text: &str) {
        if let Some(file) = self.files.get_mut(path).filter(|file| *file.now.text != *text) {
            let claim = Claim { kind: file.now.kind, slug: file.now.slug.clone() };
            file.now = Arc::new(Document::read(path, text.into(), &claim, self.session.settings()));
        }
    }

    /// The documents that differ from the disk.
    pub(super) fn changed(&self) -> Vec<&Document> {
        let differs = |file: &&File| file.before.as_deref() != Some(&*file.now.text);
        self.files.values().filter(differs).map(|file| &*file.now).collect()
    }

    /// Says which documents change beside those that were asked for.
    pub(super) fn also_changed(&self) -> Option<Msg> {
        let others = self.changed().into_iter().map(|document| document.path.clone()).filter(|path| !self.asked.contains(path));
        let others: Vec<String> = others.collect();
        (!others.is_empty()).then(|| msg!("change-also", paths = others.join(", ")))
    }

    /// What it is about: the document that was asked for, or all of many that differ.
    pub(super) fn about(&self) -> About {
        let name = |document: &Document| (document.reference.clone(), document.path.clone());
        let asked = self.asked.first().and_then(|path| self.files.get(path));
        match asked {
            Some(file) if !self.many => {
                let (reference, path) = name(&file.now);
                About::One(reference, path)
            }
            _ => About::Many(self.changed().into_iter().map(name).collect()),
        }
    }

    /// Adds every file that differs to a set of changes.
    ///
    /// # Errors
    /// A bug: no file is in a draft twice.
    pub(super) fn add_to(&self, mut set: ChangeSet) -> Result<ChangeSet> {
        self.alone.iter().for_each(|beginning| set.demand_alone(beginning));
        for (path, file) in &self.files {
            let now = file.now.text.as_bytes();
            match file.before.as_deref() {
                Some(before) if before.as_bytes() == now => continue,
                Some(before) => set.edit(path, before, now),
                None => set.create(path, now),
            }?;
        }
        Ok(set)
    }
}

/// Refuses a key beside one that nearly is it, or is another word for it: one of the two would not count.
fn demand_no_twin(document: &Document, kind: &Kind, key: &str) -> Result<()> {
    let field = kind.field_of_key(key).map(|field| &field.keys);
    let keys = field.or_else(|| kind.relation_of_key(key).map(|relation| &relation.keys));
    let is_own = |known: &str| known == key || keys.is_some_and(|keys| keys.iter().any(|own| own == known));
    let twin = document.extra.iter().find_map(|extra| Some((extra, meant(kind, &extra.key).filter(|(known, _)| is_own(known))?.1)));
    let Some((extra, help)) = twin else { return Ok(()) };
    let position = document.lines.position(&document.text, extra.key_span.start);
    let line = document.lines.text(&document.text, position.0).to_owned();
    let error = Error::new(ErrorKind::Usage, msg!("check-unknown-field", key = &extra.key));
    Err(error.at(Place::at(&document.path, position)).line(line).hint(help))
}
