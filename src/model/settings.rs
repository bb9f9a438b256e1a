//! `community.yaml`: what a community says about itself and how it wants things kept.

use std::collections::{BTreeSet, HashMap};

use crate::base::clock::is_zone;
use crate::base::date::Date;
use crate::base::fold::fold_tag;
use crate::base::lang::Lang;
use crate::base::limits::Limits;
use crate::base::limits::settings::TOP_ENTRIES;
use crate::base::problem::Problem;
use crate::base::timespan::Timespan;
use crate::msg;
use crate::text::front::nodes::Node;
use crate::text::front::parse::parse;
use crate::text::markdown::HeadingIds;

use super::check_settings::{self, CheckSettings};
use super::field::Label;
use super::governance::{self, Governance};
use super::kinds::{Kinds, OwnKind};
use super::reading::{Fault, Reader, Weight};
use super::searches::{self, Searches};

/// The newest format that this cop knows.
pub const FORMAT: u64 = 1;

/// The file that makes a folder a community.
pub const FILE: &str = "community.yaml";

/// What a community can say of itself: the keys of its file.
pub const KEYS: [&str; 22] = [
    "format",
    "name",
    "language",
    "languages",
    "timezone",
    "focus",
    "purpose",
    "goals",
    "agreements",
    "rhythm",
    "ends",
    "tags",
    "tags_closed",
    "kinds",
    "review",
    "governance",
    "check",
    "searches",
    "bots",
    "host",
    "site",
    "limits",
];

/// The keys under those that hold a mapping, or a mapping under each name.
pub const PARTS: [(&str, &[&str]); 7] = [
    ("goals", &["text", "until", "questions"]),
    ("tags", &["description", "synonyms", "parent", "label"]),
    ("check", &check_settings::KEYS),
    ("governance", &governance::KEYS),
    ("searches", &searches::KEYS),
    ("host", &["heading_ids", "edit", "new", "view", "history", "raw"]),
    ("limits", &["file", "front", "depth", "aliases", "title", "tags", "parts"]),
];

/// What a community says about itself.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The format of the repository.
    pub format: u64,
    /// The community's name.
    pub name: String,
    /// What is written and sent: a BCP 47 tag.
    pub language: String,
    /// The languages whose names a folder or ending may carry.
    pub languages: Vec<String>,
    /// The IANA time zone of "today".
    pub timezone: String,
    /// Helping, best practice, knowledge stewarding or innovation.
    pub focus: Vec<String>,
    /// What binds the members.
    pub purpose: Option<String>,
    /// What it wants to reach.
    pub goals: Vec<Goal>,
    /// What members owe each other.
    pub agreements: Vec<String>,
    /// How often it meets, in its own words.
    pub rhythm: Option<String>,
    /// When it stops.
    pub ends: Option<Date>,
    /// The tags it has agreed on.
    pub tags: Vec<Tag>,
    /// Which of them every name, synonym and label is, folded.
    tag_words: HashMap<String, usize>,
    /// Whether a tag outside the list is an error.
    pub tags_closed: bool,
    /// How often documents are reviewed where nothing else says.
    pub review: Option<Timespan>,
    /// Who may decide what.
    pub governance: Governance,
    /// What `check` is told.
    pub check: CheckSettings,
    /// The searches that have a name.
    pub searches: Searches,
    /// Names of authors that are programs.
    pub bots: Vec<String>,
    /// How the git host makes heading anchors.
    pub heading_ids: HeadingIds,
    /// How much is read.
    pub limits: Limits,
    /// The kinds.
    pub kinds: Kinds,
    /// A digest of everything above, for telling derived data apart from that of other settings.
    pub fingerprint: [u8; 32],
}

/// Something that a community wants to reach.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Goal {
    /// In a sentence.
    pub text: String,
    /// By when.
    pub until: Option<Date>,
    /// The questions that are explored on the way.
    pub questions: Vec<String>,
}

/// A tag that a community has agreed on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
    /// What counts as it.
    pub synonyms: Vec<String>,
    /// The wider tag.
    pub parent: Option<String>,
    /// Its name for readers.
    pub label: Label,
}

impl Settings {
    /// The language in which cop writes for the community.
    pub fn tongue(&self) -> Lang {
        Lang::of(&self.language).unwrap_or_default()
    }

