//! Reading fixed structures (`community.yaml`, `kind.yaml`) from nodes, so that every fault has its place.
//!
//! A value that can't be used is a problem and leaves the default; the rest is read on.

use std::ops::Range;

use crate::base::glob::Glob;
use crate::base::lang::Msg;
use crate::base::limits::settings::{ENTRIES, GLOBS};
use crate::base::nearest::nearest;
use crate::base::problem::Problem;
use crate::msg;
use crate::text::front::nodes::{Entry, Node};

/// How much a fault in the settings matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// What is meant can't be known: commands other than `check` stop.
    Error,
    /// A newer cop may know it; reading goes on.
    Warning,
}

/// A fault in one of the files that make the settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The file, from the community's root.
    pub file: String,
    /// How much it matters.
    pub weight: Weight,
    /// What and where.
    pub problem: Problem,
}

/// So many faults are noted, in all files together: nobody reads more.
const MANY: usize = 1_000;

/// Collects the faults of one file while it is read.
#[derive(Debug)]
pub struct Reader<'a> {
    file: &'a str,
    faults: &'a mut Vec<Fault>,
    places: usize,
}

impl<'a> Reader<'a> {
    /// A reader of one file.
    pub fn new(file: &'a str, faults: &'a mut Vec<Fault>) -> Self {
        Self { file, faults, places: 0 }
    }

    /// The same reader, after other files have named so many folders and patterns.
    #[must_use]
    pub fn after(self, places: usize) -> Self {
        Self { places, ..self }
    }

    /// How many folders and patterns have been named so far.
    pub fn places(&self) -> usize {
        self.places
    }

    /// Notes a fault.
    pub fn fault(&mut self, weight: Weight, problem: Problem) {
        let (weight, problem) = match self.faults.len() {
            0..MANY => (weight, problem),
            MANY => (Weight::Error, Problem::new("limit", problem.span, msg!("settings-limit-faults", limit = MANY))),
            _ => return,
        };
        self.faults.push(Fault { file: self.file.to_owned(), weight, problem });
    }

    /// Notes a value that can't be used, with what would do.
    pub fn bad(&mut self, span: &Range<usize>, msg: Msg) {
        self.fault(Weight::Error, Problem::new("settings-value", span.clone(), msg));
    }

