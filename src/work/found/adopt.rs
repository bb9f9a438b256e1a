//! What a repository that was there before its community knows already: which files are decisions, which are practices, which are
//! other pages. Nothing is moved; what is recognised is said in `community.yaml`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::base::limits::Limits;
use crate::base::path::{folder as folder_of, last};
use crate::model::kind::Capability;
use crate::model::kinds::{Kinds, is_markdown};
use crate::model::settings::Settings;
use crate::store::workspace::load;
use crate::text::front;

use super::signs::{ABOUT, ASIDE, DECISIONS, FIELDS, KEPT, LANGUAGES, MEANT};

/// The kind that pages become of which nobody can say more.
const PAGE: &str = "page";
const PRACTICE: &str = "practice";
const DECISION: &str = "decision";
/// Of so many files of a group the front matter is read.
const READ: usize = 400;

/// Gives the text of a file, if it can be read.
pub type Read<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// What was recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognised {
    kinds: BTreeMap<String, Adopted>,
    /// The languages that files or folders are named by.
    pub languages: Vec<String>,
    /// The folders of pages that no pattern in `community.yaml` can name.
    pub unnamable: BTreeSet<String>,
}

/// Files of a kind that are there already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Adopted {
    /// Where they are, with how many there are.
    paths: Vec<(String, usize)>,
    exclude: BTreeSet<String>,
    /// Our fields, with the keys that the files have for them.
    fields: BTreeMap<&'static str, BTreeSet<String>>,
}

/// Files that were found together.
#[derive(Debug, Default)]
struct Group<'p> {
    files: Vec<&'p str>,
}

/// Looks at the files of a repository, whose paths count from the community's folder. In a vault all notes belong together.
pub fn recognise(paths: &[&str], is_vault: bool, kinds: &Kinds, read: &Read<'_>) -> Recognised {
    let exists = |path: &str| paths.binary_search(&path).is_ok();
    let mut groups: BTreeMap<(String, &'static str, &str), Group<'_>> = BTreeMap::new();
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut unnamed = BTreeSet::new();
    let numbered = numbered_folders(paths);
    for path in paths.iter().copied() {
        let Some(ending) = ending(path).filter(|_| !is_aside(path) && !is_about(path)) else { continue };
        if let Some(folder) = unnamable(path) {
            unnamed.insert(folder.to_owned());
            continue;
        }
        if let Some(claim) = kinds.claim(path, &exists) {
            // A kind that is given paths has no folder any more, unless they say so.
            if let Some((top, _)) = path.split_once('/') {
                known.entry(kinds.at(claim.kind).name.clone()).or_default().insert(format!("{}/**/*.md", escaped(top)));
            }
            continue;
        }
        if path.split('/').next().is_some_and(|top| kinds.sets_aside(path) && kinds.meant_by(top).is_some()) {
            continue;
        }
        let (folder, kind) = home(path, &numbered, kinds, is_vault);
        let is_signpost = kinds.named(kind).is_some_and(|kind| kind.numbered.is_some()) && last(path).to_lowercase().starts_with("index.");
        if is_signpost {
            continue;
        }
        groups.entry((folder.to_owned(), kind, ending)).or_default().files.push(path);
    }
    let mut found = Recognised { kinds: BTreeMap::new(), languages: languages(paths), unnamable: unnamed };
    for ((folder, kind, ending), group) in joined(groups, read) {
        let adopted = found.kinds.entry(kind.to_owned()).or_default();
        let is_flat = group.files.iter().all(|path| folder_of(path) == folder);
        let (inside, below) = (if folder.is_empty() { String::new() } else { escaped(&folder) + "/" }, if is_flat { "" } else { "**/" });
        let glob = format!("{inside}{below}*.{ending}");
        let takes = |path: &&&str| self::ending(path) == Some(ending) && is_under(path, &folder, is_flat);
        for path in paths.iter().filter(takes).filter(|path| !group.files.contains(path) && unnamable(path).is_none()) {
            adopted.exclude.extend(left_out(path));
        }
        adopted.paths.push((glob, group.files.len()));
        for (ours, theirs) in fields(&group, kinds.named(kind).or(kinds.named(PRACTICE)), read) {
            adopted.fields.entry(ours).or_default().insert(theirs);
        }
    }
    for (kind, adopted) in &mut found.kinds {
        adopted.paths.extend(known.remove(kind).into_iter().flatten().map(|glob| (glob, 0)));
    }
    found
}

/// The groups with their kinds, those in folders of one another that are of one kind together.
fn joined<'p>(
    groups: BTreeMap<(String, &'static str, &'p str), Group<'p>>,
    read: &Read<'_>,
) -> BTreeMap<(String, &'static str, &'p str), Group<'p>> {
    let mut joined: BTreeMap<(String, &'static str, &str), Group<'_>> = BTreeMap::new();
    // An outer folder comes before those in it.
    for ((folder, kind, ending), group) in groups {
        let kind = if kind.is_empty() { kind_by_front(&group, read) } else { kind };
        let above = folder.match_indices('/').filter_map(|(at, _)| folder.get(..at));
        let outer = above.map(|above| (above.to_owned(), kind, ending)).find(|key| joined.contains_key(key));
        let files = &mut joined.entry(outer.unwrap_or((folder, kind, ending))).or_default().files;
        files.extend(group.files);
        files.sort_unstable();
    }
    joined
}

