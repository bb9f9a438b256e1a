//! What the signals look at: who took part on which day, and how what is kept stands. People are numbers here; no name gets further.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::Date;
use crate::base::timespan::Timespan;
use crate::work::gaps::Hanging;

/// Somebody did something on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Act {
    /// When.
    pub day: Date,
    /// Who, as a number that means nothing else.
    pub who: usize,
    /// Whether it was more than a change of a member's file.
    pub gives: bool,
}

/// Somebody who appears.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// Since when they are a member, if they are.
    pub joined: Option<Date>,
    /// Whether they are one, and did not leave.
    pub is_member: bool,
    /// When they first contributed.
    pub first: Option<Date>,
}

/// A question and what came of it.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// When it was asked.
    pub asked: Option<Date>,
    /// Who asked.
    pub askers: BTreeSet<usize>,
    /// Who answered.
    pub answerers: BTreeSet<usize>,
    /// How many answers it has.
    pub answers: usize,
    /// When the first came.
    pub answered: Option<Date>,
    /// When one was accepted.
    pub accepted: Option<Date>,
    /// Whether one is.
    pub is_accepted: bool,
    /// Whether it is said to be answered or closed although no answer shows it.
    pub is_settled_unseen: bool,
}

/// A decision that was a proposal first.
#[derive(Clone, Debug)]
pub struct Decision {
    /// When it was proposed.
    pub proposed: Date,
    /// When it was decided; `None` while it is open.
    pub decided: Option<Date>,
}

/// What documents of a topic have in common.
#[derive(Clone, Debug)]
pub struct Area {
    /// What the topic is called, in English and Dutch.
    pub name: [String; 2],
    /// How many documents are about it.
    pub documents: usize,
    /// When the last of them was changed or reviewed.
    pub looked: Option<Date>,
}

/// How kept documents stand.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Of each that is reviewed at times, the day of its next review.
    pub next_reviews: Vec<Date>,
    /// How many are drafts or proposals.
    pub unsettled: usize,
    /// How many hold.
    pub holding: usize,
    /// How many are retired.
    pub retired: usize,
    /// How many are in each state, by its name.
    pub states: BTreeMap<String, usize>,
    /// When those that hold came to.
    pub settled: Vec<Date>,
    /// How many hold that somebody can use.
    pub usable: usize,
    /// How many of those somebody says to use.
    pub used: usize,
    /// How many there are to link.
    pub linkable: usize,
    /// How many links lead from one to another.
    pub links: usize,
    /// How many of them no link leads to or from.
    pub islands: usize,
    /// How many links lead to files that are not there, such as pages of a site.
    pub astray: usize,
}

/// Everything, gathered once.
#[derive(Clone, Debug)]
pub struct Ground {
    /// What day it is.
    pub today: Date,
    /// When the community began, as far as is known.
    pub began: Option<Date>,
    /// Whether there is a history.
    pub has_history: bool,
    /// So many commits have a day that can't be right, and are left out.
    pub odd: usize,
    /// Every contribution, in no order; a commit by two is one of each.
    pub acts: Vec<Act>,
    /// Who was at a meeting.
    pub came: Vec<Act>,
    /// Everybody.
    pub people: Vec<Person>,
    /// Every question but duplicates.
    pub questions: Vec<Question>,
    /// Every decision of which both days can be known.
    pub decisions: Vec<Decision>,
    /// How many more were written down when they had been decided.
    pub recorded: usize,
    /// The days of meetings that were not cancelled, also those to come.
    pub meetings: Vec<Date>,
    /// The rhythm that the community wants.
    pub rhythm: Option<Timespan>,
    /// Days on which somebody said to use something.
    pub uses: Vec<Date>,
    /// Days on which somebody thanked somebody.
    pub thanks: Vec<Date>,
    /// Days of reviews.
    pub reviews: Vec<Date>,
    /// How what is kept stands.
    pub kept: Kept,
    /// The topics of at least three documents.
    pub areas: Vec<Area>,
    /// What hangs on one person.
    pub hanging: Hanging,
    /// Of each goal its day, and whether anything that is there is linked to it.
    pub goals: Vec<(Option<Date>, bool)>,
    /// How long a question may wait, and a proposal, in days.
    pub patience: (i32, i32),
}

impl Ground {
    /// Everybody who contributed or was at a meeting on a day of some.
    pub fn took_part(&self, holds: impl Fn(Date) -> bool) -> BTreeSet<usize> {
        self.acts.iter().chain(&self.came).filter(|act| holds(act.day)).map(|act| act.who).collect()
    }

    /// How much everyone contributed on some days, those who did nothing left out.
    pub fn gave(&self, holds: impl Fn(Date) -> bool) -> BTreeMap<usize, f64> {
        let mut counts = BTreeMap::new();
        self.acts.iter().filter(|act| holds(act.day)).for_each(|act| *counts.entry(act.who).or_default() += 1.0);
        counts
    }
}
