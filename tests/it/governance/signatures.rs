//! What signatures prove, and what does not pass for one.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{ANNA, BRAM, Club, DECISION, MALLORY, decision, member};
use crate::support::program;
use crate::support::world::Run;

const SIGNED: &str = "  signed: [decision accepted]\n";

/// A club in which Anna's key is listed from the base on; the file of her key, and of one that nobody lists.
fn signing() -> Option<(Club, std::path::PathBuf, std::path::PathBuf)> {
    let club = Club::new(SIGNED);
    let ((anna, public), (other, _)) = (club.key("anna")?, club.key("other")?);
    club.writes(ANNA, "members/anna.md", member(ANNA.0, ANNA.1, &format!("keys:\n  - {public}\n")));
    club.world.git(&["tag", "--force", "base"]);
    Some((club, anna, other))
}

#[test]
fn a_signature_of_who_holds_the_role_proves_it() {
    let Some((club, anna, _)) = signing() else { return };
    club.world.write(DECISION, decision("accepted"));
    // Whose name stands there does not matter: the key says who it was.
    club.commit_signed(BRAM, &anna, "Accept");
    club.assert_found(&[]);
    assert_eq!(club.evidence(), [3]);
    let text = club.world.cop(&["check", "--history", "--base", "base", "--select", "HIS"]);
    assert!(text.stdout.contains("1 governed change: 1 signed by who holds the"), "{text}");
}

#[test]
fn a_name_without_a_signature_and_a_signature_of_another_are_found() {
    let Some((club, anna, other)) = signing() else { return };
    let (mallory, public) = club.key("mallory").unwrap();
    club.world.write("members/mallory.md", member(MALLORY.0, MALLORY.1, &format!("keys:\n  - {public}\n")));
    club.commit_signed(ANNA, &anna, "Mallory's key");
    let forged = club.writes(ANNA, DECISION, decision("accepted"));
    club.world.write("decisions/0002-b.md", decision("accepted"));
    let unlisted = club.commit_signed(ANNA, &other, "Accept");
    club.world.write("decisions/0003-c.md", decision("accepted"));
    let own = club.commit_signed(ANNA, &mallory, "Accept");
    club.assert_found(&[
        ("unsigned-change", DECISION, &forged),
        ("unsigned-change", "decisions/0002-b.md", &unlisted),
        // Mallory's key is listed: it is Mallory who did this, whatever the name.
        ("foreign-move", "decisions/0003-c.md", &own),
    ]);
    assert_eq!(club.evidence(), [3, 0, 0, 2]);
}

#[test]
fn a_key_is_not_put_into_the_file_of_who_may_decide_without_one() {
    let Some((club, anna, other)) = signing() else { return };
    let public = |key: &Path| fs::read_to_string(key.with_extension("pub")).unwrap();
    let file = member(ANNA.0, ANNA.1, &format!("keys:\n  - {}  - {}", public(&anna), public(&other)));
    let forged = club.writes(ANNA, "members/anna.md", &file);
    club.world.write(DECISION, decision("accepted"));
    let used = club.commit_signed(ANNA, &other, "Accept");
    club.assert_found(&[("unsigned-change", "members/anna.md", &forged), ("unsigned-change", DECISION, &used)]);
    // She does it herself, and the new key counts from then on.
    club.world.git(&["reset", "-q", "--hard", "base"]);
    club.world.write("members/anna.md", &file);
    club.commit_signed(ANNA, &anna, "A second key");
    club.world.write(DECISION, decision("accepted"));
    club.commit_signed(ANNA, &other, "Accept");
    // A key that was taken out is worth nothing.
    club.world.write("members/anna.md", member(ANNA.0, ANNA.1, &format!("keys:\n  - {}", public(&anna))));
    club.commit_signed(ANNA, &anna, "Lost");
    club.world.write("decisions/0002-b.md", decision("accepted"));
    let lost = club.commit_signed(ANNA, &other, "Accept");
    club.assert_found(&[("unsigned-change", "decisions/0002-b.md", &lost)]);
    // The rules are as well kept as what they are about.
    club.rules("  roles: {steward: [anna, mallory]}\n  moves: {decision accepted: [steward]}\n  signed: [decision accepted]\n", "");
    let rules = club.world.commit_by(ANNA.0, ANNA.1, "Rules");
    club.assert_found(&[("unsigned-change", "decisions/0002-b.md", &lost), ("unsigned-change", "community.yaml", &rules)]);
}

