//! What is still there and out of sight, since a commit on the way told git to ignore it or put it where git ignores it: git goes on with a
//! file that it has, and whoever reads the community does not see it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::history::ObjectId;
use crate::msg;
use crate::store::git::mainline::{NoWay, Step};

use super::judge::Judge;

/// The file that says what git ignores.
const IGNORE: &str = ".gitignore";

/// A commit by which something may be out of sight.
struct Hiding<'w> {
    step: &'w Step,
    /// Where: a folder for a `.gitignore` in it, or the path to which a file was moved.
    what: String,
}

impl Hiding<'_> {
    fn covers(&self, path: &str) -> bool {
        self.what.is_empty() || self.what == path || self.what.ends_with('/') && path.starts_with(&self.what)
    }
}

impl Judge<'_, '_> {
    /// Finds what commits on the way put out of sight. `is_hidden` tells of a path whether there is a file that the community does not read: git's
    /// library, asked for its patterns, takes hours over one that is made for that.
    pub(super) fn hidden(&mut self, is_hidden: &dyn Fn(&str) -> bool) -> Result<(), NoWay> {
        let way = self.way;
        let mut hiding: Vec<Hiding<'_>> = Vec::new();
        for step in way.steps() {
            let changes = way.changes(step)?;
            // What is new is judged where it is made; what was there before and stands elsewhere now is another matter.
            let moves = changes.iter().any(|file| file.new.is_none());
            for file in changes.into_iter().filter(|file| file.new.is_some()) {
                let folder = file.path.strip_suffix(IGNORE).filter(|folder| folder.is_empty() || folder.ends_with('/'));
                if let Some(folder) = folder {
                    hiding.push(Hiding { step, what: folder.to_owned() });
                } else if moves && file.old.is_none() {
                    hiding.push(Hiding { step, what: file.path });
                }
            }
            if way.above(step, IGNORE)?.1 {
                hiding.push(Hiding { step, what: String::new() });
            }
        }
        let Some(last) = way.steps().last().filter(|_| !hiding.is_empty()) else { return Ok(()) };
        let mut found: BTreeMap<usize, Vec<(String, ObjectId)>> = BTreeMap::new();
        for (path, blob) in way.files(last.commit)? {
            let by = hiding.iter().rposition(|hiding| hiding.covers(&path));
            if let Some(at) = by.filter(|_| is_hidden(&path)) {
                found.entry(at).or_default().push((path, blob));
            }
        }
        for (at, files) in found {
            self.hides(hiding[at].step, &files)?;
        }
        Ok(())
    }

    /// Judges a commit that put these files out of sight.
    fn hides(&mut self, step: &Step, files: &[(String, ObjectId)]) -> Result<(), NoWay> {
        let (mut case, deeds) = self.loses(step, files, &|state| msg!("governance-hidden", state = state))?;
        let trust = Arc::clone(&self.trust);
        for (handle, member) in deeds.members.iter().filter(|_| !trust.rules.is_empty()) {
            self.loses_member(&mut case, &trust, handle, member, msg!("governance-hidden-member", handle = handle));
        }
        Ok(())
    }
}
