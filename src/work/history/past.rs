//! The past of a community, and old versions of what is in it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use crate::base::error::Result;
use crate::model::community::Community;
use crate::model::contribution::Authors;
use crate::model::document::Document;
use crate::model::history::{Change, ChangeKind, CommitView, History, ObjectId};
use crate::model::kind::{Capability, Kind};
use crate::model::kinds::Claim;
use crate::store::git::blobs::{Blobs, Content};
use crate::text::front::split::split;

use super::event::reason;
use crate::work::reviews;
use crate::work::session::Session;

/// So many old versions are at hand: what one change finds is mostly what the one before it left.
const VERSIONS: usize = 1000;

/// Old versions by content and path; `None` of what can't be read.
type Versions = HashMap<(ObjectId, u32), Option<Arc<Document>>>;

/// A document that events are told of, whether or not it is still there.
pub(super) struct Subject {
    /// The kind, and the name among documents of it.
    pub(super) claim: Claim,
    /// The document as it is now, by its place.
    pub(super) at: Option<usize>,
}

/// What a document was before something was added at its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing: this is the first that is known of it.
    Nothing,
    /// It had been taken away.
    Gone,
    /// It was there: it came on two branches.
    There,
}

/// The past of a community, and what is needed to read it.
pub(super) struct Past<'a> {
    pub(super) session: &'a Session,
    pub(super) community: &'a Community,
    pub(super) history: &'a History,
    pub(super) authors: &'a Authors,
    /// From the repository's root to the community's, with its slash.
    pub(super) prefix: String,
    blobs: Option<Blobs<'a>>,
    versions: RefCell<Versions>,
    bulk: RefCell<HashMap<u32, bool>>,
    /// The last commit that was asked why, and what it says.
    reason: RefCell<Option<(u32, Option<String>)>>,
}

impl<'a> Past<'a> {
    /// The past of a session's community.
    ///
    /// # Errors
    /// There is no history.
    pub(super) fn of(session: &'a Session) -> Result<Self> {
        Ok(Self {
            session,
            community: session.community(),
            history: session.history()?,
            authors: session.authors()?,
            prefix: session.prefix(),
            blobs: session.repo().and_then(Blobs::of),
            versions: RefCell::default(),
            bulk: RefCell::default(),
            reason: RefCell::default(),
        })
    }

    /// The path of a change as the community has it; `None` outside it.
    pub(super) fn inside(&self, path: u32) -> Option<&str> {
        self.history.path(path).strip_prefix(self.prefix.as_str())
    }

    /// What is known of the document that stands at a place now, oldest first, each change with what was there before it.
    pub(super) fn changes(&self, path: &str) -> Vec<(&'a Change, Before)> {
        let mut before = Before::Nothing;
        let path = format!("{}{path}", self.prefix);
        let of_path = self.history.of_path(&path);
        of_path
            .map(|change| {
                let was = before;
                // What a merge put together was there on one of its sides.
                before = if change.kind == ChangeKind::Deleted { Before::Gone } else { Before::There };
                (change, was)
            })
            .collect()
    }

    /// The kind of what is told of.
    pub(super) fn kind(&self, subject: &Subject) -> &'a Kind {
        self.community.settings.kinds.at(subject.claim.kind)
    }

    /// Why a commit was made, as far as it says; one that did much is asked once.
    pub(super) fn reason(&self, commit: CommitView<'_>, order: u32) -> Option<String> {
        let mut known = self.reason.borrow_mut();
        if known.as_ref().is_none_or(|(of, _)| *of != order) {
            let limit = self.community.settings.limits.file;
            let body = self.blobs.as_ref().and_then(|blobs| blobs.body(commit.id(), limit));
            *known = Some((order, body.and_then(|body| reason(&body))));
        }
        known.as_ref().and_then(|(_, reason)| reason.clone())
    }

    /// A version of a document as it was at a path; `None` where it can't be read.
    pub(super) fn version(&self, subject: &Subject, id: ObjectId, path: u32) -> Option<Arc<Document>> {
        if let Some(known) = self.versions.borrow().get(&(id, path)) {
            return known.clone();
        }
        let whole = self.history.path(path);
        let inside = whole.strip_prefix(self.prefix.as_str()).unwrap_or(whole);
        let settings = &self.community.settings;
        let read = self.text(id).map(|text| Arc::new(Document::read(inside, text.into(), &subject.claim, settings)));
        let mut versions = self.versions.borrow_mut();
        if versions.len() >= VERSIONS {
            versions.clear();
        }
        versions.insert((id, path), read.clone());
        read
    }

    fn text(&self, id: ObjectId) -> Option<String> {
        match self.blobs.as_ref()?.read(id, self.community.settings.limits.file) {
            Content::Bytes(bytes) => String::from_utf8(bytes).ok(),
            Content::TooLarge(_) | Content::Missing => None,
        }
    }

    /// Whether only text below the title changed, as mostly it did: to see that takes no reading of YAML and Markdown.
    ///
    /// Said only where it is sure. What a numbered document says of its state, and a member of what they use, stands in the text.
    pub(super) fn is_text_alone(&self, change: &Change, kind: &Kind) -> bool {
        if kind.numbered.is_some() || kind.has(Capability::Person) {
            return false;
        }
        let mut olds = self.history.before(change);
        let (Some(old), None) = (olds.next(), olds.next()) else { return false };
        let (Some(old), Some(new)) = (self.text(old), change.new.and_then(|id| self.text(id))) else { return false };
        differs_below_title(&old, &new)
    }

    /// Whether a commit moves too many review dates to be a review.
    pub(super) fn is_bulk(&self, commit: u32) -> bool {
        let settings = &self.community.settings;
        let date = |id, kind| reviews::value(&self.text(id)?, settings.kinds.at(kind), "reviewed", settings).map(Into::into);
        let answer = || reviews::is_bulk(settings, self.history, commit, &self.prefix, &date);
        *self.bulk.borrow_mut().entry(commit).or_insert_with(answer)
    }
}

