//! The Markdown files that no kind claims: how many there are and where, and what to write so that they count.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::base::lang::Msg;
use crate::base::limits::Limits;
use crate::base::path::last;
use crate::model::kinds::{Kinds, is_markdown};
use crate::model::settings::FILE;
use crate::msg;
use crate::store::workspace::load;
use crate::text::front::nodes::{Node, Value};
use crate::text::front::parse::parse;

use super::session::Session;

/// So many folders are told of.
const FOLDERS: usize = 6;
/// What stands in a repository about the repository; it is seldom meant to be a document.
const ABOUT: [&str; 8] =
    ["readme", "license", "licence", "changelog", "contributing", "code_of_conduct", "security", "pull_request_template"];
/// The kind that is proposed where a folder's name says nothing.
const USUAL: &str = "practice";

/// The Markdown files that no kind claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unclaimed {
    /// How many there are; those about the repository itself, such as a README, are not counted.
    pub count: usize,
    /// The folders that they are in or below, the fullest first.
    folders: Vec<Folder>,
    /// What kinds have now, which `paths:` would take from them: for each kind the patterns of the folders that it found documents in.
    kept: BTreeMap<String, BTreeSet<String>>,
}

/// A folder with files that no kind claims.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Folder {
    /// Its path; empty for the root.
    path: String,
    /// What the names of the files end in: `md`, `html.md.erb`.
    ending: String,
    /// How many there are.
    count: usize,
}

impl Folder {
    fn glob(&self) -> String {
        if self.path.is_empty() { format!("*.{}", self.ending) } else { format!("{}/**/*.{}", self.path, self.ending) }
    }
}

impl Unclaimed {
    /// Looks for them.
    pub fn of(session: &Session) -> Self {
        let settings = session.settings();
        let kinds = &settings.kinds;
        let (claimed, others) = load::claims(settings, session.tree().files.iter().map(|seen| seen.path.as_str()));
        let mut found = Self::among(others.iter().map(String::as_str), kinds);
        if found.count > 0 {
            for file in &claimed {
                let kind = kinds.at(file.claim.kind);
                if kind.is_adopted() {
                    continue;
                }
                let is_in = |folder: &str| file.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
                if let Some((_, folder)) = kind.folders.iter().find(|(_, folder)| is_in(folder)) {
                    found.kept.entry(kind.name.clone()).or_default().insert(format!("{folder}/**/*.md"));
                }
            }
        }
        found
    }

