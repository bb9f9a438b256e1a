//! What came of what a person did, since they last looked: an answer of theirs that was chosen, thanks, use, a report that was settled; and
//! what happened to what they follow.

use std::collections::HashMap;

use crate::base::date::Date;
use crate::base::path::{folder, last};
use crate::model::contribution::Author;
use crate::model::document::Document;
use crate::model::history::{ChangeKind, CommitView, ObjectId};
use crate::model::kind::{Capability, Kind};
use crate::model::query::card::Card;
use crate::model::targets::join;
use crate::store::git::open::Repo;
use crate::store::workspace::load;
use crate::text::markdown::decode;

use super::catalogue;
use super::home::{ForMe, News, Seen, Todo, Why};
use super::session::Session;
use super::write::flag;
use crate::model::said::{self, About, Said, Verb};

/// What others committed since a moment.
pub struct Fresh<'s> {
    /// The commits, newest first, that the person who asks did not write.
    pub(super) commits: Vec<(CommitView<'s>, &'s str)>,
}

impl<'s> Fresh<'s> {
    /// What was committed since a day, as far as history tells.
    pub fn after(session: &'s Session, day: Date) -> Option<Self> {
        let commits: Vec<_> = session.history_if_any()?.commits().collect();
        let is_old = commits.iter().map(|commit| commit.day().is_none_or(|own| own < day)).collect();
        Some(Self::of_others(session, commits, is_old))
    }

    /// What there is that was not there when the person looked; `None` where history can't tell.
    pub fn since(session: &'s Session, seen: &Seen) -> Option<Self> {
        let commits: Vec<_> = session.history_if_any()?.commits().collect();
        let mut known = vec![false; commits.len()];
        let at = commits.iter().position(|commit| commit.id() == seen.tip())?;
        known[at] = true;
        // Parents stand before their children, so one pass from there on finds all that led to it.
        for at in (0..=at).rev() {
            if known[at] {
                commits[at].parents().iter().filter_map(|parent| usize::try_from(*parent).ok()).for_each(|parent| known[parent] = true);
            }
        }
        Some(Self::of_others(session, commits, known))
    }

    fn of_others(session: &'s Session, commits: Vec<CommitView<'s>>, known: Vec<bool>) -> Self {
        let Ok(authors) = session.authors() else { return Self { commits: Vec::new() } };
        let me = catalogue::me(session);
        let address = session.repo().and_then(Repo::identity).map(|(_, email)| email);
        // Who is no member yet, or whose page has no address, is still the one who wrote it.
        let is_me = |author: &Author| match &me {
            Some(me) => author.handle.as_ref() == Some(me),
            None => address.as_ref().is_some_and(|own| author.emails.iter().any(|email| email.eq_ignore_ascii_case(own))),
        };
        let fresh = commits.into_iter().zip(known).rev().filter(|(_, known)| !known).filter_map(|(commit, _)| {
            let writers: Vec<_> = authors.writers(commit).into_iter().filter_map(|at| authors.all().get(at)).collect();
            let is_mine = writers.iter().any(|author| is_me(author));
            let author = writers.into_iter().find(|author| !author.is_bot).filter(|_| !is_mine)?;
            Some((commit, author.name.as_str()))
        });
        Self { commits: fresh.collect() }
    }

    /// The paths that changed, from the community's root, each with who changed it last and what it was before.
    fn paths(&self, session: &'s Session) -> Vec<(&'s str, &'s str, Option<ObjectId>)> {
        let mut paths = Vec::new();
        let mut place: HashMap<&str, usize> = HashMap::new();
        let (Some(history), prefix) = (session.history_if_any(), session.prefix()) else { return paths };
        for (commit, who) in &self.commits {
            for change in commit.changes().iter().filter(|change| change.kind.is_work()) {
                let Some(path) = history.path(change.path).strip_prefix(&prefix) else { continue };
                let known = *place.entry(path).or_insert(paths.len());
                if known == paths.len() {
                    paths.push((path, *who, None));
                }
                paths[known].2 = change.old;
            }
        }
        paths
    }
}

