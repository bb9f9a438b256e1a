//! The object that a commit is, written as git writes it.

use git2::Oid;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;

/// A name, an address and a moment, as a commit has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) name: String,
    pub(super) email: String,
    /// Seconds since 1970.
    pub(super) seconds: i64,
    /// Minutes ahead of UTC.
    pub(super) offset: i32,
}

impl Stamp {
    /// `Anna <anna@example.org>`.
    pub(super) fn who(&self) -> String {
        format!("{} <{}>", self.name, self.email)
    }

    /// `1700000000 +0100`.
    pub(super) fn when(&self) -> String {
        let (sign, minutes) = if self.offset < 0 { ('-', self.offset.unsigned_abs()) } else { ('+', self.offset.unsigned_abs()) };
        format!("{} {sign}{:02}{:02}", self.seconds, minutes / 60, minutes % 60)
    }
}

/// A name or an address without what git cuts off at its ends; `None` if nothing is left, or if a commit can't have it.
///
/// libgit2 writes a line end in a name as it is, and can't read back what it wrote.
pub(super) fn clean(text: &str) -> Option<String> {
    let crud = |letter: char| letter <= ' ' || ",:;<>\"\\'".contains(letter);
    let text = text.trim_matches(crud);
    let odd = |letter: char| letter.is_control() || matches!(letter, '<' | '>' | '\u{fffd}');
    (!text.is_empty() && !text.contains(odd)).then(|| text.to_owned())
}

/// A commit without its signature.
pub(super) fn unsigned(tree: Oid, parent: Option<Oid>, author: &Stamp, committer: &Stamp, message: &str) -> Vec<u8> {
    let parent = parent.map(|parent| format!("parent {parent}\n")).unwrap_or_default();
    let (written, made) = (author.when(), committer.when());
    format!("tree {tree}\n{parent}author {} {written}\ncommitter {} {made}\n\n{message}", author.who(), committer.who()).into_bytes()
}

/// The same commit with a signature: the last of the headers, each line after the first set in by a space.
pub(super) fn signed(commit: &[u8], signature: &str) -> Vec<u8> {
    let end = commit.windows(2).position(|pair| pair == b"\n\n").map_or(commit.len(), |end| end + 1);
    let (head, message) = commit.split_at(end);
    let signature = signature.trim_end().replace("\r\n", "\n").replace('\n', "\n ");
    [head, format!("gpgsig {signature}\n").as_bytes(), message].concat()
}

/// A message as `commit.cleanup` says: line ends and empty lines put right, and with `strip` no lines that begin with `#`.
pub(super) fn tidy(text: &str, cleanup: &str) -> Result<String> {
    if text.contains('\0') {
        return Err(Error::new(ErrorKind::Git, msg!("write-message-odd")));
    }
    let mut tidy = String::with_capacity(text.len());
    if cleanup == "verbatim" {
        tidy.push_str(text);
    } else {
        let lines = text.lines().filter(|line| cleanup != "strip" || !line.starts_with('#')).map(str::trim_end);
        let mut gap = false;
        for line in lines {
            if line.is_empty() {
                gap = !tidy.is_empty();
                continue;
            }
            tidy.push_str(if std::mem::take(&mut gap) { "\n" } else { "" });
            tidy.push_str(line);
            tidy.push('\n');
        }
    }
    if tidy.trim().is_empty() { Err(Error::new(ErrorKind::Git, msg!("write-message-empty"))) } else { Ok(tidy) }
}

#[cfg(test)]
mod tests {
    use super::{Stamp, clean, signed, tidy};

    #[test]
    fn a_name_is_what_git_would_write() {
        for (text, name) in [("Anna", Some("Anna")), (" \"Anna B.\" ", Some("Anna B.")), ("a\nb", None), ("<>", None), ("a<b", None)] {
            assert_eq!(clean(text).as_deref(), name, "{text:?}");
        }
    }

    #[test]
    fn a_moment_has_its_offset() {
        let at = |offset| Stamp { name: String::new(), email: String::new(), seconds: 7, offset }.when();
        assert_eq!([at(60), at(-210), at(0)], ["7 +0100", "7 -0330", "7 +0000"]);
    }

    #[test]
    fn a_message_is_tidied() {
        let text = "\n\nTitle  \n\n\n# why\r\nbecause\n\n";
        assert_eq!(tidy(text, "whitespace").unwrap(), "Title\n\n# why\nbecause\n");
        assert_eq!(tidy(text, "strip").unwrap(), "Title\n\nbecause\n");
        assert_eq!(tidy(text, "verbatim").unwrap(), text);
        assert!(tidy("\n \n", "whitespace").is_err() && tidy("a\0b", "whitespace").is_err());
    }

    #[test]
    fn a_signature_is_the_last_header() {
        assert_eq!(signed(b"tree x\nauthor y\n\nTitle\n\nwhy\n", "A\n\nB\n"), b"tree x\nauthor y\ngpgsig A\n \n B\n\nTitle\n\nwhy\n");
    }
}
