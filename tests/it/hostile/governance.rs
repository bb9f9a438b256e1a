//! The repositories in which somebody decides who may not: exactly the listed commits are found.
//!
//! They were made without rules of cop's, so each is told again, commit by commit, with the rules and keys in it, and signed again by
//! whoever signed.

use std::collections::{BTreeSet, HashMap};
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::made::Made;
use super::run::{cop, run};
use super::{LARGE, SLOWNESS, home, made, words};

/// A repository that is told again.
struct Told {
    folder: PathBuf,
    home: PathBuf,
    /// The commits as they were, with what they became, the oldest first.
    commits: Vec<(String, String)>,
}

/// What stands in every commit besides what stood there: the rules, and with them Anna's file.
struct Added<'a> {
    rules: &'a str,
    /// The texts of keys, by whose they are, where there are any.
    keys: Option<&'a dyn Fn(&str) -> PathBuf>,
    /// The names of the commits that were signed, with whose key.
    signed: HashMap<String, &'a str>,
}

impl Told {
    fn git(&self, arguments: &[&str], input: &[u8]) -> Vec<u8> {
        let mut git = Command::new("git");
        git.arg("-C").arg(&self.folder).args(arguments).env("GIT_INDEX_FILE", self.home.join("index")).env("HOME", &self.home);
        let mut child = git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("git");
        child.stdin.take().unwrap().write_all(input).unwrap();
        let out = child.wait_with_output().unwrap();
        assert!(out.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
        out.stdout
    }

    fn word(&self, arguments: &[&str], input: &[u8]) -> String {
        String::from_utf8(self.git(arguments, input)).unwrap().trim().to_owned()
    }

    /// What a commit of before became.
    fn became(&self, old: &str) -> &str {
        self.commits.iter().find(|(known, _)| known == old).map(|(_, new)| new.as_str()).expect("a commit that was told")
    }

    /// Tells a repository again in a folder of its own.
    fn of(made: &Made, name: &str, added: &Added<'_>) -> Self {
        let home = home(&format!("governance-{name}"));
        let mut told = Self { folder: home.join("repository"), home: home.clone(), commits: Vec::new() };
        let from = made.folder.join("repos").join(name);
        let copied =
            Command::new("git").args(["clone", "--quiet", "--no-local"]).arg(from).arg(&told.folder).env("HOME", &home).output().unwrap();
        assert!(copied.status.success(), "{}", String::from_utf8_lossy(&copied.stderr));
        let list = told.word(&["rev-list", "--topo-order", "--reverse", "HEAD"], b"");
        let mut signatures = HashMap::new();
        for old in list.lines() {
            let tree = told.tree(old, added);
            let bytes = told.git(&["cat-file", "commit", old], b"");
            let (head, message) = split(&bytes);
            let mut unsigned = format!("tree {tree}\n");
            for line in head.lines().skip(1) {
                match line.split_once(' ') {
                    Some(("parent", parent)) => unsigned.extend(["parent ", told.became(parent), "\n"]),
                    Some(("author" | "committer", _)) => unsigned.extend([line, "\n"]),
                    _ => {}
                }
            }
            let signature = added.signed.get(old).map(|whose| match *whose {
                "copied" => signatures.get("anna").cloned().expect("what was signed before"),
                whose => {
                    let made = told.signature(&added.keys.unwrap()(whose), &format!("{unsigned}\n{message}"));
                    signatures.insert((*whose).to_owned(), made.clone());
                    made
                }
            });
            let new = told.word(
                &["hash-object", "-t", "commit", "-w", "--stdin"],
                format!("{unsigned}{}\n{message}", signature.unwrap_or_default()).as_bytes(),
            );
            told.commits.push((old.to_owned(), new));
        }
        let tip = told.commits.last().unwrap().1.clone();
        fs::remove_file(told.home.join("index")).unwrap();
        let reset = Command::new("git").arg("-C").arg(&told.folder).args(["reset", "--quiet", "--hard", &tip]).env("HOME", &home).status();
        assert!(reset.unwrap().success());
        told
    }

    /// The tree of a commit with what is added.
    fn tree(&self, commit: &str, added: &Added<'_>) -> String {
        self.git(&["read-tree", commit], b"");
        let put = |path: &str, text: &str| {
            let blob = self.word(&["hash-object", "-w", "--stdin"], text.as_bytes());
            self.git(&["update-index", "--add", "--cacheinfo", &format!("100644,{blob},{path}")], b"");
        };
        put("community.yaml", added.rules);
        if let Some(key) = added.keys {
            // Who stands in the list of signers has that key in Anna's file: the list speaks in her name.
            let there = !self.git(&["ls-tree", commit, ".cop/allowed_signers"], b"").is_empty();
            let listed = if there { self.git(&["show", &format!("{commit}:.cop/allowed_signers")], b"") } else { Vec::new() };
            let listed = String::from_utf8(listed).unwrap();
            let public = |whose: &str| fs::read_to_string(key(whose).with_extension("key.pub")).unwrap();
            let word = |text: &str| text.split_whitespace().nth(1).unwrap_or_default().to_owned();
            let keys = ["anna", "mallory"].map(public).into_iter().filter(|key| listed.contains(&word(key)));
            let keys = keys.map(|key| format!("  - {key}")).collect::<Vec<_>>().concat();
            put("members/anna.md", &format!("---\nname: Anna\nemail: anna@example.org\nkeys:\n{keys}---\n"));
        }
        self.word(&["write-tree"], b"")
    }

    /// The header with a signature.
    fn signature(&self, key: &Path, text: &str) -> String {
        let file = self.home.join("payload");
        fs::write(&file, text).unwrap();
        let _ = fs::remove_file(self.home.join("payload.sig"));
        let made =
            Command::new("ssh-keygen").args(["-q", "-Y", "sign", "-n", "git", "-f"]).arg(key).arg(&file).output().expect("ssh-keygen");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let text = fs::read_to_string(self.home.join("payload.sig")).unwrap();
        format!("gpgsig {}\n", text.trim_end().replace('\n', "\n "))
    }

    /// The commits that are found, each of them with what its finding has to say: the rule, who, and how well that is known.
    fn found(&self, base: &str) -> BTreeSet<String> {
        let command: Vec<OsString> = words(&format!("check --history --select HIS --json --base {base}"));
        let ran = run(cop(&self.home, &self.folder, &command, "en"), LARGE * SLOWNESS);
        let answer: Value =
            serde_json::from_slice(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&ran.stderr)));
        let mut found = BTreeSet::new();
        for finding in answer["findings"].as_array().unwrap() {
            let said = finding["message"].as_str().unwrap();
            let (_, rest) = said.split_once("commit ").expect("a commit");
            assert!(rest.contains(" by ") && rest.contains("evidence "), "{said}");
            found.insert(self.commits.iter().find(|(_, new)| new.starts_with(&rest[..7])).expect("one of these").0.clone());
        }
        found
    }
}

