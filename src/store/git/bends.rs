//! What git lets stand in the place of what is written: shallow clones, grafts and replaced objects.

use std::collections::BTreeSet;

use crate::base::files;

use super::open::Repo;
use super::reader::IdMap;
use crate::model::history::ObjectId;

/// The largest list that is read, in bytes: some 800,000 commits.
const LARGEST: u64 = 32 << 20;

/// What git lets stand in the place of commits' parents and of objects.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Bends {
    /// The commits whose parents are others, or none: `shallow` and `info/grafts`.
    pub(super) parents: IdMap<Vec<ObjectId>>,
    /// The commits at which a shallow clone was cut.
    pub(super) shallow: BTreeSet<ObjectId>,
    /// `git replace`.
    pub(super) replaced: IdMap<ObjectId>,
}

impl Bends {
    /// Reads them; what can't be read does not bend anything.
    pub(super) fn read(repo: &Repo) -> Self {
        let ids = |line: &str| line.split_whitespace().map(ObjectId::parse).collect::<Option<Vec<_>>>();
        let lines = |name: &str| {
            // Tools that share objects between clones make these files links, and git follows them.
            let file = repo.common_dir().join(name).canonicalize().ok();
            let bytes = file.and_then(|file| files::read(&file, LARGEST).ok()).unwrap_or_default();
            String::from_utf8(bytes).unwrap_or_default()
        };
        let mut bends = Self::default();
        for graft in lines("info/grafts").lines().filter_map(ids) {
            if let Some((&commit, parents)) = graft.split_first() {
                bends.parents.insert(commit, parents.to_vec());
            }
        }
        bends.shallow = lines("shallow").lines().filter_map(ids).flatten().collect();
        bends.parents.extend(bends.shallow.iter().map(|&commit| (commit, Vec::new())));
        let Ok(references) = repo.raw().references_glob("refs/replace/*") else { return bends };
        for reference in references.flatten() {
            let old = reference.name().ok().and_then(|name| ObjectId::parse(name.strip_prefix("refs/replace/")?));
            if let (Some(old), Some(new)) = (old, reference.target()) {
                bends.replaced.insert(old, super::open::id(new));
            }
        }
        bends
    }

    /// A number that changes when they do.
    pub(super) fn fingerprint(&self) -> [u8; 32] {
        let mut all: Vec<_> = self.parents.iter().map(|(commit, parents)| (0_u8, *commit, parents.clone())).collect();
        all.extend(self.shallow.iter().map(|&commit| (1, commit, Vec::new())));
        all.extend(self.replaced.iter().map(|(&old, &new)| (2, old, vec![new])));
        all.sort();
        let mut hasher = blake3::Hasher::new();
        for (kind, id, others) in all {
            hasher.update(&[kind]).update(&id.0).update(&(others.len() as u64).to_le_bytes());
            for other in others {
                hasher.update(&other.0);
            }
        }
        *hasher.finalize().as_bytes()
    }
}
