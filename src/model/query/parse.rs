//! From what is typed to what it means.
//!
//! | typed | means |
//! | --- | --- |
//! | `old mailbox` | documents with any of the words, those with every one first |
//! | `"old mailbox"` | exactly these words, one after the other |
//! | `mail*` | words that begin so |
//! | `e-mail`, `v1.2-rc` | the parts, one after the other; the parts alone count a little |
//! | `camelCase`, `snake_case` | the word, or its parts one after the other; the parts alone count a little |
//! | `NOT draft`, `NIET draft`, `-draft` | not that |
//! | `eml OR pst export`, `eml OF pst export` | either of the two words beside it, and `export` |
//! | `(a b) OR c` | parentheses group |
//! | `kind:practice,question` | a field, with any of the values; [`super::fields`] has them all |
//!
//! Nothing is an error but a value that a known field can't have. `AND` and `EN` are understood and change nothing. In a
//! *sentence*, a query of more than eight words, quotes and a leading `-` are punctuation: they exclude nothing.

mod wider;

use std::ops::Range;

use crate::base::lang::Msg;
use crate::base::lines::floor_char_boundary;
use crate::msg;
use crate::text::words;
use crate::text::words::function::is_function_word;

use super::ast::{Form, Leaf, Node, Query, Reason, Slot};
use super::chunk::{prefix, units};
use super::error::QueryError;
use super::fields;
use super::lex::{self, Kind, Token, tone};
use super::order::Order;
use super::reach::{lone_key, tokens};
use super::vocabulary::Vocabulary;
use super::zone::Zone;

/// The most of a query that is read, in bytes.
const LONGEST: usize = 64 << 10;

/// The most words, phrases and prefixes that a query looks for.
pub(super) const MOST_LEAVES: usize = 256;

/// The most notes about fields that are none.
const MOST_NOTES: usize = 3;

/// Of so few words each was chosen.
const FEW: usize = 4;

/// What a function word counts: without it, questions of a sentence's length are ranked by their `what` and `does`.
const FUNCTION_WORD: f64 = 0.4;

/// What is left of that in a query of few words: `wat is een kerngroep` asks for the word and not for titles with `wat` and `een`.
const PASSING: f64 = 0.25;

/// What a quote in a sentence adds to its words.
const QUOTE: f64 = 0.5;

/// Reads a query.
pub fn parse(text: &str, vocabulary: &dyn Vocabulary) -> Result<Query, QueryError> {
    let end = floor_char_boundary(text, LONGEST);
    // What is cut off is cut off between two words, or where nobody put anything between them.
    let end = if end < text.len() { text[..end].rfind([' ', ',', '\n', '\t']).unwrap_or(end) } else { end };
    let read = &text[..end];
    let (tokens, left_out) = tokens(read, vocabulary);
    let mut parser = Parser::new(read, tokens, vocabulary);
    let nodes = parser.sequence()?;
    let mut query = Query { today: Some(vocabulary.today()), ..parser.finish(nodes) };
    if left_out || end < text.len() {
        query.notes.push(msg!("query-cut"));
    }
    Ok(query)
}

/// The first parenthesis or quote of a query that lacks its other half. Reading takes it for text: where a person typed the query, it is.
pub fn unpaired(text: &str, vocabulary: &dyn Vocabulary) -> Option<Range<usize>> {
    lex::unpaired(text, |key| fields::is_key(key, vocabulary))
}

pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) at: usize,
    pub(super) vocabulary: &'a dyn Vocabulary,
    /// Quotes and minus are punctuation.
    pub(super) sentence: bool,
    /// It is all capitals, so that `OR` is a word.
    pub(super) shouted: bool,
    /// What is being read is excluded, and is taken as it stands.
    excluded: bool,
    pub(super) query: Query,
    /// The order that what is being read says so far.
    pub(super) ordered: Option<Order>,
    /// The searches with a name that are being read, and how many were.
    pub(super) within: Vec<String>,
    pub(super) named: usize,
    /// Of every leaf: what it is made of, and what it is for.
    roles: Vec<Role>,
    cut: bool,
}

#[derive(Clone)]
pub(super) struct Role {
    /// How much it counts by itself.
    pub(super) own: f64,
    /// A quote or a word in the title: it must be there.
    pub(super) strict: bool,
    /// Leaves that count too where this one is wanted, and how much.
    pub(super) parts: Vec<(usize, f64)>,
}

