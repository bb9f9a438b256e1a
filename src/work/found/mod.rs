//! The beginning of a community: what `init` does.
//!
//! [`Ground::look`] sees where it would stand, and whether it can; [`found`] writes it in one commit. What is there already is
//! neither moved nor overwritten.

pub mod adopt;
pub mod fill;
mod lay;
mod outcome;
mod signs;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::base::clock::{Now, system_zone};
use crate::base::environment::Who;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files;
use crate::base::lang::{Lang, Msg};
use crate::base::place::Place;
use crate::base::shell::quoted;
use crate::base::timespan::Timespan;
use crate::model::change::{ChangeSet, Message};
use crate::model::host::{Flavour, Host};
use crate::model::kinds::Kinds;
use crate::model::reading::Weight;
use crate::model::settings::{FILE, Settings};
use crate::msg;
use crate::show::clean::is_hidden;
use crate::store::git::begin;
use crate::store::git::open::Repo;
use crate::store::git::write::diff::diff;
use crate::store::git::write::{Options, When, carry_out};
use crate::store::workspace::discover;
use crate::store::workspace::rules::RulePlaces;
use crate::store::workspace::walk::{Tree, walk};

use super::write::{How, demand_visible};
use adopt::{Recognised, recognise};
pub use outcome::{Founded, Laid, Taken};

/// So many questions a community begins with at most.
pub const QUESTIONS: usize = 3;
/// The longest a name or a question can be, in characters.
const LONGEST: usize = 200;
/// The largest file that is looked into to recognise what it is, in bytes.
const LARGEST: u64 = 1 << 20;

/// Where a community would stand.
pub struct Ground {
    /// The folder; it need not be there yet.
    pub dir: PathBuf,
    repo: Option<Repo>,
    who: Who,
    name: String,
    email: String,
    tree: Tree,
    recognised: Recognised,
}

/// What a person wants it to be.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// What it is called; without one, as its folder.
    pub name: Option<String>,
    /// The language that it writes in.
    pub lang: Lang,
    /// What binds its members.
    pub purpose: Option<String>,
    /// What it explores first.
    pub questions: Vec<String>,
    /// How often it meets, in its own words.
    pub rhythm: Option<String>,
    /// What checks it at every push; without a wish, what the host of `origin` has.
    pub ci: Option<Ci>,
    /// None of the files that are there becomes a document by it.
    pub adopts_nothing: bool,
}

/// What checks a community at every push.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ci {
    /// What a host has.
    Of(Flavour),
    /// Nothing.
    None,
}

impl Ground {
    /// Looks at a folder: whether git knows the person, whether a community can stand there, and what is there already.
    ///
    /// # Errors
    /// It can't: the error says why and what to type.
    pub fn look(dir: &Path, who: &Who, how: &How) -> Result<Self> {
        let there = fs::symlink_metadata(dir).is_ok();
        if there && !dir.is_dir() {
            return Err(Error::new(ErrorKind::Usage, msg!("not-a-folder", path = shown(dir))));
        }
        // Of a folder that is not there yet the nearest above it that is.
        let nearest = dir.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
        let dir = if there { dir.canonicalize().unwrap_or_else(|_| dir.to_owned()) } else { dir.to_owned() };
        let repo = Repo::discover(nearest).map_err(|reason| reason.error())?.map(|repo| repo.by(who.clone()));
        let (name, email) = person(begin::identity(repo.as_ref(), who))?;
        not_in_one(nearest)?;
        let ground = Self { dir, repo, who: who.clone(), name, email, tree: Tree::default(), recognised: Recognised::default() };
        if !there {
            return Ok(ground);
        }
        ground.can_be_written(how)?;
        let places = ground.repo.as_ref().map_or_else(RulePlaces::default, |repo| RulePlaces {
            work_tree: Some(repo.root().to_owned()),
            exclude: Some(repo.common_dir().join("info/exclude")),
            excludes_file: repo.excludes_file(),
            ignore_case: repo.ignores_case(),
        });
        let tree = walk(&ground.dir, &places);
        let paths: Vec<&str> = tree.files.iter().map(|seen| seen.path.as_str()).collect();
        let read = |path: &str| String::from_utf8(files::read(&ground.dir.join(path), LARGEST).ok()?).ok();
        let (settings, _) = Settings::read("format: 1\nname: x\n", &[]);
        let recognised = recognise(&paths, ground.dir.join(".obsidian").is_dir(), &settings.kinds, &read);
        Ok(Self { tree, recognised, ..ground })
    }

