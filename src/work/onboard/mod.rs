//! A way in for somebody new: what to read, whom to meet, and two things to begin with.

mod begin;
mod newcomer;
mod people;
mod reading;
mod shown;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::{Lang, Msg};
use crate::model::kind::Capability;
use crate::msg;

use super::deeds::Deeds;
use super::session::Session;
use super::topics::{Topic, of_tag, tags};

use self::begin::Begin;
use self::newcomer::Welcome;
use self::people::Meet;
use self::reading::Reading;

/// What `onboard` answers with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Onboarding {
    /// The newcomer's handle.
    pub handle: String,
    /// Their name.
    pub name: String,
    /// They are a member who left.
    pub left: bool,
    /// The community's name.
    pub community: String,
    /// What it is about.
    pub purpose: Option<String>,
    /// How often it meets.
    pub rhythm: Option<String>,
    /// The meeting that comes next.
    pub next_meeting: Option<Meeting>,
    /// What they care for: what was asked for now, then the interests on their page.
    pub interests: Vec<Topic>,
    /// Of those, what nothing here is about yet.
    pub unknown: Vec<String>,
    /// What to read, in order.
    pub read: Vec<Reading>,
    /// Whom to meet.
    pub meet: Vec<Meet>,
    /// What to begin with.
    pub begin: Vec<Begin>,
}

/// A meeting that is still to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Meeting {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What it is called.
    pub title: String,
    /// When.
    pub date: Date,
}

/// A reason in words; in JSON in English.
#[derive(Clone, Debug, PartialEq)]
pub struct Says {
    msg: Msg,
    /// What it is about, which has a name in every language.
    topic: Option<Topic>,
}

impl From<Msg> for Says {
    fn from(msg: Msg) -> Self {
        Self { msg, topic: None }
    }
}

impl Says {
    /// What is said under a key of a topic.
    fn about(key: &'static str, topic: Topic) -> Self {
        Self { msg: Msg::new(key), topic: Some(topic) }
    }

    /// The same with a count.
    fn counted(key: &'static str, topic: Topic, count: usize) -> Self {
        Self { msg: Msg::new(key).with("count", count), topic: Some(topic) }
    }

    /// It in words.
    pub fn text(&self, lang: Lang) -> String {
        match &self.topic {
            Some(topic) => self.msg.clone().with("topic", topic.label(lang)).text(lang),
            None => self.msg.text(lang),
        }
    }
}

impl Serialize for Says {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text(Lang::En))
    }
}

/// The way in for a member, by what they typed of the name; nothing is whoever asks. `asked` are tags to look at besides their interests.
///
/// # Errors
/// They are no member.
pub fn of(session: &Session, typed: Option<&str>, asked: &[String]) -> Result<Onboarding> {
    let handle = newcomer::handle(session, typed)?;
    let deeds = Deeds::of(session, session.community()).without_days();
    let welcome = Welcome::of(session, &deeds, &handle, asked);
    // Their page was read a moment ago.
    let welcome = welcome.ok_or_else(|| Error::new(ErrorKind::Io, msg!("onboard-no-member", name = &handle)))?;
    let community = session.community();
    let used: BTreeSet<String> =
        (0..community.documents().len()).filter(|at| !welcome.is_person(*at)).flat_map(|at| tags(community, at)).collect();
    let read = reading::path(&welcome);
    let meet = people::meet(&welcome, &read);
    let begin = begin::with(&welcome, &read);
    let settings = session.settings();
    Ok(Onboarding {
        name: welcome.cast.all()[welcome.who].name.clone(),
        left: welcome.cast.all()[welcome.who].left,
        handle,
        community: settings.name.clone(),
        purpose: settings.purpose.as_deref().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
        rhythm: settings.rhythm.clone(),
        next_meeting: next_meeting(&welcome),
        interests: welcome.cares.iter().map(|tag| of_tag(community, tag)).collect(),
        unknown: welcome.cares.iter().filter(|tag| !used.contains(*tag)).cloned().collect(),
        read,
        meet,
        begin,
    })
}

/// The first meeting from today on that is still to be; its day is the beginning of its name.
fn next_meeting(welcome: &Welcome<'_>) -> Option<Meeting> {
    let community = welcome.community;
    let ahead = community.documents().iter().filter_map(|document| {
        let kind = community.kind(document);
        let is_open = document.state.as_deref().and_then(|state| kind.state(state)).is_some_and(|state| state.open);
        let is_meeting = is_open && kind.has(Capability::Dated) && kind.field("attendees").is_some();
        let date = document.slug.get(..10).and_then(Date::parse).filter(|date| is_meeting && *date >= welcome.today)?;
        Some(Meeting { reference: document.reference.clone(), title: document.title.clone(), date })
    });
    ahead.min_by_key(|meeting| meeting.date)
}
