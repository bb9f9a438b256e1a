//! Which files can have a reference at all: found in their bytes, so that few have to be read.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::fold::fold;
use crate::base::path::{folder, last};
use crate::base::slug::slug_path;
use crate::model::document::Document;
use crate::model::kinds::Claim;
use crate::model::names::Name;
use crate::store::workspace::load;

use super::land::Land;
use super::place::is_index;

/// What is looked for in the bytes of files.
#[derive(Debug, Default)]
pub(super) struct Needles {
    /// Part of every path by which a file is reached.
    paths: Vec<Path>,
    /// The last parts of names, old and new.
    lasts: BTreeSet<String>,
    /// Titles and other names, folded.
    titles: BTreeSet<String>,
    /// The same as they are written.
    written: BTreeSet<String>,
    /// Handles and names of people.
    people: Vec<String>,
}

/// A name in a path.
#[derive(Debug)]
struct Path {
    /// As it is.
    whole: String,
    /// The longest run of letters and digits in it, which nothing can be written in another way.
    run: String,
    /// The folder from below which the file is reached without it; `None`: from nowhere.
    inside: Option<String>,
}

/// A file that may refer.
pub(super) struct Candidate {
    /// Its place among the documents; `None` for another file in Markdown.
    pub(super) at: Option<usize>,
    /// The file.
    pub(super) document: Document,
}

impl Needles {
    /// Looks for what leads to a file or folder of this name.
    pub(super) fn path(&mut self, stem: &str) {
        let runs = stem.split(|letter: char| !letter.is_ascii_alphanumeric());
        let run = runs.max_by_key(|run| run.len()).unwrap_or_default().to_ascii_lowercase();
        self.paths.push(Path { whole: stem.to_ascii_lowercase(), run, inside: None });
    }

    /// Looks for what leads to the page of a folder: the folder's name, and whatever stands in it and can do without.
    fn index(&mut self, folder: &str) {
        self.path(last(folder));
        if let Some(path) = self.paths.last_mut() {
            path.inside = Some(format!("{folder}/"));
        }
    }

    /// Looks for a document's names.
    pub(super) fn name(&mut self, name: &Name) {
        let slug = name.reference.split_once('/').map_or(&*name.reference, |(_, slug)| slug);
        self.lasts.insert(last(slug).to_owned());
        for title in name.aliases.iter().chain([&name.title]).filter(|title| !title.trim().is_empty()) {
            self.titles.insert(fold(title.trim()).into_owned());
            self.written.insert(title.clone());
        }
        let file = last(&name.path);
        let stem = &file[..file.find('.').filter(|dot| *dot > 0).unwrap_or(file.len())];
        match folder(&name.path) {
            "" => self.path(stem),
            folder if is_index(stem) => self.index(folder),
            _ => self.path(stem),
        }
    }

    /// Looks for a person's handle or name.
    pub(super) fn person(&mut self, text: &str) {
        self.people.push(text.to_ascii_lowercase());
    }

    fn may_be_in(&self, file: &str, text: &str) -> bool {
        if self.paths.len() > MANY {
            return true;
        }
        // Where the case of letters does not count, a path leads to its file in any.
        let lower = text.to_ascii_lowercase();
        self.paths.iter().any(|path| path.may_be_in(file, &lower)) || self.is_named_in(text) || self.has_person(&lower)
    }

    fn has_person(&self, lower: &str) -> bool {
        self.people.iter().any(|person| lower.contains(person.as_str()))
    }

    /// Whether a wikilink, or something in the front matter, may be a name.
    fn is_named_in(&self, text: &str) -> bool {
        let stop = |letter: char| matches!(letter, ']' | '|' | '#' | '\n');
        let wikis = text.match_indices("[[").map(|(at, _)| {
            let rest = &text[at + 2..];
            &rest[..rest.find(stop).unwrap_or(rest.len())]
        });
        if wikis.into_iter().any(|name| self.may_be(name)) {
            return true;
        }
        let front = front(text);
        if self.written.iter().any(|title| front.contains(title.as_str())) {
            return true;
        }
        let parts = front.lines().flat_map(|line| line.split([',', '[', ']', '{', '}', '"', '\'']).flat_map(|part| part.split(": ")));
        parts.into_iter().any(|part| self.may_be(part.trim_start_matches(['-', ' '])))
    }

    /// Whether what is written may be one of the names, or the beginning of one.
    fn may_be(&self, typed: &str) -> bool {
        let typed = typed.trim();
        if typed.is_empty() {
            return false;
        }
        // Nearly nothing begins like a name, and that is seen soon.
        let begins = |part: &str| {
            let first = part.chars().find(|letter| letter.is_alphanumeric());
            first.is_some_and(|first| !first.is_ascii() || self.lasts.iter().any(|last| last.starts_with(first.to_ascii_lowercase())))
        };
        if typed.split('/').any(begins) {
            let slug = slug_path(typed.strip_suffix(".md").unwrap_or(typed));
            if slug.split('/').any(|part| !part.is_empty() && self.lasts.iter().any(|last| last.starts_with(part))) {
                return true;
            }
        }
        self.titles.contains(&*fold(typed))
    }
}