/// Makes a commit of these bytes the newest.
fn put(club: &Club, bytes: &[u8]) -> String {
    let mut command = club.world.command("git").args(&["hash-object", "-t", "commit", "-w", "--stdin", "--literally"]).ready();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    let id = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap().trim().to_owned();
    club.world.git(&["reset", "-q", "--hard", &id]);
    id
}

/// The bytes of a commit, untouched.
fn bytes(club: &Club, commit: &str) -> Vec<u8> {
    club.world.command("git").args(&["cat-file", "commit", commit]).ready().output().unwrap().stdout
}

#[test]
fn what_is_no_signature_of_this_commit_for_git_is_not_good() {
    let Some((club, anna, other)) = signing() else { return };
    club.world.write(DECISION, decision("accepted"));
    let good = club.commit_signed(ANNA, &anna, "Accept");
    let text = String::from_utf8(bytes(&club, &good)).unwrap();
    let (head, rest) = text.split_once("gpgsig ").unwrap();
    let (signature, message) = rest.split_once("-----END SSH SIGNATURE-----\n").unwrap();
    let signature = format!("gpgsig {signature}-----END SSH SIGNATURE-----\n");
    // The same bytes, signed by hand: for git, for something else, and by somebody else.
    let by_hand = |key: &Path, space: &str| {
        let file = club.world.home().join("payload");
        fs::write(&file, format!("{head}{message}")).unwrap();
        let _ = fs::remove_file(file.with_extension("sig"));
        let made = Command::new("/usr/bin/ssh-keygen").args(["-q", "-Y", "sign", "-n", space, "-f"]).arg(key).arg(&file).output().unwrap();
        assert!(made.status.success());
        let text = fs::read_to_string(file.with_extension("sig")).unwrap();
        format!("gpgsig {}\n", text.trim_end().replace('\n', "\n "))
    };
    let with = |headers: &str| format!("{head}{headers}{message}").into_bytes();
    for (name, commit) in [("as git signs", with(&signature)), ("by hand", with(&by_hand(&anna, "git")))] {
        put(&club, &commit);
        assert_eq!(club.found(), [""; 0], "{name}");
    }
    let large = format!("gpgsig -----BEGIN SSH SIGNATURE-----\n{} -----END SSH SIGNATURE-----\n", " AAAA\n".repeat(50_000));
    for (name, commit, said) in [
        ("other bytes", text.replace("Accept", "Accept all").into_bytes(), "not good"),
        ("for files", with(&by_hand(&anna, "file")), "not good"),
        ("somebody else", with(&by_hand(&other, "git")), "no member lists"),
        ("two", with(&format!("{signature}{}", by_hand(&other, "git"))), "can't be read"),
        ("two, the other way", with(&format!("{}{signature}", by_hand(&other, "git"))), "can't be read"),
        ("one for other hashes", with(&signature.replace("gpgsig ", "gpgsig-sha256 ")), "can't be read"),
        ("two blocks", with(&format!("{} {}", signature, signature.replace("gpgsig ", ""))), "can't be read"),
        ("too large", with(&large), "can't be read"),
        ("cut off", with(&signature.replace(" -----END SSH SIGNATURE-----\n", "")), "can't be read"),
        ("no block", with("gpgsig good\n"), "can't be read"),
        ("nothing in it", with("gpgsig -----BEGIN SSH SIGNATURE-----\n -----END SSH SIGNATURE-----\n"), "not good"),
        ("x509", with("gpgsig -----BEGIN SIGNED MESSAGE-----\n MIA\n -----END SIGNED MESSAGE-----\n"), "can't be read"),
        ("in the message", format!("{head}{message}\n{signature}").into_bytes(), "0 (claimed)"),
    ] {
        let id = put(&club, &commit);
        club.assert_found(&[("unsigned-change", DECISION, &id)]);
        let answer = club.answer(&["--base", "base"]);
        let message = answer["findings"][0]["message"].as_str().unwrap();
        assert!(message.contains(said), "{name}: {message}");
    }
}