    /// The settings that a `community.yaml` and a community's own kinds make, with everything that is wrong with them.
    pub fn read(text: &str, own: &[OwnKind]) -> (Self, Vec<Fault>) {
        let mut faults = Vec::new();
        let (node, problems) = parse(text, 0..text.len(), &Limits::of_settings());
        let mut read = Reader::new(FILE, &mut faults);
        for problem in problems {
            read.fault(Weight::Error, problem);
        }
        let mut settings = Self::unread();
        let (mut kinds, mut rules) = (None, None);
        match &node {
            Some(root) if root.entries().is_some() => {
                for entry in read.map(root) {
                    match entry.key.as_str() {
                        "kinds" => kinds = Some(&entry.value).filter(|node| !node.is_null()),
                        "governance" => rules = Some(&entry.value),
                        key if KEYS.contains(&key) => settings.apply(key, &entry.value, &mut read),
                        _ => read.unknown(entry, &KEYS),
                    }
                }
            }
            Some(root) if !root.is_null() => read.bad(&root.span, msg!("settings-wants-map")),
            _ => {}
        }
        settings.demand(text, node.as_ref(), &mut read);
        settings.kinds = Kinds::read(own, kinds.map(|node| (FILE, node)), &mut faults);
        if let Some(rules) = rules {
            settings.governance = Governance::read(rules, &settings.kinds, &mut Reader::new(FILE, &mut faults));
        }
        settings.fingerprint = fingerprint(text, own);
        (settings, faults)
    }

    fn unread() -> Self {
        Self {
            format: FORMAT,
            name: String::new(),
            language: "en".to_owned(),
            languages: Vec::new(),
            timezone: "UTC".to_owned(),
            focus: Vec::new(),
            purpose: None,
            goals: Vec::new(),
            agreements: Vec::new(),
            rhythm: None,
            ends: None,
            tags: Vec::new(),
            tag_words: HashMap::new(),
            tags_closed: false,
            review: None,
            governance: Governance::default(),
            check: CheckSettings::default(),
            searches: Searches::default(),
            bots: Vec::new(),
            heading_ids: HeadingIds::default(),
            limits: Limits::default(),
            kinds: Kinds::none(),
            fingerprint: [0; 32],
        }
    }

    fn apply(&mut self, key: &str, node: &Node, read: &mut Reader<'_>) {
        match key {
            "format" => self.format = read.number(node).unwrap_or(FORMAT),
            "name" => self.name = read.text(node).unwrap_or_default(),
            "language" => self.language = read.text(node).filter(|text| !text.is_empty()).unwrap_or_else(|| "en".to_owned()),
            "languages" => self.languages = read.texts(node),
            "timezone" => {
                let zone = read.parsed(node, |text| is_zone(text).then(|| text.to_owned()), msg!("settings-wants-zone"));
                self.timezone = zone.unwrap_or_else(|| "UTC".to_owned());
            }
            "focus" => self.focus = read.texts(node),
            "purpose" => self.purpose = read.text(node),
            "goals" => self.goals = goals(node, read),
            "agreements" => self.agreements = read.texts(node),
            "rhythm" => {
                let known = |text: &str| Timespan::parse_recurring(text).map(|_| text.trim().to_owned());
                self.rhythm = read.parsed(node, known, msg!("settings-wants-duration"));
            }
            "ends" => self.ends = read.parsed(node, Date::parse, msg!("settings-wants-date")),
            "tags" => {
                self.tags = tags(node, read);
                self.tag_words = tag_words(&self.tags);
            }
            "tags_closed" => self.tags_closed = read.flag(node).unwrap_or_default(),
            "review" => {
                let every = node.get("every").unwrap_or(node);
                self.review =
                    if node.is_null() { None } else { read.parsed(every, Timespan::parse_recurring, msg!("settings-wants-duration")) };
            }
            "check" => self.check = CheckSettings::read(node, read),
            "searches" => self.searches = Searches::read(node, read),
            "bots" => self.bots = read.texts(node),
            "host" => self.host(node, read),
            "limits" => self.limits = limits(node, read),
            // The site is read by what uses it.
            _ => {}
        }
    }

    fn host(&mut self, node: &Node, read: &mut Reader<'_>) {
        for entry in read.map(node) {
            match entry.key.as_str() {
                "heading_ids" => {
                    let ids =
                        read.parsed(&entry.value, HeadingIds::parse, msg!("settings-wants-one-of", values = "github, gitlab, mkdocs"));
                    self.heading_ids = ids.unwrap_or_default();
                }
                "edit" | "new" | "view" | "history" | "raw" => {}
                _ => read.unknown(entry, parts_of("host")),
            }
        }
    }

