//! What searching as one types is at any moment, and what a key makes of it. Nothing here draws, reads or waits.

use ratatui::layout::Rect;

use crate::base::error::Error;
use crate::base::lang::Msg;
use crate::msg;
use crate::show::label::Label;
use crate::show::layout::lay;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::Block;
use crate::work::browse::{Found, KindOfSome, Marked};
use crate::work::hits::Hit;

use super::field::Field;
use super::help;
use super::keys::Key;
use super::regions::Regions;
use super::worker::{Answer, Question, Sight};

/// So many results are asked for at first, and so many more when the person comes near the last.
const SOME: usize = 100;
/// What is said of a question takes at most so many rows.
const MOST_SAID: usize = 3;

/// What happens.
pub(super) enum Event {
    Key(Key),
    Paste(String),
    Resize(u16, u16),
    Answer(Box<Answer>),
    /// Something was done that the person should know of.
    Said(Msg),
}

/// What has to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Nothing,
    /// Open the document at this path in the editor.
    Edit(String),
    /// Put this into the clipboard.
    Copy(String),
    /// Leave with this path as the answer.
    Print(String),
    Leave,
}

/// What searching as one types begins with.
pub(super) struct Start {
    pub(super) look: Look,
    pub(super) query: String,
    /// What else was asked for, as it was typed: `tag: rhythm`.
    pub(super) given: Vec<(String, Vec<String>)>,
    /// The most that was asked for.
    pub(super) most: Option<usize>,
    /// Whether what is found without words comes newest first.
    pub(super) is_newest: bool,
    /// Whether Enter takes the path, because the answer goes to a program.
    pub(super) prints: bool,
    pub(super) size: (u16, u16),
}

/// The state of the screen.
pub(super) struct App {
    pub(super) look: Look,
    pub(super) field: Field,
    pub(super) prints: bool,
    pub(super) found: Option<Found>,
    pub(super) selected: usize,
    /// The first result that is seen.
    pub(super) top: usize,
    pub(super) preview: Vec<Marked>,
    /// The first of its lines that is seen.
    pub(super) scroll: usize,
    pub(super) trouble: Option<Error>,
    pub(super) said: Option<Msg>,
    /// The first line of the help that is seen, where it is open.
    pub(super) help: Option<usize>,
    pub(super) size: (u16, u16),
    given: Vec<(String, Vec<String>)>,
    pub(super) kinds: Vec<KindOfSome>,
    kind: Option<usize>,
    is_newest: bool,
    /// What was asked for as an option stands in the text now.
    is_bare: bool,
    most: usize,
    limit: usize,
    /// What the results answer.
    answered: Option<Question>,
    /// The question that could not be meant; what was found before stays.
    failed: Option<Question>,
    answers: u64,
    /// What the preview shows.
    seen: Option<Sight>,
    /// The last result is wanted, and on its way.
    to_last: bool,
}

impl App {
    pub(super) fn new(start: Start) -> Self {
        let most = start.most.unwrap_or(usize::MAX);
        Self {
            look: start.look,
            field: Field::new(&start.query),
            prints: start.prints,
            found: None,
            selected: 0,
            top: 0,
            preview: Vec::new(),
            scroll: 0,
            trouble: None,
            said: None,
            help: None,
            size: start.size,
            given: start.given,
            kinds: Vec::new(),
            kind: None,
            is_newest: start.is_newest,
            is_bare: false,
            most,
            limit: SOME.min(most),
            answered: None,
            failed: None,
            answers: 0,
            seen: None,
            to_last: false,
        }
    }

    /// What has to be known for the screen as it is.
    pub(super) fn question(&self) -> Question {
        Question {
            text: self.field.text().to_owned(),
            kind: self.kind().map(|kind| kind.name.clone()),
            is_bare: self.is_bare,
            limit: self.limit,
        }
    }

    /// The document that has to be read for the screen as it is.
    pub(super) fn sight(&self) -> Option<Sight> {
        let (_, text) = self.regions()?.preview?;
        let (hit, question) = (self.hit()?, self.answered.clone()?);
        let (path, stems) = (hit.path.clone(), hit.stems());
        // A cell on the left is for the mark beside lines that match.
        let width = usize::from(text.width).saturating_sub(2).max(1);
        Some(Sight { path, stems, question, width, answer: self.answers })
    }

    /// Whether what is seen is the answer to what is typed.
    pub(super) fn is_answered(&self) -> bool {
        self.failed.as_ref().or(self.answered.as_ref()) == Some(&self.question()) && self.seen == self.sight()
    }

    pub(super) fn regions(&self) -> Option<Regions> {
        Regions::of(Rect::new(0, 0, self.size.0, self.size.1), self.says().len())
    }

