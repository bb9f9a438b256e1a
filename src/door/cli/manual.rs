//! What can be written: the kinds with their fields and states, and the settings of a community, as pages of help.

use crate::base::glob::Glob;
use crate::base::lang::{Lang, Msg, words};
use crate::model::field::{Field, FieldType};
use crate::model::kind::{Capability, Kind, Relation, Section, State};
use crate::model::kind_file;
use crate::model::kinds::Kinds;
use crate::model::settings::Settings;
use crate::msg;

use super::help::{Page, placeholders};

/// The words for the two pages that are about no command and no kind.
const KINDS: [&str; 3] = ["kinds", "soorten", "kind"];
const SETTINGS: [&str; 5] = ["settings", "instellingen", "community.yaml", "setting", "config"];

/// The keys of the settings in the sections in which they are explained; a test demands that each is in one.
const GROUPS: [(&str, &[&str]); 4] = [
    ("manual-group-must", &["format", "name"]),
    ("manual-group-about", &["language", "languages", "timezone", "focus", "purpose", "goals", "agreements", "rhythm", "ends"]),
    ("manual-group-documents", &["tags", "tags_closed", "kinds", "review", "limits"]),
    ("manual-group-work", &["check", "governance", "searches", "bots", "host", "site"]),
];

/// Settings that can be copied; what stands between `<` and `>` is in the reader's language.
const EXAMPLE: &str = "\
format: 1
name: <name>
language: <language>
timezone: Europe/Amsterdam
purpose: <purpose>
goals:
  - {text: <goal>, until: 2027-06-30}
tags:
  email: {description: <tag>, synonyms: [e-mail, mail]}
