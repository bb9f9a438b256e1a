//! What the process was started with: read once, handed in everywhere else.

use std::ffi::OsString;
use std::path::PathBuf;

use super::clock::Now;
use super::lang::Lang;

/// The surroundings of one run.
#[derive(Clone, Debug)]
pub struct Environment {
    /// The command line, the program's name first.
    pub args: Vec<OsString>,
    /// The file that is run: cop itself; `None` where the system does not say.
    pub program: Option<PathBuf>,
    /// The folder in which the person stands.
    pub folder: PathBuf,
    /// The community's folder, where `COP_DIR` says it.
    pub community: Option<PathBuf>,
    /// Where data that can be made again is kept for this person.
    pub cache: Option<PathBuf>,
    /// The person's home folder.
    pub home: Option<PathBuf>,
    /// The file in which they say what holds for them on this machine, whether or not it is there.
    pub config: Option<PathBuf>,
    /// What time it is: the machine's clock, or what `COP_NOW` says instead; `Err` with its text if that is no moment.
    pub now: Result<Now, String>,
    /// The language of the screen, where `COP_LANG` says it.
    pub lang: Option<Lang>,
    /// The language of the machine, where it says one: what counts where the person says none.
    pub locale: Option<Lang>,
    /// Who makes and writes commits and when, where the environment says it.
    pub who: Who,
    /// The variables that say how output looks and what texts are edited with, by name.
    pub look: Vec<(&'static str, String)>,
}

/// Who the environment says makes commits and when, in the variables that git itself goes by. A name or address that is set and empty
/// counts as said, a date does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// `GIT_AUTHOR_NAME`.
    pub author_name: Option<String>,
    /// `GIT_AUTHOR_EMAIL`.
    pub author_email: Option<String>,
    /// `GIT_COMMITTER_NAME`.
    pub committer_name: Option<String>,
    /// `GIT_COMMITTER_EMAIL`.
    pub committer_email: Option<String>,
    /// `GIT_AUTHOR_DATE`.
    pub author_date: Option<String>,
    /// `GIT_COMMITTER_DATE`.
    pub committer_date: Option<String>,
    /// `EMAIL`: the address of whoever says no other.
    pub email: Option<String>,
}

/// The variables that [`Environment::look`] holds.
pub const LOOK: [&str; 13] = [
    "HOME",
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "TERM",
    "PAGER",
    "LESS",
    "GIT_EDITOR",
    "VISUAL",
    "EDITOR",
    COMPLETES,
    INDEX,
];

/// Set by git for the hooks of a commit: the index of what will be committed, which need not be the usual one.
pub const INDEX: &str = "GIT_INDEX_FILE";

/// Set by a shell that asks what could be typed next, to its name.
pub const COMPLETES: &str = "COP_COMPLETES";

impl Environment {
    /// The value of one of [`LOOK`], unless it is unset or empty.
    pub fn look(&self, name: &str) -> Option<&str> {
        self.look.iter().find(|(known, value)| *known == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }
}