#[test]
fn no_program_that_the_configuration_names_is_run() {
    let Some((club, anna, _)) = signing() else { return };
    let world = &club.world;
    world.write(DECISION, decision("accepted"));
    club.commit_signed(ANNA, &anna, "Accept");
    let trap = world.home().join("trap");
    let script = world.home().join("trap.sh");
    program(&script, &format!("#!/bin/sh\ntouch {}\necho 'Good \"git\" signature for m0'\n", trap.display()));
    world.git(&["update-index", "--refresh"]);
    for key in ["gpg.program", "gpg.ssh.program", "gpg.openpgp.program", "gpg.ssh.defaultKeyCommand", "core.fsmonitor"] {
        world.git(&["config", key, &script.to_string_lossy()]);
    }
    world.git(&["config", "gpg.ssh.allowedSignersFile", "/dev/null"]);
    // Nor what a `PATH` leads to first.
    for name in ["ssh-keygen", "gpg"] {
        fs::copy(&script, world.home().join(name)).unwrap();
    }
    let path = format!("{}:/usr/bin:/bin", world.home().display());
    let run = world.command("cop").args(&["check", "--history", "--base", "base", "--select", "HIS", "--json"]).env("PATH", path).run();
    assert_eq!(run.json()["history"]["changes"][0]["evidence"], 3, "{run}");
    assert!(!trap.exists());
    // What was needed to ask is gone.
    let left = fs::read_dir(world.path(".git/cop/write")).unwrap().count();
    assert_eq!(left, 0);
}

#[test]
fn every_commit_is_signed_where_all_have_to_be() {
    let club = Club::new("  signed: all\n");
    let Some((anna, public)) = club.key("anna") else { return };
    club.writes(ANNA, "members/anna.md", member(ANNA.0, ANNA.1, &format!("keys: ['{public}']\n")));
    club.world.git(&["tag", "--force", "base"]);
    club.world.write("practices/a.md", "# A\n");
    club.commit_signed(ANNA, &anna, "A practice");
    let bare = club.writes(BRAM, "practices/b.md", "# B\n");
    let empty = club.world.commit_by(ANNA.0, ANNA.1, "Nothing");
    club.assert_found(&[("unsigned-change", "practices/b.md", &bare), ("unsigned-change", "community.yaml", &empty)]);
}