kinds:
  practice:
    paths: [\"handbook/**/*.md\"]
    states: {adopted: {also: [active]}}
    fields: {reviewed: last_reviewed_on}
review: {every: 12 months}
check:
  severities: {no-steward: off}
  exclude: [\"archive/**\"]";

/// The page on a topic that is no command: the kinds, one of them in any language, or the settings.
pub(super) fn page(topic: &str, kinds: &Kinds, lang: Lang) -> Option<Page> {
    let folded = topic.to_lowercase();
    if KINDS.contains(&folded.as_str()) {
        return Some(all(kinds, lang));
    }
    if SETTINGS.contains(&folded.as_str()) {
        return Some(of_settings(lang));
    }
    kinds.meant_by(topic).map(|kind| Writer { kinds, lang }.kind(kind))
}

/// The kinds that a community without settings has.
pub(super) fn built_in() -> Kinds {
    Settings::read("", &[]).0.kinds
}

fn all(kinds: &Kinds, lang: Lang) -> Page {
    let writer = Writer { kinds, lang };
    let line = |kind: &Kind| {
        let states: Vec<String> = kind.states.iter().map(|state| state.label.text(lang, &state.name)).collect();
        let said = if states.is_empty() { writer.folder(kind) } else { format!("{}: {}", writer.folder(kind), states.join(", ")) };
        (kinds.word_for(kind, lang), said)
    };
    Page::new("kinds", writer.say(&msg!("manual-kinds")), placeholders("cop help KIND", lang))
        .section(writer.say(&msg!("manual-kinds-title")), kinds.all().iter().map(line))
        .more([writer.say(&msg!("manual-kinds-more")), "cop help practice".to_owned(), "cop help settings".to_owned()])
}

fn of_settings(lang: Lang) -> Page {
    let say = |msg: Msg| msg.text(lang);
    let key = |key: &&str| ((*key).to_owned(), words(lang, &format!("manual-key-{key}")).unwrap_or_default());
    let page = Page::new("settings", say(msg!("manual-settings")), String::new());
    let page = GROUPS.iter().fold(page, |page, (title, keys)| page.section(words(lang, title).unwrap_or_default(), keys.iter().map(key)));
    let of_kind = |key: &&str| ((*key).to_owned(), words(lang, &format!("manual-kind-key-{key}")).unwrap_or_default());
    page.section(say(msg!("manual-group-kind")), kind_file::KEYS.iter().map(of_kind))
        .example(&example(lang))
        .more([say(msg!("manual-settings-more"))])
}

fn example(lang: Lang) -> String {
    let (name, purpose, goal, tag) = match lang {
        Lang::En => ("Digital Archivists", "Keep born-digital records readable", "Everyone can export their mail", "Mail archives"),
        Lang::Nl => {
            ("Digitale archivarissen", "Digitale archieven leesbaar houden", "Iedereen kan de eigen mail exporteren", "Mailarchieven")
        }
    };
    let parts = [("<name>", name), ("<language>", lang.tag()), ("<purpose>", purpose), ("<goal>", goal), ("<tag>", tag)];
    parts.iter().fold(EXAMPLE.to_owned(), |text, (part, said)| text.replace(part, said))
}

/// What is said of kinds in a language.
struct Writer<'k> {
    kinds: &'k Kinds,
    lang: Lang,
}

impl Writer<'_> {
    fn say(&self, msg: &Msg) -> String {
        msg.text(self.lang)
    }

    fn word(&self, name: &str) -> String {
        self.kinds.named(name).map_or_else(|| name.to_owned(), |kind| self.kinds.word_for(kind, self.lang))
    }

    /// Where documents of a kind stand, in a few words.
    fn folder(&self, kind: &Kind) -> String {
        if let Some(parent) = &kind.parent {
            return self.say(&msg!("manual-below", kind = self.word(parent)));
        }
        if kind.is_adopted() {
            return kind.paths.iter().map(Glob::text).collect::<Vec<_>>().join(", ");
        }
        let own = kind.folders.iter().find(|(lang, _)| lang == self.lang.tag()).or(kind.folders.first());
        own.map(|(_, folder)| format!("{folder}/")).unwrap_or_default()
    }

    fn kind(&self, kind: &Kind) -> Page {
        let about = kind.description.text(self.lang, &kind.label(self.lang));
        let is_shared = |field: &&Field| self.kinds.all().iter().all(|other| other.field(&field.name).is_some());
        let (common, own): (Vec<&Field>, Vec<&Field>) = kind.fields.iter().partition(is_shared);
        let usage = format!("cop list {}", self.kinds.word_for(kind, self.lang));
        let title = |msg: Msg| self.say(&msg);
        Page::new(&kind.name, about, usage)
            .section(title(msg!("manual-files")), self.files(kind))
            .section(title(msg!("manual-states")), kind.states.iter().map(|state| (state.name.clone(), self.state(kind, state))))
            .section(title(msg!("manual-own-fields")), own.into_iter().map(|field| self.field(field)))
            .section(title(msg!("manual-relations")), kind.relations.iter().map(|relation| self.relation(relation)))
            .section(title(msg!("manual-sections")), kind.sections.iter().map(|section| self.heading(section)))
            .section(title(msg!("manual-common-fields")), common.into_iter().map(|field| self.field(field)))
            .more([self.say(&msg!("manual-kind-more"))])
    }

    fn files(&self, kind: &Kind) -> Vec<(String, String)> {
        if let Some(parent) = &kind.parent {
            let folder = self.kinds.named(parent).map(|kind| self.folder(kind)).unwrap_or_default();
            return vec![(format!("{folder}…/"), self.say(&msg!("manual-files-below", kind = self.word(parent))))];
        }
        let places: Vec<String> = if kind.is_adopted() {
            kind.paths.iter().map(|glob| glob.text().to_owned()).collect()
        } else {
            kind.folders.iter().map(|(_, folder)| format!("{folder}/")).collect()
        };
        let mut files = Vec::new();
        for (at, place) in places.into_iter().enumerate() {
            let said = match (at, kind.is_adopted()) {
                (0, false) => self.say(&named(kind, &place)),
                (_, false) => self.say(&msg!("manual-files-same")),
                (_, true) => self.say(&msg!("manual-files-pattern")),
            };
            files.push((place, said));
        }
        files
    }

    fn state(&self, kind: &Kind, state: &State) -> String {
        let mut said = Vec::new();
        let label = state.label.text(self.lang, &state.name);
        if label != state.name.replace('_', " ") {
            said.push(label);
        }
        if kind.first_state().is_some_and(|first| first.name == state.name) {
            said.push(self.say(&msg!("manual-state-first")));
        }
        if state.open {
            said.push(self.say(&msg!("manual-state-open")));
        }
        if state.retired {
            said.push(self.say(&msg!("manual-state-retired")));
        }
        if !state.needs.is_empty() {
            said.push(self.say(&msg!("manual-state-needs", fields = state.needs.join(", "))));
        }
        if let Some(next) = kind.moves.get(&state.name).filter(|next| !next.is_empty()) {
            said.push(format!("→ {}", next.join(", ")));
        }
        said.join("; ")
    }

    fn field(&self, field: &Field) -> (String, String) {
        let key = field.keys.first().unwrap_or(&field.name).clone();
        let sort = match field.kind {
            _ if field.name == "status" => self.say(&msg!("manual-type-state")),
            FieldType::OneOf => self.say(&msg!("manual-type-one-of", values = field.values.join(", "))),
            other => {
                let name = FieldType::NAMES.iter().find(|(_, kind)| *kind == other).map_or("text", |(name, _)| name);
                words(self.lang, &format!("manual-type-{name}")).unwrap_or_default()
            }
        };
        let mut said = vec![format!("{}: {sort}", field.label.text(self.lang, &field.name))];
        said.extend(field.list.then(|| self.say(&msg!("manual-several"))));
        said.extend(field.map.then(|| self.say(&msg!("manual-mapping"))));
        said.extend(field.required.then(|| self.say(&msg!("manual-required"))));
        (key, said.join("; "))
    }

    fn relation(&self, relation: &Relation) -> (String, String) {
        let to: Vec<String> = relation.to.iter().map(|kind| self.word(kind)).collect();
        let to = if to.is_empty() { self.say(&msg!("manual-any-document")) } else { to.join(", ") };
        let mut said = vec![format!("{}: {to}", relation.label.text(self.lang, &relation.name))];
        said.extend(relation.list.then(|| self.say(&msg!("manual-several"))));
        if let Some(inverse) = relation.inverse.as_ref().filter(|inverse| relation.both && **inverse != relation.name) {
            said.push(self.say(&msg!("manual-relation-both", other = inverse)));
        }
        (relation.keys.first().unwrap_or(&relation.name).clone(), said.join("; "))
    }

    fn heading(&self, section: &Section) -> (String, String) {
        let title = section.title.text(self.lang, &section.name);
        (format!("## {title}"), if section.required { self.say(&msg!("manual-required")) } else { String::new() })
    }
}

