//! History kept between runs: one file of facts in the git folder, continued when there are new commits.
//!
//! Whatever is odd about the file means that it is made again; it is never an error.

use std::io::Read;

use super::bends::Bends;
use super::codec::{self, Bytes, Writer};
use super::open::{NoHistory, Repo};
use super::reader::Reader;
use super::rewritten::gone;
use super::walk::walk;
use crate::base::files::{self, OwnFolder};
use crate::model::history::{Endings, Facts, History, ObjectId};

/// What the file begins with; another version of the form is another word.
const MAGIC: &[u8; 16] = b"cop history 005\n";

/// The name of the file.
const FILE: &str = "history";

/// The largest file that is read or written, in bytes: some millions of changes.
const LARGEST: usize = 256 << 20;

/// Of so many objects that were missing it is looked whether they are there by now.
const LOST: usize = 64;

/// So many bytes of the file hold everything but endings and facts.
const HEAD: u64 = 2048;

/// History, and how it was come by.
#[derive(Debug)]
pub struct Loaded {
    /// The history up to `HEAD`.
    pub history: History,
    /// Its newest commit; `None` where there is none yet.
    pub tip: Option<ObjectId>,
    /// What it was read by; see [`standing`].
    pub standing: String,
    /// How many commits were looked at that had not been before.
    pub new: usize,
    /// What was kept did not lead to `HEAD`: history was rewritten since, or another branch is checked out.
    pub rewritten: bool,
    /// How many commits that were part of this branch when history was last read are on no branch any more; only told that once.
    pub gone: usize,
    /// Whether it is kept for the next time; false where the git folder can't be written.
    pub kept: bool,
}

/// The history of a repository up to `HEAD`, for files with these endings; what is kept in `own` is used and kept up to date.
pub fn history(repo: &Repo, own: &OwnFolder, endings: &Endings) -> Result<Loaded, NoHistory> {
    let bends = Bends::read(repo);
    let bent = bends.fingerprint();
    let Some(tip) = repo.tip()? else {
        let standing = words(&bent, repo, None);
        return Ok(Loaded { history: History::default(), tip: None, standing, new: 0, rewritten: false, gone: 0, kept: false });
    };
    let stored = read(own);
    let mut wanted = endings.clone();
    if let Some(stored) = &stored {
        wanted = Endings::with(endings.list().iter().chain(stored.endings.list()));
    }
    let usable = stored.filter(|stored| {
        let fits = stored.head.bent == bent && stored.endings.cover(endings) && stored.facts.gaps.partial == repo.is_partial();
        // Facts end where something is missing, and what comes after must not be built on that. In a partial clone something always is.
        let whole = stored.head.missing == 0 || stored.head.tip == tip || repo.is_partial();
        fits && whole && !healed(repo, &bends, &stored.head)
    });
    let (mut lost, mut before) = (Vec::new(), None);
    let known = match usable {
        Some(stored) if stored.head.tip == tip => {
            let standing = words(&bent, repo, Some(&stored.head));
            return Ok(Loaded {
                history: History::new(stored.facts),
                tip: Some(tip),
                standing,
                new: 0,
                rewritten: false,
                gone: 0,
                kept: true,
            });
        }
        Some(stored) => {
            (lost, before) = (stored.head.lost, Some(stored.head.tip));
            stored.facts
        }
        None => Facts::default(),
    };
    let walked = walk(repo, &bends, &wanted, tip, known)?;
    let missing = walked.facts.gaps.missing;
    let gone = before.map_or(0, |before| gone(repo, before, &walked.lost));
    if let Ok(odb) = repo.objects(0) {
        // What is there and yet can't be used, as a commit that names no tree, will not be otherwise another time.
        let reader = Reader::new(&odb, &bends.replaced);
        lost.extend(walked.missing.into_iter().filter(|id| !reader.has(*id)).take(LOST));
    }
    lost.truncate(LOST);
    let head = Head { tip, bent, packs: if missing > 0 { packs(repo) } else { [0; 32] }, missing, lost };
    let standing = words(&bent, repo, Some(&head));
    let stored = Stored { head, endings: wanted, facts: walked.facts };
    let bytes = write(&stored);
    let kept = bytes.len() <= LARGEST && own.make().is_ok() && files::replace(&own.path().join(FILE), &bytes).is_ok();
    Ok(Loaded { history: History::new(stored.facts), tip: Some(tip), standing, new: walked.new, rewritten: walked.rewritten, gone, kept })
}

