//! What a field adds to the query that it stands in: a condition, words of the title, an order, or a whole search that has a name.

use std::ops::Range;

use crate::base::fold::fold_tag;
use crate::msg;
use crate::text::words;

use super::ast::{Form, Node, Slot};
use super::chunk::prefix;
use super::error::QueryError;
use super::fields::{self, Meaning, SHOWN, either};
use super::lex::tone;
use super::parse::{MOST_LEAVES, Parser, Role, one, phrase};
use super::reach::tokens;
use super::zone::Zone;

/// How many searches may stand within one another.
const DEEPEST: usize = 16;

/// How many searches with a name one query may come to.
const MOST_NAMED: usize = 500;

impl Parser<'_> {
    /// What a field with values adds.
    pub(super) fn field(&mut self, key: Range<usize>, values: &[Range<usize>]) -> Result<Vec<Node>, QueryError> {
        self.note_space(&key, values);
        match fields::meaning(self.text, key, values, self.vocabulary)? {
            Meaning::Node(node) => Ok(vec![node]),
            Meaning::Title(values) => {
                let any: Vec<_> = values.into_iter().filter_map(|span| self.title(span)).collect();
                Ok(if any.is_empty() { any } else { vec![either(any)] })
            }
            Meaning::Order(order) => {
                // Of several the last: what is added behind a query is meant to change it.
                if self.ordered.replace(order).is_some_and(|before| before != order) || values.len() > 1 {
                    self.query.notes.push(msg!("query-one-order", order = order.name()));
                }
                self.query.order = Some(order);
                Ok(Vec::new())
            }
            Meaning::Search(values) => {
                let mut searches = values.iter().map(|span| self.named(span)).collect::<Result<Vec<_>, _>>()?;
                if let [_] = searches.as_slice() {
                    return Ok(searches.remove(0));
                }
                let choices: Vec<_> = searches.into_iter().filter(|nodes| !nodes.is_empty()).map(one).collect();
                Ok(if choices.is_empty() { choices } else { vec![Node::Or(choices)] })
            }
        }
    }

    /// Tells how a field was read that has a space behind its colon.
    fn note_space(&mut self, key: &Range<usize>, values: &[Range<usize>]) {
        let Some(value) =
            values.first().filter(|value| value.len() <= SHOWN && self.text[key.end..value.start].contains(char::is_whitespace))
        else {
            return;
        };
        let (key, value) = (&self.text[key.clone()], &self.text[value.clone()]);
        let value = if value.contains(char::is_whitespace) { format!("\"{value}\"") } else { value.to_owned() };
        self.query.notes.push(msg!("query-key-spaced", key = key, value = value));
    }

    /// Words that are to stand in the title.
    fn title(&mut self, span: Range<usize>) -> Option<Node> {
        let text = &self.text[span];
        let words = || {
            let slots: Vec<_> = words::surfaces(text).iter().take(MOST_LEAVES).map(|surface| Slot::any(surface)).collect();
            (!slots.is_empty()).then(|| phrase(slots))
        };
        let form = prefix(text).map(Form::Prefix).or_else(words)?;
        self.leaf(form, Some(Zone::Title), Role { strict: true, ..Role::default() })
    }

    /// A search that has a name, read as if it stood here in parentheses. What is wrong in it is told of its name.
    fn named(&mut self, span: &Range<usize>) -> Result<Vec<Node>, QueryError> {
        let wrong = |msg, help| QueryError { span: span.clone(), msg, help };
        let typed = self.text[span.clone()].trim();
        let vocabulary = self.vocabulary;
        let (name, text) = vocabulary.search(typed).map_err(|unknown| {
            let (msg, help) = fields::unknown_name("query-no-search", typed, &unknown);
            // Who has no search yet is told how to have one.
            wrong(msg, help.or_else(|| unknown.nearest.is_empty().then(|| msg!("query-no-search-help"))))
        })?;
        if let Some(first) = self.within.iter().position(|within| fold_tag(within) == fold_tag(name)) {
            let chain: Vec<&str> = self.within[first..].iter().map(String::as_str).chain([name]).collect();
            return Err(wrong(msg!("query-search-circle", chain = chain.join(" → ")), None));
        }
        self.named += 1;
        if self.within.len() >= DEEPEST || self.named > MOST_NAMED {
            return Err(wrong(msg!("query-search-many", deepest = DEEPEST, most = MOST_NAMED), None));
        }
        let (tokens, _) = tokens(text, vocabulary);
        let (sentence, shouted) = tone(text, &tokens);
        let (order, ordered) = (self.query.order.take(), self.ordered.take());
        let outer = (self.text, std::mem::replace(&mut self.tokens, tokens), self.at, self.sentence, self.shouted);
        (self.text, self.at, self.sentence, self.shouted) = (text, 0, sentence, shouted);
        self.within.push(name.to_owned());
        let nodes = self.sequence();
        self.within.pop();
        (self.text, self.tokens, self.at, self.sentence, self.shouted) = outer;
        // Whoever asks for an order knows better than the search.
        self.query.order = order.or(self.query.order);
        self.ordered = ordered;
        nodes.map_err(|error| match error.msg.key() {
            // That names the searches already.
            "query-search-circle" | "query-search-many" | "query-in-search" => wrong(error.msg, error.help),
            _ => wrong(msg!("query-in-search", name = name, why = error.msg), error.help),
        })
    }
}