    /// What is said where a person names a file or folder, from the community's, in which no kind has a document and no settings stand.
    pub fn at(session: &Session, path: &str) -> Option<Msg> {
        // What is hidden is never a document, and some of it is told of all the same.
        let is_hidden = path.split('/').any(|part| part.starts_with('.'));
        let is_in = |known: &str| {
            is_hidden || path.is_empty() || known.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let community = session.community();
        let read = community.documents().iter().map(|document| document.path.as_str());
        let unread = community.unread().iter().map(|unread| unread.path.as_str());
        let kinds = session.own_kinds().iter().map(|kind| kind.path.as_str());
        let odd = session.tree().odd.iter().map(|(path, _)| path.as_str());
        if read.chain(unread).chain(kinds).chain(odd).chain([FILE]).any(is_in) {
            return None;
        }
        let is_file = session.tree().files.iter().any(|seen| seen.path == path);
        Some(if is_file { msg!("unclaimed-file", path = path) } else { msg!("unclaimed-folder", path = path) })
    }

    fn among<'p>(paths: impl Iterator<Item = &'p str>, kinds: &Kinds) -> Self {
        let mut folders: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for path in paths.filter(|path| !is_about(path) && !kinds.sets_aside(path)) {
            if let Some(ending) = ending(path) {
                *folders.entry((folder(path, kinds), ending)).or_default() += 1;
            }
        }
        let folder = |((path, ending), count): ((&str, &str), usize)| Folder { path: path.to_owned(), ending: ending.to_owned(), count };
        let mut folders: Vec<Folder> = folders.into_iter().map(folder).collect();
        folders.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.path.cmp(&other.path)));
        Self { count: folders.iter().map(|folder| folder.count).sum(), folders, kept: BTreeMap::new() }
    }

    /// How many there are, and where.
    pub fn says(&self) -> Msg {
        let more = self.folders.len().saturating_sub(FOLDERS);
        let folder = |folder: &Folder| format!("{} ({})", if folder.path.is_empty() { "./" } else { &folder.path }, folder.count);
        let folders: Vec<String> = self.folders.iter().take(FOLDERS).map(folder).collect();
        let folders = folders.join(", ");
        if more > 0 {
            msg!("unclaimed-more", count = self.count, folders = folders, more = more)
        } else {
            msg!("unclaimed", count = self.count, folders = folders)
        }
    }

    /// What the lines are for.
    pub fn help(&self, session: &Session) -> Msg {
        if has_kinds(session) { msg!("unclaimed-under-kinds") } else { msg!("unclaimed-paste") }
    }

    /// The lines for `community.yaml` that make documents of them: all of `kinds:`, what is there already included.
    pub fn lines(&self, session: &Session) -> Vec<String> {
        let known = &session.settings().kinds;
        let mut kinds: BTreeMap<&str, Globs> = BTreeMap::new();
        for folder in self.folders.iter().take(FOLDERS) {
            let kind = meant(&folder.path, known).unwrap_or(USUAL);
            let globs = kinds.entry(kind).or_insert_with(|| {
                let adopted = known.named(kind).into_iter().flat_map(|kind| &kind.paths).map(|glob| glob.text().to_owned());
                adopted.chain(self.kept.get(kind).into_iter().flatten().cloned()).map(|glob| (glob, None)).collect()
            });
            globs.push((folder.glob(), Some(folder.count)));
        }
        with_paths(session.settings_text(), &kinds)
    }

    /// All that is said to who has no documents yet.
    pub fn advice(session: &Session) -> Vec<Msg> {
        let unclaimed = Self::of(session);
        if unclaimed.count == 0 {
            return vec![msg!("doctor-no-documents-help")];
        }
        let lines = unclaimed.lines(session).into_iter().map(Msg::literal);
        [unclaimed.says(), unclaimed.help(session)].into_iter().chain(lines).collect()
    }
}

/// Whether the settings speak of kinds already, so that the key can't be given once more.
fn has_kinds(session: &Session) -> bool {
    let text = session.settings_text();
    parse(text, 0..text.len(), &Limits::of_settings()).0.is_some_and(|root| root.get("kinds").is_some())
}

/// Patterns with how many files each would bring, where it is new.
type Globs = Vec<(String, Option<usize>)>;

