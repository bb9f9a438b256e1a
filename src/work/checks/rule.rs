//! What a rule is: a name and a stable code, how much it matters, why, and the function that looks.

use crate::base::lang::Lang;
use crate::model::finding::Severity;

use super::found::Found;
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
    /// The version of cop that brought it.
    pub since: &'static str,
    /// Whether `check --fix` can mend it.
    pub fixable: bool,
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
    /// It does not: reading the files met it already, under the rule's name.
    Reading,
}

/// What rules of one letter code are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// `FM`
    FrontMatter,
    /// `REF`
    References,
    /// `NAM`
    Names,
    /// `LIF`
    LifeCycle,
    /// `PEO`
    People,
    /// `STW`
    Stewardship,
    /// `CON`
    Content,
    /// `SAF`
    Safety,
    /// `SET`
    Files,
}

impl Area {
    /// All of them with the letters that their codes begin with.
    pub const ALL: [(&'static str, Self); 9] = [
        ("FM", Self::FrontMatter),
        ("REF", Self::References),
        ("NAM", Self::Names),
        ("LIF", Self::LifeCycle),
        ("PEO", Self::People),
        ("STW", Self::Stewardship),
        ("CON", Self::Content),
        ("SAF", Self::Safety),
        ("SET", Self::Files),
    ];
}

impl Rule {
    /// What it is about.
    pub fn area(&self) -> Area {
        let letters = self.letters();
        Area::ALL.into_iter().find(|(known, _)| *known == letters).map_or(Area::Files, |(_, area)| area)
    }

    /// The letters of its code.
    pub fn letters(&self) -> &'static str {
        self.code.trim_end_matches(|letter: char| letter.is_ascii_digit())
    }

    /// Whether a person who writes `name` means this rule: its code, its name, or the beginning of its code.
    pub fn is_meant_by(&self, name: &str) -> bool {
        let name = name.trim();
        let starts = self.code.len() >= name.len() && self.code.as_bytes()[..name.len()].eq_ignore_ascii_case(name.as_bytes());
        !name.is_empty() && (starts || self.name.eq_ignore_ascii_case(&name.replace('_', "-")))
    }
}