impl Recognised {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Each kind with how many files were seen, and where.
    pub fn told(&self) -> impl Iterator<Item = (&str, usize, String)> {
        self.kinds.iter().map(|(kind, adopted)| {
            let paths: Vec<&str> = adopted.paths.iter().map(|(glob, _)| glob.as_str()).collect();
            (kind.as_str(), adopted.paths.iter().map(|(_, count)| count).sum(), paths.join(", "))
        })
    }

    /// The lines for `community.yaml`: all of `kinds:`, ending with a line end; empty if there is nothing.
    pub fn yaml(&self) -> String {
        let mut text = String::new();
        for (kind, adopted) in &self.kinds {
            let _ = writeln!(text, "  {kind}:");
            if kind == PAGE {
                text.push_str("    label: {en: [page, pages], nl: [pagina, pagina's]}\n");
            }
            text.push_str("    paths:\n");
            for (glob, count) in &adopted.paths {
                let count = if *count == 0 { String::new() } else { format!("  # {count}") };
                let _ = writeln!(text, "      - {}{count}", quoted(glob));
            }
            if !adopted.exclude.is_empty() {
                text.push_str("    exclude:\n");
                for glob in &adopted.exclude {
                    let _ = writeln!(text, "      - {}", quoted(glob));
                }
            }
            if let Some((_, state)) = KEPT.iter().find(|(known, _)| known == kind) {
                let _ = writeln!(text, "    default_status: {state}");
            }
            if !adopted.fields.is_empty() {
                text.push_str("    fields:\n");
            }
            for (ours, theirs) in &adopted.fields {
                let theirs: Vec<String> = theirs.iter().cloned().collect();
                let _ = match theirs.as_slice() {
                    [one] => writeln!(text, "      {ours}: {one}"),
                    many => writeln!(text, "      {ours}: [{}]", many.join(", ")),
                };
            }
        }
        if text.is_empty() { text } else { format!("kinds:\n{text}") }
    }
}

/// How many files each kind claims by settings.
pub fn counted(settings: &Settings, paths: &[&str]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for file in load::claims(settings, paths.iter().copied()).0 {
        *counts.entry(settings.kinds.at(file.claim.kind).name.clone()).or_default() += 1;
    }
    counts
}

