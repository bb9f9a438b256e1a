//! A write in a repository, from the lock to the last word: the order in which it is done is what makes it safe.
//!
//! Whoever is killed before the journal is on the disk leaves objects that nothing names, which git throws away some day. After
//! that, the journal tells what to take back; and from the moment that the branch moves, what to complete. The branch moves
//! last but one: after the files, so that a commit is never without them, and before git's index, which needs the lock that
//! keeps git out of everything in between.

use git2::{Index, ObjectType, Odb, Oid};

use super::ground::{Entry, Ground, Moment, Step, Tip, Watch, refusal, unreadable};
use super::journal::Journal;
use super::lock::{self, Lock};
use super::message::{self, Stamp};
use super::private::{self, Private};
use super::recover::{self, Recovered};
use super::{Options, branch, own, place, sign, tree};
use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;

/// So often is a commit made again because the branch moved.
const TRIES: usize = 20;

/// What is to become of the branch.
pub(super) enum Goal {
    /// A new commit with this message.
    Commit { author: Stamp, message: String },
    /// Its newest commit is taken back, to this one.
    Back(Oid),
}

/// A write that is ready to be done.
pub(super) struct Write<'g, 'a> {
    pub(super) ground: &'g Ground<'a>,
    pub(super) steps: Vec<Step>,
    /// What no other path of the commit may begin with.
    pub(super) alone: Vec<String>,
    pub(super) tip: Tip,
    pub(super) committer: Stamp,
    pub(super) goal: Goal,
    pub(super) options: &'g Options,
    pub(super) watch: Watch<'g>,
}

impl Write<'_, '_> {
    /// Does it, and gives the commit at which the branch now is.
    pub(super) fn carry_out(mut self) -> Result<Oid> {
        let held = lock::take(self.ground, self.options.wait)?;
        recover::leftovers(self.ground, &held)?;
        own::tidy(self.ground, &held);
        (self.watch)(Moment::Locked)?;
        place::order(&mut self.steps);
        // Others may have committed since it was looked at; what they did to our files is found below.
        let tip = self.ground.tip()?;
        if tip.reference != self.tip.reference || matches!(self.goal, Goal::Back(_)) && tip != self.tip {
            return Err(moved());
        }
        self.tip = tip;
        let new = self.make()?;
        (self.watch)(Moment::Committed)?;
        let nonce = own::nonce();
        let mut journal = Journal::of(self.ground, &self.steps, &nonce);
        journal.private = Some(format!("index-{nonce}"));
        journal.moving(&self.tip, new, matches!(self.goal, Goal::Back(_)));
        let done = self.journaled(&mut journal, new);
        self.settled(done, &journal, held)
    }

    /// What goes wrong once the journal may be on the disk is put right as after a kill, by the same code.
    fn settled(&self, done: Result<Oid>, journal: &Journal, held: Lock) -> Result<Oid> {
        let done = match done {
            Ok(new) => Ok(new),
            Err(error) => match recover::settle(self.ground, journal) {
                // The branch had moved already: the change is made, whatever failed after that.
                Ok(Recovered::Completed) => self.ground.tip()?.commit.ok_or(error),
                Ok(Recovered::Withdrawn) => Err(error),
                Err(_) => Err(error.hint(msg!("write-half-hint"))),
            },
        };
        drop(held);
        done
    }

    fn journaled(&mut self, journal: &mut Journal, mut new: Oid) -> Result<Oid> {
        let name = journal.private.clone().unwrap_or_default();
        // Its name is in the journal before it can become `index.lock`; one that is not linked is found by its age.
        let mut private = Private::make(self.ground, &name)?;
        journal.write(self.ground)?;
        (self.watch)(Moment::Journaled)?;
        private.link(self.ground, self.options.wait)?;
        (self.watch)(Moment::Linked)?;
        // From here no git changes the index. What it had done before we got the lock counts: HEAD is read again, and our paths
        // are compared in both.
        new = self.again(journal, new)?;
        let mut drafting = private::Drafting::begin(self.ground)?;
        self.compare_index(drafting.index())?;
        // A full disk is met here, before any file is touched.
        let entries: Vec<_> = self.steps.iter().map(|step| (step.path.clone(), step.new, step.is_apart)).collect();
        let entries: Vec<_> = entries.iter().map(|(path, entry, apart)| (path.as_str(), *entry, !apart)).collect();
        let unseen: Vec<_> = entries.iter().map(|(path, entry, _)| (*path, *entry, false)).collect();
        private.fill(&drafting.with(self.ground, &unseen)?)?;
        (self.watch)(Moment::Drafted)?;
        place::all(&self.ground.root, &self.steps, journal, self.watch)?;
        // Once more, as long as before, with what the disk says about the files: else git would have to read them all to know
        // that they are unchanged.
        private.fill(&drafting.with(self.ground, &entries)?)?;
        (self.watch)(Moment::Restated)?;
        private::still_locked(self.ground, &name)?;
        let mut tries = 0;
        while !self.moves(&name, new)? {
            tries += 1;
            if tries == TRIES || matches!(self.goal, Goal::Back(_)) {
                return Err(moved());
            }
            // The journal names the new commit before the branch can have it.
            new = self.again(journal, new)?;
        }
        (self.watch)(Moment::Moved)?;
        private::publish(self.ground, &name)?;
        (self.watch)(Moment::Renamed)?;
        self.is_there(new)?;
        recover::release(self.ground, journal)?;
        (self.watch)(Moment::Released)?;
        // Only now is it done: whoever is told so will find it, and whoever finds a journal will not take it back.
        Journal::clear(self.ground)?;
        (self.watch)(Moment::Cleared)?;
        Ok(new)
    }

