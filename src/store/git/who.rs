//! Who commits, as the user's git would know it: the environment, then the configuration for that role, then that for all.
//!
//! git goes on to make up a name and an address from the machine's. cop does not: a commit for ever by `root@laptop` helps nobody.

use git2::Config;

use crate::base::environment::Who;

/// In what part somebody stands in a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// They wrote what it says.
    Author,
    /// They made it.
    Committer,
}

/// Who writes a commit, a half that nobody says or that is empty being `None`: name and address.
pub(super) fn author(config: &Config, said: &Who) -> (Option<String>, Option<String>) {
    let (name, email) = of(config, said, Part::Author);
    let text = |known: Known| known.map(|(text, _)| text.trim().to_owned()).filter(|text| !text.is_empty());
    (text(name), text(email))
}

/// What is known of a name or an address: its text, and the variable that it is from, if it is from one.
pub(super) type Known = Option<(String, Option<&'static str>)>;

/// The name and the address of whoever commits. What nobody says, or the configuration leaves empty, is `None`.
pub(super) fn of(config: &Config, said: &Who, part: Part) -> (Known, Known) {
    let text = |key: &str| config.get_str(key).ok().filter(|text| !text.trim().is_empty()).map(|text| (text.to_owned(), None));
    // An empty variable counts: git does not look any further either.
    let variable = |value: &Option<String>, name| value.clone().map(|value| (value, Some(name)));
    let (name, email, section) = match part {
        Part::Author => (variable(&said.author_name, "GIT_AUTHOR_NAME"), variable(&said.author_email, "GIT_AUTHOR_EMAIL"), "author"),
        Part::Committer => {
            (variable(&said.committer_name, "GIT_COMMITTER_NAME"), variable(&said.committer_email, "GIT_COMMITTER_EMAIL"), "committer")
        }
    };
    let name = name.or_else(|| text(&format!("{section}.name"))).or_else(|| text("user.name"));
    let email = email.or_else(|| text(&format!("{section}.email"))).or_else(|| text("user.email"));
    // The last resort is none for those who want nothing but their configuration.
    let only_configured = config.get_bool("user.useConfigOnly").unwrap_or_default();
    let last = || variable(&said.email, "EMAIL").filter(|(text, _)| !only_configured && !text.trim().is_empty());
    (name, email.or_else(last))
}
