//! An abbreviation that many write and nobody explains.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use rayon::prelude::*;

use crate::base::fold::fold_tag;
use crate::model::finding::Severity;
use crate::model::kind::Capability;
use crate::model::query::of_document::names;
use crate::msg;
use crate::text::markdown::Zone;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::{Scope, is_form};

/// `undefined-term`
pub static RULE: Rule = Rule {
    code: "GLO003",
    name: "undefined-term",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "Several documents use an abbreviation that neither the glossary nor any text explains.",
            why: "Who has been there for years reads over it; who is new does not ask a second time.",
            mend: "Add it to the glossary (`abbreviation:` of a term), or write it out once: Encoded Archival Description (EAD). It is looked for where a \
                   glossary has three terms or more, in three documents or more.",
        },
        nl: Words {
            says: "Verschillende documenten gebruiken een afkorting die de begrippenlijst niet uitlegt, en geen tekst ook.",
            why: "Wie er al jaren bij is, leest eroverheen; wie nieuw is, vraagt het geen tweede keer.",
            mend: "Zet haar in de begrippenlijst (`abbreviation:` van een begrip), of schrijf haar één keer voluit: Encoded Archival Description (EAD). \
                   Er wordt naar gezocht als een begrippenlijst drie begrippen of meer heeft, in drie documenten of meer.",
        },
        bad: "practices/describe.md, practices/publish.md, practices/deliver.md: EAD",
        good: "# glossary/encoded-archival-description.md\nabbreviation: EAD",
    },
    check: Check::Community(check),
};

/// A glossary of fewer terms is only begun: what is not in it says nothing yet.
const TERMS: usize = 3;
/// In so many documents an abbreviation is a word of the community's.
const DOCUMENTS: usize = 3;
/// How many letters an abbreviation has.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;
/// So many are told, those first that the most documents have.
const MOST: usize = 20;

/// What everybody who reads documents on a screen has met.
const COMMON: [&str; 64] = [
    "AI", "AM", "API", "ASCII", "AVG", "BV", "CC", "CD", "CEO", "CI", "CPU", "CSS", "CSV", "DIY", "DVD", "EN", "EU", "EUR", "FAQ", "FTP",
    "GB", "GDPR", "GIF", "GPS", "HTML", "HTTP", "HTTPS", "ICT", "ID", "IP", "ISBN", "ISO", "IT", "JPEG", "JPG", "JSON", "KB", "MB", "MIT",
    "NB", "NL", "OK", "OS", "PC", "PDF", "PM", "PNG", "PS", "QR", "RAM", "README", "SQL", "SVG", "TODO", "TV", "UK", "URL", "US", "USA",
    "USB", "UTC", "VS", "XML", "ZIP",
];

/// Words behind an abbreviation that explain it, in either language.
const EXPLAINS: [&str; 9] = [" (", ": ", " = ", " – ", " — ", " stands for", " means ", " staat voor", " betekent "];

/// Where an abbreviation is used.
struct Uses {
    /// In which documents, in order.
    documents: Vec<usize>,
    /// Where first.
    first: Range<usize>,
}

fn check(scope: &Scope<'_>, found: &mut Found) {
    let is_term = |at: &usize| scope.kind(*at).has(Capability::Glossary) && !scope.is_retired(*at);
    let all = 0..scope.documents().len();
    if all.clone().filter(is_term).take(TERMS).count() < TERMS {
        return;
    }
    let pages: Vec<(usize, Page)> = all.into_par_iter().map(|at| (at, page(scope, at))).collect();
    let explained: HashSet<&str> = pages.iter().flat_map(|(_, page)| &page.explained).map(String::as_str).collect();
    let common = known(scope);
    let mut used: BTreeMap<&str, Uses> = BTreeMap::new();
    for (at, page) in &pages {
        for (word, span) in &page.used {
            let known = used.entry(word).or_insert_with(|| Uses { documents: Vec::new(), first: span.clone() });
            if known.documents.last() != Some(at) {
                known.documents.push(*at);
            }
        }
    }
    used.retain(|word, uses| uses.documents.len() >= DOCUMENTS && !explained.contains(word) && !common.contains(*word));
    let spoken = spoken(scope, &used.keys().map(|word| word.to_lowercase()).collect());
    used.retain(|word, _| !spoken.contains(&word.to_lowercase()));
    let mut used: Vec<(&str, Uses)> = used.into_iter().collect();
    used.sort_by_key(|(_, uses)| std::cmp::Reverse(uses.documents.len()));
    for (word, uses) in used.into_iter().take(MOST) {
        let msg = msg!("check-undefined-term", word = word, count = uses.documents.len());
        found.at(uses.documents[0], uses.first, msg).help(msg!("check-undefined-term-help", word = word));
    }
}

/// What the glossary, the tags and the documents' own names explain, in capitals.
fn known(scope: &Scope<'_>) -> HashSet<String> {
    let settings = scope.settings();
    let tags = settings.tags.iter().map(|tag| fold_tag(&tag.name).to_uppercase());
    let named = scope.documents().iter().flat_map(|document| {
        let organisations = document.values("organisation").iter().map(|value| value.text.to_uppercase());
        let slug = document.slug.rsplit('/').next().unwrap_or_default().to_uppercase();
        names(document).map(|name| name.name.to_uppercase()).chain(organisations).chain([slug]).collect::<Vec<_>>()
    });
    let common = COMMON.iter().map(|word| (*word).to_owned());
    common.chain(tags).chain(named).chain([settings.name.to_uppercase()]).collect()
}

