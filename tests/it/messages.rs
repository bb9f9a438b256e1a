//! The words of cop: everything it says has words in both languages, and every word is said.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::OnceLock;

use cop::base::lang::{Lang, Msg};

use crate::support::source::{self, Source};
use crate::support::{file, repository};

/// The messages of one language: under each key, the arguments that its words use.
fn catalogue(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let folder = repository().join("templates/lang").join(lang.tag());
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line.split_once(" =").filter(|_| line.starts_with(|first: char| first.is_ascii_alphabetic())) {
                id.clone_into(&mut key);
                messages.entry(key.clone()).or_default();
            }
            let used = line
                .split('$')
                .skip(1)
                .map(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default());
            if let Some(arguments) = messages.get_mut(&key) {
                arguments.extend(used.filter(|name| name.starts_with(|first: char| first.is_ascii_lowercase())).map(str::to_owned));
            }
        }
    }
    messages
}

fn sources() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(|| source::read(&repository().join("src"), &HashSet::new()))
}

#[test]
fn whatever_is_said_has_words_and_is_given_what_they_need() {
    let mut faults = BTreeSet::new();
    for lang in Lang::ALL {
        let catalogue = catalogue(lang);
        for source in sources() {
            for message in source.messages.iter().filter(|message| !message.in_test && message.key != "literal") {
                let (path, key) = (&source.path, &message.key);
                match (catalogue.get(key), &message.arguments) {
                    (None, _) => {
                        faults.insert(format!("src/{path} says {key}, for which there are no words in {lang:?}"));
                    }
                    (Some(needed), Some(given)) => {
                        faults.extend(
                            needed
                                .iter()
                                .filter(|name| !given.contains(name))
                                .map(|name| format!("src/{path} says {key} without {name} ({lang:?})")),
                        );
                    }
                    (Some(_), None) => {}
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", Vec::from_iter(faults).join("\n"));
}

#[test]
fn both_languages_use_what_the_code_gives() {
    let [english, dutch] = Lang::ALL.map(catalogue);
    let mut faults = BTreeSet::new();
    for source in sources() {
        for message in source.messages.iter().filter(|message| !message.in_test && english.contains_key(&message.key)) {
            let used: BTreeSet<_> = [&english, &dutch].iter().filter_map(|catalogue| catalogue.get(&message.key)).flatten().collect();
            let unused = message.arguments.iter().flatten().filter(|name| !used.contains(name));
            faults.extend(unused.map(|name| format!("src/{} gives {name} to {}, whose words do without", source.path, message.key)));
        }
    }
    assert!(faults.is_empty(), "{}", Vec::from_iter(faults).join("\n"));
}

#[test]
fn no_words_are_left_over() {
    let sources = sources();
    // Whatever is a key, or the pattern of one such as `month-{number}`, is a text somewhere in the program.
    let texts: BTreeSet<_> =
        sources.iter().flat_map(|source| &source.texts).filter(|text| !text.in_test).map(|text| text.text.as_str()).collect();
    let said: BTreeSet<_> =
        sources.iter().flat_map(|source| &source.messages).filter(|message| !message.in_test).map(|message| message.key.as_str()).collect();
    let patterns: Vec<_> = texts.iter().filter_map(|text| pattern(text)).collect();
    let words = catalogue(Lang::En);
    // A message may be part of another.
    let english: String = std::fs::read_dir(repository().join("templates/lang/en"))
        .unwrap()
        .map(|entry| file(&format!("templates/lang/en/{}", entry.unwrap().file_name().to_string_lossy())))
        .collect();
    let is_said = |key: &str| {
        said.contains(key)
            || texts.contains(key)
            || patterns.iter().any(|pattern| fits(pattern, key))
            || english.contains(&format!("{{ {key} }}"))
    };
    let left: Vec<_> = words.keys().filter(|key| !is_said(key)).cloned().collect();
    assert!(left.is_empty(), "said nowhere, so it can go from templates/lang/*/:\n{}", left.join("\n"));
}

/// The fixed parts of a text that a key is made by: `month-{number}` is `["month-", ""]`. `None` if no key can be made by it.
fn pattern(text: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        parts.push(before);
        rest = after.split_once('}')?.1;
    }
    parts.push(rest);
    let is_fixed = |part: &&str| part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    // At least one word must be fixed, or every key would fit.
    let is_word = |part: &&str| part.trim_matches('-').len() >= 3 && part.contains('-');
    (parts.len() > 1 && parts.iter().all(is_fixed) && parts.iter().any(is_word)).then_some(parts)
}

/// Whether a key is these parts with something between each two.
fn fits(pattern: &[&str], key: &str) -> bool {
    match pattern {
        [] => false,
        [last] => key == *last,
        [first, rest @ ..] => key.strip_prefix(first).is_some_and(|after| (1..=after.len()).any(|at| fits(rest, &after[at..]))),
    }
}

#[test]
fn a_key_can_be_made_of_parts() {
    assert_eq!(pattern("month-{number}"), Some(vec!["month-", ""]));
    assert_eq!(pattern("{key}-help"), Some(vec!["", "-help"]));
    assert_eq!(pattern("{one}-{other}"), None);
    assert_eq!(pattern("month"), None);
    assert_eq!(pattern("at {place}"), None);
    for (text, key, expected) in [
        ("month-{}", "month-12", true),
        ("month-{}", "month-", false),
        ("{key}-help", "front-unclosed-help", true),
        ("rule-{name}-help", "rule-dead-link-help", true),
        ("rule-{name}-help", "rule-dead-link", false),
    ] {
        assert_eq!(fits(&pattern(text).unwrap(), key), expected, "{text} {key}");
    }
}

/// The names of arguments that say how many there are of what stands behind them.
const COUNTS: [&str; 3] = ["count", "more", "days"];

/// Words that look as if there were several.
const SINGLE: [&str; 2] = ["gevonden", "open"];

/// The text of a message with so many of everything that it counts.
fn counted(key: &str, arguments: &BTreeSet<String>, lang: Lang, number: u32) -> String {
    // A message lives as long as the program, and so do its names.
    let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    let all = |msg: Msg, name: &String| if COUNTS.contains(&&**name) { msg.with(leak(name), number) } else { msg.with(leak(name), "x") };
    arguments.iter().fold(Msg::new(leak(key)), all).text(lang)
}

/// The words that stand directly behind a number.
fn behind(text: &str, number: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    words.windows(2).filter(|pair| bare(pair[0]) == number).map(|pair| bare(pair[1])).collect()
}

#[test]
fn one_of_something_is_not_several() {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        for (key, arguments) in catalogue(lang) {
            let [none, one, two] = [0, 1, 2].map(|number| counted(&key, &arguments, lang, number));
            let several = |word: &String| {
                word.len() > 3
                    && !SINGLE.contains(&&**word)
                    && (word.ends_with('s') && !word.ends_with("ss") || lang == Lang::Nl && word.ends_with("en"))
            };
            for word in behind(&one, "1").iter().filter(|word| several(word)) {
                if behind(&two, "2").contains(word) || behind(&none, "0").contains(word) {
                    faults.push(format!("{key} ({lang:?}): {one}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn words_of_the_users_stand_in_quotes_of_one_sort() {
    for lang in ["en", "nl"] {
        for entry in std::fs::read_dir(repository().join("templates/lang").join(lang)).expect("a folder").flatten() {
            let text = std::fs::read_to_string(entry.path()).expect("messages");
            let curly: Vec<&str> = text.lines().filter(|line| line.contains(['“', '”', '„', '‘'])).collect();
            assert!(curly.is_empty(), "{}: {curly:#?}", entry.path().display());
        }
    }
}
