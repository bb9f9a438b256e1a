//! A commit read from its bytes: libgit2 refuses a commit with an odd date or identity, and history goes on past those.

use crate::model::history::{Identity, ObjectId, TrailerKind};

/// How much of a subject is kept, in bytes.
const SUBJECT: usize = 1000;

/// What a commit says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RawCommit {
    pub(super) tree: ObjectId,
    pub(super) parents: Vec<ObjectId>,
    pub(super) author: Identity,
    pub(super) author_time: i64,
    pub(super) author_offset: i16,
    pub(super) committer: Identity,
    pub(super) commit_time: i64,
    pub(super) subject: String,
    pub(super) trailers: Vec<(TrailerKind, Identity)>,
    pub(super) malformed: bool,
}

impl RawCommit {
    /// Reads a commit; `None` if it does not even name a tree.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let (head, message) = split(bytes, b"\n\n");
        let mut lines = head.split(|&byte| byte == b'\n');
        let mut commit = Self { tree: hex(lines.next()?.strip_prefix(b"tree ")?)?, ..Self::default() };
        let (mut author, mut committer, mut encoding) = (None, None, Encoding::Utf8);
        for line in lines {
            // A line that begins with a space goes on with the one before; none of ours do that.
            match split(line, b" ") {
                (b"parent", id) => match hex(id) {
                    Some(id) => commit.parents.push(id),
                    None => commit.malformed = true,
                },
                (b"author", text) => author = author.or(Some(text)),
                (b"committer", text) => committer = committer.or(Some(text)),
                (b"encoding", name) => encoding = Encoding::named(name),
                _ => {}
            }
        }
        let author = signature(author.unwrap_or_default(), encoding);
        let committer = signature(committer.unwrap_or_default(), encoding);
        commit.malformed |= author.time.is_none() || committer.time.is_none() || author.who.email.is_empty() && author.who.name.is_empty();
        commit.author_time = author.time.or(committer.time).unwrap_or_default();
        commit.author_offset = if author.time.is_some() { author.offset } else { committer.offset };
        commit.commit_time = committer.time.or(author.time).unwrap_or_default();
        (commit.author, commit.committer) = (author.who, committer.who);
        commit.read_message(message, encoding);
        Some(commit)
    }

    fn read_message(&mut self, message: &[u8], encoding: Encoding) {
        let mut lines = message.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).skip_while(|line| line.is_empty());
        for line in lines.by_ref().take_while(|line| !line.is_empty()) {
            if self.subject.len() < SUBJECT {
                self.subject.extend((!self.subject.is_empty()).then_some(' '));
                self.subject.push_str(&encoding.decode(line.get(..SUBJECT).unwrap_or(line)));
            }
            // A message may be trailers only.
            self.read_trailer(line, encoding);
        }
        let end = (0..=SUBJECT.min(self.subject.len())).rev().find(|&end| self.subject.is_char_boundary(end));
        self.subject.truncate(end.unwrap_or_default());
        for line in lines {
            self.read_trailer(line, encoding);
        }
    }

    /// Takes a trailer wherever it stands in the message: a squashed branch has those of its commits in the middle.
    fn read_trailer(&mut self, line: &[u8], encoding: Encoding) {
        let kinds: [(&[u8], _); 3] =
            [(b"co-authored-by", TrailerKind::CoAuthor), (b"reviewed-by", TrailerKind::Reviewed), (b"acked-by", TrailerKind::Acked)];
        let Some(first) = line.first() else { return };
        if !b"cCrRaA".contains(first) {
            return;
        }
        let (key, value) = split(line, b":");
        let Some((_, kind)) = kinds.iter().find(|(name, _)| key.trim_ascii_end().eq_ignore_ascii_case(name)) else { return };
        let who = signature(value, encoding).who;
        if !who.email.is_empty() && !self.trailers.contains(&(*kind, who.clone())) {
            self.trailers.push((*kind, who));
        }
    }
}

/// An identity with its moment.
struct Signature {
    who: Identity,
    time: Option<i64>,
    offset: i16,
}

/// Reads `Name <address> seconds zone`, of which anything may be missing or broken.
fn signature(text: &[u8], encoding: Encoding) -> Signature {
    let (name, rest) = split(text, b"<");
    let email = split(rest, b">").0;
    let who = Identity { name: encoding.decode(name.trim_ascii()), email: encoding.decode(email.trim_ascii()) };
    // The address may hold a `>` itself: the date stands behind the last one.
    let end = rest.iter().rposition(|&byte| byte == b'>').map_or(&[][..], |at| &rest[at + 1..]);
    let mut words = end.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let time = words.next().and_then(|word| std::str::from_utf8(word).ok()?.parse().ok());
    let offset = words.next().and_then(offset);
    Signature { who, time, offset: offset.unwrap_or_default() }
}

/// `+0130` in minutes.
fn offset(text: &[u8]) -> Option<i16> {
    let number: i32 = std::str::from_utf8(text).ok()?.parse().ok()?;
    let minutes = number.checked_abs()? / 100 * 60 + number.checked_abs()? % 100;
    i16::try_from(if number < 0 { -minutes } else { minutes }).ok().filter(|minutes| minutes.abs() <= 24 * 60)
}

/// The encodings that commits of before UTF-8 have.
#[derive(Clone, Copy)]
enum Encoding {
    Utf8,
    Latin1,
    Latin9,
    Windows,
}