/// The documents of a community, seen by the one who looks.
pub(super) struct Mine<'c> {
    session: &'c Session,
    cards: &'c [Card],
    by_path: HashMap<&'c str, &'c Card>,
    /// What can be answered, by the folder that its answers stand in.
    by_folder: HashMap<&'c str, &'c Card>,
    me: String,
}

impl<'c> Mine<'c> {
    /// Nothing for who is no member.
    pub(super) fn of(session: &'c Session, cards: &'c [Card]) -> Option<Self> {
        let by_path = cards.iter().map(|card| (card.path.as_str(), card)).collect();
        // A question can have a language in its name, and dots of its own: `how-long.nl.md`.
        let folders = |card: &'c Card| card.path.match_indices('.').filter_map(move |(at, _)| Some((card.path.get(..at)?, card)));
        let by_folder = cards.iter().filter(|card| card.answers.is_some()).flat_map(folders).collect();
        Some(Self { session, cards, by_path, by_folder, me: catalogue::me(session)? })
    }

    /// Whether the person made it.
    pub(super) fn made(&self, card: &Card) -> bool {
        card.people.iter().any(|person| person.handle.as_deref() == Some(&self.me) && person.roles.iter().any(|role| role == "created"))
    }

    /// Whether the person keeps it true: its steward, or whoever made it where nobody is there to.
    pub(super) fn keeps(&self, card: &Card) -> bool {
        let steward = card.steward.as_deref();
        match steward.map(|steward| self.session.people().named(steward)) {
            Some(Some(member)) if !member.left => member.handle == self.me,
            // A team is somebody.
            Some(None) => false,
            _ => self.made(card),
        }
    }

