//! A kind: what documents of it are called, where they stand, what they carry and what becomes of them.

use std::collections::BTreeMap;

use crate::base::fold::fold;
use crate::base::glob::Glob;
use crate::base::lang::{Lang, Msg};
use crate::base::lines::floor_char_boundary;
use crate::base::timespan::Timespan;
use crate::msg;

use super::field::{Field, Label};

/// A kind of document; data, whether it is built in or a community's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Kind {
    /// Its name, English, as in a ref.
    pub name: String,
    /// What it is for, in a sentence.
    pub description: Label,
    /// What one is called.
    pub singular: Label,
    /// What several are called.
    pub plural: Label,
    /// Folders that are read, the first being the one for a new community, a language each.
    pub folders: Vec<(String, String)>,
    /// Globs instead of folders; a community that gives them adopts files as they lie.
    pub paths: Vec<Glob>,
    /// What is no document though it stands there.
    pub exclude: Vec<Glob>,
    /// How many digits its numbers have, if it is numbered.
    pub numbered: Option<usize>,
    /// The kind whose folder its documents stand in.
    pub parent: Option<String>,
    /// What cop does for it.
    pub capabilities: Vec<Capability>,
    /// Its states in order.
    pub states: Vec<State>,
    /// The state of a document without one; the first unless a community says otherwise.
    pub default_state: Option<String>,
    /// From which state to which.
    pub moves: BTreeMap<String, Vec<String>>,
    /// Its fields, those of every kind included.
    pub fields: Vec<Field>,
    /// Its relations, those of every kind included.
    pub relations: Vec<Relation>,
    /// The sections of its text.
    pub sections: Vec<Section>,
    /// How often a document of it is reviewed.
    pub review: Option<Timespan>,
    /// Whether `community.yaml` says so of this kind, which goes before what it says of all kinds.
    pub review_is_said: bool,
    /// Who may read it where the document does not say.
    pub audience: Option<String>,
}

/// What cop does for documents of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capability {
    /// Somebody keeps them true.
    Stewarded,
    /// A document is a person, and its name a handle.
    Person,
    /// The name begins with a date.
    Dated,
    /// A document is a word of the common language.
    Glossary,
    /// One of several can be accepted.
    Acceptable,
}

impl Capability {
    /// All of them with the names that `kind.yaml` uses.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("stewarded", Self::Stewarded),
        ("person", Self::Person),
        ("dated", Self::Dated),
        ("glossary", Self::Glossary),
        ("acceptable", Self::Acceptable),
    ];
}

/// A state in the life of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Its name, English, as it is stored and merged.
    pub name: String,
    /// Its name for readers.
    pub label: Label,
    /// Something is waited for.
    pub open: bool,
    /// The document is kept for its history.
    pub retired: bool,
    /// Fields or relations without which a document can't be in it.
    pub needs: Vec<String>,
    /// Other spellings; a `*` at the end stands for any rest.
    pub also: Vec<String>,
    /// Those of them that are said to be Dutch.
    pub dutch: Vec<String>,
    /// The word that the community writes for it, if that is not its name.
    pub written: Option<String>,
}

impl State {
    /// Whether a text is what this state is called: its name, or its label in any language, whatever the case and accents.
    pub fn is_called(&self, text: &str) -> bool {
        let text = normal(text);
        [Some(&self.name), self.label.en.as_ref(), self.label.nl.as_ref()].into_iter().flatten().any(|word| normal(word) == text)
    }

    /// The key that is written, with the word that Dutch readers know it by where that is another.
    pub fn told(&self) -> Msg {
        match &self.label.nl {
            Some(label) if normal(label) != normal(&self.name) => msg!("state-told", key = &self.name, label = label),
            _ => Msg::literal(self.name.as_str()),
        }
    }

    /// Whether a text means this state, whatever its case and accents.
    pub fn is_meant_by(&self, text: &str) -> bool {
        self.means(&normal(text))
    }

