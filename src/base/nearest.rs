//! The nearest known name to one that does not exist.

use super::fold::fold;

/// The known name that `typed` most likely meant, if one is near enough to propose.
///
/// Nearness is Damerau–Levenshtein similarity on folded text (a swap of two letters is one slip), and a name that begins
/// with what was typed counts as near.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    several(typed, known, 1).into_iter().next()
}

/// Up to `most` near names, nearest first; equal ones in the order given.
pub fn several<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let typed = fold(typed);
    let mut near: Vec<(f64, &str)> = known
        .into_iter()
        .filter_map(|name| {
            let folded = fold(name);
            let prefix = typed.chars().count() >= 3 && folded.starts_with(&*typed);
            let score = strsim::normalized_damerau_levenshtein(&typed, &folded);
            let score = if prefix { score.max(0.8) } else { score };
            (score >= 0.6).then_some((score, name))
        })
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.dedup_by(|a, b| a.1 == b.1);
    near.truncate(most);
    near.into_iter().map(|(_, name)| name).collect()
}

/// Whether `typed` is so near to `known` that it can hardly be anything but a slip: another case, a letter or two wrong in a long
/// word, one in a short one, or `s` for several. Equal texts are none.
pub fn is_slip(typed: &str, known: &str) -> bool {
    if typed == known {
        return false;
    }
    let (typed, known) = (fold(typed), fold(known));
    let letters = known.chars().count().min(typed.chars().count());
    let most = match letters {
        0..=3 => 0,
        4..=9 => 1,
        _ => 2,
    };
    // Lengths first: they tell most words apart, and the distance takes the product of both.
    let apart = typed.chars().count().abs_diff(known.chars().count());
    apart <= most && strsim::damerau_levenshtein(&typed, &known) <= most
}

#[cfg(test)]
mod tests {
    use super::{is_slip, nearest};

    #[test]
    fn a_slip_is_nearer_than_near() {
        for (typed, known) in
            [("tilte", "title"), ("Title", "title"), ("newcommers", "newcomers"), ("meeting", "meetings"), ("stewrad", "steward")]
        {
            assert!(is_slip(typed, known), "{typed}");
        }
        for (typed, known) in [
            ("title", "title"),
            ("date", "lang"),
            ("state", "status"),
            ("tag", "tags"),
            ("reviewers", "reviewed"),
            ("review_in", "review_by"),
        ] {
            assert!(!is_slip(typed, known), "{typed}");
        }
    }

    #[test]
    fn slips_are_seen_and_strangers_are_not() {
        let known = ["title", "tags", "steward", "status"];
        assert_eq!(nearest("tilte", known), Some("title"));
        assert_eq!(nearest("STEWRD", known), Some("steward"));
        assert_eq!(nearest("stew", known), Some("steward"));
        assert_eq!(nearest("zebra", known), None);
    }
}
