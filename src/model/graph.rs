//! What documents say about one another, seen from both sides.

use std::collections::BTreeSet;

use super::community::Community;
use super::targets::{Target, of_link, of_relation, of_wikilink};
use crate::text::markdown::LinkForm;

/// One document's tie to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// The document that says so.
    pub from: usize,
    /// The document that it is said of.
    pub to: usize,
    /// The relation's name; [`LINK`] for a link in the text.
    pub relation: String,
}

/// The relation of a link in the text.
pub const LINK: &str = "links_to";

/// The same from the other side.
pub const LINKED_BY: &str = "linked_by";

/// The ties of a whole community.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    edges: BTreeSet<Edge>,
}

impl Graph {
    /// Follows every relation and link.
    pub fn of(community: &Community) -> Self {
        let mut edges = BTreeSet::new();
        for (from, document) in community.documents().iter().enumerate() {
            let mut add = |target: Target, relation: &str| {
                if let Target::Document(to, _) = target
                    && to != from
                {
                    edges.insert(Edge { from, to, relation: relation.to_owned() });
                }
            };
            for relation in &document.relations {
                add(of_relation(community, document, relation), &relation.name);
            }
            for link in &document.markdown.links {
                if link.opaque {
                    continue;
                }
                let is_name = matches!(link.form, LinkForm::Wiki | LinkForm::Embed);
                let read = if is_name { of_wikilink } else { of_link };
                add(read(community, document, &link.target), LINK);
            }
            let answers = |to: &usize| Edge { from, to: *to, relation: "answers".to_owned() };
            edges.extend(community.parents(from).iter().map(answers));
        }
        Self { edges }
    }

    /// Every tie, in the order of the documents that say so.
    pub fn edges(&self) -> impl Iterator<Item = &Edge> {
        self.edges.iter()
    }

    /// What a document says, and what is said of it under the name it has from the other side, each pair once.
    ///
    /// A plain link is left out where a relation says more.
    pub fn around(&self, community: &Community, at: usize) -> Vec<(String, usize)> {
        let mut ties: Vec<(String, usize)> = Vec::new();
        let mut add = |relation: String, other: usize| {
            if !ties.contains(&(relation.clone(), other)) {
                ties.push((relation, other));
            }
        };
        for edge in &self.edges {
            if edge.from == at {
                add(edge.relation.clone(), edge.to);
            } else if edge.to == at {
                let kind = community.kind(&community.documents()[edge.from]);
                let inverse = kind.relation(&edge.relation).and_then(|relation| relation.inverse.clone());
                let named =
                    inverse.unwrap_or_else(|| if edge.relation == LINK { LINKED_BY.to_owned() } else { format!("{}_of", edge.relation) });
                add(named, edge.from);
            }
        }
        let is_link = |name: &str| name == LINK || name == LINKED_BY;
        let said: Vec<usize> = ties.iter().filter(|(name, _)| !is_link(name)).map(|(_, other)| *other).collect();
        ties.retain(|(name, other)| !is_link(name) || !said.contains(other));
        ties
    }
}
