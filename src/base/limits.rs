//! How much of anything is read, so that no file can make cop slow or large.

/// The limits of a community; each can be raised in `community.yaml` under `limits:`, some only so far.
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
    /// Parts of one sort in one text: headings, links, tasks and so on, each counted by itself. A text is also read no further than
    /// [`SIGNS`](Self::SIGNS) times as many signs of which Markdown can be made.
    pub parts: usize,
    /// Whether no community can raise them.
    pub fixed: bool,
}

impl Limits {
    /// How many signs and line ends there may be for each part: what the parser keeps grows with them.
    pub const SIGNS: usize = 10;

    /// To what a community can raise them.
    pub const HIGHEST: Self = Self {
        file: 1 << 30,
        front: 16 << 20,
        // Parsing recurses as deep as this.
        depth: 256,
        aliases: 10_000,
        title: 10_000,
        tags: 10_000,
        parts: 1_000_000,
        fixed: false,
    };

    /// The limits of the files that make the settings, which no community can change.
    pub fn of_settings() -> Self {
        Self { front: 1 << 20, fixed: true, ..Self::default() }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: 8 << 20, front: 64 << 10, depth: 64, aliases: 64, title: 300, tags: 100, parts: 100_000, fixed: false }
    }
}

/// What settings may hold; fixed, because it is they that would raise it.
pub mod settings {
    /// Kinds, the built-in ones included.
    pub const KINDS: usize = 200;
    /// States of one kind.
    pub const STATES: usize = 100;
    /// Folders and patterns of paths in all kinds together.
    pub const GLOBS: usize = 1_000;
    /// Entries of any other mapping or list: fields of a kind, words for a state, names of a field's keys.
    pub const ENTRIES: usize = 500;
    /// Tags that a community agrees on, and entries of other lists at the top of `community.yaml`.
    pub const TOP_ENTRIES: usize = 5_000;
}

/// What one pattern of values may hold; fixed, as above.
pub mod pattern {
    /// Bytes.
    pub const LENGTH: usize = 1_000;
    /// Bytes of memory that it takes, read.
    pub const SIZE: usize = 1 << 20;
}

/// What one pattern of paths may hold; fixed, as above.
pub mod glob {
    /// Bytes.
    pub const LENGTH: usize = 1_000;
    /// Stars.
    pub const STARS: usize = 50;
    /// Levels of braces in braces.
    pub const BRACES: usize = 8;
}