    /// The same of a text that is normal.
    fn means(&self, text: &str) -> bool {
        let words = [Some(&self.name), self.label.en.as_ref(), self.label.nl.as_ref()];
        let words = words.into_iter().flatten().chain(&self.also);
        words.map(|word| normal(word)).any(|word| match word.strip_suffix('*') {
            Some(start) => {
                text.strip_prefix(start.trim_end()).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',', ':', '(']))
            }
            None => word == text,
        })
    }
}

/// Of a longer text only so many bytes can be a state's name with what is said about it.
const SAID: usize = 1000;

/// Folded, with `-` and `_` as spaces and no white space doubled.
fn normal(text: &str) -> String {
    let folded = fold(text);
    folded
        .split(|letter: char| letter.is_whitespace() || letter == '-' || letter == '_')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// How documents refer to one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Its name: the front-matter key.
    pub name: String,
    /// The kinds that it may point to; empty for any.
    pub to: Vec<String>,
    /// Whether it may point to several.
    pub list: bool,
    /// The name of the same seen from the other side.
    pub inverse: Option<String>,
    /// Whether the other side is written in its document too.
    pub both: bool,
    /// Whether it was declared as the other side of another.
    pub is_inverse: bool,
    /// The front-matter keys that it is read from.
    pub keys: Vec<String>,
    /// Its name for readers.
    pub label: Label,
    /// The name of the other side for readers.
    pub inverse_label: Label,
}

/// A section that a kind's text is expected to have.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// Its heading in each language.
    pub title: Label,
    /// Other headings for the same.
    pub also: Vec<String>,
    /// Whether a document without it is a finding.
    pub required: bool,
}

impl Section {
    /// Whether a heading is this section's, or begins with its words behind a number or before more: `1. Context and requirements:`.
    pub fn is_begun_by(&self, heading: &str) -> bool {
        let heading = normal(heading.trim_start_matches(|first: char| !first.is_alphabetic()));
        let heading: Vec<&str> = heading.split(' ').map(|word| word.trim_end_matches(|last: char| !last.is_alphanumeric())).collect();
        let words = [self.title.en.as_ref(), self.title.nl.as_ref()].into_iter().flatten().chain(&self.also);
        words.map(|word| normal(word)).any(|word| heading.starts_with(&word.split(' ').collect::<Vec<_>>()))
    }

    /// Whether a heading is this section's.
    pub fn is_headed_by(&self, heading: &str) -> bool {
        let heading = normal(heading.trim_end_matches(['?', ':', '.', '!']));
        let words = [self.title.en.as_ref(), self.title.nl.as_ref()];
        words.into_iter().flatten().chain(&self.also).any(|word| normal(word.trim_end_matches(['?', ':', '.', '!'])) == heading)
    }
}