#[test]
fn a_gpg_signature_counts_by_its_fingerprint_and_not_when_its_key_has_expired() {
    let club = Club::new(SIGNED);
    let world = &club.world;
    let gpg = |words: &[&str]| {
        let run = world
            .command("/usr/bin/gpg")
            .args(&["--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", ""])
            .args(words)
            .run();
        (run.status == 0).then_some(run.stdout)
    };
    if !Path::new("/usr/bin/gpg").is_file() || gpg(&["--quick-gen-key", "Anna <anna@example.org>", "ed25519", "sign", "0"]).is_none() {
        eprintln!("skipped: no gpg");
        return;
    }
    gpg(&["--quick-gen-key", "Late <late@example.org>", "ed25519", "sign", "seconds=2"]).unwrap();
    let print_of = |who: &str, at: usize| {
        let listed = world
            .command("/usr/bin/gpg")
            .args(&["--batch", "--with-colons", "--fingerprint", "--with-subkey-fingerprint", who])
            .ready()
            .output()
            .unwrap()
            .stdout;
        let listed = String::from_utf8(listed).unwrap();
        let line = listed.lines().filter_map(|line| line.strip_prefix("fpr:")).nth(at).unwrap();
        line.trim_matches(':').to_owned()
    };
    let print = |who: &str| print_of(who, 0);
    let (anna, late) = (print("anna@example.org"), print("late@example.org"));
    club.writes(ANNA, "members/anna.md", member(ANNA.0, ANNA.1, &format!("keys:\n  - {anna}\n  - {late}\n")));
    world.git(&["tag", "--force", "base"]);
    let sign = |key: &str, path: &str| {
        world.write(path, decision("accepted"));
        world.git(&["add", "--all"]);
        world.git(&["-c", &format!("user.signingKey={key}"), "commit", "-q", "-S", "--author", "Anna <anna@example.org>", "-m", "Accept"]);
        world.git(&["rev-parse", "HEAD"])
    };
    let late = sign(&late, "decisions/0002-b.md");
    sign(&anna, DECISION);
    std::thread::sleep(std::time::Duration::from_secs(3));
    club.assert_found(&[("unsigned-change", "decisions/0002-b.md", &late)]);
    assert_eq!(club.evidence(), [0, 3]);
    // Whoever lists the fingerprint of a subkey of hers does not take what she signs with that.
    gpg(&["--quick-add-key", &anna, "ed25519", "sign", "0"]).unwrap();
    let sub = print_of("anna@example.org", 1);
    club.writes(MALLORY, "members/aaa.md", member("Aaa", "aaa@example.org", &format!("keys: ['{sub}']\n")));
    world.git(&["tag", "--force", "base"]);
    sign(&format!("{sub}!"), "decisions/0003-c.md");
    let answer = club.answer(&["--base", "base"]);
    let change = &answer["history"]["changes"][0];
    assert_eq!((&change["actor"], &change["evidence"]), (&"@anna".into(), &3.into()), "{answer}");
    let _ = world.command("/usr/bin/gpgconf").args(&["--kill", "all"]).run();
}

/// What is signed with a key that a stranger listed in this commit is the steward's, and it is told; gives what `check` says of people.
fn stays_the_stewards(club: &Club, key: &Path, listed: &str) -> Run {
    club.world.write(DECISION, decision("accepted"));
    club.commit_signed(ANNA, key, "Accept");
    club.assert_found(&[("foreign-member-file", "members/aaa.md", listed)]);
    assert_eq!(club.evidence(), [0, 3]);
    // Nor where the base has it already.
    club.world.git(&["tag", "--force", "base", listed]);
    club.assert_found(&[]);
    assert_eq!(club.evidence(), [3]);
    club.world.cop(&["check", "--select", "PEO", "-f", "concise"])
}

#[test]
fn a_key_that_a_stranger_lists_too_is_still_the_stewards() {
    let Some((club, anna, _)) = signing() else { return };
    let public = fs::read_to_string(anna.with_extension("pub")).unwrap();
    // A public key is public: whoever comes in can list it, and stands before her in the alphabet.
    let listed = club.writes(MALLORY, "members/aaa.md", member("Aaa", "aaa@example.org", &format!("keys:\n  - {public}")));
    let run = stays_the_stewards(&club, &anna, &listed);
    assert!(run.stdout.contains("members/aaa.md:1:1 warning PEO001 shared-address a key of this file is in members/anna.md too"), "{run}");
}

