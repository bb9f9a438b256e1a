//! The JSON Schemas of all results, for programs that rely on them.

use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};

use crate::show::view::View;

use super::checks::explain::{Explanation, RuleList};
use super::checks::report::Report;
use super::communities::{Changed, Communities};
use super::contributors::Contributors;
use super::digest::Digest;
use super::doctor::Diagnosis;
use super::document::Shown;
use super::due::Due;
use super::found::Founded;
use super::gaps::Gaps;
use super::health::Health;
use super::history::community::CommunityLife;
use super::history::document::DocumentLife;
use super::hits::{Hits, Listed};
use super::lines::DocumentLines;
use super::meetings::Planned;
use super::member::Person;
use super::onboard::Onboarding;
use super::overview::Overview;
use super::searches::Searches;
use super::sync::result::Synced;
use super::unfound::Remembered;
use super::vocabulary::Vocabulary;
use super::waiting::NextReview;
use super::who::Who;
use super::write::invite::Invited;
use super::write::join::Joined;
use super::write::mend::Mended;
use super::write::save::Saved;
use super::write::undo::Undone;
use super::write::{
    Accepted, Added, Answered, Asked, Edited, Flagged, Followed, Marked, Met, Removed, Renamed, Reviewed, Set, Tagged, Thanked, Used,
};

/// A result's name, and its schema.
pub type Schema = (&'static str, Value);

/// Every result of a use case with its name: the list that `cop schema` and the tests go by.
pub fn all() -> Vec<Schema> {
    vec![
        of::<Hits>(),
        of::<Listed>(),
        of::<Who>(),
        of::<Shown>(),
        of::<Person>(),
        of::<DocumentLife>(),
        of::<DocumentLines>(),
        of::<CommunityLife>(),
        of::<Contributors>(),
        of::<Onboarding>(),
        of::<Digest>(),
        of::<Due>(),
        of::<Gaps>(),
        of::<Remembered>(),
        of::<Health>(),
        of::<Report>(),
        of::<RuleList>(),
        of::<Explanation>(),
        of::<Diagnosis>(),
        of::<Vocabulary>(),
        of::<Searches>(),
        of::<Overview>(),
        of::<Added>(),
        of::<Asked>(),
        of::<Answered>(),
        of::<Marked>(),
        of::<Accepted>(),
        of::<Set>(),
        of::<Tagged>(),
        of::<Renamed>(),
        of::<Removed>(),
        of::<Edited>(),
        of::<Saved>(),
        of::<Undone>(),
        of::<Synced>(),
        of::<Founded>(),
        of::<Communities>(),
        of::<Changed>(),
        of::<Invited>(),
        of::<Joined>(),
        of::<Mended>(),
        of::<Reviewed>(),
        of::<NextReview>(),
        of::<Flagged>(),
        of::<Used>(),
        of::<Followed>(),
        of::<Thanked>(),
        of::<Planned>(),
        of::<Met>(),
    ]
}

/// The schema of one result, or of all under their names, as text; `None` for a name that has none.
pub fn text(all: Vec<Schema>, name: Option<&str>) -> Option<String> {
    let value = match name {
        Some(name) => all.into_iter().find(|(known, _)| *known == name)?.1,
        None => Value::Object(all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
    };
    serde_json::to_string_pretty(&value).ok().map(|text| text + "\n")
}

/// A result's schema: its own, and what every answer has around it.
pub fn of<V: View + JsonSchema>() -> Schema {
    let mut schema = schema_for!(V).to_value();
    let id = format!("cop/{}/{}", V::SCHEMA, V::VERSION);
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".into(), json!(id));
        let properties = object.entry("properties").or_insert_with(|| json!({}));
        properties["schema"] = json!({"const": id});
        properties["problems"] = json!({"type": "array", "items": {"type": "object", "required": ["code", "message"]}, "description": "What was met on the way."});
        if let Some(required) = object.entry("required").or_insert_with(|| json!([])).as_array_mut() {
            required.extend([json!("schema"), json!("problems")]);
        }
    }
    (V::SCHEMA, schema)
}
