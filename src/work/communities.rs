//! The communities on a person's list, which can be searched together.

use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::base::nearest::nearest;
use crate::base::path::last;
use crate::base::slug::slug;
use crate::model::personal::{COMMUNITIES, Listed, is_name};
use crate::model::settings::Settings;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Remark, Rows, Table, View};
use crate::store::personal::Config;
use crate::store::workspace::discover::{Root, find};
use crate::text::front::edit::below;

/// The list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Communities {
    /// Each of them, in the order in which they stand there.
    pub communities: Vec<Entry>,
    /// The file that holds the list, whether or not it is there.
    pub config: String,
}

/// A community on the list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Entry {
    /// What the person calls it.
    pub name: String,
    /// Its folder; absolute.
    pub path: String,
    /// Whether it is there.
    pub state: State,
    /// What it calls itself; null where that can't be read.
    pub title: Option<String>,
    /// The folder as it is written on the list.
    #[serde(skip)]
    written: String,
}

/// Whether a community on the list is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is.
    Found,
    /// There is no such folder.
    NoFolder,
    /// The folder is in no community.
    NoCommunity,
    /// It can't be read.
    Unreadable,
}

/// What became of the list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Changed {
    /// What the person calls the community.
    pub name: String,
    /// Its folder; absolute.
    pub path: String,
    /// What was done.
    pub done: Done,
    /// The file that holds the list.
    pub config: String,
    #[serde(skip)]
    written: String,
}

/// What was done to the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Done {
    /// The community was put on it.
    Added,
    /// It was on it already.
    AlreadyThere,
    /// It was taken off.
    Removed,
}

/// What is wrong in the person's own settings, as something that was met on the way: most commands do without them.
pub fn remarks(config: &Config) -> Vec<Remark> {
    let errors = config.errors().into_iter();
    errors.map(|(_, error)| Remark { code: "personal-settings", msg: error.msg().clone(), place: error.place().cloned() }).collect()
}

/// The communities on the list.
///
/// # Errors
/// The list can't be read.
pub fn list(config: &Config) -> Result<Communities> {
    let entry = |listed: &Listed| {
        let folder = config.folder(listed);
        let (state, title) = match find(&folder) {
            Ok(root) => (State::Found, Some(title(&root)).filter(|title| !title.is_empty())),
            Err(error) => (state(&folder, &error), None),
        };
        Entry { name: listed.name.clone(), path: shown(&folder), state, title, written: listed.path.clone() }
    };
    Ok(Communities { communities: config.readable()?.communities.iter().map(entry).collect(), config: config.file() })
}

fn state(folder: &Path, error: &Error) -> State {
    match error.kind() {
        ErrorKind::NoCommunity => State::NoCommunity,
        _ if !folder.exists() => State::NoFolder,
        _ => State::Unreadable,
    }
}

fn title(root: &Root) -> String {
    Settings::read(&root.settings, &root.kinds).0.name
}

/// The communities that are meant by names, or all on the list: each name with its folder.
///
/// # Errors
/// The list can't be read or is empty, or a name is not on it.
pub fn meant(config: &Config, names: &[String]) -> Result<Vec<(String, PathBuf)>> {
    let listed = &config.demand()?.communities;
    if listed.is_empty() {
        return Err(Error::new(ErrorKind::NotFound, msg!("communities-none")).hint(msg!("communities-none-help")));
    }
    let with_folder = |one: &Listed| (one.name.clone(), config.folder(one));
    if names.is_empty() {
        return Ok(listed.iter().map(with_folder).collect());
    }
    let names: Vec<&str> = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("usage-no-value", flag = "--in")));
    }
    let mut meant: Vec<(String, PathBuf)> = Vec::new();
    for one in all_on_list(listed, &names)? {
        if !meant.iter().any(|(known, _)| *known == one.name) {
            meant.push(with_folder(one));
        }
    }
    Ok(meant)
}

/// Those that are called so; the error tells of every name that is not on the list, and puts all of them right where it can.
fn all_on_list<'l>(listed: &'l [Listed], names: &[&str]) -> Result<Vec<&'l Listed>> {
    let (known, unknown): (Vec<_>, Vec<_>) = names.iter().map(|name| (*name, called(listed, name))).partition(|(_, one)| one.is_some());
    let Some((first, _)) = unknown.first() else { return Ok(known.into_iter().filter_map(|(_, one)| one).collect()) };
    let help = msg!("communities-unknown-help", name = if is_name(first) { first } else { "NAME" });
    let told = unknown.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let error = Error::new(ErrorKind::NotFound, msg!("communities-unknown", name = told));
    let meant = |name: &&str| called(listed, name).map(|one| one.name.as_str()).or_else(|| near(listed, name));
    let right: Option<Vec<&str>> = names.iter().map(meant).collect();
    Err(right.into_iter().fold(error, |error, right| error.hint(msg!("usage-nearest", name = right.join(",")))).hint(help))
}

fn on_list<'l>(listed: &'l [Listed], name: &str) -> Result<&'l Listed> {
    let error = || Error::new(ErrorKind::NotFound, msg!("communities-unknown", name = name));
    let told = || near(listed, name).into_iter().fold(error(), |error, near| error.hint(msg!("usage-nearest", name = near)));
    called(listed, name).ok_or_else(told)
}

