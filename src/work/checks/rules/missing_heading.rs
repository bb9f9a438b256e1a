//! A link to a heading that is not there.

use crate::base::nearest::nearest;
use crate::model::finding::Severity;
use crate::msg;
use crate::text::markdown::{decode, heading_id};
use crate::work::checks::fate::Fate;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `missing-heading`
pub static RULE: Rule = Rule {
    code: "REF004",
    name: "missing-heading",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A link names a heading that the document does not have.",
            why: "The reader comes out at the top of a page and has to search for what was meant.",
            mend: "Take the heading that is proposed; a heading that was reworded has a new anchor.",
        },
        nl: Words {
            says: "Een link noemt een kopje dat het document niet heeft.",
            why: "De lezer komt bovenaan een pagina uit en moet zelf zoeken wat er bedoeld was.",
            mend: "Neem het kopje dat wordt voorgesteld; een kopje dat anders is gaan heten, heeft een nieuw anker.",
        },
        bad: "[pitfalls](scanning.md#pitfals)",
        good: "[pitfalls](scanning.md#pitfalls)",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    for (link, fate) in page.links() {
        let (to, fragment) = match fate {
            Fate::Document(to, Some(fragment)) => (*to, fragment),
            Fate::Here(fragment) => (page.at, fragment),
            _ => continue,
        };
        let decoded = decode(fragment);
        if is_elsewhere(&decoded) || is_there(scope, page, to, &decoded, link.form.is_wiki()) {
            continue;
        }
        let target = scope.document(to);
        let msg = if to == page.at {
            msg!("check-missing-heading-here", id = &*decoded)
        } else {
            msg!("check-missing-heading", id = &*decoded, title = &target.title)
        };
        // What is meant is the fragment, which ends the target.
        let span = link.target_span.clone();
        let written = page.document.text.get(span.clone()).unwrap_or_default();
        let start = written.find('#').map_or(span.start, |at| span.start + at);
        let wanted = decoded.into_owned();
        found.at(page.at, start..span.end, msg).later(move |scope| {
            let ids = scope.document(to).markdown.headings.iter().map(|heading| heading.id.as_str()).filter(|id| !id.is_empty()).take(500);
            nearest(&wanted, ids).map(|near| msg!("check-nearest", name = format!("#{near}")))
        });
    }
}

/// Fragments that no heading makes: footnotes, lines of code, a text to jump to.
fn is_elsewhere(fragment: &str) -> bool {
    let is_line = fragment.strip_prefix(['L', 'l']).is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    is_line
        || fragment.starts_with(":~:")
        || fragment.starts_with("fn")
        || fragment.starts_with('^')
        || fragment.starts_with("__codelineno")
}

fn is_there(scope: &Scope<'_>, page: &Page<'_>, to: usize, fragment: &str, wiki: bool) -> bool {
    let (anchors, target) = (scope.anchors(to), scope.document(to));
    if wiki {
        let id = heading_id(fragment, scope.settings().heading_ids);
        return anchors.has(fragment) || anchors.has(&id) || scope.has_anchor_loosely(to, fragment.rsplit('#').next().unwrap_or(fragment));
    }
    // A site of its own makes anchors of its own, and templates make headings.
    let own_way = scope.is_on_site(scope.kind(page.at)) || scope.is_on_site(scope.kind(to));
    anchors.has(fragment)
        || (own_way
            && (scope.has_anchor_loosely(to, fragment) || !target.markdown.opaque.is_empty() || scope.has_anchor_anywhere(fragment)))
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::{found, found_in};

    #[test]
    fn the_nearest_heading_is_proposed() {
        let files =
            [("practices/a.md", "# A\n\n## Next steps\n\n[x](#nxt-steps) [y](b.md#pitfals)\n"), ("practices/b.md", "# B\n\n## Pitfalls\n")];
        assert_eq!(
            found("missing-heading", &files),
            [
                "practices/a.md:5:5 warning this document has no heading #nxt-steps; nearest: #next-steps",
                "practices/a.md:5:25 warning \"B\" has no heading #pitfals; nearest: #pitfalls",
            ]
        );
    }

    #[test]
    fn anchors_of_every_make_count() {
        let text = "# A b\n\n<a name=\"x\"></a>\n\n## Één vraag?\n\n## Een kop {#eigen}\n\n[a](#a-b) [b](#x) [c](#%C3%A9%C3%A9n-vraag) [d](#eigen) [e](#) [f](#top) [g](b.md#L3) [h](#A-B) [i](#ilgili)\n\n## İlgili\n";
        assert!(found("missing-heading", &[("practices/a.md", text), ("practices/b.md", "# B\n")]).is_empty());
        let settings = "kinds: {practice: {paths: [\"docs/*.md\"]}}\n";
        let text = "# A\n\n## 2. What's new?\n\n[a](#whats-new) [b](#2-whats-new) [c](#2-what-s-new)\n";
        assert!(found_in("missing-heading", settings, &[("docs/a.md", text), ("mkdocs.yml", "")]).is_empty());
        // As a git host shows it, the number and what stands between the letters count.
        assert_eq!(found_in("missing-heading", settings, &[("docs/a.md", text)]).len(), 2);
    }
}
