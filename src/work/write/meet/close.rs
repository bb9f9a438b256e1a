//! What a meeting came to: what was decided, proposed and asked becomes documents, what was promised becomes tasks, and the meeting was
//! held. All of it is one commit.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::base::error::Result;
use crate::base::fold::fold;
use crate::base::lang::{Lang, Msg};
use crate::base::width::truncate;
use crate::model::document::Document;
use crate::model::kind::{Kind, State};
use crate::model::targets::{Target, of_link};
use crate::msg;
use crate::text::markdown::Heading;
use crate::work::meetings::{Meeting, Stage};
use crate::work::session::Session;
use crate::work::write::add::{self, NewDocument, Place, QUESTION};
use crate::work::write::draft::Draft;
use crate::work::write::relations::Mode;
use crate::work::write::set::became;
use crate::work::write::{Assignment, How, Met, Outcome, fields, states, write};

use super::due::Promise;
use super::marked::{self, Line, Mark};
use super::minutes::attend;
use super::section::{MINUTES, filled, heading, without_later};
use super::{at_hand, demand_past, is_open, line_end, link, named};

/// The kind of decisions and proposals.
const DECISION: &str = "decision";
/// A title is this wide at most; what is longer is said in the text.
const TITLE: usize = 120;

/// A place in the meeting's text, and what is to stand there.
type Edit = (Range<usize>, String);

/// Closes a meeting. `name` is as typed; without one it is today's, or the last that nobody closed.
///
/// # Errors
/// There is no such meeting, it is called off or still to come, a document that it comes to can't be made, or git says no. Then nothing is
/// changed.
pub fn close(session: &Session, name: Option<&str>, attendees: &[String], how: &How) -> Result<Met> {
    let meeting = name.map_or_else(|| at_hand(session), |name| named(session, name))?;
    demand_past(session, &meeting)?;
    let mut draft = Draft::of_many(session);
    let path = draft.ask(&meeting.document);
    attend(&mut draft, &path, attendees)?;
    let document = draft.document(&path)?;
    let kind = draft.kind(&document);
    let range = heading(&document, kind, MINUTES).map_or(document.front.body..document.text.len(), Heading::content);
    let (lines, near) = marked::read(&document, range);
    let mut closing = Closing {
        session,
        meeting: &meeting,
        document: document.clone(),
        draft,
        taken: BTreeSet::new(),
        made: Made::default(),
        notes: Vec::new(),
        says: Vec::new(),
    };
    let edits: Vec<Option<Edit>> = lines.iter().map(|line| closing.edit(line)).collect::<Result<_>>()?;
    let edits: Vec<Edit> = edits.into_iter().flatten().collect();
    let Closing { mut draft, made, mut notes, mut says, .. } = closing;
    let mut text = document.text.to_string();
    for (range, new) in edits.iter().rev() {
        text.replace_range(range.clone(), new);
    }
    draft.rewrite(&path, &text);
    if meeting.stage == Stage::Planned
        && let Some(held) = kind.states.iter().find(|state| !state.open && !state.retired)
    {
        fields::assign(&mut draft, &path, &Assignment::one("status", states::word(held)), Mode::Replace)?;
    }
    for line in near {
        let said = truncate(document.text.get(line.span.clone()).unwrap_or_default(), 60).into_owned();
        notes.push((line.span.start, Box::new(move |number| msg!("meet-near", line = number, said = &said, meant = &line.meant))));
    }
    let after = draft.document(&path)?;
    if after.values("attendees").is_empty() {
        says.push(msg!("meet-nobody-there", name = &document.reference));
    }
    notes.sort_by_key(|(at, _)| *at);
    let told = notes.iter().map(|(at, note)| note(line_now(&document.text, &edits, &after.text, *at)));
    let subject = msg!("meet-commit-close", name = &document.reference);
    let closed = became(session, &meeting.document, &after, kind);
    let outcome = write(session, &draft, &subject, how)?.became(closed.into_iter().chain(made.says(session.lang())).chain(says));
    // What nobody understood is said even where there was nothing to write.
    Ok(Met(told.fold(outcome, Outcome::also)))
}

/// The line on which something stands that stood at a place before the edits, and before what they do not touch was changed above it.
fn line_now(before: &str, edits: &[Edit], after: &str, at: usize) -> usize {
    let count = |text: &str| text.matches('\n').count();
    let below = edits.iter().filter(|(range, _)| range.start >= at);
    let (old, new) =
        below.fold((0, 0), |(old, new), (range, text)| (old + count(before.get(range.clone()).unwrap_or_default()), new + count(text)));
    let rest = (count(before.get(at..).unwrap_or_default()) + new).saturating_sub(old);
    count(after).saturating_sub(rest) + 1
}

