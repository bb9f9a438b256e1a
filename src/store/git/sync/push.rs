//! Sending a branch, and what to do where it may not be sent.

use super::{Route, unreachable};
use crate::base::error::{Error, ErrorKind, Result};
use crate::model::history::ObjectId;
use crate::msg;
use crate::store::git::open::{Repo, id};
use crate::store::git::program::Program;

/// What came of sending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pushed {
    /// It is there. What the remote said beside that.
    Sent(String),
    /// Somebody else sent something in between.
    Moved,
    /// The remote does not take it: the branch is protected, or a rule of theirs says no. What it said.
    Refused(String),
}

/// Sends the branch that is checked out.
///
/// # Errors
/// The remote can't be reached, or a hook of the user's own says no.
pub fn push(program: &Program<'_>, route: &Route) -> Result<Pushed> {
    let target = format!("refs/heads/{}:refs/heads/{}", route.branch, route.target());
    let is_one = route.push_remote == route.remote;
    send(program, &route.push_remote, &target, route.is_new && is_one)
}

/// Sends what is checked out as another branch, which stands only there.
///
/// # Errors
/// As [`push`].
pub fn push_as(program: &Program<'_>, route: &Route, name: &str) -> Result<Pushed> {
    send(program, &route.push_remote, &format!("refs/heads/{}:refs/heads/{name}", route.branch), false)
}

fn send(program: &Program<'_>, remote: &str, refspec: &str, is_new: bool) -> Result<Pushed> {
    let mut args = vec!["push", "--porcelain", "--no-progress"];
    args.extend(is_new.then_some("--set-upstream"));
    args.extend(["--", remote, refspec]);
    let ran = program.run(args)?;
    let out = String::from_utf8_lossy(&ran.out).into_owned();
    if ran.fine {
        return Ok(Pushed::Sent(ran.said));
    }
    let Some(line) = out.lines().find(|line| line.starts_with('!')) else {
        let is_hook = !ran.said.contains("Could not read from remote")
            && ran.said.contains("failed to push some refs")
            && !ran.said.contains("fatal:");
        return Err(if is_hook {
            Error::new(ErrorKind::Git, msg!("sync-own-hook")).because(ran.said.trim())
        } else {
            unreachable(remote, &ran.said)
        });
    };
    Ok(verdict(line, &ran.said))
}

/// What a line of git's that begins with `!` means.
fn verdict(line: &str, said: &str) -> Pushed {
    let is_race = ["cannot lock ref", "failed to lock", "failed to update ref", "incorrect old value", "fetch first", "non-fast-forward"];
    if line.contains("[rejected]") || is_race.iter().any(|words| line.contains(words)) {
        Pushed::Moved
    } else {
        let line = line.rsplit('\t').next().unwrap_or(line);
        Pushed::Refused(format!("{}\n{line}", remote_lines(said).trim()).trim().to_owned())
    }
}