impl Default for Role {
    fn default() -> Self {
        Self { own: 1.0, strict: false, parts: Vec::new() }
    }
}

/// A word between two operands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Operator {
    And,
    Or,
    Not,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, tokens: Vec<Token>, vocabulary: &'a dyn Vocabulary) -> Self {
        let (sentence, shouted) = tone(text, &tokens);
        let (query, within) = (Query::default(), Vec::new());
        Self {
            text,
            tokens,
            at: 0,
            vocabulary,
            sentence,
            shouted,
            excluded: false,
            ordered: None,
            query,
            within,
            named: 0,
            roles: Vec::new(),
            cut: false,
        }
    }

    /// Operands up to the end, or to the `)` of the parentheses that this is in.
    ///
    /// Parentheses come in pairs and not too deep, so this ends.
    pub(super) fn sequence(&mut self) -> Result<Vec<Node>, QueryError> {
        let mut nodes = Vec::new();
        while self.at < self.tokens.len() && self.tokens[self.at].kind != Kind::Close {
            if !nodes.is_empty() && self.operator(self.at) == Some(Operator::And) && self.is_operand(self.at + 1) {
                self.at += 1;
            }
            let first = self.operand()?;
            let mut either = vec![first];
            while self.operator(self.at) == Some(Operator::Or) && self.is_operand(self.at + 1) {
                self.at += 1;
                either.push(self.operand()?);
            }
            if either.len() > 1 {
                // Punctuation alone stands for nothing, and nothing is no choice.
                let choices: Vec<_> = either.into_iter().filter(|choice| !choice.is_empty()).map(one).collect();
                nodes.extend(if choices.is_empty() { None } else { Some(Node::Or(choices)) });
            } else {
                nodes.extend(either.into_iter().flatten());
            }
        }
        Ok(nodes)
    }

    /// One operand: what all has to hold of it. Punctuation gives nothing.
    fn operand(&mut self) -> Result<Vec<Node>, QueryError> {
        let mut excluded = false;
        while self.operator(self.at) == Some(Operator::Not) && self.is_operand(self.at + 1) {
            excluded = !excluded;
            self.at += 1;
        }
        let token = self.tokens[self.at].clone();
        self.at += 1;
        let field = matches!(token.kind, Kind::Field { .. });
        excluded ^= token.minus && (field || !self.sentence);
        self.excluded ^= excluded;
        let nodes = match token.kind {
            Kind::Open => {
                let nodes = self.sequence()?;
                // Its `)`.
                self.at += 1;
                nodes
            }
            Kind::Close => Vec::new(),
            Kind::Text => {
                self.note_key(token.span.clone());
                self.words(token.span)
            }
            Kind::Quote(inner) => self.quote(inner),
            Kind::Field { key, values } => self.field(key, &values)?,
        };
        self.excluded ^= excluded;
        let exclude = excluded && !nodes.is_empty();
        Ok(if exclude { vec![Node::Not(Box::new(one(nodes)))] } else { nodes })
    }

    /// The operator that a token is.
    fn operator(&self, at: usize) -> Option<Operator> {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Text && !self.shouted)?;
        match &self.text[token.span.clone()] {
            "AND" | "EN" => Some(Operator::And),
            "OR" | "OF" => Some(Operator::Or),
            "NOT" | "NIET" => Some(Operator::Not),
            _ => None,
        }
    }

    /// Whether a token begins something that an operator can work on.
    fn is_operand(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind != Kind::Close)
    }

    /// Tells of what looks like a field and is none, so that its parts are looked for as words.
    fn note_key(&mut self, span: Range<usize>) {
        if !self.sentence && self.query.notes.len() < MOST_NOTES {
            let chunk = self.text[span].trim_start_matches('-');
            let note = lone_key(chunk, self.vocabulary).map(|key| self.without_value(key));
            self.query.notes.extend(note.or_else(|| fields::no_key(chunk, self.vocabulary)));
        }
    }

    /// What to say of a key behind which no value stands: what to type, where the next word may have been meant as one.
    fn without_value(&self, key: &str) -> Msg {
        let next = self.tokens.get(self.at).filter(|next| next.kind == Kind::Text && self.operator(self.at).is_none());
        match next.map(|next| &self.text[next.span.clone()]).filter(|value| value.len() <= fields::SHOWN) {
            Some(value) => msg!("query-key-space", key = key, value = value),
            None => msg!("query-key-alone", key = key),
        }
    }

    fn words(&mut self, span: Range<usize>) -> Vec<Node> {
        let chunk = &self.text[span];
        if let Some(prefix) = prefix(chunk) {
            return self.leaf(Form::Prefix(prefix), None, Role::default()).into_iter().collect();
        }
        units(chunk).into_iter().filter_map(|unit| self.unit(&unit)).collect()
    }

    fn quote(&mut self, inner: Range<usize>) -> Vec<Node> {
        let surfaces = words::surfaces(&self.text[inner.clone()]);
        let slots: Vec<_> = surfaces.iter().take(MOST_LEAVES).map(|surface| Slot::exact(surface)).collect();
        if slots.is_empty() {
            return Vec::new();
        }
        if !self.sentence {
            return self.leaf(phrase(slots), None, Role { strict: true, ..Role::default() }).into_iter().collect();
        }
        let bonus = self.number(phrase(slots), None, Role::default());
        let nodes = self.words(inner);
        if let (Some(bonus), Some(Node::Leaf(first))) = (bonus, nodes.first()) {
            self.roles[*first].parts.push((bonus, QUOTE));
        }
        nodes
    }

    pub(super) fn leaf(&mut self, form: Form, zone: Option<Zone>, role: Role) -> Option<Node> {
        self.number(form, zone, role).map(Node::Leaf)
    }

    /// The number of a leaf that was not typed; one that was typed too is that one.
    fn beside(&mut self, form: Form, role: Role, reason: Reason) -> Option<usize> {
        let known = self.query.leaves.len();
        let number = self.number(form, None, role)?;
        if number == known {
            self.query.reasons.push((number, reason));
        }
        Some(number)
    }

    /// The number of a leaf; the same for the same, `None` where there are too many.
    fn number(&mut self, form: Form, zone: Option<Zone>, role: Role) -> Option<usize> {
        let same = |(leaf, other): (&Leaf, &Role)| leaf.form == form && leaf.zone == zone && other.strict == role.strict;
        if let Some(number) = self.query.leaves.iter().zip(&self.roles).position(same) {
            return Some(number);
        }
        if self.query.leaves.len() >= MOST_LEAVES {
            self.cut = true;
            return None;
        }
        self.query.leaves.push(Leaf { form, zone, weight: 0.0, wanted: false });
        self.roles.push(role);
        Some(self.query.leaves.len() - 1)
    }

    /// Parts what ranks from what decides.
    fn finish(mut self, mut nodes: Vec<Node>) -> Query {
        self.name_otherwise(&mut nodes);
        // `What's a` need not be there beside the word that says something, and finds nothing alone.
        let few = nodes.len() <= FEW;
        let says = nodes.iter().any(|node| self.is_soft(node) && !self.is_function(node));
        for node in nodes {
            let soft = self.is_soft(&node);
            if soft && says && self.is_function(&node) {
                self.weigh(&node, true);
                self.let_go(&node, few);
                continue;
            }
            self.weigh(&node, soft);
            let list = if soft { &mut self.query.wanted } else { &mut self.query.must };
            if !list.contains(&node) {
                list.push(node);
            }
        }
        self.query.pairs = self.pairs();
        if self.cut {
            self.query.notes.push(msg!("query-many-words", most = MOST_LEAVES));
        }
        self.query
    }

    /// Whether a node is words alone, none of which must be there.
    fn is_soft(&self, node: &Node) -> bool {
        match node {
            Node::Leaf(number) => !self.roles[*number].strict,
            Node::And(nodes) | Node::Or(nodes) => nodes.iter().all(|node| self.is_soft(node)),
            Node::Filter(_) | Node::Not(_) => false,
        }
    }

    /// Whether a node is one word that every text is full of.
    fn is_function(&self, node: &Node) -> bool {
        let Node::Leaf(number) = node else { return false };
        let leaf = &self.query.leaves[*number];
        leaf.zone.is_none() && matches!(&leaf.form, Form::Word(slot) if is_function_word(&slot.surface))
    }

    /// Lets a document be found only for something else than this node, which hardly ranks it beside few others.
    fn let_go(&mut self, node: &Node, few: bool) {
        if let Node::Leaf(number) = node {
            let leaf = &mut self.query.leaves[*number];
            leaf.wanted = false;
            leaf.weight *= if few { PASSING } else { 1.0 };
        }
    }

    /// Lets the leaves of a node count, once for every time that they stand there, but for what is excluded.
    fn weigh(&mut self, node: &Node, wanted: bool) {
        match node {
            Node::Leaf(number) => {
                let leaf = &mut self.query.leaves[*number];
                let function = matches!(&leaf.form, Form::Word(slot) if is_function_word(&slot.surface));
                leaf.weight += if function && wanted { FUNCTION_WORD } else { self.roles[*number].own };
                leaf.wanted |= wanted;
                for (part, weight) in self.roles[*number].parts.clone() {
                    self.query.leaves[part].weight += weight;
                    self.query.leaves[part].wanted |= wanted;
                }
            }
            Node::And(nodes) | Node::Or(nodes) => nodes.iter().for_each(|node| self.weigh(node, wanted)),
            Node::Filter(_) | Node::Not(_) => {}
        }
    }
}

