//! `config.yaml`: what a person says to cop on their own machine, whatever community they are in.

use std::ops::Range;

use crate::base::lang::Lang;
use crate::base::limits::Limits;
use crate::base::problem::Problem;
use crate::msg;
use crate::text::front::nodes::Node;
use crate::text::front::parse::parse;

use super::reading::{Fault, Reader, Weight};

/// What a person can say: the keys of the file.
pub const KEYS: [&str; 3] = ["language", "communities", "remember_searches"];

/// The key under which the communities are.
pub const COMMUNITIES: &str = "communities";

/// The key that says whether searches that found nothing are remembered.
pub const REMEMBER: &str = "remember_searches";

/// The keys of one of them.
const PARTS: [&str; 1] = ["path"];

/// What a person says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Personal {
    /// The language of their screen.
    pub language: Option<Lang>,
    /// The communities that they search together, in their order.
    pub communities: Vec<Listed>,
    /// Whether searches that found nothing are remembered for them.
    pub remember_searches: bool,
}

/// A community on a person's list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// What they call it.
    pub name: String,
    /// Its folder as it is written: a whole path, or one that begins with `~/`.
    pub path: String,
    /// Where that stands, in bytes of the file.
    pub span: Range<usize>,
}

impl Personal {
    /// What a text says, with everything that is wrong with it; `file` is what the faults call it.
    pub fn read(text: &str, file: &str) -> (Self, Vec<Fault>) {
        let mut faults = Vec::new();
        let (node, problems) = parse(text, 0..text.len(), &Limits::of_settings());
        let mut read = Reader::new(file, &mut faults);
        for problem in problems {
            read.fault(Weight::Error, problem);
        }
        let mut personal = Self::default();
        let Some(root) = node.filter(|root| !root.is_null()) else { return (personal, faults) };
        for entry in read.map(&root) {
            match entry.key.as_str() {
                "language" if !entry.value.is_null() => {
                    personal.language = read.parsed(&entry.value, Lang::of, msg!("settings-wants-one-of", values = "en, nl"));
                }
                "language" => {}
                COMMUNITIES => personal.communities = communities(&entry.value, &mut read),
                REMEMBER => personal.remember_searches = !entry.value.is_null() && read.flag(&entry.value).unwrap_or_default(),
                _ => read.unknown(entry, &KEYS),
            }
        }
        (personal, faults)
    }
}

fn communities(node: &Node, read: &mut Reader<'_>) -> Vec<Listed> {
    let mut listed: Vec<Listed> = Vec::new();
    for entry in read.map(node) {
        if !is_name(&entry.key) {
            let problem = Problem::new("settings-value", entry.key_span.clone(), msg!("personal-name", name = &entry.key));
            read.fault(Weight::Error, problem.help(msg!("personal-name-help")));
            continue;
        }
        let mut path = Some(&entry.value).filter(|node| node.entries().is_none());
        for part in entry.value.entries().into_iter().flatten() {
            match part.key.as_str() {
                "path" => path = Some(&part.value),
                _ => read.unknown(part, &PARTS),
            }
        }
        let Some(path) = path.filter(|path| !path.is_null()) else {
            read.bad(&entry.key_span, msg!("personal-no-path", name = &entry.key));
            continue;
        };
        let Some(text) = read.text(path) else { continue };
        if !is_whole(&text) {
            let problem = Problem::new("settings-value", path.span.clone(), msg!("personal-path", path = &text));
            read.fault(Weight::Error, problem.help(msg!("personal-path-help")));
        } else if !listed.iter().any(|known| known.name == entry.key) {
            listed.push(Listed { name: entry.key.clone(), path: text, span: path.span.clone() });
        }
    }
    listed
}

/// Whether something can be what a community is called: it is typed, and parted from the next by a comma.
pub fn is_name(name: &str) -> bool {
    let may_stand = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    !name.is_empty() && name.chars().all(may_stand) && !name.starts_with(['-', '.'])
}

/// Whether a path says by itself where it leads, wherever cop is run.
fn is_whole(path: &str) -> bool {
    path == "~" || path.starts_with("~/") || std::path::Path::new(path).is_absolute()
}

#[cfg(test)]
mod tests {
    use super::Personal;
    use crate::base::lang::Lang;
    use crate::model::reading::Weight;

    #[test]
    fn a_person_says_language_communities_and_what_is_remembered() {
        let text =
            "language: nl\ncommunities:\n  archivists: ~/work/archivists\n  platform: {path: /src/handbook}\nremember_searches: ja\n";
        let (personal, faults) = Personal::read(text, "config.yaml");
        assert_eq!(faults, []);
        assert_eq!((personal.language, personal.remember_searches), (Some(Lang::Nl), true));
        let listed: Vec<_> = personal.communities.iter().map(|one| (one.name.as_str(), one.path.as_str())).collect();
        assert_eq!(listed, [("archivists", "~/work/archivists"), ("platform", "/src/handbook")]);
    }

    #[test]
    fn nothing_is_said_by_an_empty_file() {
        for text in ["", "# later\n", "language:\ncommunities:\nremember_searches:\n", "~\n"] {
            assert_eq!(Personal::read(text, "config.yaml"), (Personal::default(), vec![]), "{text}");
        }
    }

    #[test]
    fn every_slip_has_its_place_and_the_rest_is_read_on() {
        for (text, place, weight) in [
            ("langauge: nl", "langauge", Weight::Error),
            ("taal: nl", "taal", Weight::Error),
            ("colour: green", "colour", Weight::Warning),
            ("language: fr", "fr", Weight::Error),
            ("remember_searches: sometimes", "sometimes", Weight::Error),
            ("communities: [a, b]", "[a, b]", Weight::Error),
            ("communities: {a: }", "a", Weight::Error),
            ("communities: {a: {}}", "a", Weight::Error),
            ("communities: {a: {pth: /a, path: /b}}", "pth", Weight::Error),
            ("communities: {a: work/a}", "work/a", Weight::Error),
            ("communities: {a: [b]}", "[b]", Weight::Error),
            ("communities: {'a,b': /a}", "'a,b'", Weight::Error),
        ] {
            let whole = format!("{text}\n");
            let (_, faults) = Personal::read(&whole, "config.yaml");
            let told: Vec<_> = faults.iter().map(|fault| (&whole[fault.problem.span.clone()], fault.weight)).collect();
            assert_eq!(told, [(place, weight)], "{text}");
        }
        let (personal, faults) = Personal::read("language: fr\ncommunities: {a: x, b: /b}\n", "config.yaml");
        assert_eq!((faults.len(), personal.communities.len()), (2, 1));
    }
}
