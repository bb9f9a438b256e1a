//! What stands where on a screen of some size.

use ratatui::layout::Rect;

/// A smaller screen has no room for a question and an answer.
const LEAST: (u16, u16) = (20, 5);
/// From this width on the document stands beside what was found, else below it.
const WIDE: u16 = 100;
/// Below what was found there is a document only on a screen with so many rows for both.
const HIGH: u16 = 12;

/// The parts of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Regions {
    /// The question.
    pub(super) query: Rect,
    /// How many there are, or what is wrong with it.
    pub(super) status: Rect,
    /// What was found.
    pub(super) list: Rect,
    /// What parts that from the document, and the document.
    pub(super) preview: Option<(Rect, Rect)>,
    /// The keys.
    pub(super) keys: Rect,
}

impl Regions {
    /// The parts of an area with so many rows for what is said of the question; `None` if it is too small.
    pub(super) fn of(area: Rect, status: usize) -> Option<Self> {
        if area.width < LEAST.0 || area.height < LEAST.1 {
            return None;
        }
        let status = (status.max(1) as u16).min(area.height - 4);
        let row = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
        let body = row(1 + status, area.height - 2 - status);
        let (list, preview) = if area.width >= WIDE { beside(body) } else { below(body) };
        Some(Self { query: row(0, 1), status: row(1, status), list, preview, keys: row(area.height - 1, 1) })
    }

    /// Where what was found stands, and the document.
    pub(super) fn body(&self) -> Rect {
        self.preview.map_or(self.list, |(rule, text)| self.list.union(rule).union(text))
    }
}

fn beside(body: Rect) -> (Rect, Option<(Rect, Rect)>) {
    let left = (body.width * 2 / 5).clamp(44, 80);
    let rule = Rect { x: body.x + left + 1, width: 1, ..body };
    let right = Rect { x: rule.x + 2, width: body.width - left - 3, ..body };
    (Rect { width: left, ..body }, Some((rule, right)))
}

fn below(body: Rect) -> (Rect, Option<(Rect, Rect)>) {
    if body.height < HIGH {
        return (body, None);
    }
    let above = body.height * 2 / 5;
    let rule = Rect { y: body.y + above, height: 1, ..body };
    let under = Rect { y: rule.y + 1, height: body.height - above - 1, ..body };
    (Rect { height: above, ..body }, Some((rule, under)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Rect, Regions};

    proptest! {
        #[test]
        fn the_parts_lie_within_the_screen_and_apart(width in 0_u16..400, height in 0_u16..200, status in 0_usize..6) {
            let area = Rect::new(0, 0, width, height);
            let Some(regions) = Regions::of(area, status) else {
                prop_assert!(width < 20 || height < 5);
                return Ok(());
            };
            let mut parts = vec![regions.query, regions.status, regions.list, regions.keys];
            parts.extend(regions.preview.into_iter().flat_map(|(rule, text)| [rule, text]));
            for (at, part) in parts.iter().enumerate() {
                prop_assert!(part.width > 0 && part.height > 0 && area.intersection(*part) == *part, "{:?}", regions);
                prop_assert!(parts[at + 1..].iter().all(|other| !part.intersects(*other)), "{:?}", regions);
            }
        }
    }
}