    /// What the community is called if nobody says otherwise: as its folder.
    pub fn usual_name(&self) -> String {
        let name = self.dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let words: Vec<&str> = name.split(['-', '_', ' ', '+']).filter(|word| !word.is_empty()).collect();
        let mut name = words.join(" ");
        if let Some(first) = name.chars().next() {
            name.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
        }
        if demand_line("--name", &name).is_ok() { name } else { "Community".to_owned() }
    }

    /// What is there already that would become documents: a line for each kind.
    pub fn recognised(&self, lang: Lang) -> Vec<Msg> {
        let kinds = self.kinds_of_it();
        self.recognised.told().map(|(kind, count, paths)| taken(&kinds, kind, count, paths, lang)).collect()
    }

    /// Whether there is a repository already.
    pub fn has_repository(&self) -> bool {
        self.repo.is_some()
    }

    /// Whether there is something that a community could not have brought itself, such as a handbook or a program.
    fn is_settled(&self) -> bool {
        self.tree.files.iter().any(|seen| !lay::is_empty_sign(&seen.path))
    }

    /// The kinds, those that are new to it included.
    fn kinds_of_it(&self) -> Kinds {
        let text = format!("format: 1\nname: x\n{}", self.recognised.yaml());
        Settings::read(&text, &[]).0.kinds
    }

    /// Where its files are counted from: the top of the repository.
    fn base(&self) -> PathBuf {
        self.repo.as_ref().map_or_else(|| self.dir.clone(), |repo| repo.root().to_owned())
    }

    /// From there to the community's folder, with its slash.
    fn prefix(&self) -> String {
        let below = self.dir.strip_prefix(self.base()).map(|below| below.to_string_lossy().replace('\\', "/")).unwrap_or_default();
        if below.is_empty() { below } else { below + "/" }
    }

    /// Where `origin` is shared.
    fn host(&self, ci: Option<Ci>) -> Option<Host> {
        let repo = self.repo.as_ref()?;
        let said = if let Some(Ci::Of(flavour)) = ci { Some(flavour) } else { None };
        Host::of_remote(&begin::origin(repo)?, &begin::shared_branch(repo), said)
    }

    /// Whether git could commit here now, found out before anybody is asked anything.
    fn can_be_written(&self, how: &How) -> Result<()> {
        let Some(repo) = &self.repo else { return Ok(()) };
        let mut set = ChangeSet::new(Message::new(FILE));
        set.create(FILE, "").map_err(bug)?;
        let never = Options { dry_run: true, no_commit: how.no_commit, ..Options::at(When { seconds: 0, offset_minutes: 0 }) };
        carry_out(Some(repo), &self.dir, &set, &never).map(drop)
    }
}

/// Who runs cop, both halves of it: name and address.
///
/// # Errors
/// One of them is not set; the hints are the lines that set them.
pub fn person(known: (Option<String>, Option<String>)) -> Result<(String, String)> {
    match known {
        (Some(name), Some(email)) => Ok((name, email)),
        (name, email) => {
            let error = Error::new(ErrorKind::Git, msg!("init-no-identity"));
            let error = if name.is_none() { error.hint(msg!("write-no-name-hint")) } else { error };
            Err(if email.is_none() { error.hint(msg!("write-no-email-hint")) } else { error })
        }
    }
}

/// Refuses a folder that is in a community already.
fn not_in_one(folder: &Path) -> Result<()> {
    match discover::find(folder) {
        Ok(root) => {
            let (settings, _) = Settings::read(&root.settings, &root.kinds);
            let name = if settings.name.is_empty() { shown(&root.dir) } else { settings.name };
            let error = Error::new(ErrorKind::Usage, msg!("init-already", name = name)).at(Place::file(shown(&root.dir.join(FILE))));
            Err(error.hint(msg!("init-already-look")).hint(msg!("init-already-join")))
        }
        Err(error) if error.kind() == ErrorKind::NoCommunity => Ok(()),
        // There is one, which can't be read.
        Err(error) => Err(error),
    }
}

