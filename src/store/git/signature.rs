//! Whose signature a commit carries, as `ssh-keygen` or `gpg` of the system say.
//!
//! The programs stand at fixed places, and get no environment but a home: nothing that a repository or its configuration names is run.
//! Whoever is trusted is handed in. Only one whole, sound signature over exactly this commit is good; all else is told as what it is.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use super::open::Repo;
use super::sshkey;
use crate::base::files::{self, OwnFolder, Scratch};

/// Where `ssh-keygen` stands.
const SSH: &[&str] = if cfg!(windows) { &[r"C:\Windows\System32\OpenSSH\ssh-keygen.exe"] } else { &["/usr/bin/ssh-keygen"] };
/// Where `gpg` stands; on a Mac it does not come with the system.
const GPG: &[&str] = if cfg!(windows) {
    &[r"C:\Program Files (x86)\GnuPG\bin\gpg.exe", r"C:\Program Files\GnuPG\bin\gpg.exe"]
} else {
    &["/usr/bin/gpg", "/usr/local/bin/gpg", "/opt/homebrew/bin/gpg"]
};

/// A larger signature is none that these programs make, in bytes.
const LARGEST: usize = 64 << 10;
/// A larger commit is not looked at, in bytes.
const LARGEST_COMMIT: usize = 16 << 20;
/// So many times a program is asked whether it has ended, and how long cop waits between: ten seconds.
const PATIENCE: (u32, Duration) = (5_000, Duration::from_millis(2));
/// So many bytes of what a program says are read.
const SAID: u64 = 1 << 20;

/// The sorts of key that `ssh-keygen` signs with.
const SORTS: [&str; 7] = [
    "ssh-ed25519",
    "ssh-rsa",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
];

/// What a commit's signature is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// There is none.
    Absent,
    /// It is good, and by these of the keys that were handed in.
    Good(Vec<usize>),
    /// It is by none of them.
    Unlisted,
    /// It is not for this commit, or not for git, or by a key that was withdrawn or has expired.
    Bad,
    /// There are several, or it is too large, or nothing that can be read.
    Odd,
    /// The program that could tell is not there.
    NoProgram(&'static str),
    /// The program could not be run to its end.
    Failed(&'static str),
}

/// Asks the programs.
pub struct Verifier<'r> {
    repo: &'r Repo,
    home: Option<PathBuf>,
    scratch: OnceCell<Option<Scratch>>,
}

impl<'r> Verifier<'r> {
    /// For commits of a repository; `home` is the person's, in which `gpg` has its keys.
    pub fn new(repo: &'r Repo, home: Option<&Path>) -> Self {
        Self { repo, home: home.filter(|home| home.is_absolute()).map(Path::to_owned), scratch: OnceCell::new() }
    }

    /// What the signature of a commit is worth, given its bytes and the keys that are known: SSH keys as they stand in a `.pub` file,
    /// and fingerprints of GPG keys.
    pub fn of(&self, commit: &[u8], keys: &[&str]) -> Signature {
        let (payload, signature) = match parted(commit) {
            Parted::Unsigned => return Signature::Absent,
            Parted::Odd => return Signature::Odd,
            Parted::Signed { payload, signature } => (payload, signature),
        };
        let is = |begin: &[u8], end: &[u8]| is_one_block(&signature, begin, end);
        let judge = if is(b"-----BEGIN SSH SIGNATURE-----", b"-----END SSH SIGNATURE-----") {
            Self::ssh
        } else if is(b"-----BEGIN PGP SIGNATURE-----", b"-----END PGP SIGNATURE-----") {
            Self::gpg
        } else {
            return Signature::Odd;
        };
        let made = self.scratch.get_or_init(|| self.folder());
        let Some(folder) = made.as_ref().map(Scratch::path) else { return Signature::Failed("") };
        let written = fs::write(folder.join("commit"), &payload).and_then(|()| fs::write(folder.join("sig"), &signature));
        if written.is_err() { Signature::Failed("") } else { judge(self, folder, keys) }
    }

    fn folder(&self) -> Option<Scratch> {
        let own = OwnFolder::new(self.repo.git_dir(), "cop/write");
        own.make().ok()?;
        Scratch::new_in(own.path()).ok()
    }

