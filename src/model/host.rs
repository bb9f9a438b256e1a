//! The git host that a repository is shared on, and the addresses of its pages: for people who only have a browser.

use crate::base::percent::{self, is_unreserved};

/// What sort of host it is, which decides how its addresses look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// github.com, or GitHub on a machine of one's own.
    GitHub,
    /// gitlab.com, or GitLab on a machine of one's own.
    GitLab,
    /// Forgejo, Codeberg, or Gitea.
    Forgejo,
}

/// Where a repository is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// What sort of host it is.
    pub flavour: Flavour,
    /// The address of the repository's own page, without a slash at its end.
    pub home: String,
    /// The branch that the pages are of.
    pub branch: String,
}

impl Flavour {
    /// The sort of host that a machine's name speaks of.
    fn of(machine: &str) -> Option<Self> {
        let machine = machine.to_ascii_lowercase();
        let has = |word: &str| machine.split(['.', '-']).any(|part| part == word);
        match () {
            () if has("github") => Some(Self::GitHub),
            () if has("gitlab") => Some(Self::GitLab),
            () if ["codeberg", "forgejo", "gitea"].into_iter().any(has) => Some(Self::Forgejo),
            () => None,
        }
    }
}

impl Host {
    /// The host that the address of a remote leads to: `git@github.com:us/notes.git`, `https://codeberg.org/us/notes`.
    ///
    /// `said` is what the person says of a machine whose name does not tell. `None` for a folder, and for what nobody knows.
    /// A name and password in the address are left out.
    pub fn of_remote(address: &str, branch: &str, said: Option<Flavour>) -> Option<Self> {
        let (machine, path) = parts(address.trim())?;
        let flavour = Flavour::of(&machine).or(said)?;
        Some(Self { flavour, home: format!("https://{machine}/{}", encoded(&path, true)), branch: branch.to_owned() })
    }

    /// The page on which a new file is made in a folder, its name filled in, and its text too where the host can do that.
    pub fn new_file(&self, folder: &str, name: &str, text: &str) -> String {
        let (home, branch) = (&self.home, encoded(&self.branch, true));
        let folder = if folder.is_empty() { String::new() } else { format!("/{}", encoded(folder, true)) };
        let (name, text) = (encoded(name, false), encoded(text, false));
        match self.flavour {
            Flavour::GitHub => format!("{home}/new/{branch}{folder}?filename={name}&value={text}"),
            Flavour::GitLab => format!("{home}/-/new/{branch}{folder}?file_name={name}"),
            Flavour::Forgejo => format!("{home}/_new/{branch}{folder}?filename={name}&value={text}"),
        }
    }

    /// Whether [`Self::new_file`] fills in the text.
    pub fn fills_in(&self) -> bool {
        self.flavour != Flavour::GitLab
    }

    /// The page on which a file is read.
    pub fn view(&self, path: &str) -> String {
        let (home, branch, path) = (&self.home, encoded(&self.branch, true), encoded(path, true));
        match self.flavour {
            Flavour::GitHub => format!("{home}/blob/{branch}/{path}"),
            Flavour::GitLab => format!("{home}/-/blob/{branch}/{path}"),
            Flavour::Forgejo => format!("{home}/src/branch/{branch}/{path}"),
        }
    }

    /// The page on which a file is changed.
    pub fn edit(&self, path: &str) -> String {
        let (home, branch, path) = (&self.home, encoded(&self.branch, true), encoded(path, true));
        match self.flavour {
            Flavour::GitHub => format!("{home}/edit/{branch}/{path}"),
            Flavour::GitLab => format!("{home}/-/edit/{branch}/{path}"),
            Flavour::Forgejo => format!("{home}/_edit/{branch}/{path}"),
        }
    }
}

