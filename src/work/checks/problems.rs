//! What reading the files met, as findings of the rules that its problems name.

use crate::base::problem::Problem;
use crate::model::community::Community;
use crate::model::finding::Severity;
use crate::model::kind::Kind;
use crate::model::reading::Weight;
use crate::msg;
use crate::store::workspace::walk::OddFile;

use super::rule::{Raw, Rule, Where};
use super::rules;
use super::scope::Scope;

/// The rule that a problem names. One that no rule is named for is still told, as a file that can't be read.
pub(super) fn rule_of(problem: &Problem) -> &'static Rule {
    let named = rules::all().find(|rule| rule.name == problem.rule);
    named.unwrap_or(&rules::unreadable_file::RULE)
}

/// Files that could not be read at all.
pub(super) fn unread(community: &Community) -> impl Iterator<Item = Raw> {
    community.unread().iter().map(|unread| Raw { severity: Severity::Error, ..raw(&unread.path, &unread.problem) })
}

/// What stands where documents stand and is not read because of what it is.
pub(super) fn odd(scope: &Scope<'_>) -> impl Iterator<Item = Raw> {
    let kinds = &scope.settings().kinds;
    let adopted = kinds.all().iter().any(Kind::is_adopted);
    scope.context.odd.iter().filter_map(move |(path, odd)| {
        // A folder is odd where a document in it would be one.
        if !kinds.wants_at(path) {
            return None;
        }
        let (severity, msg, help) = match odd {
            // Another repository is a part of this one that its own community keeps.
            // That of what is hidden is told of the file that is the reason.
            OddFile::Repository | OddFile::Hidden => return None,
            OddFile::Symlink if adopted => (Severity::Note, msg!("check-odd-link"), msg!("check-odd-link-help")),
            OddFile::Symlink => (Severity::Warning, msg!("check-odd-link"), msg!("check-odd-link-help")),
            OddFile::NotRegular => (Severity::Error, msg!("check-odd-device"), msg!("check-odd-device-help")),
            OddFile::Unreadable(cause) => (Severity::Error, msg!("file-unreadable", cause = cause), msg!("check-odd-unreadable-help")),
            OddFile::NotUtf8Name => (Severity::Error, msg!("check-odd-name"), msg!("check-odd-name-help")),
        };
        let problem = Problem::new(rules::unreadable_file::RULE.name, 0..0, msg).help(help);
        Some(Raw { severity, ..raw(path, &problem) })
    })
}

/// Files that say what git ignores and are not read, or not whole.
pub(super) fn rule_files(scope: &Scope<'_>) -> impl Iterator<Item = Raw> {
    scope.context.rule_files.iter().filter_map(|file| {
        let trouble = file.trouble?;
        let severity = if trouble.hides() { Severity::Error } else { Severity::Warning };
        let problem = Problem::new(rules::limit::RULE.name, 0..0, trouble.msg()).help(trouble.help());
        Some(Raw { severity, ..raw(&file.path, &problem) })
    })
}

/// What is wrong with the settings, and matters as much there as reading them says.
pub(super) fn faults(community: &Community) -> impl Iterator<Item = Raw> {
    community.faults.iter().map(|fault| {
        let severity = match fault.weight {
            Weight::Error => Severity::Error,
            Weight::Warning => Severity::Warning,
        };
        Raw { severity, ..raw(&fault.file, &fault.problem) }
    })
}

/// A problem as what a rule found.
pub(super) fn raw(path: &str, problem: &Problem) -> Raw {
    let rule = rule_of(problem);
    Raw {
        own: None,
        rule,
        place: Where::File(path.to_owned()),
        span: problem.span.clone(),
        msg: problem.msg.clone(),
        help: problem.help.clone(),
        later: None,
        fix: None,
        severity: rule.severity,
        firm: true,
    }
}
