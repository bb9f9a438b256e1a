//! A word that the glossary says not to use.

use std::ops::Range;

use crate::base::fold::fold;
use crate::base::lines::floor_char_boundary;
use crate::model::document::Document;
use crate::model::finding::{Mend, Safety, Severity};
use crate::model::kind::Capability;
use crate::msg;
use crate::text::markdown::{Link, LinkForm};
use crate::work::checks::fate::Fate;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::{Scope, is_form};
use crate::work::checks::terms::{Said, is_capitals};

/// `forbidden-variant`
pub static RULE: Rule = Rule {
    code: "GLO001",
    name: "forbidden-variant",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: Some(Safety::Unsafe),
    about: About {
        en: Words {
            says: "A text uses a word that the glossary says not to use.",
            why: "Two words for one thing look like two things to whoever is new, and the community chose which one it is.",
            mend: "Write the term, or take the word from its `not:` if everybody says it after all.",
        },
        nl: Words {
            says: "Een tekst gebruikt een woord dat volgens de begrippenlijst beter niet gebruikt wordt.",
            why: "Twee woorden voor één ding lijken voor wie nieuw is twee dingen, en de gemeenschap koos welk van de twee het is.",
            mend: "Schrijf het begrip, of haal het woord weg bij `not:` als iedereen het toch zegt.",
        },
        bad: "# glossary/facilitator.md: not: [moderator]\nThe moderator opens the meeting.",
        good: "The facilitator opens the meeting.",
    },
    check: Check::Page(check),
};

/// How far around a word quotes are looked for, in bytes.
const NEAR: usize = 500;

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let terms = scope.terms();
    if !terms.has_avoided || is_history(scope, page) || is_form(&page.document.path) {
        return;
    }
    let document = page.document;
    for said in terms.said_in(document) {
        let term = scope.document(said.name.term);
        let own = said.name.term == page.at || scope.related(page.at, "translation_of").any(|at| at == said.name.term);
        if !said.name.avoided
            || own
            || is_other_word(document, &said)
            || is_quoted(document, &said)
            || is_named_elsewhere(scope, page, &said.span)
        {
            continue;
        }
        let written: String = document.text.get(said.span.clone()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let raw = found.at(page.at, said.span.clone(), msg!("check-forbidden-variant", word = &written, term = &term.title));
        raw.help(msg!("check-forbidden-variant-help", path = &term.path));
        if said.is_whole && !term.title.is_empty() && !written.contains(['*', '>']) {
            raw.fix(Mend::text(said.span.clone(), in_capitals_of(&written, &term.title), Safety::Unsafe));
        }
    }
}

/// Whether a document tells what once was, in the words of then: what no longer holds, what was decided, what was said on a day; or is a
/// person's own page.
fn is_history(scope: &Scope<'_>, page: &Page<'_>) -> bool {
    let is_decided = page.kind.numbered.is_some() && page.state().is_some_and(|state| !state.open);
    scope.is_retired(page.at) || is_decided || page.kind.has(Capability::Dated) || page.kind.has(Capability::Person)
}

/// Whether it is another word after all: part of an address, of a name with signs in it or of somebody's name, or an abbreviation of the
/// same letters.
fn is_other_word(document: &Document, said: &Said<'_>) -> bool {
    let (before, written, after) = around(document, said);
    let mut next = after.chars();
    let goes_on = next.next().is_some_and(|first| "-_/@.:\\=".contains(first)) && next.next().is_some_and(char::is_alphanumeric);
    let is_led = before.ends_with(|last| "-_/@#.:\\=$~{<".contains(last));
    let is_abbreviation = is_capitals(written) && !is_capitals(&said.name.text) && written.len() <= 6 && !written.contains(' ');
    goes_on || is_led || is_abbreviation || is_in_a_name(before, written, after, &said.name.text)
}

/// Whether a word has a capital that it would not have of itself, or another word with one follows: `the Government Digital Service`.
fn is_in_a_name(before: &str, written: &str, after: &str, name: &str) -> bool {
    let has_capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    if !has_capital(written) {
        return false;
    }
    if is_capitals(name) {
        return after.strip_prefix(' ').is_some_and(has_capital);
    }
    let sentence = before.trim_end_matches(|last: char| last.is_whitespace() || "*_[(".contains(last));
    let begins_block = before[sentence.len()..].matches('\n').count() > 1;
    let goes_on = sentence.ends_with(|last: char| last.is_alphanumeric() || ",;".contains(last));
    !has_capital(name) && !begins_block && goes_on
}

/// Whether a word is spoken about, or what another said: between quotes, in a quotation, or alone in italics.
fn is_quoted(document: &Document, said: &Said<'_>) -> bool {
    let (text, (before, _, after)) = (&document.text, around(document, said));
    let line = document.lines.range(text, document.lines.line(said.span.start));
    // Of a line without end only what is near: each word is looked at so.
    let from = floor_char_boundary(before, line.start.max(before.len().saturating_sub(NEAR)));
    let start = before.get(from..).unwrap_or_default();
    let to = floor_char_boundary(after, line.end.saturating_sub(said.span.end).min(NEAR));
    let end = after.get(..to).unwrap_or_default();
    let is_between = |open: char, close: char| match (start.rfind(open), start.rfind(close)) {
        _ if open == close => start.matches(open).count() % 2 == 1 && end.contains(close),
        (Some(opened), closed) => closed.is_none_or(|closed| closed < opened) && end.contains(close),
        (None, _) => false,
    };
    let single = ['\'', '‘', '’'];
    let is_alone = |mark: char| before.ends_with(mark) && after.starts_with(mark);
    let is_stressed = ['*', '_'].into_iter().any(|mark| is_alone(mark) && !before.ends_with(&format!("{mark}{mark}")));
    start.trim_start().starts_with('>')
        || is_between('"', '"')
        || [('“', '”'), ('„', '”'), ('„', '“'), ('«', '»')].into_iter().any(|(open, close)| is_between(open, close))
        || (before.ends_with(single) && after.starts_with(single))
        || is_stressed
}