/// The folder that a file is found with, and the kind that its name means; an empty kind where only the files themselves can tell.
fn home<'p>(path: &'p str, numbered: &BTreeSet<&str>, kinds: &Kinds, is_vault: bool) -> (&'p str, &'static str) {
    let Some((whole, _)) = path.rsplit_once('/') else { return ("", if is_vault { PAGE } else { "" }) };
    let ends = whole.match_indices('/').map(|(at, _)| at).chain([whole.len()]);
    let folders: Vec<&str> = ends.filter_map(|end| whole.get(..end)).collect();
    // The innermost name that means something says most.
    for folder in folders.iter().rev() {
        let name = last(folder).to_lowercase().replace(['_', ' '], "-");
        if DECISIONS.contains(&name.as_str()) || numbered.contains(folder) {
            return (folder, DECISION);
        }
        let meant = MEANT.iter().find(|(names, _)| names.contains(&name.as_str())).map(|(_, kind)| *kind);
        let meant = meant.or_else(|| {
            let known = kinds.meant_by(&name).filter(|kind| kind.parent.is_none() && !kind.has(Capability::Person))?;
            KINDS.into_iter().find(|kind| *kind == known.name)
        });
        if let Some(kind) = meant {
            return (folder, kind);
        }
    }
    if is_vault { ("", PAGE) } else { (folders.first().copied().unwrap_or_default(), "") }
}

/// The kinds that the name of a folder can mean.
const KINDS: [&str; 6] = [PRACTICE, "question", "term", "meeting", "story", "resource"];

/// Folders in which most pages begin with a number that is no date.
fn numbered_folders<'p>(paths: &[&'p str]) -> BTreeSet<&'p str> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for path in paths.iter().filter(|path| is_markdown(path) && !is_about(path)) {
        let (all, some) = counts.entry(folder_of(path)).or_default();
        *all += 1;
        *some += usize::from(is_numbered(last(path)));
    }
    counts.into_iter().filter(|(_, (all, some))| *some >= 2 && some * 10 >= all * 6).map(|(folder, _)| folder).collect()
}

fn is_numbered(name: &str) -> bool {
    let name = name.strip_prefix("adr-").or_else(|| name.strip_prefix("ADR-")).unwrap_or(name);
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let rest = name.get(digits..).unwrap_or_default();
    let is_date = rest
        .get(..4)
        .is_some_and(|rest| rest.bytes().enumerate().all(|(at, byte)| if at % 3 == 0 { byte == b'-' } else { byte.is_ascii_digit() }));
    (3..=5).contains(&digits) && rest.starts_with(['-', '_']) && !is_date
}

/// A practice if most files say who keeps them true, when they were looked at, or what they are worth; else a page.
fn kind_by_front(group: &Group<'_>, read: &Read<'_>) -> &'static str {
    let keys = keys(group, read);
    let kept = |key: &str| key == "status" || FIELDS.iter().any(|(ours, theirs)| *ours != "aliases" && theirs.contains(&key));
    let seen = group.files.len().min(READ);
    if keys.iter().any(|(key, count)| kept(key) && count * 2 >= seen) { PRACTICE } else { PAGE }
}

/// Keys of the files that mean one of our fields, which our kind would not know.
fn fields(group: &Group<'_>, kind: Option<&crate::model::kind::Kind>, read: &Read<'_>) -> Vec<(&'static str, String)> {
    let keys = keys(group, read);
    let mut found = Vec::new();
    for (ours, theirs) in FIELDS {
        let known = |key: &str| kind.is_some_and(|kind| kind.field_of_key(key).is_some() || kind.field(ours).is_none());
        let own = theirs.iter().filter(|key| keys.get(**key).is_some_and(|count| count * 10 >= group.files.len().min(READ)));
        found.extend(own.filter(|key| !known(key)).map(|key| (ours, (*key).to_owned())));
    }
    found
}

/// How many files have each key in their front matter.
fn keys(group: &Group<'_>, read: &Read<'_>) -> BTreeMap<String, usize> {
    let mut keys: BTreeMap<String, usize> = BTreeMap::new();
    for path in group.files.iter().take(READ) {
        let Some(text) = read(path) else { continue };
        let front = front::read(&text, &Limits::default());
        for entry in front.root.as_ref().and_then(|root| root.entries()).unwrap_or_default() {
            *keys.entry(entry.key.clone()).or_default() += 1;
        }
    }
    keys
}

