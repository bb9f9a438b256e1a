//! The cases in `tests/cases/`: files, commands and what they print, in Markdown that a steward can read. `README.md` there says how
//! one is written.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::thread;

use crate::support::world::World;
use crate::support::{file, repository};

/// What any text may stand for.
const ANY: &str = "[...]";

/// A case: what is done, in order.
#[derive(Debug, PartialEq)]
struct Case {
    steps: Vec<Step>,
}

#[derive(Debug, PartialEq)]
enum Step {
    /// A file is written.
    Write { path: String, content: Vec<u8> },
    /// A command is run, and these lines of the case say what it prints.
    Run { line: usize, command: Command, expected: Range<usize> },
}

/// What is typed.
#[derive(Debug, PartialEq)]
struct Command {
    variables: Vec<(String, String)>,
    program: String,
    arguments: Vec<String>,
}

/// Reads a case; a fault in it is said with its line.
fn parse(text: &str) -> Result<Case, String> {
    let lines: Vec<_> = text.lines().collect();
    let mut steps = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let fence = lines[at].len() - lines[at].trim_start_matches('`').len();
        if fence < 3 {
            at += 1;
            continue;
        }
        let is_end = |line: &&str| line.len() >= fence && line.bytes().all(|byte| byte == b'`');
        let length = lines[at + 1..].iter().position(is_end).ok_or_else(|| format!("{}: this fence is never closed", at + 1))?;
        let inside = at + 1..at + 1 + length;
        match lines[at][fence..].trim().split_once(' ') {
            None if &lines[at][fence..] == "console" => commands(&lines, inside.clone(), &mut steps)?,
            // A block without a path is part of the explanation.
            None => {}
            Some((_, path)) => {
                let content: String = lines[inside.clone()].iter().flat_map(|line| [line, "\n"]).collect();
                let (path, content) = match path.trim().strip_suffix(" escaped") {
                    Some(path) => (path, unescaped(&content).ok_or_else(|| format!("{}: \\xFF, \\r and \\\\ are all there is", at + 1))?),
                    None => (path.trim(), content.into_bytes()),
                };
                steps.push(Step::Write { path: path.to_owned(), content });
            }
        }
        at = inside.end + 1;
    }
    Ok(Case { steps })
}

/// The bytes that a text with escapes stands for.
fn unescaped(text: &str) -> Option<Vec<u8>> {
    let mut parts = text.split('\\');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    while let Some(part) = parts.next() {
        if part.is_empty() {
            bytes.push(b'\\');
            bytes.extend(parts.next()?.as_bytes());
        } else if let Some(rest) = part.strip_prefix('r') {
            bytes.push(b'\r');
            bytes.extend(rest.as_bytes());
        } else {
            let digits = part.strip_prefix('x')?;
            bytes.push(u8::from_str_radix(digits.get(..2)?, 16).ok()?);
            bytes.extend(&digits.as_bytes()[2..]);
        }
    }
    Some(bytes)
}

fn commands(lines: &[&str], inside: Range<usize>, steps: &mut Vec<Step>) -> Result<(), String> {
    let mut at = inside.start;
    while at < inside.end {
        let typed = lines[at].strip_prefix("$ ").ok_or_else(|| format!("{}: a command is expected here: $ cop …", at + 1))?;
        let command = command(typed).map_err(|fault| format!("{}: {fault}", at + 1))?;
        let end = (at + 1..inside.end).find(|&line| lines[line].starts_with("$ ")).unwrap_or(inside.end);
        let last = (at + 1..end).rev().find(|&line| !lines[line].trim().is_empty()).map_or(at + 1, |line| line + 1);
        steps.push(Step::Run { line: at + 1, command, expected: at + 1..last });
        at = end;
    }
    Ok(())
}

fn command(typed: &str) -> Result<Command, String> {
    let mut words = words(typed)?.into_iter().peekable();
    let mut variables = Vec::new();
    while let Some(pair) = words.peek().and_then(|word| word.split_once('=')) {
        variables.push((pair.0.to_owned(), pair.1.to_owned()));
        words.next();
    }
    let program = words.next().unwrap_or_default();
    if !matches!(program.as_str(), "cop" | "git") {
        return Err(format!("only cop and git are run, not \"{program}\""));
    }
    Ok(Command { variables, program, arguments: words.collect() })
}

