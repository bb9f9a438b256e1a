//! Lines merged as git merges them, and how git is told to leave documents to cop.

use std::fs;
use std::path::{Path, PathBuf};

use git2::{AttrCheckFlags, AttrValue, MergeFileInput, MergeFileOptions};

use super::open::Repo;
use super::switches;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files;
use crate::base::shell::quoted;
use crate::model::merge::{Merged, OURS, Three};
use crate::msg;

/// The name that git knows the driver by.
const NAME: &str = "cop";

/// The files that are documents, for git's attributes.
const PATTERNS: [&str; 2] = ["*.md", "*.markdown"];

/// A longer list of attributes is none of a person's.
const LONGEST: u64 = 1 << 20;

/// Merges lines, with marks around what contradicts.
pub fn lines(three: Three<'_>) -> Merged {
    let whole = || Merged { text: format!("{OURS}{}=======\n{}>>>>>>> theirs\n", three.ours, three.theirs), conflicts: 1 };
    let merged = bytes(three.base.as_bytes(), three.ours.as_bytes(), three.theirs.as_bytes());
    let Some((bytes, conflicts)) = merged else { return whole() };
    String::from_utf8(bytes).map_or_else(|_| whole(), |text| Merged { text, conflicts })
}

/// The same for bytes that need be no text; `None` where they are too many, or no lines at all.
pub fn bytes(base: &[u8], ours: &[u8], theirs: &[u8]) -> Option<(Vec<u8>, usize)> {
    switches::set();
    if [base, ours, theirs].iter().any(|side| side.contains(&0)) {
        return None;
    }
    let input = |content| {
        let mut input = MergeFileInput::new();
        input.content(content);
        input
    };
    let mut options = MergeFileOptions::new();
    options.our_label("ours").their_label("theirs");
    let merged = git2::merge_file(&input(base), &input(ours), &input(theirs), Some(&mut options)).ok()?;
    let content = merged.content().to_vec();
    if merged.is_automergeable() {
        return Some((content, 0));
    }
    let marks = content.split(|byte| *byte == b'\n').filter(|line| *line == OURS.trim_end().as_bytes()).count();
    Some((content, marks.max(1)))
}

/// Whether git leaves the merging of documents to cop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Driver {
    /// It does, with this program.
    Installed,
    /// It was told to, but with a program that is not this one.
    Elsewhere,
    /// It merges lines.
    Absent,
    /// The repository has documents merged in another way, of this name.
    Other(String),
}

/// What git runs to merge a document. Where cop is gone or fails, git's own merge is run in its place: after a driver that does nothing our
/// side would stand there without a mark.
pub fn command(program: &Path) -> String {
    // git replaces what stands behind a percent sign.
    let program = program.to_string_lossy().replace('\\', "/").replace('%', "%%");
    let program = quoted(&program);
    format!("{program} merge-driver -- %O %A %B %P; s=$?; test $s -le 1 && exit $s; exec git merge-file -q %A %O %B")
}

/// Whether the driver is installed.
pub fn driver(repo: &Repo, program: &Path) -> Driver {
    let config = repo.raw().config().and_then(|mut config| config.snapshot());
    let said = config.as_ref().ok().and_then(|config| config.get_str("merge.cop.driver").ok());
    match (attribute(repo, "").as_deref(), said) {
        (Some(NAME), Some(said)) if said == command(program) => Driver::Installed,
        (Some(NAME), Some(_)) => Driver::Elsewhere,
        (Some(other), _) if other != NAME => Driver::Other(other.to_owned()),
        _ => Driver::Absent,
    }
}

/// How documents of a folder, from the repository's top, are merged, by git's attributes, if they say.
pub fn attribute(repo: &Repo, folder: &str) -> Option<String> {
    let path = Path::new(folder).join("x.md");
    let value = repo.raw().get_attr_bytes(&path, "merge", AttrCheckFlags::FILE_THEN_INDEX).ok().flatten();
    match AttrValue::from_bytes(value) {
        AttrValue::True => Some("text".to_owned()),
        AttrValue::False => Some("binary".to_owned()),
        AttrValue::String(name) => Some(name.to_owned()),
        AttrValue::Bytes(name) => Some(String::from_utf8_lossy(name).into_owned()),
        AttrValue::Unspecified => None,
    }
}

