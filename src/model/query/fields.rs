//! The fields of a query: what `key:value` means.
//!
//! | key | value |
//! | --- | --- |
//! | `kind`, `status` | a kind, a state, in any language that cop knows |
//! | `tag` | a tag or a synonym of one |
//! | `by`, `creator`, `steward` | a handle or `me`: had a hand in it, made it, keeps it true |
//! | `lang` | `nl`, `en-GB`, `Dutch`, `Nederlands` |
//! | `title` | words in the title |
//! | `created`, `updated` | a period, as [`DateRange`] reads it |
//! | `next-review` | a period too: when a document is to be looked at again |
//! | `path`, `ref` | a path, a folder, or its beginning and `*`; a ref or the last parts of one |
//! | `has`, `no` | a key that has, or has not, a value |
//! | `links-to`, `linked-by` | a document, by whatever people call it: what links to it in its text or fields, what it links to |
//! | `uses` | a document: the members who say that they use it |
//! | `related`, `supersedes`, `superseded-by`, `answers` and every other relation of a kind | a document that it is so related to, whichever of the two says so |
//! | `search` | the name of a search in `community.yaml`, which is read as if it stood there |
//! | `sort` | `best`, `newest`, `oldest`, `updated`, `title`: the order, not what is found |
//! | `is` | `open`, `retired`, `unanswered`, `stale` (its review is overdue), `mine` (I made, changed or steward it) |
//! | any front-matter key | its value whole, or its beginning and `*`; of dates and numbers also `>3`, `<=3`, `3..5` |
//!
//! A key and a flag may be the Dutch word for one too, or the label of a field: `soort:vraag`, `besloten-door:anna`, `is:onbeantwoord`; and
//! `author:anna` is `creator:anna`. A value without quotes reaches as far as it is known: `updated:last month`, see `reach.rs`.
//! Several values with commas: any of them.

use std::ops::Range;

use crate::base::fold::fold;
use crate::base::lang::{Lang, Msg};
use crate::base::nearest::several;
use crate::base::when::DateRange;
use crate::base::width::truncate;
use crate::msg;

use super::ast::{Filter, Node};
use super::error::QueryError;
use super::order::Order;
use super::term::{self, ValueType};
use super::vocabulary::{Unknown, Vocabulary};

/// So much of a value is said back, in cells: enough to know it again.
pub(super) const SHOWN: usize = 60;

/// The keys that are known everywhere; `tags` is `tag`.
const KEYS: [&str; 20] = [
    "kind", "tag", "tags", "status", "by", "creator", "steward", "lang", "title", "created", "updated", "path", "ref", "has", "no",
    LINKS_TO, LINKED_BY, USES, "search", "sort",
];

/// The key of what links to a document.
pub const LINKS_TO: &str = "links-to";

/// The key of what a document links to.
pub const LINKED_BY: &str = "linked-by";

/// The key of the members who say that they use a document.
pub const USES: &str = "uses";

/// The flags of `is:`.
pub const FLAGS: [&str; 5] = ["open", "unanswered", "stale", "mine", "retired"];

/// The flags as Dutch readers type them.
const DUTCH_FLAGS: [(&str, &str); 5] =
    [("onbeantwoord", "unanswered"), ("achterstallig", "stale"), ("verouderd", "stale"), ("mijn", "mine"), ("vervallen", "retired")];

/// Whether a value of `is:` is one of its flags, or the word of a reader for one.
pub(super) fn is_flag(typed: &str) -> bool {
    FLAGS.into_iter().chain(DUTCH_FLAGS.into_iter().map(|(dutch, _)| dutch)).any(|flag| flag == &*fold(typed))
}

/// What a field means.
pub(super) enum Meaning {
    /// A condition.
    Node(Node),
    /// Any of these stretches of the query stands in the title.
    Title(Vec<Range<usize>>),
    /// Nothing that a document has to meet: the order in which they come.
    Order(Order),
    /// Any of the searches that these stretches of the query name.
    Search(Vec<Range<usize>>),
}

