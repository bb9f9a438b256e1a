//! The screen as it looks, on a community of a few files, and what always holds of it.

use std::fs;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::base::clock::Now;
use crate::base::date::Date;
use crate::base::environment::Who;
use crate::base::lang::Lang;
use crate::model::query::card::Card;
use crate::model::settings::Settings;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::work::browse::{Found, Marked};
use crate::work::hits::Hit;
use crate::work::page::Page;
use crate::work::search::{self, Filters};
use crate::work::session::{Opening, Session};

use super::Asked;
use super::app::{Action, App, Event, Start};
use super::draw::draw;
use super::keys::Key;
use super::worker::{Answer, Question, Worker};

const FILES: [(&str, &str); 6] = [
    ("community.yaml", "format: 1\nname: Table\nlanguage: en\nlanguages: [en, nl]\n"),
    (
        "practices/open-with-a-short-round.md",
        "---\nstatus: adopted\ntags: [meetings, newcomers]\n---\n# Open with a short round\n\nEveryone says one thing. A quiet member goes last.\n\n\
         ## Steps\n\n- Put the chairs in a circle, or it will not work at all in a room that is this long.\n- Ask one question.\n\n\
         ## Pitfalls\n\nThe quiet ones stay quiet.\n",
    ),
    (
        "practices/go-round-the-table.md",
        "---\nstatus: retired\nsuperseded_by: open-with-a-short-round\n---\n# Go round the table\n\nUntil everyone was quiet.\n",
    ),
    (
        "questions/how-do-quiet-members-speak.md",
        "---\nstatus: open\n---\n# How do you get the quiet members of a very large group of people to say anything at all?\n\nFour voices in the room.\n",
    ),
    (
        "questions/stille-leden.md",
        "---\nstatus: open\nlang: nl\n---\n# Wat doe je met stille leden: 漢字 \u{1b}[31m\n\nEén stil lid, twee stille leden.\n",
    ),
    ("members/anna.md", "---\nname: Anna de Vries\n---\n# Anna de Vries\n\nLikes quiet rooms.\n"),
];

fn look(lang: Lang) -> Look {
    Look::plain(lang, Date::new(2026, 11, 22).unwrap())
}

fn start(lang: Lang, query: &str, size: (u16, u16)) -> Start {
    Start { look: look(lang), query: query.into(), given: Vec::new(), most: None, is_newest: true, prints: false, size }
}

/// A person at a terminal.
struct Person {
    app: App,
    worker: Worker,
    asked: Asked,
    opening: Opening,
    folder: tempfile::TempDir,
}

impl Person {
    fn at(lang: Lang, size: (u16, u16), query: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in FILES {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let now = Now::parse("2026-11-22T09:00:00Z").unwrap();
        let opening = Opening { folder: folder.path().into(), now, lang: Some(lang), cache: None, who: Who::default() };
        let worker = Worker::start(opening.clone(), Filters::default(), Page::default());
        let mut person = Self { app: App::new(start(lang, query, size)), worker, asked: Asked::default(), opening, folder };
        person.waits_until(|app| !app.kinds.is_empty());
        person
    }

    /// Lets the worker work until the screen shows its answer.
    fn waits_until(&mut self, is_so: impl Fn(&App) -> bool) {
        let end = Instant::now() + Duration::from_secs(60);
        while !(self.app.is_answered() && is_so(&self.app)) {
            assert!(Instant::now() < end, "no answer came");
            self.asked.of(&self.worker, &mut self.app).unwrap();
            let answers: Vec<Answer> = self.worker.answers.try_iter().collect();
            for answer in answers {
                self.app.update(Event::Answer(Box::new(answer)));
            }
        }
    }

    fn press(&mut self, key: Key) -> Action {
        let action = self.app.update(Event::Key(key));
        self.waits_until(|_| true);
        action
    }

    fn types(&mut self, text: &str) {
        text.chars().for_each(|letter| drop(self.press(Key::Insert(letter))));
    }

    fn titles(&self) -> Vec<&str> {
        self.app.hits().iter().map(|hit| hit.title.as_str()).collect()
    }

    /// The screen, without spaces at the ends of its lines, with a bar where the cursor stands.
    fn sees(&self) -> String {
        let (width, height) = self.app.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| draw(&self.app, frame)).unwrap();
        let buffer = terminal.backend().buffer();
        let mut screen = String::from("\n");
        for y in 0..height {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..width {
                let symbol = buffer[(x, y)].symbol();
                // Behind a wide sign stands a cell that is not drawn.
                if skip == 0 {
                    line.push_str(symbol);
                    skip = crate::base::width::width(symbol).max(1);
                }
                skip -= 1;
            }
            screen.push_str(line.trim_end());
            screen.push('\n');
        }
        screen
    }
}