/// The two files that an installation changes, both in the git folder: nothing that is committed.
pub fn places(repo: &Repo) -> [PathBuf; 2] {
    [repo.common_dir().join("config"), repo.common_dir().join("info").join("attributes")]
}

/// Tells git to leave the merging of documents to cop, in this clone.
///
/// # Errors
/// A file in the git folder can't be read or written.
pub fn install(repo: &Repo, program: &Path) -> Result<()> {
    let [config, attributes] = places(repo);
    let failed = |error: git2::Error| Error::new(ErrorKind::Git, msg!("merge-not-installed")).because(error.message());
    let mut own = git2::Config::open(&config).map_err(failed)?;
    own.set_str("merge.cop.name", "documents, field by field").map_err(failed)?;
    own.set_str("merge.cop.driver", &command(program)).map_err(failed)?;
    if attribute(repo, "").as_deref() == Some(NAME) {
        return Ok(());
    }
    let unwritten = |error: &std::io::Error| Error::io(msg!("merge-not-installed"), &attributes, error);
    let mut text = match files::read(&attributes, LONGEST) {
        Ok(bytes) => bytes,
        Err(files::Unread::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(unwritten(&std::io::Error::other(error))),
    };
    if text.last().is_some_and(|last| *last != b'\n') {
        text.push(b'\n');
    }
    text.extend(patterns().into_bytes());
    fs::create_dir_all(attributes.parent().unwrap_or(Path::new("."))).map_err(|error| unwritten(&error))?;
    files::replace(&attributes, &text).map_err(|error| unwritten(&error))
}

/// The attributes that leave documents to cop.
pub(super) fn patterns() -> String {
    PATTERNS.map(|pattern| format!("{pattern} merge={NAME}\n")).concat()
}

/// The settings that leave documents to cop for one run of git, whatever is installed. `scratch` is a folder that stays while git runs.
///
/// The person's own attributes are behind ours, and those of the repository before both: what they say of merging goes before this.
/// `own` is where git says that the person's own are.
pub(super) fn for_one_run(program: &Path, scratch: &Path, own: Option<&Path>) -> std::io::Result<Vec<String>> {
    let file = scratch.join("attributes");
    let mut text = patterns().into_bytes();
    match own.map(fs::read) {
        Some(Ok(bytes)) => text.extend(bytes),
        Some(Err(error)) if !matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) => return Err(error),
        Some(Err(_)) | None => {}
    }
    fs::write(&file, text)?;
    let settings = [
        format!("core.attributesFile={}", file.to_string_lossy()),
        "merge.cop.name=documents, field by field".to_owned(),
        format!("merge.cop.driver={}", command(program)),
    ];
    Ok(settings.into_iter().flat_map(|setting| ["-c".to_owned(), setting]).collect())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{bytes, command, lines};
    use crate::model::merge::{Merged, Three};

    #[test]
    fn lines_are_merged_as_git_does() {
        let three = |base, ours, theirs| lines(Three { base, ours, theirs });
        assert_eq!(three("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n"), Merged { text: "A\nb\nC\n".to_owned(), conflicts: 0 });
        let text = "<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n".to_owned();
        assert_eq!(three("a\n", "b\n", "c\n"), Merged { text, conflicts: 1 });
        assert_eq!(bytes(b"a\n", b"\0", b"b"), None);
    }

    #[test]
    fn the_program_is_one_word_to_the_shell() {
        let told = command(Path::new("/opt/it's 100%/cop"));
        assert!(told.starts_with(r"'/opt/it'\''s 100%%/cop' merge-driver -- %O %A %B %P; s=$?"), "{told}");
    }
}
