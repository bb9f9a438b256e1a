//! What whoever checks a commit out finds there that its files alone do not say.

use std::path::Path;

use git2::{AttrCheckFlags, AttrValue};

use super::{Entry, Mainline, NoWay, Step, named};
use crate::model::history::ObjectId;
use crate::model::settings::FILE;

/// The attributes by which git makes another file of one.
pub const CONVERTING: [&str; 3] = ["working-tree-encoding", "filter", "ident"];

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

    /// Whether a file of this name stands in a folder above the community's after a commit of the way, and whether the commit made it
    /// another there.
    ///
    /// # Errors
    /// A folder is missing or damaged.
    pub fn above(&self, step: &Step, name: &str) -> Result<(bool, bool), NoWay> {
        let (before, after) = (self.above_in(step.tree_before, name)?, self.above_in(step.tree, name)?);
        let stands = after.iter().any(Option::is_some);
        Ok((stands, stands && before != after))
    }

    fn above_in(&self, tree: ObjectId, name: &str) -> Result<Vec<Option<ObjectId>>, NoWay> {
        let (mut at, mut found) = (Some(tree), Vec::new());
        for folder in self.prefix.split('/').filter(|folder| !folder.is_empty()) {
            let entries = self.entries(at)?;
            found.push(named(&entries, name).map(|entry| entry.id));
            at = named(&entries, folder).filter(|entry| entry.is_folder()).map(|entry| entry.id);
        }
        Ok(found)
    }

    /// The files of a name in a commit, from the repository's top down to a folder of the community, each with the folder that it stands in;
    /// without what is in it where it is a link.
    ///
    /// # Errors
    /// The commit or a folder on the way is missing or damaged.
    pub fn down_to(&self, commit: ObjectId, folder: &str, name: &str) -> Result<Vec<(String, Option<ObjectId>)>, NoWay> {
        let mut at = Some(self.commit(commit).ok_or(NoWay::Damaged(commit))?.tree);
        let (mut found, mut gone) = (Vec::new(), String::new());
        let folders = self.path_of(folder);
        let mut folders = folders.split('/').filter(|folder| !folder.is_empty());
        while at.is_some() {
            let entries = self.entries(at)?;
            found.extend(named(&entries, name).map(|entry| (gone.clone(), entry.is_file().then_some(entry.id))));
            let next = folders.next();
            at = next.and_then(|folder| named(&entries, folder)).filter(|entry| entry.is_folder()).map(|entry| entry.id);
            gone.extend(next.into_iter().flat_map(|folder| [folder, "/"]));
        }
        Ok(found)
    }

    /// A path of the community, from the repository's top.
    pub fn path_of(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// What the attributes in the work tree say of a path of the community by which git makes another file of it than the commit has.
    /// Line ends do not count: they say the same.
    pub fn converts(&self, path: &str) -> Option<&'static str> {
        let path = self.path_of(path);
        CONVERTING.into_iter().find(|name| {
            let said = self.repo.raw().get_attr_bytes(Path::new(&path), name, AttrCheckFlags::FILE_THEN_INDEX);
            match AttrValue::from_bytes(said.unwrap_or_default()) {
                AttrValue::String(said) => *name != "ident" && !said.eq_ignore_ascii_case("utf-8"),
                AttrValue::Bytes(_) => *name != "ident",
                AttrValue::True => *name != "filter",
                AttrValue::False | AttrValue::Unspecified => false,
            }
        })
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
