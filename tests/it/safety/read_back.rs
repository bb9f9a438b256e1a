//! Any title and any value: what was written is what is read, whatever letters, quotes and traps of YAML or Markdown are in it.

use std::sync::Mutex;

use super::*;

/// Values that one process sets.
const AT_ONCE: usize = 40;

/// What other programs read as something else than the text that it is.
const TRAPS: &[&str] = &[
    "yes",
    "No",
    "on",
    "null",
    "~",
    "true",
    "NaN",
    ".inf",
    "-.INF",
    "0x1F",
    "0o17",
    "017",
    "1_000",
    "1e3",
    "12:30:45",
    "2026-02-29",
    "2026-01-01",
    "1.0",
    "-0",
    "+1",
    "=",
    "<<",
    "-",
    "- a",
    "?",
    "? a",
    ":",
    "a: b",
    "a:",
    ": a",
    "# a",
    "a # b",
    "a#b",
    "&a",
    "*a",
    "!a",
    "!!str a",
    "|",
    ">",
    "|-",
    "%a",
    "@a",
    "`a`",
    "\"",
    "'",
    "''",
    "\"a\"",
    "'a'",
    "\"a",
    "it's",
    "{a}",
    "[a]",
    "[a](b)",
    "[[a]]",
    "{a: b}",
    "a, b",
    "---",
    "...",
    "--- a",
    "\\",
    "\\n",
    "a\\",
    "\\\"",
    "$(a)",
    "${a}",
    "%20",
    "<b>a</b>",
    "<a",
    "&amp;",
    "*a*",
    "_a_",
    "**a**",
    "# a #",
    "## a",
    "a ##",
    "1. a",
    "+ a",
    "> a",
    "===",
    "***",
    "a | b",
    "~~a~~",
    "\\*a",
    "a\tb",
    "http://a.b/c?d=e#f",
    "<http://a.b>",
    "![a](b)",
    "`",
    "``a` b``",
    "{{ title }}",
    "{{title}}",
    "&#35;",
    "a  b",
    "[ ] a",
    "[x] a",
    "[^1]",
    "[a]: b",
    "😀",
    "👩‍💻",
    "é",
    "e\u{301}",
    "العربية",
    "עברית",
    "日本語",
    "ﬁ",
    "İ",
    "ß",
    "\u{10ffff}",
    "𝒜",
    "\u{e000}",
    "key=value",
    "=a",
    "--a",
];

/// Signs that mean something somewhere, and letters of every plane.
fn letter(chance: &mut Chance) -> char {
    loop {
        let letter = match chance.below(6) {
            0 => char::from(*chance.of(b"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")),
            1 => ' ',
            2 | 3 => char::from(*chance.of(b"abcdefghijklmnopqrstuvwxyzABCXYZ0123456789")),
            4 => char::from_u32(u32::try_from(chance.below(0x3000)).unwrap()).unwrap_or('a'),
            _ => char::from_u32(u32::try_from(chance.below(0x11_0000)).unwrap()).unwrap_or('b'),
        };
        // What steers a terminal, turns the order of reading, ends a line or can't be seen is refused, which is another test's.
        if !is_refused(letter) {
            return letter;
        }
    }
}

fn is_refused(letter: char) -> bool {
    letter.is_control()
        || matches!(u32::from(letter), 0xad | 0x34f | 0x61c | 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x180b..=0x180f | 0x200b..=0x200f | 0x2028..=0x202e
            | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f | 0xfeff | 0xffa0 | 0xfff0..=0xfffb | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff)
        || u32::from(letter) & 0xfffe == 0xfffe
        || (0xfdd0..=0xfdef).contains(&u32::from(letter))
}

fn text(chance: &mut Chance, number: usize) -> String {
    let trap = *chance.of(TRAPS);
    let random: String = (0..=chance.below(24)).map(|_| letter(chance)).collect();
    match number % 4 {
        0 => TRAPS[number / 4 % TRAPS.len()].to_owned(),
        1 => format!("{trap} {random}"),
        2 => format!("{random}{trap}"),
        _ => random,
    }
}

