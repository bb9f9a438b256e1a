//! What `init` answers with.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::lang::{Lang, Msg};
use crate::model::host::Flavour;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, View};

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Laid {
    /// `kind/slug`; null for what is no document.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// The path from the community's folder.
    pub path: String,
    /// The commit; null if nothing was committed.
    pub commit: Option<String>,
}

/// Files that were there already, and are documents now.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Taken {
    /// The kind that they are of.
    pub kind: String,
    /// How many there are.
    pub count: usize,
    /// The patterns that find them.
    pub paths: String,
    /// The same for people.
    #[serde(skip)]
    pub says: (Lang, Msg),
}

/// A community that was founded.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Founded {
    /// What it is called.
    pub name: String,
    /// Its folder.
    pub folder: String,
    /// Every file that was written.
    pub changed: Vec<Laid>,
    /// What was there already and became documents.
    pub adopted: Vec<Taken>,
    /// The commit; null if nothing was committed.
    pub commit: Option<String>,
    /// What would be written, with `--dry-run`: a unified diff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diff: Option<String>,
    /// The files that were there, and stayed as they were.
    #[serde(skip)]
    pub kept: Vec<String>,
    /// The folders of pages that could not be taken over.
    #[serde(skip)]
    pub(super) unnamable: Vec<String>,
    #[serde(skip)]
    pub(super) is_named_by_folder: bool,
    #[serde(skip)]
    pub(super) ci: Option<Flavour>,
    #[serde(skip)]
    pub(super) is_new_repository: bool,
    #[serde(skip)]
    pub(super) no_commit: bool,
}

impl Founded {
    /// What is said beside the paths.
    pub fn says(&self) -> Vec<Msg> {
        let mut says = Vec::new();
        if self.is_named_by_folder {
            says.push(msg!("init-named", name = &self.name));
        }
        if !self.adopted.is_empty() {
            says.push(msg!("init-takes"));
            says.extend(self.adopted.iter().map(|taken| taken.says.1.clone()));
        }
        if !self.unnamable.is_empty() {
            says.push(msg!(
                "init-unnamable",
                paths = self.unnamable.iter().map(|folder| format!("\"{folder}\"")).collect::<Vec<_>>().join(", ")
            ));
        }
        if !self.kept.is_empty() {
            says.push(msg!("init-kept", paths = self.kept.join(", ")));
        }
        if self.diff.is_some() {
            return says;
        }
        if self.is_new_repository {
            says.push(msg!("init-repository", path = &self.folder));
        }
        match &self.commit {
            Some(commit) => says.push(msg!("change-committed", commit = commit.get(..7).unwrap_or(commit))),
            None if self.no_commit => says.push(msg!("change-left")),
            None => {}
        }
        says
    }

    /// What to do next.
    pub fn hints(&self, here: &str) -> Vec<Msg> {
        if self.diff.is_some() {
            return Vec::new();
        }
        let mut hints = Vec::new();
        if self.ci.is_some() && self.changed.iter().any(|laid| laid.path.ends_with("cop.yml") || laid.path.ends_with(".gitlab-ci.yml")) {
            hints.push(msg!("init-ci"));
        }
        hints.push(if here.is_empty() { msg!("init-next") } else { msg!("init-next-in", folder = super::typed(here)) });
        hints
    }
}

impl View for Founded {
    const SCHEMA: &'static str = "init";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        if let Some(diff) = &self.diff {
            return diff.lines().map(|line| Block::Bare(line.into())).collect();
        }
        self.changed.iter().map(|laid| Block::Bare(Line::new().path(look.path(&laid.path)))).collect()
    }
}
