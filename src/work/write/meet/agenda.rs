//! The agenda of a meeting, from what waits: nothing is on it that does not stand in a document.

use std::collections::{BTreeSet, HashMap};

use crate::base::date::Date;
use crate::base::lang::{Lang, Msg};
use crate::model::community::Community;
use crate::model::document::Document;
use crate::model::query::ast::Query;
use crate::model::targets::{Target, of_relation};
use crate::msg;
use crate::show::dates::weekday;
use crate::work::catalogue;
use crate::work::meetings::{self, Stage};
use crate::work::page::Page;
use crate::work::session::Session;
use crate::work::write::add::QUESTION;
use crate::work::write::flag;

use super::section::{AGENDA, next_markers, with};
use super::{is_open, link, linked};

/// So many points a meeting has time for.
const MOST: usize = 8;
/// So many days before its day a decision is looked at again, or a goal spoken of.
const NEAR: i32 = 42;

/// The sorts of points, the most pressing first, and how many of each there are at most: or one sort would crowd out the others.
const SORTS: [(Sort, usize); 6] =
    [(Sort::Promised, 2), (Sort::Proposed, 3), (Sort::Revisited, 2), (Sort::Flagged, 2), (Sort::Goal, 1), (Sort::Unanswered, 2)];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Somebody said they would do it, at a meeting before.
    Promised,
    /// It is proposed and not decided.
    Proposed,
    /// It was decided to look at it again.
    Revisited,
    /// A reader says that it does not hold.
    Flagged,
    /// It is to be reached.
    Goal,
    /// Nobody has answered.
    Unanswered,
}

/// Something to talk about.
struct Point {
    sort: Sort,
    /// The document; `None` for what stands in the settings.
    at: Option<usize>,
    /// What is older comes first.
    since: Option<Date>,
    says: Msg,
    /// What tells in the meeting's text that it is there already, where no link does.
    words: Option<String>,
}

/// The text of a meeting with the points on its agenda that wait and are not linked there yet, and how many those are.
///
/// `day` is the meeting's. What is on the agenda of another meeting that is still to be is not put on this one too.
pub(super) fn with_points(session: &Session, document: &Document, day: Date) -> (String, usize) {
    let community = session.community();
    let kind = session.settings().kinds.at(document.kind);
    let lang = Lang::of(&document.lang).or_else(|| Lang::of(&session.settings().language)).unwrap_or_default();
    let (here, mut elsewhere) = (linked(session, document), Vec::new());
    let is_other = |meeting: &meetings::Meeting| {
        meeting.stage == Stage::Planned && meeting.day >= session.today() && meeting.document.path != document.path
    };
    let others: Vec<_> = meetings::all(community).into_iter().filter(is_other).collect();
    for meeting in &others {
        elsewhere.extend(linked(session, &meeting.document));
    }
    let is_elsewhere = |point: &Point| {
        let is_said = |words: &String| others.iter().any(|meeting| meeting.document.text.contains(words));
        point.at.is_some_and(|at| elsewhere.contains(&at) || community.documents()[at].path == document.path)
            || point.words.as_ref().is_some_and(is_said)
    };
    let mut points: Vec<Point> = all(session, &document.path, day, lang).into_iter().filter(|point| !is_elsewhere(point)).collect();
    points.sort_by_key(|point| (SORTS.iter().position(|(sort, _)| *sort == point.sort), point.since.is_none(), point.since));
    // Of what is flagged by several readers, or is to be looked at again anyway, one point is enough.
    let mut told = BTreeSet::new();
    points.retain(|point| point.at.is_none_or(|at| told.insert(at)));
    let chosen = SORTS.iter().flat_map(|(sort, most)| points.iter().filter(move |point| point.sort == *sort).take(*most)).take(MOST);
    // What is here already takes its place too, or a meeting would be asked to speak of more each time that somebody looks.
    let is_here = |point: &&Point| {
        point.at.is_some_and(|at| here.contains(&at)) || point.words.as_ref().is_some_and(|words| document.text.contains(words))
    };
    let chosen: Vec<&Point> = chosen.filter(|point| !is_here(point)).collect();
    if chosen.is_empty() {
        return (document.text.to_string(), 0);
    }
    let lines: Vec<String> =
        chosen.iter().zip(next_markers(document, kind, AGENDA)).map(|(point, mark)| format!("{mark} {}", point.says.text(lang))).collect();
    (with(document, kind, AGENDA, &lines.join("\n")), lines.len())
}