#[test]
fn a_key_does_not_wait_unsigned_in_a_file_for_the_day_that_its_member_gets_a_role() {
    let Some((club, anna, other)) = signing() else { return };
    let public = fs::read_to_string(other.with_extension("pub")).unwrap();
    let (file, rules) = (member(BRAM.0, BRAM.1, &format!("keys:\n  - {public}")), "  moves: {decision accepted: [steward]}\n");
    // Who has none can't sign for the first: anybody who types that name can do the same, so that it is said.
    let first = club.writes(BRAM, "members/bram.md", &file);
    club.assert_found(&[("unsigned-change", "members/bram.md", &first)]);
    for (language, said) in [("en", "the first key came into the file of @bram"), ("nl", "de eerste sleutel kwam in het bestand van @bram")]
    {
        let arguments = ["check", "--history", "--base", "base", "--select", "HIS", "--deny", "warnings"];
        let run = club.world.command("cop").args(&arguments).env("COP_LANG", language).run();
        let text = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(run.status == 0 && text.contains(said), "{run}");
    }
    // What is signed with it is told as what it is, until a steward signs a change of that file.
    club.world.write("members/bram.md", file.replace("keys:", "lang: nl\nkeys:"));
    club.commit_signed(MALLORY, &other, "More");
    club.rules(&format!("  roles: {{steward: [anna]}}\n{rules}{SIGNED}"), "notes: x\n");
    club.world.write(DECISION, decision("accepted"));
    club.commit_signed(MALLORY, &other, "Accept");
    let run = club.world.cop(&["check", "--history", "--base", "base", "--select", "HIS", "-f", "concise"]);
    assert!(run.stdout.contains("2 (signed, with a key for which nobody signed)"), "{run}");
    club.world.git(&["reset", "-q", "--hard", &first]);
    club.world.write("members/bram.md", file.replace("keys:", "lang: nl\nkeys:"));
    club.commit_signed(ANNA, &anna, "I asked him");
    club.assert_found(&[]);
    club.world.git(&["reset", "-q", "--hard", &first]);
    club.rules(&format!("  roles: {{steward: [anna, bram]}}\n{rules}{SIGNED}"), "");
    club.commit_signed(ANNA, &anna, "Bram too");
    let answer = club.answer(&["--base", "base"]);
    assert!(
        answer["findings"]
            .as_array()
            .unwrap()
            .iter()
            .any(|finding| { finding["message"].as_str().unwrap().starts_with("@bram is given a role here, and a key in their file") }),
        "{answer}"
    );
    // But for a second one, and another cannot do it for them.
    club.world.git(&["reset", "-q", "--hard", "HEAD~1"]);
    let (_, second) = club.key("second").unwrap();
    let more = club.writes(BRAM, "members/bram.md", format!("{}  - {second}\n---\n", file.trim_end_matches("---\n")));
    club.assert_found(&[("unsigned-change", "members/bram.md", &first), ("unsigned-change", "members/bram.md", &more)]);
    club.world.git(&["reset", "-q", "--hard", "base"]);
    let planted = club.writes(MALLORY, "members/bram.md", &file);
    club.assert_found(&[("foreign-member-file", "members/bram.md", &planted)]);
    // Who holds a role already has the first one put there by a steward.
    club.world.git(&["reset", "-q", "--hard", "base"]);
    club.rules(&format!("  roles: {{steward: [anna, bram]}}\n{rules}{SIGNED}"), "");
    club.commit_signed(ANNA, &anna, "Bram too");
    let first = club.writes(BRAM, "members/bram.md", &file);
    club.assert_found(&[("unsigned-change", "members/bram.md", &first)]);
    for (language, said) in [("en", "a steward puts the first under keys:"), ("nl", "een steward zet de eerste onder keys:")] {
        let run =
            club.world.command("cop").args(&["check", "--history", "--base", "base", "--select", "HIS"]).env("COP_LANG", language).run();
        assert!(run.stdout.contains(said), "{run}");
    }
    // A steward can vouch for it.
    club.world.git(&["reset", "-q", "--hard", "base"]);
    club.world.write("members/bram.md", &file);
    club.commit_signed(ANNA, &anna, "Bram's key");
    club.world.write("practices/a.md", "# A\n");
    club.assert_found(&[]);
    // Who comes in brings a key along: that is said where they get a role.
    club.world.git(&["reset", "-q", "--hard", "base"]);
    club.writes(("Dora", "dora@example.org"), "members/dora.md", member("Dora", "dora@example.org", &format!("keys:\n  - {public}")));
    club.assert_found(&[]);
    club.rules(&format!("  roles: {{steward: [anna, dora]}}\n{rules}{SIGNED}"), "");
    club.commit_signed(ANNA, &anna, "Dora too");
    let answer = club.answer(&["--base", "base"]);
    let finding = &answer["findings"][0];
    assert_eq!((&finding["rule"], &finding["severity"]), (&"unsigned-change".into(), &"warning".into()), "{answer}");
    assert!(finding["message"].as_str().unwrap().starts_with("@dora is given a role here, and a key in their file came"), "{finding}");
    // Who signs with it vouches for nothing; a steward who leaves it there does.
    let more = |more: &str| member("Dora", "dora@example.org", &format!("{more}keys:\n  - {public}"));
    let severity =
        || club.answer(&["--base", "base"])["findings"].as_array().unwrap().iter().map(|f| f["severity"].clone()).collect::<Vec<_>>();
    club.world.write("members/dora.md", more("lang: nl\n"));
    club.commit_signed(ANNA, &other, "By that key");
    assert_eq!(severity(), ["warning"]);
    // Nor does what only passes by, as a rename that follows a link.
    club.world.write("members/dora.md", more("interests: [mail]\n"));
    club.world.write("practices/elsewhere.md", "# A\n");
    club.commit_signed(ANNA, &anna, "In passing");
    assert_eq!(severity(), ["warning"]);
    club.world.write("members/dora.md", more("lang: en\n"));
    club.commit_signed(ANNA, &anna, "I asked her");
    assert_eq!(severity(), [""; 0]);
}

