//! Reading documents into volumes, on all cores.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::model::document::Document;
use crate::model::kinds::Claim;
use crate::model::query::of_document::{Past, entry};
use crate::store::workspace::stat::Stat;
use crate::store::workspace::table::Digest;

use super::broken::Broken;
use super::source::{Reader, digest};
use super::volume::Writer;

/// How many documents a worker takes at a time.
const AT_ONCE: usize = 16;

/// From so many documents on it is worth to have several workers.
const WORTH: usize = 64;

/// How much memory a worker fills before it begins another volume, in bytes.
const MEMORY: usize = 96 << 20;

/// The most workers: each has a volume in memory.
const WORKERS: usize = 8;

/// A document that is to be read.
pub(super) struct Job {
    /// Its row in the catalogue.
    pub row: usize,
    /// Its path.
    pub path: String,
    /// What the file system said of it.
    pub seen: Stat,
    /// What it is by its kind.
    pub claim: Claim,
    /// How many documents stand below it, if its kind has such.
    pub answers: Option<u32>,
    /// What history tells of it, where that is known.
    pub past: Option<Past>,
}

/// A volume, and where its documents belong.
#[derive(Default)]
pub(super) struct Made {
    /// The volume; `None` if no document could be read.
    pub bytes: Option<Vec<u8>>,
    /// What was read.
    pub documents: Vec<Read>,
}

/// A file that was read.
pub(super) struct Read {
    /// Its row in the catalogue.
    pub row: usize,
    /// Its number in the volume; `None` if it could not be read.
    pub doc: Option<u32>,
    /// The digest of its text.
    pub digest: Digest,
    /// The fingerprint of what history told of it.
    pub past: u64,
    /// Whether it was the file that was seen; another is read again next time.
    pub is_seen: bool,
}

/// Reads documents into volumes.
pub(super) fn build(jobs: &[Job], reader: Reader<'_>) -> Result<Vec<Made>, Broken> {
    if jobs.is_empty() {
        return Ok(Vec::new());
    }
    let next = AtomicUsize::new(0);
    if jobs.len() < WORTH {
        return work(jobs, &next, jobs.len(), reader);
    }
    let workers = rayon::current_num_threads().clamp(1, WORKERS);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(|| work(jobs, &next, AT_ONCE, reader))).collect();
        let mut made = Vec::new();
        for worker in workers {
            made.extend(worker.join().map_err(|_| Broken::new("a worker failed"))??);
        }
        Ok(made)
    })
}

/// Takes documents until none is left.
fn work(jobs: &[Job], next: &AtomicUsize, at_once: usize, reader: Reader<'_>) -> Result<Vec<Made>, Broken> {
    let mut made = Vec::new();
    let mut volume = Open::new(jobs.len())?;
    loop {
        let start = next.fetch_add(at_once, Ordering::Relaxed);
        let Some(taken) = jobs.get(start..jobs.len().min(start.saturating_add(at_once))).filter(|taken| !taken.is_empty()) else { break };
        for job in taken {
            volume.read(job, reader)?;
            if volume.writer.memory() > MEMORY {
                made.push(std::mem::replace(&mut volume, Open::new(jobs.len())?).close()?);
            }
        }
    }
    made.push(volume.close()?);
    Ok(made)
}

/// A volume that a worker writes.
struct Open {
    writer: Writer,
    documents: Vec<Read>,
}

impl Open {
    fn new(documents: usize) -> Result<Self, Broken> {
        Ok(Self { writer: Writer::new(documents)?, documents: Vec::new() })
    }

    fn read(&mut self, job: &Job, reader: Reader<'_>) -> Result<(), Broken> {
        let (text, is_seen) = reader.text_of(&job.path, job.seen);
        let Ok(text) = text else {
            self.documents.push(Read { row: job.row, doc: None, digest: Digest::default(), past: 0, is_seen });
            return Ok(());
        };
        let digest = digest(&text);
        let past = job.past.clone().unwrap_or_else(|| reader.pasts.past(&job.path));
        let document = Document::read(&job.path, text, &job.claim, reader.settings);
        let doc = self.writer.add(&entry(&document, reader.settings, &past, job.answers), &past)?;
        self.documents.push(Read { row: job.row, doc: Some(doc), digest, past: past.fingerprint(), is_seen });
        Ok(())
    }

    fn close(self) -> Result<Made, Broken> {
        let bytes = if self.writer.is_empty() { None } else { Some(self.writer.finish()?) };
        Ok(Made { bytes, documents: self.documents })
    }
}
