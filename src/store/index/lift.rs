//! Looking more closely at the best of what was found, as [`scan`](crate::model::query::scan) does.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

use crate::model::query::lift::{self, Lifted, Looked, Said};
use crate::model::query::rank::{self, Places, Scorer, is_tiered};
use crate::model::query::standing::Standing;

use super::broken::Broken;
use super::candidates::{Asked, Candidate, Page, sort};
use super::catalogue::{Folders, Keys};
use super::leaf::{places, read};
use super::schema::FIELDS;

/// Lifts the best candidates, and the questions whose answers are among those. What became of each that was looked at is given in the order
/// of [`Candidate::looked`].
pub(super) fn lift(asked: &Asked<'_>, candidates: &mut [Candidate], scorer: &Scorer) -> Result<Vec<Lifted>, Broken> {
    if asked.query.is_unranked() {
        return Ok(Vec::new());
    }
    sort(candidates, Page::first(rank::LOOKED_AT), &asked.volumes);
    let best = candidates.len().min(rank::LOOKED_AT);
    let mut keys: Vec<Keys> = candidates[..best].iter().map(|candidate| asked.keys(candidate)).collect();
    let folders = asked.catalogue.above(&keys);
    let above: HashSet<(usize, u32)> = asked.catalogue.owners(&folders).map(|place| (place.volume as usize, place.doc)).collect();
    let (first, rest) = candidates.split_at_mut(best);
    let others = rest.iter_mut().filter(|candidate| above.contains(&(candidate.volume, candidate.doc)));
    let mut all: Vec<&mut Candidate> = first.iter_mut().chain(others).collect();
    keys.extend(all[best..].iter().map(|candidate| asked.keys(candidate)));
    let folders = asked.catalogue.above(&keys);
    let closeness = closeness(asked, &all)?;
    let mut looked = Vec::with_capacity(all.len());
    for ((candidate, close), own) in all.iter().zip(closeness).zip(&keys) {
        let questions = if own.parent == 0 { 0..0 } else { 0..keys.len() };
        looked.push(Looked {
            sum: candidate.sum,
            met: lift::met(asked.query, |node| asked.volumes[candidate.volume].holds(node, candidate.doc)),
            closeness: close,
            titled: asked.is_titled(candidate),
            standing: asked.standing(candidate, *own, &folders)?,
            questions: questions.filter(|at| folders.has_below(keys[*at], *own)).collect(),
        });
    }
    let lifted = lift::lift(scorer, asked.query, &looked);
    for (at, (candidate, lifted)) in all.iter_mut().zip(&lifted).enumerate() {
        candidate.score = lifted.score;
        candidate.every |= lifted.every && is_tiered(asked.query);
        candidate.looked = Some(at);
    }
    Ok(lifted)
}

/// How close together the words of each pair of the query stand in each of some documents.
fn closeness(asked: &Asked<'_>, all: &[&mut Candidate]) -> Result<Vec<Vec<f64>>, Broken> {
    let pairs = &asked.query.pairs;
    let words: BTreeSet<usize> = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
    let mut closeness = vec![Vec::new(); all.len()];
    for (number, volume) in asked.volumes.iter().enumerate() {
        let mut here: Vec<usize> = (0..all.len()).filter(|at| all[*at].volume == number).collect();
        here.sort_unstable_by_key(|at| all[*at].doc);
        let docs: Vec<u32> = here.iter().map(|at| all[*at].doc).collect();
        let mut found: BTreeMap<usize, Vec<Places>> = BTreeMap::new();
        for word in &words {
            found.insert(*word, places(&asked.query.leaves[*word], volume.bound, &docs)?);
        }
        for (nth, at) in here.into_iter().enumerate() {
            closeness[at] = pairs.iter().map(|(one, other)| rank::closeness(&found[one][nth], &found[other][nth])).collect();
        }
    }
    Ok(closeness)
}

impl Asked<'_> {
    /// What a candidate is called.
    fn keys(&self, candidate: &Candidate) -> Keys {
        self.keys_of(candidate.volume, candidate.doc)
    }

    fn keys_of(&self, volume: usize, doc: u32) -> Keys {
        let path = self.volumes[volume].bound.volume.path(doc);
        let row = self.catalogue.table.files.find(path).ok().and_then(|row| self.catalogue.rows.get(row));
        row.map(|row| row.keys).unwrap_or_default()
    }

    /// Whether every wanted thing stands in a candidate's title.
    fn is_titled(&self, candidate: &Candidate) -> bool {
        let leaves = &self.volumes[candidate.volume].leaves;
        lift::titled(self.query, |leaf| leaves.get(leaf).is_some_and(|matches| matches.in_title(candidate.doc)))
    }

    /// How a candidate stands, by its own file and by what others say of it.
    fn standing(&self, candidate: &Candidate, own: Keys, folders: &Folders) -> Result<Standing, Broken> {
        let volume = &self.volumes[candidate.volume].bound.volume;
        let (reference, path) = volume.names(candidate.doc);
        let said = Said::of(reference, path);
        let users = said.uses.map_or(Ok(0), |term| self.saying(&term).map(|all| all.len() as u32))?;
        let accepting = if own.parent == 0 { Vec::new() } else { self.saying(&said.accepted)? };
        let known = volume.record(candidate.doc).standing(self.today());
        let accepted = accepting.into_iter().any(|(volume, doc)| folders.has_below(self.keys_of(volume, doc), own));
        Ok(Standing { accepted, users, ..known })
    }

    /// The documents that have a filter term: their volumes, and their numbers in there.
    fn saying(&self, term: &str) -> Result<Vec<(usize, u32)>, Broken> {
        let mut all = Vec::new();
        for (number, volume) in self.volumes.iter().enumerate() {
            let index = volume.bound.volume.reader.inverted_index(FIELDS.terms)?;
            let Some(mut postings) = read(&index, term.as_bytes(), IndexRecordOption::Basic)? else { continue };
            let mut doc = postings.doc();
            while doc != TERMINATED {
                all.extend(volume.bound.alive.contains(doc).then_some((number, doc)));
                doc = postings.advance();
            }
        }
        Ok(all)
    }
}
