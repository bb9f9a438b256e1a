//! Reading fixed structures (`community.yaml`, `kind.yaml`) from nodes, so that every fault has its place.
//!
//! A value that can't be used is a problem and leaves the default; the rest is read on.

use std::ops::Range;

use crate::base::lang::Msg;
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

/// Collects the faults of one file while it is read.
#[derive(Debug)]
pub struct Reader<'a> {
    file: &'a str,
    faults: &'a mut Vec<Fault>,
}

impl<'a> Reader<'a> {
    /// A reader of one file.
    pub fn new(file: &'a str, faults: &'a mut Vec<Fault>) -> Self {
        Self { file, faults }
    }

    /// Notes a fault.
    pub fn fault(&mut self, weight: Weight, problem: Problem) {
        self.faults.push(Fault { file: self.file.to_owned(), weight, problem });
    }

    /// Notes a value that can't be used, with what would do.
    pub fn bad(&mut self, span: &Range<usize>, msg: Msg) {
        self.fault(Weight::Error, Problem::new("settings-value", span.clone(), msg));
    }

    /// A key that is not among the known: an error if it is nearly one of them, else a warning.
    pub fn unknown(&mut self, entry: &Entry, known: &[&str]) {
        let problem = Problem::new("settings-key", entry.key_span.clone(), msg!("settings-key-unknown", key = &entry.key));
        match nearest(&entry.key, known.iter().copied()) {
            Some(near) => self.fault(Weight::Error, problem.help(msg!("settings-key-nearest", key = near))),
            None => self.fault(Weight::Warning, problem.help(msg!("settings-key-skipped"))),
        }
    }

    /// The entries of a mapping; nothing (and a fault) where something else stands. An absent value has none.
    pub fn map<'n>(&mut self, node: &'n Node) -> &'n [Entry] {
        if node.is_null() {
            return &[];
        }
        node.entries().unwrap_or_else(|| {
            self.bad(&node.span, msg!("settings-wants-map"));
            &[]
        })
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
        if node.is_null() {
            return Vec::new();
        }
        match node.items() {
            Some(items) => items.iter().filter_map(|item| self.text(item)).collect(),
            None => self.text(node).into_iter().collect(),
        }
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

/// The words for yes and no in both languages.
pub fn yes_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "ja" | "y" => Some(true),
        "false" | "no" | "off" | "nee" | "n" => Some(false),
        _ => None,
    }
}
