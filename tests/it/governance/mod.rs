//! `cop check --history`: what the commits prove, with signatures that the real programs made, and what those do who want it otherwise.

mod attacks;
mod bases;
mod holders;
mod merges;
mod readings;
mod signatures;

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::support::world::World;

const ANNA: (&str, &str) = ("Anna de Vries", "anna@example.org");
const BRAM: (&str, &str) = ("Bram Smit", "bram@example.org");
const MALLORY: (&str, &str) = ("Mallory", "mallory@example.org");

/// A decision in a state.
fn decision(state: &str) -> String {
    format!(
        "---\nstatus: {state}\n---\n\n# Use EML\n\n## Context and Problem Statement\n\nMail must last.\n\n## Considered Options\n\nEML.\n\n## Decision Outcome\n\nEML.\n"
    )
}

/// Where the decision stands.
const DECISION: &str = "decisions/0001-use-eml.md";

/// A member's file, with more front matter.
fn member(name: &str, email: &str, more: &str) -> String {
    format!("---\nname: {name}\nemails: [{email}]\n{more}---\n")
}

/// A community in which Anna is the steward and decides what is accepted.
struct Club {
    world: World,
}

impl Club {
    /// With this under `governance:` beside the roles and moves.
    fn new(more: &str) -> Self {
        let club = Self { world: World::new() };
        let world = &club.world;
        club.rules(&format!("  roles: {{steward: [anna]}}\n  moves: {{decision accepted: [steward]}}\n{more}"), "");
        world.write("members/anna.md", member(ANNA.0, ANNA.1, ""));
        world.write("members/bram.md", member(BRAM.0, BRAM.1, ""));
        world.write("members/mallory.md", member(MALLORY.0, MALLORY.1, ""));
        world.write(DECISION, decision("proposed"));
        world.commit("Begin");
        world.git(&["tag", "base"]);
        club
    }

    /// Writes the settings: what stands under `governance:`, and more.
    fn rules(&self, governance: &str, more: &str) {
        self.world.write("community.yaml", format!("format: 1\nname: Club\ngovernance:\n{governance}{more}"));
    }

    /// Somebody merges a branch into the one that is checked out.
    fn merges(&self, who: (&str, &str), branch: &str, more: &[&str]) -> String {
        let call = self.world.command("git").args(&["merge", "-q", "--no-ff", "-m", "Merge"]).args(more).args(&[branch]);
        let author = [("GIT_AUTHOR_NAME", who.0), ("GIT_AUTHOR_EMAIL", who.1)];
        let run = author.into_iter().fold(call, |call, (name, value)| call.env(name, value)).run();
        assert_eq!(run.status, 0, "{run}");
        self.world.git(&["rev-parse", "HEAD"])
    }

    /// Somebody writes a file and commits it.
    fn writes(&self, who: (&str, &str), path: &str, text: impl AsRef<[u8]>) -> String {
        self.world.write(path, text);
        self.world.commit_by(who.0, who.1, &format!("Write {path}"))
    }

    /// The commits that are found, each with the rule: `unsigned-change decisions/0001-use-eml.md abc1234`, in the order of their rules.
    fn found(&self) -> Vec<String> {
        let answer = self.answer(&["--base", "base"]);
        let line = |finding: &Value| {
            let said = finding["message"].as_str().unwrap();
            let commit = said.split_once("commit ").map_or("-", |(_, rest)| &rest[..7]);
            format!("{} {} {commit}", finding["rule"].as_str().unwrap(), finding["path"].as_str().unwrap())
        };
        let mut lines: Vec<String> = answer["findings"].as_array().unwrap().iter().map(line).collect();
        lines.sort();
        lines
    }

    /// What is expected of [`Self::found`].
    fn assert_found(&self, expected: &[(&str, &str, &str)]) {
        let mut lines: Vec<String> = expected.iter().map(|(rule, path, commit)| format!("{rule} {path} {}", &commit[..7])).collect();
        lines.sort();
        assert_eq!(self.found(), lines);
    }

    /// The whole answer in JSON, commits and all.
    fn answer(&self, more: &[&str]) -> Value {
        let mut command: Command = self.world.command("cop").args(&["check", "--history", "--select", "HIS", "--json"]).args(more).ready();
        let out = command.output().expect("cop runs");
        serde_json::from_slice(&out.stdout).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&out.stderr)))
    }

    /// How well every governed change is known, the oldest first.
    fn evidence(&self) -> Vec<u64> {
        let answer = self.answer(&["--base", "base"]);
        answer["history"]["changes"].as_array().unwrap().iter().map(|change| change["evidence"].as_u64().unwrap()).collect()
    }

    /// A new SSH key: the file of its secret half, and the text of the other.
    fn key(&self, name: &str) -> Option<(PathBuf, String)> {
        self.key_of("ed25519", name)
    }

    /// The same, of a sort.
    fn key_of(&self, sort: &str, name: &str) -> Option<(PathBuf, String)> {
        let path = self.world.home().join(name);
        let made = Command::new("/usr/bin/ssh-keygen").args(["-q", "-t", sort, "-N", "", "-C", name, "-f"]).arg(&path).status();
        if !made.is_ok_and(|status| status.success()) {
            eprintln!("skipped: no ssh-keygen");
            return None;
        }
        let public = std::fs::read_to_string(path.with_extension("pub")).expect("a key");
        Some((path, public.trim().to_owned()))
    }

    /// Commits what is there, by this author and signed with this key.
    fn commit_signed(&self, who: (&str, &str), key: &std::path::Path, message: &str) -> String {
        self.world.git(&["add", "--all"]);
        let (author, key) = (format!("{} <{}>", who.0, who.1), format!("user.signingKey={}", key.display()));
        self.world.git(&["-c", "gpg.format=ssh", "-c", &key, "commit", "-q", "-S", "--allow-empty", "--author", &author, "-m", message]);
        self.world.git(&["rev-parse", "HEAD"])
    }
}