/// Whether two texts are the same up to the end of their title, and differ below it in more than their spacing. Said only where it is sure.
fn differs_below_title(old: &str, new: &str) -> bool {
    let (Some(above), Some(above_new)) = (up_to_title(old), up_to_title(new)) else { return false };
    let (below, below_new) = (&old[above.len()..], &new[above_new.len()..]);
    above == above_new && !below.split_whitespace().eq(below_new.split_whitespace())
}

/// A text up to the end of its first heading; `None` where that is not plain to see.
fn up_to_title(text: &str) -> Option<&str> {
    let body = split(text).body;
    let mut end = body;
    for line in text.get(body..)?.split_inclusive('\n') {
        end += line.len();
        if line.starts_with("# ") {
            return text.get(..end);
        }
        if !line.trim().is_empty() {
            break;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::super::changes::between;
    use super::differs_below_title;
    use crate::model::document::Document;
    use crate::model::settings::Settings;

    #[test]
    fn a_text_that_changed_alone_is_seen() {
        for (old, new, alone) in [
            ("# A\n\nOne.\n", "# A\n\nTwo.\n", true),
            ("---\ntags: [a]\n---\n\n# A\nOne.", "---\ntags: [a]\n---\n\n# A\nOne. Two.", true),
            ("---\ntags: [a]\n---\n# A\nOne.", "---\ntags: [b]\n---\n# A\nTwo.", false),
            ("# A\nOne.", "# B\nTwo.", false),
            ("# A\n\nOne.\n", "# A\n\n\nOne.\n\n", false),
            ("Before.\n\n# A\nOne.", "Before.\n\n# A\nTwo.", false),
            ("```\n# A\n```\n# B\n", "```\n# A\n```\n# C\n", false),
            ("# A", "# A\nTwo.", false),
            ("", "Two.", false),
        ] {
            assert_eq!(differs_below_title(old, new), alone, "{old:?} {new:?}");
        }
    }

    proptest! {
        /// What is told without reading is what reading tells.
        #[test]
        fn nothing_else_changed_where_only_the_text_did(parts in proptest::collection::vec((0..14_usize, 0..14_usize, any::<bool>()), 1..8)) {
            const PIECES: [&str; 14] = [
                "---\n", "tags: [a]\n", "status: adopted\n", "title: T\n", "\n", "# A\n", "# B\r\n", "## C\n", "```\n", "Text.\n", "accepted: answer/a/b\n",
                "[A]: http://a.b\n", "Two\n===\n", "<!-- ",
            ];
            let (settings, _) = Settings::read("name: A\n", &[]);
            // Mostly the same, now and then another.
            let side = |second: bool| -> String {
                parts.iter().map(|(one, other, same)| PIECES[if second && !*same { *other } else { *one }]).collect()
            };
            let (old, new) = (side(false), side(true));
            for path in ["practices/a.md", "questions/a.md"] {
                let claim = settings.kinds.claim(path, &|_| false).unwrap();
                let read = |text: &str| Document::read(path, text.into(), &claim, &settings);
                let all = between(&[Arc::new(read(&old))], &read(&new), settings.kinds.at(claim.kind));
                if differs_below_title(&old, &new) {
                    prop_assert!(all.text && all.fields.is_empty(), "{old:?} {new:?} {all:?}");
                }
            }
        }
    }
}
