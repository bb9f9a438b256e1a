//! Any text is read, quickly, and every place that is told exists.

use std::ops::Range;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::base::limits::Limits;
use crate::text::markdown::{HeadingIds, Markdown, blocks, decode, read};

/// The size of the texts below; the megabyte that they were measured with takes half a second where cop is optimised.
const SIZE: usize = 1 << 16;

/// Numbered lines.
fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    (0..count).map(row).collect::<Vec<_>>().concat()
}

/// What makes a careless reader slow when a text is nothing else.
#[rustfmt::skip]
const UNITS: [&str; 50] = [
    "[", "![", "*", "`", "a`", ">", "> ", "<", "<a ", "|", "[[", "[[a|", "[[a]] ", "@a@a", "@a ", "_",
    "*a_ ", "[a](", "[a][b]", "![a ", "]", "- ", "1. ", "a\n", "{{", "{{a}} ", "{% x %}\n", "<% ", "{{ a\n",
    "# a\n", "&amp;", "\\", "\0", "\r", "\t- ", "<!-- a ", "<!-- a -->\n", "<a href=b>c</a> ", "<p>&lt;",
    "<h1>a", "- [ ] @a (2026-12-15)\n", "- [ ] ", "[x](y) ", "<a id=b>", "~", "é[", "@a/", "[^a]",
    "[a]: b\n", "`a`@b",
];

/// Texts that make a careless reader slow, `SIZE` bytes each.
fn bombs() -> Vec<(String, String)> {
    let mut bombs: Vec<_> = UNITS.iter().map(|unit| (format!("{unit:?}"), unit.repeat(SIZE / unit.len()))).collect();
    let mut add = |name: &str, text: String| bombs.push((name.to_owned(), text));
    add("definitions", rows(SIZE / 20, |at| format!("[a{at}]: b{at}\n")) + &rows(SIZE / 20, |at| format!("[a{at}] ")));
    add("long table", format!("|a|b|\n|-|-|\n{}", "|[c](d)|@e|\n".repeat(SIZE / 12)));
    add("wide table", format!("{}|\n{}|\n", "|a".repeat(SIZE / 5), "|-".repeat(SIZE / 5)));
    add("short rows below a wide head", format!("{}|\n{}|\n{}", "|a".repeat(20_000), "|-".repeat(20_000), "|[b](c)|\n".repeat(50)));
    add("lazy lines below quotes", format!("{}a\n{}", ">".repeat(SIZE / 2), "b\n".repeat(SIZE / 4)));
    add("lazy lines below a list", format!("{}a\n{}", "- ".repeat(SIZE / 4), "b\n".repeat(SIZE / 4)));
    add("indented list", rows(SIZE / 1024, |at| format!("{}- a\n", "  ".repeat(at))) + &"b\n".repeat(SIZE / 10));
    add("deep footnotes", rows(SIZE / 1500, |at| format!("{}[^{at}]: a\n\n", "    ".repeat(at))));
    add("nested pictures", format!("{}a{}", "![a ".repeat(SIZE / 8), "](b)".repeat(SIZE / 8)));
    add("nested links", format!("{}a{}", "[".repeat(SIZE / 2), "](b)".repeat(SIZE / 8)));
    add("one definition, used often", format!("[x]: {}\n\n{}", "y".repeat(SIZE / 2), "[x]\n".repeat(SIZE / 10)));
    add("link with many words", format!("[{}](b)", "a *b* ".repeat(SIZE / 6)));
    add("code with tags", format!("```\n{}```\n", "{{ a }} @b [[c]]\n".repeat(SIZE / 16)));
    add("same headings", "# a\n# a-1\n".repeat(SIZE / 10));
    bombs
}

#[test]
fn no_text_takes_long() {
    for (name, text) in bombs() {
        for style in [HeadingIds::GitHub, HeadingIds::MkDocs] {
            // What is written here is not optimised and shares its processor: something quadratic takes far longer all the same.
            let limit = Duration::from_secs(2);
            let began = Instant::now();
            let read = read(&text, 0, style, &Limits::default());
            assert!(began.elapsed() < limit, "{name} took {:?}", began.elapsed());
            valid(&text, 0, &read);
            if style == HeadingIds::GitHub {
                let began = Instant::now();
                blocks(&text, 0, &Limits::default());
                assert!(began.elapsed() < limit, "showing {name} took {:?}", began.elapsed());
            }
        }
    }
}

