//! Who helped, for a README: as a list, and as the file that the tools of allcontributors.org make a table of.

use serde::Serialize;

use crate::base::percent::{self, is_unreserved};
use crate::model::host::Flavour;
use crate::msg;
use crate::show::clean;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, View};
use crate::work::letter;
use crate::work::session::Session;

use super::{Contributor, Contributors};

/// The form that only this has, as it is typed behind `-f`.
pub const ALL_CONTRIBUTORS: &str = "all-contributors";

/// The picture of who has no account: the tools can't do without one.
const NOBODY: &str = "https://github.com/ghost.png";

/// The file `.all-contributorsrc`, in the order of its specification.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Project<'a> {
    #[serde(rename = "projectName")]
    name: String,
    #[serde(rename = "projectOwner")]
    owner: String,
    repo_type: &'static str,
    repo_host: String,
    files: [&'static str; 1],
    image_size: u32,
    commit: bool,
    contributors_sort_alphabetically: bool,
    contributors: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    login: Option<&'a str>,
    name: String,
    avatar_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile: Option<String>,
    contributions: Vec<&'static str>,
}

/// The text of `.all-contributorsrc` for the host that the repository is shared on, GitHub if that is not known.
pub fn all_contributors(session: &Session, counted: &Contributors) -> String {
    let host = letter::host(session);
    let is_gitlab = host.as_ref().is_some_and(|host| host.flavour == Flavour::GitLab);
    let (site, mark) = if is_gitlab { ("https://gitlab.com", "gitlab:") } else { ("https://github.com", "github:") };
    let home = host.as_ref().map(|host| host.home.clone()).unwrap_or_default();
    let (place, path) = home.strip_prefix("https://").and_then(|home| home.split_once('/')).unwrap_or_default();
    let (owner, name) = path.rsplit_once('/').unwrap_or(("", path));
    let project = Project {
        name: if name.is_empty() { session.settings().name.clone() } else { name.to_owned() },
        owner: owner.to_owned(),
        repo_type: if is_gitlab { "gitlab" } else { "github" },
        repo_host: if place.is_empty() { site.to_owned() } else { format!("https://{place}") },
        files: ["README.md"],
        image_size: 100,
        commit: false,
        contributors_sort_alphabetically: true,
        contributors: counted.contributors.iter().map(|one| entry(one, site, mark)).collect(),
    };
    clean::json(&serde_json::to_string_pretty(&project).unwrap_or_default()).into_owned() + "\n"
}

fn entry<'a>(one: &'a Contributor, site: &str, mark: &str) -> Entry<'a> {
    let login = one.accounts.iter().find_map(|account| account.strip_prefix(mark)).filter(|login| is_login(login));
    let page = login.map(|login| format!("{site}/{}", percent::encoded(login, is_unreserved)));
    let avatar_url = page.as_ref().map_or_else(|| NOBODY.to_owned(), |page| format!("{page}.png"));
    Entry { login, name: plain(&one.name), avatar_url, profile: page, contributions: one.contributions() }
}

/// Whether it can be the name of an account, and so a part of an address on the web.
fn is_login(login: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    (1..=64).contains(&login.len()) && login.chars().all(is_plain) && !login.starts_with('.')
}

/// A name without what would be a tag, a cell or a link in the README that the tools put it in.
fn plain(name: &str) -> String {
    let kept: String = name.chars().filter(|letter| !"<>|[]`".contains(*letter)).collect();
    kept.trim().to_owned()
}

impl Contributor {
    /// What they did, in the words of the specification of allcontributors.org.
    fn contributions(&self) -> Vec<&'static str> {
        let all = [
            ("content", self.created),
            ("doc", self.edited),
            ("question", self.answered + self.accepted),
            ("ideas", self.decided),
            ("review", self.reviewed),
            ("eventOrganizing", self.hosted),
            ("userTesting", self.used),
            ("mentoring", self.thanked),
        ];
        let mut words: Vec<&str> = all.into_iter().filter(|(_, count)| *count > 0).map(|(word, _)| word).collect();
        if words.is_empty() {
            // What they did was to files that are gone.
            words.push("maintenance");
        }
        words
    }
}

/// Everyone and what they did as a list for a README, between marks by which it can be found and replaced.
#[derive(Serialize)]
pub struct Readme<'a>(pub &'a Contributors);

impl View for Readme<'_> {
    const SCHEMA: &'static str = Contributors::SCHEMA;

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let Contributors { contributors, at_least, .. } = self.0;
        if contributors.is_empty() {
            return self.0.blocks(look);
        }
        let facts = contributors.iter().map(|one| {
            let did: Vec<String> = one.did().iter().map(|msg| look.say(msg)).collect();
            let left = if one.left { format!(" ({})", look.say(&msg!("contributors-left"))) } else { String::new() };
            let commits = || look.say(&msg!("contributors-commits", count = one.commits));
            let did = if did.is_empty() { commits() } else { did.join(", ") };
            (Line::new().person(&one.name).dim(left), Line::from(did))
        });
        let mut blocks = vec![Block::Prose("<!-- contributors: cop contributors -f md -->".to_owned()), Block::Facts(facts.collect())];
        if *at_least {
            blocks.push(Block::Line(Line::new().dim(look.say(&msg!("contributors-at-least")))));
        }
        blocks.push(Block::Prose("<!-- /contributors -->".to_owned()));
        blocks
    }
}

#[cfg(test)]
mod tests {
    use super::{is_login, plain};

    #[test]
    fn names_and_accounts_are_nothing_but_that() {
        assert_eq!(plain("<img src=x> | [a](b) `Jo`"), "img src=x  a(b) Jo");
        assert_eq!(plain("José d'Arc-Ørsted"), "José d'Arc-Ørsted");
        let known = ["octo-cat", "a.b_c", "../../evil?x=", "", "a/b", ".."].map(is_login);
        assert_eq!(known, [true, true, false, false, false, false]);
    }
}
