//! Nine communities that nobody here made, read as their people would: cop must say of them what `git log` and a look at the
//! folders say, and find what a reader of their pages knows is there.
//!
//! The `community.yaml` of each is ours, a few lines as a user would write them; what git and the folders say is worked out here
//! without any of cop's code.
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "git and the globs of these communities tell case apart")]

mod lines;
mod links;
mod topics;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::support::world::World;
use crate::support::{data, file};

/// Of how many pages of a repository the days are compared.
const PAGES: usize = 40;

/// A real repository.
pub(crate) struct Real {
    /// The bundle's name, and that of our `community.yaml` for it.
    bundle: &'static str,
    pub(crate) name: &'static str,
    /// Which paths are pages by that file: its globs by hand.
    claims: fn(&str) -> bool,
    /// Built-in kinds that it gives other places to, so that their own folders are not read.
    adopted: &'static [&'static str],
}

fn below<'a>(folder: &str, path: &'a str) -> Option<&'a str> {
    path.strip_prefix(folder)
}

/// Whether a path is a file in that folder itself.
fn directly(folder: &str, path: &str, ending: &str) -> bool {
    below(folder, path).is_some_and(|name| !name.contains('/') && name.ends_with(ending))
}

const GDS_WAY: Real = Real {
    bundle: "alphagov+gds-way",
    name: "gds-way",
    claims: |path| path.starts_with("source/") && path.ends_with(".html.md.erb") && path != "source/index.html.md.erb",
    adopted: &["practices", "praktijken"],
};
const TECHNICAL_GUIDANCE: Real = Real {
    bundle: "ministryofjustice+technical-guidance",
    name: "technical-guidance",
    claims: |path| path.starts_with("source/documentation/") && path.ends_with(".html.md.erb"),
    adopted: &["practices", "praktijken"],
};
const STANDARD: Real = Real {
    bundle: "publiccodenet+standard",
    name: "standard",
    claims: |path| path != "404.md" && ["", "docs/", "criteria/"].iter().any(|folder| directly(folder, path, ".md")),
    adopted: &["practices", "praktijken"],
};
const MADR: Real = Real {
    bundle: "adr+madr",
    name: "madr",
    claims: |path| {
        let is_aside = path.ends_with("/adr-template.md") || path == "docs/decisions/index.md";
        directly("docs/decisions/", path, ".md") && !is_aside || directly("docs/", path, ".md") || directly("template/", path, ".md")
    },
    adopted: &["decisions", "besluiten", "resources", "bronnen"],
};
const RECORDS: Real = Real {
    bundle: "joelparkerhenderson+architecture-decision-record",
    name: "architecture-decision-record",
    claims: |path| {
        let parts: Vec<_> = path.split('/').collect();
        let deep = ["templates", "templedi", "plantillas", "modèles", "テンプレート", "템플릿"];
        let deep = [&deep[..], &["documents", "nogfennau", "documentos", "ドキュメント", "서류"]].concat();
        let is_page = parts.len() > 3 && parts[0] == "locales" && parts[parts.len() - 1] == "index.md";
        is_page && (deep.contains(&parts[2]) || parts[2] == "examples" && parts.len() == 5)
    },
    adopted: &["decisions", "besluiten", "practices", "praktijken"],
};
const KENNISBANK: Real = Real {
    bundle: "ospo-nl+kennisbank",
    name: "kennisbank",
    claims: |path| {
        let folders = ["docs/best-practices/", "docs/bronnen/", "docs/community/", "docs/nieuw-project/", "docs/"];
        folders.iter().any(|folder| directly(folder, path, ".md"))
    },
    adopted: &["practices", "praktijken", "resources", "bronnen"],
};
const GOVERNANCE: Real = Real {
    bundle: "todogroup+governance",
    name: "governance",
    claims: |path| {
        let resolutions = ["resolutions/approved/", "resolutions/declined/", "resolutions/proposed/"];
        let deep = path.ends_with(".md") && (path.starts_with("structure/") || path.starts_with("archived/"));
        deep || directly("onboarding/", path, ".md") || resolutions.iter().any(|folder| directly(folder, path, ".md"))
    },
    adopted: &["decisions", "besluiten", "practices", "praktijken"],
};
const HOW_WE_WORK: Real = Real {
    bundle: "tc39+how-we-work",
    name: "how-we-work",
    claims: |path| directly("", path, ".md") && !["README.md", "TODO.md"].contains(&path),
    adopted: &["practices", "praktijken", "glossary", "begrippen"],
};
const DEV_GUIDE: Real = Real {
    bundle: "ropensci+dev_guide",
    name: "dev_guide",
    claims: |path| directly("", path, ".Rmd") || directly("templates/", path, ".md"),
    adopted: &["practices", "praktijken"],
};

