//! Who stands below whom, by names alone: an answer below its question, and below that question in another language.

use crate::model::kind::Kind;
use crate::model::settings::Settings;

/// The names by which documents find those that they stand below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kin {
    /// Its ref.
    pub reference: String,
    /// Its ref without the language at its end.
    pub family: Option<String>,
    /// The ref of the document below which it stands, in that document's main language.
    pub parent: Option<String>,
}

impl Kin {
    /// The names of a document of a kind.
    pub fn of(kind: &Kind, slug: &str, settings: &Settings) -> Self {
        let reference = format!("{}/{slug}", kind.name);
        let family = settings.languages.iter().find_map(|lang| reference.strip_suffix(lang.as_str())?.strip_suffix('-')).map(str::to_owned);
        let parent = kind.parent.as_deref().zip(slug.rsplit_once('/')).map(|(parent, (slug, _))| format!("{parent}/{slug}"));
        Self { reference, family, parent }
    }

    /// Whether another document stands below this one, or below the same in another language.
    pub fn has_below(&self, other: &Self) -> bool {
        let is_it = |parent: &String| *parent == self.reference || self.family.as_ref() == Some(parent);
        other.parent.as_ref().is_some_and(is_it)
    }
}
