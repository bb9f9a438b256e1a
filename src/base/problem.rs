//! What is wrong with a text that was read all the same.

use std::ops::Range;

use super::lang::Msg;

/// Something that reading met and went on from: a value, never an error.
///
/// A check turns it into a finding; other commands read on with what could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The name of the check rule that it is reported under, such as `yaml-syntax`.
    pub rule: &'static str,
    /// Where in the file, in bytes.
    pub span: Range<usize>,
    /// What is wrong.
    pub msg: Msg,
    /// What to do about it.
    pub help: Option<Msg>,
    /// Other words that say without a problem what it is read as.
    pub fix: Option<Box<Fix>>,
}

/// Other words in place of some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The bytes that go.
    pub span: Range<usize>,
    /// What comes.
    pub with: String,
}

impl Problem {
    /// A problem without advice.
    pub fn new(rule: &'static str, span: Range<usize>, msg: Msg) -> Self {
        Self { rule, span, msg, help: None, fix: None }
    }

    /// The same problem with advice.
    #[must_use]
    pub fn help(mut self, help: Msg) -> Self {
        self.help = Some(help);
        self
    }

    /// The same problem with other words that say what it is read as.
    #[must_use]
    pub fn fix(mut self, span: Range<usize>, with: impl Into<String>) -> Self {
        self.fix = Some(Box::new(Fix { span, with: with.into() }));
        self
    }
}
