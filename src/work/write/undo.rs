//! cop's last commit taken back: what `undo` does.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::Result;
use crate::base::lang::Msg;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Rows, View};
use crate::store::git::write::{Options, undo};
use crate::work::session::Session;

/// What was taken back.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Undone {
    /// The commit, which is none of the branch any more.
    pub commit: String,
    /// Its first line.
    pub subject: String,
    /// The files that are as they were before it, from the community's root.
    pub paths: Vec<String>,
    #[serde(skip)]
    by_hand: bool,
    #[serde(skip)]
    dry_run: bool,
}

impl Undone {
    /// What is said beside the paths.
    pub fn says(&self) -> Msg {
        if self.dry_run { msg!("undo-would", subject = &self.subject) } else { msg!("undo-done", subject = &self.subject) }
    }

    /// How it is brought back, or what is still there of it.
    pub fn way_back(&self) -> Option<Msg> {
        if self.by_hand {
            return Some(msg!("undo-by-hand"));
        }
        (!self.dry_run).then(|| msg!("undo-back", commit = self.commit.get(..7).unwrap_or(&self.commit)))
    }
}

impl View for Undone {
    const SCHEMA: &'static str = "undo";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        self.paths.iter().map(|path| Block::Bare(Line::new().path(look.path(path)))).collect()
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(Rows::of(&["path"], &self.paths, |path| (path.as_str().into(), vec![path.as_str().into()])))
    }
}

/// Takes cop's last commit back, as if it had never been.
///
/// # Errors
/// There is none, it is not the newest, others may have it, or its files were changed since. Then nothing is changed.
pub fn take_back(session: &Session, dry_run: bool) -> Result<Undone> {
    let repo = session.demand_repo()?;
    let options = Options { dry_run, ..Options::at(session.now().into()) };
    let undone = undo::undo(repo, &options)?;
    if !dry_run && let Ok(after) = session.anew() {
        // Who took a commit back need not be told by the next command that one went: history is read as it is now.
        let _ = after.history();
    }
    let prefix = session.prefix();
    // A file outside this community, of another one in the same repository, is named from the top.
    let paths = undone.paths.into_iter().map(|path| path.strip_prefix(&prefix).map_or(path.clone(), str::to_owned)).collect();
    Ok(Undone { commit: undone.commit, subject: undone.subject, paths, by_hand: undone.by_hand, dry_run })
}
