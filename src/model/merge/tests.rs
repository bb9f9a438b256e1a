use super::{Merged, Three, merge};
use crate::base::limits::Limits;
use crate::model::kinds::Kinds;

/// Lines that were changed on both sides always contradict: what is asserted here does not lean on git's merge.
fn strict(three: Three<'_>) -> Merged {
    three.settled().map_or_else(|| Merged::both(three.ours, three.theirs), Merged::clean)
}

fn merged(kind: &str, base: &str, ours: &str, theirs: &str) -> Merged {
    let kinds = Kinds::read(&[], None, &mut Vec::new());
    merge(Three { base, ours, theirs }, kinds.named(kind), &Limits::default(), &strict)
}

fn front(kind: &str, base: &str, ours: &str, theirs: &str) -> String {
    let [base, ours, theirs] = [base, ours, theirs].map(|yaml| format!("---\n{yaml}---\n\n# T\n"));
    let Merged { text, conflicts } = merged(kind, &base, &ours, &theirs);
    let text = text.replace("---\n\n# T\n", "").replacen("---\n", "", 1);
    if conflicts > 0 { format!("{conflicts}!{text}") } else { text }
}

#[test]
fn fields_that_one_side_changed_are_all_there() {
    let base = "title: A\nstatus: draft # for now\nsteward: anna\n";
    let ours = "title: A\nstatus: proposed # for now\nsteward: anna\nlang: nl\n";
    let theirs = "# Who\ntitle: B\nstatus: draft # for now\nreview_every: 6 months\n";
    assert_eq!(front("practice", base, ours, theirs), "# Who\ntitle: B\nstatus: proposed # for now\nreview_every: 6 months\nlang: nl\n");
}

#[test]
fn lists_are_sets() {
    for (base, ours, theirs, expected) in [
        ("tags: [a]\n", "tags: [a, b]\n", "tags: [a, c]\n", "tags: [a, b, c]\n"),
        ("tags: [a, b]\n", "tags: [b]\n", "tags: [a, b, c]\n", "tags: [b, c]\n"),
        ("tags:\n  - a\n", "tags:\n  - a # one\n  - b\n", "tags: [x, a]\n", "tags:\n  - a # one\n  - b\n  - x\n"),
        ("", "tags: [a]\n", "tags:\n  - b\n", "tags: [a, b]\n"),
        ("tags: [a]\n", "", "tags: [a, b]\n", "tags: [b]\n"),
        ("tags: [a]\n", "tags: a, b\n", "tags: [a, c]\n", "tags: [a, b, c]\n"),
        ("tags: [a]\n", "tags: [b]\n", "tags: []\n", "tags: [b]\n"),
    ] {
        assert_eq!(front("practice", base, ours, theirs), expected, "{base:?} {ours:?} {theirs:?}");
    }
}

#[test]
fn the_state_that_is_further_on_counts() {
    for (kind, base, ours, theirs, expected) in [
        ("practice", "draft", "proposed", "adopted", "status: adopted\n"),
        ("practice", "draft", "adopted", "proposed", "status: adopted\n"),
        ("practice", "adopted", "proposed", "retired", "1!<<<<<<< ours\nstatus: proposed\n=======\nstatus: retired\n>>>>>>> theirs\n"),
        ("practice", "proposed", "draft", "adopted", "1!<<<<<<< ours\nstatus: draft\n=======\nstatus: adopted\n>>>>>>> theirs\n"),
        ("decision", "proposed", "superseded", "accepted", "status: superseded\n"),
        ("decision", "proposed", "accepted", "rejected", "1!<<<<<<< ours\nstatus: accepted\n=======\nstatus: rejected\n>>>>>>> theirs\n"),
        ("practice", "draft", "Proposed", "voorgesteld", "status: Proposed\n"),
    ] {
        let line = |state: &str| format!("status: {state}\n");
        assert_eq!(front(kind, &line(base), &line(ours), &line(theirs)), expected);
    }
}

#[test]
fn the_newer_review_counts_and_other_days_contradict() {
    for (key, ours, theirs, expected) in [
        ("reviewed", "2026-02-01", "2026-03-01", "reviewed: 2026-03-01\n"),
        ("review_by", "2026-04-01", "2026-03-01", "review_by: 2026-04-01\n"),
        ("created", "2026-02-01", "2026-03-01", "created: 2026-02-01\n"),
        ("revisit", "2026-02-01", "2026-03-01", "1!<<<<<<< ours\nrevisit: 2026-02-01\n=======\nrevisit: 2026-03-01\n>>>>>>> theirs\n"),
    ] {
        let line = |day: &str| format!("{key}: {day}\n");
        assert_eq!(front("decision", &line("2026-01-01"), &line(ours), &line(theirs)), expected);
    }
}

