//! A mention of nobody.

use crate::base::nearest::is_slip;
use crate::model::finding::Severity;
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `unknown-mention`
pub static RULE: Rule = Rule {
    code: "REF010",
    name: "unknown-mention",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: None,
    about: About {
        en: Words {
            says: "A mention names nobody among the members.",
            why: "Who is meant is not told: the action waits for nobody and the thanks reach nobody.",
            mend: "Take the handle that is proposed, or add a file for the person among the members.",
        },
        nl: Words {
            says: "Een vermelding noemt niemand van de leden.",
            why: "Wie bedoeld is hoort het niet: de actie wacht op niemand en het dankwoord komt niet aan.",
            mend: "Neem de naam die wordt voorgesteld, of maak bij de leden een bestand voor die persoon.",
        },
        bad: "- [ ] @fatma share the sample",
        good: "- [ ] @fatima share the sample",
    },
    check: Check::Page(check),
};

/// What stands after an `@` in prose about programs, mail and chat.
const NOBODY: [&str; 24] = [
    "all",
    "author",
    "channel",
    "charset",
    "channels",
    "deprecated",
    "everyone",
    "example",
    "font-face",
    "here",
    "import",
    "include",
    "keyframes",
    "license",
    "media",
    "mention",
    "mixin",
    "none",
    "override",
    "page",
    "param",
    "return",
    "supports",
    "todo",
];

fn check(scope: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let people = scope.community.people();
    if people.members().is_empty() || scope.lacks_members() {
        return;
    }
    for mention in &page.document.markdown.mentions {
        let handle = mention.handle.as_str();
        if people.by_handle(handle).is_some() || NOBODY.contains(&handle.to_lowercase().as_str()) {
            continue;
        }
        let near = people.members().iter().find(|member| is_slip(handle, &member.handle));
        // A person of another place may be meant, unless it is nearly one of ours.
        if near.is_none() && page.is_adopted() {
            continue;
        }
        let raw = found.at(page.at, mention.span.clone(), msg!("check-unknown-handle", handle = handle));
        match near {
            Some(member) => raw.help(msg!("check-did-you-mean", name = format!("@{}", member.handle))).weighs(Severity::Warning),
            None => raw.help(msg!("check-unknown-mention-help")),
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::work::checks::testing::found;

    #[test]
    fn nearly_a_member_is_a_slip_and_a_stranger_is_only_noted() {
        let anna = ("members/anna.md", "---\nname: Anna\n---\n");
        let text = ("practices/a.md", "# A\n\n@anna @annna @bartholomew `@code` a@b.nl @media\n");
        assert_eq!(
            found("unknown-mention", &[anna, text]),
            [
                "practices/a.md:3:7 warning nobody here is called @annna; did you mean @anna?",
                "practices/a.md:3:14 note nobody here is called @bartholomew; a member has a file of their own; put the word in backticks if it is no person",
            ]
        );
        assert!(found("unknown-mention", &[text]).is_empty(), "a community without members knows nobody");
    }
}
