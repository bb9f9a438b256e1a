//! Reports on everything, kept in cop's own folder: where nothing changed that one rests on, it is told again and no document is read.
//!
//! What a report rests on are the files that are there, as the disk tells them apart, the settings, the history, and the day.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::base::error::Result;
use crate::store::kept::{self, Stamp};
use crate::store::workspace::rules::RuleFile;
use crate::store::workspace::stat::Stat;
use crate::store::workspace::walk::{OddFile, Tree};

use super::session::Session;

/// The report of a name as it was kept, if nothing changed since and it is one of the same `what`; else what `make` makes, which is kept for the
/// next time unless something was remarked on while it was made, or a file could change unnoticed.
///
/// # Errors
/// Those of `make`.
pub(super) fn or<T: Serialize + DeserializeOwned>(
    session: &Session,
    name: &str,
    what: &str,
    make: impl FnOnce() -> Result<T>,
) -> Result<T> {
    let Some(own) = session.own_dir().filter(|_| session.repository().is_ok()) else { return make() };
    let stamp = *blake3::hash(&[&stamp(session), what.as_bytes()].concat()).as_bytes();
    if let Some(kept) = kept::read(&own, name, &stamp) {
        return Ok(kept);
    }
    let remarks = session.remarks().len();
    let report = make()?;
    if session.remarks().len() == remarks && is_settled(session) {
        kept::keep(&own, name, &stamp, &report);
    }
    Ok(report)
}

/// Whether everything can be read, and nothing could have changed since it was looked at and look the same.
pub(super) fn is_settled(session: &Session) -> bool {
    let tree = session.tree();
    let is_closed = tree.odd.iter().any(|(_, odd)| matches!(odd, OddFile::Unreadable(_)));
    !is_closed && !is_young(tree, session.now().seconds())
}

/// Whether a file could have changed since it was looked at and look the same, `now` being seconds since 1970 before that.
fn is_young(tree: &Tree, now: i64) -> bool {
    let rules = tree.rules.iter().chain(&tree.outside).filter_map(|file| file.stat);
    tree.files.iter().map(|file| file.stat).chain(rules).any(|stat| stat.is_young(now.saturating_mul(1_000_000_000)))
}

/// What a report rests on.
pub(super) fn stamp(session: &Session) -> Stamp {
    let mut hasher = blake3::Hasher::new();
    // Each with its length, and of lists first how long they are, so that what ends one can't begin the next.
    let mut add = |bytes: &[u8]| {
        hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    };
    add(session.dir().as_os_str().as_encoded_bytes());
    add(session.settings_text().as_bytes());
    session.own_kinds().iter().for_each(|kind| [&kind.path, &kind.text].into_iter().for_each(|text| add(text.as_bytes())));
    add(session.past_key().as_bytes());
    add(session.today().to_string().as_bytes());
    let tree = session.tree();
    let left_out = session.left_out();
    for count in [session.own_kinds().len(), tree.files.len(), tree.folders.len(), tree.odd.len(), left_out.len(), tree.rules.len()] {
        add(&(count as u64).to_le_bytes());
    }
    for file in &tree.files {
        add(file.path.as_bytes());
        add(&bytes_of(file.stat));
    }
    tree.folders.iter().for_each(|folder| add(folder.path.as_bytes()));
    for (path, odd) in &tree.odd {
        add(path.as_bytes());
        add(format!("{odd:?}").as_bytes());
    }
    for (path, id) in left_out {
        add(path.as_bytes());
        add(&id.0);
    }
    for RuleFile { path, stat, trouble } in tree.rules.iter().chain(&tree.outside) {
        add(path.as_bytes());
        add(&stat.map(bytes_of).unwrap_or_default());
        add(format!("{trouble:?}").as_bytes());
    }
    *hasher.finalize().as_bytes()
}

fn bytes_of(stat: Stat) -> [u8; 32] {
    let mut bytes = [0; 32];
    let numbers = [stat.size.to_le_bytes(), stat.mtime.to_le_bytes(), stat.ctime.to_le_bytes(), stat.inode.to_le_bytes()];
    bytes.as_chunks_mut().0.copy_from_slice(&numbers);
    bytes
}
