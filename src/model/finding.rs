//! A finding: what a check has to say about a place, and what to do about it.

use std::ops::Range;

use crate::base::lang::Msg;
use crate::msg;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Worth mending.
    Warning,
    /// Wrong: `check` says no.
    Error,
}

impl Severity {
    /// The word for it, as in settings and output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// The word for it that people read.
    pub fn msg(self) -> Msg {
        match self {
            Self::Error => msg!("said-error"),
            Self::Warning => msg!("said-warning"),
            Self::Note => msg!("said-note"),
        }
    }

    /// The severity of a word; `None` for another word.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Error, Self::Warning, Self::Note].into_iter().find(|severity| severity.name() == text)
    }
}

/// Something that a rule objects to.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's stable code, such as `REF001`.
    pub code: &'static str,
    /// The rule's name, such as `dead-link`.
    pub rule: &'static str,
    /// The rule of the community's own, by its name, where `rule` is what those have in common.
    pub own: Option<String>,
    /// How much it matters here.
    pub severity: Severity,
    /// The file, from the community's root.
    pub path: String,
    /// The bytes in it that are meant; empty at the start for the file as a whole.
    pub span: Range<usize>,
    /// Whether it is about the document as a whole, and stands at its title for want of a better place.
    pub is_of_all: bool,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// The line and column after the last character meant.
    pub end: (u32, u32),
    /// The text of the line, for showing; of a very long one only what is around the part that is meant.
    pub source: String,
    /// How many characters of the line stand before that.
    pub skipped: u32,
    /// What is wrong.
    pub msg: Msg,
    /// What to do.
    pub help: Option<Msg>,
    /// What `check --fix` can do about it. What is seen of people in git only once a person says that it is right, as that can be typed by
    /// anybody.
    pub fix: Option<Mend>,
}

impl Finding {
    /// The name of the rule: of the community's own one that, else cop's.
    pub fn called(&self) -> &str {
        self.own.as_deref().unwrap_or(self.rule)
    }
}

/// A change that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Mend {
    /// One value more in a list of a document's front matter.
    Value {
        /// The document, from the community's root.
        path: String,
        /// The field, by its name in the kind.
        field: String,
        /// The value.
        value: String,
    },
    /// Lines more at the end of a file, which need not be there yet.
    Lines {
        /// The file, from the community's root.
        path: String,
        /// The lines, without their ends.
        lines: Vec<String>,
    },
    /// A document's file under another number, with everything that refers to it.
    Number {
        /// The document, from the community's root.
        path: String,
        /// The number.
        number: u32,
        /// Whether that is only the next: where not all get one for which it is proposed, a lower one is.
        is_next: bool,
        /// Whether it can be done unasked.
        safety: Safety,
    },
    /// What another document says too, from its side.
    Inverse {
        /// The document that says it, from the community's root.
        path: String,
        /// The relation under which it does, by its name in the kind.
        relation: String,
        /// The other document.
        other: String,
        /// Whether it can be done unasked.
        safety: Safety,
    },
    /// Other words in places of a document.
    Text {
        /// What stands there instead, in order and apart.
        edits: Vec<Edit>,
        /// Whether it can be done unasked.
        safety: Safety,
    },
}

/// Other words in place of some.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Edit {
    /// The bytes that go.
    pub span: Range<usize>,
    /// What comes.
    pub with: String,
}

/// Whether a change can be made unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Safety {
    /// It says the same as before and can't be wrong: `check --fix` makes it.
    Safe,
    /// It is most likely what was meant: `check --fix --unsafe-fixes` makes it.
    Unsafe,
    /// Only a person can know: `check --fix` asks.
    Asked,
}

impl Mend {
    /// Other words in one place.
    pub fn text(span: Range<usize>, with: impl Into<String>, safety: Safety) -> Self {
        Self::Text { edits: vec![Edit { span, with: with.into() }], safety }
    }

    /// Whether it can be made unasked.
    pub fn safety(&self) -> Safety {
        match self {
            Self::Value { .. } | Self::Lines { .. } => Safety::Asked,
            Self::Number { safety, .. } | Self::Inverse { safety, .. } | Self::Text { safety, .. } => *safety,
        }
    }
}