/// How much a meeting came to.
#[derive(Default)]
struct Made {
    decisions: usize,
    proposals: usize,
    questions: usize,
    actions: usize,
}

impl Made {
    fn says(&self, lang: Lang) -> Option<Msg> {
        let parts = [
            (self.decisions, msg!("meet-made-decisions", count = self.decisions)),
            (self.proposals, msg!("meet-made-proposals", count = self.proposals)),
            (self.questions, msg!("meet-made-questions", count = self.questions)),
            (self.actions, msg!("meet-made-actions", count = self.actions)),
        ];
        let parts: Vec<String> = parts.iter().filter(|(count, _)| *count > 0).map(|(_, says)| says.text(lang)).collect();
        (!parts.is_empty()).then(|| msg!("meet-made", what = parts.join(", ")))
    }
}

/// A meeting that is being closed.
struct Closing<'c> {
    session: &'c Session,
    meeting: &'c Meeting,
    /// The meeting's document, as its lines were read.
    document: Arc<Document>,
    draft: Draft<'c>,
    /// The paths of what was made.
    taken: BTreeSet<String>,
    made: Made,
    /// What is said of a line, by where it stood: its number is known when all is done.
    notes: Vec<(usize, Box<Note>)>,
    says: Vec<Msg>,
}

/// Says something of a line with a number.
type Note = dyn Fn(usize) -> Msg;

