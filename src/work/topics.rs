//! What documents are about: their tags; where a community hardly uses tags, the folders that they stand in, or else their kinds.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::fold::fold_tag;
use crate::base::lang::Lang;
use crate::base::path::{folder, last};
use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::field::Label;
use crate::model::kind::{Capability, Kind};

use super::deeds::{Deed, What};
use super::write::flag;

/// Where fewer than one in so many documents have a tag, tags do not tell what a community is about.
const TAGGED: usize = 3;

/// What makes a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// A tag.
    #[default]
    Tag,
    /// A folder, by its path from the community's root.
    Folder,
    /// A kind.
    Kind,
}

/// Something that documents are about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Topic {
    /// The agreed name of the tag, the path of the folder, or the name of the kind.
    pub name: String,
    /// Which of these it is.
    pub by: By,
    #[serde(skip)]
    label: Label,
}

impl Topic {
    /// What it is called in a language.
    pub fn label(&self, lang: Lang) -> String {
        match self.by {
            By::Folder => self.name.clone(),
            By::Tag | By::Kind => {
                let label = if lang == Lang::Nl { &self.label.nl } else { &self.label.en };
                label.clone().unwrap_or_else(|| self.name.clone())
            }
        }
    }
}

/// The topics of a community, by name.
#[derive(Clone, Debug, Default)]
pub struct Topics {
    /// Each of them.
    pub all: Vec<Topic>,
    /// What makes them.
    pub by: By,
    /// How many documents have none.
    pub without: usize,
    of: Vec<Vec<usize>>,
}

impl Topics {
    /// The topics of what a community knows.
    pub fn of(community: &Community) -> Self {
        let places: Vec<usize> = (0..community.documents().len()).filter(|at| is_knowledge(community, *at)).collect();
        let living: Vec<usize> = places.iter().copied().filter(|at| is_living(community, *at)).collect();
        let tagged = living.iter().filter(|at| !tags(community, **at).is_empty()).count();
        let mut folders: Vec<&str> = living.iter().map(|at| shelf(&community.documents()[*at])).collect();
        folders.sort_unstable();
        folders.dedup();
        let by = match (tagged * TAGGED >= living.len(), folders.len()) {
            (true, _) => By::Tag,
            (false, 0 | 1) => By::Kind,
            (false, _) => By::Folder,
        };
        let mut named: BTreeMap<String, (Topic, Vec<usize>)> = BTreeMap::new();
        for at in places {
            for topic in topics(community, at, by) {
                named.entry(topic.name.clone()).or_insert_with(|| (topic, Vec::new())).1.push(at);
            }
        }
        let mut topics = Self { by, of: vec![Vec::new(); community.documents().len()], ..Self::default() };
        for (topic, documents) in named.into_values() {
            for at in documents {
                topics.of[at].push(topics.all.len());
            }
            topics.all.push(topic);
        }
        topics.without = living.iter().filter(|at| topics.of[**at].is_empty()).count();
        topics
    }

    /// What a document is about, as places in [`Self::all`].
    pub fn of_document(&self, at: usize) -> &[usize] {
        self.of.get(at).map_or(&[], Vec::as_slice)
    }

    /// Whether a document is about a topic.
    pub fn is_about(&self, at: usize, topic: usize) -> bool {
        self.of_document(at).contains(&topic)
    }
}

/// Whether a document is part of what a community knows, and no note about people, gatherings or faults.
pub fn is_knowledge(community: &Community, at: usize) -> bool {
    let kind = community.kind(&community.documents()[at]);
    let is_meeting = kind.has(Capability::Dated) && kind.field("attendees").is_some();
    !is_meeting && !kind.has(Capability::Person) && kind.name != flag::KIND
}

/// Whether a document still holds: an answer only where its question does.
pub fn is_living(community: &Community, at: usize) -> bool {
    let holds = |at: usize| {
        let document = &community.documents()[at];
        let state = document.state.as_deref().and_then(|name| community.kind(document).state(name));
        state.is_none_or(|state| !state.retired)
    };
    holds(at) && community.parent(at).is_none_or(holds)
}

