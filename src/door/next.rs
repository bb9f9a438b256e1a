//! What a run of the command line leads to: its exit status, or another door that `lib.rs` starts.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::show::look::Look;
use crate::show::ui::Ui;
use crate::work::page::Page;
use crate::work::search::Filters;
use crate::work::session::Opening;

/// What comes next.
pub enum Next {
    /// Nothing: this is the exit status.
    Done(u8),
    /// Searching as somebody types.
    Browse(Box<Browse>),
}

/// What searching as one types begins with.
pub struct Browse {
    /// The community.
    pub opening: Opening,
    /// Its folder.
    pub dir: PathBuf,
    /// What prints, and knows the terminal.
    pub ui: Ui,
    /// For whom.
    pub look: Look,
    /// What is typed already.
    pub query: String,
    /// What was asked for beside it.
    pub filters: Filters,
    /// How much at most, and in what order.
    pub page: Page,
    /// The command line that changes a document of this community, but for its path.
    pub edit: Vec<OsString>,
}