    fn ssh(&self, folder: &Path, keys: &[&str]) -> Signature {
        let Some(program) = program(SSH) else { return Signature::NoProgram("ssh-keygen") };
        let keys: Vec<Option<String>> = keys.iter().map(|key| ssh_key(key)).collect();
        let run = |words: &[&str]| self.run(program, words, folder);
        // The program tells of the first line only that fits. Whoever lists the key of another must not stand before them: a key has one
        // line, whoever lists it.
        let mut known = HashSet::new();
        let listed = keys.iter().enumerate().filter_map(|(at, key)| Some((at, key.as_deref()?)));
        // Names of our own making: what a member is called must not be able to mean anything here.
        let line = |(at, key): (usize, &str)| format!("m{at} namespaces=\"git\" {key}\n");
        let allowed: String = listed.filter(|(_, key)| known.insert(*key)).map(line).collect();
        if fs::write(folder.join("allowed"), allowed).is_err() {
            return Signature::Failed("ssh-keygen");
        }
        let Some(found) = run(&["-Y", "find-principals", "-f", "allowed", "-s", "sig"]) else { return Signature::Failed("ssh-keygen") };
        let first = found.out.lines().map(str::trim).find(|name| found.fine && !name.is_empty());
        let Some(first) = first else {
            return match run(&["-Y", "check-novalidate", "-n", "git", "-s", "sig"]) {
                Some(ran) if ran.fine => Signature::Unlisted,
                Some(_) => Signature::Bad,
                None => Signature::Failed("ssh-keygen"),
            };
        };
        let place = first.strip_prefix('m').and_then(|at| at.parse::<usize>().ok());
        let Some(key) = place.and_then(|at| keys.get(at)?.as_ref()) else { return Signature::Bad };
        match run(&["-Y", "verify", "-n", "git", "-f", "allowed", "-I", first, "-s", "sig"]) {
            Some(ran) if ran.fine && ran.out.starts_with("Good \"git\" signature for ") => {
                Signature::Good((0..keys.len()).filter(|at| keys[*at].as_ref() == Some(key)).collect())
            }
            Some(_) => Signature::Bad,
            None => Signature::Failed("ssh-keygen"),
        }
    }

    fn gpg(&self, folder: &Path, keys: &[&str]) -> Signature {
        let known: Vec<(usize, String)> = keys.iter().enumerate().filter_map(|(at, key)| Some((at, fingerprint(key)?))).collect();
        if known.is_empty() {
            return Signature::Unlisted;
        }
        let Some(program) = program(GPG) else { return Signature::NoProgram("gpg") };
        // Nothing is fetched, no other program is started, and whom the person trusts makes no difference: the list of keys says that.
        let words = "--no-options --batch --no-tty --no-autostart --disable-dirmngr --no-auto-key-retrieve --no-auto-check-trustdb \
                     --trust-model always --lock-never --status-fd 1 --verify sig commit";
        let Some(ran) = self.run(program, &words.split_whitespace().collect::<Vec<_>>(), folder) else { return Signature::Failed("gpg") };
        match gpg_said(&ran.out) {
            Gpg::Good(print) if ran.fine => {
                let places: Vec<usize> = known.iter().filter(|(_, known)| *known == print).map(|(at, _)| *at).collect();
                if places.is_empty() { Signature::Unlisted } else { Signature::Good(places) }
            }
            Gpg::NoKey => Signature::Unlisted,
            Gpg::Good(_) | Gpg::Bad => Signature::Bad,
        }
    }

    /// Runs a program in the folder, with the commit to read; `None` where it can't be run, or does not end.
    fn run(&self, program: &Path, words: &[&str], folder: &Path) -> Option<Ran> {
        let out = folder.join("out");
        let mut command = Command::new(program);
        command.args(words).current_dir(folder).env_clear().env("LC_ALL", "C");
        command.envs(self.home.iter().map(|home| ("HOME", home)));
        command.stdin(File::open(folder.join("commit")).ok()?).stdout(File::create(&out).ok()?).stderr(Stdio::null());
        let mut child = command.spawn().ok()?;
        for _ in 0..PATIENCE.0 {
            match child.try_wait() {
                Ok(Some(status)) => {
                    let out = String::from_utf8_lossy(&files::read(&out, SAID).ok()?).into_owned();
                    return Some(Ran { fine: status.success(), out });
                }
                Ok(None) => sleep(PATIENCE.1),
                Err(_) => break,
            }
        }
        let _ = child.kill();
        let _ = child.wait();
        None
    }
}