#[test]
fn mappings_are_merged_key_by_key() {
    let base = "translations:\n  nl: mail\n";
    let ours = "translations:\n  nl: mail\n  de: Post\n";
    let theirs = "translations:\n  nl: e-mail\n  fr: courriel\n";
    assert_eq!(front("term", base, ours, theirs), "translations:\n  nl: e-mail\n  fr: courriel\n  de: Post\n");
}

#[test]
fn what_contradicts_leaves_both_values() {
    assert_eq!(
        front("practice", "steward: anna\nlang: nl\n", "steward: bram\nlang: nl\n", "lang: nl\n"),
        "1!<<<<<<< ours\nsteward: bram\n=======\n>>>>>>> theirs\nlang: nl\n"
    );
}

#[test]
fn front_matter_may_come_and_go() {
    let all = |base, ours, theirs| merged("question", base, ours, theirs);
    // One accepts an answer, which gives the question front matter; the other mends the title.
    assert_eq!(
        all("# Q\n", "---\naccepted: answer/q/bo\n---\n\n# Q\n", "# Q?\n"),
        Merged::clean("---\naccepted: answer/q/bo\n---\n\n# Q?\n")
    );
    assert_eq!(
        all("# Q\n", "# Q?\n", "---\naccepted: answer/q/bo\n---\n\n# Q\n"),
        Merged::clean("---\naccepted: answer/q/bo\n---\n\n# Q?\n")
    );
    assert_eq!(all("---\na: b\n---\n# Q\n", "# Q\n", "---\na: b\n---\n# Q?\n"), Merged::clean("# Q?\n"));
}

#[test]
fn lists_that_cop_keeps_never_contradict() {
    let base = "---\nname: Ada\n---\n\n# Ada\n\nHello.\n";
    let ours = "---\nname: Ada\n---\n\n# Ada\n\nHello.\n\n## Uses\n\n- [B](b.md) 2026-01-02\n\n## Follows\n\n- #mail\n";
    let theirs = "---\nname: Ada\n---\n\n# Ada\n\nHello!\n\n## Uses\n\n- [A](a.md) 2026-01-01\n\n## Thanks\n\n- @bo\n";
    let expected = "---\nname: Ada\n---\n\n# Ada\n\nHello!\n\n## Uses\n\n- [A](a.md) 2026-01-01\n- [B](b.md) 2026-01-02\n\n## Thanks\n\n- @bo\n\n## Follows\n\n- #mail\n";
    assert_eq!(merged("member", base, ours, theirs), Merged::clean(expected));
    assert_eq!(merged("member", base, theirs, ours).text, expected);
    let both = |text: &str, line: &str, more: &str| text.replace(line, &format!("{line}{more}"));
    let (one, two) = (both(expected, "- @bo\n", "- @cy\n"), both(expected, "- #mail\n", "- #web\n").replace("- @bo\n", "- @al\n"));
    let all = merged("member", expected, &one, &two);
    assert_eq!(all, Merged::clean(expected.replace("- @bo\n", "- @al\n- @cy\n").replace("- #mail\n", "- #mail\n- #web\n")));
    // A paragraph in a list makes it text like any other.
    let prose = expected.replace("- @bo\n", "- @bo\n\nAnd everybody.\n");
    assert_eq!(merged("member", expected, &prose, &two).conflicts, 1);
}

#[test]
fn a_list_that_both_moved_stands_at_one_place() {
    let part = |title: &str| format!("## {title}\n\nWords.\n\n");
    let uses = "## Uses\n\n- [A](a.md) 2026-01-01\n\n";
    let whole = |parts: [&str; 4]| format!("---\nname: Ada\n---\n\n# Ada\n\n{}", parts.concat());
    let (about, middle, end) = (part("About"), part("Middle"), part("End"));
    let base = whole([uses, &about, &middle, &end]);
    let ours = whole([&about, uses, &middle, &end]);
    let theirs = whole([&about, &middle, &end, uses]);
    // What git makes of it: the lines are gone where they were, and added at both places.
    let twice = |three: Three<'_>| {
        let stand_in = three.ours.lines().find(|line| line.starts_with('\u{1}')).unwrap_or_default();
        Merged::clean(format!("{}\n\n{stand_in}\n", three.ours.trim_end()))
    };
    let kinds = Kinds::read(&[], None, &mut Vec::new());
    let all = merge(Three { base: &base, ours: &ours, theirs: &theirs }, kinds.named("member"), &Limits::default(), &twice);
    assert_eq!((all.conflicts, all.text.matches("- [A]").count(), all.text.matches("## Uses").count()), (0, 1, 1), "{}", all.text);
}