    pub(super) fn hits(&self) -> &[Hit] {
        self.found.as_ref().map_or(&[], |found| &found.hits)
    }

    pub(super) fn hit(&self) -> Option<&Hit> {
        self.hits().get(self.selected)
    }

    fn kind(&self) -> Option<&KindOfSome> {
        self.kind.and_then(|at| self.kinds.get(at))
    }

    /// Where in the text that was typed the fault stands, as a character from 0.
    pub(super) fn fault(&self) -> Option<usize> {
        let place = self.trouble.as_ref()?.place()?;
        if self.trouble.as_ref()?.source_line() != Some(self.field.text()) {
            return None;
        }
        (place.column as usize).checked_sub(1)
    }

    /// What is said under the question: what is wrong with it, else what was done, else how many there are.
    pub(super) fn says(&self) -> Vec<Line> {
        let say = |msg: &Msg| self.look.say(msg);
        let line = match (&self.trouble, &self.said) {
            (Some(error), _) => {
                let said: Vec<String> = std::iter::once(error.msg()).chain(error.hints()).map(say).collect();
                Line::of(Label::Error, format!("{}:", say(&msg!("said-error")))).plain(" ").plain(said.join("; "))
            }
            (None, Some(said)) => Line::of(Label::Note, say(said)),
            (None, None) => self.counted(),
        };
        let mut lines = lay(&[Block::Line(line)], usize::from(self.size.0));
        lines.truncate(MOST_SAID);
        lines
    }

    /// How many there are, of what kind, with which filters, and how the question was understood.
    fn counted(&self) -> Line {
        let say = |msg: &Msg| self.look.say(msg);
        let Some(found) = &self.found else { return Line::new().dim(say(&msg!("tui-searching"))) };
        let is_list = self.answered.as_ref().is_none_or(|question| question.text.trim().is_empty());
        let count = match found {
            _ if is_list => msg!("count-documents", count = found.total),
            Found { relaxed: true, .. } => found.counted_relaxed(),
            _ if found.hits.len() > found.total => msg!("hits-found-more", count = found.total),
            _ => msg!("hits-found", count = found.total),
        };
        let mut parts = vec![Line::new().dim(say(&count)).then(found.beside(&self.look))];
        if is_list && self.is_newest {
            parts.push(Line::new().dim(say(&msg!("list-newest"))));
        }
        if let Some(kind) = self.kind() {
            parts.push(Line::new().dim(say(&msg!("tui-kind", kind = &kind.label))));
        }
        let given = self.given.iter().filter(|(key, _)| key != "kind" || self.kind.is_none());
        parts.extend(given.map(|(key, values)| Line::new().dim(format!("{key}: {}", values.join(", ")))));
        parts.extend(found.begun.iter().map(|begun| Line::new().dim(say(&msg!("tui-begun", word = begun)))));
        parts.extend(found.notes.iter().map(|note| Line::new().dim(say(note))));
        Line::join(parts, " · ")
    }

    /// What stands where results would, if there are none.
    pub(super) fn nothing(&self) -> Vec<Block> {
        let Some(found) = self.found.as_ref().filter(|found| found.hits.is_empty()) else { return Vec::new() };
        let line = |msg: Msg| Block::Line(self.look.say(&msg).into());
        let text = self.answered.as_ref().map_or("", |question| question.text.trim());
        if text.is_empty() {
            let is_all = self.given.is_empty() && self.kind.is_none();
            return vec![line(if is_all { msg!("list-nothing") } else { msg!("list-nothing-such") })];
        }
        let filtered = self.kind.is_some().then(|| line(msg!("tui-nothing-kind")));
        found.nothing.iter().map(|said| said.block(&self.look)).chain(filtered).collect()
    }

    /// What is searched for by the key that takes what is proposed, where nothing was found.
    pub(super) fn proposed(&self) -> Option<&str> {
        self.found.as_ref().filter(|found| found.hits.is_empty())?.instead.as_deref()
    }

    /// What Enter does on the screen as it is.
    pub(super) fn row(&self) -> help::Row {
        match (self.hits().is_empty(), self.proposed()) {
            (true, Some(_)) => help::Row::Takes,
            (true, None) => help::Row::Nothing,
            (false, _) if self.prints => help::Row::Prints,
            (false, _) => help::Row::Edits,
        }
    }

    /// Takes in what happens.
    pub(super) fn update(&mut self, event: Event) -> Action {
        let action = match event {
            Event::Key(key) if self.help.is_some() => self.helped(key),
            Event::Key(key) => {
                self.said = None;
                self.pressed(key)
            }
            Event::Paste(text) => {
                self.help = None;
                self.edit(|field| field.insert(&text));
                Action::Nothing
            }
            Event::Resize(width, height) => {
                self.size = (width, height);
                Action::Nothing
            }
            Event::Answer(answer) => {
                self.answer(*answer);
                Action::Nothing
            }
            Event::Said(msg) => {
                self.said = Some(msg);
                Action::Nothing
            }
        };
        self.settle();
        action
    }