impl Kind {
    /// A kind of which nothing is known but the name.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            description: Label::default(),
            singular: Label::default(),
            plural: Label::default(),
            folders: Vec::new(),
            paths: Vec::new(),
            exclude: Vec::new(),
            numbered: None,
            parent: None,
            capabilities: Vec::new(),
            states: Vec::new(),
            default_state: None,
            moves: BTreeMap::new(),
            fields: Vec::new(),
            relations: Vec::new(),
            sections: Vec::new(),
            review: None,
            review_is_said: false,
            audience: None,
        }
    }

    /// Whether cop does something for documents of this kind.
    pub fn has(&self, capability: Capability) -> bool {
        self.capabilities.contains(&capability)
    }

    /// Whether its files were there before cop, so that what cop would like of them is only a note.
    pub fn is_adopted(&self) -> bool {
        !self.paths.is_empty()
    }

    /// What one document of it is called.
    pub fn label(&self, lang: Lang) -> String {
        self.singular.text(lang, &self.name)
    }

    /// What several are called.
    pub fn plural(&self, lang: Lang) -> String {
        self.plural.text(lang, &format!("{}s", self.name))
    }

    /// Whether a person who types `text` means this kind: its name, or its label in any language, singular or plural.
    pub fn is_meant_by(&self, text: &str) -> bool {
        let text = normal(text);
        let labels = [&self.singular.en, &self.singular.nl, &self.plural.en, &self.plural.nl];
        normal(&self.name) == text || labels.into_iter().flatten().any(|label| normal(label) == text)
    }

    /// A state by its own name.
    pub fn state(&self, name: &str) -> Option<&State> {
        self.states.iter().find(|state| state.name == name)
    }

    /// Whether a state comes before the one in which a document holds: something is waited for, or it leads on to a later state that is
    /// not a retired one.
    pub fn is_unsettled(&self, state: &State) -> bool {
        let later = self.states.iter().skip_while(|one| one.name != state.name).skip(1).filter(|later| !later.retired);
        let leads_to = |later: &State| self.moves.get(&state.name).is_some_and(|to| to.contains(&later.name));
        !state.retired && (state.open || later.into_iter().any(leads_to))
    }

    /// The state that a text means, in whatever words; a state's own name first, then its label.
    pub fn state_meant_by(&self, text: &str) -> Option<&State> {
        let text = text.trim();
        let text = &text[..floor_char_boundary(text, SAID)];
        self.state(text).or_else(|| self.state_called(text)).or_else(|| {
            let text = normal(text);
            self.states.iter().find(|state| state.means(&text))
        })
    }

    /// The state that has a text as its name or label.
    pub fn state_called(&self, text: &str) -> Option<&State> {
        self.states.iter().find(|state| state.is_called(text))
    }

    /// Whether a record that was there before stands in a folder such as `approved/`: where it was filed tells more than a line that nobody
    /// went back to.
    pub fn is_filed_as_settled(&self, path: &str) -> bool {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.is_adopted() && folder.split('/').any(|name| self.state_meant_by(name).is_some_and(|state| !state.open))
    }

    /// The state of a document that does not say.
    pub fn first_state(&self) -> Option<&State> {
        self.default_state.as_deref().and_then(|name| self.state(name)).or(self.states.first())
    }

    /// The state in which a document begins; another than that of one that does not say, where the community takes old ones for settled.
    pub fn beginning(&self) -> Option<&State> {
        self.states.first()
    }

    /// Whether a new document needs not say that it is in a state.
    pub fn goes_unsaid(&self, state: &State) -> bool {
        let is = |other: Option<&State>| other.is_some_and(|other| other.name == state.name);
        is(self.first_state()) && is(self.beginning())
    }

    /// A field by our name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// A relation by name.
    pub fn relation(&self, name: &str) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.name == name)
    }

    /// The relation that a word for a retired state speaks of without naming the other document: "superseded" of what is superseded by another.
    ///
    /// None of a word that is the state's own, which says no more than that it is retired. `kinds` are all there are: what asks for the other
    /// document in one of them means the same in this one.
    pub fn relation_in_word(&self, state: &State, word: &str, kinds: &[Self]) -> Option<&Relation> {
        let text = normal(word);
        let is_own = state.is_called(word) || state.written.as_ref().is_some_and(|written| normal(written) == text);
        if !state.retired || is_own || text.is_empty() {
            return None;
        }
        let begins = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let is_labelled = |label: &String| begins(&normal(label), &text) || begins(&text, &normal(label));
        let own = self.relations.iter().find(|relation| [&relation.label.en, &relation.label.nl].into_iter().flatten().any(is_labelled));
        let elsewhere = || {
            let mut needs =
                kinds.iter().filter_map(|kind| kind.state_meant_by(word)).filter(|state| state.retired).flat_map(|state| &state.needs);
            needs.find_map(|need| self.relation(need))
        };
        own.or_else(elsewhere)
    }

    /// The field that a front-matter key belongs to; `-` and `_` are the same in a key.
    pub fn field_of_key(&self, key: &str) -> Option<&Field> {
        let mapped = self.fields.iter().find(|field| field.keys.iter().any(|known| same_key(known, key)));
        mapped.or_else(|| self.fields.iter().find(|field| same_key(&field.name, key)))
    }

    /// The relation that a front-matter key belongs to.
    pub fn relation_of_key(&self, key: &str) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.keys.iter().any(|known| same_key(known, key)))
    }

    /// The key of the field or relation whose name for readers this is, in any language; of one in the plural also in the singular.
    pub fn key_labelled(&self, label: &str) -> Option<&str> {
        let folded = fold(label).replace([' ', '-'], "_");
        let is_so = |label: &String| {
            let label = fold(label).replace(' ', "_");
            let ending = label.strip_prefix(&folded).filter(|_| folded.len() > 3);
            label == folded || ending.is_some_and(|ending| matches!(ending, "en" | "s" | "n"))
        };
        let fields = self.fields.iter().map(|field| (&field.label, &field.keys));
        let mut labels = fields.chain(self.relations.iter().map(|one| (&one.label, &one.keys)));
        let labelled = labels.find(|(label, _)| [&label.en, &label.nl].into_iter().flatten().any(is_so)).and_then(|(_, keys)| keys.first());
        // The day of a meeting is read from `date` too, but is called otherwise.
        let by_word = || if folded == "datum" { self.field_of_key("date").and_then(|field| field.keys.first()) } else { None };
        labelled.or_else(by_word).map(String::as_str)
    }

    /// Every key that means something in the front matter of this kind.
    pub fn known_keys(&self) -> impl Iterator<Item = &str> {
        let fields = self.fields.iter().flat_map(|field| &field.keys);
        let relations = self.relations.iter().flat_map(|relation| &relation.keys);
        fields.chain(relations).map(String::as_str)
    }
}

