//! What a member searched for and did not find: remembered for them alone, if they say so, until there is something to find.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::date::Date;
use crate::base::error::Result;
use crate::model::personal::REMEMBER;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, View};
use crate::store::personal::Config;
use crate::store::searches;
use crate::text::front::edit::below;

use super::catalogue;
use super::nowhere;
use super::page::Page;
use super::search::{Filters, meant};
use super::session::Session;

/// What such a search is called among the gaps.
pub const NOT_FOUND: &str = "not-found";

/// Something that was searched for and is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unfound {
    /// What sort of gap it is: `not-found`.
    #[serde(rename = "type")]
    pub section: &'static str,
    /// What was typed.
    pub words: String,
    /// How often.
    pub count: u32,
    /// When last.
    pub last: Date,
}

/// What is remembered, after that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Remembered {
    /// Whether searches that find nothing are remembered from now on.
    pub remember: bool,
    /// How many of this community are kept.
    pub kept: usize,
    /// How many were forgotten; null where that was not asked.
    pub forgotten: Option<usize>,
    /// The file in which the person says whether they are remembered.
    pub config: String,
}

/// Remembers a search of this community that found nothing, or has a word that is in no document: what has only its other words is no answer.
/// One that only asks for fields misses no words, and is not kept.
pub fn note(session: &Session, text: &str) {
    let Some(own) = session.own_dir() else { return };
    if meant(session, text, &Filters::default()).is_ok_and(|query| !query.leaves.is_empty()) {
        searches::keep(&own, text, session.today());
    }
}

/// Those that would find nothing now either, the most frequent first; `None` where nothing is remembered and none is kept.
pub fn still(session: &Session, remember: bool) -> Option<Vec<Unfound>> {
    let kept = session.own_dir().map(|own| searches::kept(&own)).unwrap_or_default();
    if kept.is_empty() && !remember {
        return None;
    }
    let is_found = |words: &str| {
        let Ok(query) = meant(session, words, &Filters::default()) else { return false };
        let found = catalogue::find(session, &query, Page { limit: Some(0), ..Page::default() });
        found.is_ok_and(|found| found.total > 0 && (!found.relaxed || nowhere::of(session, &query, words).is_empty()))
    };
    let left = kept.into_iter().filter(|search| !is_found(&search.words));
    let mut left: Vec<Unfound> =
        left.map(|search| Unfound { section: NOT_FOUND, words: search.words, count: search.count, last: search.last }).collect();
    left.sort_by(|a, b| (b.count, b.last, &a.words).cmp(&(a.count, a.last, &b.words)));
    Some(left)
}

/// Says whether searches that find nothing are remembered from now on, in all communities on this machine.
///
/// # Errors
/// The person's settings can't be changed.
pub fn remember(session: &Session, config: &Config, remember: bool) -> Result<Remembered> {
    let config = config.change(|text| below::flag(text, REMEMBER, remember))?;
    Ok(remembered(session, &config, None))
}

/// Removes what is kept of this community.
///
/// # Errors
/// It can't be removed.
pub fn forget(session: &Session, config: &Config) -> Result<Remembered> {
    let forgotten = session.own_dir().map_or(Ok(0), |own| searches::forget(&own))?;
    Ok(remembered(session, config, Some(forgotten)))
}

fn remembered(session: &Session, config: &Config, forgotten: Option<usize>) -> Remembered {
    let kept = session.own_dir().map(|own| searches::kept(&own).len()).unwrap_or_default();
    Remembered { remember: config.personal().remember_searches, kept, forgotten, config: config.file() }
}

impl View for Remembered {
    const SCHEMA: &'static str = "gaps-searches";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut says = Vec::new();
        says.extend(self.forgotten.map(|count| msg!("searches-forgotten", count = count)));
        says.push(if self.remember { msg!("searches-remembered") } else { msg!("searches-not-remembered") });
        if self.kept > 0 && !self.remember {
            says.push(msg!("searches-kept", count = self.kept));
        }
        let mut blocks: Vec<Block> = says.iter().map(|msg| Block::Line(look.say(msg).into())).collect();
        let (dim, command) = match (self.remember, self.kept) {
            (true, _) => (msg!("searches-to-stop"), "cop gaps --remember no"),
            (false, 0) => (msg!("searches-to-begin"), "cop gaps --remember"),
            (false, _) => (msg!("searches-to-forget"), "cop gaps --forget"),
        };
        blocks.push(Block::Line(Line::new().dim(look.say(&dim)).plain(" ").command(command)));
        blocks
    }
}
