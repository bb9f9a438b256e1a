//! By what names files, folders and keys are recognised that were there before their community.

/// What stands in a repository about the repository, by the name without its ending.
pub(super) const ABOUT: [&str; 22] = [
    "readme",
    "license",
    "licence",
    "copying",
    "changelog",
    "changes",
    "news",
    "history",
    "contributing",
    "contributors",
    "authors",
    "maintainers",
    "codeowners",
    "code_of_conduct",
    "security",
    "support",
    "governance",
    "pull_request_template",
    "issue_template",
    "todo",
    "404",
    "cc0_1",
];

/// Folders in which no documents are.
pub(super) const ASIDE: [&str; 26] = [
    "node_modules",
    "vendor",
    "third_party",
    "test",
    "tests",
    "fixtures",
    "spec",
    "template",
    "templates",
    "sjablonen",
    "partials",
    "layouts",
    "includes",
    "assets",
    "images",
    "img",
    "static",
    "public",
    "dist",
    "build",
    "target",
    "script",
    "scripts",
    "bin",
    "config",
    "inst",
];

/// Folders that hold decisions.
pub(super) const DECISIONS: [&str; 11] = [
    "adr",
    "adrs",
    "adl",
    "decisions",
    "decision-records",
    "decision-log",
    "architecture-decisions",
    "architecture-decision-records",
    "besluiten",
    "besluitenlijst",
    "resolutions",
];

/// Other folders whose names say what is in them, beside the kinds' own names.
pub(super) const MEANT: [(&[&str], &str); 6] = [
    (
        &[
            "best-practices",
            "good-practices",
            "handbook",
            "handboek",
            "guides",
            "guidelines",
            "richtlijnen",
            "how-to",
            "howto",
            "playbook",
            "werkwijzen",
            "standards",
            "manuals",
        ],
        "practice",
    ),
    (&["faq", "faqs", "veelgestelde-vragen"], "question"),
    (&["glossary", "begrippenlijst", "woordenlijst"], "term"),
    (&["minutes", "notulen", "verslagen"], "meeting"),
    (&["case-studies", "cases", "ervaringen"], "story"),
    (&["links", "references", "literatuur"], "resource"),
];

/// Our fields, with what others call them.
pub(super) const FIELDS: [(&str, &[&str]); 4] = [
    ("reviewed", &["last_reviewed_on", "last_reviewed", "last-reviewed", "reviewed_on", "last_review"]),
    ("review_every", &["review_in", "review_cycle", "review_period"]),
    ("steward", &["owner_slack", "owner", "owners", "maintainer"]),
    ("aliases", &["redirect_from"]),
];

/// The state that documents of a kind are in which were kept before anybody said a state.
pub(super) const KEPT: [(&str, &str); 3] = [("decision", "accepted"), ("practice", "adopted"), ("term", "agreed")];

/// The languages that a folder or an ending may name.
pub(super) const LANGUAGES: [&str; 28] = [
    "ar", "cs", "cy", "da", "de", "el", "en", "es", "et", "fi", "fr", "fy", "ga", "hu", "it", "ja", "ko", "lt", "nb", "nl", "pl", "pt",
    "ro", "sv", "tr", "uk", "vi", "zh",
];