/// A text as a name or a question: one line in which nothing is hidden.
///
/// # Errors
/// It is none; the error names the flag.
pub fn demand_line(flag: &'static str, text: &str) -> Result<String> {
    let refused = |msg| Err(Error::new(ErrorKind::Usage, msg!("flag-value", flag = flag, value = text.trim())).hint(msg));
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return refused(msg!("init-empty"));
    }
    if let Some(letter) = line.chars().find(|letter| letter.is_control() || is_hidden(*letter)) {
        return refused(msg!("title-hidden", letter = format!("U+{:04X}", u32::from(letter))));
    }
    let count = line.chars().count();
    if count > LONGEST && flag != "--purpose" {
        return refused(msg!("title-long", count = count, limit = LONGEST));
    }
    Ok(line)
}

/// A text as a rhythm.
///
/// # Errors
/// It says no length of time.
pub fn demand_rhythm(text: &str) -> Result<String> {
    let line = demand_line("--rhythm", text)?;
    match Timespan::parse_recurring(&line) {
        Some(_) => Ok(line),
        None => Err(Error::new(ErrorKind::Usage, msg!("flag-value", flag = "--rhythm", value = line)).hint(msg!("init-rhythm-help"))),
    }
}

/// What a person wants, as it is to be laid down.
fn plan(ground: &Ground, wish: &Wish, now: Now) -> Result<lay::Plan> {
    let name = wish.name.as_deref().map_or_else(|| Ok(ground.usual_name()), |name| demand_line("--name", name))?;
    let purpose = wish.purpose.as_deref().map(|text| demand_line("--purpose", text)).transpose()?;
    let rhythm = wish.rhythm.as_deref().map(demand_rhythm).transpose()?;
    let questions = wish.questions.iter().map(|text| demand_line("--question", text)).collect::<Result<Vec<_>>>()?;
    if questions.len() > QUESTIONS {
        return Err(Error::new(ErrorKind::Usage, msg!("init-questions", limit = QUESTIONS)).hint(msg!("init-questions-help")));
    }
    let zone = system_zone();
    let today = now.today(zone.as_deref().unwrap_or("UTC"));
    let host = ground.host(wish.ci);
    let ci = match wish.ci {
        Some(Ci::None) => None,
        Some(Ci::Of(flavour)) => Some(flavour),
        None => host.as_ref().map(|host| host.flavour),
    };
    let adopted = if wish.adopts_nothing { Recognised::default() } else { ground.recognised.clone() };
    Ok(lay::Plan {
        name,
        lang: wish.lang,
        purpose,
        questions,
        rhythm,
        zone,
        today,
        host,
        ci,
        founder: (ground.name.clone(), ground.email.clone()),
        adopted,
        is_settled: ground.is_settled(),
        prefix: ground.prefix(),
    })
}

/// Founds a community.
///
/// # Errors
/// A name, question or rhythm that can't be one, or git or the disk says no. Then nothing is changed.
pub fn found(ground: &Ground, wish: &Wish, how: &How, now: Now) -> Result<Founded> {
    demand_visible("-m", how.message.as_deref().unwrap_or_default())?;
    let plan = plan(ground, wish, now)?;
    let (text, settings) = lay::settings(&plan);
    let paths: Vec<&str> = ground.tree.files.iter().map(|seen| seen.path.as_str()).collect();
    let laid = lay::files(&plan, text, &settings, &ground.base(), &paths)?;
    let message =
        Message { subject: msg!("commit-init", name = &plan.name).text(wish.lang), body: how.message.clone(), trailers: Vec::new() };
    let mut set = ChangeSet::new(message);
    for file in &laid.files {
        let path = file.path.as_str();
        match &file.before {
            None => set.create(path, file.text.as_str()),
            Some(before) => set.edit(path, before.as_slice(), file.text.as_str()),
        }
        .map_err(bug)?;
    }
    let commit = if how.dry_run { None } else { write(ground, &set, how, now)? };
    Ok(Founded {
        is_named_by_folder: wish.name.is_none(),
        folder: shown(&ground.dir),
        changed: laid.files.iter().map(|file| of_file(file, &plan.prefix, &settings, commit.as_deref())).collect(),
        adopted: adopted(&plan, &settings, &paths),
        name: plan.name,
        commit,
        diff: how.dry_run.then(|| String::from_utf8_lossy(&diff(&set)).into_owned()),
        kept: laid.kept,
        unnamable: plan.adopted.unnamable.iter().cloned().collect(),
        ci: plan.ci,
        is_new_repository: ground.repo.is_none(),
        no_commit: how.no_commit,
    })
}