/// What a program said, and whether it ended well.
struct Ran {
    fine: bool,
    out: String,
}

fn program(places: &[&'static str]) -> Option<&'static Path> {
    places.iter().copied().map(Path::new).find(|place| place.is_file())
}

/// The sort and the text of an SSH key as it stands in a `.pub` file, without what is said about it, in the one way in which that key is
/// written here; `None` if it is none.
fn ssh_key(text: &str) -> Option<String> {
    let mut words = text.split_whitespace();
    let (sort, key) = (words.next()?, words.next()?);
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte));
    if !SORTS.contains(&sort) || !is_key {
        return None;
    }
    let key = if sort == sshkey::RSA { Cow::Owned(sshkey::rsa(key)?) } else { Cow::Borrowed(key) };
    Some(format!("{sort} {key}"))
}

/// The fingerprint of a GPG key, without spaces; `None` if it is none. Shorter names of keys can be made to measure.
fn fingerprint(text: &str) -> Option<String> {
    let text: String = text.split_whitespace().collect();
    let text = text.strip_prefix("0x").unwrap_or(&text);
    let is_print = matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_print.then(|| text.to_ascii_uppercase())
}

/// What a key is compared by: the key itself without what is said about it, or a fingerprint; `None` for what is neither.
pub fn key(text: &str) -> Option<String> {
    ssh_key(text).or_else(|| fingerprint(text))
}

/// A commit without its signature, and that.
#[derive(Debug, PartialEq, Eq)]
enum Parted {
    Unsigned,
    Odd,
    Signed { payload: Vec<u8>, signature: Vec<u8> },
}

fn parted(commit: &[u8]) -> Parted {
    let (mut payload, mut signature) = (Vec::with_capacity(commit.len()), Vec::new());
    let (mut rest, mut count, mut inside) = (commit, 0, false);
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let (line, after) = rest.split_at(end + 1);
        if line == b"\n" {
            break;
        }
        rest = after;
        inside = match line {
            // A line that begins with a space goes on with the header before it.
            [b' ', more @ ..] if inside => {
                signature.extend_from_slice(more);
                true
            }
            _ if line.starts_with(b"gpgsig") => {
                count += 1;
                match line.strip_prefix(b"gpgsig ") {
                    Some(first) => signature.extend_from_slice(first),
                    // `gpgsig-sha256`, or something that nobody knows.
                    None => count += 1,
                }
                true
            }
            _ => {
                payload.extend_from_slice(line);
                false
            }
        };
    }
    payload.extend_from_slice(rest);
    match count {
        0 => Parted::Unsigned,
        1 if signature.len() <= LARGEST && commit.len() <= LARGEST_COMMIT => Parted::Signed { payload, signature },
        _ => Parted::Odd,
    }
}

/// Whether a text is one armoured block and nothing else.
fn is_one_block(text: &[u8], begin: &[u8], end: &[u8]) -> bool {
    let text = text.trim_ascii();
    let count = |mark: &[u8]| text.windows(mark.len()).filter(|part| *part == mark).count();
    text.starts_with(begin) && text.ends_with(end) && count(b"-----BEGIN") == 1 && count(b"-----END") == 1
}

/// What `gpg` said of a signature.
#[derive(Debug, PartialEq, Eq)]
enum Gpg {
    /// Good, by a key with this fingerprint, or by one that belongs to it. Of its own a key says nothing: whoever lists that of another's
    /// subkey can't be told from whose it is without their keyring.
    Good(String),
    /// The key is not in the keyring.
    NoKey,
    Bad,
}

/// Where in what `gpg` says of a good signature the key stands to which the one that made it belongs.
const PRIMARY: usize = 9;

