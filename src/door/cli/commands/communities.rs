//! `cop communities`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::base::shell::quoted;
use crate::msg;
use crate::show::view::Status;
use crate::work::communities;

use super::Door;

/// Show the communities that you search together, put one on that list or take one off
#[derive(Debug, Args)]
#[command(after_help = "\
The list is yours alone: it stands in ~/.config/cop/config.yaml, and no community knows of it. There you can also say language: en or nl, and remember_searches: true.
Without NAME one is made from what the community calls itself; without DIR it is the one in which you stand.
cop communities add\n\
cop communities add platform ~/src/handbook\n\
cop communities remove platform\n\
cop search --all export mailbox")]
pub(crate) struct Communities {
    /// add or remove; without, the list
    #[arg(value_name = "add|remove", hide_possible_values = true)]
    action: Option<Action>,
    /// What it is called, its folder, or both
    #[arg(value_name = "NAME DIR", num_args = 0..=2)]
    listed: Vec<String>,
}

/// What is done to the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Action {
    #[value(alias = "toevoegen")]
    Add,
    #[value(aliases = ["rm", "delete", "verwijderen"])]
    Remove,
    #[value(hide = true, alias = "ls")]
    List,
}

impl Communities {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let config = door.config();
        match (self.action, self.listed.as_slice()) {
            (None | Some(Action::List), []) => door.show(&communities::list(config)?),
            (None | Some(Action::List), [first, ..]) => {
                let error = Error::new(ErrorKind::Usage, msg!("communities-list-all", name = first));
                Err(error.hint(msg!("do-this", command = "cop communities")))
            }
            (Some(Action::Add), listed) => {
                let (name, folder) = named(door, listed)?;
                door.show(&communities::add(config, name, &folder)?)
            }
            (Some(Action::Remove), [name]) => door.show(&communities::remove(config, name)?),
            (Some(Action::Remove), _) => {
                let error = Error::new(ErrorKind::Usage, msg!("communities-remove-which"));
                Err(error.hint(msg!("communities-remove-which-help")))
            }
        }
    }
}

/// The name and the folder that are meant; one thing alone is a folder if it looks like one or is there.
///
/// # Errors
/// Two folders are named, or a name and a folder as one word.
fn named<'t>(door: &Door<'_>, listed: &'t [String]) -> Result<(Option<&'t str>, PathBuf)> {
    let here = door.folder();
    let is_folder =
        |typed: &str| typed.contains(['/', '\\']) || typed == "." || typed == ".." || door.environment.folder.join(typed).is_dir();
    let usage = |key| Error::new(ErrorKind::Usage, Msg::new(key));
    let add = |words: &[&str]| {
        let words: Vec<_> = words.iter().map(|word| quoted(word)).collect();
        msg!("do-this", command = format!("cop communities add {}", words.join(" ")))
    };
    if let [typed] = listed
        && let Some((name, folder)) = typed.split_once('=').filter(|_| !door.environment.folder.join(typed).is_dir())
    {
        return Err(usage("communities-name-dir").hint(add(&[name, folder])));
    }
    if let [one, other] = listed
        && is_folder(one)
        && is_folder(other)
        && one.contains(['/', '\\', '.'])
    {
        return Err(usage("communities-one-folder").hint(add(&[one])).hint(add(&[other])));
    }
    Ok(match listed {
        [] => (None, here),
        [folder] if is_folder(folder) => (None, door.environment.folder.join(folder)),
        [name] => (Some(name), here),
        [name, folder, ..] => (Some(name), door.environment.folder.join(folder)),
    })
}