/// Whether a word before a colon is a key, or the word of a reader for one.
pub(super) fn is_key(typed: &str, vocabulary: &dyn Vocabulary) -> bool {
    known(typed, vocabulary).is_some()
}

/// The key that is meant by a word before a colon: itself if any document or kind has it, else the one that it is the Dutch word of.
pub fn known(typed: &str, vocabulary: &dyn Vocabulary) -> Option<String> {
    let key = term::key(typed);
    if key == "is" || KEYS.contains(&key.as_str()) || vocabulary.key(&key).is_some() {
        return Some(key);
    }
    let word = ENGLISH.iter().chain(&DUTCH).find(|(word, _)| *word == key).map(|(_, known)| (*known).to_owned());
    word.or_else(|| vocabulary.labelled(&key))
}

/// Keys as people type them who have them from elsewhere, with the key that is meant.
const ENGLISH: [(&str, &str); 7] = [
    ("author", "creator"),
    ("owner", "steward"),
    ("maintainer", "steward"),
    ("state", "status"),
    ("changed", "updated"),
    ("modified", "updated"),
    ("without", "no"),
];

/// Keys as Dutch readers type them, with the key that is meant: in files keys are English in every community.
const DUTCH: [(&str, &str); 35] = [
    ("soort", "kind"),
    ("trefwoord", "tag"),
    ("trefwoorden", "tag"),
    ("staat", "status"),
    ("toestand", "status"),
    ("door", "by"),
    ("van", "by"),
    ("maker", "creator"),
    ("auteur", "creator"),
    ("beheerder", "steward"),
    ("hoeder", "steward"),
    ("taal", "lang"),
    ("titel", "title"),
    ("gemaakt", "created"),
    ("aangemaakt", "created"),
    ("gewijzigd", "updated"),
    ("bijgewerkt", "updated"),
    ("veranderd", "updated"),
    ("eigenaar", "steward"),
    ("pad", "path"),
    ("heeft", "has"),
    ("met", "has"),
    ("zonder", "no"),
    ("geen", "no"),
    ("verwijst-naar", LINKS_TO),
    ("linkt-naar", LINKS_TO),
    ("noemt", LINKS_TO),
    ("genoemd-in", LINKED_BY),
    ("genoemd-door", LINKED_BY),
    ("gebruikt", USES),
    ("antwoorden-op", "answers"),
    ("zoekvraag", "search"),
    ("zoekopdracht", "search"),
    ("volgorde", "sort"),
    ("sorteer", "sort"),
];

/// What to say of a word such as `stewart:anna`, which looks like a field and is none; nothing of `http://x.org`, `12:30` and `so:`.
pub(super) fn no_key(chunk: &str, vocabulary: &dyn Vocabulary) -> Option<Msg> {
    let (typed, value) = chunk.split_once(':')?;
    let is_name = typed.chars().count() > 1 && typed.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '_' | '-'));
    let is_value = value.starts_with(|letter: char| letter.is_alphanumeric() || matches!(letter, '"' | '“' | '@' | '<' | '>'));
    if !is_name || !is_value || is_key(typed, vocabulary) {
        return None;
    }
    let near = near_keys(&term::key(typed), vocabulary, 1).into_iter().next();
    let typed = truncate(typed, SHOWN);
    Some(match near {
        Some(near) => msg!("query-key-near", typed = typed, near = near),
        None => msg!("query-key-none", typed = typed),
    })
}

/// The keys nearest to one that is none, in the words of the reader.
fn near_keys(folded: &str, vocabulary: &dyn Vocabulary, most: usize) -> Vec<String> {
    let known = vocabulary.keys();
    let dutch = DUTCH.iter().map(|(word, _)| *word).filter(|_| vocabulary.lang() == Lang::Nl);
    let all = dutch.chain(KEYS).chain(known.iter().map(String::as_str));
    several(folded, all, most).into_iter().map(str::to_owned).collect()
}

