//! How a community that had its documents before cop writes them, so that a new one is like the others.

use std::cmp::Reverse;

use crate::model::document::{Document, number_of};
use crate::model::kinds::Claim;
use crate::store::workspace::load::{claims, text};
use crate::text::markdown::Heading;
use crate::work::session::Session;
use crate::work::write::record::Form;

/// So many documents are looked at; more would tell the same.
const SEEN: usize = 24;

/// Fewer documents than this have no ways yet.
const FEW: usize = 3;

/// What the documents of a kind have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ways {
    /// Some of them have sections of the kind.
    pub(super) has_sections: bool,
    /// Most of them say their title in front matter.
    pub(super) says_title: bool,
    /// Some of them have tags.
    pub(super) has_tags: bool,
}

impl Ways {
    /// What is usual: the kind's own template.
    const USUAL: Self = Self { has_sections: true, says_title: false, has_tags: true };

    /// The ways of a kind whose documents were there before cop; those of cop for all others.
    pub(super) fn of(session: &Session, kind_at: usize) -> Self {
        let settings = session.settings();
        let kind = settings.kinds.at(kind_at);
        if !kind.is_adopted() {
            return Self::USUAL;
        }
        let exists = |path: &str| session.dir().join(path).is_file();
        // Whether a pattern fits is soon seen; whose a file is takes a look at every kind.
        let like = session.paths().filter(|path| kind.paths.iter().any(|glob| glob.matches(path)));
        let own = like.filter_map(|path| Some((path, settings.kinds.claim(path, &exists).filter(|claim| claim.kind == kind_at)?)));
        let read = |(path, claim): (&str, Claim)| {
            let text = text(&session.dir().join(path), settings.limits.file).ok()?;
            Some(Document::read(path, text, &claim, settings))
        };
        let documents: Vec<Document> = own.take(SEEN).filter_map(read).collect();
        if documents.len() < FEW {
            return Self::USUAL;
        }
        let is_section = |heading: &Heading| kind.sections.iter().any(|section| section.is_begun_by(&heading.text));
        let has_sections = |document: &Document| document.markdown.headings.iter().any(is_section);
        let says = |name: &str| documents.iter().filter(|document| document.value(name).is_some()).count();
        Self {
            has_sections: documents.iter().any(has_sections),
            says_title: says("title") * 2 > documents.len(),
            has_tags: says("tags") > 0,
        }
    }
}

/// The form of a kind's records, if the newest of them say their state in their text.
pub(super) fn form(session: &Session, kind_at: usize) -> Option<Form> {
    let settings = session.settings();
    let kind = settings.kinds.at(kind_at);
    kind.numbered?;
    let (claimed, _) = claims(settings, session.paths());
    let mut own: Vec<_> = claimed.into_iter().filter(|file| file.claim.kind == kind_at).collect();
    own.sort_by_key(|file| Reverse(number_of(&file.claim.slug)));
    let read = |path: &str, claim: &Claim| {
        let text = text(&session.dir().join(path), settings.limits.file).ok()?;
        Some(Document::read(path, text, claim, settings))
    };
    let documents: Vec<Document> = own.iter().take(SEEN).filter_map(|file| read(&file.path, &file.claim)).collect();
    Form::of(&documents, kind, &session.today().to_string())
}
