//! The files that are part of the program: kinds, templates, the example community.

use std::borrow::Cow;

#[derive(rust_embed::Embed)]
#[folder = "templates/"]
struct Templates;

/// A file below `templates/`, such as `kinds/practice/kind.yaml`.
pub fn template(path: &str) -> Option<Cow<'static, str>> {
    let file = Templates::get(path)?;
    Some(match file.data {
        Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
        Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
    })
}

#[derive(rust_embed::Embed)]
#[folder = "example-community/"]
struct Example;

/// The files of the example community by path, in order.
pub fn example() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = Example::iter().filter_map(|path| Some((path.to_string(), Example::get(&path)?.data.into_owned()))).collect();
    files.sort();
    files
}

/// A digest of the example community, by which a copy of an older one is told.
pub fn example_digest() -> String {
    let mut hash = blake3::Hasher::new();
    for (path, content) in example() {
        for part in [path.as_bytes(), &content] {
            hash.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
    }
    hash.finalize().to_hex()[..16].to_owned()
}
