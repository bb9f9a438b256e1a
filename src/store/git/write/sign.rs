//! Signatures, by the program that git itself would use.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use super::ground::{Ground, unwritable};
use super::message::Stamp;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::Scratch;
use crate::msg;

/// The signature that the user's configuration asks for; `None` if it asks for none.
pub(super) fn signature(ground: &Ground<'_>, commit: &[u8], committer: &Stamp) -> Result<Option<String>> {
    let Ok(config) = ground.raw.config().and_then(|mut config| config.snapshot()) else { return Ok(None) };
    if !config.get_bool("commit.gpgSign").unwrap_or_default() {
        return Ok(None);
    }
    let text = |name: &str| config.get_str(name).ok().filter(|text| !text.is_empty()).map(str::to_owned);
    // Programs may be given as `~/bin/gpg`.
    let program = |name: &str| config.get_path(name).ok().filter(|path| !path.as_os_str().is_empty());
    let key = text("user.signingKey");
    match text("gpg.format").as_deref().unwrap_or("openpgp") {
        "ssh" => {
            let key = key.map_or_else(|| default_key(ground, text("gpg.ssh.defaultKeyCommand")), Ok)?;
            let path = config.get_path("user.signingKey").ok();
            let program = program("gpg.ssh.program").unwrap_or_else(|| "ssh-keygen".into());
            ssh(ground, &program, &key, path.as_deref(), commit)
        }
        format @ ("openpgp" | "x509") => {
            let named = program(&format!("gpg.{format}.program"));
            let usual = || if format == "x509" { "gpgsm".into() } else { program("gpg.program").unwrap_or_else(|| "gpg".into()) };
            let program = named.unwrap_or_else(usual);
            gpg(ground, &program, &key.unwrap_or_else(|| committer.who()), commit)
        }
        other => Err(Error::new(ErrorKind::Git, msg!("write-sign-format", format = other)).hint(msg!("write-sign-format-hint"))),
    }
    .map(Some)
}

fn failed(program: &Path, cause: &str) -> Error {
    let program = program.to_string_lossy().into_owned();
    let error = Error::new(ErrorKind::Git, msg!("write-sign-failed", program = program)).hint(msg!("write-sign-hint"));
    if cause.trim().is_empty() { error } else { error.because(cause.trim()) }
}

/// A program that reads what is signed and writes the signature.
fn gpg(ground: &Ground<'_>, program: &Path, key: &str, commit: &[u8]) -> Result<String> {
    let mut command = Command::new(program);
    command.args(["--status-fd=2", "-bsau", key]).current_dir(&ground.root);
    let output = fed(&mut command, commit).map_err(|error| failed(program, &error.to_string()))?;
    let (signature, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    // gpg may end well without having signed.
    let made = told.lines().any(|line| line.starts_with("[GNUPG:] SIG_CREATED "));
    if output.status.success() && made { Ok(signature.into_owned()) } else { Err(failed(program, &told)) }
}

fn fed(command: &mut Command, text: &[u8]) -> std::io::Result<std::process::Output> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // What it did not want to read, it will explain.
        let _ = input.write_all(text);
    }
    child.wait_with_output()
}

/// `ssh-keygen`, which signs a file and writes the signature beside it.
fn ssh(ground: &Ground<'_>, program: &Path, key: &str, path: Option<&Path>, commit: &[u8]) -> Result<String> {
    let own = ground.own();
    let scratch = Scratch::new_in(own.path()).map_err(|error| unwritable(own.path(), &error))?;
    let file = |name: &str, bytes: &[u8]| {
        let path = scratch.path().join(name);
        fs::write(&path, bytes).map_err(|error| unwritable(&path, &error)).map(|()| path)
    };
    let buffer = file("commit", commit)?;
    let mut command = Command::new(program);
    command.args(["-Y", "sign", "-n", "git", "-f"]).current_dir(&ground.root);
    // A key that is written out instead of named is in the agent.
    let literal = key.strip_prefix("key::").or(Some(key).filter(|key| key.starts_with("ssh-")));
    match literal {
        Some(literal) => command.arg(file("key", literal.as_bytes())?).arg("-U"),
        None => command.arg(path.unwrap_or(Path::new(key))),
    };
    let output = fed(command.arg(&buffer), b"").map_err(|error| failed(program, &error.to_string()))?;
    if !output.status.success() {
        return Err(failed(program, &String::from_utf8_lossy(&output.stderr)));
    }
    fs::read_to_string(scratch.path().join("commit.sig")).map_err(|error| failed(program, &error.to_string()))
}

/// The first key that the user's command names.
fn default_key(ground: &Ground<'_>, command: Option<String>) -> Result<String> {
    let missing = || Error::new(ErrorKind::Git, msg!("write-sign-key")).hint(msg!("write-sign-key-hint"));
    let command = command.ok_or_else(missing)?;
    let output = fed(Command::new("sh").args(["-c", &command]).current_dir(&ground.root), b"");
    let output = output.map_err(|error| failed(Path::new(&command), &error.to_string()))?;
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().find(|line| line.starts_with("ssh-") || line.starts_with("key::")).map(str::to_owned).ok_or_else(missing)
}