/// The headers and the message of a commit.
fn split(bytes: &[u8]) -> (String, String) {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let (head, message) = text.split_once("\n\n").unwrap();
    (head.to_owned(), message.to_owned())
}

#[test]
fn exactly_the_listed_commits_are_found() {
    let Some((made, before)) = made() else { return };
    let list = fs::read_to_string(made.folder.join("manifest.jsonl")).unwrap();
    let rows: Vec<Value> = list.lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect();
    let listed = |name: &str| rows.iter().find(|row| row["path"] == format!("repos/{name}")).expect("a repository").clone();
    let rules = "format: 1\nname: Kwaad\nlanguage: nl\ngovernance:\n  roles: {steward: [anna]}\n  moves: {besluit aanvaard: [steward]}\n";

    if !Path::new("/usr/bin/ssh-keygen").is_file() || listed("signed")["commits"].is_null() {
        eprintln!("skipped: no ssh-keygen");
    } else {
        let commits = listed("signed")["commits"].clone();
        let commit = |name: &str| commits[name].as_str().expect("a commit").to_owned();
        // Keys that others may read are not used, and the list of files has to stay as it is.
        let keys = home("governance-keys");
        for name in ["anna.key", "anna.key.pub", "mallory.key", "mallory.key.pub"] {
            fs::copy(made.folder.join("home").join(name), keys.join(name)).unwrap();
        }
        let key = |whose: &str| keys.join(format!("{whose}.key"));
        let signed =
            [("good", "anna"), ("wrong-key", "mallory"), ("signature-on-other-bytes", "copied"), ("signed-after-self-grant", "mallory")];
        let signed = signed.into_iter().map(|(name, whose)| (commit(name), whose)).collect();
        let all = format!("{rules}  signed: [besluit aanvaard]\n");
        let told = Told::of(made, "signed", &Added { rules: &all, keys: Some(&key), signed });
        let bad: BTreeSet<String> = commits
            .as_object()
            .unwrap()
            .iter()
            .filter(|(name, _)| *name != "good")
            .map(|(_, id)| id.as_str().unwrap().to_owned())
            .collect();
        let base = told.commits.iter().position(|(old, _)| *old == commit("good")).unwrap() - 1;
        assert_eq!(bad.len(), 5);
        assert_eq!(told.found(&told.commits[base].1), bad);
    }

    let plain = |rules: &str, name: &str| Told::of(made, name, &Added { rules, keys: None, signed: HashMap::new() });
    let found = |told: &Told| told.found(&told.commits[0].1);
    let newest = |told: &Told| BTreeSet::from([told.commits.last().unwrap().0.clone()]);
    // To write a role into one's own file grants nothing; to use it is what is wrong.
    let grab = plain(rules, "role-grab");
    assert_eq!(found(&grab), newest(&grab));
    // The steward's merge is the decision.
    assert_eq!(found(&plain(rules, "role-merge")), BTreeSet::new());
    // What only the merge did is the merge's, and here it is not for Anna to do.
    let evil = plain(
        &rules
            .replace("besluit aanvaard: [steward]", "praktijk concept: [board]")
            .replace("{steward: [anna]}", "{steward: [anna], board: []}"),
        "evil-merge",
    );
    assert_eq!(found(&evil), newest(&evil));
    super::assert_unchanged(made, before);
}
