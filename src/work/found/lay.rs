//! The files that a new community begins with.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::base::composed::composed;
use crate::base::date::Date;
use crate::base::embedded::template;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files;
use crate::base::lang::Lang;
use crate::base::limits::Limits;
use crate::base::place::Place;
use crate::base::slug::slug;
use crate::model::host::{Flavour, Host};
use crate::model::identity::account;
use crate::model::kind::{Capability, Kind};
use crate::model::settings::{FILE, Settings};
use crate::msg;
use crate::text::front::edit::{New, Scalar, set};

use super::adopt::Recognised;
use super::fill::filled;
use crate::work::write::add::titled;
use crate::work::write::flag::KIND as FLAG;
use crate::work::write::handle::handles;

/// What git is told about Markdown: line ends are one thing for everybody.
const LINE_ENDS: [&str; 2] = ["*.md text eol=lf", "*.yaml text eol=lf"];
/// And how it is merged where cop's merge driver is installed; where it is not, git merges it as any other text.
const MERGE: &str = "*.md merge=cop";
const ATTRIBUTES: &str = ".gitattributes";
/// A larger file of attributes is left alone.
const LARGEST: u64 = 1 << 16;

/// All that is known of a community that is about to begin.
pub(super) struct Plan {
    pub(super) name: String,
    pub(super) lang: Lang,
    pub(super) purpose: Option<String>,
    pub(super) questions: Vec<String>,
    pub(super) rhythm: Option<String>,
    pub(super) zone: Option<String>,
    pub(super) today: Date,
    pub(super) host: Option<Host>,
    pub(super) ci: Option<Flavour>,
    /// Name and address.
    pub(super) founder: (String, String),
    pub(super) adopted: Recognised,
    /// There is something already, so only the folders are made that something goes into.
    pub(super) is_settled: bool,
    /// From the top of the repository to the community, with its slash.
    pub(super) prefix: String,
}

/// A file to write, its path counting from the top of the repository.
pub(super) struct File {
    pub(super) path: String,
    /// What is there now, to which something is added.
    pub(super) before: Option<Vec<u8>>,
    pub(super) text: String,
}

/// What is written, and what stays as it is.
#[derive(Default)]
pub(super) struct Layout {
    pub(super) files: Vec<File>,
    pub(super) kept: Vec<String>,
}

/// Whether a file says nothing about what a folder is for.
pub(super) fn is_empty_sign(path: &str) -> bool {
    let stem = path.split('.').next().unwrap_or_default().to_lowercase();
    !path.contains('/') && ["readme", "license", "licence", "copying"].contains(&stem.as_str())
}

/// The text of `community.yaml`, and what it says.
pub(super) fn settings(plan: &Plan) -> (String, Settings) {
    let languages = &plan.adopted.languages;
    let optional = |key: &str, value: Option<&str>| value.map(|value| line(key, value)).unwrap_or_default();
    let other = if plan.lang == Lang::En { None } else { Some(plan.lang.tag()) };
    let with = |kinds: String| {
        let values = [
            ("name", line("name", &plan.name)),
            ("language", optional("language", other)),
            ("languages", if languages.len() < 2 { String::new() } else { format!("languages: [{}]", languages.join(", ")) }),
            ("zone", optional("timezone", plan.zone.as_deref())),
            ("purpose", optional("purpose", plan.purpose.as_deref())),
            ("rhythm", optional("rhythm", plan.rhythm.as_deref())),
            ("year", plan.today.year().saturating_add(1).to_string()),
            ("kinds", kinds.trim_end().to_owned()),
        ];
        let text = filled(plan.lang, FILE, &values);
        let (settings, faults) = Settings::read(&text, &[]);
        (text, settings, super::is_sound(&faults))
    };
    let (text, settings, is_sound) = with(plan.adopted.yaml());
    if is_sound {
        return (text, settings);
    }
    // Names of folders that no pattern can say: better nothing than what can't be read.
    let (text, settings, _) = with(String::new());
    (text, settings)
}

