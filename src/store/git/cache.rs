//! History kept between runs: one file of facts in the git folder, continued when there are new commits.
//!
//! Whatever is odd about the file means that it is made again; it is never an error.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::bends::Bends;
use super::codec::{self, Bytes, Writer};
use super::open::{NoHistory, Repo};
use super::walk::walk;
use crate::base::files;
use crate::model::history::{Endings, Facts, History, ObjectId};

/// What the file begins with; another version of the form is another word.
const MAGIC: &[u8; 16] = b"cop history 001\n";

/// History, and how it was come by.
#[derive(Debug)]
pub struct Loaded {
    /// The history up to `HEAD`.
    pub history: History,
    /// How many commits were looked at that had not been before.
    pub new: usize,
    /// What was kept did not lead to `HEAD`: history was rewritten since, or another branch is checked out.
    pub rewritten: bool,
    /// Whether it is kept for the next time; false where the git folder can't be written.
    pub kept: bool,
}

/// The history of a repository up to `HEAD`, for files with these endings; what is in `file` is used and kept up to date.
pub fn history(repo: &Repo, file: &Path, endings: &Endings) -> Result<Loaded, NoHistory> {
    let Some(tip) = repo.tip()? else {
        return Ok(Loaded { history: History::default(), new: 0, rewritten: false, kept: false });
    };
    let bends = Bends::read(repo);
    let bent = bends.fingerprint();
    let stored = read(file);
    let mut wanted = endings.clone();
    if let Some(stored) = &stored {
        wanted = Endings::with(endings.list().iter().chain(stored.endings.list()));
    }
    let usable = stored.filter(|stored| {
        // What was missing may have come with a new pack since.
        let healed = stored.facts.gaps.missing > 0 && stored.packs != packs(repo);
        stored.bent == bent && !healed && stored.endings.cover(endings) && stored.facts.gaps.partial == repo.is_partial()
    });
    let known = match usable {
        Some(stored) if stored.tip == tip => {
            return Ok(Loaded { history: History::new(stored.facts), new: 0, rewritten: false, kept: true });
        }
        Some(stored) => stored.facts,
        None => Facts::default(),
    };
    let walked = walk(repo, &bends, &wanted, tip, known)?;
    let packs = if walked.facts.gaps.missing > 0 { packs(repo) } else { [0; 32] };
    let stored = Stored { tip, bent, packs, endings: wanted, facts: walked.facts };
    let kept = files::replace(file, &write(&stored), false).is_ok();
    Ok(Loaded { history: History::new(stored.facts), new: walked.new, rewritten: walked.rewritten, kept })
}

/// The commit that the kept history leads to, without reading it all; `None` if there is none.
pub fn stored_tip(file: &Path) -> Option<ObjectId> {
    let mut head = [0; 68];
    File::open(file).ok()?.read_exact(&mut head).ok()?;
    let mut bytes = Bytes(&head);
    (bytes.array()? == *MAGIC).then_some(())?;
    let _checksum: [u8; 32] = bytes.array()?;
    bytes.array().map(ObjectId)
}

/// What the file holds.
struct Stored {
    tip: ObjectId,
    bent: [u8; 32],
    packs: [u8; 32],
    endings: Endings,
    facts: Facts,
}

fn write(stored: &Stored) -> Vec<u8> {
    let mut out = Writer(Vec::with_capacity(1024 + stored.facts.changes.len() * 32));
    out.0.extend_from_slice(MAGIC);
    out.0.extend_from_slice(&[0; 32]);
    out.0.extend_from_slice(&stored.tip.0);
    out.0.extend_from_slice(&stored.bent);
    out.0.extend_from_slice(&stored.packs);
    out.number(stored.endings.list().len() as u64);
    stored.endings.list().iter().for_each(|ending| out.bytes(ending.as_bytes()));
    codec::write(&stored.facts, &mut out);
    let checksum = blake3::hash(&out.0[48..]);
    out.0[16..48].copy_from_slice(checksum.as_bytes());
    out.0
}

fn read(file: &Path) -> Option<Stored> {
    let content = std::fs::read(file).ok()?;
    let mut bytes = Bytes(&content);
    (bytes.array()? == *MAGIC).then_some(())?;
    let checksum: [u8; 32] = bytes.array()?;
    (*blake3::hash(bytes.0).as_bytes() == checksum).then_some(())?;
    let (tip, bent, packs) = (ObjectId(bytes.array()?), bytes.array()?, bytes.array()?);
    let endings = (0..bytes.count()?).map(|_| bytes.text()).collect::<Option<Vec<_>>>()?;
    Some(Stored { tip, bent, packs, endings: Endings::with(endings), facts: codec::read(&mut bytes)? })
}

/// A number that changes when a pack comes or goes.
fn packs(repo: &Repo) -> [u8; 32] {
    let list = std::fs::read_dir(repo.common_dir().join("objects/pack"));
    let mut names: Vec<_> = list.into_iter().flatten().flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    let mut hasher = blake3::Hasher::new();
    for name in names {
        hasher.update(name.as_encoded_bytes()).update(&[0]);
    }
    *hasher.finalize().as_bytes()
}
