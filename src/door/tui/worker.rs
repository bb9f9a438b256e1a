//! The thread that searches and reads, so that no key ever waits for it.
//!
//! Only the newest question is answered, and only the newest document is read: a later one makes an earlier one void. The files are
//! looked at anew when the person pauses: soon after the last question, then ever more rarely while nothing is asked.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::base::bug;
use crate::base::error::{Error, Result};
use crate::show::layout::lay;
use crate::show::line::Line;
use crate::show::view::Block;
use crate::text::words::Language;
use crate::work::browse::{self, Found, KindOfSome, Marked};
use crate::work::page::Page;
use crate::work::search::Filters;
use crate::work::session::{Opening, Session};

/// The first look at the files after a question, and the longest time between two.
const PAUSES: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(60));

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Question {
    /// The text as it is typed.
    pub(super) text: String,
    /// The only kind that is wanted.
    pub(super) kind: Option<String>,
    /// Whether the options that it began with are left out, because they stand in the text.
    pub(super) is_bare: bool,
    /// At most so many.
    pub(super) limit: usize,
}

/// A document that is to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sight {
    /// Its path from the community's root.
    pub(super) path: String,
    /// Whose stems its words have.
    pub(super) stems: Language,
    /// The question, whose matches are marked.
    pub(super) question: Question,
    /// The cells of a line.
    pub(super) width: usize,
    /// The number of the answer that it belongs to: after another one the file is read again.
    pub(super) answer: u64,
}

/// What the worker is to do.
pub(super) enum Task {
    Find(Question),
    Look(Sight),
    /// The files changed.
    Renew,
}

/// What the worker says.
pub(super) enum Answer {
    Kinds(Vec<KindOfSome>),
    Found(Question, Result<Found>),
    Seen(Sight, Vec<Marked>),
}

/// The worker from outside. It ends when this is dropped.
pub(super) struct Worker {
    pub(super) tasks: Sender<Task>,
    pub(super) answers: Receiver<Answer>,
}

impl Worker {
    /// Begins to work for a community.
    pub(super) fn start(opening: Opening, filters: Filters, page: Page) -> Self {
        let (tasks, inbox) = channel();
        let (outbox, answers) = channel();
        thread::spawn(move || Desk { opening, filters, page, session: None, question: None, outbox }.work(&inbox));
        Self { tasks, answers }
    }
}

/// The newest of what came in.
#[derive(Default)]
struct Wanted {
    find: Option<Question>,
    look: Option<Sight>,
    renew: bool,
    /// Somebody asked, and cop not by itself.
    asked: bool,
}

impl Wanted {
    fn take(&mut self, task: Task) {
        match task {
            Task::Find(question) => (self.find, self.asked) = (Some(question), true),
            Task::Look(sight) => self.look = Some(sight),
            Task::Renew => self.renew = true,
        }
    }
}

/// The worker from inside.
struct Desk {
    opening: Opening,
    filters: Filters,
    page: Page,
    session: Option<Session>,
    question: Option<Question>,
    outbox: Sender<Answer>,
}

impl Desk {
    /// Works until nobody asks any more.
    fn work(mut self, inbox: &Receiver<Task>) {
        let mut pause = PAUSES.0;
        let mut wanted = Wanted::default();
        loop {
            if wanted.find.is_none() && wanted.look.is_none() && !wanted.renew {
                match inbox.recv_timeout(pause) {
                    Ok(task) => wanted.take(task),
                    Err(RecvTimeoutError::Disconnected) => return,
                    Err(RecvTimeoutError::Timeout) => {
                        pause = (pause * 2).min(PAUSES.1);
                        wanted.renew = true;
                    }
                }
            }
            for task in inbox.try_iter() {
                wanted.take(task);
            }
            if std::mem::take(&mut wanted.asked) {
                pause = PAUSES.0;
            }
            if !self.one(&mut wanted) {
                return;
            }
        }
    }

    /// Does what matters most; false where nobody listens any more.
    fn one(&mut self, wanted: &mut Wanted) -> bool {
        if let Some(question) = wanted.find.take() {
            let is_first = self.session.is_none();
            let found = self
                .on_session(|desk, session| browse::find(session, &question.text, &desk.filters_of(&question), desk.page_of(&question)));
            self.question = Some(question.clone());
            let is_said = self.outbox.send(Answer::Found(question, found)).is_ok();
            return is_said && (!is_first || self.say_kinds());
        }
        if let Some(sight) = wanted.look.take() {
            let marked = self.on_session(|desk, session| Ok(desk.seen(session, &sight)));
            return self.outbox.send(Answer::Seen(sight, marked.unwrap_or_default())).is_ok();
        }
        if std::mem::take(&mut wanted.renew) && self.renew() {
            wanted.find.clone_from(&self.question);
        }
        true
    }

    /// Looks at the files anew; false where that can't be done now, and what was known stays.
    fn renew(&mut self) -> bool {
        let Some(old) = &self.session else { return false };
        let opened = bug::caught(|| old.anew().and_then(|new| new.demand_settings().map(|()| new)));
        opened.and_then(|opened| opened).map(|new| self.session = Some(new)).is_ok()
    }

    /// Says which kinds there are.
    fn say_kinds(&mut self) -> bool {
        let kinds = self.on_session(|_, session| browse::kinds(session, session.lang()));
        self.outbox.send(Answer::Kinds(kinds.unwrap_or_default())).is_ok()
    }

    /// Does a job on the community, which is opened for it where it is not yet.
    fn on_session<T>(&mut self, job: impl FnOnce(&Self, &Session) -> Result<T>) -> Result<T> {
        let session = match self.session.take() {
            Some(session) => session,
            None => bug::caught(|| Session::open(self.opening.clone())).and_then(|opened| opened)?,
        };
        // After a bug nobody knows what state the session is in: then it is opened again.
        let done: std::result::Result<Result<T>, Error> = bug::caught(|| job(self, &session));
        if done.is_ok() {
            self.session = Some(session);
        }
        done.and_then(|done| done)
    }

    fn filters_of(&self, question: &Question) -> Filters {
        let mut filters = if question.is_bare { Filters::default() } else { self.filters.clone() };
        if let Some(kind) = &question.kind {
            filters.keys.retain(|(key, _)| key != "kind");
            filters.keys.push(("kind".to_owned(), vec![kind.clone()]));
        }
        filters
    }

    fn page_of(&self, question: &Question) -> Page {
        Page { limit: Some(self.page.limit.unwrap_or(usize::MAX).min(question.limit)), ..self.page }
    }

    fn seen(&self, session: &Session, sight: &Sight) -> Vec<Marked> {
        let question = &sight.question;
        match browse::preview(session, &sight.path, sight.stems, &question.text, &self.filters_of(question)) {
            Ok(preview) => {
                let fits = |line: Line| if line.width() > sight.width { lay(&[Block::Line(line)], sight.width) } else { vec![line] };
                preview.marked(lay(&preview.blocks, sight.width).into_iter().flat_map(fits).collect())
            }
            Err(why) => {
                let lines = lay(&[Block::Line(Line::new().dim(why.text(session.lang())))], sight.width);
                lines.into_iter().map(|line| Marked { line, matches: false }).collect()
            }
        }
    }
}