/// The name of the machine and the path of the repository on it; `None` for a folder.
fn parts(address: &str) -> Option<(String, String)> {
    let (whole, is_web) = match address.split_once("://") {
        Some(("file", _)) => return None,
        Some((scheme, rest)) => (rest.split_once('/')?, scheme.starts_with("http")),
        None => {
            // The short form of ssh: a colon before the first slash, and no letter of a disk.
            let (machine, path) = address.split_once(':').filter(|(machine, _)| !machine.contains(['/', '\\']) && machine.len() > 1)?;
            ((machine, path), false)
        }
    };
    let (authority, path) = whole;
    let machine = authority.rsplit_once('@').map_or(authority, |(_, machine)| machine);
    // The port is that of ssh, unless it is a page's.
    let machine = if is_web { machine } else { machine.split(':').next().unwrap_or(machine) };
    let path = path.trim_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path);
    let is_name = |text: &str| !text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || ".-_:".contains(letter));
    (is_name(machine) && !path.is_empty()).then(|| (machine.to_owned(), path.to_owned()))
}

/// A text as part of an address; in a path the slashes stay.
fn encoded(text: &str, is_path: bool) -> String {
    percent::encoded(text, |letter| is_unreserved(letter) || is_path && letter == '/')
}

#[cfg(test)]
mod tests {
    use super::{Flavour, Host};

    fn host(address: &str, said: Option<Flavour>) -> Option<String> {
        Host::of_remote(address, "main", said).map(|host| format!("{:?} {}", host.flavour, host.home))
    }

    #[test]
    fn a_remote_leads_to_its_host() {
        for (address, expected) in [
            ("git@github.com:us/notes.git", Some("GitHub https://github.com/us/notes")),
            ("https://anna:secret@github.com/us/notes.git/", Some("GitHub https://github.com/us/notes")),
            ("ssh://git@gitlab.example.org:2222/a/b/notes.git", Some("GitLab https://gitlab.example.org/a/b/notes")),
            ("https://gitlab.example.org:8443/a/b/notes", Some("GitLab https://gitlab.example.org:8443/a/b/notes")),
            ("https://codeberg.org/us/onze%20notes", Some("Forgejo https://codeberg.org/us/onze%2520notes")),
            ("git@git.example.org:us/notes.git", None),
            ("file:///srv/git/notes.git", None),
            ("/srv/github/notes.git", None),
            ("../github.com/notes", None),
            (r"C:\github\notes", None),
            ("https://github.com", None),
            ("github.com:", None),
            ("https://git hub.com/a)b(c/d", None),
            ("", None),
        ] {
            assert_eq!(host(address, None).as_deref(), expected, "{address}");
        }
        let own = host("git@git.example.org:us/notes.git", Some(Flavour::Forgejo));
        assert_eq!(own.as_deref(), Some("Forgejo https://git.example.org/us/notes"));
    }

    #[test]
    fn pages_are_found_where_the_host_has_them() {
        let pages = |address: &str| {
            let host = Host::of_remote(address, "main", None).unwrap();
            [host.new_file("vragen", "é.md", "# A?\n"), host.edit("leden/jo b.md"), host.view("leden/jo b.md")]
        };
        assert_eq!(
            pages("git@github.com:us/n.git"),
            [
                "https://github.com/us/n/new/main/vragen?filename=%C3%A9.md&value=%23%20A%3F%0A",
                "https://github.com/us/n/edit/main/leden/jo%20b.md",
                "https://github.com/us/n/blob/main/leden/jo%20b.md"
            ]
        );
        assert_eq!(
            pages("git@gitlab.com:us/n.git"),
            [
                "https://gitlab.com/us/n/-/new/main/vragen?file_name=%C3%A9.md",
                "https://gitlab.com/us/n/-/edit/main/leden/jo%20b.md",
                "https://gitlab.com/us/n/-/blob/main/leden/jo%20b.md"
            ]
        );
        assert_eq!(
            pages("https://codeberg.org/us/n"),
            [
                "https://codeberg.org/us/n/_new/main/vragen?filename=%C3%A9.md&value=%23%20A%3F%0A",
                "https://codeberg.org/us/n/_edit/main/leden/jo%20b.md",
                "https://codeberg.org/us/n/src/branch/main/leden/jo%20b.md"
            ]
        );
    }
}
