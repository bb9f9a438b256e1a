//! Where what waits is found: a file a source, and its line here.

mod actions;
mod decisions;
mod goals;
mod meetings;
mod proposals;
mod questions;
mod reviews;

use crate::base::date::Date;

use crate::work::meetings::{Stage, all as all_meetings};

use super::ground::Ground;
use super::waits::Waits;

/// A source of what waits.
pub(super) type Source = fn(&Ground<'_>) -> Vec<Waits>;

/// All of them. The errors of a check are looked for beside: they may rest on what stands outside the community.
pub(super) const ALL: [Source; 7] =
    [reviews::find, questions::find, proposals::find, goals::find, decisions::find, meetings::find, actions::find];

/// The next meeting that is planned: what it is called, and its day.
pub(super) fn next_meeting(ground: &Ground<'_>) -> Option<(String, Date)> {
    let coming =
        all_meetings(ground.community).into_iter().filter(|meeting| meeting.stage == Stage::Planned && meeting.day >= ground.today);
    coming.map(|meeting| (meeting.document.title.clone(), meeting.day)).min_by_key(|(_, day)| *day)
}