/// What a key with values means.
pub(super) fn meaning(text: &str, key: Range<usize>, values: &[Range<usize>], vocabulary: &dyn Vocabulary) -> Result<Meaning, QueryError> {
    let folded = known(&text[key.clone()], vocabulary).unwrap_or_else(|| term::key(&text[key]));
    let name = if folded == "tags" { "tag" } else { &folded };
    match name {
        "title" => return Ok(Meaning::Title(values.to_vec())),
        "search" => return Ok(Meaning::Search(values.to_vec())),
        "sort" => return order(text, values).map(Meaning::Order),
        _ => {}
    }
    let field = Field { name, vocabulary };
    let read = |span: &Range<usize>| {
        let typed = text[span.clone()].replace(['"', '“', '”', '„', '«', '»'], "");
        field.node(typed.trim()).map_err(|(msg, help)| QueryError { span: span.clone(), msg, help })
    };
    Ok(Meaning::Node(either(values.iter().map(read).collect::<Result<_, _>>()?)))
}

/// The order that a value names; of several the first.
fn order(text: &str, values: &[Range<usize>]) -> Result<Order, QueryError> {
    let span = values.first().cloned().unwrap_or_default();
    let typed = text[span.clone()].trim();
    Order::meant_by(typed).ok_or_else(|| {
        let near = several(typed, Order::words().map(|(word, _)| word), 1).into_iter().next().map(str::to_owned);
        let all = || Order::NAMES.iter().map(|(name, _)| (*name).to_owned());
        let are_all = near.is_none();
        let nearest = near.map_or_else(|| all().collect(), |near| vec![near]);
        let (msg, help) = unknown_name("query-no-order", typed, &Unknown { nearest, are_all });
        QueryError { span, msg, help }
    })
}

/// What is wrong with a value, and what would be right.
type Wrong = (Msg, Option<Msg>);

struct Field<'a> {
    name: &'a str,
    vocabulary: &'a dyn Vocabulary,
}