    /// The first `most` of a list, and a fault that says where the rest begins.
    pub fn within<'n, T>(&mut self, list: &'n [T], most: usize, span: impl Fn(&T) -> &Range<usize>, msg: Msg) -> &'n [T] {
        if let Some(beyond) = list.get(most) {
            self.fault(Weight::Error, Problem::new("limit", span(beyond).clone(), msg));
        }
        &list[..list.len().min(most)]
    }

    /// A key that is not among the known: an error if it is nearly one of them, else a warning.
    pub fn unknown(&mut self, entry: &Entry, known: &[&str]) {
        // Looking for what was meant takes longer than all the rest.
        if self.faults.len() > MANY {
            return;
        }
        let problem = Problem::new("settings-key", entry.key_span.clone(), msg!("settings-key-unknown", key = &entry.key));
        let typed = entry.key.to_lowercase();
        let dutch = DUTCH.iter().filter(|(dutch, _)| *dutch == typed).map(|(_, key)| *key).find(|key| known.contains(key));
        if let Some(key) = dutch {
            return self.fault(Weight::Error, problem.help(msg!("settings-key-write", key = key)));
        }
        match nearest(&entry.key, known.iter().copied()) {
            Some(near) => self.fault(Weight::Error, problem.help(msg!("settings-key-nearest", key = near))),
            None => self.fault(Weight::Warning, problem.help(msg!("settings-key-skipped"))),
        }
    }

    /// The entries of a mapping; nothing (and a fault) where something else stands. An absent value has none.
    pub fn map<'n>(&mut self, node: &'n Node) -> &'n [Entry] {
        self.map_of(node, ENTRIES, msg!("settings-limit-entries", limit = ENTRIES))
    }

    /// As [`Reader::map`], of at most so many entries; the message is for more.
    pub fn map_of<'n>(&mut self, node: &'n Node, most: usize, msg: Msg) -> &'n [Entry] {
        if node.is_null() {
            return &[];
        }
        let Some(entries) = node.entries() else {
            self.bad(&node.span, msg!("settings-wants-map"));
            return &[];
        };
        self.within(entries, most, |entry| &entry.key_span, msg)
    }

    /// The items of a list, or the one thing that stands instead of it; an absent value has none.
    pub fn items<'n>(&mut self, node: &'n Node, most: usize) -> &'n [Node] {
        if node.is_null() {
            return &[];
        }
        let items = node.items().unwrap_or(std::slice::from_ref(node));
        self.within(items, most, |item| &item.span, msg!("settings-limit-entries", limit = most))
    }

    /// Whether one more folder or pattern may be named; a fault for the first that may not.
    pub fn place(&mut self, span: &Range<usize>) -> bool {
        if self.places == GLOBS {
            self.fault(Weight::Error, Problem::new("limit", span.clone(), msg!("settings-limit-globs", limit = GLOBS)));
        }
        self.places = self.places.saturating_add(1);
        self.places <= GLOBS
    }

    /// Patterns of paths; one that can't be used, or that `allows` does not, is a fault and left out.
    pub fn globs(&mut self, node: &Node, allows: impl Fn(&str) -> Result<(), Msg>) -> Vec<Glob> {
        let mut globs = Vec::new();
        for node in self.items(node, GLOBS) {
            if !self.place(&node.span) {
                break;
            }
            let Some(text) = self.text(node) else { continue };
            match allows(&text).and_then(|()| Glob::new(&text)) {
                Ok(glob) => globs.push(glob),
                Err(error) => self.bad(&node.span, error),
            }
        }
        globs
    }

    /// A line of text.
    pub fn text(&mut self, node: &Node) -> Option<String> {
        if let Some(text) = node.text() {
            return Some(text.trim().to_owned());
        }
        self.bad(&node.span, msg!("settings-wants-text"));
        None
    }

    /// One text or a list of them.
    pub fn texts(&mut self, node: &Node) -> Vec<String> {
        self.texts_of(node, ENTRIES)
    }

    /// As [`Reader::texts`], of at most so many.
    pub fn texts_of(&mut self, node: &Node, most: usize) -> Vec<String> {
        self.items(node, most).iter().filter_map(|item| self.text(item)).collect()
    }

    /// `true` or `false`, also `yes`, `no`, `ja`, `nee`.
    pub fn flag(&mut self, node: &Node) -> Option<bool> {
        let value = node.text().and_then(yes_no);
        if value.is_none() {
            self.bad(&node.span, msg!("settings-wants-yes-no"));
        }
        value
    }

    /// A whole number from 0.
    pub fn number(&mut self, node: &Node) -> Option<u64> {
        let value = node.text().and_then(|text| text.trim().replace('_', "").parse().ok());
        if value.is_none() {
            self.bad(&node.span, msg!("settings-wants-number"));
        }
        value
    }

    /// A value that `parse` understands; `wants` says what would do.
    pub fn parsed<T>(&mut self, node: &Node, parse: impl Fn(&str) -> Option<T>, wants: Msg) -> Option<T> {
        let value = node.text().and_then(parse);
        if value.is_none() {
            self.bad(&node.span, wants);
        }
        value
    }
}

/// Keys as Dutch readers write them, with the key that is read; of several the one that is known where it stands.
const DUTCH: [(&str, &str); 52] = [
    ("formaat", "format"),
    ("naam", "name"),
    ("taal", "language"),
    ("talen", "languages"),
    ("tijdzone", "timezone"),
    ("richting", "focus"),
    ("doel", "purpose"),
    ("bedoeling", "purpose"),
    ("doelen", "goals"),
    ("afspraken", "agreements"),
    ("ritme", "rhythm"),
    ("einde", "ends"),
    ("eindigt", "ends"),
    ("trefwoorden", "tags"),
    ("soorten", "kinds"),
    ("nakijken", "review"),
    ("bestuur", "governance"),
    ("rollen", "roles"),
    ("overgangen", "moves"),
    ("ondertekend", "signed"),
    ("getekend", "signed"),
    ("controle", "check"),
    ("zoekvragen", "searches"),
    ("grenzen", "limits"),
    ("tekst", "text"),
    ("tot", "until"),
    ("vragen", "questions"),
    ("omschrijving", "description"),
    ("beschrijving", "description"),
    ("synoniemen", "synonyms"),
    ("ouder", "parent"),
    ("map", "folder"),
    ("mappen", "folder"),
    ("pad", "path"),
    ("paden", "paths"),
    ("gemeenschappen", "communities"),
    ("uitgezonderd", "exclude"),
    ("genummerd", "numbered"),
    ("statussen", "states"),
    ("velden", "fields"),
    ("verbanden", "relations"),
    ("onderdelen", "sections"),
    ("waarden", "values"),
    ("verplicht", "required"),
    ("eigen", "own"),
    ("zegt", "says"),
    ("zwaarte", "severity"),
    ("soort", "kind"),
    ("geen", "none"),
    ("onderdeel", "section"),
    ("veld", "field"),
    ("patroon", "pattern"),
];

/// The words that say no.
pub const NO: [&str; 5] = ["false", "no", "off", "nee", "n"];

/// The words for yes and no in both languages.
pub fn yes_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "ja" | "y" => Some(true),
        text if NO.contains(&text) => Some(false),
        _ => None,
    }
}