fn called<'l>(listed: &'l [Listed], name: &str) -> Option<&'l Listed> {
    let exact = listed.iter().find(|one| one.name == name);
    exact.or_else(|| listed.iter().find(|one| one.name.to_lowercase() == name.to_lowercase()))
}

fn near<'l>(listed: &'l [Listed], name: &str) -> Option<&'l str> {
    nearest(name, listed.iter().map(|one| one.name.as_str()))
}

/// Puts the community that a folder is in on the list; without a name under one made from what it calls itself.
///
/// # Errors
/// The folder is in no community, the name is taken or is none, or the list can't be changed.
pub fn add(config: &Config, name: Option<&str>, folder: &Path) -> Result<Changed> {
    let root = find(folder)?;
    let listed = &config.personal().communities;
    let changed = |name: &str, written: String, done, config: &Config| Changed {
        name: name.to_owned(),
        path: shown(&root.dir),
        done,
        config: config.file(),
        written,
    };
    let same = listed.iter().find(|one| find(&config.folder(one)).is_ok_and(|other| other.dir == root.dir));
    match (same, name) {
        (Some(same), Some(name)) if same.name != name => {
            let error = Error::new(ErrorKind::Usage, msg!("communities-listed", name = &same.name));
            return Err(error.hint(msg!("communities-listed-help", name = &same.name)));
        }
        (Some(same), _) => return Ok(changed(&same.name, same.path.clone(), Done::AlreadyThere, config)),
        _ => {}
    }
    let own = || Some(slug(&title(&root))).filter(|name| is_name(name)).unwrap_or_else(|| slug(last(&shown(&root.dir))));
    let name = name.map_or_else(own, str::to_owned);
    if !is_name(&name) {
        return Err(Error::new(ErrorKind::Usage, msg!("personal-name", name = name)).hint(msg!("personal-name-help")));
    }
    if let Some(taken) = listed.iter().find(|one| one.name == name) {
        let error = Error::new(ErrorKind::Usage, msg!("communities-taken", name = &name, path = &taken.path));
        return Err(error.hint(msg!("communities-taken-other")).hint(msg!("communities-taken-remove", name = &name)));
    }
    let written = config.written(&root.dir);
    let config = config.change(|text| below::put(text, COMMUNITIES, &name, &written))?;
    Ok(changed(&name, written, Done::Added, &config))
}

/// Takes a community off the list; the community itself is not touched.
///
/// # Errors
/// It is not on the list, or that can't be changed.
pub fn remove(config: &Config, name: &str) -> Result<Changed> {
    let one = on_list(&config.personal().communities, name)?;
    let now = config.change(|text| below::take(text, COMMUNITIES, &one.name))?;
    Ok(Changed {
        name: one.name.clone(),
        path: shown(&config.folder(one)),
        done: Done::Removed,
        config: now.file(),
        written: one.path.clone(),
    })
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

impl State {
    fn says(self) -> Option<Msg> {
        match self {
            Self::Found => None,
            Self::NoFolder => Some(msg!("communities-no-folder")),
            Self::NoCommunity => Some(msg!("communities-no-community")),
            Self::Unreadable => Some(msg!("communities-unreadable")),
        }
    }
}

impl View for Communities {
    const SCHEMA: &'static str = "communities";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        if self.communities.is_empty() {
            let help = Line::new().dim(look.say(&msg!("communities-add"))).plain(" ").command("cop communities add");
            return vec![Block::Line(look.say(&msg!("communities-empty")).into()), Block::Line(help)];
        }
        let mut table = Table::new([Column::new(), Column::new().min(20).spare(1), Column::new().below(), Column::new().spare(2)]);
        for entry in &self.communities {
            table.row([
                Line::new().strong(&entry.name),
                Line::from(entry.title.clone().unwrap_or_default()),
                Line::new().path(&entry.written),
                entry.state.says().map(|msg| Line::new().state(look.say(&msg))).unwrap_or_default(),
            ]);
        }
        vec![Block::Table(table)]
    }

    fn rows(&self) -> Option<Rows<'_>> {
        Some(Rows::of(&["name", "path", "state", "title"], &self.communities, |entry| {
            let state = serde_json::to_value(entry.state).ok().and_then(|state| state.as_str().map(str::to_owned));
            let title = entry.title.as_deref().unwrap_or_default();
            let cells = vec![entry.name.as_str().into(), entry.path.as_str().into(), state.unwrap_or_default().into(), title.into()];
            (entry.path.as_str().into(), cells)
        }))
    }
}

impl View for Changed {
    const SCHEMA: &'static str = "communities-changed";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let (name, path) = (&self.name, &self.written);
        let says = match self.done {
            Done::Added => msg!("communities-added", name = name, path = path),
            Done::AlreadyThere => msg!("communities-already", name = name, path = path),
            Done::Removed => msg!("communities-removed", name = name, path = path),
        };
        let mut blocks = vec![Block::Line(look.say(&says).into())];
        if self.done == Done::Added {
            let next = Line::new().dim(look.say(&msg!("communities-next"))).plain(" ").command(look.say(&msg!("communities-next-command")));
            blocks.push(Block::Line(next));
        }
        blocks
    }
}