/// The words of a command line; quotes and backslashes mean what they mean in a shell, nothing else does.
pub(crate) fn words(typed: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut letters = typed.chars();
    while let Some(letter) = letters.next() {
        match (letter, quote) {
            (_, Some(open)) if letter == open => quote = None,
            ('\\', None | Some('"')) => word.get_or_insert_default().extend(letters.next()),
            ('\'' | '"', None) => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            ('|' | '>' | '<' | '&' | ';' | '$' | '`', None) => return Err(format!("\"{letter}\" needs a shell, and there is none")),
            (' ', None) => words.extend(word.take()),
            // A comment reaches to the end of the line.
            ('#', None) if word.is_none() => break,
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    if quote.is_some() { Err("a quote is never closed".to_owned()) } else { Ok(words) }
}

/// Whether lines are as expected: `[...]` is any text in a line, alone on its line any number of lines.
fn are_as(expected: &[&str], lines: &[String]) -> bool {
    match expected {
        [] => lines.is_empty(),
        [ANY, rest @ ..] => (0..=lines.len()).any(|skipped| are_as(rest, &lines[skipped..])),
        [first, rest @ ..] => lines.split_first().is_some_and(|(line, others)| is_as(first, line) && are_as(rest, others)),
    }
}

fn is_as(expected: &str, line: &str) -> bool {
    let Some((start, rest)) = expected.split_once(ANY) else { return expected == line };
    let Some(after) = line.strip_prefix(start) else { return false };
    let ends = after.char_indices().map(|(at, _)| at).chain([after.len()]);
    ends.into_iter().any(|at| is_as(rest, &after[at..]))
}

/// What to write down for lines that are not as expected; a line that is keeps its `[...]`.
fn renewed(expected: &[&str], lines: &[String]) -> Vec<String> {
    let keep =
        |at: usize, line: &String| expected.get(at).filter(|old| is_as(old, line)).map_or_else(|| line.clone(), |&old| old.to_owned());
    lines.iter().enumerate().map(|(at, line)| keep(at, line)).collect()
}

/// Plays a case in a world of its own. Gives what was not as expected, and the case as it would be right.
fn play(text: &str) -> Result<(Vec<String>, String), String> {
    let case = parse(text)?;
    let world = World::new();
    let lines: Vec<_> = text.lines().collect();
    let (mut faults, mut right, mut copied) = (Vec::new(), Vec::new(), 0);
    for step in &case.steps {
        match step {
            Step::Write { path, content } => world.write(path, content),
            Step::Run { line, command, expected } => {
                let arguments: Vec<_> = command.arguments.iter().map(String::as_str).collect();
                let call = command.variables.iter().fold(world.command(&command.program), |call, (name, value)| call.env(name, value));
                let run = call.args(&arguments).run();
                let mut printed = run.lines();
                printed.truncate(printed.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |last| last + 1));
                right.extend(lines[copied..expected.start].iter().map(|&line| line.to_owned()));
                copied = expected.end;
                let wanted = &lines[expected.clone()];
                if are_as(wanted, &printed) {
                    right.extend(wanted.iter().map(|&line| line.to_owned()));
                } else {
                    faults.push(format!("{line}: {}\nexpected:\n{}\nprinted:\n{}", run.command, wanted.join("\n"), printed.join("\n")));
                    right.extend(renewed(wanted, &printed));
                }
            }
        }
    }
    right.extend(lines[copied..].iter().map(|&line| line.to_owned()));
    Ok((faults, right.join("\n") + "\n"))
}

fn check(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).expect("a case of text");
    let name = path.strip_prefix(repository()).unwrap_or(path).display().to_string();
    match play(&text) {
        Err(fault) => vec![format!("{name}:{fault}")],
        Ok((_, right)) if std::env::var_os("COP_CASES").is_some_and(|wish| wish == "update") => {
            if right != text {
                fs::write(path, right).expect("a case that can be written");
            }
            Vec::new()
        }
        Ok((faults, _)) => faults.into_iter().map(|fault| format!("{name}:{fault}")).collect(),
    }
}

#[test]
fn every_case_is_as_it_says() {
    let is_case =
        |path: &PathBuf| path.extension().is_some_and(|ending| ending == "md") && path.file_name().is_some_and(|name| name != "README.md");
    let entries = walkdir::WalkDir::new(repository().join("tests/cases")).sort_by_file_name();
    let cases: Vec<_> = entries.into_iter().map(|entry| entry.expect("a folder that can be read").into_path()).filter(is_case).collect();
    let share = cases.len().div_ceil(4).max(1);
    let faults: Vec<_> = thread::scope(|scope| {
        let players: Vec<_> =
            cases.chunks(share).map(|share| scope.spawn(move || share.iter().flat_map(|path| check(path)).collect::<Vec<_>>())).collect();
        players.into_iter().flat_map(|player| player.join().expect("a case that ends")).collect()
    });
    assert!(faults.is_empty(), "{}\n\nIf this is right: COP_CASES=update cargo test cases", faults.join("\n\n"));
}