/// The languages that folders or endings name, if there are two at least.
fn languages(paths: &[&str]) -> Vec<String> {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for path in paths.iter().filter(|path| ending(path).is_some()) {
        let name = last(path);
        let by_ending = name.rsplit('.').nth(1).filter(|_| name.matches('.').count() > 1);
        for part in path.split('/').rev().skip(1).chain(by_ending).filter(|part| LANGUAGES.contains(part)) {
            *found.entry(part).or_default() += 1;
        }
    }
    found.retain(|_, count| *count >= 2);
    found.into_keys().map(str::to_owned).collect()
}

/// The folder of a file that can't be said in a line: with a control character, or a space at its beginning, which goes off any pattern.
fn unnamable(path: &str) -> Option<&str> {
    let top = folder_of(path);
    let is_so = top.starts_with(char::is_whitespace) || top.chars().any(|letter| letter.is_control() && letter != '\t');
    is_so.then_some(top)
}

/// The pattern by which a file is left out that stands among others.
fn left_out(path: &str) -> Option<String> {
    let ends = path.match_indices('/').map(|(at, _)| at);
    let aside = ends.filter_map(|end| path.get(..end)).find(|folder| is_aside_name(last(folder)));
    aside.map(|folder| format!("{}/**", escaped(folder))).or_else(|| (is_about(path) || is_aside(path)).then(|| escaped(path)))
}