/// What the remote said, without git's own words around it.
fn remote_lines(said: &str) -> String {
    let lines = said.lines().filter_map(|line| line.strip_prefix("remote:")).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Where a branch is asked to be taken in: the address that the remote names, else the one that such a host has.
pub fn address(repo: &Repo, route: &Route, branch: &str, said: &str) -> Option<String> {
    let words = remote_lines(said);
    let addresses = words.split_whitespace().filter(|word| word.starts_with("https://") || word.starts_with("http://"));
    let named = addresses.filter(|address| ["/pull", "merge_request", "/compare", "pullrequest"].iter().any(|part| address.contains(part)));
    let built = || {
        let remote = repo.raw().find_remote(&route.push_remote).ok()?;
        built(remote.url().ok()?, route.target(), branch)
    };
    named.map(str::to_owned).next().or_else(built)
}

/// The address for a new request at the hosts that are known by their names.
fn built(remote: &str, into: &str, branch: &str) -> Option<String> {
    let remote = remote.trim_end_matches('/').trim_end_matches(".git");
    let (host, path) = match remote.split_once("://") {
        Some((_, rest)) => rest.split_once('/')?,
        None => remote.split_once(':')?,
    };
    let host = host.rsplit('@').next()?;
    let host = host.split(':').next()?;
    let escape = |byte: u8| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    let escaped = branch.bytes().map(escape).collect::<Vec<_>>().concat();
    let is = |name: &str| host == format!("{name}.com") || host.starts_with(&format!("{name}."));
    if is("github") {
        Some(format!("https://{host}/{path}/pull/new/{escaped}"))
    } else if is("gitlab") {
        let source = escaped.replace('/', "%2F");
        Some(format!("https://{host}/{path}/-/merge_requests/new?merge_request%5Bsource_branch%5D={source}"))
    } else if host == "codeberg.org" || is("gitea") || is("forgejo") {
        Some(format!("https://{host}/{path}/compare/{into}...{escaped}"))
    } else {
        None
    }
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/' | b'~')
}

/// A branch of this person's that is at the remote, is not merged, and holds nothing that is not here: what waits to be taken in.
pub fn waiting(repo: &Repo, route: &Route, own: &str) -> Option<(String, ObjectId)> {
    let raw = repo.raw();
    let head = raw.head().ok()?.target()?;
    let upstream = super::maybe(super::tip(repo, &route.tracking()));
    let start = format!("refs/remotes/{}/", route.push_remote);
    let mut names: Vec<(String, git2::Oid)> = Vec::new();
    for reference in raw.references_glob(&format!("{start}{own}/*")).ok()?.flatten() {
        if let (Ok(name), Some(target)) = (reference.name(), reference.target()) {
            names.push((name.strip_prefix(&start).unwrap_or(name).to_owned(), target));
        }
    }
    names.sort();
    let within = |inner: git2::Oid, outer: git2::Oid| inner == outer || raw.graph_descendant_of(outer, inner).unwrap_or(false);
    let is_open = |tip: git2::Oid| within(tip, head) && !upstream.is_some_and(|upstream| within(tip, upstream));
    names.into_iter().rev().find(|(_, tip)| is_open(*tip)).map(|(name, tip)| (name, id(tip)))
}

#[cfg(test)]
mod tests {
    use super::{Pushed, built, remote_lines, verdict};

    #[test]
    fn a_refusal_is_told_from_a_race() {
        let line = |what: &str| format!("!\trefs/heads/main:refs/heads/main\t{what}");
        for what in ["[rejected] (fetch first)", "[rejected] (non-fast-forward)", "[remote rejected] (cannot lock ref 'refs/heads/main')"] {
            assert_eq!(verdict(&line(what), ""), Pushed::Moved, "{what}");
        }
        for what in ["[remote rejected] (protected branch hook declined)", "[remote rejected] (pre-receive hook declined)"] {
            let said = "remote: error: GH006: Protected branch update failed.\nremote: \nTo x\n";
            assert_eq!(verdict(&line(what), said), Pushed::Refused(format!("error: GH006: Protected branch update failed.\n{what}")));
        }
    }

    #[test]
    fn what_hosts_say_has_an_address() {
        let said = "remote: \nremote: To create a merge request for x, visit:\nremote:   https://gitlab.com/a/b/-/merge_requests/new?x\n";
        assert_eq!(remote_lines(said), "To create a merge request for x, visit:\nhttps://gitlab.com/a/b/-/merge_requests/new?x");
    }

    #[test]
    fn addresses_are_built_for_hosts_that_are_known() {
        for (remote, expected) in [
            ("git@github.com:a/b.git", Some("https://github.com/a/b/pull/new/cop/zo%C3%AB")),
            ("https://ada:secret@github.com/a/b", Some("https://github.com/a/b/pull/new/cop/zo%C3%AB")),
            (
                "ssh://git@gitlab.example.org:22/a/b.git",
                Some("https://gitlab.example.org/a/b/-/merge_requests/new?merge_request%5Bsource_branch%5D=cop%2Fzo%C3%AB"),
            ),
            ("https://codeberg.org/a/b.git", Some("https://codeberg.org/a/b/compare/main...cop/zo%C3%AB")),
            ("/srv/git/b.git", None),
            ("git.example.org:b", None),
        ] {
            assert_eq!(built(remote, "main", "cop/zoë").as_deref(), expected, "{remote}");
        }
    }
}