/// One in which only the folders that cop always reads hold pages.
pub(crate) const PLAIN: Real = Real { bundle: "", name: "plain", claims: |_| false, adopted: &[] };

/// All of them.
pub(crate) const ALL: [&Real; 9] =
    [&GDS_WAY, &TECHNICAL_GUIDANCE, &STANDARD, &MADR, &RECORDS, &KENNISBANK, &GOVERNANCE, &HOW_WE_WORK, &DEV_GUIDE];

impl Real {
    /// Whether a kind claims a path: ours by the globs, and what stands in the folders that cop always reads.
    pub(crate) fn is_page(&self, path: &str) -> bool {
        if path.split('/').any(|part| part.starts_with('.')) {
            return false;
        }
        let folders = [
            "practices",
            "praktijken",
            "questions",
            "vragen",
            "decisions",
            "besluiten",
            "glossary",
            "begrippen",
            "meetings",
            "bijeenkomsten",
            "stories",
            "verhalen",
            "resources",
            "bronnen",
            "flags",
            "meldingen",
            "members",
            "leden",
        ];
        let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
        let is_aside = name.starts_with('_') || ["readme.", "index."].iter().any(|start| name.starts_with(start));
        let is_markdown = name.ends_with(".md") || name.ends_with(".markdown");
        let first = path.split_once('/').map_or("", |(folder, _)| folder);
        let built_in = folders.contains(&first) && !self.adopted.contains(&first) && is_markdown && !is_aside;
        built_in || (self.claims)(path)
    }

    /// A clone of it that is a community; `None` without the data.
    pub(crate) fn open(&self) -> Option<World> {
        let bundle = data()?.join("repos").join(format!("{}.bundle", self.bundle));
        let world = World::without_git();
        let bundle = bundle.canonicalize().unwrap_or_else(|error| panic!("{}: {error}", bundle.display()));
        git(&world, &["clone", "--quiet", &bundle.to_string_lossy(), "."]);
        world.write("community.yaml", file(&format!("tests/it/fixtures/real/{}.yaml", self.name)));
        Some(world)
    }
}

/// What git prints, as it is.
fn git(world: &World, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.current_dir(world.root()).env("HOME", world.home()).env("GIT_CONFIG_NOSYSTEM", "1");
    let out = command.args(["-c", "core.quotepath=false"]).args(arguments).output().expect("git runs");
    assert!(out.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).into_owned()
}

/// A commit that is no merge, as `git log` tells it.
struct Commit {
    day: String,
    /// Everyone who wrote it, by lower-case address: the author and `Co-authored-by`, programs left out.
    writers: BTreeSet<String>,
    /// The paths that it touches, renames as two.
    paths: Vec<String>,
}

fn commits(world: &World) -> Vec<Commit> {
    let format = "--format=%x01%an%x00%ae%x00%ad%x00%B%x02";
    let log =
        git(world, &["log", "--no-merges", "--no-renames", "--name-only", "-z", "--encoding=UTF-8", "--date=format:%Y-%m-%d", format]);
    log.split('\u{1}').skip(1).map(commit).collect()
}