    /// What can't be left out or understood.
    fn demand(&self, text: &str, node: Option<&Node>, read: &mut Reader<'_>) {
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
        let place = |key: &str| node.and_then(|node| node.get(key)).map_or(start..start, |node| node.span.clone());
        if self.name.is_empty() {
            let problem = Problem::new("settings-value", place("name"), msg!("settings-no-name"));
            read.fault(Weight::Error, problem.help(msg!("settings-no-name-help")));
        }
        if self.format > FORMAT {
            let problem = Problem::new("settings-value", place("format"), msg!("settings-newer", format = self.format));
            read.fault(Weight::Warning, problem.help(msg!("settings-newer-help")));
        }
    }

    /// The agreed name of a tag: itself, or the tag whose synonym it is; folded.
    pub fn tag_name(&self, tag: &str) -> String {
        self.agreed_tag(tag).map_or_else(|| fold_tag(tag), |known| fold_tag(&known.name))
    }

    /// The tag on the community's list that a tag is, by its name, a synonym or a label.
    pub fn agreed_tag(&self, tag: &str) -> Option<&Tag> {
        self.tag_words.get(&fold_tag(tag)).and_then(|at| self.tags.get(*at))
    }

    /// Everything that counts as a tag: itself, its synonyms and labels, and those of every tag below it, its own name first.
    pub fn tags_below(&self, tag: &str) -> Vec<String> {
        let mut below = vec![self.tag_name(tag)];
        let mut at = 0;
        // Whatever is in the list already is not looked at again, so a circle of parents ends.
        while let Some(wider) = below.get(at).cloned() {
            let narrower = self.tags.iter().filter(|tag| tag.parent.as_deref().is_some_and(|parent| self.tag_name(parent) == wider));
            let new: BTreeSet<String> = narrower.map(|tag| fold_tag(&tag.name)).filter(|name| !below.contains(name)).collect();
            below.extend(new);
            at += 1;
        }
        let known = below.iter().filter_map(|name| self.agreed_tag(name));
        let words = known.flat_map(|tag| tag.synonyms.iter().chain(tag.label.en.iter()).chain(tag.label.nl.iter()));
        let words: Vec<String> = words.cloned().collect();
        below.into_iter().chain(words).collect()
    }

    /// The languages that a folder or an ending may name: those listed, the main one, English and Dutch.
    pub fn is_language(&self, name: &str) -> bool {
        let known = self.languages.iter().chain([&self.language]).any(|known| known.eq_ignore_ascii_case(name));
        known || matches!(name, "en" | "nl")
    }
}

/// The keys under a key.
fn parts_of(key: &str) -> &'static [&'static str] {
    PARTS.iter().find(|(known, _)| *known == key).map_or(&[], |(_, parts)| parts)
}

fn goals(node: &Node, read: &mut Reader<'_>) -> Vec<Goal> {
    read.items(node, TOP_ENTRIES)
        .iter()
        .map(|node| {
            let mut goal = Goal::default();
            if node.text().is_some() {
                goal.text = read.text(node).unwrap_or_default();
                return goal;
            }
            for entry in read.map(node) {
                match entry.key.as_str() {
                    "text" => goal.text = read.text(&entry.value).unwrap_or_default(),
                    "until" => goal.until = read.parsed(&entry.value, Date::parse, msg!("settings-wants-date")),
                    "questions" => goal.questions = read.texts(&entry.value),
                    _ => read.unknown(entry, parts_of("goals")),
                }
            }
            goal
        })
        .collect()
}

fn tags(node: &Node, read: &mut Reader<'_>) -> Vec<Tag> {
    if node.items().is_some() {
        return read.texts_of(node, TOP_ENTRIES).into_iter().map(|name| Tag { name, ..Tag::default() }).collect();
    }
    let mut tags = Vec::new();
    for entry in read.map_of(node, TOP_ENTRIES, msg!("settings-limit-entries", limit = TOP_ENTRIES)) {
        let mut tag = Tag { name: entry.key.clone(), ..Tag::default() };
        if entry.value.text().is_some() {
            tag.description = read.text(&entry.value).filter(|text| !text.is_empty());
            tags.push(tag);
            continue;
        }
        for part in read.map(&entry.value) {
            match part.key.as_str() {
                "description" => tag.description = read.text(&part.value),
                "synonyms" => tag.synonyms = read.texts(&part.value),
                "parent" => tag.parent = read.text(&part.value),
                "label" => {
                    for label in read.map(&part.value) {
                        let text = read.text(&label.value);
                        match label.key.as_str() {
                            "en" => tag.label.en = text,
                            "nl" => tag.label.nl = text,
                            _ => {}
                        }
                    }
                }
                _ => read.unknown(part, parts_of("tags")),
            }
        }
        tags.push(tag);
    }
    tags
}

