//! What whoever checks a commit out finds there that its files alone do not say.

use super::{Entry, Mainline, NoWay, Step, named};
use crate::model::history::ObjectId;
use crate::model::settings::FILE;

impl Mainline<'_> {
    /// The paths among those of the settings that are links or repositories of their own, in a commit: what stands behind them changes
    /// without the commits telling of it.
    ///
    /// # Errors
    /// The commit or a folder on the way is missing or damaged.
    pub fn linked(&self, commit: ObjectId) -> Result<Vec<String>, NoWay> {
        self.linked_in(self.commit(commit).ok_or(NoWay::Damaged(commit))?.tree)
    }

    /// The same of those that are such after a commit of the way and were not before it.
    ///
    /// # Errors
    /// A folder is missing or damaged.
    pub fn newly_linked(&self, step: &Step) -> Result<Vec<String>, NoWay> {
        let mut now = self.linked_in(step.tree)?;
        if !now.is_empty() {
            let before = self.linked_in(step.tree_before)?;
            now.retain(|path| !before.contains(path));
        }
        Ok(now)
    }

    fn linked_in(&self, tree: ObjectId) -> Result<Vec<String>, NoWay> {
        let is_odd = |entry: &&Entry| !entry.is_file() && !entry.is_folder();
        let inner = |entry: Option<&Entry>| self.entries(entry.filter(|entry| entry.is_folder()).map(|entry| entry.id));
        let mut odd = Vec::new();
        let top = self.entries(self.root(tree)?)?;
        odd.extend(named(&top, FILE).filter(is_odd).map(|_| FILE.to_owned()));
        let own = named(&top, ".cop");
        odd.extend(own.filter(is_odd).map(|_| ".cop".to_owned()));
        let own = inner(own)?;
        let kinds = named(&own, "kinds");
        odd.extend(kinds.filter(is_odd).map(|_| ".cop/kinds".to_owned()));
        for kind in inner(kinds)?.iter() {
            let path = format!(".cop/kinds/{}", String::from_utf8_lossy(&kind.name));
            if is_odd(&kind) {
                odd.push(path);
            } else if named(&inner(Some(kind))?, "kind.yaml").as_ref().is_some_and(is_odd) {
                odd.push(path + "/kind.yaml");
            }
        }
        Ok(odd)
    }
}