/// Whether documents of a kind are questions: one of what stands below them can be accepted.
pub fn is_asked(kind: &Kind) -> bool {
    kind.relation("accepted").is_some()
}

/// Whether a deed shows that somebody knows: to have asked is not to know.
pub fn tells(community: &Community, deed: &Deed) -> bool {
    let is_question = || deed.document.is_some_and(|at| is_asked(community.kind(&community.documents()[at])));
    !(matches!(deed.what, What::Created | What::Edited) && is_question())
}

/// The agreed tags of a document, each once; of an answer also those of its question.
pub fn tags(community: &Community, at: usize) -> Vec<String> {
    let own = |at: usize| community.documents()[at].values("tags").iter().map(|value| community.settings.tag_name(&value.text));
    let mut tags: Vec<String> = own(at).chain(community.parent(at).into_iter().flat_map(own)).filter(|tag| !tag.is_empty()).collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

/// The topic that a tag is, by its agreed name.
pub fn of_tag(community: &Community, name: &str) -> Topic {
    let agreed = community.settings.tags.iter().find(|tag| fold_tag(&tag.name) == name);
    Topic { name: name.to_owned(), by: By::Tag, label: agreed.map(|tag| tag.label.clone()).unwrap_or_default() }
}

fn topics(community: &Community, at: usize, by: By) -> Vec<Topic> {
    let document = &community.documents()[at];
    match by {
        By::Tag => tags(community, at).into_iter().map(|name| of_tag(community, &name)).collect(),
        By::Folder => {
            let name = shelf(document);
            if name.is_empty() { Vec::new() } else { vec![Topic { name: name.to_owned(), by, ..Topic::default() }] }
        }
        By::Kind => {
            let kind = community.kind(document);
            vec![Topic { name: kind.name.clone(), by, label: kind.plural.clone() }]
        }
    }
}

/// The folder that a document is put in among others; what has a folder of its own is put where that is.
fn shelf(document: &Document) -> &str {
    let own = folder(&document.path);
    let name = last(&document.path).split('.').next().unwrap_or_default();
    if matches!(name, "index" | "_index" | "README") && own.contains('/') { folder(own) } else { own }
}

#[cfg(test)]
mod tests {
    use super::{By, Topics};
    use crate::work::checks::testing::community;

    fn names(files: &[(&str, &str)]) -> (By, Vec<(String, usize)>) {
        let community = community("tags: {mail: {synonyms: [e-mail]}}\nkinds: {practice: {paths: [\"practices/**/*.md\"]}}\n", files);
        let topics = Topics::of(&community);
        let count = |topic: usize| (0..files.len()).filter(|at| topics.is_about(*at, topic)).count();
        let named = topics.all.iter().enumerate().map(|(at, topic)| (topic.name.clone(), count(at))).collect();
        (topics.by, named)
    }

    #[test]
    fn tags_tell_and_an_answer_has_those_of_its_question() {
        let (by, topics) = names(&[
            ("members/ada.md", "---\ntags: [people]\n---\n"),
            ("practices/a.md", "---\ntags: [E-mail, mail]\n---\n"),
            ("questions/q.md", "---\ntags: [Mail]\n---\n"),
            ("questions/q/ada.md", "---\ntags: [export]\n---\n"),
        ]);
        assert_eq!(by, By::Tag);
        assert_eq!(topics, [("export".to_owned(), 1), ("mail".to_owned(), 3)]);
    }

    #[test]
    fn folders_tell_where_there_are_no_tags_and_kinds_where_all_stand_in_one() {
        let (by, topics) = names(&[
            ("practices/git/a.md", ""),
            ("practices/git/b/index.md", ""),
            ("practices/mail/a.md", ""),
            ("practices/c.md", "---\ntags: [mail]\n---\n"),
        ]);
        assert_eq!(by, By::Folder);
        assert_eq!(topics, [("practices".to_owned(), 1), ("practices/git".to_owned(), 2), ("practices/mail".to_owned(), 1)]);
        let (by, topics) = names(&[("practices/a.md", ""), ("practices/b.md", "")]);
        assert_eq!((by, topics), (By::Kind, vec![("practice".to_owned(), 2)]));
    }
}
