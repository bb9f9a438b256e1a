//! The Markdown files that no kind claims: how many there are and where, and what to write so that they count.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::lang::Msg;
use crate::base::path::last;
use crate::model::kinds::{Kinds, is_markdown};
use crate::msg;
use crate::store::workspace::load;

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
                let is_in = |folder: &str| file.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
                if let Some((_, folder)) = kind.folders.iter().find(|(_, folder)| is_in(folder)) {
                    found.kept.entry(kind.name.clone()).or_default().insert(format!("{folder}/**/*.md"));
                }
            }
        }
        found
    }

    fn among<'p>(paths: impl Iterator<Item = &'p str>, kinds: &Kinds) -> Self {
        let mut folders: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for path in paths.filter(|path| !is_about(path)) {
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

    /// The lines for `community.yaml` that make documents of them.
    pub fn lines(&self, session: &Session) -> Vec<String> {
        let mut kinds: BTreeMap<&str, Vec<&Folder>> = BTreeMap::new();
        for folder in self.folders.iter().take(FOLDERS) {
            kinds.entry(meant(&folder.path, &session.settings().kinds).unwrap_or(USUAL)).or_default().push(folder);
        }
        let mut lines = if has_kinds(session) { Vec::new() } else { vec!["kinds:".to_owned()] };
        for (kind, folders) in kinds {
            lines.extend([format!("  {kind}:"), "    paths:".to_owned()]);
            let quoted = |glob: &str| glob.replace('\\', "\\\\").replace('"', "\\\"");
            lines.extend(self.kept.get(kind).into_iter().flatten().map(|glob| format!("      - \"{}\"", quoted(glob))));
            lines.extend(folders.iter().map(|folder| format!("      - \"{}\"  # {}", quoted(&folder.glob()), folder.count)));
        }
        lines
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
    session.settings_text().lines().any(|line| line.starts_with("kinds:"))
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
    use super::Unclaimed;
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
}
