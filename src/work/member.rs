//! What somebody brought to a community: what they know about, what they made and keep true, what they use, and what they are thanked for.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::lang::Msg;
use crate::base::shell::quoted;
use crate::model::community::Community;
use crate::model::field::Label;
use crate::model::kind::Capability;
use crate::model::targets::{Target, of_link};
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, View};

use super::asked::{self, Asked};
use super::contributors::{self, Contributor};
use super::deeds::cast::Someone;
use super::deeds::weigh::weigh;
use super::deeds::{Deed, Deeds, What};
use super::did::{Proof, known_by};
use super::heard::Heard;
use super::session::Session;
use super::topics::{self, Topic, Topics};
use crate::model::said::{self, About, Verb};

/// The tie to what somebody keeps true.
const KEPT: &str = "steward_of";
/// So many documents are named as evidence of a topic.
const PROOFS: usize = 3;
/// So many topics are shown.
const TOPICS: usize = 3;
/// So many of the newest documents, and of the newest uses, are shown.
const SHOWN: usize = 2;
/// So many words of others are shown of each sort.
const WORDS: usize = 1;
/// What stands before a row, about.
const LABEL: usize = 14;

/// A topic that somebody knows about.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct KnownTopic {
    /// The topic.
    #[serde(flatten)]
    pub topic: Topic,
    /// With how many of its documents they had to do.
    pub documents: usize,
    /// What they did with them, the most telling first; the first few.
    pub evidence: Vec<Proof>,
}

/// What one and several of a kind are called, and its name.
type Kinded = (Label, Label, String);

/// A document that somebody made or keeps true.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Theirs {
    /// `steward_of` or `made`.
    #[serde(rename = "type")]
    pub tie: String,
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The title.
    pub title: String,
    #[serde(skip)]
    path: String,
    #[serde(skip)]
    day: Option<Date>,
    /// What they made is called so; `None` for what they did not make, and for people's pages.
    #[serde(skip)]
    kind: Option<Kinded>,
}

/// Something that somebody says they use.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Use {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The title.
    pub title: String,
    /// The day, as written.
    pub date: Option<Date>,
    /// What they said besides.
    pub text: Option<String>,
}

/// What somebody brought.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Profile {
    /// What they did, by the counts of `contributors`; absent for what is no member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contributions: Option<Contributor>,
    /// What they know about, the best first; absent for what is no member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topics: Option<Vec<KnownTopic>>,
    /// What they say they use, the newest first; absent for what is no member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses: Option<Vec<Use>>,
    /// What a member keeps true, then what they made, the newest first; empty for what is no member.
    pub knows: Vec<Theirs>,
    #[serde(skip)]
    at_least: bool,
    #[serde(skip)]
    is_silent: bool,
}

/// What a member brought.
pub(super) fn of(session: &Session, handle: &str) -> Profile {
    let deeds = Deeds::of(session, session.community()).without_days();
    deeds.cast().by_handle(handle).map(|who| profile(session, deeds, &[who])).unwrap_or_default()
}

/// What one person brought, whoever of the cast they are.
fn profile(session: &Session, deeds: Deeds<'_>, who: &[usize]) -> Profile {
    let (community, deeds) = (session.community(), deeds.only(who));
    let first = who.first().copied().unwrap_or_default();
    let someone = deeds.cast().all().get(first).cloned().unwrap_or_default();
    deeds.read_ahead(0..community.documents().len());
    let done: Vec<(Vec<Deed>, Vec<Deed>)> = (0..community.documents().len()).map(|at| (deeds.of_document(at), deeds.said(at))).collect();
    let all = done.iter().map(|(done, _)| done).chain(done.iter().map(|(_, said)| said)).flatten();
    let own: Vec<Deed> = all.filter(|deed| who.contains(&deed.who)).map(|deed| Deed { who: first, ..*deed }).collect();
    Profile {
        contributions: contributors::one(session, &deeds, who, &done),
        topics: Some(known(community, &own, &|deed| deeds.share(deed), session.today())),
        uses: Some(uses(community, &someone.path)),
        knows: theirs(community, &own, &someone.path),
        at_least: session.history_if_any().is_some_and(|history| history.gaps().at_least()),
        is_silent: someone.silent,
    }
}