/// What a history depends on beside its newest commit, in a word that changes with it: what stands in the place of what, whether
/// it is a partial clone, and what is missing. It takes no walk: what is missing is known from the last one, and looked for again.
pub fn standing(repo: &Repo, own: &OwnFolder) -> String {
    let bends = Bends::read(repo);
    let tip = repo.tip().ok().flatten();
    let head = head(own).filter(|head| Some(head.tip) == tip);
    let mut standing = words(&bends.fingerprint(), repo, head.as_ref());
    if head.is_some_and(|head| healed(repo, &bends, &head)) {
        standing.push_str("-healed");
    }
    standing
}

fn words(bent: &[u8; 32], repo: &Repo, head: Option<&Head>) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(MAGIC).update(bent).update(&[u8::from(repo.is_partial())]);
    if let Some(head) = head.filter(|head| head.missing > 0) {
        hasher.update(&head.missing.to_le_bytes());
        for id in &head.lost {
            hasher.update(&id.0);
        }
    }
    hasher.finalize().to_hex()[..16].to_owned()
}

/// Whether something that was missing is there by now.
fn healed(repo: &Repo, bends: &Bends, head: &Head) -> bool {
    if head.missing == 0 {
        return false;
    }
    let back = repo.objects(0).is_ok_and(|odb| {
        let reader = Reader::new(&odb, &bends.replaced);
        head.lost.iter().any(|id| reader.has(*id))
    });
    // Of the others one knows only that a pack came or went.
    back || head.missing as usize > head.lost.len() && head.packs != packs(repo)
}

/// What the file says before it comes to facts.
struct Head {
    tip: ObjectId,
    bent: [u8; 32],
    packs: [u8; 32],
    /// How many objects were missing.
    missing: u32,
    /// The names of some that were not there.
    lost: Vec<ObjectId>,
}

/// What the file holds.
struct Stored {
    head: Head,
    endings: Endings,
    facts: Facts,
}

fn write(stored: &Stored) -> Vec<u8> {
    let Stored { head, endings, facts } = stored;
    let mut out = Writer(Vec::with_capacity(1024 + facts.changes.len() * 32));
    out.0.extend_from_slice(MAGIC);
    out.0.extend_from_slice(&[0; 32]);
    out.0.extend_from_slice(&head.tip.0);
    out.0.extend_from_slice(&head.bent);
    out.0.extend_from_slice(&head.packs);
    out.0.extend_from_slice(&head.missing.to_le_bytes());
    out.number(head.lost.len() as u64);
    head.lost.iter().for_each(|id| out.0.extend_from_slice(&id.0));
    out.number(endings.list().len() as u64);
    endings.list().iter().for_each(|ending| out.bytes(ending.as_bytes()));
    codec::write(facts, &mut out);
    let checksum = blake3::hash(&out.0[48..]);
    out.0[16..48].copy_from_slice(checksum.as_bytes());
    out.0
}

fn read(own: &OwnFolder) -> Option<Stored> {
    let content = own.is_there().then(|| files::read(&own.path().join(FILE), LARGEST as u64).ok())??;
    let mut bytes = Bytes(&content);
    let checksum = checksum(&mut bytes)?;
    (*blake3::hash(bytes.0).as_bytes() == checksum).then_some(())?;
    let head = read_head(&mut bytes)?;
    let endings = (0..bytes.count()?).map(|_| bytes.text()).collect::<Option<Vec<_>>>()?;
    Some(Stored { head, endings: Endings::with(endings), facts: codec::read(&mut bytes)? })
}

/// The head of what is kept, without reading the rest, by which alone one could tell whether it is damaged.
fn head(own: &OwnFolder) -> Option<Head> {
    let (file, _) = own.is_there().then(|| files::open(&own.path().join(FILE)).ok())??;
    let mut content = Vec::new();
    file.take(HEAD).read_to_end(&mut content).ok()?;
    let mut bytes = Bytes(&content);
    checksum(&mut bytes)?;
    read_head(&mut bytes)
}

/// The checksum of what follows, if it is a file of this form.
fn checksum(bytes: &mut Bytes<'_>) -> Option<[u8; 32]> {
    (bytes.array()? == *MAGIC).then_some(())?;
    bytes.array()
}

fn read_head(bytes: &mut Bytes<'_>) -> Option<Head> {
    let (tip, bent, packs) = (ObjectId(bytes.array()?), bytes.array()?, bytes.array()?);
    let missing = u32::from_le_bytes(bytes.array()?);
    let lost = (0..bytes.count()?).map(|_| bytes.array().map(ObjectId)).collect::<Option<Vec<_>>>()?;
    Some(Head { tip, bent, packs, missing, lost })
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