#[test]
fn whose_keys_count_is_told_where_a_role_is_given_and_a_planted_key_signs_for_no_other() {
    let Some((club, anna, planted)) = signing() else { return };
    let public = |key: &Path| fs::read_to_string(key.with_extension("pub")).unwrap();
    let file = |key: &Path| member("Dora", "dora@example.org", &format!("keys:\n  - {}", public(key)));
    let grant = || {
        club.rules(&format!("  roles: {{steward: [anna, dora]}}\n  moves: {{decision accepted: [steward]}}\n{SIGNED}"), "");
        club.commit_signed(ANNA, &anna, "Dora too")
    };
    // Mallory makes a file for who does not know, and replaces the key with a second one that the first signs for.
    let (second, text) = club.key("second").unwrap();
    club.writes(MALLORY, "members/dora.md", file(&planted));
    club.world.write("members/dora.md", file(&second));
    club.commit_signed(MALLORY, &planted, "Another key");
    let swapped = club.world.git(&["rev-parse", "HEAD"]);
    grant();
    club.assert_found(&[("unsigned-change", "community.yaml", &swapped)]);
    assert_eq!(club.answer(&["--base", "base"])["findings"][0]["severity"], "warning");
    // Before the base nobody can tell: it is said which key it is, and nothing fails for that.
    club.world.git(&["reset", "-q", "--hard", "HEAD~1"]);
    club.world.git(&["tag", "--force", "base"]);
    let granted = grant();
    club.assert_found(&[("unsigned-change", "community.yaml", &granted)]);
    let end = &text.split(' ').nth(1).unwrap()[52..];
    for (lang, said) in [("en", "whoever has one of these keys is @dora: "), ("nl", "wie een van deze sleutels heeft, is @dora: ")] {
        let arguments = ["check", "--history", "--base", "base", "--select", "HIS", "--deny", "warnings"];
        let run = club.world.command("cop").args(&arguments).env("COP_LANG", lang).run();
        let text = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(run.status == 0 && text.contains(said) && text.contains(end), "{run}");
    }
}