#[test]
fn on_a_usual_screen_the_document_stands_below_what_was_found() {
    let mut person = Person::at(Lang::En, (80, 24), "");
    person.types("quiet mem");
    insta::assert_snapshot!(person.sees(), @r#"
Search: quiet mem
2 with every word, then those with some of them · mem*: words that begin so
> How do you get the quiet members of a very large group of…   question, open
  Open with a short round                                      practice, adopted
  Anna de Vries                                                member, active
  Go round the table                                           practice, retired




────────────────────────────────────────────────────────────────────────────────
questions/how-do-quiet-members-speak.md
question, open, no answer yet

│ How do you get the quiet members of a very large group of people to say
  anything at all?

  Four voices in the room.





Enter edit   Tab kind   Ctrl-Y copy ref   F3 next match   F1 help   Esc leave
"#);
    person.press(Key::Down);
    person.press(Key::Down);
    person.press(Key::Help);
    insta::assert_snapshot!(person.sees(), @r#"
Whatever you type is searched for at once: words, "phrases", NOT, OR, prefix*,
key:value, as with cop search. The last word may be a beginning.

↑ ↓ PgUp PgDn       another result
Ctrl-Home Ctrl-End  the first or the last result; so do Home and End where the
                    cursor is there already
Tab Shift-Tab       only one kind, the next or the one before
Enter Ctrl-O        open it in your editor, as cop edit does
Enter               where nothing is found: search for what is proposed
Ctrl-Y              copy its ref
Ctrl-P Alt-Enter    print its path and leave
Shift-↑ Shift-↓     read on in the document; with PgUp and PgDn a page
F3 Ctrl-G           the next line that matches; such lines have a bar beside
                    them
Ctrl-U Ctrl-W       clear the line, or a word
Esc Ctrl-C          leave

A second after you stop typing the files are looked at again, then now and then.





Esc goes back to the search
"#);
}

#[test]
fn on_a_wide_screen_it_stands_beside() {
    let mut person = Person::at(Lang::En, (200, 50), "quiet");
    person.press(Key::NextKind);
    insta::assert_snapshot!(person.sees(), @r#"
Search: quiet
2 found · kind: practice
> Open with a short round                                      practice, adopted │ practices/open-with-a-short-round.md
  Go round the table                                           practice, retired │ practice, adopted #meetings #newcomers
                                                                                 │
                                                                                 │   Open with a short round
                                                                                 │
                                                                                 │ │ Everyone says one thing. A quiet member goes last.
                                                                                 │
                                                                                 │   Steps
                                                                                 │
                                                                                 │   - Put the chairs in a circle, or it will not work at all in a room that is this long.
                                                                                 │   - Ask one question.
                                                                                 │
                                                                                 │   Pitfalls
                                                                                 │
                                                                                 │ │ The quiet ones stay quiet.
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
                                                                                 │
Enter edit   Tab kind   Ctrl-Y copy ref   Ctrl-P print path   F3 next match   F1 help   Esc leave
"#);
}

#[test]
fn a_small_screen_has_the_results_and_a_tiny_one_says_so() {
    let mut person = Person::at(Lang::Nl, (40, 10), "stille leden");
    insta::assert_snapshot!(person.sees(), @r#"
Zoek: stille leden
1 gevonden
> Wat doe je met stille le…  vraag, open






Enter bewerk   F1 hulp   Esc stop
"#);
    person.app.update(Event::Resize(18, 6));
    person.waits_until(|_| true);
    insta::assert_snapshot!(person.sees(), @r#"
Dit venster is te
klein om in te
zoeken. Maak het
groter, of ga
eruit met Esc.
"#);
}

#[test]
fn what_can_not_be_meant_is_said_with_its_place_and_the_results_stay() {
    let mut person = Person::at(Lang::En, (80, 12), "quiet");
    let before = person.titles().join("\n");
    person.types(" kind:practise");
    assert_eq!(person.titles().join("\n"), before);
    assert_eq!(person.app.fault(), Some("quiet kind:".len()));
    insta::assert_snapshot!(person.sees(), @r#"
Search: quiet kind:practise
error: there is no kind "practise"; did you mean practice?
> How do you get the quiet members of a very large group of…   question, open
  Open with a short round                                      practice, adopted
  Anna de Vries                                                member, active
  Go round the table                                           practice, retired





Enter edit   Tab kind   Ctrl-Y copy ref   F3 next match   F1 help   Esc leave
"#);
    person.press(Key::DeleteWord);
    assert_eq!((person.app.fault(), person.app.says().len()), (None, 1));
}

#[test]
fn a_title_with_control_characters_is_shown_and_steers_nothing() {
    let person = Person::at(Lang::En, (110, 12), "stille");
    let screen = person.sees();
    assert!(screen.contains("> Wat doe je met stille led…  question, open │ questions/stille-leden.md"), "{screen}");
    assert!(screen.contains("│ │ Wat doe je met stille leden: 漢字 \\u{1b}[31m"), "{screen}");
}

#[test]
fn nothing_found_says_what_is_near() {
    let mut person = Person::at(Lang::Nl, (60, 8), "");
    person.types("\"quiit\"");
    insta::assert_snapshot!(person.sees(), @r#"
Zoek: "quiit"
0 gevonden
Niets gevonden voor "quiit".
Bedoel je "quiet"? Enter
Wat er het dichtst bij komt:
- How do you get the quiet members of a very large group of
  people to say anything at all?
Enter zoek dat   Tab soort   F1 hulp   Esc stop
"#);
}

#[test]
fn the_same_is_found_in_the_same_order_as_by_search() {
    let mut person = Person::at(Lang::En, (80, 24), "");
    for text in [
        "quiet",
        "quiet members",
        "stille leden",
        "kind:question",
        "is:open members",
        "status:retired OR anna",
        "round NOT table",
        "members sort:title",
    ] {
        person.press(Key::Clear);
        person.app.update(Event::Paste(text.into()));
        person.waits_until(|_| true);
        let session = Session::open(person.opening.clone()).unwrap();
        let hits = search::search(&session, text, &Filters::default(), Page { limit: Some(100), ..Page::default() }).unwrap();
        let expected: Vec<&str> = hits.hits.iter().map(|hit| hit.title.as_str()).collect();
        assert!(!expected.is_empty(), "{text}");
        assert_eq!(person.titles(), expected, "{text}");
    }
}

#[test]
fn keys_lead_where_they_say() {
    let mut person = Person::at(Lang::En, (80, 24), "round");
    let path = "practices/open-with-a-short-round.md";
    assert_eq!(person.press(Key::Choose), Action::Edit(path.into()));
    assert_eq!(person.press(Key::Print), Action::Print(path.into()));
    assert_eq!(person.press(Key::Copy), Action::Copy("practice/open-with-a-short-round".into()));
    assert_eq!(person.press(Key::Leave), Action::Leave);
    person.app.prints = true;
    assert_eq!(person.press(Key::Choose), Action::Print(path.into()));
    // An editor has no terminal then.
    assert_eq!(person.press(Key::Edit), Action::Nothing);
    person.press(Key::Clear);
    person.press(Key::Insert('?'));
    assert!(person.app.help.is_some());
    assert_eq!(person.press(Key::Leave), Action::Nothing);
    assert_eq!((person.app.help, person.app.field.text()), (None, ""));
}

#[test]
fn a_file_that_changed_is_read_again() {
    let mut person = Person::at(Lang::En, (80, 24), "quiet kind:practice");
    assert_eq!(person.titles().len(), 2);
    fs::write(person.folder.path().join("practices/new.md"), "# Quiet rooms\n\nQuiet.\n").unwrap();
    person.worker.tasks.send(super::Task::Renew).unwrap();
    person.waits_until(|app| app.hits().len() == 3);
}

fn hits(count: usize) -> Vec<Hit> {
    let kinds = Settings::read("", &[]).0.kinds;
    let card = |at: usize| Card {
        path: format!("practices/{at}.md"),
        title: "漢字 é ".repeat(at % 20),
        kind: "practice".into(),
        ..Card::default()
    };
    (0..count).map(|at| Hit::new(card(at), None, Vec::new(), &kinds, Lang::En)).collect()
}

fn key() -> impl Strategy<Value = Key> {
    let all = [
        Key::Backspace,
        Key::Delete,
        Key::DeleteWord,
        Key::Clear,
        Key::Left,
        Key::Right,
        Key::WordLeft,
        Key::WordRight,
        Key::Home,
        Key::End,
        Key::Up,
        Key::Down,
        Key::PageUp,
        Key::PageDown,
        Key::First,
        Key::Last,
        Key::TextUp,
        Key::TextDown,
        Key::TextPageUp,
        Key::TextPageDown,
        Key::NextMatch,
        Key::NextKind,
        Key::LastKind,
        Key::Choose,
        Key::Edit,
        Key::Copy,
        Key::Print,
        Key::Help,
        Key::Leave,
        Key::Kill,
    ];
    prop_oneof![3 => any::<char>().prop_map(Key::Insert), 7 => proptest::sample::select(all.to_vec())]
}

/// What happens on a screen: a key, a paste, another size, or an answer with so many results and lines.
#[derive(Clone, Debug)]
enum Happens {
    Key(Key),
    Paste(String),
    Size(u16, u16),
    Answer(usize, usize),
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        8 => key().prop_map(Happens::Key),
        1 => any::<String>().prop_map(Happens::Paste),
        1 => (0_u16..220, 0_u16..60).prop_map(|(width, height)| Happens::Size(width, height)),
        3 => (0_usize..300, 0_usize..60).prop_map(|(hits, lines)| Happens::Answer(hits, lines)),
    ]
}

fn answer(app: &mut App, count: usize, lines: usize) {
    let question: Question = app.question();
    let hits = hits(count.min(question.limit));
    app.update(Event::Answer(Box::new(Answer::Found(question, Ok(Found { total: count, hits, ..Found::default() })))));
    if let Some(sight) = app.sight() {
        let line = |at: usize| Marked { line: Line::new().plain(format!("line {at}")), matches: at.is_multiple_of(7) };
        app.update(Event::Answer(Box::new(Answer::Seen(sight, (0..lines).map(line).collect()))));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_happens_the_screen_can_be_drawn(steps in proptest::collection::vec(happens(), 0..60), prints: bool) {
        let mut app = App::new(Start { prints, ..start(Lang::Nl, "", (80, 24)) });
        for step in steps {
            match step {
                Happens::Key(key) => drop(app.update(Event::Key(key))),
                Happens::Paste(text) => drop(app.update(Event::Paste(text))),
                Happens::Size(width, height) => drop(app.update(Event::Resize(width, height))),
                Happens::Answer(hits, lines) => answer(&mut app, hits, lines),
            }
            prop_assert!(app.selected < app.hits().len().max(1));
            prop_assert!(app.top <= app.selected);
            prop_assert!(app.field.text().is_char_boundary(app.field.cursor()));
            let (width, height) = app.size;
            let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
            terminal.draw(|frame| draw(&app, frame)).unwrap();
            if let Some(regions) = app.regions() {
                prop_assert!(app.selected < app.top + usize::from(regions.list.height));
            }
        }
    }
}

#[test]
fn what_is_proposed_is_taken_with_a_key() {
    let mut person = Person::at(Lang::En, (64, 14), "quiettable");
    person.waits_until(|_| true);
    insta::assert_snapshot!(person.sees(), @r"
    Search: quiettable
    0 found
    Nothing found for quiettable.
    quiettable is in no document; table is in one: Enter
    The nearest:
    - Go round the table  practice/go-round-the-table
    Ask everybody: cop ask quiettable






    Enter search for that   Tab kind   F1 help   Esc leave
    ");
    assert_eq!(person.press(Key::Choose), Action::Nothing);
    assert_eq!(person.app.field.text(), "table");
    assert!(!person.app.hits().is_empty() && person.app.proposed().is_none());
    assert!(matches!(person.press(Key::Choose), Action::Edit(_)));
}

#[test]
fn a_condition_that_leaves_nothing_goes_with_the_key_too() {
    let mut person = Person::at(Lang::En, (64, 14), "chairs");
    person.waits_until(|_| true);
    let kind = |person: &Person| person.app.question().kind;
    while kind(&person).as_deref() != Some("member") {
        person.press(Key::NextKind);
    }
    assert!(person.app.hits().is_empty());
    person.press(Key::Choose);
    assert_eq!((person.app.field.text(), kind(&person), person.titles()), ("chairs", None, vec!["Open with a short round"]));
}

#[test]
fn a_word_that_is_begun_stays_one_where_no_document_has_every_word() {
    let mut person = Person::at(Lang::En, (80, 20), "voices memb");
    person.waits_until(|_| true);
    let found = |person: &Person| person.app.found.as_ref().map(|found| (found.relaxed, found.begun.clone(), found.total)).unwrap();
    let begun = found(&person);
    assert_eq!((begun.1.as_deref(), begun.2 > 0), (Some("memb*"), true));
    person.press(Key::NextKind);
    assert_eq!(found(&person).1.as_deref(), Some("memb*"));
}

#[test]
fn what_was_looked_for_beside_is_told() {
    let mut person = Person::at(Lang::En, (80, 20), "quietly chiars");
    person.waits_until(|_| true);
    let seen = person.sees().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(seen.contains("also searched: chairs (spelling)"), "{seen}");
}

#[test]
fn a_word_that_is_nowhere_is_told() {
    let mut person = Person::at(Lang::En, (80, 20), "qzxwvk voices");
    person.waits_until(|_| true);
    assert!(person.sees().contains("nowhere: qzxwvk; 1 document has some of the other words"), "{}", person.sees());
}