/// The abbreviations in a document.
#[derive(Default)]
struct Page {
    used: Vec<(String, Range<usize>)>,
    explained: Vec<String>,
}

fn page(scope: &Scope<'_>, at: usize) -> Page {
    let (mut page, document, kind) = (Page::default(), scope.document(at), scope.kind(at));
    // What was said on a day, or by one person of themselves, is in their words; it may explain one all the same.
    let counts = !scope.is_retired(at) && !kind.has(Capability::Dated) && !kind.has(Capability::Person) && !is_form(&document.path);
    for run in document.markdown.runs.iter().filter(|run| matches!(run.zone, Zone::Body | Zone::Heading(_))) {
        let text = run.text(&document.text);
        for (start, word) in capitals(text) {
            let (before, after) = (&text[..start], &text[start + word.len()..]);
            if before.ends_with('(') && after.starts_with(')') || EXPLAINS.iter().any(|explains| after.starts_with(explains)) {
                page.explained.push(word.to_owned());
            } else if counts && run.zone == Zone::Body && !page.used.iter().any(|(known, _)| known == word) {
                let span = if run.text.is_none() { run.span.start + start..run.span.start + start + word.len() } else { run.span.clone() };
                page.used.push((word.to_owned(), span));
            }
        }
    }
    page
}

/// The words of a text that are capitals only, with where each begins; none of a line that is capitals throughout, and no numeral.
fn capitals(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |letter: char| letter.is_alphanumeric() || "-_./@#:\\'’".contains(letter);
    let shouts = !text.chars().any(char::is_lowercase) && text.chars().filter(|letter| letter.is_alphabetic()).count() > *LETTERS.end();
    let pieces = text.split_inclusive(move |letter: char| !is_part(letter)).filter(move |_| !shouts);
    let placed = pieces.scan(0, |at, piece| Some((std::mem::replace(at, *at + piece.len()), piece)));
    placed.filter_map(move |(at, piece)| {
        // A full stop or a colon ends a sentence; within a piece it makes a name of another sort.
        let word = piece.trim_end_matches(|letter| !is_part(letter) || ".:'’".contains(letter));
        let is_abbreviation = LETTERS.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
        let is_numeral = word.bytes().all(|byte| b"IVXLC".contains(&byte));
        (is_abbreviation && !is_numeral).then_some((at, word))
    })
}

/// Those of some words that a text has in small letters: `NOT` is a word that somebody stresses.
fn spoken(scope: &Scope<'_>, words: &HashSet<String>) -> HashSet<String> {
    if words.is_empty() {
        return HashSet::new();
    }
    let documents = scope.documents().par_iter();
    let of_document = documents.flat_map_iter(|document| {
        let runs = document.markdown.runs.iter().filter(|run| matches!(run.zone, Zone::Body | Zone::Heading(_)));
        let pieces = runs.flat_map(|run| run.text(&document.text).split(|letter: char| !letter.is_alphanumeric()));
        pieces.filter(|piece| piece.chars().all(char::is_lowercase)).filter(|piece| words.contains(*piece))
    });
    of_document.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found_in;

    fn at(texts: &[&str]) -> Vec<String> {
        let terms = ["mailbox", "fonds", "series"]
            .map(|name| (format!("glossary/{name}.md"), format!("---\nabbreviation: MX{}\n---\n\n# {name}\n", &name[..1].to_uppercase())));
        let pages = texts.iter().enumerate().map(|(at, text)| (format!("practices/{at}.md"), format!("# Page {at}\n\n{text}\n")));
        let files: Vec<(String, String)> = terms.into_iter().chain(pages).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        found_in("undefined-term", "", &files)
    }

    #[test]
    fn what_three_documents_use_and_nobody_explains_is_told_once() {
        let told = at(&["Make the EAD.", "An EAD, from the inventory.", "The **EAD**."]);
        assert_eq!(
            told,
            ["practices/0.md:3:10 note 3 documents say EAD, and nothing says what it is; cop add term EAD, or write it out once: … (EAD)"]
        );
        assert!(at(&["Make the EAD.", "An EAD.", "No."]).is_empty());
    }

    #[test]
    fn what_is_explained_common_or_stressed_is_left_alone() {
        for [one, two, three] in [
            ["The EAD (Encoded Archival Description).", "EAD", "EAD"],
            ["Encoded Archival Description (EAD)", "EAD", "EAD"],
            ["EAD: a description in XML.", "EAD", "EAD"],
            ["PDF", "PDF", "PDF"],
            ["MXM", "MXM", "MXM"],
            ["Do NOT scan.", "Do NOT", "Do NOT, not ever"],
            ["XIV", "XIV", "XIV"],
            ["`EAD`", "`EAD`", "`EAD`"],
            ["EAD-2002", "EAD/x", "a_EAD"],
            ["THE EAD IS THERE", "THE EAD IS THERE", "THE EAD IS THERE"],
        ] {
            let told = at(&[one, two, three]);
            assert!(told.is_empty(), "{one}: {told:?}");
        }
    }
}
