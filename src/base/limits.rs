//! How much of anything is read, so that no file can make cop slow or large.

/// The limits of a community; each can be raised in `community.yaml` under `limits:`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file; a larger one is a finding and is not read.
    pub file: u64,
    /// Bytes of front matter.
    pub front: usize,
    /// Levels of nesting in front matter and in Markdown.
    pub depth: usize,
    /// Uses of YAML aliases in one front matter.
    pub aliases: usize,
    /// Characters of a title that are kept.
    pub title: usize,
    /// Tags of one document.
    pub tags: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: 8 << 20, front: 64 << 10, depth: 64, aliases: 64, title: 300, tags: 100 }
    }
}