/// What is under `kinds:` in a text of settings, key and all, with these `paths` in it.
fn with_paths(text: &str, kinds: &BTreeMap<&str, Globs>) -> Vec<String> {
    let (root, _) = parse(text, 0..text.len(), &Limits::of_settings());
    let entry = root.as_ref().and_then(Node::entries).and_then(|entries| entries.iter().find(|entry| entry.key == "kinds"));
    let written = entry.and_then(|entry| match &entry.value.value {
        Value::Map { entries, flow } if !entry.value.indirect => Some((entry, entries.first()?, entries, *flow)),
        _ => None,
    });
    let Some((kinds_entry, first, entries, flow)) = written else {
        let fresh = kinds.iter().map(|(kind, globs)| format!("  {kind}:\n    paths:{}", listed(globs, 6)));
        return std::iter::once("kinds:".to_owned())
            .chain(fresh.flat_map(|kind| kind.lines().map(str::to_owned).collect::<Vec<_>>()))
            .collect();
    };
    let column = |at: usize| at - text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (kind, globs) in kinds {
        let Some(entry) = entries.iter().find(|entry| entry.key == *kind) else {
            let (at, by) = (first.key_span.start, column(first.key_span.start));
            let new = if flow {
                format!("{kind}: {{paths: {}}}, ", in_brackets(globs))
            } else {
                format!("{kind}:\n{:by$}  paths:{}\n{:by$}", "", listed(globs, by + 4), "")
            };
            edits.push((at..at, new));
            continue;
        };
        edits.push(match (&entry.value.value, entry.value.get("paths")) {
            (Value::Map { .. }, Some(Node { value: Value::List { items, flow: false }, span, .. })) => {
                // From the dash of the first item, which its own bytes do not hold.
                let first = items.first().map_or(span.start, |item| item.span.start);
                let start = text.get(..first).and_then(|before| before.rfind('-')).unwrap_or(first);
                (start..span.end, listed(globs, column(start)).trim_start().to_owned())
            }
            (Value::Map { .. }, Some(paths)) => (paths.span.clone(), spaced(&paths.span, in_brackets(globs))),
            (Value::Map { entries, flow }, None) if !entries.is_empty() => {
                let (at, by) = (entries[0].key_span.start, column(entries[0].key_span.start));
                let new =
                    if *flow { format!("paths: {}, ", in_brackets(globs)) } else { format!("paths:{}\n{:by$}", listed(globs, by + 2), "") };
                (at..at, new)
            }
            _ => (entry.value.span.clone(), spaced(&entry.value.span, format!("{{paths: {}}}", in_brackets(globs)))),
        });
    }
    edits.sort_by_key(|(span, _)| span.start);
    let span = kinds_entry.key_span.start..kinds_entry.value.span.end;
    let (mut edited, mut at) = (String::new(), span.start);
    for (place, new) in edits {
        edited.push_str(text.get(at..place.start).unwrap_or_default());
        edited.push_str(&new);
        at = place.end;
    }
    edited.push_str(text.get(at..span.end).unwrap_or_default());
    edited.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// A value, behind a space where nothing stood after the colon.
fn spaced(span: &Range<usize>, value: String) -> String {
    if span.is_empty() { format!(" {value}") } else { value }
}

/// Patterns below one another, each on a line of its own and so far from the edge.
fn listed(globs: &Globs, by: usize) -> String {
    let line = |(glob, count): &(String, Option<usize>)| {
        let count = count.map(|count| format!("  # {count}")).unwrap_or_default();
        format!("\n{:by$}- {}{count}", "", quoted(glob))
    };
    globs.iter().map(line).collect()
}

fn in_brackets(globs: &Globs) -> String {
    format!("[{}]", globs.iter().map(|(glob, _)| quoted(glob)).collect::<Vec<_>>().join(", "))
}

fn quoted(glob: &str) -> String {
    format!("\"{}\"", glob.replace('\\', "\\\\").replace('"', "\\\""))
}

fn is_about(path: &str) -> bool {
    let name = last(path).to_lowercase();
    let stem = name.split('.').next().unwrap_or_default().replace('-', "_");
    ABOUT.contains(&&*stem)
}

/// What a file's name ends in, if it is Markdown, or Markdown that another program makes a page of: `html.md.erb`.
fn ending(path: &str) -> Option<&str> {
    let name = last(path);
    let (_, ending) = name.rsplit_once('.')?;
    let whole = || name.split_once('.').map(|(_, ending)| ending).filter(|ending| ending.split('.').any(|part| part == "md"));
    if is_markdown(path) { Some(ending) } else { whole() }
}

/// The folder that a file is told under: one whose name means a kind, else the first below the root.
fn folder<'p>(path: &'p str, kinds: &Kinds) -> &'p str {
    let Some((whole, _)) = path.rsplit_once('/') else { return "" };
    let ends = whole.match_indices('/').map(|(at, _)| at).chain([whole.len()]);
    let mut folders = ends.filter_map(|end| whole.get(..end));
    let first = folders.clone().next().unwrap_or(whole);
    folders.find(|folder| meant(folder, kinds).is_some()).unwrap_or(first)
}