#[test]
fn a_key_that_a_stranger_spells_otherwise_is_still_the_stewards() {
    let club = Club::new(SIGNED);
    let Some((anna, public)) = club.key_of("rsa", "anna") else { return };
    club.writes(ANNA, "members/anna.md", member(ANNA.0, ANNA.1, &format!("keys:\n  - {public}\n")));
    club.world.git(&["tag", "--force", "base"]);
    // The same key to ssh-keygen: three zeros and more before its exponent.
    let spelled = |length: char, zeros: usize| {
        let other = public.replace("AAAAB3NzaC1yc2EAAAADAQAB", &format!("AAAAB3NzaC1yc2EAAAA{length}{}AQAB", "AAAA".repeat(zeros)));
        assert_ne!(other, public);
        format!("  - {other}\n")
    };
    let keys: String = [('G', 1), ('J', 2), ('M', 3), ('P', 4)].into_iter().map(|(length, zeros)| spelled(length, zeros)).collect();
    let listed = club.writes(MALLORY, "members/aaa.md", member("Aaa", "aaa@example.org", &format!("keys:\n{keys}")));
    let run = stays_the_stewards(&club, &anna, &listed);
    assert!(run.stdout.contains("PEO001 shared-address a key of this file is in members/anna.md too"), "{run}");
    // She may spell her own as she likes.
    club.writes(ANNA, "members/anna.md", member(ANNA.0, ANNA.1, &format!("keys:\n{}", spelled('G', 1))));
    club.world.git(&["rm", "-q", "members/aaa.md"]);
    club.world.commit_by(ANNA.0, ANNA.1, "Away");
    club.world.git(&["tag", "--force", "base"]);
    club.world.write(DECISION, decision("accepted") + "\nMore.\n");
    club.commit_signed(BRAM, &anna, "More");
    club.assert_found(&[]);
    assert_eq!(club.evidence(), [3]);
}

#[test]
fn where_signatures_begin_to_count_it_is_told_whose_keys_do() {
    let club = Club::new("");
    let (Some((anna, public)), Some((_, planted))) = (club.key("anna"), club.key("planted")) else { return };
    club.writes(ANNA, "members/anna.md", member(ANNA.0, ANNA.1, &format!("keys:\n  - {public}\n")));
    club.world.git(&["tag", "--force", "base"]);
    // Mallory types Anna's name, as long as that is enough.
    club.writes(ANNA, "members/anna.md", member(ANNA.0, ANNA.1, &format!("keys:\n  - {public}\n  - {planted}\n")));
    club.assert_found(&[]);
    club.rules(&format!("  roles: {{steward: [anna]}}\n  moves: {{decision accepted: [steward]}}\n{SIGNED}"), "");
    let begun = club.commit_signed(ANNA, &anna, "Signed from now on");
    club.assert_found(&[("unsigned-change", "community.yaml", &begun)]);
    let end = |key: &str| format!("…{}", &key.split(' ').nth(1).unwrap()[52..]);
    for (language, said) in [("en", "whoever has one of these keys is @anna: "), ("nl", "wie een van deze sleutels heeft, is @anna: ")] {
        let arguments = ["check", "--history", "--base", "base", "--select", "HIS", "-f", "concise"];
        let run = club.world.command("cop").args(&arguments).env("COP_LANG", language).run();
        assert!(run.status == 0 && run.stdout.contains(said) && run.stdout.contains(&end(&public)), "{run}");
        assert!(run.stdout.contains(&format!("{} (", end(&planted))), "{run}");
    }
    // Of a key that was there before it is said, and fails nothing.
    club.world.git(&["tag", "--force", "base", "HEAD^"]);
    assert_eq!(club.answer(&["--base", "base"])["findings"][0]["severity"], "note");
    club.world.git(&["tag", "--force", "base", "HEAD~2"]);
    assert_eq!(club.answer(&["--base", "base"])["findings"][0]["severity"], "warning");
    // Who is no steward is found for that, and nothing begins.
    club.world.git(&["reset", "-q", "--hard", "base"]);
    club.rules(&format!("  roles: {{steward: [anna]}}\n  moves: {{decision accepted: [steward]}}\n{SIGNED}"), "");
    let foreign = club.world.commit_by(MALLORY.0, MALLORY.1, "Signed");
    club.assert_found(&[("foreign-rules", "community.yaml", &foreign)]);
}