#[test]
fn the_example_of_a_case_is_one() {
    let text = file("tests/cases/README.md");
    // It is shown in a block of its own, with one more backtick.
    let example = text.split("````md\n").nth(1).and_then(|rest| rest.split("````\n").next()).expect("an example");
    assert_eq!(play(example), Ok((Vec::new(), example.to_owned())));
}

#[test]
fn a_case_is_files_and_commands() {
    let text = "# A\n\n```yaml community.yaml\nformat: 1\n\nname: A\n```\n\n```text\nnot a step\n```\n\n````md a b.md\n```\nx\n```\n````\n\n```console\n$ cop check\nok\n\n$ NO_COLOR=1 git status\n```\n";
    let file = |path: &str, content: &str| Step::Write { path: path.to_owned(), content: content.as_bytes().to_vec() };
    let run = |line, typed, expected| Step::Run { line, command: command(typed).unwrap(), expected };
    let steps = vec![
        file("community.yaml", "format: 1\n\nname: A\n"),
        file("a b.md", "```\nx\n```\n"),
        run(20, "cop check", 20..21),
        run(23, "NO_COLOR=1 git status", 23..23),
    ];
    assert_eq!(parse(text), Ok(Case { steps }));
}

#[test]
fn a_file_that_can_not_be_typed_has_escapes() {
    let case = parse("```md a.md escaped\n\\xe9n\\r\nb\\\\c\n```\n").unwrap();
    assert_eq!(case.steps, [Step::Write { path: "a.md".to_owned(), content: b"\xe9n\r\nb\\c\n".to_vec() }]);
    for text in ["\\", "\\n", "\\x1", "\\xzz"] {
        assert_eq!(unescaped(text), None, "{text}");
    }
}

#[test]
fn a_fault_in_a_case_is_said_with_its_line() {
    for (text, fault) in [
        ("\n```md a.md\nx\n", "2: this fence is never closed"),
        ("```console\ncop check\n```\n", "2: a command is expected here: $ cop …"),
        ("```console\n$ rm -r x\n```\n", "2: only cop and git are run, not \"rm\""),
        ("```console\n$ cop list | wc\n```\n", "2: \"|\" needs a shell, and there is none"),
        ("```console\n$ cop 'list\n```\n", "2: a quote is never closed"),
    ] {
        assert_eq!(parse(text), Err(fault.to_owned()));
    }
}

#[test]
fn a_command_line_has_a_shells_words() {
    for (typed, expected) in [
        ("cop list", vec!["cop", "list"]),
        ("cop list #tag # tags", vec!["cop", "list"]),
        ("cop search a#b '#c'", vec!["cop", "search", "a#b", "#c"]),
        ("cop  search 'a b' \"c\\\"d\" e\\ f ''", vec!["cop", "search", "a b", "c\"d", "e f", ""]),
        ("cop add --set title='It|is'", vec!["cop", "add", "--set", "title=It|is"]),
    ] {
        assert_eq!(words(typed).unwrap(), expected);
    }
}

#[test]
fn dots_in_brackets_stand_for_any_text() {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    for (expected, printed, fits) in [
        ("a\nb", "a\nb", true),
        ("a\nb", "a", false),
        ("1 file ([...] s)", "1 file (0.3 s)", true),
        ("[...] of [...]", "2 of 3", true),
        ("[...]x", "xé", false),
        ("a\n[...]\nd", "a\nb\nc\nd", true),
        ("[...]", "", true),
        ("a\n[...]\nd", "a\nb\nc", false),
    ] {
        assert_eq!(are_as(&expected.lines().collect::<Vec<_>>(), &lines(printed)), fits, "{expected:?} {printed:?}");
    }
    assert_eq!(renewed(&["in [...] s", "old"], &lines("in 3 s\nnew")), ["in [...] s", "new"]);
}

#[test]
fn a_case_is_played_and_put_right() {
    let text = "```md a.md\nx\n```\n\n```console\n$ git status --short\n?? b.md\n$ git add a.md\n$ git status --short\nA  [...].md\n$ git nonsense\n[...]\n[status 1]\n```\nend\n";
    let (faults, right) = play(text).unwrap();
    assert_eq!(faults, ["6: git status --short\nexpected:\n?? b.md\nprinted:\n?? a.md"]);
    assert_eq!(right, text.replace("b.md", "a.md"));
}