/// The tag that each word is; of several the first.
fn tag_words(tags: &[Tag]) -> HashMap<String, usize> {
    let mut known = HashMap::new();
    for (at, tag) in tags.iter().enumerate() {
        let labels = [tag.label.en.as_ref(), tag.label.nl.as_ref()];
        for word in tag.synonyms.iter().chain(labels.into_iter().flatten()).chain([&tag.name]) {
            known.entry(fold_tag(word)).or_insert(at);
        }
    }
    known
}

fn limits(node: &Node, read: &mut Reader<'_>) -> Limits {
    let mut limits = Limits::default();
    for entry in read.map(node) {
        let value = &entry.value;
        let size = |read: &mut Reader<'_>| read.parsed(value, bytes, msg!("settings-wants-size"));
        let small = |read: &mut Reader<'_>| read.number(value).and_then(|number| usize::try_from(number).ok());
        match entry.key.as_str() {
            "file" => limits.file = size(read).unwrap_or(limits.file).min(Limits::HIGHEST.file),
            "front" => {
                let most = Limits::HIGHEST.front;
                limits.front = size(read).and_then(|size| usize::try_from(size).ok()).unwrap_or(limits.front).min(most);
            }
            "depth" => limits.depth = small(read).unwrap_or(limits.depth).min(Limits::HIGHEST.depth),
            "aliases" => limits.aliases = small(read).unwrap_or(limits.aliases).min(Limits::HIGHEST.aliases),
            "title" => limits.title = small(read).unwrap_or(limits.title).min(Limits::HIGHEST.title),
            "tags" => limits.tags = small(read).unwrap_or(limits.tags).min(Limits::HIGHEST.tags),
            "parts" => limits.parts = small(read).unwrap_or(limits.parts).min(Limits::HIGHEST.parts),
            _ => read.unknown(entry, parts_of("limits")),
        }
    }
    limits
}

/// A size as people write it: `8 MiB`, `64k`, `100000`.
fn bytes(text: &str) -> Option<u64> {
    let text = text.trim();
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let number: u64 = text[..end].parse().ok()?;
    let unit = match text[end..].trim().to_ascii_lowercase().as_str() {
        "" | "b" | "bytes" => 1,
        "k" | "kb" | "kib" => 1 << 10,
        "m" | "mb" | "mib" => 1 << 20,
        _ => return None,
    };
    number.checked_mul(unit)
}

