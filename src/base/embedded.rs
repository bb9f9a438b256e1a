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