/// A key with its value, quoted as it needs to be.
fn line(key: &str, value: &str) -> String {
    let text = set("---\nx: y\n---\n", key, &New::One(Scalar::text(value)), &Limits::of_settings()).unwrap_or_default();
    let line = text.lines().find(|line| line.split(':').next() == Some(key));
    line.map_or_else(String::new, str::to_owned)
}

/// Every file.
pub(super) fn files(plan: &Plan, settings_text: String, settings: &Settings, base: &Path, paths: &[&str]) -> Result<Layout> {
    let mut layout = Layout::default();
    let mut add = |path: String, text: String| {
        if is_taken(base, &path) {
            layout.kept.push(path);
        } else {
            layout.files.push(File { path, before: None, text });
        }
    };
    let prefix = &plan.prefix;
    add(format!("{prefix}{FILE}"), settings_text);
    let kinds = settings.kinds.all();
    let folder = |kind: &Kind| kind.folders.iter().find(|(lang, _)| lang == plan.lang.tag()).map(|(_, folder)| folder.clone());
    let homes: Vec<(&Kind, String)> = kinds
        .iter()
        .filter(|kind| kind.parent.is_none() && !kind.is_adopted())
        .filter_map(|kind| Some((kind, folder(kind)?)))
        .filter(|(kind, _)| !plan.is_settled || kind.has(Capability::Person) || kind.name == QUESTION && !plan.questions.is_empty())
        .collect();
    for (_, folder) in &homes {
        if let Some(there) = in_another_case(&base.join(prefix), folder) {
            let error = Error::new(ErrorKind::Usage, msg!("init-case", there = &there, wanted = folder))
                .at(Place::file(format!("{prefix}{there}")));
            return Err(error.hint(msg!("init-case-help", there = &there, wanted = folder)));
        }
    }
    for (kind, folder) in &homes {
        add(format!("{prefix}{folder}/README.md"), readme(plan, settings, kind, folder));
    }
    let home = |wanted: &dyn Fn(&Kind) -> bool| homes.iter().find(|(kind, _)| wanted(kind));
    if let Some((_, folder)) = home(&|kind| kind.has(Capability::Person)) {
        let (handle, text) = founder(plan, settings)?;
        add(format!("{prefix}{folder}/{handle}.md"), text);
    }
    if let Some((kind, folder)) = home(&|kind| kind.name == QUESTION) {
        let mut taken: BTreeSet<String> = paths.iter().map(|path| path.to_lowercase()).collect();
        for question in &plan.questions {
            let text = filled(plan.lang, "question.md", &[("heading", "# {{ title }}".to_owned())]);
            let at = kinds.iter().position(|known| known.name == kind.name).unwrap_or_default();
            let name = free(question, folder, plan.lang, &mut taken);
            add(format!("{prefix}{folder}/{name}.md"), titled(&text, question, at, settings)?);
        }
    }
    if !plan.is_settled {
        add(format!("{prefix}README.md"), front_page(plan, &homes));
    }
    if let Some(flavour) = plan.ci {
        let (path, name) = match flavour {
            Flavour::GitHub => (".github/workflows/cop.yml", "ci-github.yml"),
            Flavour::GitLab => (".gitlab-ci.yml", "ci-gitlab.yml"),
            Flavour::Forgejo => (".forgejo/workflows/cop.yml", "ci-forgejo.yml"),
        };
        // A host puts a value in its place before the shell sees the line, whatever stands around it.
        if prefix.contains("${{") {
            return Err(Error::new(ErrorKind::Usage, msg!("init-ci-folder", folder = prefix.trim_end_matches('/')))
                .hint(msg!("init-ci-folder-help")));
        }
        let place =
            if prefix.is_empty() { String::new() } else { format!("-C '{}' ", prefix.trim_end_matches('/').replace('\'', "'\\''")) };
        let rust = env!("CARGO_PKG_RUST_VERSION").to_owned();
        add(path.to_owned(), filled(plan.lang, name, &[("where", place), ("rust", rust)]));
    }
    attributes(plan, base, paths, &mut layout);
    Ok(layout)
}

/// The kind of what is asked.
const QUESTION: &str = "question";