/// Nodes that all have to hold, as one.
pub fn one(mut nodes: Vec<Node>) -> Node {
    if nodes.len() == 1 { nodes.remove(0) } else { Node::And(nodes) }
}

/// Words one after the other; of one, that word.
pub(super) fn phrase(mut slots: Vec<Slot>) -> Form {
    if slots.len() == 1 { Form::Word(slots.remove(0)) } else { Form::Phrase(slots) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::ast::{Filter, Form, Node, Query};
    use super::super::samples::{Sample, query};
    use super::{MOST_LEAVES, parse};
    use crate::base::lang::Lang;

    /// A query in a notation for tests: what ranks, `|`, what must be met.
    fn shown(query: &Query) -> String {
        let list = |nodes: &[Node], between: &str| nodes.iter().map(|node| node_shown(node, query)).collect::<Vec<_>>().join(between);
        format!("{} | {}", list(&query.wanted, " "), list(&query.must, " ")).trim().to_owned()
    }

    fn node_shown(node: &Node, query: &Query) -> String {
        let list = |nodes: &[Node], between: &str| nodes.iter().map(|node| node_shown(node, query)).collect::<Vec<_>>().join(between);
        match node {
            Node::Leaf(number) => {
                let leaf = &query.leaves[*number];
                let zone = leaf.zone.map_or(String::new(), |zone| format!("{}:", zone.name()));
                let form = match &leaf.form {
                    Form::Word(slot) => format!("{}{}", slot.surface, if slot.stems.is_empty() { "!" } else { "" }),
                    Form::Phrase(slots) => format!("[{}]", slots.iter().map(|slot| slot.surface.as_str()).collect::<Vec<_>>().join(" ")),
                    Form::Prefix(prefix) => format!("{prefix}*"),
                };
                zone + &form
            }
            Node::Filter(Filter::OneOf(terms)) => terms.join("/"),
            Node::Filter(Filter::StartsWith(term)) => format!("{term}…"),
            Node::Filter(Filter::Between(from, to)) => format!("{from}→{to}"),
            Node::And(nodes) => format!("({})", list(nodes, " ")),
            Node::Or(nodes) => format!("({})", list(nodes, " or ")),
            Node::Not(node) => format!("not {}", node_shown(node, query)),
        }
    }

    #[test]
    fn queries_mean_what_people_expect() {
        for (typed, meaning) in [
            ("what's a steward", "steward |"),
            ("what is it", "what is it |"),
            ("Old mailbox", "old mailbox |"),
            ("\"Old mailboxes\" export", "export | [old mailboxes]"),
            ("\"mailbox\"", "| mailbox!"),
            ("mail* z** **b** *", "mail* z b |"),
            ("e-mail", "([e mail] or email) |"),
            ("camelCase SNAKE_case", "(camelcase or [camel case]) (snake_case or [snake case]) |"),
            ("std::fs::read my_file.rs", "[std fs read] [my_file rs] |"),
            ("v1.2 example.com foto's", "v1.2 ([example com] or examplecom) foto's |"),
            ("2026-03-01", "[2026 03 01] |"),
            ("and/or heat,mass", "heat mass |"),
            ("eml NOT draft", "eml | not draft"),
            ("eml NIET draft -pst", "eml | not draft not pst"),
            ("NOT NOT z", "z |"),
            ("-67.6 f --help z - b", "67.6 f help z b |"),
            ("eml OR pst OF zip export", "(eml or pst or zip) export |"),
            ("eml or pst not", "eml pst |"),
            ("OR z OR", "z |"),
            ("z AND b EN c", "z b c |"),
            ("(z b) OR c d", "((z b) or c) d |"),
            ("(z b) c", "z b c |"),
            ("-(z b)", "| not (z b)"),
            ("NOT (z OR \"b c\")", "| not (z or [b c])"),
            ("z OR kind:question", "| (z or kind=question)"),
            ("z) (b", "z b |"),
            ("z z z", "z |"),
            ("", "|"),
            ("?! … ()", "|"),
            ("foo:bar title: the http://x.org/y", "foo bar title http ([x org] or xorg) y |"),
        ] {
            assert_eq!(shown(&query(typed)), meaning, "{typed}");
        }
    }

    #[test]
    fn what_looks_like_a_field_and_is_none_is_told() {
        for (typed, said) in [
            ("stewart:anna", Some("\"stewart:\" is no field here, so it was looked for as a word; did you mean steward:?")),
            ("soort:praktijk beheerder:anna is:onbeantwoord", None),
            ("zzqq:x", Some("\"zzqq:\" is no field here, so it was looked for as a word")),
            ("http://x.org", None),
            ("12:30 a:b so: std", None),
            ("kind:practice", None),
            ("one two three four five six seven eight stewart:anna", None),
        ] {
            let notes: Vec<_> = query(typed).notes.iter().map(|note| note.text(Lang::En)).collect();
            assert_eq!(notes, said.into_iter().collect::<Vec<_>>(), "{typed}");
        }
        assert_eq!(query(&"a1 ".repeat(2)).notes, []);
        assert_eq!(query("aa:b bb:c cc:d dd:e ee:f").notes.len(), super::MOST_NOTES);
    }

    #[test]
    fn in_a_sentence_punctuation_is_punctuation() {
        let text = "What methods -dash exact or approximate -dash are \"presently available\" for predicting pressures?";
        let query = query(text);
        assert!(query.must.is_empty(), "{}", shown(&query));
        assert!(query.leaves.iter().any(|leaf| matches!(leaf.form, Form::Phrase(_)) && leaf.weight > 0.0), "a quote counts");
        assert_eq!(shown(&self::query("DO NOT USE MAIL OR FAX FOR RECORDS OF STATE")), "use mail fax records state |");
        assert_eq!(
            shown(&self::query("one two three four five six seven eight nine -kind:question")).split(" | ").nth(1),
            Some("not kind=question")
        );
    }

    #[test]
    fn fields_become_filters() {
        for (typed, meaning) in [
            ("kind:praktijk,vragen", "| kind=practice/kind=question"),
            ("Status:vastgesteld", "| status=adopted"),
            ("tag:Born_Digital tags:\"a b\"", "| tag=born-digital tag=a-b"),
            ("by:@Bram steward:me", "| by=bram steward=anna"),
            ("lang:Nederlands", "| lang=nl"),
            ("title:Mailboxes", "| title:mailboxes"),
            ("title:\"old mail\",box*", "| (title:[old mail] or title:box*)"),
            ("created:2025-01..2025-03", "| created#2025-01-01→created#2025-03-31"),
            ("updated:<30d", "| updated#2026-10-23→updated#~"),
            ("created:>\"last month\"", "| created#2026-11-01→created#~"),
            ("-created:..2025", "| not created#→created#2025-12-31"),
            ("path:handbook/", "| (path=handbook/ or path=handbook/…)"),
            ("path:docs/adr/*", "| path=docs/adr/…"),
            ("has:steward no:revisit", "| has=steward not has=revisit"),
            ("is:open", "| is=open"),
            ("is:mine", "| by=anna/creator=anna/steward=anna"),
            ("is:stale", "| (next-review#→next-review#2026-11-21 not is=retired)"),
            ("organisation:\"City of Utrecht\" organisation:city*", "| organisation=city of utrecht organisation=city…"),
            ("deciders:@Anna", "| deciders=anna"),
            ("soort:vragen trefwoord:e-mail", "| kind=question tag=e-mail"),
            ("beheerder:anna auteur:anna", "| steward=anna creator=anna"),
            ("besloten-door:anna", "| deciders=anna"),
            ("is:onbeantwoord is:vervallen", "| is=unanswered is=retired"),
            ("revisit:* organisation:*", "| has=revisit has=organisation"),
        ] {
            assert_eq!(shown(&query(typed)), meaning, "{typed}");
        }
        let between = |typed: &str| match query(typed).must.as_slice() {
            [Node::Filter(Filter::Between(from, to))] => (from.clone(), to.clone()),
            other => panic!("{other:?}"),
        };
        let number = |value: f64| super::super::term::number("votes", value);
        assert_eq!(between("votes:3..5"), (number(3.0), number(5.0)));
        assert_eq!(between("votes:>3"), (number(3.0_f64.next_up()), "votes#~".to_owned()));
        assert_eq!(between("votes:<=3.5"), ("votes#".to_owned(), number(3.5)));
        assert_eq!(between("votes:=3"), (number(3.0), number(3.0)));
    }

    #[test]
    fn impossible_values_are_told_with_their_place() {
        for (typed, span, said) in [
            ("kind:prctice", 5..12, "there is no kind \"prctice\""),
            (
                "created:bananas",
                8..15,
                "\"bananas\" is no date or period; write for example 2025, 2025-01-03, 2025-01..2025-03, 30d.. or \"last month\"",
            ),
            ("is:foo", 3..6, "\"is:foo\" is none of is:open, is:unanswered, is:stale, is:mine, is:retired"),
            ("has:stewrad", 4..11, "there is no field \"stewrad\""),
            ("votes:many", 6..10, "\"many\" is no number"),
            ("organisation:>3", 13..15, "\"organisation\" holds text, which can't be compared with < and >"),
        ] {
            let error = parse(typed, &Sample).expect_err(typed);
            assert_eq!((error.span, error.msg.text(Lang::En).as_str()), (span, said), "{typed}");
        }
        let nearest = parse("kind:prctice", &Sample).expect_err("no kind").help.map(|help| help.text(Lang::Nl));
        assert_eq!(nearest.as_deref(), Some("bedoel je practice?"));
    }

    #[test]
    fn of_an_attack_only_so_much_is_read() {
        let many: Vec<String> = (0..20_000).map(|number| format!("w{number}")).collect();
        let attacks = [
            "(".repeat(100_000),
            format!("{}a{}", "(".repeat(50_000), ")".repeat(50_000)),
            "a".repeat(100_000),
            many.join(" "),
            "a OR ".repeat(20_000),
            "NOT ".repeat(25_000),
            "a*".repeat(50_000),
            "\"".repeat(100_001),
            "„".repeat(30_000),
            "-".repeat(100_000),
            "kind:".repeat(20_000),
            "title:a,".repeat(12_000),
            "a-".repeat(50_000),
            "title:\"".repeat(12_000),
            "\0\u{202e}\u{1b}]0;x\u{7}".repeat(10_000),
        ];
        for attack in attacks {
            let (tokens, _) = super::tokens(&attack, &Sample);
            assert!(tokens.len() <= super::super::lex::MOST, "{}", &attack[..20]);
            let Ok(query) = parse(&attack, &Sample) else { continue };
            assert!(query.leaves.len() <= MOST_LEAVES && query.also.len() <= MOST_LEAVES, "{}", &attack[..20]);
            assert!(query.wanted.len() + query.must.len() <= super::super::lex::MOST, "{}", &attack[..20]);
            assert!(query.pairs.len() + query.notes.len() <= MOST_LEAVES, "{}", &attack[..20]);
        }
        assert!(!query(&many.join(" ")).notes.is_empty());
    }

    proptest! {
        #[test]
        fn anything_is_a_query_or_an_error_with_its_place(
            typed in proptest::collection::vec("\\(|\\)|\"|-|a|OR|NOT|kind:|created:|title:|is:|,|>| |é|\\*|2025|open|\\.\\.|\\PC{0,3}", 0..30).prop_map(|pieces| pieces.concat())
        ) {
            match parse(&typed, &Sample) {
                Ok(query) => prop_assert!(query.leaves.iter().all(|leaf| leaf.weight.is_finite())),
                Err(error) => prop_assert!(typed.get(error.span.clone()).is_some(), "{:?}", error.span),
            }
        }
    }
}
