//! What an index is made of: files, settings, and what history tells of them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::base::problem::Problem;
use crate::model::document::Document;
use crate::model::kinds::{Claim, is_markdown};
use crate::model::query::entry::Entry;
use crate::model::query::of_document::{Past, entry};
use crate::model::settings::Settings;
use crate::store::workspace::freshness::{Changes, refresh};
use crate::store::workspace::load;
use crate::store::workspace::rules::RulePlaces;
use crate::store::workspace::stat::Stat;
use crate::store::workspace::table::{Digest, Rows, Table};

/// What an index is made of: the community's files, settings and history.
pub struct Source<'a> {
    /// The community's root.
    pub root: &'a Path,
    /// Where rules about ignored files come from.
    pub places: &'a RulePlaces,
    /// The community's settings.
    pub settings: &'a Settings,
    /// What the system's clock says, in nanoseconds since 1970; never a replaced one, because it is compared with files.
    pub now: i64,
    /// What names the history that is told of, as far as can be said without opening it: where this is what it was, history is asked
    /// of changed files only.
    pub past_key: &'a str,
    /// Opens history, given the files that are there now; called at most once, where something is to be asked of it.
    pub pasts: &'a dyn Fn(&Rows) -> Box<dyn Pasts + 'a>,
}

/// History, as far as a search needs it.
pub trait Pasts: Sync {
    /// What it tells of the file at a path from the community's root.
    fn past(&self, path: &str) -> Past;

    /// What names it now that it is open, if that is not what was said before.
    fn key(&self) -> Option<String> {
        None
    }

    /// The paths of which it tells something else than under an earlier key; `None` if any could be.
    fn touched(&self, earlier: &str) -> Option<BTreeSet<String>> {
        let _ = earlier;
        None
    }
}

/// The history of a community without one.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoPast;

impl Pasts for NoPast {
    fn past(&self, _: &str) -> Past {
        Past::default()
    }
}

impl Source<'_> {
    /// What there is to find of a document as its file is now; `None` where it can't be read or is none.
    pub(super) fn entry(&self, path: &str) -> Option<Entry> {
        let claim = self.settings.kinds.claim(path, &|path| self.root.join(path).is_file())?;
        let text = load::text(&self.root.join(path), self.settings.limits.file).ok()?;
        Some(entry(&Document::read(path, text, &claim, self.settings), self.settings, &Past::default(), None))
    }

    /// What changed since a table was made.
    pub(super) fn changes(&self, table: &Table) -> Changes {
        let kinds = &self.settings.kinds;
        // Whose child a file is depends on the Markdown beside its folder, claimed or not.
        let claims = |path: &str| is_markdown(path) || kinds.wants(path);
        refresh(self.root, self.places, table, self.now, &claims)
    }
}

/// What workers share.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    /// The community's root.
    pub root: &'a Path,
    /// The community's settings.
    pub settings: &'a Settings,
    /// History.
    pub pasts: &'a dyn Pasts,
}

impl Reader<'_> {
    /// The text of a file that was seen so, and whether it is what was seen; see [`load::text_of`].
    pub(super) fn text_of(&self, path: &str, seen: Stat) -> (Result<Arc<str>, Problem>, bool) {
        load::text_of(self.root, path, seen, self.settings.limits.file)
    }

    /// What a file is, by its path.
    pub(super) fn claim(&self, path: &str, files: &Rows) -> Option<Claim> {
        self.settings.kinds.claim(path, &|path| files.find(path).is_ok())
    }
}

/// The digest of a text.
pub(super) fn digest(text: &str) -> Digest {
    let mut digest = Digest::default();
    digest.copy_from_slice(&blake3::hash(text.as_bytes()).as_bytes()[..16]);
    digest
}
