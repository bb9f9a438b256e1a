//! Which language a document is in, as far as the stems of its words are concerned.
//!
//! What its front matter, its name or a folder says counts. Where nothing does, its language is the community's, unless its text tells otherwise:
//! then its words have the stems of the language that they are in, and nothing else follows from it. What a list shows and a filter compares stays what was said.

use crate::model::document::Document;
use crate::model::settings::Settings;
use crate::text::markdown::Zone;
use crate::text::words::Language;
use crate::text::words::function::marks;

/// How much of a document is looked at, in bytes.
const LOOKED_AT: usize = 1_000;

/// How much of it is glanced at first, in bytes: nearly every document is in its community's language, and its small words tell so at once.
const GLANCED_AT: usize = 300;

/// So many words of a glance are enough.
const GLANCED_WORDS: usize = 24;

/// So many letters tell which of several languages of the community it is.
const SOME: usize = 40;

/// So many letters tell that it is in another language than all that the community names.
const MANY: usize = 200;

/// One word in so many, at least, of an English or Dutch text is one that the other language does not have.
const MARKED: usize = 20;

/// One word in so many, at least, where no other language is thought of.
const PLAINLY: usize = 10;

/// The language of a document's words.
pub fn of(document: &Document, settings: &Settings) -> Language {
    let own = Language::of(&document.lang);
    if document.says_lang {
        return own;
    }
    if is_plainly(own, &running(document, GLANCED_AT)) {
        return own;
    }
    let text = running(document, LOOKED_AT);
    told_by(&text, own, &spoken(settings)).unwrap_or(own)
}

/// Whether a text is full of small words of a language, and has none of another.
fn is_plainly(own: Language, text: &str) -> bool {
    let (words, of_own, of_others) = marked(own, text);
    words >= GLANCED_WORDS && of_own * PLAINLY >= words && of_others == 0
}

/// How many words a text has, how many of them only a language has, and how many only another one.
fn marked(own: Language, text: &str) -> (usize, usize, usize) {
    let (words, english, dutch) = marks(text);
    match own {
        Language::English => (words, english, dutch),
        Language::Dutch => (words, dutch, english),
        Language::Other => (words, 0, 0),
    }
}

/// The languages that a community names.
fn spoken(settings: &Settings) -> Vec<Language> {
    std::iter::once(&settings.language).chain(&settings.languages).map(|tag| Language::of(tag)).collect()
}

/// What a text says of its language; `None` where it says too little, or may be the community's own.
fn told_by(text: &str, own: Language, spoken: &[Language]) -> Option<Language> {
    let has = |many: usize| text.chars().filter(|letter| letter.is_alphabetic()).nth(many - 1).is_some();
    if !has(SOME) {
        return None;
    }
    let (words, of_own, of_others) = marked(own, text);
    let full_of_own = of_own > 0 && of_own * MARKED >= words;
    if full_of_own && of_others * 4 <= of_own {
        return None;
    }
    let guess = Language::guess(text)?;
    let is_spoken = spoken.iter().any(|one| *one != own) && spoken.contains(&guess);
    if is_spoken {
        return Some(guess);
    }
    // Names and headings of a few words look like anything; what is in another language is so from beginning to end.
    let (first, second) = halves(text);
    let clear = has(MANY) && !full_of_own && [first, second].map(Language::guess) == [Some(guess); 2];
    clear.then_some(guess)
}

/// A text in two halves, cut at a space.
fn halves(text: &str) -> (&str, &str) {
    let at = text.char_indices().map(|(at, _)| at).find(|at| *at >= text.len() / 2 && text[*at..].starts_with(' '));
    text.split_at(at.unwrap_or(text.len()))
}

/// What a document begins with of running text: its title, paragraphs and headings, without code and without what is a name or a number.
fn running(document: &Document, most: usize) -> String {
    let runs = document.markdown.runs.iter().filter(|run| run.zone != Zone::Code).map(|run| run.text(&document.text));
    let mut text = String::with_capacity(most);
    for word in std::iter::once(document.title.as_str()).chain(runs).flat_map(str::split_whitespace) {
        if text.len() + word.len() > most {
            break;
        }
        if is_word(word) {
            text.push_str(word);
            text.push(' ');
        }
    }
    text
}

