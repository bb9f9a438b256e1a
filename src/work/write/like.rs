//! What there is already that a new document would be like: shown before it is written, so that nothing is written twice.

use std::collections::BTreeSet;

use crate::base::error::Result;
use crate::base::lang::Msg;
use crate::model::query::parse::parse;
use crate::msg;
use crate::text::words::function::is_function_word;
use crate::text::words::surfaces;
use crate::work::catalogue;
use crate::work::page::Page;
use crate::work::search::Words;
use crate::work::session::Session;

/// So many are named.
const SHOWN: usize = 3;
/// So many are looked at.
const LOOKED_AT: usize = 10;

/// Documents with most of the words of a title in theirs, each in a line.
///
/// # Errors
/// The index can't be asked.
pub fn like(session: &Session, title: &str) -> Result<Vec<Msg>> {
    let wanted = telling(title);
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let text = wanted.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
    // Words alone can be read as a query; what can't be has nothing that is like it.
    let Ok(query) = parse(&text, &Words::of(session)?) else { return Ok(Vec::new()) };
    let found = catalogue::find(session, &query, Page { limit: Some(LOOKED_AT), ..Page::default() })?;
    let (kinds, lang) = (&session.settings().kinds, session.lang());
    let mut said = Vec::new();
    for (card, _) in &found.cards {
        let own = telling(&card.title);
        let shared = wanted.intersection(&own).count();
        // Half of the words of either title, or it is about something else.
        if shared * 2 < wanted.len().min(own.len()).max(1) || shared == 0 {
            continue;
        }
        let kind = kinds.named(&card.kind);
        let state = card
            .state
            .as_deref()
            .map(|name| kind.and_then(|kind| kind.state(name)).map_or_else(|| name.to_owned(), |state| state.label.text(lang, name)));
        let what = [kind.map(|kind| kind.label(lang)), state].into_iter().flatten().collect::<Vec<_>>().join(", ");
        said.push(msg!("like-it", title = &card.title, what = what, name = &card.reference));
        if said.len() == SHOWN {
            break;
        }
    }
    Ok(said)
}

/// The words of a title that say what it is about.
fn telling(title: &str) -> BTreeSet<String> {
    surfaces(title).into_iter().filter(|word| !is_function_word(word)).collect()
}