#[test]
fn line_ends_and_marks_of_ours_stay() {
    let (base, ours, theirs) = ("---\na: 1\nb: 1\n---\n# T\n", "---\na: 2\nb: 1\n---\n# T\n", "---\na: 1\nb: 2\n---\n# T\n");
    let expected = "---\na: 2\nb: 2\n---\n# T\n";
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(merged("practice", base, ours, theirs).text, expected);
    assert_eq!(merged("practice", &windows(base), &windows(ours), &windows(theirs)).text, windows(expected));
    assert_eq!(merged("practice", base, &windows(ours), theirs).text, windows(expected));
    assert_eq!(merged("practice", base, ours, &windows(theirs)).text, windows(expected));
}

#[test]
fn what_is_odd_is_left_to_git() {
    for text in ["---\na: [\n---\n", "---\na: 1\na: 2\n---\n", "a\r\nb\n"] {
        let theirs = format!("{text}x");
        assert_eq!(merged("practice", "", text, &theirs), Merged::both(text, &theirs), "{text:?}");
    }
    // An anchor that other lines lean on: its own lines say nothing by themselves.
    let yaml = |key: &str, tag: &str| format!("a: &x [{key}]\nb: *x\nc: {tag}\n");
    let all = front("practice", &yaml("1", "1"), &yaml("2", "1"), &yaml("1", "2"));
    assert_eq!(all, yaml("2", "2"));
}

#[test]
fn comments_are_kept_or_asked_about() {
    for (base, ours, theirs, expected) in [
        ("status: draft\n", "status: proposed\n", "# Ask Bram\nstatus: draft # until May\n", "# Ask Bram\nstatus: proposed # until May\n"),
        ("status: draft\n", "# Ask Bram\nstatus: draft # until May\n", "status: proposed\n", "# Ask Bram\nstatus: proposed # until May\n"),
        ("status: draft # now\n", "status: proposed # now\n", "status: draft\n", "status: proposed\n"),
        ("a: 'x #1'\n", "a: 'x #1' # one\n", "a: 'x #2'\n", "a: 'x #2' # one\n"),
        ("reviewed: 2026-01-01\n", "reviewed: 2026-01-02 # Bo\n", "reviewed: 2026-01-03\n", "reviewed: 2026-01-03 # Bo\n"),
    ] {
        assert_eq!(front("practice", base, ours, theirs), expected, "{base:?} {ours:?} {theirs:?}");
    }
    for (base, ours, theirs) in
        [("status: draft\n", "status: draft # one\n", "status: proposed # two\n"), ("status: draft\n", "", "# Ask Bram\nstatus: draft\n")]
    {
        for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
            assert!(front("practice", base, ours, theirs).contains("!<<<<<<< ours\n"), "{ours:?} {theirs:?}");
        }
    }
    // The same words at two places are two comments.
    let (base, ours, theirs) =
        ("tags:\n  - a # todo\n  - b\n", "tags:\n  - a # todo\n  - b\n  - c # todo\n", "tags:\n  - a # todo\n  - b\n  - d # todo\n");
    assert!(front("practice", base, ours, theirs).contains("!<<<<<<< ours\n"));
    // Our notation stays, with our comments; theirs would be lost.
    let (base, plain, said) = ("tags:\n  - a\n", "tags: [a, b]\n", "tags:\n  - a # mine\n  - c\n");
    assert!(front("practice", base, plain, said).contains("!<<<<<<< ours\n"));
    assert_eq!(front("practice", base, said, plain), "tags:\n  - a # mine\n  - c\n  - b\n");
}

#[test]
fn tags_of_two_spellings_are_one() {
    assert_eq!(front("practice", "tags: [a]\n", "tags: [a, Email]\n", "tags: [a, email, c]\n"), "tags: [a, Email, c]\n");
    assert_eq!(front("practice", "tags: [A]\n", "tags: [a, b]\n", "tags: [A, c]\n"), "tags: [a, b, c]\n");
}

#[test]
fn long_lists_take_no_longer_than_they_must() {
    let list = |mark: &str| -> String { (0..20_000).map(|at| ["- ", mark, " ", &at.to_string(), "\n"].concat()).collect() };
    let whole = |more: &str| format!("---\nname: Ada\n---\n\n# Ada\n\n## Uses\n\n{}{more}", list("a"));
    let (ours, theirs) = (whole(&list("b")), whole(&list("c")));
    let all = merged("member", &whole(""), &ours, &theirs);
    assert_eq!((all.conflicts, all.text.matches("\n- ").count()), (0, 60_000));
}