/// The topics that somebody's deeds are about, those that most tells of first.
fn known(community: &Community, own: &[Deed], share: &dyn Fn(&Deed) -> f64, today: Date) -> Vec<KnownTopic> {
    let topics = Topics::of(community);
    let fits = |deed: &Deed| {
        let is_known = deed.document.is_some_and(|at| topics::is_knowledge(community, at) && topics::is_living(community, at));
        if is_known && topics::tells(community, deed) { share(deed) } else { 0.0 }
    };
    let Some(knower) = weigh(own.iter().copied(), &fits, today).into_iter().next() else { return Vec::new() };
    let mut found: Vec<(f64, KnownTopic)> = Vec::new();
    for (at, topic) in topics.all.iter().enumerate() {
        let about: Vec<_> = knower.evidence.iter().filter(|evidence| topics.is_about(evidence.document, at)).cloned().collect();
        let proofs = Proof::most_telling(community, &about, usize::MAX);
        if !proofs.is_empty() {
            let weight = about.iter().map(|evidence| evidence.weight).sum();
            let documents = proofs.len();
            let evidence = proofs.into_iter().take(PROOFS).collect();
            found.push((weight, KnownTopic { topic: topic.clone(), documents, evidence }));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.topic.name.cmp(&b.1.topic.name)));
    found.into_iter().map(|(_, topic)| topic).collect()
}

/// What somebody says on their page that they use, the newest first.
fn uses(community: &Community, page: &str) -> Vec<Use> {
    let Some(document) = community.names().by_path(page).map(|at| &community.documents()[at]) else { return Vec::new() };
    let said = said::of(document, community.kind(document)).into_iter().filter(|said| said.verb == Verb::Uses);
    let mut uses: Vec<Use> = said
        .filter_map(|said| {
            let Some(About::Link(target)) = &said.about else { return None };
            let Target::Document(to, _) = of_link(community, document, target) else { return None };
            let used = &community.documents()[to];
            let text = Some(said.words).filter(|words| !words.is_empty());
            Some(Use { reference: used.reference.clone(), title: used.title.clone(), date: said.day, text })
        })
        .collect();
    uses.sort_by_key(|used| std::cmp::Reverse(used.date));
    uses
}

/// What somebody keeps true first, then what they made, the newest first; but for their own page.
fn theirs(community: &Community, own: &[Deed], page: &str) -> Vec<Theirs> {
    let mut all: BTreeMap<usize, (bool, Option<Option<Date>>)> = BTreeMap::new();
    for deed in own {
        let Some(at) = deed.document else { continue };
        match deed.what {
            What::Keeps => all.entry(at).or_default().0 = true,
            What::Created => all.entry(at).or_default().1 = Some(deed.day),
            _ => {}
        }
    }
    let theirs = all.into_iter().map(|(at, (keeps, made))| {
        let document = &community.documents()[at];
        let kind = community.kind(document);
        Theirs {
            tie: if keeps { KEPT } else { "made" }.to_owned(),
            reference: document.reference.clone(),
            title: known_by(community, at).to_owned(),
            path: document.path.clone(),
            day: made.flatten(),
            // To have made a page for somebody is no knowledge.
            kind: made.filter(|_| !kind.has(Capability::Person)).map(|_| (kind.singular.clone(), kind.plural.clone(), kind.name.clone())),
        }
    });
    let mut theirs: Vec<Theirs> = theirs.filter(|one| one.path != page).collect();
    theirs.sort_by(|a, b| (&b.tie, b.day, &a.path).cmp(&(&a.tie, a.day, &b.path)));
    theirs
}

impl Profile {
    /// What they did in counts, and how they like to be asked: beside what their page says.
    pub(super) fn facts(&self, look: &Look) -> Vec<(Line, Line)> {
        let mut facts = Vec::new();
        if self.is_silent {
            facts.push((Line::new().dim(look.say(&msg!("member-silent"))), Line::from(look.say(&msg!("member-silent-help")))));
        }
        let Some(did) = &self.contributions else { return facts };
        let mut line = Line::from(did.did().iter().map(|msg| look.say(msg)).collect::<Vec<_>>().join(", "));
        if let Some((first, last)) = did.first.zip(did.last) {
            let commits = msg!("contributors-commits", count = did.commits);
            let seen = if first == last {
                msg!("member-seen-once", commits = commits, day = look.day(first))
            } else {
                msg!("member-seen", commits = commits, first = look.day(first), last = look.day(last))
            };
            line = if line.is_empty() { line.plain(look.say(&seen)) } else { line.dim(format!(" ({})", look.say(&seen))) };
        }
        if !line.is_empty() {
            facts.push((Line::new().dim(look.say(&msg!("member-did"))), line));
        }
        facts
    }

