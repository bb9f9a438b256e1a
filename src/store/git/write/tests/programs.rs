//! Hooks and signatures.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use super::*;

fn hook(world: &Scratch, name: &str, script: &str) {
    program(&world.root().join(".git/hooks").join(name), script);
}

#[test]
fn hooks_see_what_git_would_show_them() {
    let world = world();
    user_works(&world);
    let log = world.beside("log");
    for name in ["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"] {
        let log = log.display();
        hook(
            &world,
            name,
            &format!("#!/bin/sh\necho \"{name} $2 $(pwd) $GIT_AUTHOR_EMAIL $(git diff --cached --name-only | tr '\\n' ' ')\" >>{log}\n"),
        );
    }
    write(&world, &one("x.md", "x\n"), &options()).expect("written");
    let root = world.root();
    let line = |name: &str, kind: &str, staged: &str| format!("{name} {kind} {} bram@example.org {staged}\n", root.display());
    let expected = [
        line("pre-commit", "", "x.md "),
        line("prepare-commit-msg", "message", "x.md "),
        line("commit-msg", "", "x.md "),
        line("post-commit", "", "staged.md "),
    ];
    assert_eq!(fs::read_to_string(&log).unwrap(), expected.concat());
    // The same four from git itself, for a commit of one path.
    fs::remove_file(&log).unwrap();
    world.write("y.md", "y\n");
    world.git("add y.md");
    world.git("-c user.email=bram@example.org commit -q -m y -- y.md");
    let theirs = fs::read_to_string(&log).unwrap().replace("anna@", "bram@").replace("y.md", "x.md");
    assert_eq!(theirs, expected.concat());
    sound(&world);
}

#[test]
fn a_hook_that_refuses_leaves_nothing() {
    for name in ["pre-commit", "prepare-commit-msg", "commit-msg"] {
        let world = world();
        hook(&world, name, "#!/bin/sh\necho no good\nexit 3\n");
        let error = write(&world, &one("x.md", "x\n"), &options()).expect_err("refused");
        assert!(words(&error).starts_with(&format!("the hook {name} refuses this commit > nothing was written")), "{}", words(&error));
        assert_eq!(error.cause().map(ToString::to_string).as_deref(), Some("no good"));
        assert_eq!(content(&world.root(), "x.md"), None);
        assert_eq!(world.git("status --porcelain"), "");
        assert_eq!(world.git("log --format=%s"), "begin\n");
        sound(&world);
        write(&world, &one("x.md", "x\n"), &Options { no_commit: true, ..options() }).expect("written");
    }
}

#[test]
fn a_hook_can_change_the_message_and_not_the_files() {
    let world = world();
    hook(&world, "commit-msg", "#!/bin/sh\necho 'Ticket: 7' >>\"$1\"\n");
    hook(&world, "post-commit", "echo done\nexit 1\n");
    let done = write(&world, &one("x.md", "x\n"), &options()).expect("written");
    assert_eq!(world.git("log -1 --format=%B"), "Add x.md\nTicket: 7\n\n");
    assert_eq!(
        done.said.iter().map(|said| (said.hook.as_str(), said.text.as_str(), said.fine)).collect::<Vec<_>>(),
        [("post-commit", "done", false)]
    );
    hook(&world, "pre-commit", "#!/bin/sh\necho more >more.md\ngit add more.md\nrm more.md\n");
    let error = write(&world, &one("y.md", "y\n"), &options()).expect_err("refused");
    assert!(words(&error).starts_with("the hook pre-commit put something else into the commit"));
    assert_eq!(world.git("status --porcelain"), "");
}

#[test]
fn hooks_are_where_git_looks_for_them_and_only_if_they_can_be_run() {
    let world = world();
    hook(&world, "pre-commit", "#!/bin/sh\nexit 1\n");
    fs::set_permissions(world.root().join(".git/hooks/pre-commit"), fs::Permissions::from_mode(0o644)).unwrap();
    write(&world, &one("x.md", "x\n"), &options()).expect("written");
    program(&world.root().join("my-hooks/commit-msg"), "#!/bin/sh\necho '\n\nby hook' >>\"$1\"\n");
    world.git("config core.hooksPath my-hooks");
    write(&world, &one("y.md", "y\n"), &options()).expect("written");
    assert_eq!(world.git("log -1 --format=%B"), "Add y.md\n\nby hook\n\n");
}

#[test]
fn a_program_that_a_hook_leaves_running_is_not_waited_for() {
    let world = world();
    hook(&world, "pre-commit", "#!/bin/sh\nsleep 20 &\n");
    let start = std::time::Instant::now();
    write(&world, &one("x.md", "x\n"), &options()).expect("written");
    assert!(start.elapsed().as_secs() < 15);
}

#[test]
fn a_commit_is_signed_with_ssh_as_git_would() {
    let world = world();
    let key = world.beside("key");
    let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-C", "bram", "-f"]).arg(&key).status();
    assert!(made.is_ok_and(|status| status.success()), "ssh-keygen is needed for this test");
    let public = fs::read_to_string(key.with_extension("pub")).unwrap();
    fs::write(world.beside("allowed"), format!("bram@example.org {public}")).unwrap();
    world.git("config commit.gpgSign true");
    world.git("config gpg.format ssh");
    world.git(&format!("config user.signingKey {}", key.display()));
    world.git(&format!("config gpg.ssh.allowedSignersFile {}", world.beside("allowed").display()));
    write(&world, &all_sorts(), &options()).expect("written");
    assert!(world.git("verify-commit HEAD").contains("Good \"git\" signature for bram@example.org"));
    assert_eq!(world.git("log -1 --format=%G?"), "G\n");
    sound(&world);
    world.git("config user.signingKey /nowhere/key");
    let error = write(&world, &one("x.md", "x\n"), &options()).expect_err("no key");
    assert!(words(&error).starts_with("ssh-keygen did not sign the commit > nothing was written"), "{}", words(&error));
    assert_eq!(content(&world.root(), "x.md"), None);
    sound(&world);
}

#[test]
fn a_commit_is_signed_by_the_program_that_is_named() {
    let world = world();
    let gpg = world.beside("gpg");
    program(
        &gpg,
        "#!/bin/sh\ncat >\"$0.in\"\necho \"$@\" >\"$0.args\"\necho '[GNUPG:] SIG_CREATED x' >&2\nprintf -- '-----BEGIN PGP SIGNATURE-----\\n\\nabc\\n-----END PGP SIGNATURE-----\\n'\n",
    );
    world.git("config commit.gpgSign true");
    world.git(&format!("config gpg.program {}", gpg.display()));
    write(&world, &one("x.md", "x\n"), &options()).expect("written");
    assert_eq!(fs::read_to_string(world.beside("gpg.args")).unwrap(), "--status-fd=2 -bsau Bram <bram@example.org>\n");
    let raw = world.git("cat-file commit HEAD");
    assert!(raw.contains("\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\nAdd x.md\n"), "{raw}");
    // What was signed is the commit without its signature.
    let signed = fs::read_to_string(world.beside("gpg.in")).unwrap();
    assert_eq!(signed, raw.replace("gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n", ""));
    program(&gpg, "#!/bin/sh\ncat >/dev/null\necho no key >&2\nexit 0\n");
    assert!(write(&world, &one("y.md", "y\n"), &options()).is_err(), "it did not say that it signed");
    sound(&world);
}