/// A file that was written, as the community knows it.
fn of_file(file: &lay::File, prefix: &str, settings: &Settings, commit: Option<&str>) -> Laid {
    let up = "../".repeat(prefix.matches('/').count());
    let path = file.path.strip_prefix(prefix).map_or_else(|| format!("{up}{}", file.path), str::to_owned);
    let claim = settings.kinds.claim(&path, &|_| false);
    let reference = claim.map(|claim| format!("{}/{}", settings.kinds.at(claim.kind).name, claim.slug));
    Laid { reference, path, commit: commit.map(str::to_owned) }
}

/// What was there already and is documents now, kind by kind.
fn adopted(plan: &lay::Plan, settings: &Settings, paths: &[&str]) -> Vec<Taken> {
    if plan.adopted.is_empty() {
        return Vec::new();
    }
    let places: BTreeMap<&str, String> = plan.adopted.told().map(|(kind, _, places)| (kind, places)).collect();
    let counts = adopt::counted(settings, paths).into_iter();
    let taken = counts.filter_map(|(kind, count)| {
        let paths = places.get(kind.as_str())?.clone();
        let says = (plan.lang, taken(&settings.kinds, &kind, count, paths.clone(), plan.lang));
        Some(Taken { kind, count, paths, says })
    });
    taken.collect()
}

/// Writes the files and commits them; a repository that was made for it, and failed to get its first commit, is taken away again.
fn write(ground: &Ground, set: &ChangeSet, how: &How, now: Now) -> Result<Option<String>> {
    let unwritable = |error: &std::io::Error| Error::io(msg!("folder-unwritable"), &ground.dir, error);
    let is_new = !ground.dir.exists();
    fs::create_dir_all(&ground.dir).map_err(|error| unwritable(&error))?;
    let made = if ground.repo.is_none() {
        begin::make(&ground.dir)?;
        Repo::discover(&ground.dir).map_err(|reason| reason.error())?.map(|repo| repo.by(ground.who.clone()))
    } else {
        None
    };
    let repo = made.as_ref().or(ground.repo.as_ref());
    let base = repo.map_or_else(|| ground.dir.clone(), |repo| repo.root().to_owned());
    let options = Options { no_commit: how.no_commit, with_my_edits: how.with_my_edits, ..Options::at(now.into()) };
    let done = carry_out(repo, &base, set, &options).map(|done| done.commit);
    if done.is_err() {
        // Only what was made a moment ago, and is empty but for what git itself put there.
        if made.is_some() {
            let _ = fs::remove_dir_all(ground.dir.join(".git"));
        }
        if is_new {
            let _ = fs::remove_dir(&ground.dir);
        }
    }
    done
}

fn taken(kinds: &Kinds, kind: &str, count: usize, paths: String, lang: Lang) -> Msg {
    let word = kinds.named(kind).map_or_else(|| kind.to_owned(), |known| if count == 1 { known.label(lang) } else { known.plural(lang) });
    msg!("init-taken", count = count, kind = word, paths = paths)
}

#[allow(clippy::needless_pass_by_value, reason = "errors are handed over, and `map_err` can name this")]
fn bug(error: impl ToString) -> Error {
    Error::new(ErrorKind::Internal, msg!("bug-met")).because(error.to_string())
}

/// A folder as it is typed.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// A folder as one word of a command line.
pub fn typed(folder: &str) -> String {
    quoted(folder).into_owned()
}

/// Whether settings can be used.
fn is_sound(faults: &[crate::model::reading::Fault]) -> bool {
    faults.iter().all(|fault| fault.weight != Weight::Error)
}
