//! Whether a move takes back what did not pass before the base.

use std::sync::Arc;

use crate::store::git::mainline::{FileChange, NoWay};

use super::judge::Judge;
use super::look::{Seen, deeds};
use super::trust_at;

impl Judge<'_, '_> {
    /// Whether a document goes back to where it was before the move that brought it to the state in which the base has it, and that move
    /// was one by who might not: a push that did not pass is taken back in the next one. By the rules of that day and by those of today,
    /// so that nobody undoes what was rightly decided by changing either.
    ///
    /// # Errors
    /// What lies behind is missing or damaged.
    pub(super) fn takes_back(&self, path: &str, old: &Seen, new: &Seen) -> Result<bool, NoWay> {
        if self.behind.has_moved(path) {
            return Ok(false);
        }
        let (way, trust) = (self.way, &self.trust);
        for step in self.behind.steps(way) {
            let [was, now] = [way.file(step, false, path)?, way.file(step, true, path)?];
            if was == now {
                continue;
            }
            let change = [FileChange { path: path.to_owned(), old: was, new: now }];
            let deed = deeds(way, step, &change, trust)?.documents.pop();
            let Some((before, after)) = deed.and_then(|deed| deed.before.zip(deed.after)) else { return Ok(false) };
            if before.state == after.state && before.kind == after.kind {
                continue;
            }
            let is = |one: &Seen, other: &Seen| one.kind == other.kind && one.state == other.state;
            if !is(&before, new) || !is(&after, old) {
                return Ok(false);
            }
            let that_day = match trust_at(way, step.before) {
                Err(NoWay::Linked(_)) => return Ok(false),
                that_day => Arc::new(that_day?),
            };
            for trust in [Arc::clone(trust), that_day] {
                let mut then = self.other(trust);
                then.files(step, &change, None)?;
                if then.changes.iter().all(|change| change.allowed) {
                    return Ok(false);
                }
            }
            return Ok(true);
        }
        Ok(false)
    }
}