/// Whether what stands between spaces is a word, with marks around it.
fn is_word(text: &str) -> bool {
    if text.is_ascii() {
        let is_mark = |byte: &u8| !byte.is_ascii_alphanumeric();
        let start = text.bytes().take_while(|byte| is_mark(byte)).count();
        let end = text.len() - text[start..].bytes().rev().take_while(|byte| is_mark(byte)).count();
        return start < end && text[start..end].bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'\'' | b'-'));
    }
    let inside = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    !inside.is_empty() && inside.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Language, Settings, of};
    use crate::model::document::Document;

    const ENGLISH: &str = "Before a mailbox is exported, ask its owner which folders are worth keeping. Write the answer down beside the archive, because nobody \
        will remember it in three years. The export itself takes an hour; checking that it can be opened takes longer and is worth more.";
    const DUTCH: &str = "Vraag voor het exporteren van een postbus aan de eigenaar welke mappen bewaard moeten worden. Schrijf het antwoord naast het archief op, want \
        over drie jaar weet niemand het meer. De export zelf duurt een uur; nagaan of hij te openen is duurt langer en is meer waard.";
    const GERMAN: &str = "Vor dem Export eines Postfachs sollte man die Besitzerin fragen, welche Ordner aufbewahrt werden müssen. Die Antwort gehört neben das Archiv, \
        denn in drei Jahren erinnert sich niemand mehr daran. Der Export selbst dauert eine Stunde; die Prüfung dauert länger.";
    const FRENCH: &str = "Avant d'exporter une boîte aux lettres, demandez à sa propriétaire quels dossiers doivent être conservés. Notez la réponse à côté de \
        l'archive, car dans trois ans personne ne s'en souviendra. L'export lui-même prend une heure; vérifier prend plus longtemps.";

    fn language(path: &str, settings: &str, text: &str) -> Language {
        let (settings, _) = Settings::read(&format!("format: 1\nname: T\n{settings}"), &[]);
        let claim = settings.kinds.claim(path, &|_| false).expect("a kind's file");
        of(&Document::read(path, text.into(), &claim, &settings), &settings)
    }

    const BOTH: &str = "language: en\nlanguages: [en, nl]\n";

    #[test]
    fn what_is_said_counts_before_what_is_read() {
        for (path, text, expected) in [
            ("practices/a.md", format!("---\nlang: en\n---\n{DUTCH}"), Language::English),
            ("practices/a.md", format!("---\nlang: de\n---\n{DUTCH}"), Language::Other),
            ("practices/a.nl.md", ENGLISH.to_owned(), Language::Dutch),
            ("practices/nl/a.md", ENGLISH.to_owned(), Language::Dutch),
        ] {
            assert_eq!(language(path, BOTH, &text), expected, "{path} {text}");
        }
    }

    #[test]
    fn a_long_text_tells_its_language_in_any_community() {
        for settings in ["language: en\n", "language: nl\n", "language: fr\n", BOTH, "language: nl\nlanguages: [nl, en, fr]\n"] {
            for (text, expected) in
                [(ENGLISH, Language::English), (DUTCH, Language::Dutch), (GERMAN, Language::Other), (FRENCH, Language::Other)]
            {
                assert_eq!(language("practices/a.md", settings, text), expected, "{settings} {text}");
            }
        }
    }

    #[test]
    fn a_sentence_tells_which_of_the_communitys_languages_it_is() {
        for (text, expected) in [
            ("# Hoe lang bewaren we de berichten van collega's die vertrokken zijn?\n", Language::Dutch),
            ("# How long do we keep the messages of colleagues who have left?\n", Language::English),
            ("# Wie lange bewahren wir die Nachrichten ausgeschiedener Kolleginnen auf?\n", Language::English),
        ] {
            assert_eq!(language("practices/a.md", BOTH, text), expected, "{text}");
        }
        assert_eq!(
            language("practices/a.md", "language: en\n", "# Hoe lang bewaren we de berichten van collega's die vertrokken zijn?\n"),
            Language::English,
            "a Dutch title is not yet a Dutch text"
        );
    }

    #[test]
    fn what_says_little_is_in_the_communitys_language() {
        let numbers = "12,5 2026-03-01 € 1.000 99 % ".repeat(40);
        let code = format!("```\n{DUTCH}\n{DUTCH}\n```\n");
        let names = "src/main.rs std::fs::read https://example.org/een/pagina/van/het/archief anna@archief.example v1.2 ".repeat(10);
        let mixed = format!("{}\n\n{}\n", &ENGLISH[..200], &DUTCH[..200]);
        for text in ["", "# Backup\n", "# Mailbox export EML\n\nOutlook, Exchange.\n", &numbers, &code, &names, &mixed] {
            for (settings, expected) in [("language: en\n", Language::English), ("language: nl\n", Language::Dutch)] {
                assert_eq!(language("practices/a.md", settings, text), expected, "{settings} {text}");
            }
        }
    }

    proptest! {
        #[test]
        fn ascii_is_judged_as_everything_else(text in "[a1'!-]{0,6}") {
            let inside = text.trim_matches(|letter: char| !letter.is_alphanumeric());
            let expected = !inside.is_empty() && inside.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '-'));
            prop_assert_eq!(super::is_word(&text), expected);
        }

        #[test]
        fn any_text_has_a_language_and_the_same_each_time(text in "(\\PC|[a-z]{1,8} |\n){0,300}") {
            for settings in ["language: nl\n", BOTH] {
                prop_assert_eq!(language("practices/a.md", settings, &text), language("practices/a.md", settings, &text));
            }
        }
    }
}