impl Closing<'_> {
    fn note(&mut self, line: &Line, note: impl Fn(usize) -> Msg + 'static) {
        self.notes.push((line.span.start, Box::new(note)));
    }

    /// What becomes of a marked line; nothing where it has become that already, or can't be understood.
    fn edit(&mut self, line: &Line) -> Result<Option<Edit>> {
        let raw = self.document.text.get(line.said.clone()).unwrap_or_default().trim().to_owned();
        if raw.is_empty() {
            let word = line.word.clone();
            self.note(line, move |number| msg!("meet-empty-line", line = number, word = &word));
            return Ok(None);
        }
        if let Some((target, is_all)) = self.linked(line) {
            self.decide(line, &target, is_all)?;
            return Ok(None);
        }
        if line.mark == Mark::Action {
            let raw = raw.split_whitespace().collect::<Vec<_>>().join(" ");
            return Ok(Some(self.task(line, &raw)));
        }
        let Some(target) = self.target(line)? else { return Ok(None) };
        let new = format!("{} {}: {}", line.marker, capital(&line.word), link(&self.document.path, &target));
        Ok(Some((line.span.clone(), new)))
    }

    /// The document that a line is about already: it begins with a link to it. And whether it says no more than that.
    fn linked(&self, line: &Line) -> Option<(Arc<Document>, bool)> {
        let community = self.session.community();
        let first = self.document.markdown.links.iter().find(|link| link.span.start == line.said.start)?;
        let behind = self.document.text.get(first.span.end..line.said.end).unwrap_or_default();
        match of_link(community, &self.document, &first.target) {
            Target::Document(at, _) => Some((community.documents()[at].clone(), behind.trim_matches([' ', '.', '\r', '\n']).is_empty())),
            _ => None,
        }
    }

    /// What was proposed before and is now decided is accepted; where more is said of it than that, a person has to say what it is.
    fn decide(&mut self, line: &Line, target: &Arc<Document>, is_all: bool) -> Result<()> {
        let kind = self.session.settings().kinds.at(target.kind);
        if line.mark != Mark::Decision || kind.name != DECISION || !is_open(target, kind) {
            return Ok(());
        }
        let Some(state) = kind.states.iter().find(|state| !state.open && !state.retired) else { return Ok(()) };
        let lang = self.session.lang();
        if !is_all {
            let command = format!("cop mark {} {}", target.reference, state.label.text(lang, &state.name));
            self.says.push(msg!("meet-still-open", title = &target.title, command = command));
            return Ok(());
        }
        let path = self.draft.follow(target);
        for assignment in self.settled(kind, state) {
            fields::assign(&mut self.draft, &path, &assignment, Mode::Replace)?;
        }
        let after = self.draft.document(&path)?;
        states::remark_move(self.session, kind, &after, target.state.as_deref());
        self.says.extend(became(self.session, target, &after, kind));
        Ok(())
    }

    /// What a decision says that was taken here: its state, the day, and who was there of the members.
    fn settled(&self, kind: &Kind, state: &State) -> Vec<Assignment> {
        let mut assignments = vec![Assignment::one("status", &state.name)];
        assignments.extend(kind.field("date").map(|_| Assignment::one("date", &self.meeting.day.to_string())));
        let people = self.session.people();
        let now = self.draft.document(&self.document.path).unwrap_or_else(|_| self.document.clone());
        let deciders = now.values("attendees").iter().filter_map(|value| people.named(&value.text).map(|member| member.handle.clone()));
        let deciders: Vec<String> = deciders.collect();
        if kind.field("deciders").is_some() && !deciders.is_empty() {
            assignments.push(Assignment { key: "deciders".to_owned(), values: deciders, adds: false });
        }
        assignments
    }

    /// A promise as a task.
    fn task(&mut self, line: &Line, raw: &str) -> Edit {
        let promise = Promise::read(raw, self.meeting.day, self.session.people());
        match (promise.who.is_some(), promise.stranger.clone()) {
            (_, Some(name)) => self.note(line, move |number| msg!("meet-stranger", line = number, name = &name)),
            (false, None) => {
                let what = truncate(&promise.what, 60).into_owned();
                self.note(line, move |number| msg!("meet-nobody-does", line = number, what = &what));
            }
            _ => {}
        }
        self.made.actions += 1;
        (line.span.clone(), format!("{} [ ] {}", line.marker, promise.task()))
    }

    /// The document that a line becomes: a new one, or one of the same name that there is already.
    fn target(&mut self, line: &Line) -> Result<Option<Arc<Document>>> {
        let kinds = &self.session.settings().kinds;
        let name = if line.mark == Mark::Question { QUESTION } else { DECISION };
        let Some(kind) = kinds.named(name).filter(|kind| kind.parent.is_none()) else {
            self.note(line, move |number| msg!("meet-no-such-kind", line = number, kind = name));
            return Ok(None);
        };
        let plain = self.document.markdown.plain(&self.document.text, line.said.clone());
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let (asker, plain) = if line.mark == Mark::Question { self.asker(&plain) } else { (None, plain) };
        let (title, more) = titled(&plain);
        let community = self.session.community();
        // Some records have their number in their title too.
        let is_it = |known: &&Arc<Document>| {
            let bare = known.title.trim_start_matches(|sign: char| sign.is_ascii_digit()).trim_start_matches(['.', ':', ')', ' ']);
            community.kind(known).name == kind.name && [&*known.title, bare].iter().any(|known| fold(known) == fold(&title))
        };
        let there = community.documents().iter().find(is_it).cloned();
        let drawn = || self.taken.iter().filter_map(|path| self.draft.document(path).ok()).find(|known| fold(&known.title) == fold(&title));
        if let Some(there) = there.or_else(drawn) {
            self.decide(line, &there, true)?;
            return Ok(Some(there));
        }
        let new = self.wanted(line, kind, title, asker);
        let made = add::draw(&mut self.draft, &new, &mut self.taken)?;
        let text = self.with_origin(line.mark, kind, &made, more.as_deref(), &plain);
        self.draft.rewrite(&made.path, &text);
        self.date(&made.path, line.mark, kind)?;
        match line.mark {
            Mark::Decision => self.made.decisions += 1,
            Mark::Proposal => self.made.proposals += 1,
            Mark::Question | Mark::Action => self.made.questions += 1,
        }
        self.draft.document(&made.path).map(Some)
    }

    /// The member who is mentioned in a question, and the question without them where it only names them at its beginning.
    fn asker(&self, plain: &str) -> (Option<String>, String) {
        let mention = plain.split_whitespace().find_map(|word| word.strip_prefix('@'));
        let bare = |name: &str| name.trim_end_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
        let known = mention.map(bare).and_then(|name| self.session.people().by_handle(&name).map(|member| member.handle.clone()));
        let Some(handle) = known else { return (None, plain.to_owned()) };
        let name = format!("@{handle}");
        let rest = plain.strip_prefix(&name).map(|rest| rest.trim_start_matches([':', ',', '-', '–', ' ']));
        let rest = rest.or_else(|| plain.strip_suffix(&format!("({name})")).map(str::trim_end)).filter(|rest| !rest.is_empty());
        (Some(handle), rest.unwrap_or(plain).to_owned())
    }

    /// What a document is made of that a line becomes.
    fn wanted(&self, line: &Line, kind: &Kind, title: String, asker: Option<String>) -> NewDocument<'static> {
        let settings = self.session.settings();
        let settled = kind.states.iter().find(|state| !state.open && !state.retired).filter(|_| line.mark == Mark::Decision);
        let mut assignments = match settled {
            Some(state) => self.settled(kind, state),
            None => Vec::new(),
        };
        // Its day is said where its text says one, and that is not known before there is a text.
        assignments.retain(|assignment| assignment.key != "date");
        assignments.extend(asker.map(|asker| Assignment::one("authors", &asker)));
        // Whoever begins a line in Dutch writes Dutch, also in minutes in English.
        let lang = if line.is_dutch() && settings.is_language("nl") { "nl".to_owned() } else { self.document.lang.clone() };
        NewDocument {
            place: Place::Kind(kind.name.clone()),
            title: Some(title),
            name: None,
            subject: None,
            lang: Some(lang).filter(|lang| *lang != settings.language),
            assignments,
            body: None,
            edit: None,
        }
    }

    /// Lets a new decision or proposal say the day of the meeting, in the line of its text that says a day, or in its front matter.
    fn date(&mut self, path: &str, mark: Mark, kind: &Kind) -> Result<()> {
        if mark == Mark::Question || kind.field("date").is_none() {
            return Ok(());
        }
        let made = self.draft.document(path)?;
        let (today, day) = (self.session.today().to_string(), self.meeting.day.to_string());
        let (front, body) = made.text.split_at(made.front.body);
        let dated = |line: &str| line.trim_start_matches(['*', '-', ' ']).to_lowercase().starts_with("dat") && line.contains(&today);
        let Some(line) = body.lines().find(|line| dated(line)) else {
            return fields::assign(&mut self.draft, path, &Assignment::one("date", &day), Mode::Replace);
        };
        let text = format!("{front}{}", body.replacen(line, &line.replacen(&today, &day, 1), 1));
        self.draft.rewrite(path, &text);
        Ok(())
    }

    /// A new document's text with where it comes from under its title, and what its title has no room for; of a decision what was decided
    /// stands under its outcome too.
    fn with_origin(&self, mark: Mark, kind: &Kind, made: &Document, more: Option<&str>, plain: &str) -> String {
        let lang = Lang::of(&made.lang).unwrap_or_default();
        let meeting = link(&made.path, &self.document);
        let from = match mark {
            Mark::Decision => msg!("meet-from-decision", link = meeting),
            Mark::Proposal => msg!("meet-from-proposal", link = meeting),
            Mark::Question | Mark::Action => msg!("meet-from-question", link = meeting),
        };
        let (text, end) = (&made.text, line_end(&made.text));
        // What stands under the title of an older record is read as more than text.
        let heading = made.markdown.first_heading().filter(|heading| heading.level == 1);
        let at = if kind.is_adopted() { text.len() } else { heading.map_or(made.front.body, |heading| heading.span.end) };
        let lead: Vec<String> = more.map(str::to_owned).into_iter().chain([from.text(lang)]).collect();
        let (before, after) = text.split_at(at);
        let (lead, after) = (lead.join(&format!("{end}{end}")), after.trim_start());
        let gap = if after.is_empty() { String::new() } else { format!("{end}{after}") };
        let text = format!("{}{end}{end}{lead}{end}{gap}", before.trim_end());
        let claim = crate::model::kinds::Claim { kind: made.kind, slug: made.slug.clone() };
        let now = Document::read(&made.path, text.as_str().into(), &claim, self.session.settings());
        let text = if mark == Mark::Decision { filled(&now, kind, "outcome", &sentence(&capital(plain))) } else { text };
        let now = Document::read(&made.path, text.as_str().into(), &claim, self.session.settings());
        without_later(&now)
    }
}