/// Whether something stands at a path, or at one that many computers take for the same.
fn is_taken(base: &Path, path: &str) -> bool {
    let mut folder = base.to_owned();
    for part in path.split('/') {
        let same = |name: &str| composed(&composed(name).to_lowercase()).into_owned();
        let names = fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        match names.into_iter().find(|name| same(name) == same(part)) {
            None => return false,
            Some(name) if name != part => return true,
            Some(_) => folder.push(part),
        }
    }
    true
}

/// The name of a folder that differs from the one that is wanted only by its case: neither can be made beside the other on many computers.
fn in_another_case(base: &Path, wanted: &str) -> Option<String> {
    let names = fs::read_dir(base).into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let names: Vec<String> = names.filter(|name| name.to_lowercase() == wanted.to_lowercase()).collect();
    if names.iter().any(|name| name == wanted) { None } else { names.into_iter().next() }
}

/// The page that explains a folder to who has only a browser.
fn readme(plan: &Plan, settings: &Settings, kind: &Kind, folder: &str) -> String {
    let (lang, is_dutch) = (plan.lang, plan.lang == Lang::Nl);
    let title = if is_dutch { "Waar het over gaat" } else { "What it is about" };
    let file = if is_dutch { "waar-het-over-gaat.md" } else { "what-it-is-about.md" };
    let title = if kind.has(Capability::Person) { if is_dutch { "Je naam" } else { "Your name" } } else { title };
    let text = template(&format!("kinds/{}/{}.md", kind.name, lang.tag())).unwrap_or_default();
    let text = text.replace("\"{{ name }}\"", title).replace("{{ title }}", title).replace(" {{ date }}", "");
    let (is_numbered, is_dated, is_person) = (kind.numbered.is_some(), kind.has(Capability::Dated), kind.has(Capability::Person));
    let file = match () {
        () if is_numbered => format!("0001-{file}"),
        () if is_dated => format!("{}-{file}", plan.today),
        () if is_person => (if is_dutch { "je-naam.md" } else { "your-name.md" }).to_owned(),
        () => file.to_owned(),
    };
    let link = plan.host.as_ref().map(|host| (host.new_file(&format!("{}{folder}", plan.prefix), &file, &text), host.fills_in()));
    let when = |is: bool| if is { "x".to_owned() } else { String::new() };
    let word = settings.kinds.word_for(kind, lang);
    let child = settings.kinds.all().iter().any(|other| other.parent.as_deref() == Some(kind.name.as_str()));
    let command = match kind.name.as_str() {
        QUESTION => format!("cop ask \"{}\"", if is_dutch { "Wat je wilt weten" } else { "What you want to know" }),
        _ if is_person => "cop join".to_owned(),
        FLAG => (if is_dutch {
            "cop flag NAAM verouderd -m \"Wat er niet meer klopt\""
        } else {
            "cop flag REF outdated -m \"What no longer holds\""
        })
        .to_owned(),
        _ => format!("cop add {word} \"{title}\""),
    };
    let values = [
        ("plural", capital(&kind.plural(lang))),
        ("description", kind.description.text(lang, &kind.name)),
        ("filled", link.as_ref().filter(|(_, fills)| *fills).map(|(link, _)| link.clone()).unwrap_or_default()),
        ("bare", link.as_ref().filter(|(_, fills)| !fills).map(|(link, _)| link.clone()).unwrap_or_default()),
        ("unlinked", when(link.is_none())),
        ("numbered", when(is_numbered)),
        ("dated", when(is_dated)),
        ("person", when(is_person)),
        ("titled", when(!is_numbered && !is_dated && !is_person)),
        ("year", plan.today.year().saturating_add(1).to_string()),
        ("child", when(child)),
        ("folder", folder.to_owned()),
        ("command", command),
        ("template", text.trim_end().to_owned()),
    ];
    filled(lang, "folder.md", &values)
}

