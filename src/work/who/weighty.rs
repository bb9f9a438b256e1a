//! What of a question in plain words names something: neither words that every text is full of, nor those of so many documents that they are
//! what the whole community is about.

use std::collections::BTreeSet;

use crate::base::error::Result;
use crate::base::fold::fold_tag;
use crate::model::query::ast::{Form, Leaf, Node, Query, Slot};
use crate::store::index::Index;
use crate::text::words::function::{is_asking_word, is_function_word};
use crate::work::catalogue::{self, Found};
use crate::work::page::Page;
use crate::work::session::Session;
use crate::work::telling::{Word, telling};

/// A word of at least one in so many documents is what the community is about.
const COMMON: usize = 5;
/// A word of fewer documents than this is not, however few there are.
const MANY: usize = 10;
/// It is passed over for a word that is rarer by this part of its own documents.
const RARER: usize = 4;

/// The tag that a text is, as it stands or by the words in it that tell, in any form: `how to end it` is #ending.
pub(super) fn tag(session: &Session, text: &str, words: &[Word]) -> Result<Option<String>> {
    let exact = fold_tag(text);
    if session.settings().agreed_tag(text).is_some() || catalogue::has_value(session, "tag", &exact)? {
        return Ok(Some(text.to_owned()));
    }
    if words.is_empty() {
        return Ok(None);
    }
    let used = session.ask(|index: &mut Index, source| index.values(source, "tag"))?;
    let used = used.keys().map(|value| value.strip_prefix("tag=").unwrap_or(value));
    let mut tags = used.chain(session.settings().tags.iter().map(|tag| tag.name.as_str()));
    let is_same = |own: &[Word]| own.len() == words.len() && words.iter().all(|word| own.iter().any(|own| own.is_near(word)));
    Ok(tags.find(|tag| is_same(&telling(tag))).map(str::to_owned))
}

/// The words that are asked about, without those that only ask; all of them where nothing else is asked.
pub(super) fn subject(words: &[Word]) -> Vec<Word> {
    let subject: Vec<Word> = words.iter().filter(|word| !is_asking_word(&word.surface)).cloned().collect();
    if subject.is_empty() { words.to_vec() } else { subject }
}

/// The words that are asked about, without those of a large part of the documents that stand beside rarer ones; all of them where none is rare.
pub(super) fn rare(session: &Session, words: Vec<Word>) -> Result<Vec<Word>> {
    if words.len() < 2 {
        return Ok(words);
    }
    let all = catalogue::find(session, &Query::default(), first())?.total;
    let mut held = Vec::with_capacity(words.len());
    for word in &words {
        held.push(holding(session, word)?);
    }
    let rarest = held.iter().copied().filter(|held| *held > 0).min().unwrap_or(0);
    let is_common = |held: usize| rarest > 0 && held >= MANY && held * COMMON >= all && held >= rarest + rarest / RARER;
    let kept = words.iter().zip(&held).filter(|(_, held)| !is_common(**held)).map(|(word, _)| word.clone()).collect();
    Ok(kept)
}

/// How many documents have a word in any form.
fn holding(session: &Session, word: &Word) -> Result<usize> {
    let leaf = Leaf { form: Form::Word(Slot::any(&word.surface)), zone: None, weight: 1.0, wanted: true };
    let query = Query { leaves: vec![leaf], wanted: vec![Node::Leaf(0)], ..Query::default() };
    let Found { total, .. } = catalogue::find(session, &query, first())?;
    Ok(total)
}

fn first() -> Page {
    Page { limit: Some(1), ..Page::default() }
}

/// A query in which only these words rank and find, and what stands for them; as it is where that would leave none of its words.
pub(super) fn only(query: &Query, words: &[Word]) -> Query {
    let idles = |number: usize| matches!(&query.leaves[number], Leaf { form: Form::Word(slot), zone: None, .. } if is_idle(slot, words));
    let mut only = query.clone();
    // Of other names for a word, as the glossary has them, the word itself comes first and decides.
    only.wanted.retain(|node| !node.first_leaf().is_some_and(idles));
    if only.wanted.is_empty() {
        return query.clone();
    }
    let mut named = BTreeSet::new();
    only.wanted.iter().for_each(|node| each_leaf(node, &mut named));
    for (number, leaf) in only.leaves.iter_mut().enumerate().filter(|(_, leaf)| leaf.zone.is_none() && leaf.weight > 0.0) {
        if idles(number) && !named.contains(&number) {
            (leaf.weight, leaf.wanted) = (0.0, false);
        }
    }
    only
}

fn each_leaf(node: &Node, leaves: &mut BTreeSet<usize>) {
    match node {
        Node::Leaf(number) => {
            leaves.insert(*number);
        }
        Node::And(nodes) | Node::Or(nodes) => nodes.iter().for_each(|node| each_leaf(node, leaves)),
        Node::Filter(_) | Node::Not(_) => {}
    }
}

/// Whether a word that ranks is none of those that name something.
fn is_idle(slot: &Slot, words: &[Word]) -> bool {
    let own = Word::of(&slot.surface);
    is_function_word(&slot.surface) || !words.is_empty() && !words.iter().any(|word| word.is(&own))
}
