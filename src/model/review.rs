//! When a document has to be looked at again.

use crate::base::date::Date;
use crate::base::timespan::Timespan;

use super::document::Document;
use super::field::Typed;
use super::kind::{Capability, Kind};
use super::settings::Settings;

/// How often a document is reviewed: as it says itself, else as `community.yaml` says of its kind, else of all kinds, else as its kind does.
///
/// What a community says of all kinds holds for those that have a steward; a meeting or a member grows old without a review. Our own
/// interval of a kind does not hold for files that were there before the community was and never saw a review.
pub fn interval(document: &Document, settings: &Settings) -> Option<Timespan> {
    let kind = settings.kinds.at(document.kind);
    let own = document.values("review_every").iter().find_map(|value| match value.typed {
        Some(Typed::Duration(every)) => Some(every),
        _ => None,
    });
    let said = kind.review.filter(|_| kind.review_is_said);
    let general = settings.review.filter(|_| kind.has(Capability::Stewarded));
    // Whose files were there before has not asked for a review until it says how often, or on which day one was done.
    let usual = kind.review.filter(|_| !kind.is_adopted() || document.date("reviewed").is_some());
    own.or(said).or(general).or(usual)
}

/// The day of the next review: `review_by` if it is later than `reviewed`, else the interval after `reviewed`, or after the last
/// commit that changed the text (`changed`), or after `created` where there is no history.
///
/// `None` for what nobody reviews: what is retired, what is still open, and what has neither an interval nor a day.
pub fn next_review(document: &Document, settings: &Settings, changed: Option<Date>) -> Option<Date> {
    if !is_kept_true(document, settings.kinds.at(document.kind)) {
        return None;
    }
    let reviewed = document.date("reviewed");
    let by = document.date("review_by").filter(|by| reviewed.is_none_or(|reviewed| *by > reviewed));
    by.or_else(|| {
        let since = reviewed.or(changed).or_else(|| document.date("created"))?;
        Some(interval(document, settings)?.after(since))
    })
}

/// Whether a document is in a state in which somebody relies on it.
fn is_kept_true(document: &Document, kind: &Kind) -> bool {
    let state = document.state.as_deref().and_then(|name| kind.state(name));
    state.is_none_or(|state| !state.retired && !state.open)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::base::date::Date;
    use crate::model::document::Document;
    use crate::model::settings::Settings;

    fn next(community: &str, front: &str, changed: Option<&str>) -> Option<String> {
        let (settings, faults) = Settings::read(&format!("name: A\n{community}"), &[]);
        assert_eq!(faults, []);
        let claim = settings.kinds.claim("practices/a.md", &|_| false).expect("a practice");
        let text: Arc<str> = format!("---\n{front}---\n\n# A\n").into();
        let document = Document::read("practices/a.md", text, &claim, &settings);
        super::next_review(&document, &settings, changed.and_then(Date::parse)).map(|date| date.to_string())
    }

    /// The files of a kind stood there before the community was.
    const ADOPTED: &str = "kinds: {practice: {paths: ['practices/*.md'], default_status: adopted}}\n";

    #[test]
    fn what_is_said_most_precisely_counts() {
        for (community, front, changed, due) in [
            ("", "reviewed: 2026-01-31\n", None, Some("2027-01-31")),
            ("review: {every: 1 month}\n", "reviewed: 2026-01-31\n", None, Some("2026-02-28")),
            (
                "review: {every: 1 month}\nkinds: {practice: {review: {every: 2 months}}}\n",
                "reviewed: 2026-01-01\n",
                None,
                Some("2026-03-01"),
            ),
            ("review: {every: 1 month}\n", "reviewed: 2026-01-01\nreview_every: 3 weeks\n", None, Some("2026-01-22")),
            ("", "reviewed: 2026-01-01\nreview_by: 2026-02-01\n", None, Some("2026-02-01")),
            ("", "reviewed: 2026-03-01\nreview_by: 2026-02-01\n", None, Some("2027-03-01")),
            ("", "tags: []\n", Some("2026-05-05"), Some("2027-05-05")),
            ("", "created: 2020-01-01\n", None, Some("2021-01-01")),
            ("", "tags: []\n", None, None),
            (ADOPTED, "tags: []\n", Some("2020-05-05"), None),
            (ADOPTED, "reviewed: 2020-05-05\n", Some("2022-05-05"), Some("2021-05-05")),
            (ADOPTED, "review_by: 2020-05-05\n", Some("2022-05-05"), Some("2020-05-05")),
            (ADOPTED, "review_every: 2 years\n", Some("2020-05-05"), Some("2022-05-05")),
            (&format!("review: {{every: 1 year}}\n{ADOPTED}"), "tags: []\n", Some("2020-05-05"), Some("2021-05-05")),
            ("", "status: retired\nreviewed: 2020-01-01\n", None, None),
            ("", "status: proposed\nreview_by: 2020-01-01\n", None, None),
        ] {
            assert_eq!(next(community, front, changed).as_deref(), due, "{community}{front}");
        }
    }
}
