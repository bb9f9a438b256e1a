//! What the commits prove: who changed what is governed, and how well that is known.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::lang::Msg;
use crate::model::finding::Finding;
use crate::msg;

/// What the commits from a base on prove.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Proof {
    /// The commit whose rules counted at first.
    pub base: String,
    /// The newest commit.
    pub head: String,
    /// How many commits lie between, counted along the first parents.
    pub commits: usize,
    /// The changes of what is governed, the oldest first.
    pub changes: Vec<Governed>,
    /// What is wrong with them; the report of the check has it.
    #[serde(skip)]
    pub findings: Vec<Finding>,
}

/// A change of something that not everybody may change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Governed {
    /// The commit.
    pub commit: String,
    /// The file, from the community's root.
    pub path: String,
    /// What it was about: `decision accepted`, `member anna` or `rules`.
    pub what: String,
    /// Who did it, as far as is known: a member as `@anna`, else the name that the commit gives.
    pub actor: String,
    /// How well that is known: 0 claimed, 2 signed by a member's key, 3 signed by a member who held the role. 1 is what only the git
    /// host could say.
    pub evidence: u8,
    /// Whether it was as the rules want it.
    pub allowed: bool,
}

impl Proof {
    /// In a sentence.
    pub fn says(&self) -> Msg {
        let short = |commit: &str| commit.get(..7).unwrap_or(commit).to_owned();
        let level = |level: u8| self.changes.iter().filter(|change| change.evidence == level).count();
        msg!(
            "governance-proof",
            base = short(&self.base),
            head = short(&self.head),
            commits = self.commits,
            changes = self.changes.len(),
            role = level(3),
            signed = level(2),
            claimed = level(0)
        )
    }
}
