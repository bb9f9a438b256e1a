//! Whether a new name is free, also where case and the way a letter is written make no difference.
//!
//! On many disks `Welcome.md` and `welcome.md` are one file, and a repository with both can't be checked out there.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use git2::{Odb, Oid};

use super::ground::{Ground, Step, refusal};
use super::tree;
use crate::base::composed::composed;
use crate::base::error::Result;
use crate::msg;

/// The names in folders, each as it is compared.
pub(super) struct Names<'a> {
    root: PathBuf,
    tree: Option<(Odb<'a>, Oid)>,
    folders: HashMap<String, BTreeMap<String, Vec<String>>>,
}

impl<'a> Names<'a> {
    /// Those on the disk.
    pub(super) fn below(root: &Path) -> Self {
        Self { root: root.to_owned(), tree: None, folders: HashMap::new() }
    }

    /// And those of a commit, some of which may not be on the disk.
    pub(super) fn of(ground: &Ground<'a>, tip: Option<Oid>) -> Result<Self> {
        let odb = ground.odb()?;
        let tree = tip.map(|tip| tree::of(&odb, tip)).transpose()?;
        Ok(Self { tree: tree.map(|tree| (odb, tree)), ..Self::below(&ground.root) })
    }

    /// Refuses a new file whose name, or the name of a folder on its way, differs from another only in how it is written.
    pub(super) fn are_free(&mut self, steps: &[Step]) -> Result<()> {
        let goes = |path: &str| steps.iter().any(|step| step.after.is_none() && step.path == path);
        let made: Vec<_> = steps.iter().filter(|step| step.before.is_none() && step.after.is_some()).collect();
        for step in &made {
            let ends = step.path.match_indices('/').map(|(at, _)| at).chain([step.path.len()]);
            for end in ends {
                let (folder, name) = step.path[..end].rsplit_once('/').unwrap_or(("", &step.path[..end]));
                let at = |other: &str| if folder.is_empty() { other.to_owned() } else { format!("{folder}/{other}") };
                let near = self.folder(folder)?.get(&same(name)).cloned().unwrap_or_default();
                if let Some(near) = near.into_iter().map(|other| at(&other)).find(|near| *near != step.path[..end] && !goes(near)) {
                    return Err(refusal(msg!("write-taken-nearly", near = near), &step.path).hint(msg!("write-taken-hint")));
                }
                // The next new file of this set finds this one.
                let names = self.folders.entry(folder.to_owned()).or_default().entry(same(name)).or_default();
                if !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            }
        }
        Ok(())
    }

    fn folder(&mut self, folder: &str) -> Result<&BTreeMap<String, Vec<String>>> {
        if !self.folders.contains_key(folder) {
            let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
            let disk = fs::read_dir(self.root.join(folder)).into_iter().flatten().flatten();
            let disk = disk.filter_map(|entry| entry.file_name().into_string().ok());
            let tree = self.tree.as_ref().map(|(odb, tree)| tree::names(odb, *tree, folder)).transpose()?.unwrap_or_default();
            for name in disk.chain(tree.into_iter().filter_map(|name| String::from_utf8(name).ok())) {
                let known = names.entry(same(&name)).or_default();
                if !known.contains(&name) {
                    known.push(name);
                }
            }
            self.folders.insert(folder.to_owned(), names);
        }
        Ok(&self.folders[folder])
    }
}

/// A name as disks compare it that make the least difference.
fn same(name: &str) -> String {
    composed(&composed(name).to_lowercase()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn names_are_one_as_on_a_disk_that_makes_little_difference() {
        assert_eq!(same("CAFÉ.md"), same("cafe\u{301}.md"));
        assert_ne!(same("cafe.md"), same("café.md"));
    }
}