impl Field<'_> {
    fn node(&self, typed: &str) -> Result<Node, Wrong> {
        match self.name {
            "kind" => {
                let kind = self.vocabulary.kind(typed).map_err(|unknown| unknown_name("query-no-kind", typed, &unknown))?;
                Ok(self.any(ValueType::Text, [kind]))
            }
            "status" => {
                // A state that no kind has is one in which no document is, as a tag that none has.
                let states = self.vocabulary.states(typed).unwrap_or_else(|_| vec![typed.to_owned()]);
                Ok(self.any(ValueType::Text, states))
            }
            "tag" => Ok(self.any(ValueType::Tag, self.vocabulary.tags(typed))),
            "by" | "creator" | "steward" => Ok(self.person(typed)),
            // The author of what is elsewhere stands in a field; whoever wrote it here is the author too.
            "author" => {
                let creator = Field { name: "creator", vocabulary: self.vocabulary };
                Ok(either(vec![self.of_key(typed)?, creator.person(typed)]))
            }
            "lang" => Ok(self.any(ValueType::Text, [language(typed)])),
            "created" | "updated" => self.dates(typed),
            "path" => Ok(self.path(typed)),
            "ref" => Ok(self.text(ValueType::Text, typed)),
            "has" => self.has(typed),
            "no" => Ok(Node::Not(Box::new(self.has(typed)?))),
            "is" => self.flag(typed),
            _ => self.of_key(typed),
        }
    }

    /// A relation to a document, or the value of a front-matter key.
    fn of_key(&self, typed: &str) -> Result<Node, Wrong> {
        if let Some(node) = self.vocabulary.related(self.name, typed) {
            return node.map_err(|unknown| unknown_name("query-no-document", typed, &unknown));
        }
        match self.vocabulary.key(self.name).unwrap_or(ValueType::Text) {
            ValueType::Date => self.dates(typed),
            ValueType::Number => self.numbers(typed),
            ValueType::Person => Ok(self.person(typed)),
            _ if typed.starts_with(['<', '>']) => {
                Err((msg!("query-not-comparable", key = self.name), Some(msg!("query-not-comparable-help", key = self.name))))
            }
            kind => Ok(self.text(kind, typed)),
        }
    }

    fn any(&self, kind: ValueType, values: impl IntoIterator<Item = String>) -> Node {
        Node::Filter(Filter::OneOf(values.into_iter().map(|value| term::value(self.name, kind, &value)).collect()))
    }

    /// A whole value, or the beginning of one before a `*`; `*` alone is any.
    fn text(&self, kind: ValueType, typed: &str) -> Node {
        match typed.strip_suffix('*') {
            Some("") => one_of(term::has(self.name)),
            Some(start) => Node::Filter(Filter::StartsWith(term::value(self.name, kind, start))),
            None => self.any(kind, [typed.to_owned()]),
        }
    }

    fn person(&self, typed: &str) -> Node {
        let typed = typed.trim_start_matches('@');
        let me = if fold(typed) == "me" { self.vocabulary.me() } else { None };
        let handle = me.or_else(|| self.vocabulary.person(typed));
        self.text(ValueType::Person, handle.as_deref().unwrap_or(typed))
    }

    /// A file, everything below a folder, or everything that begins so before a `*`.
    fn path(&self, typed: &str) -> Node {
        let typed = typed.strip_prefix("./").unwrap_or(typed).replace('\\', "/");
        if typed.ends_with('*') {
            return self.text(ValueType::Text, &format!("{}*", typed.trim_end_matches('*')));
        }
        let folder = format!("{}/", typed.trim_end_matches('/'));
        let below = Node::Filter(Filter::StartsWith(term::value(self.name, ValueType::Text, &folder)));
        Node::Or(vec![self.any(ValueType::Text, [typed]), below])
    }

    fn has(&self, typed: &str) -> Result<Node, Wrong> {
        let key = term::key(typed);
        let key = if key == "tags" { "tag" } else { &key };
        let flag = |key: &str| ["answer", "successor", "review"].contains(&key);
        if !flag(key) && !is_key(key, self.vocabulary) {
            let nearest = near_keys(key, self.vocabulary, 3);
            if !nearest.is_empty() {
                return Err(unknown_name("query-no-key", typed, &Unknown { nearest, ..Unknown::default() }));
            }
        }
        // What is said of a document elsewhere stands in no field of its own.
        if let Some(Ok(node)) = known(key, self.vocabulary).and_then(|key| self.vocabulary.related(&key, "*")) {
            return Ok(node);
        }
        Ok(one_of(term::has(match key {
            "successor" => "superseded-by",
            "review" => "next-review",
            key => key,
        })))
    }

    fn flag(&self, typed: &str) -> Result<Node, Wrong> {
        let folded = fold(typed);
        let flag = DUTCH_FLAGS.iter().find(|(dutch, _)| *dutch == folded).map_or(&*folded, |(_, flag)| flag);
        match flag {
            flag @ ("open" | "unanswered" | "retired") => Ok(one_of(term::is(flag))),
            "stale" => {
                let yesterday = self.vocabulary.today().add_days(-1);
                let overdue = Filter::Between("next-review#".into(), term::date("next-review", yesterday));
                Ok(Node::And(vec![Node::Filter(overdue), Node::Not(Box::new(one_of(term::is("retired"))))]))
            }
            "mine" => {
                let me = self.vocabulary.me().ok_or_else(|| (msg!("query-nobody"), Some(msg!("query-nobody-help"))))?;
                let keys = ["by", "creator", "steward"];
                Ok(Node::Filter(Filter::OneOf(keys.into_iter().map(|key| term::value(key, ValueType::Person, &me)).collect())))
            }
            flag => {
                let dutch = DUTCH_FLAGS.iter().map(|(word, _)| *word).filter(|_| self.vocabulary.lang() == Lang::Nl);
                let nearest = several(flag, dutch.chain(FLAGS), 1).into_iter().map(str::to_owned).collect();
                let (msg, help) = unknown_name("query-no-flag", typed, &Unknown { nearest, ..Unknown::default() });
                // What is no flag may well be a state.
                let is_state = self.vocabulary.states(typed).is_ok();
                Err((msg, if is_state { Some(msg!("query-flag-state", typed = truncate(typed, SHOWN))) } else { help }))
            }
        }
    }

    fn dates(&self, typed: &str) -> Result<Node, Wrong> {
        if typed == "*" {
            return Ok(one_of(term::has(self.name)));
        }
        let range = DateRange::parse(typed, self.vocabulary.today()).map_err(|msg| (msg, None))?;
        let end = |date: Option<_>, open: &str| date.map_or_else(|| format!("{}#{open}", self.name), |date| term::date(self.name, date));
        Ok(Node::Filter(Filter::Between(end(range.from, ""), end(range.to, "~"))))
    }

    fn numbers(&self, typed: &str) -> Result<Node, Wrong> {
        if typed == "*" {
            return Ok(one_of(term::has(self.name)));
        }
        let wrong = || (msg!("query-no-number", typed = truncate(typed, SHOWN)), Some(msg!("query-number-help", key = self.name)));
        let read = |text: &str| term::read_number(text).ok_or_else(wrong);
        let signs = [(">=", 0, 1), ("<=", 1, 0), (">", 2, 1), ("<", 1, 2), ("=", 0, 0)];
        let (from, to) = if let Some((from, to)) = typed.split_once("..") {
            let end = |text: &str| if text.is_empty() { Ok(None) } else { read(text).map(Some) };
            (end(from)?, end(to)?)
        } else {
            let (rest, from, to) =
                signs.into_iter().find_map(|(sign, from, to)| Some((typed.strip_prefix(sign)?, from, to))).unwrap_or((typed, 0, 0));
            let number = read(rest)?;
            // 0: from or to this number, 1: open, 2: beyond it.
            let end = |how: u8, beyond: f64| match how {
                0 => Some(number),
                1 => None,
                _ => Some(beyond),
            };
            (end(from, number.next_up()), end(to, number.next_down()))
        };
        let end = |number: Option<f64>, open: &str| {
            number.map_or_else(|| format!("{}#{open}", self.name), |number| term::number(self.name, number))
        };
        Ok(Node::Filter(Filter::Between(end(from, ""), end(to, "~"))))
    }
}

