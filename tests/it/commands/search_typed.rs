//! `cop search -i`, on a terminal that the system makes.
#![cfg(unix)]

use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::world::World;

/// What takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// The rows and cells of the terminal.
const SIZE: (usize, usize) = (20, 80);

/// A terminal with cop on it, and who sits before it.
struct Seat {
    /// The program that made the terminal; when it is gone, so is that.
    terminal: Child,
    keys: ChildStdin,
    drawn: Arc<Mutex<Vec<u8>>>,
}

impl Seat {
    /// Sits down; `before` is what the shell does before it becomes cop, `line` what follows `cop`.
    fn take(world: &World, variables: &[(&str, &str)], before: &str, line: &str) -> Self {
        let (cop, number) = (env!("CARGO_BIN_EXE_cop"), world.path("../number").display().to_string());
        let command = format!("stty rows {} cols {}; {before} echo $$ >'{number}'; exec '{cop}' {line}", SIZE.0, SIZE.1);
        let call = world.command("script").args(&["-qfec", &command, "/dev/null"]).env("SHELL", "/bin/sh");
        let call = variables.iter().fold(call, |call, (name, value)| call.env(name, value));
        let mut script = call.ready();
        let mut terminal = script.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("script");
        let (keys, mut output) = (terminal.stdin.take().expect("a pipe"), terminal.stdout.take().expect("a pipe"));
        let drawn = Arc::new(Mutex::new(Vec::new()));
        let seen = drawn.clone();
        thread::spawn(move || {
            let mut some = [0; 4096];
            while let Ok(count) = output.read(&mut some)
                && count > 0
            {
                seen.lock().expect("a reader").extend(&some[..count]);
            }
        });
        Self { terminal, keys, drawn }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("typed");
    }

    fn drawn(&self) -> String {
        String::from_utf8_lossy(&self.drawn.lock().expect("a reader")).into_owned()
    }

    /// What stands on the screen, once it is as wanted.
    fn see(&self, wanted: impl Fn(&str) -> bool) -> String {
        until(|| Some(screen(&self.drawn())).filter(|screen| wanted(screen))).unwrap_or_else(|| panic!("{}", screen(&self.drawn())))
    }

    /// The exit status, once cop has ended by itself, and what was drawn up to something.
    fn end(mut self, last: &str) -> (Option<i32>, String) {
        let status = until(|| self.terminal.try_wait().expect("asked")).expect("an end");
        // It may be read a moment later.
        until(|| self.drawn().contains(last).then_some(()));
        (status.code(), self.drawn())
    }

    /// Takes the terminal away, as when a window is closed or a connection breaks.
    fn unplug(&mut self) {
        self.terminal.kill().and_then(|()| self.terminal.wait()).expect("gone");
    }
}

impl Drop for Seat {
    /// Nothing is left of a test that failed.
    fn drop(&mut self) {
        let _ = self.terminal.kill().and_then(|()| self.terminal.wait());
    }
}