fn gpg_said(said: &str) -> Gpg {
    let mut lines = Vec::new();
    for line in said.lines().filter_map(|line| line.strip_prefix("[GNUPG:] ")) {
        let mut words = line.split(' ');
        lines.push((words.next().unwrap_or_default(), words.collect::<Vec<_>>()));
    }
    let count = |name: &str| lines.iter().filter(|(known, _)| *known == name).count();
    let wrong = ["BADSIG", "EXPSIG", "EXPKEYSIG", "REVKEYSIG", "ERRSIG"];
    if wrong.iter().all(|name| count(name) == 0) && (count("NEWSIG"), count("GOODSIG"), count("VALIDSIG")) == (1, 1, 1) {
        let valid = lines.iter().find(|(name, _)| *name == "VALIDSIG").map(|(_, words)| words.as_slice()).unwrap_or_default();
        return valid.get(PRIMARY).map_or(Gpg::Bad, |print| Gpg::Good((*print).to_owned()));
    }
    if count("NO_PUBKEY") == 1 && count("NEWSIG") == 1 { Gpg::NoKey } else { Gpg::Bad }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Gpg, Parted, gpg_said, is_one_block, key, parted};

    const HEAD: &str = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <a@b> 5 +0000\ncommitter A <a@b> 5 +0000\n";

    #[test]
    fn a_commit_is_what_is_signed_without_its_signature() {
        let signed = format!("{HEAD}gpgsig -----BEGIN X-----\n abc\n -----END X-----\nencoding x\n\nSubject\ngpgsig no header\n");
        let Parted::Signed { payload, signature } = parted(signed.as_bytes()) else { panic!("signed") };
        assert_eq!(String::from_utf8(payload).unwrap(), format!("{HEAD}encoding x\n\nSubject\ngpgsig no header\n"));
        assert_eq!(signature, b"-----BEGIN X-----\nabc\n-----END X-----\n");
        assert_eq!(parted(format!("{HEAD}\ngpgsig x\n").as_bytes()), Parted::Unsigned);
        assert_eq!(parted(b""), Parted::Unsigned);
    }

    #[test]
    fn a_header_that_could_mean_two_things_is_odd() {
        let large = " abc\n".repeat(20_000);
        for more in ["gpgsig a\ngpgsig b\n", "gpgsig-sha256 a\n", "gpgsig a\ngpgsig-sha256 b\n", "gpgsig\n", &format!("gpgsig a\n{large}")]
        {
            assert_eq!(parted(format!("{HEAD}{more}\nSubject\n").as_bytes()), Parted::Odd, "{}", &more[..8]);
        }
        let block = |text: &str| is_one_block(text.as_bytes(), b"-----BEGIN X-----", b"-----END X-----");
        assert!(block("-----BEGIN X-----\nabc\n-----END X-----\n"));
        for text in [
            "-----BEGIN X-----\na\n-----END X-----\n-----BEGIN X-----\nb\n-----END X-----",
            "x\n-----BEGIN X-----\na\n-----END X-----",
            "-----BEGIN X-----\na",
            "",
        ] {
            assert!(!block(text), "{text}");
        }
    }

    #[test]
    fn a_key_is_compared_without_what_is_said_about_it() {
        let (long, spaced) = ("0x0123456789abcdef0123456789abcdef01234567", "0123 4567 89AB CDEF 0123  4567 89AB CDEF 0123 4567");
        assert_eq!(key("ssh-ed25519 AAAA+/= anna@laptop").as_deref(), Some("ssh-ed25519 AAAA+/="));
        assert_eq!(key(long), key(spaced));
        for none in ["", "ssh-ed25519", "ssh-dss AAAA", "cert-authority AAAA", "ssh-ed25519 AA\"AA", "89ABCDEF01234567", "* AAAA"] {
            assert_eq!(key(none), None, "{none}");
        }
    }

    #[test]
    fn gpg_is_believed_only_where_it_says_one_thing() {
        let good = "[GNUPG:] NEWSIG a\n[GNUPG:] GOODSIG 89AB Anna\n[GNUPG:] VALIDSIG 0123 2026-01-01 1 0 4 0 22 8 00 4567\n";
        assert_eq!(gpg_said(good), Gpg::Good("4567".into()));
        assert_eq!(gpg_said(good.trim_end_matches(" 4567\n")), Gpg::Bad);
        for more in ["REVKEYSIG 89AB Anna", "EXPKEYSIG 89AB Anna", "NEWSIG b", "GOODSIG 89AB Anna", "BADSIG 89AB Anna"] {
            assert_eq!(gpg_said(&format!("{good}[GNUPG:] {more}\n")), Gpg::Bad, "{more}");
        }
        assert_eq!(gpg_said("[GNUPG:] NEWSIG\n[GNUPG:] ERRSIG 89AB 22 8 00 1 9 0123\n[GNUPG:] NO_PUBKEY 89AB\n"), Gpg::NoKey);
        assert_eq!(gpg_said(""), Gpg::Bad);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = parted(&bytes);
            let text = [HEAD.as_bytes(), b"gpgsig ", &bytes].concat();
            let _ = parted(&text);
        }
    }
}
