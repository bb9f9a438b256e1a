//! Words of a query: in all their inflections, by their parts, and by other words that may say the same.

use crate::text::words;
use crate::text::words::function::is_function_word;

use super::{Parser, Role, phrase};
use crate::model::query::ast::{Also, Form, Node, Reason, Slot};
use crate::model::query::chunk::Unit;
use crate::model::query::vocabulary::{OtherName, Wider};

/// The most pairs of neighbouring words that are looked at.
const MOST_PAIRS: usize = 32;

/// What a word such as `e-mail` counts, and what its parts do on their own.
const JOINED: f64 = 0.5;
const PART: f64 = 0.5;

/// What the parts of a name in code count, such as `camelCase`.
const IDENTIFIER_PART: f64 = 0.25;

/// What a name with its sign counts beside its letters: `C++` is asked for, and not every `c`.
const SIGNED: f64 = 2.0;

/// What the parts count in a sentence: there `AI-systemen` says no more than they do.
const SENTENCE_PART: f64 = 1.0;

/// What a word counts that is found only by the stem it would have in a language that does not seem to have it.
const FOREIGN: f64 = 0.1;

/// What another name counts that the glossary has for what was typed.
const NAME: f64 = 0.7;

/// What the compounds with a word count, and the parts of one: less, so that what has the word itself keeps its rank.
const COMPOUND: f64 = 0.5;

/// What the parts of a compound count in a sentence, which has other words beside it.
const IN_SENTENCE: f64 = 0.2;

/// What a word counts that is written nearly as one that is nowhere, and what each of the next likely ones does.
const CORRECTED: [f64; 3] = [0.9, 0.3, 0.2];

/// A name in the glossary is looked for up to so many words.
const LONGEST_NAME: usize = 3;

/// So many stretches of a query are looked up as names.
const MOST_NAMES: usize = 80;

/// So many other words are told of, a word.
const TOLD: usize = 3;

/// Whether something that is looked for is a name with a sign, such as `c++`.
fn is_signed(form: &Form) -> bool {
    matches!(form, Form::Word(slot) if slot.surface.ends_with(['+', '#']) || slot.surface.starts_with('.'))
}