fn is_under(path: &str, folder: &str, is_flat: bool) -> bool {
    let own = folder_of(path);
    own == folder || !is_flat && (folder.is_empty() || own.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
}

/// Whether a file is about the repository, not about what the community knows.
fn is_about(path: &str) -> bool {
    let name = last(path).to_lowercase();
    let stem = name.split('.').next().unwrap_or_default().replace(['-', ' '], "_");
    ABOUT.contains(&&*stem) || is_front_page(path)
}

/// The page that a site begins with, made by another program than the others: nobody looks things up in it.
fn is_front_page(path: &str) -> bool {
    last(path).starts_with("index.html.") && path.matches('/').count() <= 1
}

/// Whether a file stands where templates, programs or parts of pages are.
fn is_aside(path: &str) -> bool {
    let name = last(path).to_lowercase();
    let is_template = name.starts_with('_') || name.starts_with("template") || name.contains("-template.") || name.contains("adr-template");
    is_template || path.split('/').rev().skip(1).any(is_aside_name)
}

fn is_aside_name(name: &str) -> bool {
    name.starts_with('_') || ASIDE.contains(&name.to_lowercase().as_str())
}

/// What a file's name ends in, if it is Markdown, or Markdown that another program makes a page of; without a language.
fn ending(path: &str) -> Option<&str> {
    let name = last(path);
    let (_, ending) = name.rsplit_once('.')?;
    let is_woven = ["Rmd", "qmd", "mdx"].contains(&ending);
    let whole = || name.split_once('.').map(|(_, ending)| ending).filter(|ending| ending.split('.').any(|part| part == "md"));
    if is_markdown(path) || is_woven { Some(ending) } else { whole() }
}

/// A path in which nothing is a pattern.
fn escaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for letter in path.chars() {
        if "*?[]{}\\!".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

fn quoted(glob: &str) -> String {
    format!("\"{}\"", glob.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{Recognised, is_numbered, recognise};
    use crate::model::settings::Settings;

    fn of(files: &[(&str, &str)], is_vault: bool) -> Recognised {
        let (settings, _) = Settings::read("format: 1\nname: x\n", &[]);
        let mut files = files.to_vec();
        files.sort_unstable();
        let paths: Vec<&str> = files.iter().map(|(path, _)| *path).collect();
        let read = |path: &str| files.iter().find(|(known, _)| *known == path).map(|(_, text)| (*text).to_owned());
        recognise(&paths, is_vault, &settings.kinds, &read)
    }

    fn told(files: &[&str], is_vault: bool) -> String {
        let files: Vec<_> = files.iter().map(|path| (*path, "")).collect();
        of(&files, is_vault).told().map(|(kind, count, paths)| format!("{count} {kind}: {paths}")).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn what_is_there_is_recognised_by_its_place() {
        for (files, expected) in [
            (&["README.md", "LICENSE.md", "src/main.rs"][..], ""),
            (&["docs/adr/0001-a.md", "docs/adr/README.md", "docs/use.md"], "1 decision: docs/adr/*.md; 1 page: docs/*.md"),
            (&["records/0001-a.md", "records/0002-b.md", "records/c.md"], "3 decision: records/*.md"),
            (&["log/2024-01-02-a.md", "log/2024-01-03-b.md"], "2 page: log/*.md"),
            (&["handbook/a.md", "handbook/b/c.md", "handbook/guides/d.md"], "3 practice: handbook/**/*.md"),
            (&["docs/glossary/a.md", "docs/vragen/b.md"], "1 question: docs/vragen/*.md; 1 term: docs/glossary/*.md"),
            // What a community reads anyway needs no path, unless others of its kind get one.
            (&["practices/a.md"], ""),
            (&["practices/a.md", "handbook/b.md"], "1 practice: handbook/*.md, practices/**/*.md"),
            (&["test/a.md", "docs/_part.md", "docs/template.md", "node_modules/x/docs/a.md"], ""),
            (&["a [b]/c.md"], "1 page: a \\[b\\]/*.md"),
        ] {
            assert_eq!(told(files, false), expected, "{files:?}");
        }
        assert_eq!(told(&["Daily/a.md", "b.md", "Projects/x/c.md", "adr/0001-d.md"], true), "1 decision: adr/*.md; 3 page: **/*.md");
    }

    #[test]
    fn what_a_file_says_of_its_keeping_makes_it_a_practice() {
        let text = "---\nlast_reviewed_on: 2026-01-01\nreview_in: 6 months\nowner_slack: '#team'\n---\n# A\n";
        let found = of(&[("source/a.html.md.erb", text), ("source/b/c.html.md.erb", text), ("source/index.html.md.erb", "")], false);
        let expected = "kinds:\n  practice:\n    paths:\n      - \"source/**/*.html.md.erb\"  # 2\n    exclude:\n      - \"source/index.html.md.erb\"\n    \
                        default_status: adopted\n    fields:\n      review_every: review_in\n      reviewed: last_reviewed_on\n      steward: owner_slack\n";
        assert_eq!(found.yaml(), expected);
    }

    #[test]
    fn whatever_folders_are_called_the_settings_can_be_read() {
        for folder in ["a'b", "a\"b", "a\\b", "a{b", "a*?b", "#a", "- a", "é: b", "a]", "!a", "a\tb"] {
            let path = format!("{folder}/x.md");
            let found = of(&[(&path, "")], false);
            let (settings, faults) = Settings::read(&format!("format: 1\nname: x\n{}", found.yaml()), &[]);
            assert_eq!(faults, [], "{folder}");
            assert!(settings.kinds.claim(&path, &|_| true).is_some(), "{folder}");
        }
    }

    #[test]
    fn a_folder_that_can_not_be_named_is_left_out_and_the_others_are_not() {
        let found = of(&[("new\nline/a.md", ""), (" space/b.md", ""), ("guides/c.md", ""), ("guides/d.md", "")], false);
        assert_eq!(found.told().map(|(_, count, paths)| (count, paths)).collect::<Vec<_>>(), [(2, "guides/*.md".to_owned())]);
        assert_eq!(found.unnamable.iter().collect::<Vec<_>>(), [" space", "new\nline"]);
    }

    #[test]
    fn languages_are_named_by_folders_and_endings() {
        assert_eq!(
            of(&[("a.es.md", ""), ("b.es.md", ""), ("locales/fr/c.md", ""), ("locales/fr/d.md", ""), ("x.de.md", "")], false).languages,
            ["es", "fr"]
        );
    }

    #[test]
    fn a_number_is_no_date() {
        for (name, expected) in
            [("0001-a.md", true), ("adr-012-a.md", true), ("2024-01-02-a.md", false), ("12-a.md", false), ("0001.md", false)]
        {
            assert_eq!(is_numbered(name), expected, "{name}");
        }
    }
}