/// What the files in a kind's folder are called.
fn named(kind: &Kind, folder: &str) -> Msg {
    match kind.numbered {
        Some(digits) => msg!("manual-files-numbered", path = format!("{folder}{:0digits$}-slug.md", 7)),
        None if kind.has(Capability::Dated) => msg!("manual-files-dated", path = format!("{folder}2026-12-03-slug.md")),
        None if kind.has(Capability::Person) => msg!("manual-files-person", path = format!("{folder}anna.md")),
        None => msg!("manual-files-any"),
    }
}

#[cfg(test)]
mod tests {
    use super::{EXAMPLE, GROUPS, built_in, example, page};
    use crate::base::lang::{Lang, words};
    use crate::model::kind_file;
    use crate::model::settings::{KEYS, PARTS, Settings};

    #[test]
    fn every_key_of_the_settings_is_explained_with_what_stands_under_it() {
        for lang in Lang::ALL {
            for key in KEYS {
                assert_eq!(GROUPS.iter().flat_map(|(_, keys)| *keys).filter(|known| **known == key).count(), 1, "{key}");
                let help = words(lang, &format!("manual-key-{key}")).expect(key);
                for part in PARTS.iter().filter(|(known, _)| *known == key).flat_map(|(_, parts)| *parts) {
                    assert!(help.contains(part), "{key} in {lang:?} does not say {part}");
                }
            }
            for key in kind_file::KEYS {
                assert!(words(lang, &format!("manual-kind-key-{key}")).is_some(), "{key} in {lang:?}");
            }
            assert!(GROUPS.iter().all(|(title, _)| words(lang, title).is_some()));
        }
    }

    #[test]
    fn the_example_settings_are_without_fault() {
        for lang in Lang::ALL {
            let (settings, faults) = Settings::read(&example(lang), &[]);
            assert_eq!(faults, [], "{lang:?}");
            assert_eq!((settings.language.as_str(), settings.goals.len(), settings.tags.len()), (lang.tag(), 1, 1));
            assert!(!EXAMPLE.is_empty() && !example(lang).contains('<'), "{lang:?}");
        }
    }

    #[test]
    fn every_kind_has_a_page_in_every_language_and_says_what_it_is_for() {
        let kinds = built_in();
        for kind in kinds.all() {
            assert!(kind.description.en.is_some() && kind.description.nl.is_some(), "{}", kind.name);
            for lang in Lang::ALL {
                assert!(page(&kind.plural(lang), &kinds, lang).is_some(), "{} in {lang:?}", kind.name);
            }
        }
        assert!(page("dance", &kinds, Lang::En).is_none());
    }
}