/// Nodes of which any has to hold, as one; what is looked up as one is one.
pub(super) fn either(nodes: Vec<Node>) -> Node {
    let mut either: Vec<Node> = Vec::with_capacity(nodes.len());
    for node in nodes {
        match (either.last_mut(), node) {
            (Some(Node::Filter(Filter::OneOf(terms))), Node::Filter(Filter::OneOf(more))) => terms.extend(more),
            (_, node) => either.push(node),
        }
    }
    if either.len() == 1 { either.remove(0) } else { Node::Or(either) }
}

fn one_of(term: String) -> Node {
    Node::Filter(Filter::OneOf(vec![term]))
}

/// `Dutch` and `Nederlands` are `nl`.
fn language(typed: &str) -> String {
    match &*fold(typed) {
        "english" | "engels" => Lang::En.tag().to_owned(),
        "dutch" | "nederlands" => Lang::Nl.tag().to_owned(),
        tag => tag.replace('_', "-"),
    }
}

/// What to say of a name that is none, with the nearest that are.
pub(super) fn unknown_name(key: &'static str, typed: &str, unknown: &Unknown) -> Wrong {
    let msg = Msg::new(key).with("typed", truncate(typed, SHOWN));
    let names = unknown.nearest.join(", ");
    let help =
        (!names.is_empty()).then(|| if unknown.are_all { msg!("query-all", names = names) } else { msg!("query-nearest", names = names) });
    (msg, help)
}
