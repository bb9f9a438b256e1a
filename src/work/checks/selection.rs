//! Which rules look, and at which files.

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::nearest::nearest;
use crate::model::own_rules::OwnRule;
use crate::msg;

use super::rule::Rule;
use super::rules::{self, own_rule};

/// Which rules look, and at which files; the default is all of both.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    select: Vec<String>,
    ignore: Vec<String>,
    paths: Vec<String>,
    /// Which of the names are rules of the community's own.
    own: Vec<String>,
}

impl Selection {
    /// Only the rules of `select` (all if it is empty), without those of `ignore`: codes, names, or the letters of an area; or names of the
    /// community's `own` rules. Only files at or below `paths` (all if it is empty), from the community's root.
    ///
    /// # Errors
    /// No rule is called so.
    pub fn new(select: Vec<String>, ignore: Vec<String>, paths: Vec<String>, own: &[OwnRule]) -> Result<Self> {
        let (called, others): (Vec<&String>, Vec<&String>) =
            select.iter().chain(&ignore).partition(|name| own.iter().any(|rule| rule.is_called(name)));
        for name in others {
            known_among(name, own)?;
        }
        let own = called.into_iter().map(|name| name.trim().to_lowercase()).collect();
        let clean = |path: String| path.trim_start_matches("./").trim_end_matches('/').to_owned();
        let paths: Vec<_> = paths.into_iter().map(clean).collect();
        // The root is everything.
        let paths = if paths.iter().any(|path| path.is_empty() || path == ".") { Vec::new() } else { paths };
        Ok(Self { select, ignore, paths, own })
    }

    /// All rules, and only these files, from the community's root.
    pub fn of_paths(paths: Vec<String>) -> Self {
        Self { paths, ..Self::default() }
    }

    /// The same without a rule.
    #[must_use]
    pub fn without(&self, rule: &Rule) -> Self {
        let mut selection = self.clone();
        selection.ignore.push(rule.code.to_owned());
        selection
    }

    /// Whether all rules look at all files.
    pub fn is_all(&self) -> bool {
        self.select.is_empty() && self.ignore.is_empty() && self.paths.is_empty()
    }

    /// Whether a rule looks.
    pub fn has_rule(&self, rule: &Rule) -> bool {
        let is_for_own = rule.code == own_rule::RULE.code && self.select.iter().any(|name| self.is_own(name));
        (self.select.is_empty() || is_for_own || is_meant(rule, &self.select)) && !is_meant(rule, &self.ignore)
    }

    /// Whether one of the community's own rules looks, which are all one `rule` otherwise.
    pub fn has_own(&self, rule: &Rule, name: &str) -> bool {
        let is_named = |list: &[String]| list.iter().any(|one| one.trim().eq_ignore_ascii_case(name));
        (self.select.is_empty() || is_named(&self.select) || is_meant(rule, &self.select)) && !is_named(&self.ignore)
    }

    fn is_own(&self, name: &str) -> bool {
        self.own.contains(&name.trim().to_lowercase())
    }

    /// Whether a file is looked at.
    pub fn has_path(&self, path: &str) -> bool {
        let below = |folder: &String| path.strip_prefix(folder.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.paths.is_empty() || self.paths.iter().any(below)
    }
}

fn is_meant(rule: &Rule, names: &[String]) -> bool {
    names.iter().any(|name| rule.is_meant_by(name))
}

/// The first rule that a code, a name or the letters of an area mean.
///
/// # Errors
/// No rule is called so.
pub fn known(name: &str) -> Result<&'static Rule> {
    known_among(name, &[])
}

/// The same where a community has rules of its own, of which one may have been meant.
pub(super) fn known_among(name: &str, own: &[OwnRule]) -> Result<&'static Rule> {
    let exact = rules::all().find(|rule| rule.code.eq_ignore_ascii_case(name.trim()));
    if let Some(rule) = exact.or_else(|| rules::all().find(|rule| rule.is_meant_by(name))) {
        return Ok(rule);
    }
    let names = own.iter().map(|rule| rule.name.as_str()).chain(rules::all().flat_map(|rule| [rule.name, rule.code]));
    let error = Error::new(ErrorKind::NotFound, msg!("check-no-such-rule", name = name));
    let near = nearest(name, names).map(|near| msg!("check-nearest-rule", name = near));
    Err(error.hint(near.unwrap_or_else(|| msg!("check-rules-list"))))
}

#[cfg(test)]
mod tests {
    use super::{Selection, known};
    use crate::work::checks::rules;

    fn selected(select: &[&str], ignore: &[&str]) -> Vec<&'static str> {
        let owned = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect();
        let selection = Selection::new(owned(select), owned(ignore), Vec::new(), &[]).unwrap();
        rules::all().filter(|rule| selection.has_rule(rule)).map(|rule| rule.name).collect()
    }

    #[test]
    fn a_rule_is_chosen_by_code_name_or_area() {
        assert_eq!(selected(&["REF001"], &[]), ["dead-link"]);
        assert_eq!(selected(&["dead_link"], &[]), ["dead-link"]);
        assert!(selected(&["ref"], &["dead-link"]).contains(&"wrong-case"));
        assert!(!selected(&[], &["dead-link"]).contains(&"dead-link"));
        assert_eq!(selected(&[], &[]).len(), rules::all().count());
    }

    #[test]
    fn a_slip_in_a_name_is_answered_with_the_name() {
        assert!(known("dead-lnk").unwrap_err().hints()[0].to_string().contains("dead-link"));
        assert!(known("").is_err());
    }

    #[test]
    fn paths_are_files_and_folders() {
        let selection = |path: &str| Selection::new(Vec::new(), Vec::new(), vec![path.to_owned()], &[]).unwrap();
        assert!(selection("./practices/").has_path("practices/a.md") && !selection("practices").has_path("practices-old/a.md"));
        assert!(selection(".").has_path("anything") && selection("a.md").has_path("a.md"));
    }
}