fn commit(record: &str) -> Commit {
    let (head, paths) = record.split_once('\u{2}').expect("the end of a message");
    let [name, email, day, message] = head.splitn(4, '\0').collect::<Vec<_>>().try_into().expect("four parts");
    let co_authors = message.lines().filter_map(|line| {
        let (key, value) = line.trim().split_once(':')?;
        let (name, rest) = value.split_once('<')?;
        key.eq_ignore_ascii_case("co-authored-by").then(|| (name.trim(), rest.split('>').next().unwrap_or_default().trim()))
    });
    let is_program =
        |name: &str, email: &str| name.ends_with("[bot]") || email.split('@').next().is_some_and(|user| user.ends_with("[bot]"));
    let writers = [(name, email)].into_iter().chain(co_authors).filter(|(name, email)| !is_program(name, email));
    Commit {
        day: day.to_owned(),
        writers: writers.map(|(_, email)| email.to_lowercase()).collect(),
        paths: paths.split(['\0', '\n']).filter(|path| !path.is_empty()).map(str::to_owned).collect(),
    }
}

/// The pages that stand in the folders; a symbolic link is none.
fn pages(real: &Real, root: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder that can be read").map(|entry| entry.expect("an entry")) {
            let kind = entry.file_type().expect("a type");
            let path = entry.path();
            let below = path.strip_prefix(root).expect("a path below the root").to_string_lossy().replace('\\', "/");
            if kind.is_dir() && below != ".git" {
                folders.push(path);
            } else if kind.is_file() && real.is_page(&below) {
                found.insert(below);
            }
        }
    }
    found
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// Compares what cop says of a repository with what git and the folders say.
fn compare(real: &Real) {
    let Some(world) = real.open() else { return };
    let commits = commits(&world);
    let pages = pages(real, &world.root());
    assert!(!pages.is_empty() && !commits.is_empty(), "{}", real.name);

    let listed: BTreeSet<String> = world.cop(&["list", "-f", "paths"]).done().lines().map(str::to_owned).collect();
    assert_eq!(listed, pages, "{}: pages", real.name);
    people(real, &world, &commits);
    days(real, &world, &pages);
    lives(real, &world, &pages);
    lines::counts(real, &world, &commits);
    lines::living(real, &world, &pages);
}

/// Who committed how often, and when first and last.
fn people(real: &Real, world: &World, commits: &[Commit]) {
    let mut expected: BTreeMap<String, (usize, String, String)> = BTreeMap::new();
    for commit in commits.iter().filter(|commit| commit.paths.iter().any(|path| real.is_page(path))) {
        for who in &commit.writers {
            let (count, first, last) = expected.entry(who.clone()).or_insert((0, commit.day.clone(), commit.day.clone()));
            *count += 1;
            *first = first.clone().min(commit.day.clone());
            *last = last.clone().max(commit.day.clone());
        }
    }
    let answer = world.cop(&["contributors", "--json", "--emails"]).json();
    let day = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let counted: BTreeMap<_, _> = list(&answer, "contributors")
        .iter()
        .filter(|one| one["commits"] != 0)
        .map(|one| {
            // Nobody is a member here, so that nobody has two addresses.
            assert_eq!((list(one, "emails").len(), &one["handle"]), (1, &Value::Null), "{}: {one}", real.name);
            let commits = usize::try_from(one["commits"].as_u64().expect("a count")).expect("a count");
            (day(&one["emails"][0]), (commits, day(&one["first"]), day(&one["last"])))
        })
        .collect();
    assert_eq!(counted, expected, "{}: commits, first and last", real.name);
}

