//! Keeping volumes few: small ones, and those of which little is left, are made into one.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::directory::OwnedBytes;

use super::broken::Broken;
use super::catalogue::{Catalogue, Place};
use super::shelf::Shelf;
use super::state::{Bound, bind};
use super::volume::{Volume, merge};

/// The most volumes that an index has: each costs every search a little.
const MOST: usize = 8;

/// From so many documents on it is worth to write a volume anew to be rid of those that are gone.
const WORTH: u32 = 64;

/// Drops volumes of which nothing is left and makes one of those that are to be one.
pub(super) fn tidy(volumes: Vec<Bound>, catalogue: &mut Catalogue, shelf: &Shelf) -> Result<Vec<Bound>, Broken> {
    let sizes: Vec<(u32, u32)> = volumes.iter().map(|bound| (bound.alive.count(), bound.volume.documents)).collect();
    let merged = to_merge(&sizes);
    if merged.is_empty() && sizes.iter().all(|(alive, _)| *alive > 0) {
        return Ok(volumes);
    }
    let kept: Vec<usize> = (0..volumes.len()).filter(|at| sizes[*at].0 > 0 && !merged.contains(at)).collect();
    let mut moved: HashMap<u32, u32> = kept.iter().zip(0..).map(|(from, to)| (*from as u32, to)).collect();
    let mut parts: Vec<_> = kept
        .iter()
        .map(|at| {
            let Bound { volume, mark, bytes, .. } = volumes[*at].clone();
            (volume, mark, bytes)
        })
        .collect();
    let mut places: HashMap<(u32, u32), u32> = HashMap::new();
    if !merged.is_empty() {
        let sources: Vec<_> = merged.iter().map(|at| (&*volumes[*at].volume, &*volumes[*at].alive)).collect();
        let bytes = OwnedBytes::new(merge(&sources)?);
        let docs = merged.iter().flat_map(|at| volumes[*at].alive.iter().map(move |doc| (*at as u32, doc)));
        places = docs.zip(0..).collect();
        moved.extend(merged.iter().map(|at| (*at as u32, parts.len() as u32)));
        parts.push((Arc::new(Volume::open(shelf, &bytes)?), None, Some(bytes)));
    }
    for row in &mut catalogue.rows {
        row.place = row.place.and_then(|Place { volume, doc }| {
            let doc = places.get(&(volume, doc)).copied().unwrap_or(doc);
            moved.get(&volume).map(|volume| Place { volume: *volume, doc })
        });
    }
    Ok(bind(parts, catalogue.rows.iter().filter_map(|row| row.place)))
}

/// Which volumes to make one of, given how many documents each has left of how many.
///
/// Always those of which less than half is left. With too many volumes the smallest, and with them every next one that is not
/// much larger than all before it together: so a document is written again only as often as the logarithm of their number.
fn to_merge(sizes: &[(u32, u32)]) -> Vec<usize> {
    let is_worn = |at: &usize| sizes[*at].1 >= WORTH && sizes[*at].0 < sizes[*at].1 / 2;
    let mut some: Vec<usize> = (0..sizes.len()).filter(|at| sizes[*at].0 > 0).collect();
    let mut merged: Vec<usize> = some.iter().copied().filter(is_worn).collect();
    if some.len() > MOST {
        some.sort_by_key(|at| sizes[*at].0);
        let mut sum = 0;
        for (taken, at) in some.iter().enumerate() {
            if taken >= 2 && some.len() - taken < MOST && sizes[*at].0 > 2 * sum {
                break;
            }
            sum += sizes[*at].0;
            if !merged.contains(at) {
                merged.push(*at);
            }
        }
    }
    merged.sort_unstable();
    merged
}

#[cfg(test)]
mod tests {
    use super::to_merge;

    #[test]
    fn small_volumes_are_made_into_one() {
        let whole = |sizes: &[u32]| sizes.iter().map(|size| (*size, *size)).collect::<Vec<_>>();
        assert!(to_merge(&whole(&[7_000, 7_000, 1, 1, 1, 1, 1, 1])).is_empty());
        assert_eq!(to_merge(&whole(&[7_000, 7_000, 1, 1, 1, 1, 1, 1, 1])), [2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(to_merge(&whole(&[9, 8, 7, 6, 5, 4, 3, 2, 1])).len(), 9);
        assert_eq!(to_merge(&whole(&[1_000_000, 100_000, 10_000, 5_000, 1_000, 500, 100, 10, 1])), [7, 8]);
        assert_eq!(to_merge(&[(10, 100), (90, 100), (0, 50)]), [0]);
    }
}
