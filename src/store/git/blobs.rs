//! What a file held in some commit.

use git2::{ObjectType, Oid};

use super::genuine::Genuine;
use super::open::{Repo, id, oid};
use crate::model::history::ObjectId;

/// Contents by name; open once and ask often.
pub struct Blobs<'a> {
    objects: git2::Odb<'a>,
    genuine: Genuine,
}

/// What became of asking for a content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The bytes.
    Bytes(Vec<u8>),
    /// It has more bytes than was asked for: so many.
    TooLarge(u64),
    /// It is not in this clone, or damaged: it can't be read, or is not what its name says.
    Missing,
}

/// The name that git gives to a content.
pub fn name_of(bytes: &[u8]) -> Option<ObjectId> {
    Oid::hash_object(ObjectType::Blob, bytes).ok().map(id)
}

impl<'a> Blobs<'a> {
    /// The contents of a repository; `None` if its objects can't be read at all.
    pub fn of(repo: &'a Repo) -> Option<Self> {
        Some(Self { objects: repo.raw().odb().ok()?, genuine: Genuine::of(repo) })
    }

    /// The same for a thread of that number, which does not wait for others then.
    pub fn on(repo: &'a Repo, thread: usize) -> Option<Self> {
        Some(Self { objects: repo.objects(thread).ok()?, genuine: Genuine::of(repo) })
    }

    /// What a commit says below its subject; `None` where that is nothing, or more than so many bytes with all it says.
    pub fn body(&self, id: ObjectId, limit: u64) -> Option<String> {
        let (size, kind) = self.objects.read_header(oid(id)).ok()?;
        if size as u64 > limit || kind != ObjectType::Commit {
            return None;
        }
        let object = self.objects.read(oid(id)).ok()?;
        let text = String::from_utf8_lossy(object.data()).replace("\r\n", "\n");
        let (_, message) = text.split_once("\n\n")?;
        let (_, body) = message.trim_start().split_once("\n\n")?;
        Some(body.trim().to_owned()).filter(|body| !body.is_empty())
    }

    /// A content of at most so many bytes.
    pub fn read(&self, id: ObjectId, limit: u64) -> Content {
        // The size stands before the content: a large one is not even unpacked.
        match self.objects.read_header(oid(id)) {
            Ok((size, _)) if size as u64 > limit => return Content::TooLarge(size as u64),
            Ok((_, ObjectType::Blob)) => {}
            _ => return Content::Missing,
        }
        let object = self.objects.read(oid(id)).ok().filter(|object| self.genuine.is(oid(id), object.data()));
        object.map_or(Content::Missing, |object| Content::Bytes(object.data().to_vec()))
    }
}
