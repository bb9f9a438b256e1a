//! cop keeps what a community of practice knows: plain Markdown in git, searched, checked and credited.
//!
//! The house has six floors, and a file imports only from its own floor and those below:
//! [`base`], [`text`], [`model`], [`show`] beside [`store`], [`work`], [`door`]. `ARCHITECTURE.md` says what each may know.
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that fails should stop"))]

pub mod base;
pub mod door;
pub mod model;
pub mod show;
pub mod store;
pub mod text;
pub mod work;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use base::clock::Now;
use base::environment::{Environment, LOOK, Who};
use base::lang::Lang;
use door::next::Next;
use show::view::Status;

/// Carries out the command line that the process was started with.
pub fn run() -> ExitCode {
    // Whoever wants to see where a bug is gets all that Rust says.
    if env::var_os("RUST_BACKTRACE").is_none() {
        base::bug::keep_quiet();
    }
    let environment = environment();
    let status = match door::cli::run(&environment) {
        Next::Done(status) => status,
        Next::Browse(browse) => door::tui::run(&browse, &|args| again(&environment, args)),
    };
    ExitCode::from(status)
}

/// Another command line in the same surroundings; one that leads to a further door is not carried out.
fn again(environment: &Environment, args: Vec<OsString>) -> u8 {
    match door::cli::run(&Environment { args, ..environment.clone() }) {
        Next::Done(status) => status,
        Next::Browse(_) => Status::Failed.code(),
    }
}

/// What the process was started with; nothing else reads the environment.
fn environment() -> Environment {
    let variable = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    let text = |name: &str| variable(name).and_then(|value| value.into_string().ok());
    let home = || env::home_dir().filter(|home| home.is_absolute());
    let cache = variable("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| variable("LOCALAPPDATA").map(PathBuf::from))
        .or_else(|| home().map(|home| home.join(".cache")));
    let config = variable("XDG_CONFIG_HOME")
        .map(PathBuf::from)
        .or_else(|| variable("APPDATA").map(PathBuf::from))
        .or_else(|| home().map(|home| home.join(".config")));
    // The first of the locale's variables that is set counts, as for any program.
    let said = text("COP_LANG");
    let locale = if said.is_some() { None } else { ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(text) };
    Environment {
        args: env::args_os().collect(),
        program: env::current_exe().ok(),
        folder: env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
        community: variable("COP_DIR").map(PathBuf::from),
        cache: cache.filter(|cache| cache.is_absolute()),
        home: home(),
        config: config.filter(|config| config.is_absolute()).map(|config| config.join("cop/config.yaml")),
        now: match variable("COP_NOW").map(|now| now.to_string_lossy().into_owned()) {
            Some(now) => Now::parse(&now).ok_or(now),
            None => Ok(Now::from_system()),
        },
        lang: said.and_then(|lang| Lang::of(&lang)),
        locale: locale.and_then(|locale| Lang::of(&locale)),
        who: who(),
        look: LOOK.into_iter().filter_map(|name| Some((name, text(name)?))).collect(),
    }
}

/// Who commits and when, where the environment says it. An empty variable is not the same as none, and what is no text is refused where it is used.
fn who() -> Who {
    let said = |name: &str| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    Who {
        author_name: said("GIT_AUTHOR_NAME"),
        author_email: said("GIT_AUTHOR_EMAIL"),
        committer_name: said("GIT_COMMITTER_NAME"),
        committer_email: said("GIT_COMMITTER_EMAIL"),
        author_date: said("GIT_AUTHOR_DATE"),
        committer_date: said("GIT_COMMITTER_DATE"),
        email: said("EMAIL"),
    }
}
