//! A link to a file that is not there.

use crate::model::finding::Severity;
use crate::msg;
use crate::text::markdown::{Link, LinkForm, decode};
use crate::work::checks::advice;
use crate::work::checks::fate::Fate;
use crate::work::checks::page::Page;
use crate::work::checks::paths;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::{Scope, is_form};

/// `dead-link`
pub static RULE: Rule = Rule {
    code: "REF001",
    name: "dead-link",
    severity: Severity::Error,
    adopted: Severity::Error,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A link leads to a file that is not there.",
            why: "The reader ends at an error page, and what was to be read there is out of reach.",
            mend: "Take the file that is proposed, or find out where it went: `cop search` knows documents by their earlier names too.",
        },
        nl: Words {
            says: "Een link leidt naar een bestand dat er niet is.",
            why: "De lezer komt op een foutpagina uit en wat er te lezen was, is onbereikbaar.",
            mend: "Neem het bestand dat wordt voorgesteld, of zoek waar het gebleven is: `cop search` kent documenten ook bij hun vroegere naam.",
        },
        bad: "see [scanning](sanning.md)",
        good: "see [scanning](scanning.md)",
    },
    check: Check::Page(check),
};

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let document = page.document;
    let looked = page.links().filter(|(link, _)| !link.form.is_image());
    for (link, fate) in looked {
        if is_empty(link) && !is_form(&document.path) {
            let raw = found.at(page.at, link.span.clone(), msg!("check-empty-link"));
            raw.at_most(Severity::Warning).help(msg!("check-empty-link-help"));
        }
        let Fate::Missing(path) = fate else { continue };
        let target = link.path().trim();
        let msg = match target.strip_suffix(".md") {
            Some(name) => msg!("check-dead-document", name = name),
            None => msg!("check-dead-file", name = target),
        };
        let raw = found.at(page.at, link.target_span.clone(), msg);
        if let Some(at) = target.find("http://").or_else(|| target.find("https://")) {
            raw.help(msg!("check-dead-host", address = &target[at..]));
            continue;
        }
        if target.contains('@') && !target.contains('/') {
            raw.help(msg!("check-dead-host", address = format!("mailto:{target}")));
            continue;
        }
        if is_host(target) {
            raw.help(msg!("check-dead-host", address = format!("https://{target}")));
            continue;
        }
        // Written from the root, as some programs take it; a browser takes it from this document.
        if let Some(rooted) = from_root(scope, target) {
            raw.help(msg!("check-dead-from-root", path = paths::relative(&document.path, &rooted)));
            continue;
        }
        let (from, path) = (document.path.clone(), path.clone());
        raw.later(move |scope| advice::link(scope, &from, &path));
    }
}

/// Whether nothing stands where the target of `[words](target)` should.
fn is_empty(link: &Link) -> bool {
    link.form == LinkForm::Inline && !link.opaque && link.target.trim().is_empty()
}

/// The path that a target names if it is taken from the root.
fn from_root(scope: &Scope<'_>, target: &str) -> Option<String> {
    let decoded = decode(target);
    let path = decoded.trim_start_matches("./");
    let bare = path.trim_end_matches('/');
    (bare.contains('/') && !bare.starts_with("..") && scope.community.exists(bare)).then(|| path.to_owned())
}

