//! What a search looked for beside what was typed, and why.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::fold::fold;
use crate::base::lang::Msg;
use crate::model::query::ast::{Also, Reason};
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;

use super::echo;

/// Words that were looked for beside what was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AlsoSearched {
    /// The words; a name that the community would rather not say is searched for and not told.
    pub words: String,
    /// Why: `glossary`, `tag`, `compound` or `spelling`.
    pub reason: String,
}

/// Those of a query, each once; without the names that the community would rather not say.
pub(super) fn all(also: &[Also]) -> Vec<AlsoSearched> {
    let told = also.iter().filter(|one| !one.avoided);
    merged(told.map(|one| AlsoSearched { words: one.words.clone(), reason: one.reason.name().to_owned() }))
}

/// Those of several queries, each once.
pub(super) fn merged(all: impl IntoIterator<Item = AlsoSearched>) -> Vec<AlsoSearched> {
    let mut merged: Vec<AlsoSearched> = Vec::new();
    for also in all {
        let is_same = |known: &AlsoSearched| known.reason == also.reason && fold(&known.words) == fold(&also.words);
        if !merged.iter().any(is_same) {
            merged.push(also);
        }
    }
    merged
}

/// What stands behind the number of hits; nothing where there is none.
pub(super) fn line(also: &[AlsoSearched], look: &Look) -> Line {
    let of = |reason: Reason| {
        let words: Vec<&str> = also.iter().filter(|also| also.reason == reason.name()).map(|also| also.words.as_str()).collect();
        let key = match reason {
            Reason::Glossary => "hits-also-glossary",
            Reason::Tag => "hits-also-tag",
            Reason::Compound => "hits-also-compound",
            Reason::Spelling => "hits-also-spelling",
        };
        (!words.is_empty()).then(|| look.say(&Msg::new(key).with("words", words.join(", "))))
    };
    let told: Vec<String> = [Reason::Spelling, Reason::Glossary, Reason::Tag, Reason::Compound].into_iter().filter_map(of).collect();
    if told.is_empty() {
        Line::new()
    } else {
        Line::new().dim(format!("; {}", look.say(&msg!("hits-also", words = echo::query(&told.join(", "))))))
    }
}