/// When each page was made and last changed.
fn days(real: &Real, world: &World, pages: &BTreeSet<String>) {
    let answer = world.cop(&["list", "--json"]).json();
    let hits: BTreeMap<&str, &Value> = list(&answer, "hits").iter().map(|hit| (hit["path"].as_str().unwrap_or_default(), hit)).collect();
    let day = "--date=format:%Y-%m-%d";
    let renames = renames(world);
    let (mut looked_at, mut compared) = (0, 0);
    for page in pages.iter().step_by(pages.len().div_ceil(PAGES)) {
        looked_at += 1;
        let hit = hits[page.as_str()];
        let log = git(world, &["log", "--cc", "--format=%x01%P%x02%ad%x02", day, "--", page]);
        assert_eq!(hit["updated"], works(&log).next().expect("the commit that made it"), "{}: {page} updated", real.name);
        let life = git(world, &["log", "--follow", "--name-status", "--format=%x01%ad", day, "--", page]);
        // git follows a page to what it was copied from too, and of two equal sources to either; where the steps are renames
        // in their commits as well, it and cop mean the same beginning.
        let is_step = |line: &str| {
            let mut parts = line.split('\t');
            let (kind, from, to) = (parts.next()?, parts.next()?, parts.next()?);
            Some(kind.starts_with('R') && renames.contains(&(from.to_owned(), to.to_owned())))
        };
        if life.lines().filter_map(is_step).all(|is_rename| is_rename) {
            let first = life.rsplit('\u{1}').next().and_then(|step| step.lines().next()).unwrap_or_default();
            assert_eq!(hit["created"], first, "{}: {page} created", real.name);
            compared += 1;
        }
    }
    assert!(compared * 3 >= looked_at, "{}: only {compared} of {looked_at} pages were not copied", real.name);
}

/// Of a log with `--cc` and the form `\x01PARENTS\x02WHAT\x02`: what stands for the commits that are work of their own. A merge is one if git shows
/// a line in it that none of its parents has, or that all of them have and it lacks.
fn works(log: &str) -> impl Iterator<Item = &str> {
    log.split('\u{1}').skip(1).filter_map(|commit| {
        let (parents, rest) = commit.split_once('\u{2}')?;
        let (what, diff) = rest.split_once('\u{2}')?;
        let parents = parents.split_whitespace().count();
        let own = ["+".repeat(parents), "-".repeat(parents)];
        let mut lines = diff.lines().skip_while(|line| !line.starts_with("@@@"));
        (parents < 2 || lines.any(|line| own.iter().any(|own| line.starts_with(own)))).then_some(what)
    })
}

/// Every rename in the history, from what to what.
fn renames(world: &World) -> BTreeSet<(String, String)> {
    let log = git(world, &["log", "--no-merges", "-M", "--diff-filter=R", "--name-status", "--format="]);
    let pair = |line: &str| {
        let (_, paths) = line.split_once('\t')?;
        let (from, to) = paths.split_once('\t')?;
        Some((from.to_owned(), to.to_owned()))
    };
    log.lines().filter_map(pair).collect()
}

/// The events of pages that were never renamed, and what `show` says of them.
fn lives(real: &Real, world: &World, pages: &BTreeSet<String>) {
    let renamed: BTreeSet<String> = renames(world).into_iter().flat_map(|(from, to)| [from, to]).collect();
    let still: Vec<&String> = pages.iter().filter(|page| !renamed.contains(page.as_str())).collect();
    let step = still.len().div_ceil(4).max(1);
    for page in still.iter().step_by(step) {
        let commits = works(&git(world, &["log", "--full-history", "--cc", "--format=%x01%P%x02%H%x02", "--", page])).count();
        let life = world.cop(&["history", page, "--json"]).json();
        let events = list(&life, "events");
        assert_eq!(events.len(), commits, "{}: {page} events", real.name);
        let shown = world.cop(&["show", page, "--json"]).json();
        assert_eq!(shown["path"], page.as_str(), "{}: {page}", real.name);
        assert_eq!(shown["created"], events[events.len() - 1]["date"], "{}: {page} created", real.name);
    }
}

