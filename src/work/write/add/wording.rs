//! The text that a new document begins with.

use std::fmt::Write;

use crate::base::embedded::template;
use crate::base::lang::Lang;
use crate::model::kind::{Capability, Kind};
use crate::model::kinds::Kinds;
use crate::model::settings::Settings;
use crate::store::workspace::load;
use crate::text::front;
use crate::text::front::nodes::Node;
use crate::work::session::Session;
use crate::work::write::record::Form;

use super::theirs::Ways;

/// The text of the community's own template, else of cop's, else one made of the kind's sections. The day is filled in, the title not.
///
/// Among records that say their state in the text, one like those; in a community that had its documents before cop, a text with the
/// sections of cop only where theirs have those.
pub(super) fn of(session: &Session, kind: &Kind, lang: &str, ways: Ways, form: Option<&Form>) -> String {
    let settings = session.settings();
    let base = lang.split(['-', '_']).next().unwrap_or(lang);
    let own = [lang, base, settings.language.as_str(), "en", "nl"].into_iter().find_map(|lang| {
        // A language is part of a path here, and must not lead anywhere.
        let is_plain = lang.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let path = session.dir().join(".cop/kinds").join(&kind.name).join(format!("{lang}.md"));
        if is_plain { load::text(&path, settings.limits.file).ok() } else { None }
    });
    let tongue = Lang::of(lang).or_else(|| Lang::of(&settings.language)).unwrap_or_default();
    let text = match own {
        Some(text) => text.to_string(),
        None if form.is_some() => form.map(Form::template).unwrap_or_default(),
        None if !ways.has_sections => bare(ways),
        None => ours(kind, tongue).unwrap_or_else(|| made(kind, tongue)),
    };
    let today = session.today().to_string();
    ["{{ date }}", "{{date}}"].iter().fold(text, |text, place| text.replace(place, &today))
}

/// cop's own template, if the community left the kind's sections as they are.
fn ours(kind: &Kind, lang: Lang) -> Option<String> {
    let built_in = Kinds::read(&[], None, &mut Vec::new());
    let same = built_in.named(&kind.name).is_some_and(|own| own.sections == kind.sections);
    if !same {
        return None;
    }
    template(&format!("kinds/{}/{}.md", kind.name, lang.tag())).map(std::borrow::Cow::into_owned)
}

/// A title, and what the others have above it.
fn bare(ways: Ways) -> String {
    let tags = if ways.has_tags { "---\ntags: []\n---\n\n" } else { "" };
    format!("{tags}# {{{{ title }}}}\n")
}

/// A text made of the kind's sections.
fn made(kind: &Kind, lang: Lang) -> String {
    let mut text = String::new();
    if kind.has(Capability::Person) {
        text.push_str("---\nname: \"{{ name }}\"\n---\n\n");
    } else if kind.field("tags").is_some() {
        text.push_str("---\ntags: []\n---\n\n");
    }
    text.push_str("# {{ title }}\n");
    for section in &kind.sections {
        let _ = write!(text, "\n## {}\n", section.title.text(lang, &section.name));
    }
    text
}

/// The text with the keys of its front matter as the community calls them.
pub(super) fn in_their_keys(text: &str, kind: &Kind, settings: &Settings) -> String {
    let read = front::read(text, &settings.limits);
    let mut theirs = text.to_owned();
    for entry in read.root.as_ref().and_then(Node::entries).unwrap_or_default().iter().rev() {
        let Some(field) = kind.field_of_key(&entry.key) else { continue };
        if let Some(key) = field.keys.first().filter(|_| !field.keys.contains(&entry.key)) {
            theirs.replace_range(entry.key_span.clone(), key);
        }
    }
    theirs
}
