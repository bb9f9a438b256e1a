//! What happened to what a member follows.

use std::collections::BTreeSet;

use crate::model::said::{About, Verb};
use crate::msg;
use crate::work::digest::ground::Ground;
use crate::work::digest::{Audience, Entry};
use crate::work::history::event::Event;

use super::Section;

pub(super) static SECTION: Section = Section { name: "followed", heading: || msg!("digest-followed"), find };

fn find(ground: &Ground<'_>) -> Vec<Entry> {
    let Audience::Person(handle) = ground.audience else { return Vec::new() };
    let settings = ground.session.settings();
    let (mut tags, mut documents) = (BTreeSet::new(), BTreeSet::new());
    for word in ground.words.iter().filter(|word| word.handle == *handle && word.said.verb == Verb::Follows) {
        match &word.said.about {
            Some(About::Tag(tag)) => tags.extend(settings.tags_below(tag).iter().map(|tag| settings.tag_name(tag))),
            _ => documents.extend(word.about),
        }
    }
    let follows = |at: usize| {
        let document = &ground.community.documents()[at];
        let is_tagged = || document.values("tags").iter().any(|value| tags.contains(&settings.tag_name(&value.text)));
        documents.contains(&at) || ground.community.parent(at).is_some_and(|parent| documents.contains(&parent)) || is_tagged()
    };
    let mut seen = BTreeSet::new();
    let is_mine = |event: &Event| event.people.iter().any(|person| person.handle.as_deref() == Some(handle));
    let happened = ground.events.iter().filter(|event| !is_mine(event)).filter_map(|event| Some((event, ground.subject(event)?)));
    let followed = happened.filter(|(_, at)| follows(*at)).filter(|(_, at)| seen.insert(*at));
    let entry = |(event, at): (&Event, usize)| {
        let what = ground.say(event.what());
        let says = ground.say(&msg!("digest-happened", what = what, by = ground.names(&event.people)));
        let about = ground.community.parent(at).unwrap_or(at);
        Entry { says, date: event.date, ..ground.entry(about) }
    };
    followed.map(entry).collect()
}