/// The page that a person sees first on a git host.
fn front_page(plan: &Plan, homes: &[(&Kind, String)]) -> String {
    let row = |(kind, folder): &(&Kind, String)| {
        format!(
            "- [{}]({folder}/README.md): {}",
            capital(&kind.plural(plan.lang)),
            uncapital(&kind.description.text(plan.lang, &kind.name))
        )
    };
    let folder =
        |wanted: &dyn Fn(&Kind) -> bool| homes.iter().find(|(kind, _)| wanted(kind)).map(|(_, folder)| folder.clone()).unwrap_or_default();
    let values = [
        ("name", plan.name.clone()),
        ("purpose", plan.purpose.clone().unwrap_or_default()),
        ("folders", homes.iter().map(row).collect::<Vec<_>>().join("\n")),
        ("members", folder(&|kind| kind.has(Capability::Person))),
        ("questions", folder(&|kind| kind.name == QUESTION)),
    ];
    filled(plan.lang, "README.md", &values)
}

/// The founder's handle, and the text of their file.
fn founder(plan: &Plan, settings: &Settings) -> Result<(String, String)> {
    let (name, email) = &plan.founder;
    let account = account(email);
    let kinds = settings.kinds.all();
    let at = kinds.iter().position(|kind| kind.has(Capability::Person)).unwrap_or_default();
    let text = template(&format!("kinds/{}/{}.md", settings.kinds.at(at).name, plan.lang.tag())).unwrap_or_default();
    let text = text.replace("{{ date }}", &plan.today.to_string());
    let text = titled(&text, name, at, settings)?;
    let (key, value) = account.as_ref().map_or(("emails", email), |account| ("accounts", account));
    let limits = &settings.limits;
    let known = New::List(vec![Scalar::text(value.as_str())]);
    let text = set(&text, key, &known, limits).map_err(|refusal| super::bug(refusal.msg))?;
    let handle = handles(name, account.as_deref(), plan.lang).next().unwrap_or_default();
    Ok((handle, text))
}

/// A free name for a question's file.
fn free(question: &str, folder: &str, lang: Lang, taken: &mut BTreeSet<String>) -> String {
    let slug = slug(question);
    let stem = match () {
        () if !slug.is_empty() => slug,
        () if lang == Lang::Nl => "zonder-letters".to_owned(),
        () => "no-letters".to_owned(),
    };
    let name = |count: usize| if count == 1 { stem.clone() } else { format!("{stem}-{count}") };
    let is_free = |name: &String| !taken.contains(&format!("{folder}/{name}.md"));
    let name = (1..10_000).map(name).find(is_free).unwrap_or(stem.clone());
    taken.insert(format!("{folder}/{name}.md"));
    name
}

/// What git is told of the files. Line ends are only said where no file is that would then look changed.
fn attributes(plan: &Plan, base: &Path, paths: &[&str], layout: &mut Layout) {
    let path = format!("{}{ATTRIBUTES}", plan.prefix);
    let full = base.join(&path);
    let says_ends = || {
        let is_text = |path: &&&str| [".md", ".yaml"].iter().any(|ending| path.ends_with(ending));
        let has_returns = |path: &&str| {
            let place = base.join(&plan.prefix).join(path);
            files::read(&place, LARGEST << 7).map_or(true, |bytes| bytes.contains(&b'\r'))
        };
        !paths.iter().filter(is_text).any(has_returns)
    };
    if fs::symlink_metadata(&full).is_err() {
        let ends = if says_ends() { LINE_ENDS.as_slice() } else { &[] };
        let lines: Vec<&str> = ends.iter().copied().chain([MERGE]).collect();
        layout.files.push(File { path, before: None, text: lines.join("\n") + "\n" });
        return;
    }
    let text = files::read(&full, LARGEST).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    // What is no text of a sensible size, or says already how Markdown is merged, stays as it is.
    let says = |line: &str| {
        let mut words = line.split_whitespace();
        let is_ours = words.next().is_some_and(|pattern| pattern.to_lowercase().ends_with(".md") || matches!(pattern, "*" | "**" | "**/*"));
        is_ours && words.any(|word| word.starts_with("merge") || word == "-merge" || word == "binary")
    };
    match text {
        Some(text) if !text.lines().any(says) => {
            let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
            let gap = if text.is_empty() || text.ends_with('\n') { "" } else { end };
            let new = format!("{text}{gap}{MERGE}{end}");
            layout.files.push(File { path, before: Some(text.into_bytes()), text: new });
        }
        _ => layout.kept.push(path),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
