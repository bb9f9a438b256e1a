//! What somebody did with a document, in words: the evidence beside a name.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::fold::fold;
use crate::base::lang::Msg;
use crate::model::community::Community;
use crate::msg;

use super::deeds::What;
use super::deeds::weigh::Evidence;

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Did {
    /// They keep it true.
    Keeps,
    /// They made it.
    Created,
    /// They answered it.
    Answered,
    /// They answered it, and that answer was accepted.
    Accepted,
    /// They had a part in deciding it.
    Decided,
    /// They reviewed it.
    Reviewed,
    /// They changed it.
    Edited,
    /// They gave advice on it.
    Consulted,
    /// They use it.
    Used,
    /// They were thanked for it.
    Thanked,
}

/// A deed with the document that people know it by: an answer by its question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Proof {
    /// What they did.
    pub did: Did,
    /// With what: `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The title; of an answer that of its question.
    pub title: String,
    /// The document, by its place; of an answer its question.
    #[serde(skip)]
    pub at: usize,
}

impl Proof {
    /// What a piece of evidence shows.
    pub fn of(community: &Community, evidence: &Evidence) -> Self {
        let document = &community.documents()[evidence.document];
        let parent = community.parent(evidence.document);
        let did = match (evidence.what, parent.is_some()) {
            (What::Accepted, _) => Did::Accepted,
            (What::Created, true) => Did::Answered,
            (What::Created, false) => Did::Created,
            (What::Keeps, _) => Did::Keeps,
            (What::Decided, _) => Did::Decided,
            (What::Reviewed | What::Vouched, _) => Did::Reviewed,
            (What::Edited, _) => Did::Edited,
            (What::Consulted, _) => Did::Consulted,
            (What::Used, _) => Did::Used,
            (What::Thanked, _) => Did::Thanked,
        };
        let title = known_by(community, evidence.document).to_owned();
        Self { did, reference: document.reference.clone(), title, at: parent.unwrap_or(evidence.document) }
    }

    /// The most telling things that somebody did, each document once.
    pub fn most_telling(community: &Community, evidence: &[Evidence], most: usize) -> Vec<Self> {
        let mut proofs: Vec<Self> = Vec::new();
        for evidence in evidence {
            if proofs.len() == most {
                break;
            }
            let proof = Self::of(community, evidence);
            if !proofs.iter().any(|known| known.at == proof.at) {
                proofs.push(proof);
            }
        }
        proofs
    }

    /// The same in words: `keeps Export a mailbox`.
    pub fn says(&self) -> Msg {
        let title = &self.title;
        match self.did {
            Did::Keeps => msg!("proof-keeps", title = title),
            Did::Created => msg!("proof-created", title = title),
            Did::Answered | Did::Accepted => msg!("proof-answered", title = title),
            Did::Decided => msg!("proof-decided", title = title),
            Did::Reviewed => msg!("proof-reviewed", title = title),
            Did::Edited => msg!("proof-edited", title = title),
            Did::Consulted => msg!("proof-consulted", title = title),
            Did::Used => msg!("proof-used", title = title),
            Did::Thanked => msg!("proof-thanked", title = title),
        }
    }
}

/// The title that people know a document by: that of an answer is its question's.
pub fn known_by(community: &Community, at: usize) -> &str {
    // An answer with a heading of its own has a better name than its question.
    let parent = community.parent(at).filter(|_| !has_own_title(community, at));
    &community.documents()[parent.unwrap_or(at)].title
}

/// Whether a document has a title that nothing else has: more than the name of its file, and of an answer another than its question's.
pub fn has_own_title(community: &Community, at: usize) -> bool {
    let document = &community.documents()[at];
    let is_parents = |parent: usize| fold(community.documents()[parent].title.trim()) == fold(document.title.trim());
    !document.title_span.is_empty() && !community.parent(at).is_some_and(is_parents)
}