/// What comes to be in the end; `None` where it does not.
fn until<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        let found = look();
        if found.is_some() || start.elapsed() > PATIENCE {
            return found;
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// Whether the process whose number was written down is still at work.
fn works(world: &World) -> bool {
    let number = world.read("../number");
    let asked = Command::new("ps").args(["-o", "stat=", "-p", number.trim()]).output().expect("ps");
    let state = String::from_utf8_lossy(&asked.stdout).trim().to_owned();
    !state.is_empty() && !state.starts_with('Z')
}

/// What a terminal shows after it was sent this: the rows, without what is empty behind them.
fn screen(sent: &str) -> String {
    let mut cells = vec![vec![' '; SIZE.1]; SIZE.0];
    let (mut row, mut column) = (0, 0);
    let mut rest = sent.chars();
    while let Some(letter) = rest.next() {
        match letter {
            '\u{1b}' => match rest.next() {
                Some('[') => {
                    let order = up_to(&mut rest, |letter| letter.is_ascii_alphabetic());
                    if let Some(place) = order.strip_suffix('H') {
                        let mut numbers = place.split(';').map(|number| number.parse().unwrap_or(1_usize).saturating_sub(1));
                        (row, column) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
                    } else if order.ends_with('J') || order == "?1049h" {
                        cells = vec![vec![' '; SIZE.1]; SIZE.0];
                    }
                }
                Some(']') => drop(up_to(&mut rest, |letter| letter == '\u{7}')),
                _ => {}
            },
            '\r' => column = 0,
            '\n' => row += 1,
            _ => {
                if let Some(cell) = cells.get_mut(row).and_then(|row| row.get_mut(column)) {
                    *cell = letter;
                }
                column += 1;
            }
        }
    }
    let rows: Vec<String> = cells.iter().map(|row| row.iter().collect::<String>().trim_end().to_owned()).collect();
    rows.join("\n").trim_end().to_owned()
}

/// Letters up to one, and that too.
fn up_to(letters: &mut impl Iterator<Item = char>, last: impl Fn(char) -> bool) -> String {
    let mut taken = String::new();
    for letter in letters {
        taken.push(letter);
        if last(letter) {
            break;
        }
    }
    taken
}

/// What takes the whole terminal, and what gives it back.
const TAKEN: &str = "\u{1b}[?1049h";
const LEFT: &str = "\u{1b}[?1049l";

const LISTED: &str = "Export a mailbox to EML";

#[test]
fn what_is_typed_is_found_and_escape_leaves() {
    let world = World::archivists();
    let mut seat = Seat::take(&world, &[], "", "search -i");
    seat.see(|screen| screen.contains(LISTED) && screen.contains("Scan letters"));
    seat.press("dpi");
    let found = seat.see(|screen| screen.contains("Search: dpi") && !screen.contains(LISTED));
    assert!(found.contains("Scan letters"), "{found}");
    seat.press("\u{1b}");
    let (status, drawn) = seat.end(LEFT);
    assert_eq!(status, Some(0));
    assert!(drawn.contains(TAKEN) && drawn.contains(LEFT), "the terminal is given back: {drawn:?}");
    assert!(drawn.contains("\u{1b}[3"), "in colour");
}

#[test]
fn in_dutch_and_without_colour_where_that_is_wanted() {
    let world = World::archivists();
    let mut seat = Seat::take(&world, &[("NO_COLOR", "1"), ("COP_LANG", "nl")], "", "search -i zzqqxx");
    let nothing = seat.see(|screen| screen.contains("zzqqxx") && screen.contains("gevonden"));
    seat.press("\u{3}");
    let (_, drawn) = seat.end(LEFT);
    let coloured = drawn.split("\u{1b}[").filter_map(|order| order.split_once('m')).flat_map(|(order, _)| order.split(';'));
    let coloured: Vec<&str> = coloured.filter(|number| matches!(number.parse(), Ok(30..=38 | 40..=48 | 90..=107))).collect();
    assert!(coloured.is_empty(), "{coloured:?} {nothing}");
}

#[test]
fn a_terminal_that_can_show_no_picture_is_told_what_else_to_type() {
    let world = World::archivists();
    let seat = Seat::take(&world, &[("TERM", "dumb")], "", "search -i scan");
    let (status, drawn) = seat.end("cop search scan");
    assert_eq!(status, Some(2));
    assert!(drawn.contains("cop search scan") && !drawn.contains(TAKEN), "{drawn:?}");
}

#[test]
fn it_ends_with_its_terminal_even_where_nobody_tells_it() {
    for before in ["", "trap '' HUP;"] {
        let world = World::archivists();
        let mut seat = Seat::take(&world, &[], before, "search -i");
        seat.see(|screen| screen.contains(LISTED));
        seat.press("dpi");
        seat.see(|screen| !screen.contains(LISTED));
        assert!(works(&world));
        seat.unplug();
        assert!(until(|| (!works(&world)).then_some(())).is_some(), "{before} it goes on without a terminal");
    }
}

#[test]
fn ended_by_a_signal_it_gives_the_terminal_back() {
    let world = World::archivists();
    let seat = Seat::take(&world, &[], "", "search -i");
    seat.see(|screen| screen.contains(LISTED));
    assert!(Command::new("kill").args(["-TERM", world.read("../number").trim()]).status().expect("kill").success());
    let (status, drawn) = seat.end(LEFT);
    assert!(drawn.contains(LEFT), "{drawn:?}");
    assert_eq!(status, Some(128 + 15));
}
