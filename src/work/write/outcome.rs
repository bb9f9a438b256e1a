//! What became of a write: what every command that writes answers with.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::lang::Msg;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Rows, View};
use crate::work::who::Person;

/// A document that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Changed {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// The commit; null if nothing was committed.
    pub commit: Option<String>,
}

/// What became of the files.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// They are in a commit, perhaps on somebody's behalf.
    Committed {
        /// The commit's name.
        commit: String,
        /// The name of its author, where that is not who runs cop.
        on_behalf: Option<String>,
    },
    /// They are written and not committed, as was asked for.
    Left,
    /// They are written, and there is no git to commit to.
    NoGit,
    /// They are written, and git can't be read, for this reason.
    Unread(Msg),
    /// Nothing is written, and this is how they would differ.
    Shown(String),
    /// All of them are so already.
    Unchanged,
}

/// One document that was asked for, or many.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
enum Answer {
    /// One that was named.
    One(Changed),
    /// As many as filters found.
    Many {
        /// Each of them that is different now.
        changed: Vec<Changed>,
    },
}

/// What a write did.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Outcome {
    #[serde(flatten)]
    answer: Answer,
    /// What would change, with `--dry-run`: a unified diff.
    #[serde(skip_serializing_if = "Option::is_none")]
    diff: Option<String>,
    #[serde(skip)]
    fate: Option<Fate>,
    #[serde(skip)]
    heard: Vec<String>,
    #[serde(skip)]
    more: Vec<Msg>,
}

/// What a draft is about.
#[derive(Clone, Debug)]
pub(super) enum About {
    /// One document: its ref and path.
    One(String, String),
    /// Many.
    Many(Vec<(String, String)>),
}

impl Outcome {
    pub(super) fn new(about: About, fate: Fate) -> Self {
        let commit = if let Fate::Committed { commit, .. } = &fate { Some(commit.clone()) } else { None };
        let changed = |(reference, path): (String, String)| Changed { reference, path, commit: commit.clone() };
        let answer = match about {
            About::One(reference, path) => Answer::One(changed((reference, path))),
            About::Many(many) => Answer::Many { changed: many.into_iter().map(changed).collect() },
        };
        let diff = if let Fate::Shown(text) = &fate { Some(text.clone()) } else { None };
        Self { answer, diff, fate: Some(fate), heard: Vec::new(), more: Vec::new() }
    }

    /// Nothing was to be written, and nobody needs to be told.
    pub(super) fn silent(about: About) -> Self {
        Self { fate: None, ..Self::new(about, Fate::Unchanged) }
    }

    /// On behalf of somebody whom the file names, where git can't.
    #[must_use]
    pub(super) fn on_behalf_of(mut self, name: Option<String>) -> Self {
        if let (Some(Fate::Committed { on_behalf: behalf @ None, .. }), Some(_)) = (&mut self.fate, &name) {
            *behalf = name;
        }
        self
    }

    /// With what the person's hooks said.
    #[must_use]
    pub(super) fn hearing(mut self, heard: impl IntoIterator<Item = String>) -> Self {
        self.heard.extend(heard);
        self
    }

    /// With something more to be said beside the paths.
    #[must_use]
    pub(super) fn also(mut self, msg: Msg) -> Self {
        self.more.push(msg);
        self
    }

    /// With what became of documents, if it was written.
    #[must_use]
    pub(super) fn became(mut self, msgs: impl IntoIterator<Item = Msg>) -> Self {
        if self.is_written() {
            self.more.extend(msgs);
        }
        self
    }

    /// What is said more, behind what became of it.
    pub fn more(&self) -> &[Msg] {
        &self.more
    }

    /// The documents.
    pub fn changed(&self) -> &[Changed] {
        match &self.answer {
            Answer::One(one) => std::slice::from_ref(one),
            Answer::Many { changed } => changed,
        }
    }

