//! What there is already that a new document would be like, and who may know about it: shown before it is written, so that nothing is
//! written twice and nobody waits for what a colleague knows.

use crate::base::error::Result;
use crate::base::lang::Msg;
use crate::model::kind::Capability;
use crate::model::query::card::Card;
use crate::model::query::parse::parse;
use crate::msg;
use crate::store::workspace::load;
use crate::text::words::function::is_function_word;
use crate::text::words::surfaces;
use crate::work::catalogue;
use crate::work::meaning::Words;
use crate::work::page::Page;
use crate::work::session::Session;
use crate::work::telling::{Word, most_telling, telling};
use crate::work::who::{self, Person};
use crate::work::write::flag;

/// So many are named.
const SHOWN: usize = 3;
/// So many are looked at.
const LOOKED_AT: usize = 12;
/// How many of a text's words have to be about the same for a document that shares little of its title.
const SAME: f64 = 0.75;

/// What there is already.
#[derive(Clone, Debug, Default)]
pub struct Near {
    /// Documents that are like it.
    pub documents: Vec<Similar>,
    /// Who may know.
    pub people: Vec<Person>,
    /// The same in words: for a question a line each with what shows it, else all in one.
    pub may_know: Vec<Msg>,
}

/// A document that is like one that is about to be written.
#[derive(Clone, Debug)]
pub struct Similar {
    /// `kind/slug`.
    pub reference: String,
    /// Its title, kind and state.
    pub says: String,
    /// The whole line about it.
    pub line: Msg,
    is_answered: bool,
    is_question: bool,
}

impl Similar {
    /// What it is called among others; one that is called as another says its name too.
    pub fn choice(&self, all: &[Self]) -> String {
        let same = all.iter().filter(|other| other.says == self.says).count();
        if same > 1 { format!("{}  {}", self.says, self.reference) } else { self.says.clone() }
    }
}

/// Documents that have most of the words of a title in theirs, or most of those of title and text in their text, and who made them. `asks`: it
/// is a question, so those that were answered come first.
///
/// # Errors
/// The index can't be asked.
pub fn like(session: &Session, title: &str, body: Option<&str>, asks: bool) -> Result<Near> {
    let wanted = telling(title);
    if wanted.is_empty() {
        return Ok(Near::default());
    }
    let more: Vec<Word> =
        most_telling(body.unwrap_or_default()).into_iter().filter(|word| !wanted.iter().any(|own| own.is(word))).collect();
    let text = wanted.iter().chain(&more).map(|word| word.surface.as_str()).collect::<Vec<_>>().join(" ");
    // Words alone can be read as a query; what can't be has nothing that is like it.
    let Ok(query) = parse(&text, &Words::of(session)?) else { return Ok(Near::default()) };
    let found = catalogue::find(session, &query, Page { limit: Some(LOOKED_AT), ..Page::default() })?;
    let cards: Vec<Card> = found.cards.into_iter().map(|(card, _)| card).filter(|card| is_like(session, card, &wanted, &more)).collect();
    let mut documents: Vec<Similar> = cards.iter().map(|card| similar(session, card)).collect();
    if asks {
        documents.sort_by_key(|similar| (!similar.is_answered, !similar.is_question));
    }
    documents.truncate(SHOWN);
    // Beside what is not asked for, whoever made something like it; nothing is like it, and nobody is named.
    let people = if asks || !cards.is_empty() { who::behind(session, &cards, title, &query, SHOWN)?.people } else { Vec::new() };
    let may_know = if asks { to_ask(session, &people) } else { people_in_short(session, &people).into_iter().collect() };
    Ok(Near { documents, people, may_know })
}

/// Whether a document is about what a title and a text are about.
fn is_like(session: &Session, card: &Card, wanted: &[Word], more: &[Word]) -> bool {
    // A member, a flag and an answer are about something else that is found itself.
    let kind = session.settings().kinds.named(&card.kind);
    if kind.is_some_and(|kind| kind.has(Capability::Person) || kind.parent.is_some() || kind.name == flag::KIND) {
        return false;
    }
    let own = telling(&card.title);
    let shared = wanted.iter().filter(|word| own.iter().any(|own| own.is(word))).count();
    let shorter = wanted.len().min(own.len());
    // Most of the words of either title. One word alone says so only if there are no more than two.
    let is_titled = if shorter <= 1 { shared == 1 && wanted.len().max(own.len()) <= 2 } else { shared >= 2 && shared * 2 >= shorter };
    if is_titled {
        return true;
    }
    if shared == 0 || wanted.len() + more.len() < 4 {
        return false;
    }
    let Ok(text) = load::text(&session.dir().join(&card.path), session.settings().limits.file) else { return false };
    let words: std::collections::HashSet<String> = surfaces(&text).into_iter().collect();
    let stems: Vec<Word> = words.iter().filter(|word| !is_function_word(word)).map(|word| Word::of(word)).collect();
    let all = wanted.iter().chain(more);
    let there = all.filter(|word| words.contains(&word.surface) || stems.iter().any(|own| own.is(word))).count();
    #[allow(clippy::cast_precision_loss, reason = "a handful of words")]
    let share = there as f64 / (wanted.len() + more.len()) as f64;
    share >= SAME
}

fn similar(session: &Session, card: &Card) -> Similar {
    let (kinds, lang) = (&session.settings().kinds, session.lang());
    let kind = kinds.named(&card.kind);
    let state = card
        .state
        .as_deref()
        .map(|name| kind.and_then(|kind| kind.state(name)).map_or_else(|| name.to_owned(), |state| state.label.text(lang, name)));
    let what = [kind.map(|kind| kind.label(lang)), state].into_iter().flatten().collect::<Vec<_>>().join(", ");
    Similar {
        reference: card.reference.clone(),
        says: format!("{} ({what})", card.title),
        line: msg!("like-it", title = &card.title, what = what, name = &card.reference),
        is_answered: card.answers.is_some() && !card.open && !card.retired,
        is_question: card.answers.is_some(),
    }
}

/// Whom to ask before the question is put to everybody.
fn to_ask(session: &Session, people: &[Person]) -> Vec<Msg> {
    let (lang, today) = (session.lang(), session.today());
    people.iter().map(|person| msg!("who-may-know", person = person.in_short(lang, today))).collect()
}

/// Who knows about it, in a line.
fn people_in_short(session: &Session, people: &[Person]) -> Option<Msg> {
    let (lang, today) = (session.lang(), session.today());
    let known = people.iter().filter(|person| !person.only_interested).map(Person::in_count);
    let said: Vec<String> = known.map(|one| format!("{} ({})", one.name, one.says(lang, today))).collect();
    (!said.is_empty()).then(|| msg!("from-may-know", people = said.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::Similar;
    use crate::base::lang::Msg;

    #[test]
    fn what_is_called_the_same_is_told_apart() {
        let similar = |reference: &str, says: &str| Similar {
            reference: reference.to_owned(),
            says: says.to_owned(),
            line: Msg::literal(says),
            is_answered: false,
            is_question: true,
        };
        let all = [similar("question/a", "Who?"), similar("question/a-2", "Who?"), similar("question/b", "What?")];
        let choices: Vec<String> = all.iter().map(|one| one.choice(&all)).collect();
        assert_eq!(choices, ["Who?  question/a", "Who?  question/a-2", "What?"]);
    }
}
