//! Contents as git keeps them: what is on the disk, after git's own filters.
//!
//! libgit2 knows the filters for line ends and `$Id$`. Any other is a program that the repository's configuration names, such as
//! Git LFS; a file with one is left to git.

use std::io::Write;
use std::path::Path;

use git2::{AttrCheckFlags, AttrValue, ObjectType, Oid};

use super::ground::{Ground, refusal, unreadable};
use crate::base::error::Result;
use crate::base::shell::from_top;
use crate::msg;

/// How a path's content is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// As it is.
    Plain,
    /// After filters of git's own.
    Filtered,
}

/// How a path's content is kept; an error if only git itself can do it.
pub(super) fn way(ground: &Ground<'_>, path: &str) -> Result<Way> {
    let value = |name: &str| -> Result<Option<String>> {
        let value = ground.raw.get_attr_bytes(Path::new(path), name, AttrCheckFlags::FILE_THEN_INDEX).map_err(unreadable)?;
        Ok(match AttrValue::from_bytes(value) {
            AttrValue::True => Some("true".to_owned()),
            AttrValue::False => Some("false".to_owned()),
            AttrValue::String(text) => Some(text.to_owned()),
            AttrValue::Bytes(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
            AttrValue::Unspecified => None,
        })
    };
    let said = |text: &Option<String>| text.as_deref().is_some_and(|text| text != "false" && text != "true");
    let by_hand = || msg!("write-filter-hint", path = from_top(path));
    if let filter @ Some(_) = value("filter")?
        && said(&filter)
    {
        return Err(refusal(msg!("write-filter", name = filter.unwrap_or_default()), path).hint(by_hand()));
    }
    if let encoding @ Some(_) = value("working-tree-encoding")?
        && said(&encoding)
    {
        let encoding = encoding.unwrap_or_default();
        return Err(refusal(msg!("write-encoding", name = encoding), path).hint(by_hand()));
    }
    let config = ground.raw.config().map_err(unreadable)?;
    let set = |name: &str| config.get_string(name).is_ok_and(|text| !["false", "no", "off", "0"].contains(&text.to_lowercase().as_str()));
    let mut filtered = set("core.autocrlf") || set("core.safecrlf");
    for name in ["text", "eol", "crlf", "ident"] {
        filtered |= value(name)?.is_some();
    }
    Ok(if filtered { Way::Filtered } else { Way::Plain })
}

/// Writes a content and names it.
pub(super) fn write(ground: &Ground<'_>, path: &str, way: Way, bytes: &[u8]) -> Result<Oid> {
    match way {
        Way::Plain => ground.odb()?.write(ObjectType::Blob, bytes).map_err(unreadable),
        Way::Filtered => {
            let mut writer = ground.raw.blob_writer(Some(Path::new(path))).map_err(unreadable)?;
            writer.write_all(bytes).map_err(|error| super::ground::unwritable(&ground.common, &error))?;
            writer.commit().map_err(unreadable)
        }
    }
}

/// Whether a file on the disk is the content of that name, which it can be in more ways than one.
pub(super) fn is(ground: &Ground<'_>, path: &str, way: Way, bytes: &[u8], id: Oid) -> Result<bool> {
    let plain = Oid::hash_object(ObjectType::Blob, bytes).map_err(unreadable)?;
    Ok(plain == id || way == Way::Filtered && write(ground, path, way, bytes)? == id)
}