impl Path {
    fn may_be_in(&self, file: &str, text: &str) -> bool {
        if self.run.len() < 2 || self.inside.as_ref().is_some_and(|folder| file.starts_with(folder.as_str())) {
            return true;
        }
        if text.contains(&self.run) {
            return text.contains(&self.whole) || text.contains(['\\', '%']) || text.contains("&#");
        }
        // Letters and digits are written otherwise only by number.
        has_letters_by_number(text)
    }
}

/// Whether a letter or digit may be written as `%61` or `&#97;`.
fn has_letters_by_number(text: &str) -> bool {
    let letter = |(at, _)| {
        let digits = text.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        digits.is_some_and(|letter| letter.is_ascii_alphanumeric())
    };
    text.contains("&#") || text.match_indices('%').any(letter)
}

/// The front matter of a text, roughly.
fn front(text: &str) -> &str {
    let Some(rest) = text.trim_start_matches('\u{feff}').strip_prefix("---") else { return "" };
    &rest[..rest.find("\n---").unwrap_or(rest.len())]
}

/// Of more names than these each is looked for in every text at a higher price than to read that text as a document.
const MANY: usize = 24;

/// The files that may refer to what is looked for, read, of those that `is_meant` takes by their paths; the documents at `also` are among them
/// in any case.
pub(super) fn candidates(
    land: &Land<'_>,
    needles: &Needles,
    also: &BTreeSet<usize>,
    is_meant: &(dyn Fn(&str) -> bool + Sync),
) -> Vec<Candidate> {
    let (dir, settings, texts) = (land.session.dir(), &**land.session.settings(), &land.texts);
    let read = |path: &str| texts.get(path).cloned().or_else(|| load::text(&dir.join(path), settings.limits.file).ok());
    let is_meant_at = |at: usize, path: &str| also.contains(&at) || is_meant(path);
    let documents = land.claimed.par_iter().enumerate().filter(|(at, file)| is_meant_at(*at, &file.path)).filter_map(|(at, file)| {
        let text: Arc<str> = read(&file.path)?;
        let document = || Document::read(&file.path, text.clone(), &file.claim, settings);
        (also.contains(&at) || needles.may_be_in(&file.path, &text)).then(|| Candidate { at: Some(at), document: document() })
    });
    let pages = land.pages.par_iter().filter(|path| is_meant(path)).filter_map(|path| {
        let text: Arc<str> = read(path)?;
        let claim = Claim { kind: 0, slug: "page".to_owned() };
        needles.may_be_in(path, &text).then(|| Candidate { at: None, document: Document::read(path, text.clone(), &claim, settings) })
    });
    let mut found: Vec<Candidate> = documents.collect();
    found.extend(pages.collect::<Vec<_>>());
    found
}

#[cfg(test)]
mod tests {
    use super::Needles;
    use crate::model::names::Name;

    #[test]
    fn what_may_refer_is_seen_and_nearly_nothing_else() {
        let mut needles = Needles::default();
        let name = Name {
            reference: "practice/git/scan-maps".to_owned(),
            path: "practices/git/scan-maps.nl.md".to_owned(),
            title: "Scan maps, slowly".to_owned(),
            aliases: vec!["Old hat".to_owned()],
            ..Name::default()
        };
        needles.name(&name);
        for text in [
            "[x](../git/scan-maps.nl.md)",
            "[x](scan%2Dmaps.md)",
            "[x](sc%61n-m&#97;ps.md)",
            "[x](s%63an-maps.md)",
            "see [[scan]] and",
            "[[git/scan-m#x|y]]",
            "[[Old Hat]]",
            "---\nrelated: [a, practice/git/scan-maps]\n---\n",
            "---\nrelated:\n  - \"Scan maps, slowly\"\n---\n",
            "---\r\nrelated: sc\r\n---\r\n",
        ] {
            assert!(needles.may_be_in("notes/x.md", text), "{text}");
        }
        for text in ["", "Nothing of the kind", "[x](scanning.md)", "100%ab %2f", "[[other]]", "---\nrelated: [a, b/c]\n---\n[[x|scan]]"] {
            assert!(!needles.may_be_in("notes/x.md", text), "{text}");
        }
    }

    #[test]
    fn the_page_of_a_folder_is_reached_by_its_folder_and_from_inside() {
        let mut needles = Needles::default();
        needles.name(&Name { reference: "practice/scanning".to_owned(), path: "docs/scanning/index.md".to_owned(), ..Name::default() });
        for (file, text) in [("docs/a.md", "[x](scanning/)"), ("docs/scanning/b.md", "[x](index.md)"), ("docs/scanning/c/d.md", "[x](..)")]
        {
            assert!(needles.may_be_in(file, text), "{file}");
        }
        assert!(!needles.may_be_in("docs/other/e.md", "[x](index.md)"));
    }
}
