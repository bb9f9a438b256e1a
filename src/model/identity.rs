//! Who a name and address in a commit stand for: the repository's mailmap, and hosts' no-reply addresses.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::history::Identity;

/// A `.mailmap`: the names and addresses that people go by, whatever a commit says.
///
/// Read as git reads it: a line is `Name <address>`, `<new> <old>`, `Name <new> <old>` or `Name <new> Old name <old>`; case does not
/// matter, a later line wins, and a line that names the old name too wins from one that gives the address alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mailmap {
    by_email: HashMap<String, Entry>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entry {
    plain: Target,
    by_name: HashMap<String, Target>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Target {
    name: Option<String>,
    email: Option<String>,
}

impl Mailmap {
    /// Reads a mailmap; a line that is none is passed over.
    pub fn parse(text: &str) -> Self {
        let mut map = Self::default();
        text.lines().filter(|line| !line.starts_with('#')).for_each(|line| map.line(line));
        map
    }

    fn line(&mut self, line: &str) {
        let Some((name, email, rest)) = name_and_email(line).filter(|(_, email, _)| !email.is_empty()) else { return };
        let (old, target) = match name_and_email(rest) {
            Some((old_name, old_email, _)) => ((old_name, old_email), Target { name, email: Some(email.to_owned()) }),
            None => ((None, email), Target { name, email: None }),
        };
        let entry = self.by_email.entry(old.1.to_lowercase()).or_default();
        if let Some(old_name) = old.0 {
            entry.by_name.insert(old_name.to_lowercase(), target);
        } else {
            entry.plain.name = target.name.or(entry.plain.name.take());
            entry.plain.email = target.email.or(entry.plain.email.take());
        }
    }

    /// Whether it says anything.
    pub fn is_empty(&self) -> bool {
        self.by_email.is_empty()
    }

    /// The name and address that an identity stands for; itself where the map does not know it.
    pub fn resolve(&self, who: &Identity) -> Identity {
        let entry = if self.is_empty() { None } else { self.by_email.get(&who.email.to_lowercase()) };
        let Some(entry) = entry else { return who.clone() };
        let target = entry.by_name.get(&who.name.to_lowercase()).unwrap_or(&entry.plain);
        Identity {
            name: target.name.clone().unwrap_or_else(|| who.name.clone()),
            email: target.email.clone().unwrap_or_else(|| who.email.clone()),
        }
    }
}

/// A name that may be absent, the address behind it in angle brackets, and what follows.
fn name_and_email(text: &str) -> Option<(Option<String>, &str, &str)> {
    let (name, rest) = text.split_once('<')?;
    let (email, rest) = rest.split_once('>')?;
    let name = name.trim();
    Some(((!name.is_empty()).then(|| name.to_owned()), email, rest))
}

/// The account that a host's no-reply address stands for, as members write it under `accounts`: `github:anna`.
///
/// `None` for an ordinary address. Hosts other than the big three are named by their domain: `git.example.org:anna`.
pub fn account(email: &str) -> Option<String> {
    let (user, domain) = email.trim().rsplit_once('@')?;
    let domain = domain.to_ascii_lowercase();
    let host = domain.strip_prefix("users.noreply.").or_else(|| domain.strip_prefix("noreply."))?;
    let user = match host {
        "github.com" => without_number(user, '+'),
        "gitlab.com" => without_number(user, '-'),
        // A GitHub or GitLab of one's own.
        _ if domain.starts_with("users.") => match without_number(user, '+') {
            same if same == user => without_number(user, '-'),
            cut => cut,
        },
        _ => user,
    };
    let host = match host {
        "github.com" => "github",
        "gitlab.com" => "gitlab",
        "codeberg.org" => "codeberg",
        own => own,
    };
    let real = !user.is_empty() && host.contains(|letter: char| letter.is_ascii_alphanumeric());
    real.then(|| format!("{host}:{}", user.to_lowercase()))
}

/// An address by which those who know it recognise it, and by which nobody else can write: `an…@example.org`.
///
/// What a check says ends up in logs and on pages that are searched for addresses; git's history is not.
pub fn shortened(email: &str) -> String {
    let Some((local, domain)) = email.rsplit_once('@') else { return email.chars().take(2).chain(['…']).collect() };
    let shown = if local.chars().count() > 3 { 2 } else { 1 };
    local.chars().take(shown).chain("…@".chars()).chain(domain.chars()).collect()
}

/// A public key by what it can be told from others by: its sort, its end, and whose it says it is. `ssh-ed25519 …R8IUB3SCtrL93M1U (anna)`.
pub fn shortened_key(key: &str) -> String {
    let mut words = key.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next());
    let end = |text: &str| text.chars().skip(text.chars().count().saturating_sub(16)).collect::<String>();
    let Some(text) = second else { return format!("…{}", end(first)) };
    let whose = words.map(|word| without_addresses(word).into_owned()).collect::<Vec<_>>().join(" ");
    if whose.is_empty() { format!("{first} …{}", end(text)) } else { format!("{first} …{} ({whose})", end(text)) }
}