/// A title is one line, its white space single.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn whatever_is_written_reads_back_the_same() {
    let mut chance = Chance(seed());
    let (titles, batches) = (times(20, 1_200), times(5, 220));
    let world = World::archivists();
    let fields: Vec<String> = (0..AT_ONCE).map(|number| format!("      f{number}: {{type: line}}\n")).collect();
    let fields = fields.concat();
    world.write("community.yaml", format!("format: 1\nname: Digital Archivists\nkinds:\n  practice:\n    fields:\n{fields}"));
    world.commit("Fields");
    let all: Vec<String> = (0..titles).map(|number| text(&mut chance, number)).filter(|title| !one_line(title).is_empty()).collect();
    let batch = |batch| (0..AT_ONCE).map(|number| text(&mut chance, batch * AT_ONCE + number)).collect();
    let batches: Vec<Vec<String>> = (0..batches).map(batch).collect();
    let faults = Mutex::new(Vec::new());
    let sound = |copy: &Copy<'_>| {
        assert_eq!(copy.unsound(), None);
        assert_eq!(copy.git(&["status", "--porcelain"]).0, "");
    };
    // Some at a time in a community of their own, since all of them are looked at whenever one is.
    let some: Vec<_> = all.chunks(30).collect();
    on_all_cores(&some, |some| {
        let copy = Copy::of(&world);
        let wrong = some.iter().filter_map(|title| Some(format!("title {title:?}: {}", titled(&copy, title).err()?)));
        faults.lock().unwrap().extend(wrong);
        sound(&copy);
    });
    let some: Vec<_> = batches.chunks(20).collect();
    on_all_cores(&some, |some| {
        let copy = Copy::of(&world);
        faults.lock().unwrap().extend(some.iter().flat_map(|values| valued(&copy, values)));
        sound(&copy);
    });
    let values = batches.len() * AT_ONCE;
    none(&faults.into_inner().unwrap(), all.len() + values);
    eprintln!("R28: {} titles and {values} values, each read back as it was written", all.len());
}

fn titled(copy: &Copy<'_>, title: &str) -> Result<(), String> {
    let output = copy.command("cop").args(["-q", "--json", "add", "practice", "--body", "Text.", "--", title]).output().unwrap();
    let answer: serde_json::Value =
        serde_json::from_slice(&output.stdout).map_err(|_| String::from_utf8_lossy(&output.stderr).into_owned())?;
    let shown = shown(copy, answer["path"].as_str().unwrap_or_default())?;
    let expected = one_line(title);
    if shown["title"] != expected {
        return Err(format!("it reads {} in {}", shown["title"], shown["path"]));
    }
    let problems = shown["problems"].as_array().is_some_and(|problems| !problems.is_empty());
    if problems { Err(format!("it has problems: {}", shown["problems"])) } else { Ok(()) }
}

fn valued(copy: &Copy<'_>, values: &[String]) -> Vec<String> {
    let assignments = values.iter().enumerate().map(|(number, value)| format!("f{number}={value}"));
    let output = copy.command("cop").args(["-q", "set", "scan-letters", "--"]).args(assignments).output().unwrap();
    if !output.status.success() {
        return vec![format!("{values:?}: {}", String::from_utf8_lossy(&output.stderr))];
    }
    let shown = match shown(copy, "practices/scan-letters.md") {
        Ok(shown) => shown,
        Err(fault) => return vec![fault],
    };
    let different = values.iter().enumerate().filter_map(|(number, value)| {
        // Nothing but white space takes a field away.
        let read = shown["fields"][format!("f{number}")].as_str().unwrap_or_default();
        (read != value.trim()).then(|| format!("value {value:?} reads {read:?}"))
    });
    different.collect()
}

fn shown(copy: &Copy<'_>, path: &str) -> Result<serde_json::Value, String> {
    let output = copy.command("cop").args(["show", path, "--format", "json"]).output().unwrap();
    serde_json::from_slice(&output.stdout).map_err(|_| String::from_utf8_lossy(&output.stderr).into_owned())
}
