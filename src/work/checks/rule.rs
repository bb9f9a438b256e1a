//! What a rule is: a name and a stable code, how much it matters, why, the function that looks, and what it notes down.

use std::ops::Range;

use crate::base::lang::{Lang, Msg};
use crate::model::finding::{Mend, Safety, Severity};

use super::page::Page;
use super::scope::Scope;

/// One thing that a check objects to.
#[derive(Debug)]
pub struct Rule {
    /// Its code, which is never given to another rule.
    pub code: &'static str,
    /// Its name: what it objects to.
    pub name: &'static str,
    /// How much it matters where nobody says otherwise.
    pub severity: Severity,
    /// How much it matters at most in files that were there before cop was.
    pub adopted: Severity,
    /// The version of cop that brought it.
    pub since: &'static str,
    /// Whether what it finds can be mended unasked, where it can be mended at all.
    pub fix: Option<Safety>,
    /// Why it matters and what to do.
    pub about: About,
    /// How it looks.
    pub check: Check,
}

/// What a rule says about itself.
#[derive(Debug)]
pub struct About {
    /// In English.
    pub en: Words,
    /// In Dutch.
    pub nl: Words,
    /// What it objects to.
    pub bad: &'static str,
    /// The same mended.
    pub good: &'static str,
}

/// An explanation in one language.
#[derive(Debug)]
pub struct Words {
    /// What it objects to, in a sentence.
    pub says: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// What to do about it.
    pub mend: &'static str,
}

impl About {
    /// The words of a language.
    pub fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::En => &self.en,
            Lang::Nl => &self.nl,
        }
    }
}

/// How a rule looks.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// At one document at a time, all cores at work.
    Page(fn(&Scope<'_>, &Page<'_>, &mut Found)),
    /// At the community as a whole.
    Community(fn(&Scope<'_>, &mut Found)),
    /// It does not: reading the files met it already, under the rule's name, or what the other rules found shows it.
    Reading,
    /// Not at the files: it is met along the commits, where those are asked about.
    History,
}

impl Rule {
    /// Whether a person who writes `name` means this rule: its code, its name, or the beginning of its code.
    pub fn is_meant_by(&self, name: &str) -> bool {
        let name = name.trim();
        let starts = self.code.len() >= name.len() && self.code.as_bytes()[..name.len()].eq_ignore_ascii_case(name.as_bytes());
        !name.is_empty() && (starts || self.name.eq_ignore_ascii_case(&name.replace('_', "-")))
    }
}

/// How many findings of one rule are told of one file; what is said of the rest is how many there are.
pub(super) const MOST: usize = 100;

/// Advice that takes a long look, such as the nearest of all names; asked for only where it will be read.
pub(super) type Later = Box<dyn Fn(&Scope<'_>) -> Option<Msg> + Send + Sync>;

/// The file that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Where {
    /// A document, by its place.
    Document(usize),
    /// Any other file, by its path from the community's root.
    File(String),
}

/// A finding as a rule states it.
pub(super) struct Raw {
    pub(super) rule: &'static Rule,
    /// The name of the community's own rule, if it is one of those.
    pub(super) own: Option<String>,
    pub(super) place: Where,
    pub(super) span: Range<usize>,
    pub(super) msg: Msg,
    pub(super) help: Option<Msg>,
    pub(super) later: Option<Later>,
    pub(super) fix: Option<Mend>,
    pub(super) severity: Severity,
    /// Whether it matters as much in files that were there before.
    pub(super) firm: bool,
}

/// Collects the findings of one rule after the other.
pub struct Found {
    rule: &'static Rule,
    pub(super) list: Vec<Raw>,
    /// Where the findings of the current rule begin.
    start: usize,
    /// How many of them were left out.
    pub(super) left_out: Vec<(&'static Rule, usize)>,
    /// One that is left out, for who adds to it.
    spare: Option<Raw>,
}

impl Found {
    pub(super) fn new(rule: &'static Rule) -> Self {
        Self { rule, list: Vec::new(), start: 0, left_out: Vec::new(), spare: None }
    }

    /// From here on it is another rule that finds.
    pub(super) fn turn(&mut self, rule: &'static Rule) {
        self.rule = rule;
        self.start = self.list.len();
    }

    /// Whether so many were found that more would not be read.
    fn is_full(&self) -> bool {
        self.list.len() - self.start >= MOST
    }

    /// Notes a finding in a document.
    pub(super) fn at(&mut self, document: usize, span: Range<usize>, msg: Msg) -> &mut Raw {
        self.add(Where::Document(document), span, msg)
    }

    /// Notes a finding about a file or folder as a whole, whether or not it is a document.
    pub(super) fn about(&mut self, scope: &Scope<'_>, path: &str, msg: Msg) -> &mut Raw {
        let document = scope.community.names().by_path(path);
        self.add(document.map_or_else(|| Where::File(path.to_owned()), Where::Document), 0..0, msg)
    }

    fn add(&mut self, place: Where, span: Range<usize>, msg: Msg) -> &mut Raw {
        let rule = self.rule;
        let raw = Raw { rule, own: None, place, span, msg, help: None, later: None, fix: None, severity: rule.severity, firm: false };
        let is_document = matches!(raw.place, Where::Document(_));
        if is_document && matches!(rule.check, Check::Page(_)) && self.is_full() {
            match self.left_out.last_mut() {
                Some((last, count)) if last.code == rule.code => *count += 1,
                _ => self.left_out.push((rule, 1)),
            }
            return self.spare.insert(raw);
        }
        self.list.push(raw);
        let last = self.list.len() - 1;
        &mut self.list[last]
    }
}

impl Raw {
    /// With advice.
    pub(super) fn help(&mut self, help: Msg) -> &mut Self {
        self.help = Some(help);
        self
    }

    /// Found by a rule of the community's own.
    pub(super) fn own(&mut self, name: &str) -> &mut Self {
        self.own = Some(name.to_owned());
        self
    }

    /// With a change that mends it if a person says so.
    pub(super) fn fix(&mut self, fix: Mend) -> &mut Self {
        debug_assert_eq!(self.rule.fix, Some(fix.safety()), "{} says what it mends", self.rule.name);
        self.fix = Some(fix);
        self
    }

    /// With better advice, if a long look gives any.
    pub(super) fn later(&mut self, later: impl Fn(&Scope<'_>) -> Option<Msg> + Send + Sync + 'static) -> &mut Self {
        self.later = Some(Box::new(later));
        self
    }

    /// It matters no more than this here.
    pub(super) fn at_most(&mut self, severity: Severity) -> &mut Self {
        self.severity = self.severity.min(severity);
        self
    }

    /// It matters as much as this everywhere, whatever the rule usually does.
    pub(super) fn weighs(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self.firm = true;
        self
    }
}