/// A word that begins a line, or a title: with a capital, unless it has one further on that it is known by.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.as_str().starts_with(char::is_uppercase) { text.to_owned() } else { first.to_uppercase().chain(letters).collect() }
}

/// A text with a full stop at its end, if nothing ends it.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…', ':']) { text.to_owned() } else { format!("{text}.") }
}

/// A title of what was said, and all of it, where the title has no room for that: its first sentence, or its first words.
fn titled(plain: &str) -> (String, Option<String>) {
    let bare = |text: &str| capital(text.trim_end_matches(['.', ';', ',', ' ']));
    if plain.chars().count() <= TITLE {
        return (bare(plain), None);
    }
    let sentence = plain.match_indices(['.', '?', '!']).map(|(at, sign)| at + sign.len());
    let sentence = sentence.filter(|end| plain[*end..].starts_with(' ')).map(|end| &plain[..end]).next();
    let title = sentence.filter(|first| first.chars().count() <= TITLE).map_or_else(
        || {
            let short: String = plain.chars().take(TITLE - 1).collect();
            let words = short.rsplit_once(' ').map_or(short.as_str(), |(words, _)| words);
            format!("{}…", bare(words))
        },
        bare,
    );
    (title, Some(plain.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::titled;

    #[test]
    fn a_title_is_the_first_sentence_or_the_first_words() {
        assert_eq!(titled("We meet every six weeks."), ("We meet every six weeks".to_owned(), None));
        let long = format!("We meet in the reading room. {}", "Soup comes first. ".repeat(20).trim_end());
        assert_eq!(titled(&long), ("We meet in the reading room".to_owned(), Some(long.clone())));
        let endless = "soup ".repeat(100);
        let (title, more) = titled(endless.trim_end());
        assert!(title.ends_with("soup…") && title.chars().count() <= 120 && more.is_some(), "{title}");
        assert!(titled(&"é".repeat(500)).0.chars().count() <= 120);
    }
}
