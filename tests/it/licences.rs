//! The licences of everything that cop is built from are those that `deny.toml` allows.
//!
//! `cargo deny` says the same and more; this needs nothing but cargo, and no network.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

use crate::support::{file, repository};

/// The texts of a list in `deny.toml`, such as `allow = [ "MIT", … ]`.
fn list(text: &str, name: &str) -> BTreeSet<String> {
    let from = text.lines().skip_while(|line| line.trim_start() != format!("{name} = ["));
    let items = from.skip(1).take_while(|line| line.trim() != "]").filter_map(|line| line.split('"').nth(1));
    items.map(str::to_owned).collect()
}

/// Every package of `Cargo.lock`. Where those for other systems were never downloaded, only the ones for this system.
fn packages() -> Vec<Value> {
    let metadata = |more: &[&str]| {
        let mut cargo = Command::new(env!("CARGO"));
        let cargo = cargo.args(["metadata", "--format-version=1", "--locked", "--offline"]).args(more).current_dir(repository());
        let output = cargo.output().expect("cargo runs");
        if output.status.success() { Ok(output.stdout) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
    };
    let json = metadata(&[]).or_else(|_| metadata(&["--filter-platform", &host()])).unwrap_or_else(|error| panic!("{error}"));
    let metadata: Value = serde_json::from_slice(&json).expect("cargo prints JSON");
    metadata["packages"].as_array().expect("packages").clone()
}

fn host() -> String {
    let output = Command::new(env!("CARGO")).args(["--version", "--verbose"]).output().expect("cargo runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().find_map(|line| line.strip_prefix("host: ")).expect("cargo says where it runs").to_owned()
}

/// Whether an SPDX expression can be met with what is allowed: `MIT OR (Apache-2.0 AND ISC)`; an old `/` means `OR`.
fn is_met(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ").replace(" WITH ", "-WITH-");
    let words: Vec<_> = spaced.split_whitespace().collect();
    let mut at = 0;
    let met = any(&words, &mut at, allowed);
    met && at == words.len()
}

fn any(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut met = all(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= all(words, at, allowed);
    }
    met
}

fn all(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut met = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at, allowed);
    }
    met
}

fn one(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let Some(&word) = words.get(*at) else { return false };
    *at += 1;
    if word != "(" {
        return allowed(&word.replace("-WITH-", " WITH "));
    }
    let met = any(words, at, allowed);
    *at += 1;
    met
}

#[test]
fn every_licence_is_one_that_we_allow() {
    let text = file("deny.toml");
    let allow = list(&text, "allow");
    let mut faults = Vec::new();
    for package in packages() {
        let name = package["name"].as_str().unwrap_or_default();
        let licence = package["license"].as_str().unwrap_or_default();
        if !is_met(licence, &|wanted| allow.contains(wanted)) {
            faults.push(format!("{name} {}: \"{licence}\"", package["version"].as_str().unwrap_or_default()));
        }
    }
    assert!(faults.is_empty(), "not allowed by deny.toml:\n{}", faults.join("\n"));
}

#[test]
fn no_banned_package_has_crept_in() {
    let text = file("deny.toml");
    let banned = list(&text, "deny");
    assert!(banned.len() > 3, "deny.toml bans {banned:?}");
    let lock = file("Cargo.lock");
    let names = lock.lines().filter_map(|line| line.strip_prefix("name = \"")).map(|name| name.trim_end_matches('"'));
    let found: Vec<_> = names.filter(|name| banned.contains(*name)).collect();
    assert!(found.is_empty(), "banned by deny.toml: {found:?}");
    let elsewhere: Vec<_> = lock
        .lines()
        .filter(|line| line.starts_with("source = ") && !line.contains("registry+https://github.com/rust-lang/crates.io-index"))
        .collect();
    assert!(elsewhere.is_empty(), "from elsewhere than crates.io: {elsewhere:?}");
}

#[test]
fn an_expression_of_licences_is_understood() {
    let allowed = |licence: &str| matches!(licence, "MIT" | "Apache-2.0" | "Apache-2.0 WITH LLVM-exception");
    for (expression, met) in [
        ("MIT", true),
        ("MIT/Unlicense", true),
        ("GPL-2.0 OR MIT", true),
        ("MIT AND GPL-2.0", false),
        ("(MIT OR GPL-2.0) AND Apache-2.0", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("GPL-2.0 OR (MIT AND ISC)", false),
        ("", false),
        ("MIT MIT", false),
    ] {
        assert_eq!(is_met(expression, &allowed), met, "{expression}");
    }
}
