//! Whom a topic interests, by what they say in their own file: their interests, their roles, what they may be asked, and what they follow.

use std::collections::BTreeSet;

use crate::model::document::Document;
use crate::model::kind::Capability;
use crate::model::reading::yes_no;
use crate::model::said::{self, About, Verb};
use crate::model::targets::{Target, of_link};
use crate::text::words::surfaces;
use crate::work::deeds::Deeds;
use crate::work::telling::Word;

use super::result::{Action, Evidence};
use super::topic::Topic;

/// What a person may be asked by their own words says more than what interests them, and both little beside any deed.
const OFFERS: f64 = 0.5;
const INTERESTED: f64 = 0.3;
const FOLLOWS: f64 = 0.2;

/// Who says that it interests them, as a place in the cast, with what they say.
pub(super) fn of(deeds: &Deeds<'_>, topic: &Topic, fits: &[f64]) -> Vec<(usize, Evidence)> {
    let community = deeds.community();
    let mut all = Vec::new();
    for document in community.documents().iter().filter(|document| community.kind(document).has(Capability::Person)) {
        let Some(who) = deeds.cast().by_handle(document.handle()) else { continue };
        let said = declared(deeds, topic, document).into_iter().chain(follows(deeds, topic, fits, document));
        all.extend(said.map(|evidence| (who, evidence)));
    }
    all
}

/// That a member's fields speak of it.
fn declared(deeds: &Deeds<'_>, topic: &Topic, document: &Document) -> Option<Evidence> {
    let settings = &deeds.community().settings;
    let texts = |name: &str| document.values(name).iter().map(|value| value.text.as_str()).collect::<Vec<_>>();
    let evidence = |action: Action, words: &str, weight: f64| Evidence {
        reference: document.reference.clone(),
        about: document.reference.clone(),
        action,
        title: words.to_owned(),
        times: 1,
        weight,
        date: None,
        of_itself: false,
    };
    let offered = document.value("ask_me").filter(|text| yes_no(text).is_none());
    if let Some(offered) = offered.filter(|text| speaks(&[text], &topic.words)) {
        return Some(evidence(Action::Offers, offered, OFFERS));
    }
    let interests = texts("interests");
    let own: BTreeSet<String> = interests.iter().map(|tag| settings.tag_name(tag)).collect();
    let is_tagged = !topic.tags.is_empty() && topic.tags.is_subset(&own);
    let all = [interests, texts("roles")].concat();
    (is_tagged || speaks(&all, &topic.words)).then(|| {
        let telling = |text: &&str| topic.tags.contains(&settings.tag_name(text)) || shares(text, &topic.words);
        let said: Vec<&str> = all.iter().copied().filter(|text| telling(text)).collect();
        evidence(Action::Interested, &said.join(", "), INTERESTED)
    })
}

/// That they follow one of its tags or documents.
fn follows(deeds: &Deeds<'_>, topic: &Topic, fits: &[f64], document: &Document) -> Option<Evidence> {
    let community = deeds.community();
    let kind = community.kind(document);
    said::of(document, kind).into_iter().filter(|said| said.verb == Verb::Follows).find_map(|said| {
        let (reference, title, weight, of_itself) = match said.about? {
            About::Tag(tag) => {
                let name = community.settings.tag_name(&tag);
                topic.tags.contains(&name).then(|| (document.reference.clone(), format!("#{name}"), FOLLOWS, false))?
            }
            About::Link(target) => match of_link(community, document, &target) {
                Target::Document(at, _) if fits[at] > 0.0 => {
                    let followed = &community.documents()[at];
                    let is_itself = topic.is_document && topic.called.contains(&followed.path);
                    (followed.reference.clone(), followed.title.clone(), FOLLOWS * fits[at], is_itself)
                }
                _ => return None,
            },
        };
        let about = reference.clone();
        Some(Evidence { reference, about, action: Action::Follows, title, times: 1, weight, date: said.day, of_itself })
    })
}

/// Whether all the words stand in these texts, in any form; none are said by nobody.
fn speaks(texts: &[&str], words: &[Word]) -> bool {
    let own: Vec<Word> = texts.iter().flat_map(|text| surfaces(text)).map(|word| Word::of(&word)).collect();
    !words.is_empty() && words.iter().all(|word| own.iter().any(|own| own.is(word)))
}

fn shares(text: &str, words: &[Word]) -> bool {
    surfaces(text).iter().any(|own| words.iter().any(|word| word.is(&Word::of(own))))
}