    /// A key while the help is open.
    fn helped(&mut self, key: Key) -> Action {
        let page = usize::from(self.size.1).saturating_sub(2).max(1);
        let last =
            help::lines(&self.look, self.prints, usize::from(self.size.0)).len().saturating_sub(usize::from(self.size.1).saturating_sub(1));
        let at = self.help.unwrap_or_default();
        self.help = match key {
            Key::Kill => return Action::Leave,
            Key::Down | Key::TextDown => Some((at + 1).min(last)),
            Key::Up | Key::TextUp => Some(at.saturating_sub(1)),
            Key::PageDown | Key::TextPageDown | Key::Insert(' ') => Some((at + page).min(last)),
            Key::PageUp | Key::TextPageUp => Some(at.saturating_sub(page)),
            Key::Home | Key::First => Some(0),
            Key::End | Key::Last => Some(last),
            _ => None,
        };
        Action::Nothing
    }

    fn pressed(&mut self, key: Key) -> Action {
        match key {
            Key::Insert('?') if self.field.text().is_empty() => self.help = Some(0),
            Key::Help => self.help = Some(0),
            Key::Insert(letter) => self.edit(|field| field.insert(letter.encode_utf8(&mut [0; 4]))),
            Key::Backspace => self.edit(Field::backspace),
            Key::Delete => self.edit(Field::delete),
            Key::DeleteWord => self.edit(Field::delete_word),
            Key::Clear => self.edit(Field::clear),
            Key::Left => drop(self.field.left()),
            Key::Right => drop(self.field.right()),
            Key::WordLeft => self.field.word_left(),
            Key::WordRight => self.field.word_right(),
            // Where the cursor is there already, the same key goes on in the list.
            Key::Home if self.field.home() => {}
            Key::End if self.field.end() => {}
            Key::Home | Key::First => self.select(0),
            Key::End | Key::Last => self.select_last(),
            Key::Up => self.select(self.selected.saturating_sub(1)),
            Key::Down => self.select(self.selected + 1),
            Key::PageUp => self.select(self.selected.saturating_sub(self.rows())),
            Key::PageDown => self.select(self.selected + self.rows()),
            Key::TextUp => self.scroll = self.scroll.saturating_sub(1),
            Key::TextDown => self.scroll += 1,
            Key::TextPageUp => self.scroll = self.scroll.saturating_sub(self.text_rows()),
            Key::TextPageDown => self.scroll += self.text_rows(),
            Key::NextMatch => self.next_match(),
            Key::NextKind => self.turn(1),
            Key::LastKind => self.turn(self.kinds.len()),
            Key::Leave | Key::Kill => return Action::Leave,
            Key::Choose if self.proposed().is_some() => self.take(),
            // An editor would write to the program that waits for the path.
            Key::Edit if self.prints => self.said = Some(msg!("editor-no-terminal")),
            Key::Choose | Key::Edit | Key::Copy | Key::Print => return self.chosen(key),
        }
        Action::Nothing
    }

    /// Searches for what is proposed. What was asked for as an option stands in it.
    fn take(&mut self) {
        let Some(proposed) = self.proposed().map(str::to_owned) else { return };
        self.edit(|field| *field = Field::new(&proposed));
        (self.kind, self.is_bare) = (None, true);
        self.given.clear();
    }

    /// What is to be done with the document that is selected.
    fn chosen(&self, key: Key) -> Action {
        let Some(hit) = self.hit() else { return Action::Nothing };
        match key {
            Key::Copy => Action::Copy(hit.reference.clone()),
            Key::Print => Action::Print(hit.path.clone()),
            Key::Choose if self.prints => Action::Print(hit.path.clone()),
            _ => Action::Edit(hit.path.clone()),
        }
    }

    /// Changes what is typed.
    fn edit(&mut self, change: impl FnOnce(&mut Field)) {
        let before = self.field.text().to_owned();
        change(&mut self.field);
        if self.field.text() != before {
            self.limit = SOME.min(self.most);
            self.to_last = false;
        }
    }

    /// Another kind: all, then each that there is, then all again.
    fn turn(&mut self, steps: usize) {
        let places = self.kinds.len() + 1;
        let place = (self.kind.map_or(0, |at| at + 1) + steps) % places;
        self.kind = place.checked_sub(1);
        self.limit = SOME.min(self.most);
        self.to_last = false;
    }

    fn select(&mut self, at: usize) {
        self.to_last = false;
        self.selected = at.min(self.hits().len().saturating_sub(1));
    }

