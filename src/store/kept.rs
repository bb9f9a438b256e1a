//! What can be made again and takes a while, kept in cop's own folder.
//!
//! A file says by which cop and from what it was made, and ends with a digest. Whatever is odd about it means that it is made again;
//! it is never an error, and where it can't be written nothing is kept.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::base::files::{self, OwnFolder};

/// What a file begins with: the form, and a fingerprint of everything that cop is made of, for the same documents may be another result
/// by another one.
const MAGIC: &str = concat!("cop kept 1 ", env!("COP_BUILD"), "\n");

/// The largest file that is read or written, in bytes.
const LARGEST: u64 = 64 << 20;

/// What something is made from, digested.
pub type Stamp = [u8; 32];

/// What is kept under a name, if it was made by this cop from the same.
pub fn read<T: DeserializeOwned>(own: &OwnFolder, name: &str, stamp: &Stamp) -> Option<T> {
    let bytes = own.is_there().then(|| files::read(&own.path().join(name), LARGEST).ok())??;
    let made = bytes.strip_prefix(MAGIC.as_bytes())?.strip_prefix(stamp)?;
    let (content, digest) = made.split_last_chunk::<32>()?;
    (blake3::hash(content).as_bytes() == digest).then(|| postcard::from_bytes(content).ok())?
}

/// Keeps something under a name, in place of what was.
pub fn keep<T: Serialize>(own: &OwnFolder, name: &str, stamp: &Stamp, what: &T) {
    let Ok(content) = postcard::to_stdvec(what) else { return };
    let digest = blake3::hash(&content);
    let bytes = [MAGIC.as_bytes(), stamp, &content, digest.as_bytes()].concat();
    if bytes.len() as u64 <= LARGEST && own.make().is_ok() {
        // What cannot be written is made again.
        let _ = files::replace_private(&own.path().join(name), &bytes);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{OwnFolder, keep, read};

    #[test]
    fn only_what_is_whole_and_made_from_the_same_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let own = OwnFolder::new(folder.path(), "cop/root");
        assert_eq!(read::<String>(&own, "what", &[1; 32]), None);
        keep(&own, "what", &[1; 32], &"Zoë".to_owned());
        let kept = || read::<String>(&own, "what", &[1; 32]);
        assert_eq!((kept().as_deref(), read::<String>(&own, "what", &[2; 32])), (Some("Zoë"), None));
        let path = own.path().join("what");
        let bytes = fs::read(&path).unwrap();
        for end in 0..bytes.len() {
            fs::write(&path, &bytes[..end]).unwrap();
            assert_eq!(kept(), None, "cut after {end} bytes");
        }
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x10;
            fs::write(&path, &damaged).unwrap();
            assert_eq!(kept(), None, "damaged at {at}");
        }
        fs::write(&path, &bytes).unwrap();
        assert_eq!(kept().as_deref(), Some("Zoë"));
    }

    #[cfg(unix)]
    #[test]
    fn what_a_link_leads_to_is_neither_read_nor_written() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("elsewhere")).unwrap();
        std::os::unix::fs::symlink("elsewhere", folder.path().join("cop")).unwrap();
        let own = OwnFolder::new(folder.path(), "cop/root");
        keep(&own, "what", &[1; 32], &1_u8);
        assert_eq!(fs::read_dir(folder.path().join("elsewhere")).unwrap().count(), 0);
        assert_eq!(read::<u8>(&own, "what", &[1; 32]), None);
    }
}
