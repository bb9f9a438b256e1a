//! Documents that supersede each other in a circle.

use crate::model::finding::Severity;
use crate::model::targets::Target;
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `supersession-circle`
pub static RULE: Rule = Rule {
    code: "REF014",
    name: "supersession-circle",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "Documents supersede each other in a circle.",
            why: "Following the successors never ends, so nobody can tell which one holds.",
            mend: "Decide which one holds and remove the relation that leads away from it.",
        },
        nl: Words {
            says: "Documenten vervangen elkaar in een kring.",
            why: "Wie de opvolgers volgt komt nooit aan een eind, dus niemand weet welk document geldt.",
            mend: "Bepaal welk document geldt en haal de relatie weg die ervandaan leidt.",
        },
        bad: "# a.md\nsupersedes: practice/b\n# b.md\nsupersedes: practice/a",
        good: "# a.md\nsupersedes: practice/b",
    },
    check: Check::Community(check),
};

fn check(scope: &Scope<'_>, found: &mut Found) {
    let edges = edges(scope);
    let circle = circles(&edges);
    for (at, document) in scope.documents().iter().enumerate() {
        let Some(own) = circle[at] else { continue };
        let relations = document.relations.iter().zip(scope.targets(at));
        let mut within = relations.filter(|(relation, target)| {
            newer_first(&relation.name).is_some() && matches!(target, Target::Document(to, _) if circle[*to] == Some(own))
        });
        let span = within.next().map_or(0..0, |(relation, _)| relation.span.clone());
        let members: Vec<_> = (0..circle.len()).filter(|other| circle[*other] == Some(own) && *other != at).take(3).collect();
        let names: Vec<_> = members.iter().map(|at| scope.document(*at).reference.as_str()).collect();
        let msg = if names.is_empty() { msg!("check-circle-self") } else { msg!("check-circle", names = names.join(", ")) };
        found.at(at, span, msg).help(msg!("check-circle-help"));
    }
}

/// Whether a relation leads from the newer document to the older; `None` if it says nothing about that.
fn newer_first(relation: &str) -> Option<bool> {
    match relation {
        "supersedes" => Some(true),
        "superseded_by" | "duplicate_of" => Some(false),
        _ => None,
    }
}

/// From each document to those that it supersedes.
fn edges(scope: &Scope<'_>) -> Vec<Vec<usize>> {
    let mut edges = vec![Vec::new(); scope.documents().len()];
    for (at, document) in scope.documents().iter().enumerate() {
        for (relation, target) in document.relations.iter().zip(scope.targets(at)) {
            match (newer_first(&relation.name), target) {
                (Some(true), Target::Document(to, _)) => edges[at].push(*to),
                (Some(false), Target::Document(to, _)) => edges[*to].push(at),
                _ => {}
            }
        }
    }
    edges
}

/// The circle that each place is in, by the number of one of its members: Tarjan's components of more than one, and what leads to
/// itself. Without recursion, so that a long chain is only long.
fn circles(edges: &[Vec<usize>]) -> Vec<Option<usize>> {
    const NEW: usize = usize::MAX;
    let count = edges.len();
    let (mut index, mut low, mut on_stack) = (vec![NEW; count], vec![0; count], vec![false; count]);
    let (mut stack, mut circle, mut next) = (Vec::new(), vec![None; count], 0);
    for root in 0..count {
        if index[root] != NEW || edges[root].is_empty() {
            continue;
        }
        let mut path: Vec<(usize, usize)> = vec![(root, 0)];
        while let Some((at, edge)) = path.pop() {
            if edge == 0 {
                (index[at], low[at], on_stack[at]) = (next, next, true);
                next += 1;
                stack.push(at);
            }
            if let Some(to) = edges[at].get(edge).copied() {
                path.push((at, edge + 1));
                if index[to] == NEW {
                    path.push((to, 0));
                } else if on_stack[to] {
                    low[at] = low[at].min(index[to]);
                }
                continue;
            }
            if let Some((parent, _)) = path.last() {
                low[*parent] = low[*parent].min(low[at]);
            }
            if low[at] == index[at] {
                let start = stack.iter().rposition(|one| *one == at).unwrap_or_default();
                let members = stack.split_off(start);
                let is_circle = members.len() > 1 || edges[at].contains(&at);
                for member in members {
                    on_stack[member] = false;
                    circle[member] = is_circle.then_some(at);
                }
            }
        }
    }
    circle
}

#[cfg(test)]
mod tests {
    use super::circles;
    use crate::work::checks::testing::found;

    #[test]
    fn every_member_of_a_circle_is_named() {
        let file = |to: &str| format!("---\nsupersedes: practice/{to}\n---\n\n# A\n");
        let (a, b, c) = (file("b"), file("a"), file("a"));
        let files = [("practices/a.md", a.as_str()), ("practices/b.md", b.as_str()), ("practices/c.md", c.as_str())];
        assert_eq!(
            found("supersession-circle", &files),
            [
                "practices/a.md:2:13 error this and practice/b supersede each other in a circle; decide which one holds",
                "practices/b.md:2:13 error this and practice/a supersede each other in a circle; decide which one holds",
            ]
        );
    }

    #[test]
    fn a_chain_is_no_circle_however_long() {
        let chain: Vec<Vec<usize>> = (0..100_000).map(|at| if at == 99_999 { vec![] } else { vec![at + 1] }).collect();
        assert!(circles(&chain).iter().all(Option::is_none));
        let mut ring = chain;
        ring[99_999].push(0);
        assert!(circles(&ring).iter().all(Option::is_some));
        assert_eq!(circles(&[vec![1], vec![], vec![2]]), [None, None, Some(2)]);
        assert_eq!(circles(&[vec![1, 2], vec![0], vec![]]).iter().flatten().count(), 2);
    }
}