fn same_key(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).all(|(a, b)| a == b || (matches!(a, b'-' | b'_') && matches!(b, b'-' | b'_')))
}

#[cfg(test)]
mod tests {
    use super::{Kind, State, same_key};

    #[test]
    fn a_state_is_read_in_many_words() {
        let state = State { name: "superseded".into(), also: vec!["superseded by *".into(), "Vervangen".into()], ..State::default() };
        for text in ["superseded", "Superseded", "SUPERSEDED BY [12. Use X](x.md)", "superseded by", "vervangen"] {
            assert!(state.is_meant_by(text), "{text}");
        }
        assert!(!state.is_meant_by("supersede") && !state.is_meant_by("superseded bytes"));
    }

    #[test]
    fn a_word_for_retired_may_speak_of_another_document() {
        let (settings, _) = crate::model::settings::Settings::read("name: A\n", &[]);
        let kinds = settings.kinds.all();
        let relation = |kind: &str, word: &str| {
            let kind = settings.kinds.named(kind).expect("a kind");
            let state = kind.state_meant_by(word).expect("a state");
            kind.relation_in_word(state, word, kinds).map(|relation| relation.name.as_str())
        };
        for word in ["superseded", "vervangen", "Vervangen", "replaced", "superseded by", "vervangen door 4"] {
            for kind in ["practice", "term", "resource"] {
                assert_eq!(relation(kind, word), Some("superseded_by"), "{kind} {word}");
            }
        }
        assert_eq!(relation("question", "dubbel"), Some("duplicate_of"));
        for word in ["retired", "vervallen", "deprecated", "adopted"] {
            assert_eq!(relation("practice", word), None, "{word}");
        }
        assert_eq!(relation("question", "closed"), None);
    }

    #[test]
    fn keys_are_the_same_with_dash_and_underscore() {
        assert!(same_key("review-by", "review_by") && !same_key("reviewby", "review_by"));
    }

    #[test]
    fn a_kind_without_labels_is_called_by_its_name() {
        let kind = Kind::new("field-note");
        assert!(kind.is_meant_by("field note") && kind.is_meant_by("Field_Note"));
        assert_eq!(kind.plural(crate::base::lang::Lang::Nl), "field-notes");
    }
}
