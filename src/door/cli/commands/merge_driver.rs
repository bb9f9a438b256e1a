//! `cop merge-driver`

use std::path::PathBuf;

use clap::Args;

use crate::base::error::Result;
use crate::msg;
use crate::show::view::Status;
use crate::work::merge::{Files, files};

use super::Door;

/// Merge a document field by field; git runs this
#[derive(Debug, Args)]
#[command(after_help = "\
git runs this where cop doctor --fix installed it: the three files are %O, %A and %B of a merge driver, the path is %P. The result is \
put into the second. Status 1: there is something left for a person, between git's marks.")]
pub(crate) struct MergeDriver {
    /// The version that both began with
    #[arg(value_name = "BASE")]
    base: PathBuf,
    /// Our version, which becomes the result
    #[arg(value_name = "OURS")]
    ours: PathBuf,
    /// Their version
    #[arg(value_name = "THEIRS")]
    theirs: PathBuf,
    /// The document's path from the top of the repository
    #[arg(value_name = "PATH")]
    path: PathBuf,
}

impl MergeDriver {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let path = self.path.to_string_lossy();
        let folder = &door.environment.folder;
        let [base, ours, theirs] = [&self.base, &self.ours, &self.theirs].map(|file| folder.join(file));
        let conflicts = files(folder, Files { base: &base, ours: &ours, theirs: &theirs }, &path)?;
        if conflicts > 0 {
            door.ui().tell(&msg!("merge-left", path = &*path, count = conflicts));
        }
        Ok(if conflicts > 0 { Status::No } else { Status::Done })
    }
}