    fn select_last(&mut self) {
        self.to_last = self.limit < self.most;
        self.limit = self.most;
        self.selected = self.hits().len().saturating_sub(1);
    }

    /// How many results are seen at once.
    fn rows(&self) -> usize {
        self.regions().map_or(1, |regions| usize::from(regions.list.height).max(1))
    }

    /// How many lines of the document are.
    fn text_rows(&self) -> usize {
        let head = self.head().len();
        let preview = self.regions().and_then(|regions| regions.preview);
        preview.map_or(1, |(_, text)| usize::from(text.height).saturating_sub(head).max(1))
    }

    /// What stands above the text of the document: its path, and what it says about itself.
    pub(super) fn head(&self) -> Vec<Line> {
        let (Some(hit), Some((_, text))) = (self.hit(), self.regions().and_then(|regions| regions.preview)) else { return Vec::new() };
        let facts = hit.tags.iter().fold(hit.facts(&self.look), |facts, tag| facts.dim(format!(" #{tag}")));
        let mut lines = lay(&[Block::Bare(Line::new().path(self.look.path(&hit.path))), Block::Line(facts)], usize::from(text.width));
        lines.truncate(3);
        lines.push(Line::new());
        lines
    }

    /// To the next line that matches, and from the last one to the first.
    fn next_match(&mut self) {
        let all = || self.preview.iter().enumerate().filter(|(_, marked)| marked.matches).map(|(at, _)| at);
        // The text stands so that a line before the match is seen.
        let next = all().find(|at| at.saturating_sub(1) > self.scroll).or_else(|| all().next());
        // Near the end of the text a match is seen where it stands.
        let last = self.preview.len().saturating_sub(self.text_rows());
        let next = if self.scroll >= last { all().next() } else { next };
        if let Some(at) = next {
            self.scroll = at.saturating_sub(1);
        }
    }

    fn answer(&mut self, answer: Answer) {
        match answer {
            Answer::Kinds(kinds) => {
                let chosen = self.kind().cloned();
                self.kind = chosen.and_then(|chosen| kinds.iter().position(|kind| *kind == chosen));
                self.kinds = kinds;
            }
            // What was asked before something else was typed is void.
            Answer::Found(question, _) if question != self.question() => {}
            Answer::Found(question, Ok(found)) => self.found(question, found),
            Answer::Found(question, Err(error)) => {
                self.trouble = Some(error);
                self.failed = Some(question);
            }
            Answer::Seen(sight, lines) if self.sight().as_ref() == Some(&sight) => {
                let is_same =
                    self.seen.as_ref().is_some_and(|seen| (&seen.path, &seen.question.text) == (&sight.path, &sight.question.text));
                self.preview = lines;
                if !is_same {
                    let first = self.preview.iter().position(|marked| marked.matches).unwrap_or_default();
                    self.scroll = if first < self.text_rows() { 0 } else { first.saturating_sub(1) };
                }
                self.seen = Some(sight);
            }
            Answer::Seen(..) => {}
        }
    }

    fn found(&mut self, question: Question, found: Found) {
        let asked = |question: &Question| (question.text.clone(), question.kind.clone(), question.is_bare);
        let is_same = self.answered.as_ref().map(asked) == Some(asked(&question));
        // Of the same question the person keeps the document they were at, wherever it stands now.
        let path = self.hit().filter(|_| is_same).map(|hit| hit.path.clone());
        let again = path.and_then(|path| found.hits.iter().position(|hit| hit.path == path));
        self.selected = match again {
            _ if std::mem::take(&mut self.to_last) => found.hits.len().saturating_sub(1),
            Some(again) => again,
            None if is_same => self.selected,
            None => 0,
        };
        (self.trouble, self.failed) = (None, None);
        self.answers += 1;
        self.answered = Some(question);
        self.found = Some(found);
    }

    /// Keeps what is selected and seen within what there is.
    fn settle(&mut self) {
        let (count, rows) = (self.hits().len(), self.rows());
        self.selected = self.selected.min(count.saturating_sub(1));
        self.top = self.top.clamp((self.selected + 1).saturating_sub(rows), self.selected);
        self.top = self.top.min(count.saturating_sub(rows));
        if count >= self.limit && self.limit < self.most && self.selected + 2 * rows > count {
            self.limit = (self.limit + SOME).min(self.most);
        }
        let shown = self.seen.as_ref().map(|seen| &seen.path);
        if shown != self.hit().map(|hit| &hit.path) {
            // The text of another document would be worse than none for the moment.
            self.preview.clear();
            self.seen = None;
            self.scroll = 0;
        }
        self.scroll = self.scroll.min(self.preview.len().saturating_sub(self.text_rows()));
    }
}