fn fingerprint(text: &str, own: &[OwnKind]) -> [u8; 32] {
    let mut hash = blake3::Hasher::new();
    hash.update(text.as_bytes());
    for kind in own {
        for part in [&kind.name, &kind.path, &kind.text] {
            hash.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
    }
    *hash.finalize().as_bytes()
}

#[cfg(test)]
mod tests {
    use super::{OwnKind, Settings, bytes};
    use crate::model::reading::Weight;

    #[test]
    fn a_dutch_key_is_told_the_key_to_write() {
        for (line, help) in [
            ("naam: A", "write: name:"),
            ("doelen: [x]", "write: goals:"),
            ("Trefwoorden: [x]", "write: tags:"),
            ("kinds: {practice: {mappen: x}}", "write: folder:"),
        ] {
            let (_, faults) = Settings::read(&format!("name: A\n{line}\n"), &[]);
            let help_of = |fault: &super::Fault| fault.problem.help.as_ref().map(|help| help.text(crate::base::lang::Lang::En));
            assert_eq!(faults.first().and_then(help_of).as_deref(), Some(help), "{line}");
        }
    }

    #[test]
    fn a_name_and_a_format_are_enough() {
        let (settings, faults) = Settings::read("format: 1\nname: Digital Archivists\n", &[]);
        assert_eq!(faults, []);
        assert_eq!((settings.name.as_str(), settings.language.as_str(), settings.timezone.as_str()), ("Digital Archivists", "en", "UTC"));
    }

    #[test]
    fn slips_are_errors_and_strangers_are_warnings() {
        let (_, faults) = Settings::read("name: A\nlangauge: nl\nfrobnicate: 1\n", &[]);
        assert_eq!(faults.iter().map(|fault| fault.weight).collect::<Vec<_>>(), [Weight::Error, Weight::Warning]);
        assert_eq!(faults[0].problem.span, 8..16);
    }

    #[test]
    fn what_can_not_be_used_leaves_the_default() {
        let text = "name: A\ntimezone: Mars/Olympus\nends: soon\nlimits: {file: 9 MiB, depth: many}\nformat: 7\n";
        let (settings, faults) = Settings::read(text, &[]);
        assert_eq!(faults.len(), 4, "{faults:?}");
        assert_eq!((settings.timezone.as_str(), settings.ends, settings.limits.file), ("UTC", None, 9 << 20));
    }

    #[test]
    fn nothing_is_a_community_without_a_name() {
        for text in ["", "# nothing\n", "- a\n- b\n", "just text", "name:\n", "name: [a]\n", "\u{feff}"] {
            let (_, faults) = Settings::read(text, &[]);
            assert!(faults.iter().any(|fault| fault.weight == Weight::Error), "{text:?}");
        }
    }

    #[test]
    fn a_community_that_allows_little_is_not_in_the_way_of_the_files_that_make_its_settings() {
        let own = OwnKind { name: "x".into(), path: ".cop/kinds/x/kind.yaml".into(), text: "folder: a-folder-with-a-long-name".into() };
        let (settings, faults) = Settings::read("name: A\nlimits: {front: 10, depth: 1}\n", &[own]);
        assert_eq!(faults, []);
        assert!(settings.kinds.named("x").is_some() && settings.kinds.named("practice").is_some_and(|kind| kind.states.len() > 2));
    }

    #[test]
    fn a_long_list_of_anything_is_read_up_to_its_limit() {
        let many = |key: &str, count: usize| format!("name: A\n{key}:\n") + &"- x\n".repeat(count);
        for (key, count) in [("agreements", 501), ("tags", 5_001), ("bots", 100_000), ("check: {}\ngoals", 5_001)] {
            let (_, faults) = Settings::read(&many(key, count), &[]);
            assert_eq!(faults.iter().map(|fault| fault.problem.rule).collect::<Vec<_>>(), ["limit"], "{key}");
        }
        let keys = (0..60_000).map(|at| format!("nonsense{at}: 1\n")).collect::<Vec<_>>().concat();
        let (_, faults) = Settings::read(&format!("name: A\n{keys}"), &[]);
        assert!(faults.len() <= 501 && faults.iter().any(|fault| fault.problem.rule == "limit"));
    }

    #[test]
    fn a_monstrous_pattern_is_told_where_it_stands() {
        let text = format!("name: A\ncheck:\n  exclude: ['a/*.md', '{}']\n", "{".repeat(250));
        let (settings, faults) = Settings::read(&text, &[]);
        assert_eq!(settings.check.exclude.len(), 1);
        assert_eq!(faults.len(), 1);
        assert!(text[faults[0].problem.span.clone()].contains("{{{{"));
    }

    #[test]
    fn a_synonym_counts_as_its_tag() {
        let (settings, _) = Settings::read("name: A\ntags:\n  email: {synonyms: [e-mail, Mail], label: {nl: elektronische post}}\n", &[]);
        for tag in ["email", "E-Mail", "mail", "Elektronische post", "e_mail"] {
            assert_eq!(settings.tag_name(tag), "email", "{tag}");
        }
        assert_eq!(settings.tag_name("Born Digital"), "born-digital");
    }

    #[test]
    fn a_fault_is_told_of_where_a_person_would_look() {
        for (text, places) in [
            ("name: T\ntags:\n\tmail: Letters\nlanguage: en\n", &[(3, 1)][..]),
            ("name: T\nkinds:\n  practice:\n\t  folder: x\nlanguage: en\n", &[(4, 1)]),
            ("format: 1\nname: \"Test\nlanguage: en\n", &[(2, 7)]),
            ("name: T\ntags: {mail: x\nlanguage: en\n", &[(2, 7), (2, 7)]),
            ("format: 1\nname: Test: a club\nlanguage: en\n", &[(2, 11)]),
            ("name: T\ntags: mail\n  - scan\nlanguage: en\n", &[(2, 7)]),
        ] {
            let (settings, faults) = Settings::read(text, &[]);
            let lines = crate::base::lines::Lines::new(text);
            let told: Vec<_> = faults.iter().map(|fault| lines.position(text, fault.problem.span.start)).collect();
            assert_eq!(told, places, "{text}");
            assert_eq!(settings.language, "en", "{text}");
        }
    }

    #[test]
    fn sizes_are_read_as_written() {
        assert_eq!(bytes("8 MiB"), Some(8 << 20));
        assert_eq!(bytes("64k"), Some(64 << 10));
        assert_eq!(bytes("lots"), None);
    }
}