    /// The document that a file means by a link or a name.
    pub(super) fn meant(&self, from: &str, name: &str) -> Option<&'c Card> {
        let bare = name.split('#').next().unwrap_or_default();
        let path = join(from, &decode(bare));
        let by_path = path.and_then(|path| self.by_path.get(path.as_str()).copied());
        by_path.or_else(|| {
            let name = bare.trim_start_matches("../");
            let mut known = self.cards.iter().filter(|card| card.reference == name || card.path == name || last(&card.reference) == name);
            known.next().filter(|_| known.next().is_none())
        })
    }

    fn read(&self, path: &str, old: Option<ObjectId>) -> Option<Document> {
        let settings = self.session.settings();
        let claim = settings.kinds.claim(path, &|path| self.by_path.contains_key(path))?;
        let text = match old {
            Some(id) => self.session.blob(id)?,
            None => load::text(&self.session.dir().join(path), settings.limits.file).ok()?,
        };
        Some(Document::read(path, text, &claim, settings))
    }

    fn said(&self, path: &str, old: Option<ObjectId>) -> Vec<Said> {
        let document = self.read(path, old);
        document.map(|document| said::of(&document, self.session.settings().kinds.at(document.kind))).unwrap_or_default()
    }

    /// What came of what the person did.
    pub(super) fn echoes(&self, fresh: &Fresh<'c>) -> Vec<ForMe> {
        let mut echoes = Vec::new();
        for (path, who, old) in fresh.paths(self.session) {
            let Some(card) = self.by_path.get(path) else { continue };
            let Some(kind) = self.session.settings().kinds.named(&card.kind) else { continue };
            if kind.has(Capability::Person) {
                echoes.extend(self.words_of(card, old));
            } else if kind.name == flag::KIND {
                let was_open = old.and_then(|old| self.read(path, Some(old))).is_some_and(|before| before.state != card.state);
                if !card.open && was_open && self.flagged(card) {
                    let about =
                        self.read(path, None).and_then(|flag| flag.related("about").find_map(|value| self.meant(path, &value.target)));
                    echoes.push(ForMe::echo(Todo::Settled, about.unwrap_or(card), who, ""));
                }
                continue;
            }
            echoes.extend(old.and_then(|old| self.taken(card, kind, who, old)));
            if card.answers.is_some() {
                let chosen = |old| {
                    let question = self.read(path, old)?;
                    question.related("accepted").find_map(|value| self.meant(path, &value.target)).map(|card| card.path.as_str())
                };
                let now = chosen(None);
                let mine = now.and_then(|path| self.by_path.get(path)).filter(|answer| self.made(answer));
                if mine.is_some() && old.is_none_or(|old| chosen(Some(old)) != now) {
                    echoes.push(ForMe::echo(Todo::Accepted, card, who, ""));
                }
            }
        }
        echoes
    }

    /// What was done by another to what was the person's: it is another's to keep now, or was closed or retired.
    fn taken(&self, card: &Card, kind: &Kind, who: &str, old: ObjectId) -> Option<ForMe> {
        let (before, now) = (self.read(&card.path, Some(old))?, self.read(&card.path, None)?);
        let people = self.session.people();
        let is_me = |text: &str| people.named(text).is_some_and(|member| member.handle == self.me);
        let kept_by = |document: &Document| document.values("steward").first().map(|value| value.text.clone());
        let was_mine = kept_by(&before).is_some_and(|steward| is_me(&steward));
        let is_retired =
            |document: &Document| document.state.as_deref().and_then(|name| kind.state(name)).is_some_and(|state| state.retired);
        if is_retired(&now) && !is_retired(&before) && (was_mine || self.made(card) || self.asked(card)) {
            let reason = now.values("reason").first().map(|value| value.text.clone());
            let instead = || ["duplicate_of", "superseded_by"].into_iter().find_map(|name| now.related(name).next());
            let instead = || instead().and_then(|value| self.meant(&card.path, &value.target)).map(|card| card.title.clone());
            let words = reason.or_else(instead).unwrap_or_default();
            let state = now.state.as_deref().and_then(|name| Some(kind.state(name)?.label.text(self.session.lang(), name)));
            return Some(ForMe { state, ..ForMe::echo(Todo::Retired, card, who, &words) });
        }
        if !was_mine || kept_by(&now).is_some_and(|steward| is_me(&steward)) {
            return None;
        }
        let to = kept_by(&now).map(|steward| people.named(&steward).map_or(steward.clone(), |member| member.name.clone()));
        // Who takes it over is named once.
        let to = to.filter(|to| to != who);
        Some(ForMe { to, ..ForMe::echo(Todo::Handed, card, who, "") })
    }

    /// Whether the person asked it.
    fn asked(&self, card: &Card) -> bool {
        card.people.iter().any(|person| person.handle.as_deref() == Some(&self.me) && person.roles.iter().any(|role| role == "asked"))
    }

    /// Whether the person raised a flag.
    fn flagged(&self, card: &Card) -> bool {
        self.made(card) || last(&card.reference).ends_with(&format!("-{}", self.me))
    }

    /// What somebody newly says in their own file that is about the person or what is theirs.
    fn words_of(&self, member: &Card, old: Option<ObjectId>) -> Vec<ForMe> {
        if last(&member.reference) == self.me {
            return Vec::new();
        }
        let before = old.map(|old| self.said(&member.path, Some(old))).unwrap_or_default();
        let new = self.said(&member.path, None).into_iter().filter(|said| !before.iter().any(|known| known.is(said)));
        new.filter_map(|said| {
            let Some(About::Link(target)) = &said.about else { return None };
            let about = self.meant(&member.path, target)?;
            let to_me =
                || said.whom.as_deref().and_then(|whom| self.session.people().named(whom)).is_some_and(|whom| whom.handle == self.me);
            let kind = match said.verb {
                Verb::Thanks if to_me() => Todo::Thanked,
                Verb::Uses if self.made(about) || self.keeps(about) => Todo::Used,
                _ => return None,
            };
            Some(ForMe { day: said.day, ..ForMe::echo(kind, about, &member.title, &said.words) })
        })
        .collect()
    }

    /// The question that an answer stands under.
    pub(super) fn parent(&self, card: &Card) -> Option<&'c Card> {
        self.by_folder.get(folder(&card.path)).copied()
    }

    /// Of what is new, that which happened to what the person follows, and the rest.
    pub(super) fn followed(&self, news: Vec<News>) -> (Vec<News>, Vec<News>) {
        let own = self.session.people().by_handle(&self.me).map(|member| (member.path.as_str(), self.said(&member.path, None)));
        let Some((from, said)) = own else { return (Vec::new(), news) };
        let settings = self.session.settings();
        let (mut tags, mut paths) = (Vec::new(), Vec::new());
        for said in said.iter().filter(|said| said.verb == Verb::Follows) {
            match &said.about {
                Some(About::Tag(tag)) => tags.push(settings.tag_name(tag)),
                Some(About::Link(target)) => paths.extend(self.meant(from, target).map(|card| card.path.as_str())),
                None => {}
            }
        }
        let is_followed = |news: &News| {
            let Some(card) = self.by_path.get(news.path.as_str()) else { return false };
            let parent = self.parent(card).map(|parent| parent.path.as_str());
            let is_named = paths.iter().any(|path| *path == card.path || parent == Some(path));
            is_named || card.tags.iter().any(|tag| tags.contains(&settings.tag_name(tag)))
        };
        news.into_iter().partition(is_followed)
    }
}

