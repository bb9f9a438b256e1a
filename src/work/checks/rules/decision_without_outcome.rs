//! A decision that was taken, and does not say what was decided.

use std::ops::Range;

use crate::base::lang::Lang;
use crate::model::document::Document;
use crate::model::finding::Severity;
use crate::model::kind::{Kind, Section};
use crate::msg;
use crate::text::markdown::Heading;
use crate::text::words::{Language, words};
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::{Scope, is_form};

/// `decision-without-outcome`
pub static RULE: Rule = Rule {
    code: "LIF005",
    name: "decision-without-outcome",
    severity: Severity::Warning,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A decision is accepted and does not say what was decided.",
            why: "Everybody takes it that it was settled, and each thinks of an outcome of their own.",
            mend: "Name the option that was chosen and why; or mark the decision as proposed, if it was not taken yet.",
        },
        nl: Words {
            says: "Een besluit is aanvaard en zegt niet wat er besloten is.",
            why: "Iedereen neemt aan dat het geregeld is, en elk denkt aan een eigen uitkomst.",
            mend: "Noem de optie die gekozen is en waarom; of merk het besluit aan als voorgesteld, als het nog niet genomen is.",
        },
        bad: "status: accepted\n\n## Decision Outcome\n\nChosen option: \"{title of option 1}\", because …",
        good: "status: accepted\n\n## Decision Outcome\n\nChosen option: \"MDTO\", because our archives ask for it.",
    },
    check: Check::Community(check),
};

/// The section of a kind that says what was decided.
const OUTCOME: &str = "outcome";

/// How the line begins that names the option.
const CHOSEN: [&str; 3] = ["chosen option:", "gekozen optie:", "gekozen mogelijkheid:"];

/// Words of which one stands in a text that says what was decided, be it under another heading or none.
const DECIDED: [&str; 24] = [
    "decided",
    "chosen",
    "chose",
    "resolved",
    "resolution",
    "conclusion",
    "conclude",
    "concluded",
    "adopt",
    "adopted",
    "agreed",
    "recommended",
    "recommendation",
    "verdict",
    "besloten",
    "beslisten",
    "gekozen",
    "koos",
    "kozen",
    "afgesproken",
    "overeengekomen",
    "conclusie",
    "aanbeveling",
    "oordeel",
];

/// So many headings for an outcome are looked at in one document.
const LOOKED_AT: usize = 20;

/// What is wrong with an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Lack {
    /// No heading for it.
    Section,
    /// Nothing under its heading.
    Text(Range<usize>),
    /// The option is still what the template says.
    Option(Range<usize>),
}

fn check(scope: &Scope<'_>, found: &mut Found) {
    for (of, kind) in scope.settings().kinds.all().iter().enumerate() {
        let Some(section) = outcome_of(kind) else { continue };
        let has = |at: usize| outcomes(scope.document(at), kind, section).next().is_some();
        let is_usual = scope.is_usual(of, has);
        for (at, document) in scope.documents().iter().enumerate().filter(|(_, document)| document.kind == of) {
            match lack(scope, at) {
                Some(Lack::Section) if is_usual => {
                    found.at(at, document.title_span.clone(), msg!("check-no-outcome")).help(msg!("check-no-outcome-help"));
                }
                Some(Lack::Text(span)) => {
                    found.at(at, span, msg!("check-empty-outcome")).help(msg!("check-no-outcome-help"));
                }
                Some(Lack::Option(span)) => {
                    found.at(at, span, msg!("check-no-option")).help(msg!("check-no-outcome-help"));
                }
                _ => {}
            }
        }
    }
}

/// The heading of a document of which this rule tells that nothing stands under it, so that no other need.
pub(super) fn tells_of(scope: &Scope<'_>, at: usize) -> Option<Range<usize>> {
    match lack(scope, at) {
        Some(Lack::Text(span)) => Some(span),
        _ => None,
    }
}

/// The section for it, of a kind whose documents are records with a number: a story has an outcome too, and may tell it in its own way.
fn outcome_of(kind: &Kind) -> Option<&Section> {
    kind.sections.iter().find(|section| section.name == OUTCOME && kind.numbered.is_some())
}

/// What a decision that was taken lacks; `None` where it is open, or no longer holds, or lacks nothing.
fn lack(scope: &Scope<'_>, at: usize) -> Option<Lack> {
    let (document, kind) = (scope.document(at), scope.kind(at));
    let section = outcome_of(kind)?;
    let state = document.written_state(kind)?;
    if state.open || state.retired || is_form(&document.path) {
        return None;
    }
    let mut found = None;
    for heading in outcomes(document, kind, section).take(LOOKED_AT) {
        match (lack_under(document, kind, heading), &found) {
            (None, _) => return None,
            (lack, None) => found = lack,
            _ => {}
        }
    }
    // Of other languages the words for it are not known.
    let is_known = || Lang::of(&document.lang).is_some();
    found.or_else(|| (is_known() && !says_it(document)).then_some(Lack::Section))
}

/// Whether a text without a heading for its outcome has a word that tells of one.
fn says_it(document: &Document) -> bool {
    let mut says = false;
    for run in &document.markdown.runs {
        words(run.text(&document.text), Language::Other, |word| says |= DECIDED.contains(&word.surface));
    }
    says
}

/// The headings under which an outcome may stand.
fn outcomes<'d>(document: &'d Document, kind: &'d Kind, section: &'d Section) -> impl Iterator<Item = &'d Heading> {
    let is_another = |heading: &Heading| kind.sections.iter().any(|other| other.name != OUTCOME && other.is_headed_by(&heading.text));
    document.markdown.headings.iter().filter(move |heading| section.is_begun_by(&heading.text) && !is_another(heading))
}

