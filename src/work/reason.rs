//! Why a document was found in whose text and title no word of the query stands: a tag, an earlier name, a synonym.

use crate::base::lang::Msg;
use crate::base::lines::Lines;
use crate::model::document::Document;
use crate::model::query::ast::Query;
use crate::model::query::card::Card;
use crate::model::query::snippet::{Run, Widths, snippets};
use crate::model::query::zone::Zone;
use crate::model::settings::Settings;
use crate::msg;

/// The fields, beside the aliases, that say what a document is also called.
const NAMES: [&str; 4] = ["synonyms", "abbreviation", "translations", "name"];

/// What the document whose file this is was found by, if that is neither its text nor its title.
pub(super) fn of(settings: &Settings, query: &Query, card: &Card, text: &str) -> Option<Msg> {
    let matches = |words: &str| {
        let run = Run { zone: Zone::Body, text: words, start: 0 };
        let lines = Lines::new(words);
        let widths = Widths { seen: 100, most: 400 };
        snippets(query, card.stems, words, &lines, &[run], widths, 1).iter().any(|snippet| !snippet.marks.is_empty())
    };
    if query.leaves.is_empty() || matches(&card.title) {
        return None;
    }
    let is_tagged = |tag: &&String| {
        let known = settings.agreed_tag(tag);
        let labels = known.map(|known| [known.label.en.as_ref(), known.label.nl.as_ref()]).into_iter().flatten().flatten();
        let others = known.into_iter().flat_map(|known| std::iter::once(&known.name).chain(&known.synonyms));
        std::iter::once(*tag).chain(labels).chain(others).any(|word| matches(word))
    };
    if let Some(tag) = card.tags.iter().find(is_tagged) {
        return Some(msg!("hit-tag", tag = tag));
    }
    if let Some(alias) = card.aliases.iter().find(|alias| matches(alias)) {
        return Some(msg!("hit-also", name = alias));
    }
    let claim = settings.kinds.claim(&card.path, &|_| false)?;
    let document = Document::read(&card.path, text.into(), &claim, settings);
    let named = NAMES.iter().flat_map(|name| document.values(name)).find(|value| matches(&value.text))?;
    Some(msg!("hit-also", name = &named.text))
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::base::lang::Lang;
    use crate::model::query::ast::{Form, Leaf, Node, Query, Slot};
    use crate::model::query::card::Card;
    use crate::model::settings::Settings;
    use crate::text::words::Language;

    fn reason(word: &str, stems: Language) -> Option<String> {
        let leaf = Leaf { form: Form::Word(Slot::any(word)), zone: None, weight: 1.0, wanted: true };
        let query = Query { leaves: vec![leaf], wanted: vec![Node::Leaf(0)], ..Query::default() };
        let (settings, _) = Settings::read("name: A\ntags: {rhythm: {synonyms: [cadence], label: {nl: ritme}}}\n", &[]);
        let card = Card {
            path: "glossary/core-group.md".into(),
            title: "Core group".into(),
            tags: vec!["rhythm".into()],
            aliases: vec!["inner circle".into(), "kerngroepen".into()],
            lang: "en".into(),
            stems,
            ..Card::default()
        };
        let text = "---\nsynonyms: [heart]\ntranslations: {nl: kerngroep}\n---\n\n# Core group\n\nThose who come every time.\n";
        of(&settings, &query, &card, text).map(|msg| msg.text(Lang::En))
    }

    #[test]
    fn what_is_not_in_the_text_is_told() {
        for (word, said) in [
            ("rhythm", Some("tag: rhythm")),
            ("ritme", Some("tag: rhythm")),
            ("cadence", Some("tag: rhythm")),
            ("circles", Some("also called: inner circle")),
            ("kerngroep", Some("also called: kerngroep")),
            ("core", None),
            ("elephant", None),
        ] {
            assert_eq!(reason(word, Language::English).as_deref(), said, "{word}");
        }
    }

    #[test]
    fn its_names_have_the_stems_that_the_index_found_it_by() {
        assert_eq!(reason("kerngroep", Language::Dutch).as_deref(), Some("also called: kerngroepen"));
    }
}