#[test]
fn signatures_that_begin_as_help_says_come_to_warn_of_nothing() {
    let club = Club::new("");
    let (Some((anna, public)), Some((_, bram))) = (club.key("anna"), club.key("bram")) else { return };
    let rules = |signed: &str| {
        club.rules(&format!("  roles: {{steward: [anna, bram]}}\n  moves: {{decision accepted: [steward]}}\n{signed}"), "");
    };
    rules("");
    club.world.commit_by(ANNA.0, ANNA.1, "Two stewards");
    club.world.git(&["tag", "--force", "base"]);
    let brams = |more: &str| member(BRAM.0, BRAM.1, &format!("{more}keys:\n  - {bram}\n"));
    let severities = || {
        let answer = club.answer(&["--base", "base"]);
        answer["findings"].as_array().unwrap().iter().map(|finding| finding["severity"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    // Each puts a key into their own file, and then a steward signs that signatures count.
    club.writes(ANNA, "members/anna.md", member(ANNA.0, ANNA.1, &format!("keys:\n  - {public}\n")));
    let keys = club.writes(BRAM, "members/bram.md", brams(""));
    rules(SIGNED);
    club.commit_signed(ANNA, &anna, "Signed from now on");
    assert_eq!(severities(), ["note", "warning"]);
    // Who signed for that signs for the other.
    club.world.write("members/bram.md", brams("lang: nl\n"));
    club.commit_signed(ANNA, &anna, "I asked him");
    assert_eq!(severities(), ["note"]);
    let run = club.world.cop(&["check", "--history", "--base", "base", "--select", "HIS", "--deny", "warnings"]);
    assert!(run.status == 0 && run.stdout.contains("@anna"), "{run}");
    // Without a signature nobody is vouched for, whoever signs later.
    club.world.git(&["reset", "-q", "--hard", &keys]);
    rules(SIGNED);
    club.world.commit_by(ANNA.0, ANNA.1, "Signed from now on");
    club.world.write("members/bram.md", brams("lang: nl\n"));
    club.commit_signed(ANNA, &anna, "I asked him");
    assert_eq!(severities(), ["warning", "warning"]);
    // That signatures count is taken back and begun again.
    rules("");
    club.commit_signed(ANNA, &anna, "Not yet");
    rules(SIGNED);
    club.commit_signed(ANNA, &anna, "Signed from now on");
    club.world.write("members/bram.md", brams("lang: en\n"));
    club.commit_signed(ANNA, &anna, "I asked him");
    assert!(!severities().contains(&"warning".to_owned()), "{:?}", severities());
}

#[test]
fn the_first_keys_of_a_file_count_and_many_take_no_time() {
    let Some((club, anna, other)) = signing() else { return };
    let public = |key: &Path| fs::read_to_string(key.with_extension("pub")).unwrap();
    let many: Vec<String> = (0..20_000).map(|at| format!("  - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{at:043}\n")).collect();
    let many = many.concat();
    let file = |first: &str| member(ANNA.0, ANNA.1, &format!("keys:\n{first}{many}  - {}", public(&other)));
    club.world.write("members/anna.md", file(&format!("  - {}", public(&anna))));
    club.commit_signed(ANNA, &anna, "Many keys");
    club.world.write(DECISION, decision("accepted"));
    club.commit_signed(ANNA, &anna, "Accept");
    club.world.write("decisions/0002-b.md", decision("accepted"));
    let last = club.commit_signed(ANNA, &other, "Accept");
    club.assert_found(&[("unsigned-change", "decisions/0002-b.md", &last)]);
}
