//! History against a slow reference made with the `git` program: for every page and every person what `log`, `shortlog` and
//! `check-mailmap` say, on the repositories that nobody here made and on those that are made to be odd.
//!
//! A part of it runs always. All of it, with `COP_WHOLE=1`, takes minutes. Where the repositories are not at hand it passes and says so.

mod compare;
mod git;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::hostile::is_whole;
use crate::real;
use crate::support::data;

use compare::{Tally, compare};
use git::{Place, Told, is_there, shortlog};

/// The endings of page-like files in the real and the odd repositories, in lower case.
const ENDINGS: [&str; 8] = [".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd", ".md.erb"];

/// How many pages of a repository are looked at; in the ordinary run some, spread over all.
fn most() -> usize {
    if is_whole() { usize::MAX } else { 6 }
}

/// The reference itself: everyone's commits are as many as `git shortlog` counts.
fn shortlog_is(place: &Place, name: &str) {
    let told = Told::by(place, &ENDINGS, 50).expect("a history");
    let counts = shortlog(place);
    let mut own: BTreeMap<&str, usize> = BTreeMap::new();
    for who in told.commits.values().filter(|commit| commit.parents.len() < 2).filter_map(|commit| commit.author.as_deref()) {
        *own.entry(who).or_default() += 1;
    }
    assert!(!own.is_empty(), "{name}");
    for (who, count) in own {
        assert_eq!(counts.get(who), Some(&count), "{name}: {who}");
    }
}

#[test]
fn real_repositories_are_what_git_says() {
    let mut all = Tally::default();
    for real in real::ALL {
        let Some(world) = real.open() else { return };
        let place = Place { root: world.root(), home: world.home() };
        shortlog_is(&place, real.name);
        let tally = compare(&place, real.name, &|path| real.is_page(path), most());
        eprintln!("{:30} {tally}", real.name);
        all.add(tally);
    }
    assert!(all.pages > 0 && all.untold.is_empty() && all.refused.is_empty());
    all.end();
}

/// Makes the odd repositories, each with a `community.yaml`; nothing where that can't be done.
fn odd() -> Vec<std::path::PathBuf> {
    let Some(maker) = data().and_then(|data| Some(data.parent()?.join("hostile/make.py"))).filter(|maker| maker.is_file()) else {
        return Vec::new();
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reference");
    let made = Command::new("python3").arg(maker).arg(&folder).args(["--seed", "1", "--repos", "--force", "--files", "1"]).output();
    let Ok(made) = made else {
        eprintln!("skipped: no python3");
        return Vec::new();
    };
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let listed = fs::read_dir(folder.join("repos")).expect("repositories");
    let mut folders: Vec<_> = listed.map(|entry| entry.expect("a folder").path()).filter(|root| is_there(root)).collect();
    folders.sort();
    for root in &folders {
        // One can't be written; who is no administrator looks at the others.
        let _ = fs::write(root.join("community.yaml"), "format: 1\nname: Odd\nlanguage: nl\n");
    }
    folders
}

#[test]
fn odd_repositories_are_what_git_says() {
    let mut all = Tally::default();
    let home = tempfile::tempdir().expect("a home");
    for root in odd() {
        let name = root.file_name().expect("a name").to_string_lossy().into_owned();
        let place = Place { root, home: home.path().to_owned() };
        let tally = compare(&place, &name, &|path| real::PLAIN.is_page(path), most().min(40));
        if is_whole() {
            eprintln!("{name:30} {tally}");
        }
        all.add(tally);
    }
    all.end();
}