    /// What they know, brought and use, and what others say of it.
    pub(super) fn blocks(&self, heard: &[Heard], look: &Look) -> Vec<Block> {
        let rows = self.rows(heard, look);
        let mut blocks = if rows.is_empty() { Vec::new() } else { vec![Block::Blank, Block::Facts(rows)] };
        if self.at_least {
            blocks.push(Block::Line(Line::new().dim(look.say(&msg!("contributors-at-least")))));
        }
        blocks
    }

    fn rows(&self, heard: &[Heard], look: &Look) -> Vec<(Line, Line)> {
        let most = |most: usize| if look.verbose { usize::MAX } else { most };
        let room = if look.screen && !look.verbose { look.width.saturating_sub(LABEL).max(LABEL) } else { usize::MAX };
        let mut rows: Vec<(Line, Line)> = Vec::new();
        let mut add = |label: &Msg, lines: Vec<Line>| {
            let labels = std::iter::once(Line::new().dim(look.say(label))).chain(std::iter::repeat(Line::new()));
            rows.extend(labels.zip(lines));
        };
        let topics = self.topics.iter().flatten().take(most(TOPICS));
        add(&msg!("member-knows"), topics.map(|topic| topic.line(look, room)).collect());
        let kept: Vec<Line> = self.knows.iter().filter(|one| one.tie == KEPT).map(|one| Line::from(&one.title)).collect();
        add(&msg!("member-keeps"), fitting(kept, 0, room).into_iter().collect());
        add(&msg!("member-brought"), self.brought(most(SHOWN), look));
        let uses = self.uses.iter().flatten().take(most(SHOWN));
        add(&msg!("member-uses"), uses.map(|used| used.line(look)).collect());
        for group in heard.chunk_by(|one, other| one.word == other.word) {
            let mut lines: Vec<Line> = group.iter().take(most(WORDS)).map(|heard| heard.line(look)).collect();
            let more = group.len() - lines.len();
            if let Some(last) = lines.last_mut().filter(|_| more > 0) {
                *last = std::mem::take(last).dim(format!(" (+{more})"));
            }
            add(&group[0].head(), lines);
        }
        rows
    }

    /// How much of which kind they made, and the newest of it.
    fn brought(&self, most: usize, look: &Look) -> Vec<Line> {
        let mut made: Vec<&Theirs> = self.knows.iter().filter(|one| one.kind.is_some()).collect();
        made.sort_by(|a, b| (b.day, &a.path).cmp(&(a.day, &b.path)));
        let mut counts: BTreeMap<&str, (usize, &Kinded)> = BTreeMap::new();
        for kind in made.iter().filter_map(|one| one.kind.as_ref()) {
            counts.entry(&kind.2).or_insert((0, kind)).0 += 1;
        }
        let mut counts: Vec<(usize, &Kinded)> = counts.into_values().collect();
        counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let said = counts.iter().map(|(count, (one, several, name))| {
            let word = if *count == 1 { one.text(look.lang, name) } else { several.text(look.lang, &format!("{name}s")) };
            format!("{} {word}", look.count(*count))
        });
        let mut lines = if made.len() > 1 { vec![Line::from(said.collect::<Vec<_>>().join(", "))] } else { Vec::new() };
        lines.extend(made.into_iter().take(most).map(|one| {
            let kind = one.kind.as_ref().map(|(label, _, name)| label.text(look.lang, name));
            let facts: Vec<String> = kind.into_iter().chain(one.day.map(|day| look.day(day))).collect();
            Line::from(&one.title).dim(format!(" ({})", facts.join(", ")))
        }));
        lines
    }
}

