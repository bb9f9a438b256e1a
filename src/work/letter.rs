//! The letter by which somebody is invited, in the community's language.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::lang::Lang;
use crate::base::shell::quoted;
use crate::base::timespan::Timespan;
use crate::model::host::{Flavour, Host};
use crate::model::kind::Capability;
use crate::msg;
use crate::store::git::begin;

use super::found::fill::filled;
use super::session::Session;

/// So many questions are named.
const QUESTIONS: usize = 3;

/// A letter to one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Letter {
    /// The handle of who gets it.
    pub handle: String,
    /// Their name.
    pub name: String,
    /// Their address, where it was given or stands in their file.
    pub email: Option<String>,
    /// What it is about, in a line.
    pub subject: String,
    /// What it says.
    pub text: String,
}

/// Who a letter is to.
#[derive(Clone, Debug, Default)]
pub struct To {
    /// Their handle.
    pub handle: String,
    /// Their name.
    pub name: String,
    /// Where the letter goes.
    pub email: Option<String>,
    /// Their file, from the community's folder.
    pub path: String,
    /// Whether their page says where they work.
    pub says_workplace: bool,
    /// Whether their page holds an e-mail address.
    pub says_email: bool,
    /// Whether history knows them by what their page says.
    pub is_known: bool,
}

/// Where the community is shared: the host of `origin`. What a machine is whose name does not tell, what checks the community does.
pub fn host(session: &Session) -> Option<Host> {
    let repo = session.repo()?;
    let has = |path: &str| repo.root().join(path).exists();
    let said =
        [(".gitlab-ci.yml", Flavour::GitLab), (".forgejo", Flavour::Forgejo), (".gitea", Flavour::Forgejo), (".github", Flavour::GitHub)];
    let said = said.into_iter().find(|(path, _)| has(path)).map(|(_, flavour)| flavour);
    Host::of_remote(&begin::origin(repo)?, &begin::shared_branch(repo), said)
}

/// Letters, all from the same person.
pub fn letters(session: &Session, all: &[To], inviter: &str) -> Vec<Letter> {
    let settings = session.settings();
    let lang = settings.tongue();
    let host = host(session);
    let clone = session.repo().and_then(begin::origin).map(|address| without_password(&address));
    let prefix = session.prefix();
    let folder = clone.as_deref().map(|address| {
        let name = address.trim_end_matches('/').rsplit(['/', ':', '\\']).next().unwrap_or_default();
        let name = name.strip_suffix(".git").unwrap_or(name);
        if prefix.is_empty() { name.to_owned() } else { format!("{name}/{}", prefix.trim_end_matches('/')) }
    });
    let questions = questions(session);
    let letter = |to: &To| {
        let first = to.name.split_whitespace().next().unwrap_or_default();
        let values = [
            // An initial is no name to be greeted by.
            ("first", if first.trim_end_matches('.').chars().count() < 2 { to.name.clone() } else { first.to_owned() }),
            ("community", settings.name.clone()),
            ("purpose", settings.purpose.as_deref().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()),
            ("questions", questions.clone()),
            ("rhythm", settings.rhythm.as_deref().map(|rhythm| within(rhythm, lang)).unwrap_or_default()),
            ("edit", host.as_ref().map(|host| host.edit(&format!("{prefix}{}", to.path))).unwrap_or_default()),
            ("home", host.as_ref().map(|host| host.home.clone()).unwrap_or_default()),
            ("path", to.path.clone()),
            ("clone", clone.as_deref().map(|address| quoted(address).into_owned()).unwrap_or_default()),
            ("folder", folder.as_deref().map(|folder| quoted(folder).into_owned()).unwrap_or_default()),
            ("claimed", if to.is_known { "x".to_owned() } else { String::new() }),
            ("email", if to.says_email { "x".to_owned() } else { String::new() }),
            ("workplace", if to.says_workplace { msg!("letter-workplace").text(lang) } else { String::new() }),
            ("inviter", inviter.to_owned()),
        ];
        let subject = msg!("letter-subject", community = &settings.name).text(lang);
        let text = filled(lang, "letter.md", &values);
        Letter { handle: to.handle.clone(), name: to.name.clone(), email: to.email.clone(), subject, text }
    };
    all.iter().map(letter).collect()
}

/// The newest questions that are open, a line each.
fn questions(session: &Session) -> String {
    let community = session.community();
    let is_asked = |name: &str| community.settings.kinds.all().iter().any(|kind| kind.parent.as_deref() == Some(name));
    let open = community.documents().iter().filter(|document| {
        let kind = community.kind(document);
        let state = document.state.as_deref().and_then(|state| kind.state(state));
        is_asked(&kind.name) && !kind.has(Capability::Person) && state.is_some_and(|state| state.open)
    });
    open.take(QUESTIONS).map(|document| format!("    - {}", document.title)).collect::<Vec<_>>().join("\n")
}

/// An address without the name and password that may stand in it.
fn without_password(address: &str) -> String {
    match address.split_once("://") {
        Some((scheme, rest)) if scheme.starts_with("http") => {
            let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
            let machine = authority.rsplit_once('@').map_or(authority, |(_, machine)| machine);
            format!("{scheme}://{machine}/{path}")
        }
        _ => address.to_owned(),
    }
}

/// A rhythm in the middle of a sentence, in the letter's language where it can be understood.
fn within(rhythm: &str, lang: Lang) -> String {
    let said = Timespan::parse_recurring(rhythm).and_then(Timespan::says_every);
    said.map_or_else(|| rhythm.to_owned(), |said| said.text(lang))
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_is_told_to_nobody() {
        for (address, expected) in [
            ("https://anna:secret@example.org/a/b.git", "https://example.org/a/b.git"),
            ("https://example.org/a/b@c.git", "https://example.org/a/b@c.git"),
            ("git@example.org:a/b.git", "git@example.org:a/b.git"),
            ("/srv/git/a.git", "/srv/git/a.git"),
        ] {
            assert_eq!(without_password(address), expected);
        }
    }
}