/// What a reader of the pages looks for is among the first three.
fn searches(real: &Real) {
    let Some(world) = real.open() else { return };
    let table = file("tests/it/fixtures/real/searches.tsv");
    let mine = table.lines().filter_map(|line| line.strip_prefix(real.name)?.strip_prefix('\t')?.split_once('\t'));
    let mut missed = Vec::new();
    let mut count = 0;
    for (query, path) in mine {
        assert!(world.path(path).is_file(), "{}: {path}", real.name);
        let answer = world.cop(&["search", query, "--json"]).json();
        let found: Vec<_> = list(&answer, "hits").iter().filter_map(|hit| hit["path"].as_str()).take(3).collect();
        if !found.contains(&path) {
            missed.push(format!("{query}: {path} is not among {found:?}"));
        }
        count += 1;
    }
    assert_eq!(count, 10, "{}", real.name);
    assert!(missed.is_empty(), "{}: {missed:#?}", real.name);
}

#[test]
fn the_gds_way_is_what_git_says() {
    compare(&GDS_WAY);
}

#[test]
fn technical_guidance_is_what_git_says() {
    compare(&TECHNICAL_GUIDANCE);
}

#[test]
fn the_standard_for_public_code_is_what_git_says() {
    compare(&STANDARD);
}

#[test]
fn madr_is_what_git_says() {
    compare(&MADR);
}

#[test]
fn decision_records_in_many_languages_are_what_git_says() {
    compare(&RECORDS);
}

#[test]
fn the_dutch_knowledge_base_is_what_git_says() {
    compare(&KENNISBANK);
}

#[test]
fn resolutions_are_what_git_says() {
    compare(&GOVERNANCE);
}

#[test]
fn how_tc39_works_is_what_git_says() {
    compare(&HOW_WE_WORK);
}

#[test]
fn the_dev_guide_is_what_git_says() {
    compare(&DEV_GUIDE);
}

#[test]
fn what_a_reader_looks_for_is_found() {
    for real in ALL {
        searches(real);
    }
}

#[test]
fn older_records_say_what_they_are() {
    let titles = |real: &Real, rows: &[(&str, &str, &str)]| {
        let Some(world) = real.open() else { return };
        for (name, title, state) in rows {
            let shown = world.cop(&["show", name, "--json"]).json();
            assert_eq!((&shown["title"], &shown["status"]), (&Value::from(*title), &Value::from(*state)), "{}: {name}", real.name);
        }
    };
    titles(
        &GOVERNANCE,
        &[
            ("approved/2020-01", "Formation of Charter Maintenance Working Group", "accepted"),
            ("2020-04", "Adopt Contributor Covenant as the Code of Conduct across all TODO Group Repositories", "accepted"),
            ("declined/2024-02-16", "OSPO Associate Request by FOSSA", "proposed"),
            ("2024-08-05", "New Focus Group - Open Source in Business Collaborative Whitepaper / Guide", "accepted"),
        ],
    );
    titles(
        &MADR,
        &[
            ("3", "Write Own MADR Tooling", "proposed"),
            ("0001", "Dual License the Work", "accepted"),
            ("Use Dashes in Filenames", "Use Dashes in Filenames", "accepted"),
        ],
    );
    titles(
        &RECORDS,
        &[
            ("en/examples/css-framework", "Architecture Decision Record: CSS framework", "accepted"),
            ("locales/en/examples/css-framework/README.md", "Architecture Decision Record: CSS framework", "accepted"),
            ("en/examples/metrics-monitors-alerts", "Metrics, monitors, alerts", "Gathering information"),
            ("en/examples/timestamp-format", "Timestamp format", "accepted"),
        ],
    );
    titles(&STANDARD, &[("criteria/bundle-policy-and-code", "Bundle policy and source code", "adopted")]);
}