/// All that waits, for a meeting at a path on a day.
fn all(session: &Session, path: &str, day: Date, lang: Lang) -> Vec<Point> {
    let community = session.community();
    let mut points = promised(community, path, day, session.today());
    points.extend(of_documents(session, path, day, lang));
    for goal in &session.settings().goals {
        let Some(until) = goal.until.filter(|until| until.days() - day.days() <= NEAR) else { continue };
        let text = goal.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let says = msg!("meet-agenda-goal", goal = &text, day = weekday(until, day, lang));
        points.push(Point { sort: Sort::Goal, at: None, since: Some(until), says, words: Some(text) });
    }
    points
}

/// What was promised at meetings before a day and is not ticked, a point a meeting. What is to be done before a meeting that is still to be
/// has time until then.
fn promised(community: &Community, path: &str, day: Date, today: Date) -> Vec<Point> {
    let was = |meeting: &meetings::Meeting| meeting.stage == Stage::Held || meeting.stage == Stage::Planned && meeting.day < today;
    let before = meetings::all(community).into_iter().filter(|meeting| meeting.day < day && was(meeting));
    let point = |meeting: meetings::Meeting| {
        let open: Vec<_> = meeting.document.markdown.tasks.iter().filter(|task| !task.done).collect();
        let mut who: Vec<String> = Vec::new();
        // Whom nobody knows an agenda does not call.
        let is_known = |handle: &&String| community.people().by_handle(handle).is_some();
        for handle in open.iter().flat_map(|task| &task.mentions).filter(is_known) {
            let handle = format!("@{handle}");
            if !who.contains(&handle) {
                who.push(handle);
            }
        }
        let at = community.names().by_path(&meeting.document.path)?;
        let link = link(path, &meeting.document);
        let says = match who.as_slice() {
            [] => msg!("meet-agenda-promised", link = link, count = open.len()),
            who => msg!("meet-agenda-promised-by", link = link, count = open.len(), who = who.join(", ")),
        };
        (!open.is_empty()).then_some(Point { sort: Sort::Promised, at: Some(at), since: Some(meeting.day), says, words: None })
    };
    before.filter_map(point).collect()
}

/// What is to be decided, looked at again, mended or answered.
fn of_documents(session: &Session, path: &str, day: Date, lang: Lang) -> Vec<Point> {
    let community = session.community();
    let cards = catalogue::find(session, &Query::default(), Page::default()).map(|found| found.cards).unwrap_or_default();
    let made: HashMap<&str, Date> = cards.iter().filter_map(|(card, _)| Some((card.path.as_str(), card.created?))).collect();
    let made = |path: &str| made.get(path).copied();
    let mut points = Vec::new();
    for (at, document) in community.documents().iter().enumerate() {
        let kind = community.kind(document);
        let open = is_open(document, kind);
        let link = || link(path, document);
        let state = document.state.as_deref().and_then(|name| kind.state(name));
        if kind.name == flag::KIND && open {
            let about = document.related("about").find_map(|value| match of_relation(community, document, value) {
                Target::Document(at, _) => Some(at),
                _ => None,
            });
            let Some(about) = about else { continue };
            let what = document.value("type").map_or_else(|| Msg::literal("?"), flag::called);
            let says = msg!("meet-agenda-flagged", link = super::link(path, &community.documents()[about]), what = what);
            let since = document.slug.get(..10).and_then(Date::parse);
            points.push(Point { sort: Sort::Flagged, at: Some(about), since, says, words: None });
        } else if kind.name == QUESTION && open && community.children(at).next().is_none() {
            let says = msg!("meet-agenda-unanswered", link = link());
            points.push(Point { sort: Sort::Unanswered, at: Some(at), since: made(&document.path), says, words: None });
        } else if kind.field("deciders").is_some() && open {
            let since = document.date("date").or_else(|| made(&document.path));
            points.push(Point {
                sort: Sort::Proposed,
                at: Some(at),
                since,
                says: msg!("meet-agenda-proposed", link = link()),
                words: None,
            });
        } else if let Some(revisit) = document
            .date("revisit")
            .filter(|revisit| revisit.days() - day.days() <= NEAR && state.is_none_or(|state| !state.retired && !state.open))
        {
            let says = msg!("meet-agenda-revisited", link = link(), day = weekday(revisit, day, lang));
            points.push(Point { sort: Sort::Revisited, at: Some(at), since: Some(revisit), says, words: None });
        }
    }
    points
}