    /// Whether the branch could be moved from where it was read.
    fn moves(&self, private: &str, new: Oid) -> Result<bool> {
        let (tip, who, note) = (&self.tip, &self.committer, self.note());
        branch::carry_out(self.ground, &branch::Move { private, tip, new, who, note, watch: self.watch })
    }

    /// The commit on the newest one that there is now, in the journal if it is another.
    fn again(&mut self, journal: &mut Journal, new: Oid) -> Result<Oid> {
        let tip = self.ground.tip()?;
        if tip == self.tip {
            return Ok(new);
        }
        if tip.reference != self.tip.reference || matches!(self.goal, Goal::Back(_)) {
            return Err(moved());
        }
        self.tip = tip;
        let new = self.make()?;
        journal.moving(&self.tip, new, false);
        journal.write(self.ground)?;
        Ok(new)
    }

    /// The commit: the newest one's tree with exactly our files different.
    fn make(&self) -> Result<Oid> {
        let Goal::Commit { author, message } = &self.goal else {
            return match self.goal {
                Goal::Back(to) => Ok(to),
                Goal::Commit { .. } => Err(moved()),
            };
        };
        let odb = self.ground.odb()?;
        let tree = self.tip.commit.map(|tip| tree::of(&odb, tip)).transpose()?;
        for step in &self.steps {
            let now = tree.map(|tree| tree::find(&odb, tree, &step.path)).transpose()?.flatten();
            if now != step.committed {
                return Err(refusal(msg!("write-committed"), &step.path).hint(msg!("write-changed-hint")));
            }
        }
        self.demand_alone(&odb, tree)?;
        let mut changes: Vec<(&str, Option<Entry>)> = self.steps.iter().map(|step| (step.path.as_str(), step.new)).collect();
        changes.sort_by_key(|(path, _)| *path);
        let edited = tree::edit(&odb, tree, &changes)?;
        if Some(edited) == tree {
            return Err(Error::new(ErrorKind::Git, msg!("write-nothing")));
        }
        let unsigned = message::unsigned(edited, self.tip.commit, author, &self.committer, message);
        let bytes = match sign::signature(self.ground, &unsigned, &self.committer)? {
            Some(signature) => message::signed(&unsigned, &signature),
            None => unsigned,
        };
        let new = odb.write(ObjectType::Commit, &bytes).map_err(unreadable)?;
        // Read back before anything leads to it.
        let same = odb.read(new).map_err(unreadable)?.data() == bytes;
        if same { Ok(new) } else { Err(Error::new(ErrorKind::Git, msg!("write-unread"))) }
    }

    /// Refuses where somebody else has just taken what the set wants for itself alone, such as a number.
    fn demand_alone(&self, odb: &Odb<'_>, tree: Option<Oid>) -> Result<()> {
        let Some(tree) = tree else { return Ok(()) };
        for beginning in &self.alone {
            let (folder, start) = beginning.rsplit_once('/').unwrap_or(("", beginning));
            let at = |name: &[u8]| format!("{}{}", &beginning[..beginning.len() - start.len()], String::from_utf8_lossy(name));
            let others =
                tree::names(odb, tree, folder)?.into_iter().filter(|name| name.starts_with(start.as_bytes())).map(|name| at(&name));
            if let Some(other) = others.into_iter().find(|path| !self.steps.iter().any(|step| step.path == *path)) {
                return Err(refusal(msg!("write-taken"), &other).hint(msg!("write-taken-hint")));
            }
        }
        Ok(())
    }

    /// Whether git's index still has of our paths what it had.
    fn compare_index(&self, index: &Index) -> Result<()> {
        match self.steps.iter().find(|step| private::staged(index, &step.path).0 != step.staged) {
            Some(step) => Err(refusal(msg!("write-staged"), &step.path).hint(msg!("write-changed-hint"))),
            None => Ok(()),
        }
    }

    /// Whether the branch has what it was moved to. Somebody may have gone on from there.
    fn is_there(&self, new: Oid) -> Result<()> {
        let tip = self.ground.raw.refname_to_id(&self.tip.reference).map_err(unreadable)?;
        let there = self.ground.odb()?.exists(new) && recover::contains(self.ground, tip, new)?;
        if there { Ok(()) } else { Err(moved()) }
    }

    /// What the reflog says.
    fn note(&self) -> String {
        match (&self.goal, self.tip.commit) {
            (Goal::Back(to), _) => format!("cop undo: moving to {to}"),
            (Goal::Commit { message, .. }, tip) => {
                let first = if tip.is_none() { " (initial)" } else { "" };
                format!("commit{first}: {}", message.lines().next().unwrap_or_default())
            }
        }
    }
}

/// The branch, or `HEAD`, is not what it was.
pub(super) fn moved() -> Error {
    Error::new(ErrorKind::Busy, msg!("write-moved")).hint(msg!("write-changed-hint"))
}
