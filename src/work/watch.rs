//! What changed in a community since it was last looked at, for who watches it while others write.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::clock::system_nanoseconds;
use crate::base::error::Result;
use crate::base::files;
use crate::model::kinds::is_markdown;
use crate::model::settings::{FILE, Settings};
use crate::store::git::identity::mailmap;
use crate::store::git::open::Repo;
use crate::store::workspace::freshness::refresh;
use crate::store::workspace::rules::RulePlaces;
use crate::store::workspace::stat::Stat;
use crate::store::workspace::table::{Digest, Table};

use super::checking::baseline_path;
use super::session::Session;

/// A community as it was when it was last looked at.
pub struct Watch {
    dir: PathBuf,
    places: RulePlaces,
    settings: Arc<Settings>,
    /// From the community's folder.
    baseline: String,
    table: Table,
    beside: BTreeMap<String, Digest>,
}

/// What is different since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The paths of files that came, went or were written, from the community's folder, and `HEAD` where there is another commit. Of files
    /// that are no Markdown and of no kind only those that came or went.
    pub paths: BTreeSet<String>,
    /// Whether there is more among them than files beside the community coming and going, as an editor makes them.
    pub is_certain: bool,
}

impl Changed {
    /// Takes up what changed after it.
    pub fn then(&mut self, later: Self) {
        self.paths.extend(later.paths);
        self.is_certain |= later.is_certain;
    }

    /// Whether nothing did.
    pub fn is_none(&self) -> bool {
        self.paths.is_empty()
    }
}

impl Watch {
    /// Looks at the community that a session holds. What is written from now on is a change, so this comes before the first reading.
    ///
    /// # Errors
    /// The baseline that a person names stands outside the community.
    pub fn begin(session: &Session, baseline: Option<&str>) -> Result<Self> {
        let mut watch = Self {
            dir: session.dir().to_owned(),
            places: session.rule_places().clone(),
            settings: session.settings().clone(),
            baseline: baseline_path(session, baseline)?,
            table: Table::default(),
            beside: BTreeMap::new(),
        };
        watch.look();
        Ok(watch)
    }

    /// Goes by other settings from now on: those say which files are documents.
    pub fn go_by(&mut self, settings: &Arc<Settings>) {
        self.settings = settings.clone();
    }

    /// What changed since the last look, however little of it is there to be read.
    pub fn look(&mut self) -> Changed {
        let mut changed = Changed::default();
        let beside = self.beside();
        let names: BTreeSet<&String> = beside.keys().chain(self.beside.keys()).collect();
        changed.paths.extend(names.into_iter().filter(|name| beside.get(*name) != self.beside.get(*name)).cloned());
        self.beside = beside;
        changed.is_certain = !changed.is_none();
        self.look_at_files(&mut changed);
        changed
    }

    fn look_at_files(&mut self, changed: &mut Changed) {
        let now = system_nanoseconds();
        // What stands beside the documents counts as soon as it comes or goes: they refer to it.
        let found = refresh(&self.dir, &self.places, &self.table, now, &|_| true);
        if found.is_none() {
            return;
        }
        let old = std::mem::take(&mut self.table);
        let is_read = |path: &str| is_markdown(path) || self.settings.kinds.wants(path);
        // What was written so shortly ago that another write might look the same is known by its text at the next look.
        let mut digests: HashMap<String, Digest> = HashMap::new();
        let mut read = |path: &str, is_young: bool| {
            let digest = (is_young && is_read(path)).then(|| digest(&self.dir.join(path), self.settings.limits.file));
            digests.extend(digest.map(|digest| (path.to_owned(), digest)));
            digest
        };
        let is_young = |stat: &Stat| stat.is_young(now);
        for file in &found.added {
            read(&file.path, is_young(&file.stat));
            changed.note(&file.path, is_read(&file.path));
        }
        for (row, stat) in &found.changed {
            let path = old.files.path(*row);
            read(path, is_young(stat));
            if is_read(path) {
                changed.note(path, true);
            }
        }
        for row in &found.young {
            let path = old.files.path(*row);
            if read(path, true).is_some_and(|digest| old.digests.get(*row) != Some(&digest)) {
                changed.note(path, true);
            }
        }
        for row in &found.removed {
            changed.note(old.files.path(*row), is_read(old.files.path(*row)));
        }
        let odd = old.odd.clone();
        self.table = found.table(old, |path| digests.get(path).copied());
        for (path, _) in
            odd.iter().filter(|odd| !self.table.odd.contains(odd)).chain(self.table.odd.iter().filter(|now| !odd.contains(now)))
        {
            changed.note(path, is_read(path));
        }
    }

    /// What a check goes by beside the files that are listed: settings, kinds, the baseline, who is who, and the newest commit.
    fn beside(&self) -> BTreeMap<String, Digest> {
        let kinds = std::fs::read_dir(self.dir.join(".cop/kinds")).into_iter().flatten().flatten();
        let kinds = kinds.map(|entry| format!(".cop/kinds/{}/kind.yaml", entry.file_name().to_string_lossy()));
        let limit = self.settings.limits.file;
        let mut beside: BTreeMap<String, Digest> =
            kinds.chain([FILE.to_owned(), self.baseline.clone()]).map(|path| (path.clone(), digest(&self.dir.join(path), limit))).collect();
        if let Ok(Some(repo)) = Repo::discover(&self.dir) {
            beside.insert(".mailmap".to_owned(), short(mailmap(repo.root()).as_bytes()));
            let tip = repo.tip().ok().flatten().map(|tip| tip.to_string()).unwrap_or_default();
            beside.insert("HEAD".to_owned(), short(tip.as_bytes()));
        }
        beside
    }
}

impl Changed {
    fn note(&mut self, path: &str, is_certain: bool) {
        // The root itself has no name; what went with it has.
        if !path.is_empty() {
            self.paths.insert(path.to_owned());
        }
        self.is_certain |= is_certain;
    }
}

/// A digest of a file's bytes; what can't be read is like nothing that can.
fn digest(path: &Path, limit: u64) -> Digest {
    files::read(path, limit).map_or([0; 16], |bytes| short(&bytes))
}

fn short(bytes: &[u8]) -> Digest {
    let mut digest = Digest::default();
    digest.iter_mut().zip(blake3::hash(bytes).as_bytes()).for_each(|(to, from)| *to = *from);
    digest
}
