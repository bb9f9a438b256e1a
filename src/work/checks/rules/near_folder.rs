//! A folder that is nearly a kind's, so that nothing in it counts.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::nearest::is_slip;
use crate::base::path::last;
use crate::model::finding::Severity;
use crate::model::kind::Kind;
use crate::model::kinds::is_markdown;
use crate::msg;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `near-folder`
pub static RULE: Rule = Rule {
    code: "NAM008",
    name: "near-folder",
    severity: Severity::Warning,
    adopted: Severity::Warning,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A folder has nearly the name of a kind's folder.",
            why: "Only what stands in the folder of a kind is a document. What is one letter beside it can't be found, listed or checked.",
            mend: "Move the files to the folder that is named. If they are meant to be no documents, give the folder another name.",
        },
        nl: Words {
            says: "Een map heet bijna als de map van een soort.",
            why: "Alleen wat in de map van een soort staat, is een document. Wat er een letter naast zit, wordt niet gevonden, getoond of nagekeken.",
            mend: "Verplaats de bestanden naar de map die wordt genoemd. Horen ze geen documenten te zijn, noem de map dan anders.",
        },
        bad: "# practice/scanning.md",
        good: "# practices/scanning.md",
    },
    check: Check::Community(check),
};

/// Shorter words are near too many others: `lezen` is not meant as `leden`.
const LETTERS: usize = 6;

fn check(scope: &Scope<'_>, found: &mut Found) {
    let kinds = &scope.settings().kinds;
    let names = scope.community.names();
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
    let is_readme = |path: &str| last(path).to_lowercase().starts_with("readme.");
    let is_meant = |path: &&str| is_markdown(path) && names.by_path(path).is_none() && !kinds.sets_aside(path) && !is_readme(path);
    for path in scope.community.paths().filter(is_meant) {
        if let Some((folder, _)) = path.split_once('/') {
            *folders.entry(folder).or_default() += 1;
        }
    }
    if folders.is_empty() {
        return;
    }
    let here = scope.documents().iter().map(|document| &document.path);
    let left_out = scope.community.left_out().all().iter().map(|absent| &absent.path);
    let used: BTreeSet<&str> = here.chain(left_out).filter_map(|path| path.split('/').next()).collect();
    for (folder, count) in folders.into_iter().filter(|(folder, _)| !used.contains(folder)) {
        let Some(kind) = kinds.all().iter().find(|kind| is_near(kind, folder)) else { continue };
        let own = kind.folders.iter().map(|(_, own)| own.as_str());
        let spoken = kind.folders.iter().find(|(lang, _)| *lang == scope.settings().language).map(|(_, own)| own.as_str());
        let Some(meant) = own.clone().find(|own| used.contains(own)).or(spoken).or_else(|| own.clone().next()) else { continue };
        let raw = found.about(scope, folder, msg!("check-near-folder", count = count, folder = folder));
        raw.help(msg!("check-near-folder-help", folder = meant));
    }
}

/// Whether a folder's name is nearly that of a kind's folder, or is what the kind is called.
fn is_near(kind: &Kind, folder: &str) -> bool {
    if kind.is_adopted() || kind.parent.is_some() || kind.folders.is_empty() {
        return false;
    }
    let labels = [&kind.singular.en, &kind.singular.nl, &kind.plural.en, &kind.plural.nl].into_iter().flatten();
    let mut words = labels.chain([&kind.name]).chain(kind.folders.iter().map(|(_, folder)| folder));
    kind.is_meant_by(folder)
        || words.any(|word| word.to_lowercase() == folder.to_lowercase() || word.chars().count() >= LETTERS && is_slip(folder, word))
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::{found, found_in};

    #[test]
    fn a_folder_is_told_of_once_with_the_one_that_is_meant() {
        let files = |folder: &str| [(format!("{folder}/a.md"), "# A\n"), (format!("{folder}/deep/b.md"), "# B\n")];
        let told = |settings: &str, folder: &str| {
            let files = files(folder);
            let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
            found_in("near-folder", settings, &files)
        };
        for (settings, folder, meant) in [
            ("", "practice", "practices"),
            ("", "Practices", "practices"),
            ("language: nl", "praktijk", "praktijken"),
            ("language: nl", "Praktijken2", "praktijken"),
            ("", "practises", "practices"),
            ("", "story", "stories"),
        ] {
            let finding = format!("{folder} warning 2 Markdown files in {folder}/ are documents of no kind; did you mean {meant}/?");
            assert_eq!(told(settings, folder), [finding]);
        }
        for fine in ["docs", "lezen", "team", "forms", ".practice", "practices"] {
            assert!(told("", fine).is_empty(), "{fine}");
        }
        assert!(told("kinds: {practice: {paths: ['docs/*.md']}}", "practice").is_empty());
        assert!(found("near-folder", &[("practice/README.md", "# A\n"), ("practice/a.txt", "")]).is_empty());
        let used = [("praktijken/a.md", "# A\n"), ("practice/b.md", "# B\n")];
        let finding = "practice warning one Markdown file in practice/ is a document of no kind; did you mean praktijken/?";
        assert_eq!(found("near-folder", &used), [finding]);
    }
}