/// A name in which an address, if it is or has one, is shortened: what people are called is shown everywhere.
pub fn without_addresses(name: &str) -> Cow<'_, str> {
    if !name.contains('@') {
        return Cow::Borrowed(name);
    }
    let is_address = |word: &str| word.rsplit_once('@').is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty());
    let words = name.split_whitespace().map(|word| if is_address(word) { shortened(word) } else { word.to_owned() });
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// Whether a text is an address that a file can hold.
pub fn is_address(email: &str) -> bool {
    let parts = email.split_once('@').filter(|(local, domain)| !local.is_empty() && !domain.is_empty() && !domain.contains('@'));
    let is_odd = |letter: char| letter.is_whitespace() || letter.is_control() || is_unseen(letter) || "<>,;\"'".contains(letter);
    parts.is_some() && !email.contains(is_odd)
}

/// Whether a character takes no room, or turns the direction of what follows.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn without_number(user: &str, mark: char) -> &str {
    match user.split_once(mark) {
        Some((number, name)) if !number.is_empty() && !name.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => user,
    }
}

#[cfg(test)]
mod tests {
    use super::{Mailmap, account, is_address, shortened, without_addresses};
    use crate::model::history::Identity;

    fn who(text: &str) -> Identity {
        let (name, email) = text.trim_end_matches('>').split_once('<').expect("an identity");
        Identity { name: name.trim().to_owned(), email: email.to_owned() }
    }

    #[test]
    fn a_mailmap_is_read_as_git_reads_it() {
        let map = Mailmap::parse(
            "# people\nAnna de Vries <anna@old.example>\n<bram@new.example> <BRAM@old.example>\nFatima <f@new.example> <f@old.example>\n\
             Joe <joe@new.example> Old Joe <shared@example>\nSue <sue@new.example> sue <shared@example> # and a comment\n\
             no address\n<>\nBroken <a@b\n  Indented   <in@example>  \r\n",
        );
        for (from, to) in [
            ("anna <Anna@Old.example>", "Anna de Vries <Anna@Old.example>"),
            ("Bram <bram@old.example>", "Bram <bram@new.example>"),
            ("x <f@old.example>", "Fatima <f@new.example>"),
            ("OLD JOE <shared@example>", "Joe <joe@new.example>"),
            ("Sue <shared@example>", "Sue <sue@new.example>"),
            ("Somebody <shared@example>", "Somebody <shared@example>"),
            ("x <in@example>", "Indented <in@example>"),
            ("x <unknown@example>", "x <unknown@example>"),
        ] {
            assert_eq!(map.resolve(&who(from)), who(to), "{from}");
        }
        assert!(Mailmap::parse("").is_empty());
    }

    #[test]
    fn no_reply_addresses_stand_for_accounts() {
        for (email, expected) in [
            ("49699333+anna@users.noreply.github.com", Some("github:anna")),
            ("Anna@users.noreply.github.com", Some("github:anna")),
            ("12-anna@users.noreply.github.com", Some("github:12-anna")),
            ("123-anna-b@users.noreply.gitlab.com", Some("gitlab:anna-b")),
            ("anna@noreply.codeberg.org", Some("codeberg:anna")),
            ("41898282+fixer[bot]@users.noreply.github.com", Some("github:fixer[bot]")),
            ("7-anna@users.noreply.git.example.org", Some("git.example.org:anna")),
            ("anna@users.noreply.", None),
            ("@users.noreply.github.com", None),
            ("anna@example.org", None),
            ("noreply@github.com", None),
            ("", None),
        ] {
            assert_eq!(account(email).as_deref(), expected, "{email}");
        }
    }

    #[test]
    fn a_name_that_is_an_address_is_shortened() {
        for (name, shown) in [
            ("kees@secret.example", "ke…@secret.example"),
            ("Kees <kees@secret.example>", "Kees <k…@secret.example>"),
            ("a@b@secret.example and me@c.example", "a…@secret.example and m…@c.example"),
            ("Kees @work", "Kees @work"),
            ("kees@", "kees@"),
            ("Anna  de Vries", "Anna  de Vries"),
            ("", ""),
        ] {
            assert_eq!(without_addresses(name), shown, "{name}");
        }
    }

    #[test]
    fn an_address_is_one_that_a_file_can_hold() {
        for email in ["anna@example.org", "a@b", "é@é.example", "a.b+c@users.noreply.github.com"] {
            assert!(is_address(email), "{email}");
        }
        let odd =
            ["", "@", "anna", "@a@b.example", "a@b@c.example", "anna@", "@example.org", "a b@c.example", "a@b.example>", "a,b@c.example"];
        for email in
            odd.into_iter().chain(["a\u{202e}@b.example", "a@b\u{200b}.example", "a@b.example\n", "\"a\"@b.example", "a\u{7}@b.example"])
        {
            assert!(!is_address(email), "{email:?}");
        }
    }

    #[test]
    fn nobody_can_write_to_a_shortened_address() {
        for (email, expected) in
            [("anna@example.org", "an…@example.org"), ("me@a.example", "m…@a.example"), ("odd", "od…"), ("", "…"), ("é@é", "é…@é")]
        {
            assert_eq!(shortened(email), expected);
        }
    }
}
