//! What is to be written: which files are made, changed, moved or deleted, and what the commit says.

use std::collections::BTreeMap;

use crate::base::error::{Error, ErrorKind};
use crate::msg;

/// A set of changes that is carried out wholly or not at all.
///
/// Paths count from the community's folder and have forward slashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSet {
    changes: BTreeMap<String, Change>,
    moves: Vec<(String, String)>,
    alone: Vec<String>,
    message: Message,
    author: Option<Author>,
}

/// What becomes of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The bytes that it has to have now; `None`: there must be nothing of that name.
    pub before: Option<Vec<u8>>,
    /// The bytes that it has afterwards; `None`: it is gone.
    pub after: Option<Vec<u8>>,
}

/// What a commit says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The first line.
    pub subject: String,
    /// Why, in sentences.
    pub body: Option<String>,
    /// Keys and values at the end, such as `Co-authored-by`.
    pub trailers: Vec<(String, String)>,
}

/// On whose behalf something is written: the author in git. The committer is always who runs cop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
}

/// Two changes of one set that don't follow from each other: the second does not begin with what the first left.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("two changes of {0} contradict each other")]
pub struct Contradiction(pub String);

impl From<Contradiction> for Error {
    /// A bug: whoever makes a set knows what is in it.
    fn from(contradiction: Contradiction) -> Self {
        Self::new(ErrorKind::Internal, msg!("bug-met")).because(contradiction)
    }
}

impl ChangeSet {
    /// A set without changes yet.
    pub fn new(message: Message) -> Self {
        Self { changes: BTreeMap::new(), moves: Vec::new(), alone: Vec::new(), message, author: None }
    }

    /// The same, written on somebody's behalf.
    #[must_use]
    pub fn on_behalf_of(mut self, author: Author) -> Self {
        self.author = Some(author);
        self
    }