/// A document before, at and after a name in it.
fn around<'d>(document: &'d Document, said: &Said<'_>) -> (&'d str, &'d str, &'d str) {
    let part = |range: Range<usize>| document.text.get(range).unwrap_or_default();
    (part(0..said.span.start), part(said.span.clone()), part(said.span.end..document.text.len()))
}

/// Whether a place is in a link whose text is what the other side is called: a page elsewhere, or a document by its title.
fn is_named_elsewhere(scope: &Scope<'_>, page: &Page<'_>, span: &Range<usize>) -> bool {
    let is_name = |(link, fate): (&Link, &Fate)| match fate {
        Fate::Document(at, _) => fold(&scope.document(*at).title) == fold(&link.text),
        _ => link.target.contains("://") || link.target.starts_with("mailto:") || link.form == LinkForm::Autolink,
    };
    // Links come in order, and a picture may stand in one.
    let before = page.document.markdown.links.partition_point(|link| link.span.start <= span.start);
    let around = (before.saturating_sub(2)..before).filter_map(|at| Some((page.document.markdown.links.get(at)?, page.fates.get(at)?)));
    around.filter(|(link, _)| span.end <= link.span.end).any(is_name)
}

/// The term with a capital where what stands there has one.
fn in_capitals_of(written: &str, title: &str) -> String {
    let (first, rest) = title.split_at(title.chars().next().map_or(0, char::len_utf8));
    // A title with capitals within it is a name.
    if rest.chars().any(char::is_uppercase) {
        return title.to_owned();
    }
    if is_capitals(written) {
        return title.to_uppercase();
    }
    match written.chars().next() {
        Some(letter) if letter.is_uppercase() => first.to_uppercase() + rest,
        _ => first.to_lowercase() + rest,
    }
}

#[cfg(test)]
mod tests {
    use super::in_capitals_of;
    use crate::work::checks::testing::{found, found_in};

    const TERM: (&str, &str) =
        ("glossary/facilitator.md", "---\nnot: [moderator, chair person, BOB]\n---\n\n# Facilitator\n\nNo moderator.\n");

    #[test]
    fn what_is_said_is_told_and_what_is_spoken_about_is_not() {
        for (text, count) in [
            ("The moderator opens.", 1),
            ("Moderators open; the chair-person, too.", 2),
            ("The chair\nperson opens.", 1),
            ("A **moderator** and a [moderator](b.md).", 2),
            ("By BOB.", 1),
            ("By Bob, MODERATOR-X, and bob.", 0),
            ("The \"moderator\" and the “moderators” are *moderator* here.", 0),
            ("`moderator` moderator@x.nl https://moderator.nl/ #moderator @moderator moderator.com /moderator", 0),
            ("> The moderator opens.", 0),
            ("See [the moderator](https://example.org).", 0),
            ("Take a chair. Person by person, a chair, person.", 0),
            ("We asked the UK Moderator Service, and our Moderator too.", 0),
            ("Some say \"the moderator opens\", others „geen moderator”.", 0),
            ("Say \"yes\" to the moderator and \"no\" to noise. Moderators of Delft", 2),
            ("moderating, moderator_x, mode**rator**", 0),
        ] {
            assert_eq!(found("forbidden-variant", &[TERM, ("practices/a.md", &format!("# A\n\n{text}\n"))]).len(), count, "{text}");
        }
    }

    #[test]
    fn history_and_other_languages_keep_their_words() {
        let text = "# A\n\nThe moderator opens.\n";
        for path in ["decisions/0001-a.md", "meetings/2026-01-01.md", "members/anna.md", "practices/a.nl.md", "practices/template-a.md"] {
            let text = if path.starts_with("decisions") { format!("---\nstatus: accepted\n---\n\n{text}") } else { text.to_owned() };
            assert_eq!(found_in("forbidden-variant", "languages: [en, nl]\n", &[TERM, (path, &text)]), Vec::<String>::new(), "{path}");
        }
        let retired = ("glossary/facilitator.md", "---\nstatus: retired\nnot: [moderator]\n---\n\n# Facilitator\n");
        assert!(found("forbidden-variant", &[retired, ("practices/a.md", text)]).is_empty());
    }

    #[test]
    fn what_another_term_is_called_can_be_said() {
        let text = ("practices/a.md", "# A\n\nThe moderator panel and the moderators.\n");
        let other = ("glossary/panel.md", "---\nsynonyms: [moderator panel]\n---\n\n# Panel\n");
        assert_eq!(found("forbidden-variant", &[TERM, other, text]).len(), 1);
        let same = ("glossary/moderator.md", "# Moderator\n");
        assert!(found("forbidden-variant", &[TERM, same, text]).is_empty());
    }

    #[test]
    fn the_term_comes_in_the_capitals_of_what_it_replaces() {
        for (written, title, with) in [
            ("moderator", "Facilitator", "facilitator"),
            ("Moderator", "facilitator", "Facilitator"),
            ("MODERATOR", "Facilitator", "FACILITATOR"),
            ("docker image", "OCI image", "OCI image"),
        ] {
            assert_eq!(in_capitals_of(written, title), with);
        }
    }
}