#[test]
fn of_a_text_with_too_much_in_it_the_beginning_is_read() {
    let limits = Limits { parts: 50, ..Limits::default() };
    for (name, text) in bombs() {
        let read = read(&text, 0, HeadingIds::GitHub, &limits);
        valid(&text, 0, &read);
        let lengths = [read.headings.len(), read.tasks.len(), read.comments.len(), read.anchors.len(), read.html.len(), read.code.len()];
        assert!(lengths.into_iter().all(|length| length <= 51), "{name}: {lengths:?}");
        // What one paragraph holds is counted when it ends, and bounded by its signs.
        let signs = 50 * Limits::SIGNS;
        let lengths = [read.links.len(), read.mentions.len(), read.runs.len(), read.undefined.len()];
        assert!(lengths.into_iter().all(|length| length <= 2 * signs), "{name}: {lengths:?}");
        let blocks = blocks(&text, 0, &limits);
        assert!(blocks.len() <= 2 * signs, "{name}: {}", blocks.len());
    }
    let text = "words\n\n".to_owned() + &"# a\n".repeat(60) + "after\n";
    let read = read(&text, 0, HeadingIds::GitHub, &limits);
    let limit: Vec<_> = read.problems.iter().filter(|problem| problem.rule == "limit").collect();
    assert_eq!((read.headings.len(), limit.len()), (50, 1));
    assert_eq!(limit[0].span, 7 + 50 * 4..7 + 50 * 4 + 3);
    let text = "[a](b) @c\n".repeat(200);
    let whole = super::read(&text, 0, HeadingIds::GitHub, &limits);
    assert!(whole.problems.iter().any(|problem| problem.rule == "limit" && text[problem.span.clone()] == *" @c"));
}

#[test]
fn a_mention_may_be_the_first_thing_that_is_read() {
    for (text, body) in [("a/@b", 2), ("/@", 1), ("@b", 0)] {
        valid(text, body, &read(text, body, HeadingIds::GitHub, &Limits::default()));
    }
}

/// Every range is one of the text, and lists are in order.
fn valid(text: &str, body: usize, read: &Markdown) {
    let good = |span: &Range<usize>| {
        assert!(span.start >= body && span.start <= span.end && text.get(span.clone()).is_some(), "{span:?} in {text:?}");
    };
    let ordered = |starts: Vec<usize>| assert!(starts.is_sorted(), "{starts:?} in {text:?}");
    for heading in &read.headings {
        good(&heading.span);
        good(&heading.section);
        good(&heading.content());
        assert!(heading.section.start == heading.span.start && heading.section.end >= heading.span.end, "{heading:?} in {text:?}");
    }
    for link in &read.links {
        good(&link.span);
        good(&link.target_span);
    }
    read.undefined.iter().for_each(|one| good(&one.span));
    read.mentions.iter().for_each(|one| good(&one.span));
    read.tasks.iter().for_each(|one| good(&one.span));
    read.comments.iter().for_each(|one| good(&one.span));
    read.anchors.iter().for_each(|one| good(&one.span));
    read.problems.iter().for_each(|one| good(&one.span));
    read.html.iter().chain(&read.code).chain(&read.opaque).for_each(good);
    for pair in read.runs.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start && pair[0].block <= pair[1].block, "{pair:?} in {text:?}");
    }
    read.runs.iter().for_each(|run| good(&run.span));
    ordered(read.headings.iter().map(|one| one.span.start).collect());
    ordered(read.links.iter().map(|one| one.span.start).collect());
    ordered(read.mentions.iter().map(|one| one.span.start).collect());
    ordered(read.tasks.iter().map(|one| one.span.start).collect());
}

/// Texts of the characters that Markdown gives a meaning.
fn markdown_like() -> impl Strategy<Value = String> {
    let parts = prop_oneof![
        4 => "[a-c é]{1,3}",
        4 => proptest::sample::select(vec![
            "[", "]", "(", ")", "![", "[[", "]]", "|", "*", "**", "_", "`", "```", "~~~\n", "\n", "\n\n", "\r\n", "\r", ">", "> ", "- ", "1. ", "# ", "\n# ", "===", "---",
            "<", ">", "<!--", "-->", "<a href=", "<a id='x'>", "</a>", "<h1>", "</h1>", "<pre>", "<div>\n", "&amp;", "&#0;", "&x", "\\", "{{", "}}", "{%", "%}", "<%", "%>",
            "{#a}", "@", "@a", "/", "://", "[^a]", "\n[^a]: ", "[a]: ", "[a][b]", "- [ ] ", "\t", "    ", "\0", "\u{1b}", "\u{feff}", "🎉", "|-|\n", "|a|\n", "www.", "\u{2028}", "(2026-12-15)",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(parts, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn any_text_is_read_and_every_place_exists(text in markdown_like(), skip in 0usize..8, depth in 1usize..6) {
        let limits = Limits { depth, ..Limits::default() };
        let body = (0..=skip.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        for style in [HeadingIds::GitHub, HeadingIds::GitLab, HeadingIds::MkDocs] {
            let read = read(&text, body, style, &limits);
            valid(&text, body, &read);
            read.plain(&text, 0..text.len());
            read.plain(&text, 3..9);
        }
        blocks(&text, body, &limits);
    }

    #[test]
    fn any_target_is_decoded(target in ".*") {
        decode(&target);
    }
}
