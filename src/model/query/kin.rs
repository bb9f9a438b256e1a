//! Who stands below whom, by names alone: an answer below its question, and below that question in another language.
//!
//! The folder `questions/who/` holds the answers to the question `who`. `who-nl` is the same question in Dutch, with the same answers,
//! where the community says that it has that language. Where it names none, English and Dutch are tried, and only where there is no
//! question `who`: a name may end in `-en` for other reasons.

use crate::model::kind::Kind;
use crate::model::settings::Settings;

/// The names by which documents find those that they stand below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kin {
    /// Its ref.
    pub reference: String,
    /// Its ref without the language at its end.
    pub family: Option<String>,
    /// The ref of the document below which it stands, without a language.
    pub parent: Option<String>,
}

/// To which documents a folder belongs in a community.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// Whether translations share the folder with the document that has its name, since the community says which languages it has.
    pub is_said: bool,
}

impl Kin {
    /// The names of a document of a kind.
    pub fn of(kind: &Kind, slug: &str, settings: &Settings) -> Self {
        let reference = format!("{}/{slug}", kind.name);
        let family = languages(settings).into_iter().find_map(|lang| reference.strip_suffix(&lang)?.strip_suffix('-').map(str::to_owned));
        Self { reference, family, parent: parent(kind, slug) }
    }
}

impl Sharing {
    /// That of a community.
    pub fn of(settings: &Settings) -> Self {
        Self { is_said: !settings.languages.is_empty() }
    }

    /// Whether a folder, called by the ref of the document that has its name, belongs to a document with this ref and this family.
    /// `is_there` tells whether any document has a ref.
    pub fn belongs<N: PartialEq + ?Sized>(self, folder: &N, reference: &N, family: Option<&N>, is_there: impl Fn(&N) -> bool) -> bool {
        folder == reference || (family == Some(folder) && (self.is_said || !is_there(folder)))
    }

    /// Whether one document stands below another.
    pub fn has_below(self, above: &Kin, below: &Kin, is_there: impl Fn(&str) -> bool) -> bool {
        let belongs = |folder: &str| self.belongs(folder, &above.reference, above.family.as_deref(), is_there);
        below.parent.as_deref().is_some_and(belongs)
    }
}

/// The documents below which one of a kind stands, and its folder belongs to the first of them before the others. `by_ref` gives the
/// document that has a ref.
pub fn parents(kind: &Kind, slug: &str, settings: &Settings, by_ref: impl Fn(&str) -> Option<usize>) -> Vec<usize> {
    let Some((folder, above)) = parent(kind, slug).zip(kind.parent.as_deref().and_then(|parent| settings.kinds.named(parent))) else {
        return Vec::new();
    };
    let sharing = Sharing::of(settings);
    let names = std::iter::once(folder.clone()).chain(languages(settings).into_iter().map(|lang| format!("{folder}-{lang}")));
    let belongs = |name: &String| {
        let kin = name.split_once('/').map(|(_, slug)| Kin::of(above, slug, settings)).unwrap_or_default();
        sharing.belongs(folder.as_str(), &kin.reference, kin.family.as_deref(), |name| by_ref(name).is_some())
    };
    names.filter(belongs).filter_map(|name| by_ref(&name)).collect()
}

fn parent(kind: &Kind, slug: &str) -> Option<String> {
    kind.parent.as_deref().zip(slug.rsplit_once('/')).map(|(parent, (slug, _))| format!("{parent}/{slug}"))
}

/// The languages that the names of translations may end in.
fn languages(settings: &Settings) -> Vec<String> {
    if settings.languages.is_empty() {
        return vec!["en".to_owned(), "nl".to_owned()];
    }
    let mut languages: Vec<String> = settings.languages.iter().chain([&settings.language]).map(|lang| lang.to_ascii_lowercase()).collect();
    // Of `pt` and `pt-br` the longer one is what a name says; of two alike the community's first stays first.
    languages.sort_by_key(|lang| std::cmp::Reverse(lang.split('-').count()));
    languages.dedup();
    languages
}

#[cfg(test)]
mod tests {
    use super::{Kin, Sharing, parents};
    use crate::model::settings::Settings;

    /// The refs of those below which an answer of `who` stands, among some questions.
    fn above(settings: &str, there: &[&str]) -> Vec<String> {
        let (settings, _) = Settings::read(&format!("name: X\n{settings}"), &[]);
        let kind = |name: &str| settings.kinds.named(name).expect("a kind");
        let by_ref = |name: &str| there.iter().position(|slug| format!("question/{slug}") == name);
        let by_names: Vec<usize> = parents(kind("answer"), "who/ada", &settings, by_ref);
        // Looked at from the other side it is the same.
        let below = Kin::of(kind("answer"), "who/ada", &settings);
        for (at, slug) in there.iter().enumerate() {
            let has = Sharing::of(&settings).has_below(&Kin::of(kind("question"), slug, &settings), &below, |name| by_ref(name).is_some());
            assert_eq!(has, by_names.contains(&at), "{slug}");
        }
        by_names.into_iter().map(|at| there[at].to_owned()).collect()
    }

    #[test]
    fn a_folder_belongs_to_the_document_of_its_name_and_to_translations_of_that() {
        let both = "languages: [nl, en]";
        for (settings, there, expected) in [
            ("", &["who", "who-en", "who-nl"][..], &["who"][..]),
            ("", &["who-nl", "whom"], &["who-nl"]),
            ("", &["who-nl", "who-en"], &["who-en", "who-nl"]),
            ("", &["who-fr"], &[]),
            (both, &["who-en", "who", "who-nl", "who-fr"], &["who", "who-nl", "who-en"]),
            (both, &["who-en"], &["who-en"]),
            ("languages: [fr]\nlanguage: nl", &["who", "who-en", "who-nl", "who-fr"], &["who", "who-fr", "who-nl"]),
            ("languages: [pt, pt-BR]", &["who", "who-pt-br", "who-pt"], &["who", "who-pt-br", "who-pt"]),
        ] {
            assert_eq!(above(settings, there), expected, "{settings} {there:?}");
        }
    }
}