    /// How the files would differ, where that is what was asked for.
    pub fn diff(&self) -> Option<&str> {
        self.diff.as_deref()
    }

    /// What the person's hooks said.
    pub fn heard(&self) -> &[String] {
        &self.heard
    }

    /// Whether files were written.
    pub fn is_written(&self) -> bool {
        matches!(self.fate, Some(Fate::Committed { .. } | Fate::Left | Fate::NoGit | Fate::Unread(_)))
    }

    /// What is said beside the paths.
    pub fn says(&self) -> Option<Msg> {
        let short = |commit: &str| commit.get(..7).unwrap_or(commit).to_owned();
        match self.fate.as_ref()? {
            Fate::Committed { commit, on_behalf: None } => Some(msg!("change-committed", commit = short(commit))),
            Fate::Committed { commit, on_behalf: Some(name) } => Some(msg!("change-committed-for", commit = short(commit), name = name)),
            Fate::Left => Some(msg!("change-left")),
            Fate::NoGit => Some(msg!("change-no-git")),
            Fate::Unread(reason) => Some(msg!("change-unread-git", reason = reason.clone())),
            Fate::Shown(_) => None,
            Fate::Unchanged => Some(msg!("change-nothing")),
        }
    }

    pub(super) fn shown(&self, look: &Look) -> Vec<Block> {
        if let Some(diff) = &self.diff {
            return diff.lines().map(|line| Block::Bare(line.into())).collect();
        }
        self.changed().iter().map(|changed| Block::Bare(Line::new().path(look.path(&changed.path)))).collect()
    }

    pub(super) fn listed(&self) -> Rows<'_> {
        Rows::of(&["ref", "path", "commit"], self.changed(), |changed| {
            let commit = changed.commit.as_deref().unwrap_or_default();
            (changed.path.as_str().into(), vec![changed.reference.as_str().into(), changed.path.as_str().into(), commit.into()])
        })
    }
}

/// The answer of a command that writes.
pub trait Written: View {
    /// What it did.
    fn outcome(&self) -> &Outcome;
}

/// What `ask` answers with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Asked {
    /// The question.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// Who may know, who is here and did most that tells first; nobody who left or does not want to be asked, and not who asks.
    pub people: Vec<Person>,
}

impl View for Asked {
    const SCHEMA: &'static str = "ask";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        self.outcome.shown(look)
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(self.outcome.listed())
    }
}

impl Written for Asked {
    fn outcome(&self) -> &Outcome {
        &self.outcome
    }
}

macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident = $schema:literal;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, Serialize, JsonSchema)]
        pub struct $name(pub Outcome);

        impl View for $name {
            const SCHEMA: &'static str = $schema;

            fn blocks(&self, look: &Look) -> Vec<Block> {
                self.0.shown(look)
            }

            fn rows(&self) -> Option<Rows<'_>> {
                Some(self.0.listed())
            }
        }

        impl Written for $name {
            fn outcome(&self) -> &Outcome {
                &self.0
            }
        }
    )* };
}

answers! {
    /// What `accept` answers with.
    Accepted = "accept";
    /// What `add` answers with.
    Added = "add";
    /// What `answer` answers with.
    Answered = "answer";
    /// What `edit` answers with.
    Edited = "edit";
    /// What `mark` answers with.
    Marked = "mark";
    /// What `meet plan`, `meet minutes` and `meet close` answer with.
    Met = "meet-written";
    /// What `rm` answers with.
    Removed = "rm";
    /// What `rename` answers with.
    Renamed = "rename";
    /// What `flag` answers with.
    Flagged = "flag";
    /// What `follow` answers with.
    Followed = "follow";
    /// What `review` answers with.
    Reviewed = "review";
    /// What `set` answers with.
    Set = "set";
    /// What `tag` answers with.
    Tagged = "tag";
    /// What `thank` answers with.
    Thanked = "thank";
    /// What `used` answers with.
    Used = "used";
}
