//! `cop demo`

use std::path::PathBuf;

use clap::Args;

use crate::base::error::Result;
use crate::msg;
use crate::show::clean;
use crate::show::view::Status;
use crate::work::demo;

use super::Door;

/// Make the example community as a git repository with its members' history
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// The folder to make, new or empty
    #[arg(value_name = "DIR", default_value = "the-long-table")]
    folder: PathBuf,
}

impl Demo {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let folder = door.environment.folder.join(&self.folder);
        demo::make(&folder)?;
        let ui = door.ui();
        let shown = self.folder.to_string_lossy().replace('\\', "/");
        ui.raw(&format!("{}\n", clean::path(&shown)))?;
        ui.hint(&msg!("demo-next", path = shown));
        Ok(Status::Done)
    }
}

/// The folder of the example community in the person's cache, for `--demo`: one that all share, or a new one to write in.
pub(crate) fn folder(door: &Door<'_>, to_write_in: bool) -> Result<PathBuf> {
    let cache = door.environment.cache.as_deref();
    if to_write_in { demo::to_write_in(cache) } else { demo::cached(cache) }
}