/// What others made and changed: what happened to what the person follows, and the rest. What is told them otherwise is not among it.
pub(super) fn news(session: &Session, cards: &[Card], fresh: &Fresh<'_>, told: &[ForMe]) -> (Vec<News>, Vec<News>) {
    let all = all_news(session, cards, fresh);
    let Some(mine) = Mine::of(session, cards) else { return (Vec::new(), all) };
    let asked = |news: &News| mine.by_path.get(news.path.as_str()).and_then(|card| mine.parent(card));
    let is_of = |news: &News, told: &ForMe| match told.kind {
        Todo::Accept => asked(news).is_some_and(|question| question.path == told.path),
        Todo::Accepted | Todo::Handed | Todo::Retired => news.path == told.path,
        _ => false,
    };
    let rest = all.into_iter().filter(|news| !told.iter().any(|told| is_of(news, told))).collect();
    mine.followed(rest)
}

fn all_news(session: &Session, cards: &[Card], fresh: &Fresh<'_>) -> Vec<News> {
    let Some(history) = session.history_if_any() else { return Vec::new() };
    let by_path: HashMap<&str, &Card> = cards.iter().map(|card| (card.path.as_str(), card)).collect();
    let (kinds, prefix) = (&session.settings().kinds, session.prefix());
    let mut news: Vec<News> = Vec::new();
    for (commit, by) in &fresh.commits {
        for change in commit.changes().iter().filter(|change| change.kind.is_work()) {
            let card = history.path(change.path).strip_prefix(&prefix).and_then(|path| by_path.get(path));
            let Some((card, kind)) = card.and_then(|card| Some((card, kinds.named(&card.kind)?))) else { continue };
            let is_new = change.kind == ChangeKind::Added;
            // What people note in their own files is told where it counts, and what they flag to whom it concerns.
            if kind.name == flag::KIND || !is_new && kind.has(Capability::Person) {
                continue;
            }
            match news.iter_mut().find(|known| known.path == card.path) {
                Some(known) => {
                    if is_new {
                        known.is_new = true;
                        (*by).clone_into(&mut known.by);
                    }
                }
                None => news.push(News {
                    reference: card.reference.clone(),
                    path: card.path.clone(),
                    title: card.title.clone(),
                    is_new,
                    by: (*by).to_owned(),
                    date: commit.day(),
                    label: kind.label(session.lang()),
                    commit: commit.id(),
                }),
            }
        }
    }
    news
}