/// What an outcome lacks under its heading, up to where another section of the kind begins.
fn lack_under(document: &Document, kind: &Kind, heading: &Heading) -> Option<Lack> {
    let is_own = |other: &Heading| !kind.sections.iter().any(|section| section.name != OUTCOME && section.is_begun_by(&other.text));
    let content = heading.content();
    let below = document.markdown.headings.iter().filter(|other| content.contains(&other.span.start));
    let end = below.clone().find(|other| !is_own(other)).map_or(content.end, |other| other.span.start);
    let text = document.text.get(content.start..end)?;
    let mut comments = document.markdown.comments.iter().filter(|comment| comment.span.start >= content.start && comment.span.end <= end);
    // Words of cop's own template are told as that.
    if comments.clone().any(|comment| comment.text.starts_with("cop:")) {
        return None;
    }
    let mut said = String::new();
    let mut from = content.start;
    for comment in comments.by_ref() {
        said.push_str(document.text.get(from..comment.span.start).unwrap_or_default());
        from = comment.span.end;
    }
    said.push_str(document.text.get(from..end).unwrap_or_default());
    // `Decision: use MDTO` needs no text.
    let says_more = !kind.sections.iter().any(|section| section.name == OUTCOME && section.is_headed_by(&heading.text));
    if said.trim().is_empty() && !says_more {
        return Some(Lack::Text(heading.span.clone()));
    }
    let mut lines = text.split_inclusive('\n').scan(content.start, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line.trim_end()))
    });
    let chosen = lines.find_map(|(start, line)| {
        let bare = line.trim_start_matches(['*', '_', ' ', '-']);
        let rest = CHOSEN
            .iter()
            .find_map(|words| bare.get(..words.len()).filter(|head| head.eq_ignore_ascii_case(words)).map(|_| &bare[words.len()..]))?;
        Some((start + line.len() - bare.len()..start + line.len(), rest.trim_start_matches(['*', '_', ' '])))
    });
    let (span, rest) = chosen?;
    let is_form =
        ["\"{", "'{", "“{", "\"[", "'[", "“[", "{", "\"\"", "''", "“”", "\"…\"", "\"...\""].iter().any(|form| rest.starts_with(form));
    let is_template_tag = rest.trim_start_matches(['"', '\'']).starts_with("{{") || rest.contains("](");
    (is_form && !is_template_tag).then_some(Lack::Option(span))
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::{found, found_in};

    fn told(status: &str, text: &str) -> Vec<String> {
        let text = format!("---\nstatus: {status}\n---\n\n# A\n\n## Context\n\nWhy.\n\n{text}\n");
        let rules = ["decision-without-outcome", "empty-section", "template-text", "missing-section"];
        rules.into_iter().flat_map(|rule| found(rule, &[("decisions/0001-a.md", &text)])).collect()
    }

    #[test]
    fn one_finding_tells_what_an_accepted_decision_lacks() {
        for (text, place) in [
            ("", "decisions/0001-a.md:5:1 warning"),
            ("## Decision Outcome", "decisions/0001-a.md:11:1 warning"),
            ("## Decision Outcome\n\n## More Information\n\nText.", "decisions/0001-a.md:11:1 warning"),
            ("## Decision Outcome\n\n### Consequences\n\n- Good", "decisions/0001-a.md:11:1 warning"),
            ("## Decision Outcome\n\n<!-- Name it. -->", "decisions/0001-a.md:11:1 warning"),
            ("## Decision Outcome\n\n<!-- cop: Name it. -->", "decisions/0001-a.md:13:1 warning words of the template"),
            ("## Decision Outcome\n\nChosen option: \"{title of option 1}\", because {why}", "decisions/0001-a.md:13:1 warning"),
            ("## Decision Outcome\n\nChosen option: \"\", because", "decisions/0001-a.md:13:1 warning"),
            ("## Besluit\n\n**Gekozen optie:** \"[optie 1]\", omdat", "decisions/0001-a.md:13:3 warning"),
            ("## Decision Drivers\n\n- Money", "decisions/0001-a.md:5:1 warning"),
        ] {
            let told = told("accepted", text);
            assert_eq!(told.len(), 1, "{text}: {told:?}");
            assert!(told[0].starts_with(place), "{text}: {told:?}");
        }
    }

    #[test]
    fn a_decision_that_says_it_or_is_not_taken_is_left_alone() {
        for text in [
            "## Decision Outcome\n\nChosen option: \"MDTO\", because.",
            "## Decision Outcome\n\nChosen option: [MDTO](#mdto)",
            "## Decision\n\n- MDTO",
            "## Besluit: MDTO\n\n![picture](a.png)",
            "## Besluit: MDTO\n\n## More Information\n\nText.",
            "## Resolved\n\nMDTO",
            "We chose MDTO.",
            "## Decision\n\n### First\n\nMDTO",
        ] {
            assert_eq!(told("accepted", text), [] as [&str; 0], "{text}");
        }
        assert_eq!(told("proposed", ""), [] as [&str; 0]);
        assert_eq!(told("rejected", ""), [] as [&str; 0]);
    }

    #[test]
    fn files_that_were_there_before_are_asked_for_what_most_of_them_have() {
        let settings = "kinds: {decision: {paths: [\"adr/*.md\"], default_status: accepted}}\n";
        let (with, without) = ("# A\n\n## Decision\n\ntext\n", "# A\n\ntext\n");
        assert_eq!(
            found_in("decision-without-outcome", settings, &[("adr/a.md", with), ("adr/b.md", with), ("adr/c.md", without)]).len(),
            1
        );
        assert_eq!(
            found_in("decision-without-outcome", settings, &[("adr/a.md", with), ("adr/b.md", without), ("adr/c.md", without)]).len(),
            0
        );
    }
}