impl KnownTopic {
    /// `mail: keeps Export a mailbox, and 3 more`.
    fn line(&self, look: &Look, room: usize) -> Line {
        let head = Line::new().strong(self.topic.label(look.lang)).plain(": ");
        let left = room.saturating_sub(head.width());
        let proofs = self.evidence.iter().map(|proof| Line::from(look.say(&proof.says()))).collect();
        let more = self.documents.saturating_sub(self.evidence.len());
        head.then(fitting(proofs, more, left).unwrap_or_default())
    }
}

impl Use {
    fn line(&self, look: &Look) -> Line {
        let line = self.date.iter().fold(Line::from(&self.title), |line, day| line.dim(format!(", {}", look.day(*day))));
        self.text.iter().fold(line, |line, text| line.plain(format!(": {text}")))
    }
}

/// As many of these as fit, at least one, and how many there are besides.
fn fitting(mut parts: Vec<Line>, mut more: usize, room: usize) -> Option<Line> {
    let said = |more: usize| if more == 0 { String::new() } else { format!(" (+{more})") };
    loop {
        let line = Line::join(parts.iter().cloned(), "; ");
        if parts.len() < 2 || line.width() + said(more).len() <= room {
            return (!line.is_empty()).then(|| line.dim(said(more)));
        }
        parts.pop();
        more += 1;
    }
}

/// Somebody of history who has no page: `show` answers with what there is of them.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Person {
    /// Always null: who has a page is shown by it.
    pub handle: Option<String>,
    /// The name.
    pub name: String,
    #[serde(flatten)]
    profile: Profile,
}

/// Somebody who is no member and is called so in history or by documents, in whole or by a part that nobody else is called; under all the
/// addresses that have the name. `None` where nobody is.
pub fn person(session: &Session, typed: &str) -> Option<Person> {
    let name = asked::guest(session, typed)?;
    let deeds = Deeds::of(session, session.community()).without_days();
    let mut asked = Asked::default();
    asked.add(None, &name);
    let is_them = |someone: &Someone| asked.names(someone.handle.as_deref(), &someone.name) && !someone.is_bot;
    let all = deeds.cast().all().iter().enumerate();
    let who: Vec<usize> = all.filter(|(_, someone)| is_them(someone)).map(|(at, _)| at).collect();
    Some(Person { handle: None, name, profile: profile(session, deeds, &who) })
}

impl View for Person {
    const SCHEMA: &'static str = "person";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut blocks = vec![Block::Title(Line::new().strong(&self.name)), Block::Facts(self.profile.facts(look))];
        blocks.extend(self.profile.blocks(&[], look));
        let command = format!("cop invite {}", quoted(&self.name));
        blocks.extend([Block::Blank, Block::Line(Line::new().dim(look.say(&msg!("member-no-page"))).plain(" ").command(command))]);
        blocks
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Deed, What, known};
    use crate::base::lang::Lang;
    use crate::work::checks::testing::community;

    #[test]
    fn somebody_knows_most_about_what_they_made_and_keep_and_nothing_about_what_they_asked() {
        let community = community(
            "",
            &[
                ("practices/a.md", "---\ntags: [mail]\n---\n# A\n"),
                ("practices/b.md", "---\ntags: [mail, maps]\n---\n# B\n"),
                ("practices/old.md", "---\ntags: [paper]\nstatus: retired\n---\n"),
                ("questions/q.md", "---\ntags: [sound]\n---\n# How loud?\n"),
                ("questions/q/ada.md", ""),
                ("questions/z.md", "---\ntags: [smell]\n---\n# How strong?\n"),
            ],
        );
        let day = Date::parse("2026-11-01");
        let deed = |what, document| Deed { who: 0, what, document: Some(document), day, commit: None };
        let own = [
            deed(What::Edited, 0),
            deed(What::Created, 1),
            deed(What::Keeps, 1),
            deed(What::Created, 2),
            deed(What::Created, 4),
            deed(What::Created, 5),
        ];
        let topics = known(&community, &own, &|_| 1.0, Date::parse("2026-11-22").unwrap());
        let said: Vec<_> = topics
            .iter()
            .map(|topic| {
                let proofs: Vec<_> = topic.evidence.iter().map(|proof| proof.says().text(Lang::En)).collect();
                format!("{} {}: {}", topic.topic.name, topic.documents, proofs.join(", "))
            })
            .collect();
        assert_eq!(said, ["mail 2: keeps B, changed A", "maps 1: keeps B", "sound 1: answered How loud?"]);
    }
}