/// What waits for the person who asks, what came of what they did first: an answer to what they asked, what was flagged of what they keep,
/// what of it is past its day, and questions that nobody answered and that are about what they care for. Nothing for who is no member.
/// Where nothing may be written what waits is only to be looked at.
pub(super) fn for_me(session: &Session, cards: &[Card], fresh: Option<&Fresh<'_>>, is_merging: bool) -> Vec<ForMe> {
    let Some(mine) = Mine::of(session, cards) else { return Vec::new() };
    let Some(me) = catalogue::me(session) else { return Vec::new() };
    let mut waiting: Vec<ForMe> = fresh.map(|fresh| mine.echoes(fresh)).unwrap_or_default();
    let mut add = |card: &Card, kind: Todo, command: String, why: Why| {
        if !waiting.iter().any(|known| known.path == card.path && known.by.is_none()) {
            let (reference, path, title) = (card.reference.clone(), card.path.clone(), card.title.clone());
            let command = if is_merging { format!("cop show {}", short(cards, card)) } else { command };
            waiting.push(ForMe { kind, reference, path, title, command, by: None, words: None, to: None, why, day: None, state: None });
        }
    };
    let command = |verb: &str, card: &Card| format!("cop {verb} {}", short(cards, card));
    let asked_by_me = |card: &Card| mine.asked(card);
    for question in cards.iter().filter(|card| card.open && card.answers.is_some_and(|count| count > 0) && asked_by_me(card)) {
        let is_answer = |card: &&Card| mine.parent(card).is_some_and(|parent| parent.path == question.path) && !mine.made(card);
        let answers: Vec<&Card> = cards.iter().filter(is_answer).collect();
        match answers.as_slice() {
            [] => {}
            [one] => {
                let name = one.reference.split_once('/').map_or(one.reference.as_str(), |(_, slug)| slug);
                add(question, Todo::Accept, format!("cop accept {name}"), Why::Answered);
            }
            // Which of them is for them to say, when they have read them.
            _ => add(question, Todo::Accept, command("show", question), Why::Answered),
        }
    }
    for flagged in cards.iter().filter(|card| card.kind == flag::KIND && card.open) {
        let Some(flag) = mine.read(&flagged.path, None) else { continue };
        let about = flag.related("about").find_map(|value| mine.meant(&flagged.path, &value.target));
        if let Some(card) = about.filter(|card| mine.keeps(card)) {
            add(card, Todo::Review, command("review", card), Why::Flagged);
        }
    }
    let today = session.today();
    let is_mine = |card: &Card| card.steward.is_some() && mine.keeps(card);
    let mut overdue: Vec<(Date, &Card)> =
        cards.iter().filter(|card| is_mine(card)).filter_map(|card| Some((card.next_review.filter(|day| *day < today)?, card))).collect();
    overdue.sort_by_key(|(day, _)| *day);
    for (_, card) in overdue {
        add(card, Todo::Review, command("review", card), Why::Overdue);
    }
    let settings = session.settings();
    let member = session.people().by_handle(&me).and_then(|member| mine.read(&member.path, None));
    let interests: Vec<String> =
        member.iter().flat_map(|member| member.values("interests")).map(|value| settings.tag_name(&value.text)).collect();
    let fits = |card: &Card| card.tags.iter().any(|tag| interests.contains(&settings.tag_name(tag)));
    for card in cards.iter().filter(|card| card.open && card.answers == Some(0) && fits(card) && !asked_by_me(card)) {
        add(card, Todo::Question, command("answer", card), Why::Unanswered);
    }
    waiting.sort_by_key(|one| one.why);
    waiting
}

/// The shortest name of a document that only it has.
fn short<'c>(cards: &[Card], card: &'c Card) -> &'c str {
    let own = last(&card.reference);
    let others = cards.iter().filter(|other| last(&other.reference) == own).count();
    if others == 1 { own } else { &card.reference }
}