/// Whether a target looks like the address of a host whose `https://` was forgotten.
fn is_host(target: &str) -> bool {
    let host = target.split('/').next().unwrap_or_default();
    let ends = [".com", ".org", ".net", ".nl", ".eu", ".io", ".gov", ".edu", ".uk", ".be", ".de"];
    host.starts_with("www.") || (ends.iter().any(|end| host.ends_with(end)) && host.len() > 5)
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::{found, found_in};

    #[test]
    fn the_nearest_file_is_proposed() {
        let files = [("practices/scan.md", "# Scan\n\nsee [scanning](sanning.md)\n"), ("practices/scanning.md", "# Scanning\n")];
        assert_eq!(found("dead-link", &files), ["practices/scan.md:3:16 error no such document: sanning; nearest: scanning.md"]);
        let moved = [("practices/scan.md", "# Scan\n\n[a](old/b.md) <a href='c.pdf'>c</a>\n"), ("practices/new/b.md", "# B\n")];
        assert_eq!(
            found("dead-link", &moved),
            ["practices/scan.md:3:5 error no such document: old/b; nearest: new/b.md", "practices/scan.md:3:24 error no such file: c.pdf",]
        );
        let host = [("practices/a.md", "# A\n\n[x](www.example.org/a)\n")];
        assert_eq!(
            found("dead-link", &host),
            ["practices/a.md:3:5 error no such file: www.example.org/a; write the whole address: https://www.example.org/a"]
        );
    }

    #[test]
    fn a_path_from_the_root_is_told_from_the_document() {
        let files = [
            ("practices/a/b.md", "# B\n\n[c](practices/c.md) [d](practices/d/) [e](practices/e.md)\n"),
            ("practices/c.md", "# C\n"),
            ("practices/d/f.md", "# F\n"),
        ];
        assert_eq!(
            found("dead-link", &files)[..2],
            [
                "practices/a/b.md:3:5 error no such document: practices/c; it stands there from the root; from here: ../c.md",
                "practices/a/b.md:3:25 error no such file: practices/d/; it stands there from the root; from here: ../d/",
            ]
        );
    }

    #[test]
    fn what_is_there_or_is_no_path_is_alive() {
        let text = "# A\n\n[a](b.md) [b](b.md#b) [c](../practices/) [d](https://x.nl/y) [e](mailto:a@b.nl) [f](#a) [g]({{ url }}) `[h](x.md)` \
                    [i](../README.md) [j](./b.md?raw=1) [k](b%2Emd) [m](…) <anna@example.org> [n](../)\n";
        let files = [("practices/a.md", text), ("practices/b.md", "# B\n"), ("README.md", "")];
        assert!(found("dead-link", &files).is_empty(), "{:?}", found("dead-link", &files));
    }

    #[test]
    fn a_link_without_a_target_leads_nowhere() {
        let text = "# A\n\n[news]() [x](<>) [y](#) ![z]() [ref][]\n\n[ref]: <>\n";
        let told = found("dead-link", &[("practices/a.md", text), ("templates/a.md", text)]);
        let says = "this link leads nowhere; write between the brackets behind it where it leads, or leave them out";
        assert_eq!(told, [format!("practices/a.md:3:1 warning {says}"), format!("practices/a.md:3:10 warning {says}")]);
    }

    #[test]
    fn in_adopted_files_a_link_may_lead_to_the_page_that_a_site_makes() {
        let settings = "kinds: {practice: {paths: [\"docs/**/*.md\", \"source/**/*.html.md.erb\"]}}\n";
        let text = "# A\n\n[a](../b/) [b](../b.html) [c](/standards/x.html) [d](c) [e](../c/index.html) [f](sub/) [g](pic.png) [h](../images/pic.png)\n";
        let files = [
            ("docs/x/a.md", text),
            ("docs/b.md", "# B\n"),
            ("docs/c/README.md", "# C\n"),
            ("docs/x/sub/_index.md", "# S\n"),
            ("static/images/pic.png", ""),
            ("mkdocs.yml", ""),
        ];
        assert!(found_in("dead-link", settings, &files).is_empty(), "{:?}", found_in("dead-link", settings, &files));
        // Without such a program a link leads where a git host takes it.
        let told = found_in("dead-link", settings, &files[..5]);
        assert_eq!(told.len(), 5, "{told:?}");
        let dead = [("docs/x/a.md", "# A\n\n[a](gone.md) [b](../gone/) \n")];
        assert_eq!(found_in("dead-link", settings, &dead).len(), 2);
    }
}