/// The kind that the name of a folder means.
fn meant<'k>(folder: &str, kinds: &'k Kinds) -> Option<&'k str> {
    let name = Some(last(folder)).filter(|name| !name.is_empty())?;
    let known = match name.to_lowercase().as_str() {
        "adr" | "adrs" => kinds.named("decision"),
        _ => kinds.meant_by(name),
    };
    known.filter(|kind| kind.parent.is_none()).map(|kind| kind.name.as_str())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Unclaimed, with_paths};
    use crate::model::settings::Settings;

    #[test]
    fn files_are_counted_by_the_folder_that_says_most() {
        let (settings, _) = Settings::read("format: 1\nname: A\n", &[]);
        let paths = [
            "README.md",
            "notes.md",
            "docs/adr/0001-a.md",
            "docs/adr/old/0002-b.md",
            "docs/a/b.md",
            "docs/c.md",
            "site/a.html.md.erb",
            "src/a.rs",
        ];
        let found = Unclaimed::among(paths.into_iter(), &settings.kinds);
        assert_eq!(found.count, 6);
        let folders: Vec<_> = found.folders.iter().map(|folder| (folder.glob(), folder.count)).collect();
        let expected = [("docs/**/*.md", 2), ("docs/adr/**/*.md", 2), ("*.md", 1), ("site/**/*.html.md.erb", 1)];
        assert_eq!(folders, expected.map(|(glob, count)| (glob.to_owned(), count)));
    }

    #[test]
    fn the_lines_can_be_put_in_place_of_what_is_there() {
        let globs = |globs: &[&str]| globs.iter().map(|glob| ((*glob).to_owned(), Some(3))).collect::<Vec<_>>();
        let wanted = BTreeMap::from([("practice", globs(&["a/**/*.md", "b \"c\"/*.md"])), ("story", globs(&["s/*.md"]))]);
        for (kinds, tail) in [
            ("", ""),
            ("kinds:", "\nlanguage: nl\n"),
            ("kinds: {}", ""),
            ("kinds: {practice: {paths: [\"a/**/*.md\"]}}", "  # ours\nlanguage: nl\n"),
            ("kinds: {practice: {paths: a/*.md, review: 1 year}, story: {folder: tales}}", "\n"),
            ("kinds:\n    practice:\n        paths:\n        - \"a/**/*.md\"  # one\n        - x.md", "  # two\nlanguage: nl\n"),
            ("kinds:\n  practice:\n    default_status: adopted\n    paths:\n      - a/*.md\n    review: 1 year\n  story: {}", "\n"),
            ("kinds:\n  practice: {default_status: adopted}\n  story:", "\nlanguage: nl\n"),
            ("kinds:\n  practice:\n    default_status: adopted\n  story:\n    paths:\n  term: null", "\n"),
            ("kinds:\n   # ours\n   decision:\n      paths: [d/*.md]", "\n"),
        ] {
            let lines = with_paths(&format!("format: 1\nname: A\n{kinds}{tail}"), &wanted).join("\n");
            let tail = if kinds.is_empty() { "\n" } else { tail };
            let text = format!("format: 1\nname: A\n{lines}{tail}");
            let (settings, faults) = Settings::read(&text, &[]);
            assert_eq!(faults, [], "{text}");
            let paths =
                |kind: &str| settings.kinds.named(kind).unwrap().paths.iter().map(|glob| glob.text().to_owned()).collect::<Vec<_>>();
            assert_eq!(
                (paths("practice"), paths("story")),
                (vec!["a/**/*.md".into(), "b \"c\"/*.md".into()], vec!["s/*.md".into()]),
                "{text}"
            );
            assert_eq!(settings.language == "nl", tail.contains("nl"), "{text}");
            assert_eq!(kinds.contains("adopted"), settings.kinds.named("practice").unwrap().default_state.is_some(), "{text}");
        }
    }
}
