//! What history tells of a document, as the index keeps it.

use crate::model::contribution::{Authors, Life};
use crate::model::query::card::Person;
use crate::model::query::of_document::{CREATED, Past};

/// A document's past from its life. `answers` tells that it stands below another, so that whoever made it answered.
pub fn of(life: &Life, authors: &Authors, answers: bool, asks: bool) -> Past {
    let person = |part: &crate::model::contribution::Part| {
        let author = authors.all().get(part.who)?;
        let mut roles = Vec::new();
        if part.created {
            roles.push(CREATED.to_owned());
            roles.extend(answers.then(|| "answered".to_owned()));
            roles.extend(asks.then(|| "asked".to_owned()));
        }
        let did = [(part.edits > 0, "edited"), (part.reviewed > 0, "reviewed"), (part.consulted > 0, "consulted")];
        roles.extend(did.into_iter().filter(|(holds, _)| *holds).map(|(_, role)| role.to_owned()));
        Some(Person { handle: author.handle.clone(), name: author.name.clone(), roles })
    };
    Past { created: life.created, updated: life.updated, people: life.parts.iter().filter_map(person).collect() }
}