impl Parser<'_> {
    /// A word, or one that is written as several or made of several; its parts count a little.
    pub(super) fn unit(&mut self, unit: &Unit) -> Option<Node> {
        let several = unit.words.len() > 1;
        let (own, part) = match (several, self.sentence) {
            (true, true) => (0.0, SENTENCE_PART),
            (true, false) => (JOINED, PART),
            (false, _) => (1.0, IDENTIFIER_PART),
        };
        let parts = unit.words.iter().filter(|_| several).chain(&unit.parts).map(|part| Form::Word(Slot::any(part)));
        let weight = |form: &Form| if is_signed(form) { SIGNED } else { part };
        let parts: Vec<_> = parts
            .filter_map(|form| Some((weight(&form), self.number(form, None, Role::default())?)))
            .map(|(weight, number)| (number, weight))
            .collect();
        let whole = match unit.words.as_slice() {
            [word] => self.word(word)?,
            words => {
                let slots = words.iter().map(|word| Slot::any(word)).collect();
                self.leaf(Form::Phrase(slots), None, Role { own, ..Role::default() })?
            }
        };
        if let Some(number) = whole.first_leaf() {
            let counted = &mut self.roles[number].parts;
            let new: Vec<_> = parts.into_iter().filter(|(part, _)| counted.iter().all(|(known, _)| known != part)).collect();
            counted.extend(new);
        }
        let otherwise = unit.otherwise().and_then(|form| self.leaf(form, None, Role::default()));
        Some(if let Some(other) = otherwise { Node::Or(vec![whole, other]) } else { whole })
    }

    /// A word in all its inflections. Where documents in another language have it and those in this one do not, as English ones have no
    /// `stille`, this language's stem is a guess that finds `still`: it counts hardly at all, and
    /// comes after every document that has the word.
    fn word(&mut self, word: &str) -> Option<Node> {
        let own = if self.sentence || is_function_word(word) { None } else { self.vocabulary.languages(word) };
        let all = Slot::any(word);
        let stems: Vec<String> = match &own {
            Some(own) => own.iter().filter_map(|language| words::stem_term(word, *language)).collect(),
            None => all.stems.clone(),
        };
        let rest: Vec<String> = all.stems.into_iter().filter(|stem| !stems.contains(stem)).collect();
        let mut role = Role::default();
        if !rest.is_empty() {
            let foreign = self.number(Form::Word(Slot { surface: all.surface.clone(), stems: rest }), None, Role::default());
            role.parts.extend(foreign.map(|number| (number, FOREIGN)));
        }
        // What is excluded is what was typed, and nothing that it may have been meant for.
        let wider = if self.excluded || is_function_word(word) { Wider::default() } else { self.vocabulary.wider(word, !self.sentence) };
        if self.sentence {
            self.also_in_sentence(word, &wider, &mut role);
        }
        let own = self.leaf(Form::Word(Slot { surface: all.surface, stems }), None, role)?;
        if self.sentence { Some(own) } else { Some(self.or_wider(word, own, wider)) }
    }

    /// Lets other words count beside a word of a sentence.
    fn also_in_sentence(&mut self, word: &str, wider: &Wider, role: &mut Role) {
        let parts = wider.parts.iter().flatten().map(|part| (part, IN_SENTENCE, Reason::Compound));
        let corrections = wider.corrections.iter().zip(CORRECTED).map(|(other, weight)| (other, weight, Reason::Spelling));
        for (other, weight, reason) in parts.chain(corrections) {
            let number = self.beside(Form::Word(Slot::any(other)), Role::default(), reason);
            role.parts.extend(number.map(|number| (number, weight)));
        }
        self.tell(word, wider.corrections.iter().take(1), Reason::Spelling);
    }

    /// A word, or what may stand for it.
    fn or_wider(&mut self, word: &str, own: Node, wider: Wider) -> Node {
        let role = |own: f64| Role { own, ..Role::default() };
        let mut either = vec![own];
        self.tell(word, wider.compounds.iter().take(TOLD), Reason::Compound);
        self.tell(word, wider.corrections.iter().take(1), Reason::Spelling);
        either.extend(
            Slot::any_of(&wider.compounds).and_then(|slot| self.beside(Form::Word(slot), role(COMPOUND), Reason::Compound)).map(Node::Leaf),
        );
        if let Some(parts) = wider.parts {
            self.tell(word, [&parts.join(" ")], Reason::Compound);
            let half = |part: &String| self.beside(Form::Word(Slot::any(part)), role(COMPOUND), Reason::Compound).map(Node::Leaf);
            let halves: Vec<Node> = parts.iter().filter_map(half).collect();
            either.push(Node::And(halves));
        }
        for (other, weight) in wider.corrections.iter().zip(CORRECTED) {
            either.extend(self.beside(Form::Word(Slot::any(other)), role(weight), Reason::Spelling).map(Node::Leaf));
        }
        if either.len() == 1 { either.remove(0) } else { Node::Or(either) }
    }

    /// Lets words that have other names, in the glossary or among the tags, be found by those too.
    pub(super) fn name_otherwise(&mut self, nodes: &mut [Node]) {
        let words: Vec<Option<String>> = nodes.iter().map(|node| self.typed(node)).collect();
        let mut windows = Vec::new();
        for long in (1..=LONGEST_NAME).rev() {
            for (from, window) in words.windows(long).enumerate() {
                if let Some(name) = window.iter().cloned().collect::<Option<Vec<_>>>() {
                    windows.push((from..from + long, name.join(" ")));
                }
            }
        }
        windows.retain(|(_, name)| !is_function_word(name));
        windows.truncate(MOST_NAMES);
        let names: Vec<String> = windows.iter().map(|(_, name)| name.clone()).collect();
        if names.is_empty() {
            return;
        }
        let others = self.vocabulary.other_names(&names);
        let mut taken = vec![false; nodes.len()];
        for ((place, typed), others) in windows.into_iter().zip(others).filter(|(_, others)| !others.is_empty()) {
            // A longer name says more than one of its words.
            if taken[place.clone()].contains(&true) {
                continue;
            }
            taken[place.clone()].fill(true);
            for other in &others {
                self.also(Also { words: other.name.clone(), reason: other.reason, instead: typed.clone(), avoided: other.avoided });
            }
            let role = || Role { own: NAME, ..Role::default() };
            let slots = |other: &OtherName| words::surfaces(&other.name).iter().map(|word| Slot::any(word)).collect::<Vec<_>>();
            let leaves: Vec<Node> = others
                .iter()
                .map(|other| (slots(other), other.reason))
                .filter(|(slots, _)| !slots.is_empty())
                .filter_map(|(slots, reason)| self.beside(phrase(slots), role(), reason).map(Node::Leaf))
                .collect();
            for node in &mut nodes[place] {
                let own = std::mem::replace(node, Node::Or(Vec::new()));
                *node = Node::Or(std::iter::once(own).chain(leaves.clone()).collect());
            }
        }
    }

    /// The word that a node is, as it was typed.
    fn typed(&self, node: &Node) -> Option<String> {
        let number = node.first_leaf()?;
        if self.roles[number].strict {
            return None;
        }
        match &self.query.leaves[number].form {
            Form::Word(slot) => Some(slot.surface.clone()),
            Form::Phrase(slots) => Some(slots.iter().map(|slot| slot.surface.as_str()).collect::<Vec<_>>().join(" ")),
            Form::Prefix(_) => None,
        }
    }

    fn tell<'w>(&mut self, typed: &str, words: impl IntoIterator<Item = &'w String>, reason: Reason) {
        for words in words {
            self.also(Also { words: words.clone(), reason, instead: typed.to_owned(), avoided: false });
        }
    }

    fn also(&mut self, also: Also) {
        if !self.query.also.contains(&also) {
            self.query.also.push(also);
        }
    }

    /// The words that follow one another in what was typed, but for those that every text is full of.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let is_word = |number: &usize| matches!(&self.query.leaves[*number].form, Form::Word(_)) && !self.is_function(&Node::Leaf(*number));
        let words: Vec<usize> = self.query.wanted.iter().filter_map(Node::first_leaf).filter(is_word).collect();
        let mut pairs: Vec<(usize, usize)> = words.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.truncate(MOST_PAIRS);
        pairs
    }
}