impl Encoding {
    fn named(name: &[u8]) -> Self {
        match name.trim_ascii().to_ascii_lowercase().as_slice() {
            b"iso-8859-1" | b"iso8859-1" | b"iso_8859-1" | b"iso88591" | b"latin1" | b"latin-1" => Self::Latin1,
            b"iso-8859-15" | b"iso8859-15" | b"iso_8859-15" | b"latin9" | b"latin-9" => Self::Latin9,
            b"windows-1252" | b"cp1252" | b"cp-1252" => Self::Windows,
            _ => Self::Utf8,
        }
    }

    /// The text; what is not UTF-8 although it should be is read as what old Windows programs wrote.
    fn decode(self, bytes: &[u8]) -> String {
        let letter = |byte: &u8| match self {
            Self::Latin1 => char::from(*byte),
            Self::Latin9 => latin9(*byte),
            Self::Utf8 | Self::Windows => windows(*byte),
        };
        match (self, std::str::from_utf8(bytes)) {
            (Self::Utf8, Ok(text)) => text.to_owned(),
            _ => bytes.iter().map(letter).collect(),
        }
    }
}

fn latin9(byte: u8) -> char {
    match byte {
        0xa4 => '€',
        0xa6 => 'Š',
        0xa8 => 'š',
        0xb4 => 'Ž',
        0xb8 => 'ž',
        0xbc => 'Œ',
        0xbd => 'œ',
        0xbe => 'Ÿ',
        other => char::from(other),
    }
}

fn windows(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•',
        '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    usize::from(byte).checked_sub(0x80).and_then(|at| HIGH.get(at)).copied().unwrap_or(char::from(byte))
}

/// What stands before and after the first occurrence of a mark; everything and nothing if there is none.
fn split<'a>(bytes: &'a [u8], mark: &[u8]) -> (&'a [u8], &'a [u8]) {
    let Some(&first) = mark.first() else { return (bytes, &[]) };
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|rest| rest.iter().position(|&byte| byte == first)) {
        if bytes[from + at..].starts_with(mark) {
            return (&bytes[..from + at], &bytes[from + at + mark.len()..]);
        }
        from += at + 1;
    }
    (bytes, &[])
}

fn hex(text: &[u8]) -> Option<ObjectId> {
    ObjectId::parse(std::str::from_utf8(text.trim_ascii()).ok()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{RawCommit, TrailerKind};

    const TREE: &str = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";

    fn parse(text: &str) -> RawCommit {
        RawCommit::parse(format!("{TREE}{text}").as_bytes()).expect("a commit")
    }

    #[test]
    fn a_commit_says_who_and_when() {
        let commit = parse(
            "parent 0123456789abcdef0123456789abcdef01234567\nauthor Anna  <anna@example.org> 1700000000 +0130\n\
             committer Bram <bram@example.org> 1700000060 -0500\ngpgsig -----BEGIN\n parent x\n -----END\n\n\nTwo lines\nof subject\n\n\
             body\nCo-authored-by: Fatima <f@example.org>\nco-authored-by : Fatima <f@example.org>\n\nReviewed-By: Cees <c@example.org>\n\
             Acked-by: nobody\nSigned-off-by: Anna <anna@example.org>\n",
        );
        assert_eq!((commit.author.name.as_str(), commit.author.email.as_str()), ("Anna", "anna@example.org"));
        assert_eq!((commit.author_time, commit.author_offset, commit.commit_time), (1_700_000_000, 90, 1_700_000_060));
        assert_eq!((commit.subject.as_str(), commit.parents.len(), commit.malformed), ("Two lines of subject", 1, false));
        let trailers: Vec<_> = commit.trailers.iter().map(|(kind, who)| (*kind, who.name.as_str())).collect();
        assert_eq!(trailers, [(TrailerKind::CoAuthor, "Fatima"), (TrailerKind::Reviewed, "Cees")]);
    }

    #[test]
    fn a_commit_that_git_would_not_write_is_read_as_far_as_it_goes() {
        for (text, name, email, time) in [
            ("author A <a@b> x y\ncommitter C <c> 5 +0000\n\n", "A", "a@b", 5),
            ("author A <a>b> 7 +9999\ncommitter C <c> 5 +0000\n\n", "A", "a", 7),
            ("author A <a@b> 99999999999999999999 +0000\ncommitter C <c> 5 +0000\n\n", "A", "a@b", 5),
            ("author A a@b\n", "A a@b", "", 0),
            ("author", "", "", 0),
            ("", "", "", 0),
        ] {
            let commit = parse(text);
            assert_eq!((commit.author.name.as_str(), commit.author.email.as_str(), commit.author_time), (name, email, time), "{text}");
            assert_eq!(commit.malformed, time != 7, "{text}");
        }
        assert!(RawCommit::parse(b"tree 12\n").is_none() && RawCommit::parse(b"").is_none());
    }

    #[test]
    fn names_are_decoded_as_the_commit_says() {
        let commit = |head: &str, name: &[u8]| {
            let mut bytes = format!("{TREE}author ").into_bytes();
            bytes.extend(name);
            bytes.extend(b" <a@b> 5 +0000\ncommitter C <c> 5 +0000\n");
            bytes.extend(head.as_bytes());
            RawCommit::parse(&bytes).expect("a commit").author.name
        };
        assert_eq!(commit("encoding ISO-8859-1\n\n", b"Ren\xe9"), "René");
        assert_eq!(commit("encoding iso-8859-15\n\n", b"\xa4"), "€");
        assert_eq!(commit("encoding CP1252\n\n", b"\x80 \xe9"), "€ é");
        assert_eq!(commit("\n", "René".as_bytes()), "René");
        assert_eq!(commit("\n", b"Ren\xe9"), "René");
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let mut text = TREE.as_bytes().to_vec();
            text.extend(b"author ");
            text.extend(bytes);
            prop_assert!(RawCommit::parse(&text).is_some());
        }
    }
}