    /// A new file.
    pub fn create(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Result<(), Contradiction> {
        self.change(path.into(), Change { before: None, after: Some(bytes.into()) })
    }

    /// Other bytes in a file that has these now.
    pub fn edit(&mut self, path: impl Into<String>, before: impl Into<Vec<u8>>, after: impl Into<Vec<u8>>) -> Result<(), Contradiction> {
        self.change(path.into(), Change { before: Some(before.into()), after: Some(after.into()) })
    }

    /// A file that goes.
    pub fn delete(&mut self, path: impl Into<String>, before: impl Into<Vec<u8>>) -> Result<(), Contradiction> {
        self.change(path.into(), Change { before: Some(before.into()), after: None })
    }

    /// A file that is already as it is to be, and is only committed; `None`: one that is gone already.
    pub fn keep(&mut self, path: impl Into<String>, bytes: Option<Vec<u8>>) -> Result<(), Contradiction> {
        self.change(path.into(), Change { before: bytes.clone(), after: bytes })
    }

    /// A file under another name, perhaps with other bytes.
    pub fn rename(
        &mut self,
        from: impl Into<String>,
        to: impl Into<String>,
        before: impl Into<Vec<u8>>,
        after: impl Into<Vec<u8>>,
    ) -> Result<(), Contradiction> {
        let (from, to) = (from.into(), to.into());
        let taken = from == to || self.changes.get(&to).is_some_and(|change| change.after.is_some());
        if taken {
            return Err(Contradiction(to));
        }
        self.delete(from.clone(), before)?;
        self.create(to.clone(), after)?;
        self.moves.push((from, to));
        Ok(())
    }

    /// Demands that no other file has a path that begins so when this is committed: a number is given once, whatever its title.
    pub fn demand_alone(&mut self, beginning: impl Into<String>) {
        self.alone.push(beginning.into());
    }

    /// What no other path may begin with.
    pub fn beginnings(&self) -> impl Iterator<Item = &str> {
        self.alone.iter().map(String::as_str)
    }

    /// Adds a change to what is already to become of that file.
    fn change(&mut self, path: String, next: Change) -> Result<(), Contradiction> {
        match self.changes.get_mut(&path) {
            None => {
                self.changes.insert(path, next);
            }
            Some(first) if first.after != next.before => return Err(Contradiction(path)),
            Some(first) => {
                first.after = next.after;
                if first.before.is_none() && first.after.is_none() {
                    self.changes.remove(&path);
                }
            }
        }
        Ok(())
    }

    /// Every file that is touched, with what becomes of it, in the order of their paths.
    pub fn changes(&self) -> impl ExactSizeIterator<Item = (&str, &Change)> {
        self.changes.iter().map(|(path, change)| (path.as_str(), change))
    }

    /// The paths of the files that are touched.
    pub fn paths(&self) -> impl ExactSizeIterator<Item = &str> {
        self.changes.keys().map(String::as_str)
    }

    /// The files that get another name: from, to.
    pub fn moves(&self) -> &[(String, String)] {
        &self.moves
    }

    /// What the commit says.
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// On whose behalf it is written; `None`: on that of who runs cop.
    pub fn author(&self) -> Option<&Author> {
        self.author.as_ref()
    }

    /// Whether nothing is to be done.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

impl Message {
    /// Only a first line.
    pub fn new(subject: impl Into<String>) -> Self {
        Self { subject: subject.into(), ..Self::default() }
    }

    /// The whole text, as a commit has it. Subject and trailers are one line each, whatever was given.
    pub fn text(&self) -> String {
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut parts = vec![line(&self.subject)];
        parts.extend(self.body.as_deref().map(str::trim).filter(|body| !body.is_empty()).map(str::to_owned));
        let trailers: Vec<_> = self.trailers.iter().map(|(key, value)| format!("{}: {}", line(key), line(value))).collect();
        if !trailers.is_empty() {
            parts.push(trailers.join("\n"));
        }
        parts.join("\n\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, ChangeSet, Contradiction, Message};

    fn set() -> ChangeSet {
        ChangeSet::new(Message::new("x"))
    }

    #[test]
    fn changes_of_one_file_add_up() {
        let mut set = set();
        set.create("a", "1").unwrap();
        set.edit("a", "1", "2").unwrap();
        set.edit("b", "1", "2").unwrap();
        set.delete("b", "2").unwrap();
        set.create("c", "1").unwrap();
        set.delete("c", "1").unwrap();
        let changes: Vec<_> = set.changes().map(|(path, change)| (path, change.clone())).collect();
        let a = Change { before: None, after: Some(b"2".to_vec()) };
        let b = Change { before: Some(b"1".to_vec()), after: None };
        assert_eq!(changes, [("a", a), ("b", b)]);
    }

    #[test]
    fn a_chain_of_moves_is_what_it_says() {
        let mut set = set();
        set.rename("b", "c", "2", "2").unwrap();
        set.rename("a", "b", "1", "1").unwrap();
        assert_eq!(set.paths().collect::<Vec<_>>(), ["a", "b", "c"]);
        let (_, b) = set.changes().nth(1).unwrap();
        assert_eq!(b, &Change { before: Some(b"2".to_vec()), after: Some(b"1".to_vec()) });
    }

    #[test]
    fn what_contradicts_is_refused_and_changes_nothing() {
        let mut set = set();
        set.create("a", "1").unwrap();
        let before = set.clone();
        assert_eq!(set.edit("a", "2", "3"), Err(Contradiction("a".to_owned())));
        assert_eq!(set.rename("b", "a", "1", "1"), Err(Contradiction("a".to_owned())));
        assert_eq!(set, before);
    }

    #[test]
    fn a_message_has_its_parts_apart() {
        let message = Message {
            subject: "Add\nWelcome".to_owned(),
            body: Some("\nBecause.\n".to_owned()),
            trailers: vec![("Co-authored-by".to_owned(), "Bram\n<b@example.org>".to_owned())],
        };
        assert_eq!(message.text(), "Add Welcome\n\nBecause.\n\nCo-authored-by: Bram <b@example.org>\n");
        assert_eq!(Message::new("x").text(), "x\n");
    }
}
